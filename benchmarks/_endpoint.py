"""The scripted server of the tests in a process of its own, with fixed answers after a fixed delay, counting tokens.

    _endpoint.py SECONDS    prints its address, then, for every line on standard input, what came since the line before

Every sentence it is shown is one claim, whoever asks: the forms differ, the claims do not. Where a form has room for
less than the sentence (a writer's own statement needs no words in ours), less is said.
Nothing is random and nothing is looked up, so that two runs of one article cost the same.

Tokens are estimated by one fixed rule for everything that goes over the line. Held against OpenAI's o200k_base on what
this bench sends it is right within 7 % for each kind of question of either tool, and within 4 % for all of a tool's.
"""

import json
import re
import sys
import threading
from collections import Counter, defaultdict
from os.path import commonprefix
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.model.scripted import EMPTY, Asked, Reply, claim, endpoint, judged

_PIECE = re.compile(r"[^\W\d_]+|\d{1,3}|[^\w\s]{1,4}|_+|\n+")
_CACHED = 1024
_LETTERS = 7
"""A longer word is more than one token; marks that stand together, as they do in JSON, are one."""
_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?]”)\s+")


def tokens(text: str) -> int:
    """The estimate for a text."""
    return sum(1 + (len(piece) - 1) // _LETTERS for piece in _PIECE.findall(text))


class Tally:
    """What was asked and answered, by the form of the answer: calls, and tokens of words, forms and answers.

    ``words`` are the messages, ``form`` is the JSON Schema beside them, which some endpoints bill and some do not.
    ``again`` is how much of both began like a request before it, for a thousand tokens or more: what a prefix cache
    does not read again. An endpoint puts the form first.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._before: list[str] = []

    def add(self, name: str, sent: str, **counts: int) -> None:
        with self._lock:
            shared = max((len(commonprefix([sent, one])) for one in self._before), default=0)  # noqa: RUF071
            again = tokens(sent[:shared])
            self._counts[name].update(again=again if again >= _CACHED else 0, **counts)
            self._before.append(sent)

    def taken(self) -> dict[str, Counter[str]]:
        """The counts since the last time."""
        with self._lock:
            counts, self._counts = self._counts, defaultdict(Counter)
            self._before.clear()
        return counts


def answer(asked: Asked) -> Any:
    """The fixed answer to a question of either tool."""
    if asked.tasks:
        said = dict(EMPTY)
        if "look" in asked.tasks:
            said["judged"] = judged(asked, "compatible", "The two places speak of different things.")
        if "statements" in asked.tasks:
            said["attributions"] = [_attribution(n, text) for n, text in asked.sentences if _SAID_TO in text]
            claims = [_claim(number, text) for number, text in asked.sentences]
            said["plain"] = [one["from"][0] for one in claims if not one["text"]]
            said["claims"] = [one for one in claims if one["text"]]
        return said
    return {"extractions": [_extraction(text) for text in _END.split(_last_question(asked)) if text.strip()]}


_SAID_TO = " are said to "


def _attribution(number: int, text: str) -> dict[str, Any]:
    """Something that nobody is named for."""
    content = text.partition(_SAID_TO)[2].rstrip(".")
    return {
        "sentence": number, "content": content, "cue": "are said", "source": "", "speaker": -1, "name": "",
    }  # fmt: skip


def _claim(number: int, text: str) -> dict[str, Any]:
    """A writer's own statement is its sentence; of what somebody says only that is told."""
    kind = _kind(text)
    quoted = text.partition("“")[2].partition("”")[0].rstrip(",")
    return claim(number, quoted if kind == "direct" and quoted else text if kind == "indirect" else "")


def _extraction(text: str) -> dict[str, Any]:
    """The same for LangExtract; a name here is words, not a number, and the last one with a capital will do."""
    names = re.findall(r"\b[A-Z]\w+ [A-Z]\w+|\b(?<!^)[A-Z]\w+", text)
    attributes = {"kind": _kind(text), "speaker": names[-1] if names else None, "outlet": None, "checkable": True}
    return {"claim": text.strip(), "claim_attributes": attributes}


def _kind(text: str) -> str:
    if "“" in text or "”" in text:
        return "direct"
    return "indirect" if re.search(r"\b(?:said|According)\b", text) else "reported"


def _last_question(asked: Asked) -> str:
    """The chunk: what stands after the last "Q: " and before the "A: " that is to be filled in."""
    return asked.user.rpartition("\nQ: ")[2].rpartition("\nA: ")[0]


def main(delay: float) -> None:
    tally = Tally()

    def script(asked: Asked) -> Reply:
        content = json.dumps(answer(asked), ensure_ascii=False, separators=(",", ":"))
        schema = json.dumps(asked.body["response_format"], ensure_ascii=False, separators=(",", ":"))
        words, form, said = sum(tokens(m["content"]) for m in asked.body["messages"]), tokens(schema), tokens(content)
        tally.add(asked.form, schema + asked.said, calls=1, words=words, form=form, answers=said)
        message = {"role": "assistant", "content": content}
        whole = {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "scripted",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": words + form, "completion_tokens": said, "total_tokens": words + form + said},
        }
        return Reply(body=json.dumps(whole, ensure_ascii=False).encode(), delay=delay)

    with endpoint(script) as at:
        print(at.url, flush=True)
        for _ in sys.stdin:
            at.asked.clear()  # each request is compared with those before it
            print(json.dumps(tally.taken()), flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]))

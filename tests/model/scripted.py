"""A chat endpoint on loopback that answers as it is told: well, badly, or not at all."""

from __future__ import annotations

import contextlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-secret-0123456789abcdef"
FORMS = ("Reading", "Look", "Statements", "Claim", "Paraphrases", "Sentence", "Choice", "Verdict")
EMPTY: dict[str, list[Any]] = {"pairs": [], "judged": [], "attributions": [], "opinions": [], "plain": [], "claims": []}
FENCE = re.compile(r"(?m)^=== \w{12,} ===$")


@dataclass(frozen=True)
class Asked:
    """One request as the endpoint sees it; ``again`` counts the times the same question came before."""

    body: dict[str, Any]
    headers: dict[str, str]
    again: int

    @property
    def form(self) -> str:
        """Which answer is wanted, one of ``FORMS``: the questions about an article share one schema."""
        if len(self.tasks) > 1:
            return "Reading"
        return self.tasks[0].capitalize() if self.tasks else self.schema_name

    @property
    def tasks(self) -> list[str]:
        """What is to be done about an article: "look" and "statements" at once, or one thing."""
        return re.findall(r"(?m)^Task: (\w+)", self.user)

    @property
    def schema_name(self) -> str:
        """What the schema of the answer is called."""
        if "tools" in self.body:
            return str(self.body["tools"][0]["function"]["name"])
        if self.body["response_format"]["type"] == "json_schema":
            return str(self.body["response_format"]["json_schema"]["name"])
        return next(form for form in FORMS if f'"title": "{form}"' in self.said or form in self.said)

    @property
    def said(self) -> str:
        """All words of the request."""
        return "\n".join(m["content"] or "" for m in self.body["messages"])

    @property
    def user(self) -> str:
        """The question itself."""
        return str(self.body["messages"][1]["content"])

    @property
    def sent_back(self) -> str:
        """What was wrong with the answer before, where this request follows one."""
        return str(self.body["messages"][-1]["content"]) if len(self.body["messages"]) > 2 else ""

    @property
    def fenced(self) -> list[str]:
        """What stands between fences, block by block."""
        return [block.strip("\n") for block in FENCE.split(self.user)[1::2]]

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The numbered lines of the article, with the kind of those that are no prose."""
        article = next((block for block in self.fenced if block.startswith("[")), "")
        return [(int(n), text) for n, text in re.findall(r"(?m)^\[(\d+)\] (.*)$", article)]

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """The sentences that are asked about: an article's prose by number, else the one sentence as number 1."""
        if self.form == "Sentence":
            return [(1, self.fenced[-1])]
        asked = re.search(r"(?m)^Task: \w+, sentences? (\d+)(?: to (\d+))?", self.user)
        first, last = (int(asked[1]), int(asked[2] or asked[1])) if asked else (1, 10**9)
        return [(n, t) for n, t in self.lines if first <= n <= last and not re.match(r"\([a-z -]+\) ", t)]

    @property
    def choices(self) -> list[str]:
        """The numbered speakers: of a choice, or of the roster."""
        return re.findall(r"(?m)^\d+ (.*)$", (self.fenced or [self.user])[-1])

    @property
    def listed(self) -> list[tuple[int, str]]:
        """The numbered statements that code has found."""
        return self._numbered("" if "look" in self.tasks and len(self.tasks) == 1 else self.user.rpartition("Task:")[2])

    @property
    def candidates(self) -> list[tuple[int, str]]:
        """The numbered pairs that a look is to judge."""
        return self._numbered(self.user.partition("\nTask: look")[2].partition("\nTask:")[0])

    def _numbered(self, words: str) -> list[tuple[int, str]]:
        return [(int(n), text) for n, text in re.findall(r"(?m)^\((\d+)\) (.*)$", words)]


@dataclass(frozen=True)
class Reply:
    """What the endpoint does: an answer, or one of the things that go wrong."""

    content: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    delay: float = 0
    cut: bool = False
    endless: bool = False
    finish: str = "stop"
    refusal: str | None = None

    def payload(self, asked: Asked) -> bytes:
        """The bytes of the answer."""
        if self.body is not None:
            return self.body
        text = self.content if isinstance(self.content, str) else json.dumps(self.content, ensure_ascii=False)
        message: dict[str, Any] = {"role": "assistant", "content": None if self.refusal else text}
        if self.refusal:
            message["refusal"] = self.refusal
        if "tools" in asked.body:
            call = {"id": "c1", "type": "function", "function": {"name": asked.schema_name, "arguments": text}}
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        return completion([{"index": 0, "message": message, "finish_reason": self.finish}])


def completion(choices: list[dict[str, Any]]) -> bytes:
    """A chat completion with these choices, of 100 tokens in and 10 out."""
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "scripted", "choices": choices}
    return json.dumps({**whole, "usage": usage}, ensure_ascii=False).encode()


Script = Callable[[Asked], Reply]


def claim(sentence: int, text: str, **other: Any) -> dict[str, Any]:
    """One claim of an answer."""
    return {"from": [sentence], "text": text, "nature": "fact", "unresolved": [], **other}


def pair(first: tuple[int, str], second: tuple[int, str], **other: Any) -> dict[str, Any]:
    """Two places that cannot both be right."""
    return {
        "sentence": first[0], "words": first[1], "other_sentence": second[0], "other_words": second[1],
        "kind": "statement", "why": "", "sure": "certain", **other,
    }  # fmt: skip


def attribution(sentence: int, content: str, cue: str, source: str, **other: Any) -> dict[str, Any]:
    """Something that somebody says, named by his own words alone."""
    return {
        "sentence": sentence, "content": content, "cue": cue, "source": source, "speaker": 0, "name": source, **other,
    }  # fmt: skip


def reading(**lists: Any) -> Reply:
    """An answer to a question about the article, with these lists."""
    return Reply({**EMPTY, **lists})


def judged(asked: Asked, answer: str = "unclear", why: str = "") -> list[dict[str, Any]]:
    """One and the same verdict on every pair that is listed."""
    return [{"pair": number, "why": why, "answer": answer} for number, _ in asked.candidates]


def well(asked: Asked) -> Reply:
    """A valid answer to any question: every sentence is a claim, the first named speaks, nothing contradicts."""
    stated = [claim(number, text) for number, text in asked.sentences] if "statements" in asked.tasks else []
    answers: dict[str, Callable[[], Reply]] = {
        "Reading": lambda: reading(judged=judged(asked), claims=stated),
        "Look": lambda: reading(judged=judged(asked)),
        "Statements": lambda: reading(claims=stated),
        "Claim": reading,
        "Paraphrases": lambda: Reply({"paraphrases": []}),
        "Sentence": lambda: Reply(
            {"claims": [{"text": text, "nature": "fact", "unresolved": []} for _, text in asked.sentences]}
        ),
        "Choice": lambda: Reply({"speaker": min(1, len(asked.choices) - 1)}),
        "Verdict": lambda: Reply({"answer": "unclear", "why": ""}),
    }
    return answers[asked.form]()


class _Server(ThreadingHTTPServer):
    """A queue long enough for all that are asked at once: whoever finds it full comes again a second later."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


class Endpoint:
    """The running server; ``script`` may be changed between runs, ``asked`` is what came in."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[Asked] = []
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def url(self) -> str:
        """What goes into ``--base-url``."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _take(self, body: dict[str, Any], headers: dict[str, str]) -> Asked:
        with self._lock:
            asked = Asked(body, headers, sum(a.body == body for a in self.asked))
            self.asked.append(asked)
        return asked

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                asked = endpoint._take(body, {k.lower(): v for k, v in self.headers.items()})
                with contextlib.suppress(OSError):  # whoever asked has hung up
                    endpoint._answer(self, endpoint.script(asked), asked)
                self.close_connection = True

            def log_message(self, *args: object) -> None:
                del args

        return Handler

    def _answer(self, handler: BaseHTTPRequestHandler, reply: Reply, asked: Asked) -> None:
        self._over.wait(reply.delay)
        payload = reply.payload(asked)
        handler.send_response(reply.status)
        for name, value in {
            "Content-Type": "application/json",
            "Set-Cookie": "session=c00kie",
            **reply.headers,
        }.items():
            handler.send_header(name, value)
        if not reply.endless:
            handler.send_header("Content-Length", str(len(payload)))
        handler.end_headers()
        if reply.cut:
            handler.wfile.write(payload[: len(payload) // 2])
        elif reply.endless:
            while not self._over.is_set():
                handler.wfile.write(b" " * 64)
                handler.wfile.flush()
                time.sleep(0.02)
        else:
            handler.wfile.write(payload)


@contextmanager
def endpoint(script: Script = well) -> Iterator[Endpoint]:
    """A running endpoint."""
    running = Endpoint(script)
    running.start()
    try:
        yield running
    finally:
        running.stop()

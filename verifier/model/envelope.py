"""What endpoints wrap around an answer, taken off: thought, fences, and forms of their own for one and the same thing.

Nothing here decides whether an answer is good; it only finds where it stands.
"""

from __future__ import annotations

import json
import re
from typing import Any

from verifier.model.errors import NoAnswerError

_SURROGATES = re.compile("[\ud800-\udfff]")
_FENCED = re.compile(r"\A\s*```[a-zA-Z]*\s*\n(.*?)\n?\s*```\s*\Z", re.S)
_END_OF_THOUGHT = re.compile(r"</(?:think|thinking|thought|reasoning)>", re.I)
_TRAILING = re.compile(r"<\|?[\w/]{1,20}\|?>\Z")
"""A mark of a chat template that some servers let through at the end."""
_LONGEST_MARK = 24
_MOST_MARKS = 4
_MOST_THOUGHTS = 8
_MOST_TRIES = 40
"""Braces that are tried as the beginning of the answer in a text around it."""
FILTERED = "the endpoint's content filter refused this question"


def opened(payload: Any, asked: dict[str, Any]) -> Any:
    """A chat completion with its answer bare, as the request asked for it.

    Raises:
        NoAnswerError: the endpoint's content filter stopped the answer.
    """
    payload = _clean(payload)
    try:
        choice = payload["choices"][0]
        message = choice["message"]
        if not isinstance(message, dict):
            return payload
    except (KeyError, IndexError, TypeError):
        return payload
    if choice.get("finish_reason") == "content_filter":
        raise NoAnswerError(FILTERED)
    message["content"] = _answer(message)
    calls = message.get("tool_calls")
    for call in calls if isinstance(calls, list) else ():
        function = call.get("function") if isinstance(call, dict) else None
        if isinstance(function, dict):
            said = function.get("arguments")
            function["arguments"] = json.dumps(said, ensure_ascii=False) if isinstance(said, dict) else _bare(f"{said}")
    if "tools" in asked and not calls and not message.get("function_call") and message["content"]:
        function = {"name": asked["tools"][0]["function"]["name"], "arguments": message["content"]}
        message |= {"content": None, "tool_calls": [{"id": "call", "type": "function", "function": function}]}
    return payload


def thought_it_all_away(payload: Any) -> bool:
    """Whether the limit of tokens was reached before the answer began, or while the model had thought first."""
    try:
        choice = payload["choices"][0]
        message = choice["message"]
        if choice["finish_reason"] != "length" or message.get("tool_calls"):
            return False
        content = message.get("content") or ""
        told = thought_tokens(payload) or message.get("reasoning_content") or message.get("reasoning")
        return not content.strip() or bool(told or "<think" in content[:40].lower() or "</think" in content.lower())
    except (KeyError, IndexError, TypeError, AttributeError):
        return False


def thought_tokens(payload: Any) -> int:
    """Tokens of thought, as far as the endpoint tells; they are among those received."""
    return _count(payload, ("completion_tokens_details", "reasoning_tokens"), ("reasoning_tokens",))


def cached_tokens(payload: Any) -> int:
    """Tokens that the endpoint read from its own cache, as far as it tells; they are among those sent."""
    return _count(payload, ("prompt_tokens_details", "cached_tokens"), ("prompt_cache_hit_tokens",))


def tokens(payload: Any) -> tuple[int, int]:
    """Tokens sent and received, as far as the endpoint tells."""
    return _count(payload, ("prompt_tokens",)), _count(payload, ("completion_tokens",))


def _count(payload: Any, *paths: tuple[str, ...]) -> int:
    for path in paths:
        found = payload.get("usage") if isinstance(payload, dict) else None
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        if isinstance(found, int) and not isinstance(found, bool) and found > 0:
            return found
    return 0


def _answer(message: dict[str, Any]) -> str | None:
    content = message.get("content")
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text"]
        content = "".join(part for part in parts if isinstance(part, str))
    if not isinstance(content, str):
        content = None
    thought = message.get("reasoning_content")
    if not content and not message.get("tool_calls") and isinstance(thought, str) and _whole(thought):
        return thought.strip()  # servers that take everything for thought
    return _bare(content) if content else content


def _bare(text: str) -> str:
    """The JSON object of an answer, without the thought before it and the words around it.

    A text that begins as an object is left alone, so that nothing an article says ("</think>") can cut it. The answer
    is what a model says last: an object in its thoughts may be anybody's.
    """
    text = text.strip("\ufeff \t\r\n")
    if text.startswith("{"):
        bare = _unmarked(text)
        return bare if bare != text and _whole(bare) else text
    ends = list(_END_OF_THOUGHT.finditer(text))
    for end in ends[:_MOST_THOUGHTS]:
        rest = _unfenced(text[end.end() :])
        if _whole(rest):
            return rest
    if ends:
        text = text[ends[-1].end() :].strip()
    elif text.lower().startswith("<think"):
        return ""  # the thought does not end: there is no answer
    text = _unfenced(text)
    return text if _whole(text) else _last_object(text) or text


def _unfenced(text: str) -> str:
    text = _unmarked(text)
    fenced = _FENCED.match(text)
    return fenced[1].strip() if fenced else text


def _unmarked(text: str) -> str:
    text = text.strip()
    for _ in range(_MOST_MARKS):
        mark = _TRAILING.search(text[-_LONGEST_MARK:])
        if mark is None:
            break
        text = text[: len(text) - len(mark[0])].rstrip()
    return text


def _whole(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _last_object(text: str) -> str | None:
    """The last object that stands complete in the text and in no other."""
    decoder = json.JSONDecoder()
    found, at = None, text.find("{")
    for _ in range(_MOST_TRIES):
        if at < 0:
            break
        try:
            _, end = decoder.raw_decode(text, at)
            found, at = text[at:end], text.find("{", end)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
    return found


def _clean(value: Any) -> Any:
    """The same without halves of characters, which no file could hold."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value

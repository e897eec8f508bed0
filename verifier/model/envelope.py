"""What endpoints wrap around an answer, taken off: thought, fences, and forms of their own for one and the same thing.

Nothing here decides whether an answer is good; it only finds where it stands.
"""

from __future__ import annotations

import json
import re
from typing import Any

from verifier.model.errors import NoAnswerError
from verifier.model.unwrapping import bare, behind_thought

_SURROGATES = re.compile("[\ud800-\udfff]")
_CUT_OFF = re.compile(r"length|max_?(output_)?tokens", re.I)
_STOPPED = re.compile(r"content.?filter|safety|recitation|prohibited|sensitive|block|spii|guardrail", re.I)
_DECLINED = re.compile(r"refus", re.I)
REFUSED = "the model refused to answer"
FILTERED = "the endpoint's content filter refused this question"


def opened(payload: Any, asked: dict[str, Any]) -> Any:
    """A chat completion with its answer bare, as the request asked for it.

    Raises:
        NoAnswerError: the endpoint's content filter stopped the answer, or the model refused to give one.
    """
    payload = _clean(payload)
    try:
        choice = payload["choices"][0]
        message = choice["message"]
        if not isinstance(message, dict):
            return payload
    except (KeyError, IndexError, TypeError):
        _blocked(payload)
        return payload
    _ended(choice, message)
    message["content"] = _answer(message)
    calls = message.get("tool_calls")
    for call in calls if isinstance(calls, list) else ():
        _called(call)
    if "tools" in asked and not calls and not message.get("function_call") and message["content"]:
        function = {"name": asked["tools"][0]["function"]["name"], "arguments": message["content"]}
        message |= {"content": None, "tool_calls": [{"id": "call", "type": "function", "function": function}]}
    return payload


def _blocked(payload: Any) -> None:
    """Why an answer holds no choice, where it says so.

    Raises:
        NoAnswerError: a content filter let the question through to nobody.
    """
    told = payload if isinstance(payload, dict) else {}
    for name, field in (
        ("prompt_feedback", "block_reason"),
        ("promptFeedback", "blockReason"),
        ("base_resp", "status_msg"),
    ):
        why = told[name].get(field) if isinstance(told.get(name), dict) else None
        if isinstance(why, str) and (field != "status_msg" or _STOPPED.search(why)):
            raise NoAnswerError(FILTERED)


def _ended(choice: dict[str, Any], message: dict[str, Any]) -> None:
    """Why the answer ends, in the one spelling that others know; endpoints hand on that of the model's own maker.

    Raises:
        NoAnswerError: it was stopped, or refused.
    """
    reason = choice.get("finish_reason")
    if isinstance(reason, str):
        if _STOPPED.search(reason):
            raise NoAnswerError(FILTERED)
        if _DECLINED.search(reason):
            raise NoAnswerError(REFUSED)
        if _CUT_OFF.fullmatch(reason):
            choice["finish_reason"] = "length"
    if message.get("refusal") and not message.get("content") and not message.get("tool_calls"):
        raise NoAnswerError(REFUSED)


def _called(call: Any) -> None:
    """A call with its arguments as text, and in the place where calls are looked for."""
    if not isinstance(call, dict):
        return
    if "function" not in call and "name" in call:
        call |= {"type": "function", "function": {"name": call["name"], "arguments": call.get("arguments")}}
    function = call.get("function")
    if isinstance(function, dict):
        said = function.get("arguments")
        function["arguments"] = json.dumps(said, ensure_ascii=False) if isinstance(said, dict) else bare(f"{said}")


def thought_it_all_away(payload: Any) -> bool:
    """Whether the limit of tokens was reached before the answer began, or while the model had thought first."""
    try:
        choice = payload["choices"][0]
        message = choice["message"]
        if not _CUT_OFF.fullmatch(choice["finish_reason"]) or message.get("tool_calls"):
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
        content = "".join(_said(part) for part in content)
    elif isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False)
    if not isinstance(content, str):
        content = None
    if not content and not message.get("tool_calls"):  # servers that take everything for thought
        thoughts = (message.get("reasoning_content"), message.get("reasoning"))
        found = (behind_thought(thought) for thought in thoughts if isinstance(thought, str))
        return next((answer for answer in found if answer is not None), content)
    return bare(content) if content else content


def _said(part: Any) -> str:
    """The words of a part of an answer; of a part that is thought, none."""
    if isinstance(part, dict) and str(part.get("type", "text")).endswith("text") and isinstance(part.get("text"), str):
        return str(part["text"])
    return part if isinstance(part, str) else ""


def _clean(value: Any) -> Any:
    """The same without halves of characters, which no file could hold."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value

"""What endpoints and models write around the one object that is an answer, taken off.

Nothing here decides whether an answer is good; it only finds where it stands.
"""

from __future__ import annotations

import json
import re
from typing import Any

_FENCED = re.compile(r"\A\s*(```|~~~)\w*\s*\n(.*?)\n?\s*\1\s*\Z", re.S)
_END_OF_THOUGHT = re.compile(r"</(?:think|thinking|thought|reasoning)>", re.I)
_TRAILING = re.compile(r"<\|?[\w/]{1,20}\|?>\Z")
"""A mark of a chat template that some servers let through at the end."""
_LONGEST_MARK = 24
_MOST_MARKS = 4
_MOST_THOUGHTS = 8
_MOST_TRIES = 40
"""Braces that are tried as the beginning of the answer in a text around it."""
_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', re.S)
"""Strings, and commas behind which nothing follows."""
_CALLED = ("arguments", "parameters", "input")
"""Where a call written out as an object has what it is called with."""


def bare(text: str) -> str:
    """The JSON object of an answer, without the thought before it, the words around it, and a call or a name that it
    was wrapped in."""
    found = _found(text)
    if not whole(found) and whole(mended := _COMMA.sub(_without_comma, found)):
        found = mended
    return _unwrapped(found)


def behind_thought(text: str) -> str | None:
    """The answer in a text that is all thought, as far as the server knows: the whole of it, or what stands behind the
    end of the thought."""
    if whole(text):
        return _unwrapped(text.strip())
    ends = list(_END_OF_THOUGHT.finditer(text))
    rest = _unfenced(text[ends[-1].end() :]) if ends else ""
    return _unwrapped(rest) if whole(rest) else None


def _without_comma(match: re.Match[str]) -> str:
    return "" if match[0] == "," else match[0]


def _unwrapped(text: str) -> str:
    """An answer without what it is called: an object that holds one other object and nothing else, or a call with its
    arguments. No form of ours is either."""
    try:
        said: Any = json.loads(text)
    except (ValueError, RecursionError):
        return text
    inner: Any = None
    if isinstance(said, dict) and len(said) == 1:
        inner = next(iter(said.values()))
    elif isinstance(said, dict) and "name" in said:
        inner = next((said[name] for name in _CALLED if name in said), None)
    if isinstance(inner, str) and whole(inner):
        return inner
    return json.dumps(inner, ensure_ascii=False) if isinstance(inner, dict) else text


def _found(text: str) -> str:
    """The object, or what of the text may be meant to be one.

    A text that begins as an object is left alone, so that nothing an article says ("</think>") can cut it. The answer
    is what a model says last: an object in its thoughts may be anybody's.
    """
    text = _unquoted(text.strip("\ufeff \t\r\n"))
    if text.startswith("{"):
        return _first_of(text)
    ends = list(_END_OF_THOUGHT.finditer(text))
    for end in ends[:_MOST_THOUGHTS]:
        rest = _unfenced(text[end.end() :])
        if whole(rest):
            return rest
    if ends:
        text = text[ends[-1].end() :].strip()
    elif text.lower().startswith("<think"):
        return ""  # the thought does not end: there is no answer
    text = _unfenced(text)
    return text if whole(text) else _last_object(text) or text


def _unfenced(text: str) -> str:
    text = _unmarked(text)
    fenced = _FENCED.match(text)
    return fenced[2].strip() if fenced else text


def _unmarked(text: str) -> str:
    text = text.strip()
    for _ in range(_MOST_MARKS):
        mark = _TRAILING.search(text[-_LONGEST_MARK:])
        if mark is None:
            break
        text = text[: len(text) - len(mark[0])].rstrip()
    return text


def whole(text: str) -> bool:
    """Whether a text is one object."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _unquoted(text: str) -> str:
    """An answer that was written as a string of JSON."""
    if text.startswith('"'):
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return text
        if isinstance(said, str) and whole(said):
            return said.strip()
    return text


def _first_of(text: str) -> str:
    """A text that begins as an object, without the words behind it; the object given last, where another follows."""
    if whole(text) or whole(unmarked := _unmarked(text)):
        return text if whole(text) else unmarked
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return text
    return _last_object(text[end:]) or text[:end]


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

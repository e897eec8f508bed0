"""What a page asks of its visitors before it shows anything: whether it may keep cookies, to turn on scripts.

Saved while it asks, a page holds nothing else, and what was asked would be checked as if somebody had written it as
news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from verifier.article._model import BlockKind
from verifier.english import boilerplate, closed

_ROLES = frozenset({"dialog", "alertdialog"})
_CONSENT = re.compile(r"(?:^|[^a-z])(?:cookies?|consent|gdpr|ccpa)(?:$|[^a-z])|cookie(?:bar|banner|notice|consent)")
"""In the class or the id of an element that asks; names in mark-up are English everywhere."""
_WHOLE = frozenset({"html", "body", "main", "article"})
_CONTROLS = ("button", "input", "select")
_ASKED = 400
"""Words of what a page asks, at most."""
_WORD = re.compile(r"[a-z]+")
_MARKS = frozenset('"“”«»„')


def leave_out(tree: Any) -> None:
    """Drop what stands before a page as a dialogue, unless a story stands in it."""
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.getparent() is not None and _asks(element):
            element.drop_tree()


def _asks(element: Any) -> bool:
    if element.tag in _WHOLE:
        return False
    called = f"{element.get('class', '')} {element.get('id', '')}".lower()
    dialogue = element.tag == "dialog" or element.get("role") in _ROLES or element.get("aria-modal") == "true"
    if not dialogue and not (_CONSENT.search(called) and next(element.iter(*_CONTROLS), None) is not None):
        return False
    whole = next(element.iter(*_WHOLE), None) is not None
    return not whole and len("".join(element.itertext()).split()) <= _ASKED


def is_all(blocks: Iterable[tuple[str, BlockKind | None]]) -> bool:
    """Whether all that was found in a page speaks to its visitor, and of what a browser has to do."""
    prose = [text for text, kind in blocks if kind in (None, "body") and len(text.split()) > 1]
    lows = [set(_WORD.findall(text.lower())) for text in prose]
    spoken = all(low & closed.SECOND_PERSON or low & closed.FIRST_PERSON for low in lows)
    about = any(low & boilerplate.OF_BROWSERS for low in lows)
    said = any(not _MARKS.isdisjoint(text) for text in prose)
    return bool(prose) and spoken and about and not said and sum(len(text.split()) for text in prose) <= _ASKED

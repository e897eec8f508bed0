"""The entries of a live blog: many elements alike, none of which is the story by itself, each with its time.

trafilatura looks for one element by its name and takes the first that fits. Where that is one among others like it,
their names go, and the page around them is looked at. The times it throws away, by their element or its name.
"""

from __future__ import annotations

import re
from typing import Any

from trafilatura.xpaths import BODY_XPATH

_LEVELS = 4  # elements between an entry and its body
_FRAMES = frozenset({"span", "div", "header"})
_HOLDERS = frozenset({"div", "section", "article", "li"})
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d{2}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: [A-Z]{2,4})?", re.IGNORECASE)
_MOST_GROUPS = 8  # groups of entries that are looked for in a page


def keep(tree: Any) -> None:
    """The reader of pages takes one element for the story: an entry of a live blog among others is none, nor is the
    body of one."""
    for expression in BODY_XPATH:
        for _ in range(_MOST_GROUPS):
            first = next(iter(expression(tree)), None)
            group = [] if first is None else _entries(first) or _bodies(first)
            if not group:
                break
            for entry in group:
                entry.attrib.clear()
                entry.tag = "div"


def _bodies(element: Any) -> list[Any]:
    """An element in an entry, with its like in each of the entries beside that; empty where it is in none."""
    alike = (element.tag, element.get("class"), element.get("itemprop"))
    for around in list(element.iterancestors())[:_LEVELS]:
        entries = _entries(around)
        inside = [
            next((e for e in entry.iter(alike[0]) if (e.tag, e.get("class"), e.get("itemprop")) == alike), None)
            for entry in entries
        ]
        if entries and all(found is not None for found in inside):
            return inside
    return []


def _entries(element: Any) -> list[Any]:
    """An element with its like beside it, each with text and none with the headline; empty where it has none."""
    parent = element.getparent()
    if parent is None:
        return []
    like = [
        other
        for other in parent.iterchildren(element.tag)
        if _share_a_class(element, other) and other.find(".//p") is not None
    ]
    headed = any(other.find(".//h1") is not None for other in like)
    return like if len(like) > 1 and element in like and not headed else []


def _share_a_class(one: Any, other: Any) -> bool:
    """Whether two elements have a class in common, or both none."""
    first, second = (set(element.get("class", "").split()) for element in (one, other))
    return bool(first & second) or first == second


def keep_times(tree: Any) -> None:
    """Keep the times that stand above the text of entries, at least two of them, whatever holds them."""
    bare = [(time, head) for time in tree.iter() if _is_a_time(time) and (head := _head(time)) is not None]
    if len(bare) > 1:
        for time, head in bare:
            for frame in time.iterancestors():
                if frame is head.getparent():
                    break
                frame.tag = "div"
                frame.attrib.clear()
            time.tag = "p"
            time.attrib.clear()


def _is_a_time(element: Any) -> bool:
    """Whether an element is marked as a time, or holds nothing but one of the clock."""
    told = element.text is not None and len(element) == 0 and len(element.text) < _SHORT
    return (element.tag == "time" and _says_something(element)) or (
        told and _CLOCK.fullmatch(element.text.strip()) is not None
    )


_SHORT = 40  # characters of an element that holds a time


def _says_something(element: Any) -> bool:
    return any(text.strip() for text in element.itertext())


def _head(time: Any) -> Any | None:
    """What stands above the text of an entry: a time by itself, in frames of its own, or in a head that is not the
    story's."""
    head = time
    while (parent := head.getparent()) is not None and parent.tag in _FRAMES and _holds_nothing_else(parent, head):
        head = parent
    if parent is not None and parent.tag == "header" and parent.find(".//h1") is None:
        head, parent = parent, parent.getparent()
    told = any(sibling.tag == "p" or sibling.find(".//p") is not None for sibling in head.itersiblings())
    return head if parent is not None and parent.tag in _HOLDERS and told else None


def _holds_nothing_else(frame: Any, inner: Any) -> bool:
    return len(frame) == 1 and not (frame.text or "").strip() and not (inner.tail or "").strip()

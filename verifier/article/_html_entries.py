"""The entries of a live blog: many elements alike, none of which is the story by itself.

trafilatura looks for one element by its name and takes the first that fits. Where that is one among others like it,
their names go, and the page around them is looked at.
"""

from __future__ import annotations

from typing import Any

from trafilatura.xpaths import BODY_XPATH

_LEVELS = 4  # elements between an entry and its body
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

"""Notes of a page: what a raised mark in a line leads to, and a link in it leads back from.

Footnotes and the comments of shared documents ("[a] Please check with the lawyer") stand behind a story and are no
part of it, as in Word files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_NOTES = ("p", "li", "dd")
"""Elements that hold a note."""


def leave_out(tree: Any) -> int:
    """Take a page's notes away; how many there were."""
    marks = [link for sup in tree.iter("sup") for link in _links(sup)]
    if not marks:
        return 0
    named: dict[str, Any] = {}
    for element in tree.iter():
        for name in (element.get("id"), element.get("name")):
            if name:
                named.setdefault(name, element)
    leads: dict[Any, set[str]] = {}
    gone: dict[Any, None] = {}
    for mark in marks:
        note = _note(named.get(mark.get("href")[1:]))
        if note is None or note in gone or note in mark.iterancestors():
            continue
        if note not in leads:
            leads[note] = {link.get("href")[1:] for link in note.iter("a") if link.get("href", "").startswith("#")}
        if not leads[note].isdisjoint(_names_of(mark)):
            gone[note] = None
    for note in gone:
        note.drop_tree()
    return len(gone)


def _links(element: Any) -> Iterator[Any]:
    """The links inside an element to a place in the page, the element itself where it stands in one."""
    around = [element.getparent()] if element.getparent() is not None and element.getparent().tag == "a" else []
    for link in [*around, *element.iter("a")]:
        if link.get("href", "").startswith("#") and len(link.get("href")) > 1:
            yield link


def _note(target: Any | None) -> Any | None:
    """The paragraph or the entry of a list that a mark leads to."""
    if target is None:
        return None
    return next((e for e in [target, *target.iterancestors()] if e.tag in _NOTES), None)


def _names_of(mark: Any) -> Iterator[str]:
    """What a link may call a mark by: its own name, or that of what it stands in."""
    for element in (mark, *mark.iter("sup"), *list(mark.iterancestors())[:2]):
        for name in (element.get("id"), element.get("name")):
            if name:
                yield name

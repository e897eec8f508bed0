"""The end of a page: titles below which nothing stands.

The reader of pages takes them away one by one, and counts all that it has kept before each: for a page of twenty
thousand titles that is half a minute. The same titles, taken away at once.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style"})
_MANY = 100  # fewer are the reader's own affair


def leave_out(tree: Any, aside: frozenset[str]) -> None:
    """Take away a long run of titles behind the last words of a story; elements ``aside`` hold none of it."""
    titles: list[Any] = []
    inside: Any = None
    body = next(tree.iter("body"), tree)
    for event, element in reversed([*etree.iterwalk(body, events=("start", "end"))]):
        if inside is not None:
            inside = None if element is inside and event == "start" else inside
            continue
        words = element.text if event == "start" else None if element is body else element.tail
        if words and words.strip():
            break
        if event == "end" and (element.tag in _TITLES or element.tag in aside or element.tag in _UNSEEN):
            inside = element
            titles += [element] if element.tag in _TITLES else []
    else:
        return  # a page of titles alone: they are all there is to read
    if len(titles) > _MANY:
        for title in titles:
            title.drop_tree()

"""What a page shows of a list: filters, order and page, as they stand in its address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Generic, TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
_NUMBERS = ("page", "at", "off")


@dataclass(frozen=True, slots=True)
class Choice:
    """Filters; an empty one lets everything through. ``at`` is the number of a card that must be on the page shown,
    ``off`` the article that was taken off the desk just now."""

    state: str = ""
    what: str = ""
    severity: str = ""
    code: str = ""
    speaker: str = ""
    origin: str = ""
    words: str = ""
    sort: str = ""
    text: str = ""
    page: int = 1
    at: int = 0
    off: int = 0

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Choice:
        """From an address; what is no number counts as none."""
        page, at, off = (_number(query.get(name, "")) for name in _NUMBERS)
        given = {name: query[name][:200] for name in cls.__slots__ if name in query and name not in _NUMBERS}
        return cls(**given, page=max(1, page), at=at, off=off)

    def address(self, **other: object) -> str:
        """The query of an address: this choice with something else in it, from its first page on."""
        changed = replace(self, **{"page": 1, "at": 0, "off": 0} | other)  # type: ignore[arg-type]
        kept = {name: value for name, value in asdict(changed).items() if value and (name, value) != ("page", 1)}
        return f"?{urlencode(kept)}" if kept else "?"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list, pages counted from 1; ``before`` are those of the list on the pages before it."""

    shown: tuple[T, ...]
    number: int
    pages: int
    total: int
    before: int


def page(items: Sequence[T], number: int, size: int) -> Page[T]:
    """A page of that number, or the last where there are fewer."""
    pages = max(1, -(-len(items) // size))
    number = min(number, pages)
    before = (number - 1) * size
    return Page(tuple(items[before : before + size]), number, pages, len(items), before)


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0

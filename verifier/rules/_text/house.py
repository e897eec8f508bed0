"""The forms that a house may choose between (T004), and the finding where a piece does not keep to its choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from verifier.reading.words import Words
from verifier.rules._rule import Problem

COUNTRY = ("U.S.", "US", "USA", "U.S.A.")
SHARE = ("percent", "per cent", "%")
ORDER = ("month first", "day first")
MONTHS = ("shortened", "in full")
MARKS = ("straight", "curly")
ENDINGS = ("-ise", "-ize")
INITIALS = re.compile(r"(?:[A-Z]\.){2,6}|[A-Z]{2,6}")
"""Initials of any name ("U.N.", "UN"); which names there are, only an article knows."""


def unknown_form(form: str, words: Sequence[str]) -> str | None:
    """Why no house can choose this form, naming the nearest; None where one can. ``words`` are spellings of words."""
    known = [*COUNTRY, *SHARE, *ORDER, *MONTHS, *MARKS, *ENDINGS, *words]
    if form in known or INITIALS.fullmatch(form):
        return None
    near = get_close_matches(form, known, 1, 0.6)
    hint = f"did you mean {near[0]}?" if near else "docs/configuration.md lists them"
    return f"T004 knows no form {form!r}; {hint}"


def strays(
    words: Words, what: str, used: Mapping[str, Sequence[int]], ours: Sequence[str], others: Mapping[str, Sequence[int]]
) -> Iterator[Problem]:
    """One finding where a piece uses forms that its house does not.

    ``used`` holds the places of every form that occurs, ``ours`` the forms of the house, ``others`` the used ones that
    are not among them.
    """
    if not others:
        return
    first = min(places[0] for places in others.values())
    verb = "are" if what.endswith("s") else "is"
    message = f"{what} {verb} written {' and '.join(others)}, where the house style is {' or '.join(ours)}"
    yield Problem(
        spans=(words.span(first, first),),
        message=message if message.endswith(".") else f"{message}.",
        question="Is this a passage from another source, or only to be put into house style?",
        related=tuple((words.span(places[0], places[0]), form) for form, places in used.items() if places[0] != first),
    )

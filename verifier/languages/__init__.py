"""Languages: which one an article is written in, and what is known of each.

A language is a module that has the names of :class:`Language`; mypy holds the two together. English is read in
depth: names, statements, who says what. Of any other language what its tables allow is read (dates, figures,
quotation marks), and only the rules run that its module names.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from verifier.languages import unknown
from verifier.languages._commonest import OTHERS
from verifier.languages._detect import DEFAULT, UNKNOWN, detect, tell
from verifier.languages._language import Language

__all__ = ["DEFAULT", "UNKNOWN", "Language", "called", "detect", "known", "problem_with", "tell"]

_BY_CODE = {"en": "verifier.english.language", "de": "verifier.german"}
"""The module of each language, loaded by the first article in it."""

if TYPE_CHECKING:
    from verifier import german
    from verifier.english import language as english

    _HELD_TO_IT: tuple[Language, ...] = (english, german)


@cache
def known(code: str) -> Language:
    """What is known of a language, by its BCP 47 code; next to nothing of one without a folder."""
    return cast(Language, import_module(_BY_CODE[code])) if code in _BY_CODE else unknown


def called(code: str) -> str:
    """The language in words: "German", the code of one without a folder, "an unknown language" for "und"."""
    if code in _BY_CODE:
        return known(code).NAME
    return unknown.NAME if code == UNKNOWN else f"another language ({code})"


def problem_with(code: str) -> str | None:
    """Why no article can be said to be in this language; None where one can: those that are read, or can be told."""
    codes = sorted({*_BY_CODE, *OTHERS})
    return None if code in codes else f"{code!r} is no language known here; there are {', '.join(codes)}"

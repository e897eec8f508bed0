"""Whom something was told, and where: how the words between a cue and what was said are read."""

from __future__ import annotations

import re

from verifier.english import closed

_TELLING = re.compile(r"(?:t[eo]ll|told|inform|assur|remind|warn|notif|advis|promis|convinc|persuad)", re.IGNORECASE)
_THAT = re.compile(r"\bthat$", re.IGNORECASE)


def has_listeners(cue: str) -> bool:
    """Whether the verb of a cue is followed by those who were told: "told reporters", not "said"."""
    return _TELLING.match(cue) is not None


def without_that(words: str) -> str:
    """The words without the "that" which opens what was said."""
    return _THAT.sub("", words)


def tell_nothing(words: str) -> bool:
    """Whether the words between a cue and what was said only lead on to it ("so", "how", "of")."""
    return words.lower() in closed.BARE

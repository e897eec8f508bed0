"""What a figure counts: the noun after it."""

from __future__ import annotations

from verifier.english import closed, inflection, nouns
from verifier.reading import matching
from verifier.reading.words import Words


def noun(words: Words, at: int) -> str | None:
    """The head of what is counted, from token ``at`` on, in the singular: the first plural before the phrase ends."""
    lows = words.lows
    if lows[at : at + 1] == ["of"]:
        at += 1
        while at < len(lows) and lows[at] in closed.BEFORE_THE_COUNTED:
            at += 1
    elif lows[at : at + 1] in (["more"], ["other"]):
        at += 1
    elif lows[at : at + 1] == ["others"]:
        return None
    for i in range(at, min(at + 5, len(lows))):
        low = lows[i]
        if low in nouns.PLURALS or (
            len(low) > 3 and low[-1] == "s" and low[-2] not in "su'’" and low not in nouns.ENDS_LIKE_A_PLURAL
        ):
            return _singular(low)
        if not low[0].isalpha() or not matching.key(low):
            return None
    return None


def noun_of(words: Words, at: int) -> str | None:
    """The head of what a share is of: "voters" of "25 percent of the registered voters"."""
    lows = words.lows
    if lows[at : at + 1] != ["of"]:
        return None
    at += 1
    while at < len(lows) and lows[at] in closed.BEFORE_THE_COUNTED:
        at += 1
    for i in range(at, min(at + 5, len(lows) - 1)):
        if lows[i] in {"'s", "’s"}:  # "of the city's schools" is of schools
            at = i + 1
    found = noun(words, at)
    if found is None and at < len(lows) and lows[at][0].isalpha() and matching.key(lows[at]):
        return lows[at]
    return found


def _singular(low: str) -> str:
    irregular = nouns.SINGULARS
    if low in irregular or low in nouns.PLURALS:
        return irregular.get(low, low)
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(inflection.PLURALS_IN_ES):
        return low[:-2]
    return low[:-1]

"""Slips: words side by side that no edited sentence holds, found by looking up each trigger word once.

Which rule a slip belongs to depends on whether it stands in a quotation (Q008) or in the writer's own words (T002).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from verifier.english import slips
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._text import determiners, doubling
from verifier.rules._text.slip import Slip, adjacent


def _pairs(words: Words) -> Iterator[Slip]:
    lows, forms, last = words.lows, words.forms, len(words) - 1
    for word, never in slips.PAIRS.items():
        for i in words.places.get(word, ()):
            if i == last or lows[i + 1] not in never or not forms[i + 1].islower() or not adjacent(words, i):
                continue
            if _allowed(lows, i):
                continue
            yield Slip(i, i + 1, "are two words that do not fit together")
    for i in words.places.get("did", ()):
        if lows[i + 1 : i + 2] == ["not"] and lows[i + 2 : i + 3] and lows[i + 2] in slips.PAST_FORMS:
            yield Slip(i, i + 2, "has the past twice")


def _allowed(lows: list[str], i: int) -> bool:
    """The readings in which a pair does fit."""
    pair = (lows[i], lows[i + 1])
    before = lows[i - 1] if i else ""
    after = lows[i + 2] if i + 2 < len(lows) else ""
    allowed = {
        "would": after in slips.AFTER_WOULD_OF,
        "should": after in slips.AFTER_WOULD_OF,
        "could": after in slips.AFTER_WOULD_OF,
        "with": not before.isalpha(),
        "at": not before.isalpha(),
        "prior": pair[1] == "the",
        "its": after in {"priori", "cappella"},
        "they": before in slips.BEFORE_THEY,
        "we": before in slips.BEFORE_THEY,
        "according": pair[1] == "a" and after == "cappella",
    }
    return allowed.get(pair[0], False)


@lru_cache(maxsize=1)
def find(analysis: Analysis) -> tuple[Slip, ...]:
    """Every such slip of the article, in no particular order; looked for once, for both rules."""
    words = analysis.words
    return (*doubling.find(words), *determiners.find(words), *_pairs(words))

"""Words and phrases that stand twice, sentences run together, and names put through a list of synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, islice
from operator import eq

from verifier.english import slips
from verifier.reading.words import Words
from verifier.rules._text.slip import Slip, adjacent

_DOMAINS = frozenset("com org net js io co uk gov edu tv ai us eu info biz py pdf html php inc".split())


def _doubled(words: Words) -> Iterator[Slip]:
    lows, forms = words.lows, words.forms
    for i in compress(range(len(lows)), map(eq, lows, islice(lows, 1, None))):
        low = lows[i]
        if not low.isalpha() or not adjacent(words, i):
            continue
        if forms[i + 1][0].isupper() or (i and lows[i - 1] == low) or lows[i + 2 : i + 3] == [low]:
            continue  # a name ("of Of Mice and Men"), or chanting
        if low in slips.NEVER_DOUBLED or (low not in slips.DOUBLED and len(low) > 2):
            yield Slip(i, i + 1, "is the same word twice")


def _doubled_pairs(words: Words) -> Iterator[Slip]:
    """ "In the in the": two words twice. "Step by step by step" has its first word a third time, and is an idiom."""
    lows = words.lows
    for i in compress(range(len(lows)), map(eq, lows, islice(lows, 2, None))):
        if (
            lows[i + 1 : i + 2] != lows[i + 3 : i + 4]
            or lows[i] == lows[i + 1]
            or lows[i + 4 : i + 5] == lows[i : i + 1]
        ):
            continue
        if lows[i + 1] not in slips.SECOND_OF_PAIR or lows[i] not in slips.FIRST_OF_PAIR:
            continue
        if all(adjacent(words, j) and words.forms[j + 1].islower() for j in range(i, i + 3)):
            yield Slip(i, i + 3, "is the same phrase twice")


def _run_together(words: Words) -> Iterator[Slip]:
    """Two sentences without a blank between them; addresses and file names look the same but go on in small letters."""
    forms, starts, ends = words.forms, words.starts, words.ends
    for mark in (".", "?", "!"):
        for i in words.places.get(mark, ()):
            if i < 1 or i + 1 >= len(forms) or starts[i] != ends[i - 1] or starts[i + 1] != ends[i]:
                continue
            before, after = forms[i - 1], forms[i + 1]
            if not (before.isalpha() and before.islower() and len(before) > 2 and after.istitle() and after.isalpha()):
                continue
            behind = forms[i + 2] if i + 2 < len(forms) else ""
            if len(after) > 1 and after.lower() not in _DOMAINS and behind not in {"@", "/", ".", "_", "(", "=", "`"}:
                yield Slip(i - 1, i + 1, "has no blank between two sentences")


def _spun_names(words: Words) -> Iterator[Slip]:
    for first, second in slips.SPUN_NAMES:
        for i in words.places.get(first.lower(), ()):
            if words.forms[i] == first and words.forms[i + 1 : i + 2] == [second] and adjacent(words, i):
                yield Slip(i, i + 1, "looks like a name put through a list of synonyms")


def find(words: Words) -> Iterator[Slip]:
    """Every such slip of the article, in no particular order."""
    yield from _doubled(words)
    yield from _doubled_pairs(words)
    yield from _run_together(words)
    yield from _spun_names(words)

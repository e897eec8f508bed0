"""Which language an article is written in, told by its small words.

Function words make up 40 to 50 percent of the running words of European languages, and their most frequent ones
differ from language to language: counting them tells languages apart from a few dozen words on (Grefenstette,
Comparing two language identification schemes, JADT 1995). No library is used: those that fit bring a model of many
megabytes or load one that was pickled, for a question that is English or not in nearly every case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from verifier.languages._commonest import ENGLISH, IN_NAMES, OTHERS

DEFAULT = "en"
UNKNOWN = "und"
"""BCP 47 for a language that nothing here can name."""
_LOOKED_AT = 4_000  # characters: some 600 words tell enough
_FEWEST = 20
"""Words below which nothing is told: a headline, a caption and a table are read as English."""
_TOLD_FROM, _MOST_WORDS = 40, 4_000
"""Words from which a language is named, and of which it is told."""
_HITS, _DIFFERENT = 6, 4
"""Small words of another language that must stand there, and how many different ones that are no parts of names."""
_SHARE = 0.15
_CLEARER = 2
"""How many times as many as English ones they must be."""
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FOREIGN_LETTERS = 0.5


def detect(plain: str) -> str:
    """The language of a text as BCP 47 has it ("en", "de"), "und" for a script that is not Latin.

    Whatever is not clearly another language is English: reading English as something else would leave it unread.
    """
    sample = plain[:_LOOKED_AT]
    if not sample.isascii() and _other_script(sample):
        return UNKNOWN
    words = [*map(str.lower, _WORD.findall(sample))]
    if len(words) < _FEWEST:
        return DEFAULT
    english = sum(map(ENGLISH.__contains__, words))
    if english >= len(words) * _SHARE * _CLEARER:
        return DEFAULT  # no other language can have twice as many
    found = {code: [word for word in words if word in small] for code, small in OTHERS.items()}
    best = max(found, key=lambda code: len(found[code]))
    hits = found[best]
    clear = len(hits) >= max(_HITS, len(words) * _SHARE, english * _CLEARER) and len(set(hits) - IN_NAMES) >= _DIFFERENT
    return best if clear else DEFAULT


def tell(words: Sequence[str]) -> str | None:
    """The language of words in lower case where it is clear, English as well; None for too few or another's."""
    sample = words[:_MOST_WORDS]
    if len(sample) < _TOLD_FROM:
        return None
    hits = {code: sum(word in small for word in sample) for code, small in ((DEFAULT, ENGLISH), *OTHERS.items())}
    best = max(hits, key=lambda code: hits[code])
    return best if hits[best] >= _SHARE * len(sample) else None


def _other_script(sample: str) -> bool:
    looked_at = sample[:2_000]
    beyond = [c for c in _BEYOND_ASCII.findall(looked_at) if c.isalpha()]
    others = sum(not ("a" <= c.lower() <= "z" or unicodedata.name(c, "").startswith("LATIN")) for c in beyond)
    if not others:  # dashes and quotation marks alone, as in most English text
        return False
    letters = sum(c.isalpha() for c in looked_at)
    return letters >= _FEWEST and others > letters * _FOREIGN_LETTERS

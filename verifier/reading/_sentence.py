"""One sentence to walk: its words, their tags, and what holds of any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from verifier.reading import tags
from verifier.reading.words import Words

NOMINAL = frozenset((tags.NOUN, tags.NAME, tags.NUMBER, tags.NOUN_OR_VERB))
VERBAL = frozenset((tags.VERB, tags.AUXILIARY, tags.CONTRACTED))
DASHES = frozenset(("—", "–", "--", "―"))


@dataclass(slots=True, eq=False)
class Reading:
    """One sentence to walk: the article's words and tags, and its own tokens from ``first`` up to ``last``.

    Never changed once it is made, but for what it keeps. A tuple takes twice as long to be asked for a word, and it is
    asked that more often than anything else.
    """

    words: Words
    tags: list[str]
    first: int
    last: int
    groups: dict[int, int] = field(default_factory=dict)
    """Where the group of each verb begins, as far as that was asked: it is, six times for each."""

    def low(self, i: int) -> str:
        """The word in lower case; nothing outside the sentence."""
        return self.words.lows[i] if self.first <= i < self.last else ""

    def tag(self, i: int) -> str:
        """The word's tag; outside the sentence everything is a mark."""
        return self.tags[i] if self.first <= i < self.last else tags.MARK


class Stretch(NamedTuple):
    """Tokens from ``first`` to ``last``, both included."""

    first: int
    last: int


def glued(r: Reading, hyphen: int) -> bool:
    """Whether a hyphen ties two words; with blanks around it, it is a dash."""
    words = r.words
    return 0 < hyphen < len(words) - 1 and words.ends[hyphen] == words.starts[hyphen + 1]


def dashes(r: Reading, i: int) -> bool:
    """Whether a dash stands here; a hyphen with blanks around it is one, not that of "low- and middle-income"."""
    if r.low(i) != "-":
        return r.low(i) in DASHES
    return not glued(r, i) and (i == 0 or r.words.ends[i - 1] < r.words.starts[i])


def has_verb(tags_: Sequence[str], tokens: range) -> bool:
    """Whether a verb makes a statement of these tokens: a line of a table or "Attendance: 11,204" has none."""
    return not VERBAL.isdisjoint(tags_[tokens.start : tokens.stop])

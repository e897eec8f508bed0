"""Where gold's words stand in an article, and whether two names are one."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

from verifier.report.models import Span

Place = tuple[int, int]

_SMALL = frozenset("of for to by in at from with a an the and on".split())
"""Words that make what stands before a name more than a title: "a spokesman for Ana Ruiz" is not Ana Ruiz."""


def occurrences(text: str, passage: str) -> list[Place]:
    """Every place where the words stand, whatever white space is between them; whole words only ("US", not "USA")."""
    words = r"\s+".join(re.escape(word) for word in passage.split())
    before = r"(?<!\w)" if passage.lstrip()[:1].isalnum() else ""
    after = r"(?!\w)" if passage.rstrip()[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(f"{before}{words}{after}", text)] if words else []


def hits(text: str, passages: Sequence[str], spans: Sequence[Span]) -> bool:
    """Whether each passage is touched by a span of its own: both sides of a conflict, not one side twice."""
    touching = [
        [at for at, span in enumerate(spans) if any(overlap(span, place) for place in occurrences(text, passage))]
        for passage in passages
    ]
    owner: dict[int, int] = {}
    return all(_settled(passage, touching, owner, set()) for passage in range(len(passages)))


def overlap(span: Span, place: Place) -> int:
    """How many characters a span shares with a place."""
    return max(0, min(span.end, place[1]) - max(span.start, place[0]))


def same_name(found: str, gold: str) -> bool:
    """Whether a speaker found is the one in gold: the same words, or these behind a title ("Mayor Ana Ruiz")."""
    one, other = name_words(found), name_words(gold)
    if one == other:
        return True
    title = one[: len(one) - len(other)]
    return bool(other) and one[len(title) :] == other and bool(title) and not _SMALL & set(title)


def name_words(name: str) -> list[str]:
    """A name's words without case, article and marks."""
    words = [word.strip(string.punctuation + "“”‘’") for word in name.casefold().split()]
    words = [word for word in words if word]
    return words[1:] if words and words[0] in {"the", "a", "an"} else words


def _settled(passage: int, touching: Sequence[Sequence[int]], owner: dict[int, int], tried: set[int]) -> bool:
    """Give a passage a span of its own, moving the owner of a wanted one to another that it touches."""
    for at in touching[passage]:
        if at not in tried:
            tried.add(at)
            if at not in owner or _settled(owner[at], touching, owner, tried):
                owner[at] = passage
                return True
    return False

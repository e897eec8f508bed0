"""Relays: the news outlets that a statement came through, outermost first.

An outlet stands between the speaker and the reader in two ways: it reports ("..., Bloomberg reported", "according to a
report in the Post", "a report in the Post said"), or it is whom the speaker told ("told Reuters", "in an interview with
CNN"). The one that reports is the outer one.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Article, Span
from verifier.english import closed, outlets, saying
from verifier.reading import _saying
from verifier.reading._model import NameMention, Names, OutletMention
from verifier.reading.words import Words

_REPORTS, _TOLD = 0, 1
_MOST = 6  # outlets looked at in a sentence
_REACH = 7  # words between "interview" and the outlet


class Relays:
    """The outlets of the article by sentence."""

    def __init__(self, article: Article, words: Words, names: Names) -> None:
        self._article = article
        self._found: dict[int, list[tuple[int, OutletMention]]] = {}
        for mention in names.mentions:
            entity = names.entities[mention.entity]
            if entity.kind == "outlet" and (role := _role(words, mention)) is not None:
                sentence = article.sentence_at(mention.bare.start)
                if sentence is not None:
                    outlet = OutletMention(entity.name, mention.bare)
                    self._found.setdefault(sentence.index, []).append((role, outlet))

    def of(self, cue: Span | None, content: Sequence[Span]) -> tuple[OutletMention, ...]:
        """The outlets that a statement with this cue came through."""
        if not self._found:
            return ()
        sentence = self._article.sentence_at(cue.start if cue else content[0].start)
        here = self._found.get(sentence.index, [])[:_MOST] if sentence else []
        seen: dict[str, OutletMention] = {}
        for _, outlet in sorted(here, key=lambda pair: pair[0]):
            seen.setdefault(outlet.name, outlet)
        return tuple(seen.values())


def _role(words: Words, mention: NameMention) -> int | None:
    """Whether the outlet reports or was told here; None where it is only mentioned."""
    first = words.at(mention.span.start)
    last = words.at(mention.bare.end - 1)
    nxt = words.lows[last + 1] if last + 1 < len(words) else ""
    if _saying.is_verb(nxt) and not nxt.endswith("ing"):
        return _REPORTS
    i = first - 1
    if i >= 0 and words.lows[i] in closed.ARTICLES:
        i -= 1
    if i < 1:
        return None
    if words.lows[i] in saying.TELLS:
        return _TOLD
    if words.lows[i] == "to" and words.lows[i - 1] == "according":
        return _REPORTS
    if words.lows[i] == "by" and words.lows[i - 1] in outlets.GOT:
        return _REPORTS
    return _linked(words, i) if words.lows[i] in outlets.LINKS else None


def _linked(words: Words, link: int) -> int | None:
    """The role of an outlet after a preposition: "a report in the Post", "in an interview with CNN"."""
    for k in range(link - 1, max(-1, link - _REACH), -1):
        low = words.lows[k]
        if low in outlets.REPORT_NOUNS:
            return _REPORTS
        if low in saying.TALKS:
            return _TOLD
        if low in (".", ";", '"', "”", "''"):
            return None
    return None

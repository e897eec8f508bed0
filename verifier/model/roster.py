"""The roster as questions offer it: whom a number or a name of an answer means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from verifier.article import Span
from verifier.reading import Analysis
from verifier.reading._model import Source
from verifier.reading.roster import roster
from verifier.reading.vagueness import is_vague

_MOST = 60
"""Names that one question offers: those that the article names most often."""
_NO_PART = frozenset({"the", "mr", "mrs", "ms", "dr", ""})


@dataclass(frozen=True, slots=True)
class Roster:
    """The numbered choices of who can speak, in the order in which the article names them."""

    sources: tuple[Source, ...]

    def numbered(self, number: int) -> Source | None:
        """Whom a number means; numbers count from 1."""
        return self.sources[number - 1] if 0 < number <= len(self.sources) else None

    def called(self, name: str) -> Source | None:
        """Who has this name on the roster, in whole or in part of it."""
        wanted = _parts(name)
        found = [s for s in self.sources if wanted and (wanted <= _parts(s.name) or _parts(s.name) <= wanted)]
        return found[0] if len(found) == 1 else None


def of(analysis: Analysis) -> Roster:
    """Who could speak in this article."""
    times = Counter(m.entity for m in analysis.names.mentions)
    named = [Source(n.mention, n.name, "explicit", entity=n.entity) for n in roster(analysis)]
    often = sorted(named, key=lambda s: -times[s.entity] if s.entity is not None else 0)[:_MOST]
    return Roster(tuple(sorted(often, key=lambda s: s.mention)))


def source_at(analysis: Analysis, mention: Span, name: str, entity: int | None = None) -> Source:
    """A source that the model has named, as the report holds it."""
    return Source(mention, name, "explicit", is_vague(analysis.words, mention), entity)


def _parts(name: str) -> frozenset[str]:
    words = (word.strip(".,’'\"()").casefold() for word in name.split())
    return frozenset(word.removesuffix("’s").removesuffix("'s") for word in words) - _NO_PART

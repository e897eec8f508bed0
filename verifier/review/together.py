"""What is decided together: a fact and a finding on the same words are one problem, a correction settles all that it
changes, and a call made of one quotation is one call, whatever in it is waiting for the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verifier.report.models import Finding, Report, Span
from verifier.review import correcting
from verifier.review.correcting import holds, same_place
from verifier.review.facts import Fact
from verifier.review.marks import Marked
from verifier.review.passages import of_finding, places
from verifier.review.records import Along, Item, Kind, Passage, Ruling, Standing

_CARRIED = ("mend", "fine", "call", "answered")
"""What settles both; that the tool erred checks no fact, and that something is no fact clears no finding."""
_CALL = ("call", "answered")
_ASKED = ("whom", "number", "answer", "attempts")

_STRETCH = 500
"""Characters of a text in which is looked for what else stands at a place: an article may have thousands of items."""

Place = tuple[Kind, str]


@dataclass(frozen=True)
class Together:
    """The items of one article and how they stand, as what is decided about one of them bears on others."""

    article: int
    report: Report
    facts: Sequence[Fact]
    marks: Sequence[Marked]
    standings: Mapping[Place, Standing]

    @cached_property
    def _about(self) -> dict[Place, tuple[Span, ...]]:
        """The places that each item is about; a finding from a comparison is about all that was compared."""
        found: dict[Place, tuple[Span, ...]] = {}
        for f in self.report.findings:
            found["finding", f.fingerprint] = tuple(about(self.report, f))
        found |= {("fact", f.key): (f.span,) for f in self.facts}
        return found | {("mark", m.key): (m.span,) for m in self.marks}

    def companions(self, kind: Kind, key: str) -> list[Place]:
        """The items that are one problem with this one: a finding's facts, and a fact's findings that are about
        nothing else."""
        mine = self._about.get((kind, key), ())
        near = self._near(mine)
        if kind == "finding":
            return [
                ("fact", f.key) for f in correcting.facts_at([self._facts[k] for w, k in near if w == "fact"], mine)
            ]
        if kind != "fact" or not mine:
            return []
        return [p for p in near if p[0] == "finding" and _alone(mine[0], self._about[p])]

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {f.key: f for f in self.facts}

    @cached_property
    def _stretches(self) -> dict[int, list[int]]:
        """The items that are about something in each stretch of the text, as numbers in their order."""
        found: dict[int, list[int]] = {}
        for number, at in enumerate(self._about.values()):
            for stretch in {n for span in at for n in _stretches(span)}:
                found.setdefault(stretch, []).append(number)
        return found

    @cached_property
    def _order(self) -> list[Place]:
        return list(self._about)

    def _near(self, spans: Iterable[Span]) -> list[Place]:
        """The items that may be about the same places, in their order."""
        numbers = {one for span in spans for n in _stretches(span) for one in self._stretches.get(n, ())}
        return [self._order[number] for number in sorted(numbers)]

    def _meant(self, item: Item, ruling: Ruling) -> list[Place]:
        """The items that a ruling is about, too. What should read otherwise is the first place of a finding, and the
        others, such as the parts of a sum, are left alone."""
        place = next(iter(self._about.get((item.kind, item.key), ())), None)
        if ruling.state != "mend" or not ruling.wording or place is None:
            return self.companions(item.kind, item.key)
        lead = next((f for f in self.report.findings if item.kind == "finding" and f.fingerprint == item.key), None)
        settled = correcting.settled(self.report, self.facts, place, ruling.wording, lead)
        return [p for p in settled if p != (item.kind, item.key)]

    def decided(self, item: Item, ruling: Ruling) -> tuple[Ruling, list[Along]]:
        """A ruling as it is to be kept, and what is decided along with it."""
        before = self.standings[item.kind, item.key].ruling if (item.kind, item.key) in self.standings else Ruling()
        if before.along and ruling.note != before.note and ruling.notes(before):
            return replace(before, note=ruling.note), []  # the decision stays what it is: that of another item
        lead = self._call(item, ruling) if ruling.state in _CALL else None
        if lead is None:
            return ruling, list(self._theirs(item, ruling))
        asked = {name: getattr(ruling, name) or getattr(lead.ruling, name) for name in _ASKED}
        mine = replace(ruling, **asked, along=lead.item.ref)
        theirs = replace(lead.ruling, state=ruling.state, **asked)
        also = [Along(lead.item, theirs, self._passage(lead.item), seen=lead.version)]
        also += [one for one in self._theirs(lead.item, theirs) if one.item != item]
        also += [
            replace(one, ruling=replace(one.ruling, along=lead.item.ref))
            for one in self._theirs(item, mine)
            if one.item != lead.item and one.item not in [a.item for a in also]
        ]
        return mine, also

    def asked(self, item: Item) -> Ruling | None:
        """The call that is open already about what an item is in; None where there is none."""
        lead = self._call(item, Ruling("call"))
        return lead.ruling if lead else None

    def _theirs(self, item: Item, ruling: Ruling) -> Iterator[Along]:
        """What follows an item: its companions, and what waits for its call."""
        beside = self._meant(item, ruling)
        waiting = [p for p, s in self.standings.items() if s.ruling.along == item.ref and p not in beside]
        codes = (f.code for f in self.report.findings if item.kind == "finding" and f.fingerprint == item.key)
        leads = frozenset((item.ref, *codes))  # an earlier verifier wrote the code alone
        for place in [*beside, *waiting]:
            other = Item(self.article, *place)
            before = self.standings[place].ruling if place in self.standings else Ruling()
            theirs = Ruling("open", note=before.note, wording=before.wording)
            if before.answer:  # what was said stays with what it was said about
                theirs = replace(theirs, **{name: getattr(before, name) for name in _ASKED})
            if place in beside and ruling.state in _CARRIED:
                theirs = replace(ruling, wording=before.wording, note=before.note, along=item.ref)
            elif place in waiting and ruling.state in _CALL:
                theirs = replace(before, state=ruling.state, **{name: getattr(ruling, name) for name in _ASKED})
            elif place in waiting and (item.kind, item.key) not in self._about and before.state != "call":
                continue  # what is in the article no more takes no decision with it, but what waits for its call
            elif place in waiting and before.state == "answered" and ruling.state != "open":
                continue  # the answer stands, whatever was made of it elsewhere
            yield Along(other, theirs, self._passage(other), leads=leads)

    def _call(self, item: Item, ruling: Ruling) -> Standing | None:
        """The call that a call about an item belongs to: one that is open about the same quotation or words, and that
        asks nobody else."""
        mine = [self._unit(s) for s in self._about.get((item.kind, item.key), ())]
        open_ones = [s for s in self.standings.values() if s.ruling.state == "call" and not s.ruling.along]
        for lead in sorted(open_ones, key=lambda s: s.at):
            theirs = [self._unit(s) for s in self._about.get((lead.item.kind, lead.item.key), ())]
            whom = lead.ruling.whom
            if lead.item != item and _meet(mine, theirs) and (not whom or ruling.whom in ("", whom)):
                return lead
        return None

    def _unit(self, span: Span) -> Span:
        """What one asks about: the quotation that a place stands in, or the place itself."""
        around = (f.span for f in self.facts if f.kind == "quotation" and holds(f.span, span))
        return next(around, span)

    def _passage(self, item: Item) -> Passage:
        place = (item.kind, item.key)
        if item.kind == "finding":
            return next(of_finding(self.report, f) for f in self.report.findings if f.fingerprint == item.key)
        listed: list[Fact | Marked] = [*self.facts, *self.marks]
        made = next((one.passage() for one in listed if one.key == item.key), None)
        kept = made or (self.standings[place].passage if place in self.standings else None)
        return kept or Passage("", "", ())


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


def about(report: Report, finding: Finding) -> list[Span]:
    """Every place that a finding is about: those it points at, and the passage that was compared, of which it may show
    but the word that differs."""
    compared = [e.article for e in report.evidence if finding.evidence and e.id == finding.evidence]
    return [*places(finding), *compared]


def begins(report: Report, finding: Finding) -> int:
    """Where what a finding is about begins, so that it stands before the facts in it."""
    return min(s.start for s in (finding.spans[0], *about(report, finding)[len(places(finding)) :]))


def _alone(fact: Span, at: Iterable[Span]) -> bool:
    """Whether places are about a fact and about nothing else."""
    kept = list(at)
    return any(same_place(fact, place) for place in kept) and all(
        same_place(fact, place) or holds(fact, place) for place in kept
    )


def _meet(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)

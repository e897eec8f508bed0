"""What a page shows of a report: rows of text with the notes that belong beside them, who speaks, what is covered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from verifier.report._coverage import Accounts, Lane, accounts, gap_marks, lanes
from verifier.report._facts import FactLine, FactNote, Facts, fact_marks, facts_beside
from verifier.report._likely import LikelyNote, likely_marks, likely_notes
from verifier.report._model_part import missing, opinions, used
from verifier.report._not_run import not_run
from verifier.report._notes import FindingNote, finding_marks, notes
from verifier.report._pieces import Block, Mark, Piece, blocks, cut
from verifier.report._sides import Sides, sides
from verifier.report._speech import Saying, Speech, speaker_colours, speech, speech_marks
from verifier.report._tally import Tally
from verifier.report.decisions import Decisions, Ticked
from verifier.report.evidence import SourceRead
from verifier.report.models import Report, Span

_MANY = 400
"""Notes above which a margin in which each waits for the one before takes a browser seconds to lay out."""


class Beside(NamedTuple):
    """A finding's note in the margin; ``voices`` are the anchors of those whose words it touches, ``first`` of those
    whose words it is about."""

    note: FindingNote
    voices: tuple[str, ...]
    first: tuple[str, ...]

    @property
    def heard(self) -> str:
        """The voices as a page has them."""
        return " ".join(self.voices)


class Row(NamedTuple):
    """A paragraph and what stands beside it; ``facts`` are those that somebody decided on."""

    kind: str
    pieces: tuple[Piece, ...]
    gap: str
    findings: tuple[Beside, ...]
    sayings: tuple[Saying, ...]
    facts: tuple[FactLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to ring, and what to ask; ``whom`` is empty where nobody who can be rung is named. What is to be read or
    listened to again is asked of nobody, but ``in_sources``."""

    whom: str
    notes: tuple[FindingNote, ...]
    in_sources: bool = False
    facts: tuple[FactNote, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows of one article; ``idle`` are the sources that it was not held against."""

    prefix: str
    report: Report
    tally: Tally
    rows: tuple[Row, ...]
    notes: tuple[FindingNote, ...]
    speech: Speech
    lanes: tuple[Lane, ...]
    accounts: tuple[Accounts, ...]
    opinions: tuple[str, ...]
    missing: tuple[str, ...]
    not_run: tuple[str, ...]
    idle: tuple[SourceRead, ...]
    used: str
    calls: tuple[Call, ...]
    evidence: tuple[Sides, ...] = ()
    likely: tuple[LikelyNote, ...] = ()
    facts: Facts = Facts({})  # noqa: RUF009 - it is frozen

    @property
    def to_check(self) -> list[FindingNote]:
        """What the list on top names: errors first, then warnings, each in the order of the text."""
        return [n for n in self._counted if not n.ruled]

    @property
    def decided(self) -> list[FindingNote]:
        """What is no longer to be checked, since somebody has; in the same order."""
        return [n for n in self._counted if n.ruled]

    @property
    def _counted(self) -> list[FindingNote]:
        counted = [n for n in self.notes if n.on_top]
        return sorted(counted, key=lambda n: ("error", "warning", "info").index(n.finding.severity))

    @property
    def beneath(self) -> int:
        """How many notes that count stand beside the text alone."""
        return sum(n.finding.counts and not n.on_top for n in self.notes)

    @property
    def large(self) -> bool:
        """Whether there are so many notes that a browser should lay out only what is in sight."""
        return len(self.notes) > _MANY


def view(  # noqa: PLR0913 - what is shown, and how
    report: Report,
    prefix: str,
    decisions: Decisions,
    *,
    likely: bool = False,
    more: Sequence[Mark] = (),
    before: Mapping[str, int] | None = None,
    ticked: Sequence[Ticked] = (),
) -> View:
    """Lay a report out; ``prefix`` keeps the anchors of several articles on one page apart, ``likely`` shows
    candidates, too; ``more`` are marks that stand in the text beside the report's own; ``before`` are the colours that
    speakers had in an earlier version; ``ticked`` are the facts with what was decided about them."""
    tally = Tally.of(report)
    colours = speaker_colours(report, before or {})
    said = speech(report, prefix, colours)
    noted = notes(report, prefix, decisions)
    parts = blocks(report.article)
    facts = facts_beside(report, prefix, ticked, parts, noted)
    marks = [
        *speech_marks(report, prefix, colours),
        *gap_marks(report, prefix),
        *finding_marks(report, prefix, decisions),
        *(likely_marks(report, prefix) if likely else ()),
        *fact_marks(facts),
        *more,
    ]
    rows = _rows(report, said, noted, marks, parts, facts)
    return View(
        prefix,
        report,
        tally,
        rows,
        tuple(noted),
        said,
        lanes(report, tally, colours),
        accounts(report, prefix, tally, colours),
        tuple(opinions(report)),
        tuple(missing(report)),
        tuple(not_run(report)),
        tuple(s for s in report.run.sources if s.state != "compared"),
        used(report),
        _calls(rows, said),
        tuple(sides(report, e) for e in report.evidence),
        tuple(likely_notes(report, prefix) if likely else ()),
        facts,
    )


def _rows(  # noqa: PLR0913 - what stands in a row
    report: Report, said: Speech, noted: list[FindingNote], marks: list[Mark], parts: list[Block], facts: Facts
) -> tuple[Row, ...]:
    text = report.article.text
    marks = sorted(marks, key=lambda m: (m.start, -m.end))
    starts = [b.start for b in parts]
    findings: list[list[Beside]] = [[] for _ in parts]
    sayings: list[list[Saying]] = [[] for _ in parts]
    spoken = _Spoken(report, said, starts)
    by_rules = {(one.line, one.who) for one in said.sayings if one.origin == "rules"}
    for note in noted:
        findings[_at(starts, note.finding.spans[0].start)].append(spoken.beside(note))
    for saying in said.sayings:
        here = sayings[_at(starts, saying.start)]
        if saying.origin == "model" and (saying.line, saying.who) in by_rules:
            continue  # the rules have read the same words, with their cue
        if not here or here[-1].chain != saying.chain:
            here.append(saying)
    return tuple(
        Row(
            kind="headline" if not number and text[block.start : block.end].strip() == report.article.title else "",
            pieces=tuple(cut(text, block, here)),
            gap=text[block.end : block.after],
            findings=tuple(findings[number]),
            sayings=tuple(sayings[number]),
            facts=facts.beside.get(number, ()),
        )
        for number, (block, here) in enumerate(zip(parts, _by_block(marks, parts), strict=True))
    )


def _calls(rows: Sequence[Row], said: Speech) -> tuple[Call, ...]:
    """What nobody has decided by whom to ask: who is to be called about it, or the first whose words or name it
    touches, if it is somebody who can be rung. What comes from a comparison with the sources is looked up there, or the
    writer knows."""
    names = {v.anchor: v.name for v in said.voices if not v.vague}
    by_whom: dict[tuple[bool, str], tuple[list[FindingNote], list[FactNote]]] = {}
    for row in rows:
        for beside in (b for b in row.findings if not b.note.ruled and b.note.state != "answered"):
            decision, compared = beside.note.decision, beside.note.finding.evidence is not None
            named = "" if compared else next((names[anchor] for anchor in beside.first if anchor in names), "")
            whom = decision.whom if decision else ""
            in_sources = beside.note.beside is not None and not whom
            by_whom.setdefault((in_sources, whom or named), ([], []))[0].append(beside.note)
        for line in row.facts:
            if line.decision and line.state == "call":
                by_whom.setdefault((False, line.decision.whom), ([], []))[1].extend(line.notes)
    ordered = sorted(by_whom.items(), key=lambda one: (one[0][0], not one[0][1]))
    return tuple(Call(whom, tuple(asked), in_sources, tuple(facts)) for (in_sources, whom), (asked, facts) in ordered)


class _Spoken:
    """Whose words stand where, block by block and in the order of the text, with how far the words before each reach:
    a finding is compared with what stands around it only."""

    def __init__(self, report: Report, said: Speech, starts: list[int]) -> None:
        self._starts = starts
        anchors = {v.name: v.anchor for v in said.voices}
        self._here: dict[int, list[tuple[int, int, int, str]]] = {}
        for claim in report.claims:
            if claim.speaker and claim.kind != "reported":
                self._add([*claim.spans, claim.speaker.mention], anchors[claim.speaker.name])
        for quote in report.quotes:
            if quote.speaker and quote.speaker.name in anchors:
                self._add([quote.span], anchors[quote.speaker.name])
        for here in self._here.values():
            here.sort()
        self._reach = {at: [*accumulate((end for _, end, *_ in here), max)] for at, here in self._here.items()}

    def _add(self, spans: list[Span], anchor: str) -> None:
        for s in spans:
            here = self._here.setdefault(_at(self._starts, s.start), [])
            here.append((s.start, s.end, len(here), anchor))

    def beside(self, note: FindingNote) -> Beside:
        """A note with those whose words it touches."""
        finding = note.finding
        places = [*finding.spans, *(r.span for r in finding.related)]
        return Beside(note, self._near(places), self._near(places if finding.severity != "info" else places[:1]))

    def _near(self, places: Sequence[Span]) -> tuple[str, ...]:
        """The anchors of the voices in whose words, or at whose name, one of the places lies."""
        found: list[str] = []
        for place in places:
            at = _at(self._starts, place.start)
            here, reach = self._here.get(at, []), self._reach.get(at, [])
            near = here[bisect_right(reach, place.start) : bisect_left(here, (place.end,))]
            found += (anchor for _, anchor in sorted(one[2:] for one in near if one[1] > place.start))
        return tuple(dict.fromkeys(found))


def _at(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _by_block(marks: list[Mark], parts: list[Block]) -> list[list[Mark]]:
    """The marks that touch each block; both are in the order of the text, so one walk finds them."""
    found: list[list[Mark]] = []
    open_marks: list[Mark] = []
    at = 0
    for block in parts:
        while at < len(marks) and marks[at].start < block.end:
            open_marks.append(marks[at])
            at += 1
        open_marks = [m for m in open_marks if m.end > block.start]
        found.append(list(open_marks))
    return found

"""What a page shows of a report: rows of text with the notes that belong beside them, and who speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from verifier.report._gaps import Gaps, gap_marks, gaps
from verifier.report._model_part import missing, opinions, used
from verifier.report._notes import FindingNote, finding_marks, notes
from verifier.report._pieces import Block, Mark, Piece, blocks, cut
from verifier.report._screen import clean
from verifier.report._tally import Tally
from verifier.report.decisions import Decisions
from verifier.report.models import Claim, Quote, Report, Span

_COLOURS = 10  # speakers that get a colour of their own; the style sheet has as many
_NOBODY = "s0"


@dataclass(frozen=True, slots=True)
class SpeechNote:
    """Who says a stretch of the text, by which word and through whom; ``who`` None where nobody is credited."""

    colour: str
    who: str | None
    cue: str | None
    via: tuple[str, ...]
    words: str
    quoted: bool
    vague: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and what stands beside it; ``facts`` are the dates and figures the writer states himself."""

    kind: str
    pieces: tuple[Piece, ...]
    gap: str
    findings: tuple[FindingNote, ...]
    speech: tuple[SpeechNote, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker or outlet of the article and how often it is relied on."""

    name: str
    colour: str
    times: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows of one article."""

    prefix: str
    report: Report
    tally: Tally
    rows: tuple[Row, ...]
    notes: tuple[FindingNote, ...]
    voices: tuple[Voice, ...]
    outlets: tuple[Voice, ...]
    gaps: tuple[Gaps, ...]
    opinions: tuple[str, ...]
    missing: tuple[str, ...]
    used: str


def view(report: Report, prefix: str, decisions: Decisions) -> View:
    """Lay a report out; ``prefix`` keeps the anchors of several articles on one page apart."""
    text = report.article.text
    voices = _voices(report)
    colours = {v.name: v.colour for v in voices}
    noted = notes(report, prefix, decisions)
    marks = [*_speech_marks(report, colours), *gap_marks(report, prefix), *finding_marks(report, prefix)]
    marks.sort(key=lambda m: (m.start, -m.end))
    parts = blocks(report.article)
    starts = [b.start for b in parts]
    beside = _Beside(len(parts))
    for note in noted:
        beside.findings[_at(starts, note.finding.spans[0])].append(note)
    for at, speech in _speech(report, colours, starts):
        beside.speech[at].append(speech)
    beside.add_facts(report, starts)
    rows = []
    for number, (block, here) in enumerate(zip(parts, _by_block(marks, parts), strict=True)):
        rows.append(
            Row(
                kind="headline"
                if number == 0 and text[block.start : block.end].strip() == report.article.title
                else "",
                pieces=tuple(cut(text, block, here)),
                gap=text[block.end : block.after],
                findings=tuple(beside.findings[number]),
                speech=tuple(beside.speech[number]),
                facts=tuple(dict.fromkeys(beside.facts[number])),
            )
        )
    return View(
        prefix,
        report,
        Tally.of(report),
        tuple(rows),
        tuple(noted),
        voices,
        _outlets(report),
        gaps(report, prefix),
        tuple(opinions(report)),
        tuple(missing(report)),
        used(report),
    )


class _Beside:
    """What will stand beside each block, while it is gathered."""

    def __init__(self, size: int) -> None:
        self.findings: list[list[FindingNote]] = [[] for _ in range(size)]
        self.speech: list[list[SpeechNote]] = [[] for _ in range(size)]
        self.facts: list[list[str]] = [[] for _ in range(size)]

    def add_facts(self, report: Report, starts: list[int]) -> None:
        """The values in the writer's own statements."""
        for claim in report.claims:
            if claim.kind == "reported" and claim.spans:
                self.facts[_at(starts, claim.spans[0])] += [v.span.text for v in claim.values]


def _at(starts: list[int], span: Span) -> int:
    return max(0, bisect_right(starts, span.start) - 1)


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


def _speech_marks(report: Report, colours: dict[str, str]) -> list[Mark]:
    marks = []
    for claim in report.claims:
        colour = colours[claim.speaker.name] if claim.speaker else ""
        look = ("c", claim.kind, "" if claim.kind == "reported" else colour or _NOBODY)
        marks += [Mark(s.start, s.end, tuple(filter(None, look))) for s in claim.spans]
        if claim.speaker:
            marks.append(Mark(claim.speaker.mention.start, claim.speaker.mention.end, ("who", colour)))
        if claim.cue:
            marks.append(Mark(claim.cue.start, claim.cue.end, ("cue",)))
        marks += [Mark(o.span.start, o.span.end, ("outlet",)) for o in claim.via]
        marks += [Mark(v.span.start, v.span.end, ("value",)) for v in claim.values]
    for quote in report.quotes:
        spoken = ("q", _colour(quote, colours))
        marks.append(Mark(quote.span.start, quote.span.end, ("scare",) if quote.kind == "scare" else spoken))
    return marks


def _speech(report: Report, colours: dict[str, str], starts: list[int]) -> list[tuple[int, SpeechNote]]:
    """A note for every attributed claim and every quote that no claim carries, in the order of the text."""
    carried = {q.claim for q in report.quotes if q.kind != "scare"}
    noted: list[tuple[int, SpeechNote, int]] = []
    for claim in report.claims:
        if claim.kind != "reported" and claim.spans:
            noted.append(
                (claim.spans[0].start, _said(claim, colours, claim.id in carried), _at(starts, claim.spans[0]))
            )
    for quote in report.quotes:
        if quote.claim is None and quote.kind != "scare":
            cue = quote.cue.text if quote.cue else None
            who = quote.speaker.name if quote.speaker else None
            note = SpeechNote(_colour(quote, colours), who, cue, (), _short(quote.span.text), True, False)
            noted.append((quote.span.start, note, _at(starts, quote.span)))
    noted.sort(key=lambda n: n[0])
    return [(at, note) for _, note, at in noted]


def _said(claim: Claim, colours: dict[str, str], quoted: bool) -> SpeechNote:
    who = claim.speaker
    return SpeechNote(
        colour=colours[who.name] if who else _NOBODY,
        who=who.name if who else None,
        cue=claim.cue.text if claim.cue else None,
        via=tuple(o.name for o in claim.via),
        words=_short(claim.spans[0].text),
        quoted=quoted,
        vague=bool(who and who.vague),
    )


def _colour(quote: Quote, colours: dict[str, str]) -> str:
    return colours.get(quote.speaker.name, _NOBODY) if quote.speaker else _NOBODY


def _voices(report: Report) -> tuple[Voice, ...]:
    """Everybody who is credited, the most cited first; each has a colour, the least cited share the last one."""
    times = Counter(c.speaker.name for c in report.claims if c.speaker)
    for quote in report.quotes:
        if quote.speaker and quote.claim is None:
            times[quote.speaker.name] += 1
    vague = {c.speaker.name for c in report.claims if c.speaker and c.speaker.vague}
    return tuple(
        Voice(name, f"s{min(rank, _COLOURS)}", count, name in vague)
        for rank, (name, count) in enumerate(times.most_common(), 1)
    )


def _outlets(report: Report) -> tuple[Voice, ...]:
    times = Counter(o.name for c in report.claims for o in c.via)
    return tuple(Voice(name, "", count) for name, count in times.most_common())


def _short(words: str, most: int = 48) -> str:
    words = clean(words)
    return words if len(words) <= most else words[: words.rfind(" ", 0, most)].rstrip(" ,;:") + " …"

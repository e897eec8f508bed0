"""An article's words beside the source's: both cut into pieces, those that differ known, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from verifier.report.evidence import Evidence, SourceRead
from verifier.report.models import Report, Span

_STATUS = {
    "confirmed": "as in the source",
    "differs": "otherwise in the source",
    "near": "in no source; this is nearest",
    "absent": "in no source",
    "not compared": "not compared",
}
_TO_BE_SEEN = "may be in the source"
_PARAPHRASED = {"differs": "may go against the source", "near": "may go further than the source"}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of one side; ``differs`` where the other side has something else, ``allowed`` where the house lets
    that stand."""

    text: str
    differs: bool = False
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """A fact of the article and its passage in a source, word by word; ``before`` and ``after`` are the source's words
    around it. ``place`` says where it stands, ``link`` leads there (empty where nothing does)."""

    evidence: Evidence
    article: tuple[Words, ...]
    source: tuple[Words, ...]
    before: str
    after: str
    place: str
    link: str
    status: str


def sides(report: Report, evidence: Evidence) -> Sides:
    """Both sides of one piece of evidence."""
    read = next((s for s in report.run.sources if s.id == evidence.source), None)
    ours = [(d.article, d.allowed) for d in evidence.differences if d.article]
    theirs = [(d.source, d.allowed) for d in evidence.differences if d.source]
    return Sides(
        evidence,
        _cut(evidence.article, ours),
        _cut(evidence.span, theirs) if evidence.span else (),
        *around(evidence),
        place(evidence),
        _link(evidence, read) if read else "",
        _status(evidence),
    )


def to_be_seen(evidence: Evidence) -> bool:
    """Whether a source has the value, and a person must see whether of the same thing."""
    return evidence.status == "near" and evidence.fact in ("figure", "date")


def _status(evidence: Evidence) -> str:
    if evidence.fact == "paraphrase":
        return _PARAPHRASED.get(evidence.status, "")
    return _TO_BE_SEEN if to_be_seen(evidence) else _STATUS[evidence.status]


def around(evidence: Evidence) -> tuple[str, str]:
    """The source's words before and after a passage, with dots where the sentence begins or goes on outside of them."""
    before, after = evidence.before, evidence.after
    return f"{'… ' * before[:1].islower()}{before}", f"{after}{'…' * after[-1:].isspace()}"


def of_finding(report: Report, name: str | None) -> Sides | None:
    """What a source says of a finding, where one has a passage for it."""
    found = next((e for e in report.evidence if e.id == name), None) if name else None
    return sides(report, found) if found is not None and found.span is not None else None


def in_words(report: Report, name: str | None) -> str:
    """What a source has beside a finding, in one line; empty where none has a passage for it."""
    beside = of_finding(report, name)
    if beside is None or beside.evidence.span is None:
        return ""
    return f"the source: “{' '.join(beside.evidence.span.text.split())}” ({beside.place}; {beside.status})"


def place(evidence: Evidence) -> str:
    """Where a passage stands: "meeting, Ines Varga, 00:23", "release, page 2"."""
    parts = [evidence.source or ""]
    if evidence.turn and evidence.turn.speaker:
        parts.append(evidence.turn.speaker)
    if evidence.time is not None:
        parts.append(clock(evidence.time))
    if evidence.page is not None:
        parts.append(f"page {evidence.page}")
    return ", ".join(filter(None, parts))


def clock(seconds: float) -> str:
    """A time in a recording as it is read: 12:34, 1:02:03."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def _link(evidence: Evidence, read: SourceRead) -> str:
    """The source's file at the time or page, as media fragments (W3C) and PDF viewers (RFC 8118) know them."""
    at = "" if evidence.time is None else f"#t={evidence.time:g}"
    at = f"#page={evidence.page}" if evidence.page is not None else at
    path = quote(read.path.replace("\\", "/"))
    return (path if path.startswith(("/", "./", "../")) else f"./{path}") + at


def _cut(span: Span, marks: Sequence[tuple[Span, bool]]) -> tuple[Words, ...]:
    """A span in pieces, joined they are its text."""
    found: list[Words] = []
    at = span.start
    for mark, allowed in sorted(marks, key=lambda m: m[0].start):
        start, end = max(at, mark.start), min(span.end, mark.end)
        if start >= end:
            continue
        if start > at:
            found.append(Words(span.text[at - span.start : start - span.start]))
        found.append(Words(span.text[start - span.start : end - span.start], differs=True, allowed=allowed))
        at = end
    if at < span.end:
        found.append(Words(span.text[at - span.start :]))
    return tuple(found)

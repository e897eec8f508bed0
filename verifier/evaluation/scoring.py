"""One report held against the gold of its article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from verifier._shortening import short
from verifier.evaluation.gold import Gold, GoldClean, GoldFinding
from verifier.evaluation.models import CLEAN, FINDINGS, Counts, Entry
from verifier.evaluation.places import hits, name_words, occurrences, overlap
from verifier.evaluation.statements import score_claims, score_quotes
from verifier.report.models import Claim, Finding, Quote, Report, Span

_SHOWN = 60  # characters of a passage in a list
_CONFLICTS = ("D", "N", "E", "Q004", "S003", "X001")
"""Rules that hold two passages against each other; :data:`verifier.adjudication` puts the same to a model."""


@dataclass(slots=True)
class Score:
    """Counts by row, and every single thing that they count."""

    counts: dict[str, Counts] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def add(self, row: str, counts: Counts) -> None:
        """Count something under a row."""
        self.counts[row] = self.counts.get(row, Counts()) + counts


def score(gold: Gold, report: Report, running: Collection[str]) -> Score:
    """What was found, missed and wrongly raised. Of the findings in gold those count whose rules are ``running``."""
    made = Score()
    if gold.findings is not None:
        _findings(made, gold.findings, report, running)
    for counts, entries in (
        score_quotes(gold.quotes, report) if gold.quotes is not None else ({}, []),
        score_claims(gold.claims, report) if gold.claims is not None else ({}, []),
    ):
        made.counts.update(counts)
        made.entries += entries
    for entry in gold.clean:
        _clean(made, entry, report)
    return made


def _findings(made: Score, wanted: Collection[GoldFinding], report: Report, running: Collection[str]) -> None:
    left = list(report.findings)
    made.add(FINDINGS, Counts())
    for gold in sorted(wanted, key=lambda g: g.optional):
        codes = [code for code in gold.code if code in running]
        found = [f for f in left if f.code in codes and hits(report.article.text, gold.passages, _spans(f))]
        if gold.optional:
            left = [f for f in left if f not in found]
        elif codes:
            left = [f for f in left if f not in found[:1]]
            _wanted(made, gold, found[0].code if found else codes[0], bool(found))
    for finding in left:
        _count(made, finding.code, Counts(raised=1))
        passages = " / ".join(f"“{_short(span.text)}”" for span in _spans(finding)[:3])
        words = f"{finding.code} {passages}: {finding.message}"
        made.entries.append(Entry(row=finding.code, outcome="false", key=f"{finding.code} {passages}", words=words))


def _wanted(made: Score, gold: GoldFinding, code: str, found: bool) -> None:
    _count(made, code, Counts(gold=1, found=found, raised=found, right=found))
    passages = " / ".join(f"“{_short(passage)}”" for passage in gold.passages)
    names = " or ".join(gold.code)
    words = f"{names} {passages}: {gold.what}"
    made.entries.append(Entry(row=code, outcome="found" if found else "missed", key=f"{names} {passages}", words=words))


def _count(made: Score, code: str, counts: Counts) -> None:
    made.add(code, counts)
    made.add(FINDINGS, counts)


def _clean(made: Score, gold: GoldClean, report: Report) -> None:
    done = _credited(gold, report) if gold.speaker or gold.outlet else _raised(gold, report)
    made.add(CLEAN, Counts(gold=1, found=not done, raised=1, right=not done))
    passages = " / ".join(f"“{_short(passage)}”" for passage in gold.passages)
    made.entries.append(
        Entry(
            row=CLEAN,
            outcome="forbidden" if done else "found",
            key=f"{CLEAN} {passages} {gold.speaker or ''} {gold.outlet or ''} {' '.join(gold.code or ())}".rstrip(),
            words=f"{passages}: {gold.what}{f' ({done})' if done else ''}",
        )
    )


def _raised(gold: GoldClean, report: Report) -> str:
    """The finding that should not be there, empty where none is."""
    codes = gold.code or (_CONFLICTS if len(gold.passages) > 1 else ("",))
    for finding in report.findings:
        if finding.code.startswith(codes) and hits(report.article.text, gold.passages, _spans(finding)):
            return f"{finding.code}: {finding.message}"
    return ""


def _credited(gold: GoldClean, report: Report) -> str:
    """The quote or claim that is credited as it must not be, empty where none is."""
    places = [place for passage in gold.passages for place in occurrences(report.article.text, passage)]
    things: list[Quote | Claim] = [*report.quotes, *report.claims]
    for thing in things:
        spans = [thing.span] if isinstance(thing, Quote) else thing.spans
        if any(overlap(span, place) for span in spans for place in places):
            names = _credits(thing)
            for wrong in (gold.speaker, gold.outlet):
                named = next(
                    (name for name in names if wrong and set(name_words(wrong)) <= set(name_words(name))), None
                )
                if named:
                    return f"credited to {named}"
    return ""


def _credits(thing: Quote | Claim) -> list[str]:
    outlets = thing.via if isinstance(thing, Claim) else (thing.outlet,) if thing.outlet else ()
    return [*([thing.speaker.name] if thing.speaker else []), *(outlet.name for outlet in outlets)]


def _spans(finding: Finding) -> list[Span]:
    return [*finding.spans, *(related.span for related in finding.related)]


def _short(words: str) -> str:
    return short(" ".join(words.split()), _SHOWN)

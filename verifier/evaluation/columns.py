"""A column of the table: what all articles come to when they are read in one way, once or several times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from verifier.evaluation.models import CLEAN, TOTALS, ArticleResult, Column, Counts, Entry, Kind, Row, Unsteady
from verifier.evaluation.reading import GoldFile
from verifier.evaluation.scoring import score
from verifier.report.models import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, its report from each run, and the codes of the rules that ran."""

    gold: GoldFile
    reports: tuple[Report, ...]
    running: Collection[str]


def column(label: str, readings: Sequence[Reading]) -> Column:
    """Hold every report of every run against its gold."""
    runs = max(len(reading.reports) for reading in readings)
    counts: list[dict[str, Counts]] = [{} for _ in range(runs)]
    results = []
    for reading in readings:
        entries: Counter[Entry] = Counter()
        for at, report in enumerate(reading.reports):
            made = score(reading.gold.gold, report, reading.running)
            entries.update(list(dict.fromkeys(made.entries)))
            for row, one in made.counts.items():
                counts[at][row] = counts[at].get(row, Counts()) + one
        results.append(
            ArticleResult(
                gold=str(reading.gold.path),
                article=str(reading.gold.article),
                entries=tuple(entry.model_copy(update={"times": times}) for entry, times in entries.items()),
            )
        )
    last = readings[0].reports[0].run
    all_runs = [report.run for reading in readings for report in reading.reports]
    costs = [run.cost for run in all_runs if run.cost is not None]
    return Column(
        label=label,
        engine=last.engine,
        model=last.model,
        prompts=last.prompts,
        runs=runs,
        rows=_rows(counts),
        articles=tuple(results),
        unsteady=tuple(u for reading in readings for u in _unsteady(reading)),
        missing=tuple(f"{reading.gold.article}: {line}" for reading in readings for line in _missing(reading)),
        calls=sum(run.calls for run in all_runs),
        tokens_in=sum(run.tokens_in for run in all_runs),
        tokens_out=sum(run.tokens_out for run in all_runs),
        cost=sum(costs) if costs else None,
    )


def _rows(counts: Sequence[dict[str, Counts]]) -> tuple[Row, ...]:
    """Rules by code, then the totals."""
    names = {name for one in counts for name in one}
    ordered = [*sorted(names - {*TOTALS, CLEAN}), *(name for name in (*TOTALS, CLEAN) if name in names)]
    return tuple(Row.of(name, [one.get(name, Counts()) for one in counts]) for name in ordered)


def _missing(reading: Reading) -> list[str]:
    return list(dict.fromkeys(line for report in reading.reports for line in report.run.missing))


def _unsteady(reading: Reading) -> list[Unsteady]:
    """What stands in some of the reports alone: findings with their verdicts, quotes and claims with their speakers."""
    runs = len(reading.reports)
    seen = Counter(thing for report in reading.reports for thing in dict.fromkeys(_things(report)))
    return [
        Unsteady(article=str(reading.gold.article), kind=kind, words=words, times=times)
        for (kind, words), times in seen.items()
        if times < runs
    ]


def _things(report: Report) -> list[tuple[Kind, str]]:
    things: list[tuple[Kind, str]] = []
    for finding in report.findings:
        verdict = f" (verdict: {finding.verdict.answer})" if finding.verdict else ""
        words = f"{finding.severity} {finding.code} “{finding.spans[0].text}”: {finding.message}{verdict}"
        things.append(("finding", words))
    for quote in report.quotes:
        things.append(("quote", f"“{quote.span.text}” — {quote.speaker.name if quote.speaker else 'nobody'}"))
    for claim in report.claims:
        things.append(("claim", f"{claim.text} — {claim.speaker.name if claim.speaker else 'the writer'}"))
    return things

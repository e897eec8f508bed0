"""An evaluation as text for people: one table, and below it what was missed, raised in error, or must not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.evaluation.models import CLEAN, TOTALS, Column, Evaluation, Outcome, Progress, Row
from verifier.report._screen import clean, width
from verifier.report._tally import counted

_LISTS: Mapping[Outcome, str] = {"forbidden": "Must not be, and is", "missed": "Missed", "false": "False alarms"}
_FIGURE = 6
_LEAST = 3 * _FIGURE


def as_text(evaluation: Evaluation, *, quiet: bool = False) -> str:
    """The table and the lists; ``quiet`` leaves the lists out."""
    lines = _table(evaluation.columns)
    for column in evaluation.columns:
        lines += _about(column)
    if not quiet:
        first = evaluation.columns[0]
        for column in evaluation.columns:
            lines += _lists(column, first)
    for progress in evaluation.progress:
        lines += _progress(progress)
    return "\n".join([*lines, ""])


def _table(columns: Sequence[Column]) -> list[str]:
    names = list(dict.fromkeys(row.name for column in columns for row in column.rows))
    rules = sorted(name for name in names if name not in (*TOTALS, CLEAN))
    totals = [name for name in TOTALS if name in names]
    first = max(map(len, (*names, "rule")), default=4) + 1
    sizes = [max(_LEAST, width(clean(column.label)) + 2) for column in columns]
    heads = ("".join(f"{head:>{_FIGURE}}" for head in ("P", "R", "F1")) for _ in columns)
    lines = [
        f"{'':<{first}}{'':>5}" + "".join(_padded(c, size) for c, size in zip(columns, sizes, strict=True)),
        f"{'':<{first}}{'gold':>5}" + "".join(f"{head:>{size}}" for head, size in zip(heads, sizes, strict=True)),
    ]
    for group in (rules, totals):
        for name in group:
            rows = [column.row(name) for column in columns]
            gold = max((row.counts.gold // column.runs for row, column in zip(rows, columns, strict=True) if row))
            figures = (f"{_figures(row):>{size}}" for row, size in zip(rows, sizes, strict=True))
            lines.append(f"{name:<{first}}{gold:>5}{''.join(figures)}")
        lines += [""] if group else []
    return lines


def _padded(column: Column, size: int) -> str:
    label = clean(column.label)
    return " " * (size - width(label)) + label


def _figures(row: Row | None) -> str:
    shares = (row.precision, row.recall, row.f1) if row else (None, None, None)
    return "".join(f"{_share(share):>{_FIGURE}}" for share in shares)


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"


def _about(column: Column) -> list[str]:
    """What the table does not show: must-nots, answers that lack, how far the runs lie apart, what it took."""
    told = []
    kept = column.row(CLEAN)
    if kept and kept.counts.gold:
        told.append(f"{kept.counts.found} of {kept.counts.gold} must-nots kept")
    if column.runs > 1:
        told.append(f"{column.runs} runs, {counted(len(column.unsteady), 'thing')} not in all of them")
        for row in column.rows:
            if row.name in TOTALS and row.f1_range and row.f1_range[0] < row.f1_range[1]:
                told.append(f"F1 of {row.name} {row.f1_range[0]:.2f} to {row.f1_range[1]:.2f}")
    if column.model:
        cost = f", ${column.cost:.4f}" if column.cost is not None else ""
        told.append(f"{counted(column.calls, 'call')}, {column.tokens_in} tokens in, {column.tokens_out} out{cost}")
    if column.missing:
        told.append(f"{counted(len(column.missing), 'answer')} missing: these figures are not those of the model")
    return [f"{clean(column.label)}: {'; '.join(told)}"] if told else []


def _lists(column: Column, first: Column) -> list[str]:
    """What went wrong; of a further column what did not go wrong in the first."""
    lines = []
    for outcome, title in _LISTS.items():
        before = {(a.gold, e.key) for a, e in first.entries(outcome)} if column is not first else set()
        entries = column.entries(outcome)
        new = [(article, entry) for article, entry in entries if (article.gold, entry.key) not in before]
        if not entries:
            continue
        lines += ["", f"{title}, {clean(column.label)}"]
        for article, entry in new:
            times = f" (in {entry.times} of {column.runs} runs)" if column.runs > 1 else ""
            lines.append(f"  {clean(article.article)}: {clean(entry.words)}{times}")
        if len(new) < len(entries):
            lines.append(f"  {len(entries) - len(new)} as with {clean(first.label)}")
    if column.unsteady:
        lines += ["", f"Not in all runs, {clean(column.label)}"]
        lines += [
            f"  {clean(u.article)}: {u.kind} {clean(u.words)} (in {u.times} of {column.runs} runs)"
            for u in column.unsteady
        ]
    return lines


def _progress(progress: Progress) -> list[str]:
    against = "" if progress.earlier == progress.label else f" against {clean(progress.earlier)}"
    lines = ["", f"Since the earlier evaluation, {clean(progress.label)}{against}"]
    lines += [f"  F1 of {shift.row}: {_share(shift.before)} → {_share(shift.after)}" for shift in progress.shifts]
    lines += [f"  better: no longer {clean(line)}" for line in progress.better]
    lines += [f"  worse: {clean(line)}" for line in progress.worse]
    if progress.other_gold:
        lines.append(f"  {counted(progress.other_gold, 'thing')} in the gold of only one of the two")
    return lines if len(lines) > 2 else [*lines, "  nothing changed"]

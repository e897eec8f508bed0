"""Two evaluations of the same gold: what got better, what got worse."""

from __future__ import annotations

from verifier.evaluation.models import Column, Entry, Evaluation, Progress, Shift

_BAD = ("missed", "false", "forbidden")
_WORDS = {"missed": "missed", "false": "false alarm", "forbidden": "must not be"}


def compare(earlier: Evaluation, now: Evaluation) -> tuple[Progress, ...]:
    """Each column against the one of the same name, else of the same engine, else none."""
    progress = []
    for column in now.columns:
        before = next((c for c in earlier.columns if c.label == column.label), None)
        before = before or next((c for c in earlier.columns if c.engine == column.engine), None)
        if before is not None:
            progress.append(_progress(before, column))
    return tuple(progress)


def _progress(before: Column, now: Column) -> Progress:
    old, new = _outcomes(before), _outcomes(now)
    asked_old, asked_new = _asked(old), _asked(new)
    both = asked_old & asked_new
    shifts = []
    for name in dict.fromkeys(row.name for row in (*now.rows, *before.rows)):
        one, other = before.row(name), now.row(name)
        f1 = (one.f1 if one else None), (other.f1 if other else None)
        if f1[0] != f1[1]:
            shifts.append(Shift(row=name, before=f1[0], after=f1[1]))
    return Progress(
        label=now.label,
        earlier=before.label,
        shifts=tuple(shifts),
        better=tuple(
            _line(key, entry) for key, entry in old.items() if _counts(key, entry, both) and not _bad(new, key)
        ),
        worse=tuple(
            _line(key, entry) for key, entry in new.items() if _counts(key, entry, both) and not _bad(old, key)
        ),
        other_gold=len(asked_old ^ asked_new),
    )


_Key = tuple[str, str]


def _outcomes(column: Column) -> dict[_Key, Entry]:
    """Each thing with what became of it in most runs; by the gold's file and what it is known by."""
    found: dict[_Key, Entry] = {}
    for article in column.articles:
        for entry in article.entries:
            key = article.gold, entry.key
            if key not in found or entry.times > found[key].times:
                found[key] = entry
    return found


def _asked(outcomes: dict[_Key, Entry]) -> set[_Key]:
    """What gold asks for, whatever became of it."""
    return {key for key, entry in outcomes.items() if entry.outcome != "false"}


def _bad(outcomes: dict[_Key, Entry], key: _Key) -> bool:
    return key in outcomes and outcomes[key].outcome in _BAD


def _counts(key: _Key, entry: Entry, both: set[_Key]) -> bool:
    """Whether it is a mistake, and one that both evaluations could make."""
    return entry.outcome == "false" or (entry.outcome in _BAD and key in both)


def _line(key: _Key, entry: Entry) -> str:
    return f"{key[0]}: {_WORDS[entry.outcome]}: {entry.words}"

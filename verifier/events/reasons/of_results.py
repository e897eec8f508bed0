"""Why two results are taken for one, or not: who won is what is compared, and counts for neither."""

from __future__ import annotations

from verifier.events import days
from verifier.events.reasons._reason import Reason
from verifier.events.results import ResultTelling


def _same_score(a: ResultTelling, b: ResultTelling) -> bool:
    """Whether both give one score between the same two, whoever won."""
    straight = a.winner & b.winner and a.loser & b.loser
    crossed = a.winner & b.loser and a.loser & b.winner
    return a.score == b.score and bool(straight or crossed)


def _other_marks(a: ResultTelling, b: ResultTelling) -> bool:
    return a.apart != b.apart


def _other_days(a: ResultTelling, b: ResultTelling) -> bool:
    return bool(a.days and b.days) and all(days.differ(one, other) for one in a.days for other in b.days)


REASONS: tuple[Reason[ResultTelling], ...] = (
    Reason(
        "one score",
        32,
        "both give one score between the same two",
        _same_score,
        "Malta beat Norway 3-0 in Porto.\n\nIt rained.\n\nNorway 3-0 Malta was what nobody expected.",
        "Malta beat Norway 3-0 in Porto.\n\nIt rained.\n\nNorway 2-1 Malta was what nobody expected.",
    ),
    Reason(
        "told apart",
        -40,
        "a word sets one of them apart",
        _other_marks,
        "Malta beat Norway 3-0 in Porto.\n\nIt rained.\n\nIn the second match Norway beat Malta 3-0.",
        "Malta beat Norway 3-0 in Porto.\n\nIt rained.\n\nIn the long match Norway beat Malta 3-0.",
        parts=True,
    ),
    Reason(
        "other days",
        -40,
        "each has a day of its own",
        _other_days,
        "Malta beat Norway 3-0 in May 2019.\n\nIt rained.\n\nIn May 2021 Norway beat Malta 3-0.",
        "Malta beat Norway 3-0 in May 2019.\n\nIt rained.\n\nIn May 2019 Norway beat Malta 3-0.",
        parts=True,
    ),
)

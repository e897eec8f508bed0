"""How an item stands, in words, and as a page's script takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from verifier.report._screen import quoted
from verifier.review.deeds import deed
from verifier.review.records import ITEMS, SAID, TYPED, Ruling, Standing
from verifier.review.rows import Row

FIELD = {"number": "telephone"}
"""What a field is called in a form, where that is not its name: a card has a number of its own."""


def told(standing: Standing, row: Row) -> dict[str, Any]:
    """A standing as the page's script takes it."""
    ruling = standing.ruling
    return {
        "kind": standing.item.kind,
        "key": standing.item.key,
        "state": ruling.state,
        "says": says(standing),
        "said": by_whom(standing) if standing.version else ("", "", ""),
        "fields": {FIELD.get(name, name): getattr(ruling, name) for name in TYPED},
        "edited": ruling.edited,
        "attempts": [asdict(tried) for tried in ruling.attempts],
        "version": standing.version,
        "decided": row.decided,
        "total": row.total,
        "calls": row.calls,
        "cleared": row.cleared,
        "progress": row.said,
        "hinders": row.hinders,
        "outcome": row.outcome,
        "warned": row.warned,
        "signs": row.signs,
        "still": row.still,
        "counts": counts(row),
    }


def counts(row: Row) -> dict[str, int]:
    """How many cards each choice of what to show leaves."""
    return {
        "todo": row.todo,
        "open": row.open,
        "mend": row.to_mend,
        "call": row.calls,
        "fine": row.fine,
        "answered": row.answered,
        "false-alarm": row.false_alarms,
        "bare": row.bare,
    }


def says(standing: Standing) -> str:
    """A standing in words: "Checked, fine by Ana"."""
    return "".join(by_whom(standing))


def by_whom(standing: Standing) -> tuple[str, str, str]:
    """The same as what comes before whoever decided, his name, and what comes after it; no name where nobody has."""
    ruling = standing.ruling
    if standing.item.kind in ("article", "act"):
        return f"{deed(standing.item, Ruling(), ruling, standing.passage)} by ", standing.reviewer, ""
    if not standing.version:
        return "Open", "", ""
    words = "Reopened" if ruling.state == "open" else SAID[ruling.state]
    whom = f", {' '.join(filter(None, (ruling.whom, ruling.number)))}" if ruling.whom or ruling.number else ""
    told = ruling.state in ("call", "answered") or (ruling.called and ruling.party != ruling.against)
    whom = whom if told else ""
    against = f", against {ruling.checked_against}" if ruling.against else ""
    should = f", should read {quoted(ruling.wording)}" if ruling.state == "mend" and ruling.wording else ""
    kind = ruling.along.partition(":")[0]
    along = f", along with the {kind if kind in ITEMS else 'finding'}" if ruling.along else ""
    edited = "; sentence edited since" if ruling.edited else ""
    return f"{words} by ", standing.reviewer, f"{along}{whom}{against}{should}{edited}"


def others(made: Sequence[Standing], row: Row) -> dict[str, Any]:
    """What was decided along with the first, as the page's script takes it."""
    return {"along": [told(s, row) for s in made[1:]]}

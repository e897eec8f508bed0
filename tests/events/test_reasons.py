"""Every reason for and against two tellings being one thing, on its own two articles."""

from typing import Any

import pytest

from verifier import check
from verifier.article import from_text
from verifier.events import GROUNDS, Reason, Slot, Telling, ledger, same
from verifier.events.figures import Teller
from verifier.events.ledger import compared, credited
from verifier.reading import Analysis, analyse
from verifier.settings import Settings

REASONS = [pytest.param(slot, r, id=f"{slot}: {r.name}") for slot, grounds in GROUNDS.items() for r in grounds.reasons]


def last_two(slot: Slot, text: str) -> tuple[Telling, Telling]:
    """The first value of each of the last two sentences that have one of the kind, as the ledger compares them."""
    headed = not text.split("\n", 1)[0].endswith(".")
    read = analyse(from_text(text if headed else f"Local news\n\n{text}"), Settings())
    found = ledger(read)
    others: dict[Slot, tuple[Telling, ...]] = {"date": found.dates, "sides": found.results}
    shelf = others[slot] if slot in others else figures(read)
    *_, first, second = dict.fromkeys(t.sentence for t in shelf)
    return next(t for t in shelf if t.sentence == first), next(t for t in shelf if t.sentence == second)


def figures(read: Analysis) -> tuple[Telling, ...]:
    teller = Teller(read)
    told = list(credited(read, map(teller.telling, teller.places())))
    shelf = compared([t for t in told if (t.kind, t.noun) == (told[-1].kind, told[-1].noun)])
    return tuple(shelf if len({t.sentence for t in shelf}) > 1 else compared(told))


@pytest.mark.parametrize(("slot", "reason"), REASONS)
def test_a_reason_holds_where_it_says_and_not_where_it_says(slot: Slot, reason: Reason[Any]) -> None:
    assert reason.holds(*last_two(slot, reason.where)), "where"
    assert not reason.holds(*last_two(slot, reason.not_where)), "not_where"


@pytest.mark.parametrize(("slot", "reason"), REASONS)
def test_a_reason_moves_the_judgement_its_own_way(slot: Slot, reason: Reason[Any]) -> None:
    first, second = last_two(slot, reason.where)
    there = same(first, second, apart_from=slot)
    assert reason in there.because
    weights = {r: r.weight * int(r.holds(first, second)) for r in there.because}
    assert there.weight == GROUNDS[slot].base + sum(weights.values())
    assert (weights[reason] > 0) == (reason.weight > 0)
    assert (reason.says in there.told()) == (reason.weight > 0 or reason.lifts)


@pytest.mark.parametrize("times", [("11.10", "10.40"), ("11:10 GMT", "10:40 GMT"), ("11.10 a.m.", "10.40 a.m.")])
def test_entries_of_a_running_report_may_count_otherwise(times: tuple[str, str]) -> None:
    """The later one knows more; the same two sentences without their times disagree."""
    later, earlier = "Five people are hurt in Wick, police say.", "Two people are hurt in Wick, police say."
    live = f"A fire in Wick\n\n{times[0]} {later}\n\n{times[1]} {earlier}"
    assert "N001" not in [f.code for f in check(live).findings]
    assert "N001" in [f.code for f in check(f"A fire in Wick\n\n{later}\n\n{earlier}").findings]

"""Every reason for and against two tellings being one thing, on its own two articles."""

import pytest

from verifier import check
from verifier.article import from_text
from verifier.events import REASONS, FigureTelling, Reason
from verifier.events.ledger import compared, ledger
from verifier.events.reasons import BASE
from verifier.events.sameness import same
from verifier.reading import analyse
from verifier.settings import Settings

NAMES = [r.name for r in REASONS]


def last_two(text: str) -> tuple[FigureTelling, FigureTelling]:
    """The first value of each of the last two sentences that have one of the kind, as the ledger compares them."""
    headed = not text.split("\n", 1)[0].endswith(".")
    article = from_text(text if headed else f"Local news\n\n{text}")
    found = ledger(analyse(article, Settings())).figures
    last = found[-1]
    shelf = compared([t for t in found if (t.kind, t.noun) == (last.kind, last.noun)])
    if len({t.sentence for t in shelf}) == 1:
        shelf = compared(list(found))
    *_, first, second = dict.fromkeys(t.sentence for t in shelf)
    return next(t for t in shelf if t.sentence == first), next(t for t in shelf if t.sentence == second)


@pytest.mark.parametrize("reason", REASONS, ids=NAMES)
def test_a_reason_holds_where_it_says_and_not_where_it_says(reason: Reason) -> None:
    assert reason.holds(*last_two(reason.where)), "where"
    assert not reason.holds(*last_two(reason.not_where)), "not_where"


@pytest.mark.parametrize("reason", REASONS, ids=NAMES)
def test_a_reason_moves_the_judgement_its_own_way(reason: Reason) -> None:
    there = same(*last_two(reason.where), apart_from="figure")
    assert reason in there.because
    assert there.weight == BASE + sum(r.weight for r in there.because)
    without = BASE + sum(r.weight for r in there.because if r is not reason)
    assert (there.weight > without) == (reason.weight > 0)


@pytest.mark.parametrize("times", [("11.10", "10.40"), ("11:10 GMT", "10:40 GMT"), ("11.10 a.m.", "10.40 a.m.")])
def test_entries_of_a_running_report_may_count_otherwise(times: tuple[str, str]) -> None:
    """The later one knows more; the same two sentences without their times disagree."""
    later, earlier = "Five people are hurt in Wick, police say.", "Two people are hurt in Wick, police say."
    live = f"A fire in Wick\n\n{times[0]} {later}\n\n{times[1]} {earlier}"
    assert "N001" not in [f.code for f in check(live).findings]
    assert "N001" in [f.code for f in check(f"A fire in Wick\n\n{later}\n\n{earlier}").findings]

"""Another figure in the place of the article's is told to differ; one of something else says nothing, and bears out
nothing."""

from datetime import date
from itertools import permutations

import pytest

from verifier import Report, Settings, check, source
from verifier.report.evidence import Evidence

MINUTES = """Minutes of the Elmsford council, Tuesday, March 3, 2026.

The council hired 12 teachers for the autumn. Tickets for the pool cost $14, and children pay $6. The old pool was
opened in 1962. The council closed two libraries. Of the lorries 31 were counted in May, nine more than last year.

Clerk Ada Brook, 54, spoke of the bridge. It carries 4,000 cars a day. Repairs will cost $860,000 and begin on June 8.
"""
TALK = """Q: How was the strike at the mill?

BRANDT: It lasted 11 days. The union had asked for a raise of six percent, and they got four.

Q: How many people do you employ?

BRANDT: We have 340 people on the floor, and 45 in the office. Ten years ago it was nearly 700.
"""


def held(told: str, *texts: str) -> Report:
    given = [source(text, f"source{n}") for n, text in enumerate(texts)]
    article = f"A report\n\n{told}\n"
    return check(article, Settings(select=("V",)), published=date(2026, 3, 5), sources=given)


def of(report: Report, words: str) -> Evidence:
    return next(e for e in report.evidence if e.article.text == words)


@pytest.mark.parametrize(
    ("told", "ours", "theirs"),
    [
        ("The council hired 14 teachers.", "14", "12"),
        ("Tickets for the pool cost $16.", "$16", "$14"),
        ("The old pool was opened in 1926.", "1926", "1962"),
        ("The council closed four libraries, the minutes show.", "four", "two"),
        ("Clerk Ada Brook, 45, spoke of the bridge.", "45", "54"),
        ("The bridge carries 5,000 cars a day.", "5,000", "4,000"),
        ("Repairs begin on June 18.", "June 18", "June 8"),
        ("The council met on Wednesday, March 3.", "Wednesday, March 3", "Tuesday, March 3, 2026"),
        ("The strike at the mill lasted 12 days.", "12 days", "11 days"),
        ("The union had asked for a raise of 8 percent.", "8 percent", "six percent"),
        ("The mill has 430 people on the floor, Brandt said.", "430", "340"),
    ],
)
def test_another_figure_in_the_same_words_differs(told: str, ours: str, theirs: str) -> None:
    found = of(held(told, MINUTES, TALK), ours)
    assert (found.status, [d.source and d.source.text for d in found.differences]) == ("differs", [theirs])


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ("The council fired 14 teachers.", "14"),
        ("The council of Weston hired 14 teachers.", "14"),
        ("The council hired 14 teachers last year.", "14"),
        ("The council hired 14 new nurses.", "14"),
        ("The council did not hire 14 teachers.", "14"),
        ("The new pool opens in 2028.", "2028"),
        ("Route 4 carries 9,000 cars a day.", "9,000"),
        ("In all 19 lorries were counted last year.", "19"),
        ("The council opened four libraries.", "four"),
        ("The mill had 500 people five years ago.", "500"),
        ("The old bridge carries 5,000 cars a day.", "5,000"),
        ("The council has 9 libraries.", "9"),
        ("The union got a raise of 4 percent.", "4 percent"),
    ],
)
def test_a_figure_of_something_else_is_not_told_to_differ(told: str, ours: str) -> None:
    assert of(held(told, MINUTES, TALK), ours).status in ("absent", "near")


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ("Tickets for the pool cost $6.", "$6"),
        ("The union got a raise of six percent.", "six percent"),
        ("The mill has 45 people on the floor.", "45"),
        ("The mill now has nearly 700 people.", "700"),
        ("Fares may rise by up to $900,000.", "$900,000"),
    ],
)
def test_what_a_source_has_of_something_else_bears_out_nothing(told: str, ours: str) -> None:
    assert of(held(told, MINUTES, TALK), ours).status != "confirmed"


def test_of_two_figures_none_of_which_it_has_a_source_tells_otherwise_of_neither() -> None:
    theirs = "The poll shows that Lee leads Moss by 47 percent to 40 percent."
    for told, ours, status in (
        ("The poll shows that Lee leads Moss by 43 percent to 38 percent.", "43 percent", "absent"),
        ("The poll shows that Lee leads Moss by 43 percent to 40 percent.", "43 percent", "differs"),
    ):
        assert of(held(told, theirs), ours).status == status


@pytest.mark.parametrize("day", ["on Friday", "in 2010", "in April"])
def test_a_date_in_the_same_words_is_confirmed(day: str) -> None:
    told = f"Brook told the board {day} that the loan of 1994 lapsed last year."
    found = next(
        e for e in held(told, f"It rained. {told} It was late.").evidence if e.article.text in day and e.fact == "date"
    )
    assert found.status == "confirmed"


def test_a_fund_gave_what_the_words_before_it_say_of_the_state() -> None:
    theirs = "The state gave $750,000 and the Hall Fund $400,000."
    for told, ours, status in (
        ("The Hall Fund gave $400,000.", "$400,000", "confirmed"),
        ("The Hall Fund gave $40,000.", "$40,000", "differs"),
        ("The state gave $570,000.", "$570,000", "differs"),
        ("The state gave $400,000.", "$400,000", "near"),
    ):
        assert of(held(told, theirs), ours).status == status


def test_what_goes_up_to_a_value_is_no_limit() -> None:
    theirs = "Fees for the course go up from $30 to $35 in September."
    found = {ours: of(held(f"Fees for the course go up to {ours}.", theirs), ours).status for ours in ("$35", "$45")}
    assert found == {"$35": "confirmed", "$45": "differs"}


@pytest.mark.parametrize(
    ("texts", "status", "disputed"),
    [
        (("The council hired 14 teachers.", "The council hired 12 teachers."), "confirmed", True),
        (("The council hired 12 teachers.", "Nobody was hired in all of 2025."), "differs", False),
        (("The council hired 14 teachers.", "The council hired 14 teachers and 12 nurses."), "confirmed", False),
        (("The council hired more than 14 teachers.", "The council hired 14 teachers."), "confirmed", False),
    ],
)
def test_the_best_passage_of_any_source_decides(texts: tuple[str, ...], status: str, *, disputed: bool) -> None:
    for given in permutations(texts):
        report = held("The council hired 14 teachers.", *given)
        assert of(report, "14").status == status
        told = [f.severity for f in report.findings if f.message.startswith("The sources differ:")]
        assert told == ["warning"] * disputed
        assert ("has “12”" in of(report, "14").note) is disputed


BOARD = """The board said commercial rates rose by 3.2 percent. Household rates rose to 5 percent of income.
Revenue was $48 million in the first quarter. Its reserve fell to $19 million. In May, 52 people approved and
41 disapproved.

We will hire six teachers next year. The roof cost $280,000. We had budgeted $240,000.
About 70 of the 95 deckhands voted.

The ferry carried 118,000 passengers in 2024.

The new pool opens on June 8.

| Branch | Visits | Loans |
|---|---|---|
| Northside | 61,300 | 40,100 |
"""


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ("Commercial rates rose to 3.2 percent.", "3.2 percent"),
        ("Commercial rates fell by 3.2 percent.", "3.2 percent"),
        ("Household rates rose by 3.2 percent.", "3.2 percent"),
        ("Household rates rose by 5 percent of income.", "5 percent"),
        ("Household rates were up 5 percent of income.", "5 percent"),
        ("Its reserve fell by $19 million.", "$19 million"),
        ("Revenue was $48 million in the second quarter.", "$48 million"),
        ("In June, 52 people approved.", "52"),
        ("The board hired six teachers last year.", "six"),
        ("The board had budgeted $280,000 for the roof.", "$280,000"),
        ("About 95 of the deckhands voted.", "95"),
        ("The ferry carried 118,000 cars in 2024.", "118,000"),
        ("The ferry carried 118,000 passengers in 2025.", "118,000"),
        ("The Northside branch had 61,300 loans.", "61,300"),
        ("The new pool closes on June 8.", "June 8"),
    ],
)
def test_a_figure_told_another_way_or_of_another_thing_bears_out_nothing(told: str, ours: str) -> None:
    assert of(held(told, BOARD), ours).status in ("near", "absent")


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ("Commercial rates rose 3.2 percent.", "3.2 percent"),
        ("Commercial rates increased by about 3.2 percent.", "3.2 percent"),
        ("There was a 3.2 percent rise in commercial rates.", "3.2 percent"),
        ("Household rates rose to 5 percent of income.", "5 percent"),
        ("Its reserve fell to $19 million.", "$19 million"),
        ("Revenue was $48 million in the first quarter.", "$48 million"),
        ("The roof cost $280,000.", "$280,000"),
        ("About 70 of the 95 deckhands voted.", "70"),
        ("The ferry carried 118,000 passengers in 2024.", "118,000"),
        ("The Northside branch had 61,300 visits.", "61,300"),
        ("The new pool opens on June 8.", "June 8"),
    ],
)
def test_a_figure_told_the_same_way_is_confirmed(told: str, ours: str) -> None:
    assert of(held(told, BOARD), ours).status == "confirmed"

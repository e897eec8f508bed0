"""A figure that a source has among the same words is never called different for one that stands near it."""

import pytest

from verifier import Report, Settings, check, source
from verifier.report.evidence import Evidence

RELEASE = (
    "The council will close the Weston pool in June. 23 people are employed at the pool. "
    "14 will be moved to other sites and 9 will lose their jobs. "
    "Forty boats were counted in the harbour. Six were towed to Ranby by volunteers and 11 sank at their moorings."
)


def held(told: str) -> Report:
    article = f"Pool closes\n\nThe pool on the river is old, and nobody has mended it for years. {told}\n"
    return check(article, Settings(select=("V",)), sources=[source(RELEASE, "release")])


def of(report: Report, figure: str) -> Evidence:
    return next(e for e in report.evidence if e.article.text == figure)


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ("14 will be moved to other sites and 9 will lose their jobs.", "14"),
        ("Staff know it: 14 will be moved to other sites and nine will lose their jobs, the council said.", "14"),
        ("14 people will be moved to other sites and 9 will lose their jobs.", "14"),
        ("Some 14 of the staff would be moved to sites elsewhere and nine would lose their jobs.", "14"),
        ("There were boats. Of them six were towed to Ranby by volunteers and 11 sank.", "six"),
        ("Volunteers say that 6 were towed to Ranby, and 11 sank at their moorings.", "6"),
    ],
)
def test_a_figure_that_stands_in_the_same_words_is_confirmed_by_them(told: str, figure: str) -> None:
    report = held(told)
    assert report.findings == ()
    evidence = of(report, figure)
    assert (evidence.status, evidence.differences) == ("confirmed", ())
    assert evidence.span is not None
    assert evidence.span.text.startswith(("14 will be moved", "Six were towed"))


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("15 will be moved to other sites and 9 will lose their jobs.", "The article has “15”, the source “14”"),
        ("14 will be moved to other sites and 8 will lose their jobs.", "The article has “8”, the source “9”"),
    ],
)
def test_what_differs_is_told_beside_the_figure_in_its_own_place(told: str, message: str) -> None:
    (finding,) = held(told).findings
    assert finding.message.startswith(message)

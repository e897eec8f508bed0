"""What a desk may allow or choose: people its readers know, the forms its house writes, other severities."""

import pytest

from verifier import Settings, UsageError, check
from verifier.report.models import Finding
from verifier.rules import problem_with_style

BARE = 'The talks went on for hours.\n\n"We are close," Okonjo told reporters.\n\nMore talks follow on Friday.'


def styles(text: str, *house: str) -> list[Finding]:
    settings = Settings(select=("T004",), house_style=frozenset(house))
    return list(check(f"Talks open\n\n{text}", settings).findings)


@pytest.mark.parametrize("name", ["Okonjo", "Ada Okonjo"])
def test_people_whom_the_readers_know_need_no_introduction(name: str) -> None:
    assert [f.code for f in check(BARE, Settings(select=("Q007",))).findings] == ["Q007"]
    assert check(BARE, Settings(select=("Q007",), known_people=frozenset({name}))).findings == ()


def test_another_person_of_the_list_changes_nothing() -> None:
    settings = Settings(select=("Q007",), known_people=frozenset({"Ada Konjo", "Okon"}))
    assert [f.code for f in check(BARE, settings).findings] == ["Q007"]


@pytest.mark.parametrize(
    ("text", "house", "wrong", "said"),
    [
        ("Rates rose 2 per cent in May.", "percent", "per", "per cent"),
        ("The U.S. delegation left early.", "US", "U.S.", "U.S."),
        ("An advisor left on Monday.", "adviser", "advisor", "advisor"),
        ("Talks open on 14 March.", "month first", "March", "day first"),
        ("Talks open on Jan. 5.", "in full", "Jan", "shortened"),
        ("He wrote “yes” to them.", "straight", "“", "curly"),
        ("The U.N. envoy left.", "UN", "U.N.", "U.N."),
        ("The UN envoy left.", "U.N.", "UN", "UN"),
    ],
)  # fmt: skip
def test_what_is_not_the_house_s_form_is_told_though_nothing_is_mixed(
    text: str, house: str, wrong: str, said: str
) -> None:
    assert styles(text) == []
    (finding,) = styles(text, house)
    assert finding.spans[0].text == wrong
    assert f" written {said}, where the house style is {house.rstrip('.')}." in finding.message


def test_the_house_s_form_is_right_whichever_is_more_frequent() -> None:
    text = "Rates rose 2% in May, 3% in June and 4 percent in July."
    assert styles(text)[0].spans[0].text == "percent"
    assert styles(text, "percent")[0].spans[0].text == "%"
    assert styles("It had been recognised. It was recognized.", "-ise")[0].spans[0].text == "recognized"


def test_two_forms_that_the_house_allows_may_stand_side_by_side() -> None:
    assert styles("Rates rose 2% in May and 3 percent in June.", "percent", "%") == []
    (finding,) = styles("Rates rose 2% in May, 3 percent in June, 4 per cent in July.", "percent", "%")
    assert finding.message == "The share is written per cent, where the house style is percent or %."


def test_quotations_keep_their_own_style() -> None:
    assert styles('"The U.S. delegation left," she said.', "US") == []


def test_a_form_that_nobody_writes_is_no_choice() -> None:
    assert problem_with_style("per cnt") == "T004 knows no form 'per cnt'; did you mean per cent?"
    assert problem_with_style("Kyiv") is None


def test_nothing_of_a_rule_is_more_severe_than_the_desk_wants() -> None:
    text = (
        'Talks open\n\nThe mayor sold the quay in secret, sources say.\n\n"It will," a senior Treasury official said.'
    )
    own = [f.severity for f in check(text, Settings(select=("Q002",))).findings]
    assert own == ["warning", "info"]
    for level, expected in (("info", ["info", "info"]), ("error", ["error", "info"])):
        settings = Settings(select=("Q002",), severities={"Q002": level})  # type: ignore[dict-item]
        assert [f.severity for f in check(text, settings).findings] == expected


def test_a_severity_for_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown rule 'D9'"):
        check(BARE, Settings(severities={"D9": "info"}))

"""A name is borne out by whoever has the same first name: a source that names somebody else confirms nobody."""

import pytest

from verifier import Settings, check, source

STORY = "Harbour vote\n\nMayor Hilda Okafor said that the pier would open in May.\n"


@pytest.mark.parametrize(
    ("minutes", "status"),
    [
        ("Mayor Hilda Okafor spoke.", "confirmed"),
        ("Mayor Hilda Mary Okafor spoke.", "confirmed"),
        ("H. Okafor spoke.", "confirmed"),
        ("Peter Okafor and Hilda Okafor spoke.", "confirmed"),
        ("Mayor Okafor spoke.", "confirmed"),
        ("Helen met Okafor at noon.", "confirmed"),
        ("Mayor Helen Okafor spoke.", "differs"),
        ("Mayor Lorquina Okafor spoke.", "differs"),
        ("Peter Okafor spoke.", "near"),
        ("PETER OKAFOR: It opens.\nANNA VANCE: It does.", "near"),
    ],
)
def test_a_name_is_borne_out_by_the_same_first_name_alone(minutes: str, status: str) -> None:
    report = check(STORY, Settings(select=("V",)), sources=[source(f"Minutes\n\n{minutes}\n", "minutes")])
    (name,) = [one for one in report.evidence if one.fact == "name"]
    assert name.status == status


def test_the_order_of_the_sources_does_not_matter() -> None:
    both = [source("Minutes\n\nMayor Helen Okafor spoke.\n", "a"), source("Notes\n\nHilda Okafor came.\n", "b")]
    for sources in (both, both[::-1]):
        report = check(STORY, Settings(select=("V",)), sources=sources)
        assert [one.status for one in report.evidence if one.fact == "name"] == ["confirmed"]


def test_what_one_source_bears_out_and_another_contradicts_is_told() -> None:
    both = [source("Minutes\n\nMayor Helen Okafor spoke.\n", "a"), source("Notes\n\nHilda Okafor came.\n", "b")]
    report = check(STORY, Settings(select=("V",)), sources=both)
    assert [one.note for one in report.evidence if one.fact == "name"] == ["while a has “Helen Okafor”"]
    assert [f.message for f in report.findings] == [
        "The sources differ: b has “Hilda Okafor” as the article does, and a has “Helen Okafor”."
    ]


@pytest.mark.parametrize("ours", ["Councilman", "Councilwoman", "Council member", "Councilmember"])
@pytest.mark.parametrize("theirs", ["Councilman", "Council Member", "Councilmen"])
def test_an_office_is_one_by_whatever_word_for_its_holder(ours: str, theirs: str) -> None:
    story = f"Vote\n\n{ours} Peter Vance said that the pier would open.\n"
    for name, status in (("Peter Vance", "confirmed"), ("Thomas Vance", "differs")):
        report = check(story, Settings(select=("V",)), sources=[source(f"Minutes\n\n{theirs} {name} came.", "a")])
        assert [one.status for one in report.evidence if one.fact == "name"] == [status]


@pytest.mark.parametrize("title", ["Councilmen", "Senators", "Congresswomen"])
def test_a_title_of_several_is_no_part_of_a_name(title: str) -> None:
    story = f"Vote\n\n{title} Peter Vance and Ana Ruiz voted for the pier.\n"
    report = check(story, Settings(select=("V",)), sources=[source("Minutes\n\nPeter Vance and Ana Ruiz came.", "a")])
    assert {one.article.text: one.status for one in report.evidence if one.fact == "name"} == {
        "Peter Vance": "confirmed",
        "Ana Ruiz": "confirmed",
    }

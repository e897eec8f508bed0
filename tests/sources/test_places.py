"""A place or a body that a source spells so is borne out by it; one that it does not name is nobody's."""

from itertools import permutations

import pytest

from verifier import Settings, check, source

RELEASE = "Fares from May 1\n\nPort Ellery, March 12, 2026. The boat calls at Marsden, and the marsden rope is new."


def test_a_place_is_confirmed_where_a_source_names_it() -> None:
    story = "Fares rise\n\nThe ferry from Port Ellery stops near Marsden and in Tolvik, and goes on to France.\n"
    report = check(story, Settings(select=("V",)), sources=[source(RELEASE, "release")])
    names = {e.article.text: (e.status, e.span and e.span.text) for e in report.evidence if e.fact == "name"}
    assert names == {"Port Ellery": ("confirmed", "Port Ellery"), "Marsden": ("confirmed", "Marsden")}


def test_a_month_is_no_place() -> None:
    story = "Fares rise\n\nThe quay will close in March and open in May, said Ruth Holm.\n"
    report = check(story, Settings(select=("V",)), sources=[source("Plan\n\nThe quay will close in March.", "plan")])
    assert [e.article.text for e in report.evidence if e.fact == "name"] == []


def named(story: str, *texts: str) -> dict[str, str]:
    given = [source(text, f"source{n}") for n, text in enumerate(texts)]
    report = check(f"A report\n\n{story}\n", Settings(select=("V",)), sources=given)
    return {e.article.text: e.status for e in report.evidence if e.fact == "name"}


@pytest.mark.parametrize(
    ("body", "theirs", "status"),
    [
        ("Harlow Primary School", "Parents of Harlow Primary School met.", "confirmed"),
        ("Marsden Motors", "It is Marsden Motors that pays.", "confirmed"),
        ("Town Council", "The town council pays.", "confirmed"),
        ("Keel Construction", "A truck of Keel Construction left.", "confirmed"),
        ("St. Brendon Hospital", "They are at St. Brendan Hospital.", "differs"),
        ("Marsden Motors", "Marsdan Motors pays.", "differs"),
        ("Marsden Motors", "Marsden Motor pays.", None),
        ("Morton Primary School", "Norton Primary School pays.", None),
        ("Harlow Primary School", "Harlow Primary School Trust pays.", None),
        ("Marsden Motors", "Marsden pays for its motors.", None),
    ],
)
def test_a_body_is_held_by_its_whole_name(body: str, theirs: str, status: str | None) -> None:
    assert named(f"The gift was made by the {body} on Monday.", f"Minutes\n\n{theirs}").get(body) == status


@pytest.mark.parametrize(
    ("theirs", "status"),
    [
        ("Marsden Motors pays for it.", None),
        ("The road to Port Marsden is shut.", None),
        ("In Marsden Mayor Ann Lee spoke.", "confirmed"),
        ("It was in Marsden. Monday was fine.", "confirmed"),
        ("It was in Marsden, Ohio.", "confirmed"),
    ],
)
def test_a_part_of_a_longer_name_is_no_place(theirs: str, status: str | None) -> None:
    for given in permutations((f"Minutes\n\n{theirs}", "Notes\n\nNobody came.")):
        assert named("The ferry stops near Marsden.", *given).get("Marsden") == status

"""A place that a source spells so is borne out by it; one that it does not name is nobody's."""

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

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

"""Whether a source is somebody one could ring up."""

import pytest

from verifier.article import Span
from verifier.reading import vagueness, words


def judged(phrase: str) -> str:
    return vagueness.of(words.split(phrase), Span(0, len(phrase)))


@pytest.mark.parametrize(
    "phrase",
    ["critics", "Critics of the plan", "some in America", "sources", "a source", "many experts", "several lawmakers"]
    + ["China's trading partners", "some", "others", "independent analysts", "observers", "Some of the neighbours"]
    + ["unnamed sources", "two sources", "many people"],
)
def test_anybody_is_vague(phrase: str) -> None:
    assert judged(phrase) == "vague"


@pytest.mark.parametrize(
    "phrase",
    ["a senior Treasury official", "a person familiar with the matter", "sources close to the minister", "an aide"]
    + [
        "one of the lawyers involved",
        "people briefed on the talks",
        "a Goldman Sachs analyst",
        "two law enforcement officials",
    ]
    + ["an unnamed official"],
)
def test_a_withheld_name_is_described(phrase: str) -> None:
    assert judged(phrase) == "described"


@pytest.mark.parametrize(
    "phrase",
    [
        "officials",
        "police",
        "the White House",
        "the company",
        "he",
        "Ana Silva",
        "a spokesman for the mayor",
        "prosecutors",
    ]
    + ["the critics", "the ministry's spokeswoman", "Democrats", "city officials", "", "—", "the other two men"],
)
def test_somebody_or_some_body_is_named(phrase: str) -> None:
    assert judged(phrase) == "named"

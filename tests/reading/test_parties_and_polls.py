"""Who speaks where a party, a poll or a share of the voters stands near: a sentence or two each."""

import pytest

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def speakers(text: str) -> list[str | None]:
    """The name of who says it, of each attribution in turn."""
    found = analyse(from_text(f"News\n\nIt rained.\n\n{text}"), Settings()).attributions
    return [a.source.name if a.source else None for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Democrats said they were tired. “It is late,” he said.", ["Democrats", "he"]),
        ("Republicans said they were tired. They liked his promise of a free ferry.", ["Republicans", "his"]),
        ("Otto Brandt said he was tired. They liked his promise of a free ferry.", ["Otto Brandt", "Otto Brandt"]),
    ],
)
def test_he_is_never_a_whole_party(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voters are weary, according to a Dornholm Herald/Ayr Gazette poll.", ["a Dornholm Herald/Ayr Gazette poll"]),
        ("A Dornholm Herald/Ayr Gazette poll found that voters are weary.", ["A Dornholm Herald/Ayr Gazette poll"]),
        ("Nearly eight in 10 voters said the ferry was late.", ["Nearly eight in 10 voters"]),
        ("Eight in 10 voters said the ferry was late.", ["Eight in 10 voters"]),
    ],
)
def test_a_poll_and_a_share_are_named_whole(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The other candidate on the stage, former minister Ida Holt, said she was tired.",
            ["former minister Ida Holt"],
        ),
        (
            "“It is late,” said the other candidate on the stage, former Minister Ida Holt.",
            ["former Minister Ida Holt"],
        ),
        (
            "The other candidates, former minister Ida Holt and two more, said they were tired.",
            ["The other candidates"],
        ),
        ("The owner of the mill, rival Ida Holt said, was tired.", ["Ida Holt"]),
    ],
)
def test_a_description_takes_the_titled_name_beside_it(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected

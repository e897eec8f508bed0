"""Pairs for round two from statements that say something of one kind about one subject."""

import pytest

from tests.model.articles import long_story
from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from verifier import article, check, claims
from verifier.model import slots
from verifier.model.settings import ModelSettings
from verifier.reading import analyse
from verifier.settings import Settings

STORY = """Choir plans a tour

The choir of Lund has 40 singers and two pianists, Karin Holm said.

A bus of the town broke down near Malmo on Friday.

The choir of Lund lost 12 singers over the winter, Olga Lind said.
"""


def found(text: str) -> list[tuple[str, str]]:
    analysis = analyse(article.from_text(text), Settings())
    statements = claims.find(analysis)
    return [(statements[a].text, statements[b].text) for a, b in slots.pairs(analysis, statements)]


def test_one_subject_and_two_values_of_one_kind_make_a_pair() -> None:
    (pair,) = found(STORY)
    assert "40 singers" in pair[0]
    assert "12 singers" in pair[1]


@pytest.mark.parametrize(
    "text",
    [
        "Choir\n\nThe choir of Lund has 40 singers.\n\nThe choir of Lund has 40 singers.\n",
        "Choir\n\nThe choir of Lund has 40 singers.\n\nThe band of Malmo paid 300 dollars for a drum.\n",
    ],
)
def test_the_same_again_or_another_subject_makes_none(text: str) -> None:
    assert found(text) == []


def test_there_are_never_more_than_a_few() -> None:
    assert len(found(long_story(400))) <= 8


def test_such_a_pair_is_judged_and_a_contradiction_is_a_finding() -> None:
    def script(asked: Asked) -> Reply:
        return Reply({"answer": "contradiction", "why": ""}) if asked.form == "Verdict" else well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    (own,) = [f for f in report.findings if f.code == "X001"]
    assert own.origin == "model"
    assert "40 singers" in own.spans[0].text
    assert "12 singers" in own.related[0].span.text

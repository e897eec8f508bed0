"""Statements that were nobody's, or ran on into the writer's own words: a sentence of its own for each kind."""

import pytest

from tests.reading.test_statements import parts
from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("She said she reserves the right to wait.", "She", "she reserves the right to wait"),
        ("Lee said he and Brandt differ on the quay.", "Lee", "he and Brandt differ on the quay"),
        (
            "The board has shut three piers, saying they leak.",
            "The board",
            "they leak",
        ),
        (
            "According to early results of the count, the toll will stay.",
            "early results of the count",
            "the toll will stay",
        ),
        (
            "The toll will stay, according to full but unofficial returns.",
            "full but unofficial returns",
            "The toll will stay",
        ),
        ("As reported by the Marlow Herald, the quay is shut.", "the Marlow Herald", "the quay is shut"),
        ("As stated in the letter, the quay is not safe.", "the letter", "the quay is not safe"),
        ("Harbours like this one, he said.", "he", "Harbours like this one"),
        ("Two in three jobs depend on the quay, one slide says.", "one slide", "Two in three jobs depend on the quay"),
        ("Lee would not say whether she would sell the quay.", "Lee", "whether she would sell the quay"),
        ("Lee could not explain why the quay was sold.", "Lee", "why the quay was sold"),
        ("Lee would only say that the sale was late.", "Lee", "that the sale was late"),
        (
            "He explained after losing the vote in Ayr, he would stay in Marlow.",
            "He",
            "he would stay in Marlow",
        ),
        ("The police announced on Friday the arrest of a clerk.", "The police", "the arrest of a clerk"),
        ("The firm, which keeps its books shut, denied the report.", "The firm", "the report"),
    ],
)
def test_what_is_said_and_by_whom_is_found(text: str, source: str, content: str) -> None:
    assert (source, content) in [(who, said) for who, _, said in parts(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee attacked the builders last week, and nobody stirred.", "the builders"),
        ("Lee attacked the builders Monday night.", "the builders"),
        ("Lee praised the clerks as she left the hall.", "the clerks"),
        ("Lee praised the clerks as heroes of the flood.", "the clerks as heroes of the flood"),
        ("Lee has mocked the builders throughout the year.", "the builders"),
        ("Lee said 52% of clerks want it, while 29% do not.", "52% of clerks want it, while 29% do not"),
        ("Lee criticised last week's vote.", "last week's vote"),
        ("Clerks who want to keep the quay are few.", "to keep the quay"),
        ("Lee said the firm would cut 300 jobs, a blow to the town.", "the firm would cut 300 jobs"),
        ("Lee said the mayor, a friend of hers, would resign.", "the mayor, a friend of hers, would resign"),
        (
            "Lee said the firm had lost a ship, a quay and a crane.",
            "the firm had lost a ship, a quay and a crane",
        ),
        ("Four in ten say the quay is safe, compared with two in ten in May.", "the quay is safe"),
        ("Lee said the work would be “over by May,” raising hopes in the town.", "the work would be “over by May"),
    ],
)
def test_what_is_said_ends_where_the_writer_goes_on(text: str, content: str) -> None:
    assert [said for _, _, said in parts(text)][:1] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Lee did not respond to questions about the quay.",
        "The board never replied to requests for comment.",
        "Ports lie in Belt states that have lost the most boats.",
        "These are also states where few boats are built.",
        "The vote moves on to larger, more diverse states.",
        "Lee leads in 11 swing states the board had lost.",
        "The storm raised fresh fears the quay is lost.",
        "Lee would say that the quay is safe.",
    ],
)
def test_silence_and_plurals_say_nothing(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Study: Coffee by the quay keeps clerks awake", "Study", "Coffee by the quay keeps clerks awake"),
        ("Brandt on the old quay: It is gone for good", "Brandt", "It is gone for good"),
        ("Brandt to the council: Sell the old quay", "Brandt", "Sell the old quay"),
    ],
)
def test_a_headline_credits_before_its_colon(headline: str, source: str, content: str) -> None:
    article = f"{headline}\n\nOtto Brandt met the council on Monday. Brandt left at noon, and the hall was empty."
    assert (source, content) in credited(article)


@pytest.mark.parametrize(
    "headline",
    [
        "Attacking His Rivals, Brandt Vows To Cut Every Fare",
        "Brandt Pledges To Open The Harbour",
        "With Critics Watching, Brandt Promises Boats Before Easter",
    ],
)
def test_in_capitals_nobody_s_name_ends_with_a_verb(headline: str) -> None:
    article = f"{headline}\n\nOtto Brandt met the council on Monday. Brandt left at noon, and the hall was empty."
    assert {source for source, _ in credited(article)} <= {"Brandt", "Otto Brandt"}


@pytest.mark.parametrize("headline", ["Letter: Keep the old quay open", "Brandt at the quay: A day by the sea"])
def test_a_label_before_a_colon_is_no_source(headline: str) -> None:
    article = f"{headline}\n\nOtto Brandt met the council on Monday. Brandt left at noon, and the hall was empty."
    assert credited(article) == []


def credited(text: str) -> list[tuple[str, str]]:
    """Who is credited by a colon, and with what."""
    found = analyse(from_text(text), Settings()).attributions
    return [
        (one.source.mention.of(text), one.content[0].of(text))
        for one in found
        if one.source is not None and one.cue is not None and one.cue.of(text) == ":"
    ]

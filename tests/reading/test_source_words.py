"""The words that name a source, and whom they mean: no half of a name, no clause, no one of two."""

import pytest

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def speakers(text: str) -> list[str]:
    """Who speaks, for each statement whose speaker is shown."""
    found = analyse(from_text(f"Harbour\n\nIt rained on Monday.\n\n{text}\n"), Settings()).attributions
    return [a.source.name for a in found if a.source is not None and a.source.resolved]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It was late, according to former minister Dennis B. Holt, who left.", "former minister Dennis B. Holt"),
        ("The plan is dead, said William J. Brand, the mayor.", "William J. Brand"),
        ("In Ohio the council candidate said the pier was lost.", "the council candidate"),
        ("Norfish no longer wants to pay for it.", "Norfish"),
        ("Likewise, a paper said the boats were late.", "a paper"),
        ("“It was late,” said one party member.)", "one party member"),
    ],
)
def test_what_was_taken_along_is_left_and_no_name_is_cut(text: str, who: str) -> None:
    assert speakers(text)[0] == who


@pytest.mark.parametrize(
    "text",
    [
        "The film shows Bob Lund wanting to stay and one of the crew asking, “For what?”",
        "The firm now has over 170 people compiling detailed “harbour files.”",
        "Holt gave $300,000 to a group backing Ann Lee.",
        "In the Nov. 8 election, he later said the boats were late.",
    ],
)
def test_a_clause_and_a_sum_are_nobody(text: str) -> None:
    assert not {
        "The film shows Bob Lund wanting",
        "The firm now has over 170 people compiling",
        "8 election",
    }.intersection(speakers(text))
    assert not any("to a group" in who for who in speakers(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee met Otto Brandt. Lee and Brandt agreed to meet again.", "Ann Lee and Otto Brandt"),
        ("Ann Lee met Otto Brandt. Both Lee and Brandt criticised the toll.", "Ann Lee and Otto Brandt"),
        ("Ann Lee met Otto Brandt. Lee and the Harbour Council said it was late.", "Ann Lee and Harbour Council"),
        ("The brothers Rolf and Otto Brandt said it was late.", "The brothers Rolf and Otto Brandt"),
    ],
)
def test_of_two_who_speak_none_speaks_alone(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_he_is_no_kind_of_people() -> None:
    text = "Ann Lee sat down. Islanders said it was late. “We must wait,” she said."
    assert speakers(text)[-1] == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fishers want to help Senator Ann Lee. Lee said it was late.", "Senator Ann Lee"),
        ("Many fishers support Mayor Ann Lee. Lee said it was late.", "Mayor Ann Lee"),
        ("That was the reason President Ann Lee came. Lee said it was late.", "President Ann Lee"),
        ("It made sure Governor Ann Lee came. Lee said it was late.", "Governor Ann Lee"),
        ("They want to fire campaign manager Ann Lee. Lee said it was late.", "campaign manager Ann Lee"),
        ("It went to campaign manager Ann Lee. Lee said it was late.", "campaign manager Ann Lee"),
        ("He met then-Chief Justice Ann Lee. Lee said it was late.", "then-Chief Justice Ann Lee"),
        ("Count former mayor Ann Lee among them. Lee said it was late.", "former mayor Ann Lee"),
        ("A tax clerk under President Ann Lee came. Lee said it was late.", "President Ann Lee"),
        ("A talk with chat host Ann Lee came. Lee said it was late.", "chat host Ann Lee"),
        ("They came to see witness city mayor Otto Brandt. Brandt said it was late.", "city mayor Otto Brandt"),
        ("Air Force 1st Lt. Tyler Holt said it was late.", "Lt. Tyler Holt"),
        ("Ben Lee lives in Newark, N.J. Harmony Holt said it was late.", "Harmony Holt"),
        ("He met Minister of Education Ann Holt. Holt said it was late.", "Minister of Education Ann Holt"),
        ("He met the minister for Trade Mr. Brandt. Brandt said it was late.", "minister for Trade Mr. Brandt"),
        ("A spokesman for House Speaker Ann Lee left. Lee said it was late.", "House Speaker Ann Lee"),
    ],
)
def test_a_name_has_its_title_and_no_word_of_the_sentence(text: str, who: str) -> None:
    assert speakers(text)[-1] == who

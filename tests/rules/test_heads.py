"""What the head of an article says against what its body tells."""

import pytest

from verifier import Settings, check

BODY = (
    "\n\nThe ferry company said on Monday that it would sell its oldest ship, the Petrel.\n\nIts director called "
    "the ship “tired”. The sale brings in $40 million.\n\nThe crew was not told about the sale before Monday."
)


def found(standfirst: str, code: str) -> list[str]:
    return [f.spans[0].text for f in check(f"Ferry news\n\n{standfirst}{BODY}", Settings(select=(code,))).findings]


@pytest.mark.parametrize(
    ("standfirst", "words"),
    [
        ("The director called the old ship “splendid”.", "splendid"),
        ("The ferry company said that it would not sell its oldest ship, the Petrel.", "not sell"),
        ("The ferry company said that it would buy its oldest ship, the Petrel.", "buy"),
    ],
)
def test_a_standfirst_that_contradicts_the_body_is_shown(standfirst: str, words: str) -> None:
    assert words in found(standfirst, "E005")


@pytest.mark.parametrize(
    "standfirst",
    [
        "The owners of the Petrel part with a “tired” ship.",
        "An ageing vessel is on the market, and its sailors learned of it late.",
    ],
)
def test_a_standfirst_in_other_words_is_left_alone(standfirst: str) -> None:
    assert found(standfirst, "E005") == []
    assert found(standfirst, "E003") == []


def test_a_figure_that_only_the_standfirst_has_is_shown_and_a_rounded_one_is_not() -> None:
    assert found("The sale of the Petrel brings in $75 million.", "E003") == ["$75 million"]
    assert found("The sale of the Petrel brings in about $41 million.", "E003") == []


def test_how_many_there_were_a_lead_may_tell_alone() -> None:
    assert found("The Petrel was seen off by 300 people in the rain.", "E003") == []
    assert found("The Petrel was sold in 36 hours.", "E003") == []


def test_a_first_paragraph_that_the_next_ones_hardly_tell_again_is_a_lead() -> None:
    lead = "The kennel in Ostle found a family for every dog in a county where 40 percent of homes have one."
    text = (
        f"Kennel empty after a weekend\n\n{lead}\n\nOf the 48 dogs, 20 went to families in Ostle, 17 to farms and 11 "
        "to other kennels, said Lena Boe, who runs it.\n\nFood costs less now.\n\nBoe will paint the walls.\n\nIt is "
        "quiet there."
    )
    assert [f.code for f in check(text, Settings(select=("E003",))).findings] == []


@pytest.mark.parametrize(
    ("headline", "body", "codes"),
    [
        ("Choir marks 100 years", "The choir, formed by dockers in 1925, sings again next May.", []),
        ("Divers find 2,000-year-old coin", "Two divers came upon a bronze coin from the days of a revolt.", []),
        ("Woman, 63, found after three days", "She is 36 and was found in Hov, where she moved in 2019.", ["E003"]),
    ],
)
def test_years_may_be_told_by_when_they_began_and_nobody_is_ancient(headline: str, body: str, codes: list[str]) -> None:
    text = f"{headline}\n\nThe quay was full on Monday, the harbour said.\n\n{body}\n\nIt had rained all day."
    assert [f.code for f in check(text).findings if f.code == "E003"] == codes


@pytest.mark.parametrize("letters", ["AI", "A.I."])
def test_letters_in_a_headline_are_known_by_the_words_they_stand_for(letters: str) -> None:
    """ "A.I." was said to be nowhere in a story about artificial intelligence."""
    spelt, silent = (
        f"Quayworks to cut 300 jobs, citing {letters}\n\nBy Jo Poe\n\nQuayworks said on Monday it would cut jobs "
        f"(300 of them) as it spends more on {thing}. The firm grew too fast, and its cranes stand idle."
        for thing in ("artificial intelligence", "cranes")
    )
    assert [f.code for f in check(spelt).findings if f.code == "E003"] == []
    assert [f.code for f in check(silent).findings if f.code == "E003"] == ["E003"]


@pytest.mark.parametrize(
    ("headline", "codes"),
    [
        ("Good morning, Ostle", []),
        ("The fair returns to Ostle", []),
        ("Two boats lost in Ostle", []),
        ("The boats of Ostle are lost", ["E003"]),
    ],
)
def test_where_a_paper_is_read_its_body_need_not_say(headline: str, codes: list[str]) -> None:
    text = f"{headline}\n\nRain is due at noon, the weather office said.\n\nThe council meets at four.\n\nIt is Monday."
    assert [f.code for f in check(text).findings if f.code == "E003"] == codes

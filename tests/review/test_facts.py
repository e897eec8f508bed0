"""What of an article is there to be ticked: accusations and superlatives, however they are told."""

from __future__ import annotations

import pytest

from tests.report import samples
from verifier import check, source
from verifier.report._ledger_rows import rows
from verifier.review.facts import facts

ACCUSED = [
    ("The union accused the mayor of fraud on Monday.", "accused the mayor of fraud"),
    ("Prosecutors charged him with theft.", "charged him with theft"),
    ("“We will not wait,” she said.\n\nProsecutors charged Holm with theft.", "charged Holm with theft"),
    ("It was not late. Holm was accused of fraud.", "accused of fraud"),
    ("The police charged Ida Holm, a baker, with two counts of arson.", "charged Ida Holm, a baker, with two counts"),
    ("The suit alleges that the firm bribed officials.", "alleges that the firm bribed officials"),
    ("She alleged he had sold the mill twice.", "alleged he had sold the mill twice"),
    ("Villagers blame the council for the deaths.", "blame the council for the deaths"),
    ("The driver was blamed for the crash by the police.", "blamed for the crash by the police"),
    ("A jury convicted Holm of hiding the cracks.", "convicted Holm of hiding the cracks"),
    ("He was indicted for bribery.", "indicted for bribery"),
    ("Few suspected her of taking the money.", "suspected her of taking the money"),
    ("The board stole 3 million euros, critics say.", "stole 3 million euros"),
    ("Tom Brandt had allegedly bribed the inspector, she said.", "bribed the inspector"),
    ("He lied to the council about the mill.", "lied to the council about the mill"),
    ("The minister misled parliament.", "misled parliament"),
    ("She says the officer assaulted her.", "assaulted her"),
]
NOT_ACCUSED = [
    "The shop charged him with care for two days.",
    "The team was charged with finding a better road.",
    "The mayor was never accused of fraud.",
    "No one has blamed the council for the deaths.",
    "Farmers blame the rain for the poor harvest.",
    "Its suspected role in the sale of the mill is small.",
    "She suspects it was the end of the talks.",
    "The accused, of whom little is known, left.",
    "The singer stole the show.",
    "The runner stole second base.",
    "The mayor never bribed the inspector.",
    "She asked whether he bribed the inspector.",
    "The officials bribed by the firm have left.",
    "The fog misled the boats.",
    "A murdered man, the board said.",
    "The assaulted officer left.",
    "Three paintings were stolen in May.",
    "The dog lay by the door.",
]
RANKED = [
    ("It is the largest fine ever imposed on a mill.", "the largest fine ever"),
    ("She is the first woman to lead it.", "the first woman to lead"),
    ("The mill had its worst year since 2008.", "its worst year since 2008"),
    ("It was the lowest price in more than ten years.", "the lowest price in more than ten years"),
    ("Prices rose for the first time since the spring floods.", "the first time since the spring"),
    ("The Weston pool, the oldest public pool in the county, will close.", "the oldest public pool in the county"),
    ("It owns the tallest mill in the whole valley.", "the tallest mill in the whole valley"),
    ("She would be the country's first female judge.", "country's first female judge"),
    ("Leeds has the second largest harvest in a decade.", "the second largest harvest in a decade"),
    ("It will be the widest bridge in the county.", "the widest bridge in the county"),
    ("The club had its worst season on record.", "its worst season on record"),
    ("She is the first woman to lead the council.", "the first woman to lead the council"),
    ("It was the town's third-worst flood since 1990.", "third-worst flood since 1990"),
    ("It is the most expensive mill in the country.", "the most expensive mill in the country"),
    ("Theirs is the least crowded school in Port Ellery.", "the least crowded school in Port Ellery"),
    ("It was the steepest fall in American history.", "the steepest fall in American history"),
    ("The mill sold a record 3,400 coats.", "a record 3,400"),
    ("Prices reached a record high.", "a record high"),
]
NOT_RANKED = [
    "The first step to recovery is rest.",
    "It is the only way to win.",
    "She was one of the first women to vote.",
    "His first speech in Leeds was short.",
    "The strongest wish of the town is peace.",
    "The country's biggest mills haven't lent him money in years.",
    "Her first meeting on Saturday to support the strike was full.",
    "At least 40 people came, and most people left at six in the county.",
    "With best wishes in Leeds, she went.",
    "First, the council met in the hall in Leeds.",
    "The forest in the county burned, and the guest in the town left.",
    "The interest in the country is small, and the request on record is old.",
    "He broke the record in Leeds.",
]


def told(text: str, kind: str) -> list[str]:
    return [fact.span.text for fact in facts(samples.report(text)) if fact.kind == kind]


@pytest.mark.parametrize(("text", "words"), ACCUSED)
def test_an_accusation_is_there_to_be_ticked_whoever_makes_it(text: str, words: str) -> None:
    assert told(text, "accusation") == [words]


@pytest.mark.parametrize("text", NOT_ACCUSED)
def test_what_lays_nothing_at_anybody_s_door_is_no_accusation(text: str) -> None:
    assert told(text, "accusation") == []


@pytest.mark.parametrize(("text", "words"), RANKED)
def test_what_is_the_first_or_most_of_its_kind_is_there_to_be_ticked(text: str, words: str) -> None:
    assert told(text, "superlative") == [words]


@pytest.mark.parametrize("text", NOT_RANKED)
def test_what_is_singled_out_of_nothing_that_can_be_looked_up_is_none(text: str) -> None:
    assert told(text, "superlative") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The bridge at Marsden is shut. Nobody in Marsden knows why.", ["Marsden"]),
        ("The Orle Valley council met near Tolvik.", ["Orle Valley", "Tolvik"]),
        ("The ferry leaves Port Ellery for Lisbon.", ["Port Ellery", "Lisbon"]),
        ("She lives in France, and her French friends live in Europe.", []),
        ("The talks in March were long. Some in Democratic circles left.", []),
        ("He works at Bramley's shop and voted in Bramley's hall.", []),
    ],
)
def test_a_place_is_there_to_be_ticked_where_it_is_first_named(text: str, places: list[str]) -> None:
    assert told(f"A plan\n\n{text}", "place") == places


HARBOUR = (
    "Harbour opens\n\nMayor Helen Okafor opened the widest bridge in the county on March 3, 2019. It cost 14.25 euros "
    "a head, and 300 people came to Port Ellery. “We shall go on,” she said.\n\n"
    "Prosecutors charged him with theft."
)


@pytest.mark.parametrize("held", [[], ["Mayor Helen Okafor opened the bridge on March 3, 2019."]])
def test_the_ledger_has_a_row_for_each_fact_of_the_desk(held: list[str]) -> None:
    report = check(HARBOUR, sources=[source(words, "minutes") for words in held])
    listed = [(fact.kind, fact.span.text) for fact in facts(report)]
    ledger = rows(report)
    assert [(row.fact, row.words) for row in ledger if (row.fact, row.words) in listed] == listed
    assert {kind for kind, _ in listed} == {"name", "superlative", "date", "figure", "place", "quotation", "accusation"}
    status = {row.words: row.status for row in ledger}
    assert status["March 3, 2019"] == ("confirmed" if held else "no sources given")
    assert status["charged him with theft"] == ("not compared" if held else "no sources given")


def test_no_accusation_reaches_from_a_headline_into_the_text() -> None:
    text = "Trust accused the builder\n\nThe trust accused the builder of fraud.\n"
    assert told(text, "accusation") == ["accused the builder of fraud"]

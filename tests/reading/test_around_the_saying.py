"""What stands around a saying and is no part of it: asides, openings, what tells when; and what is said beside them."""

import pytest

from tests.reading.test_statements import parts
from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings

CASES = [
    (
        "The Herald found that, according to a log of the lock, 85 boats were turned away.",
        [("a log of the lock", "according to", "85 boats were turned away")],
    ),
    (
        "Holt went to the first talk because, according to Lane, the board would have fined him.",
        [("Lane", "according to", "the board would have fined him")],
    ),
    ("A merger announced Monday would turn the yard into a museum.", []),
    (
        "Figures printed on Sunday now suggest that Holt is the last one left.",
        [("Figures", "on Sunday now suggest", "that Holt is the last one left")],
    ),
    (
        "Brandt said that during a visit to the quay this week, Mayor Lane declined the offer.",
        [("Brandt", "said", "that during a visit to the quay this week, Mayor Lane declined the offer")],
    ),
    (
        "Lane said Holt could lose not only because he is late but also because he denied the loan.",
        [("Lane", "said", "Holt could lose not only because he is late but also because he denied the loan")],
    ),
    (
        "Lane argued - naming Holt twice in a minute - that the quay was lost.",
        [("Lane", "argued", "that the quay was lost")],
    ),
    ("The station reported at least six boats sank.", [("The station", "reported", "at least six boats sank")]),
    (
        "It amounts to what the clerks said was a plain theft.",
        [("the clerks", "said", "a plain theft")],
    ),
    ("What Lane said was a lie.", []),
    ("What Lane said was that the quay would shut.", [("Lane", "said", "that the quay would shut")]),
    (
        "It is a toll critics say would ruin the harbour.",
        [("critics", "say", "a toll … would ruin the harbour")],
    ),
    ("Lane explained his reasons in an appearance on the Evening Show.", [("Lane", "explained", "his reasons")]),
    (
        "Ann Holt, a Leeds, Ohio, baker who runs two shops, said the quay was safe.",
        [("Ann Holt", "said", "the quay was safe")],
    ),
    (
        "Lane, the chair of the board, this past week announced a sale of the lock.",
        [("Lane", "this past week announced", "a sale of the lock")],
    ),
    (
        "Lane said in a statement released by the board the lock would be sold.",
        [("Lane", "said", "the lock would be sold")],
    ),
    ("It is over, Lane said as he left.", [("Lane", "said", "It is over")]),
    (
        "It was never about money, his aides said in interviews this week; it was about trust.",
        [("his aides", "said", "It was never about money")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_only_what_is_said_is_content(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert sorted(parts(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“It is over,” Lane said as he left.", ("Lane", "said", "“It is over,”")),
        ("“It is over,” Lane told them as she shut the door.", ("Lane", "told", "“It is over,”")),
        (
            "To a question on the “sale of public locks,” Lane said private firms can run them.",
            ("Lane", "said", "private firms can run them"),
        ),
        (
            "Citing “duties at home,” the mayor’s clerk told the Herald that Holt would not come.",
            ("the mayor’s clerk", "told", "that Holt would not come"),
        ),
        (
            "Lane, citing “the magic of the man,” said the chair could be in trouble.",
            ("Lane", "said", "the chair could be in trouble"),
        ),
    ],
)
def test_a_verb_with_words_of_its_own_behind_it_does_not_take_the_quotation_before_it(
    text: str, wanted: tuple[str, str, str]
) -> None:
    assert wanted in _credited(text)


def test_a_set_phrase_between_commas_does_not_turn_a_saying_round() -> None:
    said = _credited("Harbour Board chairman Will Rowe, for example, said the visit to the quay would draw a crowd.")
    assert said == [("Harbour Board chairman Will Rowe", "said", "the visit to the quay would draw a crowd")]


def test_marks_that_lead_up_to_a_saying_end_with_them() -> None:
    said = _credited("Lane, citing “the magic of the man,” said the chair could be in trouble.")
    assert ("Lane", "citing", "“the magic of the man,”") in said


def test_a_list_with_semicolons_is_one_sentence_past_an_abbreviation() -> None:
    said = _credited("The panel will hear Ann Lee, R-Tenn.; and Bob Lang, according to the plan.")
    assert said == [("the plan", "according to", "The panel will hear Ann Lee, R-Tenn.; and Bob Lang")]


def _credited(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, as words."""
    return [
        (
            one.source.mention.of(text) if one.source and one.source.mention else "",
            one.cue.of(text) if one.cue else "",
            " … ".join(span.of(text) for span in one.content),
        )
        for one in analyse(from_text(text), Settings()).attributions
    ]

"""A report held against gold: what counts as found, as right, as a false alarm, as forbidden."""

from pathlib import Path

import pytest

from tests.evaluation.samples import STORY, figures, gold, report, scored, told
from verifier.evaluation.places import occurrences
from verifier.evaluation.scoring import score

FEBRUARY = "{code: D003, passages: [February 30], what: no such day}"
NOBODY = "{code: Q001, passages: [Nobody asked the islanders what they need in winter.], what: nobody is credited}"


def test_findings_are_found_missed_and_raised_in_error(tmp_path: Path) -> None:
    made = scored(tmp_path, f"findings:\n- {FEBRUARY}\n- {{code: E001, passages: [Ruiz], what: two names}}")
    assert (figures(made, "D003"), figures(made, "E001"), figures(made, "Q001")) == (
        (1, 1, 1, 1),
        (1, 0, 0, 0),
        (0, 0, 1, 0),
    )
    assert figures(made, "findings") == (2, 1, 2, 1)
    assert told(made, "missed") == ["E001 “Ruiz”: two names"]
    assert [words.partition(":")[0] for words in told(made, "false")] == [
        'Q001 “"Nobody asked the islanders what they need in winter."” / “Ruiz”'
    ]


def test_the_right_words_under_another_rule_are_no_hit(tmp_path: Path) -> None:
    made = scored(tmp_path, "findings:\n- {code: D004, passages: [February 30], what: x}")
    assert (figures(made, "D004"), figures(made, "D003")) == ((1, 0, 0, 0), (0, 0, 1, 0))


def test_of_several_codes_one_is_enough(tmp_path: Path) -> None:
    made = scored(tmp_path, "findings:\n- {code: [D004, D003], passages: [February 30], what: x}")
    assert figures(made, "D003") == (1, 1, 1, 1)
    assert "D004" not in made.counts


def test_what_is_optional_counts_neither_way(tmp_path: Path) -> None:
    optional = NOBODY.replace("}", ", optional: true}")
    made = scored(
        tmp_path, f"findings:\n- {FEBRUARY}\n- {optional}\n- {{code: E001, passages: [Ruiz], what: x, optional: true}}"
    )
    assert figures(made, "findings") == (1, 1, 1, 1)


def test_a_conflict_is_found_only_with_both_sides(tmp_path: Path) -> None:
    story = STORY + "\nThe ferry will close on June 2, 2021, the operator said.\n"
    both = "findings:\n- {code: [D001, D002], passages: ['June 1, 2021', 'June 2, 2021'], what: two days}"
    made = scored(tmp_path, both, story=story)
    assert sum(figures(made, code)[1] for code in ("D001", "D002") if code in made.counts) == 1
    wrong = both.replace("'June 1, 2021'", "'May 3, 2021'")
    assert all(words.startswith("D00") for words in told(scored(tmp_path, wrong, story=story), "missed"))
    assert told(scored(tmp_path, wrong, story=story), "missed")


def test_the_same_words_twice_need_two_places(tmp_path: Path) -> None:
    story = STORY.replace("May 3, 2021", "Ferry line to close for repairs")
    line = "Ferry line to close for repairs"
    made = scored(tmp_path, f"findings:\n- {{code: T003, passages: [{line}, {line}], what: twice}}", story=story)
    assert figures(made, "T003") == (1, 1, 1, 1)
    once = scored(tmp_path, "findings:\n- {code: D003, passages: [February 30, February 30], what: x}")
    assert figures(once, "D003") == (1, 0, 1, 0)


def test_rules_that_did_not_run_are_not_missed(tmp_path: Path) -> None:
    file = gold(tmp_path, f"findings:\n- {FEBRUARY}\n- {NOBODY}")
    made = score(file.gold, report(), {"Q001"})
    assert "D003" not in [entry.row for entry in made.entries if entry.outcome == "missed"]


def test_what_gold_leaves_out_is_not_measured(tmp_path: Path) -> None:
    assert set(scored(tmp_path, "quotes: []").counts) == {"quotes", "quotes and speakers"}
    assert set(scored(tmp_path, "published: 2021-05-03").counts) == set()


def test_quotes_are_measured_by_words_and_by_speakers(tmp_path: Path) -> None:
    quotes = (
        "quotes:\n- {text: 'We will not run a single boat until the pier is safe', speaker: Ana Ruiz}\n"
        "- {text: Nobody asked the islanders what they need in winter., speaker: Per Holm}\n"
    )
    made = scored(tmp_path, quotes)
    assert (figures(made, "quotes"), figures(made, "quotes and speakers")) == ((2, 2, 2, 2), (2, 1, 2, 1))
    assert told(made, "missed") == [
        "“Nobody asked the islanders what they need in winter.” — Per Holm (found, credited to nobody)"
    ]
    part = scored(tmp_path, "quotes:\n- {text: run a single boat, speaker: Ana Ruiz}")
    assert figures(part, "quotes") == (1, 0, 2, 0)


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        ("Ana Ruiz", 1),
        ("ana ruiz", 1),
        ("[Ruiz of the harbour, Ana Ruiz]", 1),
        ("Ruiz", 1),
        ("Per Holm", 0),
        ("harbour chief Ana Ruiz Vega", 0),
        ("null", 0),
    ],
)
def test_a_title_before_the_name_is_the_same_name(tmp_path: Path, speaker: str, right: int) -> None:
    text = f"quotes:\n- {{text: 'We will not run a single boat until the pier is safe', speaker: {speaker}}}"
    assert figures(scored(tmp_path, text), "quotes and speakers")[3] == right


def test_somebody_who_speaks_for_a_person_is_somebody_else(tmp_path: Path) -> None:
    story = STORY.replace("Ruiz told reporters", "a spokesman for Ana Ruiz told reporters")
    text = "quotes:\n- {text: 'We will not run a single boat until the pier is safe', speaker: Ana Ruiz}"
    assert figures(scored(tmp_path, text, story=story), "quotes and speakers")[3] == 0


def test_scare_quotes_are_nobodys_speech(tmp_path: Path) -> None:
    text = "quotes:\n- {text: Nobody asked the islanders what they need in winter., speaker: null, kind: scare}"
    assert figures(scored(tmp_path, text), "quotes") == (0, 0, 2, 0)


CLAIMS = """claims:
- {evidence: 'The Brent Island ferry will close on June 1, 2021', speaker: Ana Ruiz}
- {evidence: 'We will not run a single boat until the pier is safe,', speaker: Ana Ruiz}
- {evidence: 'The pier opens again on February 30, 2021', speaker: Ana Ruiz}
"""


def test_claims_are_measured_by_their_words_and_their_speakers(tmp_path: Path) -> None:
    made = scored(tmp_path, CLAIMS)
    assert figures(made, "claims") == figures(made, "claims and speakers") == (3, 3, 3, 3)
    wrong = scored(tmp_path, CLAIMS.replace("2021', speaker: Ana Ruiz}\n- {evidence: 'We", "2021'}\n- {evidence: 'We"))
    assert (figures(wrong, "claims"), figures(wrong, "claims and speakers")) == ((3, 3, 3, 3), (3, 2, 3, 2))


def test_a_claim_that_holds_little_of_it_is_not_it(tmp_path: Path) -> None:
    made = scored(tmp_path, "claims:\n- {evidence: single boat, speaker: Ana Ruiz}")
    assert figures(made, "claims") == (1, 0, 3, 0)
    with_optional = scored(tmp_path, CLAIMS.replace("Ruiz}", "Ruiz, optional: true}"))
    assert figures(with_optional, "claims") == (0, 0, 0, 0)


def test_outlets_count_where_gold_tells_them(tmp_path: Path) -> None:
    assert figures(scored(tmp_path, CLAIMS.replace("Ruiz}", "Ruiz, via: []}")), "claims and speakers")[1] == 3
    assert figures(scored(tmp_path, CLAIMS.replace("Ruiz}", "Ruiz, via: [Brent Post]}")), "claims and speakers")[1] == 0


def test_one_statement_told_in_two_parts_is_found_once_and_twice_right(tmp_path: Path) -> None:
    whole = report()
    first = whole.claims[0]
    span = first.spans[0]
    half = len("The Brent Island ferry will close")
    parts = [
        first.model_copy(update={"spans": (span.model_copy(update={"start": start, "end": end, "text": text}),)})
        for start, end, text in (
            (span.start, span.start + half, span.text[:half]),
            (span.start + half + 1, span.end, span.text[half + 1 :]),
        )
    ]
    split = whole.model_copy(update={"claims": (*parts, *whole.claims[1:])})
    made = score(gold(tmp_path, CLAIMS).gold, split, set())
    assert figures(made, "claims") == (3, 3, 4, 4)


@pytest.mark.parametrize(
    ("entry", "kept"),
    [
        ("{passages: ['June 1, 2021', 'February 30'], what: close and open}", True),
        ("{passages: [February 30], what: the day stands so}", False),
        ("{passages: [February 30], code: [N, T003], what: no figure}", True),
        ("{passages: [February 30], code: D, what: no date}", False),
        ("{passages: [run a single boat], speaker: Ana Ruiz, what: x}", False),
        ("{passages: [run a single boat], speaker: Per Holm, what: x}", True),
        ("{passages: [run a single boat], outlet: Brent Post, what: x}", True),
    ],
)
def test_what_must_not_be_is_told_where_it_is(tmp_path: Path, entry: str, kept: bool) -> None:
    made = scored(tmp_path, f"clean:\n- {entry}")
    assert figures(made, "must not be") == (1, kept, 1, kept)
    assert bool(told(made, "forbidden")) != kept


def test_a_forbidden_conflict_is_told(tmp_path: Path) -> None:
    story = STORY + "\nThe ferry will close on June 2, 2021, the operator said.\n"
    made = scored(tmp_path, "clean:\n- {passages: ['June 2, 2021', 'June 1, 2021'], what: two lines}", story=story)
    assert len(told(made, "forbidden")) == 1
    assert "two lines (D00" in told(made, "forbidden")[0]


def test_passages_are_whole_words_with_any_white_space_between() -> None:
    assert occurrences("The USA and the US, in the U.S.\ncapital, US", "US") == [(16, 18), (41, 43)]
    assert occurrences("The USA and the US, in the U.S.\ncapital", "U.S. capital") == [(27, 39)]
    assert occurrences("6 percent, 16 percent", "6 percent") == [(0, 9)]

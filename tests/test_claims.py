"""Claims: what is stated, by whom, with which values."""

from pathlib import Path

import pytest

from verifier import check, read


def texts(article: str) -> list[str]:
    return [c.text for c in check(article).claims]


def test_a_statement_of_fact_is_a_claim_with_its_values() -> None:
    (claim,) = check("The mill closed two ovens and lost $3 million in rent.").claims
    assert claim.kind == "reported"
    assert claim.checkable
    assert [(v.kind, v.value, v.unit) for v in claim.values] == [("count", 2.0, "oven"), ("money", 3000000.0, "USD")]


def test_the_text_stands_alone() -> None:
    assert texts("However, the mill closed two ovens.") == ["The mill closed two ovens."]
    assert texts("But of course 40 percent of the mills closed.") == ["40 percent of the mills closed."]


def test_questions_and_views_are_not_claims() -> None:
    assert texts("Will the mill close two ovens? The mill should close two ovens. A warm loaf is a fine thing.") == []


def test_a_headline_is_not_a_claim_of_its_own() -> None:
    assert texts("Mill closes two ovens\n\nThe mill closed two ovens.") == ["The mill closed two ovens."]


def test_a_stray_piece_around_somebody_else_s_statement_is_no_claim() -> None:
    claims = check("Ana Ruiz told farmers in the market on Monday that the mill lost $3 million.").claims
    assert [c.kind for c in claims] == ["indirect"]


def test_a_pronoun_becomes_the_name_it_surely_means() -> None:
    assert texts("Ana Ruiz bought the mill in May. She sold two ovens.")[-1] == "Ana Ruiz sold two ovens."


def test_claims_come_in_the_order_of_the_text() -> None:
    claims = check("The mill lost $3 million, Ana Ruiz said. It closed two ovens.").claims
    assert [c.spans[0].start for c in claims] == sorted(c.spans[0].start for c in claims)
    assert {c.kind for c in claims} == {"indirect", "reported"}


def claim(article: str) -> tuple[str, list[str], bool]:
    (found,) = (c for c in check(article).claims if c.kind != "reported")
    return found.text, [s.text for s in found.spans], found.checkable


def test_an_intention_is_told_with_the_one_who_has_it() -> None:
    text, spans, checkable = claim("Mayor Ana Ruiz plans to meet the farmers of Leeds in May.")
    assert text == "Mayor Ana Ruiz plans to meet the farmers of Leeds in May"
    assert spans == ["to meet the farmers of Leeds in May"]
    assert checkable


def test_an_accusation_is_told_with_the_accuser() -> None:
    text, spans, checkable = claim("Spain accuses Malta of raising unfair duties on olive oil.")
    assert text == "Spain accuses Malta of raising unfair duties on olive oil"
    assert spans == ["Malta of raising unfair duties on olive oil"]
    assert checkable


def test_a_denial_is_not_told_as_what_it_denies() -> None:
    text, _, _ = claim("Ana Ruiz denied that the mill lost $3 million.")
    assert text == "Ana Ruiz denied that the mill lost $3 million"


def test_what_is_merely_said_stands_alone() -> None:
    assert claim("The mill lost $3 million, Ana Ruiz said.")[0] == "The mill lost $3 million"
    assert claim("According to Ana Ruiz, the mill lost $3 million.")[0] == "The mill lost $3 million"


def test_what_is_unclear_cannot_be_looked_up() -> None:
    assert texts("It is unclear whether the new law will satisfy Spain and Malta.") == []
    assert texts("It is not clear whether Lucy Brandt won 40 votes in Malta.") == []


def test_every_value_has_a_unit() -> None:
    found = check("Storms left 27 dead and 40 percent of Leeds without light, and 19 were injured.").claims
    assert {v.unit for c in found for v in c.values} == {"people", "%"}


FORECAST = """Imports fall

The fall was 3 percent in May, and slower than a 10 percent drop forecast by the Harbour Bank.
"""


def test_a_figure_that_follows_somebody_s_name_is_not_the_whole_sentence() -> None:
    credited, own = sorted(check(FORECAST).claims, key=lambda c: c.kind)
    assert (credited.kind, credited.text) == ("indirect", "A 10 percent drop forecast by the Harbour Bank")
    assert own.text.endswith("Harbour Bank.")


def test_a_claim_shows_no_mark_up_and_no_dateline(tmp_path: Path) -> None:
    page = tmp_path / "fund.md"
    page.write_text(
        "---\ntitle: Fund to stay\n---\n\n**NORHAVEN** — The old fund will *stay*, said its head, **Ada Brook**."
        "\n\nThe fund paid 40 farmers for [their lake](http://lake.example/it).\n\n[^1]: Brook leads 30 people.\n",
        encoding="utf-8",
    )
    assert [c.text for c in check(read(page)).claims] == [
        "The old fund will stay",
        "The fund paid 40 farmers for their lake.",
        "Brook leads 30 people.",
    ]
    assert texts("Fund to stay\n\nNORHAVEN (AP) -- The fund paid 40 farmers in May.") == [
        "The fund paid 40 farmers in May."
    ]


@pytest.mark.parametrize(
    ("sentence", "claim", "name"),
    [
        ("The bridge closes on Monday, said Turid Aune.", "The bridge closes on Monday", "Turid Aune"),
        ("The bridge closes on Monday, the ministry said.", "The bridge closes on Monday", "the ministry"),
        ("The ferries stop at noon, warned two harbour pilots.", "The ferries stop at noon", "two harbour pilots"),
        ("It closes on Monday, added Turid Aune.", "It closes on Monday", "Turid Aune"),
        ("The bridge closes on Monday, according to Turid Aune.", "The bridge closes on Monday", "Turid Aune"),
    ],
)
def test_a_statement_in_the_present_is_told_without_who_makes_it(sentence: str, claim: str, name: str) -> None:
    report = check(f"Bridge to close\n\n{sentence}\n\nBuses will go round by Elden.\n")
    assert [(c.text, c.speaker.name) for c in report.claims if c.speaker] == [(claim, name)]


def test_what_stands_in_a_report_is_no_statement_of_its_own() -> None:
    report = check("Bridge to close\n\nIn news reports on Monday, Turid Aune said that she was glad.\n")
    assert [c.text for c in report.claims if c.speaker] == ["Turid Aune was glad"]


def by(article: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.name if c.speaker else None, c.text) for c in check(article).claims]


def test_what_a_source_does_before_it_speaks_is_a_whole_statement() -> None:
    nurse = "The school's head cook, Dora Lind, offered free meals to the families and said supplies had run out."
    assert by(nurse) == [
        (None, "The school's head cook, Dora Lind, offered free meals to the families"),
        ("Dora Lind", "Supplies had run out"),
    ]
    keeper = 'Omar Hale, 29, apologised to visitors on Monday, writing: "Sorry to have locked you out of the park."'
    assert (None, "Omar Hale, 29, apologised to visitors on Monday") in by(keeper)


def test_a_name_beside_its_role_is_told_once() -> None:
    assert texts('The mayor, Lucy Brandt, has described the pier as "a lost chance".') == [
        'The mayor, Lucy Brandt, has described the pier as "a lost chance"'
    ]


def test_what_a_relative_clause_tells_is_told_of_what_it_hangs_on() -> None:
    found = texts('The Food Board, which rated the bakery "poor" in 2024, says it is watching the owners.')
    assert found[0] == 'The Food Board rated the bakery "poor" in 2024'


def test_what_is_only_asked_is_no_claim() -> None:
    assert by("Asked by Ms Lind why nobody had rung the owners of the Elden mill, Dr Sol Aune left.") == []
    assert texts("Asked whether the town of Elden could afford two ferries, the mayor, Lucy Brandt, shrugged.") == []
    assert texts("In Elden, Lucy Brandt was asked about the two ferries.") == []
    assert texts("Police in Elden are still trying to determine if she had an accomplice.") == []
    assert texts("Lucy Brandt said that if the ferry stops, the town will pay 40 pilots.") == [
        "If the ferry stops, the town will pay 40 pilots"
    ]


def test_shares_on_both_sides_of_while_are_one_survey_s() -> None:
    survey = (
        "A survey by the Elden Institute found that 52% backed the bridge, while 29% were opposed and 19% undecided."
    )
    assert texts(survey) == ["52% backed the bridge, while 29% were opposed and 19% undecided"]


def test_a_statement_is_told_once() -> None:
    assert texts("Lucy Brandt condemned the closure of the Elden mill, calling for talks.") == [
        "Lucy Brandt condemned the closure of the Elden mill, calling for talks"
    ]


def test_what_is_cut_off_is_no_statement() -> None:
    assert texts('In Elden, Lucy Brandt drew a line between what she called the "old town" and the rest of it.')[
        -1:
    ] == ['Lucy Brandt called the "old town" and the rest of it']
    assert "Both ferries were at sea as of Monday evening" in texts(
        "Both ferries were at sea as of Monday evening, although pilots in Elden suggested that they would turn."
    )


def test_a_passive_keeps_its_verb() -> None:
    assert texts("The men are accused of running two illegal ferries in Elden.") == [
        "The men are accused of running two illegal ferries in Elden"
    ]


def test_a_clause_before_the_main_one_keeps_its_opening() -> None:
    assert texts("Though Lucy Brandt closed the mill in May, it has 40 ovens.") == [
        "Though Lucy Brandt closed the mill in May, it has 40 ovens."
    ]
    assert texts("The mill lost heat. That 3 percent drop in May cost $2 million.")[-1] == (
        "That 3 percent drop in May cost $2 million."
    )


def test_a_pronoun_that_could_mean_two_is_left_and_said_to_be_open() -> None:
    report = check("Mr Omar Hale hit Mr Sol Aune in May. Mr Hale said he had been in the mill for 3 days.")
    (said,) = (c for c in report.claims if c.kind == "indirect")
    assert (said.text, said.unresolved) == ("He had been in the mill for 3 days", ("He",))
    report = check("The mill closed in May. Mr Hale said he had been in the mill for 3 days.")
    (said,) = (c for c in report.claims if c.kind == "indirect")
    assert (said.text, said.unresolved) == ("Mr Hale had been in the mill for 3 days", ())


def test_a_statement_goes_on_to_the_end_of_its_clause() -> None:
    assert texts("Lucy Brandt criticised the pilots after two ferries hit the pier of Elden in May.") == [
        "Lucy Brandt criticised the pilots after two ferries hit the pier of Elden in May"
    ]


def test_a_pronoun_is_not_whoever_the_sentence_before_ended_with() -> None:
    assert texts("In May the ferry hit Mr Omar Hale. He sold 40 boats in Elden.")[-1] == "He sold 40 boats in Elden."
    assert (
        texts("Mr Omar Hale hit the pier in May. He sold 40 boats in Elden.")[-1] == "Omar Hale sold 40 boats in Elden."
    )


def test_a_relative_clause_behind_a_comma_is_told_of_its_name() -> None:
    found = texts(
        "The pier will cost 40 jobs, said Ana Ruiz. In May the ferry hit Dora Lind, who criticised the pilots."
    )
    assert "Dora Lind criticised the pilots" in found


def test_a_question_behind_a_preposition_is_no_statement_of_its_own() -> None:
    found = texts("Aside from how Elden will pay, Lucy Brandt criticised the pilots.")
    assert not any(text.startswith("Aside") for text in found)


def test_who_is_only_cited_is_no_claim() -> None:
    found = texts("Elden Mills will cut 300 jobs, the Elden Herald reported, citing an official.")
    assert found == ["Elden Mills will cut 300 jobs"]

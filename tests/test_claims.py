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

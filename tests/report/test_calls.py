"""The call sheet: one entry for one person or text, each item something that can be asked and answered."""

from __future__ import annotations

import pytest

from verifier import check
from verifier.report.calls import CallsWriter


def sheet(*paragraphs: str) -> dict[str, list[str]]:
    """The items of each entry."""
    made: dict[str, list[str]] = {}
    for line in CallsWriter().article(check("\n\n".join(paragraphs)), 0).splitlines():
        if line.startswith("## "):
            made[line[3:]] = []
        elif line.startswith("- [ ] "):
            made[next(reversed(made))].append(line[6:])
    return made


def test_a_text_is_one_entry_whatever_it_is_called_and_nobody_rings_it_up() -> None:
    text = (
        "The 212-page report found that 14 boats were unsafe. The report also said 3 piers are gone.",
        "A report says the pier leaks. The ferry was late on 9 days, according to the report.",
    )
    entries = sheet("Pier in trouble", *text)
    assert [name for name in entries if "report" in name.lower()] == ["The 212-page report"]
    assert len(entries["The 212-page report"]) == 4
    whole = CallsWriter().article(check("\n\n".join(("Pier in trouble", *text))), 0)
    assert "Where to find it:" in whole


def test_two_texts_that_are_told_apart_stay_two_and_so_do_two_people() -> None:
    entries = sheet(
        "Pier in trouble",
        "A report by the auditor said that 14 boats were unsafe. An annual report said that 3 piers are gone.",
        "A woman from Port Ellery said that 5 boats sank. A woman from Lorn said that 6 boats sank.",
    )
    assert len([name for name in entries if "report" in name]) == 2
    assert len([name for name in entries if "woman" in name]) == 2


def test_a_headline_is_no_fact_of_its_own() -> None:
    entries = sheet(
        "Mayor Ana Ruiz says 12 boats are enough", "The 12 boats are enough, mayor Ana Ruiz said on Monday."
    )
    assert [len(items) for items in entries.values()] == [1]


@pytest.mark.parametrize(
    "silence",
    [
        "The ministry declined to comment.",
        "The harbour board refused to comment on the figures.",
        "A spokesman for the board, Lee Roe, did not respond to a request for comment.",
        "Ferry Lines didn’t immediately return calls.",
        "Mayor Jo Hart could not be reached.",
        "Varga would not comment.",
    ],
)
def test_whoever_gave_no_answer_has_stated_nothing_to_ask_about(silence: str) -> None:
    assert sheet("Pier in trouble", "The pier is old.", silence) == {}


@pytest.mark.parametrize(
    "news", ["The board declined to pay the 40 crews on Monday.", "Ana Ruiz did not return to Port Ellery on March 3."]
)
def test_what_somebody_did_not_do_is_news(news: str) -> None:
    assert sum(map(len, sheet("Pier in trouble", "The pier is old.", news).values())) == 1


def test_figures_of_a_quotation_come_with_what_they_count_and_days_that_nobody_could_look_up_do_not() -> None:
    entries = sheet(
        "Pier in trouble",
        '"I take it four hundred times a year, and this year I have never once missed a shift," Ana Ruiz said.',
    )
    assert entries == {"Ana Ruiz": ["“four hundred times a year”: does that hold? (line 3)"]}


def test_a_figure_that_counts_nothing_is_not_asked_about() -> None:
    entries = sheet(
        "Pier in trouble",
        '"One of the boats is mine, and of the others I know three," Ana Ruiz said. "We paid $5 million for it."',
    )
    assert entries == {"Ana Ruiz": ["“$5 million for it”: does that hold? (line 3)"]}


def test_figures_and_clocks_stand_as_they_are_written_and_addresses_as_no_links() -> None:
    (items,) = sheet("Fares rise", "A trip will cost 14.50 euros from 10:30 on, says Ana Ruiz of example.org.").values()
    assert "14.50 euros" in items[0]
    assert "10:30" in items[0]


def test_whoever_has_no_name_and_no_number_is_nobody_to_ring_and_what_they_are_said_to_say_stands() -> None:
    entries = sheet("Pier in trouble", "Critics said the pier is unsafe. Some people said it is new.")
    (nobody,) = entries
    assert nobody == "Nobody is named: find who could confirm this"
    assert "The pier is unsafe (credited to Critics) (line 3)" in entries[nobody]


def test_a_body_and_a_person_are_one_call_each_whatever_they_are_called_the_second_time() -> None:
    entries = sheet(
        "Pier in trouble",
        "The growers' union said 14 boats sank. The union said 3 piers are gone.",
        "Harbour minister Ana Ruiz said 5 boats are missing. Former mayor Ana Ruiz said 6 boats are new.",
    )
    assert [name for name in entries if "union" in name] == ["The growers' union"]
    assert len(entries["The growers' union"]) == 2
    assert len([name for name in entries if "Ruiz" in name]) == 1


def test_a_short_name_that_could_be_two_bodies_s_stays_with_neither() -> None:
    entries = sheet(
        "Pier in trouble",
        "The bus company said 14 boats sank. The tram company said 3 piers are gone. The company said 9 cranes fell.",
    )
    assert len([name for name in entries if "company" in name.lower()]) == 3

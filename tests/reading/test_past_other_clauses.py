"""Who is credited where another clause, another bearer of an office or a heading stands nearer than who speaks."""

import pytest

from tests.reading.credits import credited


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Voters backing Brandt said that it was late. Otto Brandt left.", "Voters backing Brandt"),
        ("Some backing Brandt say that it was late. Otto Brandt left.", "Some backing Brandt"),
        ("Those close to Otto Brandt say that it was late.", "Those close to Otto Brandt"),
        ("Many opposed to Brandt say that it was late. Otto Brandt left.", "Many opposed to Brandt"),
        ("A vote is due: those backing Otto Brandt say that it was late.", "those backing Otto Brandt"),
        ("The clerk, opposed to Otto Brandt, said that it was late.", "The clerk"),
        ("In a hall close to Ayr, Otto Brandt said that it was late.", "Otto Brandt"),
        ("Police held crews claiming that it was late.", "crews"),
        ("The board hired advisers warning that it was late.", "advisers"),
        ("The union sent letters claiming that it was late.", "The union"),
        ("The mayor met crews, claiming that it was late.", "The mayor"),
        ("The row led to a talk, but Otto Brandt has been firm in claiming that it was late.", "Otto Brandt"),
        ("The quay was shut, and Ann Lee left early, saying that it was late.", "Ann Lee"),
        ("Ann Lee left after Otto Brandt arrived, saying that it was late.", "Ann Lee"),
        ("Ann Lee rose as polls closed, saying that it was late.", "Ann Lee"),
        ("Ann Lee was fined for saying that it was late.", "Ann Lee"),
        ("The row came after Mr. Brandt, asked on Monday, had said that it was late.", "Mr. Brandt"),
        ("Elected officials from Ayr say that it was late.", "Elected officials from Ayr"),
        ("While few agree, retired crews say that it was late.", "retired crews"),
        ("The mayor was elected. Officials say that it was late.", "Officials"),
        ("AYR, July 5 (AP) — The Harbour Board met on Monday, saying that it was late.", "Harbour Board"),
    ],
)
def test_who_says_it_past_others(text: str, who: str) -> None:
    assert [name for name, said in credited(text) if said == "that it was late"] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee left as Otto Brandt walked in, saying that it was late.",
        "Ann Lee spoke after Otto Brandt gave a speech in Ayr, claiming that it was late.",
        "Ann Lee sings while the mayor says nothing, claiming that it was late.",
        "She gives credit to the crews for saying that it was late.",
        "Those backing Otto Brandt: That is all.",
        "Assuming that it was late, Ann Lee went home.",
        "CREWS FURIOUS AFTER BRANDT WARNS COUNCIL: The quay may close",
        "BRANDT SLAMS LEE OVER QUAY: “It is over.” Otto Brandt stayed.",
        "Trades on our fears about crews, and calls them “losers” for it.",
    ],
)
def test_it_is_nobody_where_either_may_be_meant_or_none_is_named(text: str) -> None:
    assert "that it was late" not in [said for _, said in credited(text)]
    assert not any("Brandt" in name or "Trades" in name for name, _ in credited(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee praised it after Otto Brandt left — but said that it was late.", "Ann Lee"),
        ("Ann Lee praised it because Otto Brandt had left – and added that it was late.", "Ann Lee"),
        ("Ann Lee praised the plan that Otto Brandt drew -- and said that it was late.", "Ann Lee"),
        ("Though Otto Brandt praised it — and said that it was late — the quay was shut.", "Otto Brandt"),
    ],
)
def test_a_verb_behind_a_dash_goes_on_from_the_main_clause(text: str, who: str) -> None:
    assert (who, "that it was late") in credited(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sen. Ann Lee met Sen. Otto Brandt.\n\nThe senator said it was late.", "The senator"),
        ("Sen. Ann Lee spoke.\n\nSen. Otto Brandt came.\n\nThe senator said it was late.", "Sen. Otto Brandt"),
        (
            "President Ann Lee met former President Otto Brandt.\n\nThe former president said it was late.",
            "former President Otto Brandt",
        ),
        ("Otto Holm met President Otto Brandt.\n\nThe former president said it was late.", "The former president"),
        (
            "President Ann Lee met former President Otto Brandt.\n\nThe president said it was late.",
            "President Ann Lee",
        ),
    ],
)
def test_an_office_means_its_one_bearer_of_the_time(text: str, who: str) -> None:
    assert credited(text)[-1] == (who, "it was late")


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"')])
def test_a_quotation_begins_behind_the_mark_that_closes_the_one_before(opens: str, closes: str) -> None:
    text = f"Ann Lee called it {opens}a ruin.{closes} {opens}You will see,{closes} she told the council."
    assert credited(text)[-1] == ("Ann Lee", f"{opens}You will see,{closes}")


def test_a_quotation_behind_an_aside_is_the_hung_clauses_own() -> None:
    text = "The row had come up after Mr. Brandt, asked about it, had said, “The quay is late.”"
    assert credited(text)[-1] == ("Mr. Brandt", "“The quay is late.”")


def test_whose_thing_is_told_of_again_has_it() -> None:
    text = "Otto Brandt came. There was anger at Tom Reed’s proposals on boats, above all at his proposal for a tax."
    assert ("Tom Reed", "a tax") in credited(text)


def test_a_name_in_capitals_is_no_surname_of_its_youth_wing() -> None:
    assert credited("The youth wing Junge SVP met. The SVP said it was late.") == [("SVP", "it was late")]


def test_figures_behind_names_are_a_table() -> None:
    assert credited("The votes so far.\n\nLee: 547.\n\nReed: 46.\n\nIn all:\n\nLee: 2,316.\n\nReed: 1,547.") == []
    turns = credited("ANN LEE: 5.\n\nOTTO BRANDT: Why is that?\n\nANN LEE: I said 5.")
    assert ("ANN LEE", "5.") in turns

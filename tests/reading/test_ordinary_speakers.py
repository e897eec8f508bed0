"""Whom ordinary news credits: bodies by "it", makers by their names, speakers past what others do."""

import pytest

from tests.reading.credits import credited


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Its head, Ann Lee, told the meeting she was sorry for what the crews went through but insisted that the "
            "quay was safe.",
            ("Ann Lee", "that the quay was safe"),
        ),
        ("Officials in Norway and Sweden said it was late.", ("Officials in Norway and Sweden", "it was late")),
        ("Norway and Sweden unveiled a plan for a quay.", ("Norway and Sweden", "a plan for a quay")),
        (
            "Asked if it was safe, 72 percent of voters said yes while 48 percent overall agreed.",
            ("72 percent of voters", "yes"),
        ),
        (
            "Few had to do with what some crews called “fraud” led Ann Lee to speak of an end.",
            ("some crews", "“fraud”"),
        ),
        ("Ann Lee raised the concern that the quay was lost.", ("Ann Lee", "that the quay was lost")),
        (
            "Norfish said: “The quay was sold,” adding that its value had risen.",
            ("Norfish", "that its value had risen"),
        ),
        ("Ann Holt came. At the quay Holt said: “It is done.”", ("Ann Holt", "“It is done.”")),
        (
            "Bill Holt and Hilda Holt came. Hilda Holt left. Holt said as he introduced his wife, “It is done.”",
            ("Bill Holt", "“It is done.”"),
        ),
        (
            "Sen. Ann Lee spoke.\n\nOtto Brandt stopped by his office. To cheers, the senator said his race was on.",
            ("the senator", "his race was on"),
        ),
        (
            "The new quay, Holt Chief of Staff Ann Lee told the Echo, is safe.",
            ("Holt Chief of Staff Ann Lee", "The new quay … is safe"),
        ),
        ("Its head, Ann Lee, told the hearing she had shut the quay.", ("Ann Lee", "she had shut the quay")),
        (
            "Otto Brandt lost his shed. He has written to the first minister asking for a new quay.",
            ("Otto Brandt", "a new quay"),
        ),
        (
            "Leith Terminals gave no answer, but in a letter on Monday it denied that the quay was shut.",
            ("Leith Terminals", "that the quay was shut"),
        ),
        (
            "Ann Lee said that she sees “no rush” to sell the quay, arguing that the price is low.",
            ("Ann Lee", "that the price is low"),
        ),
        (
            "Ann Lee called it “a mess” and Otto Brandt left, saying that it was late.",
            ("Otto Brandt", "that it was late"),
        ),
        ("Police said about £18,000 in cash was gone.", ("Police", "about £18,000 in cash was gone")),
        ("The quay is lost, the mayor, Ann Lee, warned reporters.", ("Ann Lee", "The quay is lost")),
        ("“It is over,” Ann Lee, the mayor, warned the crowd.", ("Ann Lee", "“It is over,”")),
        ("The quay is lost, warned harbour officials.", ("harbour officials", "The quay is lost")),
        (
            "The crane’s maker, Korv Industries, said the cable had held.",
            ("Korv Industries", "the cable had held"),
        ),
    ],
)
def test_the_speaker_of_ordinary_news(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board met Leith Terminals, and it said that the quay was shut.",
        "Ann Lee gave no answer, but in a letter it was denied that the quay was shut.",
    ],
)
def test_it_is_nobody_where_two_bodies_or_none_could_be_meant(text: str) -> None:
    assert not {"Harbour Board", "Leith Terminals", "Ann Lee"} & {who for who, _ in credited(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The quay stays open, Ann Lee, the mayor, said on Monday.", [("Ann Lee", "The quay stays open")]),
        ("The boats are back, the warden, Ola Moe, said Friday.", [("Ola Moe", "The boats are back")]),
        ("The quay is lost, Jo Moe, 44, of Ayr, said in a letter.", [("Jo Moe", "The quay is lost")]),
        ("The ship, said in May to be empty, carried oil.", []),
        (
            "“It is late,” said Al Moe.\n\nAl Moe left. “I go,” Moe said.",
            [("Al Moe", "“It is late,”"), ("Al Moe", "“I go,”")],
        ),
        ("It was left to Ann Lee to say what all thought: “We are late.”", [("Ann Lee", "“We are late.”")]),
        ("It fell to the clerk, Jo Moe, to tell them that it was late.", [("Jo Moe", "that it was late")]),
        ("It is up to the vicar to say: “We are late.”", [("the vicar", "“We are late.”")]),
        ("The vicar: “We had no idea of it.”", [("The vicar", "“We had no idea of it.”")]),
        ("A passer-by: “We had no idea of it.”", [("A passer-by", "“We had no idea of it.”")]),
        ("The answer: “Nobody we know.”", []),
        ("On Friday, a surprise: “The bell is back again.”", []),
        ("The trouble: “We have no quay at all.”", []),
        ("Norfish was praised by nobody.", []),
        ("Ann Lee and Jo Moe came. “We are late,” they said.", [("Ann Lee and Jo Moe", "“We are late,”")]),
        ("Ann Lee, Jo Moe and Al Dent sat. “No,” they said.", [("Ann Lee, Jo Moe and Al Dent", "“No,”")]),
        ("Ann Lee and Jo Moe met the neighbours. “We are late,” they said.", [("they", "“We are late,”")]),
        (
            "Minister Rolf Egger was late, the Alpen Kurier said. He told them: “I was.”",
            [("Alpen Kurier", "Minister Rolf Egger was late"), ("Minister Rolf Egger", "“I was.”")],
        ),
        ("Jo Moe did not say that he would go.", []),
        ("Jo Moe has never claimed it was late.", []),
        ("Jo Moe did not say whether he would go.", [("Jo Moe", "whether he would go")]),
        ("Jo Moe did not deny that it was late.", [("Jo Moe", "that it was late")]),
        ("Had Moe said “I resign now,” the hall would have cheered.", []),
        ("Should Moe say that he is ill, the hall will cheer.", []),
    ],
)
def test_whose_words_they_are_past_what_stands_between(text: str, wanted: list[tuple[str, str]]) -> None:
    assert credited(text) == wanted

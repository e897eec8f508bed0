"""Who is credited in ordinary news where somebody, or something, stands nearer than the one who speaks."""

import pytest

from tests.reading.credits import credited
from verifier import check


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Natural Resources Wales said the quay was shut.", "Natural Resources Wales"),
        ("Police Scotland said the quay was shut.", "Police Scotland"),
        ("Dyfed Rescue said the quay was shut.", "Dyfed Rescue"),
        ("Mei-Ling Brandt said the quay was shut.", "Mei-Ling Brandt"),
        ("Meanwhile Brandt Lee said the quay was shut.", "Brandt Lee"),
        ("In Ayr, the head of Holm primary, Ann Lee, said the quay was shut.", "Ann Lee"),
        (
            "A clerk who was not allowed to speak publicly said the quay was shut.",
            "A clerk who was not allowed to speak publicly",
        ),
        ("A clerk not authorised to speak said the quay was shut.", "A clerk not authorised to speak"),
        ("She wrote to firms including Acme Cranes Inc., which said the quay was shut.", "Acme Cranes Inc"),
    ],
)
def test_all_of_the_name_and_nobody_nearer(text: str, who: str) -> None:
    assert [(name, said) for name, said in credited(text) if name != "She"] == [(who, "the quay was shut")]


def test_whoever_is_called_a_clerk_is_one_speaker() -> None:
    behind = credited("A clerk who voted against the plan, Tom Reed, said it was late.")
    before = credited("Tom Reed, a clerk who voted against the plan, said it was late.")
    assert behind == before == [("Tom Reed", "the plan"), ("Tom Reed", "it was late")]


@pytest.mark.parametrize(
    "text",
    [
        "Ministers accused of ‘sleepwalking’ into a school crisis\n\nThe roof of a school is down. It fell on Monday.",
        "The governor endorsed her on Tuesday.",
        "Party leaders and elected officials who can vote for the candidate of their choice will decide.",
        "A Holm poll fell. In Ayr, it is premature to assume that the quay is lost.",
        "The most well known effects of it are loss and lameness.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert credited(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Harbour Board expects a delay by Friday, but warns that some boats could wait.",
            [("Harbour Board", "a delay by Friday"), ("Harbour Board", "that some boats could wait")],
        ),
        (
            "Ann Lee says she agrees, but accuses the board of being slow.",
            [("Ann Lee", "she agrees"), ("Ann Lee", "the board of being slow")],
        ),
        ("Analysts polled by the Gazette had expected $3 million.", [("Analysts polled by the Gazette", "$3 million")]),
    ],
)
def test_what_is_said_besides(text: str, wanted: list[tuple[str, str]]) -> None:
    assert credited(text) == wanted


STORY = (
    "Quay shut\n\nThe quay is shut, Ann Lee said. It was closed on Monday by order of the board.\n\n"
    "Read more: Otto Brandt says the harbour is doomed\n\nRelated: “We cannot swim in our own sea,” says Ida Holm\n\n"
    "The board meets on Friday in the town hall, Ann Lee said."
)


def test_what_a_page_links_to_is_told_by_nobody() -> None:
    report = check(STORY)
    assert {claim.speaker.name for claim in report.claims if claim.speaker} == {"Ann Lee"}
    assert not any("doomed" in claim.text or "swim" in claim.text for claim in report.claims)
    assert [finding.code for finding in report.findings if finding.severity != "info"] == ["T001", "T001"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Her deputy, Dr Ann Lee of the University of Ayr, said it was late.", ("Dr Ann Lee", "it was late")),
        (
            "“It is empty,” said Ada Lam Mei-yee, the owner. Lam said it was late.",
            ("Ada Lam Mei-yee", "it was late"),
        ),
        (
            "The Culture, Sports and Tourism Bureau said it was late.",
            ("Culture, Sports and Tourism Bureau", "it was late"),
        ),
        (
            "The Department for Culture, Media and Sport said it was late.",
            ("Department for Culture, Media and Sport", "it was late"),
        ),
        (
            "Ida Holm died on Monday. She was told by one judge that it was late. “I asked him why,” she said.",
            ("Ida Holm", "“I asked him why,”"),
        ),
        (
            "Ida Holm died on Monday.\n\nIn addition to her sister, she is survived by a son, Erik, and two cats.\n\n"
            "In her last interview, she was asked who would miss her. “The cats,” she said.",
            ("Ida Holm", "“The cats,”"),
        ),
        (
            "Ida Holm kept a diary. The captain, she recalled in a memoir, feared fog. “It was foggy,” she wrote.",
            ("Ida Holm", "“It was foggy,”"),
        ),
        ("The quay is safe, Ann Lee said. Otto Brandt rejected that account.", ("Otto Brandt", "that account")),
        ("Ann Lee has asked the public to help her.", ("Ann Lee", "the public to help her")),
        (
            "Harbour Board officers met. It expects a delay, the Harbour Board said. It fears rain but warns that "
            "boats may wait.",
            ("Harbour Board", "that boats may wait"),
        ),
        (
            "Ann Lee, who has called his remarks “late,” portrayed her own party's leader as a passing storm.",
            ("Ann Lee", "her own party's leader as a passing storm"),
        ),
        (
            "Quay will be lost in a year, report finds\n\nBy Jo Poe\n\nThe quay is old. It was built of wood.",
            ("report", "Quay will be lost in a year"),
        ),
    ],
)
def test_whose_it_is_among_others(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in credited(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Otto Brandt spoke. Asked by Mr Ed Holm if it was late, Brandt paused. “It is as late as ever,” he said.",
            ("Otto Brandt", "“It is as late as ever,”"),
        ),
        (
            "Otto Brandt left. Speaking in Ayr, he declined to say more, but acknowledged that “trust is low”.",
            ("Otto Brandt", "that “trust is low”"),
        ),
        (
            "A study paid for by the board predicted 900 boats a day. It said the quay was shut.",
            ("A study paid for by the board", "the quay was shut"),
        ),
        (
            "The clerk who saw it, who cannot be named, said in a statement read to the court that it was late.",
            ("The clerk who saw it", "that it was late"),
        ),
        ("The clerk who saw it said that it was late.", ("The clerk who saw it", "that it was late")),
        (
            "The Harbour Board met. In a note, its policy chief said the quay was shut.",
            ("its policy chief", "the quay was shut"),
        ),
        (
            "“We start today,” said Ann Lee of Holmfirth Energy. Holmfirth Energy said it was late. "
            "Write to press@holmfirth.example.",
            ("Holmfirth Energy", "it was late"),
        ),
        (
            "When I meet Amaryllis Daley she is late. She is quick, and Daley says she was poor.\n\nHer friend the "
            "painter Colm Brannigan called it “a feast”. Did it hurt? “It did, yes,” she says.",
            ("Amaryllis Daley", "“It did, yes,”"),
        ),
    ],
)
def test_the_one_who_answers(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in credited(text)


def test_a_house_of_nurses_is_no_she() -> None:
    names = [who for who, _ in credited("The nurses at the Mater told Daley to stop. She told them it was late.")]
    assert names == ["The nurses at the Mater", "She"]


def test_a_letter_is_no_actor() -> None:
    text = "The actors have signed a letter. They asked the board to act, the actors said. “It is a mess,” it says."
    assert ("actors", "“It is a mess,”") not in credited(text)
    assert ("the actors", "“It is a mess,”") not in credited(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "One engineer, who asked for silence, said that it was late. “Then it was too late for us,” he said.",
            ("One engineer", "“Then it was too late for us,”"),
        ),
        (
            "A nurse is Ismay Sorrell, whose son Jo is 9. Sorrell said she was late. “Nobody ever asked us,” she said.",
            ("Ismay Sorrell", "“Nobody ever asked us,”"),
        ),
    ],
)
def test_whoever_is_told_of_between(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "One engineer asked that his name not be used.",
        "A clerk requested anonymity and left.",
        "Workers found themselves locked out of the site.",
    ],
)
def test_what_is_no_statement_of_theirs(text: str) -> None:
    assert credited(text) == []


def test_which_of_two_with_one_surname_is_told_by_what_he_does() -> None:
    text = "Ann Lee and Tom Lee met the mayor. “It is late,” Lee said as he shook hands."
    assert ("Tom Lee", "“It is late,”") in credited(text)


def test_whom_somebody_is_asked_about_does_not_answer() -> None:
    assert "Tom Lee" not in [who for who, _ in credited("Asked about Tom Lee, Reed paused. He said it was late.")]


LATE = "it was late"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Stacy Baker of Columbia, South Carolina says it was late.", "Stacy Baker"),
        ("One pastor backing Mr. Cruz, Darran Whiting of Liberty Church in Ayr, said it was late.", "Darran Whiting"),
        ("Some who advocate free trade say it was late.", "Some who advocate free trade"),
        ("It fell 1.2% on Monday following a Sunday report showing it was late.", "a Sunday report"),
        ("A second officer at the quay that evening said it was late.", "A second officer at the quay"),
        ("Even an anti-quay PAC said it was late.", "an anti-quay PAC"),
        ("Two House Committees said it was late.", "Two House Committees"),
        ("Acme fell. Shares of Acme fell. A desperate Acme said it was late.", "Acme"),
        ("Former Harbour Guild Grand Wizard Tom Poe said it was late.", "Former Harbour Guild Grand Wizard Tom Poe"),
        ("Japanese journalist and author Hiro Aida said it was late.", "Japanese journalist and author Hiro Aida"),
        ("No one said it was late.", None),
        ("The president met Lee of Ayr, Brandt said it was late.", "Brandt"),
    ],
)
def test_whoever_says_it_is_credited_whole(text: str, who: str | None) -> None:
    assert [name for name, said in credited(text) if said == LATE] == ([who] if who else [])


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("“It is over,” said Ann Lee.", "Ann Lee"),
        ("“He is in,” said former Guild Wizard Tom Poe.", "former Guild Wizard Tom Poe"),
        ("“It is lost,” said one clerk familiar with the talks.", "one clerk familiar with the talks"),
        ("“It is lost,” said the former aide to President Tom Poe.", "the former aide to President Tom Poe"),
        ("“It is lost,” said the aide to reporters.", "the aide"),
        ("The talk was so dull that Otto Brandt was moved to say, “It is lost.”", "Otto Brandt"),
        ("“It is lost.” Ann Lee wrote the song.", None),
        ("“It is lost.” Ann Lee wrote the day after.", "Ann Lee"),
    ],
)
def test_whose_words_these_are(words: str, who: str | None) -> None:
    found = credited(f"The quay at Ayr was shut for three weeks.\n\n{words}\n\nIt was late on Monday.")
    assert [name for name, said in found if "“" in said] == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom Reed led the search for a lost walker. The 71-year-old said the quay was shut.", "The 71-year-old"),
        ("Sergeant Tom Reed found two boys. The 11-year-old said the quay was shut.", "The 11-year-old"),
        ("Tom Reed, 52, led it. The 46-year-old said the quay was shut.", "The 46-year-old"),
        ("A man fell. Tom Reed, 46, saw it. The 46-year-old said the quay was shut.", "Tom Reed"),
        ("A letter to Ann Lee from a man who said the quay was shut", "a man"),
        ("A driver for the firm, Acme Industries, said the quay was shut.", "A driver for the firm"),
        ("The crane's maker, Acme Industries, said the quay was shut.", "Acme Industries"),
        ("Will Reed said the quay was shut.", "Reed"),
        ("May said: “The quay was shut.”", "May"),
        ("“The quay was shut,” said Ann Lee the day after.", "Ann Lee"),
        ("His mother's answer: “The quay was shut.”", "His mother"),
        ("The report, says Lee, was late: “The quay was shut.”", "Lee"),
        ("It fell to the clerk who hired Ann Lee to say that the quay was shut.", "the clerk who hired Ann Lee"),
        ("It went well, says the warden: “The quay was shut.”", "the warden"),
        ("Al Dent asked why. “The quay was shut,” came the reply from the keeper, Ann Lee.", "Ann Lee"),
        ("Ann Lee, questioned by Al Dent's lawyer, Otto Brandt, said the quay was shut.", "Ann Lee"),
        ("Ann Lee, a friend of the lawyer, Otto Brandt, said the quay was shut.", "Ann Lee"),
        ("The company, Brandtcrane, said the quay was shut.", "Brandtcrane"),
        ("The charity, Quayhelp, has asked if “the quay was shut”.", "Quayhelp"),
        ("Mr Greaves, the harbour master, met Ms Lee, and she said the quay was shut.", "Ms Lee"),
        ("Dr Fay Oran met Prof Nils Ek, and he said the quay was shut.", "he"),
        ("The mayor herself said “the quay was shut”.", "The mayor"),
        ("Al Dent recalled what the guide, Ann Lee, had told him: “The quay was shut.”", "Ann Lee"),
        ("He could not forget what Ann Lee told him: “The quay was shut.”", "Ann Lee"),
        ("An inspection report on the port, of May 3, warned that “the quay was shut”.", "An inspection report"),
        ("The keeper, Ann Lee, meanwhile: “The quay was shut.”", "Ann Lee"),
    ],
)
def test_who_says_it_and_nobody_else_who_is_named(text: str, who: str) -> None:
    assert [name for name, said in credited(text) if "quay was shut" in said] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The advice fell to pieces: “The quay was shut.”",
        "The clerk pressed him. “The quay was shut?” Al Dent said nothing.",
        "The clerk pressed him. “The quay was shut.” Al Dent said nothing and left.",
        "Al Dent asked Ann Lee whether she had sailed. “The quay was shut.”",
        "It went to great lengths to claim that the quay was shut.",
        "It should be left to Ann Lee to say that the quay was shut.",
        "It was left to the guide to lead Ann Lee home: “The quay was shut.”",
        "The answer to Ann Lee's letter: “The quay was shut.”",
        "To Ann Lee, her husband's message is plain. “The quay was shut.”",
        "For Ann Lee, it is a message from the king. “The quay was shut.”",
        "To Ann Lee, the letter is a blow, and the answer is short. “The quay was shut.”",
        "Had Ann Lee said “the quay was shut,” nobody would have come.",
        "Would Ann Lee have said “the quay was shut”?",
        "Anna Barr plays.\n\nPool A: The quay was shut.\n\nPool B: Nothing there.\n\nPool A: Barr beat Cole.",
    ],
)
def test_nobody_where_only_somebody_is_named(text: str) -> None:
    assert [name for name, said in credited(text) if "quay was shut" in said] == []


def test_a_time_of_day_is_nobody_with_such_initials() -> None:
    day = "Peter Martin runs the inn.\n\nAM: Coffee and cake.\n\nPM: The quay is open.\n\nAM: Eggs and tea."
    assert "Peter Martin" not in {name for name, _ in credited(f"{day}\n\nPM: The bar is open.")}


def test_a_sentence_that_ends_in_a_figure_is_no_title() -> None:
    assert credited('Ann Lee came.\n\n"He is 44," she said.') == [("Ann Lee", '"He is 44,"')]
    assert credited('Ann Lee came.\n\n"Apollo 13," she said, was late.') == []

"""What the rules ask a model about: two places that a careful reader would hold against each other."""

import pytest

from verifier import Settings, check


def asked(text: str, code: str) -> list[tuple[str, str]]:
    """The words of both places of each candidate."""
    found = check(text, Settings(select=(code,))).candidates
    return [(c.spans[0].text, c.related[0].span.text) for c in found if c.related]


MILLS = """Holm said the Lund mill had 50 workers.

It is old.

Vale said that {} of the mill in Lund were well.

It rained."""


def test_two_counts_of_what_may_be_one_thing_are_asked_about() -> None:
    assert asked(MILLS.format("the other 54 workers"), "N001")


def test_a_sentence_that_tells_both_counts_sets_them_apart() -> None:
    assert not asked(MILLS.format("54 other workers of some 50 workers"), "N001")


POLL = "In a poll by Elm College {} percent of {} like Vale.\n\nIt rained.\n\nIn that poll {} percent of {} like him."


def test_two_shares_of_one_group_are_asked_about_and_of_two_groups_are_not() -> None:
    assert asked(POLL.format(52, "voters", 58, "voters"), "N001")
    assert not asked(POLL.format(52, "voters", 58, "farmers"), "N001")


POLLED = """Vale runs in Wick.

She is 40.

It rained.

Elm College asked voters in Wick. In its poll 41 percent {}.

It rained.

The poll shows that 46 percent {}."""


def test_an_answer_to_another_question_of_a_poll_is_not_asked_about() -> None:
    assert asked(POLLED.format("trust the mayor", "trust the mayor"), "N001")
    assert not asked(POLLED.format("were for the pool", "trust the mayor"), "N001")


def test_a_share_at_the_top_of_the_article_is_asked_about() -> None:
    body = "Vale runs in Wick.\n\nShe is 40.\n\nOf the voters whom Elm College asked 46 percent think well of Vale."
    assert asked(f"Vale has the trust of 41% in Elm College poll\n\n{body}", "N001")


def test_two_values_are_one_question_however_often_they_are_told() -> None:
    pool = "The fund gave 840,000 dollars to the pool in Wick.\n\nIt rained.\n\n"
    again = [
        f"{who} said that the pool in Wick needs another 860,000 dollars.\n\nIt snowed." for who in ("Holm", "Vale")
    ]
    assert len(asked(pool + again[0], "N001")) == 1
    assert len(asked(pool + "\n\n".join(again), "N001")) == 1


def test_years_far_apart_are_no_slip() -> None:
    story = (
        "The council of Wick closed the old harbour in {}, when Vale left.\n\nIt rained.\n\n"
        "The closure of the harbour in {} by the council was long."
    )
    assert asked(story.format(1987, 1978), "D002")
    assert not asked(story.format(1945, 2014), "D002")


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("we all want to make Lund great", "we all want to make Lund whole and rich"),
        ("I have seen him fight for his family", "I have seen him fight for his workers, and for us"),
    ],
)
def test_what_is_said_in_one_breath_is_not_one_utterance_in_two_wordings(said: str, again: str) -> None:
    assert asked(f"It rained.\n\n“{said},” Vale said.\n\nIt snowed.\n\n“{again},” Vale said.", "Q004")
    assert not asked(f"It rained.\n\n“{said},” Vale said. “{again}.”\n\nIt snowed.", "Q004")


def test_two_sentences_about_one_person_are_no_utterance() -> None:
    text = (
        "“Olga Vale is a joke,” he said.\n\nIt rained.\n\n“Old Olga Vale is spending a fortune on the mill,” he wrote."
    )
    assert not asked(text, "Q004")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "The mother of a diver who drowned off Lund has sued the town for $3 million and wants the pier shut.",
            "The diver's son, Bo Vale, rows for Lund and works at the mill, where he mends boats in winter, and sings.",
        ),
        (
            "Liberal Oscar-winner Quandt ‘not sure’ about Holm over Vale.",
            "Oslo (AFP) – Oscar-winning actress Ada Quandt is not sure she can vote for Olga Holm over Bo Vale.",
        ),
        (
            "Councillors ask DOT to investigate Holm for fraud.",
            "“In light of that, the Department should investigate and decide whether to sue Holm for fraud.”",
        ),
    ],
)
def test_two_words_in_sentences_of_two_things_are_not_held_against_each_other(head: str, body: str) -> None:
    assert not asked(f"{head}\n\nIt rained for days.\n\n{body}\n\nNothing else happened there.", "E005")
    assert not asked(f"Town news\n\n{head}\n\nIt rained for days.\n\n{body}\n\nNothing else happened there.", "E005")


def test_two_sums_each_alone_in_sentences_that_share_words_are_asked_about() -> None:
    sums = "Vale gave the pool $900. The inn of Wick got $70 and $8.\n\nThe mayor had $6, and $5 was lost.\n\n"
    fund = (
        sums
        + "In May the old mill of Wick got $43,000 from Vale.\n\nIt rained.\n\nA fund for the old mill {} last year."
    )
    assert asked(fund.format("in Wick had $46,000"), "N001") == [("$46,000", "$43,000")]
    assert not asked(fund.format("had $46,000"), "N001")


CALENDAR = "Voters in Wick choose a mayor on May 3.\n\nIt rained.\n\n{} voters in Wick will queue on May {}."


def test_two_days_of_the_calendar_near_each_other_are_asked_about_where_the_sentences_share_words() -> None:
    assert asked(CALENDAR.format("The", 5), "D002") == [("May 5", "May 3")]
    assert not asked(CALENDAR.format("The", 28), "D002")
    assert not asked("It is due on May 3 in Wick.\n\nIt rained.\n\nA shop in Wick will open on May 5.", "D002")


def test_a_day_told_again_word_for_word_in_a_running_report_is_asked_about() -> None:
    entries = [f"{n}:{n}5 p.m. It rained in Wick, where the club met." for n in range(1, 6)]
    told = "The mayor of Wick was to put a question to the old harbour club on {}."
    live = "The day\n\n" + "\n\n".join([told.format("March 3"), *entries, told.format("March 8")])
    found = check(live, Settings(select=("D",)))
    assert len([*found.findings, *found.candidates]) == 1
    other = live.replace("March 8", "March 3")
    assert not check(other, Settings(select=("D",))).candidates


def test_one_utterance_of_two_speakers_is_asked_about_where_but_one_word_differs() -> None:
    story = 'Ann Vale said voters must not "{}".\n\nIt rained.\n\nBo Holm said that voters must not "{}".'
    assert asked(story.format("go on to choose old harbour friends", "go on to fear old harbour friends"), "Q004")
    assert not asked(story.format("go on to choose friends", "go on to fear friends"), "Q004")

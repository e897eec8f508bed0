"""What looks like somebody who says something and is not, and what is left of a speaker's name: a sentence each."""

import pytest

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def said(text: str) -> list[tuple[str | None, str]]:
    """Each attribution: the name of who says it, and what."""
    found = analyse(from_text(f"News\n\nIt rained.\n\n{text}"), Settings()).attributions
    body = f"News\n\nIt rained.\n\n{text}"
    return [(a.source.name if a.source else None, " … ".join(s.of(body) for s in a.content)) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "She leaked the memo to a website called Harbor Watch.",
        "He sold 30,000 shares to a company called Norfish.",
        "They gave it to several funds, including one PAC called Harbor Watch.",
        "They are serving a bitter ale called Harbor Watch.",
        "The four states that voted on Saturday are small.",
        "Voters in swing states that decide late are courted.",
        'The aides saw the laugh line: "I never met a ferry I liked."',
        "Putting him in charge of a large part of the harbor raises questions about how it is run.",
        "The mayor has not done what he has threatened to do.",
        "Nothing was left of what they urged him to do.",
        "One neighbour, who did not want to be named, has left the quay.",
        "A nurse who declined to be identified opened the door.",
        "The show played tunes embraced by “late” crowds on the quay.",
        "The shop sells a kind of book known as “harbor lit.”",
        "There was singing, saying “the quay is ours” and “leave it.”",
        "It rained. Making a speech to the crowd, praising the ferry, took an hour.",
        'The timing of the storm doesn\'t surprise harbor master Otto Brandt: "It came late."',
        "The loss was driven in part by the media declaring Ann Lee the winner.",
        "She drove so badly that I had to change my answer: “Of course I do.”",
        "The slump forced a recognition that the quay was lost.",
        "The council faced questions about its quay.",
        "The doctor found brain cancer, which confirmed that the mine was unsafe.",
        "He stayed for the weather, which confirmed that it was late.",
        "The remark prompted worries that the quay was lost.",
    ],
)
def test_a_thing_a_place_and_a_remainder_say_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "There was panic inside Cobalt Tower, with an operative saying the plan had failed.",
            "an operative",
            "the plan had failed",
        ),
        ("The mother of three said the quay was shut.", "The mother of three", "the quay was shut"),
        ("A report on the quay states that it sinks.", "A report on the quay", "that it sinks"),
        ('Rep. Trent Holt (D-Ohio): "The quay is shut."', "Rep. Trent Holt", '"The quay is shut."'),
        (
            "The book has long been known as “harbor lit,” Ann Lee said.",
            "Ann Lee",
            "The book has long been known as “harbor lit,”",
        ),
        (
            "Some broke ranks, including an adviser to the mayor acknowledging that the quay sinks.",
            "an adviser to the mayor",
            "that the quay sinks",
        ),
        ("Research shows that the quay sinks.", "Research", "that the quay sinks"),
        ("The seat went to a Democrat pledging to shut the quay.", "a Democrat", "to shut the quay"),
    ],
)
def test_who_does_say_it_is_kept(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("At least half of voters in each town said they would stay.", "At least half of voters in each town"),
        ("In May more than a third of the voters said they would stay.", "more than a third of the voters"),
        ("At least 40 percent of voters said they would stay.", "At least 40 percent of voters"),
        ("Nearly half of voters said they would stay.", "Nearly half of voters"),
        ("PierBuddiesHARBOR PRESSOhio Gov. Martin Hale said it would pass.", "Martin Hale"),
        ("NINE SAVED FROM SINKING FERRY Mayor Martin Hale said all were well.", "Mayor Martin Hale"),
    ],
)
def test_a_speaker_is_named_whole_and_without_what_was_glued_on(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Last month, the councillor said, the papers were obsessed with the “regatta,” drawing air quotes.",
            "the councillor",
            "Last month … the papers were obsessed with the “regatta,”",
        ),
        ("“The ferry is late,” leading sailors claim.", "leading sailors", "“The ferry is late,”"),
        (
            "The mill is at the heart of a row in the county over a local fund backing the quay.",
            "a local fund",
            "the quay",
        ),
        (
            "The clerk waved a letter from the head of the agency saying that the quay sinks.",
            "a letter from the head of the agency",
            "that the quay sinks",
        ),
        (
            "Mrs. Holt, recalling days at the lake, where Mr. Lee once lived, praised the town.",
            "Mrs. Holt",
            "the town",
        ),
        ("Mrs. Holt, saying that Brandt, who ran the mill, praised the town, left.", "Brandt", "the town, left"),
    ],
)
def test_a_participle_and_what_hangs_on_it_do_not_take_the_speaker_away(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


def test_what_leads_some_to_guess_has_not_guessed_itself() -> None:
    assert said("The sudden closure led some to speculate that the ferry would sink.") == []
    assert said("Ann Lee used the talk to argue that it would sink.") == [("Ann Lee", "that it would sink")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers seeking entry were turned away.", [("Officers", "entry")]),
        ("Fishers opposing the plan met on Monday.", [("Fishers", "the plan")]),
        (
            "Fishers urging Ann Lee to fight for a fund of last resort are hailing the plan.",
            [("Fishers", "Ann Lee to fight for a fund of last resort")],
        ),
        ("The mayor, opposing the plan, left.", [("The mayor", "the plan")]),
    ],
)
def test_what_a_participle_tells_ends_before_the_main_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_verb_that_no_table_holds_is_no_part_of_an_owner() -> None:
    text = "It adds to the weight on her to say if she agrees or disagrees with the council's call to shut the quay."
    assert said(text) == [("the council", "to shut the quay")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ida Holt came. Mr. Holt said it was late.", ["Mr. Holt"]),
        ("Otto Holt came. Mrs. Holt said it was late.", ["Mrs. Holt"]),
        ("Ida Holt came. Mrs. Holt said it was late. Mayor Holt said so.", ["Ida Holt"]),
        (
            "Ida Holt came. President Holt was late. Mr. Holt said it rained. Mrs. Holt said it was dry.",
            ["President Holt", "Ida Holt"],
        ),
        ("President Holt said it rained. Ida Holt said it was dry. Mr. Holt left.", ["President Holt", "Ida Holt"]),
        ("Otto Holt and Ida Holt came. Mr. Holt said it rained. Mrs. Holt said it was dry.", ["Otto Holt", "Ida Holt"]),
    ],
)
def test_a_mans_title_never_means_a_woman_of_the_name_nor_hers_a_man(text: str, speakers: list[str]) -> None:
    assert [name for name, _ in said(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The turnout was impressive, and its focus has grown to support the smaller harbors.",
        "The saying comes from a storm that recalled the belief that sailors were led by gulls.",
        "Long exposures are pictures of regions of the sky that can show distant ferries.",
        "The next two years will confirm the fears of the crew.",
        "He gave $3 million to a fund, and the $3 million endorsed a ferry.",
        "He gave ₹3 million to a fund, and ₹3 million say that the ferry is loved.",
        "The smile underscored the quiet mood on the quay.",
    ],
)
def test_what_can_say_nothing_says_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The harbor is running an ad that urges crews to stay home.", "an ad", "crews to stay home"),
        ("The crew's camp has endorsed Ann Lee.", "The crew's camp", "Ann Lee"),
        ("A retiree in Tolland now plans to sell the boat.", "A retiree in Tolland", "to sell the boat"),
        ("Their union, which opposes the toll, met on Monday.", "Their union", "the toll"),
        ("A slew of captains criticized the toll.", "A slew of captains", "the toll"),
    ],
)
def test_a_body_a_text_and_several_people_are_able_to_say_something(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We fret,” said another harbor user, Johanna Beyer.", "Johanna Beyer"),
        (
            "Otto Brandt, director of the study, and chairman of the Centre for Quays, says it is crucial.",
            "Otto Brandt",
        ),
        ("Several Democrats warned that the quay would sink.", "Several Democrats"),
        (
            "Majorities in many northern towns believe that the toll is a burden.",
            "Majorities in many northern towns",
        ),
    ],
)
def test_who_is_counted_or_held_of_two_offices_is_named_whole(text: str, speaker: str) -> None:
    assert [name for name, _ in said(text)] == [speaker]


def test_who_behind_a_count_is_nobody_who_is_named_before() -> None:
    text = "Some 60 percent of voters said Ada Vale would mend it, double the number who said the same of Trent Holt."
    assert "Ada Vale" not in [name for name, _ in said(text)]


def test_it_is_no_body_that_spoke_before_another_sentence() -> None:
    text = "Tolland Council said the toll was late. The rate has a meaning. It refers to the share of crews at sea."
    assert [name for name, _ in said(text)][:1] == ["Tolland Council"]
    assert "Tolland Council" not in [name for name, _ in said(text)][1:]


def test_a_line_in_capitals_links_to_another_page_and_credits_nobody() -> None:
    assert said("MAYOR SHARPLY CRITICIZES HARBOR AFTER STORM") == []


def test_what_another_does_meanwhile_is_not_said() -> None:
    [(who, content)] = said("Lee said the quay “buys time, not a future,” while Otto Brandt left the town.")
    assert (who, content) == ("Lee", "the quay “buys time, not a future,”")


def test_what_a_paper_reports_of_what_was_added_is_the_paper_s() -> None:
    text = "In Ayr, organizers added 160 guards along the route, up from 90 last year, the Harbor Times reported."
    assert said(text) == [("Harbor Times", text.removesuffix(", the Harbor Times reported."))]

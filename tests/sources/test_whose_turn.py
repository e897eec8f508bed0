"""Whoever's turn holds the matched words is named with them, however a transcript sets its speakers off."""

import pytest

from verifier import Report, Settings, check, source

TURNS = [
    ("Moderator", "Good evening. What will it cost us?"),
    ("Ruth Lindqvist", "Thank you. It will come to nearly all that we have, and nobody likes it."),
    ("Moderator", "And who uses it?"),
    ("Tom Abara", "I farm out at Marsden. Nobody asked us about the lorries at all."),
    ("Moderator", "Thank you."),
]
STORY = """Bridge plan

“It will come to nearly all that we have, and nobody likes it,” Ruth Lindqvist said.

“Nobody asked us about the lorries at all,” said Tom Abara.
"""


def written(pattern: str, between: str = "\n\n", *, capitals: bool = False) -> str:
    said = [pattern.format(name.upper() if capitals else name, words) for name, words in TURNS]
    return between.join(said) + "\n"


WAYS = {
    "each has the word once": written("{}: {}"),
    "in capitals": written("{}: {}", "\n", capitals=True),
    "in bold": written("**{}:** {}"),
    "bold before the colon": written("**{}**: {}"),
    "in brackets": written("[{}] {}"),
    "with a dash": written("{} – {}", capitals=True),
    "alone on a line": written("{}\n{}", capitals=True),
    "with times": written("{}  0:12\n{}"),
    "in one line": written("{}: {}", " ", capitals=True),
    "with what they are": written("{} (of the council): {}", "\n"),
}


def held(text: str) -> Report:
    return check(STORY, Settings(select=("V",)), sources=[source(text, "talk")])


@pytest.mark.parametrize("way", WAYS)
def test_words_are_credited_to_whom_the_transcript_gives_them(way: str) -> None:
    report = held(WAYS[way])
    assert report.findings == ()
    told = {e.article.text: e.turn.speaker.title() if e.turn and e.turn.speaker else None for e in report.evidence}
    assert {speaker for words, speaker in told.items() if "Lindqvist" in words or "It will" in words} == {
        "Ruth Lindqvist"
    }
    assert {speaker for words, speaker in told.items() if "Abara" in words or "Nobody" in words} == {"Tom Abara"}


def test_a_name_on_a_label_is_named_with_the_turn_it_opens() -> None:
    report = held(WAYS["in capitals"])
    (name,) = [e for e in report.evidence if e.article.text == "Tom Abara"]
    assert name.turn
    assert (name.turn.number, name.turn.speaker) == (4, "TOM ABARA")


def test_words_that_nearly_fit_are_shown_in_the_turn_that_has_most_of_them() -> None:
    talk = "MODERATOR: Is that so?\nHOLM: We build the long bridge by spring and pay.\nMODERATOR: Is it?\nHOLM: Yes.\n"
    story = "Bridge\n\n“That so, we build the long bridge by spring and pay,” Karin Holm said.\n"
    (found,) = [e for e in check(story, sources=[source(talk, "talk")]).evidence if e.fact == "quotation"]
    assert found.turn
    assert found.span
    assert found.turn.speaker == "HOLM"
    assert found.span.text.startswith("We build")


@pytest.mark.parametrize(
    "text",
    [
        "Contact: Ana Ruiz\nPhone: 555\nContact: Bo Lind\nMedia Contact: Ed Moss\nFares go up.",
        "MOTION\nTo approve the minutes.\n\nVOTE\n5-2\n\nMOTION\nTo close the bridge.\n\nPUBLIC COMMENT\nMany spoke.\n",
        "Ana Ruiz\nBo Lind\nAna Ruiz\nEd Moss\nThey met.\n",
        "Fares go up. Note: this is a plan. The board met. Source: the minutes. Fares stay. Note: it may change.",
    ],
)
def test_lists_and_headings_take_no_turns(text: str) -> None:
    assert source(text, "release").turns == ()


def test_a_surname_that_has_the_word_once_is_a_label_where_it_is_called_elsewhere_be_it_as_an_owner() -> None:
    text = "Moderator: Is the pier safe?\nLund: It is.\nModerator: Is that Lund's view alone?\nModerator: Next one."
    assert [turn.label for turn in source(text, "talk").turns] == ["Moderator", "Lund", "Moderator", "Moderator"]


BUILD, PAID = "We will build the new bridge over the river", "and the town will pay"


@pytest.mark.parametrize(
    ("between", "quote", "told"),
    [
        ("HOLM: By the spring,", f"{BUILD} by the spring, {PAID}", None),
        ("VARGA: Yeah.\nHOLM: By the spring,", f"{BUILD} by the spring", None),
        ("VARGA: Yeah.\nHOLM: (Laughter.) By the spring,", "We will build the new bridge … the town will pay", None),
        ("VARGA: By the spring,", f"{BUILD} by the spring, {PAID}", "by the spring"),
        ("VARGA: By the spring,", "the new bridge over the river by the spring", "by the spring"),
        ("VARGA: By the spring,", "We will build the new bridge … the town will pay", "the town will pay"),
        (">> By the spring,", "the new bridge over the river by the spring", "by the spring"),
    ],
)
def test_words_of_two_speakers_are_no_quotation_of_one(between: str, quote: str, told: str | None) -> None:
    talk = f"HOLM: {BUILD}\n{between} {PAID}.\nHOLM: I know.\nVARGA: So?"
    if between.startswith(">>"):
        talk = talk.replace("HOLM:", ">>").replace("VARGA:", ">>")
    story = f"Bridge\n\nKarin Holm spoke on Monday.\n\n“{quote},” Holm said.\n"
    report = check(story, Settings(select=("V",)), sources=[source(talk, "talk")])
    (found,) = [e for e in report.evidence if e.fact == "quotation"]
    assert found.status == ("differs" if told else "confirmed")
    order = [d.article.text for d in found.differences if d.kind == "order" and d.article and d.source]
    assert [one.startswith(told or "") for one in order] == ([True] if told else [])


RELEASE = """The council opened the new bridge on Monday.

{}
"""


@pytest.mark.parametrize(
    ("release", "codes"),
    [
        ("“It will come to nearly all that we have,” said Tom Abara. “And nobody likes it.”", ["V004"]),
        ("“It will come to nearly all that we have,” said Ruth Lindqvist. “And nobody likes it.”", []),
        ("“It will come to nearly all that we have,” she said. “And nobody likes it.”", []),
        ("It will come to nearly all that we have, and nobody likes it. Tom Abara said so.", []),
    ],
)
def test_a_release_says_who_said_it_and_its_credit_is_no_part_of_the_words(release: str, codes: list[str]) -> None:
    story = "Bridge\n\n“It will come to nearly all that we have, and nobody likes it,” Ruth Lindqvist said.\n"
    report = check(story, Settings(select=("V",)), sources=[source(RELEASE.format(release), "release")])
    assert [finding.code for finding in report.findings] == codes

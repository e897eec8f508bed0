"""Interviews: questions in lines of their own, the answers of one person without marks."""

import pytest

from verifier import check
from verifier.article import from_text, read_bytes
from verifier.reading import analyse
from verifier.settings import Settings

HEAD = "# The lamp at Torsby\n\n"
TALK = (
    "**Is it lonely?**\n\nNo. I have the gulls.\n\n**What do you do all day?**\n\n"
    "I count ships. There were 1,200 of them in May.\n\nIn June there were none.\n\n**And then?**\n\n"
    "We wait.\n\nThe lamp was lit in 1911.\n"
)
ANSWERS = [
    "No. I have the gulls.",
    "I count ships. There were 1,200 of them in May. In June there were none.",
    "We wait.",
]


def said(text: str, name: str = "talk.md") -> list[tuple[str, str | None]]:
    article = read_bytes(text.encode(), name)
    return [
        (" ".join(s.of(article.text) for s in a.content), a.source.name if a.source else None)
        for a in analyse(article, Settings()).attributions
        if a.kind == "direct"
    ]


@pytest.mark.parametrize(
    "met",
    [
        "Greta Holm, 61, keeps the lamp at Torsby. She spoke to the Torsby Post on Friday.",
        "Greta Holm keeps the lamp at Torsby. Ada Brook met her there.",
        "Greta Holm keeps the lamp at Torsby. She sat down with Ada Brook to talk about it.",
        "Nobody else lives on the rock: Greta Holm keeps the lamp at Torsby.",
    ],
)
def test_the_answers_are_those_of_the_one_whom_the_article_met(met: str) -> None:
    assert said(f"{HEAD}{met}\n\n{TALK}") == [(answer, "Greta Holm") for answer in ANSWERS]


def test_the_answers_are_claims_of_who_gives_them_and_not_the_paper_s() -> None:
    text = f"{HEAD}Greta Holm, 61, keeps the lamp at Torsby. She spoke to us on Friday.\n\n{TALK}"
    claims = {c.text: c.speaker.name if c.speaker else None for c in check(read_bytes(text.encode(), "t.md")).claims}
    assert claims[ANSWERS[1]] == "Greta Holm"
    assert claims["Greta Holm, 61, keeps the lamp at Torsby."] is None


@pytest.mark.parametrize(
    "talk",
    [
        "*Is it lonely?*\n\nNo. I have the gulls.\n\n*What do you do?*\n\nI count ships.\n",
        "**Is it lonely?**\nNo. I have the gulls.\n\n**What do you do?**\nI count ships.\n",
        "1. **Is it lonely?**\n\n   No. I have the gulls.\n\n2. **What do you do?**\n\n   I count ships.\n",
        "**Is it lonely?**\n\nNo. I have the gulls.\n\n> It is a big lamp.\n\n**What do you do?**\n\nI count ships.\n",
        "__Is it lonely?__\n\n__Greta Holm:__ No. I have the gulls.\n\n__And so?__\n\n__Holm:__ I count ships.\n",
        "## Is it lonely?\n\nNo. I have the gulls.\n\n## What do you do?\n\nI count ships.\n",
        "Is it lonely?\n\n**Greta Holm:** No. I have the gulls.\n\nWhat is there?\n\n**Holm:** I count ships.\n",
    ],
)
def test_questions_are_told_however_they_are_set(talk: str) -> None:
    met = "Greta Holm keeps the lamp at Torsby. She spoke to the Torsby Post on Friday.\n\n"
    answers = [one for one in said(HEAD + met + talk) if one[0] != "It is a big lamp."]
    assert answers == [("No. I have the gulls.", "Greta Holm"), ("I count ships.", "Greta Holm")]


def test_who_runs_a_thing_with_others_may_answer_with_we() -> None:
    talk = "**Are you ever afraid of it?**\n\nThe lamp burns.\n\n**And then?**\n\nWe will mend it in May.\n"
    met = "Greta Holm keeps the lamp at Torsby. She spoke to the Torsby Post on Friday."
    assert {speaker for _, speaker in said(f"{HEAD}{met}\n\n{talk}")} == {"Greta Holm"}


def test_a_line_in_bold_between_questions_is_no_answer() -> None:
    met = "Greta Holm keeps the lamp at Torsby. She spoke to the Torsby Post on Friday.\n\n"
    talk = (
        "**Is it lonely?**\n\nNo. I sing.\n\n**They say you sing badly.**\n\nI do.\n\n**And?**\n\nMy gulls sing, too.\n"
    )
    assert [words for words, _ in said(HEAD + met + talk)] == ["No. I sing.", "I do.", "My gulls sing, too."]


def test_questions_in_bold_on_a_page_are_told_too() -> None:
    page = (
        "<article><h1>The lamp at Torsby</h1><p>Greta Holm has kept the lamp at Torsby since the spring of 1994, and "
        "she spoke to us there on Friday.</p><p><b>Is it lonely?</b></p><p>No. I have the gulls.</p>"
        "<p><strong>What do you do?</strong><br>I count ships.</p></article>"
    )
    assert said(page, "a.html") == [("No. I have the gulls.", "Greta Holm"), ("I count ships.", "Greta Holm")]


@pytest.mark.parametrize(
    "talk",
    [
        "<p><strong>Q: Is it lonely?</strong></p><p>A: No. I have the gulls.</p>"
        "<p><strong>Q: What do you do?</strong></p><p>A: I count ships.</p>",
        "<h3>Q. Is it lonely?</h3><p>A. No. I have the gulls.</p><h3>Q. What do you do?</h3><p>A. I count ships.</p>",
        "<p><b>POST: Is it lonely?</b></p><p>HOLM: No. I have the gulls.</p>"
        "<p><b>POST: What do you do?</b></p><p>HOLM: I count ships.</p>",
    ],
)
def test_questions_in_bold_may_be_called_what_they_are(talk: str) -> None:
    met = "<p>Greta Holm has kept the lamp at Torsby since the spring of 1994, and there is nobody else.</p>"
    told = said(f"<article><h1>The lamp at Torsby</h1>{met}{talk}</article>", "a.html")
    assert ("No. I have the gulls.", "Greta Holm") in told
    assert ("I count ships.", "Greta Holm") in told


@pytest.mark.parametrize(
    "talk",
    [
        "<dl><dt>Is it lonely at your lamp?</dt><dd>No. I sing.</dd><dt>And then?</dt><dd>We wait.</dd></dl>",
        "<dl><div><dt>Is it lonely?</dt><dd><p>No. I sing.</p></dd></div>"
        "<div><dt><b>And then, do you wait?</b></dt><dd>We wait.</dd></div></dl>",
        "<dl><dt>Q: Is it lonely?</dt><dd>A: No. I sing.</dd><dt>Q: And then?</dt><dd>A: We wait.</dd></dl>",
    ],
)
def test_a_list_of_questions_is_an_interview_behind_which_the_article_goes_on(talk: str) -> None:
    met = "<p>Greta Holm has kept the lamp at Torsby since 1994. She spoke to the Torsby Post on Friday.</p>"
    behind = (
        "<p>Her guests:</p><ul><li>“It smells of oil,” says Ivo Strand, a baker.</li></ul>"
        "<h2>More about the lamp</h2><p>It burns 40 litres a day.</p>"
    )
    told = said(f"<article><h1>The lamp at Torsby</h1>{met}{talk}{behind}</article>", "a.html")
    assert [one for one in told if "?" not in one[0]] == [
        ("No. I sing.", "Greta Holm"),
        ("We wait.", "Greta Holm"),
        ("“It smells of oil,”", "Ivo Strand"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # the writer speaks of himself, and asks himself
        f"{HEAD}I met Greta Holm, who keeps the lamp at Torsby, on Friday.\n\n{TALK}",
        # an explainer asks for its readers
        f"{HEAD}Greta Holm keeps the lamp. She spoke on Friday.\n\n**What happens now?**\n\nIt goes out.\n\n"
        "**Who pays?**\n\nThe town pays.\n",
        # nobody was met, and nobody is spoken to
        f"{HEAD}Greta Holm keeps the lamp.\n\nWhy does she do it?\n\nI do not know.\n\nIs it dark?\n\nI think so.\n",
        # the answers are quoted
        f"{HEAD}Greta Holm keeps the lamp. She spoke.\n\n**Is it lonely?**\n\n“I think so.”\n\n**Why?**\n\n“I see.”\n",
    ],
)  # fmt: skip
def test_what_is_no_interview_credits_nobody_with_the_paper_s_own_words(text: str) -> None:
    assert not any(who == "Greta Holm" for _, who in said(text))


def test_whoever_of_two_may_answer_is_not_guessed() -> None:
    text = f"{HEAD}Greta Holm and Ivo Strand keep the lamp. They spoke to us on Friday.\n\n{TALK}"
    assert [who for _, who in said(text)] == [None, None, None]


def test_the_first_line_to_somebody_opens_an_interview_though_it_asks_nothing() -> None:
    talk = "### You lit the lamp in 1990.\n\nMy arms were younger then.\n\n### And now?\n\nNow I sleep.\n"
    text = f"# The lamp at Torsby\n\nPia Holt kept the lamp at Torsby for thirty years.\n\n{talk}"
    assert said(text) == [("My arms were younger then.", "Pia Holt"), ("Now I sleep.", "Pia Holt")]


def test_a_note_that_the_talk_was_edited_makes_an_interview_of_it_though_the_writer_tells_of_himself() -> None:
    met = "Greta Holm keeps the lamp at Torsby, and she made me a cup of tea there."
    note = "This conversation has been edited for length."
    plain = TALK.replace("**", "")
    assert said(f"{HEAD}{met}\n\n{plain}", "talk.md") == []
    assert said(f"{HEAD}{met}\n\n{note}\n\n{plain}", "talk.md") == [(answer, "Greta Holm") for answer in ANSWERS]


def test_an_edited_talk_with_somebody_unnamed_is_left_alone() -> None:
    plain = TALK.replace("**", "")
    assert said(f"{HEAD}Two of them met me.\n\nThis interview has been condensed.\n\n{plain}", "talk.md") == []


def test_what_is_put_to_somebody_below_interview_is_no_answer_though_it_asks_nothing() -> None:
    text = (
        "INTERVIEW: Ida Moe, who painted the pier\n\nIda Moe talked to us on the pier.\n\nYou began at the far end.\n\n"
        "I had one brush.\n\nAnd the last plank?\n\nIt was wet.\n\nWhat is left?\n\nThe lamps."
    )
    found = analyse(from_text(text), Settings()).attributions
    assert [(a.source and a.source.name, a.content[0].of(text)) for a in found] == [
        ("Ida Moe", "I had one brush."),
        ("Ida Moe", "It was wet."),
        ("Ida Moe", "The lamps."),
    ]

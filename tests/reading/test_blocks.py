"""Block quotations and answers in a record of questions: whose words they are, and when they are nobody's."""

import pytest

from verifier import check
from verifier.article import read_bytes
from verifier.reading import analyse
from verifier.settings import Settings

OPENS = "# Lighthouse opens\n\nThe lighthouse at Ayr opens to visitors on Sunday, the trust says.\n\n"
CLOSES = "\n\nA ticket costs nine crowns.\n"
WORDS = "The lamp is a hundred years old. It has never gone out."


def credited(text: str, name: str = "a.md") -> list[tuple[str, str | None]]:
    """Everything that the article holds as direct speech, with who says it."""
    article = read_bytes(text.encode(), name)
    found = analyse(article, Settings()).attributions
    return [
        (" ".join(s.of(article.text) for s in a.content), a.source.name if a.source else None)
        for a in found
        if a.kind == "direct"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "— Greta Holm, *Keeper's diary*",
        "— Greta Holm (@gretaholm) March 3, 2021",
        "– Greta Holm",
        "— Greta Holm in the Diary",
        "Bishop Greta Holm",
        "— Greta Holm 🐄 (@gh) May 3",
    ],
)
def test_the_line_of_credit_behind_a_block_says_whose_it_is(line: str) -> None:
    assert credited(f"{OPENS}> {WORDS}\n>\n> {line}{CLOSES}") == [(WORDS, line if line[0] == "B" else "Greta Holm")]


@pytest.mark.parametrize(
    "sentence", ["Greta Holm wrote:", "In a statement Greta Holm said:", "Keeper Greta Holm said in a statement:"]
)
def test_a_sentence_that_announces_a_block_says_whose_it_is(sentence: str) -> None:
    [(words, name)] = credited(f"{OPENS}{sentence}\n\n> {WORDS}{CLOSES}")
    assert words == WORDS
    assert name is not None
    assert name.endswith("Greta Holm")


@pytest.mark.parametrize(
    "before", ["Greta Holm met the visitors at the door.\n\n", "", "Greta Holm kept the lamp for years.\n\n"]
)
def test_a_block_that_nothing_credits_is_nobodys_and_no_finding(before: str) -> None:
    text = f"{OPENS}{before}> {WORDS}{CLOSES}"
    assert credited(text) == [(WORDS, None)]
    assert "Q001" not in {f.code for f in check(read_bytes(text.encode(), "a.md")).findings}


def test_a_credit_that_names_no_one_credits_no_one() -> None:
    assert credited(f"{OPENS}> {WORDS}\n>\n> — Seen on a wall{CLOSES}") == [(WORDS, None)]


def test_a_block_of_several_paragraphs_is_one_statement_and_each_paragraph_a_quotation() -> None:
    text = f"{OPENS}> The lamp is old.\n>\n> Nobody may touch it.\n>\n> — Greta Holm{CLOSES}"
    assert credited(text) == [("The lamp is old. Nobody may touch it.", "Greta Holm")]
    quotes = check(read_bytes(text.encode(), "a.md")).quotes
    assert [q.span.text for q in quotes] == ["The lamp is old.", "Nobody may touch it."]


def test_a_block_with_cues_of_its_own_is_read_like_any_other_text() -> None:
    text = f"{OPENS}> “The lamp is old,” said Greta Holm. It was lit in 1921.{CLOSES}"
    assert credited(text) == [("“The lamp is old,”", "Greta Holm")]


RECORD = "{}\n\nQ. Did you see the lamp?\n\nA. I saw it at nine.\n\nQ. And then?\n\nA. Then it was gone, I am sure.\n"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Greta Holm was heard in court on Monday.", "Greta Holm"),
        ("The lawyer Otto Brandt heard the witness Greta Holm on Monday.", "witness Greta Holm"),
        ("The lawyer Otto Brandt met Greta Holm on Monday.", None),
        ("The court heard two people on Monday.", None),
    ],
)
def test_answers_are_the_persons_who_is_named_as_answering_and_questions_nobodys(before: str, name: str | None) -> None:
    said = credited(f"Lamp goes out\n\n{RECORD.format(before)}", "a.txt")
    assert said == [
        ("Did you see the lamp?", None),
        ("I saw it at nine.", name),
        ("And then?", None),
        ("Then it was gone, I am sure.", name),
    ]


def test_an_answer_without_a_question_is_no_record() -> None:
    assert credited("Grades are out\n\nA. Lee was first in the class.\n\nA. Holm was second in it.", "a.txt") == []


@pytest.mark.parametrize(
    "line",
    ["Posted by Greta Holm on Monday, 3 May", "A post shared by Greta Holm (@gholm) on May 3", "Written by Greta Holm"],
)
def test_who_posted_a_block_is_told_in_its_last_line(line: str) -> None:
    assert credited(f"{OPENS}> {WORDS}\n>\n> {line}{CLOSES}") == [(WORDS, "Greta Holm")]


def test_a_sentence_of_the_block_that_tells_what_somebody_did_is_no_credit() -> None:
    line = "The glass was ground by Greta Holm on Monday."
    assert credited(f"{OPENS}> {WORDS}\n>\n> {line}{CLOSES}") == [(f"{WORDS} {line}", None)]


def test_a_post_without_a_text_says_nothing() -> None:
    assert credited(f"{OPENS}> A photo posted by Greta Holm on May 3{CLOSES}") == []

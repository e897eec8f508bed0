"""Articles in PDF: lines joined to paragraphs, columns, headlines, great initials, and files that cannot be read."""

import logging

import pytest

from tests.article.test_formats import holds, paragraphs, pdf
from verifier import InputError
from verifier.article import Article, read_bytes


@pytest.mark.parametrize("name", ["a.pdf", "-"])
def test_a_pdf_with_text(name: str) -> None:
    lines = ["Bridge to close", "", "The council voted on Monday to close the bridge for two", "years while it is re-"]
    article = read_bytes(pdf([*lines, "built from the ground up."]), name)
    holds(article)
    assert article.title == "Bridge to close"
    assert "rebuilt" in article.text


def test_the_lines_of_a_pdf_are_joined_to_paragraphs_and_its_margins_left_out() -> None:
    first = [
        "Harbour Daily",
        "",
        "Ferry runs again",
        "",
        "The ferry to the island sailed again on Monday after three",
        "weeks in the yard, its owner said.",
    ]
    first += [
        "",
        "Nobody was hurt when the ship touched ground in fog off the old re-",
        "built pier. The captain had asked for a pilot and was sent",
        "11/24/26, 8:48 AM Ferry",
        "file:///tmp/p.html 1/2",
    ]
    second = [
        "Harbour Daily",
        "",
        "away, the harbour office said.",
        "",
        "A hearing follows in May.",
        "file:///tmp/p.html 2/2",
    ]
    article = read_bytes(pdf(first, second), "a.pdf")
    holds(article)
    assert [p.span.of(article.text) for p in article.paragraphs] == [
        "Harbour Daily",
        "Ferry runs again",
        "The ferry to the island sailed again on Monday after three weeks in the yard, its owner said.",
        "Nobody was hurt when the ship touched ground in fog off the old rebuilt pier. The captain had asked for a "
        "pilot and was sent away, the harbour office said.",
        "A hearing follows in May.",
    ]


def test_a_great_initial_is_the_first_letter_of_its_word() -> None:
    drawn = (
        "BT /F1 36 Tf 50 664 Td (N) Tj ET BT /F1 20 Tf 50 720 Td (Ferry touches ground) Tj ET "
        "BT /F1 11 Tf 14 TL 80 690 Td (obody was hurt when the ferry touched ground) "
        "Tj T* (in fog off the old pier.) Tj ET"
    )
    whole = pdf(["x"]).replace(b"BT /F1 12 Tf 14 TL 50 750 Td (x) Tj T* ET", drawn.encode())
    article = read_bytes(whole, "a.pdf")
    assert [p.span.of(article.text) for p in article.paragraphs] == [
        "Ferry touches ground",
        "Nobody was hurt when the ferry touched ground in fog off the old pier.",
    ]


def drawn(*lines: tuple[int, int, int, str]) -> Article:
    """A PDF whose lines are drawn in this order: size of type, place from the left and from below, words."""
    said = " ".join(f"BT /F1 {size} Tf {left} {height} Td ({words}) Tj ET" for size, left, height, words in lines)
    whole = pdf(["x"]).replace(b"BT /F1 12 Tf 14 TL 50 750 Td (x) Tj T* ET", said.encode("latin-1"))
    return read_bytes(whole, "a.pdf")


LEFT = ("The ferry touched ground on Monday in fog,", "off the old pier, and nobody was hurt there.")
RIGHT = ("It will be towed away in May, when the tide", "is high enough, its owner has told the town.")


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    rows = [(10, 58, "left"), (10, 50, "left"), (10, 58, "again"), (10, 50, "again")]
    lines = [(18, 50, 760, "Ferry touches ground")]
    for row, (size, left, _) in enumerate(rows):
        height = 720 - 12 * row
        lines += [(size, left, height, LEFT[row % 2]), (size, left + 260, height, RIGHT[row % 2])]
    assert paragraphs(drawn(*lines)) == ["Ferry touches ground", *[" ".join(LEFT)] * 2, *[" ".join(RIGHT)] * 2]


def test_a_table_drawn_row_by_row_is_no_column() -> None:
    lines = [(10, 50 + 300 * (i % 2), 700 - 12 * (i // 2), ("Boats in May", "40")[i % 2]) for i in range(12)]
    assert "Boats in May 40" in " ".join(drawn(*lines).text.split())


def test_the_headline_of_a_pdf_is_told_by_its_type_and_the_head_of_its_page_is_none() -> None:
    article = drawn(
        (8, 50, 800, "TORSBY POST"),
        (8, 50, 30, "Page 1"),
        (20, 50, 760, "Ferry touches ground"),
        (10, 50, 720, LEFT[0]),
        (10, 50, 708, LEFT[1]),
    )
    assert article.title == "Ferry touches ground"
    assert "Page 1" not in article.text


def test_what_counts_up_from_page_to_page_is_no_part_of_the_first_page_either() -> None:
    pages = [[f"Torsby Post   Page {n}", "", *lines] for n, lines in enumerate((LEFT, RIGHT), 1)]
    article = read_bytes(pdf(*pages), "a.pdf")
    assert "Torsby Post" not in article.text
    assert LEFT[0] in article.text


def test_a_headline_over_two_lines_is_one_and_the_line_below_it_in_other_type_is_none_of_it() -> None:
    article = drawn(
        (20, 50, 760, "Ferry touches ground"),
        (20, 50, 736, "off the pier"),
        (10, 50, 712, "May 9, 2023"),
        (10, 50, 690, LEFT[0]),
        (10, 50, 678, LEFT[1]),
    )
    assert article.title == "Ferry touches ground off the pier"
    assert paragraphs(article)[1:] == ["May 9, 2023", " ".join(LEFT)]


@pytest.mark.parametrize(
    ("initial", "rest", "begins"),
    [
        ("A", "ferry touched ground in fog off the", "A ferry touched"),
        ("A", "fter a ferry touched ground in fog", "After a ferry"),
        ('"N', 'obody was hurt," said the captain of', '"Nobody was hurt," said'),
    ],
)
def test_a_great_initial_may_be_a_word_or_stand_behind_a_mark(initial: str, rest: str, begins: str) -> None:
    article = drawn((20, 50, 720, "Ferry touches ground"), (36, 50, 664, initial), (11, 80, 690, rest))
    assert paragraphs(article)[1].startswith(begins)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([]), "no text"),
        (b"%PDF-1.4 broken", "no readable PDF"),
        (
            pdf(["words"], trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >> /ID [(a) (b)] "),
            "PDF|encrypted",
        ),
    ],
)
def test_a_pdf_that_cannot_be_read(data: bytes, says: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(InputError, match=says):
        read_bytes(data, "a.pdf")
    assert not [r for r in caplog.records if r.name.startswith("pypdf")]

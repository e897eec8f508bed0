"""A figure is where a source has it, in whatever words; and a figure in another unit is another figure."""

import docx
import pytest

from tests.article.test_formats import word_file
from verifier import Report, Settings, check, source
from verifier.report.evidence import Evidence
from verifier.sources import Card
from verifier.sources._reading import from_bytes

FRAMES = {
    "money": "The county will pay {} for the new bridge over the Orle.",
    "share": "The council said {} of the bridge crossings are made by freight lorries.",
    "count": "The county counted {} crossings on the bridge last season.",
    "rise": "Fares on the bridge will rise by {} under the plan.",
    "span": "The bridge has carried freight for {} without a rest.",
    "size": "The works cover {} beside the bridge.",
    "way": "The freight bridge is {} miles long and has a toll.",
    "term": "Lindqvist marked her {} anniversary on the bridge council.",
    "toll": "Fares on the bridge rose to {} for each crossing.",
    "frost": "The bridge was closed at {} by the frost.",
}


def held(article: str, minutes: str, *figure: str) -> list[Evidence]:
    text = f"Bridge plan\n\n{article}\n"
    report = check(
        text, Settings(select=("V",)), sources=[source(f"Minutes of the council.\n\n{minutes}\n", "minutes")]
    )
    return [e for e in report.evidence if e.fact == "figure" and (not figure or e.article.text in figure)]


def statuses(frame: str, ours: str, theirs: str) -> set[str]:
    return {e.status for e in held(FRAMES[frame].format(ours), FRAMES[frame].format(theirs))}


ALIKE = [
    (
        "money",
        ["$1.4 million", "1.4 million dollars", "US$1.4m", "1.4 million US dollars", "USD 1,400,000"],
    ),
    ("money", ["£3 million", "three million pounds", "GBP 3m", "3 million pounds sterling"]),
    ("money", ["£64,000", "64,000 pounds", "GBP 64,000"]),
    ("money", ["C$2 million", "2 million Canadian dollars", "CAD 2 million"]),
    ("span", ["22 years", "twenty-two years", "22 yrs"]),
    ("count", ["600,000", "six hundred thousand", "600 000", "0.6 million", "600k", "600 thousand"]),
    ("rise", ["3 percent", "three per cent", "3%", "3 pct"]),
    ("share", ["a third", "one third", "one-third", "1/3", "⅓"]),
    ("share", ["half", "50 percent", "½", "one half"]),
    ("way", ["2½", "two and a half", "2.5", "2 1/2", "two-and-a-half"]),
    ("term", ["20th", "twentieth"]),
    ("size", ["40 square metres", "40 sq m", "40 m²", "forty square meters"]),
    ("toll", ["50 cents", "$0.50", "50¢", "fifty cents"]),
    ("toll", ["50p", "50 pence", "£0.50"]),
    ("frost", ["30 degrees Celsius", "30 °C"]),
]


@pytest.mark.parametrize(
    ("frame", "ours", "theirs"), [(frame, a, b) for frame, forms in ALIKE for a in forms for b in forms]
)
def test_a_figure_in_other_words_is_confirmed(frame: str, ours: str, theirs: str) -> None:
    assert statuses(frame, ours, theirs) == {"confirmed"}


@pytest.mark.parametrize(
    ("frame", "ours", "theirs"),
    [
        ("money", "$1.4 million", "1.4 million euros"),
        ("money", "$1.4 million", "£1.4m"),
        ("money", "EUR 1.4 million", "$1.4 million"),
        ("money", "$1.4 million", "$1.4 billion"),
        ("rise", "3 percent", "3 percentage points"),
        ("toll", "50¢", "$50"),
        ("toll", "50p", "50 cents"),
        ("count", "1,200", "1,300"),
        ("share", "two thirds", "three quarters"),
        ("way", "2½", "1½"),
        ("size", "300 metres", "300 feet"),
    ],
)
def test_the_number_in_another_unit_is_told_to_differ(frame: str, ours: str, theirs: str) -> None:
    assert statuses(frame, ours, theirs) == {"differs"}


@pytest.mark.parametrize(
    ("frame", "ours", "theirs"),
    [
        ("money", "$1.4 million", "C$1.4 million"),
        ("money", "$1.4 million", "1.4 million"),
        ("frost", "30 degrees Celsius", "30 degrees Fahrenheit"),
    ],
)
def test_what_may_be_another_unit_is_never_confirmed(frame: str, ours: str, theirs: str) -> None:
    assert statuses(frame, ours, theirs) <= {"near", "absent"}


@pytest.mark.parametrize("theirs", ["five votes to two", "5 to 2", "five to two", "5–2"])
def test_a_vote_in_words_is_the_vote_in_figures(theirs: str) -> None:
    found = held("The council voted 5-2 for the bridge.", f"The council voted {theirs} for the bridge.", "5", "2")
    assert [e.status for e in found] == ["confirmed", "confirmed"]


TALK = """ORLE VALLEY COUNCIL, APRIL 14, 2026

MODERATOR: Good evening. You wanted to begin with the bridge. What will it cost us?

RUTH LINDQVIST: It will come to 1.4 million dollars, all told. Lorries have not been over it for twenty-two years.

MODERATOR: And who uses the detour?

RUTH LINDQVIST: We count six hundred thousand crossings there in a year. One third of those are lorries.
"""
STORY = """Bridge plan

April 15, 2026

The work will cost $1.4 million, council leader Ruth Lindqvist said. The bridge has been shut for 22 years.

About 600,000 crossings a year are made on the detour, a third of them by lorries, and 40 acres will be built on.

The council voted on Tuesday.
"""


@pytest.fixture(name="talk", scope="module")
def _talk() -> Report:
    return check(STORY, Settings(select=("V",)), sources=[source(TALK, "talk")])


@pytest.mark.parametrize(
    ("figure", "status", "words"),
    [
        ("$1.4 million", "confirmed", "It will come to 1.4 million dollars, all told."),
        ("600,000", "confirmed", "We count six hundred thousand crossings there in a year."),
        ("22 years", "near", "Lorries have not been over it for twenty-two years."),
        ("Tuesday", "near", "APRIL 14, 2026"),
        ("40 acres", "absent", None),
    ],
)
def test_what_a_source_tells_in_other_words_is_found_there(
    talk: Report, figure: str, status: str, words: str | None
) -> None:
    (found,) = [e for e in talk.evidence if e.article.text == figure]
    assert (found.status, found.span and found.span.text) == (status, words)


def test_a_figure_to_be_seen_is_not_called_absent(talk: Report) -> None:
    page = talk.html()
    assert "figure, may be in the source</span> <bdi>22 years" in page
    assert "figure, in no source</span> <bdi>40 acres" in page


def test_a_small_number_that_counts_something_else_is_absent() -> None:
    (found,) = held("The plan took two winters to draw up.", "The mayor owns two dogs. He likes them.", "two")
    assert found.status == "absent"


MINUTES = [("Levy per household and month", "$0.85"), ("Start of work", "2 March 2027"), ("Lorries counted", "4,100")]


def table_in_word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Minutes of the council, November 24, 2026")
    table = document.add_table(rows=0, cols=2)
    for row in MINUTES:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph("The breach of October 9 was long.")
    return word_file(document)


def table_on_a_page() -> bytes:
    rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in MINUTES)
    told = "The council met in the hall on Tuesday to talk about the bridge, and nobody left before it was late."
    return f"<html><body><article><h1>Minutes</h1><p>{told}</p><table>{rows}</table></article></body></html>".encode()


@pytest.mark.parametrize(("name", "data"), [("minutes.docx", table_in_word()), ("minutes.html", table_on_a_page())])
def test_a_source_s_table_is_read_row_by_row(name: str, data: bytes) -> None:
    story = "Bridge plan\n\nA levy of 85 cents a month on every household will pay for it. Work begins on March 2.\n"
    report = check(story, Settings(select=("V",)), sources=[from_bytes(data, name, name, Card())])
    told = {e.article.text: (e.status, e.span and e.span.text) for e in report.evidence}
    assert told["85 cents"] == ("confirmed", "Levy per household and month\t$0.85")
    assert told["March 2"] == ("confirmed", "Start of work\t2 March 2027")


@pytest.mark.parametrize(
    ("ours", "theirs", "status"),
    [
        ("The storm of October 9 was bad.", "What broke on 9 October was the wall.", "near"),
        ("It is built to last until 2080.", "We design for fifty years, so 2079 or 2080.", "near"),
        ("It ends in the autumn of 2029.", "End of all work: October 2029.", "near"),
        ("The storm of October 9 was bad.", "What broke on 9 November was the wall.", "absent"),
        ("The storm of October 9, 2025 was bad.", "What broke on 9 October 2024 was the wall.", "absent"),
        ("It is built to last until 2080.", "The wall has 2080 stones.", "absent"),
    ],
)
def test_a_date_in_other_words_is_shown(ours: str, theirs: str, status: str) -> None:
    told = source(f"Minutes.\n\n{theirs}\n", "minutes")
    report = check(f"A plan\n\n{ours}\n", Settings(select=("V",)), sources=[told])
    assert [e.status for e in report.evidence if e.fact == "date"] == [status]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Some 40 villages lost their power.", "The mayor owns 40 dogs."),
        ("The plan took three winters to draw up.", "For three weeks the mayor was ill, in winter."),
    ],
)
def test_a_round_number_of_something_else_is_not_shown(ours: str, theirs: str) -> None:
    assert {e.status for e in held(ours, theirs)} == {"absent"}


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("more than 1,200", "fewer than 1,200", "near"),
        ("at least 1,200", "up to 1,200", "near"),
        ("nearly 1,200", "more than 1,200", "near"),
        ("more than 1,200", "over 1,200", "confirmed"),
        ("at least 1,200", "1,200", "confirmed"),
        ("nearly 1,200", "1,200", "confirmed"),
    ],
)
def test_a_least_is_not_borne_out_by_a_most(ours: str, theirs: str, told: str) -> None:
    assert statuses("count", ours, theirs) == {told}

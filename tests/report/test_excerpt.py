"""The words in question, their surroundings, and the signs below them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.report._excerpt import Mark, excerpt
from verifier.report._screen import width


def shown(text: str, words: str, room: int = 100) -> tuple[str, str]:
    start = text.index(words)
    return excerpt(text, (0, len(text)), [Mark(start, start + len(words), "^")], room)


def test_a_short_line_stands_whole() -> None:
    assert shown("He paid 3 dollars.", "3") == ("He paid 3 dollars.", "        ^")


def test_wide_characters_get_two_carets() -> None:
    line, below = shown("会议 in 北京 today", "北京")
    assert line == "会议 in 北京 today"
    assert below == " " * 8 + "^" * 4


def test_a_tab_before_the_words_moves_the_carets() -> None:
    line, below = shown("\tA word", "word")
    assert below.index("^") == line.index("word")


def test_a_combining_accent_takes_no_cell() -> None:
    assert shown("cafe\u0301 bar", "bar")[1] == " " * 5 + "^^^"


def test_a_long_line_is_cut_at_words_around_the_mark() -> None:
    text = "lorem ipsum " * 50 + "NEEDLE " + "dolor sit " * 50
    line, below = shown(text, "NEEDLE", 60)
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[below.index("^") :].startswith("NEEDLE")
    assert width(line) <= 60
    assert all(word in {"lorem", "ipsum", "NEEDLE", "dolor", "sit"} for word in line.strip("…").split())


def test_a_mark_wider_than_the_room_is_cut() -> None:
    line, below = shown("x" * 500, "x" * 500, 40)
    assert width(line) <= 40
    assert set(below) == {"^"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.data())
def test_any_line_fits_and_is_marked_and_says_nothing_to_the_terminal(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, below = excerpt(text, (0, len(text)), [Mark(start, end, "^")], 50)
    assert width(line) <= 60  # one character may be shown as eight
    assert "^" in below
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in line)
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")

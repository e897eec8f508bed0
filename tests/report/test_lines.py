"""Lines and columns as an editor counts them."""

from verifier.report._lines import Lines


def test_every_kind_of_line_break_counts_once() -> None:
    text = "a\nbb\r\nc\rd"
    lines = Lines(text)
    assert [lines.at(text.index(c)) for c in "abcd"] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert len(lines) == 4


def test_columns_count_code_points() -> None:
    assert Lines("é😀x").at(2) == (1, 3)


def test_the_place_after_the_last_line_break_is_a_line() -> None:
    assert Lines("a\n").at(2) == (2, 1)


def test_bounds_leave_the_line_break_out() -> None:
    assert Lines("a\r\nbc\n").bounds(2) == (3, 5)

"""Comments that suppress: how they are written, what they are for, and what is said of a wrong one."""

from datetime import date

import pytest

from verifier.article import read_bytes
from verifier.suppressions import Wish, in_comments


def wish(comment: str, *, count: bool = True) -> Wish:
    text = f"# Council meets\n\n<!-- {comment} -->\n\nIt met on February 30.\n\nIt met again.\n"
    (found,) = in_comments(read_bytes(text.encode(), "story.md"), count=count)
    return found


def test_a_comment_gives_code_reason_and_the_last_day() -> None:
    one = wish('verifier: ignore d003 reason="the mayor\'s joke" until=2027-01-31 words="February 30"')
    assert (one.code, one.reason, one.until, one.words) == (
        "D003",
        "the mayor's joke",
        date(2027, 1, 31),
        "February 30",
    )
    assert (one.where, one.by, one.problem) == ("story.md:3", "comment", "")


def test_a_comment_that_stands_alone_is_for_the_next_paragraph() -> None:
    one = wish('verifier: ignore D003 reason="x"')
    assert one.paragraph is not None
    assert one.paragraph.of(
        '# Council meets\n\n<!-- verifier: ignore D003 reason="x" -->\n\nIt met on February 30.\n'
    ) == ("It met on February 30.")


@pytest.mark.parametrize("comment", ["VERIFIER: Ignore D003 reason='x y'", "verifier:ignore\nD003\n  reason=“x y”"])
def test_case_line_ends_and_the_kind_of_marks_do_not_matter(comment: str) -> None:
    one = wish(comment)
    assert (one.code, one.reason, one.problem) == ("D003", "x y", "")


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("verifier: ignore D003", "it gives no reason"),
        ('verifier: ignore D003 reason=""', "it gives no reason"),
        ('verifier: ignore reason="x"', "unknown rule"),
        ('verifier: ignore D reason="x"', "'D' names several rules; one code each"),
        ('verifier: ignore D03 reason="x"', "unknown rule 'D03'"),
        ('verifier: ignore D002 D003 reason="x"', "what is 'D003'?"),
        ('verifier: ignore D002, D003 reason="x"', "one code each"),
        ('verifier: ignore D003 resaon="x"', "unknown field 'resaon'; did you mean reason?"),
        ('verifier: ignore D003 reason="x" until=tomorrow', "until=tomorrow is no day; write it as 2027-01-31"),
        ('verifier: disable D003 reason="x"', "write it as <!-- verifier: ignore D002"),
        ("verifier:", "write it as <!-- verifier: ignore D002"),
    ],
)
def test_a_wrong_comment_never_counts_and_is_told(comment: str, problem: str) -> None:
    assert problem in wish(comment).problem


def test_nothing_counts_where_comments_do_not() -> None:
    assert wish('verifier: ignore D003 reason="x"', count=False).problem.startswith("comments do not count here")


def test_a_comment_behind_the_last_paragraph_is_for_none() -> None:
    text = b'# Council meets\n\nIt met.\n\n<!-- verifier: ignore D003 reason="x" -->\n'
    (found,) = in_comments(read_bytes(text, "story.md"), count=True)
    assert found.problem == "no paragraph follows it"

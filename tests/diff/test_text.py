"""A difference as text: every change on a line of its own, and nothing in an article is obeyed by the terminal."""

from tests.diff.test_comparing import STORY, edited
from verifier import check
from verifier.diff import compare
from verifier.diff.text import as_text


def test_a_difference_is_told_kind_by_kind() -> None:
    told = as_text(edited((" Ruiz told reporters.", ""), ("10 percent", "25 percent")))
    assert "Findings: 1 new, 1 changed, 1 the same" in told
    assert "  new     7:1  error Q001 Nobody is named" in told
    assert "Quotes: 1 changed, 1 the same" in told
    assert "  changed 9:65  10 percent became 25 percent\n          was: The fare will rise by 10 percent" in told


def test_no_difference_says_what_was_compared() -> None:
    report = check(STORY)
    assert "no difference (2 findings, 2 quotes, 5 claims)" in as_text(compare(report, report))


def test_nothing_of_an_article_is_obeyed() -> None:
    hostile = STORY.replace("a single boat", "a \x1b[2Jsingle \u202eboat").replace("Northline", "North\x9bline")
    told = as_text(compare(check(STORY), check(hostile)))
    assert not {"\x1b", "\u202e", "\x9b"} & set(told)
    assert "single" in told

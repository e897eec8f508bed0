"""What is printed is obeyed by nobody."""

import pytest

from tests.report import samples, trouble
from tests.report.test_text import written
from verifier import check
from verifier.report import FORMATS, Look
from verifier.report._screen import quoted, typeset, unheard


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("::stop-commands::x", ": :stop-commands::x"),
        (" \t ::error::x", " \t : :error::x"),
        ("a ##[error]b", "a ## [error]b"),
        ("one::two ## three [4]", "one::two ## three [4]"),
    ],
)
def test_no_line_is_a_command_to_a_runner(line: str, said: str) -> None:
    assert unheard(f"x\n{line}\n") == f"x\n{said}\n"


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.for_people])
def test_hostile_articles_command_no_runner(form: str) -> None:
    report = trouble.hostile("::error::x.txt")
    wrapped = samples.finding([samples.span(report.article.text, "gone")], message="word " * 19 + "::error::x")
    report = report.model_copy(update={"findings": (*report.findings, wrapped)})
    out = written(report, name=form)
    assert "##[" not in out
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ('"the a year" has two words ("the" and "a").', "“the a year” has two words (“the” and “a”)."),
        ('Nothing before "those" says what "those" are.', "Nothing before “those” says what “those” are."),
        ("“Huawei” stands at the top.", "“Huawei” stands at the top."),
        ('The boat is 12" long.', 'The boat is 12" long.'),
        ('"He said "no" to it" reads oddly.', '"He said "no" to it" reads oddly.'),
    ],
)
def test_marks_around_quoted_words_are_printed_as_such_where_they_pair_up(message: str, shown: str) -> None:
    assert typeset(message) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("“We go,”", "“We go,”"),
        ("''We go,''", "“We go,”"),
        ("``We go,''", "“We go,”"),
        ("‘We don’t go,’", "“We don’t go,”"),
        ("'We don't go,'", "“We don't go,”"),
        ("‘We’ and ‘they’", "“‘We’ and ‘they’”"),
        ("‘We’ is the word", "“‘We’ is the word”"),
        ("the boats' way", "“the boats' way”"),
        ("“‘The long way’ is right,”", "“‘The long way’ is right,”"),
        ("He said “no” to it", "He said “no” to it"),
    ],
)
def test_no_mark_is_doubled_around_words_that_bring_their_own(said: str, shown: str) -> None:
    assert quoted(said) == shown


@pytest.mark.parametrize(
    "said", ["''We will go,''", "``We will go,''", "“We will go,”", "‘We will go,’", '"We will go,"']
)
def test_the_page_puts_one_pair_of_marks_around_what_somebody_says(said: str) -> None:
    page = FORMATS["html"].open(1, Look()).whole([check(f"Quay\n\n{said} Ines Varga said on Friday.")])
    assert page.count("<bdi>“We will go,”</bdi>") == 2, "among who says what and among what is accounted for"

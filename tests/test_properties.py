"""What holds for any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import InputError, Report, UsageError, check
from verifier.pipeline import names_file
from verifier.report.models import Span

PIECES = st.sampled_from(
    ['"', "“", "”", "‘", "’", "'", " said ", "he said, ", "Trump ", "Mr. Li ", "U.S. ", "\n\n", "\r\n", "\x00"]
    + ["\ufeff", "\u200b", "March 1", "Feb. 30, 2019", " 25 percent", "$1.1 billion", "two dozen ", "according to "]
    + [". ", ", ", "— ", "\ud800", "\u202e", "the letter ", "Bloomberg reported ", "a awful ", "the a ", "1,000,000"]
    + ["９", "²", " ²²² ", "Ⅷ", "\u0300", "â€œ", "(", ")", "1-1", "00:00", "1:30", "s ", " night shows ", " new "]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join))


def spans(value: object) -> list[Span]:
    """Every span anywhere in a report."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [s for item in value for s in spans(item)]
    if hasattr(type(value), "model_fields"):
        return [s for name in type(value).model_fields for s in spans(getattr(value, name))]
    return []


def read(text: str) -> Report | None:
    try:
        return check(text)
    except (InputError, UsageError):  # no article, or the name of a file: ".HTM"
        return None


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_span_is_the_article_s_own_text(text: str) -> None:
    report = read(text)
    if report is None:
        assert not any(c.isalnum() for c in text) or any("\ud800" <= c <= "\udfff" for c in text) or names_file(text)
        return
    for span in spans(report):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    first, second = read(text), read(text)
    assert (first is None) == (second is None)
    if first and second:
        assert first.model_dump_json(exclude={"run": {"seconds"}}) == second.model_dump_json(
            exclude={"run": {"seconds"}}
        )


@pytest.mark.parametrize(
    "text",
    [
        "It has ² night shows the mayor sold it.",
        "It has " + "9" * 5000 + " night shows the mayor sold it.",
        "It began in the 1:30s, the 1.50s and the 1,00s.",
        "It has 12 ²²² seats.",
    ],
)
def test_what_only_looks_like_a_number_is_read(text: str) -> None:
    assert check(text).article.text == text

"""Which dates are found, and which days they can mean beside the article's own date."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.article import from_text
from verifier.reading import dates, words
from verifier.reading._model import DateMention

WRITTEN = date(2019, 6, 12)  # a Wednesday


def found(text: str, published: date | None = None) -> list[DateMention]:
    article = from_text(text, published=published)
    return list(dates.find(article, words.split(article.plain)))


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("It opened on March 1, 2018 in Lyon.", "March 1, 2018", date(2018, 3, 1)),
        ("It opened on 1 March 2018 in Lyon.", "1 March 2018", date(2018, 3, 1)),
        ("It opened on the 1st of March 2018 in Lyon.", "1st of March 2018", date(2018, 3, 1)),
        ("It opened on 2018-03-01 in Lyon.", "2018-03-01", date(2018, 3, 1)),
        ("It opened on 3/21/2018 in Lyon.", "3/21/2018", date(2018, 3, 21)),
        ("It opened on Thursday, March 1, 2018, in Lyon.", "Thursday, March 1, 2018", date(2018, 3, 1)),
        ("It opened on Sept. 5 in Lyon.", "Sept. 5", date(2019, 9, 5)),
        ("It opened on Monday in Lyon.", "Monday", date(2019, 6, 10)),
        ("It will open on Monday in Lyon.", "Monday", date(2019, 6, 17)),
        ("It opened yesterday in Lyon.", "yesterday", date(2019, 6, 11)),
    ],
)
def test_a_day_as_written_and_the_day_it_means(text: str, span: str, day: date) -> None:
    (mention,) = found(text, WRITTEN)
    assert mention.span.of(text) == span
    assert (mention.earliest, mention.latest) == (day, day)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Prices rose in 2015 again.", date(2015, 1, 1), date(2015, 12, 31)),
        ("Prices rose in the 1990s again.", date(1990, 1, 1), date(1999, 12, 31)),
        ("Prices rose in February 2016 again.", date(2016, 2, 1), date(2016, 2, 29)),
        ("The fair ran March 1-3, 2018 in Lyon.", date(2018, 3, 1), date(2018, 3, 3)),
        ("Prices rose last year again.", date(2018, 1, 1), date(2018, 12, 31)),
    ],
)
def test_a_stretch_of_time_has_its_first_and_last_day(text: str, earliest: date, latest: date) -> None:
    (mention,) = found(text, WRITTEN)
    assert (mention.earliest, mention.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "The army began to march north and may stop.",
        "April Jones sold 2000 tickets at 10:30.",
        "The Sunday Times and USA Today wrote about Black Friday.",
        "Shares fell 3/4 of a point to 1,990.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text, WRITTEN) == []


def test_without_a_date_of_writing_a_weekday_stays_a_weekday() -> None:
    (mention,) = found("The shop opened on Monday in Lyon.")
    assert (mention.weekday, mention.earliest) == (0, None)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%A, %B %d, %Y"]),
)
def test_every_whole_date_is_read_back(day: date, style: str) -> None:
    (mention,) = found(f"The bridge was opened on {day.strftime(style)} by the mayor.")
    assert (mention.earliest, mention.latest) == (day, day)

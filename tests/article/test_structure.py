from datetime import date

import pytest

from verifier import InputError
from verifier.article import Article, from_text

BODY = (
    "The council voted on Monday to close the bridge for two years while it is rebuilt from the ground up.\n\n"
    "Nobody at the meeting spoke against the plan, which will cost the city 12 million dollars."
)


def kinds(article: Article) -> list[str]:
    return [p.kind for p in article.paragraphs]


def test_headline_byline_and_date() -> None:
    article = from_text(f"Bridge to close\n\nBy Jane Doe, Reuters\n\nPublished: 3 March 2021 14:00 GMT\n\n{BODY}")
    assert kinds(article) == ["headline", "byline", "dateline", "body", "body"]
    assert (article.title, article.byline, article.outlet) == ("Bridge to close", "Jane Doe", "Reuters")
    assert article.published == date(2021, 3, 3)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday, September 22, 2015", date(2015, 9, 22)),
        ("Sept. 22, 2015 at 5:30 p.m. EDT", date(2015, 9, 22)),
        ("Last updated on 22nd September 2015", date(2015, 9, 22)),
        ("2015-09-22T10:00:00Z", date(2015, 9, 22)),
        ("Updated 22/09/2015", date(2015, 9, 22)),
        ("09/08/2015", None),  # August or September
    ],
)
def test_date_lines(line: str, day: date | None) -> None:
    article = from_text(f"Bridge to close\n\n{line}\n\n{BODY}")
    assert kinds(article)[1] == "dateline"
    assert article.published == day


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("BEIJING, March 1 (Reuters) — ", "Reuters"),
        ("WASHINGTON (AP) -- ", "AP"),
        ("PARIS (Newswire) — ", "Newswire"),
        ("LONDON – ", None),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) ― ", "UPI"),
        ("Paris (AFP) - ", "AFP"),
        ("Nov 5 (Newswire) - ", "Newswire"),
    ],
)
def test_an_inline_dateline(head: str, outlet: str | None) -> None:
    article = from_text(f"Bridge to close in city.\n\n{head}{BODY}")
    assert article.dateline is not None
    assert article.dateline.of(article.text) == head.strip(" —-–―")
    assert article.outlet == outlet
    assert kinds(article)[0] == "headline"


@pytest.mark.parametrize(
    "opening", ["The mayor — a lawyer — ", "NATO members (all of them) — ", "He left — ", "WATCH (Video) — "]
)
def test_a_dash_is_no_dateline(opening: str) -> None:
    assert from_text(f"Bridge to close\n\n{opening}{BODY}").dateline is None


def test_a_year_in_the_dateline_dates_the_article() -> None:
    assert from_text(f"PARIS, March 1, 2019 (Reuters) — {BODY}").published == date(2019, 3, 1)


def test_the_callers_date_counts_where_the_text_has_none() -> None:
    assert from_text(BODY, published=date(2020, 1, 1)).published == date(2020, 1, 1)
    dated = from_text(f"Bridge to close\n\nMarch 3, 2021\n\n{BODY}", published=date(2020, 1, 1))
    assert dated.published == date(2021, 3, 3)


def test_a_headline_printed_twice() -> None:
    assert kinds(from_text(f"Bridge to close\n\nBridge to  close.\n\n{BODY}"))[:3] == ["headline", "headline", "body"]


def test_a_standfirst_stands_before_the_byline() -> None:
    text = f"Bridge to close\n\nCouncil votes for a rebuild that will take two years.\n\nBy Jane Doe\n\n{BODY}"
    assert kinds(from_text(text))[:3] == ["headline", "standfirst", "byline"]


def test_a_name_and_a_place_under_the_headline_are_a_byline() -> None:
    for line, who in (
        ("Ida Moen in Torsby and agencies", "Ida Moen"),
        ("Ida Moen and Jo Lee in Ayr", "Ida Moen and Jo Lee"),
    ):
        article = from_text(f"Bridge to close\n\n{line}\n\n{BODY}")
        assert (kinds(article)[1], article.byline) == ("byline", who)
    assert kinds(from_text(f"Ida Moen in Torsby\n\n{BODY}"))[0] == "headline"


def test_prose_is_all_body() -> None:
    assert kinds(from_text(BODY)) == ["body", "body"]
    assert kinds(from_text("By Monday the vote was over.\n\nJane Doe, a reporter, left early.")) == ["body", "body"]


def test_wrapped_lines_are_one_paragraph_and_whole_lines_are_many() -> None:
    wrapped = (
        "The council voted on Monday to close the bridge for two\n"
        "years while it is rebuilt from the ground up by workers\n"
        "who came from all over the country to the small town of\n"
        "Springfield.\n"
        "Nobody at the meeting spoke against the plan, which will\n"
        "cost the city 12 million dollars.\n"
    )
    assert [p.span.of(wrapped)[:10] for p in from_text(wrapped).paragraphs] == ["The counci", "Nobody at "]
    assert len(from_text(BODY.replace("\n\n", "\n")).paragraphs) == 2


def test_a_few_lines_are_enough_where_none_ends_a_sentence_before_its_last() -> None:
    wrapped = (
        "The council voted on Monday to close the bridge for two\nyears while it is rebuilt.\n\n"
        '"We have waited for that since we were young," said Ida\nMoen, who lives there.\n'
    )
    assert len(from_text(wrapped).paragraphs) == 2
    apart = (
        "The council voted on Monday to close the old bridge.\nIda Moen, who lives there, was glad of it, she said.\n"
    )
    assert len(from_text(apart).paragraphs) == 2


@pytest.mark.parametrize("text", ["", " \n\t ", "...", "\ud800 words"])
def test_what_is_no_article(text: str) -> None:
    with pytest.raises(InputError):
        from_text(text)


@pytest.mark.parametrize(
    ("opens", "found"), [("TORSBY, May 3 (TN) — ", "TORSBY, May 3 (TN)"), ("The Bank (TCB) — ", None)]
)
def test_a_dateline_may_name_an_agency_that_nobody_has_listed(opens: str, found: str | None) -> None:
    text = f"Lamp goes out\n\n{opens}The lamp at Torsby went out on Monday, its keeper said."
    article = from_text(text)
    assert (article.dateline.of(text) if article.dateline else None) == found


def test_what_a_dateline_opens_is_the_story_and_no_standfirst() -> None:
    text = "Lamp goes out\n\nTORSBY — The lamp at Torsby went out on Monday, as its keeper said it would\n\nIt rained."
    assert [p.kind for p in from_text(text).paragraphs] == ["headline", "body", "body"]


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("FOR IMMEDIATE RELEASE", None),
        ("For immediate release: March 3, 2021", date(2021, 3, 3)),
        ("EMBARGOED UNTIL 00:01 ON 3 MARCH 2021", date(2021, 3, 3)),
        ("PRESS RELEASE\n\nContact: Jo Reed, 555-0100", None),
    ],
)
def test_what_a_press_release_writes_above_is_no_title(above: str, day: date | None) -> None:
    article = from_text(f"{above}\n\nBoard opens new bridge\n\n{BODY}")
    assert (article.title, article.published) == ("Board opens new bridge", day)


def test_a_headline_about_a_press_release_is_one() -> None:
    line = "Press release on toxic waste was wrong, judge says"
    assert from_text(f"{line}\n\n{BODY}").title == line

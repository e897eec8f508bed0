"""Comments to verifier: found in the mark-up, at the paragraph they belong to, and never in the text of HTML."""

import pytest

from verifier.article import Article, read_bytes

NOTE = '<!-- verifier: ignore D002 reason="both" -->'
FIRST = "<p>The council adopted its budget in the old hall by the harbour, the mayor said.</p>"
SECOND = "<p>It will vote on the bridge next week, and nobody expects the vote to be close.</p>"


def page(body: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Council adopts budget</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Council adopts budget</h1>{body}</article><footer>Imprint</footer></body></html>"
    )


def html(body: str) -> Article:
    return read_bytes(page(body).encode(), "story.html")


def held(article: Article) -> list[str | None]:
    """The words with which the paragraph of each comment begins."""
    return [None if c.at is None else article.text[c.at :].split("\n")[0][:7] for c in article.comments]


@pytest.mark.parametrize(
    ("body", "paragraph"),
    [
        (f"{FIRST}\n{NOTE}\n{SECOND}", "It will"),
        (f"{NOTE}{FIRST}{SECOND}", "The cou"),
        (f"{FIRST}<div>{NOTE}<div><!-- other -->{SECOND}</div></div>", "It will"),
        (FIRST.replace("</p>", f" {NOTE}</p>") + SECOND, "The cou"),
        (FIRST.replace("<p>", f"<p>{NOTE}") + SECOND, "The cou"),
        (FIRST.replace("budget", f"budget {NOTE}") + SECOND, "The cou"),
        (FIRST.replace("old hall", f"<b>old hall</b>{NOTE}") + SECOND, "The cou"),
        (FIRST + SECOND.replace("close.</p>", f"<em>close.</em>{NOTE}</p>"), "It will"),
        (f"{FIRST}{NOTE}<script>var x = '<p>no</p>';</script>{SECOND}", "It will"),
    ],
)
def test_a_comment_in_html_belongs_to_its_paragraph_or_the_next(body: str, paragraph: str) -> None:
    article = html(body)
    assert held(article) == [paragraph]
    assert article.comments[0].text == 'verifier: ignore D002 reason="both"'


@pytest.mark.parametrize(
    "body",
    [
        f"{FIRST}\n{NOTE}\n{SECOND}",
        FIRST.replace("budget", f"budget {NOTE}") + SECOND,
        FIRST.replace("budget", f"budget{NOTE}") + SECOND,
        FIRST.replace("old hall", f"<b>old hall</b>{NOTE} ") + SECOND + NOTE,
        f"{NOTE * 30}{FIRST}{SECOND}",
    ],
)
def test_the_text_is_the_same_as_without_the_comment(body: str) -> None:
    without = html(body.replace(NOTE, ""))
    with_it = html(body)
    assert (with_it.text, with_it.title, with_it.byline) == (without.text, without.title, without.byline)
    assert with_it.paragraphs == without.paragraphs
    assert without.comments == ()


def test_a_comment_on_the_headline_leaves_the_title_alone() -> None:
    article = read_bytes(page(FIRST + SECOND).replace("<h1>", f"<h1>{NOTE}").encode(), "story.html")
    assert article.title == "Council adopts budget"
    assert article.text.startswith("Council adopts budget\n\nThe council")
    assert article.comments[0].at == 0


def test_a_comment_outside_the_story_is_kept_without_a_place() -> None:
    article = read_bytes(page(FIRST + SECOND).replace("Imprint", f"{NOTE}Imprint").encode(), "story.html")
    assert [c.at for c in article.comments] == [None]


def test_signs_that_stand_in_the_page_itself_stay_there() -> None:
    article = html(FIRST.replace("budget", "budget ⿰0⿰ &#x2ff1;1&#x2ff1;") + NOTE + SECOND)
    assert "budget ⿰0⿰ ⿱1⿱" in article.text
    assert held(article) == ["It will"]


def test_other_comments_are_no_business_of_ours() -> None:
    assert html(f"{FIRST}<!-- ad: verifier: ignore --><!--[if IE]>x<![endif]-->{SECOND}").comments == ()
    assert read_bytes(b"# Council meets\n\n<!-- todo -->\n\nIt met.\n", "story.md").comments == ()


def test_comments_in_markdown_have_their_own_place_in_the_text() -> None:
    text = f"# Council meets\n\n{NOTE}\n\nIt met {NOTE} on Monday.\n\n- one {NOTE}\n\n> {NOTE}\n> quoted\n"
    article = read_bytes(text.encode(), "story.md")
    assert article.text == text
    assert [text[c.at :].startswith(NOTE) for c in article.comments if c.at is not None] == [True] * 4


def test_a_comment_that_is_code_is_an_example() -> None:
    text = f"# How to\n\nWrite this:\n\n```\n{NOTE}\n```\n\n    {NOTE}\n\nThat is all.\n"
    assert read_bytes(text.encode(), "story.md").comments == ()


def test_plain_text_holds_no_comments() -> None:
    assert read_bytes(f"Council meets\n\n{NOTE}\n\nIt met.\n".encode(), "story.txt").comments == ()


def test_a_page_of_nothing_but_comments_takes_no_time() -> None:
    article = html(FIRST + NOTE * 3000 + "<b>" * 200 + SECOND)
    assert 0 < len(article.comments) <= 200

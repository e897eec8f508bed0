"""Markdown, as a CommonMark renderer with GitHub's additions shows it."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt

from tests.report import samples, trouble
from tests.report.test_text import conflict, written
from verifier.report.models import Report


class Page(HTMLParser):
    """The tags and the text of a rendered report, code spans apart."""

    def __init__(self, report: Report) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.code: list[str] = []
        self._in_code = False
        rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(written(report, name="markdown"))
        self.feed(rendered)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.tags.append(tag)
        self._in_code = tag == "code"
        if self._in_code:
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "code"

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.code[-1] += data
        else:
            self.text += data


def test_a_finding_is_an_item_with_both_sides() -> None:
    page = Page(conflict())
    assert "warning 3:19 D002 conflicting-dates: March 1 and March 2." in page.text
    assert page.code == ["desk/story.txt", "March 1", "March 2"]
    assert "5:19 \n" not in page.text
    assert "the other date" in page.text
    assert "Ask the desk which one holds." in page.text


def test_hostile_words_are_shown_and_make_no_markup_at_all() -> None:
    page = Page(trouble.hostile())
    assert set(page.tags) == {"h2", "p", "ul", "li", "strong", "em", "code"}
    assert page.tags.count("strong") == 2
    assert page.tags.count("em") == 1
    assert "<script>alert(1)</script>" in page.text
    assert "`tick``s` [x](https" in page.text
    assert "\x1b" not in page.text


def test_no_address_becomes_a_link_and_nobody_is_called() -> None:
    source = written(trouble.hostile(), name="markdown")
    outside = "".join(source.split("`")[::2])  # the hostile text has code spans of its own; what is left is enough
    assert "https://" not in outside
    assert "www.evil" not in outside
    assert "@someone" not in Page(trouble.hostile()).text


def test_backticks_in_an_article_do_not_end_the_code() -> None:
    for words in ("`", "``", "a`b``c", "`a`", " ` "):
        text = f"Gate {words}x shut.\n"
        found = samples.finding([samples.span(text, f"{words}x")])
        assert f"{words}x".split() == Page(samples.report(text, findings=[found])).code[1].split()


def test_what_does_not_count_is_listed_with_its_reason() -> None:
    page = Page(trouble.several())
    assert "suppressed, the desk knows (comment, until 2027-01-31): 1:40 D001" in page.text
    assert "known to the baseline 1:62 D001" in page.text


def test_suppressions_to_look_at_and_what_is_gone_are_told() -> None:
    page = Page(trouble.tended())
    assert "desk/story.txt:3: suppression of D001 unused: *nothing*" in page.text
    assert "gone since the baseline: D002 “at [two](x)”" in page.text


def test_a_place_over_several_lines_stands_on_one() -> None:
    assert "leaves at nine, the harbour" in Page(trouble.crossing()).code


def test_an_unfinished_run_does_not_read_as_clean() -> None:
    assert "Incomplete: no answer: claims in s1" in Page(trouble.unfinished()).text


def test_several_articles_are_summed_up() -> None:
    assert "2 articles: 2 warnings" in written(conflict(), conflict(), name="markdown")

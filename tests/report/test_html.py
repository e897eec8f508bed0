"""The page: all of the article, all marks, nothing from outside."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report import samples
from tests.report.test_text import conflict, written
from verifier.report import Look
from verifier.report.decisions import Decision
from verifier.report.html import HtmlWriter
from verifier.report.models import Report, Suppression

EVIL = "</p><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'`{{ 7 * 7 }}"

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")


class Page(HTMLParser):
    """Reads a page as a browser would: the article's own text, the anchors, the links, the tags and their classes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.tags_of_text: set[str] = set()
        self.marked: dict[str, str] = {}
        self._inside: list[str] = []
        self._classes: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.attributes.update(given)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if given.get("href") else []
        if tag not in ("meta", "link", "img", "br", "input", "rect"):
            self._inside.append(tag)
            self._classes.append(given.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag != "rect":  # closed in its own tag
            assert self._inside.pop() == tag
            self._classes.pop()

    def handle_data(self, data: str) -> None:
        if "article" in self._inside and not {"beside", "gutter"} & set(self._classes):
            self.text.append(data)
            self.tags_of_text.update(self._inside[self._inside.index("article") :])
            for name in self._classes[-1].split():
                self.marked[name] = self.marked.get(name, "") + data


def read_back(report: Report) -> str:
    return "".join(Page(written(report, name="html")).text)


def test_overlapping_and_nested_marks_lose_no_character() -> None:
    text = "Talks end soon\n\n\"We will, on May 1, 'stop' it\", Ms Li said\r\nand left.\n\n\n Then she came back.\n"
    s = [samples.span(text, w) for w in ("We will, on May 1, 'stop' it", "May 1, 'stop' it\", Ms Li", "stop", "Ms Li")]
    claim = samples.claim(1, s[0], samples.speaker(s[3]), cue=samples.span(text, "said"))
    report = samples.report(
        text,
        findings=[samples.finding([s[1], s[2]]), samples.finding([s[2]], related=[(s[0], "other")])],
        claims=[claim],
        quotes=[samples.quote(1, s[0], claim)],
    )
    page = Page(written(report, name="html"))
    assert "".join(page.text) == text
    assert page.marked["q"] == s[0].text
    assert page.marked["cue"] == "said"
    assert page.marked["who"] == "Ms Li"
    assert page.marked["error"] == "We will, on May 1, 'stop' it\", Ms Li"


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=120), st.data()
)
def test_any_text_reads_back_from_the_page(body: str, data: st.DataObject) -> None:
    text = body + "\nThe end."
    places = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)), max_size=6))
    spans = [samples.models.Span(start=a, end=min(len(text), a + n), text=text[a : a + n]) for a, n in sorted(places)]
    report = samples.report(text, findings=[samples.finding([s]) for s in spans])
    assert read_back(report) == text


def test_everything_from_outside_is_escaped() -> None:
    text = f"Head {EVIL}\n\nShe said {EVIL} yesterday.\n"
    place = samples.span(text, EVIL, 1)
    report = samples.report(
        text,
        path=f"{EVIL}.txt",
        findings=[samples.finding([place], message=EVIL, related=[(place, EVIL)])],
        claims=[samples.claim(1, place, samples.speaker(place, EVIL), cue=place)],
    )
    page = Page(written(report, name="html"))
    assert "".join(page.text) == text
    assert not page.tags & {"img", "link", "iframe"}
    assert page.tags_of_text <= {"article", "div", "section", "p", "a", "span"}
    assert not page.attributes & {"src", "onerror", "style"}


def test_the_page_loads_nothing_and_says_so() -> None:
    out = written(conflict(), name="html")
    assert "default-src 'none'" in out
    assert not re.search(r"https?:|url\(|@import", out)
    assert all(link.startswith("#") for link in Page(out).links)


def test_every_link_leads_to_an_anchor_and_anchors_are_unique_also_with_several_articles() -> None:
    page = Page(written(conflict(), conflict(), name="html"))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_several_articles_are_counted_and_listed() -> None:
    out = written(conflict(), samples.report("Nothing here.\n", path="desk/calm.txt"), name="html")
    assert "2 articles" in out
    assert "desk/calm.txt" in out


def test_a_nul_is_shown_as_its_symbol() -> None:
    assert read_back(samples.report("A\x00B stands here.\n")) == "A␀B stands here.\n"


def test_a_conflict_shows_every_side_and_links_to_each() -> None:
    text = "Tariffs wait until March 1 this year.\n\nThe tariff hike of March 2 hurts.\n"
    sides = [samples.span(text, w) for w in ("March 2", "March 1")]
    out = written(
        samples.report(text, findings=[samples.finding(sides[:1], related=[(sides[1], "first date")])]), name="html"
    )
    shown = out[out.index('<ul class="sides">') :]
    shown = re.sub(r"<[^>]+>", "", shown[: shown.index("</ul>")])
    assert "hike of March 2 hurts." in shown
    assert "wait until March 1 this year. (first date)" in shown
    page = Page(out)
    place, name = "at-" + "0" * 16, "f-" + "0" * 16
    assert {f"#{place}", f"#{place}-side1", f"#{name}"} <= set(page.links)
    assert {place, f"{place}-side1", name} <= set(page.ids)


def test_quotes_credited_to_nobody_are_listed_and_lead_to_their_place() -> None:
    text = 'It rained.\n\n"We never agreed to any of this."\n'
    words = samples.span(text, "We never agreed to any of this.")
    report = samples.report(text, quotes=[samples.quote(1, words, None)])
    page = Page(written(report, name="html"))
    assert "#q1" in page.links
    assert "q1" in page.ids
    assert page.marked["nobody"] == words.text


def test_the_foot_says_how_the_page_was_made() -> None:
    report = conflict()
    out = written(report, name="html")
    foot = out[out.index("<footer") :]
    assert f"verifier {report.run.version}" in foot
    assert "rules alone" in foot
    assert "seconds" in foot


def test_what_the_review_desk_decided_stands_on_the_card() -> None:
    report = conflict()
    decided = Decision(decision="false-alarm", note="Two <b>events</b>", reviewer="Ada Linde")
    decisions = {report.findings[0].fingerprint: decided}
    out = HtmlWriter(1, Look(), decisions).whole([report])
    assert "<b>False alarm</b> by <bdi>Ada Linde</bdi>: <bdi>Two &lt;b&gt;events&lt;/b&gt;</bdi>" in out
    assert "<b>False alarm</b>" not in written(report, name="html")


def test_what_is_suppressed_or_known_is_dimmed_and_says_why() -> None:
    text = "One two three.\n"
    silenced = samples.finding([samples.span(text, "One")]).model_copy(
        update={
            "suppression": Suppression(reason="Agreed with <i>Ada</i>", until=date(2030, 1, 2), by="comment"),
            "fingerprint": "1" * 16,
        }
    )
    old = samples.finding([samples.span(text, "two")]).model_copy(update={"baseline": "unchanged"})
    out = written(samples.report(text, findings=[silenced, old]), name="html")
    assert 'class="note error suppressed" id="f-1111111111111111"' in out
    assert "by a comment in the article until 2030-01-02: <bdi>Agreed with &lt;i&gt;Ada&lt;/i&gt;</bdi>" in out
    assert 'class="note error known" id="f-0000000000000000"' in out
    assert "<b>Known</b> to the baseline" in out
    assert out.count('class="error suppressed" data-for="f-1111111111111111"') == 2


def test_headings_never_skip_a_level() -> None:
    for reports in ([conflict()], [conflict(), conflict()]):
        levels = [int(n) for n in re.findall(r"<h([1-6])", written(*reports, name="html"))]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_index_leads_to_every_article_by_its_title() -> None:
    out = written(conflict(), samples.report("Nothing here.\n", path="desk/calm.txt"), name="html")
    index = out[out.index('id="index"') :]
    assert "#a1-top" in index
    assert "#a2-top" in index
    assert "desk/calm.txt" in index


def test_control_characters_are_shown_not_obeyed_beside_the_text() -> None:
    text = "It waits until March 1 \x1b[2J\u202e now.\n\nThe hike of March 2 hurts.\n"
    sides = [samples.span(text, w) for w in ("March 1", "March 2")]
    out = written(samples.report(text, findings=[samples.finding(sides)]), name="html")
    assert out.count("\x1b") == 1  # the article's own
    assert out.count("\u202e") == 1


def test_what_is_to_be_checked_counts_on_and_notes_have_letters() -> None:
    text = "One two three four five.\n"
    severities = ("info", "error", "info", "warning")
    found = [
        samples.finding([samples.span(text, word)]).model_copy(update={"severity": severity})
        for word, severity in zip(text.split(), severities, strict=False)
    ]
    out = written(samples.report(text, findings=found), name="html")
    assert re.findall(r'data-n="(\w+)"', out) == ["a", "1", "b", "2"]
    assert re.findall(r'<li value="(\w+)"', out) == ["1", "2"]


def test_the_link_to_a_note_leads_into_its_fold_so_that_browsers_open_it() -> None:
    text = "One two three.\n"
    note = samples.finding([samples.span(text, "two")]).model_copy(update={"severity": "info"})
    out = written(samples.report(text, findings=[note]), name="html")
    fold = out[out.index('<details class="note info') :]
    assert 'href="#f-0000000000000000"' in out
    assert 'id="f-0000000000000000"' in fold[fold.index("</summary>") : fold.index("</details>")]

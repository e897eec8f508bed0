"""Saved pages: the story with what stands in it, whatever it is wrapped in, and nothing of the page around it."""

from datetime import date

import pytest

from verifier import InputError
from verifier.article import Article, _html_page, read_bytes

STORY = (
    "<p>The council of Varde voted on Monday to close the old bridge for two years, and nobody spoke against it.</p>"
    "<p>Work begins on Tuesday, June 4, said the engineer, Pia Holt, who has walked over it every day of her life.</p>"
)


def page(body: str = STORY, head: str = "") -> Article:
    whole = f"<html><head><title>Bridge closes</title>{head}</head><body>{body}</body></html>"
    return read_bytes(whole.encode(), "page.html")


@pytest.mark.parametrize(
    ("head", "extra", "day"),
    [
        ("", "<footer>© 2009-2018 The Varde Post</footer>", None),
        ("", "<p>The bridge was closed once before, on April 9, 1940, when tanks came over it.</p>", None),
        ("", "<p>It was built in 1874 and has stood since then.</p>", None),
        ('<meta property="article:published_time" content="2019-06-03T10:00:00Z">', "", date(2019, 6, 3)),
        ('<meta name="date" content="2019">', "", None),
        ('<script type="application/ld+json">{"datePublished":"2019-06-03"}</script>', "", date(2019, 6, 3)),
        ("", '<header><time datetime="2019-06-03T08:00">Monday</time></header>', date(2019, 6, 3)),
        ("", '<p class="byline">Pia Holt, <time datetime="2019-06-03">Monday</time></p>', date(2019, 6, 3)),
        ("", '<span class="publish-date">June 3, 2019</span>', date(2019, 6, 3)),
        ("", '<footer><span class="date">June 3, 2011</span></footer>', None),
    ],
)  # fmt: skip
def test_a_page_has_the_date_that_it_declares_and_no_other(head: str, extra: str, day: date | None) -> None:
    assert page(f"<article>{extra}{STORY}</article>", head).published == day


def test_a_story_laid_out_in_a_table_is_read_as_paragraphs() -> None:
    laid_out = (
        "<table><tr><td><img src=x></td><td>The council of Varde met on Monday night to talk about the bridge.<br><br>"
        "Nobody spoke against closing it, and the vote took a minute.<br><br><blockquote>It has carried us "
        "for a hundred and fifty years, and it is tired.</blockquote><br>So the engineer wrote, and the mayor read it "
        "out.</td></tr></table>"
    )
    texts = [p.span.of(page(laid_out).text) for p in page(laid_out).paragraphs]
    assert "Nobody spoke against closing it, and the vote took a minute." in texts
    assert "So the engineer wrote, and the mayor read it out." in texts


def test_a_short_story_laid_out_row_by_row_is_read_too() -> None:
    page = (
        "<table><tr><td><b>Boat found</b></td></tr><tr><td>A boat was found on Monday, and nobody has come for it."
        "<br><br>Ada Brook, who runs the yard, said it was oak.<br><br>It will be sold in May.</td></tr></table>"
    )
    article = read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert "Ada Brook, who runs the yard, said it was oak." in [s.span.of(article.text) for s in article.sentences]


def test_a_row_of_a_table_that_tells_something_is_read() -> None:
    rows = [["Day", "News"], ["Monday", "“It will close,” Ida Moen said."], ["Tuesday", "None"]]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    article = page(f"<article>{STORY}<table>{cells}</table>{STORY.replace('bridge', 'road')}</article>")
    told = [(p.kind, article.text[p.span.start : p.span.end]) for p in article.paragraphs]
    at = told.index(("skip", "Day\tNews"))
    assert told[at + 1 : at + 4] == [("heading", "Monday"), ("body", rows[1][1]), ("skip", "Tuesday\tNone")]


def test_a_table_of_figures_stays_one_block_that_is_not_checked() -> None:
    table = "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2018</td><td>400</td></tr></table>"
    article = page(f"<article>{STORY}{table}{STORY.replace('bridge', 'road')}</article>")
    assert [p.kind for p in article.paragraphs if "400" in p.span.of(article.text)] in ([], ["skip"])


def test_a_block_quotation_is_marked_and_keeps_the_credit_below_it() -> None:
    quotation = "<blockquote><p>It is tired.</p><footer>— Pia Holt, letter to the council</footer></blockquote>"
    article = page(f"<article>{STORY}{quotation}{STORY.replace('bridge', 'road')}</article>")
    assert [p.span.of(article.text) for p in article.paragraphs if p.quoted] == [
        "It is tired.",
        "— Pia Holt, letter to the council",
    ]


def test_words_beside_the_paragraphs_of_a_block_are_kept() -> None:
    tweet = "<blockquote><p>Closed from now on.</p>&mdash; Varde Roads (@varderoads) June 3, 2019</blockquote>"
    article = page(f"<article>{STORY}{tweet}{STORY.replace('bridge', 'road')}</article>")
    assert "— Varde Roads (@varderoads) June 3, 2019" in article.text


def test_marks_that_a_browser_draws_are_written() -> None:
    said = "<p>The mayor said <q>it is <em>tired</em></q> and then <q>“so am I”</q>, and everybody laughed at that.</p>"
    article = page(f"<article>{STORY}{said}</article>")
    assert "said “it is tired” and then “so am I”, and" in article.text


def test_the_entries_of_a_live_blog_keep_their_times() -> None:
    entry = (
        "<div><time>{}</time><p>The bridge over the river at Varde is {} for cars and for everybody on foot.</p></div>"
    )
    article = page("<article>" + entry.format("14.05", "open") + entry.format("13.10", "closed") + "</article>")
    assert [p.span.of(article.text) for p in article.paragraphs][1::2] == ["14.05", "13.10"]


@pytest.mark.parametrize(
    "time", ['<p class="timestamp">{}</p>', '<div class="head"><span class="meta">{}</span></div>']
)
def test_the_times_of_entries_are_kept_whatever_holds_them(time: str) -> None:
    told = ("Seven boats are missing off Varde, the coast guard says.", "Two boats are missing off Varde, it says.")
    entries = (
        f'<section class="entry">{time.format(clock)}<p>{words}</p></section>'
        for clock, words in zip(("5:40 p.m.", "15.05 GMT"), told, strict=True)
    )
    article = page(f"<article><h1>Storm: live</h1>{STORY}{''.join(entries)}</article>")
    assert "5:40 p.m." in article.text
    assert "15.05 GMT" in article.text


def shown(body: str) -> list[str]:
    article = page(f"<article>{STORY}{body}{STORY.replace('bridge', 'road')}</article>")
    return [p.span.of(article.text) for p in article.paragraphs][3:-2]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It opens on <time datetime='2019-06-04'>Tuesday</time>, she said.", "It opens on Tuesday, she said."),
        ("It is <del>nine</del> <s>eight</s> seven metres wide.", "It is seven metres wide."),
        ("It covers 40 m<sup>2</sup> of river.", "It covers 40 m² of river."),
        ("It is old.<sup><a href='#n1'>[1]</a></sup> So is she.", "It is old. So is she."),
    ],
)
def test_what_stands_inside_a_line_of_a_page_stays_and_what_was_taken_back_does_not(line: str, text: str) -> None:
    assert shown(f"<p>{line}</p>") == [text]


@pytest.mark.parametrize(
    "quotation",
    [
        "<figure class='quote'><blockquote><p>{}</p></blockquote><figcaption>{}</figcaption></figure>",
        "<blockquote class='wp-block-quote'><p>{}</p><cite>{}</cite></blockquote>",
        "<blockquote>{}<footer><small>{}</small></footer></blockquote>",
        "<blockquote><p>{}<br><cite>{}</cite></p></blockquote>",
        "<figure class='wp-block-embed is-type-rich'><div><blockquote class='tweet'><p>{}</p>&mdash; {}</blockquote>"
        "</div></figure>",
        "<blockquote><p>{}</p><p><em>{}</em></p></blockquote>",
        "<blockquote class='blockquote'><p>{}</p><footer class='blockquote-footer'>{}</footer></blockquote>",
        "<div class='quote-box'><blockquote>{}</blockquote><div class='quote-author'>{}</div></div>",
        "<div class='embed embed-x'><blockquote class='x-post'><p>{}</p>&mdash; {}</blockquote></div>",
    ],
)
def test_a_quotation_of_a_page_keeps_its_credit_whatever_frames_it(quotation: str) -> None:
    said, who = "It has carried us all, and it is tired.", "Pia Holt, engineer"
    assert shown(quotation.format(said, who)) == [said, f"— {who}"]


@pytest.mark.parametrize("stands_for", ["[image or embed]", "[video]"])
def test_what_stands_for_a_picture_in_a_post_is_no_part_of_it(stands_for: str) -> None:
    post = (
        f"<blockquote><p>It has carried us all.<br><br><a href='/p/1'>{stands_for}</a></p>&mdash; Pia Holt</blockquote>"
    )
    assert shown(post) == ["It has carried us all.", "— Pia Holt"]


def test_a_book_named_in_a_quotation_credits_nobody() -> None:
    said = "I have read it all in <cite>The Varde Post</cite>"
    assert shown(f"<blockquote><p>{said}</p></blockquote>") == ["I have read it all in The Varde Post"]


@pytest.mark.parametrize(
    "quotation",
    [
        "<figure class='wp-block-pullquote'><blockquote><p>It is tired</p></blockquote></figure>",
        "<blockquote class='post-embed'><a href='/p/1'>Post by @varderoads</a></blockquote>",
    ],
)
def test_a_pulled_quotation_and_a_post_that_is_not_there_are_left_out(quotation: str) -> None:
    assert shown(quotation) == []


@pytest.mark.parametrize(
    "entry",
    [
        "<div class='entry'><header><time>{0}</time><h2>{1}</h2></header><p>{1} people were hurt, it said.</p></div>",
        "<article class='update'><time>{0}</time><p>{1} people were hurt at the bridge, it said.</p></article>",
        "<article class='post'><h2>{1}</h2><span class='ts'><time>{0}</time></span>"
        "<div itemprop='articleBody'><p>{1} people were hurt, it said.</p></div></article>",
    ],
)  # fmt: skip
def test_every_entry_of_a_live_blog_is_read_whatever_it_is_called(entry: str) -> None:
    entries = "".join(entry.format(*one) for one in (("15.20", "Seven"), ("14.05", "Four"), ("13.40", "Two")))
    article = page(f"<main><h1>Bridge live</h1>{entries}</main>")
    for part in ("15.20", "Seven people", "14.05", "Four people", "13.40", "Two people"):
        assert part in article.text


def test_the_cells_of_links_beside_a_story_are_none_of_it() -> None:
    links = "<td><a href='/'>Home</a><br><a href='/essays'>Essays</a> | <a href='/faq'>FAQ</a></td>"
    article = page(f"<table><tr>{links}<td>{STORY}</td></tr></table>")
    assert "Essays" not in article.text
    assert "Work begins on Tuesday" in article.text


def test_empty_lines_in_a_block_of_a_page_end_its_paragraphs() -> None:
    told = "The bridge at Varde is old, and the council has known it for years.<br/><br/>It is tired.<br>So are we all."
    article = page(f"<table><tr><td><h1>Bridge closes</h1><div>{told}</div></td></tr></table>")
    assert [p.span.of(article.text) for p in article.paragraphs][-1] == "It is tired.\nSo are we all."


def test_a_page_that_only_a_browser_can_fill_holds_no_story() -> None:
    with pytest.raises(InputError, match="no story"):
        page("<div id='app'></div><noscript>Please turn on JavaScript to read this page of ours.</noscript>")


def test_paragraphs_of_the_story_that_are_not_read_are_told() -> None:
    hidden = f"<div style='display:none'>{STORY.replace('bridge', 'road')}</div>"
    article = page(f"<article><h1>Bridge closes</h1>{STORY}{hidden}</article>")
    assert "close the old road" not in article.text
    assert article.remarks == (
        "1 paragraph of the page is not in the text that was read; the first begins: "
        "The council of Varde voted on Monday to close the old road f…",
    )
    assert page(f"<article>{STORY}</article><aside>{STORY.replace('bridge', 'road')}</aside>").remarks == ()


def test_a_page_that_is_a_typed_text_is_read_as_paragraphs() -> None:
    typed = (
        "BRIDGE CLOSES\n\nThe council of Varde voted on\nMonday to close the bridge.\n\n'It is tired,' said Pia Holt."
    )
    article = page(f"<pre>{typed}</pre>")
    assert [p.span.of(article.text) for p in article.paragraphs][-2:] == [
        "The council of Varde voted on Monday to close the bridge.",
        "'It is tired,' said Pia Holt.",
    ]


_CONSENT = "<h2>Your privacy</h2><p>{}</p><button>Accept</button><button>Reject</button>"
_COOKIES = "We and our 90 partners store cookies on your device, and you may change your mind at any time."


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='consent-wall'>{_CONSENT.format(_COOKIES)}</div>",
        f"<div role='dialog' aria-modal='true'>{_CONSENT.format('Diese Seite legt auf Ihrem Gerät Daten ab.')}</div>",
        f"<h1>Before you go on</h1><p>{_COOKIES}</p><p>If you agree, we will measure how you use our pages, too.</p>",
        "<h1>post.example</h1><p>Please turn on JavaScript in your browser; we must see that you are no robot.</p>",
    ],
)
def test_a_page_that_only_asks_its_visitor_is_no_article(body: str) -> None:
    with pytest.raises(InputError, match=r"no story|holds only what a page asks"):
        page(body, '<meta property="article:published_time" content="2019-06-03">')


def test_what_a_page_asks_before_a_story_is_no_part_of_it() -> None:
    asked = f"<div id='cookie-banner'>{_CONSENT.format(_COOKIES)}</div>"
    article = page(f"{asked}<article><h1>Bridge closes</h1>{STORY}</article>")
    assert "cookies" not in article.text
    assert "Pia Holt" in article.text


@pytest.mark.parametrize("around", ["<div class='cookie-bakery'>{}</div>", "<body class='consent-given'>{}"])
def test_a_story_is_read_whatever_the_page_around_it_is_called(around: str) -> None:
    assert "Pia Holt" in page(around.format(f"<h1>Bridge closes</h1>{STORY}")).text


def test_a_story_about_browsers_that_speaks_to_readers_is_read() -> None:
    told = "<p>Our browser “keeps what you write”, Pia Holt told us. You may ask her to forget your cookies.</p>"
    assert "Pia Holt" in page(f"<article><h1>Bridge closes</h1>{told}</article>").text


def test_what_a_page_hides_is_no_part_of_the_story() -> None:
    article = page(
        f"<article><h1>Bridge closes</h1>{STORY}<p hidden>Old: the bridge stays open until May.</p></article>"
    )
    assert "stays open" not in article.text


def test_what_a_browser_opens_when_it_is_searched_for_is_read() -> None:
    more = "<p hidden='until-found'>The mayor of Varde has crossed the bridge four thousand times, he says.</p>"
    assert "four thousand" in page(f"<article><h1>Bridge closes</h1>{STORY}{more}</article>").text


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        # a shared document's comment
        (
            '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>',
            '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>{}</p></div>',
        ),
        (
            '<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
            '<ol><li id="fn:1"><p>{} <a href="#fnref:1">↩</a></p></li></ol>',
        ),
        (
            '<a href="#note-1" name="back-1"><sup>1</sup></a>',
            '<p><a name="note-1"></a><a href="#back-1">1</a> {}</p>',
        ),
    ],
)
def test_the_notes_of_a_page_are_no_part_of_its_story_and_that_is_told(mark: str, note: str) -> None:
    told = "Please ask the lawyer whether the bridge is hers, as the register of 2004 says otherwise."
    article = page(f"<article><h1>Bridge closes</h1>{STORY}<p>It is hers.{mark}</p>{note.format(told)}</article>")
    assert "Pia Holt" in article.text
    assert "lawyer" not in article.text
    assert article.remarks == ("1 note of the page: not read",)


def test_a_paragraph_that_has_a_link_to_itself_is_no_note() -> None:
    linked = '<p id="p3">It will cost 2 million euros, the council says.<sup><a href="#p3">¶</a></sup></p>'
    article = page(f"<article><h1>Bridge closes</h1>{STORY}{linked}</article>")
    assert "2 million euros" in article.text
    assert article.remarks == ()


@pytest.mark.parametrize("may_break", ["&shy;", "&#8203;", "&#8288;", "&#xfeff;"])
def test_where_a_word_may_break_on_a_page_is_no_part_of_it(may_break: str) -> None:
    title = f"<h1>Bridge{may_break} closes</h1>"
    article = page(f"<article>{title}{STORY}<p>The fire{may_break}fighters of Varde will row.</p></article>")
    assert article.title == "Bridge closes"
    assert "The firefighters of Varde" in article.text


def test_titles_below_which_nothing_stands_are_taken_away_at_once_where_there_are_many() -> None:
    """The reader of pages would take them away too, one after the other, in a time that grows with their square."""
    titles = "".join(f"<h2>Ferry {number}</h2>" for number in range(300))
    tree = _html_page.parsed(f"<body><article>{STORY}<div>{titles}</div></article><footer>Our desk</footer></body>")
    _html_page.prepare(tree)
    assert not list(tree.iter("h2"))
    assert page(f"{STORY}<div>{titles}</div>").text == page().text


def test_many_titles_above_words_or_on_a_page_of_nothing_else_are_read() -> None:
    titles = "".join(f"<h2>Ferry {number}</h2>" for number in range(300))
    end = "<p>The last boat leaves at noon, and it takes no cars on Sundays.</p>"
    assert "Ferry 299" in page(f"<article>{STORY}{titles}{end}</article>").text
    assert "Ferry 299" in page(f"<article>{titles}</article>").text

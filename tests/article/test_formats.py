"""Markdown, HTML, DOCX and PDF, with files made here."""

import contextlib
import io
import zipfile
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import InputError
from verifier.article import Article, read_bytes

LEAD = "The council voted on Monday to close the “bridge” for two years while it is rebuilt from the ground up."
MORE = "Nobody at the meeting spoke against the plan, which will cost the city 12 million dollars."


def kinds(article: Article) -> list[str]:
    return [p.kind for p in article.paragraphs]


def words(article: Article, index: int) -> list[str]:
    return article.paragraphs[index].span.of(article.plain).split()


def paragraphs(article: Article) -> list[str]:
    return [p.span.of(article.text) for p in article.paragraphs]


def holds(article: Article) -> None:
    """What every article promises."""
    assert len(article.plain) == len(article.text)
    last = 0
    for sentence in article.sentences:
        assert last <= sentence.span.start < sentence.span.end
        assert article.paragraphs[sentence.paragraph].span.covers(sentence.span)
        last = sentence.span.end


def pdf(*pages: list[str], trailer: str = "") -> bytes:
    """A PDF by hand: enough for a reader, nothing more. An empty line leaves a gap."""
    numbers = [3 + 2 * i for i in range(len(pages))]
    font = 3 + 2 * len(pages)
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] /Count {len(pages)} >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        drawn = "BT /F1 12 Tf 14 TL 50 750 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        parts += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F1 {font} 0 R >> >> >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        ]
    parts.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body)
    size = len(parts) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\n"
    return (body + f"startxref\n{start}\n%%EOF\n").encode()


def word_file(document: "docx.document.Document") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


MARKDOWN = f"""---
title: "Bridge"
date: 2021-03-03
---
# Bridge *to* close

By Jane Doe

The **council** [voted](http://example.org/a_(b)) to close the un*frigging*believable snake_case bridge [sic].

## Costs ##

> He said “we go.
> We stay.”

- {MORE}

```
code "x
```

| a | b |
|---|---|
| 1 | 2 |

[ref]: http://example.org
"""


def test_markdown_is_kept_verbatim_and_read_as_prose() -> None:
    article = read_bytes(MARKDOWN.encode(), "a.md")
    holds(article)
    assert article.text == MARKDOWN
    assert kinds(article) == ["headline", "byline", "body", "heading", "body", "body", "skip", "skip"]
    assert words(article, 0) == ["Bridge", "to", "close"]
    assert " ".join(words(article, 2)).replace("\xad", "") == (
        "The council voted to close the unfriggingbelievable snake_case bridge [sic]."
    )
    assert words(article, 4) == ["He", "said", "“we", "go.", "We", "stay.”"]
    assert (article.byline, article.published) == ("Jane Doe", date(2021, 3, 3))
    assert "code" not in article.plain
    assert "http" not in article.plain


PAGE = f"""<html><head><title>Bridge to close - City News</title><meta property="og:site_name" content="City News">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2021-03-03T10:00:00Z"></head>
<body><nav><a href="x">Home</a> <a href="y">Sport</a></nav><article><h1>Bridge to close</h1>
<p>{LEAD}</p><h2>Costs</h2><p>{MORE}</p><table><tr><td>a</td><td>1</td></tr></table></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    ("block", "read"),
    [
        ("<!-- a note --> The bridge shut on Monday.", "The bridge shut on Monday."),
        ("<div>The bridge shut on <b>Monday</b>.</div>", "The bridge shut on Monday ."),
        ("<!-- <b>an old draft</b> -->", ""),
        ("<!-- never closed, an old draft", ""),
        ("<table><tr><td>Monday</td></tr></table>", ""),
        ("<script>var day = 'Monday';</script>", ""),
    ],
)
def test_words_in_html_of_markdown_are_read_where_a_reader_sees_them(block: str, read: str) -> None:
    article = read_bytes(f"# Bridge to close\n\nIt will open again.\n\n{block}\n".encode(), "a.md")
    body = [" ".join(p.span.of(article.plain).split()) for p in article.paragraphs if p.kind == "body"]
    assert body == ["It will open again.", *([read] if read else [])]
    assert block in article.text


@pytest.mark.parametrize("name", ["a.html", "-"])
def test_html_gives_the_story_and_what_the_page_says_about_it(name: str) -> None:
    article = read_bytes(PAGE.encode(), name)
    holds(article)
    assert kinds(article) == ["headline", "body", "heading", "body", "skip"]
    assert (article.title, article.byline, article.outlet) == ("Bridge to close", "Jane Doe", "City News")
    assert article.published == date(2021, 3, 3)
    assert LEAD in article.text
    assert "Sport" not in article.text
    assert "rights" not in article.text


def test_html_in_windows_1252() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    assert LEAD in read_bytes(page.encode("cp1252"), "a.html").text


def test_deep_html_does_no_harm() -> None:
    page = "<html><body>" + "<div>" * 20_000 + LEAD + "</body></html>"
    with contextlib.suppress(InputError):
        holds(read_bytes(page.encode(), "a.html"))


@pytest.mark.parametrize("name", ["a.docx", "-"])
def test_a_word_file(name: str) -> None:
    document = docx.Document()
    document.add_heading("Bridge to close", 0)
    document.add_paragraph("A rebuild will take two years", style="Subtitle")
    document.add_paragraph("By Jane Doe")
    document.add_paragraph(LEAD)
    document.add_heading("Costs", 1)
    document.add_table(1, 2).cell(0, 0).text = "cell"
    document.add_paragraph(MORE)
    article = read_bytes(word_file(document), name)
    holds(article)
    assert kinds(article) == ["headline", "standfirst", "byline", "body", "heading", "skip", "body"]
    assert article.title == "Bridge to close"


def test_word_files_that_are_none() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(70_000_000))
    for data, says in (
        (b"PK\x03\x04 broken", "broken"),
        (bomb.getvalue(), "unpacks"),
        (b"\xd0\xcf\x11\xe0x", "encrypted"),
    ):
        with pytest.raises(InputError, match=says):
            read_bytes(data, "a.docx")


def test_entities_in_a_word_file_are_not_expanded() -> None:
    original = word_file(docx.Document())
    out = io.BytesIO()
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    with zipfile.ZipFile(io.BytesIO(original)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                head, _, rest = data.decode().partition("?>")
                rest = rest.replace("<w:body>", "<w:body><w:p><w:r><w:t>word &a11;</w:t></w:r></w:p>")
                data = f'{head}?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>{rest}'.encode()
            target.writestr(entry, data)
    with contextlib.suppress(InputError):
        assert len(read_bytes(out.getvalue(), "a.docx").text) < 1000


@pytest.mark.parametrize(
    "fields",
    ["+++\ntitle = 'Bridge'\ndate = 2021-03-03T08:00:00Z\n+++\n", "---\ntitle: Bridge\ndate: 2021-03-03\n---\n"],
)
def test_front_matter_in_yaml_or_toml_tells_title_and_date(fields: str) -> None:
    article = read_bytes(f"{fields}\nThe council voted to close the bridge.\n".encode(), "a.md")
    assert (article.title, article.published) == ("Bridge", date(2021, 3, 3))
    assert paragraphs(article) == ["The council voted to close the bridge."]


HEADS = {
    ".html": b"<html><body><p>",
    ".docx": b"PK\x03\x04",
    ".pdf": b"%PDF-1.4\n",
    ".md": b"# a\n\n> - [b](c) **d**\n",
}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=120), st.sampled_from(sorted(HEADS)), st.booleans())
def test_any_bytes_give_an_article_or_an_input_error(data: bytes, ending: str, headed: bool) -> None:
    try:
        article = read_bytes(HEADS[ending] + data if headed else data, "a" + ending)
    except InputError:
        return
    holds(article)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab #*_[]()>`-|\\!<\n1.:&;\u2028\r\t", max_size=80))
def test_any_markdown_holds_its_offsets(text: str) -> None:
    try:
        article = read_bytes(text.encode(), "a.md")
    except InputError:
        return
    assert article.text == text
    holds(article)


def test_words_struck_out_or_hidden_in_a_word_file_are_no_part_of_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The town will pay ")
    paragraph.add_run("40,000").font.strike = True
    paragraph.add_run("60,000 dollars.")
    paragraph.add_run(" Ask the lawyer.").font.hidden = True
    kept = paragraph.add_run(" It is glad.")
    kept.font.strike = False
    article = read_bytes(word_file(document), "a.docx")
    assert article.text == "The town will pay 60,000 dollars. It is glad."


def test_rows_of_a_table_in_markdown_that_tell_something_are_read() -> None:
    table = b"| Day | News |\n|--|--|\n| Monday | The boats \\| nets go, Ida Moen said. |\n| Tuesday | None. |\n"
    article = read_bytes(b"Nobody asked.\n\n" + table, "a.md")
    assert [(p.kind, article.text[p.span.start : p.span.end]) for p in article.paragraphs[1:]] == [
        ("skip", "| Day | News |\n|--|--|"),
        ("heading", "Monday"),
        ("body", "The boats \\| nets go, Ida Moen said."),
        ("skip", "| Tuesday | None. |"),
    ]


def test_a_question_beside_its_answer_and_a_name_beside_what_is_said_are_read_in_any_table() -> None:
    rows = [
        ["Question", "Answer"],
        ["Will you stay?", "No."],
        ["Q", "Who saw it?"],
        ["LEE:", "I saw it all, all of it."],
    ]
    document = docx.Document()
    document.add_paragraph("Nobody asked.")
    table = document.add_table(0, 2)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    written = "\n".join(f"| {' | '.join(row)} |" + "\n|--|--|" * (row is rows[0]) for row in rows)
    for article in (
        read_bytes(word_file(document), "a.docx"),
        read_bytes(f"Nobody asked.\n\n{written}\n".encode(), "a.md"),
    ):
        holds(article)
        assert [(p.kind, " ".join(p.span.of(article.plain).split())) for p in article.paragraphs[2:]] == [
            ("heading", "Will you stay?"),
            ("body", "No."),
            ("body", "Q: Who saw it?" if article.path == "a.docx" else "Q : Who saw it?"),
            ("body", "LEE: I saw it all, all of it."),
        ]
        assert article.remarks == ("1 block without sentences (figures of a table, code): shown, not checked",)


def test_block_quotations_of_word_and_markdown_are_marked() -> None:
    document = docx.Document()
    document.add_paragraph("The engineer wrote a letter.")
    document.add_paragraph("It is tired.", style="Quote")
    assert [p.quoted for p in read_bytes(word_file(document), "a.docx").paragraphs] == [False, True]
    markdown = read_bytes(b"The engineer wrote a letter.\n\n> It is tired.\n\nSo she wrote.", "a.md")
    assert [p.quoted for p in markdown.paragraphs] == [False, True, False]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("The lamp is ~~never~~ *often* out.", "The lamp is often out."),
        ("The **lamp** [burns](https://lamp.example/a b) *oil*.", "The lamp burns oil."),
        ("The ==lamp== burns [oil](https://oil.example).", "The lamp burns oil."),
    ],
)
def test_mark_up_of_markdown_goes_and_the_words_stay_apart(line: str, shown: str) -> None:
    article = read_bytes(line.encode(), "a.md")
    assert article.words(article.paragraphs[0].span) == shown

"""Word files as desks keep them: changes, words taken back or hidden by a style, boxes, tables that only frame."""

import io

import docx
import pytest
from docx.oxml import parse_xml

from verifier.article import Article, read_bytes

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_BY = 'w:id="7" w:author="desk" w:date="2024-03-01T08:00:00Z"'


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    inner = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def word(*elements: str, document: "docx.document.Document | None" = None) -> Article:
    document = document or docx.Document()
    end = document.element.body[-1]
    for element in elements:
        at = min(i for i in (element.find(" "), element.find(">")) if i > 0)
        end.addprevious(parse_xml(f"{element[:at]} {_W}{element[at:]}"))
    out = io.BytesIO()
    document.save(out)
    return read_bytes(out.getvalue(), "story.docx")


def texts(article: Article) -> list[str]:
    return [p.span.of(article.text) for p in article.paragraphs]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = f"<w:rPr><w:del {_BY}/></w:rPr>"
    article = word(paragraph("“The slipway is closed,”", gone), paragraph(" Ivo Strand said."), paragraph("It rained."))
    assert texts(article) == ["“The slipway is closed,” Ivo Strand said.", "It rained."]


def test_words_that_a_style_hides_or_strikes_are_left_out_and_that_is_told() -> None:
    document = docx.Document()
    document.styles.add_style("Internal", 1).font.hidden = True
    document.styles.add_style("Internal small", 1).base_style = document.styles["Internal"]
    document.styles.add_style("Cut", 2).font.strike = True
    article = word(
        paragraph("The slipway closes in May."),
        paragraph("Ring Ivo before print.", '<w:pStyle w:val="Internalsmall"/>'),
        paragraph("It was built in 1911.", "", '<w:rStyle w:val="Cut"/>'),
        paragraph("It was built in 1912.", '<w:pStyle w:val="Internal"/>', '<w:vanish w:val="0"/>'),
        document=document,
    )
    assert texts(article) == ["The slipway closes in May.", "It was built in 1912."]
    assert article.remarks == ("2 passages struck through or hidden in the Word file: left out",)


def test_a_box_is_read_behind_the_paragraph_it_hangs_on_and_once() -> None:
    inner = paragraph("“It is cold down there.”") + paragraph("Ivo Strand, boatman")
    box = f"<v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    article = word(
        f"<w:p><w:r><w:t>The slipway closes in May.</w:t></w:r><w:r>{both}</w:r></w:p>", paragraph("So be it.")
    )
    assert texts(article) == [
        "The slipway closes in May.",
        "“It is cold down there.”",
        "Ivo Strand, boatman",
        "So be it.",
    ]


STORY = (
    "The slipway at Torsby closes in May after a hundred and two years, and the boats of the town have nowhere to go."
)


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([["“It is cold down there.” Ivo Strand, boatman"]], ["body", "body"]),
        ([[STORY, "Torsby"]], ["body", "body", "body"]),
        ([["Year", "Boats"], ["2010", "40"]], ["body", "skip"]),
        (
            [["Day", "News"], ["Monday", "The harbour will close, Ida Moen said."], ["Tuesday", "None."]],
            ["body", "skip", "heading", "body", "skip"],
        ),
    ],
)
def test_a_table_that_frames_a_box_or_lays_out_a_story_is_no_table_of_figures(
    rows: list[list[str]], kinds: list[str]
) -> None:
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    article = word(paragraph("Nobody has asked the boats."), f"<w:tbl>{cells}</w:tbl>", paragraph(""))
    assert [p.kind for p in article.paragraphs] == kinds


def test_a_row_that_was_deleted_is_no_part_of_a_table() -> None:
    row = "<w:tr>{}<w:tc>" + paragraph("{}") + "</w:tc></w:tr>"
    table = row.format(f"<w:trPr><w:del {_BY}/></w:trPr>", "2009: 41") + row.format("", "2010: 40")
    article = word(paragraph("Nobody has asked the boats."), f"<w:tbl>{table}</w:tbl>", paragraph(""))
    assert texts(article) == ["Nobody has asked the boats.", "2010: 40"]
    assert article.paragraphs[1].kind == "skip"


def test_notes_that_are_not_read_are_told() -> None:
    note = '<w:p><w:r><w:t>It is old.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert word(note).remarks == ("1 note in the Word file: not read",)


def test_what_stands_over_every_page_is_told_and_its_number_is_nothing() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Embargoed until Friday"
    document.sections[0].footer.paragraphs[0].text = "Page 3"
    article = word(paragraph("It rained."), document=document)
    assert article.remarks == ("1 text at the head or foot of pages in the Word file: not read",)


def test_questions_set_in_bold_are_headings_and_a_single_bold_line_is_none() -> None:
    asked = [paragraph(text, run="<w:b/>") for text in ("Is it lonely?", "You count ships.", "And then?")]
    article = word(*(p for q in asked for p in (q, paragraph("I wait, and I count."))))
    assert [p.kind for p in article.paragraphs][2::2] == ["heading", "heading"]
    lone = word(paragraph("The slipway is closed."), paragraph("What now?", run="<w:b/>"), paragraph("Nobody knows."))
    assert "heading" not in [p.kind for p in lone.paragraphs[:2]]
    unset = [paragraph(text, run='<w:b w:val="0"/>') for text in ("Is it lonely?", "And then?")]
    article = word(*(p for q in unset for p in (q, paragraph("I wait, and I count."))))
    assert "heading" not in [p.kind for p in article.paragraphs[1:]]

"""What a Word file holds beside its text is told: changes nobody has accepted, comments."""

import io

import docx
from docx.oxml import parse_xml

from tests.report.test_text import written
from verifier import check
from verifier.article import read_bytes

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edited() -> bytes:
    document = docx.Document()
    document.add_paragraph("Ferry returns")
    paragraph = document.add_paragraph("The ferry sails on Monday.")
    run = paragraph.add_run(" Nobody minds.")
    document.add_comment(run, text="Says who?", author="Ada")
    paragraph._p.append(
        parse_xml(f'<w:ins {_W} w:id="1"><w:r><w:t xml:space="preserve"> It is new.</w:t></w:r></w:ins>')
    )
    paragraph._p.append(parse_xml(f'<w:del {_W} w:id="2"><w:r><w:delText> It is old.</w:delText></w:r></w:del>'))
    return saved(document)


def test_tracked_changes_and_comments_are_told_wherever_people_read() -> None:
    article = read_bytes(edited(), "a.docx")
    assert article.text.endswith("Nobody minds. It is new.")
    report = check(article)
    for name in ("text", "markdown", "html"):
        page = written(report, name=name)
        assert "2 tracked changes in the Word file: read as if accepted" in page
        assert "1 comment in the Word file: not read" in page


def test_nothing_is_told_of_a_plain_file() -> None:
    document = docx.Document()
    document.add_paragraph("The ferry sails on Monday.")
    assert not check(read_bytes(saved(document), "a.docx")).run.remarks

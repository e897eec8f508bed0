"""The author's own Word file with what was decided: comments at their words, tracked changes, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.command import run
from tests.review import open_desk
from verifier._exceptions import InputError
from verifier.article import _docx
from verifier.report.models import Span
from verifier.review._file import DeskFile
from verifier.review.exports import EXPORTS, cleared
from verifier.review.given import Origin
from verifier.review.intake import Intake
from verifier.review.ledger import Ledger
from verifier.review.library import Library
from verifier.review.marks import mark
from verifier.review.records import Item, Reviewer, Ruling
from verifier.review.shelf import Brought

ANA = Reviewer("Ana Ruiz", "one")


def in_bytes(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def draft() -> Document:
    """A draft as authors write them: runs of several looks, a link, an unaccepted change, a header, a table."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Draft 3, do not print"
    document.add_paragraph("Harbour reopens", style="Title")
    paragraph = document.add_paragraph("  The harbour will close again on ")
    paragraph.add_run("Febr").bold = True
    paragraph.add_run("uary 30, 2019").bold = True
    paragraph.add_run(", the mayor said.")
    second = document.add_paragraph("It has ")
    second._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="1001" w:author="Lee"><w:r><w:t>some 12 boats</w:t></w:r></w:ins>',
        )
    )
    second.add_run(" and\tone ferry.")
    document.add_table(1, 1).cell(0, 0).text = "Boats 12"
    document.add_paragraph("More boats come in May.")
    return document


def read(data: bytes) -> str:
    """What a Word file says, as if all changes in it were accepted."""
    return _docx.read(data, path="back.docx", published=None).text


class At:
    """A desk with one article that came as a Word file."""

    def __init__(self, folder: Path, data: bytes) -> None:
        self.library = Library(DeskFile(folder / "desk.db"))
        self.intake = Intake(self.library)
        self.number = self.intake.take(data, "harbour.docx", Origin(by="Ana Ruiz"))
        self.text = self.library.report(self.number).article.text

    def decide(self, words: str, ruling: Ruling) -> None:
        start = self.text.index(words)
        self.at(Span(start=start, end=start + len(words), text=words), ruling)

    def at(self, span: Span, ruling: Ruling) -> None:
        report = self.library.report(self.number)
        key = mark(self.library.file, self.number, report, (span.start, span.end), "finding", ANA)
        about = next(m for m in self.library.marks(self.number) if m.key == key).passage()
        Ledger(self.library.file).rule(Item(self.number, "mark", key), 0, ruling, about, ANA)

    def listed(self, form: str) -> str:
        written = EXPORTS[form].write(cleared(self.library, Ledger(self.library.file), [self.number]), Path("out.txt"))
        assert isinstance(written, str)
        return written

    def taken(self) -> bytes:
        written = EXPORTS["author-word"].write(
            cleared(self.library, Ledger(self.library.file), [self.number]), Path("out.docx")
        )
        assert isinstance(written, bytes)
        return written


def commented(document: Document) -> list[tuple[str, str, str]]:
    """Each comment: the words it stands on, its author, what it says."""
    found = []
    for comment in document.comments:
        number, inside, words = str(comment.comment_id), False, ""
        for element in document.element.body.iter():
            if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == number:
                inside = True
            if element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == number:
                inside = False
            if inside and element.tag in (qn("w:t"), qn("w:delText")):
                words += element.text or ""
        found.append((words, comment.author, comment.text))
    return found


def turned_down(document: Document) -> str:
    """The text where nobody accepts what the desk changed."""
    for change in list(document.element.body.iter(qn("w:ins"))):
        if change.get(qn("w:author")) == ANA.name:
            change.getparent().remove(change)
    for change in list(document.element.body.iter(qn("w:del"))):
        if change.get(qn("w:author")) == ANA.name:
            change.tag = qn("w:smartTag")
    for text in document.element.body.iter(qn("w:delText")):
        text.tag = qn("w:t")
    return read(in_bytes(document))


def test_comments_stand_on_their_words_and_changes_are_tracked_in_the_look_of_what_they_replace(tmp_path: Path) -> None:
    at = At(tmp_path, in_bytes(draft()))
    at.decide("February 30", Ruling("mend", "No such day.", wording="March 1"))
    at.decide("12 boats", Ruling("call", whom="Harbour office"))
    made = docx.Document(io.BytesIO(at.taken()))
    words = {on: (author, said) for on, author, said in commented(made)}
    assert words["February 30March 1"][0] == "Ana Ruiz"
    assert "Should read: March 1" in words["February 30March 1"][1]
    assert "No such day." in words["February 30March 1"][1]
    assert "To be called: Harbour office" in words["12 boats"][1]
    inserted = next(i for i in made.element.body.iter(qn("w:ins")) if i.get(qn("w:author")) == "Ana Ruiz")
    assert inserted.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None
    numbers = [c.get(qn("w:id")) for tag in ("w:ins", "w:del") for c in made.element.body.iter(qn(tag))]
    assert len(numbers) == len(set(numbers))
    assert made.sections[0].header.paragraphs[0].text == "Draft 3, do not print"
    assert made.tables[0].cell(0, 0).text == "Boats 12"
    assert made.paragraphs[0].style.name == "Title"
    accepted = read(at.taken())
    assert accepted == at.text.replace("February 30", "March 1")
    assert turned_down(made) == at.text


def test_what_stands_in_an_unaccepted_change_of_the_author_s_is_commented_and_not_changed(tmp_path: Path) -> None:
    at = At(tmp_path, in_bytes(draft()))
    at.decide("12 boats", Ruling("mend", wording="15 boats"))
    made = docx.Document(io.BytesIO(at.taken()))
    assert [(on, "Should read: 15 boats" in said) for on, _, said in commented(made)] == [("12 boats", True)]
    assert read(at.taken()) == at.text


def test_what_stands_where_word_takes_no_comment_is_told_at_the_beginning(tmp_path: Path) -> None:
    document = draft()
    box = parse_xml(
        f"<w:r {nsdecls('w', 'wp')}><w:pict><w:txbxContent><w:p><w:r><w:t>Fares rise by half.</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>"
    )
    document.paragraphs[-1]._p.append(box)
    at = At(tmp_path, in_bytes(document))
    at.decide("by half", Ruling("mend", wording="by a third"))
    ((on, _, said),) = commented(docx.Document(io.BytesIO(at.taken())))
    assert on == "Harbour reopens"
    assert said.startswith("About “by half”")
    assert read(at.taken()) == at.text


def test_a_place_in_a_word_file_is_told_by_its_paragraph_which_the_author_can_count(tmp_path: Path) -> None:
    at = At(tmp_path, in_bytes(draft()))
    at.decide("February 30", Ruling("mend", wording="March 1"))
    at.decide("More boats", Ruling("call", whom="Harbour office"))
    listed, sheet = at.listed("corrections"), at.listed("calls")
    assert "Paragraph 2: The harbour will close again on February 30, 2019, the mayor said." in listed
    assert "Harbour reopens, paragraph 5:" in sheet
    assert "ine 3" not in listed


def test_sources_brought_later_leave_the_author_s_file_and_a_newer_draft_takes_its_place(tmp_path: Path) -> None:
    at = At(tmp_path, in_bytes(draft()))

    at.intake.bring(at.number, [Brought("log.txt", b"The office counts 12 boats.")], "Ana Ruiz")
    at.decide("February 30", Ruling("mend", wording="March 1"))
    assert read(at.taken()).count("March 1") == 1
    newer = draft()
    newer.add_paragraph("The ferry waits.")
    at.intake.next_version(at.number, in_bytes(newer), "harbour.docx", "Ana Ruiz")
    assert "The ferry waits." in read(at.taken())


def test_an_article_that_came_otherwise_is_told_in_one_line_and_not_offered(tmp_path: Path) -> None:
    (tmp_path / "tram.txt").write_text("Tram line opens\n\nIt opens on Monday, the mayor said.\n", encoding="utf-8")
    (tmp_path / "harbour.docx").write_bytes(in_bytes(draft()))
    done = run("desk", "tram.txt", "--db", "own.db", "--export", "author-word=out.docx", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "verifier: tram.txt: did not come to the desk as a Word file; take the format word\n",
    )
    assert not (tmp_path / "out.docx").exists()
    done = run("desk", "harbour.docx", "--db", "own.db", "--export", "author-word=out.docx", cwd=tmp_path)
    assert done.returncode == 0
    assert docx.Document(str(tmp_path / "out.docx")).tables
    with open_desk("--db", tmp_path / "own.db") as desk:
        visitor = desk.visitor()
        assert "own Word file" not in visitor.page("/take?article=1")
        assert "own Word file" in visitor.page("/take?article=2")
        assert visitor.http.get("/take/author-word?article=1").status_code == 409
        assert visitor.http.get("/take/author-word?article=2").content.startswith(b"PK")


def test_a_file_that_reads_otherwise_than_the_article_is_refused(tmp_path: Path) -> None:
    at = At(tmp_path, in_bytes(draft()))
    with at.library.file.writing() as db:
        db.execute("UPDATE originals SET data = ?", (in_bytes(docx.Document()),))
    with pytest.raises(InputError, match="reads otherwise"):
        EXPORTS["author-word"].write(cleared(at.library, Ledger(at.library.file)), Path("out.docx"))


def tracked(document: Document) -> list[tuple[str, str]]:
    """What goes (-) and what comes (+), in order."""
    found = []
    for change in document.element.body.iter(qn("w:ins"), qn("w:del")):
        words = "".join(e.text or "" for e in change.iter(qn("w:t"), qn("w:delText")))
        found += [("+" if change.tag == qn("w:ins") else "-", words)] * (change.get(qn("w:author")) == ANA.name)
    return found


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("The harbour may close again on", [("-", "will"), ("+", "may")]),
        ("The harbour will close on", [("-", "again ")]),
        ("Again the harbour will close again on", [("-", "The"), ("+", "Again the")]),
        ("Now The harbour will, perhaps, close again on", [("+", "Now "), ("+", ", perhaps,")]),
        ("Nobody knows", [("-", "The harbour will close again on"), ("+", "Nobody knows")]),
    ],
)
def test_only_the_words_that_differ_are_changed(tmp_path: Path, wording: str, expected: list[tuple[str, str]]) -> None:
    at = At(tmp_path, in_bytes(draft()))
    was = "The harbour will close again on"
    at.decide(was, Ruling("mend", wording=wording))
    written = EXPORTS["word"].write(cleared(at.library, Ledger(at.library.file), [at.number]), Path("out.docx"))
    assert isinstance(written, bytes)
    for made in (at.taken(), written):
        document = docx.Document(io.BytesIO(made))
        assert tracked(document) == expected
        assert read(made) == at.text.replace(was, wording)
        assert turned_down(document) == at.text


@pytest.mark.parametrize(
    ("wording", "reads"),
    [
        ("We close on Monday", '"We close on Monday," the mayor said.'),
        ("We close on Monday!", '"We close on Monday!" the mayor said.'),
        ("Nobody knows", '"Nobody knows," the mayor said.'),
        ("We will close on Sunday", '"We will close on Sunday" the mayor said.'),
    ],
)
def test_the_comma_before_who_said_it_stays_where_the_wording_leaves_it_out(
    tmp_path: Path, wording: str, reads: str
) -> None:
    document = docx.Document()
    document.add_paragraph("Harbour closes", style="Title")
    document.add_paragraph('"We will close on Sunday," the mayor said.')
    at = At(tmp_path, in_bytes(document))
    at.decide("We will close on Sunday,", Ruling("mend", wording=wording))
    assert reads in read(at.taken())


RUNS = st.lists(st.text(alphabet="ab ,é\t\u4e2d", min_size=1, max_size=6), min_size=1, max_size=5)


@given(st.lists(RUNS, min_size=1, max_size=4), st.data())
@settings(max_examples=12, deadline=None)
def test_whatever_the_runs_accepting_gives_the_wording_and_declining_the_draft(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[list[str]], data: st.DataObject
) -> None:
    document = docx.Document()
    document.add_paragraph("Harbour reopens today")
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, words in enumerate(runs):
            paragraph.add_run(words).italic = bool(number % 2)
        paragraph._p.append(OxmlElement("w:proofErr"))
    at = At(tmp_path_factory.mktemp("desk"), in_bytes(document))
    lines = [line for line in at.text.split("\n\n") if line]
    line = data.draw(st.sampled_from(lines))
    low = data.draw(st.integers(0, len(line) - 1))
    high = data.draw(st.integers(low + 1, len(line)))
    if not line[low:high].strip():
        return
    start = at.text.index(line) + low
    words = line[low:high].split()
    kept = [w for w in words for _ in range(data.draw(st.sampled_from([1, 1, 1, 0, 2])))]
    new = " ".join(["NEW", *kept, "END"] if kept else ["NEW"])
    at.at(Span(start=start, end=start + high - low, text=line[low:high]), Ruling("mend", wording=new))
    made = docx.Document(io.BytesIO(at.taken()))
    assert len(list(made.comments)) == 1
    found = next(m.span for m in at.library.marks(at.number))
    comma = "," * (found.end - found.start > 1 and found.text.endswith(","))  # the sentence's, which the wording leaves
    expected = at.text[: found.start] + new + comma + at.text[found.end :]
    assert read(at.taken()) == expected
    assert turned_down(made) == at.text

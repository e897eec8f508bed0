"""Files that keep a parser busy are cut off, and the next file is read as if nothing had been."""

import os
import signal
import zlib
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from unittest.mock import Mock

import pytest

from tests.article.test_formats import LEAD, pdf
from verifier import InputError
from verifier.article import _apart, _pdf, read_apart, read_bytes


def busy(pages: int) -> bytes:
    """A PDF of a few kilobytes whose pages all show the same words, very often, from one packed stream."""
    packed = zlib.compress(b"BT /F 9 Tf (x) Tj ET " * 50_000, 9)
    kids = " ".join(["3 0 R"] * pages)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources 5 0 R >>",
        f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream",
        b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


def test_a_small_file_that_takes_for_ever_is_cut_off_and_the_next_is_read() -> None:
    """It is the processor's time that is counted: by the clock the file has a quarter of an hour."""
    hostile = busy(50)
    assert len(hostile) < 5_000
    with pytest.raises(InputError, match=r"^slow\.pdf: takes more than 1 s to read, far more than an article"):
        _apart.read(hostile, "slow.pdf", None, _apart.Allowance(seconds=1, patience=1_000))
    good = pdf([LEAD[:60]])
    assert read_apart(good, "good.pdf") == read_bytes(good, "good.pdf")


def test_what_only_waits_is_ended_by_the_clock() -> None:
    read_apart(page(1), "first.html")
    for process in readers():
        os.kill(process, signal.SIGSTOP)
    with pytest.raises(InputError, match="takes more than 1 s to read"):
        _apart.read(page(2), "second.html", None, _apart.Allowance(seconds=1, patience=1))
    assert "Ferry 3" in read_apart(page(3), "third.html").text


def test_ctrl_c_in_the_terminal_ends_no_reader() -> None:
    """It reaches every process there; what becomes of the run its own process says."""
    read_apart(page(1), "first.html")
    before = readers()
    for process in before:
        os.kill(process, signal.SIGINT)
    read_apart(page(2), "second.html")
    assert readers() == before


def test_a_file_that_takes_all_memory_is_refused() -> None:
    large = b"<html><body><p>" + LEAD.encode() * 40_000 + b"</p></body></html>"
    with pytest.raises(InputError, match=r"^big\.html: takes more memory than there is for it to read"):
        _apart.read(large, "big.html", None, _apart.Allowance(memory=1))


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.eml", "saved-without-an-ending"])
def test_whatever_needs_a_parser_is_read_in_a_process_that_can_be_ended(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(_apart, "read", lambda *args: asked.append(args))
    data = b"<!doctype html><p>The ferry sails.</p>"
    read_apart(data, name)
    assert asked == [(data, name, None)]


def test_what_is_wrong_with_a_file_is_told_as_ever() -> None:
    broken = {
        "a.pdf": b"%PDF-1.4 nothing",
        "a.docx": b"PK no zip",
        "a.html": b"<html></html>",
        "a.eml": b"To: desk\n\n",
    }
    for name, data in broken.items():
        with pytest.raises(InputError) as told:
            read_bytes(data, name)
        with pytest.raises(InputError) as apart:
            read_apart(data, name)
        assert str(apart.value) == str(told.value)
        assert apart.value.path == name


def page(number: int) -> bytes:
    return f"<!doctype html><html><body><p>{f'Ferry {number} sails at noon. ' * 20}</p></body></html>".encode()


def readers() -> list[int]:
    return [one.process for one in _apart._idle if one.process]


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM])
def test_a_reader_that_was_ended_by_somebody_costs_no_file(ended: signal.Signals) -> None:
    """Ctrl-C reaches it, too, and a machine that is short of memory ends whatever it likes."""
    read_apart(page(1), "first.html")
    for process in readers():
        os.kill(process, ended)
    assert "Ferry 2" in read_apart(page(2), "second.html").text


def test_whoever_reads_at_once_gets_each_his_own() -> None:
    def read(number: int) -> bool:
        return all(f"Ferry {number} " in read_apart(page(number), f"{number}.html").text for _ in range(20))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(read, range(4)))


def test_what_was_being_read_when_somebody_interrupted_is_no_answer_to_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_apart(page(1), "first.html")
    with monkeypatch.context() as patched:
        patched.setattr(Connection, "poll", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            read_apart(page(2), "second.html")
    assert "Ferry 3" in read_apart(page(3), "third.html").text


def test_a_book_in_pdf_is_refused_by_its_pages_before_any_is_read() -> None:
    with pytest.raises(InputError, match=r"^book\.pdf: 301 pages, more than an article"):
        _apart.read(busy(301), "book.pdf", None, _apart.Allowance(seconds=2))


def test_a_pdf_with_far_too_much_text_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pdf, "_MAX_CHARACTERS", 40)
    with pytest.raises(InputError, match="more text than an article"):
        read_bytes(pdf([LEAD[:60]]), "long.pdf")


def test_whatever_a_pdf_makes_its_reader_stumble_over_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pdf.pypdf, "PdfReader", Mock(side_effect=ZeroDivisionError))
    with pytest.raises(InputError, match=r"^odd\.pdf: no readable PDF"):
        read_bytes(pdf([LEAD[:60]]), "odd.pdf")

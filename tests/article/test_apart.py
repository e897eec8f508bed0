"""Files that keep a parser busy are cut off, and the next file is read as if nothing had been."""

import zlib

import pytest

from tests.article.test_formats import LEAD, pdf
from verifier import InputError
from verifier.article import _apart, read_apart, read_bytes

SECOND = _apart.Allowance(seconds=1)


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


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_apart.read, "__defaults__", (SECOND,))


@pytest.mark.usefixtures("impatient")
def test_a_small_file_that_takes_for_ever_is_cut_off_and_the_next_is_read() -> None:
    hostile = busy(50)
    assert len(hostile) < 5_000
    with pytest.raises(InputError, match=r"^slow\.pdf: takes more than 1 s to read, far more than an article"):
        read_apart(hostile, "slow.pdf")
    good = pdf([LEAD[:60]])
    assert read_apart(good, "good.pdf") == read_bytes(good, "good.pdf")


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

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import InputError
from verifier.article import expand, read, read_bytes

TEXT = "Café owner wins\n\n“It’s ours,” she said — and left. The €5 fee stays.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_detected(encoding: str) -> None:
    assert read_bytes(TEXT.encode(encoding), "a.txt").text == TEXT


def test_the_text_is_kept_verbatim() -> None:
    data = ("\ufeff" + TEXT.replace("\n", "\r\n") + "\x00end").encode()
    article = read_bytes(data, "a.txt")
    assert article.text == data.decode()
    assert article.paragraphs[0].span.of(article.text) == "Café owner wins"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (bytes(range(256)) * 20, "binary"),
        (b"\xd0\xcf\x11\xe0abc", "old Office"),
        (b"?!...", "no words"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_bytes(data, "a.txt")
    assert "\n" not in str(caught.value)


_NOISE = b"".join((0x2020 + 7919 * n % 0xB000).to_bytes(2, "little") + b" \xe1 \x00" for n in range(4_000))
_WALL = "The ferry leaves at noon, the mayor said. " * 20


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe" + _NOISE, "not text"),
        (b"\xff\xfe" + _WALL.encode(), "UTF-16"),
        (b"\xfe\xff" + _WALL.encode("utf-16-le"), "UTF-16"),
    ],
    ids=["noise", "UTF-8 behind the mark of UTF-16", "the other byte order"],
)
def test_a_mark_of_utf_16_before_something_else_makes_no_article(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize(
    "words", ["市长王强说，新的桥梁将开放。" * 20, "Мэр сообщил: мост открыт. " * 20, "시장은 말했다 " * 40]
)
def test_utf_16_in_other_scripts_is_read(words: str) -> None:
    assert read_bytes(words.encode("utf-16"), "a.txt").text == words


def test_a_huge_file_is_refused_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word " * 100)
    with pytest.raises(InputError, match="larger than"):
        read(path, max_bytes=100)
    assert read(path, max_bytes=None).text.startswith("word")


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="no articles"):
        expand(str(tmp_path))
    with pytest.raises(InputError, match="no file matches"):
        expand(str(tmp_path / "*.txt"))
    with pytest.raises(InputError):
        read("a\x00b")


def test_folders_and_globs(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/d.jpg", ".hidden/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert [p.name for p in expand(str(tmp_path))] == ["a.md", "b.txt", "c.html"]
    assert [p.name for p in expand(f"{tmp_path}/*.txt")] == ["b.txt"]
    assert [p.name for p in expand(f"{tmp_path}/**/*.jpg")] == ["d.jpg"]
    assert expand("anything.txt") == [Path("anything.txt")]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".txt", ""]))
def test_any_bytes_give_an_article_or_an_input_error(data: bytes, ending: str) -> None:
    try:
        article = read_bytes(data, "a" + ending)
    except InputError:
        return
    assert len(article.plain) == len(article.text)
    for sentence in article.sentences:
        holder = article.paragraphs[sentence.paragraph].span
        assert holder.covers(sentence.span)

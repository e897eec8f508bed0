import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.article._plain import FILL, plain
from verifier.reading import words

ODD = st.sampled_from(
    list("“”‘’\"'\r\n\x00\xa0\u200b\u202e\ufeff\xad&;aÃâ€™œ\x9d\x93 .#x82") + ["&quot;", "â€œ", "â€™", "Ã©"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ODD, max_size=40).map("".join) | st.text(max_size=60))
def test_the_plain_view_has_the_length_of_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_ordinary_text_is_left_alone() -> None:
    text = "“It’s fine,” Ms. Żak—the café’s owner—said.\nIt cost €5…"
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\xa0b\u2009c\td", "a b c d"),
        ("a\r\nb\rc", "a \nb\nc"),
        ("â€œHi,â€\x9d he said", "  “Hi,”   he said"),
        ("so &quot;Hi,&quot; he said", 'so      "Hi,"      he said'),
        ("\x93Hi\x94", "“Hi”"),
        ("❝Hi❞ and ＂so＂, ❛he❜", '“Hi” and "so", ‘he’'),
        ("Â£5", "£ 5"),
        ("CAFÉ” he", "CAFÉ” he"),
        ("\ufeffHead", " Head"),
        ("end\x00 of", "end" + FILL + " of"),
    ],
)
def test_what_becomes_what(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("inter\u00adnational law", ["international", "law"]),
        ("they donâ€™t", ["they", "don’t"]),
        ("Trumpâ€™s plan", ["Trump", "’s", "plan"]),
        ("the cafÃ© closed", ["the", "café", "closed"]),
        ("don&#8217;t", ["don’t"]),
        ("zero\u200bwidth", ["zerowidth"]),
    ],
)
def test_a_word_stays_one_word_and_its_span_covers_what_was_read(text: str, forms: list[str]) -> None:
    found = words.split(plain(text))
    assert found.forms == forms
    assert "".join(text[a:b] for a, b in zip(found.starts, found.ends, strict=True)) == text.replace(" ", "")

"""Which quotation marks belong together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.credits import credited
from verifier import languages
from verifier.article import from_text
from verifier.reading import marks, quotations, words

PAIRED = [
    ('"A plain one," he said.', ['"A plain one,"']),
    ("“A curly one,” he said.", ["“A curly one,”"]),
    ("''A typed one,'' he said. ``And another.''", ["''A typed one,''", "``And another.''"]),
    ("«A French one», he said.", ["«A French one»"]),
    ("‘A single one,’ he said.", ["‘A single one,’"]),
    ("'A straight single one,' he said.", ["'A straight single one,'"]),
    ("\"He told me 'no' twice,\" she said.", ["\"He told me 'no' twice,\""]),
    ("“He called it “a jewel” and left,” she said.", ["“He called it “a jewel” and left,”"]),
    ('"He said "yes" to me," she said.', ['"He said "yes" to me,"']),
    ("The sailors' hut isn't the '90s captain's.", []),
    ('The mast is 6\'2" and the screen 24" wide.', []),
    ("'He was 6' 4\" and thin,' she said.", ["'He was 6' 4\" and thin,'"]),
    ("'It is 12' high,' he said. 'No, 9'.'", ["'It is 12' high,'", "'No, 9'.'"]),
    ("She wrote 'a 9' and 'ten' on it.", ["'a 9'", "'ten'"]),
    ("Rock 'n' roll and the boys' 'em.", []),
    ("”Typed the wrong way round,” he said.", ["”Typed the wrong way round,”"]),
    ("It was “wrong at the end.“", ["“wrong at the end.“"]),
]


def quoted(text: str) -> list[str]:
    article = from_text(text)
    tokens = words.split(article.plain)
    return [
        q.marks.of(text) for q in quotations.find(article, tokens, marks.pair(article, tokens, languages.known("en")))
    ]


def strays(text: str) -> list[str]:
    article = from_text(text)
    return [s.of(text) for s in marks.pair(article, words.split(article.plain), languages.known("en")).strays]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_marks_that_belong_together(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert strays(text) == []


def test_a_long_quotation_repeats_its_opening_mark() -> None:
    text = "She spoke.\n\n“We begin today.\n\n“We end tomorrow,” she said."
    assert quoted(text) == ["“We begin today.", "“We end tomorrow,”"]
    assert strays(text) == []


def test_a_long_quotation_may_be_opened_only_once() -> None:
    text = 'She wrote:\n\n"We begin today.\n\nWe go on.\n\nWe end tomorrow."\n\nShe left.'
    assert quoted(text) == ['"We begin today.', "We go on.", 'We end tomorrow."']
    assert strays(text) == []


@pytest.mark.parametrize("text", ['He said "we will go. Then he left.', 'We will go," he said on Friday.'])
def test_a_mark_without_a_partner(text: str) -> None:
    assert strays(text) == ['"']


@given(st.text(alphabet="\"“”'’‘`«» ab.,\n", max_size=120))
def test_quotations_never_overlap_and_stay_inside(text: str) -> None:
    text = "a" + text
    article = from_text(text)
    tokens = words.split(article.plain)
    found = quotations.find(article, tokens, marks.pair(article, tokens, languages.known("en")))
    for q in found:
        assert 0 <= q.marks.start <= q.span.start < q.span.end <= q.marks.end <= len(text)
    for a, b in pairwise(found):
        assert a.marks.end <= b.marks.start


@pytest.mark.parametrize("first", ['We start with the hull", he said.', 'We start with the hull," he said.'])
def test_what_stands_between_two_marks_that_are_both_wrong_is_no_quotation(first: str) -> None:
    text = f'Morning at the yard\n\nIvo Strand met his crew.\n\n{first} "Then there will be paint.\n\nIt rained.'
    assert quoted(text) == []
    assert len(strays(text)) == 2


def test_a_space_on_the_wrong_side_of_a_mark_loses_no_quotation() -> None:
    assert quoted('He said" It is over "and left.') == ['" It is over "']


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“The roof leaks, said Captain Lee, who is 70. “We need help,” said Joan Pike, the clerk.",
            [("Captain Lee", "“The roof leaks,"), ("Joan Pike", "“We need help,”")],
        ),
        (
            "“The roof leaks,” said Ada Cole. “We need help, said Joan Pike on Monday.",
            [("Ada Cole", "“The roof leaks,”"), ("Joan Pike", "“We need help,")],
        ),
        (
            '"Is it safe? asked Nils Brandt. "No," said Ada Cole.',
            [("Nils Brandt", '"Is it safe?'), ("Ada Cole", '"No,"')],
        ),
        (
            "“The roof leaks, she told me, and my uncle said Nils would mend it. He never did,” said Bo Ek.",
            [("Bo Ek", "“The roof leaks, she told me, and my uncle said Nils would mend it. He never did,”")],
        ),
    ],
)
def test_a_quotation_whose_end_was_forgotten_ends_where_its_speaker_is_told(
    text: str, said: list[tuple[str, str]]
) -> None:
    assert credited(f"The parish met.\n\n{text}\n\nThe bishop was away.") == said

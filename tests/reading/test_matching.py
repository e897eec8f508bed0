"""Keys, likeness and alignment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.article import Article, from_text
from verifier.reading import matching, words
from verifier.reading.words import Words


def read(text: str) -> tuple[Article, Words, list[str]]:
    article = from_text(text)
    tokens = words.split(article.plain)
    return article, tokens, matching.keys(tokens)


@pytest.mark.parametrize(
    "same",
    ["killed deaths died dying dead", "raises raised rising rose", "vote votes voting", "children kids", "stop stopped"]
    + ["company companies firm", "men man", "taxes tax", "injured wounds", "carry carried carries", "fell falling"],
)
def test_forms_of_one_word_share_a_key(same: str) -> None:
    assert len({matching.key(word) for word in same.split()}) == 1


@pytest.mark.parametrize(("a", "b"), [("killed", "injured"), ("men", "women"), ("rose", "fell"), ("voters", "votes")])
def test_different_things_do_not(a: str, b: str) -> None:
    assert matching.key(a) != matching.key(b)


def test_the_sentence_that_tells_the_same_is_found() -> None:
    article, tokens, keys = read(
        "Two hurt as ferry hits pier\n\nRain fell all night.\n\nA ferry hit a pier and two people were hurt.\n\nTea."
    )
    found = matching.index(article, tokens, keys).like(article.sentences[0])
    assert found[0].sentence.index == 2
    assert found[0].score > 0.9


def test_alignment_shows_where_two_sentences_differ() -> None:
    article, tokens, keys = read("The mill will close 19 ovens in June.\n\nThe mill closed 39 ovens in June.")
    a, b = (tokens.inside(s.span) for s in article.sentences)
    pairs = matching.align(keys, a, b)
    assert [tokens.forms[i] for i, _ in pairs] == ["mill", "close", "ovens", "June"]
    assert ("19", "39") in [
        (" ".join(tokens.forms[i] for i in left), " ".join(tokens.forms[j] for j in right))
        for left, right in matching.slots(pairs, a, b)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["ship", "ships", "sank", "a", "19", ".", "storm"])), st.lists(st.sampled_from("ab19")))
def test_alignments_keep_the_order_of_both_sides(left: list[str], right: list[str]) -> None:
    keys = [matching.key(w) for w in left + ["ship", "storm"] + right]
    a, b = range(len(left)), range(len(left), len(keys))
    pairs = matching.align(keys, a, b)
    assert all(keys[i] == keys[j] for i, j in pairs)
    assert pairs == sorted(pairs)
    assert [j for _, j in pairs] == sorted({j for _, j in pairs})
    covered = [t for s in matching.slots(pairs, a, b) for part in s for t in part] + [t for p in pairs for t in p]
    assert sorted(covered) == list(range(len(keys)))

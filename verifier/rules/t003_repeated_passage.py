"""The same passage twice (T003)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from verifier._shortening import short
from verifier.article import Article, Sentence, Span
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._rule import Problem, rule

_LEAST_WORDS = 6  # shorter sentences may be a refrain
_LEAST_WORDS_OF_HEADLINE = 4
_SHOWN = 57  # characters of a passage that a message shows
_SHINGLE = 4
_LONG = 14  # words from which a passage is compared word by word and not only as a whole
_MARKS = frozenset("\"'“”‘’.,;:!?()[]-–—*_|#>")
_TELLING = 5  # letters from which a word tells one passage from another
_KNOWN = 0.8  # share of the longer words that stood in the article before
_LOOKED_UP = 8  # earlier places of a word that are looked at, so that the work stays linear
_ALIKE = 0.7  # share of shingles that two near-identical passages have in common


@rule(
    "T003",
    "repeated-passage",
    "info",
    what="A headline, sentence or paragraph that stands in the article twice, or nearly so; one that stands there more "
    "often is one finding with all its places.",
    why="A doubled passage is left over from editing or pasting; where the two differ, one is an older version.",
    fires=(
        "Harbour bridge to close\n\nHarbour bridge to close\n\nThe bridge closes in May.",
        "The bridge closes in May for two weeks. Ferries will run. The bridge closes in May for two weeks.",
        "A\n\nThe bridge will close in May for two weeks while beams are replaced, the city council said on Monday."
        "\n\nFerries run.\n\nThe bridge will close in May for six weeks while beams are replaced, the city council "
        "said on Monday.",
        "Closing\n\nThe bridge closes in May for good.\n\nFerries run.\n\nTHE BRIDGE CLOSES IN MAY FOR GOOD.",
    ),
    passes=(
        "“We shall see.” The mayor left. “We shall see.”",
        "The bridge closes in May, the council said on Monday. The bridge opens in June, the council said on Friday.",
        "Harbour bridge to close\n\nThe harbour bridge is to close in May.",
        "Q: And then?\n\nA: We left.\n\nQ: And then?\n\nA: We came back.",
    ),
)
def repeated(analysis: Analysis) -> Iterator[Problem]:
    """Passages whose words, marks and case aside, were seen before; long ones also where most of their words were.

    A passage that stands there many times is one problem with many places, and no problem for each of them.
    """
    article = analysis.article
    found: dict[Span, list[Span]] = {}
    called: dict[Span, str] = {}
    for first, again, what in _copies(analysis):
        found.setdefault(first, []).append(again)
        called.setdefault(first, what)
    for first, copies in found.items():
        yield _problem(article, first, copies, called[first])


def _copies(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """Where a passage stands first, where it stands again, and what to call it."""
    article, words = analysis.article, analysis.words
    paragraphs: dict[tuple[str, ...], Span] = {}
    sentences: dict[tuple[str, ...], Span] = {}
    firsts = [bisect_left(words.starts, s.span.start) for s in article.sentences]
    done = -1
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        if paragraph.kind == "skip" or sentence.span.start < done:
            continue
        key = _key(words, sentence.span)
        if sentence.span.start == paragraph.span.start:
            whole = key if sentence.span == paragraph.span else _key(words, paragraph.span)
            first = paragraphs.setdefault(whole, paragraph.span)
            is_headline = first == article.paragraphs[0].span
            if first != paragraph.span and len(whole) >= (_LEAST_WORDS_OF_HEADLINE if is_headline else _LEAST_WORDS):
                done = paragraph.span.end
                yield first, paragraph.span, "The headline" if is_headline else "This passage"
                continue
        if len(key) < _LEAST_WORDS:
            continue
        first = sentences.setdefault(key, sentence.span)
        if first != sentence.span:
            yield first, sentence.span, "This sentence"
        elif len(key) >= _LONG and (near := _nearly(analysis, sentence, key, firsts)):
            yield near, sentence.span, "Nearly the same sentence"


def _nearly(analysis: Analysis, sentence: Sentence, key: tuple[str, ...], firsts: list[int]) -> Span | None:
    """An earlier sentence that shares most of its runs of words; looked for only where most of the longer words stood
    in the article before, and there only in the sentence that holds the most of them. ``firsts`` holds the first token
    of every sentence."""
    words, article = analysis.words, analysis.article
    start = firsts[sentence.index]
    if _is_news(words, key, start):
        return None
    telling = {low for low in key if len(low) >= _TELLING}
    old = [low for low in telling if words.places[low][0] < start]
    if len(old) < _KNOWN * len(telling):
        return None
    votes: Counter[int] = Counter()
    for low in old:
        votes.update({bisect_right(firsts, i) - 1 for i in words.places[low][:_LOOKED_UP] if i < start})
    for index, count in votes.most_common(1):
        other = article.sentences[index].span
        if count >= _ALIKE * len(telling) and index >= 0 and other.end <= sentence.span.start:
            own, its = _shingles(key), _shingles(_key(words, other))
            return other if len(own & its) >= _ALIKE * len(own) else None
    return None


def _is_news(words: Words, key: tuple[str, ...], start: int) -> bool:
    """Whether so many longer words stand in no sentence before that the others cannot be enough, however many they are;
    most sentences show that with their first words."""
    most, new = (1 - _KNOWN) * len(key), set[str]()
    for low in key:
        if len(low) >= _TELLING and words.places[low][0] >= start:
            new.add(low)
            if len(new) > most:
                return True
    return False


def _shingles(key: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {key[i : i + _SHINGLE] for i in range(len(key) - _SHINGLE + 1)}


def _key(words: Words, span: Span) -> tuple[str, ...]:
    inside = words.inside(span)
    return tuple([low for low in words.lows[inside.start : inside.stop] if low not in _MARKS])


def _problem(article: Article, first: Span, copies: list[Span], what: str) -> Problem:
    shown = short(" ".join(copies[0].of(article.text).split()), _SHOWN)
    twice = len(copies) == 1
    return Problem(
        spans=(copies[0],),
        message=f'{what} stands in the article {"twice" if twice else f"{len(copies) + 1} times"}: "{shown}".',
        question=f"Which of the {'two' if twice else len(copies) + 1} is meant to stay?",
        related=((first, "the first time"), *((again, "again") for again in copies[1:])),
    )

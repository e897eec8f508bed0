"""The same passage twice (T003)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verifier.article import Article, Sentence, Span
from verifier.language import Analysis
from verifier.language.words import Words
from verifier.rules._rule import Problem, rule

_LEAST_WORDS = 6  # shorter sentences may be a refrain
_LEAST_WORDS_OF_HEADLINE = 4
_SHINGLE = 4
_LONG = 14  # words from which a passage is compared word by word and not only as a whole
_TELLING = 5  # letters from which a word tells one passage from another
_ALIKE = 0.7  # share of shingles that two near-identical passages have in common


@rule(
    "T003",
    "repeated-passage",
    "info",
    what="A headline, sentence or paragraph that stands in the article twice, or nearly so.",
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
    """Passages whose words, marks and case aside, were seen before; long ones also where most of their words were."""
    article, words = analysis.article, analysis.words
    paragraphs: dict[tuple[str, ...], Span] = {}
    sentences: dict[tuple[str, ...], Span] = {}
    long: list[tuple[Sentence, tuple[str, ...], bool]] = []
    done = -1
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        if paragraph.kind == "skip" or sentence.span.start < done:
            continue
        if sentence.span.start == paragraph.span.start:
            key = _key(words, paragraph.span)
            first = paragraphs.setdefault(key, paragraph.span)
            is_headline = first == article.paragraphs[0].span
            if first != paragraph.span and len(key) >= (_LEAST_WORDS_OF_HEADLINE if is_headline else _LEAST_WORDS):
                done = paragraph.span.end
                yield _problem(article, first, paragraph.span, "The headline" if is_headline else "This passage")
                continue
        key = _key(words, sentence.span)
        if len(key) < _LEAST_WORDS:
            continue
        first = sentences.setdefault(key, sentence.span)
        if first != sentence.span:
            yield _problem(article, first, sentence.span, "This sentence")
        elif len(key) >= _LONG:
            long.append((sentence, key, _seen_before(words, sentence.span)))
    if any(suspect for _, _, suspect in long):
        yield from _nearly(article, long)


def _seen_before(words: Words, span: Span) -> bool:
    """Whether most of the longer words of a passage stand earlier in the article, as they must in a near copy."""
    inside = words.inside(span)
    telling = [low for low in words.lows[inside.start : inside.stop] if len(low) >= _TELLING]
    old = sum(words.places[low][0] < inside.start for low in telling)
    return old >= _ALIKE * len(telling)


def _nearly(article: Article, long: list[tuple[Sentence, tuple[str, ...], bool]]) -> Iterator[Problem]:
    """Sentences that share most of their shingles with an earlier one; each shingle remembers where it first stood,
    so that the work grows with the length of the text and not with the number of pairs."""
    first_seen: dict[int, int] = {}
    for sentence, key, suspect in long:
        own = [hash(key[i : i + _SHINGLE]) for i in range(len(key) - _SHINGLE + 1)]
        shared = Counter(first_seen.setdefault(shingle, sentence.index) for shingle in own)
        del shared[sentence.index]
        if suspect and shared:
            other, count = shared.most_common(1)[0]
            if count >= _ALIKE * len(own):
                yield _problem(article, article.sentences[other].span, sentence.span, "Nearly the same sentence")


def _key(words: Words, span: Span) -> tuple[str, ...]:
    inside = words.inside(span)
    return tuple(low for low in words.lows[inside.start : inside.stop] if low[0].isalnum())


def _problem(article: Article, first: Span, again: Span, what: str) -> Problem:
    shown = " ".join(again.of(article.text).split())
    shown = shown if len(shown) <= 60 else shown[:57].rsplit(" ", 1)[0] + " …"
    return Problem(
        spans=(again,),
        message=f'{what} stands in the article twice: "{shown}".',
        question="Which of the two is meant to stay?",
        related=((first, "the first time"),),
    )

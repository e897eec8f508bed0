"""Mentions that nothing introduces (R)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.article import Sentence, Span
from verifier.english import nouns, references, saying
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule

_LOOK_BACK = 80  # words; a longer sentence is no sentence


@rule(
    "R001",
    "dangling-reference",
    "warning",
    what="A mention that takes for granted what the article has not said yet: a letter, a ruling or a lawsuit that "
    'nothing introduces, or a bare "those" with nothing before it to mean.',
    why="What introduced it was cut or lost, and readers will tie the mention to whatever stands nearest.",
    fires=(
        "Dam plan stalls\n\nThe dam was to open in May.\n\nThe letter from the northern mayors said it would not.",
        "Dam plan stalls\n\nWork on the dam stopped in May.\n\nThe lawsuit said nobody had asked the farmers.",
        "Dam plan stalls\n\nThe dam was to open in May.\n\nEngineers say those violate the safety code.",
        "Dam plan stalls\n\nWork on the dam stopped in May.\n\nThe ruling came on a Friday.",
    ),
    passes=(
        "Dam plan stalls\n\nSix mayors wrote to the minister.\n\nThe letter from the northern mayors was curt.",
        "Dam plan stalls\n\nFarmers sued the builder in May.\n\nThe lawsuit said nobody had asked them.",
        "Dam plan stalls\n\nThe builder cut the walls and the pumps.\n\nEngineers say those violate the safety code.",
        "Dam plan stalls\n\nWork stopped in May.\n\nThe letter carrier was late. The letters page was full.",
        "Dam plan stalls\n\nWork stopped in May.\n\nThe letter from Ana Silva, a farmer, arrived on Friday.",
        "Dam plan stalls\n\nWork stopped in May. Engineers say those who built it left.",
    ),
)
def dangling(analysis: Analysis) -> Iterator[Problem]:
    """Definite documents as subjects, and bare demonstratives after a word of saying."""
    quoted = Quoted.of(analysis)
    for span, thing in [*_documents(analysis), *_demonstratives(analysis)]:
        if span.start not in quoted:
            yield Problem(
                spans=(span,),
                message=f'Nothing before "{" ".join(span.of(analysis.article.plain).split())}" says {thing}.',
                question="What does it refer to, and was the passage that introduced it cut?",
            )


def _documents(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    words, article = analysis.words, analysis.article
    for i in words.places.get("the", ()):
        if words.forms[i] != "The":
            continue
        noun = i + 2 if words.lows[i + 1 : i + 2] and words.lows[i + 1] in references.ADJECTIVES else i + 1
        if noun >= len(words) or words.lows[noun] not in references.TELLS or _told(words, words.lows[noun], i):
            continue
        sentence, paragraph = article.sentence_at(words.starts[i]), article.paragraph_at(words.starts[i])
        if not sentence or not paragraph or paragraph.kind != "body" or sentence.span.start != words.starts[i]:
            continue
        last = _end_of_phrase(words, noun, i)
        if (
            last is not None
            and sentence.index >= 2
            and references.FOLLOWS.issuperset(words.lows[last + 1 : last + 2] or ["."])
        ):
            yield words.span(i, last), f"which {words.lows[noun]} this is"


def _told(words: Words, noun: str, before: int) -> bool:
    """Whether any word that tells of the noun stands before token ``before``."""
    return any(words.places[w][0] < before for w in (noun, *references.TELLS[noun]) if w in words.places)


def _end_of_phrase(words: Words, noun: int, opener: int) -> int | None:
    """The last token of "the letter" or "the letter from the senators"; None where whom it is from says enough."""
    lows = words.lows
    if lows[noun + 1 : noun + 2] and lows[noun + 1] in {"from", "by"}:
        if lows[noun + 2 : noun + 3] != ["the"]:
            return None
        for last in range(noun + 3, min(noun + 6, len(lows))):
            low = lows[last]
            if low.endswith("s") and words.forms[last].islower():
                known = low in words.places and words.places[low][0] < opener
                return None if known or lows[noun + 3] in references.UNIQUE else last
        return None
    return noun


def _demonstratives(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    words, article = analysis.words, analysis.article
    for low in ("those", "these"):
        for i in words.places.get(low, ()):
            if (
                i == 0
                or i + 1 >= len(words)
                or words.lows[i + 1] not in references.VERBS
                or words.lows[i - 1] not in saying.BY_MANY
            ):
                continue
            sentence = article.sentence_at(words.starts[i])
            if sentence and not _has_antecedent(analysis, sentence, i):
                yield words.span(i, i + 1), f'what "{words.forms[i]}" are'


def _has_antecedent(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether a plural that could be meant stands before, in this sentence or in the main clause of the last one."""
    words, sentences = analysis.words, analysis.article.sentences
    own = range(max(words.inside(sentence.span).start, i - _LOOK_BACK), i)
    if _plural(words, own):
        return True
    if sentence.index == 0:
        return False
    before = words.inside(sentences[sentence.index - 1].span)
    return _plural(words, range(before.start, min(_main_clause(words, before), before.start + _LOOK_BACK)))


def _main_clause(words: Words, inside: range) -> int:
    """Where the first trailing participle clause begins (", lifting hopes for talks"): nothing there is a topic."""
    for i in inside[:_LOOK_BACK]:
        if words.lows[i] == "," and words.lows[i + 1 : i + 2] and words.lows[i + 1].endswith("ing"):
            return i
    return inside.stop


def _plural(words: Words, indexes: Iterable[int]) -> bool:
    return any(
        words.lows[i].endswith("s")
        and len(words.lows[i]) > 3
        and words.forms[i].islower()
        and words.lows[i].isalpha()
        and words.lows[i] not in references.PEOPLE
        and words.lows[i] not in nouns.NO_PLURALS
        and words.lows[i] not in saying.BY_MANY
        for i in indexes
    )

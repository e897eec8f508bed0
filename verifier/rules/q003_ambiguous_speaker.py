"""Q003: a speaker who could be two people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from verifier.article import Span
from verifier.english import closed
from verifier.reading import Analysis
from verifier.reading._model import Entity, NameMention
from verifier.rules import _namesakes
from verifier.rules._rule import Problem, rule

_GENDERS = {"he": "male", "she": "female"}


@rule(
    "Q003",
    "ambiguous-speaker",
    "warning",
    what='A speaker called "he" or "she" where the sentence before names two people side by side, either of whom that '
    "could be, and neither has just spoken; or a bare surname that two people named just before share. Where one of "
    "the two is the subject of that sentence, most readers take him: a candidate.",
    why="Readers will settle on one of the two, and some on the wrong one.",
    fires=(
        "Talks on the harbour\n\nSenator John Reed and Mayor Peter Holt met on Monday.\n\n"
        '"We will not sell the harbour at any price," he said.',
        "Talks on the harbour\n\nMary Reed and Susan Holt toured the harbour on Monday. She said it was a fine day.",
        "Talks on the harbour\n\nPeter and Susan Holt toured the harbour on Monday. Holt said it was a fine day.",
    ),
    passes=(
        'Senator John Reed met Mayor Peter Holt on Monday.\n\n"We will not sell the harbour," he said.',
        'Senator John Reed met Mayor Susan Holt on Monday.\n\n"We will not sell the harbour," he said.',
        'Senator John Reed said he had met Mayor Peter Holt.\n\n"We will not sell the harbour," he said.',
        'Mayor Peter Holt spoke on Monday. "We will not sell the harbour," he said.',
        "Peter Holt said his wife, Susan Holt, had toured the harbour. Holt said it was a fine day.",
        "The tour began when Holt arrived. Peter Holt and Susan Holt went by boat. Holt said it was a fine day.",
    ),
)
def ambiguous_speaker(analysis: Analysis) -> Iterable[Problem]:
    """Pronouns whose sentence before names two people alike, neither of them speaking; surnames that two share."""
    for at, attribution in enumerate(analysis.attributions):
        source = attribution.source
        if source is None:
            continue
        word = source.mention.of(analysis.article.text)
        gender = _GENDERS.get(word.lower()) if source.basis == "pronoun" else None
        rivals = _rivals(analysis, at, source.mention, gender) if gender else None
        pair = tuple((e.name, where) for e, where in rivals) if rivals else _namesakes.pair(analysis, attribution)
        if pair:
            first, second = pair
            yield Problem(
                spans=(source.mention,),
                message=f'"{word}" could be {first[0]} or {second[0]}, who are both named just before.',
                question=f"Which of the two said this: {first[0]} or {second[0]}?",
                related=((first[1], "one reading"), (second[1], "the other")),
                likely=rivals is not None and not _together(analysis, first[1], second[1]),
            )


def _together(analysis: Analysis, one: Span, other: Span) -> bool:
    """Whether the two stand side by side, so that neither is more the subject than the other: "Reed and Holt met"."""
    words = analysis.words
    between = range(words.at(one.end - 1) + 1, words.at(other.start))
    return all(words.lows[i] in closed.JOINS_NAMES or words.forms[i][0].isupper() for i in between) and len(between) > 0


def _rivals(
    analysis: Analysis, at: int, mention: Span, gender: str
) -> tuple[tuple[Entity, Span], tuple[Entity, Span]] | None:
    """The two people of this gender in the nearest sentence that names anybody, where neither speaks in it."""
    article, names = analysis.article, analysis.names
    here = article.sentence_at(mention.start)
    if here is None:
        return None
    for index in (here.index, here.index - 1):
        if index < 0:
            return None
        span = article.sentences[index].span
        if article.sentences[index].paragraph < here.paragraph - 1:
            return None
        span = Span(span.start, min(span.end, mention.start))
        people: dict[int, tuple[Entity, Span]] = {}
        for name in _named(analysis, span):
            entity = names.of(name)
            if entity.kind == "person" and not _quoted(analysis, name.span.start):
                people.setdefault(entity.index, (entity, name.span))
        if people:
            return _two(analysis, at, list(people.values()), span, gender)
    return None


def _two(
    analysis: Analysis, at: int, people: list[tuple[Entity, Span]], span: Span, gender: str
) -> tuple[tuple[Entity, Span], tuple[Entity, Span]] | None:
    if len(people) != 2 or any(entity.gender != gender for entity, _ in people):
        return None
    if any(_possessive(analysis, where) for _, where in people):
        return None
    spoken = {a.source.entity for a in analysis.attributions[max(0, at - 3) : at] if a.source}
    if spoken & {entity.index for entity, _ in people}:
        return None
    if any(a.cue is not None and span.covers(a.cue) for a in analysis.attributions[max(0, at - 3) : at]):
        return None
    return people[0], people[1]


def _possessive(analysis: Analysis, where: Span) -> bool:
    return analysis.article.plain[where.end : where.end + 2] in ("'s", "’s")


def _quoted(analysis: Analysis, offset: int) -> bool:
    at = bisect_right(analysis.quotations, offset, key=lambda q: q.marks.start) - 1
    return at >= 0 and offset < analysis.quotations[at].marks.end


def _named(analysis: Analysis, span: Span) -> Iterator[NameMention]:
    """The names in a sentence."""
    mentions = analysis.names.mentions
    at = bisect_left(mentions, span.start, key=lambda m: m.bare.start)
    while at < len(mentions) and mentions[at].bare.end <= span.end:
        yield mentions[at]
        at += 1

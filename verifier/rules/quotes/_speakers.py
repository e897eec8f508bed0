"""Q003 and Q006: who is meant, and what is added to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from verifier.article import Span
from verifier.english import saying
from verifier.reading import Analysis
from verifier.reading._model import Attribution, Entity, NameMention
from verifier.rules._rule import Problem, rule
from verifier.rules.quotes import _namesakes

_GENDERS = {"he": "male", "she": "female"}
_ALSO = frozenset("also further".split())
_NEAR = 2  # paragraphs in which the words that are added to should stand


@rule(
    "Q003",
    "ambiguous-speaker",
    "warning",
    what='A speaker called "he" or "she" where the sentence before names two people whom that could be and neither has '
    "just spoken; or a bare surname that two people named just before share.",
    why="Readers will settle on one of the two, and some on the wrong one.",
    fires=(
        "Talks on the harbour\n\nSenator John Reed met Mayor Peter Holt on Monday.\n\n"
        '"We will not sell the harbour at any price," he said.',
        "Talks on the harbour\n\nMary Reed and Susan Holt toured the harbour on Monday. She said it was a fine day.",
        "Talks on the harbour\n\nPeter and Susan Holt toured the harbour on Monday. Holt said it was a fine day.",
    ),
    passes=(
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
                (source.mention,),
                f'"{word}" could be {first[0]} or {second[0]}, who are both named just before.',
                f"Which of the two said this: {first[0]} or {second[0]}?",
                related=((first[1], "one reading"), (second[1], "the other")),
            )


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


@rule(
    "Q006",
    "orphan-continuation",
    "warning",
    what='"Lee added", "Lee also said", where nothing that Lee has said stands in the paragraphs before.',
    why="Something has been cut or moved: readers look for the words that these are added to.",
    fires=(
        "Harbour talks begin\n\nThe council meets on Monday to discuss the sale.\n\n"
        "Prices of fish have fallen for years.\n\nMayor Ann Lee added that she expects a deal.",
        "Harbour talks begin\n\nThe council meets on Monday to discuss the sale.\n\n"
        'Ann Lee also said the port was "not for sale".',
    ),
    passes=(
        "Ann Lee said the port was not for sale.\n\nLee added that she expects no deal.",
        '"We will not sell," Ann Lee said. "Never," Lee added.',
        "Harbour talks begin\n\nAnn Lee spoke on Monday.\n\nLee added that she expects no deal.",
    ),
)
def orphan_continuation(analysis: Analysis) -> Iterable[Problem]:
    """Cues of adding whose speaker is neither quoted nor named in the paragraphs just before."""
    article = analysis.article
    for attribution in analysis.attributions:
        source, cue = attribution.source, attribution.cue
        if source is None or cue is None or source.entity is None or source.basis != "explicit":
            continue
        if not _adds(analysis, attribution):
            continue
        entity = analysis.names.entities[source.entity]
        paragraph = article.paragraph_at(cue.start)
        if paragraph is None or _heard_before(analysis, attribution, entity, paragraph.index):
            continue
        if _joins_in(analysis, attribution, entity, paragraph.index):
            continue
        words = f"{source.mention.of(article.text)} {cue.of(article.text)}"
        yield Problem(
            (Span(min(source.mention.start, cue.start), max(source.mention.end, cue.end)),),
            f'"{" ".join(words.split())}" adds to something, but nothing that {entity.name} said stands just before.',
            f"What did {entity.name} say before this, and has it been cut or moved?",
        )


def _adds(analysis: Analysis, attribution: Attribution) -> bool:
    assert attribution.cue is not None  # noqa: S101 - the caller has looked
    words = analysis.words
    tokens = words.inside(attribution.cue)
    lows = words.lows[tokens.start : tokens.stop]
    if any(low in saying.ADDS for low in lows):
        return True
    before = words.lows[tokens.start - 1] if tokens.start else ""
    return any(low in saying.SAYS for low in lows) and (before in _ALSO or bool(_ALSO.intersection(lows)))


def _joins_in(analysis: Analysis, attribution: Attribution, entity: Entity, paragraph: int) -> bool:
    """Whether somebody named here for the first time adds to what another has just been quoted as saying."""
    assert attribution.source is not None  # noqa: S101 - the caller has looked
    if not attribution.index or attribution.source.mention.end - attribution.source.mention.start <= len(entity.name):
        return False
    before = analysis.attributions[attribution.index - 1]
    place = analysis.article.paragraph_at(before.content[-1].start)
    return before.kind == "direct" and place is not None and place.index >= paragraph - 1


def _heard_before(analysis: Analysis, attribution: Attribution, entity: Entity, paragraph: int) -> bool:
    """Whether the speaker speaks or is named in this paragraph, before, or in the paragraphs just before it."""
    assert attribution.source is not None  # noqa: S101 - the caller has looked
    first = analysis.article.paragraphs[max(0, paragraph - _NEAR)].span.start
    end = min(attribution.source.mention.start, attribution.content[0].start)
    near = Span(first, end)
    at = bisect_left(entity.mentions, first, key=lambda m: m.bare.start)
    for name in entity.mentions[at : at + 3]:
        place = analysis.article.paragraph_at(name.bare.start)
        if near.covers(name.bare) and place is not None and place.kind != "headline":
            return True
    return any(
        a.source is not None and a.source.entity == entity.index and first <= a.content[0].start < end
        for a in analysis.attributions[max(0, attribution.index - 12) : attribution.index]
    )

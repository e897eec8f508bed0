"""Q006: words that are added to nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from verifier.article import Span
from verifier.english import saying, titles
from verifier.reading import Analysis
from verifier.reading._model import Attribution, Entity
from verifier.rules._rule import Problem, rule

_ALSO = frozenset("also further".split())
_NEAR = 2  # paragraphs in which the words that are added to should stand


@rule(
    "Q006",
    "orphan-continuation",
    "info",
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
        if entity.kind != "person" or _somebody_speaks(analysis, attribution, paragraph.index):
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
        return tokens.stop - tokens.start == 1
    before = words.lows[tokens.start - 1] if tokens.start else ""
    return any(low in saying.SAYS for low in lows) and (before in _ALSO or bool(_ALSO.intersection(lows)))


def _somebody_speaks(analysis: Analysis, attribution: Attribution, paragraph: int) -> bool:
    """Whether a person, whoever it is, speaks in this paragraph or those before it: the words may be added to that, or
    "he" and "the spokesman" there may be this speaker."""
    first = analysis.article.paragraphs[max(0, paragraph - _NEAR)].span.start
    for at in range(attribution.index - 1, -1, -1):
        other = analysis.attributions[at]
        place = (other.cue or other.content[0]).start
        if place < first:
            return False
        source = other.source
        if source is None or source.basis == "pronoun":
            return True
        known = source.entity is not None and analysis.names.entities[source.entity].kind == "person"
        tokens = analysis.words.inside(source.mention)
        role = any(analysis.words.lows[i] in titles.ROLES for i in tokens)
        if known or role:
            return True
    return False


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

"""Contents: the places that an attribution says are said, and whether they say anything."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Span
from verifier.english import closed, cues, grammar, titles
from verifier.reading import Analysis, event_words, matching, tags
from verifier.reading._model import Attribution

SAME = 0.5
"""Two contents that share this much of what either holds are one statement."""
_LEAST = 3
"""Words of a content that may take the place of a longer one."""
_ACTING = frozenset((tags.VERB, tags.AUXILIARY, tags.CONTRACTED, tags.NOUN_OR_VERB, tags.TO))
_AROUND_A_NAME = grammar.DETERMINERS.union(titles.HONORIFICS) | closed.AFTER_AN_OWNER | {"and", "or"}
_POINTING = closed.DEFINITE_AND_POSSESSIVES | closed.DEMONSTRATIVES | {"that", "its", "your"}
_ALONE = 2
"""Words of a phrase that only takes up what was told: "the policy"."""


def shares(spans: Sequence[Span], content: Span) -> float:
    """How much two contents share of what either holds, in characters."""
    common = sum(max(0, min(s.end, content.end) - max(s.start, content.start)) for s in spans)
    whole = sum(s.end - s.start for s in spans) + content.end - content.start - common
    return common / whole if whole else 0.0


def without(text: str, content: Span, *inner: Span) -> tuple[Span, ...]:
    """The content around a cue and a source that stand inside it."""
    parts = [content]
    for hole in inner:
        cut = []
        for part in parts:
            edges = (Span(part.start, hole.start), Span(hole.end, part.end)) if part.overlaps(hole) else (part,)
            cut += [trimmed for edge in edges if (trimmed := _trimmed(text, edge)) is not None]
        parts = cut
    return tuple(parts) or (content,)


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without the blanks and commas at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(start, end) if start < end else None


def says_nothing(analysis: Analysis, content: Span, cue: Span) -> bool:
    """Whether a content only is what somebody has an attitude to: a pronoun, a name, or a noun that takes up what was
    told ("supports [her]", "attacked [Holt]", "opposes [the policy]").

    A noun that tells what is or would be done says something ("opposes the closure"), and so does whatever stands
    beside a verb of saying.
    """
    words = analysis.words
    if any(cues.is_saying(words.lows[i]) for i in words.inside(cue)):
        return False
    inside = [i for i in words.inside(content) if words.forms[i][0].isalnum() or words.lows[i] in closed.AFTER_AN_OWNER]
    named = {i for mention in analysis.names.within(content) for i in words.inside(mention.span)}
    plain = [i for i in inside if i not in named]
    if any(analysis.tags[i] in _ACTING or words.lows[i].endswith("ing") for i in plain):
        return False
    if not inside or (all(words.lows[i] in closed.ANY_PRONOUN | closed.DEMONSTRATIVES for i in plain) and not named):
        return True
    if all(words.lows[i] in _AROUND_A_NAME for i in plain):
        return bool(named)
    pointing = len(inside) == len(plain) == _ALONE and words.lows[inside[0]] in _POINTING
    return pointing and not event_words.events(matching.key(words.lows[inside[1]]))


def shorter(analysis: Analysis, known: Attribution, content: Span, cue: Span, source: Span) -> bool:
    """Whether a content is a part of the rules' for what the same one says with the same cue, in running words: where
    it ends is then better told by who read it than by where a clause may end."""
    if known.quotations or known.cue is None or known.source is None or len(known.content) != 1:
        return False
    one = known.cue.overlaps(cue) and known.source.mention.overlaps(source)
    (whole,) = known.content
    cut = whole.covers(content) and not content.covers(whole)
    quoted = any(q.marks.overlaps(whole) for q in analysis.quotations)
    return one and cut and not quoted and len(analysis.words.inside(content)) >= _LEAST

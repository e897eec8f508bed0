"""Contents: the places that an attribution says are said."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Span
from verifier.reading import Analysis
from verifier.reading._model import Attribution

SAME = 0.5
"""Two contents that share this much of what either holds are one statement."""
_LEAST = 3
"""Words of a content that may take the place of a longer one, and words by which it must be shorter."""


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


def shorter(analysis: Analysis, known: Attribution, content: Span, cue: Span, source: Span) -> bool:
    """Whether a content is a part of the rules' for what the same one says with the same cue, in running words: where
    it ends is then better told by who read it than by where a clause may end."""
    if known.quotations or known.cue is None or known.source is None or len(known.content) != 1:
        return False
    one = known.cue.overlaps(cue) and known.source.mention.overlaps(source)
    (whole,) = known.content
    cut = whole.covers(content) and not content.covers(whole)
    quoted = any(q.marks.overlaps(whole) for q in analysis.quotations)
    kept, all_of_it = (len(analysis.words.inside(span)) for span in (content, whole))
    return one and cut and not quoted and kept >= _LEAST and all_of_it - kept >= _LEAST

"""Edits that no quote and no claim shows: nothing that was changed in a text goes untold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from verifier.diff.alignment import align
from verifier.diff.models import Change
from verifier.diff.wording import Edit, Token, Words, edits, told
from verifier.report._lines import Lines
from verifier.report.models import Claim, Quote, Report, Span


def compare_passages(old: Report, new: Report, old_words: Words, new_words: Words) -> tuple[Change[Span], ...]:
    """Sentences that are new, gone or changed outside the quotes, the claims and the words that credit them."""
    before, after = _Sentences(old), _Sentences(new)
    matched = align([s.text for s in before.spans], [s.text for s in after.spans])
    partner = {j: i for i, j in matched.pairs}
    found: list[Change[Span]] = []
    for j, span in enumerate(after.spans):
        if j not in partner:
            if not after.touched(span.start, span.end):
                found.append(_change(None, span, before, after, []))
            continue
        known = before.spans[partner[j]]
        made = [e for e in edits(old_words.of([known]), new_words.of([span])) if _untold(e, before, after)]
        if made:
            found.append(_change(known, span, before, after, told(made)))
    gone = [before.spans[i] for i in matched.gone]
    return (*found, *(_change(s, None, before, after, []) for s in gone if not before.touched(s.start, s.end)))


class _Sentences:
    """One report's sentences, and the stretches that its quotes and claims speak of."""

    def __init__(self, report: Report) -> None:
        text = report.article.text
        self.lines = Lines(text)
        self.spans = [Span(start=s.start, end=s.end, text=text[s.start : s.end]) for s in report.article.sentences]
        things: list[Quote | Claim] = [*report.quotes, *report.claims]
        held = _merged((s.start, s.end) for thing in things for s in _places(thing))
        self._starts = [start for start, _ in held]
        self._ends = [end for _, end in held]

    def touched(self, start: int, end: int) -> bool:
        """Whether a quote, a claim or what credits it lies in this stretch."""
        return bisect_right(self._ends, start) < bisect_left(self._starts, end)

    def touch(self, tokens: Sequence[Token]) -> bool:
        """Whether one of these words lies in such a stretch."""
        return any(self.touched(token.start, token.end) for token in tokens)


def _untold(edit: Edit, before: _Sentences, after: _Sentences) -> bool:
    return not (before.touch(edit.old) or after.touch(edit.new))


def _places(thing: Quote | Claim) -> list[Span]:
    spans = [thing.span] if isinstance(thing, Quote) else list(thing.spans)
    outlets = thing.via if isinstance(thing, Claim) else (thing.outlet,) if thing.outlet else ()
    return [
        *spans,
        *([thing.speaker.mention] if thing.speaker else []),
        *([thing.cue] if thing.cue else []),
        *(outlet.span for outlet in outlets),
    ]


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _change(
    old: Span | None, new: Span | None, before: _Sentences, after: _Sentences, words: list[str]
) -> Change[Span]:
    return Change(
        change="new" if old is None else "gone" if new is None else "changed",
        old=old,
        new=new,
        old_place=before.lines.at(old.start) if old else None,
        new_place=after.lines.at(new.start) if new else None,
        words=tuple(words),
    )

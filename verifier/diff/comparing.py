"""Two reports held side by side: what is new, gone or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from verifier.diff import credits
from verifier.diff.alignment import align
from verifier.diff.findings import compare_findings
from verifier.diff.models import SCHEMA_VERSION, Change, Difference, Same, Side
from verifier.diff.notes import article_words, notes
from verifier.diff.passages import compare_passages
from verifier.diff.wording import Edit, Words, edits, told
from verifier.report._lines import Lines
from verifier.report.models import Claim, Quote, Report, Span

Piece = TypeVar("Piece", Quote, Claim)


def compare(old: Report, new: Report) -> Difference:
    """What differs between two reports, in the order of the new text, what is gone at the end of each list.

    Findings match on their fingerprint, and where their sentence was edited on rule and wording. Quotes, claims and
    sentences match on their words.
    """
    pair = _Pair(old, new)
    quotes, quotes_alike = pair.compare(old.quotes, new.quotes, _quote_wording, pair.quote_words)
    claims, claims_alike = pair.compare(old.claims, new.claims, _claim_wording, pair.claim_words)
    findings, findings_alike = compare_findings(old, new, pair.old_words, pair.new_words)
    headlines = {" ".join((report.article.title or "").split()) for report in (old, new)}
    return Difference(
        schema_version=SCHEMA_VERSION,
        old=Side.of(old),
        new=Side.of(new),
        article=article_words(old, new),
        findings=findings,
        quotes=quotes,
        claims=claims,
        passages=tuple(
            c for c in compare_passages(old, new, pair.old_words, pair.new_words) if not _headline(c, headlines)
        ),
        same=Same(findings=findings_alike, quotes=quotes_alike, claims=claims_alike),
        notes=notes(old, new),
    )


class _Pair:
    """The two reports while they are compared; ``_told`` keeps an edit from being told by quote and claim alike."""

    def __init__(self, old: Report, new: Report) -> None:
        self.old_words, self.new_words = Words(old), Words(new)
        self._old_lines, self._new_lines = Lines(old.article.text), Lines(new.article.text)
        self._told: set[tuple[int, int, int, int]] = set()
        self._credits: set[str] = set()
        self._uncredited: dict[str, str] = {}

    def compare(
        self,
        old: Sequence[Piece],
        new: Sequence[Piece],
        wording: Callable[[Piece], str],
        words: Callable[[Piece, Piece], list[str]],
    ) -> tuple[tuple[Change[Piece], ...], int]:
        """The changes of one kind of thing, and how many of them are what they were."""
        matched = align([wording(piece) for piece in old], [wording(piece) for piece in new])
        partner = {j: i for i, j in matched.pairs}
        found: list[Change[Piece]] = []
        for j, piece in enumerate(new):
            before = old[partner[j]] if j in partner else None
            what = words(before, piece) if before is not None else []
            if before is None or what:
                found.append(self._change(before, piece, what))
        alike = len(matched.pairs) - sum(change.change == "changed" for change in found)
        found += [self._change(old[i], None, self._why_gone(old[i])) for i in matched.gone]
        return tuple(found), alike

    def quote_words(self, old: Quote, new: Quote) -> list[str]:
        """What changed about a quote."""
        name = _called(new.id)
        credited = credits.changes(old, new, name)
        if old.claim and old.speaker and not new.speaker:
            self._uncredited[old.claim] = name
        if new.claim:
            self._credits.update(credits.changes(old, new, _called(new.claim)))
        inside = self._untold(edits(self.old_words.of([old.span]), self.new_words.of([new.span])))
        return credited + [f"inside the marks of {name}, {words}" for words in told(inside)]

    def claim_words(self, old: Claim, new: Claim) -> list[str]:
        """What changed about a claim, without what its quotes have told."""
        credited = [words for words in credits.changes(old, new, _called(new.id)) if words not in self._credits]
        return told(self._untold(edits(self.old_words.of(old.spans), self.new_words.of(new.spans)))) + credited

    def _why_gone(self, piece: Quote | Claim) -> list[str]:
        quote = self._uncredited.get(piece.id)
        return [f"went with the attribution of {quote}"] if quote else []

    def _untold(self, found: list[Edit]) -> list[Edit]:
        fresh = [edit for edit in found if edit.key not in self._told and not edit.marks_alone]
        self._told.update(edit.key for edit in fresh)
        return fresh

    def _change(self, old: Piece | None, new: Piece | None, words: list[str]) -> Change[Piece]:
        return Change(
            change="new" if old is None else "gone" if new is None else "changed",
            old=old,
            new=new,
            old_place=self._old_lines.at(_start(old)) if old else None,
            new_place=self._new_lines.at(_start(new)) if new else None,
            words=tuple(words),
        )


def _headline(change: Change[Span], headlines: set[str]) -> bool:
    """Whether it is the headline, whose change is told as the article's."""
    return all(" ".join(span.text.split()) in headlines for span in (change.old, change.new) if span)


def _called(name: str) -> str:
    """A quote or a claim as a reader counts it: "q3" is quote 3."""
    return f"{'quote' if name.startswith('q') else 'claim'} {name[1:]}"


def _start(piece: Quote | Claim) -> int:
    return piece.span.start if isinstance(piece, Quote) else piece.spans[0].start


def _quote_wording(quote: Quote) -> str:
    return quote.span.text


def _claim_wording(claim: Claim) -> str:
    """The article's words; what a model says in its own words may share them with another claim."""
    return claim.text if claim.origin == "model" else " ".join(span.text for span in claim.spans)

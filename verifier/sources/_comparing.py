"""Holds each quotation of an article against the sources: where it stands, in whose turn, and how it differs there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.article import Span
from verifier.english import speech
from verifier.reading import Analysis
from verifier.reading._model import Attribution, Quotation
from verifier.reading.quotations import reads_like_a_title
from verifier.sources import _credited, _cuts, _one_voice, _voices
from verifier.sources._held import Credit, Fact
from verifier.sources._index import grams
from verifier.sources._laid import Laid, turn_words
from verifier.sources._library import Shelved
from verifier.sources._model import SECOND_HAND, Source
from verifier.sources._placing import LEAST_WORDS, place, stands
from verifier.sources._quoted import Part, parts
from verifier.sources._typing import Difference, Side, differences

_NEAR = 0.5
"""Share of its words from which a passage is worth showing beside a quotation that stands nowhere."""
_SENTENCE = re.compile(r"[.?!]['’]?\s+(?=[^\s])")


def facts(analysis: Analysis, shelves: Sequence[Shelved]) -> Iterator[Fact]:
    """A fact for every quotation that is somebody's words."""
    names = _names(analysis)
    carriers = {index: a for a in reversed(analysis.attributions) for index in a.quotations}
    for group in _joined(analysis):
        carrier = next((carriers[q.index] for q in group if q.index in carriers), None)
        if _held(analysis, group):
            yield _Comparison(analysis, shelves, group, carrier, names).fact()


def _names(analysis: Analysis) -> frozenset[str]:
    """The words of every name in the article, in small letters."""
    named = (e.name for e in analysis.names.entities)
    return frozenset(w.lower() for name in named for w in re.findall(r"[^\W\d_]{2,}", name) if w[0].isupper())


def _joined(analysis: Analysis) -> Iterator[list[Quotation]]:
    """The quotations, those that run over several paragraphs together."""
    group: list[Quotation] = []
    for quotation in analysis.quotations:
        group.append(quotation)
        if not quotation.continues:
            yield group
            group = []
    if group:
        yield group


def _held(analysis: Analysis, group: list[Quotation]) -> bool:
    """Whether these are words that somebody said, not a title or words held at arm's length."""
    if all(q.kind == "scare" for q in group):
        return False
    first = group[0]
    plain = [w for w in first.span.of(analysis.article.plain).split() if w[0].isalnum()]
    ends = plain[-1][-1:] if plain else ""
    title = len(group) == 1 and len(plain) > 1 and ends not in tuple(".?!,—") and reads_like_a_title(plain)
    return not title


class _Comparison:
    """One quotation against all sources."""

    def __init__(
        self,
        analysis: Analysis,
        shelves: Sequence[Shelved],
        group: list[Quotation],
        carrier: Attribution | None,
        names: frozenset[str],
    ) -> None:
        self._analysis = analysis
        self._shelves = shelves
        self._group = group
        self._credit = credited(analysis, carrier)
        self._names = names
        self._leads: list[Laid] = []
        self._parts = parts(analysis.article.plain, [q.span for q in group])

    def fact(self) -> Fact:
        span = Span(self._group[0].span.start, self._group[-1].span.end)
        known = Fact(
            "quotation", span, "not compared", tuple(q.index for q in self._group),
            sum(p.said for p in self._parts), self._credit,
        )  # fmt: skip
        if not self._parts:
            return replace(known, note="no words that could be looked for")
        if not self._shelves:
            return replace(known, note="no source that could be compared")
        marked = len(self._parts) > 1
        found = self._place(self._parts)
        if found is None and (sentences := self._by_sentence()):
            found = self._place(sentences)
            marked = False
        if found is None:
            return self._nearest(known)
        return self._told(known, found, marked=marked)

    def _place(self, wanted: Sequence[Part]) -> list[Laid] | None:
        """Every part at its place, all in one source where that can be; None where the longest stands nowhere."""
        lead = max(wanted, key=lambda p: p.said)
        self._leads = leads = sorted(self._everywhere(lead), key=self._rank)
        if not leads:
            return None
        best: list[Laid] | None = None
        for candidate in leads[:6]:
            laid = [candidate if part is lead else self._beside(part, lead, candidate) for part in wanted]
            if best is None or sum(one.fits for one in laid) > sum(one.fits for one in best):
                best = laid
            if all(one.fits for one in best):
                break
        assert best is not None  # noqa: S101 - there was a candidate
        missing = sum(one.part.said for one in best if not one.fits)
        return best if missing * 3 <= sum(p.said for p in wanted) else None

    def _everywhere(self, part: Part) -> list[Laid]:
        words = part.folded.words
        known = grams(words)
        return [
            Laid(part, shelf, placed, fits=True)
            for shelf in self._shelves
            for placed in place(words, part.edited, shelf.searchable, known)
            if stands(words, part.edited, placed)
        ]

    def _rank(self, one: Laid) -> tuple[bool, int, float, bool, int]:
        """Best first: word for word in the right turn, then in any turn, then the most like it; a first hand before
        a second one."""
        other = self._other(one.shelf.source, one.span)
        return (
            other is True,
            one.placed.edits,
            -one.placed.similarity,
            one.shelf.source.kind in SECOND_HAND,
            one.placed.first,
        )

    def _beside(self, part: Part, lead: Part, where: Laid) -> Laid:
        """Another part where it follows (or precedes) the one found: in its turn, else in its source."""
        words = part.folded.words
        after = part.span.start > lead.span.start
        found = place(words, part.edited, where.shelf.searchable)
        fitting = [one for one in found if stands(words, part.edited, one)]
        in_order = [
            one for one in fitting if (one.first >= where.placed.stop if after else one.stop <= where.placed.first)
        ]
        nearest = sorted(in_order or fitting, key=lambda one: (one.edits, abs(one.first - where.placed.first)))
        if nearest:
            return Laid(part, where.shelf, nearest[0], fits=True)
        return Laid(part, where.shelf, found[0] if found else where.placed, fits=False)

    def _by_sentence(self) -> list[Part]:
        """The quotation cut at its sentences, for one that was put together without saying so."""
        found: list[Part] = []
        for quotation in self._group:
            text, at = self._analysis.article.plain, quotation.span.start
            for end in _SENTENCE.finditer(text, quotation.span.start, quotation.span.end):
                found += parts(text, [Span(at, end.start() + 1)])
                at = end.end()
            found += parts(text, [Span(at, quotation.span.end)])
        return found if len(found) > len(self._parts) else []

    def _nearest(self, known: Fact) -> Fact:
        """The passage most like a quotation that stands nowhere."""
        lead = max(self._parts, key=lambda p: p.said)
        words, three = lead.folded.words, grams(lead.folded.words)
        laid = [
            Laid(lead, shelf, placed, fits=False)
            for shelf in self._shelves
            for placed in place(words, lead.edited, shelf.searchable, three)
            if placed.stop > placed.first
        ]
        best = max(laid, key=lambda one: one.placed.similarity, default=None)
        if best is None or best.placed.similarity < _NEAR or lead.said < LEAST_WORDS // 2:
            return replace(known, status="absent")
        return replace(
            known,
            status="near",
            source=best.shelf.source,
            passage=best.span,
            differences=tuple(self._differences(best)),
            similarity=round(best.placed.similarity, 3),
        )

    def _told(self, known: Fact, laid: Sequence[Laid], *, marked: bool) -> Fact:
        source = laid[0].shelf.source
        found: list[Difference] = []
        for one in laid:
            found += [*self._differences(one), *_one_voice.of_others(one)] if one.fits else [_nowhere(one)]
        found += self._seams(laid, marked=marked)
        spans = [one.span for one in laid if one.fits] + [d.source for d in found if d.kind == "order" and d.source]
        passage = Span(min(s.start for s in spans), max(s.end for s in spans))
        taken, where = self._taken(laid)
        if taken and where:
            side = "before" if where.start < passage.start else "after"
            found.append(Difference("cut", None, where, f"left out {side}"))
            passage = Span(min(passage.start, where.start), max(passage.end, where.end))
        said = sum(one.part.said for one in laid)
        alike = sum(one.part.said * one.placed.similarity for one in laid if one.fits)
        exact = tuple({id(one.shelf): one.shelf for one in self._leads}.values())
        return replace(
            known,
            status="differs" if found else "confirmed",
            source=source,
            passage=passage,
            differences=tuple(found),
            similarity=round(alike / said, 3) if said else 0.0,
            other=any(self._other(source, one.span) is True for one in laid if one.fits),
            taken=taken,
            shelves=exact,
        )

    def _differences(self, one: Laid) -> list[Difference]:
        here = Side(self._analysis.article.plain, self._names)
        there = Side(one.shelf.source.plain, self._names)
        found = differences(one.part, one.placed, one.shelf.searchable.folded, here, there)
        source = one.shelf.source
        return [d for d in found if not (_one_voice.only_cut_in(source, d) or _credited.is_credit(source, d))]

    def _seams(self, laid: Sequence[Laid], *, marked: bool) -> Iterator[Difference]:
        """Where two parts meet: whether they follow one another in one turn, and what stood between."""
        for left, right in pairwise(laid):
            if not (left.fits and right.fits):
                continue
            source, folded = left.shelf.source, left.shelf.searchable.folded
            seam = Span(left.part.span.end, right.part.span.start)
            if right.placed.first < left.placed.stop:
                yield Difference("order", right.part.span, right.span, "stands before what it follows in the article")
            elif not _one_voice.one_stretch(source, *(source.turn_at(one.span.start) for one in (left, right))):
                yield Difference("order", right.part.span, right.span, "stands in another turn")
            elif right.placed.first > left.placed.stop:
                cut = folded.span(left.placed.stop, right.placed.first)
                lost = _cuts.between(source.plain, folded, left.placed.stop, right.placed.first)
                if lost:
                    yield Difference("cut", seam, cut, f"left out with “{lost}”")
                elif not marked:
                    yield Difference("cut", seam, cut, "left out without a mark")

    def _taken(self, laid: Sequence[Laid]) -> tuple[str, Span | None]:
        """What the words lost at their beginning or end, unless the article says it around them."""
        if self._says_around() or not (laid[0].fits and laid[-1].fits):
            return "", None
        shelf = laid[0].shelf
        folded, source = shelf.searchable.folded, shelf.source
        first, stop = laid[0].placed.first, laid[-1].placed.stop
        floor, ceiling = turn_words(source, folded, first)
        taken = _cuts.before(source.plain, folded, first, floor)
        return taken if taken[0] else _cuts.after(source.plain, folded, stop, ceiling)

    def _says_around(self) -> bool:
        """Whether the sentences that hold the quotation have a negation or condition outside of it."""
        article = self._analysis.article
        first, last = (article.sentence_at(q.span.start) for q in (self._group[0], self._group[-1]))
        if first is None or last is None:
            return False
        start, end = self._group[0].marks.start, self._group[-1].marks.end
        following = article.plain[end : end + 60]
        around = (
            article.plain[first.span.start : start]
            + " "
            + article.plain[end : max(end, last.span.end)]
            + " "
            + following
        )
        words = set(re.findall(r"[^\W\d_]+", around.lower().replace("n't", " not").replace("n’t", " not")))
        return bool(words & (speech.NEGATIONS | speech.AROUND_CONDITIONS))

    def _other(self, source: Source, span: Span) -> bool | None:
        """Whether the words stand in another's turn than the article says; None where that cannot be told."""
        credit, turn = self._credit, source.turn_at(span.start)
        if credit is None or not credit.person:
            return None
        if turn is None:
            named = _credited.credited(source, span)
            same = _voices.same(credit.name, credit.titles, named, source) if named is not None else None
            return None if same is None else not same
        same = _voices.same(credit.name, credit.titles, source.turns[turn].label, source)
        return None if same is None else not same


def _nowhere(one: Laid) -> Difference:
    return Difference("word", one.part.span, None, "stands nowhere near the rest")


def credited(analysis: Analysis, carrier: Attribution | None) -> Credit | None:
    """Whom an attribution credits; None where it names nobody in particular."""
    if carrier is None or carrier.source is None or carrier.source.vague:
        return None
    who = carrier.source
    entity = analysis.names.entities[who.entity] if who.entity is not None else None
    titles = frozenset(w.lower().strip(".,") for t in (entity.titles if entity else ()) for w in t.split())
    return Credit(who.name, titles, entity is not None and entity.kind == "person")

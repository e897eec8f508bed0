"""Turns what came of holding an article against its sources into the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from verifier._shortening import after, before
from verifier.article import Span as Place
from verifier.reading.lying import Lying
from verifier.report.evidence import Difference, Evidence, SourceRead, Turn
from verifier.report.models import Claim, Span

if TYPE_CHECKING:
    from verifier.sources import Fact, Held, Source

_AROUND = 60
"""Characters of a source shown on either side of a passage."""
_LONGEST = 1500
"""Characters of a passage that are shown."""


def evidence(held: Held, claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """What the sources say of each fact, in the order of the text."""
    claimed = Lying((Place(s.start, s.end), claim) for claim in claims for s in claim.spans)
    return tuple(_one(held, claimed, number, fact) for number, fact in enumerate(held.facts, 1))


def _one(held: Held, claimed: Lying[Claim], number: int, fact: Fact) -> Evidence:
    article = held.analysis.article
    known = Evidence(
        id=f"e{number}",
        of=_of(held, claimed, fact),
        fact=fact.what,
        article=_span(article.text, fact.span),
        status="differs" if fact.other and fact.status == "confirmed" else _status(held, fact),
        similarity=fact.similarity,
        note=fact.note,
    )
    if fact.source is None or fact.passage is None:
        return known
    text, passage = fact.source.text, _bounded(fact)
    turn = fact.source.turn_at(passage.start)
    return known.model_copy(
        update={
            "source": fact.source.id,
            "span": _span(text, passage),
            "before": _before(text, passage.start, fact.source.turns[turn].span.start if turn is not None else 0),
            "after": _after(text, passage.end, fact.source.turns[turn].span.end if turn is not None else len(text)),
            "turn": Turn(number=turn + 1, speaker=fact.source.turns[turn].label) if turn is not None else None,
            "time": fact.source.time_at(passage.start),
            "page": fact.source.page_at(passage.start),
            "differences": tuple(
                Difference(
                    kind=d.kind,
                    article=_span(article.text, d.article) if d.article else None,
                    source=_span(text, d.source) if d.source and passage.covers(d.source) else None,
                    allowed=held.severity(d) is None,
                    note=d.note,
                )
                for d in fact.differences
            ),
        }
    )


def _status(held: Held, fact: Fact) -> Literal["confirmed", "differs", "near", "absent", "not compared"]:
    """A quotation whose every difference the house allows is confirmed."""
    return "confirmed" if fact.status == "differs" and not held.against(fact) else fact.status


def _bounded(fact: Fact) -> Place:
    """The passage, cut where parts of one quotation stand far apart."""
    assert fact.passage is not None  # noqa: S101 - the caller has looked
    start, end = fact.passage
    text = fact.source.text if fact.source else ""
    return Place(start, start + len(after(text, start, _LONGEST, end).rstrip()))


def _of(held: Held, claimed: Lying[Claim], fact: Fact) -> str:
    """The quote that it is, or the claim or sentence it stands in."""
    if fact.quotations:
        return f"q{fact.quotations[0] + 1}"
    for place, claim in claimed.touching(fact.span):
        if place.covers(fact.span):
            return claim.id
    sentence = held.analysis.article.sentence_at(fact.span.start)
    return f"s{sentence.index + 1}" if sentence else ""


def _span(text: str, place: Place) -> Span:
    return Span(start=place.start, end=place.end, text=text[place.start : place.end])


def _before(text: str, at: int, turn: int) -> str:
    """The words before a place in its paragraph and turn, whole ones."""
    blank = text.rfind("\n\n", 0, at)
    return before(text, at, _AROUND, max(turn, blank + 2 if blank >= 0 else 0))


def _after(text: str, at: int, turn: int) -> str:
    """The words behind a place in its paragraph and turn."""
    blank = text.find("\n\n", at)
    end = min(turn, blank) if blank >= 0 else turn
    found = after(text, at, _AROUND, end)
    return found.rstrip() if at + len(found) == end else found


def sources(held: Held) -> tuple[SourceRead, ...]:
    """Every source that was named, those that could not be read at the end."""
    aside = {id(shelf): why for shelf, why in held.aside}
    read = [
        _read(shelf.source, aside.get(id(shelf), ""), len(shelf.searchable.folded)) for shelf in held.library.shelves
    ]
    unread = [
        SourceRead(id=one.id, path=one.path, kind="document", sha256="", state="unread", problem=one.problem)
        for one in held.unread
    ]
    return (*read, *unread)


def _read(source: Source, why: str, words: int) -> SourceRead:
    labels = (source.turns[at].label for at in range(len(source.turns)))
    return SourceRead(
        id=source.id,
        path=_writable(source.path),
        kind=source.kind,
        sha256=source.sha256,
        state="not compared" if why else "compared",
        problem=why,
        dated=source.card.dated,
        language=source.language,
        speakers=tuple(dict.fromkeys([*source.card.speakers, *(label for label in labels if label)])),
        complete=source.card.complete,
        words=words,
        turns=len(source.turns),
        pages=len(source.pages),
    )


def _writable(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

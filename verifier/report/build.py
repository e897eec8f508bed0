"""Turns what the floors below found into the report."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from verifier import article as source
from verifier.claims import Statement
from verifier.reading import Analysis, quantities
from verifier.reading._model import Attribution, DateMention, OutletMention, Quantity, Source
from verifier.reading.roster import is_document
from verifier.report import models
from verifier.report._finding import Raised
from verifier.report.evidence import Evidence

if TYPE_CHECKING:
    from verifier.model.results import ModelClaim, ModelReading


_LONGEST_SENTENCE = 2000  # characters; beyond, a finding is known by what is near it
_NEAR = 500


# Half of all that a report is made of; made so, a span takes half as long as when its class is called.
_made_span: Callable[[dict[str, int | str]], models.Span] = TypeAdapter(models.Span).validator.validate_python


def article(read: source.Article) -> models.Article:
    """The article's part of the report."""
    made = models.Article(
        path=_writable(read.path),
        title=read.title,
        sha256=hashlib.sha256(read.text.encode("utf-8", "surrogatepass")).hexdigest(),
        length=len(read.text),
        published=read.published,
        text=read.text,
        language=read.language,
        sentences=tuple(
            models.Sentence(id=f"s{s.index + 1}", start=s.span.start, end=s.span.end) for s in read.sentences
        ),
    )
    return made.on(read.pages)


def _writable(path: str | None) -> str | None:
    """A path as every format can hold it: bytes that are no UTF-8, which a file's name may have, as replacements."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if path else path


def span(text: str, place: source.Span) -> models.Span:
    """A span with its words."""
    return _made_span({"start": place.start, "end": place.end, "text": text[place.start : place.end]})


def claims(
    analysis: Analysis, statements: Sequence[Statement], heard: ModelReading | None = None
) -> tuple[models.Claim, ...]:
    """The rules' claims in the order of the text, each in the model's words where it has any, and after them what the
    model alone has; what several of its claims tell between them is not told whole as well."""
    text = analysis.article.text
    kept = [(at, s) for at, s in enumerate(statements) if heard is None or at not in heard.split]
    found = [_claim(text, f"c{number}", s) for number, (_, s) in enumerate(kept, 1)]
    if heard is None:
        return tuple(found)
    found = [
        _in_its_words(text, _bounded(text, claim, s, heard), at, s, heard)
        for claim, (at, s) in zip(found, kept, strict=True)
    ]
    return (*found, *(_heard(analysis, f"c{number}", c) for number, c in enumerate(heard.claims, len(found) + 1)))


def _bounded(text: str, claim: models.Claim, statement: Statement, heard: ModelReading) -> models.Claim:
    """A claim of the rules that ends where the model says that what is said ends."""
    places = heard.places(statement)
    if places == statement.spans:
        return claim
    (place,) = places
    was, now = (" ".join(where.of(text).split()) for where in (*statement.spans, place))
    change = {
        "text": claim.text.replace(was, now, 1) if was in claim.text else now[:1].upper() + now[1:],
        "spans": (span(text, place),),
        "values": tuple(v for v in claim.values if place.start <= v.span.start and v.span.end <= place.end),
        "by_model": True,
    }
    change["unresolved"] = tuple(word for word in claim.unresolved if word in str(change["text"]))
    return claim.model_copy(update=change)


def _in_its_words(text: str, claim: models.Claim, at: int, statement: Statement, heard: ModelReading) -> models.Claim:
    """A claim of the rules with what the model says of it: its wording, and who else may have said it."""
    change: dict[str, object] = {}
    if at in heard.worded:
        said = heard.worded[at]
        change = {"by_model": True, "checkable": said.checkable, "unresolved": said.unresolved}
        change |= {"text": said.text} if said.text else {}
    if statement.attribution is not None and statement.attribution.index in heard.doubted:
        other = heard.doubted[statement.attribution.index]
        change["second_opinion"] = _speaker(text, other, by_model=True)
    if statement.attribution is not None and statement.attribution.index in heard.credited:
        meant = heard.credited[statement.attribution.index]
        change |= {"speaker": _speaker(text, meant, by_model=True), "by_model": True}
    if statement.attribution is not None and statement.attribution.index in heard.unsaid:
        change |= {"kind": "reported", "speaker": None, "cue": None, "via": (), "by_model": True}
    return claim.model_copy(update=change) if change else claim


def quotes(
    analysis: Analysis, statements: Sequence[Statement], heard: ModelReading | None = None
) -> tuple[models.Quote, ...]:
    """The quotations, each with the claim that carries it.

    Whom a model takes for the speaker fills in where the rules name nobody or only describe him, and stands beside the
    rules' speaker where it is somebody else. Where nothing in the text credits him, he is a second opinion and nothing
    more.
    """
    text = analysis.article.text
    carriers: dict[int, tuple[str, Attribution]] = {}
    for number, statement in enumerate(statements, 1):
        if statement.attribution is not None:
            for index in statement.attribution.quotations:
                outer = carriers.get(index)  # "Lee said Holt had told her: '...'": the words are Holt's
                if outer is None or (outer[1].kind != "direct" and statement.attribution.kind == "direct"):
                    carriers[index] = (f"c{number}", statement.attribution)
    found = []
    for q in analysis.quotations:
        claim, attribution = carriers.get(q.index, (None, None))
        named = attribution is not None and heard is not None and attribution.index in heard.unsaid
        if named:
            attribution = None
        meant = heard.credited.get(attribution.index) if attribution and heard else None
        ruled = _speaker(text, meant or (attribution.source if attribution else None), by_model=meant is not None)
        other = _speaker(text, heard.speakers.get(q.index), by_model=True) if heard else None
        speaker = ruled or (None if heard and q.index in heard.guessed else other)
        agreed = other is None or (speaker is not None and _one_name(speaker.name, other.name))
        found.append(
            models.Quote(
                id=f"q{q.index + 1}",
                span=span(text, q.span),
                kind="scare" if named else q.kind,
                claim=claim,
                speaker=speaker,
                second_opinion=None if agreed else other,
                cue=span(text, attribution.cue) if attribution and attribution.cue else None,
                outlet=_outlet(text, attribution.outlets[0]) if attribution and attribution.outlets else None,
                origin="model" if speaker and not ruled else "rules",
            )
        )
    return tuple(found)


def findings(read: source.Article, raised: Iterable[Raised]) -> tuple[models.Finding, ...]:
    """The findings in the order of the text, each with a fingerprint that survives edits elsewhere."""
    return tuple(
        models.Finding(
            **_parts(read.text, r),
            id=f"f{number}",
            severity=r.severity,
            kind=r.kind,
            fingerprint=digest,
            evidence=None if r.evidence is None else f"e{r.evidence + 1}",
        )
        for number, (r, digest) in enumerate(_known_by(read, (r for r in raised if not r.likely)), 1)
    )


def candidates(read: source.Article, raised: Iterable[Raised]) -> tuple[models.Candidate, ...]:
    """What is only likely, in the order of the text; its fingerprints are never those of findings."""
    return tuple(
        models.Candidate(**_parts(read.text, r), id=f"n{number}", fingerprint=digest)
        for number, (r, digest) in enumerate(_known_by(read, (r for r in raised if r.likely)), 1)
    )


def _known_by(read: source.Article, raised: Iterable[Raised]) -> Iterator[tuple[Raised, str]]:
    """Each in the order of the text, with what it is known by."""
    seen: Counter[str] = Counter()
    for r in sorted(raised, key=lambda r: (r.spans[0], r.code, r.message)):
        passage = _passage(read, r)
        seen[passage] += 1
        kind = "\x1flikely" if r.likely else ""
        told = f"{passage}\x1f{seen[passage]}{kind}"
        yield r, hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _parts(text: str, r: Raised) -> dict[str, Any]:
    """What findings and candidates have in common."""
    return {
        "code": r.code,
        "name": r.name,
        "message": r.message,
        "spans": tuple(span(text, s) for s in r.spans),
        "related": tuple(models.Related(span=span(text, s), label=label) for s, label in r.related),
        "explanation": r.explanation,
        "question": r.question,
        "origin": r.origin,
        "verdict": models.Verdict(answer=r.verdict[0], explanation=r.verdict[1]) if r.verdict else None,
    }


_HANDFUL = 10
"""Style books spell out what is counted below this."""


def coverage(
    analysis: Analysis,
    quoted: Sequence[models.Quote],
    heard: Sequence[ModelClaim] = (),
    evidence: Sequence[Evidence] = (),
) -> models.Coverage:
    """Which quotation marks and figures the quotes, the attributions, the model's claims and the desk's sources account
    for."""
    text = analysis.article.text
    attributed = sum(q.speaker is not None for q in quoted)
    held = [s for a in analysis.attributions if a.source is not None for s in a.content]
    held += [source.Span(q.span.start, q.span.end) for q in quoted if q.speaker is not None]
    held += [place for claim in heard if claim.source is not None for place in claim.spans]
    held += [source.Span(e.article.start, e.article.end) for e in evidence if e.status in ("confirmed", "differs")]
    held.sort()
    loose = [q for q in quoted if q.claim is None]
    open_marks = set(
        _outside(
            [source.Span(q.span.start, q.span.end) for q in loose], sorted(place for c in heard for place in c.spans)
        )
    )
    figures = [q.span for q in analysis.quantities if _wants_a_source(text, q)]
    bare = _outside(figures, held)
    total = len(figures)
    return models.Coverage(
        quotations=models.QuotationCoverage(
            total=len(quoted),
            attributed=attributed,
            unattributed=len(quoted) - attributed,
            uncovered=tuple(q.span for q in loose if (q.span.start, q.span.end) in open_marks),
        ),
        figures=models.FigureCoverage(
            total=total, sourced=total - len(bare), uncovered=tuple(span(text, place) for place in bare)
        ),
    )


def _wants_a_source(text: str, figure: Quantity) -> bool:
    """Whether a figure is one that readers would ask the source of: no age, and no handful in words ("four of her
    colleagues"), which style books spell out and which whoever was there has counted."""
    if quantities.dimension(figure) == "age":
        return False
    spelled = not any(c.isdigit() for c in text[figure.span.start : figure.span.end])
    return not (spelled and quantities.dimension(figure) == "count" and figure.value < _HANDFUL)


def _outside(places: Iterable[source.Span], held: Sequence[source.Span]) -> list[source.Span]:
    """The places that lie in none of the spans, which come sorted: one walk, however long the article is."""
    starts = [h.start for h in held]
    reach = list(accumulate((h.end for h in held), max))  # how far the spans up to here go
    found = []
    for place in places:
        at = bisect_right(starts, place.start) - 1
        if at < 0 or reach[at] < place.end:
            found.append(place)
    return found


def _one_name(one: str, other: str) -> bool:
    """Whether the one is the other, or a part of it ("Holm", "Karin Holm")."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return a <= b or b <= a


def _passage(read: source.Article, raised: Raised) -> str:
    """What a finding is known by: its code, its words, and the sentence of the first of them, white space folded."""
    first = read.sentence_at(raised.spans[0].start)
    words = [s.of(read.text) for s in (*raised.spans, *(s for s, _ in raised.related))]
    context = _near(read.text, first.span, raised.spans[0]) if first else ""
    return "\x1f".join([raised.code, *(" ".join(w.split()) for w in (*words, context))])


def _near(text: str, sentence: source.Span, place: source.Span) -> str:
    """The sentence around a place, or what is near the place in a sentence that no writer wrote."""
    if sentence.end - sentence.start <= _LONGEST_SENTENCE:
        return sentence.of(text)
    return text[max(sentence.start, place.start - _NEAR) : min(sentence.end, place.end + _NEAR)]


def _claim(text: str, name: str, statement: Statement) -> models.Claim:
    attribution = statement.attribution
    return models.Claim(
        id=name,
        text=statement.text,
        spans=tuple(span(text, s) for s in statement.spans),
        kind=attribution.kind if attribution else "reported",
        speaker=_speaker(text, attribution.source) if attribution else None,
        cue=span(text, attribution.cue) if attribution and attribution.cue else None,
        via=tuple(_outlet(text, o) for o in attribution.outlets) if attribution else (),
        values=tuple(_value(text, v) for v in statement.values),
        checkable=statement.checkable,
        unresolved=statement.unresolved,
        origin="rules",
    )


def _heard(analysis: Analysis, name: str, claim: ModelClaim) -> models.Claim:
    text = analysis.article.text
    values: list[DateMention | Quantity] = [*analysis.dates, *analysis.quantities]
    inside = [v for v in values if any(place.covers(v.span) for place in claim.spans)]
    return models.Claim(
        id=name,
        text=claim.text,
        spans=tuple(span(text, place) for place in claim.spans),
        kind=claim.kind,
        speaker=_speaker(text, claim.source, by_model=True),
        cue=span(text, claim.cue) if claim.cue else None,
        via=tuple(_outlet(text, o) for o in claim.outlets),
        values=tuple(_value(text, v) for v in sorted(inside, key=lambda v: v.span)),
        checkable=claim.checkable,
        unresolved=claim.unresolved,
        origin="model",
        by_model=True,
    )


@lru_cache(maxsize=512)  # a quotation and the claim that carries it have one
def _speaker(text: str, who: Source | None, *, by_model: bool = False) -> models.Speaker | None:
    if who is None or not who.resolved:
        return None  # "he" of whom the article does not show who that is: nobody
    basis = "model" if by_model else who.basis
    return models.Speaker(
        name=who.name,
        mention=span(text, who.mention),
        basis=basis,
        vague=who.vague,
        document=who.entity is None and is_document(who.name),
    )


def _outlet(text: str, outlet: OutletMention) -> models.Outlet:
    return models.Outlet(name=outlet.name, span=span(text, outlet.span))


def _value(text: str, value: DateMention | Quantity) -> models.Value:
    if isinstance(value, Quantity):
        return models.Value(
            kind=value.kind,
            span=span(text, value.span),
            value=float(value.value),
            unit=quantities.unit_told(text, value),
        )
    if value.earliest and value.earliest == value.latest:
        when = value.earliest.isoformat()
    elif value.earliest and value.latest:
        when = f"{value.earliest.isoformat()}/{value.latest.isoformat()}"
    else:
        when = value.span.of(text)
    return models.Value(kind="date", span=span(text, value.span), value=when, unit=None)

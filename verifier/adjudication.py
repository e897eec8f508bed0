"""Between the rules and the model: which of the rules' findings are put to it, and what its answers change.

A model never removes a finding of the rules. Its verdict is shown beside it and may lower its severity by one step;
what it finds by itself becomes findings of the rules that only a model can see (X001, X002). A candidate of the rules
that it calls a contradiction becomes a finding of its rule, at most a warning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from verifier._shortening import short
from verifier.article import Span
from verifier.model.results import Disagreement, Judged, ModelReading, Pair, Sure, VerdictAnswer, same_places
from verifier.reading import Analysis
from verifier.reading._model import DateMention, Quantity
from verifier.report._finding import Raised
from verifier.rules import Rule
from verifier.settings import Severity

if TYPE_CHECKING:
    from verifier.sources import Fact

_PUT_TO_THE_MODEL = ("D", "N", "E", "Q004", "S003")
_NONE: tuple[VerdictAnswer, str] = ("unclear", "")
_LOWER: Mapping[Severity, Severity] = {"error": "warning", "warning": "info", "info": "info"}


class _Asked(NamedTuple):
    """A pair that the model judges, and the findings and candidates that have these two places, by index."""

    pair: Pair
    told: list[int]


def pairs(raised: Sequence[Raised], analysis: Analysis | None = None) -> list[Pair]:
    """The conflicts among findings and candidates, each with both sides, two places once; the key is the caller's.

    Findings come first, as there may be more candidates than a model is asked about. What a rule guesses (that both
    places speak of one thing) is not told; what code is sure of is, where the ``analysis`` is given.
    """
    return [asked.pair for asked in _asked(raised, analysis)]


def _asked(raised: Sequence[Raised], analysis: Analysis | None = None) -> list[_Asked]:
    found: list[_Asked] = []
    for at in sorted(range(len(raised)), key=lambda at: raised[at].likely):
        one = raised[at]
        if not one.related or not one.code.startswith(_PUT_TO_THE_MODEL):
            continue
        first, second = one.spans[0], one.related[0][0]
        before = next((a for a in found if same_places((a.pair.first, a.pair.second), (first, second))), None)
        if before is not None:
            before.told.append(at)
            continue
        computed = compute(analysis, first, second) if analysis else ""
        found.append(_Asked(Pair(f"{one.code} ({at + 1})", first, second, computed, one.question), [at]))
    return found


def compute(analysis: Analysis, first: Span, second: Span) -> str:
    """What code knows of two passages: their dates as days, and how far apart; figures in one unit, and how far."""
    told = []
    for one in (d for d in analysis.dates if first.covers(d.span)):
        for other in (d for d in analysis.dates if second.covers(d.span)):
            if _is_day(one) and _is_day(other) and one.earliest and other.earliest and one.earliest != other.earliest:
                days = abs((one.earliest - other.earliest).days)
                told.append(f"{one.earliest.isoformat()} and {other.earliest.isoformat()} are {days} days apart")
    for figure in (q for q in analysis.quantities if first.covers(q.span)):
        for against in (q for q in analysis.quantities if second.covers(q.span)):
            if _comparable(figure, against):
                told.append(
                    f"{figure.value} and {against.value} {figure.unit} differ by {abs(figure.value - against.value)}"
                )
    return "; ".join(told[:4])


def judged(raised: Sequence[Raised], reading: ModelReading) -> list[Raised]:
    """The rules' findings with the model's verdicts beside them; a pair that its look names is a contradiction."""
    found = list(raised)
    for pair, told in _asked(raised):
        if pair.key in reading.judged:
            _carry(found, told, reading.judged[pair.key])
    for seen in reading.disagreements:
        open_yet = [at for at in _told_by(found, seen) if (found[at].verdict or _NONE)[0] == "unclear"]
        _carry(found, open_yet, Judged("contradiction", seen.why))
    return found


def _carry(found: list[Raised], told: Sequence[int], verdict: Judged) -> None:
    """Put a verdict beside what tells of these two places; what a finding tells, no candidate tells again."""
    is_told = any(not found[at].likely for at in told)
    for at in told:
        after = found[at] if is_told and found[at].likely else _after(found[at], verdict.answer)
        found[at] = replace(after, verdict=(verdict.answer, verdict.why))
        is_told = is_told or not after.likely


def rests(reading: ModelReading) -> list[Fact]:
    """The paraphrases that the model found to go further than their sources, as facts with both sides."""
    from verifier.sources import Difference, Fact  # noqa: PLC0415 - a run without sources does not need it

    return [
        Fact(
            "paraphrase",
            one.paraphrase.span,
            "differs" if one.answer == "against" else "near",
            credit=one.paraphrase.credit,
            source=one.rest.source,
            passage=one.rest.span,
            differences=(Difference("word", one.ours, one.theirs),),
            note=one.why,
        )
        for one in reading.further
    ]


def _told_by(raised: Sequence[Raised], seen: Disagreement) -> list[int]:
    """The rules' findings and candidates that have the same two places, by index."""
    return [
        at
        for at, one in enumerate(raised)
        if one.related
        and any(
            same_places((a, b), (seen.first, seen.second))
            for a in one.spans
            for b in (*(r for r, _ in one.related), *one.spans)
            if a != b
        )
    ]


def _after(finding: Raised, answer: VerdictAnswer) -> Raised:
    """What a verdict leaves of its weight: a finding may lose a step, a candidate may become a warning."""
    if finding.likely:
        lighter: Severity = "warning" if finding.severity == "error" else finding.severity
        return replace(finding, likely=False, severity=lighter) if answer == "contradiction" else finding
    return replace(finding, severity=_LOWER[finding.severity]) if answer == "compatible" else finding


def own(
    analysis: Analysis,
    judged: Sequence[Raised],
    reading: ModelReading,
    running: Sequence[Rule],
    severities: Mapping[str, Severity],
) -> list[Raised]:
    """What the model found by itself, under the rules that only a model can see, where these are chosen.

    What a rule has raised of the same two places (``judged``) carries the verdict and is not told twice.
    """
    rules = {rule.code: rule for rule in running}
    found = []
    for seen in reading.disagreements:
        if any(not judged[at].likely for at in _told_by(judged, seen)):
            continue
        code, first, second = _sides(analysis, seen)
        if code in rules:
            found.append(_raised(rules[code], severities, replace(seen, first=first, second=second), analysis))
    return found


def _sides(analysis: Analysis, seen: Disagreement) -> tuple[str, Span, Span]:
    """The rule of a disagreement, and its places in the order in which that rule tells them.

    X002 holds a paraphrase against the quotation it rests on: one place inside quotation marks, the other outside.
    """
    quoted = [
        any(q.kind != "scare" and q.marks.overlaps(place) for q in analysis.quotations)
        for place in (seen.first, seen.second)
    ]
    if seen.kind == "paraphrase" and quoted[0] != quoted[1]:
        return ("X002", seen.second, seen.first) if quoted[0] else ("X002", seen.first, seen.second)
    return "X001", min(seen.first, seen.second), max(seen.first, seen.second)


def _raised(rule: Rule, severities: Mapping[str, Severity], seen: Disagreement, analysis: Analysis) -> Raised:
    text = analysis.article.text
    one, other = (" ".join(place.of(text).split()) for place in (seen.first, seen.second))
    if rule.code == "X002":
        message = "This paraphrase may say more than the quotation it rests on."
        question, label = "Did the speaker say this too?", "the quotation it rests on"
    else:
        both = f"“{short(one, _SHOWN)}” and “{short(other, _SHOWN)}”"
        message = f"{both} may not both be right ({_NAMED.get(seen.kind, seen.kind)})."
        question, label = "Which of the two is right?", "the other place"
    wanted = severities.get(rule.code, rule.severity)
    return Raised(
        code=rule.code,
        name=rule.name,
        severity=max(wanted, _BY_SURENESS[seen.sure], key=_STRICTEST.index),
        message=message,
        question=question,
        explanation=seen.why,
        spans=(seen.first,),
        related=((seen.second, label),),
        origin="model",
        verdict=("contradiction", seen.why) if rule.code == "X001" else None,
        kind=seen.kind,
    )


_BY_SURENESS: Mapping[Sure, Severity] = {"certain": "error", "likely": "warning", "possible": "info"}
_STRICTEST: tuple[Severity, ...] = ("error", "warning", "info")
_NAMED = {
    "arithmetic": "the sum",
    "order": "the order of events",
    "quote": "the quotation",
    "statement": "what is said",
}
"""What two places disagree in, as a reader is told; other kinds have their own name."""
_SHOWN = 60


def _is_day(one: DateMention) -> bool:
    """Whether the words themselves name the day: nothing is counted from the day of writing."""
    return one.earliest is not None and one.earliest == one.latest and not one.relative and one.day is not None


def _comparable(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.unit, one.noun) == (other.kind, other.unit, other.noun) and one.value != other.value

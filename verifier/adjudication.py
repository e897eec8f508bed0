"""Between the rules and the model: which of the rules' findings are put to it, and what its answers change.

A model never removes a finding of the rules. Its verdict is shown beside it and may lower its severity by one step;
what it finds by itself becomes findings of the rules that only a model can see (X001, X002). A candidate of the rules
that it calls a contradiction becomes a finding of its rule, at most a warning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.article import Span
from verifier.model.results import ModelReading, Pair, VerdictAnswer
from verifier.reading import Analysis
from verifier.reading._model import Quantity
from verifier.report._finding import Raised
from verifier.rules import Rule
from verifier.settings import Severity

_PUT_TO_THE_MODEL = ("D", "N", "E", "Q004", "S003")
_LOWER: Mapping[Severity, Severity] = {"error": "warning", "warning": "info", "info": "info"}


def pairs(raised: Sequence[Raised]) -> list[Pair]:
    """The conflicts among findings and candidates, each with both sides; the key is its place in the list."""
    return [
        Pair(
            key=f"{finding.code} ({at + 1})",
            first=finding.spans[0],
            second=finding.related[0][0],
            computed=finding.message,
            question=finding.question,
        )
        for at, finding in enumerate(raised)
        if finding.related and finding.code.startswith(_PUT_TO_THE_MODEL)
    ]


def compute(analysis: Analysis, first: Span, second: Span) -> str:
    """What code knows of two passages: their dates as days, and how far apart; figures in one unit, and how far."""
    told = []
    for one in (d for d in analysis.dates if first.covers(d.span)):
        for other in (d for d in analysis.dates if second.covers(d.span)):
            if one.earliest and other.earliest and one.earliest == one.latest and other.earliest == other.latest:
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
    """The rules' findings with the model's verdicts beside them."""
    keys = {pair.key: pair for pair in pairs(raised)}
    found = list(raised)
    for key, verdict in reading.judged.items():
        if key in keys:
            at = int(key.rpartition("(")[2].rstrip(")")) - 1
            finding = found[at]
            found[at] = replace(_after(finding, verdict.answer), verdict=(verdict.answer, verdict.why))
    return found


def _after(finding: Raised, answer: VerdictAnswer) -> Raised:
    """What a verdict leaves of its weight: a finding may lose a step, a candidate may become a warning."""
    if finding.likely:
        lighter: Severity = "warning" if finding.severity == "error" else finding.severity
        return replace(finding, likely=False, severity=lighter) if answer == "contradiction" else finding
    return replace(finding, severity=_LOWER[finding.severity]) if answer == "compatible" else finding


def own(reading: ModelReading, running: Sequence[Rule], severities: Mapping[str, Severity]) -> list[Raised]:
    """What the model found by itself, under the rules that only a model can see, where these are chosen."""
    rules = {rule.code: rule for rule in running}
    found = []
    if "X001" in rules:
        found += [
            _raised(
                rules["X001"], severities, c.first, (c.second, "the other statement"), c.why,
                "These two statements may not both be true.", "Which of the two is right?",
            )
            for c in reading.contradictions
        ]  # fmt: skip
    if "X002" in rules:
        found += [
            _raised(
                rules["X002"], severities, o.paraphrase, (o.quotation, "the quotation it rests on"), o.why,
                "This paraphrase may say more than the quotation it rests on.", "Did the speaker say this too?",
            )
            for o in reading.overreaches
        ]  # fmt: skip
    return found


def _raised(  # noqa: PLR0913 - one finding, all of its parts
    rule: Rule,
    severities: Mapping[str, Severity],
    where: Span,
    other: tuple[Span, str],
    why: str,
    message: str,
    ask: str,
) -> Raised:
    return Raised(
        code=rule.code,
        name=rule.name,
        severity=severities.get(rule.code, rule.severity),
        message=message,
        question=ask,
        explanation=why,
        spans=(where,),
        related=(other,),
        origin="model",
        verdict=("contradiction", why) if rule.code == "X001" else None,
    )


def _comparable(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.unit, one.noun) == (other.kind, other.unit, other.noun) and one.value != other.value

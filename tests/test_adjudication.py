"""What a model's answers change of what the rules raised."""

from dataclasses import replace

import pytest

from verifier.adjudication import judged, pairs
from verifier.article import Span, from_text
from verifier.model.results import Disagreement, Judged, ModelReading
from verifier.report import build
from verifier.report._finding import Raised

TEXT = "Bridge opens\n\nThe bridge opens on May 3.\n\nIt opens on June 8, the town said.\n"


def raised(*, likely: bool, severity: str = "error") -> Raised:
    return Raised(
        "D001", "conflicting-dates", severity, "Two dates.", "Which?", "",  # type: ignore[arg-type]
        spans=(Span(34, 39),), related=((Span(54, 60), "the other"),), likely=likely,
    )  # fmt: skip


def said(answer: str) -> ModelReading:
    return ModelReading(judged={"D001 (1)": Judged(answer, "One opening, two days.")})  # type: ignore[arg-type]


def test_findings_and_candidates_are_put_to_the_model() -> None:
    finding = replace(raised(likely=False), spans=(Span(0, 6),))
    assert [p.key for p in pairs([raised(likely=True), finding])] == ["D001 (2)", "D001 (1)"]


def test_two_places_are_one_pair_whichever_rules_tell_of_them() -> None:
    other = replace(raised(likely=True), code="E005", spans=(Span(54, 60),), related=((Span(34, 39), "the other"),))
    elsewhere = replace(raised(likely=True), related=((Span(0, 6), "the other"),))
    found = [raised(likely=True), other, elsewhere]
    assert [p.key for p in pairs(found)] == ["D001 (1)", "D001 (3)"]
    article = from_text(TEXT)
    after = judged(found, said("contradiction"))
    assert [f.code for f in build.findings(article, after)] == ["D001"]
    assert {c.code: c.verdict.answer for c in build.candidates(article, after) if c.verdict} == {
        "E005": "contradiction"
    }


def test_what_a_finding_tells_no_candidate_tells_again() -> None:
    found = [replace(raised(likely=True), code="E005"), raised(likely=False)]
    seen = Disagreement(Span(54, 60), Span(34, 39), "date", "certain", "Two days.")
    after = judged(found, ModelReading(disagreements=[seen]))
    [finding] = build.findings(from_text(TEXT), after)
    assert finding.code == "D001"
    assert finding.verdict is not None
    assert finding.verdict.answer == "contradiction"


@pytest.mark.parametrize(("severity", "left"), [("error", "warning"), ("warning", "warning"), ("info", "info")])
def test_a_candidate_called_a_contradiction_is_a_finding_of_its_rule(severity: str, left: str) -> None:
    after = judged([raised(likely=True, severity=severity)], said("contradiction"))
    article = from_text(TEXT)
    [finding] = build.findings(article, after)
    assert (finding.code, finding.severity, finding.origin) == ("D001", left, "rules")
    assert finding.verdict is not None
    assert (finding.verdict.answer, finding.verdict.explanation) == ("contradiction", "One opening, two days.")
    assert build.candidates(article, after) == ()


@pytest.mark.parametrize("answer", ["compatible", "unclear"])
def test_any_other_verdict_leaves_a_candidate_with_the_verdict_beside_it(answer: str) -> None:
    after = judged([raised(likely=True)], said(answer))
    [candidate] = build.candidates(from_text(TEXT), after)
    assert candidate.verdict is not None
    assert candidate.verdict.answer == answer
    assert build.findings(from_text(TEXT), after) == ()


def test_a_candidate_is_never_known_by_the_fingerprint_of_a_finding() -> None:
    article = from_text(TEXT)
    one = raised(likely=True)
    [candidate] = build.candidates(article, [one])
    [finding] = build.findings(article, [replace(one, likely=False)])
    assert candidate.fingerprint != finding.fingerprint

"""What a report says about the model in words: its verdicts, whom it credits otherwise, what it left open."""

from __future__ import annotations

from verifier.report._places import Places
from verifier.report._tally import counted
from verifier.report.models import Candidate, Finding, Report

_ANSWERS = {"contradiction": "a contradiction", "compatible": "both can be true", "unclear": "unclear"}
_MOST = 8
"""Lines of one kind; the others are only counted."""


def verdict(finding: Finding | Candidate) -> str:
    """What the model said about a finding, empty where it was not asked."""
    if finding.verdict is None:
        return ""
    said = f"The model: {_ANSWERS[finding.verdict.answer]}"
    return f"{said}. {finding.verdict.explanation}".rstrip(" .") + "."


def opinions(report: Report) -> list[str]:
    """Statements whose speaker is another to the model than to the rules or the text, a line each: none is believed."""
    at = Places(report.article).at
    other = [(q.span, q.speaker, q.second_opinion) for q in report.quotes if q.second_opinion]
    other += [(c.spans[0], c.speaker, c.second_opinion) for c in report.claims if c.second_opinion]
    return _cut(
        [
            f"{at(span.start)}: "
            f"{f'{speaker.name} by the rules' if speaker else 'nobody by the text'}, {opinion.name} to the model"
            for span, speaker, opinion in sorted(other, key=lambda o: o[0].start)
            if opinion
        ]
    )


def used(report: Report) -> str:
    """What the model was asked and what it cost, in one line; empty for a report by rules alone."""
    run = report.run
    if run.engine == "rules":
        return ""
    parts = [counted(run.calls, "call"), f"{run.cache_hits} from the cache", f"{run.tokens_in + run.tokens_out} tokens"]
    if run.tokens_cached:
        parts[-1] += f" ({run.tokens_cached} from the endpoint's cache)"
    if run.tokens_thought:
        parts.append(f"{run.tokens_thought} for thought")
    if run.cost is not None:
        parts.append(f"${run.cost:.4f}")
    if run.dropped:
        parts.append(f"{counted(len(run.dropped), 'answer')} dropped")
    where = f"at {run.endpoint}" if run.endpoint else f"replayed from {run.cassette}"
    return f"{run.model} {where}: {', '.join(parts)}"


def missing(report: Report) -> list[str]:
    """What stayed unanswered, a line for each reason with the questions it concerns."""
    reasons: dict[str, list[str]] = {}
    for line in report.run.missing:
        question, _, why = line.partition(": ")
        reasons.setdefault(why or "unanswered", []).append(question)
    return _cut(
        [
            f"{why}: {questions[0]}" + (f" and {counted(len(questions) - 1, 'more question')}" if questions[1:] else "")
            for why, questions in reasons.items()
        ]
    )


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST else [*lines[:_MOST], f"and {len(lines) - _MOST} more"]

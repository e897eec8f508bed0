"""The sieve: what the model words freely is held against the article, and what does not hold is told or dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from verifier.article import Article, Span
from verifier.model import grounding

_BEFORE = 3
"""Sentences before one from which a name or "the letter" in it may be filled in; they are shown to the model."""

_COUNTING = frozenset({"one", "two"})
"""A reason speaks of two passages, the one and the other."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """Holds claims against the sentences they are numbered with; ``examples`` are the prompt's own."""

    article: Article
    examples: tuple[str, ...]

    def before(self, sentence: int) -> str:
        """What stands just before the sentence with this index."""
        sentences = self.article.sentences[max(0, sentence - _BEFORE) : sentence]
        return " ".join(s.span.of(self.article.text) for s in sentences)

    def why_not(self, claim: Any) -> str:
        """Why a claim is not the article's, in words that can be sent back; empty where it is."""
        at = claim.sentence - 1
        evidence = self.article.sentences[at].span.of(self.article.text)
        return _why_not(claim.wording, evidence, self.before(at), self.examples)

    def check(self, answer: Any) -> None:
        """Refuse an answer with claims that do not hold.

        Raises:
            ValueError: for each of them what differs.
        """
        refused = {at: self.why_not(claim) for at, claim in enumerate(answer.claims, 1)}
        told = [f"claim {at}: {why}" for at, why in refused.items() if why]
        if told:
            raise ValueError("; ".join(told))


@lru_cache(maxsize=1024)  # asked when an answer comes and again when it is taken
def _why_not(wording: str, evidence: str, before: str, examples: tuple[str, ...]) -> str:
    if _repeats_an_example(wording, evidence, examples):
        return "it repeats the example of the prompt, not the article"
    found = grounding.unsupported(wording, evidence, before)
    if found:
        return "; ".join(map(str, found))
    if grounding.shared(wording, evidence) < grounding.LEAST_SHARED and not _within(wording, evidence):
        return "it does not say what its sentence says"
    return ""


def _repeats_an_example(wording: str, evidence: str, examples: tuple[str, ...]) -> bool:
    if not any(not grounding.differences(wording, example) for example in examples):
        return False
    return bool(grounding.differences(wording, evidence)) and not _within(wording, evidence)


def reason(why: str, evidence: Iterable[str]) -> str | None:
    """The model's one line of why, or None where it brings facts that stand in none of the passages it was shown."""
    facts = {"number", "date", "unit", "name"}
    there = " ".join(evidence)
    found = grounding.unsupported(why, there)
    return None if any(d.kind in facts and d.said.casefold() not in _COUNTING for d in found) else why


def _within(wording: str, evidence: str) -> bool:
    try:
        grounding.locate(wording, evidence, Span(0, len(evidence)))
    except grounding.GroundingError:
        return False
    return True

"""Round two: every pair is judged alone, both passages quoted, with what code computed about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verifier.article import Article, Span
from verifier.model import answers, passages
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import Dropped, Judged, Pair
from verifier.model.sieve import reason


def questions(article: Article, pairs: Sequence[Pair], prompt: Prompt, *, twice: bool) -> list[Question]:
    """One question a pair, or two with the passages turned round."""
    asked = []
    for pair in pairs:
        asked.append(_question(article, pair, prompt, turned=False))
        if twice:
            asked.append(_question(article, pair, prompt, turned=True))
    return asked


def take(
    article: Article, pairs: Sequence[Pair], replies: Sequence[Any], *, twice: bool
) -> tuple[dict[str, Judged], list[Dropped]]:
    """The verdicts by the pairs' keys; two that differ make "unclear", and no answer makes none.

    A reason that brings facts of its own is dropped, and its verdict stands without.
    """
    judged: dict[str, Judged] = {}
    dropped = []
    rest = iter(replies)
    for pair in pairs:
        first = next(rest)
        second = next(rest) if twice else first
        if first is None or second is None:
            continue
        shown = (_passage(article, pair.first), _passage(article, pair.second), pair.computed, pair.question)
        why = reason(passages.shown(first.why), shown)
        if why is None:
            dropped.append(Dropped(first.why, f"a reason with facts of its own (the verdict on {pair.key})"))
        if first.answer == second.answer:
            judged[pair.key] = Judged(first.answer, why or "")
        else:
            judged[pair.key] = Judged("unclear", f"{first.answer} one way round, {second.answer} the other")
    return judged, dropped


def _question(article: Article, pair: Pair, prompt: Prompt, *, turned: bool) -> Question:
    first, second = (pair.second, pair.first) if turned else (pair.first, pair.second)
    return Question(
        prompt=prompt,
        label=f"the verdict on {pair.key}{', asked again' if turned else ''}",
        messages=prompt.messages(
            fence=passages.fence(article),
            first=_passage(article, first),
            second=_passage(article, second),
            computed=passages.shown(pair.computed),
            question=passages.shown(pair.question),
        ),
        response_model=answers.Verdict,
    )


def _passage(article: Article, span: Span) -> str:
    """The whole sentence that holds the words."""
    sentence = article.sentence_at(span.start)
    around = sentence.span if sentence and sentence.span.covers(span) else span
    return passages.shown(around.of(article.text))

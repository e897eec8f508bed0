"""One run with a model: round one, round two, and an account of what it used and what it could not get."""

from __future__ import annotations

import asyncio
from asyncio import Future
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

from verifier.article import Span
from verifier.claims import Statement
from verifier.model import second_round, slots
from verifier.model.cache import AnswerCache
from verifier.model.cassette import Cassette, playing
from verifier.model.desk import Desk
from verifier.model.first_round import FirstRound
from verifier.model.meter import Meter
from verifier.model.prompts import Prompt, load
from verifier.model.question import Question
from verifier.model.results import Contradiction, ModelReading, Pair
from verifier.model.settings import ModelSettings
from verifier.reading import Analysis

_MOST_PAIRS = 60
"""Pairs judged in one article; what lies beyond is named in ``missing``."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run would send: calls and tokens still to be paid for, and answers the cache already has."""

    calls: int
    cached: int
    tokens_in: int
    tokens_out: int
    cost: float | None

    def __add__(self, other: Forecast) -> Forecast:
        return Forecast(
            self.calls + other.calls,
            self.cached + other.cached,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            None if self.cost is None or other.cost is None else self.cost + other.cost,
        )


@dataclass(slots=True)
class Room:
    """What the questions of one or many articles share: prompts, the cache, the cassette, the line to the endpoint."""

    settings: ModelSettings
    prompts: dict[str, Prompt]
    desk: Desk
    cassette: Cassette | None
    cache: AnswerCache | None = None

    @property
    def cache_problem(self) -> str | None:
        """Why the cache could not be used, None where it could or was not meant to be."""
        return self.cache.problem if self.cache is not None else None

    @property
    def hashes(self) -> dict[str, str]:
        """The prompts' hashes, for the report."""
        return {name: prompt.sha256 for name, prompt in sorted(self.prompts.items())}

    @property
    def meter(self) -> Meter:
        """What has been used so far."""
        return self.desk.meter


@asynccontextmanager
async def room(settings: ModelSettings) -> AsyncIterator[Room]:
    """Open prompts, cache and cassette for a run, and close them whatever happens.

    Raises:
        UsageError: the prompts are none.
        InputError: the cassette is missing or broken.
    """
    prompts = load(settings.prompts)
    with ExitStack() as open_things:
        cache = None
        if settings.cache is not None and settings.cassette is None:
            cache = open_things.enter_context(AnswerCache(settings.cache))
        cassette = None
        if settings.cassette is not None:
            cassette = open_things.enter_context(playing(Cassette(settings.cassette, settings), settings))
        desk = Desk(settings, cache, cassette)
        try:
            yield Room(settings, prompts, desk, cassette, cache)
        finally:
            await desk.aclose()


async def read(
    analysis: Analysis,
    statements: Sequence[Statement],
    pairs: Sequence[Pair],
    place: Room,
    compute: Callable[[Span, Span], str],
) -> ModelReading:
    """Both rounds for one article.

    ``pairs`` are the rules' conflicts; ``compute`` tells what code knows of two passages.
    """
    reading = ModelReading()
    first = FirstRound(analysis, statements, place.prompts, place.desk)
    known = _known(analysis, statements, pairs, compute)
    # What waits for no answer goes out at once, and first of it the one question that another waits for.
    look = _asking(place, first.look())
    most = _asking(place, chain(first.questions(), _verdicts(analysis, known[:_MOST_PAIRS], place)))
    looked, not_looked = await look
    own = [_own(statements, a, b, compute) for a, b in first.looked(looked, reading)]
    judging = [*known, *(p for p in _not_among(own, pairs) if p.key not in {k.key for k in known})]
    late = _asking(place, _verdicts(analysis, judging[len(known) : _MOST_PAIRS], place))
    answered, not_answered = await most
    rest = iter(answered)
    first.take(rest, reading)
    again = _asking(place, first.again())
    verdicts, not_judged = await late
    doubted, not_doubted = await again
    first.take_again(iter(doubted), reading)
    reading.missing += [*not_looked, *not_answered, *_beyond(judging), *not_judged, *not_doubted]
    _judge(analysis, judging, [*rest, *verdicts], reading, place)
    for pair in judging[len(pairs) :]:
        verdict = reading.judged.pop(pair.key, None)
        if verdict is not None and verdict.answer == "contradiction":
            reading.contradictions.append(Contradiction(pair.first, pair.second, verdict.why))
    return reading


def forecast(analysis: Analysis, statements: Sequence[Statement], pairs: Sequence[Pair], place: Room) -> Forecast:
    """What a run would use, foreseen without a call; round two counts the pairs that need no answer of round one."""
    first = FirstRound(analysis, statements, place.prompts, place.desk)
    known = _known(analysis, statements, pairs, lambda *_: "")[:_MOST_PAIRS]
    asked = [*first.questions(), *first.look(), *_verdicts(analysis, known, place)]
    due = [q for q in asked if not place.desk.kept(q)]
    tokens_in, tokens_out = (sum(q.expected_tokens[side] for q in due) for side in (0, 1))
    return Forecast(len(due), len(asked) - len(due), tokens_in, tokens_out, place.meter.price(tokens_in, tokens_out))


def _asking(place: Room, questions: Iterable[Question]) -> Future[tuple[list[Any], list[str]]]:
    """Begin to ask; what comes of it are the answers, and a line for each that did not come."""
    missing: list[str] = []

    async def ask() -> tuple[list[Any], list[str]]:
        return await place.desk.ask_all(questions, missing), missing

    return asyncio.ensure_future(ask())


def _verdicts(analysis: Analysis, pairs: Sequence[Pair], place: Room) -> list[Question]:
    return second_round.questions(analysis.article, pairs, place.prompts["verdict"], twice=place.settings.twice)


def _judge(
    analysis: Analysis, pairs: Sequence[Pair], replies: Sequence[Any], reading: ModelReading, place: Room
) -> None:
    asked = pairs[:_MOST_PAIRS]
    reading.judged, dropped = second_round.take(analysis.article, asked, replies, twice=place.settings.twice)
    reading.dropped += dropped


def _beyond(pairs: Sequence[Pair]) -> list[str]:
    too_many = len(pairs) - _MOST_PAIRS
    return [f"verdicts on {too_many} of {len(pairs)} pairs: too many for one article"] if too_many > 0 else []


def _known(
    analysis: Analysis, statements: Sequence[Statement], pairs: Sequence[Pair], compute: Callable[[Span, Span], str]
) -> list[Pair]:
    """The pairs that need no answer to be known: the rules', and those that code finds among the statements."""
    own = [_own(statements, a, b, compute) for a, b in slots.pairs(analysis, statements)]
    return [*pairs, *_not_among(own, pairs)]


def _own(statements: Sequence[Statement], a: int, b: int, compute: Callable[[Span, Span], str]) -> Pair:
    first, second = statements[a].spans[0], statements[b].spans[0]
    return Pair(
        key=f"statements {a + 1} and {b + 1}",
        first=first,
        second=second,
        computed=compute(first, second),
        question="Can both statements be true?",
    )


def _not_among(own: Sequence[Pair], given: Sequence[Pair]) -> list[Pair]:
    """The pairs that no rule has brought already, passage by passage."""
    return [
        pair
        for pair in own
        if not any(
            (pair.first.overlaps(g.first) and pair.second.overlaps(g.second))
            or (pair.first.overlaps(g.second) and pair.second.overlaps(g.first))
            for g in given
        )
    ]

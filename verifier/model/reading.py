"""One run with a model: round one, round two, and an account of what it used and what it could not get."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass

from verifier.article import Span
from verifier.claims import Statement
from verifier.language import Analysis
from verifier.model import second_round, slots
from verifier.model.cache import AnswerCache
from verifier.model.cassette import Cassette, playing
from verifier.model.desk import Desk
from verifier.model.first_round import FirstRound
from verifier.model.meter import Meter
from verifier.model.prompts import Prompt, load
from verifier.model.results import Contradiction, Judged, ModelReading, Pair
from verifier.model.settings import ModelSettings

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
            cassette = open_things.enter_context(playing(Cassette(settings.cassette), settings))
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
    asked = first.questions()
    found = first.take(await place.desk.ask_all(asked, reading.missing), reading)
    own = [_own(statements, a, b, compute) for a, b in sorted({*found, *slots.pairs(analysis, statements)})]
    own = _not_among(own, pairs)
    again = asyncio.ensure_future(place.desk.ask_all(first.again(), reading.missing))
    judged = await _judge(analysis, [*pairs, *own], place, reading)
    first.take_again(await again, reading)
    for pair in own:
        verdict = judged.pop(pair.key, None)
        if verdict is not None and verdict.answer == "contradiction":
            reading.contradictions.append(Contradiction(pair.first, pair.second, verdict.why))
    reading.judged = judged
    return reading


def forecast(analysis: Analysis, statements: Sequence[Statement], pairs: Sequence[Pair], place: Room) -> Forecast:
    """What a run would use, foreseen without a call; round two counts the pairs that need no answer of round one."""
    twice = place.settings.twice
    asked = FirstRound(analysis, statements, place.prompts, place.desk).questions()
    own = [_own(statements, a, b, lambda *_: "") for a, b in slots.pairs(analysis, statements)]
    known = [*pairs, *_not_among(own, pairs)][:_MOST_PAIRS]
    asked += second_round.questions(analysis.article, known, place.prompts["verdict"], twice=twice)
    due = [q for q in asked if not place.desk.kept(q)]
    tokens_in, tokens_out = (sum(q.expected_tokens[side] for q in due) for side in (0, 1))
    return Forecast(len(due), len(asked) - len(due), tokens_in, tokens_out, place.meter.price(tokens_in, tokens_out))


async def _judge(analysis: Analysis, pairs: list[Pair], place: Room, reading: ModelReading) -> dict[str, Judged]:
    twice = place.settings.twice
    if len(pairs) > _MOST_PAIRS:
        reading.missing.append(
            f"verdicts on {len(pairs) - _MOST_PAIRS} of {len(pairs)} pairs: too many for one article"
        )
        pairs = pairs[:_MOST_PAIRS]
    asked = second_round.questions(analysis.article, pairs, place.prompts["verdict"], twice=twice)
    replies = await place.desk.ask_all(asked, reading.missing)
    judged, dropped = second_round.take(analysis.article, pairs, replies, twice=twice)
    reading.dropped += dropped
    return judged


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

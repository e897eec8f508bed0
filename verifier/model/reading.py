"""One run with a model: the questions of one article, and an account of what they used and what they could not get."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from verifier.claims import Statement
from verifier.model.cache import AnswerCache
from verifier.model.cassette import Cassette, playing
from verifier.model.desk import Desk, Unanswered
from verifier.model.meter import Meter
from verifier.model.prompts import Prompt, load
from verifier.model.results import ModelReading, Pair
from verifier.model.sentences import Sentences
from verifier.model.settings import ModelSettings
from verifier.model.way import Way
from verifier.model.whole import Whole
from verifier.reading import Analysis

if TYPE_CHECKING:
    from verifier.model.rested import Rested
    from verifier.sources import Paraphrase


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
            cassette = open_things.enter_context(playing(Cassette(settings.cassette, settings)))
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
    paraphrases: Sequence[Paraphrase] = (),
) -> ModelReading:
    """Ask about one article; ``pairs`` are the rules' conflicts, which the model judges, ``paraphrases`` what it holds
    against the sources."""
    reading = ModelReading()
    way = _way(analysis, statements, pairs, place)
    rested = _rested(analysis, paraphrases, place)
    asked = chain(way.questions(), rested.questions() if rested else ())
    unanswered: list[Unanswered] = []
    replies = iter(await place.desk.ask_all(asked, unanswered))
    way.take(replies, reading)
    if smaller := way.divided(unanswered):
        still: list[Unanswered] = []
        parts = await place.desk.ask_all(smaller, still)
        if any(parts):
            unanswered = [*(one for one in unanswered if one.question.task != "reading"), *still]
            way.take_divided(parts, reading)
    if rested:
        rested.take(replies, reading)
    way.take_again(iter(await place.desk.ask_all(way.again(), unanswered)))
    reading.missing += [one.told for one in unanswered]
    return reading


def forecast(
    analysis: Analysis,
    statements: Sequence[Statement],
    pairs: Sequence[Pair],
    place: Room,
    paraphrases: Sequence[Paraphrase] = (),
) -> Forecast:
    """What a run would use, foreseen without a call; claims that have to be worded again are not foreseen."""
    rested = _rested(analysis, paraphrases, place)
    asked = [*_way(analysis, statements, pairs, place).questions(), *(rested.questions() if rested else ())]
    due = [q for q in asked if not place.desk.kept(q)]
    tokens_in, tokens_out = (sum(q.expected_tokens[side] for q in due) for side in (0, 1))
    return Forecast(len(due), len(asked) - len(due), tokens_in, tokens_out, place.meter.price(tokens_in, tokens_out))


def _rested(analysis: Analysis, paraphrases: Sequence[Paraphrase], place: Room) -> Rested | None:
    """What paraphrases rest on, where there are any."""
    if not paraphrases:
        return None
    from verifier.model.rested import Rested  # noqa: PLC0415 - a run without sources does not need it

    return Rested(analysis, paraphrases, place.prompts, place.settings)


def _way(analysis: Analysis, statements: Sequence[Statement], pairs: Sequence[Pair], place: Room) -> Way:
    """The article as a whole, or sentence by sentence, as the settings say."""
    way: type[Way] = Whole if place.settings.ask == "article" else Sentences
    return way(analysis, statements, pairs, place.prompts, place.settings)

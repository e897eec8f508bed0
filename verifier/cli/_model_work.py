"""Articles through the pipeline with a model: one process, one room, however many articles."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from itertools import islice

from verifier._exceptions import UsageError
from verifier.cli._inputs import read
from verifier.cli._work import Examined, Job, Outcome, Task, library, opened, outcome
from verifier.model.reading import Forecast, Room, room
from verifier.model.settings import ModelSettings
from verifier.pipeline import ask, foresee


@dataclass(slots=True)
class ModelWork:
    """One run with a model; what it came to stands in the fields once all outcomes have been taken.

    ``every`` says that all articles that were asked for are among the tasks. ``notes`` are lines for standard error,
    ``stopped`` says that Ctrl-C ended it, ``unused`` counts recordings of the cassette that no question asked for.
    """

    job: Job
    model: ModelSettings
    every: bool = True
    stopped: bool = False
    unused: int = 0
    notes: tuple[str, ...] = ()
    _answered: bool = False

    def check(self, tasks: list[Task]) -> Iterator[Outcome]:
        """Check the articles, as many at the same time as questions may be under way; outcomes come in their order.

        After Ctrl-C those at hand are reported as far as they got, and no other is begun.
        """
        with asyncio.Runner() as runner, contextlib.ExitStack() as at_the_end:
            stack = AsyncExitStack()
            at_the_end.callback(lambda: runner.run(stack.aclose()))
            place = runner.run(stack.enter_async_context(room(self.model)))
            at_the_end.callback(self._close_accounts, place)
            answered = self.every
            with self._listening(runner.get_loop(), place):
                left = iter(enumerate(tasks))
                at_hand: deque[asyncio.Task[Outcome]] = deque()
                while True:
                    if not self.stopped:
                        for index, task in islice(left, self.model.concurrency - len(at_hand)):
                            at_hand.append(runner.get_loop().create_task(self._one(place, index, task)))
                    if not at_hand:
                        break
                    done = runner.run(_awaited(at_hand.popleft()))
                    answered = answered and done.tally is not None and not done.missing
                    yield done
            self._answered = answered  # only here: whoever takes the outcomes may have stopped before the last

    def foresee(self, tasks: list[Task]) -> Iterator[tuple[str, Forecast]]:
        """What each article would take, without a call.

        Raises:
            InputError: one cannot be read.
        """
        with asyncio.Runner() as runner:
            stack = AsyncExitStack()
            place = runner.run(stack.enter_async_context(room(replace(self.model, offline=True))))
            try:
                for task in tasks:
                    article = read(task.given, self.job.published, self.job.max_bytes)
                    shelves, _ = library(article, task)
                    yield task.given.name, foresee(article, task.settings, place, library=shelves)
            finally:
                runner.run(stack.aclose())

    async def _one(self, place: Room, index: int, task: Task) -> Outcome:
        async def examined() -> Examined:
            article, wished = await asyncio.to_thread(opened, self.job, task)
            shelves, wrong = await asyncio.to_thread(library, article, task)
            return Examined(wished, await ask(article, task.settings, place, library=shelves), wrong)

        examining = asyncio.ensure_future(examined())
        await asyncio.wait([examining])
        return outcome(self.job, index, task, examining.result)

    @contextlib.contextmanager
    def _listening(self, loop: asyncio.AbstractEventLoop, place: Room) -> Iterator[None]:
        """The first Ctrl-C stops asking, the second stops everything."""

        def stop() -> None:
            if self.stopped:
                raise KeyboardInterrupt
            self.stopped = True
            place.desk.stop()

        try:
            loop.add_signal_handler(signal.SIGINT, stop)
        except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the first thread
            yield
            return
        try:
            yield
        finally:
            loop.remove_signal_handler(signal.SIGINT)

    def _close_accounts(self, place: Room) -> None:
        notes = []
        if place.cassette is not None and self.model.record != "all" and place.cassette.unused:
            self.unused = place.cassette.unused
            fate = "not asked for"
            if self.model.drop_unused and self._answered and not self.stopped:
                place.cassette.drop_unused()
                fate += ", and dropped"
            notes.append(f"{place.cassette.path}: {self.unused} recordings were {fate}")
        if place.cache_problem:
            notes.append(f"the cache could not be used: {place.cache_problem}")
        self.notes = tuple(notes)


async def _awaited(task: asyncio.Task[Outcome]) -> Outcome:
    return await task


def forecast_lines(forecasts: list[tuple[str, Forecast]]) -> list[str]:
    """The forecasts in words, and their sum where there are several."""
    lines = [f"{name}: {_words(forecast)}" for name, forecast in forecasts]
    if len(forecasts) > 1:
        total = sum((forecast for _, forecast in forecasts[1:]), forecasts[0][1])
        lines.append(f"{len(forecasts)} articles: {_words(total)}")
    return lines


def _words(forecast: Forecast) -> str:
    words = (
        f"{forecast.calls} calls, {forecast.cached} answers kept, "
        f"about {forecast.tokens_in} tokens sent and {forecast.tokens_out} received"
    )
    return words if forecast.cost is None else f"{words}, about ${forecast.cost:.4f}"


def refuse_jobs(jobs: int | None) -> None:
    """Several processes would each have limits of their own.

    Raises:
        UsageError: several were asked for.
    """
    if jobs is not None and jobs > 1:
        raise UsageError("a run with a model uses one process; say --concurrency instead of --jobs")

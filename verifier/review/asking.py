"""The configured model, asked in the background about the version of an article that is on the desk.

It takes minutes, in which a newer version may come, or a source: answers on a version that is not there any more are
put nowhere.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import TYPE_CHECKING

from verifier._exceptions import VerifierError
from verifier.article import Article
from verifier.report.models import Report
from verifier.settings import Settings
from verifier.sources import Library as Shelves
from verifier.sources import Source, joined

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings

_PAUSE = 0.2
"""Seconds between two looks at how far the model is."""


@dataclass(slots=True)
class Work:
    """What is being done with an article in the background: the model's answers so far, of how many."""

    answered: int = 0
    expected: int = 0
    problem: str = ""
    done: bool = False


@dataclass(slots=True)
class Asking:
    """What is asked about which article; of several questions about one, the last counts."""

    model: ModelSettings
    _works: dict[int, Work] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def work(self, article: int) -> Work | None:
        """What is being done with an article; None where nothing was."""
        return self._works.get(article)

    def ask(
        self,
        article: int,
        read: Article,
        settings: Settings,
        sources: Sequence[Source],
        put: Callable[[Report], bool],
    ) -> None:
        """Ask about an article; ``put`` takes the report with the answers, and says whether it was still wanted."""
        work = Work()
        with self._lock:
            self._works[article] = work
        Thread(target=self._asked, args=(work, read, settings, sources, put), daemon=True).start()

    def _asked(
        self,
        work: Work,
        read: Article,
        settings: Settings,
        sources: Sequence[Source],
        put: Callable[[Report], bool],
    ) -> None:
        try:
            report = asyncio.run(self._answers(work, read, settings, sources))
            if not put(report):
                work.problem = "The article has changed since the model was asked; its answers were left out."
            elif report.run.missing:
                work.problem = f"The model left something unanswered: {report.run.missing[0]}"
        except VerifierError as error:
            work.problem = f"The model could not be asked: {error}"
        except Exception as error:  # whatever it is, the page must not wait for ever
            work.problem = f"The model could not be asked ({type(error).__name__}); what the rules found stands."
        finally:
            work.done = True

    async def _answers(self, work: Work, read: Article, settings: Settings, sources: Sequence[Source]) -> Report:
        from verifier.model.reading import room  # noqa: PLC0415 - a desk without a model does not need it
        from verifier.pipeline import ask, foresee  # noqa: PLC0415

        library = joined(Shelves(()), sources) if sources else None
        async with room(self.model) as place:
            with contextlib.suppress(VerifierError):
                ahead = await asyncio.to_thread(foresee, read, settings, place, library=library)
                work.expected = ahead.calls + ahead.cached
            asking = asyncio.ensure_future(ask(read, settings, place, library=library))
            while not asking.done():
                work.answered = place.meter.total.calls + place.meter.total.cache_hits
                await asyncio.wait([asking], timeout=_PAUSE)
            return asking.result()

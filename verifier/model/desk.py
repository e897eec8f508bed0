"""The desk where questions are handed in: the same one twice is asked once, what is kept is not asked, what stays
unanswered is written down."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from verifier.model.answers import Answer
from verifier.model.cache import AnswerCache
from verifier.model.cassette import Cassette
from verifier.model.errors import EndpointError, NoAnswerError, UnfitError
from verifier.model.meter import Meter
from verifier.model.question import Question
from verifier.model.settings import ModelSettings

if TYPE_CHECKING:
    from verifier.model.client import Client

_STOPPED = "stopped before it was answered"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that stays unanswered, and why."""

    question: Question
    why: NoAnswerError

    @property
    def unfit(self) -> bool:
        """Whether an answer came that could not be used: a smaller question may fare better."""
        return isinstance(self.why, UnfitError)

    @property
    def told(self) -> str:
        """As a line of ``missing``."""
        return f"{self.question.label}: {self.why}"


class Desk:
    """Asks questions for one run, however many articles it has."""

    def __init__(self, settings: ModelSettings, cache: AnswerCache | None, cassette: Cassette | None) -> None:
        self.settings = settings
        self.meter = Meter(settings)
        self._cache = cache
        self._cassette = cassette
        self._client: Client | None = None
        self._asked: dict[str, asyncio.Task[Answer | NoAnswerError]] = {}
        self._lanes = asyncio.Semaphore(settings.concurrency)
        self._hopeless: str | None = None
        self._stopped = False

    async def ask_all(self, questions: Iterable[Question], unanswered: list[Unanswered]) -> list[Answer | None]:
        """The answers in the order of the questions, all asked at once; what stays ``unanswered`` is None."""
        asked, tasks = [], []
        for question in questions:
            asked.append(question)
            tasks.append(self._once(question))
            await asyncio.sleep(0)  # the first are on their way while the others are still being put into words
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        answers: list[Answer | None] = []
        for question, outcome in zip(asked, outcomes, strict=True):
            if isinstance(outcome, asyncio.CancelledError) and self._stopped:
                outcome = NoAnswerError(_STOPPED)
            if isinstance(outcome, NoAnswerError):
                unanswered.append(Unanswered(question, outcome))
                answers.append(None)
            elif isinstance(outcome, BaseException):
                raise outcome
            else:
                answers.append(outcome)
        return answers

    def stop(self) -> None:
        """Ask nothing more and wait for nothing more; what has been answered is kept."""
        self._stopped = True
        self._hopeless = _STOPPED
        for task in self._asked.values():
            task.cancel()

    def kept(self, question: Question) -> bool:
        """Whether the answer needs no call."""
        return self._cache is not None and self._cache.get(question.key(self.settings)) is not None

    async def aclose(self) -> None:
        """Hang up, if a line was ever opened."""
        if self._client is not None:
            await self._client.aclose()

    def _once(self, question: Question) -> asyncio.Task[Answer | NoAnswerError]:
        key = question.key(self.settings)
        if key not in self._asked:
            self._asked[key] = asyncio.ensure_future(self._answer(key, question))
        return self._asked[key]

    async def _answer(self, key: str, question: Question) -> Answer | NoAnswerError:
        kept = self._cache.get(key) if self._cache else None
        if kept is not None:
            answer = _revived(kept, question)
            if answer is not None:
                self.meter.hit()
                return answer
        try:
            answer = await self._call(key, question)
        except NoAnswerError as failure:
            if isinstance(failure, EndpointError):
                self._hopeless = str(failure)
            return failure
        if self._cache:
            self._cache.put(key, answer.model_dump(mode="json"))
        return answer

    async def _call(self, key: str, question: Question) -> Answer:
        if self.settings.offline and not self.settings.replaying:
            raise NoAnswerError("not in the cache, and --offline forbids asking")
        ticket = hash(key)
        async with self._lanes:
            if self._hopeless is not None:
                raise NoAnswerError(self._hopeless)
            self.meter.reserve(ticket, *question.expected_tokens)
            try:
                if self._client is None:
                    from verifier.model.client import Client  # noqa: PLC0415 - openai and instructor take two seconds

                    self._client = Client(self.settings, self.meter, self._cassette)
                return await self._client.ask(question)
            finally:
                self.meter.settle(ticket)


def _revived(kept: dict[str, Any], question: Question) -> Answer | None:
    """A kept answer in its form, None where it does not fit; whoever asked holds it against the article."""
    try:
        return question.response_model.model_validate(kept)
    except ValidationError:
        return None

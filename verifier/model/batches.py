"""Questions that go out in a provider's batches, and answers that came back in one.

Nothing is rebuilt for that: the client asks as always, over a line that leads into the batch instead of the network. So
what goes out is what would have been sent, and what comes back is read, held against the article and, where it does not
fit, sent back (in the next batch) as any answer is. A refusal of the form teaches the dialect, here as there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpx2

from verifier.model.answers import Answer
from verifier.model.cache import AnswerCache
from verifier.model.desk import Desk
from verifier.model.errors import NoAnswerError
from verifier.model.question import Question
from verifier.model.settings import ModelSettings

WAITING = "goes out in a batch"
_key: ContextVar[str] = ContextVar("key")


@dataclass(frozen=True, slots=True)
class Result:
    """What a batch brought for one question: the status and the body that a call would have brought."""

    status: int
    payload: dict[str, Any]


Take = Callable[[str], Result | None]
"""The result for a key, once; None where there is none (any more)."""
Put = Callable[[str, dict[str, Any]], None]
"""Takes a question that is to go out: its key and its body."""


class BatchDesk(Desk):
    """Answers what a batch has brought and hands the rest out."""

    def __init__(self, settings: ModelSettings, cache: AnswerCache | None, take: Take, put: Put) -> None:
        super().__init__(settings, cache, None)
        self._line = _Line(take, put)

    async def _call(self, key: str, question: Question) -> Answer:
        if self._client is None:
            from verifier.model.client import Client  # noqa: PLC0415 - openai and instructor take two seconds

            self._client = Client(self.settings, self.meter, None, line=self._line)
        token = _key.set(key)
        try:
            return await self._client.ask(question)
        finally:
            _key.reset(token)
            self._hopeless = None  # a refusal of one batch is none of the next


class _Line(httpx2.AsyncBaseTransport):
    def __init__(self, take: Take, put: Put) -> None:
        self._take = take
        self._put = put

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """What the batch brought; what it did not goes into the next.

        Raises:
            NoAnswerError: it waits for that.
        """
        key = _key.get()
        result = self._take(key)
        if result is None:
            body = json.loads(await request.aread())
            self._put(key, body)
            raise NoAnswerError(WAITING)
        content = json.dumps(result.payload).encode()
        headers = {"content-type": "application/json"}
        return httpx2.Response(result.status, headers=headers, stream=httpx2.ByteStream(content))

"""The line to the endpoint: bad lines are tried again here, below everything that knows what a prompt is.

A rate limit or a dropped connection therefore never reaches Instructor, whose retries are for answers that do not fit.
"""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable

import httpx2
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

_WORTH_ANOTHER = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
_LONGEST_WAIT = 60.0
"""Seconds; an endpoint that asks for more is not waited for."""


class BusyError(httpx2.TransportError):
    """The endpoint answered, but asked for patience; ``wait`` is seconds, None where it did not say."""

    def __init__(self, response: httpx2.Response, wait: float | None) -> None:
        self.response = response
        self.wait = wait
        super().__init__(f"the endpoint answered {response.status_code}")


class PatientTransport(httpx2.AsyncBaseTransport):
    """Sends a request again after a refusal that may pass or a line that broke.

    ``on_retry`` is called before each new try. An answer that stays bad is handed up as it came.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport, attempts: int, on_retry: Callable[[], None]) -> None:
        self._inner = inner
        self._attempts = attempts
        self._on_retry = on_retry

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send, and send again where that may help."""
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._attempts),
            wait=_wait,
            retry=retry_if_exception_type(httpx2.TransportError),
            before_sleep=lambda _: self._on_retry(),
            reraise=True,
        )
        try:
            return await retrying(self._send, request)
        except BusyError as busy:
            return busy.response

    async def _send(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._inner.handle_async_request(request)
        if response.status_code not in _WORTH_ANOTHER:
            return response
        wait = _asked_for(response)
        await response.aread()
        if wait is not None and wait > _LONGEST_WAIT:
            return response
        raise BusyError(response, wait)

    async def aclose(self) -> None:
        """Close the line."""
        await self._inner.aclose()


_backing_off = wait_exponential_jitter(initial=0.5, max=20)


def _wait(state: RetryCallState) -> float:
    failure = state.outcome.exception() if state.outcome else None
    asked = failure.wait if isinstance(failure, BusyError) else None
    return asked if asked is not None else _backing_off(state)


def _asked_for(response: httpx2.Response) -> float | None:
    """Seconds that a Retry-After header asks for, given in seconds or as a date."""
    value = response.headers.get("retry-after", "")
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None

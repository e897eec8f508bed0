"""The line to the endpoint: bad lines are tried again here, below everything that knows what a prompt is.

A rate limit or a dropped connection therefore never reaches Instructor, whose retries are for answers that do not fit.
"""

from __future__ import annotations

import asyncio
import email.utils
import ssl
import time
import zlib
from collections.abc import Callable
from functools import cache

import httpx2
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

from verifier.model.errors import NoAnswerError
from verifier.model.meter import Meter
from verifier.model.refusal import error_status, refusal
from verifier.model.settings import ModelSettings

_WORTH_ANOTHER = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
_LONGEST_WAIT = 60.0
"""Seconds; an endpoint that asks for more is not waited for."""
_MOST_BYTES = 4_000_000
"""No answer is as long as this, as sent or unpacked; what goes on is cut off."""
ENCODINGS = "gzip"
"""What answers may be packed in: what is unpacked bit by bit, so that a few bytes never become gigabytes."""
_ZLIB_OR_GZIP = zlib.MAX_WBITS | 32
_NOT_HANDED_UP = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie"})


@cache
def trusted() -> ssl.SSLContext:
    """Whom the world trusts, or this environment; loaded once for a process, as it takes longer than the rules do for
    a short article."""
    return httpx2.create_ssl_context()


class BusyError(httpx2.TransportError):
    """The endpoint answered, but asked for patience; ``wait`` is seconds, None where it did not say."""

    def __init__(self, response: httpx2.Response, wait: float | None) -> None:
        self.response = response
        self.wait = wait
        super().__init__(f"the endpoint answered {response.status_code}")


class PatientTransport(httpx2.AsyncBaseTransport):
    """Sends a request again after a refusal that may pass or a line that broke.

    An answer is read whole before it is handed up, so that a line that breaks in the middle counts as broken. An
    answer that stays bad is handed up as it came.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport, settings: ModelSettings, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter
        self._timeout = settings.timeout
        self._attempts = 1 if settings.replaying else settings.attempts
        self._backing_off = wait_random_exponential(multiplier=settings.backoff, max=40 * settings.backoff)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send, and send again where that may help."""
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._attempts),
            wait=self._wait,
            retry=retry_if_exception(_may_pass),
            before_sleep=lambda _: self._meter.resending(),
            reraise=True,
        )
        try:
            return await retrying(self._send, request)
        except BusyError as busy:
            return busy.response

    async def aclose(self) -> None:
        """Close the line."""
        await self._inner.aclose()

    async def _send(self, request: httpx2.Request) -> httpx2.Response:
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._whole(await self._inner.handle_async_request(request))
        except TimeoutError:
            raise httpx2.ReadTimeout(f"no whole answer within {self._timeout:g} seconds", request=request) from None
        if response.status_code not in _WORTH_ANOTHER or not refusal(response.status_code, response.content, "").passes:
            return response
        wait = _asked_for(response)
        if wait is not None and wait > _LONGEST_WAIT:
            return response
        raise BusyError(response, wait)

    @staticmethod
    async def _whole(response: httpx2.Response) -> httpx2.Response:
        body = bytearray()
        try:
            unpack = _unpacking(response.headers.get("content-encoding", ""))
            async for piece in response.aiter_raw():
                body += unpack(piece, _MOST_BYTES + 1 - len(body)) if unpack else piece
                if len(body) > _MOST_BYTES:
                    raise NoAnswerError(f"the answer is longer than {_MOST_BYTES // 1_000_000} MB")
        except zlib.error:
            raise NoAnswerError("the answer is packed, and cannot be unpacked") from None
        finally:
            await response.aclose()
        headers = [
            (name, value) for name, value in response.headers.multi_items() if name.lower() not in _NOT_HANDED_UP
        ]
        status = error_status(bytes(body)) if response.is_success else None  # some gateways answer 200 "not OK"
        return httpx2.Response(status or response.status_code, headers=headers, content=bytes(body))

    def _wait(self, state: RetryCallState) -> float:
        failure = state.outcome.exception() if state.outcome else None
        asked = failure.wait if isinstance(failure, BusyError) else None
        # Sixteen that were sent away together do not come back together.
        return (asked or 0.0) + self._backing_off(state)


def _unpacking(encoding: str) -> Callable[[bytes, int], bytes] | None:
    """What unpacks such an answer piece by piece, never to more than is asked for; None where it is not packed."""
    named = encoding.strip().lower()
    if named in {"", "identity"}:
        return None
    if named not in {"gzip", "x-gzip", "deflate"}:
        raise NoAnswerError(f"the answer is packed as nobody asked for ({named[:20]})")
    return zlib.decompressobj(_ZLIB_OR_GZIP).decompress


def _may_pass(failure: BaseException) -> bool:
    """Whether the line may be better next time; a certificate that is not trusted will not be."""
    return isinstance(failure, httpx2.TransportError) and untrusted(failure) is None


def untrusted(failure: BaseException | None) -> str | None:
    """Why a certificate is not trusted, where that is what is wrong; None where it is not."""
    while failure is not None:
        if isinstance(failure, ssl.SSLCertVerificationError):
            return failure.verify_message or "it is not valid"
        if "CERTIFICATE_VERIFY_FAILED" in str(failure):
            return "it is not valid"
        failure = failure.__cause__ or failure.__context__
    return None


def _asked_for(response: httpx2.Response) -> float | None:
    """Seconds that a Retry-After header asks for, given in seconds or as a date."""
    value = response.headers.get("retry-after", "")
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None

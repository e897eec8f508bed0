"""The client: the only place that speaks to openai and instructor.

Loaded only where a question has to leave the machine (or a cassette is replayed): a run answered by the cache imports
neither.
"""

from __future__ import annotations

import json
import logging
from functools import lru_cache
from typing import Any, cast

import httpx2
import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

from verifier.model.answers import Answer
from verifier.model.cassette import Cassette
from verifier.model.dialect import Dialect
from verifier.model.envelope import REFUSED
from verifier.model.errors import EndpointError, NoAnswerError, UnfitError
from verifier.model.meter import Meter
from verifier.model.negotiation import NOTE, NegotiatingTransport
from verifier.model.question import Question
from verifier.model.refusal import safe
from verifier.model.settings import ModelSettings
from verifier.model.transport import ENCODINGS, PatientTransport, trusted, untrusted

_MODES = {"json_schema": instructor.Mode.JSON_SCHEMA, "tools": instructor.Mode.TOOLS, "json": instructor.Mode.JSON}
_PLAINLY: dict[type[BaseException], str] = {
    openai.APITimeoutError: "no whole answer in time",
    openai.APIConnectionError: "the connection broke",
    openai.APIResponseValidationError: "what came back is no answer of a chat endpoint",
    IncompleteOutputException: "the answer was cut off (finish_reason length); allow more with --thinking-tokens",
}
_SHOWN = 100
"""Characters of what a model says instead of an answer."""
_SENT_BACK = 1
"""How often an answer that does not fit is sent back with the reason."""

for _name in ("instructor", "openai", "httpx2", "httpcore2"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False  # what they log holds the article and, at debug level, headers


class Client:
    """Asks one endpoint, as often at once as the settings allow."""

    def __init__(
        self,
        settings: ModelSettings,
        meter: Meter,
        cassette: Cassette | None,
        line: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._settings = settings
        self._meter = meter
        self._cassette = cassette
        if line is None:
            line = httpx2.AsyncBaseTransport()  # a replay has none, and need not load certificates
            if cassette is None or not cassette.replays:
                limits = httpx2.Limits(max_connections=settings.concurrency)
                line = httpx2.AsyncHTTPTransport(limits=limits, proxy=settings.proxy, verify=trusted())
        self._line = NegotiatingTransport(PatientTransport(line, settings, meter), settings, meter, cassette)
        self._http = httpx2.AsyncClient(
            transport=self._line,
            timeout=settings.timeout,
            headers={"accept-encoding": ENCODINGS},
        )
        endpoint = openai.AsyncOpenAI(
            api_key=settings.api_key or "none",
            base_url=settings.base_url,
            max_retries=0,
            http_client=self._http,
        )
        endpoint.organization = endpoint.project = None  # openai takes them from the environment unasked
        self._ask = instructor.from_openai(endpoint, mode=_MODES[settings.mode])

    @property
    def dialect(self) -> Dialect:
        """How the endpoint is spoken to by now."""
        return self._line.dialect

    async def ask(self, question: Question) -> Answer:
        """One answer in the asked form; what does not have it was sent back once.

        Raises:
            EndpointError: nobody there, or it will not talk to us; no other question will fare better.
            NoAnswerError: this question stays unanswered.
        """
        try:
            return await self._ask.create(
                response_model=_dressed(question.response_model),
                messages=cast(Any, question.messages),  # openai wants one of six typed dicts
                max_retries=_SENT_BACK,
                model=self._settings.name,
                extra_headers={NOTE: json.dumps(question.about)} if self._cassette else None,
                extra_body=self._settings.parameters(question.parameters),
            )
        except InstructorRetryException as failure:
            raise self._told(failure) from None
        except Exception as failure:
            # Whatever a strange endpoint makes of two libraries, it is no answer, and no reason to lose the others.
            raise self._told(failure) from None

    async def aclose(self) -> None:
        """Hang up."""
        await self._http.aclose()

    def _told(self, failure: Exception) -> NoAnswerError:
        """What went wrong in plain words, found down the chain of causes; never the request, which holds the key."""
        for cause in _causes(failure):
            told = self._plainly(cause)
            if told is not None:
                return told
        message = _message(failure)
        if getattr(message, "refusal", None):
            return NoAnswerError(REFUSED)
        return UnfitError("the answer did not have the asked form, also when sent back" + self._in_words(message))

    def _in_words(self, message: Any) -> str:
        """What the model said instead, where that is words and no form at all: "I cannot help with that"."""
        if message is None:
            return ""
        calls = getattr(message, "tool_calls", None)
        said = getattr(message, "content", None) or (calls[0].function.arguments if calls else "")
        if not isinstance(said, str) or "{" in said:
            return ""
        line = safe(said, self._settings.api_key or "")
        if not line or line == "None":
            return ": it was empty"
        return f": “{line if len(line) <= _SHOWN else line[:_SHOWN] + '…'}”"

    def _plainly(self, cause: BaseException) -> NoAnswerError | None:
        if isinstance(cause, NoAnswerError):
            return cause
        if isinstance(cause, httpx2.TransportError) and (why := untrusted(cause)):
            return EndpointError(
                f"the certificate of {self._settings.host} is not trusted: {why}; "
                "SSL_CERT_FILE names the file of an authority of your own"
            )
        if isinstance(cause, httpx2.ProxyError):
            return EndpointError("the proxy that HTTPS_PROXY names does not let us through")
        if isinstance(cause, httpx2.ConnectError):
            return EndpointError(f"nobody answers at {self._settings.host}")
        words = next((words for kind, words in _PLAINLY.items() if isinstance(cause, kind)), None)
        if words and isinstance(cause, IncompleteOutputException):
            return UnfitError(words)
        return NoAnswerError(words) if words else None


@lru_cache
def _dressed(form: type[Answer]) -> type[Answer]:
    """The form as Instructor wants it, which makes a class of its own each time: for a form that questions share, once
    is enough."""
    return cast(type[Answer], instructor.openai_schema(form))


def _message(failure: Exception) -> Any:
    """The model's last message, as far as there is one."""
    choices = getattr(getattr(failure, "last_completion", None), "choices", None)
    return choices[0].message if choices else None


def _causes(failure: BaseException | None) -> list[BaseException]:
    """The failure and what it was raised from, the first cause first."""
    found: list[BaseException] = []
    while failure is not None and failure not in found:
        found.append(failure)
        failure = failure.__cause__ or failure.__context__
    return found[::-1]

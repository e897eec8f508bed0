"""The client: the only place that speaks to openai and instructor.

Loaded only where a question has to leave the machine (or a cassette is replayed): a run answered by the cache imports
neither.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any, cast

import httpx2
import instructor
import openai
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from vcr.errors import CannotOverwriteExistingCassetteException

from verifier.model.answers import Answer
from verifier.model.cassette import Cassette
from verifier.model.errors import EndpointError, NoAnswerError
from verifier.model.meter import Meter
from verifier.model.question import Question
from verifier.model.settings import ModelSettings
from verifier.model.transport import PatientTransport

_MODES = {"json_schema": instructor.Mode.JSON_SCHEMA, "tools": instructor.Mode.TOOLS, "json": instructor.Mode.JSON}
_HOPELESS = (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError)
_PLAINLY: dict[type[BaseException], str] = {
    openai.APITimeoutError: "no answer in time",
    openai.APIConnectionError: "the connection broke",
    IncompleteOutputException: "the answer was cut off (finish_reason length); allow more tokens in the prompt",
}
_SENT_BACK = 1
"""How often an answer that does not fit is sent back with the reason."""

for _name in ("instructor", "openai", "httpx2"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False  # what they log holds the article and, at debug level, headers


class Client:
    """Asks one endpoint, as often at once as the settings allow."""

    def __init__(self, settings: ModelSettings, meter: Meter, cassette: Cassette | None) -> None:
        self._settings = settings
        self._meter = meter
        self._cassette = cassette
        line = httpx2.AsyncHTTPTransport(limits=httpx2.Limits(max_connections=settings.concurrency))
        attempts = 1 if settings.replaying else settings.attempts
        self._http = httpx2.AsyncClient(
            transport=PatientTransport(line, attempts, self._retried),
            timeout=settings.timeout,
            event_hooks={"request": [self._noted]} if cassette else None,
        )
        endpoint = openai.AsyncOpenAI(
            api_key=settings.api_key or "none",
            base_url=settings.base_url,
            max_retries=0,
            http_client=self._http,
        )
        self._ask = instructor.from_openai(endpoint, mode=_MODES[settings.mode])
        self._ask.on("completion:response", self._counted)
        self._about: dict[str, dict[str, str]] = {}

    async def ask(self, question: Question) -> Answer:
        """One answer in the asked form.

        Raises:
            EndpointError: nobody there, or it will not talk to us; no other question will fare better.
            NoAnswerError: this question stays unanswered.
        """
        try:
            async with asyncio.timeout(self._settings.timeout):
                answer = await self._ask.create(
                    response_model=question.response_model,
                    messages=cast(Any, question.messages),  # openai wants one of six typed dicts
                    max_retries=_SENT_BACK,
                    context={"check": question.check} if question.check else None,
                    model=self._settings.name,
                    extra_headers={"x-verifier-about": json.dumps(question.about)} if self._cassette else None,
                    **question.prompt.parameters,
                )
        except TimeoutError:
            raise NoAnswerError(f"no whole answer within {self._settings.timeout:g} seconds") from None
        except (InstructorRetryException, IncompleteOutputException, openai.OpenAIError, ValueError) as failure:
            raise self._told(failure, question) from None
        return answer

    async def aclose(self) -> None:
        """Hang up."""
        await self._http.aclose()

    def _told(self, failure: Exception, question: Question) -> NoAnswerError:
        """What went wrong in plain words, found down the chain of causes; never the request, which holds the key."""
        for cause in _causes(failure):
            if isinstance(cause, CannotOverwriteExistingCassetteException) and self._cassette:
                return self._cassette.miss(question.about)
            if isinstance(cause, openai.APIStatusError):
                kind = EndpointError if isinstance(cause, _HOPELESS) else NoAnswerError
                return kind(f"the endpoint answered {cause.status_code} {_reason(cause.status_code)}")
            if isinstance(cause, httpx2.ConnectError):
                return EndpointError(f"nobody answers at {self._settings.host}")
            for kind_of_failure, words in _PLAINLY.items():
                if isinstance(cause, kind_of_failure):
                    return NoAnswerError(words)
        return NoAnswerError("the answer did not have the asked form, also when sent back")

    def _retried(self) -> None:
        self._meter.retries += 1

    def _counted(self, response: Any) -> None:
        usage = getattr(response, "usage", None)
        self._meter.attempt(getattr(usage, "prompt_tokens", 0) or 0, getattr(usage, "completion_tokens", 0) or 0)

    async def _noted(self, request: httpx2.Request) -> None:
        """Hand what a request is about to the cassette, and take the note off before it leaves the machine."""
        note = request.headers.pop("x-verifier-about", None)
        if note and self._cassette:
            self._cassette.note(request.content, json.loads(note))


def _causes(failure: BaseException | None) -> list[BaseException]:
    """The failure, what it was raised from, and the last attempt inside Instructor's wrapper, outermost first."""
    found: list[BaseException] = []
    while failure is not None and failure not in found:
        found.append(failure)
        failure = failure.__cause__ or failure.__context__
    return found[::-1]


def _reason(status: int) -> str:
    import http  # noqa: PLC0415

    try:
        return f"({http.HTTPStatus(status).phrase})"
    except ValueError:
        return ""

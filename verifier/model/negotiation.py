"""Speaking to an endpoint the way it wants to be spoken to: refused once, put otherwise from then on.

What was learned holds for the whole run and for every question under way: a request that was sent in the old way and
comes back refused is only sent again.
"""

from __future__ import annotations

import http
import json
from dataclasses import replace
from typing import Any

import httpx2

from verifier.model import envelope
from verifier.model.cassette import Cassette
from verifier.model.dialect import Body, Dialect
from verifier.model.errors import EndpointError, NoAnswerError
from verifier.model.meter import Meter
from verifier.model.refusal import Refusal, refusal
from verifier.model.settings import ModelSettings

_MOST_TURNS = 10
"""Times that one question is put otherwise."""
NOTE = "x-verifier-about"
"""A header between our client and the recorder, which never leaves the machine."""
_DROPPED = frozenset({"content-encoding", "content-length", "transfer-encoding", NOTE})


class NegotiatingTransport(httpx2.AsyncBaseTransport):
    """Rewrites requests into the endpoint's dialect, learns it from refusals, and takes the wrapping off answers."""

    def __init__(
        self, inner: httpx2.AsyncBaseTransport, settings: ModelSettings, meter: Meter, cassette: Cassette | None
    ) -> None:
        self._inner = inner
        self._settings = settings
        self._meter = meter
        self._cassette = cassette
        begun = cassette.dialect if cassette else None
        self.dialect = begun or Dialect(room=settings.thinking_tokens)
        meter.negotiated = self.dialect.words if begun else ()
        self._answered = False

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Ask, and ask otherwise where the endpoint says how.

        Raises:
            NoAnswerError: it was refused for good; the message has the endpoint's own sentence.
        """
        asked = json.loads(await request.aread())
        about = json.loads(request.headers.get(NOTE, "{}"))
        if self._cassette and self._cassette.replays:
            return self._replayed(self._cassette, asked, about)
        for _ in range(_MOST_TURNS):
            spoken = self.dialect
            sent = spoken.said(asked)
            self._meter.sending()
            response = await self._answered_from(request, sent, about)
            self._hold_redirects(response)
            payload = _read(response)
            if not response.is_success:
                refused = refusal(response.status_code, response.content, self._settings.api_key)
                self._learn(refused, spoken, sent)
            elif envelope.thought_it_all_away(payload) and spoken.roomier():
                self._count(payload)
                self._adopt(spoken, spoken.roomier())
            else:
                self._answered = True
                return self._handed_up(response, payload, asked)
        raise NoAnswerError("the endpoint refuses every way of asking")

    async def aclose(self) -> None:
        """Close the line."""
        await self._inner.aclose()

    async def _answered_from(self, request: httpx2.Request, sent: Body, about: dict[str, str]) -> httpx2.Response:
        """The answer to a request: recorded before, or from the endpoint, and then recorded."""
        kept = self._cassette.played(sent) if self._cassette else None
        if kept is not None:
            return httpx2.Response(200, content=kept)
        response = await self._inner.handle_async_request(_with(request, sent))
        if self._cassette and response.status_code == http.HTTPStatus.OK:  # a refusal is nothing to be replayed
            kind = response.headers.get("content-type", "application/json")
            self._cassette.record(sent, about, response.content, kind)
        return response

    def _replayed(self, cassette: Cassette, asked: Body, about: dict[str, str]) -> httpx2.Response:
        """What was recorded; a question may have been answered before the last things were learned.

        Raises:
            CassetteMissError: it was not.
        """
        self._meter.sending()
        spoken: Dialect | None = self.dialect
        while spoken is not None:
            for room in dict.fromkeys((self._settings.thinking_tokens, spoken.room)):
                kept = cassette.played(replace(spoken, room=room).said(asked))
                if kept is None:
                    continue
                response = httpx2.Response(200, content=kept)
                payload = _read(response)
                if room == spoken.room or not envelope.thought_it_all_away(payload):
                    return self._handed_up(response, payload, asked)
                self._count(payload)
                self._meter.sending()
            spoken = spoken.before()
        raise cassette.miss(about)

    def _learn(self, refused: Refusal, spoken: Dialect, sent: Body) -> None:
        """Take from a refusal how to ask.

        Raises:
            NoAnswerError: it says nothing that helps.
        """
        may_help = refused.of_form or refused.status in {500, 501}
        named = [name for name in self._settings.extra if name in f"{refused.parameter} {refused.sentence}"]
        learned = spoken.after(refused.sentence, f"{refused.parameter} {refused.code}", sent) if may_help else None
        if (learned is None and self.dialect == spoken) or named or not may_help:
            raise refused.error(answered=self._answered)
        self._adopt(spoken, learned)

    def _adopt(self, spoken: Dialect, learned: Dialect | None) -> None:
        """Speak so from now on, unless somebody else has learned something in the meantime."""
        if self.dialect == spoken and learned is not None:
            self.dialect = learned
            self._meter.negotiated = learned.words
            if self._cassette:
                self._cassette.dialect = learned

    @staticmethod
    def _hold_redirects(response: httpx2.Response) -> None:
        if response.is_redirect:
            host = response.headers.get("location", "")
            raise EndpointError(f"the endpoint leads elsewhere ({_host(host)}); name that one, if you trust it")

    def _handed_up(self, response: httpx2.Response, payload: Any, asked: Body) -> httpx2.Response:
        self._count(payload)
        headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in _DROPPED]
        content = response.content
        if payload is not None:
            content = json.dumps(envelope.opened(payload, asked), ensure_ascii=False, allow_nan=True).encode()
        return httpx2.Response(response.status_code, headers=headers, content=content)

    def _count(self, payload: Any) -> None:
        tokens_in, tokens_out = envelope.tokens(payload)
        self._meter.received(tokens_in, tokens_out, envelope.cached_tokens(payload), envelope.thought_tokens(payload))


def _read(response: httpx2.Response) -> Any:
    """The answer as JSON, None where it is none."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None


def _with(request: httpx2.Request, body: Body) -> httpx2.Request:
    """The same request with another body."""
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    headers = [(n, v) for n, v in request.headers.multi_items() if n.lower() not in _DROPPED]
    return httpx2.Request(request.method, request.url, headers=headers, content=content, extensions=request.extensions)


def _host(location: str) -> str:
    try:
        return httpx2.URL(location).host or "another path"
    except Exception:
        return "nowhere"

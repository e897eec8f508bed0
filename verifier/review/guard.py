"""Stands before every page: the right host, the right origin, a known browser, no endless body; and a policy on every
answer."""

from __future__ import annotations

import asyncio
import re
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verifier.review.door import Door
from verifier.review.house import House
from verifier.review.screens import refusal

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send "Origin: null" with their own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OPEN = ("/enter", "/knock", "/static/")
"""What needs no session: the way in, and files that are the same for everybody."""
LARGEST = 24_000_000
"""Bytes of the largest body: a few articles with their sources."""
_LARGEST_FORM = 256 * 1024
_UPLOADS = re.compile(r"/add(?:/kinds)?|/article/\d+/(?:sources|version)")
_BODY_SECONDS = 60.0
"""How long a body may take to come; one that drips is cut off."""


class Guard:
    """ASGI middleware; puts the session into the scope as ``session``."""

    def __init__(self, app: ASGIApp, door: Door, house: House) -> None:
        self._app = app
        self._door = door
        self._house = house
        self.cookie = cookie_name(house)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")  # what is the same for everybody says so itself
                if self._house.scheme == "https":
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        status, why = self._why_not(scope)
        if why:
            await refusal(status, why)(scope, receive, guarded)
        else:
            most = LARGEST if _UPLOADS.fullmatch(scope["path"]) else _LARGEST_FORM
            await self._app(scope, _Patience(receive, most), guarded)

    def _why_not(self, scope: Scope) -> tuple[HTTPStatus, str]:
        """Why a request is refused; empty where it is not."""
        headers = Headers(scope=scope)
        no = HTTPStatus.FORBIDDEN
        if scope["type"] != "http":
            return no, "The desk speaks HTTP alone."
        if headers.getlist("host") != [self._house.authority]:
            # A name that a stranger's server resolves to this machine would otherwise make his page one of ours.
            return no, f"The desk is at {self._house.origin}/ and answers to no other name."
        if scope["method"] not in ("GET", "HEAD") and not self._own(headers):
            return no, "This came from another site, and nothing was done."
        announced = headers.get("content-length", "0")
        most = LARGEST if _UPLOADS.fullmatch(scope["path"]) else _LARGEST_FORM
        if not (announced.isascii() and announced.isdigit() and len(announced) < 16) or int(announced) > most:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is too long, and nothing was saved."
        session = self._door.session(HTTPConnection(scope).cookies.get(self.cookie, ""))
        if session is not None:
            scope["session"] = session
        elif not scope["path"].startswith(_OPEN):
            return no, (
                "This browser has not been let in. Open the address that the terminal shows; it is good for one "
                "browser, and Enter in the terminal shows another."
            )
        return HTTPStatus.OK, ""

    def _own(self, headers: Headers) -> bool:
        """Whether one of our own pages sent this."""
        return (
            headers.getlist("origin") == [self._house.origin]
            and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        )


class _Patience:
    """Hands on a body as it comes, up to a size and for as long as it may take."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most
        self._until: float | None = None
        self._done = False

    async def __call__(self) -> Message:
        if self._done:
            return await self._receive()  # the end of the connection, for which an answer may wait
        loop = asyncio.get_running_loop()
        self._until = self._until or loop.time() + _BODY_SECONDS
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            self._done = True
            return {"type": "http.disconnect"}
        self._left -= len(message.get("body", b""))
        self._done = not message.get("more_body", False)
        return message if self._left >= 0 else {"type": "http.disconnect"}


def cookie_name(house: House) -> str:
    """Cookies know no ports: the name keeps two desks on one machine apart."""
    if house.scheme == "https":
        return "__Host-verifier-desk"
    return f"verifier-desk-{house.authority.rpartition(':')[2]}"

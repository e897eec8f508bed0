"""Stands before every page: the right host, the right origin, a known browser; and a policy on every answer."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verifier.review.door import Door
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
    "Cache-Control": "no-store",
}
_OPEN = ("/enter", "/static/")
"""What needs no session: the way in, and files that are the same for everybody."""


class Guard:
    """ASGI middleware; puts the session into the scope as ``session``."""

    def __init__(self, app: ASGIApp, door: Door, authority: str) -> None:
        """``authority`` is the one ``Host`` that is answered, with its port."""
        self._app = app
        self._door = door
        self._authority = authority
        self.cookie = cookie_name(authority)

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
            await send(message)

        why = self._why_not(scope)
        if why:
            await refusal(HTTPStatus.FORBIDDEN, why)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _why_not(self, scope: Scope) -> str:
        """Why a request is refused; empty where it is not."""
        headers = Headers(scope=scope)
        if scope["type"] != "http":
            return "The desk speaks HTTP alone."
        if headers.getlist("host") != [self._authority]:
            # A name that a stranger's server resolves to this machine would otherwise make his page one of ours.
            return f"The desk is at http://{self._authority}/ and answers to no other name."
        if scope["method"] not in ("GET", "HEAD") and not self._own(headers):
            return "This came from another site, and nothing was done."
        if scope["path"].startswith(_OPEN):
            return ""
        session = self._door.session(HTTPConnection(scope).cookies.get(self.cookie, ""))
        if session is None:
            return (
                "This browser has not been let in. Open the address that the terminal shows; it is good for one "
                "browser, and Enter in the terminal shows another."
            )
        scope["session"] = session
        return ""

    def _own(self, headers: Headers) -> bool:
        """Whether one of our own pages sent this."""
        return (
            headers.getlist("origin") == [f"http://{self._authority}"]
            and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        )


def cookie_name(authority: str) -> str:
    """Cookies know no ports: the name keeps two desks on one machine apart."""
    return f"verifier-desk-{authority.rpartition(':')[2]}"

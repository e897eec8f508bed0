"""Who may come in: one-time tokens, each good for one browser, and the sessions they are exchanged for."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from threading import Lock

_BYTES = 32


@dataclass(slots=True)
class Session:
    """One browser. ``csrf`` stands in every form that it may send; ``name`` is the reviewer's, who may change it."""

    name: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(_BYTES))

    def wrote(self, csrf: str) -> bool:
        """Whether a form is one of this session's own."""
        return hmac.compare_digest(self.csrf.encode(), csrf.encode())


class Door:
    """Hands out tokens and exchanges each once. Nothing here outlives the process."""

    def __init__(self, reviewer: str) -> None:
        """``reviewer`` is what a browser's reviewer is called until somebody says otherwise."""
        self._reviewer = reviewer
        self._tokens: set[str] = set()
        self._sessions: dict[str, Session] = {}
        self._lock = Lock()

    def invite(self) -> str:
        """A new token."""
        token = secrets.token_urlsafe(_BYTES)
        with self._lock:
            self._tokens.add(token)
        return token

    def enter(self, token: str) -> str | None:
        """The cookie for a token; None where it was never given out, or has been used."""
        with self._lock:
            if token not in self._tokens:
                return None
            self._tokens.remove(token)
            cookie = secrets.token_urlsafe(_BYTES)
            self._sessions[cookie] = Session(self._reviewer)
        return cookie

    def session(self, cookie: str) -> Session | None:
        """The session behind a cookie."""
        return self._sessions.get(cookie)

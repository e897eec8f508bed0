"""Who may come in: one-time invitations, each good for one browser, and the sessions they are exchanged for.

Nothing that opens the door is written down: of tokens and cookies only digests are kept, in a file outside the desk's,
so that a copy of the decisions lets nobody in.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import time
from collections import deque
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

_BYTES = 32
_TRIES, _MINUTE = 20, 60.0
"""Wrong tokens that one address may try in so many seconds."""
_MOST_ADDRESSES = 1_000


@dataclass(slots=True)
class Session:
    """One browser. ``csrf`` stands in every form that it may send; ``name`` is the reviewer's.

    ``host`` is whoever opened the desk: he may change his name, invite others and send them away.
    """

    name: str
    id: str
    csrf: str
    host: bool = True

    def wrote(self, csrf: str) -> bool:
        """Whether a form is one of this session's own."""
        return hmac.compare_digest(self.csrf.encode(), csrf.encode())


@dataclass(frozen=True, slots=True)
class _Seat:
    """What is kept of a browser that was let in."""

    id: str
    name: str
    host: bool
    at: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that the door knows; never changed, but replaced, so that whoever reads it reads one state."""

    secret: str = field(default_factory=lambda: secrets.token_hex(_BYTES))
    invitations: dict[str, tuple[str, bool]] = field(default_factory=dict)
    seats: dict[str, _Seat] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was invited: since when, and whether he has come in."""

    name: str
    inside: bool
    host: bool


class Door:
    """Hands out invitations and exchanges each once."""

    def __init__(self, reviewer: str, keep: Path | None = None, *, guessed: bool = False) -> None:
        """``reviewer`` is what the host is called until he says otherwise, ``guessed`` where nobody has said that it is
        his name; ``keep`` outlives the process, and belongs to one address alone: two doors that wrote it would let in
        whom the other has sent away."""
        self.reviewer = reviewer
        self._guessed = guessed
        self._keep = keep
        self._lock = Lock()
        self._kept = _loaded(keep)
        self._tries: dict[str, deque[float]] = {}

    def invite(self, name: str = "", *, host: bool = True) -> str:
        """A new token: for another browser of the host's, or for somebody by name, whose earlier one it replaces."""
        token = secrets.token_urlsafe(_BYTES)
        with self._lock:
            waiting = {d: i for d, i in self._kept.invitations.items() if host or i != (name, False)}
            self._become(invitations={**waiting, _digest(token): (name or self.reviewer, host)})
        return token

    def enter(self, token: str) -> str | None:
        """The cookie for a token; None where it was never given out, has been used, or was revoked."""
        with self._lock:
            waiting = dict(self._kept.invitations)
            invitation = waiting.pop(_digest(token), None)
            if invitation is None:
                return None
            name, host = invitation
            cookie = secrets.token_urlsafe(_BYTES)
            seat = _Seat(secrets.token_hex(8), name, host, _now())
            self._become(invitations=waiting, seats={**self._kept.seats, _digest(cookie): seat})
        return cookie

    def too_many(self, address: str) -> bool:
        """Whether an address has tried too many wrong tokens of late."""
        with self._lock:
            tries = self._tries.get(address)
            while tries and tries[0] < time.monotonic() - _MINUTE:
                tries.popleft()
            return bool(tries) and len(tries) >= _TRIES  # type: ignore[arg-type]  # not None where true

    def wrong(self, address: str) -> None:
        """Remember a wrong token."""
        with self._lock:
            if len(self._tries) > _MOST_ADDRESSES:
                self._tries.clear()
            self._tries.setdefault(address, deque()).append(time.monotonic())

    def session(self, cookie: str) -> Session | None:
        """The session behind a cookie."""
        seat = self._kept.seats.get(_digest(cookie)) if cookie else None
        if seat is None:
            return None
        csrf = hmac.digest(bytes.fromhex(self._kept.secret), cookie.encode("utf-8", "replace"), hashlib.sha256).hex()
        return Session(seat.name, seat.id, csrf, seat.host)

    def rename(self, session: Session, name: str) -> None:
        """Call a browser's reviewer something else."""
        with self._lock:
            self._guessed = False
            seats = {d: replace(s, name=name) if s.id == session.id else s for d, s in self._kept.seats.items()}
            self._become(seats=seats)

    def asks_name(self, session: Session) -> bool:
        """Whether the reviewer at a browser goes by a name that was only guessed."""
        return self._guessed and session.host and session.name == self.reviewer

    def people(self) -> list[Person]:
        """Everybody who may come in, by name."""
        found: dict[tuple[str, bool], bool] = {}
        kept = self._kept
        for name, host in kept.invitations.values():
            if not host:
                found[name, host] = False
        for seat in kept.seats.values():
            found[seat.name, seat.host] = True
        return [Person(name, inside, host) for (name, host), inside in sorted(found.items())]

    def revoke(self, name: str) -> None:
        """Send somebody who was invited away: his invitation and his browsers are good for nothing any more."""
        with self._lock:
            waiting = {d: i for d, i in self._kept.invitations.items() if i != (name, False)}
            seats = {d: s for d, s in self._kept.seats.items() if s.host or s.name != name}
            self._become(invitations=waiting, seats=seats, at_once=True)

    def _become(self, *, at_once: bool = False, **changed: Any) -> None:
        """Know something else; where it cannot be kept, nothing has changed, but for somebody who was sent away: he is
        out ``at_once``."""
        known = replace(self._kept, **changed)
        if at_once:
            self._kept = known
        if self._keep is not None:
            # The host's tokens are a process's own; people's invitations wait until they are used.
            waiting = {d: i for d, i in known.invitations.items() if not i[1]}
            seats = {d: asdict(s) for d, s in known.seats.items()}
            write_private(self._keep, {"secret": known.secret, "invitations": waiting, "seats": seats})
        self._kept = known


def write_private(path: Path, kept: dict[str, Any]) -> None:
    """Write a file that its owner alone may read; it takes its name when it is whole and on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    handle = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(kept, out)
            out.flush()
            os.fsync(out.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _loaded(keep: Path | None) -> _Kept:
    """What was kept; a file that is none of ours lets nobody in, and begins afresh."""
    try:
        given = json.loads(keep.read_text(encoding="utf-8")) if keep else {}
        if not given:
            return _Kept()
        bytes.fromhex(given["secret"])
        return _Kept(
            given["secret"],
            {str(d): (str(i[0]), bool(i[1])) for d, i in given["invitations"].items()},
            {str(d): _Seat(**s) for d, s in given["seats"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return _Kept()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

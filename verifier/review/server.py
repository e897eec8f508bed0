"""Runs the desk: on this machine alone, or under the name it was given on the newsroom's network."""

from __future__ import annotations

import asyncio
import secrets
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from verifier._exceptions import UsageError
from verifier.review.app import app
from verifier.review.desk import Desk
from verifier.review.door import Door
from verifier.review.house import LOOPBACK, House
from verifier.review.intake import Intake
from verifier.review.ledger import Ledger
from verifier.review.listing import read_on
from verifier.review.talk import Talk

_PATIENCE = 3
"""Seconds that answers under way get to end when the desk is closed."""
_HEAD_SECONDS = 20.0
"""Seconds in which the head of a request must have come."""
_MOST_AT_ONCE = 200


class Server:
    """The desk with its socket, which is taken at once so that the address holds before anything is served."""

    def __init__(  # noqa: PLR0913 - as many as a desk has settings
        self,
        intake: Intake,
        reviewer: str,
        port: int = 0,
        house: House | None = None,
        keep: Callable[[str], Path] | None = None,
        *,
        guessed: bool = False,
    ) -> None:
        """``port`` 0 takes any that is free; ``keep`` tells where the door keeps who may come in at an address;
        ``guessed`` says that nobody has given the reviewer's name.

        Raises:
            UsageError: the port cannot be had, or the certificate cannot be used.
        """
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # the address of the last desk, at once
        bind, wanted = (house.bind, house.port) if house else (LOOPBACK, port)
        try:
            self._socket.bind((bind, wanted))
        except OSError as error:
            self.close()
            raise UsageError(f"port {wanted}: {error.strerror or error}; leave out --port, and any will do") from error
        self.port = int(self._socket.getsockname()[1])
        self.house = house or House(f"{LOOPBACK}:{self.port}", port=self.port)
        self.word = secrets.token_urlsafe(32)
        self._door = Door(reviewer, keep(self.house.authority) if keep else None, guessed=guessed)
        intake.outside_only = self.house.shared
        library = intake.library
        self._desk = Desk(library, Ledger(library.file), self._door, self.house, intake, Talk(library.file), self.word)
        self._config = self._configured()

    def invitation(self) -> str:
        """An address that lets one browser of the host's in."""
        return f"{self.house.origin}/enter?token={self._door.invite()}"

    def run(self, ready: Callable[[], None]) -> None:
        """Serve until the process is told to stop; ``ready`` is called when the first request would be answered."""
        self._socket.listen()
        Thread(target=read_on, args=(self._desk.library,), daemon=True).start()
        ready()
        uvicorn.Server(self._config).run(sockets=[self._socket])

    def close(self) -> None:
        """Give the port back without having served."""
        self._socket.close()

    def _configured(self) -> uvicorn.Config:
        # No access log: it would write down tokens. No proxy is believed, and nothing but HTTP is spoken.
        config = uvicorn.Config(
            app(self._desk),
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            ws="none",
            http=_Impatient,
            limit_concurrency=_MOST_AT_ONCE,
            timeout_graceful_shutdown=_PATIENCE,
            ssl_certfile=self.house.certificate,
            ssl_keyfile=self.house.key,
        )
        try:
            config.load()
        except (OSError, ssl.SSLError) as error:
            self.close()
            raise UsageError(
                f"--tls-cert {self.house.certificate}: cannot be used with --tls-key {self.house.key}: "
                f"{getattr(error, 'strerror', None) or error}"
            ) from error
        return config


class _Impatient(H11Protocol):
    """Closes a connection on which no whole request head has come in time; uvicorn would wait for ever."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._idle():
            self._wait()
        elif self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def connection_lost(self, exc: Exception | None) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        super().connection_lost(exc)

    def _idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(_HEAD_SECONDS, self._give_up)

    def _give_up(self) -> None:
        self._waiting = None
        if self._idle():
            self.transport.close()

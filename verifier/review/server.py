"""Runs the desk on this machine: loopback alone, on a port that is free."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from verifier._exceptions import UsageError
from verifier.review.app import app
from verifier.review.desk import Desk
from verifier.review.door import Door
from verifier.review.ledger import Ledger
from verifier.review.library import Library

_LOOPBACK = "127.0.0.1"
_PATIENCE = 3
"""Seconds that answers under way get to end when the desk is closed."""


class Server:
    """The desk with its socket, which is taken at once so that the address holds before anything is served."""

    def __init__(self, library: Library, reviewer: str, port: int = 0) -> None:
        """``port`` 0 takes any that is free.

        Raises:
            UsageError: the port cannot be had.
        """
        self._socket = socket.socket()
        try:
            self._socket.bind((_LOOPBACK, port))
        except OSError as error:
            raise UsageError(f"port {port}: {error.strerror or error}; leave out --port, and any will do") from error
        self.address = f"{_LOOPBACK}:{self._socket.getsockname()[1]}"
        self._door = Door(reviewer)
        self._desk = Desk(library, Ledger(library.file), self._door, self.address)

    def invitation(self) -> str:
        """An address that lets one browser in."""
        return f"http://{self.address}/enter?token={self._door.invite()}"

    def run(self, ready: Callable[[], None]) -> None:
        """Serve until the process is told to stop; ``ready`` is called when the first request would be answered."""
        # No access log: it would write down tokens. No proxy is believed, and nothing but HTTP is spoken.
        config = uvicorn.Config(
            app(self._desk),
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=_PATIENCE,
        )
        self._socket.listen()
        ready()
        uvicorn.Server(config).run(sockets=[self._socket])

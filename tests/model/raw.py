"""An endpoint below HTTP: it reads a request and writes whatever bytes it is given."""

from __future__ import annotations

import contextlib
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Write = Callable[[bytes], object]


@contextmanager
def line(answer: Callable[[Write], object], tls: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[bytes]]]:
    """A port where every request is answered by ``answer``, which is given what to write with; and what came in."""
    came: list[bytes] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):
                came.append(_request(self.request))
                answer(self.request.sendall)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 64

        def get_request(self) -> tuple[object, object]:
            taken, address = super().get_request()
            return (tls.wrap_socket(taken, server_side=True) if tls else taken), address

        def handle_error(self, *_: object) -> None:
            """Whoever asked has hung up, as the tests mean them to."""

    with Server(("127.0.0.1", 0), Handler) as server:
        running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        running.start()
        try:
            yield server.server_address[1], came
        finally:
            server.shutdown()
            running.join()


def _request(taken: object) -> bytes:
    """One request, whole."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = taken.recv(65_536)  # type: ignore[attr-defined]
        if not piece:
            return got
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    length = next((int(h.split(b":")[1]) for h in head.split(b"\r\n") if h.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += taken.recv(65_536)  # type: ignore[attr-defined]
    return head + b"\r\n\r\n" + body

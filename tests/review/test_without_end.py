"""Heads, bodies and lines that are too long, too many or without end, and the desk that answers others meanwhile."""

from __future__ import annotations

import contextlib
import socket
import time
from pathlib import Path

import pytest

from tests.review import DATE, Desk, Visitor, open_desk, put, story
from tests.review.test_intake import PATIENCE, until

SHORT = """
import verifier.review.guard as guard, verifier.review.server as server
server._HEAD_SECONDS = guard._BODY_SECONDS = 1.0
"""
"""A desk whose patience is short, so that a test need not have more."""


def line(desk: Desk) -> socket.socket:
    host, _, port = desk.authority.partition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)


def to_the_end(connection: socket.socket) -> bytes:
    """What comes until the desk hangs up; a desk that does not fails the test by its timeout."""
    said = b""
    with contextlib.suppress(ConnectionError):
        while more := connection.recv(65536):
            said += more
    return said


def test_heads_that_never_end_are_hung_up_on_while_others_are_answered(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story()), program=SHORT) as desk:
        visitor = desk.visitor()
        lines = [line(desk) for _ in range(30)]
        for number, one in enumerate(lines):
            one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " if number % 2 else b"")
        assert "Ferry" in visitor.page("/article/1")
        for one in lines:
            assert b"200 OK" not in to_the_end(one)
            one.close()
        dripping = line(desk)
        with contextlib.suppress(ConnectionError):
            for letter in b"GET / HTTP/1.1\r\nX-Slow: " + b"a" * 2_000:
                dripping.sendall(bytes([letter]))
                time.sleep(0.02)
            raise AssertionError("a head that drips is read to its end")
        dripping.close()
        assert "Ferry" in visitor.page("/article/1")


def request(visitor: Visitor, path: str, length: str) -> bytes:
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.http.cookies.items())
    authority = visitor.origin.partition("://")[2]
    return (
        f"POST {path} HTTP/1.1\r\nHost: {authority}\r\nOrigin: {visitor.origin}\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\n{length}\r\n\r\n"
    ).encode()


PATIENT = """
import verifier.review.guard as guard
guard._BODY_SECONDS = 3_600.0
"""
"""A desk that waits: what it refuses it refuses at once, or the test never ends."""


@pytest.mark.parametrize(("path", "length"), [("/article/1/decide", 300_000), ("/add", 10_000_000_000)])
def test_a_body_that_says_it_is_too_long_is_refused_before_it_comes(tmp_path: Path, path: str, length: int) -> None:
    with open_desk(put(tmp_path / "reports", story()), program=PATIENT) as desk:
        asked = request(desk.visitor(), path, f"Content-Length: {length}")
        connection = line(desk)
        connection.sendall(asked)
        assert b"413" in connection.recv(65536).partition(b"\r\n")[0]
        connection.close()


def test_a_body_that_goes_on_beyond_what_fits_is_cut_off_and_nothing_is_saved(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story()), program=PATIENT) as desk:
        visitor = desk.visitor()
        connection = line(desk)
        connection.sendall(request(visitor, "/article/1/decide", "Transfer-Encoding: chunked"))
        for _ in range(8):
            connection.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
        assert b"413" in connection.recv(65536).partition(b"\r\n")[0], "it has no end yet, and more than fits has come"
        connection.close()
        assert visitor.standing(DATE)["state"] == "open"


def test_what_still_comes_when_a_body_was_refused_is_not_listened_to_for_ever(tmp_path: Path) -> None:
    short = f"{PATIENT}import verifier.review.server as server\nserver._HEAD_SECONDS = 1.0\n"
    with open_desk(put(tmp_path / "reports", story()), program=short) as desk:
        visitor = desk.visitor()
        connection = line(desk)
        connection.sendall(request(visitor, "/article/1/decide", "Transfer-Encoding: chunked"))
        with contextlib.suppress(ConnectionError):
            while True:
                connection.sendall(b"1000\r\n" + b"a" * 0x1000 + b"\r\n")
                time.sleep(0.01)
        connection.close()
        assert "Ferry" in visitor.page("/article/1")


def test_more_lines_at_once_than_a_newsroom_needs_are_told_to_come_back(tmp_path: Path) -> None:
    few = "import verifier.review.server as server\nserver._MOST_AT_ONCE = 8"
    with open_desk(put(tmp_path / "reports", story()), program=few) as desk:
        visitor = desk.visitor()
        visitor.http.close()
        lines = [line(desk) for _ in range(20)]
        for one in lines:
            one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"503" in b"".join(one.recv(4096).partition(b"\r\n")[0] for one in lines)
        for one in lines:
            one.close()
        until(lambda: desk.client().get("/enter").status_code != 503)


def test_a_body_that_does_not_come_is_not_waited_for(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story()), program=SHORT) as desk:
        visitor = desk.visitor()
        connection = line(desk)
        connection.sendall(request(visitor, "/article/1/decide", "Content-Length: 100") + b"csrf=")
        assert b"413" in to_the_end(connection).partition(b"\r\n")[0]
        connection.close()
        assert visitor.standing(DATE)["state"] == "open"

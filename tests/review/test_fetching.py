"""A web page is waited for as long as somebody waits for it, is asked for once, and is no way into the house."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.sites import site
from verifier import InputError
from verifier.review import fetching
from verifier.review._file import DeskFile
from verifier.review.fetching import fetched
from verifier.review.intake import Intake
from verifier.review.library import Library


@contextlib.contextmanager
def dripping() -> Iterator[str]:
    """A site whose page never ends, a byte at a time."""
    ended = threading.Event()

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = server.accept()
                threading.Thread(target=drip, args=(line,), daemon=True).start()

    def drip(line: socket.socket) -> None:
        with line, contextlib.suppress(OSError):
            line.recv(65536)
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>")
            while not ended.wait(0.1):
                line.sendall(b"a")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/story"
        ended.set()


def test_a_page_that_never_ends_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_PATIENCE", 1.0)
    with dripping() as address:
        began = time.monotonic()
        with pytest.raises(InputError, match="took longer than"):
            fetched(address, outside_only=False)
        assert time.monotonic() - began < 20


def test_a_site_that_is_overloaded_is_asked_once_and_told() -> None:
    with site("Come back later", status=503) as (address, asked):
        began = time.monotonic()
        with pytest.raises(InputError, match="the site answered 503"):
            fetched(address, outside_only=False)
        assert asked == ["/story"]
        assert time.monotonic() - began < 10


def test_a_page_that_has_moved_is_followed() -> None:
    page = "<html><body><p>The harbour opens on Monday.</p></body></html>"
    with site(page) as (there, _), site("moved", status=301, headers={"Location": there}) as (here, asked):
        assert fetched(here, outside_only=False)[0] == page.encode()
        assert asked == ["/story"]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("harbour.example/story?n=1", "https://harbour.example/story?n=1"),
        ("www.harbour.example", "https://www.harbour.example"),
        ("http://harbour.example/story", "http://harbour.example/story"),
    ],
)
def test_an_address_is_taken_as_people_type_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, asked: str
) -> None:
    went: list[str] = []
    monkeypatch.setattr("trafilatura.downloads.fetch_response", lambda address, **_: went.append(address))
    with pytest.raises(InputError, match="nothing came from there"):
        Intake(Library(DeskFile(tmp_path / "desk.db"))).fetch(typed, "Ana", ask=False)
    assert went == [asked]


@pytest.mark.parametrize("typed", ["the harbour story", "javascript:alert(1)", "ana@harbour.example", "harbour"])
def test_what_is_no_address_is_not_made_one(tmp_path: Path, typed: str) -> None:
    with pytest.raises(InputError, match="no web address"):
        Intake(Library(DeskFile(tmp_path / "desk.db"))).fetch(typed, "Ana", ask=False)


def test_a_shared_desk_behind_a_proxy_that_hides_where_an_address_leads_fetches_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("trafilatura.downloads.PROXY_URL", "socks5://127.0.0.1:9")
    monkeypatch.setattr(fetching, "_is_outside", lambda *_: True)
    with pytest.raises(InputError, match="not an address of the open web"):
        fetched("https://example.org/story", outside_only=True)

"""The desk as it is used: a process of its own, spoken to over HTTP."""

from __future__ import annotations

import hashlib
import re
import signal
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import httpx2

from tests.ready import start
from tests.report import samples
from verifier.report import models

ROOT = Path(__file__).parents[2]

_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients that speak no TLS: to load whom the world trusts takes longer than most tests."""

STORY = """Ferry returns in spring

"We sail on Monday," Ana Ruiz said. The ferry will return on February 30, 2019, the mayor said.

Some people say 12 boats are enough. Ruiz counted 15 boats in the harbour.
"""


def print_of(words: str) -> str:
    """The fingerprint of a story's finding on these words."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


DATE, PEOPLE = print_of("February 30"), print_of("Some people")


def story(
    text: str = STORY, path: str = "desk/ferry.txt", passages: tuple[str, ...] = ("February 30", "Some people")
) -> models.Report:
    """A report with a finding on each passage that the text has; its fingerprint is made of the passage."""
    found = []
    for number, words in enumerate(p for p in passages if p in text):
        made = samples.finding(
            [samples.span(text, words)], severity="warning" if number else "error", message=f"{words} needs a look."
        )
        code = "Q002" if number else "D003"
        found.append(made.model_copy(update={"fingerprint": print_of(words), "code": code}))
    said = samples.claim(1, samples.span(text, "We sail on Monday,"), samples.speaker(samples.span(text, "Ana Ruiz")))
    return samples.report(text, path=path, findings=found, claims=[said])


def put(folder: Path, *reports: models.Report) -> Path:
    """A folder of reports."""
    folder.mkdir(exist_ok=True)
    for number, report in enumerate(reports):
        (folder / f"report-{number}.json").write_text(report.model_dump_json(), encoding="utf-8")
    return folder


class Desk:
    """A desk that is open; every line sent to it brings an address for one more browser. ``program`` runs before it, in
    its process."""

    def __init__(self, *args: str | Path, program: str = "") -> None:
        self._process = start("review", "--no-open", *args, program=program)
        self._clients: list[httpx2.Client] = []
        self.first = self._address()
        self.base = self.first.partition("/enter")[0]
        self.authority = self.base.partition("://")[2]

    def link(self) -> str:
        """An address that lets one browser in."""
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._address()

    def visitor(self, name: str = "") -> Visitor:
        """A browser that has been let in, with a reviewer's name of its own."""
        visitor = Visitor(self)
        assert visitor.http.get(self.link()).status_code == 200
        if name:
            visitor.post("/desk/name", visitor.csrf("/desk"), name=name)
        return visitor

    def client(self) -> httpx2.Client:
        """A browser that has not been let in."""
        self._clients.append(httpx2.Client(base_url=self.base, timeout=30, trust_env=False, verify=_NOBODY))
        return self._clients[-1]

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process.returncode is None:
            self._process.kill()
            self._close()

    def close(self) -> tuple[int | None, str]:
        """Ctrl-C: the exit code, and what was said on standard error."""
        self._process.send_signal(signal.SIGINT)
        return self._close()

    def _close(self) -> tuple[int | None, str]:
        for client in self._clients:
            client.close()
        _, errors = self._process.communicate(timeout=30)
        return self._process.returncode, errors

    def _address(self) -> str:
        line = self._process.stdout.readline()
        assert line.startswith("Review desk: http"), line or self._close()
        return line.removeprefix("Review desk: ").strip()


@contextmanager
def open_desk(*args: str | Path, program: str = "") -> Iterator[Desk]:
    """A desk for as long as it is needed."""
    desk = Desk(*args, program=program)
    try:
        yield desk
    finally:
        desk.kill()


class Visitor:
    """A browser as far as HTTP goes: it keeps cookies, and sends along what a browser would."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.http = desk.client()
        self.origin = desk.base

    def page(self, path: str) -> str:
        """A page, which must be there."""
        answer = self.http.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def csrf(self, path: str) -> str:
        """The token in a page's forms."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.page(path))
        assert found
        return found[1]

    def post(self, path: str, csrf: str, data: bool = False, **fields: str) -> httpx2.Response:
        """Send a form as a page of the desk would; ``data`` as its script would."""
        headers = {"origin": self.origin, "sec-fetch-site": "same-origin"}
        if data:
            headers["accept"] = "application/json"
        return self.http.post(path, data={"csrf": csrf, **fields}, headers=headers)

    def decide(self, key: str, state: str, version: int = 0, article: int = 1, **more: str) -> httpx2.Response:
        """Decide on a finding, as the script does."""
        csrf = self.csrf(f"/article/{article}")
        fields = {"kind": "finding", "key": key, "state": state, "version": str(version)} | more
        return self.post(f"/article/{article}/decide", csrf, data=True, **fields)

    def standing(self, key: str, article: int = 1) -> dict[str, Any]:
        """How an item stands, as an open page would learn it."""
        standings = self.http.get(f"/article/{article}/states").json()["standings"]
        return next((s for s in standings if s["key"] == key), {"state": "open", "version": 0})


def words(page: str) -> str:
    """What a page says, without its markup."""
    page = re.sub(r'<span class="person[^>]*><bdi>(.*?)</bdi></span>', r"\1", page)  # no space beside a coloured name
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())

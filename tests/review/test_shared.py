"""The desk on the newsroom's network: only when asked for, over TLS or behind a proxy, one invitation a person."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx2
import pytest

from tests.cli.command import run
from tests.review import DATE, Desk, open_desk, put, story, words
from tests.review.sites import site


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


class Seat:
    """A browser on another machine of the newsroom's: over TLS, under the name that people type."""

    def __init__(self, desk: Desk, cert: Path) -> None:
        trust = ssl.create_default_context(cafile=str(cert))
        self.origin = desk.base
        self.http = httpx2.Client(base_url=desk.base, verify=trust, timeout=30, trust_env=False)

    def page(self, path: str) -> str:
        answer = self.http.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def post(self, path: str, page: str = "/desk", **fields: str) -> httpx2.Response:
        csrf = re.search(r'name="csrf" value="([^"]+)"', self.page(page))
        assert csrf
        headers = {"origin": self.origin, "sec-fetch-site": "same-origin"}
        return self.http.post(path, data={"csrf": csrf[1], **fields}, headers=headers)

    def invite(self, name: str) -> str:
        """An address for somebody."""
        found = re.search(r'readonly value="([^"]+)"', self.post("/desk/invite", name=name).text)
        assert found
        return unescape(found[1])


class Newsroom:
    """A desk that is shared over TLS, and the browsers that are at it."""

    def __init__(self, desk: Desk, cert: Path) -> None:
        self.desk = desk
        self._cert = cert
        self.seats: list[Seat] = []

    def seat(self, link: str = "") -> Seat:
        """A browser; one that comes in by an address where one is given."""
        self.seats.append(Seat(self.desk, self._cert))
        if link:
            assert self.seats[-1].http.get(link).status_code == 200
        return self.seats[-1]


@pytest.fixture
def newsroom(tmp_path: Path, certificate: tuple[Path, Path]) -> Iterator[Newsroom]:
    cert, key = certificate
    sharing = ("--share", f"https://localhost:{free_port()}", "--tls-cert", cert, "--tls-key", key)
    with open_desk(put(tmp_path / "reports", story()), "--reviewer", "Ana", *sharing) as desk:
        made = Newsroom(desk, cert)
        yield made
        for seat in made.seats:
            seat.http.close()


def test_each_person_comes_in_once_under_the_invited_name_and_a_revoked_one_is_shut_out(newsroom: Newsroom) -> None:
    host = newsroom.seat(newsroom.desk.first)
    link = host.invite("Ben")
    assert link.startswith(newsroom.desk.base)
    ben, thief = newsroom.seat(), newsroom.seat()
    assert ben.http.get(link).status_code == 200
    assert thief.http.get(link).status_code == 403
    assert thief.http.get("/").status_code == 403
    assert "Reviewer Ben" in words(ben.page("/article/1"))
    assert ben.post("/desk/name", name="Ana").status_code == 403
    assert ben.post("/desk/invite", name="Eve").status_code == 403
    assert ben.post("/desk/revoke", name="Ana").status_code == 403
    decided = {"kind": "finding", "key": DATE, "state": "mend", "version": "0"}
    assert ben.post("/article/1/decide", "/article/1", **decided).status_code == 303
    assert "To mend by Ben" in words(host.page("/article/1"))
    assert host.post("/desk/revoke", name="Ben").status_code == 303
    assert ben.http.get("/article/1").status_code == 403
    assert "To mend by Ben" in words(host.page("/article/1"))


def test_an_invitation_that_was_not_used_is_revoked_or_replaced_too(newsroom: Newsroom) -> None:
    host = newsroom.seat(newsroom.desk.first)
    first, second = host.invite("Ben"), host.invite("Ben")
    assert newsroom.seat().http.get(first).status_code == 403
    host.post("/desk/revoke", name="Ben")
    assert newsroom.seat().http.get(second).status_code == 403
    assert host.post("/desk/invite", name="").status_code == 400
    assert host.post("/desk/invite", name="Ana").status_code == 409


def test_the_policy_and_the_cookie_are_those_of_an_https_site(newsroom: Newsroom) -> None:
    answer = newsroom.seat().http.get(newsroom.desk.first)
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("__host-")
    for part in ("secure", "httponly", "samesite=strict", "path=/"):
        assert part in cookie
    assert "domain=" not in cookie
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"]


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost", "desk.example", "localhost:{port}.evil.example"])
def test_the_shared_desk_answers_to_its_own_name_alone(newsroom: Newsroom, host: str) -> None:
    seat = newsroom.seat(newsroom.desk.first)
    answer = seat.http.get("/", headers={"host": host.format(port=newsroom.desk.base.rpartition(":")[2])})
    assert answer.status_code == 403
    assert "Ferry" not in answer.text


@pytest.mark.parametrize(
    "headers", [{}, {"origin": "http://{authority}"}, {"origin": "https://desk.example"}, {"origin": "null"},
                {"origin": "https://{authority}", "sec-fetch-site": "cross-site"}],
)  # fmt: skip
def test_a_form_of_another_site_s_or_without_its_token_changes_nothing(
    newsroom: Newsroom, headers: dict[str, str]
) -> None:
    seat = newsroom.seat(newsroom.desk.first)
    form = {"kind": "finding", "key": DATE, "state": "fine", "version": "0"}
    csrf = re.search(r'name="csrf" value="([^"]+)"', seat.page("/article/1"))
    assert csrf
    sent = {name: value.format(authority=newsroom.desk.authority) for name, value in headers.items()}
    assert seat.http.post("/article/1/decide", data=form | {"csrf": csrf[1]}, headers=sent).status_code == 403
    assert seat.http.post("/article/1/decide", data=form, headers={"origin": newsroom.desk.base}).status_code == 403
    assert seat.http.get("/article/1/states").json()["standings"] == []


def test_whoever_guesses_addresses_is_made_to_wait(newsroom: Newsroom) -> None:
    guesser = newsroom.seat()
    answers = [guesser.http.get(f"/enter?token=guess{n}").status_code for n in range(25)]
    assert answers[0] == 403
    assert answers[-1] == 429
    assert set(answers) == {403, 429}
    assert guesser.http.get(newsroom.desk.first).status_code == 429


def test_nobody_is_answered_without_tls(newsroom: Newsroom) -> None:
    plain = http.client.HTTPConnection("127.0.0.1", int(newsroom.desk.base.rpartition(":")[2]), timeout=20)
    plain.request("GET", "/", headers={"Host": newsroom.desk.authority})
    with pytest.raises((http.client.HTTPException, OSError)):
        plain.getresponse()
    plain.close()


def test_colleagues_cannot_have_addresses_inside_fetched(newsroom: Newsroom) -> None:
    host = newsroom.seat(newsroom.desk.first)
    ben = newsroom.seat(host.invite("Ben"))
    with site("<p>Secret of the house.</p>") as (address, asked):
        answer = ben.post("/add", "/add", address=address)
        assert answer.status_code == 422
        assert "not an address of the open web" in answer.text
        assert asked == []


def listening(port: int) -> set[str]:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {row[1].partition(":")[0] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}


def test_behind_a_proxy_it_listens_on_this_machine_alone_and_under_the_name_that_people_type(tmp_path: Path) -> None:
    port = free_port()
    proxy = ("--share", "https://desk.example.org", "--behind-proxy", "--port", str(port))
    with open_desk(put(tmp_path / "reports", story()), *proxy) as desk:
        assert listening(port) == {"0100007F"}
        assert desk.first.startswith("https://desk.example.org/enter?token=")
        handed_on = httpx2.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30)
        path, name = desk.first.removeprefix("https://desk.example.org"), {"host": "desk.example.org"}
        assert handed_on.get(path).status_code == 403
        answer = handed_on.get(path, headers=name)
        cookie = answer.headers["set-cookie"].partition(";")[0]
        assert cookie.startswith("__Host-")
        handed_on.cookies.clear()
        page = handed_on.get("/article/1", headers=name | {"cookie": cookie})
        assert "Ferry returns" in page.text
        assert handed_on.get("/article/1", headers=name | {"x-forwarded-host": "desk.example.org"}).status_code == 403
        handed_on.close()


def test_a_desk_with_tls_listens_to_the_network_and_one_that_is_not_shared_never(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    assert listening(int(newsroom.desk.base.rpartition(":")[2])) == {"00000000"}
    with open_desk("--db", tmp_path / "own.db", put(tmp_path / "mine", story())) as own:
        assert listening(int(own.base.rpartition(":")[2])) == {"0100007F"}


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--share", "http://desk.example.org"], "give the address that people type"),
        (["--share", "desk.example.org"], "give the address that people type"),
        (["--share", "https://ana@desk.example.org", "--behind-proxy"], "give the address that people type"),
        (["--share", "https://desk.example.org"], "anybody on the network could read along"),
        (["--share", "https://desk.example.org", "--tls-cert", "a.pem"], "go together"),
        (["--share", "https://desk.example.org", "--tls-cert", "a.pem", "--tls-key", "b.pem"], "cannot be used"),
        (["--tls-cert", "a.pem"], "--tls-cert does nothing without --share"),
        (["--behind-proxy"], "--behind-proxy does nothing without --share"),
    ],
)
def test_a_desk_that_would_be_shared_unsafely_is_not_opened(tmp_path: Path, options: list[str], complaint: str) -> None:
    options = [*options, "--port", str(free_port())] if "b.pem" in options else options
    done = run("desk", "--db", "own.db", *options, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1

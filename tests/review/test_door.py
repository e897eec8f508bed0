"""Who is let in: one browser a token, from this machine's own pages alone, under a strict policy."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review import DATE, Desk, open_desk, put, story


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_desk(put(tmp_path_factory.mktemp("door"), story())) as desk:
        yield desk


def test_without_a_token_nobody_sees_anything(desk: Desk) -> None:
    for path in ("/", "/article/1", "/article/1/states", "/take/decisions", "/rules", "/desk", "/nowhere"):
        answer = desk.client().get(path)
        assert answer.status_code == 403
        assert "Ferry" not in answer.text


def test_a_token_lets_one_browser_in_and_no_second(desk: Desk) -> None:
    link = desk.link()
    first, second = desk.client(), desk.client()
    assert first.get(link).status_code == 200
    assert "Ferry returns" in first.get("/").text
    again = second.get(link)
    assert again.status_code == 403
    assert not second.cookies
    assert second.get("/").status_code == 403


def test_a_link_opened_once_more_in_a_browser_that_is_in_leads_on_and_lets_nobody_else_in(desk: Desk) -> None:
    link = desk.link()
    first = desk.client()
    answers = [first.get(f"{link}&to=1") for _ in range(3)]
    assert [(one.status_code, "/article/1" in one.text) for one in answers] == [(200, True)] * 3
    assert ["set-cookie" in one.headers for one in answers] == [True, False, False]
    assert desk.client().get(link).status_code == 403


@pytest.mark.parametrize("token", ["", "?token=", "?token=guess", "?token=%00", "?token=" + "a" * 5_000])
def test_a_guess_lets_nobody_in(desk: Desk, token: str) -> None:
    answer = desk.client().get("/enter" + token)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_whoever_only_asks_for_the_head_does_not_use_the_address_up(desk: Desk) -> None:
    link = desk.link()
    assert desk.client().head(link).status_code == 200
    assert desk.client().get(link).status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Desk) -> None:
    cookie = desk.client().get(desk.link()).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_browser_that_is_in_can_let_another_in(desk: Desk) -> None:
    visitor = desk.visitor()
    page = visitor.post("/desk/invite", visitor.csrf("/desk")).text
    link = page.partition('value="http://')[2].partition('"')[0]
    assert desk.client().get(f"http://{link}").status_code == 200


@pytest.mark.parametrize(
    "host", ["desk.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.evil.example"]
)
def test_another_name_for_this_machine_is_refused(desk: Desk, host: str) -> None:
    visitor = desk.visitor()
    answer = visitor.http.get("/", headers={"host": host.format(port=desk.base.rpartition(":")[2])})
    assert answer.status_code == 403
    assert "Ferry" not in answer.text


def test_two_hosts_in_one_request_are_refused(desk: Desk) -> None:
    connection = http.client.HTTPConnection(desk.authority)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", desk.authority)
    connection.putheader("Host", "desk.example")
    connection.endheaders()
    assert connection.getresponse().status in (400, 403)
    connection.close()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://desk.example"},
        {"origin": "http://127.0.0.1"},
        {"origin": "{base}", "sec-fetch-site": "cross-site"},
        {"origin": "{base}", "sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_site_changes_nothing(desk: Desk, headers: dict[str, str]) -> None:
    visitor = desk.visitor()
    form = {
        "csrf": visitor.csrf("/article/1"),
        "kind": "finding",
        "key": DATE,
        "state": "fine",
        "version": "0",
    }
    sent = {name: value.format(base=desk.base) for name, value in headers.items()}
    assert visitor.http.post("/article/1/decide", data=form, headers=sent).status_code == 403
    assert visitor.standing(DATE)["state"] == "open"


@pytest.mark.parametrize("csrf", ["", "guess", "ü"])
def test_a_form_without_its_sessions_token_changes_nothing(desk: Desk, csrf: str) -> None:
    visitor = desk.visitor()
    answer = visitor.post("/article/1/decide", csrf, kind="finding", key=DATE, state="fine", version="0")
    assert answer.status_code == 403
    assert visitor.standing(DATE)["state"] == "open"


def test_another_browsers_form_token_is_no_good(desk: Desk) -> None:
    theirs = desk.visitor().csrf("/article/1")
    visitor = desk.visitor()
    answer = visitor.post("/article/1/decide", theirs, kind="finding", key=DATE, state="fine", version="0")
    assert answer.status_code == 403


def test_a_page_cannot_be_made_to_decide_by_a_link(desk: Desk) -> None:
    answer = desk.visitor().http.get("/article/1/decide?kind=finding&key=x&state=dismissed&version=0")
    assert answer.status_code == 405


@pytest.mark.parametrize(
    "path",
    ["/", "/article/1", "/article/999", "/nowhere", "/static/0/desk.css", "/static/none.css",
     "/static/../app.py", "/article/1/decide", "/take/decisions", "/enter?token=guess", "/article/1/states"],
)  # fmt: skip
@pytest.mark.parametrize("known", [True, False])
def test_every_answer_carries_the_policy(desk: Desk, path: str, known: bool) -> None:
    client = desk.visitor().http if known else desk.client()
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_a_browser_keeps_styles_and_scripts_alone_and_each_by_what_is_in_it(desk: Desk) -> None:
    page = desk.visitor().page("/article/1")
    assets = re.findall(r'"(/static/[^"]+)"', page)
    assert sorted(one.rpartition("/")[2] for one in assets) == ["article.js", "desk.css", "icon.svg"]
    for one in assets:
        answer = desk.client().get(one)
        assert (answer.status_code, "immutable" in answer.headers["cache-control"]) == (200, True)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    old = desk.client().get(re.sub("[0-9a-f]{16}", "0123456789abcdef", assets[0]))
    assert (old.status_code, old.headers["cache-control"]) == (404, "no-store")


def test_the_desk_listens_on_loopback_alone(desk: Desk) -> None:
    port = int(desk.base.rpartition(":")[2])
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    addresses = {line.split()[1] for line in listening if line.split()[3] == "0A"}
    assert f"0100007F:{port:04X}" in addresses
    assert f"00000000:{port:04X}" not in addresses


def test_tokens_are_not_said_on_standard_error(tmp_path: Path) -> None:
    desk = Desk(put(tmp_path / "reports", story()))
    link = desk.link()
    desk.client().get(link)
    code, errors = desk.close()
    assert code == 0
    assert link.partition("token=")[2] not in errors
    assert "every decision is kept" in errors


@pytest.mark.parametrize("number", ["0", "99", "9" * 50, "9" * 5_000, "-1", "1e3", "١"])
def test_an_article_or_version_that_there_is_not_is_not_found(desk: Desk, number: str) -> None:
    """However many digits its number has: no database takes them all, and none is asked."""
    visitor = desk.visitor()
    for path in (f"/article/{number}", f"/article/{number}/states", f"/article/{number}/claims"):
        assert visitor.http.get(path).status_code in {404, 414}, path
    answer = visitor.post(f"/article/{number}/decide", visitor.csrf("/desk"), kind="finding", key="k", state="mend")
    assert answer.status_code in {404, 414}
    assert visitor.http.get("/article/1").status_code == 200


def test_who_opens_the_desk_is_asked_once_for_the_name_that_authors_read(tmp_path: Path) -> None:
    reports = put(tmp_path / "reports", story())
    with open_desk(reports) as desk:
        visitor = desk.visitor()
        assert "Your name" in visitor.page("/")
        assert "Your name" in visitor.page("/add")
        assert "Your name" not in visitor.page("/article/1")
        done = visitor.post("/desk/name", visitor.csrf("/"), name="Ana Ruiz", back="/")
        assert done.headers["location"] == "/"
        assert "Your name" not in visitor.page("/")
    with open_desk(put(tmp_path / "others", story()), "--reviewer", "Ana Ruiz") as desk:
        assert "Your name" not in desk.visitor().page("/")

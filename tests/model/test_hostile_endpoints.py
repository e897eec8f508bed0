"""Endpoints that mean harm, or are broken below what they say: the run ends in time, in memory, and without the key."""

import gzip
import json
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.model.articles import STORY, long_story
from tests.model.raw import Write, line
from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from verifier import Report, check
from verifier.model import unwrapping
from verifier.model.settings import ModelSettings

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
RULES = {finding.code for finding in check(STORY).findings}


def asked(url: str, **other: Any) -> Report:
    quick = {"backoff": 0.0, "attempts": 2, "timeout": 2.0, "concurrency": 2, **other}
    report = check(STORY, model=ModelSettings("m", url, KEY, **quick))
    assert {finding.code for finding in report.findings} >= RULES
    assert KEY not in report.model_dump_json()
    json.dumps(report.model_dump(mode="json"), ensure_ascii=False).encode("utf-8")
    return report


def told(report: Report, why: str) -> None:
    assert not report.run.complete
    assert any(why in missing for missing in report.run.missing), report.run.missing


def answering(write: Callable[[Write], object], **other: Any) -> Report:
    with line(write) as (port, _):
        return asked(f"http://127.0.0.1:{port}/v1", **other)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_told_and_the_key_does_not_follow(status: int) -> None:
    with endpoint() as other:
        away = Reply(status=status, headers={"Location": f"{other.url}/chat/completions?key={KEY}"})
        with endpoint(lambda _: away) as at:
            report = asked(at.url, concurrency=1)
    told(report, "the endpoint leads elsewhere (127.0.0.1)")
    assert other.asked == []
    assert len(at.asked) == 1, "no further question fares better"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_an_answer_that_unpacks_to_very_much_is_cut_off(pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(bytes(40_000_000))
    named = "gzip" if pack is gzip.compress else "deflate"
    packed = HEAD + b"Content-Encoding: %s\r\nContent-Length: %d\r\n\r\n" % (named.encode(), len(bomb)) + bomb
    told(answering(lambda write: write(packed)), "the answer is longer than 4 MB")


def test_of_an_answer_that_unpacks_to_very_much_no_more_is_unpacked_than_is_read() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    packed = HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb
    tracemalloc.start()
    try:
        answering(lambda write: write(packed), attempts=1, concurrency=1)
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()


def test_a_packed_answer_is_read() -> None:
    def script(question: Asked) -> Reply:
        return Reply(body=gzip.compress(well(question).payload(question)), headers={"Content-Encoding": "gzip"})

    with endpoint(script) as at:
        assert asked(at.url).run.complete
    assert {question.headers["accept-encoding"] for question in at.asked} == {"gzip"}, "what is asked for is read"


@pytest.mark.parametrize(
    ("encoding", "body", "why"),
    [
        ("br", b"x" * 40, "packed as nobody asked for (br)"),
        ("zstd", b"x" * 40, "packed as nobody asked for (zstd)"),
        ("gzip, gzip", b"x" * 40, "packed as nobody asked for"),
        ("gzip", b"this is not packed at all", "cannot be unpacked"),
    ],
)
def test_what_was_not_asked_for_is_not_unpacked(encoding: str, body: bytes, why: str) -> None:
    with endpoint(lambda _: Reply(body=body, headers={"Content-Encoding": encoding})) as at:
        told(asked(at.url), why)


def test_an_answer_of_ten_megabytes_is_cut_off() -> None:
    with endpoint(lambda _: Reply('{"claims": "' + "x" * 10_000_000 + '"}')) as at:
        told(asked(at.url), "the answer is longer than 4 MB")


def drip(write: Write, piece: bytes) -> None:
    while True:
        write(piece)
        time.sleep(0.01)


def without_end(write: Write, piece: bytes) -> None:
    while True:
        write(piece)


@pytest.mark.parametrize(
    "write",
    [
        lambda write: drip(write, b"H"),
        lambda write: (write(HEAD), drip(write, b"X-A: b\r\n")),
        lambda write: (write(HEAD + b"Content-Length: 100000\r\n\r\n"), drip(write, b" ")),
        lambda write: (write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), drip(write, b"1\r\n \r\n")),
    ],
    ids=["status", "headers", "body", "chunks"],
)
def test_an_answer_that_drips_has_its_time(write: Callable[[Write], object]) -> None:
    told(answering(write, timeout=0.3, attempts=1), "")


@pytest.mark.parametrize(
    "write",
    [
        lambda write: (write(HEAD), without_end(write, b"X-Long: " + b"y" * 8000 + b"\r\n")),
        lambda write: (write(HEAD + b"Content-Length: 10\r\n\r\n"), without_end(write, b"x" * 8000)),
        lambda write: (write(HEAD + b"\r\n"), without_end(write, b"x" * 8000)),
        lambda write: write(HEAD + b"Content-Length: 4000\r\n\r\n{}"),
        lambda write: write(HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}    "),
        lambda write: write(HEAD + b"Content-Length: -5\r\n\r\n{}"),
        lambda write: write(HEAD + b"Content-Length: 99999999999999999999\r\n\r\n{}"),
        lambda write: write(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        lambda write: write(b"HTTP/1.1 999 What\r\n\r\n"),
        lambda write: write(b"HTTP/9.9 200\r\n\r\n{}"),
        lambda write: write(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 this is TLS"),
        lambda write: write(b"{}"),
        lambda write: write(b""),
    ],
)
def test_what_is_no_answer_of_http_ends_at_once(write: Callable[[Write], object]) -> None:
    told(answering(write), "")


def replaced(question: Asked, change: Callable[[str], str]) -> Reply:
    return Reply(body=change(well(question).payload(question).decode()).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace('"prompt_tokens": 100', '"prompt_tokens": NaN'),
        lambda body: body.replace('"prompt_tokens": 100', '"prompt_tokens": 1e999'),
        lambda body: body.replace('"prompt_tokens": 100', '"prompt_tokens": -7, "prompt_tokens": true'),
        lambda body: body.replace('"created": 1', '"created": ' + "9" * 4000),
        lambda body: body.replace('"model": "scripted"', '"model": "\\ud800", "\\udfff": "\\udc00"'),
        lambda body: body.replace('"choices"', '"choices": 4, "choices"'),
    ],
    ids=["NaN", "infinite", "negative and twice", "very long number", "half a character", "a key twice"],
)
def test_odd_values_beside_an_answer_cost_nothing(change: Callable[[str], str]) -> None:
    with endpoint(lambda question: replaced(question, change)) as at:
        report = asked(at.url)
    assert report.run.complete, report.run.missing
    assert report.run.tokens_in in {0, 100}


@pytest.mark.parametrize(
    "content",
    [
        '{"claims": NaN}',
        '{"claims": [], "claims": 4}',
        '{"claims": ["\\ud800"]}',
        '{"\\ud800": []}',
        '{"claims": ' + "[" * 100_000,
        '{"claims": 1' + "0" * 5000 + "}",
        "\x00\x1b[2J",
        "<think>" * 50_000,
        "{" * 50_000,
        "</think>" * 20_000 + "{",
    ],
    ids=lambda content: content[:12].replace("\x00", "").replace("\x1b", ""),
)
def test_odd_answers_are_none_and_are_told_as_missing(content: str) -> None:
    with endpoint(lambda _: Reply(content)) as at:
        told(asked(at.url, timeout=20.0), "the answer did not have the asked form")


def test_half_a_character_in_a_wording_never_reaches_a_report() -> None:
    """A lone surrogate could not be written to any file; the letters around it are what they were."""

    def script(question: Asked) -> Reply:
        return replaced(question, lambda body: body.replace("Northline", "North\\\\ud83dline"))

    with endpoint(script) as at:
        report = asked(at.url)
    assert "\ud83d" not in report.model_dump_json()


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": f"wrong key {KEY}, or \u001b]8;;http://evil\u0007 {KEY[:14]}…"}},
        {"error": KEY},
        [{"error": {"message": "x", "param": KEY, "code": KEY}}],
        {"detail": [{"loc": ["header", KEY], "msg": f"Bearer {KEY}"}]},
    ],
)
def test_an_error_that_holds_the_key_is_told_without_it(status: int, body: Any) -> None:
    with endpoint(lambda _: Reply(status=status, body=json.dumps(body).encode())) as at:
        report = asked(at.url)
    told(report, f"the endpoint answered {status}")
    assert KEY[:14] not in " ".join(report.run.missing)
    assert all(missing.isprintable() for missing in report.run.missing)


def test_a_storm_of_refusals_passes_and_nobody_is_asked_more_than_was_allowed() -> None:
    at_once = most = 0
    lock = threading.Lock()
    seen: dict[str, int] = {}

    def script(question: Asked) -> Reply:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
            times = seen[question.said] = seen.get(question.said, 0) + 1
        time.sleep(0.01)
        with lock:
            at_once -= 1
        return well(question) if times > 2 else Reply(status=429, headers={"Retry-After": "0"})

    with endpoint(script) as at:
        report = check(long_story(180), model=ModelSettings("m", at.url, KEY, backoff=0.0, attempts=3, concurrency=16))
    assert report.run.complete, report.run.missing
    assert most <= 16
    assert report.run.retries == 2 * report.run.calls == 2 * len(seen)


def test_what_an_endpoint_sets_is_not_sent_back_to_it() -> None:
    with endpoint(lambda question: Reply("no") if not question.sent_back else well(question)) as at:
        asked(at.url)
    assert not any("cookie" in question.headers for question in at.asked)


def test_what_the_environment_says_of_an_organisation_goes_to_no_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    """openai's client takes it from there, for whichever endpoint is named."""
    monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-secret")
    with endpoint() as at:
        asked(at.url)
    assert at.asked
    assert not any("org-secret" in str(question.headers) for question in at.asked)
    assert not any("proj-secret" in str(question.headers) for question in at.asked)


@pytest.mark.parametrize("status", [403, 500])
def test_a_page_in_place_of_an_error_is_not_shown(status: int) -> None:
    """What a proxy or a portal says to browsers is no sentence of the endpoint's."""
    with endpoint(lambda _: Reply(status=status, body=b"<html><script>alert(1)</script>Log in</html>")) as at:
        report = asked(at.url)
    told(report, f"the endpoint answered {status}")
    assert not any("Log in" in missing or "<" in missing for missing in report.run.missing)


@pytest.mark.parametrize(
    "text", ['{"a":' * 3_000, "So: " + '{"a":' * 900, "{" * 3_000, "x</think>{" * 3_000, "</think>" * 3_000 + "{"]
)
def test_an_answer_of_beginnings_alone_is_not_tried_from_each(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, decoded = [0], json.JSONDecoder.raw_decode

    def counted(*given: Any, **named: Any) -> Any:
        tried[0] += 1
        return decoded(*given, **named)

    monkeypatch.setattr(json.JSONDecoder, "raw_decode", counted)
    unwrapping.bare(text)
    assert tried[0] < 100

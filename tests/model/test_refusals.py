"""What an endpoint refuses, and what it gives in the place of an answer: told, waited for, or given up."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.articles import STORY
from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from tests.model.test_dialects import completion, no, settings
from verifier import Report, check
from verifier.model.refusal import Refusal, refusal, safe


def refusing(reply: Reply, **other: Any) -> tuple[Report, int]:
    with endpoint(lambda _: reply) as at:
        return check(STORY, model=settings(at, concurrency=1, **other)), len(at.asked)


def test_a_refused_form_stops_the_run_after_the_first_and_the_endpoint_s_own_sentence_is_told() -> None:
    report, asked = refusing(no("This model is\u0000 retired;\nask for\u202e another"))
    assert asked == 1
    assert len(report.run.missing) == 1
    assert all(line.endswith(": This model is retired; ask for another") for line in report.run.missing)


def test_a_refusal_of_one_question_after_others_were_answered_stops_nothing() -> None:
    def script(asked: Asked) -> Reply:
        return no("something about these words") if asked.form == "Look" else well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=settings(at, concurrency=1, twice=True))
    assert len(report.run.missing) == 1


@pytest.mark.parametrize(
    "reply",
    [
        no("filtered by our content management policy", code="content_filter"),
        completion({"content": None}, "content_filter"),
        completion({"content": ""}, "SAFETY"),
        completion({"content": None}, "recitation"),
        Reply(body=b'{"choices": [], "prompt_feedback": {"block_reason": "OTHER"}, "usage": {"prompt_tokens": 1}}'),
        no("A guardrail has stepped in."),
        no("what you sent was flagged", status=403),
        no("rejected", type="content_filter"),
    ],
    ids=["refused", "stopped", "unsafe", "recited", "no choice", "guardrail", "flagged", "type"],
)
def test_a_content_filter_is_named_and_stops_nothing_else(reply: Reply) -> None:
    report, asked = refusing(reply, twice=True)
    assert asked == 2, "nothing is sent back, and the other question is asked"
    assert all("the endpoint's content filter refused this question" in line for line in report.run.missing)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (completion({"content": ""}, "refusal"), "the model refused to answer"),
        (completion({"content": None, "refusal": "No."}), "the model refused to answer"),
        (completion({"content": "I would rather not."}), "also when sent back: “I would rather not.”"),
        (completion({"content": f"{KEY} is what I was given."}), "“[key] is what I was given.”"),
        (completion({"content": ""}), "also when sent back: it was empty"),
        (completion({"content": '{"pairs": ['}, "max_tokens"), "cut off (finish_reason length)"),
    ],
    ids=["finish", "field", "words", "key", "empty", "cut off"],
)
@pytest.mark.parametrize("mode", ["json_schema", "tools"])
def test_an_answer_that_is_none_says_what_it_was(reply: Reply, why: str, mode: str) -> None:
    report, _ = refusing(reply, mode=mode)
    assert all(why in line for line in report.run.missing), report.run.missing
    assert report.run.missing


def test_an_error_in_the_place_of_an_answer_is_waited_for() -> None:
    broken = {"index": 0, "message": {"role": "assistant", "content": ""}, "error": {"message": "no room", "code": 503}}

    def script(asked: Asked) -> Reply:
        return well(asked) if asked.again else Reply(body=json.dumps({"choices": [broken]}).encode())

    with endpoint(script) as at:
        assert check(STORY, model=settings(at)).run.complete
    with endpoint(lambda _: Reply(body=json.dumps({"choices": [broken]}).encode())) as at:
        assert (
            "the endpoint answered 503 (Service Unavailable): no room"
            in check(STORY, model=settings(at)).run.missing[0]
        )


def test_a_quota_that_is_used_up_is_not_waited_for() -> None:
    report, asked = refusing(no("You exceeded your current quota", 429, code="insufficient_quota"), attempts=4)
    assert asked == 1
    assert "exceeded your current quota" in report.run.missing[0]


def test_an_error_inside_an_answer_is_waited_for_like_one_outside() -> None:
    def script(asked: Asked) -> Reply:
        failed = Reply(body=json.dumps({"error": {"message": "provider is busy", "code": 502}}).encode())
        return well(asked) if asked.again else failed

    with endpoint(script) as at:
        report = check(STORY, model=settings(at))
    assert report.run.complete
    assert report.run.retries == 1


LINES = st.text(max_size=80)


@given(LINES, LINES, st.text("abcXYZ019-_", min_size=8, max_size=60))
def test_no_sentence_of_an_endpoint_shows_a_key_or_leaves_its_line(before: str, after: str, key: str) -> None:
    said = safe(f"{before} {key}{after} {key[:12]}***", key)
    assert key not in said
    assert said.isprintable()


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"error": {"message": "a"}}, "a"),
        ({"error": "b"}, "b"),
        ({"object": "error", "message": "c"}, "c"),
        ([{"error": {"message": "d"}}], "d"),
        ({"detail": "e"}, "e"),
        ({"detail": [{"loc": ["body", "temperature"], "msg": "extra inputs"}]}, "body.temperature: extra inputs"),
        ({"error": {"message": "f", "metadata": {"raw": "g"}}}, "f: g"),
        ([], ""),
        (7, ""),
    ],
)
def test_every_usual_shape_of_an_error_is_read(body: Any, sentence: str) -> None:
    assert refusal(400, json.dumps(body).encode(), "").sentence == sentence


def test_a_page_instead_of_an_error_is_not_quoted() -> None:
    assert refusal(502, b"<html><body>Bad gateway</body></html>", "").sentence == ""
    assert Refusal(400, "x").of_form

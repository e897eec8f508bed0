"""Whatever the endpoint does, the rules' findings are there, and the report says what is missing."""

import json
from pathlib import Path

import pytest

from tests.model.articles import STORY
from tests.model.scripted import KEY, Asked, Endpoint, Reply, claim, completion, endpoint, reading, well
from verifier import Report, check
from verifier.model.settings import Limits, ModelSettings

BY_RULES = check(STORY)
EVERY_QUESTION = ("the look, who says what and the claims of sentences 1 to 8",)
FINDINGS = [(f.code, f.spans, f.message) for f in BY_RULES.findings]


def settings(at: Endpoint, **other: object) -> ModelSettings:
    return ModelSettings(
        **{
            "name": "scripted",
            "base_url": at.url,
            "api_key": KEY,
            "backoff": 0.0,
            "attempts": 2,
            "timeout": 5.0,
            **other,
        }  # type: ignore[arg-type]
    )


def whole(report: Report) -> None:
    """The rules' part is what it is without a model, and no key is anywhere."""
    assert [(f.code, f.spans, f.message) for f in report.findings if f.origin == "rules"] == FINDINGS
    told = [(c.id, c.spans, c.kind, c.speaker, c.cue, c.via, c.values) for c in report.claims]
    assert told[: len(BY_RULES.claims)] == [
        (c.id, c.spans, c.kind, c.speaker, c.cue, c.via, c.values) for c in BY_RULES.claims
    ]
    assert KEY not in report.model_dump_json()


def missing(report: Report, why: str) -> None:
    """Nothing was answered, and every question says why."""
    whole(report)
    assert report.run.complete is False
    assert tuple(line.partition(":")[0] for line in report.run.missing) == EVERY_QUESTION
    assert all(why in line for line in report.run.missing), report.run.missing


def always(reply: Reply) -> Report:
    with endpoint(lambda _: reply) as at:
        return check(STORY, model=settings(at))


def test_an_endpoint_that_answers_well_leaves_nothing_missing() -> None:
    with endpoint() as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert (report.run.complete, report.run.missing, report.run.dropped) == (True, (), ())
    assert report.run.calls == len(at.asked)
    assert report.run.tokens_in == 100 * len(at.asked)
    assert report.run.endpoint == at.url.removeprefix("http://").removesuffix("/v1")
    assert at.asked[0].headers["authorization"] == f"Bearer {KEY}"
    for span in [c.spans[0] for c in report.claims]:
        assert STORY[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=429), "429 (Too Many Requests)"),
        (Reply(status=429, headers={"Retry-After": "0"}), "429 (Too Many Requests)"),
        (Reply(status=429, headers={"Retry-After": "86400"}), "429 (Too Many Requests)"),
        (Reply(status=500), "500 (Internal Server Error)"),
        (Reply(status=503, headers={"Retry-After": "0"}, body=b"<html>busy</html>"), "503 (Service Unavailable)"),
        (Reply(status=401, body=json.dumps({"error": {"message": f"wrong key {KEY}"}}).encode()), "401 (Unauthorized)"),
        (Reply(status=404), "404 (Not Found)"),
        (Reply(status=400, body=b"{}"), "400 (Bad Request)"),
        (Reply("{}", cut=True), "the connection broke"),
        (Reply('{"claims": ['), "not have the asked form"),
        (Reply("not JSON at all"), "not have the asked form"),
        (Reply({"something": "else"}), "not have the asked form"),
        (Reply(""), "not have the asked form"),
        (Reply(body=b"{not json"), "not have the asked form"),
        (Reply(body=b'"a string"'), "not have the asked form"),
        (Reply(body=b"null"), "not have the asked form"),
        (Reply(body=completion([])), "not have the asked form"),
        (Reply(refusal="I cannot help with that"), "the model refused to answer"),
        (Reply('{"claims": [', finish="length"), "finish_reason length"),
    ],
    ids=lambda value: None if isinstance(value, Reply) else value[:20],
)
def test_what_goes_wrong_is_named_and_costs_nothing_of_the_rules(reply: Reply, why: str) -> None:
    missing(always(reply), why)


@pytest.mark.parametrize(
    "bad", [Reply("no form at all"), Reply('{"pairs": [', finish="length")], ids=["words", "cut off"]
)
def test_what_was_too_much_for_one_answer_is_asked_in_two(bad: Reply) -> None:
    with endpoint(lambda asked: bad if asked.form == "Reading" else well(asked)) as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert (report.run.complete, report.run.missing) == (True, ())
    assert {asked.form for asked in at.asked} == {"Reading", "Look", "Statements"}
    assert any(claim.by_model for claim in report.claims)


def test_half_of_it_is_missing_where_only_half_was_answered() -> None:
    bad = Reply("no form at all")
    with endpoint(lambda asked: well(asked) if asked.form == "Statements" else bad) as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert [line.partition(":")[0] for line in report.run.missing] == ["the look"]
    assert any(claim.by_model for claim in report.claims)


def test_a_refusal_of_the_endpoint_is_not_asked_again_and_again() -> None:
    with endpoint(lambda _: Reply(status=401)) as at:
        check(STORY, model=settings(at, concurrency=1))
    assert len(at.asked) == 1


def test_nobody_there_is_found_out_once() -> None:
    with endpoint() as at:
        url = at.url
    report = check(STORY, model=ModelSettings("scripted", url, backoff=0.0, concurrency=1))
    missing(report, "nobody answers at 127.0.0.1:")


@pytest.mark.parametrize("reply", [Reply("{}", delay=5), Reply(endless=True)], ids=["slow", "endless"])
def test_an_answer_has_its_time(reply: Reply) -> None:
    with endpoint(lambda _: reply) as at:
        missing(check(STORY, model=settings(at, timeout=0.2, attempts=1)), "no whole answer in time")


@pytest.mark.parametrize(
    "first",
    [
        Reply(status=429, headers={"Retry-After": "0"}),
        Reply(status=429),
        Reply(status=500),
        Reply(status=503, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
        Reply("{}", cut=True),
        Reply("{}", delay=3),
        Reply(endless=True),
    ],
    ids=["429 at once", "429", "500", "503 with a date", "cut", "slow", "endless"],
)
def test_what_passes_is_waited_for_below_the_prompts(first: Reply) -> None:
    with endpoint(lambda asked: well(asked) if asked.again else first) as at:
        report = check(STORY, model=settings(at, attempts=8, timeout=1.0 if first.delay or first.endless else 20.0))
    whole(report)
    assert report.run.complete
    assert report.run.retries >= report.run.calls  # on a busy machine a good answer may be late, too
    assert all(len(asked.body["messages"]) == 2 for asked in at.asked), "a bad line got into a prompt"


def test_a_bad_answer_is_sent_back_once_and_counted() -> None:
    def script(asked: Asked) -> Reply:
        return well(asked) if asked.sent_back else Reply('{"claims": 3, "nonsense": true')

    with endpoint(script) as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert report.run.complete
    assert report.run.calls == len(at.asked)
    assert report.run.tokens_in == 100 * len(at.asked)
    assert report.run.retries == 0
    assert sum(bool(asked.sent_back) for asked in at.asked) * 2 == len(at.asked)


def test_numbers_that_were_not_offered_cost_the_item_and_not_the_answer() -> None:
    def script(asked: Asked) -> Reply:
        return reading(
            judged=[{"pair": 99, "why": "", "answer": "compatible"}],
            opinions=[{"number": 4000, "answer": "speaker", "speaker": 1, "name": ""}],
            plain=[88],
            claims=[claim(77, "All is well."), *(claim(n, text) for n, text in asked.sentences)],
        )

    with endpoint(script) as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert report.run.complete
    assert [d.why for d in report.run.dropped] == [
        "there is no such pair, or no such verdict", "there is no such statement", *["it names no sentence"] * 2,
    ]  # fmt: skip
    assert sum(c.by_model for c in report.claims) > 3


def test_an_item_without_its_form_costs_the_item_and_not_the_answer() -> None:
    def script(asked: Asked) -> Reply:
        told = ["nonsense", {"from": "two"}, {"from": ["two"]}, *(claim(n, text) for n, text in asked.sentences)]
        return reading(plain=["four", None, {"from": [1]}], claims=told)

    with endpoint(script) as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert report.run.complete
    assert [d.why for d in report.run.dropped] == ["not in the asked form"] * 6


def test_numbers_that_were_not_offered_to_a_small_model_are_refused() -> None:
    def script(asked: Asked) -> Reply:
        return Reply({"speaker": 99}) if asked.form == "Choice" else well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=settings(at, ask="sentence"))
    whole(report)
    assert {line.partition(":")[2] for line in report.run.missing} == {
        " the answer did not have the asked form, also when sent back"
    }


def test_what_is_said_twice_counts_once() -> None:
    def script(asked: Asked) -> Reply:
        number, text = next((n, t) for n, t in asked.sentences if "quay" in t)
        return reading(claims=[claim(number, text), claim(number, text.upper())])

    with endpoint(script) as at:
        report = check(STORY, model=settings(at))
    whole(report)
    assert [d.why for d in report.run.dropped] == ["said twice"]


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (Limits(calls=1), "the limit of 1 calls is reached"),
        (Limits(tokens=4000), "the limit of 4000 tokens would be passed"),
        (Limits(cost=0.004), "the limit of 0.004 dollars would be passed"),
    ],
)
def test_a_limit_is_not_passed_and_what_it_cost_is_named(limits: Limits, why: str) -> None:
    with endpoint() as at:
        report = check(STORY, model=settings(at, limits=limits, twice=True, concurrency=1, price_in=1.0, price_out=2.0))
    whole(report)
    assert not report.run.complete
    assert any(why in line for line in report.run.missing)
    assert len(at.asked) <= 2


def test_a_limit_on_calls_holds_for_answers_sent_back_too() -> None:
    with endpoint(lambda _: Reply("no")) as at:
        check(STORY, model=settings(at, limits=Limits(calls=3), twice=True))
    assert len(at.asked) == 3


def test_nothing_answered_is_lost_from_the_cache(tmp_path: Path) -> None:
    def half(asked: Asked) -> Reply:
        return well(asked) if asked.form == "Reading" else Reply(status=500)

    with endpoint(half) as at:
        first = check(STORY, model=settings(at, cache=tmp_path, twice=True))
        at.script = well
        second = check(STORY, model=settings(at, cache=tmp_path, twice=True))
    assert not first.run.complete
    assert second.run.complete
    assert second.run.cache_hits == first.run.calls - len(first.run.missing)
    assert second.run.calls == len(first.run.missing)


def test_every_mode_of_asking_gives_the_same_report() -> None:
    with endpoint() as at:
        reports = [check(STORY, model=settings(at, mode=mode)) for mode in ("json_schema", "tools", "json")]
    parts = [r.model_dump(exclude={"run": {"seconds"}}) for r in reports]
    assert parts[0] == parts[1] == parts[2]


def test_the_same_answers_give_the_same_report_whatever_the_order_they_come_in() -> None:
    delays = iter([0.05, 0.0, 0.02, 0.0, 0.04] * 20)

    def script(asked: Asked) -> Reply:
        return Reply(well(asked).content, delay=next(delays))

    with endpoint(script) as at:
        reports = [check(STORY, model=settings(at)) for _ in range(2)]
    first, second = (r.model_dump(exclude={"run": {"seconds"}}) for r in reports)
    assert first == second

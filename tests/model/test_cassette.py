"""Cassettes: recorded on the wire, replayed without it, readable, and without anybody's secrets."""

import getpass
import json
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.model.scripted import KEY, Asked, Reply, endpoint, judged, reading, well
from verifier import InputError, Report, check
from verifier.model.settings import ModelSettings, Record

STORY = """Mill talks go on

“We’ll keep ‘Old Mill’ open – naïvely…” Karin Holm said.

The mill\u00a0will close on March 1, 2021, Holm said. She owns it.
"""


def settings(url: str, tape: Path, record: Record = "none", **other: Any) -> ModelSettings:
    return ModelSettings("m", url, backoff=0.0, cassette=tape, record=record, **other)


def recorded(tape: Path, script: Any = well, text: str = STORY, record: Record = "once") -> Report:
    with endpoint(script) as at:
        return check(text, model=settings(at.url, tape, record, api_key=KEY))


def same(report: Report) -> Any:
    return report.model_dump(exclude={"run": {"seconds", "endpoint", "retries"}})


def test_a_replay_needs_no_server_and_no_key_and_gives_the_same_report(tmp_path: Path) -> None:
    first = recorded(tmp_path / "tape.json")
    before = (tmp_path / "tape.json").read_bytes()
    second = check(STORY, model=settings("http://replayed.invalid/v1", tmp_path / "tape.json"))
    assert first.run.complete
    assert same(first) == same(second)
    assert (tmp_path / "tape.json").read_bytes() == before


def test_a_replay_does_not_depend_on_where_an_endpoint_has_its_api(tmp_path: Path) -> None:
    recorded(tmp_path / "tape.json")
    for url in ("http://replayed.invalid", "http://replayed.invalid/openai/v1/"):
        assert check(STORY, model=settings(url, tmp_path / "tape.json")).run.complete


def test_a_replay_works_offline(tmp_path: Path) -> None:
    recorded(tmp_path / "tape.json")
    offline = settings("http://replayed.invalid/v1", tmp_path / "tape.json", offline=True)
    assert check(STORY, model=offline).run.complete


def test_what_was_sent_back_replays_too(tmp_path: Path) -> None:
    def script(asked: Asked) -> Reply:
        return well(asked) if asked.sent_back or asked.form != "Reading" else Reply('{"claims": 3}')

    first = recorded(tmp_path / "tape.json", script)
    assert same(check(STORY, model=settings("http://r.invalid/v1", tmp_path / "tape.json"))) == same(first)


def test_a_bad_line_is_not_recorded(tmp_path: Path) -> None:
    first = recorded(
        tmp_path / "t.json", lambda a: well(a) if a.again else Reply(status=503, headers={"Retry-After": "0"})
    )
    assert first.run.retries
    assert same(check(STORY, model=settings("http://r.invalid/v1", tmp_path / "t.json"))) == same(first)


def test_bodies_are_readable_and_the_article_is_as_it_was(tmp_path: Path) -> None:
    recorded(tmp_path / "tape.json")
    text = (tmp_path / "tape.json").read_text(encoding="utf-8")
    assert "“We’ll keep ‘Old Mill’ open – naïvely…” Karin Holm said." in text
    assert "\\u20" not in text
    kept = json.loads(text)["interactions"]
    assert all(isinstance(k["request"]["body"], dict) and isinstance(k["response"]["body"], dict) for k in kept)
    labels = [k["about"]["question"] for k in kept]
    assert labels == sorted(labels)


def test_no_secret_is_recorded(tmp_path: Path) -> None:
    recorded(tmp_path / "tape.json")
    text = (tmp_path / "tape.json").read_text(encoding="utf-8")
    for secret in (KEY, "Bearer", "authorization", "c00kie", "organization", "stainless", "127.0.0.1", "User-Agent"):
        assert secret.lower() not in text.lower(), secret
    for local in (str(tmp_path), str(Path.home()) + "/", socket.gethostname(), f"/{getpass.getuser()}/"):
        assert local not in text, local


def test_two_recordings_of_the_same_answers_are_the_same_file(tmp_path: Path) -> None:
    recorded(tmp_path / "a.json")
    recorded(tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def missed(tape: Path, text: str = STORY, **change: Any) -> list[str]:
    with endpoint() as at:
        report = check(text, model=replace(settings(at.url, tape), **change))
    assert at.asked == [], "a replay asked the endpoint"
    assert not report.run.complete
    assert report.run.retries == 0
    return list(report.run.missing)


def test_a_miss_says_what_changed_and_how_to_record_it(tmp_path: Path) -> None:
    tape = tmp_path / "tape.json"
    recorded(tape)
    lines = missed(tape, STORY.replace("March 1", "March 2"))
    assert any(
        line.startswith("the look, who says what and the claims of ") and "the article or its reading changed" in line
        for line in lines
    )
    assert all(f"--cassette {tape} --record new" in line for line in lines)
    assert any("the model or its parameters changed" in line for line in missed(tape, name="another"))


def test_a_changed_prompt_is_named(tmp_path: Path) -> None:
    tape = tmp_path / "tape.json"
    recorded(tape)
    own = tmp_path / "prompts"
    own.mkdir()
    shipped = (Path(__file__).parents[2] / "prompts" / "look.md").read_text(encoding="utf-8")
    (own / "look.md").write_text(shipped.replace("which places of", "say which places of"), encoding="utf-8")
    lines = missed(tape, prompts=own)
    assert lines
    assert all("the prompt changed since the recording (prompt look+statements)" in line for line in lines)


def test_a_question_that_was_never_recorded_is_named(tmp_path: Path) -> None:
    recorded(tmp_path / "tape.json")
    lines = missed(
        tmp_path / "tape.json", STORY + "\nOlga Lind left on Monday. “And that was all there was,” she said.\n"
    )
    assert any("the cassette has no such question" in line for line in lines)


def test_new_adds_what_is_missing_and_keeps_the_rest(tmp_path: Path) -> None:
    tape = tmp_path / "tape.json"
    recorded(tape)
    other = STORY.replace("March 1", "March 2")
    recorded(tape, text=other, record="new")
    for text in (STORY, other):
        assert check(text, model=settings("http://r.invalid/v1", tape)).run.complete


def test_all_records_anew(tmp_path: Path) -> None:
    tape = tmp_path / "tape.json"
    recorded(tape)

    def nobody(asked: Asked) -> Reply:
        return reading(judged=judged(asked)) if asked.form == "Reading" else well(asked)

    recorded(tape, nobody, record="all")
    report = check(STORY, model=settings("http://r.invalid/v1", tape))
    assert [c for c in report.claims if c.by_model] == []


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '{"interactions": 3}', '{"version": 1, "interactions": [{}]}', "\x00"]
    + ["!!python/object/apply:os.system ['true']", '{"version": 1, "interactions": [{"request": {"body": 1}}]}'],
)
def test_a_broken_cassette_is_an_error_of_input(tmp_path: Path, text: str) -> None:
    (tmp_path / "tape.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"tape\.json: is no cassette"):
        check(STORY, model=settings("http://r.invalid/v1", tmp_path / "tape.json"))


def test_a_missing_cassette_is_an_error_of_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such cassette"):
        check(STORY, model=settings("http://r.invalid/v1", tmp_path / "tape.json"))


def test_a_cassette_that_is_no_text_is_an_error_of_input(tmp_path: Path) -> None:
    (tmp_path / "tape.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is no cassette"):
        check(STORY, model=settings("http://r.invalid/v1", tmp_path / "tape.json"))


def test_recordings_nobody_asked_for_are_counted(tmp_path: Path) -> None:
    import asyncio

    from verifier.model.reading import room
    from verifier.pipeline import ask
    from verifier.settings import Settings

    tape = tmp_path / "tape.json"
    recorded(tape)
    recorded(tape, text=STORY.replace("March 1", "March 2"), record="new")

    async def unused() -> int:
        async with room(settings("http://r.invalid/v1", tape)) as place:
            await ask(STORY, Settings(), place)
            assert place.cassette is not None
            return place.cassette.unused

    assert asyncio.run(unused()) > 0


def test_an_article_of_which_nothing_is_asked_replays_too(tmp_path: Path) -> None:
    text = "Mill\n\nKarin Holm bought the mill in 2019.\n"
    with endpoint() as at:
        check(text, model=settings(at.url, tmp_path / "tape.json", "once", ask="sentence"))
        assert at.asked == []
    replayed = check(text, model=settings("http://r.invalid/v1", tmp_path / "tape.json", ask="sentence"))
    assert replayed.run.complete


def test_a_cassette_with_nothing_on_it_is_recorded_once_like_one_that_is_not_there(tmp_path: Path) -> None:
    text = "Mill\n\nKarin Holm bought the mill in 2019.\n"
    with endpoint() as at:
        check(text, model=settings(at.url, tmp_path / "tape.json", "once", ask="sentence"))
    assert json.loads((tmp_path / "tape.json").read_text(encoding="utf-8"))["interactions"] == []
    recorded(tmp_path / "tape.json")
    assert check(STORY, model=settings("http://r.invalid/v1", tmp_path / "tape.json")).run.complete

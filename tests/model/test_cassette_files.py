"""Cassettes as they come back from people: altered by hand, cut, too large, killed while they were written."""

import asyncio
import copy
import io
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.model.articles import STORY
from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from verifier import InputError, Report, UsageError, check
from verifier.model import tape
from verifier.model.cassette import replay
from verifier.model.reading import room
from verifier.model.settings import ModelSettings, Record
from verifier.pipeline import ask
from verifier.settings import Settings

ROOT = Path(__file__).parents[2]
RULES = [(f.code, f.spans, f.message) for f in check(STORY).findings]


@cache
def recorded() -> str:
    with TemporaryDirectory() as folder, endpoint() as at:
        file = Path(folder) / "tape.json"
        asked = ModelSettings("m", at.url, KEY, backoff=0.0, cassette=file, record="once")
        assert check(STORY, model=asked).run.complete
        assert not any("x-verifier-about" in came.headers for came in at.asked), "our own note left the machine"
        return file.read_text(encoding="utf-8")


def played(file: Path, text: str | bytes) -> Report | None:
    """The replay of a file with this content, None where it is refused in a line that names it."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    said = ""
    try:
        report = check(STORY, model=replay(file))
    except (InputError, UsageError) as refused:
        said = str(refused)
    if said:
        assert str(file) in said
        assert len(said) < 1000
        return None
    assert [(f.code, f.spans, f.message) for f in report.findings if f.origin == "rules"] == RULES
    report.model_dump_json().encode("utf-8")
    return report


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for name, inner in inside for place in places(inner, (*at, name)))]


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=20),
    st.just([]), st.just({}), st.just("\ud800"), st.just("</think>{}"), st.lists(st.integers(), max_size=2),
)  # fmt: skip


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_whatever_is_altered_by_hand_the_rules_findings_are_there_or_the_file_is_refused(data: st.DataObject) -> None:
    whole = json.loads(recorded())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from([at for at in places(whole) if at]))
        holder = whole
        for name in place[:-1]:
            holder = holder[name]
        if data.draw(st.booleans()):
            holder[place[-1]] = copy.deepcopy(data.draw(JUNK))
        elif isinstance(holder, dict):
            del holder[place[-1]]
    with TemporaryDirectory() as folder:
        played(Path(folder) / "tape.json", json.dumps(whole))


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.9, 0.9999])
def test_a_cassette_that_was_cut_is_none(tmp_path: Path, share: float) -> None:
    text = recorded().rstrip()
    assert played(tmp_path / "tape.json", text[: int(len(text) * share)]) is None


def test_an_interaction_that_is_none_is_named_by_its_number(tmp_path: Path) -> None:
    whole = json.loads(recorded())
    whole["interactions"][0]["response"]["status"]["code"] = 500
    (tmp_path / "tape.json").write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(InputError, match=r"interaction 1 is none"):
        check(STORY, model=replay(tmp_path / "tape.json"))


def test_an_answer_altered_by_hand_is_held_against_the_article_like_any_other(tmp_path: Path) -> None:
    whole = json.loads(recorded())
    lie = "The mayor of Atlantis resigned over 77 ferries."
    text = json.dumps(whole).replace("The operator, Northline, carries 1.2 million passengers a year.", lie)
    assert text.count(lie) > 1
    words = json.loads(text)
    for new, old in zip(words["interactions"], whole["interactions"], strict=True):
        new["request"] = old["request"]
    report = played(tmp_path / "tape.json", json.dumps(words))
    assert report is not None
    assert not any("Atlantis" in claim.text for claim in report.claims)


def test_a_file_too_large_to_be_a_cassette_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "tape.json").open("wb") as out:
        out.truncate(251_000_000)
    with pytest.raises(InputError, match="larger than 250 MB"):
        check(STORY, model=ModelSettings("m", cassette=tmp_path / "tape.json"))
    with pytest.raises(InputError, match="larger than 250 MB"):
        replay(tmp_path / "tape.json")


def test_a_large_cassette_costs_no_more_for_each_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recordings of other articles are not gone through one by one."""
    compared, same = [0], tape._same

    def counted(one: Any, other: Any) -> bool:
        compared[0] += 1
        return same(one, other)

    monkeypatch.setattr(tape, "_same", counted)
    whole = json.loads(recorded())
    one = whole["interactions"][0]
    for number in range(300):
        other = copy.deepcopy(one)
        other["request"]["body"]["messages"][0]["content"] += str(number)
        whole["interactions"].insert(0, other)
    report = played(tmp_path / "tape.json", json.dumps(whole))
    assert report is not None
    assert report.run.complete
    assert compared[0] < 100


def test_a_link_stays_a_link_and_the_file_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "tape.json"
    real.write_text(recorded(), encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with endpoint() as at:
        other = STORY.replace("1.2 million", "1.3 million")
        check(other, model=ModelSettings("m", at.url, backoff=0.0, cassette=link, record="new"))
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert len(json.loads(real.read_text(encoding="utf-8"))["interactions"]) > len(
        json.loads(recorded())["interactions"]
    )


def test_a_run_that_is_killed_leaves_the_cassette_as_it_was(tmp_path: Path) -> None:
    """Killed while it records, and, many times over, while it writes."""
    tape = tmp_path / "tape.json"
    tape.write_text(recorded(), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from verifier.model.tape import Form, WholeFile, running\n"
        "file, form = Path(sys.argv[1]), Form()\n"
        "with running(file, 'new', form) as kept:\n"
        "    print('ready', flush=True)\n"
        "    many = {'requests': kept.requests * 40, 'responses': kept.responses * 40}\n"
        "    while True: WholeFile.save_cassette(file, many, form)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(tape)], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    for _ in range(30):
        json.loads(tape.read_text(encoding="utf-8"))
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    report = check(STORY, model=replay(tape))
    assert report.run.complete


def test_a_full_disk_leaves_the_cassette_as_it_was_and_nothing_half(tmp_path: Path) -> None:
    tape = tmp_path / "tape.json"
    tape.write_text(recorded(), encoding="utf-8")
    code = (
        "import resource, sys; from pathlib import Path; from verifier.model.tape import Form, WholeFile, running\n"
        "file, form, most = Path(sys.argv[1]), Form(), int(sys.argv[2])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))\n"
        "with running(file, 'new', form) as kept:\n"
        "    many = {'requests': kept.requests * 40, 'responses': kept.responses * 40}\n"
        "    WholeFile.save_cassette(file, many, form)\n"
    )
    most = len(recorded().encode()) * 2
    run = [sys.executable, "-c", code, str(tape), str(most)]
    done = subprocess.run(run, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert b"File too large" in done.stderr
    assert tape.read_text(encoding="utf-8") == recorded()
    assert [path.name for path in tmp_path.iterdir()] == ["tape.json"]


@pytest.mark.parametrize(
    "dialect", [3, {}, {"steps": ["sing"], "room": 0, "cap": None}, {"steps": [], "room": "much", "cap": None}]
)
def test_a_cassette_in_a_dialect_that_is_none_is_none(tmp_path: Path, dialect: Any) -> None:
    whole = json.loads(recorded()) | {"dialect": dialect}
    assert played(tmp_path / "tape.json", json.dumps(whole)) is None


def test_what_was_answered_before_the_endpoint_broke_is_recorded(tmp_path: Path) -> None:
    def script(asked: Asked) -> Reply:
        return well(asked) if asked.form != "Look" else Reply(status=500)

    tape = tmp_path / "tape.json"
    with endpoint(script) as at:
        check(
            STORY, model=ModelSettings("m", at.url, backoff=0.0, attempts=1, twice=True, cassette=tape, record="once")
        )
        before = len(json.loads(tape.read_text(encoding="utf-8"))["interactions"])
        at.script = well
        report = check(STORY, model=ModelSettings("m", at.url, backoff=0.0, twice=True, cassette=tape, record="new"))
    assert before == 1
    assert report.run.complete
    assert check(STORY, model=replay(tape)).run.complete


def test_a_packed_answer_is_recorded_as_it_reads(tmp_path: Path) -> None:
    import gzip

    def script(asked: Asked) -> Reply:
        return Reply(body=gzip.compress(well(asked).payload(asked)), headers={"Content-Encoding": "gzip"})

    tape = tmp_path / "tape.json"
    with endpoint(script) as at:
        first = check(STORY, model=ModelSettings("m", at.url, cassette=tape, record="once"))
    kept = json.loads(tape.read_text(encoding="utf-8"))["interactions"]
    assert all(isinstance(one["response"]["body"], dict) for one in kept)
    assert check(STORY, model=replay(tape)).claims == first.claims


def test_nobody_else_s_requests_are_touched_while_a_cassette_plays(tmp_path: Path) -> None:
    """The library may run beside code that speaks to servers of its own."""
    (tmp_path / "tape.json").write_text(recorded(), encoding="utf-8")
    answers = []

    def script(asked: Asked) -> Reply:
        answers.append(httpx2.post(f"{other.url}/chat/completions", json=asked.body).status_code)
        return well(asked)

    with endpoint() as other, endpoint(script) as at:
        changed = STORY.replace("1.2 million", "1.3 million")
        check(changed, model=ModelSettings("m", at.url, cassette=tmp_path / "tape.json", record="new"))
    assert answers
    assert set(answers) == {200}
    text = (tmp_path / "tape.json").read_text(encoding="utf-8")
    assert len(json.loads(text)["interactions"]) == len(json.loads(recorded())["interactions"]) + len(answers)


def test_a_replay_in_a_program_leaves_its_other_requests_alone(tmp_path: Path) -> None:
    """Even one that asks word for word what was recorded gets to the server that it was meant for."""
    tape = tmp_path / "tape.json"
    tape.write_text(recorded(), encoding="utf-8")
    body = json.loads(recorded())["interactions"][0]["request"]["body"]

    async def run(url: str) -> tuple[Report, list[int]]:
        async with room(replay(tape)) as place, httpx2.AsyncClient() as own:
            answers = [await own.post(url, json=body), await asyncio.to_thread(httpx2.post, url, json=body)]
            with pytest.raises(httpx2.ConnectError):
                await own.post("http://127.0.0.1:9/v1/chat/completions", json=body)
            return await ask(STORY, Settings(), place), [answer.status_code for answer in answers]

    with endpoint() as other:
        report, answers = asyncio.run(run(f"{other.url}/chat/completions"))
    assert answers == [200, 200]
    assert len(other.asked) == 2
    assert report.run.complete
    assert tape.read_text(encoding="utf-8") == recorded()


@pytest.mark.parametrize("record", ["once", "none"])
def test_the_log_of_a_program_does_not_get_the_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: Record
) -> None:
    if record == "none":
        (tmp_path / "tape.json").write_text(recorded(), encoding="utf-8")
    log, root = io.StringIO(), logging.getLogger()
    monkeypatch.setattr(root, "handlers", [logging.StreamHandler(log)])
    with all_told(root):
        _asked_while_logging(tmp_path, record)
    assert "the log is read" in log.getvalue()
    assert "Northline" not in log.getvalue()
    assert "chat/completions" not in log.getvalue()


@contextmanager
def all_told(logger: logging.Logger) -> Iterator[None]:
    """Everything is logged; set so that loggers forget what they remember of the level before."""
    before = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.setLevel(before)


def _asked_while_logging(tmp_path: Path, record: Record) -> None:
    with endpoint() as at:
        asked = ModelSettings("m", at.url, KEY, cassette=tmp_path / "tape.json", record=record)
        assert check(STORY, model=asked).run.complete
    logging.getLogger("desk").debug("the log is read")

"""``verifier check --model`` and the commands around it, as a person runs them, against a scripted endpoint."""

import json
import re
import signal
import threading
from pathlib import Path

import pytest

from tests.cli.command import ROOT, run
from tests.model.articles import STORY
from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from tests.ready import start
from verifier.report import FORMATS


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_a_run_with_a_model_reports_its_claims_and_what_it_used(desk: Path) -> None:
    with endpoint() as at:
        done = run("check", "story.txt", "--model", "m", "--base-url", at.url, cwd=desk)
        again = run("check", "story.txt", "--model", "m", "-o", "json", OPENAI_BASE_URL=at.url, cwd=desk)
    assert done.returncode == 1
    assert done.stderr == ""
    assert f"m at {at.url[7:-3]}: {len(at.asked)} call" in done.stdout
    report = json.loads(again.stdout)
    assert report["run"]["calls"] == 0
    assert report["run"]["cache_hits"] == len(at.asked)
    assert "model" in {c["origin"] for c in report["claims"]}
    assert KEY not in done.stdout + again.stdout + done.stderr + again.stderr


def test_the_environment_alone_asks_no_model(desk: Path) -> None:
    with endpoint() as at:
        done = run("check", "story.txt", cwd=desk, OPENAI_BASE_URL=at.url)
    assert at.asked == []
    assert done.stderr == "verifier: no model is configured: the rules ran alone\n"


WITHOUT_FINDINGS = {"claims", "schema-org", "ledger", "calls"}


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in WITHOUT_FINDINGS])
def test_what_is_missing_makes_the_exit_code_3_in_every_format(desk: Path, form: str) -> None:
    with endpoint(lambda _: Reply(status=401)) as at:
        done = run("check", "story.txt", "--model", "m", "--base-url", at.url, "-o", form, cwd=desk)
    assert done.returncode == 3
    assert "D003" in done.stdout
    assert "401 (Unauthorized)" in done.stdout + done.stderr
    assert KEY not in done.stdout + done.stderr


def test_no_cache_asks_again(desk: Path) -> None:
    with endpoint() as at:
        for _ in range(2):
            run("check", "story.txt", "--model", "m", "--base-url", at.url, "--no-cache", cwd=desk)
    assert len({str(a.body) for a in at.asked}) * 2 == len(at.asked)
    assert not (desk / "cache").exists()


def test_offline_asks_nothing(desk: Path) -> None:
    with endpoint() as at:
        done = run("check", "story.txt", "--model", "m", "--base-url", at.url, "--offline", cwd=desk)
    assert (done.returncode, at.asked) == (3, [])
    assert "--offline forbids asking" in done.stdout


def test_a_dry_run_tells_and_asks_nothing(desk: Path) -> None:
    with endpoint() as at:
        asking = ("check", "story.txt", "--model", "m", "--base-url", at.url, "--price-in", "1", "--price-out", "2")
        before = run(*asking, "--dry-run", cwd=desk)
        assert at.asked == []
        run(*asking, cwd=desk)
        sent = len(at.asked)
        after = run(*asking, "--dry-run", cwd=desk)
    assert (before.returncode, after.returncode) == (0, 0)
    assert before.stdout.startswith(f"story.txt: {sent} calls, 0 answers kept, about ")
    assert "about $0.0" in before.stdout
    assert after.stdout.startswith(f"story.txt: 0 calls, {sent} answers kept")
    assert len(at.asked) == sent


def test_limits_hold_over_all_articles(desk: Path) -> None:
    (desk / "other.txt").write_text(STORY.replace("Northline", "Southline"), encoding="utf-8")
    with endpoint() as at:
        done = run("check", ".", "--model", "m", "--base-url", at.url, "--max-calls", "1", "-o", "json", cwd=desk)
    assert done.returncode == 3
    assert len(at.asked) == 1
    assert any(
        "the limit of 1 calls is reached" in line for r in json.loads(done.stdout) for line in r["run"]["missing"]
    )


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("--model", "m", "--no-model"), "which of the two"),
        (("--twice",), "--twice does nothing without --model NAME"),
        (("--dry-run",), "--dry-run does nothing without --model NAME"),
        (("--model", "m", "--max-cost", "1"), "--max-cost needs --price-in and --price-out"),
        (("--model", "m", "--price-in", "1"), "go together"),
        (("--model", "m", "--record", "once"), "needs --cassette"),
        (("--model", "m", "--cassette", "t.json", "--record", "all", "--offline"), "forbids recording"),
        (("--model", "m", "--fail-on-unused"), "needs --cassette"),
        (("--model", "m", "--cassette", "t.json", "--drop-unused"), "needs --record new"),
        (("--model", "m", "--base-url", "localhost:8080"), "is no endpoint"),
        (("--model", "m", "--jobs", "2"), "one process"),
        (("--model", "m", "--cassette", "missing.json"), "no such cassette"),
        (("--model", "m", "--prompts", "."), "holds no prompts"),
    ],
)
def test_options_that_make_no_sense_are_refused(desk: Path, args: tuple[str, ...], problem: str) -> None:
    done = run("check", "story.txt", *args, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr


def test_a_cassette_is_recorded_and_replayed(desk: Path) -> None:
    asking = ("check", "story.txt", "--model", "m", "--cassette", "tape.json")
    with endpoint() as at:
        recorded = run(*asking, "--record", "once", "--base-url", at.url, cwd=desk)
    replayed = run(*asking, "--base-url", "http://nowhere.invalid/v1", "--fail-on-unused", cwd=desk, OPENAI_API_KEY="")
    assert (recorded.returncode, replayed.returncode) == (1, 1), replayed.stdout
    assert not (desk / "cache").exists()
    (desk / "story.txt").write_text(STORY.replace("1.2 million", "1.3 million"), encoding="utf-8")
    changed = run(*asking, cwd=desk)
    assert changed.returncode == 3
    assert "changed since the recording" in changed.stdout
    assert "recordings were not asked for" in changed.stderr


def test_a_replay_needs_nothing_but_the_file(desk: Path) -> None:
    with endpoint() as at:
        run("check", "story.txt", "--model", "m", "--ask", "sentence", "--twice", "--base-url", at.url,
            "--cassette", "tape.json", "--record", "once", cwd=desk)  # fmt: skip
    done = run("check", "story.txt", "--cassette", "tape.json", "--fail-on-unused", "-o", "json", cwd=desk)
    assert done.returncode == 1, done.stderr
    made = json.loads(done.stdout)["run"]
    assert (made["model"], made["endpoint"], made["cassette"], made["missing"]) == ("m", None, "tape.json", [])
    assert "m replayed from tape.json" in run("check", "story.txt", "--cassette", "tape.json", cwd=desk).stdout


@pytest.mark.parametrize(
    "head",
    [
        "",
        '"recorded": {"model": 3},',
        '"recorded": {"model": "m", "ask": "poem"},',
        '"recorded": {"model": "m", "mode": "json", "ask": "poem", "twice": false},',
    ],
)
def test_a_cassette_that_does_not_say_how_it_was_asked_needs_a_model(desk: Path, head: str) -> None:
    (desk / "tape.json").write_text(f'{{"version": 1, {head} "interactions": []}}', encoding="utf-8")
    done = run("check", "story.txt", "--cassette", "tape.json", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--model NAME" in done.stderr


def test_recordings_nobody_asks_for_can_fail(desk: Path) -> None:
    asking = ("check", "story.txt", "--model", "m", "--cassette", "tape.json")
    with endpoint() as at:
        run(*asking, "--record", "once", "--base-url", at.url, cwd=desk)
        run(*asking, "--record", "new", "--base-url", at.url, "--twice", cwd=desk)
    done = run(*asking, "--fail-on-unused", "--fail-on", "never", cwd=desk)
    assert done.returncode == 3
    assert run(*asking, "--fail-on", "never", cwd=desk).returncode == 0


def test_recordings_nobody_asks_for_are_dropped_once_every_question_is_answered(desk: Path) -> None:
    asking = ("check", "story.txt", "--model", "m", "--cassette", "tape.json", "--fail-on", "never")
    with endpoint() as at:
        run(*asking, "--record", "once", "--base-url", at.url, "--twice", cwd=desk)
        new = (*asking, "--record", "new", "--drop-unused", "--base-url", at.url)
        at.script = lambda _: Reply(status=400)
        (desk / "story.txt").write_text(STORY.replace("1.2 million", "1.3 million"), encoding="utf-8")
        before = (desk / "tape.json").read_bytes()
        assert run(*new, cwd=desk).returncode == 3
        assert (desk / "tape.json").read_bytes() == before
        at.script = well
        assert "not asked for, and dropped" in run(*new, cwd=desk).stderr
    assert run(*asking, "--fail-on-unused", cwd=desk).returncode == 0


def test_ctrl_c_reports_what_is_there(desk: Path) -> None:
    lock, asked_of, both = threading.Lock(), [], threading.Event()

    def script(asked: Asked) -> Reply:
        with lock:
            asked_of.append(asked.form)
            if len(asked_of) == 2:  # everything once, and the look again
                both.set()
        return well(asked) if asked.form == "Reading" else Reply("{}", delay=30)

    with endpoint(script) as at:
        running = start("check", "story.txt", "--twice", "--model", "m", "--base-url", at.url, cwd=desk)
        assert both.wait(60)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert running.returncode == 130, err
    assert "Traceback" not in err
    assert "D003" in out
    assert "stopped before it was answered" in out


def test_prompts_are_listed_printed_and_replaced(desk: Path) -> None:
    listed = run("prompts", cwd=desk).stdout
    names = [line.split()[0] for line in listed.splitlines()]
    assert names == [
        "article",
        "look",
        "statements",
        "claim",
        "paraphrases",
        "sentence",
        "speaker",
        "verdict",
    ]
    one = run("prompts", "look", cwd=desk).stdout
    assert one == (ROOT / "prompts" / "look.md").read_text(encoding="utf-8")
    (desk / "own").mkdir()
    (desk / "own" / "look.md").write_text(
        one.replace("which places of", "please say which places of"), encoding="utf-8"
    )
    with endpoint() as at:
        done = run("check", "story.txt", "--model", "m", "--base-url", at.url, "--prompts", "own", cwd=desk)
    assert done.returncode == 1
    assert any("please say which places" in asked.said for asked in at.asked)
    assert run("prompts", "nonsense", cwd=desk).returncode == 2


def test_the_cache_is_told_pruned_and_cleared(desk: Path) -> None:
    with endpoint() as at:
        run("check", "story.txt", "--model", "m", "--base-url", at.url, cwd=desk)
    assert f"{len(at.asked)} answers" in run("cache", "info", cwd=desk).stdout
    assert run("cache", "prune", cwd=desk).stdout == "0 answers forgotten\n"
    assert run("cache", "prune", "--max-days", "0", cwd=desk).stdout == f"{len(at.asked)} answers forgotten\n"
    assert run("cache", "clear", cwd=desk).stdout == "0 answers forgotten\n"


def test_the_doctor_says_which_mode_to_use(desk: Path) -> None:
    def script(asked: Asked) -> Reply:
        return Reply(status=400) if "tools" in asked.body else well(asked)

    with endpoint(script) as at:
        done = run("doctor", "--model", "m", "--base-url", at.url, cwd=desk)
    assert done.returncode == 0
    assert "json_schema works" in done.stdout
    assert "tools       does not work: the endpoint answered 400 (Bad Request)" in done.stdout
    assert "Use --mode json_schema (the default, so it need not be said)." in done.stdout
    assert KEY not in done.stdout
    with endpoint(lambda _: Reply(status=401)) as at:
        assert run("doctor", "--model", "m", "--base-url", at.url, cwd=desk).returncode == 3
    assert run("doctor", cwd=desk).returncode == 2


def test_nothing_below_the_command_line_reads_the_environment() -> None:
    for path in (ROOT / "verifier").rglob("*.py"):
        if "cli" not in path.parts:
            code = path.read_text(encoding="utf-8")
            assert not re.search(r"\benviron\b|getenv", code), path


@pytest.mark.parametrize("other", [("no-such.txt",), ("-o", "json=/dev/full")])
def test_a_run_that_did_not_see_everything_drops_no_recordings(desk: Path, other: tuple[str, ...]) -> None:
    asking = ("--model", "m", "--cassette", "tape.json", "--fail-on", "never")
    (desk / "more.txt").write_text(STORY.replace("1.2 million", "1.9 million"), encoding="utf-8")
    with endpoint() as at:
        run("check", "story.txt", "more.txt", *asking, "--record", "once", "--base-url", at.url, cwd=desk)
        before = (desk / "tape.json").read_bytes()
        done = run("check", "story.txt", *other, *asking, "--record", "new", "--drop-unused",
                   "--base-url", at.url, cwd=desk)  # fmt: skip
    assert done.returncode == 2
    assert (desk / "tape.json").read_bytes() == before


def test_a_cassette_nested_without_end_is_no_cassette(desk: Path) -> None:
    (desk / "tape.json").write_text("[" * 100_000, encoding="utf-8")
    for model in ((), ("--model", "m")):
        done = run("check", "story.txt", "--cassette", "tape.json", *model, cwd=desk)
        assert (done.returncode, done.stdout) == (2, "")
        assert "tape.json: is no cassette" in done.stderr


def test_an_endpoint_that_only_a_file_names_gets_no_key(desk: Path) -> None:
    with endpoint() as at:
        (desk / "verifier.toml").write_text(f'[model]\nname = "m"\nbase-url = "{at.url}"\n', encoding="utf-8")
        found = run("check", "story.txt", "--no-cache", cwd=desk, OPENAI_API_KEY=KEY)
        assert at.asked
        assert not any(KEY in str(asked.headers) for asked in at.asked)
        assert "the key is not sent to" in found.stderr
        at.asked.clear()
        run("check", "story.txt", "--no-cache", "--config", "verifier.toml", cwd=desk, OPENAI_API_KEY=KEY)
        assert any(KEY in str(asked.headers) for asked in at.asked)

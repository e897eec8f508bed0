"""``verifier eval`` as a person runs it, by rules and against a scripted endpoint."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import ROOT, run
from tests.evaluation.samples import STORY, gold
from tests.model.scripted import KEY, Asked, Endpoint, Reply, endpoint, reading, well

GOLD = """findings:
- {code: D003, passages: [February 30], what: no such day}
- {code: Q001, passages: [Nobody asked the islanders], what: nobody is credited}
quotes:
- {text: 'We will not run a single boat until the pier is safe', speaker: Ana Ruiz}
- {text: Nobody asked the islanders what they need in winter., speaker: null}
claims:
- {evidence: 'The Brent Island ferry will close on June 1, 2021', speaker: Ana Ruiz}
clean:
- {passages: ['June 1, 2021', 'February 30'], what: close and open}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for name in ("OPENAI_BASE_URL", "VERIFIER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    put(tmp_path, "ferry")
    return tmp_path


def put(folder: Path, name: str, gold: str = GOLD) -> None:
    (folder / f"{name}.txt").write_text(STORY, encoding="utf-8")
    (folder / f"{name}.yaml").write_text(gold, encoding="utf-8")


def figures(told: dict[str, object], label: str, row: str) -> tuple[float, float, float]:
    column = next(c for c in told["columns"] if c["label"] == label)  # type: ignore[attr-defined]
    found = next(r for r in column["rows"] if r["name"] == row)
    return found["precision"], found["recall"], found["f1"]


def evaluated(desk: Path, *args: str | Path) -> dict[str, object]:
    done = run("eval", "ferry.yaml", *args, "-o", "json", cwd=desk)
    assert done.returncode in {0, 1}, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_gold_and_its_article_are_not_written_over(desk: Path) -> None:
    for target in ("json=ferry.yaml", "text=./ferry.txt"):
        done = run("eval", "ferry.yaml", "-o", target, cwd=desk)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "is read in this run and would be written over" in done.stderr
    assert (desk / "ferry.yaml").read_text(encoding="utf-8") == GOLD
    assert (desk / "ferry.txt").read_text(encoding="utf-8") == STORY


def test_rules_alone(desk: Path) -> None:
    done = run("eval", "ferry.yaml", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"(?m)^D003 +1 +1\.00 +1\.00 +1\.00$", done.stdout)
    assert re.search(r"(?m)^claims and speakers +1 +0\.33 +1\.00 +0\.50$", done.stdout)
    assert "rules: 1 of 1 must-nots kept" in done.stdout
    assert 'False alarms, rules\n  ferry.txt: “"We will not run' in done.stdout
    assert "False alarms" not in run("eval", "ferry.yaml", "-q", cwd=desk).stdout


def test_folders_globs_and_files_are_found(desk: Path) -> None:
    (desk / "more").mkdir()
    put(desk / "more", "second")
    counted = []
    for args in ((".",), ("*.yaml", "more"), ("ferry.yaml", "more/second.yaml", "ferry.yaml")):
        done = run("eval", *args, "-o", "json", cwd=desk)
        counted.append(len(json.loads(done.stdout)["columns"][0]["articles"]))
    assert counted == [2, 2, 2]


def test_where_one_thing_is_wrong_nothing_is_measured(desk: Path) -> None:
    put(desk, "wrong", "findings:\n- {code: D777, passages: [x], what: y}")
    put(desk, "other", "quotes:\n- {text: words that are not there, speaker: null}")
    (desk / "lone.yaml").write_text("quotes: []", encoding="utf-8")
    done = run("eval", ".", "nothing.yaml", "-o", "json=out.json", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    told = sorted(line.split(": ")[1] for line in done.stderr.splitlines())
    assert told == ["lone.yaml", "nothing.yaml", "other.yaml:2", "wrong.yaml:2"]
    assert "unknown rule 'D777'" in done.stderr
    assert not (desk / "out.json").exists()


@pytest.mark.parametrize(
    ("floors", "code", "said"),
    [
        ((), 0, ""),
        (("0.5",), 0, ""),
        (("0.6",), 1, "rules: F1 of claims and speakers is 0.5, less than 0.6"),
        (("findings=1", "quotes=1"), 0, ""),
        (("claims=0.7",), 1, "F1 of claims and speakers is 0.5, less than 0.7"),
        (("D003=1",), 0, ""),
        (("E001=0.1",), 2, "there is nothing of it in gold or in the reports"),
        (("E999=0.1",), 2, "unknown rule 'E999'"),
        (("2",), 2, "is no number from 0 to 1"),
        (("findings=high",), 2, "is no number from 0 to 1"),
    ],
)
def test_f1_below_the_floor_is_exit_1(desk: Path, floors: tuple[str, ...], code: int, said: str) -> None:
    done = run("eval", "ferry.yaml", *(word for floor in floors for word in ("--min-f1", floor)), cwd=desk)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert (done.stdout == "") == (code == 2)


def test_a_floor_under_nothing_is_refused(desk: Path) -> None:
    put(desk, "ferry", "clean: []\n")
    done = run("eval", "ferry.yaml", "--min-f1", "0.9", cwd=desk)
    assert done.returncode == 2
    assert "nothing that could be measured" in done.stderr


def test_what_must_not_be_is_exit_1(desk: Path) -> None:
    put(desk, "ferry", "clean:\n- {passages: [February 30], code: D, what: a joke of the town}")
    done = run("eval", "ferry.yaml", cwd=desk)
    assert done.returncode == 1
    assert "must not be, and is: “February 30”: a joke of the town (D003: " in done.stderr
    assert "0 of 1 must-nots kept" in done.stdout


def test_rules_that_are_not_selected_are_not_missed(desk: Path) -> None:
    told = evaluated(desk, "--ignore", "Q001")
    assert figures(told, "rules", "findings") == (1.0, 1.0, 1.0)
    assert "Q001" not in json.dumps(told)


def test_an_earlier_evaluation_is_compared(desk: Path) -> None:
    assert run("eval", "ferry.yaml", "-o", "json=old.json", cwd=desk).returncode == 0
    (desk / "ferry.txt").write_text(STORY.replace("on February 30", "on February 3"), encoding="utf-8")
    (desk / "ferry.yaml").write_text(GOLD.replace("February 30", "February 3"), encoding="utf-8")
    same = run("eval", "ferry.yaml", "--compare", "old.json", cwd=desk)
    assert "4 things in the gold of only one of the two" in same.stdout
    put(desk, "ferry")
    better = run("eval", "ferry.yaml", "--compare", "old.json", cwd=desk)
    assert "Since the earlier evaluation, rules\n  nothing changed" in better.stdout
    for name, content in (("no.json", "{"), ("report.json", '{"schema_version": "1.0"}')):
        (desk / name).write_text(content, encoding="utf-8")
        done = run("eval", "ferry.yaml", "--compare", name, cwd=desk)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{name}: is no evaluation of version" in done.stderr
    assert run("eval", "ferry.yaml", "--compare", "gone.json", cwd=desk).returncode == 2


def test_a_model_stands_beside_the_rules(desk: Path) -> None:
    with endpoint() as at:
        told = evaluated(desk, "--model", "m", "--base-url", at.url)
    assert [c["label"] for c in told["columns"]] == ["rules", "m"]  # type: ignore[attr-defined]
    assert at.asked
    precision, recall, _ = figures(told, "m", "claims and speakers")
    assert (recall, precision < figures(told, "rules", "claims and speakers")[0]) == (1.0, True)
    assert KEY not in json.dumps(told)


def test_two_models_and_two_sets_of_prompts_stand_side_by_side(desk: Path) -> None:
    own = desk / "own"
    own.mkdir()
    shipped = (ROOT / "prompts" / "statements.md").read_text(encoding="utf-8")
    (own / "statements.md").write_text(shipped.replace("Put into", "Please put into"), encoding="utf-8")
    with endpoint() as at:
        asking = ("eval", "ferry.yaml", "--base-url", at.url, "-q", "--model", "a", "--model", "b")
        two = run(*asking, cwd=desk)
        four = run(*asking, "--prompts", "shipped", "--prompts", "own", "-o", "json", cwd=desk)
    assert two.stdout.splitlines()[0].split() == ["rules", "a", "b"]
    columns = json.loads(four.stdout)["columns"]
    assert [c["label"] for c in columns] == ["rules", "a shipped", "a own", "b shipped", "b own"]
    assert len({c["prompts"]["statements"] for c in columns[1:]}) == 2
    assert {str(a.body["model"]) for a in at.asked if "Please put into" in a.said} == {"a", "b"}


def test_runs_that_differ_are_marked_and_nothing_is_kept(desk: Path) -> None:
    def moody(asked: Asked) -> Reply:
        return reading() if asked.form == "Reading" and asked.again == 1 else well(asked)

    with endpoint(moody) as at:
        done = run("eval", "ferry.yaml", "--model", "m", "--base-url", at.url, "--repeat", "3", cwd=desk)
    assert done.returncode == 0
    assert "3 runs" in done.stdout
    assert "Not in all runs, m\n  ferry.txt: claim " in done.stdout
    assert "(in 2 of 3 runs)" in done.stdout
    assert not (desk / "cache").exists()


def test_without_repeat_answers_are_kept(desk: Path) -> None:
    with endpoint() as at:
        for _ in range(2):
            run("eval", "ferry.yaml", "--model", "m", "--base-url", at.url, cwd=desk)
    assert {a.again for a in at.asked} == {0}


def test_limits_hold_over_columns_and_articles(desk: Path) -> None:
    put(desk, "second")
    with endpoint() as at:
        asking = ("eval", ".", "--base-url", at.url, "--model", "a", "--model", "b", "--no-cache")
        whole = run(*asking, cwd=desk)
        sent = len(at.asked)
        done = run(*asking, "--max-calls", str(sent - 1), cwd=desk)
        assert len(at.asked) == 2 * sent - 1
    assert (whole.returncode, done.returncode) == (0, 3)
    assert "calls is reached" in done.stderr
    assert "missing: these figures are not those of the model" in done.stdout


def test_a_model_that_does_not_answer_is_exit_3_with_the_rules_measured(desk: Path) -> None:
    with endpoint(lambda _: Reply(status=401)) as at:
        done = run("eval", "ferry.yaml", "--model", "m", "--base-url", at.url, "--min-f1", "0.9", cwd=desk)
    assert done.returncode == 3
    assert "answer missing; ferry.txt: " in done.stderr
    assert "401 (Unauthorized)" in done.stderr
    assert re.search(r"(?m)^D003 +1 +1\.00 +1\.00 +1\.00 +1\.00", done.stdout)


def recorded(desk: Path, at: Endpoint, *args: str) -> None:
    done = run(
        "eval", "ferry.yaml", "--model", "m", "--base-url", at.url, "--cassette", "tapes", "--record", "once", *args,
        cwd=desk,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_folder_of_cassettes_is_recorded_and_replayed(desk: Path) -> None:
    with endpoint() as at:
        recorded(desk, at, "--ask", "sentence", "--twice")
    assert (desk / "tapes" / "ferry.json").is_file()
    done = run("eval", "ferry.yaml", "--cassette", "tapes", "--fail-on-unused", cwd=desk, OPENAI_API_KEY="")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["rules", "m"]
    put(desk, "second")
    lacking = run("eval", ".", "--cassette", "tapes", cwd=desk)
    assert lacking.returncode == 2
    assert "second.json: no such cassette" in lacking.stderr


def test_a_changed_prompt_fails_on_an_old_cassette_and_says_what_to_do(desk: Path) -> None:
    own = desk / "own"
    own.mkdir()
    shipped = (ROOT / "prompts" / "statements.md").read_text(encoding="utf-8")
    (own / "statements.md").write_text(shipped.replace("Put into", "Please put into"), encoding="utf-8")
    with endpoint() as at:
        recorded(desk, at)
        for command in (("check", "ferry.txt"), ("eval", "ferry.yaml")):
            cassette = "tapes/ferry.json" if command[0] == "check" else "tapes"
            done = run(*command, "--cassette", cassette, "--prompts", "own", cwd=desk)
            assert done.returncode == 3
            (line,) = [one for one in done.stderr.splitlines() if "missing" in one]
            assert "the prompt changed since the recording (prompt look+statements)" in line
            remedy = line.partition("record it with: verifier ")[2]
            asking = "--model m --base-url URL --prompts own --cassette tapes/ferry.json"
            assert remedy == f"check ARTICLE {asking} --record new"
        words = remedy.replace("ARTICLE", "ferry.txt").replace("URL", at.url).split()
        assert run(*words, "--fail-on", "never", cwd=desk).returncode == 0
    assert run("eval", "ferry.yaml", "--cassette", "tapes", "--prompts", "own", cwd=desk).returncode == 0


def test_a_dry_run_tells_each_column(desk: Path) -> None:
    with endpoint() as at:
        done = run(
            "eval", "ferry.yaml", "--base-url", at.url, "--model", "a", "--model", "b", "--dry-run", "--repeat", "2",
            cwd=desk,
        )  # fmt: skip
        assert at.asked == []
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "a, ferry.txt",
        "b, ferry.txt",
        "2 articles",
        "and that 2 times",
    ]


def test_a_model_of_the_configuration_is_measured_and_no_model_leaves_it_out(desk: Path) -> None:
    with endpoint() as at:
        (desk / "verifier.toml").write_text(f'[model]\nname = "m"\nbase-url = "{at.url}"\n', encoding="utf-8")
        told = run("eval", "ferry.yaml", "-q", cwd=desk)
        sent = len(at.asked)
        alone = run("eval", "ferry.yaml", "-q", "--no-model", cwd=desk)
    assert told.stdout.splitlines()[0].split() == ["rules", "m"]
    assert alone.stdout.splitlines()[0].split() == ["rules"]
    assert len(at.asked) == sent > 0


def test_recordings_that_are_not_asked_for_can_be_dropped(desk: Path) -> None:
    with endpoint() as at:
        recorded(desk, at)
        put(desk, "ferry")
        (desk / "ferry.txt").write_text(STORY.replace("June 1", "June 2"), encoding="utf-8")
        (desk / "ferry.yaml").write_text(GOLD.replace("June 1", "June 2"), encoding="utf-8")
        asking = ("eval", "ferry.yaml", "--model", "m", "--base-url", at.url, "--cassette", "tapes", "--record", "new")
        done = run(*asking, "--drop-unused", cwd=desk)
    assert done.returncode == 0
    assert "not asked for, and dropped" in done.stderr
    assert run("eval", "ferry.yaml", "--cassette", "tapes", "--fail-on-unused", cwd=desk).returncode == 0


def test_the_gold_of_the_page_is_gold(desk: Path) -> None:
    page = (ROOT / "docs" / "eval.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"(?ms)^```yaml\n(.*?)^```", page)
    file = gold(desk, example)
    assert [len(part or ()) for part in (file.gold.findings, file.gold.quotes, file.gold.claims)] == [3, 3, 3]
    assert set(re.findall(r"(?m)^\| `(\w+)` \|", page)) == {"findings", "quotes", "claims", "clean"}


def test_the_rules_commands_of_the_page_run(desk: Path) -> None:
    page = (ROOT / "docs" / "eval.md").read_text(encoding="utf-8")
    lines = [line.partition("#")[0].split() for line in page.splitlines() if line.startswith("verifier eval seeds/")]
    (desk / "seeds").mkdir()
    put(desk / "seeds", "ferry")
    assert run("eval", "seeds", "-o", "json=before.json", cwd=desk).returncode == 0
    by_rules = [line[1:] for line in lines if not {"--model", "--cassette"} & set(line)]
    assert len(by_rules) == 3
    for line in by_rules:
        assert run(*line, cwd=desk).returncode in {0, 1}


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("--repeat", "2"), "--repeat does nothing without --model NAME"),
        (("--repeat", "0"), "--repeat"),
        (("--model", "m", "--cassette", "t.json", "--repeat", "2"), "a cassette always answers the same"),
        (("--model", "m", "--no-model"), "which of the two"),
        (("--prompts", "own"), "--prompts does nothing without --model NAME"),
        (("--dry-run",), "--dry-run does nothing without --model NAME"),
        (("--cassette", "gone"), "ferry.json: no such cassette"),
        (("-o", "html"), "unknown format 'html'"),
        (("--select", "Z"), "unknown rule 'Z'"),
    ],
)
def test_a_wrong_call_is_exit_2(desk: Path, args: tuple[str, ...], problem: str) -> None:
    done = run("eval", "ferry.yaml", *args, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr

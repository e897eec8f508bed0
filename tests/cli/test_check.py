"""``verifier check`` as a person runs it: what it prints, what it writes, how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT, run

SEED = ROOT / "seeds" / "china-trade-talks.txt"
CALM = "Council adopts budget\n\nThe council adopted its budget on Monday.\n"
TROUBLE = "Council adopts budget\n\nThe council adopted its budget.\n\nIt will vote again on February 30, 2019.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    return tmp_path


def test_the_seed_has_findings_and_one_line_says_that_no_model_is_used(tmp_path: Path) -> None:
    done = run("check", SEED, cwd=tmp_path)
    assert done.returncode in {0, 1}
    assert "garbled-phrase" in done.stdout
    assert done.stderr == "verifier: no model is configured: the rules ran alone\n"


def test_an_article_without_findings_exits_0(desk: Path) -> None:
    done = run("check", "calm.txt", "--no-model", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no findings" in done.stdout


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(desk: Path, level: str, code: int) -> None:
    assert run("check", "trouble.txt", "--select", "D003", "--fail-on", level, cwd=desk).returncode == code


def test_quiet_prints_findings_alone(desk: Path) -> None:
    assert (run("check", "calm.txt", "-q", cwd=desk).stdout, run("check", "calm.txt", "-q", cwd=desk).stderr) == (
        "",
        "",
    )


def test_an_unreadable_article_is_told_and_the_others_are_checked(desk: Path) -> None:
    (desk / "empty.txt").write_bytes(b"")
    done = run("check", "empty.txt", "missing.txt", "trouble.txt", "-q", "-o", "concise", cwd=desk)
    assert done.returncode == 2
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["empty.txt", "missing.txt"]
    assert "trouble.txt:5:23: error D003" in done.stdout


def test_a_folder_and_a_glob_give_each_article_once_in_order(desk: Path) -> None:
    for paths in ([desk], ["*.txt"], ["*.txt", "calm.txt", "trouble.txt"]):
        lines = run("check", *paths, "-q", "-o", "jsonl", cwd=desk).stdout.splitlines()
        assert [Path(json.loads(line)["article"]["path"]).name for line in lines] == ["calm.txt", "trouble.txt"]


def test_standard_input_with_a_name(desk: Path) -> None:
    done = run("check", "-", "--stdin-filename", "wire.txt", "-o", "concise", cwd=desk, data=TROUBLE.encode())
    assert done.returncode == 1
    assert done.stdout.startswith("wire.txt:5:23: error D003")


def test_several_outputs_from_one_run(desk: Path) -> None:
    done = run("check", "trouble.txt", "-o", "text", "-o", "json=r.json", "-o", "html=r.html", cwd=desk)
    assert done.returncode == 1
    assert "D003" in done.stdout
    assert json.loads((desk / "r.json").read_text(encoding="utf-8"))["article"]["path"] == "trouble.txt"
    assert "<!DOCTYPE html>" in (desk / "r.html").read_text(encoding="utf-8")
    assert "html report in r.html: " in done.stderr


def test_a_report_file_is_replaced_whole_and_nothing_else_is_left(desk: Path) -> None:
    (desk / "r.json").write_text("old", encoding="utf-8")
    (desk / "r.json").chmod(0o600)
    run("check", "calm.txt", "-q", "-o", "json=r.json", cwd=desk)
    assert (desk / "r.json").read_text(encoding="utf-8").startswith("{")
    assert (desk / "r.json").stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in desk.iterdir()) == ["calm.txt", "r.json", "trouble.txt"]


def test_an_article_is_never_overwritten(desk: Path) -> None:
    for output in ("text=calm.txt", "text=./"):
        done = run("check", "calm.txt", "trouble.txt", "-q", "-o", output, cwd=desk)
        assert done.returncode == 2
        assert "is read in this run and would be written over" in done.stderr
        assert (desk / "calm.txt").read_text(encoding="utf-8") == CALM
        assert sorted(p.name for p in desk.iterdir()) == ["calm.txt", "trouble.txt"]


def test_the_same_input_gives_the_same_bytes_in_any_number_of_processes(desk: Path) -> None:
    def made(jobs: str) -> list[dict[str, object]]:
        out = run("check", desk, SEED, "-q", "-o", "jsonl", "--jobs", jobs, cwd=desk).stdout
        reports = [json.loads(line) for line in out.splitlines()]
        for report in reports:
            del report["run"]["seconds"]
        return reports

    assert made("1") == made("3")


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (["calm.txt", "--select", "D03"], "the rules of D are D001, "),
        (["calm.txt", "--ignore", "D003,impossible-dates"], "did you mean D003 (impossible-date)?"),
        (["calm.txt", "-o", "jsn"], "did you mean json"),
        (["calm.txt", "-o", "json", "-o", "html"], "only one format can go to standard output"),
        (["calm.txt", "-o", "json=nowhere/r.json"], "there is no folder nowhere"),
        (["calm.txt", "-o", "json="], "a file is missing"),
        (["calm.txt", "--published", "yesterday"], "is no date"),
        (["calm.txt", "--fail-on", "worst"], "worst"),
        (["calm.txt", "--jobs", "0"], "jobs"),
        (["calm.txt", "-o", "json=calm.txt/"], "calm.txt is a file"),
        ([], "PATH"),
        (["calm.txt", "--colour"], "--colour"),
        (["nowhere"], "nowhere: no such file"),
        (["no*.txt"], "no file matches"),
        (["calm.txt", "--max-size", "0.00001"], "larger than"),
    ],
)
def test_a_wrong_call_is_told_in_a_line_and_exits_2(desk: Path, args: list[str], problem: str) -> None:
    done = run("check", *args, "--no-model", cwd=desk)
    assert done.returncode == 2
    assert problem in done.stderr
    assert done.stderr.startswith("verifier: ")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chek", "calm.txt"], "no command 'chek'; did you mean 'verifier check'? See '"),
        (["calm.txt"], "no command 'calm.txt'; did you mean 'verifier check calm.txt'? See '"),
        (["cache", "inf"], "no command 'inf'; did you mean 'info'? See '"),
        (["cache", "xyz"], "no command 'xyz'; see '"),
        (["--no-model", "calm.txt"], "options stand behind a command: verifier check FILE --no-model; see '"),
        (["--versoin"], "no option '--versoin'; did you mean '--version'? See '"),
    ],
)
def test_a_command_that_does_not_exist_is_told_in_a_line(desk: Path, args: list[str], said: str) -> None:
    done = run(*args, cwd=desk)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def test_no_command_at_all_gets_the_help(desk: Path) -> None:
    done = run(cwd=desk)
    assert done.returncode == 2
    assert "Commands:" in done.stderr


def test_published_is_taken_where_the_article_has_no_date(desk: Path) -> None:
    out = run("check", "calm.txt", "-o", "json", "--published", "2019-02-14", cwd=desk).stdout
    assert json.loads(out)["article"]["published"] == "2019-02-14"


def test_an_output_that_cannot_be_written_is_told(desk: Path) -> None:
    done = run("check", "calm.txt", "-o", "json=/dev/full", cwd=desk)
    assert done.returncode == 2
    assert "/dev/full: cannot be written: No space left on device" in done.stderr


def test_whoever_stops_reading_is_not_answered_with_a_traceback(desk: Path) -> None:
    command = f"{sys.executable} -m verifier check {desk} {SEED} --no-model -o json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout.strip() in {"141", "1"}


def test_a_terminal_that_knows_no_unicode_still_gets_its_report(desk: Path) -> None:
    (desk / "calm.txt").write_text("Café “adopts” budget — 北京\n\nIt did.\n", encoding="utf-8")
    done = run("check", "calm.txt", cwd=desk, PYTHONIOENCODING="ascii")
    assert done.returncode == 0


def test_a_hostile_file_name_does_not_reach_the_terminal(desk: Path) -> None:
    name = "a\x1b[31mb\n.txt"
    (desk / name).write_bytes(b"")
    done = run("check", desk / name, cwd=desk)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("option", "hint"),
    [
        ("--soure", "; did you mean '--source'?"),
        ("--out", "; did you mean '--output'?"),
        ("--quite", "; did you mean '--quiet'?"),
        ("--html", ""),
        ("--file", ""),
    ],
)
def test_a_misspelt_option_is_told_the_one_that_was_meant_or_none(desk: Path, option: str, hint: str) -> None:
    done = run("check", "calm.txt", option, "x", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.startswith(
        f"verifier: no option {option!r}{hint} See '" if hint else f"verifier: no option {option!r}; see '"
    )


def test_a_run_that_read_nothing_does_not_tell_of_rules(desk: Path) -> None:
    done = run("check", "nowhere.txt", cwd=desk)
    assert (done.returncode, done.stderr) == (2, "verifier: nowhere.txt: no such file\n")

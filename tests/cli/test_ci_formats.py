"""The formats of CIs, from the command line: all of one run, and what the environment of GitHub Actions adds."""

import json
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.cli.test_check import CALM, TROUBLE
from verifier import __version__
from verifier.report import FORMATS


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    return tmp_path


def test_one_run_writes_every_format(desk: Path) -> None:
    outputs = [f"--output={name}=out{form.suffix}" for name, form in FORMATS.items()]
    done = run("check", "calm.txt", "trouble.txt", "-q", *outputs, cwd=desk)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    written = {name: (desk / f"out{form.suffix}").read_text(encoding="utf-8") for name, form in FORMATS.items()}
    assert all("trouble.txt" in words for words in written.values())
    assert [name for name, words in written.items() if "February 30" not in words] == []


def test_every_format_fits_into_one_folder(desk: Path) -> None:
    outputs = [f"--output={name}=out/" for name in FORMATS]
    assert run("check", "trouble.txt", "-q", *outputs, cwd=desk).returncode == 1
    assert len(list((desk / "out").iterdir())) == len(FORMATS) + 1  # and the index of the pages


def test_a_file_name_that_is_no_unicode_fits_into_every_format(desk: Path) -> None:
    (desk / "a\udcff.txt").write_text(TROUBLE, encoding="utf-8")
    outputs = [f"--output={name}=out/" for name in FORMATS]
    done = run("check", "a\udcff.txt", "-q", *outputs, cwd=desk)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads((desk / "out" / "a\ufffd.json").read_text(encoding="utf-8"))["article"]["path"] == "a\ufffd.txt"
    for name in FORMATS:
        assert run("check", "a\udcff.txt", "-q", "-o", name, cwd=desk).returncode == 1


def test_sarif_lists_the_rules_that_ran(desk: Path) -> None:
    out = run("check", "trouble.txt", "-q", "--select", "D", "-o", "sarif", cwd=desk).stdout
    [made] = json.loads(out)["runs"]
    assert {r["id"][0] for r in made["tool"]["driver"]["rules"]} == {"D"}
    assert {r["ruleId"] for r in made["results"]} == {"D003"}
    assert made["tool"]["driver"]["version"] == __version__


def test_junit_follows_fail_on(desk: Path) -> None:
    wanted = ("check", "trouble.txt", "-q", "--select", "D003", "-o", "junit")
    assert 'failures="1"' in run(*wanted, cwd=desk).stdout
    never = run(*wanted, "--fail-on", "never", cwd=desk)
    assert never.returncode == 0
    assert 'failures="0"' in never.stdout


def test_annotations_on_github_bring_the_whole_list_into_the_summary(desk: Path) -> None:
    (desk / "summary.md").write_text("# What another command wrote\n", encoding="utf-8")
    done = run("check", "trouble.txt", "-o", "github", cwd=desk, GITHUB_STEP_SUMMARY=str(desk / "summary.md"))
    assert done.stdout.startswith("::error file=trouble.txt,line=5")
    summary = (desk / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# What another command wrote\n## `trouble.txt`\n")
    assert "**error** 5:23 **D003**" in summary
    assert "summary.md" not in done.stderr


def test_no_summary_is_written_for_other_formats(desk: Path) -> None:
    run("check", "trouble.txt", "-o", "sarif", cwd=desk, GITHUB_STEP_SUMMARY=str(desk / "summary.md"))
    assert not (desk / "summary.md").exists()


def test_a_summary_too_long_for_github_is_cut_between_lines(desk: Path) -> None:
    (desk / "summary.md").write_text("x" * (1024 * 1024 - 1024 - 200) + "\n", encoding="utf-8")
    run("check", "trouble.txt", "-o", "github", cwd=desk, GITHUB_STEP_SUMMARY=str(desk / "summary.md"))
    summary = (desk / "summary.md").read_bytes()
    assert len(summary) < 1024 * 1024
    assert b"\n## `trouble.txt`\n" in summary
    assert summary.endswith(b"\n\nThe list goes on; it is too long for this page.\n")


def test_a_summary_that_cannot_be_written_is_told(desk: Path) -> None:
    done = run("check", "trouble.txt", "-o", "github", cwd=desk, GITHUB_STEP_SUMMARY=str(desk / "nowhere" / "s.md"))
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_the_help_names_every_format(desk: Path) -> None:
    said = " ".join(run("check", "--help", cwd=desk).stdout.split())
    assert [name for name in FORMATS if name not in said] == []


GAP = {
    "json": '"unread": "empty file, nothing to read"',
    "jsonl": '"unread":"empty file, nothing to read"',
    "junit": 'errors="1"',
    "gitlab": '"severity": "blocker"',
    "github": "::error file=empty.txt,title=unread::empty file, nothing to read",
    "csv": "empty.txt,,,,,unread",
    "markdown": "Could not be read",
    "concise": "empty.txt:1:1: error unread empty file, nothing to read",
    "sarif": '"executionSuccessful": false',
    "claims": "not read: empty file, nothing to read",
    "calls": "**Could not be read:** empty file",
    "ledger": ",unread,",
}


@pytest.mark.parametrize(("form", "says"), GAP.items())
@pytest.mark.parametrize("paths", [("empty.txt",), ("empty.txt", "calm.txt"), ("calm.txt", "empty.txt")])
def test_a_report_never_looks_clean_where_an_article_could_not_be_read(
    desk: Path, form: str, says: str, paths: tuple[str, ...]
) -> None:
    (desk / "empty.txt").write_text("\n")
    done = run("check", *paths, "-q", "-o", f"{form}=out", cwd=desk)
    assert done.returncode == 2
    written = (desk / "out").read_text(encoding="utf-8")
    assert says in written
    if form in ("json", "gitlab", "sarif"):
        json.loads(written)


def test_in_a_folder_the_gap_has_a_file_of_its_own_and_the_index_lists_what_was_read(desk: Path) -> None:
    (desk / "empty.txt").write_text("\n")
    done = run("check", "empty.txt", "calm.txt", "-o", "json=out/", "-o", "html=pages/", "--no-model", cwd=desk)
    assert done.returncode == 2
    assert "json report on empty.txt in out/empty.json: not read" in done.stderr
    assert json.loads((desk / "out" / "empty.json").read_text())["path"] == "empty.txt"
    assert sorted(p.name for p in (desk / "pages").iterdir()) == ["calm.html", "empty.html", "index.html"]


def test_reports_are_read_back_past_a_gap_and_a_gap_alone_says_what_it_is(desk: Path) -> None:
    (desk / "empty.txt").write_text("\n")
    run("check", "empty.txt", "calm.txt", "-q", "-o", "jsonl=all.jsonl", "-o", "json=each/", cwd=desk)
    assert run("diff", "all.jsonl", "calm.txt", cwd=desk).returncode == 0
    alone = run("diff", "each/empty.json", "calm.txt", cwd=desk)
    assert alone.returncode == 2
    assert "empty.txt could not be read (empty file, nothing to read)" in alone.stderr

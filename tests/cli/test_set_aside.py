"""Suppressions and baselines as a person meets them: outputs, notes, exit codes."""

import html
import json
import re
from pathlib import Path

import pytest

from tests.cli.command import ROOT, run
from tests.cli.test_check import CALM, TROUBLE
from tests.model.scripted import endpoint
from verifier import suppressions
from verifier.article import read_bytes

PAGE = (ROOT / "docs" / "suppressions.md").read_text(encoding="utf-8")
NOTE = '<!-- verifier: ignore D003 reason="the mayor\'s own joke" until=2999-12-31 -->\n'
MARKDOWN = TROUBLE.replace("It will", NOTE + "It will")
BESIDE = '[[suppress]]\ncode = "D003"\nwords = "February 30, 2019"\nreason = "It says so on the poster"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    (tmp_path / "trouble.md").write_text(MARKDOWN, encoding="utf-8")
    return tmp_path


def test_a_comment_hides_nothing_where_comments_do_not_count(desk: Path) -> None:
    done = run("check", "trouble.md", "--no-model", "-o", "concise", cwd=desk)
    assert done.returncode == 1
    assert ": error D003" in done.stdout
    assert (
        "trouble.md: 1 suppression without effect; trouble.md:5: suppression of D003 refused: comments do"
        in done.stderr
    )
    assert "set comments = true" in done.stderr


@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl", "html", "sarif", "junit", "markdown", "csv"])
def test_a_suppressed_finding_stays_in_every_output_and_fails_nothing(desk: Path, form: str) -> None:
    done = run("check", "trouble.md", "--no-model", "--comments", "-o", form, cwd=desk)
    assert done.returncode == 0
    assert done.stderr == "verifier: not counted: 1 suppressed\n"
    assert "D003" in done.stdout
    assert "suppress" in done.stdout.lower()
    assert "the mayor's own joke" in html.unescape(done.stdout)


def test_the_configuration_lets_comments_count_for_some_paths(desk: Path) -> None:
    (desk / "verifier.toml").write_text('[per-path."*.md"]\ncomments = true\n', encoding="utf-8")
    assert run("check", "trouble.md", "-q", cwd=desk).returncode == 0
    assert run("check", "trouble.md", "-q", "--no-comments", cwd=desk).returncode == 1


def test_a_file_beside_the_article_suppresses(desk: Path) -> None:
    (desk / "trouble.txt.verifier.toml").write_text(BESIDE, encoding="utf-8")
    done = run("check", desk, "--no-model", cwd=desk)
    assert done.returncode == 1
    assert "suppressed D003 impossible-date: It says so on the poster (sidecar)" in done.stdout
    assert "3 articles: 1 error (1 suppressed)" in done.stdout
    report = json.loads(run("check", "trouble.txt", "-q", "-o", "json", cwd=desk).stdout)
    assert report["run"]["suppressions"][0]["state"] == "used"


def test_one_that_has_expired_or_does_nothing_is_told_and_hides_nothing(desk: Path) -> None:
    old = BESIDE + "until = 2020-01-01\n"
    (desk / "trouble.txt.verifier.toml").write_text(old, encoding="utf-8")
    (desk / "calm.txt.verifier.toml").write_text(BESIDE, encoding="utf-8")
    done = run("check", "trouble.txt", "calm.txt", "--no-model", "-o", "concise", cwd=desk)
    assert done.returncode == 1
    assert (
        "trouble.txt.verifier.toml: suppress[1]: suppression of D003 expired: it counted until 2020-01-01"
        in done.stderr
    )
    assert (
        "calm.txt.verifier.toml: suppress[1]: suppression of D003 unused: there is no D003 at its place" in done.stderr
    )
    assert run("check", "calm.txt", "-q", cwd=desk).returncode == 0
    assert run("check", "calm.txt", "--no-model", "--select", "Q", cwd=desk).stderr == ""


def test_a_wrong_file_beside_is_an_unreadable_article_and_the_others_are_checked(desk: Path) -> None:
    (desk / "calm.txt.verifier.toml").write_text("[[suppress]]\ncode = 1\n", encoding="utf-8")
    done = run("check", "calm.txt", "trouble.txt", "-q", "--exit-zero", "-o", "concise", cwd=desk)
    assert done.returncode == 2
    assert "verifier: calm.txt.verifier.toml: suppress[1].code: must be words" in done.stderr
    assert "trouble.txt:5:23: error D003" in done.stdout


def test_a_baseline_of_today_lets_only_new_findings_fail(desk: Path) -> None:
    done = run(
        "check", "trouble.txt", "calm.txt", "--no-model", "--write-baseline", "base.json", "-o", "concise", cwd=desk
    )
    assert done.returncode == 0
    assert "trouble.txt:5:23: error D003" in done.stdout
    assert "1 finding in the baseline base.json" in done.stderr
    (desk / "trouble.txt").write_text("A new headline\n\nA new lead, too.\n\n" + TROUBLE, encoding="utf-8")
    done = run("check", desk, "--no-model", "--ignore", "T", "--baseline", "base.json", "-o", "concise", cwd=desk)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [str(desk / "trouble.md")]
    assert "not counted: 1 known from the baseline" in done.stderr
    (desk / "trouble.md").unlink()
    done = run("check", desk, "--no-model", "--ignore", "T", "--baseline", "base.json", cwd=desk)
    assert done.returncode == 0
    assert "no findings (1 known from the baseline)" in done.stdout


def test_what_is_gone_since_the_baseline_is_told(desk: Path) -> None:
    run("check", "trouble.txt", "trouble.md", "-q", "--write-baseline", "base.json", cwd=desk)
    (desk / "trouble.txt").write_text(TROUBLE.replace("30", "28"), encoding="utf-8")
    (desk / "trouble.md").unlink()
    done = run("check", "trouble.txt", "--no-model", "--baseline", "base.json", cwd=desk)
    assert done.returncode == 0
    assert "trouble.txt: 1 finding gone since the baseline; D003 “February 30, 2019”" in done.stderr
    assert "base.json holds 1 finding of articles that are gone: trouble.md" in done.stderr
    assert "gone since the baseline: D003 “February 30, 2019”" in done.stdout
    report = json.loads(run("check", "trouble.txt", "-q", "--baseline", "base.json", "-o", "json", cwd=desk).stdout)
    assert [one["words"] for one in report["run"]["gone"]] == ["February 30, 2019"]


@pytest.mark.parametrize("text", [None, "", "{}", '{"verifier_baseline": 1, "findings": [{"path": "a"}]}'])
def test_a_missing_or_broken_baseline_is_never_a_pass(desk: Path, text: str | None) -> None:
    if text is not None:
        (desk / "base.json").write_text(text, encoding="utf-8")
    done = run("check", "calm.txt", "--baseline", "base.json", "--exit-zero", cwd=desk)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("verifier: base.json: ")
    assert done.stderr.count("\n") == 1


def test_a_baseline_is_only_written_of_a_run_that_saw_everything(desk: Path) -> None:
    (desk / "base.json").write_text("old", encoding="utf-8")
    done = run("check", "trouble.txt", "nowhere.txt", "-q", "--write-baseline", "base.json", cwd=desk)
    assert done.returncode == 2
    assert "base.json is not written: the run did not see everything" in done.stderr
    with endpoint() as at:
        model = ("--model", "m", "--base-url", at.url, "--offline", "--no-cache")
        assert run("check", "trouble.txt", "-q", *model, "--write-baseline", "base.json", cwd=desk).returncode == 3
    assert (desk / "base.json").read_text(encoding="utf-8") == "old"


def test_a_baseline_is_never_written_over_an_article_or_into_nowhere(desk: Path) -> None:
    for target, problem in (
        ("./trouble.txt", "is read in this run and would be written over"),
        ("no/base.json", "there is no folder no"),
    ):
        done = run("check", "trouble.txt", "--write-baseline", target, cwd=desk)
        assert done.returncode == 2
        assert problem in done.stderr
    assert (desk / "trouble.txt").read_text(encoding="utf-8") == TROUBLE


@pytest.mark.parametrize(
    "args",
    [
        ("-o", "json=same.json", "--write-baseline", "same.json"),
        ("-o", "json=same.json", "--write-baseline", "./link.json"),
        ("-o", "json=out/", "--write-baseline", "out/trouble.json"),
        ("-o", "json=same.json", "--baseline", "same.json"),
        ("-o", "json=same.json", "--cassette", "same.json", "--record", "new", "--model", "m"),
        ("--write-baseline", "same.json", "--cassette", "same.json", "--record", "new", "--model", "m"),
    ],
)
def test_report_baseline_and_cassette_never_share_a_file(desk: Path, args: tuple[str, ...]) -> None:
    run("check", "trouble.txt", "-q", "--write-baseline", "same.json", cwd=desk)
    before = (desk / "same.json").read_bytes()
    (desk / "link.json").symlink_to("same.json")
    (desk / "out").mkdir()
    done = run("check", "trouble.txt", *args, cwd=desk)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "written over" in done.stderr or "two outputs go to the same file" in done.stderr
    assert (desk / "same.json").read_bytes() == before
    assert not list((desk / "out").iterdir())


def test_a_baseline_may_be_replaced_by_the_next_one(desk: Path) -> None:
    run("check", "trouble.txt", "-q", "--write-baseline", "base.json", cwd=desk)
    again = ("--baseline", "base.json", "--write-baseline", "base.json")
    assert run("check", "calm.txt", "-q", *again, cwd=desk).returncode == 0


def test_several_processes_give_the_same_baseline(desk: Path) -> None:
    for jobs in ("1", "3"):
        run("check", desk, "-q", "--jobs", jobs, "--write-baseline", f"base-{jobs}.json", cwd=desk)
    one = (desk / "base-1.json").read_bytes()
    assert one == (desk / "base-3.json").read_bytes()
    assert len(json.loads(one)["findings"]) == 2


def test_the_examples_of_the_page_are_understood(desk: Path) -> None:
    (comment,) = re.findall(r"```markdown\n(.*?)```", PAGE, re.S)
    article = read_bytes(comment.encode(), "story.md")
    assert [w.problem for w in suppressions.in_comments(article, count=True)] == [""]
    (beside,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    (desk / "calm.txt.verifier.toml").write_text(beside, encoding="utf-8")
    report = json.loads(run("check", "calm.txt", "-q", "-o", "json", cwd=desk).stdout)
    assert [one["state"] for one in report["run"]["suppressions"]] == ["unused", "unused"]


def test_isolated_reads_nothing_that_lies_beside_an_article(desk: Path) -> None:
    (desk / "trouble.txt.verifier.toml").write_text(BESIDE, encoding="utf-8")
    assert run("check", "trouble.txt", "--no-model", cwd=desk).returncode == 0
    assert run("check", "trouble.txt", "--no-model", "--isolated", cwd=desk).returncode == 1

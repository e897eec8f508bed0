"""``verifier diff`` as a person runs it."""

import json
from pathlib import Path

import pytest

from tests.cli.command import ROOT, run
from tests.diff.test_comparing import STORY

BARE = STORY.replace(" Ruiz told reporters.", "")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "new.txt").write_text(BARE, encoding="utf-8")
    return tmp_path


def reported(desk: Path, *articles: str, to: str, form: str = "json") -> None:
    assert run("check", *articles, "--no-model", "-q", "-o", f"{form}={to}", cwd=desk).returncode in {0, 1}


def test_two_versions_of_an_article(desk: Path) -> None:
    done = run("diff", "old.txt", "new.txt", cwd=desk)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("old.txt → new.txt\n")
    assert "the attribution of quote 1 was dropped" in done.stdout
    back = run("diff", "new.txt", "old.txt", cwd=desk)
    assert back.returncode == 0
    assert "  gone    7:1  error Q001" in back.stdout


def test_reports_articles_and_standard_input_can_be_mixed(desk: Path) -> None:
    reported(desk, "old.txt", to="old.json")
    from_report = run("diff", "old.json", "new.txt", "-o", "json", cwd=desk)
    from_input = run("diff", "-", "new.txt", "-o", "json", cwd=desk, data=STORY.encode())
    assert from_report.returncode == from_input.returncode == 1
    one, other = json.loads(from_report.stdout), json.loads(from_input.stdout)
    assert (one["old"]["path"], other["old"]["path"]) == ("old.txt", "stdin")
    assert one["findings"] == other["findings"]
    assert [(c["change"], c["new"]["code"]) for c in one["findings"]] == [("new", "Q001")]


def test_versions_in_two_formats_are_compared_by_what_they_say(desk: Path) -> None:
    page = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n")[1:])
    title = STORY.split("\n\n")[0]
    (desk / "new.html").write_text(
        f"<html><title>{title}</title><body><h1>{title}</h1>{page}</body></html>", encoding="utf-8"
    )
    done = run("diff", "old.txt", "new.html", "-o", "json", cwd=desk)
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert (told["quotes"], told["claims"], told["findings"]) == ([], [], [])


def test_reports_of_several_articles_are_paired_by_path(desk: Path) -> None:
    (desk / "other.txt").write_text(STORY.replace("Brent", "Skerry"), encoding="utf-8")
    reported(desk, "old.txt", "other.txt", to="old.jsonl", form="jsonl")
    (desk / "other.txt").write_text(BARE.replace("Brent", "Skerry"), encoding="utf-8")
    reported(desk, "new.txt", "other.txt", to="new.json")
    done = run("diff", "old.jsonl", "new.json", "-o", "json", cwd=desk)
    assert done.returncode == 1
    told = {d["new"]["path"]: d for d in json.loads(done.stdout)}
    assert [q["change"] for q in told["other.txt"]["quotes"]] == ["changed"]
    assert {q["change"] for q in told["new.txt"]["quotes"]} == {"new"}
    assert {q["change"] for q in told["old.txt"]["quotes"]} == {"gone"}


@pytest.mark.parametrize(
    ("args", "code"),
    [((), 1), (("--fail-on", "never"), 0), (("--ignore", "q001"), 0), (("--select", "D,N"), 0), (("--select", "Q"), 1)],
)
def test_new_findings_decide_the_exit_code(desk: Path, args: tuple[str, ...], code: int) -> None:
    reported(desk, "old.txt", to="old.json")
    reported(desk, "new.txt", to="new.json")
    assert run("diff", "old.json", "new.json", *args, cwd=desk).returncode == code
    assert run("diff", "old.txt", "new.txt", *args, cwd=desk).returncode == code


def test_the_configuration_holds_for_articles(desk: Path) -> None:
    (desk / "verifier.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert run("diff", "old.txt", "new.txt", cwd=desk).returncode == 0
    assert run("diff", "old.txt", "new.txt", "--fail-on", "error", cwd=desk).returncode == 1
    (desk / "verifier.toml").write_text('ignore = ["Q001"]\n', encoding="utf-8")
    assert "Q001" not in run("diff", "old.txt", "new.txt", cwd=desk).stdout
    assert "Q001" in run("diff", "old.txt", "new.txt", "--isolated", cwd=desk).stdout


def test_what_is_suppressed_beside_an_article_does_not_count(desk: Path) -> None:
    (desk / "new.txt.verifier.toml").write_text(
        '[[suppress]]\ncode = "Q001"\nwords = "We will not run"\nreason = "the source asked for it"\n', encoding="utf-8"
    )
    done = run("diff", "old.txt", "new.txt", "-o", "json", cwd=desk)
    (new,) = [c["new"] for c in json.loads(done.stdout)["findings"] if c["change"] == "new"]
    assert (done.returncode, new["suppression"]["reason"]) == (0, "the source asked for it")


def test_quiet_says_nothing_where_nothing_differs(desk: Path) -> None:
    assert run("diff", "old.txt", "old.txt", cwd=desk).stdout.endswith(
        "no difference (2 findings, 2 quotes, 5 claims)\n"
    )
    same = run("diff", "old.txt", "old.txt", "-q", cwd=desk)
    assert (same.returncode, same.stdout) == (0, "")
    assert "attribution of quote 1" in run("diff", "old.txt", "new.txt", "-q", cwd=desk).stdout


def test_an_incomplete_report_never_reads_as_clean(desk: Path) -> None:
    reported(desk, "old.txt", to="old.json")
    report = json.loads((desk / "old.json").read_text(encoding="utf-8"))
    report["run"] |= {"complete": False, "missing": ["claims of sentence 1: nobody there"]}
    (desk / "lacking.json").write_text(json.dumps(report), encoding="utf-8")
    done = run("diff", "old.json", "lacking.json", cwd=desk)
    assert done.returncode == 3
    assert "the new report is not complete" in done.stdout


def test_outputs_go_to_files_that_are_whole(desk: Path) -> None:
    done = run("diff", "old.txt", "new.txt", "-o", "json=diff.json", "-o", "text=diff.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((desk / "diff.json").read_text(encoding="utf-8"))["schema_version"] == "1.0"
    assert "attribution of quote 1" in (desk / "diff.txt").read_text(encoding="utf-8")
    assert sorted(p.name for p in desk.iterdir()) == ["diff.json", "diff.txt", "new.txt", "old.txt"]


def test_what_is_compared_is_not_written_over(desk: Path) -> None:
    (desk / "link.txt").symlink_to("new.txt")
    for target in ("text=new.txt", "json=./old.txt", "json=link.txt"):
        done = run("diff", "old.txt", "new.txt", "-o", target, cwd=desk)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert f"{Path(target.partition('=')[2])} is read in this run and would be written over" in done.stderr
    assert (desk / "old.txt").read_text(encoding="utf-8") == STORY
    assert (desk / "new.txt").read_text(encoding="utf-8") == BARE


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("gone.txt", None, "gone.txt: cannot be read: No such file"),
        (".", None, "is a folder"),
        ("empty.txt", "", "empty.txt: "),
        ("no.json", "not JSON", "no.json: no JSON"),
        ("deep.json", "[" * 100_000, "deep.json: no JSON"),
        ("some.json", '{"a": 1}', "some.json: no report of verifier; write one"),
        ("none.json", "[]", "none.json: holds no report"),
        ("later.json", '{"schema_version": "9.0"}', "a report of version 9.0, and this verifier reads 1.1"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(desk: Path, name: str, content: str | None, problem: str) -> None:
    if content is not None:
        (desk / name).write_text(content, encoding="utf-8")
    done = run("diff", "old.txt", name, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("mark", ["\u2028", "\u0085", "\x0b"])
def test_marks_that_only_some_take_for_the_end_of_a_line_end_no_report(desk: Path, mark: str) -> None:
    (desk / "odd.txt").write_text(STORY.replace("told reporters", f"told{mark}reporters"), encoding="utf-8")
    reported(desk, "odd.txt", "old.txt", to="odd.jsonl", form="jsonl")
    lines = (desk / "odd.jsonl").read_bytes()
    (desk / "odd.json").write_bytes(lines)
    for args, data in (("odd.jsonl", b""), ("odd.json", b""), ("-", lines)):
        done = run("diff", args, "odd.jsonl", "-q", cwd=desk, data=data)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_report_whose_spans_were_tampered_with_is_refused(desk: Path) -> None:
    reported(desk, "old.txt", to="old.json")
    report = json.loads((desk / "old.json").read_text(encoding="utf-8"))
    report["quotes"][0]["span"]["start"] += 1
    (desk / "bad.json").write_text(json.dumps(report), encoding="utf-8")
    done = run("diff", "old.json", "bad.json", cwd=desk)
    assert done.returncode == 2
    assert "a damaged report" in done.stderr


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("-o", "html"), "unknown format 'html'"),
        (("-o", "text", "-o", "json"), "give one of them another file"),
        (("-o", "json=nowhere/x.json"), "no folder nowhere"),
        (("-o", "json="), "a file is missing"),
        (("--select", "Z9"), "Z9"),
    ],
)
def test_a_wrong_call_is_exit_2(desk: Path, args: tuple[str, ...], problem: str) -> None:
    done = run("diff", "old.txt", "new.txt", *args, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr


def test_the_documented_edits_are_told(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    seed = (ROOT / "seeds" / "harbour-bridge.txt").read_text(encoding="utf-8")
    (tmp_path / "before.txt").write_text(seed, encoding="utf-8")
    edited = seed.replace(" Lindqvar told reporters at the quay.", "").replace("June 15, 2021", "June 16, 2021")
    (tmp_path / "after.txt").write_text(edited, encoding="utf-8")
    done = run("diff", "before.txt", "after.txt", cwd=tmp_path)
    assert done.stdout in page


def test_standard_input_is_read_as_what_the_other_side_is(desk: Path) -> None:
    text = "---\ntitle: Mill\n---\n\n# Mill to close\n\nThe **mill** closes on March 1, Karin Holm said.\n"
    (desk / "story.md").write_text(text, encoding="utf-8")
    done = run("diff", "-", "story.md", "-q", cwd=desk, data=text.encode())
    assert (done.returncode, done.stdout) == (0, "")

"""What is taken away: each format says what was decided, and no other thing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pytest
import yaml

from tests.cli.command import run
from tests.report import samples
from tests.review import DATE, PEOPLE, STORY, print_of, story, words
from tests.review.decided import Decided
from verifier import baseline
from verifier.evaluation import read_gold
from verifier.review.records import Ruling


def test_the_list_for_the_author_has_what_to_mend_and_leaves_out_what_was_dismissed(
    decided: Decided, tmp_path: Path
) -> None:
    listed = decided.export("corrections", tmp_path)
    assert listed.startswith("Ferry returns in spring\n=")
    assert "decisions by Ana" in listed
    assert "1. No *such* day." in listed, "the checker's words, not the tool's"
    assert "needs a look" not in listed
    assert listed.count("February 30") == 2, "in its sentence, and beside how it should read"
    assert "Line 3: The ferry will return on February 30, 2019, the mayor said." in listed
    assert "“February 30” should read: “March 1”" in listed
    assert "Some people" not in listed
    assert "\\" not in listed
    assert "“Ana Ruiz” should be “Ana Ruiz-Holm”" in listed
    assert "Should read: “The ferry sails on Monday.”" in listed


def test_no_mark_is_doubled_or_lost_and_nothing_that_was_typed_is_cut(tmp_path: Path) -> None:
    text = STORY.replace("12 boats are enough", 'the fare is "too high" and “unfair”')
    sail = '"We sail on Monday,"'
    desk = Decided(tmp_path, reports=[story(text, passages=(sail, "Some people"))])
    desk.rule("finding", print_of(sail), Ruling("mend", wording='"We sail on Tuesday," Ana Ruiz said.'))
    long = "Ask the mayor again, " * 60
    desk.rule("finding", PEOPLE, Ruling("mend", note=long, wording="Some say “no”"))
    listed = desk.export("corrections", tmp_path)
    assert 'Line 3: "We sail on Monday," Ana Ruiz said.' in listed
    assert '“We sail on Monday,” should read: "We sail on Tuesday," Ana Ruiz said.' in listed
    assert "“Some people” should read: Some say “no”" in listed
    assert f". {long.strip()}\n" in listed
    comment = list(docx.Document(io.BytesIO(word(desk, tmp_path))).comments)[-1]
    assert "Should read: Some say “no”" in comment.text
    assert comment.text.endswith(long.strip())


def word(desk: Decided, folder: Path) -> bytes:
    assert run("review", desk.reports, "--export", "word=taken.docx", cwd=folder).returncode == 0
    return (folder / "taken.docx").read_bytes()


def test_an_article_nobody_looked_at_is_not_said_to_be_right(tmp_path: Path) -> None:
    listed = Decided(tmp_path).export("corrections", tmp_path)
    assert "desk/ferry.txt, draft, 7 still to do" in listed
    assert "2 findings and 5 facts not decided yet." in listed


def test_the_annotated_report_shows_decisions_and_corrected_speakers(decided: Decided, tmp_path: Path) -> None:
    page = decided.export("html", tmp_path)
    assert "No *such* day." in page
    assert "Ana Ruiz-Holm" in page
    assert "<script>alert" not in page


def test_the_annotated_report_says_of_a_tick_that_its_sentence_was_edited_since(
    decided: Decided, tmp_path: Path
) -> None:
    boats, said = (next(f for f in decided.library.facts(1) if f.span.text == w) for w in ("15 boats", "Monday"))
    decided.rule("fact", boats.key, Ruling("fine", against="Harbour log", edited="Ruiz counted 15 boats."))
    decided.rule("fact", said.key, Ruling("fine", against="Timetable"))
    page = words(decided.export("html", tmp_path))
    assert "Checked, fine by Ana , against Harbour log ; sentence edited since" in page
    assert page.count("sentence edited since") == 1


def test_decisions_go_by_article_where_two_share_a_passage(tmp_path: Path) -> None:
    desk = Decided(tmp_path, reports=[story(), story(path="desk/copy.txt")])
    desk.rule("finding", DATE, Ruling("mend", "In the first alone."))
    assert desk.export("html", tmp_path).count("In the first alone.") == 1


def test_the_table_has_a_row_a_finding_and_runs_nothing(decided: Decided, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(decided.export("csv", tmp_path).removeprefix("\ufeff"))))
    assert [(r["decision"], r["reviewer"]) for r in rows] == [("mend", "Ana"), ("false-alarm", "Ana")]
    assert rows[1]["note"] == "'=Fine in a column"


def test_annotations_carry_the_decision_and_the_note(decided: Decided, tmp_path: Path) -> None:
    items = json.loads(decided.export("annotations", tmp_path))["items"]
    bodies = next(i["body"] for i in items if i["id"].endswith(DATE))
    assert {
        "type": "TextualBody",
        "value": "mend",
        "purpose": "tagging",
        "creator": {"type": "Person", "name": "Ana"},
    } in bodies
    assert any(b["purpose"] == "commenting" and b["value"] == "No *such* day." for b in bodies if "purpose" in b)
    assert any("Ana Ruiz-Holm" in b["value"] for i in items for b in i["body"])


def test_only_a_rated_claim_becomes_a_review(decided: Decided, tmp_path: Path) -> None:
    graph = json.loads(decided.export("claim-review", tmp_path))["@graph"]
    (review,) = [node for node in graph if node["@type"] == "ClaimReview"]
    assert review["claimReviewed"] == "The ferry sails on Monday."
    assert review["reviewRating"]["alternateName"] == "True"
    assert review["author"]["name"] == "Ana"
    assert [n["author"]["name"] for n in graph if n["@type"] == "Claim"] == ["Ana Ruiz-Holm"]


def test_gold_is_read_back_by_eval(decided: Decided, tmp_path: Path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(STORY, encoding="utf-8")
    decided.export("gold", tmp_path)
    (tmp_path / "taken").rename(tmp_path / "ferry.yaml")
    file = read_gold(tmp_path / "ferry.yaml")
    file.hold_against(STORY)
    assert file.article == article
    (found,) = file.gold.findings or ()
    assert (found.code, found.passages, found.what, found.optional) == (
        ("D003",),
        ("February 30",),
        "No *such* day.",
        False,
    )
    (clean,) = file.gold.clean
    assert (clean.code, clean.passages) == (("Q002",), ("Some people",))
    (claim,) = file.gold.claims or ()
    assert claim.speaker == ("Ana Ruiz-Holm",)


def test_a_baseline_lets_pass_what_was_dismissed_and_nothing_else(decided: Decided, tmp_path: Path) -> None:
    decided.export("baseline", tmp_path)
    known = baseline.read(tmp_path / "taken").of(str(tmp_path / "desk/ferry.txt"))
    assert [(one.code, one.fingerprint, one.words) for one in known] == [("Q002", PEOPLE, "Some people")]


def test_gold_of_several_articles_is_a_file_each(tmp_path: Path) -> None:
    desk = Decided(tmp_path, reports=[story(), story(path="other/ferry.txt")])
    refused = run("review", desk.reports, "--export", f"gold={tmp_path / 'gold'}", cwd=tmp_path)
    assert refused.returncode == 2
    assert "must be a folder" in refused.stderr
    (tmp_path / "gold").mkdir()
    assert run("review", desk.reports, "--export", f"gold={tmp_path / 'gold'}", cwd=tmp_path).returncode == 0
    assert sorted(f.name for f in (tmp_path / "gold").iterdir()) == ["ferry-2.yaml", "ferry.yaml"]


def test_no_article_is_lost_to_another_of_its_name(tmp_path: Path) -> None:
    desk = Decided(tmp_path, reports=[story(path=path) for path in ("x/a.txt", "y/a.txt", "x/a-2.txt", "y/A.txt")])
    (tmp_path / "gold").mkdir()
    assert run("review", desk.reports, "--export", f"gold={tmp_path / 'gold'}", cwd=tmp_path).returncode == 0
    assert sorted(f.name for f in (tmp_path / "gold").iterdir()) == ["A-3.yaml", "a-2-2.yaml", "a-2.yaml", "a.yaml"]


@pytest.mark.parametrize("name", ["report-0.json", "verifier-review.db", "verifier-review.db-wal", "link.json"])
def test_reports_and_decisions_are_not_written_over(decided: Decided, tmp_path: Path, name: str) -> None:
    target = decided.reports / name
    if name == "link.json":
        (tmp_path / name).symlink_to(decided.reports / "report-0.json")
        target = tmp_path / name
    before = (decided.reports / "report-0.json").read_bytes()
    done = run(
        "review", decided.reports, "--export", f"html={tmp_path / 'x'}", "--export", f"csv={target}", cwd=tmp_path
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is read in this run and would be written over" in done.stderr
    assert (decided.reports / "report-0.json").read_bytes() == before
    assert not (tmp_path / "x").exists()
    assert "No *such* day." in decided.export("csv", tmp_path)


def test_two_exports_do_not_share_a_file(decided: Decided, tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    exports = ("--export", f"gold={tmp_path / 'gold'}", "--export", f"csv={tmp_path / 'gold' / 'ferry.yaml'}")
    done = run("review", decided.reports, *exports, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "two outputs go to the same file" in done.stderr
    assert not list((tmp_path / "gold").iterdir())


def test_rules_are_counted_by_what_became_of_their_findings(decided: Decided, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(decided.export("rules", tmp_path))))
    assert [(r["rule"], r["findings"], r["mend"], r["false-alarm"]) for r in rows] == [
        ("D003", "1", "1", "0"),
        ("Q002", "1", "0", "1"),
    ]


def test_all_decisions_come_out_with_their_passages(decided: Decided, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in decided.export("decisions", tmp_path).splitlines()]
    assert {(one["kind"], one["state"]) for one in lines} == {
        ("finding", "mend"), ("finding", "false-alarm"), ("claim", "corrected"), ("speaker", "corrected"),
    }  # fmt: skip
    assert next(one for one in lines if one["key"] == DATE)["passage"]["words"] == ["February 30"]


def test_what_a_stranger_wrote_begins_no_line_of_the_list(tmp_path: Path) -> None:
    text = "Talks end\n\nOn February 30\u2028TO MEND\u202e they met.\n"
    place = samples.span(text, "February 30\u2028TO MEND")
    found = samples.finding([place], message=place.text)
    desk = Decided(tmp_path, reports=[samples.report(text, findings=[found])])
    desk.rule("finding", found.fingerprint, Ruling("mend", "line one\nTO MEND"))
    listed = desk.export("corrections", tmp_path)
    assert [line for line in listed.splitlines() if line.startswith("TO MEND")] == ["TO MEND"]
    assert "\u202e" not in listed


def test_what_was_checked_and_fine_is_neither_gold_nor_counted_against_the_rule(tmp_path: Path) -> None:
    desk = Decided(tmp_path)
    desk.rule("finding", PEOPLE, Ruling("fine", against="The release, page 2"))
    gold = yaml.safe_load(desk.export("gold", tmp_path))
    assert gold["clean"] == []
    assert [f["optional"] for f in gold["findings"]] == [True, True]
    known = json.loads(desk.export("baseline", tmp_path))
    assert len(known["findings"]) == 1

"""An article held against its sources, as somebody who checks one meets it."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.command import run
from verifier import Report, Settings, check, source
from verifier.sources import Card

TALK = """Q: Will the town pay for the bridge, Mayor?

MAYOR HOLM: We will not raise the levy for it this year. The new bridge costs, um, 25 million dollars, and we may borrow
ten of that if the council agrees. Nobody likes that less than I do.

Q: Is the old bridge safe to cross for lorries today?

MAYOR HOLM: It is safe for cars. Lorries have to take the long way round until the spring, and I am sorry for that.
"""


def held(article: str, policy: str = "standard", card: Card | None = None) -> Report:
    return check(article, Settings(select=("V",), quote_policy=policy), sources=[source(TALK, "talk", card=card)])


def codes(article: str, policy: str = "standard", card: Card | None = None) -> list[str]:
    return [f.code for f in held(article, policy, card).findings]


def story(quote: str) -> str:
    return f"Bridge plan\n\nMayor Karin Holm spoke on Monday.\n\n“{quote}” Holm said.\n"


@pytest.mark.parametrize(
    ("quote", "kind", "code"),
    [
        ("We will raise the levy for it this year,", "negation", "V002"),
        ("The new bridge costs 35 million dollars,", "figure", "V002"),
        ("Lorries must take the long way round until the spring,", "modal", "V002"),
        ("Lorries have to take the short way round until the spring,", "word", "V002"),
        ("Lorries have to take the long way, and I am sorry for that,", "cut", "V003"),
        ("we may borrow ten of that,", "cut", "V003"),
        ("We will … raise the levy for it this year,", "cut", "V003"),
        ("I am sorry for that … It is safe for cars,", "order", "V003"),
        ("It is [not] safe for cars,", "negation", "V002"),
    ],
)
def test_a_difference_is_found_and_called_what_it_is(quote: str, kind: str, code: str) -> None:
    report = held(story(quote))
    (evidence,) = [e for e in report.evidence if e.fact == "quotation"]
    assert kind in {d.kind for d in evidence.differences if not d.allowed}
    assert code in {f.code for f in report.findings}
    for d in evidence.differences:
        assert d.article is None or report.article.text[d.article.start : d.article.end] == d.article.text
        assert d.source is None or TALK[d.source.start : d.source.end] == d.source.text


@pytest.mark.parametrize(
    "quote",
    [
        "We won't raise the levy for it this year,",
        "The new bridge costs $25 million … Nobody likes that less than I do,",
        "Lorries have to take the long way round until the spring – and I am sorry for that,",
        "[Trucks] have to take the long way round until the spring,",
        "it is safe for cars,",
    ],
)
def test_what_every_house_lets_stand_is_let_stand(quote: str) -> None:
    assert codes(story(quote)) == []


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    article = (
        "Bridge\n\n“It is safe for cars,” Karin Holm said.\n\n“Lorries have to take the long way round\n\n"
        "“until the spring, and I am sorry for that,” Holm said.\n"
    )
    assert codes(article) == []


def test_titles_and_words_held_at_arm_s_length_are_not_looked_for() -> None:
    assert codes("Bridge\n\nKarin Holm read “The Bridges of Madison County” and called nobody a “genius”.\n") == []


def test_small_words_are_as_bad_as_the_house_says() -> None:
    quote = story("Lorries have to take a long way round until the spring,")
    assert [f.severity for f in held(quote, "ap").findings] == ["error"]
    assert [f.severity for f in held(quote).findings] == ["warning"]
    assert codes(quote, "guardian") == []


def test_words_in_no_source_are_an_error_only_where_the_sources_are_complete() -> None:
    quote = story("This bridge will outlast every one of us and our children,")
    assert [f.severity for f in held(quote).findings] == ["warning"]
    assert [f.severity for f in held(quote, card=Card(complete=True)).findings] == ["error"]


def test_the_question_is_not_the_answerer_s() -> None:
    report = held(story("Is the old bridge safe to cross for lorries today?"))
    assert [f.code for f in report.findings] == ["V004"]
    assert report.findings[0].question.endswith(": who says this there?")


def test_a_source_in_another_language_and_the_article_itself_are_not_compared() -> None:
    article = story("It is safe for cars,") + "\nThe council of the town meets again next week to talk about it. " * 8
    german = "Die Brücke ist alt und das Geld ist nicht da, sagte die Frau, und der Rat wird im Mai mit ihr reden. "
    report = check(article, sources=[source(german * 6, "german"), source(article, "itself")])
    assert [s.state for s in report.run.sources] == ["not compared", "not compared"]
    assert "German" in report.run.sources[0].problem
    assert "the article itself" in report.run.sources[1].problem
    assert not [f for f in report.findings if f.code.startswith("V")]


def test_a_report_without_sources_has_no_evidence() -> None:
    report = check(story("It is safe for cars,"))
    assert (report.evidence, report.run.sources) == ((), ())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "story.txt").write_text(story("We may raise the levy for it this year,"), encoding="utf-8")
    return tmp_path


def test_both_sides_stand_under_each_other_in_the_terminal(desk: Path) -> None:
    done = run("check", "story.txt", "--source", "talk.txt", "--no-model", cwd=desk)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    ours = next(i for i, line in enumerate(lines) if line.strip().startswith("line 5"))
    assert "^^^" in lines[ours + 1]
    assert "will not raise" in lines[ours + 2]
    assert "~~~" in lines[ours + 3]


def test_a_source_that_is_not_there_is_named_and_the_rest_checked(desk: Path) -> None:
    done = run("check", "story.txt", "--source", "talk.txt", "--source", "none.pdf", "--no-model", cwd=desk)
    assert (done.returncode, "none.pdf: no such file" in done.stderr) == (2, True)
    assert "V002" in done.stdout


def test_an_unknown_policy_names_the_nearest(desk: Path) -> None:
    done = run("check", "story.txt", "--source", "talk.txt", "--quote-policy", "gardian", cwd=desk)
    assert (done.returncode, "did you mean guardian?" in done.stderr) == (2, True)


def test_front_matter_names_sources_beside_the_article_and_none_outside(desk: Path) -> None:
    (desk / "in").mkdir()
    (desk / "in" / "talk.txt").write_text(TALK, encoding="utf-8")
    for name, path in (("a", "talk.txt"), ("b", "/etc/hostname")):
        matter = f"---\ntitle: Bridge\nsources:\n  - {path}\n---\n\n"
        (desk / "in" / f"{name}.md").write_text(
            matter + story("We may raise the levy for it this year,"), encoding="utf-8"
        )
    assert "V002" in run("check", "in/a.md", "--no-model", cwd=desk).stdout
    refused = run("check", "in/b.md", "--no-model", "-o", "json", cwd=desk)
    assert (refused.returncode, "outside its folder" in refused.stderr) == (2, True)
    assert json.loads(refused.stdout)["run"]["sources"] == []


def test_the_page_and_sarif_show_the_source_and_obey_nothing_in_it(desk: Path) -> None:
    (desk / "talk.txt").write_text(TALK.replace("this year.", "this year. <script>alert(1)</script>"), encoding="utf-8")
    done = run(
        "check", "story.txt", "--source", "talk.txt", "--no-model", "-o", "html=a.html", "-o", "sarif=a.sarif", cwd=desk
    )
    assert done.returncode == 1
    page = (desk / "a.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "beside-source" in page
    results = json.loads((desk / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    related = next(r for r in results if r["ruleId"] == "V002")["relatedLocations"]
    assert related[-1]["physicalLocation"]["artifactLocation"]["uri"] == "talk.txt"


def test_the_ledger_has_a_row_a_fact_and_the_call_sheet_no_quotations(desk: Path) -> None:
    outputs = ("-o", "ledger=l.csv", "-o", "calls=c.md")
    assert run("check", "story.txt", "--source", "talk.txt", "--no-model", *outputs, cwd=desk).returncode == 1
    ledger = (desk / "l.csv").read_text(encoding="utf-8")
    assert "quotation" in ledger
    assert "differs" in ledger
    assert "raise the levy" not in (desk / "c.md").read_text(encoding="utf-8")
    assert run(
        "check", "story.txt", "--no-model", "-o", "ledger=l.docx", "-o", "calls=c.docx", cwd=desk
    ).returncode in {0, 1}
    for name in ("l.docx", "c.docx"):
        assert "word/document.xml" in zipfile.ZipFile(desk / name).namelist()


@pytest.mark.parametrize("form", ["csv", "junit", "github", "annotations"])
def test_every_list_of_findings_has_the_words_of_the_source(desk: Path, form: str) -> None:
    done = run("check", "story.txt", "--source", "talk.txt", "--no-model", "-o", f"{form}=out", cwd=desk)
    assert done.returncode == 1, done.stderr
    said = (desk / "out").read_text(encoding="utf-8")
    assert "We will not raise the levy for it this year" in said
    assert "talk, MAYOR HOLM" in said


def test_a_row_tells_where_the_source_has_what(desk: Path) -> None:
    run("check", "story.txt", "--source", "talk.txt", "--no-model", "-o", "csv=out.csv", cwd=desk)
    (row,) = list(csv.DictReader(io.StringIO((desk / "out.csv").read_text(encoding="utf-8-sig"))))
    told = (row["source"], row["source_text"], row["source_status"])
    assert told == ("talk, MAYOR HOLM", "We will not raise the levy for it this year", "differs")


def test_claims_told_whole_say_what_the_sources_say_of_them(desk: Path) -> None:
    said = run("check", "story.txt", "--source", "talk.txt", "--no-model", "-v", "-o", "claims", cwd=desk).stdout
    assert "quotation differs (talk, MAYOR HOLM)" in " ".join(said.split())


def test_one_person_is_one_call_with_and_without_the_title(desk: Path) -> None:
    (desk / "story.txt").write_text(
        "Bridge plan\n\nThe bridge opens in May, mayor Karin Holm said on Monday.\n\n"
        "The town has known Karin Holm for years. Her brother Sven Holm built it.\n",
        encoding="utf-8",
    )
    done = run("check", "story.txt", "--source", "talk.txt", "--no-model", "-o", "calls", cwd=desk)
    people = [line for line in done.stdout.splitlines() if line.startswith("## ")]
    assert len([line for line in people if "Karin Holm" in line]) == 1
    assert len([line for line in people if "Sven Holm" in line]) == 1


def test_the_article_as_its_own_source_is_told_in_the_terminal(desk: Path) -> None:
    whole = story("It is safe for cars,") + "\nThe council of the town meets again next week to talk about it. " * 8
    (desk / "long.txt").write_text(whole, encoding="utf-8")
    done = run("check", "long.txt", "--source", "long.txt", "--no-model", cwd=desk)
    assert done.stderr == "verifier: long.txt: holds the article itself: it is no source of it\n"


def test_a_file_where_a_folder_of_sources_is_meant_is_sent_to_the_other_option(desk: Path) -> None:
    done = run("check", "story.txt", "--sources", "talk.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert "talk.txt is a file: say --source talk.txt" in done.stderr


def test_a_figure_is_confirmed_where_who_says_it_is_who_does_it() -> None:
    article = "Ferry fares between Port Ellery and the isles will rise by 8 percent, the harbour board said."
    release = (
        "Port Ellery has three isles and 40 ferry fares.\n\nThe harbour board has decided to raise fares by 8 percent."
    )
    evidence = check(article, sources=[source(release, "release")]).evidence or ()
    assert [(e.article.text, e.status) for e in evidence if e.fact == "figure"] == [("8 percent", "confirmed")]

"""Columns over several articles and several runs, their table, and what changed since an earlier evaluation."""

from pathlib import Path

from tests.evaluation.samples import ALL, STORY, gold, report
from verifier import Report
from verifier.evaluation import Column, Evaluation, column
from verifier.evaluation.columns import Reading
from verifier.evaluation.comparing import compare
from verifier.evaluation.text import as_text

GOLD = """findings:
- {code: D003, passages: [February 30], what: no such day}
- {code: Q001, passages: [Nobody asked the islanders], what: nobody is credited}
quotes:
- {text: 'We will not run a single boat until the pier is safe', speaker: Ana Ruiz}
- {text: Nobody asked the islanders what they need in winter., speaker: null}
clean:
- {passages: ['June 1, 2021', 'February 30'], what: close and open}
"""


def without(report: Report, code: str) -> Report:
    return report.model_copy(update={"findings": tuple(f for f in report.findings if f.code != code)})


def with_model(report: Report, **run: object) -> Report:
    return report.model_copy(
        update={"run": report.run.model_copy(update={"engine": "rules+model", "model": "m", "calls": 2, **run})}
    )


def made(folder: Path, *runs: Report, text: str = GOLD, label: str = "rules") -> Column:
    return column(label, [Reading(gold(folder, text), runs, ALL)])


def evaluation(*columns: Column) -> Evaluation:
    return Evaluation(schema_version="1.0", version="0", columns=columns)


def test_rows_are_rules_then_totals(tmp_path: Path) -> None:
    told = made(tmp_path, report())
    assert [row.name for row in told.rows] == [
        "D003", "Q001", "findings", "quotes", "quotes and speakers", "must not be",
    ]  # fmt: skip
    assert [row.f1 for row in told.rows] == [1.0] * 6


def test_articles_are_summed_and_not_averaged(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    readings = [
        Reading(gold(tmp_path, GOLD), (without(report(), "D003"),), ALL),
        Reading(gold(other, GOLD), (report(),), ALL),
    ]
    row = column("rules", readings).row("findings")
    assert row is not None
    assert (row.counts.gold, row.counts.found, row.precision, row.recall, row.f1) == (4, 3, 1.0, 0.75, 0.8571)


def test_what_comes_and_goes_between_runs_is_marked(tmp_path: Path) -> None:
    runs = [with_model(report()), with_model(without(report(), "D003")), with_model(report())]
    told = made(tmp_path, *runs, label="m")
    assert [(u.kind, u.times) for u in told.unsteady] == [("finding", 2)]
    assert "D003" in told.unsteady[0].words
    row = told.row("findings")
    assert row is not None
    assert (row.counts.gold, row.counts.found, row.f1_range) == (6, 5, (0.6667, 1.0))
    assert {(e.outcome, e.times) for _, e in told.entries("missed") + told.entries("found") if e.row == "D003"} == {
        ("found", 2),
        ("missed", 1),
    }
    text = as_text(evaluation(told))
    assert "3 runs, 1 thing not in all of them" in text
    assert "F1 of findings 0.67 to 1.00" in text
    assert "6 calls" in text
    assert "(in 1 of 3 runs)" in text


def test_a_verdict_that_changes_between_runs_is_marked(tmp_path: Path) -> None:
    findings = report().findings
    milder = report().model_copy(
        update={"findings": tuple(f.model_copy(update={"severity": "warning"}) for f in findings)}
    )
    assert len(made(tmp_path, with_model(report()), with_model(milder)).unsteady) == 2 * len(findings)


def test_answers_that_lack_are_told_with_the_figures(tmp_path: Path) -> None:
    told = made(tmp_path, with_model(report(), missing=("claims of sentence 1: nobody there",)), label="m")
    assert told.missing == (f"{tmp_path / 'ferry.txt'}: claims of sentence 1: nobody there",)
    assert "1 answer missing: these figures are not those of the model" in as_text(evaluation(told))


def test_columns_stand_side_by_side(tmp_path: Path) -> None:
    rules = made(tmp_path, report())
    model = made(tmp_path, with_model(without(report(), "D003")), label="a-rather-long-model-name")
    lines = as_text(evaluation(rules, model), quiet=True).splitlines()
    assert lines[0].split() == ["rules", "a-rather-long-model-name"]
    assert (
        next(line.split() for line in lines if line.startswith("D003")) == "D003 1 1.00 1.00 1.00 – 0.00 0.00".split()
    )
    assert len({len(line) for line in lines[:4]}) == 1


def test_a_label_or_an_article_is_not_obeyed_by_the_terminal(tmp_path: Path) -> None:
    story = STORY.replace("winter.", "win\x1b[2Jter.")
    told = made(tmp_path, report(story), text="quotes: []", label="m\x1b[2J")
    assert "\x1b" not in as_text(evaluation(told))


def test_better_and_worse_since_an_earlier_evaluation(tmp_path: Path) -> None:
    before = evaluation(made(tmp_path, without(report(), "D003")))
    now = evaluation(made(tmp_path, without(report(), "Q001")))
    (progress,) = compare(before, now)
    assert [line.split(": ", 1)[1] for line in progress.better] == ["missed: D003 “February 30”: no such day"]
    assert [line.split(": ", 1)[1] for line in progress.worse] == [
        "missed: Q001 “Nobody asked the islanders”: nobody is credited"
    ]
    assert [(s.row, s.before, s.after) for s in progress.shifts] == [("D003", 0.0, 1.0), ("Q001", 1.0, 0.0)]
    assert progress.other_gold == 0
    assert "better: no longer " in as_text(now.model_copy(update={"progress": (progress,)}))


def test_a_false_alarm_that_is_new_is_worse(tmp_path: Path) -> None:
    only_one = GOLD.replace("- {code: Q001, passages: [Nobody asked the islanders], what: nobody is credited}\n", "")
    before = evaluation(made(tmp_path, without(report(), "Q001"), text=only_one))
    now = evaluation(made(tmp_path, report(), text=only_one))
    assert [line.split(": ")[1] for line in compare(before, now)[0].worse] == ["false alarm"]
    assert [line.split(": ")[1] for line in compare(now, before)[0].better] == ["false alarm"]


def test_gold_that_was_added_is_neither_better_nor_worse(tmp_path: Path) -> None:
    before = evaluation(made(tmp_path, without(report(), "Q001")))
    more = GOLD.replace("quotes:", "- {code: E001, passages: [Ana Ruiz], what: two names}\nquotes:")
    now = evaluation(made(tmp_path, without(report(), "Q001"), text=more))
    (progress,) = compare(before, now)
    assert (progress.better, progress.worse, progress.other_gold) == ((), (), 1)
    assert "1 thing in the gold of only one of the two" in as_text(now.model_copy(update={"progress": (progress,)}))


def test_the_same_twice_changed_nothing(tmp_path: Path) -> None:
    same = evaluation(made(tmp_path, report()))
    (progress,) = compare(same, same)
    assert (progress.better, progress.worse, progress.shifts) == ((), (), ())
    assert "nothing changed" in as_text(same.model_copy(update={"progress": (progress,)}))


def test_another_model_is_compared_with_the_one_before(tmp_path: Path) -> None:
    before = evaluation(made(tmp_path, report()), made(tmp_path, with_model(report()), label="small"))
    now = evaluation(made(tmp_path, report()), made(tmp_path, with_model(without(report(), "D003")), label="large"))
    assert [(p.label, p.earlier, len(p.worse)) for p in compare(before, now)] == [
        ("rules", "rules", 0),
        ("large", "small", 1),
    ]

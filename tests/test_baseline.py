"""Baselines: what is new, what is unchanged, what is gone."""

import json
from pathlib import Path

import pytest

from verifier import Settings, UsageError, baseline, check, read
from verifier.report.models import Report, Suppression

TEXT = """Council meets

It met on February 30, 2019.

It will meet again on April 31, 2019.
"""
RAN = frozenset({"D003"})
SETTINGS = Settings(select=("D003",))


def found(text: str = TEXT) -> Report:
    return check(text, SETTINGS)


def known(tmp_path: Path, report: Report, article: str = "a.txt") -> tuple[baseline.Known, ...]:
    """What a baseline holds once it has been written and read again."""
    path = tmp_path / "base.json"
    path.write_text(baseline.written(baseline.to_know(report, str(tmp_path / article), path)), encoding="utf-8")
    return baseline.read(path).of(str(tmp_path / article))


def marks(report: Report) -> list[tuple[str, str | None]]:
    return [(f.spans[0].text, f.baseline) for f in report.findings]


def test_findings_of_the_day_are_unchanged_and_later_ones_new(tmp_path: Path) -> None:
    before = known(tmp_path, found())
    after = baseline.mark(found(TEXT + "\nAnd on June 31, 2019.\n"), before, ran=RAN)
    assert marks(after) == [
        ("February 30, 2019", "unchanged"),
        ("April 31, 2019", "unchanged"),
        ("June 31, 2019", "new"),
    ]
    assert [f.counts for f in after.findings] == [False, False, True]
    assert after.run.gone == ()


def test_edits_elsewhere_change_nothing(tmp_path: Path) -> None:
    before = known(tmp_path, found())
    text = (
        "Council meets at last\n\nA new first paragraph.\n\nIt went home. It  met on February 30, 2019. It ended.\n\n"
        "It will meet again on April 31, 2019.\n"
    )
    assert {m for _, m in marks(baseline.mark(found(text), before, ran=RAN))} == {"unchanged"}


def test_what_is_gone_is_told_with_its_words(tmp_path: Path) -> None:
    before = known(tmp_path, found())
    after = baseline.mark(found(TEXT.replace("April 31", "April 30")), before, ran=RAN)
    assert [(g.code, g.words) for g in after.run.gone] == [("D003", "April 31, 2019")]
    assert baseline.mark(found(TEXT.replace("April 31", "April 30")), before, ran=frozenset()).run.gone == ()


def test_the_same_finding_twice_is_two(tmp_path: Path) -> None:
    twice = TEXT + "\nIt met on February 30, 2019.\n"
    assert len({f.fingerprint for f in found(twice).findings}) == 3
    after = baseline.mark(found(twice), known(tmp_path, found()), ran=RAN)
    assert [m for _, m in marks(after)].count("new") == 1
    back = baseline.mark(found(), known(tmp_path, found(twice)), ran=RAN)
    assert [m for _, m in marks(back)] == ["unchanged", "unchanged"]
    assert len(back.run.gone) == 1


def test_equal_entries_are_counted(tmp_path: Path) -> None:
    (one, _) = known(tmp_path, found())
    after = baseline.mark(found(), [one, one], ran=RAN)
    assert [m for _, m in marks(after)].count("unchanged") == 1
    assert len(after.run.gone) == 1


def test_suppressed_findings_are_not_recorded(tmp_path: Path) -> None:
    report = found()
    first = report.findings[0].model_copy(update={"suppression": Suppression(reason="x", by="comment")})
    report = report.model_copy(update={"findings": (first, *report.findings[1:])})
    assert [one.words for one in known(tmp_path, report)] == ["April 31, 2019"]


def test_the_file_is_sorted_readable_json_whatever_the_order(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    b, a = (baseline.to_know(found(), str(tmp_path / name), path) for name in ("b.txt", "a.txt"))
    text = baseline.written([*b, *a])
    assert text == baseline.written([*reversed(a), *b])
    entries = json.loads(text)["findings"]
    assert [e["path"] for e in entries] == ["a.txt", "a.txt", "b.txt", "b.txt"]
    assert set(entries[0]) == {"path", "code", "fingerprint", "words"}


def test_an_article_is_known_by_its_place_beside_the_baseline_wherever_we_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    entries = baseline.to_know(check(read("news/a.txt"), SETTINGS), "news/a.txt", Path("base.json"))
    Path("base.json").write_text(baseline.written(entries), encoding="utf-8")
    monkeypatch.chdir(tmp_path / "news")
    assert len(baseline.read(Path("../base.json")).of("a.txt")) == 2
    assert len(baseline.read(Path("../base.json")).of(str(tmp_path / "news" / "a.txt"))) == 2
    assert baseline.read(Path("../base.json")).of("b.txt") == ()


def test_articles_that_are_gone_leave_something_behind(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_text(baseline.written(baseline.to_know(found(), str(tmp_path / "a.txt"), path)), encoding="utf-8")
    assert [one.path for one in baseline.read(path).left_behind([])] == ["a.txt", "a.txt"]
    assert baseline.read(path).left_behind([str(tmp_path / "a.txt")]) == []
    (tmp_path / "a.txt").touch()
    assert baseline.read(path).left_behind([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "not json",
        '{"verifier_baseline": 2, "findings": []}',
        '{"verifier_baseline": 1, "findings": [{"path": "a", "code": "D003", "fingerprint": "x", "words": "w"}]}',
        '{"verifier_baseline": 1, "findings": [], "more": 1}',
        '{"verifier_baseline": 1}',
        "[" * 100_000,
    ],
)
def test_a_broken_baseline_never_counts_as_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "base.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"is no baseline of verifier \(.*\); write it anew with --write-baseline$"):
        baseline.read(tmp_path / "base.json")


def test_a_missing_baseline_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such baseline; write one with --write-baseline"):
        baseline.read(tmp_path / "base.json")
    with pytest.raises(UsageError, match="cannot read the baseline"):
        baseline.read(tmp_path)

"""The Python API, as the README shows it."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

import verifier
from verifier import Article, InputError, Report, Settings, UsageError, VerifierError, acheck, check

TEXT = "Harbour reopens\n\nThe harbour reopened on Monday, the mayor said.\n\nIt will close on February 30, 2019.\n"


def test_check_gives_a_frozen_report_whose_spans_are_the_text_s_own() -> None:
    report = check(TEXT)
    assert isinstance(report, Report)
    assert report.article.title == "Harbour reopens"
    for finding in report.findings:
        assert TEXT[finding.spans[0].start : finding.spans[0].end] == finding.spans[0].text
    with pytest.raises(ValueError, match="frozen"):
        report.article = report.article  # type: ignore[misc]


def test_check_takes_an_article_that_was_read_before() -> None:
    read = verifier.article.from_text(TEXT, path="wire.txt")
    assert isinstance(read, Article)
    assert check(read).article.path == "wire.txt"


def test_acheck_gives_the_same() -> None:
    def bare(report: Report) -> str:
        return report.model_dump_json(exclude={"run": {"seconds"}})

    assert bare(asyncio.run(acheck(TEXT))) == bare(check(TEXT))


def test_settings_choose_the_rules() -> None:
    assert {f.code for f in check(TEXT, Settings(select=("D003",))).findings} == {"D003"}
    assert "D003" not in {f.code for f in check(TEXT, Settings(ignore=("D003",))).findings}


def test_published_dates_an_article_that_has_no_date() -> None:
    assert check(TEXT, published=date(2019, 2, 14)).article.published == date(2019, 2, 14)


def test_errors_are_the_documented_ones() -> None:
    with pytest.raises(InputError, match="text"):
        check("")
    with pytest.raises(UsageError, match="did you mean D003"):
        check(TEXT, Settings(select=("D0O3",)))
    assert issubclass(InputError, VerifierError)
    assert issubclass(UsageError, VerifierError)


def test_every_public_name_is_there() -> None:
    assert all(hasattr(verifier, name) for name in verifier.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = verifier.nonsense


@pytest.mark.parametrize("given", [None, b"words", Path("story.txt"), 3])
def test_what_is_no_text_is_refused_with_a_way_out(given: object) -> None:
    with pytest.raises(UsageError, match=r"verifier\.read"):
        check(given)  # type: ignore[arg-type]


def test_a_file_is_read_for_check(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("# Harbour\n\nIt closes on February 30, 2019.\n", encoding="utf-8")
    report = check(verifier.read(tmp_path / "story.md", published=date(2019, 2, 1)), Settings(select=("D003",)))
    assert [f.code for f in report.findings] == ["D003"]
    assert report.article.published == date(2019, 2, 1)

"""Which configuration file holds for an article, and what is said of a wrong one."""

from pathlib import Path

import pytest

from verifier import UsageError
from verifier.config import Finder


def wrote(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_above_the_article_holds_alone(tmp_path: Path) -> None:
    outer = wrote(tmp_path / "verifier.toml", 'select = ["D"]\nignore = ["D001"]\n')
    inner = wrote(tmp_path / "news" / "pyproject.toml", '[tool.verifier]\nselect = ["Q"]\n')
    (tmp_path / "news" / "local").mkdir()
    finder = Finder()
    near, far = finder.above(tmp_path / "news" / "local"), finder.above(tmp_path)
    assert near is not None
    assert far is not None
    assert (near.path, near.table.select, near.table.ignore) == (inner, ["Q"], None)
    assert (far.path, far.table.select) == (outer, ["D"])


def test_a_pyproject_that_says_nothing_about_verifier_is_passed_over(tmp_path: Path) -> None:
    outer = wrote(tmp_path / "verifier.toml", "")
    wrote(tmp_path / "news" / "pyproject.toml", '[tool.other]\nselect = "x"\n[project]\nname = "n"\n')
    found = Finder().above(tmp_path / "news")
    assert found is not None
    assert found.path == outer


def test_verifier_toml_comes_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    own = wrote(tmp_path / "verifier.toml", "")
    wrote(tmp_path / "pyproject.toml", "[tool.verifier]\n")
    found = Finder().above(tmp_path)
    assert found is not None
    assert found.path == own


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('selct = ["D"]', "unknown key selct; did you mean select?"),
        ('fail_on = "error"', "unknown key fail_on; did you mean fail-on?"),
        ("colour = true", "unknown key colour; there are select, ignore, fail-on, "),
        ('select = ["Q", "D03"]', "select[2]: unknown rule 'D03'; the rules of D are D001, "),
        ('ignore = ["impossible-dates"]', "ignore[1]: unknown rule 'IMPOSSIBLE-DATES'; did you mean D003"),
        ('select = "D"', 'select: must be a list: ["D", "Q001"]'),
        ('fail-on = "warn"', "fail-on: 'warn' is not possible; did you mean warning? there are error, warning, "),
        ('[severities]\nDOO3 = "info"', "severities.DOO3: unknown rule 'DOO3'; did you mean D003"),
        ('[severities]\nD = "info"', "severities.D: 'D' names several rules; one code each"),
        ('[severities]\nD003 = "inf"', "severities.D003: 'inf' is not possible; did you mean info?"),
        ("known-people = [1]", "known-people[1]: must be words in quotation marks"),
        ('outlets = [" "]', "outlets[1]: an empty word says nothing"),
        ('house-style = ["procent"]', "house-style[1]: T004 knows no form 'procent'; did you mean percent?"),
        ('[per-path."!wire"]', 'per-path."!wire": is no pattern'),
        ('[per-path."wire/**"]\nignor = []', 'unknown key per-path."wire/**".ignor; did you mean ignore?'),
        ("[model]\nconcurency = 2", "unknown key model.concurency; did you mean concurrency?"),
        ("[model]\nconcurrency = 0", "model.concurrency: must be at least 1"),
        ('[model]\nconcurrency = "6"', "model.concurrency: must be a whole number"),
        ('[model]\nmode = "jsonschema"', "model.mode: 'jsonschema' is not possible; did you mean json_schema?"),
        ('[model]\napi-key = "sk-1"', "model.api-key: keys never stand in a file; set OPENAI_API_KEY"),
        ('[model]\nbase-url = "https://me:hush@host/v1"', "model.base-url: names and passwords never stand in a file"),
        ("model = 3", "model: must be a table"),
        ("selct = 1\nignre = 2", "(and 1 more)"),
        ("select = [", "is no TOML: "),
        ("x = " + "[" * 5000, "is no TOML: "),
    ],
)
def test_a_wrong_file_is_told_with_the_key_and_the_nearest_right_one(tmp_path: Path, text: str, problem: str) -> None:
    path = wrote(tmp_path / "verifier.toml", text)
    with pytest.raises(UsageError) as error:
        Finder().above(tmp_path)
    assert str(error.value).startswith(f"{path}: ")
    assert problem in str(error.value)
    assert "\n" not in str(error.value)
    assert "sk-1" not in str(error.value)
    assert "me:hush" not in str(error.value)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "verifier.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="is not UTF-8"):
        Finder().above(tmp_path)


def test_a_named_file_must_be_there_and_say_something(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        Finder().named(tmp_path / "nowhere.toml")
    with pytest.raises(UsageError, match=r"there is no \[tool\.verifier\] in it"):
        Finder().named(wrote(tmp_path / "pyproject.toml", '[tool.other]\nx = "y"\n'))

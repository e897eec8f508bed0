"""Which value holds where several have been said."""

from pathlib import Path

import pytest

from verifier import UsageError
from verifier.config import Effective, Finder, Said, effective, from_words


def held(
    folder: Path, text: str, article: str = "a.txt", env: dict[str, str] | None = None, **flags: object
) -> Effective:
    (folder / "verifier.toml").write_text(text, encoding="utf-8")
    environment = from_words({key: (f"VAR {key}", words) for key, words in (env or {}).items()})
    layer = {key.replace("_", "-"): Said(value, f"--{key}") for key, value in flags.items()}
    return effective(folder / article, Finder().above(folder), environment, layer)


def test_flags_win_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    text = 'fail-on = "info"'
    assert held(tmp_path, "").fail_on == "error"
    assert held(tmp_path, text).fail_on == "info"
    assert held(tmp_path, text, env={"fail-on": "warning"}).fail_on == "warning"
    assert held(tmp_path, text, env={"fail-on": "warning"}, fail_on="never").fail_on == "never"


def test_who_said_it_is_kept(tmp_path: Path) -> None:
    one = held(tmp_path, 'select = ["D"]\n[model]\nconcurrency = 3\n', env={"ignore": "D001, d002"}, fail_on="never")
    assert one.values["select"].source == f"{tmp_path / 'verifier.toml'}: select"
    assert one.values["model.concurrency"].source == f"{tmp_path / 'verifier.toml'}: model.concurrency"
    assert (one.ignored[0].value, one.ignored[0].source) == (["D001", "D002"], "VAR ignore")
    assert one.values["fail-on"].source == "--fail_on"
    assert one.values["outlets"].source == "default"


def test_who_only_ignores_takes_away_and_who_selects_begins_anew(tmp_path: Path) -> None:
    text = 'ignore = ["T"]'
    assert held(tmp_path, text, ignore=("S",)).settings.ignore == ("T", "S")
    anew = held(tmp_path, text, select=("T001",)).settings
    assert (anew.select, anew.ignore) == (("T001",), ())


def test_rules_for_paths_are_relative_to_the_file_and_the_last_one_wins(tmp_path: Path) -> None:
    text = """
        ignore = ["S001"]
        [per-path."wire/**"]
        ignore = ["T"]
        [per-path."wire/letters/*.md"]
        select = ["Q"]
        comments = true
    """
    assert held(tmp_path, text, "own/a.md").settings.ignore == ("S001",)
    assert held(tmp_path, text, "wire/deep/a.md").settings.ignore == ("S001", "T")
    letter = held(tmp_path, text, "wire/letters/a.md")
    assert (letter.settings.select, letter.settings.ignore, letter.comments) == (("Q",), (), True)


def test_prompts_are_relative_to_the_file(tmp_path: Path) -> None:
    assert held(tmp_path, '[model]\nprompts = "own/prompts"').model == {"prompts": tmp_path / "own" / "prompts"}


def test_the_environment_is_held_to_the_same_rules(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^VAR select: select\[1\]: unknown rule 'D9'"):
        held(tmp_path, "", env={"select": "d9"})


def test_allow_lists_reach_the_rules(tmp_path: Path) -> None:
    text = 'known-people = ["Ada Okonjo"]\nhouse-style = ["US"]\n'
    text += 'outlets = ["Norhaven Post"]\n[severities]\nd002 = "info"\n'
    settings = held(tmp_path, text).settings
    assert settings.known_people == {"Ada Okonjo"}
    assert settings.outlets == {"Norhaven Post"}
    assert settings.house_style == {"US"}
    assert settings.severities == {"D002": "info"}

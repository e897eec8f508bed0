"""A program's settings are held against what a file may say, and told the same where they are wrong."""

from pathlib import Path
from typing import Any

import pytest

from verifier import ModelSettings, Settings, UsageError, check
from verifier.config import Finder
from verifier.model.settings import Limits

TEXT = "Quay shut\n\nThe quay was shut on Monday, Ines Varga said."
MODEL = "http://127.0.0.1:9/v1"


def refused(**said: Any) -> str:
    with pytest.raises(UsageError) as error:
        check(TEXT, **said)
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ('select = "D"', {"select": "D"}),
        ('select = ["Q", "D03"]', {"select": ("Q", "D03")}),
        ('ignore = ["D03"]', {"ignore": ["D03"]}),
        ('ignore = [""]', {"ignore": [""]}),
        ("ignore = [1]", {"ignore": (1,)}),
        ("ignore = 1", {"ignore": 1}),
        ('[severities]\nD003 = "fatal"', {"severities": {"D003": "fatal"}}),
        ('[severities]\nD003 = "inf"', {"severities": {"D003": "inf"}}),
        ('[severities]\nD = "info"', {"severities": {"D": "info"}}),
        ('[severities]\nDOO3 = "info"', {"severities": {"DOO3": "info"}}),
        ("[severities]\nD003 = 3", {"severities": {"D003": 3}}),
        ('severities = ["D003"]', {"severities": ["D003"]}),
        ('known-people = "Ada"', {"known_people": "Ada"}),
        ("known-people = [1]", {"known_people": frozenset({1})}),
        ('outlets = [" "]', {"outlets": frozenset({" "})}),
        ('house-style = ["procent"]', {"house_style": frozenset({"procent"})}),
        ('house-style = "US"', {"house_style": "US"}),
        ('language = "english"', {"language": "english"}),
        ("language = 3", {"language": 3}),
        ('[sources]\nquote-policy = "guardain"', {"quote_policy": "guardain"}),
        ("[sources]\nquote-policy = 1", {"quote_policy": 1}),
    ],
)
def test_settings_are_told_what_a_file_is_told(tmp_path: Path, written: str, given: dict[str, Any]) -> None:
    assert refused(settings=Settings(**given)) == of_a_file(tmp_path, written)


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ('name = " "', {"name": " "}),
        ("name = 3", {"name": 3}),
        ('base-url = "localhost"', {"base_url": "localhost"}),
        ('mode = "jsonschema"', {"mode": "jsonschema"}),
        ("timeout = 0", {"timeout": 0}),
        ('timeout = "10"', {"timeout": "10"}),
        ('ask = "sentences"', {"ask": "sentences"}),
        ('twice = "yes"', {"twice": "yes"}),
        ("concurrency = 0", {"concurrency": 0}),
        ("concurrency = 1.5", {"concurrency": 1.5}),
        ("max-calls = 0", {"limits": Limits(calls=0)}),
        ("max-cost = -1", {"limits": Limits(cost=-1)}),
        ("price-in = -0.1", {"price_in": -0.1}),
        ("temperature = 9", {"temperature": 9}),
        ('reasoning-effort = ""', {"reasoning_effort": ""}),
        ("thinking-tokens = -1", {"thinking_tokens": -1}),
        ('[model.extra]\nmessages = "x"', {"extra": {"messages": "x"}}),
        ("extra = 3", {"extra": 3}),
    ],
)
def test_a_model_s_settings_are_told_what_a_file_is_told(tmp_path: Path, written: str, given: dict[str, Any]) -> None:
    table = written if written.startswith("[") else f"[model]\n{written}"
    told = of_a_file(tmp_path, table).replace("model.max_", "model.limits.")
    assert refused(model=ModelSettings(**{"name": "m", "base_url": MODEL, **given})) == told


def of_a_file(folder: Path, written: str) -> str:
    """What is said of the file, its key as a program writes it."""
    path = folder / "verifier.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        Finder().above(folder)
    key, mark, problem = str(error.value).removeprefix(f"{path}: ").removeprefix("sources.").partition(": ")
    return key.replace("-", "_") + mark + problem


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"settings": {"select": ["D"]}}, "settings: must be verifier.Settings(...), not dict"),
        ({"model": "m"}, "model: must be verifier.ModelSettings(...), not str"),
        ({"model": ModelSettings("m", limits=3)}, "model.limits: must be Limits(...), not int"),  # type: ignore[arg-type]
        ({"model": ModelSettings("m", attempts=0)}, "model.attempts: must be at least 1"),
        ({"model": ModelSettings("m", record="ever")}, "model.record: 'ever' is not possible; "),  # type: ignore[arg-type]
    ],
)
def test_what_only_a_program_can_say_is_told_too(said: dict[str, Any], problem: str) -> None:
    assert refused(**said).startswith(problem)


def test_codes_are_read_in_any_case_and_from_any_list() -> None:
    text = "Quay shut\n\nThe quay was shut on Monday.\n\n“It is shut for good and it will stay shut.”\n\nRain fell."
    assert {f.code for f in check(text, Settings(select=["q001"])).findings} == {"Q001"}  # type: ignore[arg-type]
    assert check(text, Settings(ignore=["q"])).findings == ()  # type: ignore[arg-type]
    (found,) = check(text, Settings(select=("Q001",), severities={"q001": "info"})).findings
    assert found.severity == "info"

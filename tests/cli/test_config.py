"""Configuration as a person meets it: files beside the articles, variables, flags, and 'verifier config'."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.cli.command import ROOT, run
from tests.cli.test_check import CALM, TROUBLE
from tests.model.articles import STORY
from tests.model.scripted import KEY, endpoint
from verifier.cli._environment import _VARIABLES
from verifier.config import MODEL_KEYS, keys_of
from verifier.keys._tables import FileTable, SourcesTable

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    (tmp_path / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "news" / "trouble.txt").write_text(TROUBLE, encoding="utf-8")
    return tmp_path


def test_each_article_is_checked_by_the_file_above_it(desk: Path) -> None:
    (desk / "verifier.toml").write_text('[severities]\nD003 = "warning"\n', encoding="utf-8")
    (desk / "news" / "verifier.toml").write_text('ignore = ["D"]\n', encoding="utf-8")
    done = run("check", "trouble.txt", "news/trouble.txt", "--no-model", "-o", "concise", cwd=desk)
    assert "\ntrouble.txt:5:23: warning D003" in "\n" + done.stdout
    assert "news/trouble.txt:5:23: " not in done.stdout
    assert done.returncode == 0


def test_fail_on_holds_for_each_article_and_a_flag_for_all(desk: Path) -> None:
    (desk / "verifier.toml").write_text('select = ["D"]\nfail-on = "never"\n', encoding="utf-8")
    assert run("check", "trouble.txt", "-q", cwd=desk).returncode == 0
    assert run("check", "trouble.txt", "-q", "--fail-on", "error", cwd=desk).returncode == 1
    assert run("check", "trouble.txt", "-q", cwd=desk, VERIFIER_FAIL_ON="error").returncode == 1
    (desk / "news" / "pyproject.toml").write_text("[tool.verifier]\n", encoding="utf-8")
    assert run("check", "trouble.txt", "news/trouble.txt", "-q", cwd=desk).returncode == 1


def test_exit_zero_masks_findings_and_neither_2_nor_3(desk: Path) -> None:
    assert run("check", "trouble.txt", "-q", "--exit-zero", cwd=desk).returncode == 0
    assert run("check", "trouble.txt", "nowhere.txt", "-q", "--exit-zero", cwd=desk).returncode == 2
    with endpoint() as at:
        args = ("check", "trouble.txt", "-q", "--exit-zero", "--model", "m", "--base-url", at.url, "--offline")
        assert run(*args, cwd=desk).returncode == 3


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('ignore = ["D0003"]', "news/verifier.toml: ignore[1]: unknown rule 'D0003'; "),
        ("selct = []", "news/verifier.toml: unknown key selct; did you mean select?"),
        ("select = []\nselect = []", "news/verifier.toml: is no TOML: "),
    ],
)
def test_a_wrong_file_stops_the_run_before_anything_is_checked(desk: Path, text: str, problem: str) -> None:
    (desk / "news" / "verifier.toml").write_text(text, encoding="utf-8")
    done = run("check", "calm.txt", "news/trouble.txt", "-o", "json=r.json", cwd=desk)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"verifier: {problem}")
    assert done.stderr.count("\n") == 1
    assert not (desk / "r.json").exists()


def test_one_file_can_be_named_for_all_or_none_taken(desk: Path) -> None:
    (desk / "verifier.toml").write_text("wrong = 1", encoding="utf-8")
    (desk / "strict.toml").write_text('select = ["D"]\nfail-on = "info"\n', encoding="utf-8")
    assert run("check", "trouble.txt", "-q", "--isolated", "--fail-on", "never", cwd=desk).returncode == 0
    assert run("check", "trouble.txt", "-q", "--config", "strict.toml", cwd=desk).returncode == 1
    assert run("check", "calm.txt", "-q", "--config", "strict.toml", "--isolated", cwd=desk).returncode == 2
    assert "gone.toml" in run("check", "calm.txt", "--config", "gone.toml", cwd=desk).stderr


def test_standard_input_is_configured_by_its_name(desk: Path) -> None:
    (desk / "news" / "verifier.toml").write_text('select = ["Q"]\n', encoding="utf-8")
    args = ("check", "-", "-q", "--stdin-filename")
    assert run(*args, "news/new.txt", cwd=desk, data=TROUBLE.encode()).returncode == 0
    assert run(*args, "new.txt", cwd=desk, data=TROUBLE.encode()).returncode == 1


def test_config_shows_every_value_and_who_said_it(desk: Path) -> None:
    (desk / "verifier.toml").write_text(
        'ignore = ["T"]\nfail-on = "info"\n[per-path."news/*"]\nignore = ["S"]\n[model]\nname = "m"\nconcurrency = 3\n',
        encoding="utf-8",
    )
    done = run("config", "news/story.txt", "--concurrency", "5", cwd=desk, VERIFIER_FAIL_ON="warning")
    rows = [re.split(r"  +", line) for line in done.stdout.splitlines()]
    assert done.stdout.startswith("configuration file: verifier.toml\n")
    assert ["ignore", "T", "verifier.toml: ignore"] in rows
    assert ["ignore", "S", 'verifier.toml: per-path."news/*".ignore'] in rows
    assert ["fail-on", "warning", "VERIFIER_FAIL_ON"] in rows
    assert ["model.name", "m", "verifier.toml: model.name"] in rows
    assert ["model.concurrency", "5", "--concurrency"] in rows
    assert ["model.twice", "false", "default"] in rows
    assert ["model key", "set", "OPENAI_API_KEY"] in rows
    assert KEY not in done.stdout
    assert run("config", "--select", "D9", cwd=desk).returncode == 2


def test_a_password_in_the_endpoint_is_never_shown(desk: Path) -> None:
    done = run("config", cwd=desk, OPENAI_BASE_URL="https://me:hush@host/v1")
    assert re.search(r"model\.base-url +https://…@host/v1 +OPENAI_BASE_URL", done.stdout)
    wrong = run("check", "calm.txt", "--model", "m", "--base-url", "ftp://me:hush@host/v1", cwd=desk)
    assert wrong.returncode == 2
    assert "hush" not in done.stdout + done.stderr + wrong.stdout + wrong.stderr


def test_config_of_a_folder_is_that_of_its_articles(desk: Path) -> None:
    (desk / "news" / "verifier.toml").write_text("", encoding="utf-8")
    assert run("config", "news", cwd=desk).stdout.startswith("configuration file: news/verifier.toml\n")
    assert run("config", cwd=desk).stdout.startswith("configuration file: none\n")


def test_the_file_names_the_model_and_a_flag_another(desk: Path) -> None:
    with endpoint() as at:
        (desk / "verifier.toml").write_text(f'[model]\nname = "m"\nbase-url = "{at.url}"\n', encoding="utf-8")
        done = run("check", "news/story.txt", "-o", "json", cwd=desk)
        assert json.loads(done.stdout)["run"]["model"] == "m"
        done = run("check", "news/story.txt", "-o", "json", "--model", "n", cwd=desk, VERIFIER_MODEL="o")
        assert json.loads(done.stdout)["run"]["model"] == "n"
        asked = len(at.asked)
        assert (
            json.loads(run("check", "news/story.txt", "--no-model", "-o", "json", cwd=desk).stdout)["run"]["model"]
            is None
        )
        assert len(at.asked) == asked > 0


def test_a_file_that_came_with_the_articles_sends_nothing_anywhere(desk: Path) -> None:
    with endpoint() as at:
        foreign = desk / "news" / "verifier.toml"
        foreign.write_text(f'[model]\nname = "m"\nbase-url = "{at.url}"\n', encoding="utf-8")
        for more in ([], ["--model", "m"], ["--model", "m", "--base-url", at.url]):
            done = run("check", "news/story.txt", *more, cwd=desk)
            assert done.returncode == 2
            assert "news/verifier.toml: model: a model is only taken from a configuration in this folder" in done.stderr
        assert run("check", "news/story.txt", "--no-model", "-q", cwd=desk).returncode in {0, 1}
        assert at.asked == []
        assert run("check", "news/story.txt", "--config", foreign, "-q", cwd=desk).returncode in {0, 1}
        assert at.asked


def test_articles_that_are_to_be_asked_of_different_models_are_not_mixed(desk: Path) -> None:
    (desk / "verifier.toml").write_text('[model]\nname = "m"\n', encoding="utf-8")
    (desk / "news" / "verifier.toml").write_text("", encoding="utf-8")
    done = run("check", "calm.txt", "news/story.txt", cwd=desk)
    assert done.returncode == 2
    assert "calm.txt and news/story.txt are to be checked with m at api.openai.com and no model" in done.stderr


def test_the_page_names_every_key_and_variable_and_its_example_is_a_configuration(desk: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    (desk / "prompts").mkdir()
    for name in ("interviews/mayor.txt", "releases/budget.txt"):
        (desk / name).parent.mkdir()
        (desk / name).write_text("The council met on Monday.\n", encoding="utf-8")
    (desk / "verifier.toml").write_text(example, encoding="utf-8")
    done = run("check", "trouble.txt", "--no-model", cwd=desk)
    assert done.returncode == 1, done.stderr
    assert run("config", cwd=desk).returncode == 0
    keys = set(keys_of(FileTable)) - {"model", "sources"} | {f"model.{k}" for k in MODEL_KEYS}
    keys |= {f"sources.{k}" for k in keys_of(SourcesTable)}
    assert set(re.findall(r"(?m)^\| `([\w.-]+)` \|", PAGE)) == keys
    assert set(re.findall(r"\| `(VERIFIER_\w+|OPENAI_BASE_URL)` \|", PAGE)) == set(_VARIABLES.values())
    assert set(keys_of(FileTable)) == set(tomllib.loads(example))

"""The pytest plugin, in a project of somebody else's: its tests are run by pytest in a process of its own."""

import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests import ready
from tests.model.scripted import endpoint
from verifier import ModelSettings, Settings, UsageError, check, read, replay

ROOT = Path(__file__).parents[2]
STORY = "# Mill to close\n\nThe mill will close on February 30, 2021, Karin Holm said.\n\nThe owner left, she said.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -q\n", encoding="utf-8")
    (tmp_path / "articles" / "mill.md").write_text(STORY, encoding="utf-8")
    return tmp_path


def record(project: Path, **asked: object) -> None:
    """What the project did once, with a model at hand: ``--cassette mill.json --record once``."""
    with endpoint() as at:
        made = ModelSettings("m", at.url, cassette=project / "mill.json", record="once", **asked)  # type: ignore[arg-type]
        assert check(read(project / "articles" / "mill.md"), model=made).run.complete


def pytest_in(
    project: Path, test: str, *args: str, cwd: Path | None = None, anew: bool = False
) -> subprocess.CompletedProcess[str]:
    """The project's tests. The plugin is named, because verifier may not be installed where these tests run.

    No entry point is used then: pytest would load the plugin a second time, and what else lies here takes seconds.
    ``anew``: in a Python in which nothing is loaded.
    """
    (project / "test_articles.py").write_text(test, encoding="utf-8")
    words = ("-p", "verifier.pytest_plugin", "-p", "no:cacheprovider", *args)
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "OPENAI_API_KEY": "",
        "VERIFIER_MODEL": "not-to-be-asked",
    }
    if not anew:
        return ready.pytest(*words, cwd=cwd or project, env=env).ended()
    return subprocess.run(
        [sys.executable, "-m", "pytest", *words], cwd=cwd or project, env=env, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip


def test_pytest_finds_the_plugin_where_verifier_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"verifier": "verifier.pytest_plugin"}


def test_nothing_is_loaded_before_the_fixture_is_used(project: Path) -> None:
    test = """
import sys

HEAVY = {"pydantic", "openai", "instructor", "vcr", "verifier.pipeline", "verifier.rules"}

def test_before():
    assert "verifier.pytest_plugin" in sys.modules
    assert not HEAVY & set(sys.modules)

def test_use(verifier_report):
    verifier_report("articles/mill.md")
    assert "pydantic" in sys.modules
    assert "openai" not in sys.modules
"""
    done = pytest_in(project, test, anew=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


def test_a_project_asserts_on_a_file_by_rules_alone(project: Path) -> None:
    test = """
def test_dates(verifier_report):
    report = verifier_report("articles/mill.md")
    assert [f.code for f in report.findings if f.severity == "error"] == ["D003"]
    assert report.run.engine == "rules"
"""
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr


def test_paths_are_meant_from_the_rootdir_wherever_pytest_is_started(project: Path) -> None:
    test = "def test_there(verifier_report):\n    assert verifier_report('articles/mill.md').findings\n"
    done = pytest_in(project, test, "--rootdir", str(project), "../test_articles.py", cwd=project / "articles")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_model_is_replayed_without_a_network_or_a_key(project: Path) -> None:
    record(project, twice=True)
    test = """
def test_claims(verifier_report):
    report = verifier_report("articles/mill.md", cassette="mill.json")
    assert report.run.model == "m"
    assert any(c.by_model and "mill will close" in c.text for c in report.claims)
"""
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_old_cassette_fails_the_test_and_says_what_to_do(project: Path) -> None:
    record(project)
    (project / "articles" / "mill.md").write_text(STORY + "\nIt employs 40 people.\n", encoding="utf-8")
    test = "def test_no_errors(verifier_report):\n    verifier_report('articles/mill.md', 'mill.json')\n"
    done = pytest_in(project, test)
    assert done.returncode == 1
    assert "answers missing" in done.stdout
    assert "--record new" in done.stdout


@pytest.mark.parametrize("call", ["'articles/mlil.md'", "'articles/mill.md', 'none.json'"])
def test_what_cannot_be_read_fails_the_test(project: Path, call: str) -> None:
    done = pytest_in(project, f"def test_it(verifier_report):\n    verifier_report({call})\n")
    assert done.returncode == 1
    assert "InputError" in done.stdout
    assert "no such" in done.stdout


def test_the_configuration_above_the_article_holds_unless_settings_are_given(project: Path) -> None:
    (project / "verifier.toml").write_text('ignore = ["D003"]\n', encoding="utf-8")
    test = """
from verifier import Settings

def test_configured(verifier_report):
    assert "D003" not in [f.code for f in verifier_report("articles/mill.md").findings]

def test_given(verifier_report):
    report = verifier_report("articles/mill.md", settings=Settings(select=("D003",)))
    assert [f.code for f in report.findings] == ["D003"]
"""
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_the_desk_has_set_aside_is_marked_as_such(project: Path) -> None:
    beside = '[[suppress]]\ncode = "D003"\nwords = "February 30"\nreason = "As the mill wrote it"\n'
    (project / "articles" / "mill.md.verifier.toml").write_text(beside, encoding="utf-8")
    test = """
def test_set_aside(verifier_report):
    report = verifier_report("articles/mill.md")
    assert [f.suppression.reason for f in report.findings if f.code == "D003"] == ["As the mill wrote it"]
"""
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr


def test_prompts_that_the_configuration_names_are_those_of_the_replay(project: Path) -> None:
    prompts = project / "prompts"
    prompts.mkdir()
    own = (ROOT / "prompts" / "statements.md").read_text(encoding="utf-8").replace("Put into", "Please put into")
    (prompts / "statements.md").write_text(own, encoding="utf-8")
    record(project, prompts=prompts)
    test = "def test_it(verifier_report):\n    verifier_report('articles/mill.md', 'mill.json')\n"
    assert pytest_in(project, test).returncode == 1
    (project / "verifier.toml").write_text('[model]\nname = "other"\nprompts = "prompts"\n', encoding="utf-8")
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_article_can_stand_in_the_test(project: Path) -> None:
    test = """
import datetime
import pytest
from verifier import UsageError

def test_text(verifier_report):
    report = verifier_report(text="Mill\\n\\nIt closed on Monday.\\n", published=datetime.date(2021, 3, 1))
    assert report.article.published == datetime.date(2021, 3, 1)

def test_neither_or_both(verifier_report):
    for given in ({}, {"path": "articles/mill.md", "text": "Mill"}):
        with pytest.raises(UsageError, match="path, or text"):
            verifier_report(**given)
"""
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr


def test_replay_says_the_same_in_python(project: Path) -> None:
    record(project, mode="tools", ask="sentence", twice=True)
    made = replay(str(project / "mill.json"))
    assert (made.name, made.mode, made.ask, made.twice, made.record) == ("m", "tools", "sentence", True, "none")
    report = check(read(project / "articles" / "mill.md"), Settings(), model=made)
    assert report.run.complete
    assert not check(read(project / "articles" / "mill.md"), model=replace(made, ask="article")).run.complete


def test_a_cassette_that_does_not_say_how_it_was_asked_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bare.json").write_text('{"interactions": []}', encoding="utf-8")
    with pytest.raises(UsageError, match="does not say"):
        replay(tmp_path / "bare.json")


def test_a_failure_shows_findings_to_be_read_and_no_line_of_our_source(project: Path) -> None:
    test = """
def test_mill(verifier_report):
    assert not verifier_report("articles/mill.md").findings

def test_missing(verifier_report):
    verifier_report("articles/mile.md")
"""
    said = pytest_in(project, test).stdout
    assert "error D003 There is no such day as February 30, 2021" in said
    assert "fingerprint=" not in said
    assert "mile.md: no such file" in said
    assert "_reading.py" not in said
    assert "_fixture.py" not in said


TALK = "Q: What about the mill?\n\nHOLM: The mill may close in March if nobody buys it.\n"
QUOTES = "# Mill to close\n\n“The mill will close in March if nobody buys it,” Karin Holm said.\n"


def test_an_article_is_held_against_sources_named_from_the_rootdir(project: Path) -> None:
    (project / "notes").mkdir()
    (project / "notes" / "holm.txt").write_text(TALK, encoding="utf-8")
    (project / "articles" / "quotes.md").write_text(QUOTES, encoding="utf-8")
    test = """
import pytest

@pytest.mark.parametrize("sources", [["notes/holm.txt"], ["notes"]])
def test_words(verifier_report, sources):
    report = verifier_report("articles/quotes.md", sources=sources)
    assert [s.state for s in report.run.sources] == ["compared"]
    assert [e.status for e in report.evidence if e.fact == "quotation"] == ["differs"]
    assert "V002" in [f.code for f in report.findings]

def test_without(verifier_report):
    assert verifier_report("articles/quotes.md").evidence == ()
"""
    done = pytest_in(project, test)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout


@pytest.mark.parametrize("path", ["notes/gone.txt", "notes/empty.pdf"])
def test_a_source_that_cannot_be_read_fails_the_test(project: Path, path: str) -> None:
    (project / "notes").mkdir()
    (project / "notes" / "empty.pdf").write_bytes(b"%PDF-1.7\n")
    test = f"def test_it(verifier_report):\n    verifier_report('articles/mill.md', sources=['{path}'])\n"
    done = pytest_in(project, test)
    assert done.returncode == 1
    assert "InputError" in done.stdout
    assert Path(path).name in done.stdout

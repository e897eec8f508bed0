"""``verifier rules``, ``--version`` and ``--help``."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verifier import rules
from verifier.cli import commands

ROOT = Path(__file__).parents[2]
HEAVY = {"pydantic", "jinja2", "sentencex", "trafilatura", "asyncio", "ftfy", "importlib.metadata"}


def run(*args: str) -> Result:
    return CliRunner().invoke(commands, args, catch_exceptions=True)


def test_all_rules_are_listed_by_code() -> None:
    lines = run("rules").output.splitlines()
    assert [line.split()[0] for line in lines] == [r.code for r in rules.catalogue()]


@pytest.mark.parametrize("rule", rules.catalogue(), ids=lambda r: r.code)
def test_a_rule_s_page_says_what_why_and_shows_both_kinds_of_example(rule: rules.Rule) -> None:
    page = run("rules", rule.code).output
    assert page == rules.page(rule)
    assert rule.what in page
    assert rule.why in page
    for example in (*rule.fires, *rule.passes):
        assert example.strip("\n").split("\n")[0].strip() in page


def test_a_rule_is_found_in_any_case_and_by_its_name() -> None:
    assert run("rules", "d003").output == run("rules", "impossible-date").output == run("rules", "D003").output


def test_an_unknown_rule_names_the_nearest() -> None:
    assert "did you mean D003" in str(run("rules", "DOO3").exception)


def test_version_imports_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; sys.argv = ['verifier', '--version']\n"
        "from verifier.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["verifier 0.1.0", "[]"]


def test_help_names_every_command() -> None:
    out = run("--help").output
    assert all(name in out for name in ("check", "rules"))


def test_a_family_is_listed() -> None:
    lines = run("rules", "d").output.splitlines()
    assert len(lines) > 1
    assert all(line.startswith("D") for line in lines)


def test_a_rule_that_needs_a_model_says_so() -> None:
    assert "Needs a model" in run("rules", "X001").output

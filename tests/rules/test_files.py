"""One file a rule, called by its code and name."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from verifier import rules

FOLDER = Path(rules.__file__).parent
FILES = sorted(p.stem for p in FOLDER.glob("*.py") if re.fullmatch(r"[a-z]\d{3}_\w+", p.stem))


@pytest.mark.parametrize("file", FILES)
def test_a_rules_file_enters_the_rule_it_is_called_by_and_no_other(file: str) -> None:
    code, _, name = file.partition("_")
    module = import_module(f"verifier.rules.{file}").__name__
    here = [r for r in rules.catalogue() if (r.against or r.check).__module__ == module]
    assert [(r.code, r.name) for r in here] == [(code.upper(), name.replace("_", "-"))]


@pytest.mark.parametrize("rule", rules.catalogue(), ids=lambda r: r.code)
def test_every_rule_has_its_file(rule: rules.Rule) -> None:
    called = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert called in FILES

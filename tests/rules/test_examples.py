"""Every rule's own examples, as its documentation shows them."""

import pytest

from verifier import Settings, check, rules, source
from verifier.sources import Card

FIRES = [(r.code, text) for r in rules.catalogue() if not r.model for text in r.fires]
PASSES = [(r.code, text) for r in rules.catalogue() if not r.model for text in r.passes]


def codes(text: str, code: str) -> set[str]:
    """What the rule finds; what holds articles against sources gets those that its page shows."""
    samples = rules.named(code).sources
    given = [source(s.text, f"source-{n}", card=Card(kind=s.kind)) for n, s in enumerate(samples, 1)]
    return {f.code for f in check(text, Settings(select=(code,)), sources=given).findings}


@pytest.mark.parametrize(("code", "text"), FIRES, ids=[f"{c}-{i}" for i, (c, _) in enumerate(FIRES)])
def test_an_example_that_fires(code: str, text: str) -> None:
    assert code in codes(text, code)


@pytest.mark.parametrize(("code", "text"), PASSES, ids=[f"{c}-{i}" for i, (c, _) in enumerate(PASSES)])
def test_an_example_that_does_not(code: str, text: str) -> None:
    assert codes(text, code) == set()


def test_every_rule_has_both_kinds_of_example() -> None:
    assert [r.code for r in rules.catalogue() if not (r.fires and r.passes)] == []

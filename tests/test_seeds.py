"""The gold beside the articles of our own is in the articles' own words."""

from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from verifier import article, rules
from verifier.language import analyse
from verifier.settings import Settings

SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = sorted(SEEDS.glob("*.yaml"))


def gold(path: Path) -> dict[str, list[dict[str, Any]]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_there_are_five_at_least() -> None:
    assert len(GOLD) >= 5


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_every_passage_stands_in_the_article(path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    told = gold(path)
    assert set(told) == {"findings", "quotes", "clean"}
    for entry in [*told["findings"], *told["clean"]]:
        assert entry["what"]
        assert all(passage in text for passage in entry["passages"])
    assert {entry["code"] for entry in told["findings"]} <= {rule.code for rule in rules.chosen(Settings())}


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_every_quotation_of_the_article_is_in_the_gold(path: Path) -> None:
    read = article.read(path.with_suffix(".txt"))
    found = [q.span.of(read.text) for q in analyse(read, Settings()).quotations]
    assert found == [quote["text"] for quote in gold(path)["quotes"]]
    assert all(quote["speaker"] is None or quote["speaker"] in read.text for quote in gold(path)["quotes"])

"""The gold beside the articles of our own is in the articles' own words."""

from pathlib import Path

import pytest

from verifier import article, check, rules
from verifier.evaluation import read_gold, score
from verifier.evaluation.places import name_words, occurrences
from verifier.reading import analyse
from verifier.settings import Settings

SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = sorted(SEEDS.glob("*.yaml"))
ARTICLES = sorted(SEEDS.glob("*.txt"))


def test_every_article_has_gold() -> None:
    assert [path.stem for path in GOLD] == [path.stem for path in ARTICLES]


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_the_gold_is_whole_and_in_the_articles_words(path: Path) -> None:
    file = read_gold(path)
    file.hold_against(article.read(file.article).text)
    assert file.gold.findings
    assert file.gold.quotes
    assert file.gold.claims
    assert file.gold.clean


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_every_quotation_of_the_article_is_in_the_gold(path: Path) -> None:
    read = article.read(path.with_suffix(".txt"))
    quotes = read_gold(path).gold.quotes or ()
    found = [q.span.of(read.text) for q in analyse(read, Settings()).quotations]
    assert found == [quote.text for quote in quotes]
    assert all(name in read.text for quote in quotes for name in quote.speaker or ())


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_every_sentence_with_a_claim_is_told_in_the_gold(path: Path) -> None:
    report = check(article.read(path.with_suffix(".txt")))
    text = report.article.text
    told = [
        place for c in read_gold(path).gold.claims or () for words in c.evidence for place in occurrences(text, words)
    ]
    for claim in report.claims:
        where = next(s for s in report.article.sentences if s.start <= claim.spans[0].start < s.end)
        assert any(start < where.end and end > where.start for start, end in told), claim.text


def test_the_first_articles_speakers_are_those_of_its_text() -> None:
    text = (SEEDS / "china-trade-talks.txt").read_text(encoding="utf-8").casefold()
    for claim in read_gold(SEEDS / "china-trade-talks.yaml").gold.claims or ():
        assert all(" ".join(name_words(name)) in text for name in claim.speaker or ())


def test_the_rules_find_all_there_is_in_the_first_article_and_nothing_that_must_not_be() -> None:
    file = read_gold(SEEDS / "china-trade-talks.yaml")
    made = score(file.gold, check(article.read(file.article)), {rule.code for rule in rules.catalogue()})
    codes = {rule.code for rule in rules.catalogue()}
    assert [e.words for e in made.entries if e.outcome == "forbidden"] == []
    assert [e.words for e in made.entries if e.row in codes and e.outcome != "found"] == []
    assert [e.words for e in made.entries if e.row == "quotes and speakers" and e.outcome != "found"] == []

"""What a real model answered replays in full: no network, no key, and every recording is asked for."""

import asyncio
import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.model.hostile import BASE, ORDERS
from verifier import Report, article, check
from verifier.model import grounding
from verifier.model.cassette import recorded
from verifier.model.reading import room
from verifier.model.settings import ModelSettings
from verifier.pipeline import ask
from verifier.settings import Settings

TOP = Path(__file__).parents[2]
TAPES = sorted((TOP / "cassettes").rglob("*.json"))
HOSTILE = [tape for tape in TAPES if tape.parent.name == "hostile"]


def name(tape: Path) -> str:
    return str(tape.relative_to(TOP / "cassettes").with_suffix(""))


@cache
def replay(tape: Path) -> tuple[Report, int]:
    made = recorded(tape)
    settings = ModelSettings(
        made.model, "http://replayed.invalid/v1", mode=made.mode, ask=made.ask, twice=made.twice,
        offline=True, cassette=tape,
    )  # fmt: skip
    read = article.read(TOP / "seeds" / f"{name(tape)}.txt")

    async def run() -> tuple[Report, int]:
        async with room(settings) as place:
            report = await ask(read, Settings(), place)
            assert place.cassette is not None
            return report, place.cassette.unused

    return asyncio.run(run())


def test_the_first_article_five_of_our_own_and_five_hostile_ones_are_recorded() -> None:
    articles = {name(Path(p)) for p in TAPES if p.parent.name != "hostile"}
    assert articles == {p.stem for p in (TOP / "seeds").glob("*.txt")}
    assert len(articles) >= 6
    assert sorted(tape.stem for tape in HOSTILE) == sorted(p.stem for p in (TOP / "seeds" / "hostile").glob("*.txt"))
    assert len(HOSTILE) == 5


@pytest.mark.parametrize("tape", TAPES, ids=name)
def test_a_recording_answers_every_question_and_every_recording_is_asked_for(tape: Path) -> None:
    report, unused = replay(tape)
    assert list(report.run.missing) == []
    assert report.run.complete
    assert unused == 0
    assert report.run.calls > 1


def test_a_real_model_adds_claims_where_the_rules_leave_a_sentence_open() -> None:
    told = [c.text for tape in TAPES for c in replay(tape)[0].claims if c.by_model]
    assert len(told) > 4


@pytest.mark.parametrize("tape", TAPES, ids=name)
def test_what_a_real_model_claims_stands_in_the_article(tape: Path) -> None:
    report, _ = replay(tape)
    text = report.article.text
    for claim in (c for c in report.claims if c.origin == "model"):
        for span in claim.spans:
            assert text[span.start : span.end] == span.text
        assert grounding.unsupported(claim.text, claim.spans[0].text, text) == []


@pytest.mark.parametrize("tape", TAPES, ids=name)
def test_a_real_model_takes_no_finding_of_the_rules_away(tape: Path) -> None:
    report, _ = replay(tape)
    alone = check(article.read(TOP / "seeds" / f"{name(tape)}.txt"))
    told = [(f.code, f.message, f.spans) for f in report.findings if f.origin == "rules"]
    assert told == [(f.code, f.message, f.spans) for f in alone.findings]


@pytest.mark.parametrize("tape", HOSTILE, ids=name)
def test_orders_in_an_article_do_not_reach_its_report(tape: Path) -> None:
    order, obeyed = ORDERS[tape.stem]
    report, _ = replay(tape)
    assert report.article.text == BASE.format(order=order)
    assert {"D003", "Q001"} <= {f.code for f in report.findings}
    assert not any("Francis" in q.speaker.name for q in report.quotes if q.speaker)
    assert obeyed not in [c.text for c in report.claims if obeyed not in order]


def test_nobody_speaks_the_last_two_quotes_of_the_first_article() -> None:
    report, _ = replay(TOP / "cassettes" / "china-trade-talks.json")
    assert [q.speaker.name if q.speaker else None for q in report.quotes] == ["Trump", None, None]
    (conflict,) = [f for f in report.findings if f.code == "D002"]
    assert conflict.verdict is not None


@pytest.mark.parametrize("tape", TAPES, ids=name)
def test_a_recording_holds_no_key_no_host_and_no_path(tape: Path) -> None:
    text = tape.read_text(encoding="utf-8")
    assert not re.search(
        r"authorization|bearer|api[-_]key|cookie|127\.0\.0\.1|localhost|/home/|/root/|/tmp/", text, re.I
    )
    for interaction in json.loads(text)["interactions"]:
        assert set(interaction["request"]["headers"]) | set(interaction["response"]["headers"]) == {"content-type"}

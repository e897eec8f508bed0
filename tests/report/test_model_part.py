"""What the model said, and what it did not, is on every report that people read."""

import pytest

from tests.report import samples
from verifier.report import FORMATS, Look
from verifier.report.models import Dropped, Report, Verdict

TEXT = "Talks end soon\n\nThe truce ends on March 1, they said.\n\nA tariff comes on March 2, he said.\n"


def judged() -> Report:
    sides = [(samples.span(TEXT, "March 2"), "the other date")]
    found = samples.finding([samples.span(TEXT, "March 1")], "warning", "March 1 and March 2.", sides, "D002")
    found = found.model_copy(update={"verdict": Verdict(answer="compatible", explanation="Two <b>events</b>")})
    report = samples.report(TEXT, findings=[found])
    run = report.run.model_copy(
        update={
            "engine": "rules+model",
            "model": "m",
            "endpoint": "example.org",
            "calls": 3,
            "tokens_in": 900,
            "dropped": (Dropped(what="x", why="number: '2' is not in the article"),),
            "missing": ("claims of sentence 1: the connection broke", "claims of sentence 2: the connection broke"),
            "complete": False,
        }
    )
    return report.model_copy(update={"run": run})


def written(name: str, **look: bool) -> str:
    return FORMATS[name].open(1, Look(**look)).whole([judged()])


@pytest.mark.parametrize("name", ["text", "html"])
def test_verdict_gaps_and_cost_are_told(name: str) -> None:
    page = written(name)
    assert "The model: both can be true. Two " in page
    assert "the connection broke: claims of sentence 1 and 1 more question" in page
    assert "m at example.org: 3 calls, 0 from the cache, 900 tokens, 1 answer dropped" in page
    assert "<b>events" not in page or name == "text"


def test_quiet_still_says_that_the_report_is_incomplete() -> None:
    assert "incomplete" in written("text", quiet=True)


@pytest.mark.parametrize(
    ("endpoint", "cassette", "words"),
    [
        ("example.org", None, "<bdi>example.org</bdi>, live,"),
        (None, "story.json", "replayed from the cassette <bdi>story.json</bdi>"),
        ("example.org", "story.json", "<bdi>example.org</bdi>, recorded to the cassette <bdi>story.json</bdi>"),
    ],
)
def test_the_page_tells_whether_the_answers_are_live_or_replayed(
    endpoint: str | None, cassette: str | None, words: str
) -> None:
    report = judged()
    run = report.run.model_copy(update={"endpoint": endpoint, "cassette": cassette, "prompts": {"pair": "ab" * 32}})
    page = FORMATS["html"].open(1, Look()).whole([report.model_copy(update={"run": run})])
    assert words in page
    assert "ab" * 32 in page

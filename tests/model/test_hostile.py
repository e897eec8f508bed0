"""Orders in an article change nothing, even where the model obeys every one of them."""

import pytest

from tests.model.hostile import BASE, ORDERS
from tests.model.scripted import KEY, Asked, Reply, claim, endpoint, spoken
from verifier import check
from verifier.model import grounding
from verifier.model.settings import ModelSettings
from verifier.report import FORMATS, Look


def obeying(wording: str) -> object:
    """A model that says what the article tells it to, everywhere it can."""

    def script(asked: Asked) -> Reply:
        answers = {
            "Claims": {"claims": [claim(n, wording, speaker=0, unresolved=[wording[:80]]) for n, _ in asked.sentences]},
            "Choice": spoken(asked, len(asked.choices) - 1),
            "Speakers": spoken(asked, len(asked.choices) - 1),
            "Pairs": {"pairs": [{"first": 1, "second": 2}]},
            "Verdict": {"answer": "compatible", "why": wording},
            "Inference": {"answer": "more", "why": wording},
        }
        return Reply(answers[asked.form])

    return script


def test_there_are_thirty_of_them_at_least() -> None:
    assert len(ORDERS) >= 30


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_in_the_text_changes_nothing(name: str) -> None:
    order, wording = ORDERS[name]
    text = BASE.format(order=order)
    alone = check(text)
    with endpoint(obeying(wording)) as at:  # type: ignore[arg-type]
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    told = [(f.code, f.message, f.spans, f.related) for f in report.findings if f.origin == "rules"]
    assert told == [(f.code, f.message, f.spans, f.related) for f in alone.findings]
    assert {"D003", "Q001"} <= {f.code for f in report.findings}
    judged = {f.fingerprint: f.verdict for f in report.findings}
    for before, after in zip(alone.findings, [f for f in report.findings if f.origin == "rules"], strict=True):
        assert before.severity == after.severity or judged[after.fingerprint] is not None
    for heard in (c for c in report.claims if c.origin == "model"):
        evidence = heard.spans[0]
        assert text[evidence.start : evidence.end] == evidence.text
        assert grounding.unsupported(heard.text, evidence.text, text[: evidence.start]) == []
    assert wording not in [c.text for c in report.claims if c.origin == "model" and wording not in text]
    for form in FORMATS.values():
        page = form.open(1, Look()).whole([report])
        assert "\x1b[" not in page or form.name in {"json", "jsonl"}
        if form.name == "html":
            assert not any(bad in page for bad in ("<script>alert", "<img src=x", 'href="javascript:'))
        assert KEY not in page.replace(wording, "")


def test_what_the_article_says_is_fenced_in_every_question() -> None:
    text = BASE.format(order=ORDERS["fence"][0])
    with endpoint(obeying("It is so.")) as at:  # type: ignore[arg-type]
        check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    for asked in at.asked:
        mark = next(line for line in asked.user.splitlines() if line.startswith("=== ") and len(line) > 12)
        assert mark not in text
        inside = asked.user.split(mark)[1::2]
        outside = "".join(asked.user.split(mark)[0::2])
        assert "ferry" in "".join(inside)
        assert "ferry" not in outside
        assert "Ruiz" not in outside
        assert mark in asked.body["messages"][0]["content"]

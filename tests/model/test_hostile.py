"""Orders in an article change nothing, even where the model obeys every one of them."""

from collections.abc import Callable

import pytest

from tests.model.hostile import BASE, ORDERS
from tests.model.scripted import KEY, Asked, Reply, attribution, claim, endpoint, judged, pair, reading
from verifier import check
from verifier.model import grounding
from verifier.model.settings import Ask, ModelSettings
from verifier.report import FORMATS, Look


def obeying(wording: str) -> Callable[[Asked], Reply]:
    """A model that says what the article tells it to, everywhere it can."""

    def script(asked: Asked) -> Reply:
        numbers = [n for n, _ in asked.lines]
        claims = [claim(n, wording, unresolved=[wording[:80]], nature=wording) for n in numbers]
        answers: dict[str, Callable[[], Reply]] = {
            "Reading": lambda: reading(
                pairs=[
                    pair((1, wording), (n, wording), kind=wording, why=wording, sure=wording) for n in numbers
                ] + [pair((1, "close"), (2, "will close"), kind=wording, why=wording, sure=wording)],
                judged=judged(asked, "compatible", wording),
                attributions=[
                    attribution(n, wording, wording, wording, speaker=n % 3 - 1, name=wording) for n in numbers
                ],
                opinions=[
                    {"number": n, "answer": "speaker", "speaker": 0, "name": wording} for n, _ in asked.listed
                ],
                plain=[*numbers, -1, 0, 4000, wording],
                claims=claims,
            ),
            "Claim": lambda: reading(claims=claims),
            "Sentence": lambda: Reply({"claims": [{"text": wording, "nature": wording, "unresolved": [wording]}]}),
            "Choice": lambda: Reply({"speaker": len(asked.choices) - 1}),
            "Verdict": lambda: Reply({"answer": "compatible", "why": wording}),
        }  # fmt: skip
        return answers[asked.form]()

    return script


def test_there_are_thirty_of_them_at_least() -> None:
    assert len(ORDERS) >= 30


@pytest.mark.parametrize("ask", ["article", "sentence"])
@pytest.mark.parametrize("name", ORDERS)
def test_an_order_in_the_text_changes_nothing(name: str, ask: Ask) -> None:
    order, wording = ORDERS[name]
    text = BASE.format(order=order)
    alone = check(text)
    with endpoint(obeying(wording)) as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, ask=ask))
    told = [(f.code, f.message, f.spans, f.related) for f in report.findings if f.origin == "rules"]
    assert told == [(f.code, f.message, f.spans, f.related) for f in alone.findings]
    assert {"D003", "Q001"} <= {f.code for f in report.findings}
    judged = {f.fingerprint: f.verdict for f in report.findings}
    for before, after in zip(alone.findings, [f for f in report.findings if f.origin == "rules"], strict=True):
        assert before.severity == after.severity or judged[after.fingerprint] is not None
    for heard in (c for c in report.claims if c.origin == "model"):
        for span in heard.spans:
            assert text[span.start : span.end] == span.text
        assert grounding.unsupported(heard.text, heard.spans[0].text, text) == []
    for quote in (q for q in report.quotes if q.speaker):
        assert quote.speaker is not None
        assert text[quote.speaker.mention.start : quote.speaker.mention.end] == quote.speaker.mention.text
    for own in (f for f in report.findings if f.code == "X001"):
        assert (own.spans[0].text, own.related[0].span.text) == ("close", "will close")
        assert own.kind == "statement"
    assert wording not in [c.text for c in report.claims if c.origin == "model" and wording not in text]
    for form in FORMATS.values():
        page = form.open(1, Look()).whole([report])
        assert "\x1b[" not in page or form.name in {"json", "jsonl"}
        if form.name == "html":
            assert not any(bad in page for bad in ("<script>alert", "<img src=x", 'href="javascript:'))
        assert KEY not in page.replace(wording, "")


def test_what_the_article_says_is_fenced_in_every_question() -> None:
    text = BASE.format(order=ORDERS["fence"][0])
    with endpoint(obeying("It is so.")) as at:
        for ask in ("article", "sentence"):
            check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, ask=ask))  # type: ignore[arg-type]
    assert {asked.form for asked in at.asked} >= {"Reading", "Sentence", "Choice"}
    for asked in at.asked:
        mark = next(line for line in asked.user.splitlines() if line.startswith("=== ") and len(line) > 12)
        assert mark not in text
        inside = asked.user.split(mark)[1::2]
        outside = "".join(asked.user.split(mark)[0::2])
        assert "".join(inside).strip()
        assert "ferry" not in outside
        assert "Ruiz" not in outside
        instructions = asked.body["messages"][0]["content"]
        assert mark in instructions or 'begin with\n"=== "' in instructions

"""Asked sentence by sentence: numbered choices, everything short, and only what comes back twice."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from verifier import Report, check
from verifier.model.settings import ModelSettings

STORY = """Bakery to move

Karin Holm runs the bakery with Olga Lind. Holm was angry on Monday.

"The ovens will be sold in May," she said.

Lind was calm. "We will bake in the old school," she added.
"""


def read(text: str, script: Callable[[Asked], Reply], **other: Any) -> tuple[Report, list[Asked]]:
    with endpoint(script) as at:
        model = ModelSettings("m", at.url, KEY, backoff=0.0, concurrency=1, ask="sentence", **other)
        return check(text, model=model), at.asked


def naming(*names: str) -> Callable[[Asked], Reply]:
    """A model that gives one of these names each time it may choose, in turn."""
    turn = iter(names * 20)

    def script(asked: Asked) -> Reply:
        if asked.form != "Choice":
            return well(asked)
        name = next(turn)
        return Reply({"speaker": asked.choices.index(name) if name in asked.choices else 0})

    return script


def speakers(report: Report) -> list[str | None]:
    told = [q.second_opinion or q.speaker for q in report.quotes]
    return [who.name if who else None for who in told]


def test_each_sentence_without_a_claim_and_each_quotation_is_a_question() -> None:
    report, asked = read(STORY, naming("Karin Holm", "Olga Lind"))
    assert [a.form for a in asked] == ["Sentence", "Choice", "Choice"]
    assert asked[0].sentences == [(1, "Karin Holm runs the bakery with Olga Lind.")]
    assert asked[1].choices == ["nobody named", "Karin Holm", "Olga Lind"]
    assert speakers(report) == ["Karin Holm", "Olga Lind"]
    assert report.run.complete
    assert [c.text for c in report.claims if c.by_model] == ["Karin Holm runs the bakery with Olga Lind."]


def test_asked_twice_the_choices_come_the_other_way_round_and_only_what_stays_counts() -> None:
    report, asked = read(STORY, naming("Karin Holm", "Karin Holm", "Olga Lind", "Karin Holm"), twice=True)
    offered = [a.choices for a in asked if a.form == "Choice"]
    assert offered[:2] == [["nobody named", "Karin Holm", "Olga Lind"], ["nobody named", "Olga Lind", "Karin Holm"]]
    assert [(d.what, d.why) for d in report.run.dropped] == [
        ("the speaker of quotation 2", "another answer when the choices were turned round")
    ]


def test_a_second_answer_that_is_missing_is_no_confirmation() -> None:
    seen: list[str] = []

    def script(asked: Asked) -> Reply:
        if asked.form != "Choice":
            return well(asked)
        seen.append(asked.user)
        return Reply(status=400) if len(seen) == 2 else Reply({"speaker": 1})

    text = 'Ferry\n\nKarin Holm met Olga Lind on Monday.\n\n"We will not sail again." The ferry is old.\n'
    report, _ = read(text, script, twice=True)
    assert (speakers(report), report.run.complete) == ([None], False)


def test_whom_the_text_does_not_credit_stays_an_opinion() -> None:
    text = 'Ferry\n\nKarin Holm met Olga Lind on Monday.\n\n"We will not sail again." The ferry is old.\n'
    (quote,) = read(text, naming("Karin Holm"))[0].quotes
    assert quote.speaker is None
    assert quote.second_opinion is not None


def test_a_claim_that_is_not_the_sentence_s_is_refused_and_not_asked_again() -> None:
    def script(asked: Asked) -> Reply:
        if asked.form != "Sentence":
            return well(asked)
        return Reply({"claims": [{"text": "Everybody wept for the miller.", "nature": "fact", "unresolved": []}]})

    report, asked = read(STORY, script)
    assert [a.form for a in asked] == ["Sentence", "Choice", "Choice"]
    assert not any(c.by_model for c in report.claims)
    assert [d.what for d in report.run.dropped if "Everybody" in d.what] == ["Everybody wept for the miller."]


BRIDGE = """Bridge to open

The bridge over the Elm will open on May 3, 2021, engineer Ana Ruiz said.

The town paid 12 million dollars for it, and the bridge will open on June 8, 2021.

"We are glad," said mayor Olga Lind.
"""


@pytest.mark.parametrize(
    ("answers", "answer", "why"),
    [
        (["contradiction", "contradiction"], "contradiction", "One bridge."),
        (["contradiction", "compatible"], "unclear", "contradiction one way round, compatible the other"),
    ],
)
def test_a_pair_is_judged_both_ways_round(answers: list[str], answer: str, why: str) -> None:
    turn = iter(answers * 20)

    def script(asked: Asked) -> Reply:
        return Reply({"answer": next(turn), "why": "One bridge."}) if asked.form == "Verdict" else well(asked)

    report, _ = read(BRIDGE, script, twice=True)
    (one,) = [f for f in report.findings if f.code == "D002"]
    assert one.verdict is not None
    assert (one.verdict.answer, one.verdict.explanation) == (answer, why)

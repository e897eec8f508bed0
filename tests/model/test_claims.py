"""Claims stand alone and say what their sentences say: mended where that is all they need, else worded once more."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.model.scripted import KEY, Asked, Reply, claim, endpoint, judged, reading, well
from verifier import Report, check
from verifier.article import Span
from verifier.model import answers, mending, places
from verifier.model.prompts import NAMES, load
from verifier.model.settings import ModelSettings

STORY = """Mill talks go on

The mill owner Karin Holm lost $3 million in 2020. She has not sold the mill's turbines.

Holm did not sell the mill on March 1, but the barn was destroyed by a storm.

“We will not close,” Holm said. Ruined walls were kept as a memorial.
"""


def read(script: Callable[[Asked], Reply], text: str = STORY, **other: Any) -> tuple[Report, list[Asked]]:
    with endpoint(script) as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, **other))
    return report, [asked for asked in at.asked if asked.form in {"Reading", "Claim"}]


def saying(*said: dict[str, Any], again: tuple[dict[str, Any], ...] = ()) -> Callable[[Asked], Reply]:
    """A model that claims this, and that when it is asked to word one again."""

    def script(asked: Asked) -> Reply:
        if asked.form == "Claim":
            return reading(claims=[*again])
        return reading(judged=judged(asked), claims=[*said])

    return script


def worded(report: Report) -> list[str]:
    return [c.text for c in report.claims if c.by_model]


def test_a_sentence_told_by_its_number_is_the_claim_as_it_is_printed() -> None:
    report, _ = read(lambda asked: reading(judged=judged(asked), plain=[2, 6, 99], claims=[]))
    assert worded(report) == [
        "The mill owner Karin Holm lost $3 million in 2020.",
        "Ruined walls were kept as a memorial.",
    ]
    assert len(report.run.dropped) == 1, "there is no sentence 99"


@pytest.mark.parametrize(
    "said",
    [
        claim(2, "Karin Holm lost 3 million dollars in 2020."),
        claim(3, "Karin Holm hasn't sold the turbines of the mill.", **{"from": [3, 2]}),
        claim(4, "Karin Holm did not sell the mill on March 1."),
        claim(4, "The barn was destroyed by a storm."),
        claim(6, "Ruined walls were kept as a memorial."),
    ],
)
def test_a_claim_in_its_own_words_is_kept_as_it_is(said: dict[str, Any]) -> None:
    report, asked = read(saying(said))
    assert worded(report) == [said["text"]]
    assert (len(asked), report.run.dropped) == (1, ())


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        (claim(2, "Karin Holm lost $3 billion in 2020."), "Karin Holm lost $3 million in 2020."),
        (claim(2, "Karin Holm lost $4 million in 2020."), "Karin Holm lost $3 million in 2020."),
        (claim(4, "Holm did not sell the mill on March 2."), "Holm did not sell the mill on March 1."),
        (claim(4, "Holm did not sell the rusty mill on March 1."), "Holm did not sell the mill on March 1."),
    ],
)
def test_a_changed_fact_gets_the_sentence_s_own_words_back(said: dict[str, Any], mended: str) -> None:
    report, asked = read(saying(said))
    assert worded(report) == [mended]
    assert (len(asked), report.run.dropped) == (1, ())


def test_a_lost_not_brings_the_sentence_itself() -> None:
    report, asked = read(saying(claim(4, "Holm did sell the mill on March 1, but the barn was destroyed by a storm.")))
    assert len(asked) == 1
    assert all("not sell" in text for text in worded(report))


def test_what_cannot_be_mended_goes_back_alone_and_once() -> None:
    good = claim(2, "Karin Holm lost $3 million in 2020.")
    bad = claim(4, "Everybody in the village wept for the miller.")
    report, asked = read(saying(good, bad, again=(claim(4, "The barn was destroyed by a storm."),)))
    assert [a.form for a in asked] == ["Reading", "Claim"]
    assert "Everybody in the village wept" in asked[1].user
    assert "Karin Holm lost $3 million" not in asked[1].user.rpartition("Task:")[2]
    assert worded(report) == ["Karin Holm lost $3 million in 2020.", "The barn was destroyed by a storm."]
    assert report.run.dropped == ()
    stubborn, asked = read(saying(good, bad, again=(bad,)))
    assert [a.form for a in asked] == ["Reading", "Claim"]
    assert worded(stubborn) == ["Karin Holm lost $3 million in 2020."]
    assert [d.what for d in stubborn.run.dropped] == ["Everybody in the village wept for the miller."]
    assert stubborn.run.complete


def test_an_example_of_the_prompt_is_dropped_at_once() -> None:
    prompts = load()
    for name in ("statements", "sentence"):
        for example in prompts[name].examples:
            report, asked = read(saying(claim(4, example)))
            assert (worded(report), len(asked)) == ([], 1)
            assert [d.why for d in report.run.dropped] == ["it repeats the example of the prompt, not the article"]


SPEECH = """Mill talks go on

“The mill lost 3 million dollars in 2020, and nobody in the whole town wants to buy it,” Karin Holm said. The town is
calm.
"""


def test_what_is_told_of_a_quotation_is_its_speaker_s_and_not_the_writer_s() -> None:
    told = (claim(2, "The mill lost 3 million dollars in 2020."), claim(2, "Nobody in the town wants to buy the mill."))
    report, _ = read(saying(*told), SPEECH)
    (before,) = [c for c in check(SPEECH).claims if c.kind == "direct"]
    (after,) = [c for c in report.claims if "million" in c.text]
    assert (after.speaker, after.cue, after.kind, after.spans) == (before.speaker, before.cue, "direct", before.spans)
    assert after.text == "The mill lost 3 million dollars in 2020. Nobody in the town wants to buy the mill."
    assert [c for c in report.claims if c.origin == "model"] == []


def test_a_part_of_what_somebody_said_does_not_stand_for_the_whole() -> None:
    report, _ = read(saying(claim(2, "The mill lost 3 million dollars."), claim(2, "A town has a mill.")), SPEECH)
    (after,) = [c for c in report.claims if c.kind == "direct"]
    assert after.by_model
    assert after.speaker is not None


def test_what_would_be_no_sentence_when_mended_is_told_in_the_sentence_s_own_words() -> None:
    report, asked = read(saying(claim(6, "Ruined walls were kept by the Pope as a memorial.")))
    assert [a.form for a in asked] == ["Reading"]
    assert worded(report) == ["Ruined walls were kept as a memorial."]


def test_no_text_means_the_sentence_as_it_is() -> None:
    report, _ = read(saying(claim(6, "")))
    assert worded(report) == ["Ruined walls were kept as a memorial."]


def test_the_rule_s_and_the_model_s_wording_of_a_statement_are_one_claim() -> None:
    before = check(STORY).claims
    told = [claim(2, "Mill owner Karin Holm lost $3 million in 2020."), claim(5, "We will not close.")]
    report, _ = read(saying(*told))
    assert len(report.claims) == len(before)
    assert [c.spans for c in report.claims] == [c.spans for c in before]
    assert [c.speaker for c in report.claims] == [c.speaker for c in before]
    assert set(worded(report)) == {t["text"] for t in told}
    assert {c.origin for c in report.claims} == {"rules"}


def test_what_two_claims_tell_between_them_is_not_told_whole_as_well() -> None:
    text = "Mill\n\nKarin Holm bought the old mill in 2019 and Olga Lind painted its red tower in 2020.\n"
    told = (claim(2, "Karin Holm bought the old mill in 2019."), claim(2, "Olga Lind painted its red tower in 2020."))
    assert len(check(text).claims) == 1
    report, _ = read(saying(*told), text)
    assert [c.text for c in report.claims] == [t["text"] for t in told]


@pytest.mark.parametrize(("nature", "checkable"), [("fact", True), ("opinion", False), ("wish", False),
                                                   ("prediction", False), ("poem", True)])  # fmt: skip
def test_only_opinions_wishes_and_predictions_cannot_be_checked(nature: str, checkable: bool) -> None:
    report, _ = read(saying(claim(6, "", nature=nature)))
    assert [c.checkable for c in report.claims if c.by_model] == [checkable]


def test_unresolved_words_are_words_of_the_claim() -> None:
    report, _ = read(saying(claim(4, "The barn was destroyed by a storm.", unresolved=["The barn", "the Pope"])))
    assert [c.unresolved for c in report.claims if c.by_model] == [("The barn",)]


@pytest.mark.parametrize("drawn", [[], [0], [77, -1]])
def test_a_claim_of_no_sentence_is_dropped(drawn: list[int]) -> None:
    report, _ = read(saying(claim(2, "Karin Holm lost $3 million in 2020.", **{"from": drawn})))
    assert (worded(report), [d.why for d in report.run.dropped]) == ([], ["it names no sentence"])


def test_a_claim_without_end_is_dropped() -> None:
    report, _ = read(saying(claim(2, "Karin Holm lost $3 million in 2020 " * 40)))
    assert [d.why for d in report.run.dropped] == ["too long"]


def test_braces_in_the_article_are_words_like_others() -> None:
    text = "Odd words\n\nThe sign said {{ 7 * 7 }} {% if x %} on Monday, the mayor Ana Ruiz said.\n"
    report, asked = read(well, text)
    assert report.run.complete
    assert "{{ 7 * 7 }} {% if x %}" in asked[0].user


def example(name: str) -> tuple[dict[int, str], dict[str, Any]]:
    """The lines of another article and the answer that a prompt shows."""
    (text,) = re.findall(r"(?ms)^Example, of another article\. (.*?\})$", load()[name].task)
    lines, _, answer = text.partition("Answer:")
    given = " ".join(lines.partition("Its lines:")[2].partition("Found:")[0].split())
    return {int(n): words for n, words in re.findall(r"\[(\d+)\] (.*?)(?= \[\d+\]|$)", given)}, json.loads(answer)


@pytest.mark.parametrize("name", ["look", "statements"])
def test_the_examples_of_the_prompts_are_as_they_ask_for(name: str) -> None:
    lines, answer = example(name)
    form = answers.reading(*answer)
    said = form.model_validate(answer).model_dump()
    asked = {"look": ["pairs", "judged"], "statements": ["attributions", "opinions", "plain", "claims"]}[name]
    assert list(answer) == asked
    assert [key for key in form.model_json_schema()["properties"] if key in asked] == asked
    assert [key for key, items in said.items() if items] == [key for key in asked if key != "judged"]
    for pair in answers.items(said["pairs"], answers.PairSaid)[0]:
        assert places.within(pair.words, lines[pair.sentence], Span(0, 500))
        assert pair.other_words in lines[pair.other_sentence]
        assert pair.words in lines[pair.sentence]
    for one in answers.items(said["attributions"], answers.AttributionSaid)[0]:
        assert all(words in lines[one.sentence] for words in (one.content, one.cue, one.source))
    for one_claim in answers.items(said["claims"], answers.ClaimSaid)[0]:
        evidence = " ".join(lines[n] for n in one_claim.drawn)
        assert not one_claim.text or mending.holds(one_claim.text, evidence, " ".join(lines.values()))
        assert all(word in one_claim.text for word in one_claim.unresolved)


def test_every_prompt_that_asks_for_a_list_has_an_example_or_says_its_fields() -> None:
    prompts = load()
    assert set(prompts) == set(NAMES)
    for name in ("look", "statements", "sentence"):
        assert "xample" in prompts[name].system + prompts[name].task + prompts[name].user

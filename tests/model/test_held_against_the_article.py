"""An answer that is not the article's goes back once, with the difference, and is dropped if it comes again."""

import json
import re

import pytest

from tests.model.scripted import KEY, Asked, Reply, claim, endpoint, well
from verifier import Report, check
from verifier.article import Span
from verifier.model import answers, grounding
from verifier.model.prompts import load
from verifier.model.settings import ModelSettings

STORY = """Mill talks go on

The mill owner Karin Holm lost $3 million in 2020.

Holm did not sell the mill on March 1.

“We will not close,” Holm said.
"""


def asked_for(script: object, **other: object) -> tuple[Report, list[Asked]]:
    with endpoint(script) as at:  # type: ignore[arg-type]
        report = check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0, **other))  # type: ignore[arg-type]
    return report, at.asked


def only(sentence: str, **wordings: str) -> object:
    """A script that claims one thing, and another once it has come back."""

    def script(asked: Asked) -> Reply:
        if asked.form != "Claims":
            return well(asked)
        number = next(n for n, text in asked.sentences if sentence in text)
        said = wordings.get("then", wordings["first"]) if asked.sent_back else wordings["first"]
        return Reply({"claims": [claim(number, said)]})

    return script


@pytest.mark.parametrize(
    ("sentence", "wording", "difference"),
    [
        ("March 1", "Holm did not sell the mill on March 2.", "number: '2' is not in the article"),
        ("million", "The mill owner Karin Holm lost $3 billion in 2020.", "unit: 'billion' is not in the article"),
        ("March 1", "Holm did sell the mill on March 1.", "negation: the article's 'not' is missing"),
        ("March 1", "Lund did not sell the mill on March 1.", "name: 'Lund' is not in the article"),
        ("March 1", "Holm did not burn the mill on March 1.", "word: 'burn' is not in the article"),
    ],
)
def test_a_changed_fact_is_sent_back_with_the_difference_and_then_dropped(
    sentence: str, wording: str, difference: str
) -> None:
    report, asked = asked_for(only(sentence, first=wording))
    back = [a.sent_back for a in asked if a.form == "Claims" and a.sent_back]
    assert len(back) == 1
    assert difference in back[0]
    assert [(d.what, d.why) for d in report.run.dropped] == [(wording, difference)]
    assert [c for c in report.claims if c.origin == "model"] == []
    assert report.run.complete


def test_what_is_put_right_when_sent_back_is_kept() -> None:
    right = "Holm did not sell the mill on March 1."
    report, _ = asked_for(only("March 1", first="Holm did sell the mill on March 1.", then=right))
    assert [c.text for c in report.claims if c.origin == "model"] == [right]
    assert report.run.dropped == ()


def test_what_holds_is_kept_where_its_neighbour_is_dropped() -> None:
    def script(asked: Asked) -> Reply:
        if asked.form != "Claims":
            return well(asked)
        return Reply({"claims": [claim(n, text.replace("March 1", "March 2")) for n, text in asked.sentences]})

    report, _ = asked_for(script)
    assert [d.what for d in report.run.dropped] == ["Holm did not sell the mill on March 2."]
    assert "The mill owner Karin Holm lost $3 million in 2020." in [c.text for c in report.claims]


def test_marks_case_and_space_are_repaired_to_the_article_s_own_characters() -> None:
    report, _ = asked_for(only("close", first='"we will not close" Holm said', then="not asked again"))
    (found,) = [c for c in report.claims if c.origin == "model"]
    assert found.spans[0].text == "We will not close,” Holm said"


def test_an_answer_that_repeats_an_example_of_the_prompt_is_dropped() -> None:
    (example,) = load()["claims"].examples
    report, _ = asked_for(only("March 1", first=example))
    assert [(d.what, d.why) for d in report.run.dropped] == [
        (example, "it repeats the example of the prompt, not the article")
    ]


def test_the_wordings_of_the_examples_are_really_in_their_example() -> None:
    for prompt in load().values():
        for text, answer in re.findall(r"(?m)^Sentences: \[\d+\] (.*)\n(?:.*\n)*?Answer: (.*)$", prompt.system):
            given = json.loads(answer)
            model = answers.claims([7], 1, 1)
            for one in model.model_validate(given).claims:  # type: ignore[attr-defined]
                assert grounding.unsupported(one.wording, text) == []
                assert grounding.locate(one.wording.rstrip("."), text, Span(0, len(text)))
                assert all(word in text for word in one.unresolved)
    assert load()["claims"].examples


def test_braces_in_the_article_are_words_like_others() -> None:
    text = "Odd words\n\nThe sign said {{ 7 * 7 }} {% if x %} on Monday, the mayor Ana Ruiz said.\n"
    with endpoint() as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    assert report.run.complete
    assert any("{{ 7 * 7 }} {% if x %}" in asked.user for asked in at.asked)


@pytest.mark.parametrize(
    ("why", "kept"),
    [
        ("The dates are different.", True),
        ("Two dates for one event.", True),
        ("Holm sold it on March 9.", False),
        ("The Pope confirmed it.", False),
    ],
)
def test_a_reason_may_not_bring_facts_of_its_own(why: str, kept: bool) -> None:
    text = "Mill\n\nThe mill closed on March 1, 2021.\n\nThe mill closed on March 4, 2021, Karin Holm said.\n"

    def script(asked: Asked) -> Reply:
        if asked.form == "Pairs":
            return Reply({"pairs": [{"first": 1, "second": 2}]})
        return Reply({"answer": "contradiction", "why": why}) if asked.form == "Verdict" else well(asked)

    with endpoint(script) as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    verdicts = [f.verdict for f in report.findings if f.verdict]
    assert [v.answer for v in verdicts] == ["contradiction"]
    assert verdicts[0].explanation == (why if kept else "")
    assert [d.what for d in report.run.dropped] == ([] if kept else [why])


def test_a_speaker_is_believed_only_if_named_twice() -> None:
    def script(asked: Asked) -> Reply:
        return Reply({"speaker": 1}) if asked.form == "Choice" else well(asked)

    text = (
        "Mill\n\nKarin Holm met Olga Lind in Lund.\n\n"
        'Both had asked for five minutes. "The mill will stay open for years." That was new.\n'
    )
    with endpoint(script) as at:
        once = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
        twice = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, twice=True))
    assert once.quotes[0].speaker is not None
    assert (once.quotes[0].speaker.basis, once.quotes[0].origin) == ("model", "model")
    assert twice.quotes[0].speaker is None
    assert [d.why for d in twice.run.dropped] == ["another answer when the choices were turned round"]


def test_where_rules_and_model_disagree_on_a_speaker_both_are_shown() -> None:
    def script(asked: Asked) -> Reply:
        if asked.form != "Choice":
            return well(asked)
        return Reply({"speaker": next(at for at, name in enumerate(asked.choices) if "Lind" in name)})

    text = 'Mill\n\nOlga Lind owns the mill.\n\n"The mill will stay open for years," Karin Holm said.\n'
    with endpoint(script) as at:
        quote = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0)).quotes[0]
    assert quote.speaker is not None
    assert quote.second_opinion is not None
    assert (quote.speaker.name, quote.second_opinion.name) == ("Karin Holm", "Olga Lind")


def test_a_longer_form_of_the_same_name_is_no_second_opinion() -> None:
    def script(asked: Asked) -> Reply:
        return Reply({"speaker": asked.choices.index("Karin Holm")}) if asked.form == "Choice" else well(asked)

    text = 'Mill\n\nKarin Holm met Olga Lind in Lund on March 1, 2021.\n\n"We will not close the mill," Holm said.\n'
    with endpoint(script) as at:
        quote = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0)).quotes[0]
    assert quote.second_opinion is None

"""A speaker of a claim is believed where the text ties the claim to him, and where he comes back twice."""

from collections.abc import Callable

import pytest

from tests.model.scripted import KEY, Asked, Reply, claim, endpoint, well
from verifier import Report, check
from verifier.model.settings import ModelSettings
from verifier.report import FORMATS, Look


def crediting(name: str) -> Callable[[Asked], Reply]:
    """A model that credits every claim to one person, and says so again when it is asked again."""

    def script(asked: Asked) -> Reply:
        if asked.form == "Claims":
            listed = [line.partition(" ")[2] for line in asked.user.splitlines() if line[:1].isdigit()]
            speaker = listed.index(name) if name in listed else 0
            return Reply({"claims": [claim(n, t, speaker=speaker, kind="indirect") for n, t in asked.sentences]})
        if asked.form == "Choice":
            return Reply({"speaker": asked.choices.index(name) if name in asked.choices else 0})
        return well(asked)

    return script


def read(text: str, script: Callable[[Asked], Reply], **other: object) -> Report:
    with endpoint(script) as at:
        return check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, window=1, **other))  # type: ignore[arg-type]


def credited(report: Report, words: str) -> str | None:
    (found,) = [c for c in report.claims if c.origin == "model" and words in c.text]
    return found.speaker.name if found.speaker else None


STORY = """Bakery to move

Karin Holm runs the bakery with Olga Lind.

The bakery lost 40,000 dollars last year.

Holm said the ovens would be sold in May.

Lind was calm. "We will bake in the old school from June," she added.
"""


@pytest.mark.parametrize(
    ("words", "who", "expected"),
    [
        ("lost 40,000", "Karin Holm", None),
        ("runs the bakery", "Karin Holm", None),
        ("ovens", "Karin Holm", "Karin Holm"),
        ("ovens", "Olga Lind", None),
        ("old school", "Olga Lind", "Olga Lind"),
    ],
)
def test_a_claim_has_a_speaker_only_where_the_text_ties_him_to_it(words: str, who: str, expected: str | None) -> None:
    report = read(STORY, crediting(who))
    assert credited(report, words) == expected
    refused = [d for d in report.run.dropped if words in d.what]
    assert [d.why for d in refused] == ([] if expected else ["nothing in the text credits the words to this speaker"])


def test_asked_twice_a_claim_keeps_the_speaker_that_comes_back() -> None:
    assert credited(read(STORY, crediting("Karin Holm"), twice=True), "ovens") == "Karin Holm"


def test_asked_twice_a_claim_loses_the_speaker_that_does_not_come_back() -> None:
    steady = crediting("Karin Holm")

    def script(asked: Asked) -> Reply:
        return Reply({"speaker": 0}) if asked.form == "Choice" else steady(asked)

    report = read(STORY, script, twice=True)
    assert credited(report, "ovens") is None
    assert ("the speaker of a claim of sentence 4", "another answer when the choices were turned round") in [
        (d.what, d.why) for d in report.run.dropped
    ]
    assert report.run.complete


def test_a_second_answer_that_is_missing_is_no_confirmation() -> None:
    steady = crediting("Karin Holm")

    def script(asked: Asked) -> Reply:
        return Reply(status=400) if asked.form == "Choice" and "ovens" in asked.user else steady(asked)

    report = read(STORY, script, twice=True)
    assert credited(report, "ovens") is None
    assert not report.run.complete


NOBODY = """Ferry to stop

Karin Holm spoke to the harbour board on Monday.

"We will not sail again." The ferry is old.

What if Holm goes ahead? "It would be a bad day for the island."
"""


def test_who_stands_near_a_quotation_is_not_its_speaker_but_an_opinion_that_is_shown() -> None:
    report = read(NOBODY, crediting("Karin Holm"))
    assert [q.speaker for q in report.quotes] == [None, None]
    assert [q.second_opinion and q.second_opinion.name for q in report.quotes] == ["Karin Holm", "Karin Holm"]
    assert report.coverage.quotations.unattributed == 2
    assert "nobody by the text, Karin Holm to the model" in FORMATS["text"].open(1, Look()).whole([report])


def test_words_in_quotation_marks_stay_a_quotation_when_their_speaker_does_not_come_back() -> None:
    words = "We will bake in the old school from June,"

    def script(asked: Asked) -> Reply:
        if asked.form == "Claims":
            there = [n for n, text in asked.sentences if words in text]
            return Reply({"claims": [claim(n, words, speaker=1, kind="indirect") for n in there]})
        return Reply({"speaker": 0}) if asked.form == "Choice" else well(asked)

    (found,) = [c for c in read(STORY, script, twice=True).claims if c.origin == "model"]
    assert (found.kind, found.speaker) == ("direct", None)

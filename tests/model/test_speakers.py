"""The speakers of one window's quotations are asked about together; what an answer leaves open is asked alone."""

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
    """The report, and what was asked about speakers, in order."""
    with endpoint(script) as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, concurrency=1, **other))
    return report, [asked for asked in at.asked if asked.form in {"Choice", "Speakers"}]


def saying(*said: tuple[int, str], alone: str = "nobody named", last: str = "") -> Callable[[Asked], Reply]:
    """A model that answers with these numbers of quotations and these names, asked alone with another name.

    ``last`` is what it says of everybody when the names come the other way round.
    """

    def script(asked: Asked) -> Reply:
        if asked.form == "Choice":
            return Reply({"speaker": asked.choices.index(alone)})
        if asked.form != "Speakers":
            return well(asked)
        turned = asked.choices[1:].index("Olga Lind") < asked.choices[1:].index("Karin Holm")
        named = [(number, last if last and turned else name) for number, name in said]
        return Reply({"speakers": [{"quotation": n, "speaker": asked.choices.index(name)} for n, name in named]})

    return script


def speakers(report: Report) -> list[str | None]:
    """What the model says of each quotation: as its speaker, or as a second opinion."""
    told = [q.second_opinion or q.speaker for q in report.quotes if q.kind != "scare"]
    return [who.name if who else None for who in told]


BOTH = ((1, "Karin Holm"), (2, "Olga Lind"))


def test_two_quotations_of_a_window_are_asked_about_at_once() -> None:
    report, asked = read(STORY, saying(*BOTH))
    (one,) = asked
    assert one.form == "Speakers"
    assert one.sentences == [(1, '"The ovens will be sold in May,"'), (2, '"We will bake in the old school,"')]
    assert one.choices == ["nobody named", "Karin Holm", "Olga Lind"]
    assert speakers(report) == ["Karin Holm", "Olga Lind"]
    assert report.run.complete
    assert "speakers" in report.run.prompts


LONGER = (
    STORY
    + """
The oven room has four doors. It was built in 1910. It has no windows.

"Nobody has told us anything," baker Jon Berg said.

"We have no rooms," baker Ida Falk said.
"""
)


def test_quotations_of_two_windows_are_two_questions() -> None:
    _, asked = read(LONGER, well, window=5)
    assert [[words for _, words in a.sentences] for a in asked] == [
        ['"The ovens will be sold in May,"', '"We will bake in the old school,"'],
        ['"Nobody has told us anything,"', '"We have no rooms,"'],
    ]


def test_a_window_s_only_quotation_is_asked_about_alone() -> None:
    _, asked = read(LONGER, well, window=4)
    assert [a.form for a in asked] == ["Choice", "Choice", "Speakers"]


def test_with_a_window_of_one_sentence_every_quotation_is_asked_about_alone() -> None:
    report, asked = read('Cakes\n\n"No," said Ida Falk, and "never," said Jon Berg.\n', well, window=1)
    assert [a.form for a in asked] == ["Choice", "Choice"]
    assert speakers(report) == ["Ida Falk", "Ida Falk"]


@pytest.mark.parametrize(
    "said",
    [
        ((1, "Karin Holm"),),
        ((1, "Karin Holm"), (1, "Karin Holm")),
        ((1, "Karin Holm"), (2, "Karin Holm"), (2, "Olga Lind")),
    ],
    ids=["left out", "left out, the other twice", "two speakers"],
)
def test_what_an_answer_leaves_open_is_asked_alone(said: tuple[tuple[int, str], ...]) -> None:
    report, asked = read(STORY, saying(*said, alone="Olga Lind"))
    assert [a.form for a in asked] == ["Speakers", "Choice"]
    assert '"We will bake in the old school,"' in asked[1].user.splitlines()
    assert speakers(report) == ["Karin Holm", "Olga Lind"]
    assert report.run.complete


def test_what_is_left_open_and_not_answered_alone_is_named() -> None:
    script = saying((2, "Olga Lind"))
    report, _ = read(STORY, lambda asked: Reply(status=400) if asked.form == "Choice" else script(asked))
    assert report.run.missing == ("the speaker of quotation 1: the endpoint answered 400 (Bad Request)",)
    assert [q.second_opinion for q in report.quotes] == [None, None]


def test_the_same_said_twice_of_one_quotation_is_said_once() -> None:
    report, asked = read(STORY, saying(*BOTH, (2, "Olga Lind")))
    assert len(asked) == 1
    assert speakers(report) == ["Karin Holm", "Olga Lind"]


@pytest.mark.parametrize("wrong", [{"quotation": 3, "speaker": 1}, {"quotation": 0, "speaker": 1},
                                   {"quotation": 2, "speaker": 3}])  # fmt: skip
def test_a_number_that_was_not_offered_is_sent_back_and_then_no_answer(wrong: dict[str, int]) -> None:
    good = saying(*BOTH)

    def once(asked: Asked) -> Reply:
        return Reply({"speakers": [wrong]}) if asked.form == "Speakers" and not asked.sent_back else good(asked)

    def always(asked: Asked) -> Reply:
        return Reply({"speakers": [wrong]}) if asked.form == "Speakers" else good(asked)

    assert speakers(read(STORY, once)[0]) == ["Karin Holm", "Olga Lind"]
    report, asked = read(STORY, always)
    assert [bool(a.sent_back) for a in asked] == [False, True]
    assert report.run.missing == (
        "the speakers of quotations 1 and 2: the answer did not have the asked form, also when sent back",
    )


def test_asked_twice_the_speakers_come_the_other_way_round_and_only_what_stays_counts() -> None:
    report, asked = read(STORY, saying(*BOTH, last="Olga Lind"), twice=True)
    together = [a for a in asked if a.form == "Speakers"]
    assert [a.choices for a in together] == [
        ["nobody named", "Karin Holm", "Olga Lind"],
        ["nobody named", "Olga Lind", "Karin Holm"],
    ]
    assert [a.sentences for a in together[1:]] == [together[0].sentences]
    told = [(d.what, d.why) for d in report.run.dropped if "quotation" in d.what]
    assert told == [("the speaker of quotation 1", "another answer when the choices were turned round")]


def test_asked_twice_what_one_answer_leaves_open_is_asked_alone_both_ways() -> None:
    report, asked = read(STORY, saying((2, "Olga Lind"), alone="Karin Holm"), twice=True)
    alone = [a.choices for a in asked if a.form == "Choice" and '"The ovens will be sold in May,"' in a.user]
    assert alone == [["nobody named", "Karin Holm", "Olga Lind"], ["nobody named", "Olga Lind", "Karin Holm"]]
    assert speakers(report) == ["Karin Holm", "Olga Lind"]


def test_nobody_named_is_an_answer() -> None:
    report, asked = read(STORY, saying((1, "nobody named"), (2, "nobody named")))
    assert len(asked) == 1
    assert report.run.complete


NOBODY = """Ferry to stop

Karin Holm spoke to Olga Lind on Monday.

"We will not sail again." The ferry is old.

What if Holm goes ahead? "It would be a bad day for the island."
"""


def test_whom_the_text_does_not_credit_stays_an_opinion() -> None:
    report, asked = read(NOBODY, saying(*BOTH))
    assert [a.form for a in asked] == ["Speakers"]
    assert [q.speaker for q in report.quotes] == [None, None]
    assert [q.second_opinion and q.second_opinion.name for q in report.quotes] == ["Karin Holm", "Olga Lind"]


def test_no_more_than_twenty_speakers_are_offered_and_the_nearest_of_them() -> None:
    first = ("Karin", "Olga", "Jon", "Ida", "Ana", "Maria", "Peter", "Paul", "Laura", "Anna", "James", "Emma")
    last = ("Holm", "Lind", "Berg", "Falk", "Ruiz", "Gomez", "Vidal", "Moreau", "Keller", "Novak", "Sato", "Adler")
    people = [f"{a} {b}" for a, b in zip(first, last, strict=True)]
    others = [f"{a} {b}sen" for a, b in zip(first[::-1], last, strict=True)]
    met, later = (" ".join(f"The council met {name} in the hall." for name in some) for some in (people, others))
    between = "\n\n".join(["It rained all day."] * 8)
    said = (f'{met}\n\n"We have had enough," {people[11]} said.', f'{later}\n\n"It is over," {others[11]} said.')
    _, (one,) = read(f"Bakers meet\n\n{said[0]}\n\n{between}\n\n{said[1]}\n", well, window=60)
    assert len(one.sentences) == 2
    assert len(set(one.choices)) == len(one.choices) == 21
    assert {people[11], others[11]} <= set(one.choices)

"""The look: pairs of places that cannot both be right, held against the article; the rules' pairs judged beside it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.model.scripted import KEY, Asked, Reply, endpoint, judged, pair, reading, well
from verifier import Report, check
from verifier.model.settings import ModelSettings
from verifier.settings import Settings

STORY = """Mill to close in June

LUND, March 4, 2021 (Reuters) — The mill will close at the end of May, owner Karin Holm said on Thursday.

Of its 40 workers 12 will leave in spring and 30 in autumn. “We have looked at every way out,” Holm said.

Holm said that the family had tried everything. The mill was founded by Holm's father in 1950.

Holm, who founded the mill, did not say who will buy it. The town's engineer Olga Lind said the dam is sound. The dam
broke on Monday.
"""


def read(script: Callable[[Asked], Reply], text: str = STORY, **other: Any) -> tuple[Report, list[Asked]]:
    with endpoint(script) as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, concurrency=1, **other))
    return report, [asked for asked in at.asked if "look" in asked.tasks]


def saying(*pairs: dict[str, Any], turned: tuple[dict[str, Any], ...] | None = None) -> Callable[[Asked], Reply]:
    """A model that sees these pairs, and others where the article's parts come in another order."""

    def script(asked: Asked) -> Reply:
        if "look" not in asked.tasks:
            return well(asked)
        again = turned is not None and asked.lines[0][0] != 1
        return reading(pairs=[*(turned or ())] if again else [*pairs], judged=judged(asked))

    return script


HEADLINE = pair((1, "close in June"), (2, "close at the end of May"), kind="headline", why="June is not May.")
FOUNDER = pair((6, "founded by Holm's father"), (7, "Holm, who founded the mill"), why="Two founders.")
DAM = pair((8, "the dam is sound"), (9, "The dam broke"), sure="likely")


def found(report: Report, code: str = "X001") -> list[tuple[str, str, str, str | None]]:
    return [(f.severity, f.spans[0].text, f.related[0].span.text, f.kind) for f in report.findings if f.code == code]


def test_a_pair_is_a_finding_with_both_places_its_kind_and_why() -> None:
    report, (asked,) = read(saying(HEADLINE))
    (one,) = [f for f in report.findings if f.code == "X001"]
    assert (one.severity, one.origin, one.kind) == ("error", "model", "headline")
    assert [one.spans[0].text, one.related[0].span.text] == ["close in June", "close at the end of May"]
    for span in (one.spans[0], one.related[0].span):
        assert STORY[span.start : span.end] == span.text
    assert one.explanation == "June is not May."
    assert asked.lines[0] == (1, "(headline) Mill to close in June")


@pytest.mark.parametrize(("sure", "severity"), [("certain", "error"), ("likely", "warning"), ("possible", "info"),
                                                ("perhaps", "info")])  # fmt: skip
def test_how_sure_the_model_is_decides_the_severity(sure: str, severity: str) -> None:
    assert [one[0] for one in found(read(saying({**FOUNDER, "sure": sure}))[0])] == [severity]


def test_a_desk_can_make_it_lighter_and_nothing_makes_it_heavier() -> None:
    with endpoint(saying(FOUNDER, DAM)) as at:
        model = ModelSettings("m", at.url, KEY, backoff=0.0)
        report = check(STORY, Settings(severities={"X001": "warning"}), model=model)
    assert {severity for severity, *_ in found(report)} == {"warning"}


def test_two_places_of_one_sentence_are_a_pair() -> None:
    text = STORY.replace("12 will leave in spring and 30 in autumn", "every one stays and the last 12 leave in spring")
    one = pair((3, "every one stays"), (3, "the last 12 leave"), why="Who stays does not leave.")
    report, _ = read(saying(one), text)
    assert found(report) == [("error", "every one stays", "the last 12 leave", "statement")]
    assert report.run.dropped == ()


@pytest.mark.parametrize(
    "words",
    [
        '"We have looked at every way out"',
        "we have looked at every way out",
        "We have looked … way out",
        "“We have ... out,”",
    ],
)
def test_marks_case_and_a_left_out_middle_are_forgiven(words: str) -> None:
    report, _ = read(saying(pair((4, words), (5, "had tried everything"))))
    assert next(first for _, first, *_ in found(report)).strip("“,”") == "We have looked at every way out"


@pytest.mark.parametrize("wrong", ["founded by Holm's mother", "the mill burned", "", "1951"])
def test_words_that_the_article_does_not_have_drop_the_pair(wrong: str) -> None:
    report, _ = read(saying({**FOUNDER, "words": wrong}, DAM))
    assert [kind for *_, kind in found(report)] == ["statement"]
    assert [d.why for d in report.run.dropped] == ["not the article's words"]


@pytest.mark.parametrize("number", [0, -3, 2, 4000])
def test_a_wrong_number_is_forgiven_where_the_words_stand_once(number: int) -> None:
    report, _ = read(saying({**FOUNDER, "sentence": number}))
    assert [first for _, first, *_ in found(report)] == ["founded by Holm's father"]


def test_one_word_that_stands_elsewhere_is_no_place() -> None:
    report, _ = read(saying({**FOUNDER, "sentence": 2, "words": "1950"}))
    assert found(report) == []


def test_a_place_against_itself_is_no_pair_and_the_same_pair_counts_once() -> None:
    back = pair((7, "Holm, who founded the mill"), (6, "founded by Holm's father"))
    report, _ = read(saying(pair((6, "founded by Holm's father"), (6, "Holm's father")), FOUNDER, back))
    assert len(found(report)) == 1
    assert [d.why for d in report.run.dropped] == ["both are one place"]


def test_one_place_against_many_is_a_list_and_no_look() -> None:
    many = [pair((1, "Mill"), (n, w)) for n, w in ((2, "May"), (3, "40"), (6, "1950"), (8, "sound"))]
    report, _ = read(saying(*many, FOUNDER))
    assert len(found(report)) == 1
    assert any("a list, not a look" in d.why for d in report.run.dropped)


@pytest.mark.parametrize("why", ["The Pope confirmed it.", "It cost 3 dollars.", "Only Gomez knew."])
def test_a_reason_with_facts_of_its_own_is_dropped_and_the_pair_stays(why: str) -> None:
    report, _ = read(saying({**FOUNDER, "why": why}))
    (one,) = [f for f in report.findings if f.code == "X001"]
    assert one.explanation == ""
    assert [(d.what, d.why) for d in report.run.dropped] == [
        (f"the reason: {why}", "it has facts of its own; what it is a reason for stays")
    ]


def test_a_paraphrase_that_goes_further_than_its_quotation_is_a_finding_of_its_own_rule() -> None:
    one = pair((4, "We have looked at every way out"), (5, "had tried everything"), kind="paraphrase", sure="certain")
    report, _ = read(saying(one))
    assert found(report, "X002") == [
        ("warning", "had tried everything", "We have looked at every way out", "paraphrase")
    ]
    assert found(report) == []


def test_what_no_quotation_mark_is_part_of_is_no_paraphrase_of_a_quotation() -> None:
    report, _ = read(saying({**FOUNDER, "kind": "paraphrase"}))
    assert (len(found(report, "X002")), len(found(report))) == (0, 1)


@pytest.mark.parametrize(("code", "left"), [("X001", 0), ("X002", 1), ("X", 0)])
def test_a_rule_that_does_not_run_reports_nothing(code: str, left: int) -> None:
    with endpoint(saying(FOUNDER)) as at:
        report = check(STORY, Settings(ignore=(code,)), model=ModelSettings("m", at.url, KEY, backoff=0.0))
    assert len(found(report)) == left


def test_asked_twice_the_parts_come_in_another_order_and_only_what_comes_back_counts() -> None:
    again = pair((7, "who founded the mill"), (6, "founded by Holm's father in 1950"), sure="possible")
    report, (first, second) = read(saying(HEADLINE, FOUNDER, turned=(again,)), twice=True)
    assert [n for n, _ in first.lines] == sorted(n for n, _ in first.lines)
    assert [n for n, _ in second.lines] != [n for n, _ in first.lines]
    assert sorted(second.lines) == first.lines
    assert found(report) == [("info", "founded by Holm's father", "Holm, who founded the mill", "statement")]


def test_asked_twice_and_in_two_only_what_comes_back_counts() -> None:
    """The one answer about a short article is cut off; the look that is asked for itself is held against the other."""
    steady = saying(FOUNDER, DAM, turned=(DAM,))

    def script(asked: Asked) -> Reply:
        return Reply('{"pairs": [', finish="length") if asked.form == "Reading" else steady(asked)

    report, asked = read(script, twice=True)
    assert report.run.complete
    assert [look.form for look in asked if look.form != "Reading"] == ["Look", "Look"]
    assert [first for _, first, *_ in found(report)] == ["the dam is sound"]


def test_asked_twice_an_answer_that_is_missing_confirms_nothing() -> None:
    steady = saying(FOUNDER)

    def script(asked: Asked) -> Reply:
        return Reply(status=400) if "look" in asked.tasks and asked.lines[0][0] != 1 else steady(asked)

    report, _ = read(script, twice=True)
    assert found(report) == []
    assert not report.run.complete


BRIDGE = """Bridge to open

The bridge over the Elm will open on May 3, 2021, engineer Ana Ruiz said.

The town paid 12 million dollars for it, and the bridge will open on June 8, 2021.

“We are glad,” said mayor Olga Lind.
"""


def test_the_rules_pairs_are_judged_under_neutral_numbers_with_what_is_certain() -> None:
    report, (asked,) = read(well, BRIDGE)
    (line,) = [line for _, line in asked.candidates if "June 8" in line and "May 3" in line]
    assert line.startswith("[3] “June 8, 2021” / [2] “May 3, 2021”")
    assert [number for number, _ in asked.candidates] == list(range(1, len(asked.candidates) + 1))
    assert "36 days apart" in line
    assert "D002" not in asked.user
    assert {f.verdict.answer for f in report.findings if f.verdict} == {"unclear"}


@pytest.mark.parametrize(("answer", "severity"), [("contradiction", "warning"), ("compatible", "info"),
                                                  ("unclear", "warning")])  # fmt: skip
def test_a_verdict_stands_beside_a_finding_and_may_lower_it_a_step(answer: str, severity: str) -> None:
    def script(asked: Asked) -> Reply:
        return reading(judged=judged(asked, answer, "One bridge.")) if "look" in asked.tasks else well(asked)

    report, _ = read(script, BRIDGE)
    (one,) = [f for f in report.findings if f.code == "D002"]
    assert one.verdict is not None
    assert (one.severity, one.verdict.answer, one.verdict.explanation) == (severity, answer, "One bridge.")


def test_a_pair_that_a_rule_has_too_is_told_once_with_the_verdict() -> None:
    one = pair((2, "open on May 3, 2021"), (3, "June 8, 2021"), kind="date", why="One bridge opens once.")
    report, _ = read(saying(one), BRIDGE)
    assert found(report) == []
    (rules,) = [f for f in report.findings if f.code == "D002"]
    assert rules.verdict is not None
    assert (rules.verdict.answer, rules.verdict.explanation) == ("contradiction", "One bridge opens once.")


def test_a_verdict_that_is_left_out_is_told_and_changes_nothing() -> None:
    def script(asked: Asked) -> Reply:
        return reading() if "look" in asked.tasks else well(asked)

    report, _ = read(script, BRIDGE)
    (one,) = [f for f in report.findings if f.code == "D002"]
    assert (one.severity, one.verdict) == ("warning", None)
    assert {"the answer leaves it out"} == {d.why for d in report.run.dropped}

"""What an edit did to an article is told in words, and nothing that was edited goes untold."""

from collections.abc import Sequence

import pytest

from verifier import Report, check
from verifier.diff import Change, Difference, compare
from verifier.report.models import Suppression

STORY = """Ferry line to close for repairs

May 3, 2021

The Brent Island ferry will close on June 1, 2021, harbour chief Ana Ruiz said on Monday.

"We will not run a single boat until the pier is safe," Ruiz told reporters.

The operator, Northline, carries 1.2 million passengers a year. The fare will rise by 10 percent in July.

Mayor Per Holm called the plan "a blow to the island", the Brent Post reported.

Who will pay for it?
"""


def edited(*changes: tuple[str, str], story: str = STORY) -> Difference:
    new = story
    for old_words, new_words in changes:
        assert old_words in new
        new = new.replace(old_words, new_words)
    return compare(check(story), check(new))


def words(changes: Sequence[Change]) -> list[str]:
    return [sentence for change in changes for sentence in change.words]


def test_the_same_article_twice_differs_in_nothing() -> None:
    same = edited()
    assert same.empty
    assert (same.same.quotes, same.same.claims) == (2, len(check(STORY).claims))
    assert not same.fails("info")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("June 1, 2021", "June 2, 2021", "June 1, 2021 became June 2, 2021"),
        ("10 percent", "25 percent", "10 percent became 25 percent"),
        ("1.2 million passengers", "1.2 billion passengers", "1.2 million became 1.2 billion"),
        ("will rise by", "will fall by", "“rise” became “fall”"),
        ("will rise", "will not rise", "“not” was added"),
        (" in July", "", "“in July” was dropped"),
        (
            "harbour chief Ana Ruiz",
            "engineer Kim Lund",
            "the speaker of claim 1 changed from harbour chief Ana",
        ),
    ],
)
def test_an_edit_of_a_claim_is_told(before: str, after: str, told: str) -> None:
    difference = edited((before, after))
    assert any(told in sentence for sentence in words(difference.claims)), difference.claims
    assert [c.change for c in difference.claims if told in " ".join(c.words)] == ["changed"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (" Ruiz told reporters.", "", "the attribution of quote 1 was dropped (it was harbour chief Ana Ruiz)"),
        (
            "Ruiz told reporters",
            "Mayor Per Holm told reporters",
            "the speaker of quote 1 changed from harbour",
        ),
        ("called the plan", "dismissed the plan as", "the cue of quote 2 changed from “called” to “dismissed”"),
        (", the Brent Post reported", "", "the outlet of quote 2 was dropped (it was Brent Post)"),
        ("a single boat", "a single ferry", "inside the marks of quote 1, “boat” became “ferry”"),
    ],
)
def test_an_edit_of_a_quote_is_told(before: str, after: str, told: str) -> None:
    assert any(told in sentence for sentence in words(edited((before, after)).quotes))


def test_words_that_stayed_are_not_told_where_a_claim_that_held_them_is_gone() -> None:
    story = STORY.replace("until the pier is safe", "for 14 days")
    assert words(edited((" Ruiz told reporters.", ""), story=story).quotes) == [
        "the attribution of quote 1 was dropped (it was harbour chief Ana Ruiz)"
    ]


def test_an_attribution_that_was_written_is_told() -> None:
    bare = STORY.replace(" Ruiz told reporters.", "")
    difference = compare(check(bare), check(STORY))
    assert words(difference.quotes) == ["quote 1 is attributed now, to harbour chief Ana Ruiz"]
    assert [(c.change, c.old.code) for c in difference.findings if c.old] == [("gone", "Q001")]


def test_a_dropped_attribution_is_a_new_finding_and_fails() -> None:
    difference = edited((" Ruiz told reporters.", ""))
    assert [(c.change, c.new.code) for c in difference.findings if c.new] == [("new", "Q001")]
    assert difference.fails("error")
    assert not difference.fails("never")
    gone = [change for change in difference.claims if change.change == "gone"]
    assert [change.words for change in gone] == [("went with the attribution of quote 1",)]


def test_an_edit_is_told_once_though_a_claim_and_its_quote_show_it() -> None:
    difference = edited(("a single boat", "a single ferry"))
    assert sum("“boat” became “ferry”" in s for s in words(difference.quotes) + words(difference.claims)) == 1


def test_a_finding_whose_sentence_was_edited_is_not_new() -> None:
    story = STORY + "\nThe pier opens again on February 30, 2021.\n"
    difference = edited(("The pier opens", "The old pier opens"), story=story)
    assert difference.findings == ()
    difference = edited(("February 30", "February 31"), story=story)
    assert [(c.change, c.words) for c in difference.findings] == [
        ("changed", ("still there after an edit: February 30, 2021 became February 31, 2021",))
    ]
    assert not difference.fails("info")


def test_a_second_finding_of_the_same_kind_is_new() -> None:
    story = STORY + "\nThe pier opens again on February 30, 2021.\n"
    difference = edited(("Who will pay for it?", "The council votes on June 31, 2021."), story=story)
    assert [(c.change, c.new.spans[0].text) for c in difference.findings if c.new] == [("new", "June 31, 2021")]


def test_a_finding_that_became_an_error_fails() -> None:
    old = check(STORY + "\nThe pier opens again on February 30, 2021.\n")
    milder = old.model_copy(update={"findings": tuple(f.model_copy(update={"severity": "info"}) for f in old.findings)})
    difference = compare(milder, old)
    assert words(difference.findings) == ["was info and is error now"]
    assert (difference.fails("error"), compare(old, milder).fails("info")) == (True, False)


def test_a_suppressed_finding_does_not_count_and_one_that_lost_it_does() -> None:
    old = check(STORY + "\nThe pier opens again on February 30, 2021.\n")
    reason = Suppression(reason="a joke of the town's own calendar", by="comment")
    quiet = old.model_copy(
        update={"findings": tuple(f.model_copy(update={"suppression": reason}) for f in old.findings)}
    )
    assert not compare(check(STORY), quiet).fails("info")
    again = compare(quiet, old)
    assert set(words(again.findings)) == {"is no longer suppressed"}
    assert (again.fails("error"), compare(old, quiet).fails("error")) == (True, False)


def test_edits_that_no_claim_and_no_quote_shows_are_told() -> None:
    difference = edited(("Who will pay for it?", "Who will pay for that?"), ("said on Monday", "said on Tuesday"))
    assert words(difference.passages) == ["“Monday” became “Tuesday”", "“it” became “that”"]
    assert (difference.claims, difference.quotes, difference.findings) == ((), (), ())


def test_a_new_headline_and_a_new_date_are_told_once() -> None:
    difference = edited(("Ferry line to close for repairs", "Ferry to close"), ("May 3, 2021", "May 4, 2021"))
    assert difference.article == (
        "the headline changed from “Ferry line to close for repairs” to “Ferry to close”",
        "the article's date was 2021-05-03 and is 2021-05-04 now",
    )
    assert not any("Ferry" in str(c.now.text) for c in difference.passages)


def test_what_is_moved_is_the_same() -> None:
    moved = STORY.replace("The operator, Northline, carries 1.2 million passengers a year. ", "").replace(
        "Who will pay", "The operator, Northline, carries 1.2 million passengers a year.\n\nWho will pay"
    )
    difference = compare(check(STORY), check(moved))
    assert (difference.claims, difference.passages) == ((), ())


def test_places_are_lines_and_columns_of_either_side() -> None:
    difference = edited(("Ferry line", "\nFerry line"), ("10 percent", "25 percent"))
    assert [(c.old_place, c.new_place) for c in difference.claims] == [((9, 65), (10, 65))]


def test_reports_made_otherwise_are_noted() -> None:
    report = check(STORY)

    def made(**how: object) -> Report:
        return report.model_copy(update={"run": report.run.model_copy(update=how)})

    assert compare(report, report).notes == ()
    one = made(model="a", prompts={"claims": "1", "verdict": "1"}, complete=False, missing=("x",))
    assert compare(one, made(model="b", prompts={"claims": "2", "verdict": "1"})).notes == (
        "the old report is not complete: 1 answers of the model are missing",
        "the old report was made with the model a, the new one with the model b",
        "the prompts differ: claims",
    )

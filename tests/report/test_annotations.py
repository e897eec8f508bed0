"""Web annotations: the shape of the W3C's model, and selectors that lead back to the words."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report import samples, trouble
from tests.report.test_text import conflict, written
from verifier.report.annotations import surroundings
from verifier.report.models import Report, Span


def page(*reports: Report) -> Any:
    made = json.loads(written(*reports, name="annotations"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationPage"
    for item in made["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in {"assessing", "describing"}
        assert all(b["type"] == "TextualBody" for b in item["body"])
        assert item["target"]
    ids = [item["id"] for item in made["items"]]
    assert len(set(ids)) == len(ids)
    return made


def resolve(text: str, target: Any) -> tuple[str, str]:
    """The words that each of the two selectors leads to."""
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.count(whole) == 1
    start = text.index(whole) + len(quote["prefix"])
    assert start == position["start"]
    return text[start : start + len(quote["exact"])], text[position["start"] : position["end"]]


def test_both_selectors_lead_to_the_words_in_code_points() -> None:
    [item] = page(trouble.crossing())["items"]
    assert [resolve(trouble.LINES, t) for t in item["target"]] == [
        ("leaves at nine,\r\nthe harbour",) * 2,
        ("ten",) * 2,
    ]
    assert item["target"][0]["source"] == "desk/story.txt"


def test_a_finding_says_what_it_is_and_is_tagged() -> None:
    [item] = page(conflict())["items"]
    assert item["body"][0]["value"] == "March 1 and March 2.\nAsk the desk which one holds."
    assert [b["value"] for b in item["body"][1:]] == ["D002", "conflicting-dates", "warning"]


def test_a_claim_is_described_by_who_makes_it() -> None:
    text = "The gate shut, Ms Ode told the Norhaven Post.\n"
    claim = samples.claim(
        1,
        samples.span(text, "The gate shut"),
        samples.speaker(samples.span(text, "Ms Ode")),
        cue=samples.span(text, "told"),
    )
    own = samples.claim(2, samples.span(text, "The gate"), None, "reported")
    [item] = page(samples.report(text, claims=[claim, own]))["items"]
    assert item["body"][0]["value"] == "Ms Ode (told)"
    assert resolve(text, item["target"][0]) == ("The gate shut", "The gate shut")


def test_hostile_words_come_back_as_they_are() -> None:
    report = trouble.hostile()
    for item in page(report)["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            assert report.article.text[position["start"] : position["end"]] == quote["exact"]


@settings(max_examples=60)
@given(st.text(alphabet="ab \n😀", min_size=1, max_size=80), st.data())
def test_surroundings_are_verbatim_and_tell_the_place_wherever_anything_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, after = surroundings(text, Span(start=start, end=end, text=text[start:end]))
    whole = before + text[start:end] + after
    assert text[start - len(before) : end + len(after)] == whole
    assert text.find(whole) == start - len(before)
    assert text.find(whole, start - len(before) + 1) < 0


def test_suppressed_findings_are_tagged() -> None:
    tags = [[b["value"] for b in i["body"][4:]] for i in page(trouble.several())["items"]]
    assert tags == [["new"], ["suppressed"], ["unchanged"]]


def test_an_unfinished_run_is_an_annotation_of_the_whole() -> None:
    [item] = page(trouble.unfinished())["items"]
    assert item["target"] == ["desk/story.txt"]
    assert "no answer" in item["body"][0]["value"]


def test_articles_without_annotations_leave_a_page_that_can_be_read() -> None:
    quiet = samples.report("Nothing here.\n", "quiet.txt")
    assert page(quiet, quiet)["items"] == []

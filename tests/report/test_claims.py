"""Who says what, on a terminal."""

from verifier import check
from verifier.report import FORMATS, Look

STORY = """Pier to close

The pier closes on May 3, Ana Ruiz said on Monday. The Post reported that Ruiz was ill.

Ruiz also said the pier was old. "That is a lot of people."

The pier was built in 1910.
"""


def blocks() -> dict[str, str]:
    page = FORMATS["claims"].open(1, Look(width=90)).whole([check(STORY)])
    return {b.strip().splitlines()[0]: " ".join(b.split()) for b in page.split("\n\n") if b.strip()}


def test_each_speaker_stands_once_with_all_that_is_credited_to_him() -> None:
    found = blocks()
    assert "closes on May 3" in found["Ana Ruiz"]
    assert "pier was old" in found["Ana Ruiz"]
    assert "Ruiz was ill" in found["The Post"]
    assert "built in 1910" in found["the writer"]
    assert "a lot of people" not in found["the writer"]


def test_every_claim_has_its_place_and_what_kind_it_is() -> None:
    assert "3:1 The pier closes on May 3 [indirect]" in blocks()["Ana Ruiz"]
    assert "7:1 The pier was built in 1910." in blocks()["the writer"]


def test_an_article_s_control_characters_do_not_reach_the_terminal() -> None:
    page = FORMATS["claims"].open(1, Look()).whole([check(STORY.replace("old", "old\x1b[2J"))])
    assert "\x1b" not in page

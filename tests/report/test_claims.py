"""Who says what, on a terminal."""

from verifier import check
from verifier.report import FORMATS, Look

STORY = """Pier to close

The pier closes on May 3, Ana Ruiz said on Monday. The Post reported that Ruiz was ill.

Ruiz also said the pier was old. "That is a lot of people."

The pier was built in 1910.
"""


def page(**look: object) -> str:
    return FORMATS["claims"].open(1, Look(**{"width": 90, **look})).whole([check(STORY)])  # type: ignore[arg-type]


def blocks() -> dict[str, str]:
    """The rows of each speaker, whole."""
    found: dict[str, list[str]] = {}
    for line in page(verbose=True).splitlines()[2:-2]:
        if not line.startswith("    "):
            found[line.strip()] = []
        else:
            found[list(found)[-1]].append(line)
    return {who: " ".join(" ".join(rows).split()) for who, rows in found.items()}


def test_a_claim_takes_one_line_and_a_speaker_stands_in_the_first_of_his() -> None:
    rows = page(width=100).splitlines()[2:-2]
    assert [row[2:26].strip() for row in rows if "pier" in row] == ["Ana Ruiz", "", "the writer"]
    assert all(len(row) <= 102 for row in rows)


def test_a_claim_too_long_for_its_line_is_cut() -> None:
    long = STORY.replace("was built in 1910", "was built " + "of oak and iron " * 20 + "in 1910")
    told = FORMATS["claims"].open(1, Look(width=80)).whole([check(long)])
    (row,) = [line for line in told.splitlines() if "of oak" in line]
    assert row.endswith("…")
    assert len(row) <= 82


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
    told = FORMATS["claims"].open(1, Look()).whole([check(STORY.replace("old", "old\x1b[2J"))])
    assert "\x1b" not in told

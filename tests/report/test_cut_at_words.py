"""No excerpt is cut within a word, and none within a letter; a word that is too long is cut between its letters."""

import unicodedata

import pytest

from verifier import Report, Settings, check, source
from verifier._shortening import after, before, short
from verifier.report._excerpt import Mark, excerpt

STORY = "Council\n\n“{}” said the town’s leader, Ada Moss.\n"


def beside(text: str, quoted: str) -> tuple[str, str]:
    report: Report = check(STORY.format(f"{quoted},"), Settings(select=("V",)), sources=[source(text, "talk")])
    (found,) = [e for e in report.evidence if e.fact == "quotation"]
    assert found.status == "confirmed"
    return found.before, found.after


def test_the_first_word_of_a_source_is_whole() -> None:
    quoted = "cannot pay for everything on its own"
    assert beside(f"Town council {quoted} and says so.", quoted) == ("Town council ", " and says so.")


@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0", "\t"])
def test_words_around_a_passage_are_whole_whatever_parts_them(blank: str) -> None:
    words = "everybody remembered the neighbouring municipalities perfectly well afterwards".split()
    quoted = "cannot pay for everything on its own"
    lead, follows = beside(f"{blank.join(words)} {quoted} {blank.join(words)}", quoted)
    assert set(lead.split()) <= set(words)
    assert set(follows.split()) <= set(words)
    assert lead
    assert follows


def test_what_follows_a_turn_is_not_shown_behind_its_words() -> None:
    talk = "MODERATOR: Well?\nADA MOSS: It cannot pay for everything on its own.\nMODERATOR: Why?\nADA MOSS: So.\n"
    assert beside(talk, "It cannot pay for everything on its own") == ("", ".")


LONG = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"
ACCENTED = unicodedata.normalize("NFD", "é") * 40


def test_a_word_alone_is_cut_between_letters() -> None:
    assert short(LONG, 20) == f"{LONG[:20]} …"
    for most in range(10, 20):
        for part in (short(ACCENTED, most)[:-2], after(ACCENTED, 0, most), before(ACCENTED, len(ACCENTED), most)):
            assert unicodedata.normalize("NFC", part) == "é" * (len(part) // 2)


@pytest.mark.parametrize("room", range(30, 60))
def test_a_line_of_the_terminal_is_cut_at_words_however_long_they_are(room: int) -> None:
    text = f"{LONG} {LONG} was 14 when {LONG} came and {LONG} went"
    start = text.index("14")
    line, _ = excerpt(text, (0, len(text)), [Mark(start, start + 2, "^")], room)
    assert set(line.strip("…").split()) <= set(text.split())
    assert "14" in line

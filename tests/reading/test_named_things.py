"""Names in quotation marks: titles, slogans and nicknames are nobody's words."""

import pytest

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def read(text: str) -> list[tuple[str, str, str | None]]:
    """Each quotation with its kind and who speaks it."""
    found = analyse(from_text(f"Harbour\n\nIt rained on Monday.\n\n{text}\n"), Settings())
    by = {i: a.source.name for a in found.attributions if a.source is not None for i in a.quotations}
    return [(q.span.of(found.article.text), q.kind, by.get(q.index)) for q in found.quotations]


@pytest.mark.parametrize(
    "text",
    [
        "Holt said on Monday night on Kanal's “Quay Talk.”",
        "The Harbour Party opposed it under the slogan “Axe the toll.”",
        "Ann Lee condemned the slogan “Axe the toll” as silly.",
        "Ann Lee wrote the foreword to “Boats,” a book about ferries.",
        "Ann Lee wrote the song “Harbour Lights” in 1980.",
        "Ann Lee said the “Harbour Gang” had lost.",
        "Both oppose a formula called the “chained index” that would lower pensions.",
        "Boat firms own the boats in Ayr and the so-called ‘long pier’ has been its heart.",
        "Ann Lee mentioned it in her talk with “The Pier,” a weekly.",
    ],
)
def test_a_name_in_marks_is_nobodys_words(text: str) -> None:
    [(_, kind, speaker)] = read(text)
    assert (kind, speaker) == ("scare", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee called him “Crooked Holt” on Monday.", "Ann Lee"),
        ("Ann Lee dismissed the report as “Fake News.”", "Ann Lee"),
        ("Ann Lee said it was “True Love.”", "Ann Lee"),
        ("“Technicals,” Ann Lee said.", "Ann Lee"),
        ("Ann Lee asked the crowd “If they cannot pay, who can?”", "Ann Lee"),
        ("What Ann Lee called the “boat toll” was dropped.", "Ann Lee"),
        ("Fishers marched past the town hall, chanting “Boats or nothing, no toll.”", "Fishers"),
        ("Ann Lee condemned a race “to the bottom” on Monday.", "Ann Lee"),
    ],
)
def test_what_only_looks_like_a_name_keeps_its_speaker(text: str, speaker: str) -> None:
    [(_, _, credited)] = read(text)
    assert credited == speaker


def test_what_is_said_in_a_talk_with_a_paper_begins_behind_its_name() -> None:
    text = "Harbour\n\nIt rained.\n\nAnn Lee said in an interview with “The Pier” that the toll was late.\n"
    found = analyse(from_text(text), Settings())
    [one] = found.attributions
    assert [place.of(text) for place in one.content] == ["that the toll was late"]

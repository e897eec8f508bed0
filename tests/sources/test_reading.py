"""Every form that a source comes in gives its words, its turns and its times; what is no source says so in a line."""

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from verifier import InputError, source
from verifier.sources import Card, Source, Wanted, gather
from verifier.sources._reading import from_bytes

SRT = """1
00:00:01,000 --> 00:00:03,500
>> MAYOR HOLM: We will build

2
00:00:03,500 --> 00:00:06,000
the bridge by spring.

3
00:00:07,000 --> 00:00:09,000
>> REPORTER: And who pays?
"""
ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000
we will build the

00:00:03.000 --> 00:00:03.010
we will build the

00:00:03.010 --> 00:00:05.000
we will build the
bridge<00:00:04.000><c> by spring</c>

00:00:05.000 --> 00:00:07.000
bridge by spring
and then we rest
"""


def read(data: str, name: str) -> Source:
    return from_bytes(data.encode(), name, "one", Card())


def said(one: Source) -> list[tuple[str | None, str]]:
    return [(t.label, " ".join(one.text[t.span.start : t.span.end].split())) for t in one.turns]


def test_subtitles_have_turns_over_their_breaks_and_times() -> None:
    one = read(SRT, "talk.srt")
    assert said(one) == [("MAYOR HOLM", "We will build the bridge by spring."), ("REPORTER", "And who pays?")]
    assert one.time_at(one.text.index("spring")) == 3.5
    assert one.kind == "transcript"


def test_a_line_that_rolling_captions_repeat_is_read_once() -> None:
    one = read(ROLLING, "talk.vtt")
    assert " ".join(one.text.split()) == "we will build the bridge by spring and then we rest"


def test_a_voice_in_a_caption_is_a_speaker() -> None:
    one = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ines Varga>Yes.\n\n00:02.000 --> 00:03.000\n<v Tom>No.\n", "t.vtt"
    )
    assert said(one) == [("Ines Varga", "Yes."), ("Tom", "No.")]


@pytest.mark.parametrize(
    "data",
    [
        {"segments": [{"start": 0.0, "end": 2.0, "text": " We build."}, {"start": 2.0, "text": " We pay."}]},
        [{"start": 0, "text": "We build."}, {"start": 2.0, "text": "We pay."}],
        {"chunks": [{"timestamp": [0.0, 2.0], "text": " We build."}, {"timestamp": [2.0, 4.0], "text": " We pay."}]},
        {"transcription": [
            {"offsets": {"from": 0, "to": 2000}, "text": " We build."},
            {"offsets": {"from": 2000, "to": 4000}, "text": " We pay."},
        ]},
    ],
)  # fmt: skip
def test_the_json_of_machine_transcripts(data: object) -> None:
    one = read(json.dumps(data), "talk.json")
    assert one.text == "We build. We pay."
    assert (one.machine, one.time_at(one.text.index("pay"))) == (True, 2.0)


def test_a_transcript_in_plain_text_has_turns_and_nobody_says_its_labels() -> None:
    one = source(
        "Q: Who pays?\n\nMR. BAKSHI: [laughter] We do. (Applause.)\n\n[00:01:10] Q: When?\n\nBAKSHI: In 2027.\n", "talk"
    )
    assert [label for label, _ in said(one)] == ["Q", "MR. BAKSHI", "Q", "BAKSHI"]
    hidden = " ".join(one.text[h.start : h.end] for h in one.hidden)
    assert "laughter" in hidden
    assert "Applause" in hidden
    assert one.time_at(one.text.index("2027")) == 70.0


@pytest.mark.parametrize(
    "text", ["Note: the office is closed.\n\nPhone: 555\n\nIt rained.", "The plan: build.\n\nIt rained."]
)
def test_words_before_a_colon_make_no_transcript(text: str) -> None:
    assert source(text, "release").turns == ()


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.srt", "no captions here", "no captions in it"),
        ("a.json", "{", "no JSON"),
        ("a.json", '{"schema_version": "1.1"}', "no transcript in this JSON"),
        ("a.txt", "...", "no words in it"),
    ],
)
def test_what_is_no_source_says_so(name: str, data: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read(data, name)


def test_what_cannot_be_read_is_told_and_the_rest_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words of a release.\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    library = gather(Wanted((tmp_path / "none.txt",), (tmp_path,)))
    assert [shelf.source.id for shelf in library.shelves] == ["a"]
    assert len(library.problems) == 2
    assert {one.id for one in library.unread} == {"b", "none"}


def test_two_sources_with_one_id_are_both_kept_and_told_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talk.txt").write_text(f"Words of {folder}.\n", encoding="utf-8")
    library = gather(Wanted(folders=(tmp_path,)))
    assert [shelf.source.id for shelf in library.shelves] == ["talk", "talk-2"]
    assert "another source has the id" in library.problems[0]


@pytest.mark.parametrize(
    ("card", "problem"),
    [
        ('[[source]]\nfile = "a.txt"\nkind = "novel"\n', "kind 'novel' is not possible"),
        ('[[source]]\nfile = "a.txt"\nkomplete = true\n', "did you mean complete"),
        ('[[source]]\nid = "a"\n', "file is missing"),
        ('[[source]]\nfile = "a.txt"\nid = "x"\n[[source]]\nfile = "b.txt"\nid = "x"\n', "two sources have the id"),
        ("[[source", "is no TOML"),
    ],
)
def test_a_card_that_is_wrong_is_told_and_its_file_read_all_the_same(tmp_path: Path, card: str, problem: str) -> None:
    (tmp_path / "a.txt").write_text("Words of a release.\n", encoding="utf-8")
    (tmp_path / "sources.toml").write_text(card, encoding="utf-8")
    library = gather(Wanted(folders=(tmp_path,)))
    assert [shelf.source.id for shelf in library.shelves] == ["a"]
    assert any(problem in line for line in library.problems)


def test_a_card_says_what_the_file_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words of a release.\n", encoding="utf-8")
    (tmp_path / "sources.toml").write_text(
        '[[source]]\nfile = "a.txt"\nid = "release"\nkind = "statement"\ndate = 2026-03-12\ncomplete = true\n',
        encoding="utf-8",
    )
    (shelf,) = gather(Wanted((tmp_path / "sources.toml",))).shelves
    assert (shelf.source.id, shelf.source.kind, shelf.source.card.complete) == ("release", "statement", True)


def test_an_index_that_was_kept_gives_the_same_and_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(10):
        (texts / f"{number}.txt").write_text(
            f"Q: Why, {number}?\n\nHOLM: Because, um, of {number} rivers.\n\nQ: So?\n", encoding="utf-8"
        )
    wanted = Wanted(folders=(texts,), keep_in=tmp_path / "cache")
    first = [(s.source.turns, s.searchable.folded, list(s.searchable.index.table)) for s in gather(wanted).shelves]
    kept = gather(wanted).shelves
    assert all(shelf.kept is not None for shelf in kept)
    assert [(s.source.turns, s.searchable.folded, list(s.searchable.index.table)) for s in kept] == first
    (tmp_path / "cache" / "sources.sqlite").write_bytes(b"not a database at all" * 100)
    again = gather(wanted).shelves
    assert [(s.source.turns, s.searchable.folded, list(s.searchable.index.table)) for s in again] == first


def ten(tmp_path: Path) -> Wanted:
    (tmp_path / "texts").mkdir()
    for number in range(10):
        (tmp_path / "texts" / f"{number}.txt").write_text(f"HOLM: The river has {number} arms.\n", encoding="utf-8")
    return Wanted(folders=(tmp_path / "texts",), keep_in=tmp_path / "cache")


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    gather(ten(tmp_path))
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "cache" / "sources.sqlite").stat().st_mode) == 0o600


def test_a_store_that_another_holds_is_left_alone(tmp_path: Path) -> None:
    wanted = ten(tmp_path)
    gather(wanted)
    holder = sqlite3.connect(tmp_path / "cache" / "sources.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert len(gather(wanted).shelves) == 10
    holder.execute("ROLLBACK")
    holder.close()
    assert all(shelf.kept is not None for shelf in gather(wanted).shelves)


def test_a_database_with_anything_else_in_it_is_made_anew(tmp_path: Path) -> None:
    wanted = ten(tmp_path)
    gather(wanted)
    strange = sqlite3.connect(tmp_path / "cache" / "sources.sqlite")
    strange.execute("CREATE TRIGGER evil AFTER INSERT ON kept BEGIN DELETE FROM kept; END")
    strange.commit()
    strange.close()
    assert all(shelf.kept is None for shelf in gather(wanted).shelves)
    assert all(shelf.kept is not None for shelf in gather(wanted).shelves)


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_in_place_of_the_store_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("words of somebody else", encoding="utf-8")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "sources.sqlite").symlink_to(precious)
    assert len(gather(ten(tmp_path)).shelves) == 10
    assert precious.read_text(encoding="utf-8") == "words of somebody else"


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
@pytest.mark.parametrize("tie", [os.symlink, os.link], ids=["link", "second name"])
def test_another_program_s_database_gets_no_table_and_no_other_mode(
    tmp_path: Path, tie: Callable[[Path, Path], None]
) -> None:
    precious = tmp_path / "recipes.db"
    with closing(sqlite3.connect(precious)) as recipes:
        recipes.execute("CREATE TABLE recipes(name)")
        recipes.commit()
    precious.chmod(0o644)
    before = precious.read_bytes()
    (tmp_path / "cache").mkdir()
    tie(precious, tmp_path / "cache" / "sources.sqlite")
    assert len(gather(ten(tmp_path)).shelves) == 10
    assert (precious.read_bytes(), stat.S_IMODE(precious.stat().st_mode)) == (before, 0o644)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners of POSIX")
def test_nothing_is_kept_in_somebody_else_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted, mine = ten(tmp_path), os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert len(gather(wanted).shelves) == 10
    assert not (tmp_path / "cache" / "sources.sqlite").exists()


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:04.000 --> 00:09.000\n<v Ines Varga>We may close.\n",
        "1\n00:00:04,000 --> 00:00:09,000\n<v Ines Varga>We may close.\n",
        "\ufeffWEBVTT - council\n\n00:04.000 --> 00:09.000\n<v Ines Varga>We may close.\n",
    ],
)
def test_subtitles_that_are_pasted_are_read_as_the_file_is(text: str) -> None:
    made = source(text, "meeting")
    assert made.text == "Ines Varga: We may close."
    assert [turn.label for turn in made.turns] == ["Ines Varga"]
    assert [mark.value for mark in made.times] == [4.0]


def test_an_arrow_in_a_text_makes_no_subtitles_of_it() -> None:
    minutes = "Minutes\n\n00:04.000 --> 00:09.000 was cut.\nInes Varga: We may close."
    assert source(minutes, "minutes").text == minutes

"""Cards: what ``sources.toml`` says about the files beside it.

[[source]]
file = "interview.vtt"
id = "interview"
kind = "transcript"            # transcript, document, statement, wire, own story, secondary
speakers = ["Karin Holm"]
labels = { Q = "Ana Ruiz" }    # whom a label of the transcript stands for
date = 2026-03-02
language = "en"
complete = true                # it holds all that its speakers said there
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from verifier._exceptions import InputError
from verifier.sources._model import KINDS, Card

NAME = "sources.toml"
_KEYS = ("file", "id", "kind", "speakers", "labels", "date", "language", "complete")


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one file by the path they are about, as it is on this machine."""

    path: Path
    by_file: dict[Path, Card]


def read(path: Path) -> Cards:
    """The cards of a file.

    Raises:
        InputError: it cannot be read, is no TOML, or says what a card cannot; the message names the entry.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise InputError(str(path), f"cannot read it: {error.strerror or error}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(str(path), f"is no TOML: {error}") from None
    entries = data.pop("source", [])
    if data or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise InputError(str(path), "cards are written as [[source]], one each, and nothing else stands in this file")
    found: dict[Path, Card] = {}
    ids: dict[str, str] = {}
    for number, entry in enumerate(entries, 1):
        where = f"source {number}"
        card = _card(path, where, entry)
        name = str(entry["file"])
        if card.id is not None and card.id in ids:
            raise InputError(str(path), f"{where}: two sources have the id {card.id!r}: {ids[card.id]} and {name}")
        if card.id is not None:
            ids[card.id] = name
        found[_there(path.parent, name)] = card
    return Cards(path, found)


def _there(folder: Path, name: str) -> Path:
    return (folder / name).absolute()


def _card(path: Path, where: str, entry: dict[str, Any]) -> Card:
    for key in entry:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1, 0.6)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_KEYS)}"
            raise InputError(str(path), f"{where}: unknown key {key!r}; {hint}")
    if not isinstance(entry.get("file"), str) or not entry["file"].strip():
        raise InputError(str(path), f'{where}: file is missing: file = "interview.vtt"')
    kind = entry.get("kind")
    if kind is not None and kind not in KINDS:
        raise InputError(str(path), f"{where}: kind {kind!r} is not possible; there are {', '.join(KINDS)}")
    complete = _of_type(path, where, entry, "complete", bool, "true or false")
    return Card(
        id=_of_type(path, where, entry, "id", str, "a word in quotation marks"),
        kind=kind,
        speakers=tuple(_words(path, where, entry, "speakers")),
        labels=tuple(_labels(path, where, entry)),
        dated=_day(path, where, entry),
        language=_of_type(path, where, entry, "language", str, 'a code such as "en"'),
        complete=bool(complete),
    )


def _of_type(  # noqa: PLR0913 - what an error must say
    path: Path, where: str, entry: dict[str, Any], key: str, wanted: type, say: str
) -> Any:
    value = entry.get(key)
    if value is not None and not isinstance(value, wanted):
        raise InputError(str(path), f"{where}: {key} must be {say}")
    return value


def _words(path: Path, where: str, entry: dict[str, Any], key: str) -> list[str]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise InputError(str(path), f'{where}: {key} must be a list of names: ["Karin Holm"]')
    return [str(v) for v in value]


def _labels(path: Path, where: str, entry: dict[str, Any]) -> list[tuple[str, str]]:
    value = entry.get("labels", {})
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise InputError(str(path), f'{where}: labels must be a table of names: {{ Q = "Ana Ruiz" }}')
    return [(str(label), str(name)) for label, name in value.items()]


def _day(path: Path, where: str, entry: dict[str, Any]) -> date | None:
    value = entry.get("date")
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise InputError(str(path), f"{where}: date {value!r} is no date; write it as 2026-03-02") from None

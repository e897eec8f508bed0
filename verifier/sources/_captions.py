"""Captions and machine transcripts: SubRip, WebVTT, and the JSON of Whisper and its relatives, as one text with times.

Captions break where the screen is full, so their lines are put together again. Rolling captions show each line twice,
once as it comes and once above the next: a line that only stays on the screen is read once.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from verifier._exceptions import InputError
from verifier.sources._model import Mark
from verifier.sources._turns import seconds

_ARROW = re.compile(
    r"^[ \t]*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]*-->[ \t]*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})[^\n]*$"
)
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>\n]{1,100})>")
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,50}\}")
_SPEECH_KEYS = ("segments", "utterances", "transcription", "chunks", "results", "monologues", "transcript")
_HEAD = 400
"""Characters that show what a text is."""
_STAYS = 0.5
"""Seconds between two captions within which a line may stay on the screen."""


class Caption(NamedTuple):
    """Words with the seconds at which they begin and end, and who says them where that is told."""

    start: float
    end: float
    text: str
    speaker: str | None = None


class Written(NamedTuple):
    """One text made of captions: a line a speaker ("Name: words"), and where its times begin."""

    text: str
    times: tuple[Mark, ...]
    machine: bool = False


def are(text: str) -> bool:
    """Whether a text begins as SubRip or WebVTT does."""
    head = [line for line in text.removeprefix("\ufeff")[:_HEAD].splitlines() if line.strip()][:2]
    if head and head[0].split()[0] == "WEBVTT":
        return "-->" in text
    return any(map(_ARROW.match, head)) and (bool(_ARROW.match(head[0])) or head[0].strip().isdigit())


def subtitles(text: str, name: str) -> Written:
    """SubRip or WebVTT.

    Raises:
        InputError: there is no caption in it.
    """
    captions = list(_once(list(_cues(text))))
    if not captions:
        raise InputError(name, "no captions in it; they begin with a line such as 00:00:01.000 --> 00:00:04.000")
    return _joined(captions)


def _cues(text: str) -> Iterator[Caption]:
    """The captions as they are shown; a new voice inside one begins another."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    while at < len(lines):
        arrow = _ARROW.match(lines[at])
        at += 1
        if not arrow:
            continue
        payload: list[str] = []
        while at < len(lines) and lines[at].strip(" \t") and not _ARROW.match(lines[at]):
            payload.append(lines[at])
            at += 1
        if at < len(lines) and _ARROW.match(lines[at]) and payload and payload[-1].strip().isdigit():
            payload.pop()  # the number of the next caption, where no blank line parts them
        yield from _voices(seconds(arrow[1]), seconds(arrow[2]), "\n".join(payload))


def _voices(start: float, end: float, payload: str) -> Iterator[Caption]:
    pieces = _VOICE.split(payload)
    for speaker, words in zip([None, *pieces[1::2]], pieces[::2], strict=True):
        shown = html.unescape(_TAG.sub("", words))
        if shown.strip():
            yield Caption(start, end, shown, speaker.strip() if speaker else None)


def _once(captions: list[Caption]) -> Iterator[Caption]:
    """Captions without the lines, or beginnings of lines, that still stand there from the caption before."""
    before: list[str] = []
    ended = -math.inf
    for caption in captions:
        lines = [" ".join(line.split()) for line in caption.text.split("\n") if line.strip()]
        fresh = lines
        if caption.start - ended <= _STAYS and before:
            fresh = _fresh(lines, before)
        if lines:
            before, ended = lines, caption.end
        if fresh:
            yield caption._replace(text=" ".join(fresh))


def _fresh(lines: list[str], before: list[str]) -> list[str]:
    """What of these lines is new: whole lines that stayed go, and of one that grows what was there."""
    for kept in range(min(len(lines), len(before)), 0, -1):
        if lines[:kept] == before[-kept:]:
            return lines[kept:]
    last = before[-1]
    if lines[0].startswith(last + " ") and len(last.split()) > 1:
        return [lines[0][len(last) :].strip(), *lines[1:]]
    return lines


def machine(text: str, name: str) -> Written:
    """The JSON of Whisper, whisper.cpp, WhisperX, and others that list pieces of text with their times.

    Raises:
        InputError: it is no JSON, or there are no such pieces in it.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"no JSON: {error}") from None
    captions = [c for item in _items(data) if (c := _segment(item)) is not None]
    if not captions:
        raise InputError(
            name, 'no transcript in this JSON; it needs "segments" with "start" and "text", as Whisper writes'
        )
    return _joined(captions)._replace(machine=True)


def _items(data: Any) -> list[Any]:
    """The list of pieces, wherever these programs put it."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return []
    for key in _SPEECH_KEYS:
        inner = data.get(key)
        if isinstance(inner, dict):
            inner = _items(inner)
        if isinstance(inner, list) and inner:
            return inner
    return []


def _segment(item: Any) -> Caption | None:
    if not isinstance(item, dict):
        return None
    text = next((item[key] for key in ("text", "transcript", "content") if isinstance(item.get(key), str)), None)
    if text is None or not text.strip():
        return None
    start, end = _times(item)
    speaker = item.get("speaker", item.get("speaker_label"))
    named = str(speaker).strip() if isinstance(speaker, str | int) and not isinstance(speaker, bool) else None
    if named and (named.isdigit() or len(named) == 1):
        named = f"Speaker {named}"
    return Caption(start, end, " ".join(text.split()), named or None)


def _times(item: dict[str, Any]) -> tuple[float, float]:
    """Where a piece begins and ends, in seconds, in each of the ways these programs write it."""
    if isinstance(offsets := item.get("offsets"), dict):  # whisper.cpp: milliseconds
        return _number(offsets.get("from")) / 1000, _number(offsets.get("to")) / 1000
    if isinstance(pair := item.get("timestamp"), list) and len(pair) == 2:
        return _number(pair[0]), _number(pair[1])
    return _number(item.get("start", item.get("start_time"))), _number(item.get("end", item.get("end_time")))


def _number(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    if isinstance(value, str) and ":" in value and re.fullmatch(r"[\d:.,]+", value):
        return seconds(value)
    return 0.0


_OPENS = re.compile(r"(?:>>|[-–—][ ]?(?=\w)|[^\W\d_][\w.'’-]*(?:[ ][\w.'’-]+){0,5}:(?=\s))")


def _joined(captions: list[Caption]) -> Written:
    """One text: a paragraph as long as one speaks, a new one where a caption names another or shows that one begins."""
    text = ""
    times: list[Mark] = []
    for number, (speaker, run) in enumerate(groupby(captions, key=lambda c: c.speaker)):
        text += "\n\n" if number else ""
        text += f"{' '.join(speaker.split()).replace(':', ' ')}: " if speaker else ""
        for at, caption in enumerate(run):
            if at or (text and not text.endswith((" ", "\n"))):
                text += "\n" if _OPENS.match(caption.text.strip()) else " "
            times.append(Mark(len(text), caption.start))
            text += caption.text.strip()
    return Written(text, tuple(times))

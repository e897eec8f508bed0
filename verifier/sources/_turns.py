"""Who speaks where in a transcript: labels ("MR. SMITH:", "Q:", ">> HOLM:"), times and stage directions.

A line that begins with a label opens a turn. A word in front of a colon is a label only where the text is a transcript:
where such lines recur, in capitals or under one name.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from verifier.article import Span
from verifier.english import names as english_names
from verifier.english import speech
from verifier.sources._model import Mark, Turn

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_NAME = r"[^\W\d_][\w.'’-]*(?:[ ][(]?[\w.'’-]+[)]?,?){0,6}"
_LABEL = re.compile(
    rf"^[ ]*(?P<time>[\[(]?{_TIME}[\])]?(?:[ ]*(?:-->|-|–)[ ]*[\[(]?{_TIME}[\])]?)?)?[ ]*"
    r"(?P<chevron>>>+|[-–—](?=[ ]?\w))?[ ]*"
    rf"(?:(?P<name>{_NAME})[ ]*(?P<inner>[\[(]{_TIME}[\])])?[ ]*:(?=\s|$)|(?P<court>[QA])[.:]?(?=[ ]{{1,}}\S|$))?[ ]*",
    re.MULTILINE,
)
_BRACKETED_TIME = re.compile(
    rf"[\[(](?P<time>{_TIME})[\])]|(?<![\d:])(?P<bare>\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?)(?![\d:])"
)
_DIRECTION = re.compile(r"\[[^\[\]\n]{1,80}\]|\([^()\n]{1,80}\)")
_MOST_WORDS = 7
_OFTEN = 3


class Heard(NamedTuple):
    """The turns of a text, what in it nobody said, and where its times begin."""

    turns: tuple[Turn, ...]
    hidden: tuple[Span, ...]
    times: tuple[Mark, ...]


class _Line(NamedTuple):
    start: int
    content: int
    label: str | None
    chevron: bool
    time: str | None


def hear(plain: str, *, transcript: bool | None, known: frozenset[str] = frozenset()) -> Heard:
    """Read a plain view as a transcript; ``transcript`` None leaves it open whether it is one.

    ``known`` are labels, in small letters, that the source's card names: they count however rarely they stand.
    """
    lines = [_line(match) for match in _LABEL.finditer(plain) if match.group().strip()]
    labels = _labels(lines, transcript, known) if transcript is not False else frozenset()
    if transcript is None and not labels and not any(line.chevron or line.time for line in lines):
        return Heard((), (), ())
    opens = [
        line
        for line in lines
        if (line.label in labels) or (line.chevron and transcript is not False and _dialogue(lines))
    ]
    hidden = [Span(line.start, line.content) for line in opens]
    times = [Mark(line.start, seconds(line.time)) for line in lines if line.time]
    opened = {line.start for line in opens}
    hidden += [
        Span(line.start, plain.index(line.time, line.start) + len(line.time))
        for line in lines
        if line.time and line.start not in opened
    ]
    for match in _BRACKETED_TIME.finditer(plain):
        times.append(Mark(match.start(), seconds(match["time"] or match["bare"])))
        hidden.append(Span(*match.span()))
    hidden += [Span(*m.span()) for m in _DIRECTION.finditer(plain) if _is_direction(m.group())]
    starts = [line.content for line in opens]
    ends = [*(line.start for line in opens[1:]), len(plain)][: len(opens)]
    turns = tuple(
        Turn(Span(start, max(start, end)), line.label if line.label in labels else None)
        for line, start, end in zip(opens, starts, ends, strict=True)
    )
    return Heard(turns, _apart(hidden), tuple(sorted(set(times))))


def _line(match: re.Match[str]) -> _Line:
    name = match["name"] or match["court"]
    time = match["time"] or match["inner"]
    label = " ".join(name.split()) if name else None
    return _Line(match.start(), match.end(), label, match["chevron"] is not None, time)


def _dialogue(lines: list[_Line]) -> bool:
    """Whether dashes or chevrons open lines often enough to part speakers, not the items of one list."""
    return sum(line.chevron for line in lines) >= _OFTEN - 1


def _labels(lines: list[_Line], transcript: bool | None, known: frozenset[str]) -> frozenset[str]:
    """The labels among what stands before colons."""
    count = Counter(line.label for line in lines if line.label and len(line.label.split()) <= _MOST_WORDS)
    capitals = {name for name in count if name.upper() == name}
    court = {"Q", "A"} <= set(count)
    found = {name for name in count if name.lower() in known}
    named = {name for name in count if _is_named(name)}
    recurring = {name for name in capitals | named if count[name] > 1}
    total = sum(count[name] for name in capitals | recurring)
    is_one = transcript or court or bool(found) or (bool(recurring - {"A"}) and total >= _OFTEN)
    if not is_one:
        return frozenset()
    if not court:
        capitals -= {"A"}  # an article that begins a line, not an answer
    return frozenset(found | capitals | (named if transcript else recurring & named) | ({"Q", "A"} if court else set()))


def _is_named(name: str) -> bool:
    """Whether every word has a capital or is a number: "Karin Holm", "Speaker 2", not "What we want"."""
    return all(
        not w[0].isalpha() or w[0].isupper() or w.lower() in english_names.SMALL_IN_SIGNATURES for w in name.split()
    )


def _is_direction(text: str) -> bool:
    """Whether brackets hold what was heard, not what was said: "[laughter]", "(Applause.)", "[crosstalk 00:12]"."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())
    return bool(words) and any(w in speech.STAGE for w in words) and (text[0] == "[" or len(words) <= 3)


def seconds(time: str) -> float:
    """A time as printed in seconds: "1:02:03.5", "02:03", "00:00:01,250"."""
    found = re.search(_TIME, time)
    total = 0.0
    for part in (found.group() if found else "0").replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 3)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """In order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.end > span.start:
            found.append(span)
    return tuple(found)

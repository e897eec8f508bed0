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
from verifier.sources._labels import TIME, Line, bare, inside, lines, others
from verifier.sources._model import Mark, Turn

_BRACKETED_TIME = re.compile(
    rf"[\[(](?P<time>{TIME})[\])]|(?<![\d:])(?P<bare>\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?)(?![\d:])"
)
_DIRECTION = re.compile(r"\[[^\[\]\n]{1,80}\]|\([^()\n]{1,80}\)")
_MOST_WORDS = 7
_OFTEN = 3
_COURT = frozenset("QA")
_SPEAKERS = 2
"""Labels from which they take turns."""


class Heard(NamedTuple):
    """The turns of a text, what in it nobody said, and where its times begin."""

    turns: tuple[Turn, ...]
    hidden: tuple[Span, ...]
    times: tuple[Mark, ...]


def hear(plain: str, *, transcript: bool | None, known: frozenset[str] = frozenset()) -> Heard:
    """Read a plain view as a transcript; ``transcript`` None leaves it open whether it is one.

    ``known`` are labels, in small letters, that the source's card names: they count however rarely they stand.
    """
    found = lines(plain)
    opens, labels = _opens(plain, found, transcript, known) if transcript is not False else ([], frozenset())
    if transcript is None and not labels and not any(line.chevron or line.time for line in found):
        return Heard((), (), ())
    hidden = [Span(line.start, line.content) for line in opens]
    times = [Mark(at, seconds(time)) for at, time in _timed(found, opens).items()]
    opened = {line.start for line in opens}
    hidden += [
        Span(line.start, plain.index(line.time, line.start) + len(line.time))
        for line in found
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


def _timed(found: list[Line], opens: list[Line]) -> dict[int, str]:
    """The times that lines tell, by where these begin."""
    return {line.start: line.time for line in (*found, *opens) if line.time}


def _opens(
    plain: str, found: list[Line], transcript: bool | None, known: frozenset[str]
) -> tuple[list[Line], frozenset[str]]:
    """The lines that open turns, and the labels that they do it by."""
    found = [line if line.label is None or line.label.lower() in known else _named_alone(line) for line in found]
    within = [line for line in inside(plain) if line.label]
    capitals = [line for line in within if line.label and line.label.upper() == line.label]
    if len({line.label for line in capitals}) < _SPEAKERS:
        capitals = []
    labels = _labels(plain, [*found, *capitals], transcript, known)
    if labels:
        starts = {line.content for line in found}
        more = [line for line in within if line.label in labels and line.content not in starts]
        opens = [line for line in found if line.label in labels or (line.chevron and _dialogue(found))]
        return sorted([*opens, *more], key=lambda line: line.start), labels
    if not any(line.chevron for line in found) or not _dialogue(found):
        for lone in others(plain):
            spoken = _spoken_under(lone, transcript)
            if spoken:
                return [line for line in lone if line.label in spoken], spoken
    return [line for line in found if line.chevron and _dialogue(found)], labels


def _named_alone(line: Line) -> Line:
    """The line with its label as a name, where more is said of its bearer than a label has."""
    if line.label is None or line.label.upper() == line.label or _is_named(line.label):
        return line
    return line._replace(label=bare(line.label))


def _spoken_under(found: list[Line], transcript: bool | None) -> frozenset[str]:
    """The labels among what a rarer way sets off: names that take turns."""
    named = [line for line in found if line.label and _is_somebody(line.label)]
    count = Counter(line.label for line in named if line.label)
    if transcript or (named and all(line.time for line in named)):
        return frozenset(count) if len(named) >= _SPEAKERS else frozenset()
    # Names alone on lines may be those of a list or of signatures: a transcript's are in capitals, or somebody asks.
    shown = all(line.how != "alone" or line.label == (line.label or "").upper() for line in named)
    asks = any(label.lower() in speech.INTERVIEWERS for label in count)
    takes_turns = len(count) >= _SPEAKERS and max(count.values()) > 1 and len(named) >= _OFTEN and (shown or asks)
    return frozenset(count) if takes_turns else frozenset()


def _is_somebody(label: str) -> bool:
    """Whether a label is a whole name or says what somebody is: "RUTH HOLM", "MODERATOR", "Mayor"; no heading of one
    word."""
    words = [w.lower().strip(".,") for w in label.split()]
    if not (_is_named(label) and len(words) <= _MOST_WORDS) or words[0] in speech.STAGE:
        return False
    return len(words) > 1 or words[0] in speech.INTERVIEWERS | speech.ANSWERERS | speech.NAMELESS | speech.LABEL_TITLES


def _dialogue(lines: list[Line]) -> bool:
    """Whether dashes or chevrons open lines often enough to part speakers, not the items of one list."""
    return sum(line.chevron for line in lines) >= _OFTEN - 1


def _labels(plain: str, lines: list[Line], transcript: bool | None, known: frozenset[str]) -> frozenset[str]:
    """The labels among what stands before colons."""
    count = Counter(line.label for line in lines if line.label and len(line.label.split()) <= _MOST_WORDS)
    capitals = {name for name in count if name.upper() == name}
    court = count.keys() >= _COURT
    found = {name for name in count if name.lower() in known}
    named = {name for name in count if _is_named(name)}
    recurring = {name for name in capitals | named if count[name] > 1}
    silent = {line.label for line in lines if not line.said}
    called = Counter(re.findall(r"\w+", plain))
    once = {name for name in named - recurring - silent if _speaks_once(name, called)}
    asked = any(name.lower() in speech.INTERVIEWERS for name in recurring)
    total = sum(count[name] for name in capitals | recurring | (once if asked else set()))
    is_one = transcript or court or bool(found) or (bool(recurring - {"A"}) and total >= _OFTEN)
    if not is_one:
        return frozenset()
    if not court:
        capitals -= {"A"}  # an article that begins a line, not an answer
    spoken = named if transcript else (recurring & named) | once
    return frozenset(found | capitals | spoken | (_COURT if court else set()))


def _speaks_once(name: str, called: Counter[str]) -> bool:
    """Whether a name before a colon, with words behind it on its line as no heading has them, is surely somebody's who
    has the word once: it is a whole one, or is ``called`` by that name elsewhere."""
    return _is_somebody(name) or called[re.findall(r"\w+", name)[-1]] > 1


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
    found = re.search(TIME, time)
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

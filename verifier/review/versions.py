"""What became, in the version now on the desk, of what was decided on an earlier one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from rapidfuzz import fuzz, process

from verifier.report.models import Report
from verifier.review.facts import Sentences
from verifier.review.passages import folded, of_finding, stands
from verifier.review.records import ITEMS, Event, Kind, Passage, Standing, told_apart

T = TypeVar("T")
_SAME_TEXT = {"Sources": "{} came as a source", "Left out": "{} was left out", "Published": "its day was said"}
"""What is done to an article that leaves its text as it was, by what the history calls it."""
Fate = Literal["mended", "changed", "there"]
_ALIKE = 55
"""Likeness of two sentences, of 100, from which one is held to be the other after an edit."""
_SAME, _SHARED, _READ = 75, 0.25, 200
"""Likeness, of 100, from which two sentences are one before and after an edit; the share of such ones from which two
texts are versions of one; and the sentences that are looked at."""
_LEAST = 2
"""Sentences that two texts must have in common, where the shorter has as many: one line is no version."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision whose finding or fact is gone. ``fate`` is what became of its words: mended as was asked, changed
    otherwise, or still there; ``now`` is how the sentence reads, empty where none is like it; ``found`` what findings
    say that stand on its words now."""

    standing: Standing
    fate: Fate
    now: str
    found: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether its words are still in the text."""
        return self.fate == "there"


@dataclass(frozen=True, slots=True)
class Since:
    """What became of everything that was to be mended: counted, and what needs another look; and what was settled and
    went with its words."""

    mended: int
    changed: int
    there: int
    lost: tuple[Lost, ...]
    gone: tuple[Standing, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether a version has come since something was to be mended."""
        return bool(self.lost)


def since(
    report: Report,
    here: Iterable[tuple[Kind, str]],
    standings: Mapping[tuple[Kind, str], Standing],
    anew: Container[tuple[Kind, str]] = (),
) -> Since:
    """What became of the decisions; ``here`` are the items that this version has, ``anew`` those that were decided on
    after it had come, of which it cannot have left any."""
    known = set(here)
    wanted = [s for s in standings.values() if s.ruling.state in ("mend", "call", "corrected") and not s.ruling.along]
    gone = [s for s in wanted if (s.item.kind, s.item.key) not in known and s.item.kind != "article"]
    sentences = Sentences(report.article).all() if gone else []
    fates = [_fate(s, report.article.text, sentences) for s in sorted(gone, key=lambda s: s.at)]
    lost = [_looked_at(report, one) if one.stands else one for one in fates]
    there = [s for place, s in standings.items() if s.ruling.state == "mend" and place in known and place not in anew]
    told = {s.item.ref for s in gone}  # what went along with one of these is told with it, and no problem more
    kept = len(told_apart([s for s in there if not s.ruling.told_with(told)]))
    return Since(
        sum(one.fate == "mended" for one in lost),
        sum(one.fate == "changed" for one in lost),
        sum(one.fate == "there" for one in lost) + kept,
        tuple(lost),
        _went(report, standings, known),
    )


def after(told: Since, acts: Sequence[Event]) -> str:
    """What has come since the first of what is told was decided, the latest last: a version, or sources alone."""
    first = min((s.at for s in (*(one.standing for one in told.lost), *told.gone)), default="")
    came = [act for act in acts if act.at >= first]
    if not came or any(act.passage.label not in _SAME_TEXT for act in came):
        return "the last version"
    done = [f"{_SAME_TEXT[act.passage.label].format(', '.join(act.passage.words))}" for act in came]
    return " and ".join(dict.fromkeys(done))


def _looked_at(report: Report, one: Lost) -> Lost:
    """What is found in words that still stand. Where nothing is any more, and their sentence was edited, a finding was
    met by what stands around them: who says a quotation is no part of its words."""
    found = _found(report, one.standing.passage, one.now)
    asked = one.standing.item.kind == "finding" and not one.standing.ruling.wording
    return replace(one, found=found, fate="changed" if asked and one.now and not found else one.fate)


def _found(report: Report, passage: Passage | None, now: str) -> tuple[str, ...]:
    """What findings say that stand on the words of a passage, in its sentence as it was or as it reads ``now``."""
    words = [folded(w) for w in passage.words] if passage else []
    context = {folded(c) for c in (*(passage.context if passage else ()), *([now] if now else []))}
    found = [of_finding(report, f) for f in report.findings]
    return tuple(
        p.message
        for p in found
        if context & {folded(c) for c in p.context}
        and any(mine in theirs or theirs in mine for mine in words for theirs in map(folded, p.words))
    )


def _went(
    report: Report, standings: Mapping[tuple[Kind, str], Standing], known: set[tuple[Kind, str]]
) -> tuple[Standing, ...]:
    """What was found fine, and whose words stand nowhere any more: what the author took out without being asked to."""
    settled = [
        s
        for place, s in standings.items()
        if s.ruling.state in ("fine", "answered") and place not in known and s.item.kind in ITEMS and not s.ruling.along
    ]
    text = folded(report.article.text) if settled else ""
    gone = [s for s in settled if s.passage and not all(folded(w) in text for w in s.passage.words)]
    return tuple(sorted(gone, key=lambda s: s.at))


def _fate(standing: Standing, text: str, sentences: list[str]) -> Lost:
    passage, wording = standing.passage or Passage("", "", ()), folded(standing.ruling.wording)
    old = passage.context or tuple(folded(w) for w in passage.words)
    if stands(old, text) and stands(passage.words, text):
        return Lost(standing, "there", "")
    edited = [(one, nearest(one, sentences)) for one in old if not stands((one,), text)]
    now = next((near for _, near in edited if near), "")
    words = [folded(w) for w in passage.words]
    still = edited and all(any(_left(w, wording, one, near) for w in words) for one, near in edited)
    if still or not wording:
        return Lost(standing, "there" if still else "mended", now)
    return Lost(standing, "mended" if any(wording in near for _, near in edited) else "changed", now)


def _left(words: str, wording: str, old: str, new: str) -> bool:
    """Whether words stand in an edited sentence as often as before, beside those that they should have become: what is
    asked for may hold them, or have stood in the sentence already."""
    before, after = (one.replace(wording, " ") if wording else one for one in (old, new))
    return 0 < before.count(words) <= after.count(words)


def decided_anew(acts: Sequence[Event], decided: Mapping[tuple[Kind, str], Event]) -> set[tuple[Kind, str]]:
    """What was decided on after the text had changed for the last time, or where it never has, after anything had."""
    last = max((act.number for act in acts if act.replaced), default=0) or max((act.number for act in acts), default=0)
    return {place for place, event in decided.items() if event.number > last}


def left(here: Iterable[tuple[Kind, str]], said: Mapping[tuple[Kind, str], Iterable[T]]) -> list[T]:
    """What was said about items that this version does not have."""
    known = set(here)
    return [one for place, all_of in said.items() if place not in known for one in all_of]


def one_story(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether some sentences are a later version of others: of the fewer, more than chance has a like in the other, by
    number and by length. Two articles that happen to be called the same share a line at the foot, if anything."""
    few, many = sorted((old[:_READ], new[:_READ]), key=len)
    like = [one for one in few if process.extractOne(one, many, scorer=fuzz.ratio, score_cutoff=_SAME) is not None]
    enough = sum(map(len, like)) >= _SHARED * max(1, sum(map(len, few)))
    return enough and len(like) >= max(min(_LEAST, len(few)), _SHARED * len(few))


def nearest(sentence: str, sentences: list[str]) -> str:
    """What a sentence has become after an edit; empty where none is like it."""
    found = process.extractOne(sentence, sentences, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
    return str(found[0]) if found else ""

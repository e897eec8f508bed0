"""Who says what: every attributed claim and every quote with its speaker, cue and outlet, and all that each is credited
with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from verifier import _shortening
from verifier.report._chain import ends, setting
from verifier.report._lines import Lines
from verifier.report._pieces import Mark
from verifier.report._places import Places
from verifier.report._screen import bare, clean
from verifier.report.models import Claim, Outlet, Quote, Report, Span, Speaker

_COLOURS = 30  # speakers that look like nobody else: ten colours, plain, underlined and striped, in the style sheet
NOBODY = 0
_WORDS = 220
"""Characters shown of what somebody is credited with."""


class Saying(NamedTuple):
    """One thing said: ``who`` None where nobody is credited, ``colour`` the number of the speaker's colour.

    ``setting`` are the words beside the cue that tell to whom, where or when it was said ("reporters in the Oval
    Office on Wednesday"); ``addressed`` where they begin with the listeners. ``via`` are outlets, outermost first.
    ``leads`` is whether the cue stands before what is said, which is read with it ("accuses | the board of ...").
    """

    start: int
    anchor: str
    line: int
    place: str
    who: str | None
    colour: int
    cue: str
    setting: str
    addressed: bool
    via: tuple[str, ...]
    words: str
    quoted: bool
    vague: bool
    origin: str
    leads: bool = False

    @property
    def chain(self) -> tuple[str | None, str, str, bool, tuple[str, ...]]:
        """How it came into the article; two things said in one breath have the same."""
        return self.who, self.cue, self.setting, self.addressed, self.via


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker or an outlet, with all that is credited to it; ``name`` its anchor on the page."""

    anchor: str
    name: str
    colour: int
    vague: bool
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """All that is said in one article, in the order of the text, and by whom, the most cited first."""

    sayings: tuple[Saying, ...]
    voices: tuple[Voice, ...]
    outlets: tuple[Voice, ...]


def speech(report: Report, prefix: str, colours: Mapping[str, int]) -> Speech:
    """Gather what is said; ``prefix`` keeps the anchors of several articles on one page apart."""
    listener = _Listener(report, prefix, colours)
    carried = {q.claim for q in report.quotes if q.kind == "direct"}
    said = [
        listener.claim(claim, quoted=claim.kind == "direct" and claim.id in carried)
        for claim in report.claims
        if claim.kind != "reported" and claim.spans
    ]
    said += [listener.quote(quote) for quote in report.quotes if _is_loose(quote)]
    said.sort(key=lambda s: s.start)
    return Speech(tuple(said), _voices(said, colours, prefix), _outlets(said, prefix))


def speaker_colours(report: Report, before: Mapping[str, int]) -> dict[str, int]:
    """A number for every speaker, the most cited first; those past the last colour share it.

    Numbers go by who speaks first, which an edit seldom changes. Whoever had one ``before``, in an earlier version,
    keeps it, also where the version calls him by more or fewer of his names.
    """
    said = [((*c.spans, c.speaker.mention)[0].start, c.speaker.name) for c in report.claims if c.speaker]
    said += [(q.span.start, q.speaker.name) for q in report.quotes if q.speaker and _is_loose(q)]
    first = list(dict.fromkeys(name for _, name in sorted(said)))
    numbers = {name: before[name] for name in first if name in before}
    for name in first:
        known = [old for old in before if old not in first and _one_name(old, name)]
        if name not in numbers and len(known) == 1 and before[known[0]] not in numbers.values():
            numbers[name] = before[known[0]]
    kept = {*numbers.values()} - {_COLOURS}
    free = (n for n in count(1) if n not in kept)
    for name in first:
        if name not in numbers:
            numbers[name] = min(next(free), _COLOURS)
    return {name: numbers[name] for name, _ in Counter(name for _, name in said).most_common()}


def _one_name(one: str, other: str) -> bool:
    fewer, more = sorted(({*one.casefold().split()}, {*other.casefold().split()}), key=len)
    return bool(fewer) and fewer <= more


def speech_marks(report: Report, prefix: str, colours: Mapping[str, int]) -> list[Mark]:
    """Claims, quotes, speakers, cues, outlets and values in the text."""
    marks = []
    for claim in report.claims:
        number = colours[claim.speaker.name] if claim.speaker else NOBODY
        colour = "" if claim.kind == "reported" else f"s{number}"
        for i, s in enumerate(claim.spans):
            marks.append(Mark(s.start, s.end, ("c", claim.kind), colour, None if i else f"{prefix}{claim.id}"))
        if claim.speaker:
            marks.append(Mark(claim.speaker.mention.start, claim.speaker.mention.end, ("who", f"w{number}")))
        marks += [Mark(s.start, s.end, (look,)) for look, s in _parts(claim)]
    for quote in report.quotes:
        look = "scare" if quote.kind == "scare" else "q"
        number = colours.get(quote.speaker.name, NOBODY) if quote.speaker else NOBODY
        colour = "" if quote.kind == "scare" else f"s{number}"
        marks.append(Mark(quote.span.start, quote.span.end, (look,), colour, f"{prefix}{quote.id}"))
    return marks


def short(words: str, most: int) -> str:
    """Words on one line, cut between two of them where they are too long."""
    return _shortening.short(clean(words), most)


def _parts(claim: Claim) -> list[tuple[str, Span]]:
    parts = [("outlet", o.span) for o in claim.via] + [("value", v.span) for v in claim.values]
    return [*parts, ("cue", claim.cue)] if claim.cue else parts


def _is_loose(quote: Quote) -> bool:
    """Whether a quote is speech that no claim carries."""
    return quote.claim is None and quote.kind != "scare"


class _Listener:
    """Turns claims and quotes of one article into sayings."""

    def __init__(self, report: Report, prefix: str, colours: Mapping[str, int]) -> None:
        self._text = report.article.text
        self._marks = ends(self._text)
        self._lines = Lines.of(self._text)
        self._places = Places(report.article)
        self._colours = colours
        self._prefix = prefix

    def claim(self, claim: Claim, *, quoted: bool) -> Saying:
        """What a claim credits somebody with."""
        words, addressed = setting(self._text, claim, self._marks)
        return Saying(
            start=claim.spans[0].start,
            anchor=f"{self._prefix}{claim.id}",
            line=self._lines.at(claim.spans[0].start)[0],
            place=self._places.at(claim.spans[0].start),
            who=claim.speaker.name if claim.speaker else None,
            colour=self._colour(claim.speaker),
            cue=clean(claim.cue.text) if claim.cue else "",
            setting=words,
            addressed=addressed,
            via=_names(claim.via),
            words=short(" … ".join(bare(s.text) if quoted else s.text for s in claim.spans), _WORDS),
            quoted=quoted,
            vague=bool(claim.speaker and claim.speaker.vague),
            origin=claim.origin,
            leads=not quoted and claim.cue is not None and claim.cue.end <= claim.spans[0].start,
        )

    def quote(self, quote: Quote) -> Saying:
        """A quote that no claim carries."""
        return Saying(
            start=quote.span.start,
            anchor=f"{self._prefix}{quote.id}",
            line=self._lines.at(quote.span.start)[0],
            place=self._places.at(quote.span.start),
            who=quote.speaker.name if quote.speaker else None,
            colour=self._colour(quote.speaker),
            cue=clean(quote.cue.text) if quote.cue else "",
            setting="",
            addressed=False,
            via=_names([quote.outlet] if quote.outlet else []),
            words=short(bare(quote.span.text), _WORDS),
            quoted=True,
            vague=bool(quote.speaker and quote.speaker.vague),
            origin=quote.origin,
        )

    def _colour(self, speaker: Speaker | None) -> int:
        return self._colours[speaker.name] if speaker else NOBODY


def _names(outlets: Iterable[Outlet]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(o.name) for o in outlets))


def _voices(said: list[Saying], colours: Mapping[str, int], prefix: str) -> tuple[Voice, ...]:
    by_name: dict[str, list[Saying]] = {name: [] for name in colours}
    for saying in said:
        if saying.who is not None:
            by_name[saying.who].append(saying)
    return tuple(
        Voice(f"{prefix}w{rank}", name, colours[name], any(s.vague for s in theirs), tuple(theirs))
        for rank, (name, theirs) in enumerate(by_name.items(), 1)
    )


def _outlets(said: list[Saying], prefix: str) -> tuple[Voice, ...]:
    by_name: dict[str, list[Saying]] = {}
    for saying in said:
        for name in saying.via:
            by_name.setdefault(name, []).append(saying)
    ranked = sorted(by_name.items(), key=lambda item: -len(item[1]))
    return tuple(
        Voice(f"{prefix}o{rank}", name, NOBODY, vague=False, sayings=tuple(through))
        for rank, (name, through) in enumerate(ranked, 1)
    )

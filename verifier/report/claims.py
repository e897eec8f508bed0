"""Who says what, for a terminal: each speaker with the claims credited to him, then what the writer says himself."""

from __future__ import annotations

import textwrap

from verifier.report._places import Places
from verifier.report._screen import clean, cut, padded, unheard, width
from verifier.report._sides import place
from verifier.report._tally import counted
from verifier.report._writer import Writer
from verifier.report.models import Claim, Report

_SPEAKER = 24  # cells
_MODEL = "*"
_NOBODY = "nobody named"
_WRITER = "the writer"


class ClaimsWriter(Writer):
    """A table of claims by speaker: speakers in the order of their first words, claims in the order of the text.

    A claim takes one line, cut where it is longer; with ``verbose`` it is told whole, with all that is known of it.
    """

    def article(self, report: Report, index: int) -> str:
        """One article: its name, then the rows of each speaker."""
        del index
        places = Places(report.article)
        groups: dict[str, list[Claim]] = {}
        for claim in sorted(report.claims, key=lambda c: (_credited_to(c) == _WRITER, c.spans[0].start)):
            groups.setdefault(_credited_to(claim), []).append(claim)
        rows = [
            row
            for speaker, claims in groups.items()
            for row in (
                self._whole(report, speaker, claims, places)
                if self.look.verbose
                else self._rows(speaker, claims, places)
            )
        ]
        heading = f"{clean(report.article.path or 'text')}  {clean(report.article.title or '')}".rstrip()
        return unheard("\n".join([heading, "", *rows, "", f"  {self._legend(report, len(groups))}"]) + "\n")

    def unread(self, path: str, problem: str) -> str:
        """Its name, and why."""
        return unheard(f"{clean(path)}\n\n  not read: {clean(problem)}\n")

    def between(self) -> str:
        """An empty line between two articles."""
        return "\n"

    def _rows(self, speaker: str, claims: list[Claim], places: Places) -> list[str]:
        """One line a claim, the speaker in the first of them."""
        said = []
        for number, claim in enumerate(claims):
            who = cut(clean(speaker), _SPEAKER) if not number else ""
            at = places.brief(claim.spans[0].start).ljust(places.widest)
            kind = f"{claim.kind}{_MODEL if _by_model(claim) else ''}"
            first = f"  {self._bold(padded(who, _SPEAKER))}  {at} {kind:<10} "
            room = max(20, self.look.width - _SPEAKER - 17 - places.widest)
            said.append(f"{first}{cut(clean(claim.text), room)}".rstrip())
        return said

    def _whole(self, report: Report, speaker: str, claims: list[Claim], places: Places) -> list[str]:
        """The speaker, then each claim in full with its kind, its outlets, what stays open and what the sources say."""
        said = [f"  {self._bold(clean(speaker))}"]
        for claim in claims:
            at = places.brief(claim.spans[0].start).ljust(places.widest)
            notes = [claim.kind if claim.speaker else "", "model" if _by_model(claim) else ""]
            notes += [f"through {outlet.name}" for outlet in claim.via]
            notes += [] if claim.checkable else ["not checkable"]
            notes += ["open: " + ", ".join(claim.unresolved)] if claim.unresolved else []
            notes += _in_sources(report, claim)
            tail = "; ".join(filter(None, notes))
            said += self._wrapped(claim.text + (f" [{tail}]" if tail else ""), f"    {at} ")
        return said

    def _legend(self, report: Report, speakers: int) -> str:
        """How many, and who found those that a model did."""
        counts = f"{counted(len(report.claims), 'claim')}, {counted(speakers, 'speaker')}"
        by_model = f"; {_MODEL} by {clean(report.run.model or 'a model')}" if any(map(_by_model, report.claims)) else ""
        return counts + by_model + ("" if self.look.verbose else "; whole and with outlets: --verbose")

    def _wrapped(self, words: str, first: str) -> list[str]:
        room = max(40, self.look.width)
        return textwrap.wrap(clean(words), room, initial_indent=first, subsequent_indent=" " * width(first))

    def _bold(self, words: str) -> str:
        return f"\x1b[1m{words}\x1b[0m" if self.look.colour else words


def _by_model(claim: Claim) -> bool:
    """Whether a model found it, or put it into the words it has."""
    return claim.origin == "model" or claim.by_model


def _in_sources(report: Report, claim: Claim) -> list[str]:
    """What the sources say of a claim's quotations, figures, dates and names: "figure differs (release, page 2)"."""
    own = {claim.id, *(quote.id for quote in report.quotes if quote.claim == claim.id)}
    told = (e for e in report.evidence if e.of in own and e.status != "not compared")
    return list(dict.fromkeys(f"{e.fact} {e.status}" + (f" ({place(e)})" if e.source else "") for e in told))


def _credited_to(claim: Claim) -> str:
    if claim.speaker is not None:
        return claim.speaker.name
    return _WRITER if claim.kind == "reported" else _NOBODY

"""Who says what, for a terminal: each speaker with the claims credited to him, then what the writer says himself."""

from __future__ import annotations

import textwrap

from verifier.report._lines import Lines
from verifier.report._screen import clean, unheard, width
from verifier.report._tally import counted
from verifier.report._writer import Writer
from verifier.report.models import Claim, Report

_NOBODY = "nobody named"
_WRITER = "the writer"


class ClaimsWriter(Writer):
    """Claims grouped by speaker, each group in the order of the text, speakers in the order of their first words."""

    def article(self, report: Report, index: int) -> str:
        """One article: its name, then a block a speaker."""
        del index
        lines = Lines(report.article.text)
        blocks = [f"{clean(report.article.path or 'text')}  {clean(report.article.title or '')}".rstrip()]
        groups: dict[str, list[Claim]] = {}
        for claim in sorted(report.claims, key=lambda c: (_credited_to(c) == _WRITER, c.spans[0].start)):
            groups.setdefault(_credited_to(claim), []).append(claim)
        for speaker, claims in groups.items():
            blocks.append("\n".join([f"  {self._bold(clean(speaker))}", *self._claims(claims, lines)]))
        blocks.append(f"  {counted(len(report.claims), 'claim')}, {counted(len(groups), 'speaker')}")
        return unheard("\n\n".join(blocks) + "\n")

    def between(self) -> str:
        """An empty line between two articles."""
        return "\n"

    def _claims(self, claims: list[Claim], lines: Lines) -> list[str]:
        said: list[str] = []
        for claim in claims:
            line, column = lines.at(claim.spans[0].start)
            place = f"{line}:{column}".ljust(7)
            notes = [claim.kind if claim.speaker else "", "model" if claim.origin == "model" else ""]
            notes += [f"through {outlet.name}" for outlet in claim.via]
            notes += [] if claim.checkable else ["not checkable"]
            notes += ["open: " + ", ".join(claim.unresolved)] if claim.unresolved else []
            tail = "; ".join(filter(None, notes))
            said += self._wrapped(claim.text + (f" [{tail}]" if tail else ""), f"    {place} ")
        return said

    def _wrapped(self, words: str, first: str) -> list[str]:
        room = max(40, self.look.width)
        return textwrap.wrap(clean(words), room, initial_indent=first, subsequent_indent=" " * width(first))

    def _bold(self, words: str) -> str:
        return f"\x1b[1m{words}\x1b[0m" if self.look.colour else words


def _credited_to(claim: Claim) -> str:
    if claim.speaker is not None:
        return claim.speaker.name
    return _WRITER if claim.kind == "reported" else _NOBODY

"""The report for a terminal: each finding with its place, its words in context and what to ask."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import groupby

from verifier.report._excerpt import Mark, excerpt
from verifier.report._model_part import missing, opinions, used, verdict
from verifier.report._not_run import not_run
from verifier.report._places import Places
from verifier.report._screen import clean, unheard, width
from verifier.report._set_aside import gone, idle_wishes, why
from verifier.report._sides import Sides, Words, of_finding
from verifier.report._tally import Tally, counted
from verifier.report._writer import Writer
from verifier.report.models import Candidate, Finding, Report, Span

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "candidate": "1;35", "dim": "2", "bold": "1"}
_MOST_NOTES = 20  # on suppressions and the baseline; the others are only counted
_MOST_PLACES = 6  # of one finding; the others are only counted


class TextWriter(Writer):
    """Findings grouped by article, in the order of the text."""

    def article(self, report: Report, index: int) -> str:
        """One article: its name, its findings, and one line that sums it up."""
        del index
        shown = report.findings or (self.look.candidates and report.candidates)
        if self.look.quiet and not shown and report.run.complete:
            return ""
        at = Places(report.article)
        blocks = [self._heading(report), *(self._finding(report, at, f) for f in report.findings if f.counts)]
        blocks += self._likely(report, at)
        blocks += self._set_aside(report, at)
        blocks += self._model_part(report)
        if not self.look.quiet:
            blocks.append(self._summary(Tally.of(report), report.run.seconds))
        return unheard("\n".join(blocks) + "\n")

    def end(self, tallies: Sequence[Tally]) -> str:
        """With several articles, one line for all."""
        if self.total < 2 or self.look.quiet:
            return ""
        total = sum(tallies, Tally())
        return self._paint(f"{counted(total.articles, 'article')}: {total.found()}; {total.read()}", "bold") + "\n"

    def _heading(self, report: Report) -> str:
        name = self._paint(clean(report.article.path or "text"), "bold")
        title = report.article.title
        return f"{name}  {self._paint(clean(title), 'dim')}\n" if title else f"{name}\n"

    def _likely(self, report: Report, at: Places) -> list[str]:
        """What the rules are not sure of, apart from the findings and only where it was asked for."""
        if not (self.look.candidates and report.candidates):
            return []
        what = f"{counted(len(report.candidates), 'candidate')}: what may disagree, counted nowhere"
        return [f"  {self._paint(what, 'bold')}\n", *(self._finding(report, at, c) for c in report.candidates)]

    def _finding(self, report: Report, at: Places, finding: Finding | Candidate) -> str:
        first = finding.spans[0].start
        severity = finding.severity if isinstance(finding, Finding) else "candidate"
        code = self._paint(finding.code, "bold")
        head = f"  {at.brief(first)}  {self._paint(severity, severity)}  {code} {finding.name}"
        said = [head, *self._wrapped(finding.message, "    ")]
        places = [(s, "", "^") for s in finding.spans] + [(r.span, r.label, "-") for r in finding.related]
        beside = of_finding(report, getattr(finding, "evidence", None))
        if beside is not None:
            said += self._beside(beside, at.at(first), severity)
        else:
            said += self._places(report.article.text, at, places[:_MOST_PLACES], severity)
        if len(places) > _MOST_PLACES:
            rest = ", ".join(at.brief(s.start) for s, _, _ in places[_MOST_PLACES:][:20])
            said.append(f"    and {counted(len(places) - _MOST_PLACES, 'more place')}: {rest}")
        if finding.verdict:
            said += self._wrapped(verdict(finding), "    ")
        if self.look.verbose:
            said += self._wrapped(finding.explanation, "    ")
        if finding.question:
            said += self._wrapped(finding.question, "    ", first="    → ")
        return "\n".join(said) + "\n"

    def _places(self, text: str, at: Places, places: list[tuple[Span, str, str]], severity: str) -> list[str]:
        """Every line of the article that the finding points at, once, with carets (and dashes for the other side)."""
        said = []
        gutter = max(len(str(at.number(s.start))) for s, _, _ in places)
        for bounds, group in groupby(places, key=lambda p: at.bounds(p[0])):
            for part in self._apart(list(group), gutter):
                number = at.number(part[0][0].start)
                marks = [Mark(s.start, min(s.end, bounds[1]), sign) for s, _, sign in part]
                shown, below = excerpt(text, bounds, marks, self._room(gutter))
                label = "; ".join(dict.fromkeys(clean(label) for _, label, _ in part if label))
                said.append(f"    {self._paint(f'{number:>{gutter}} |', 'dim')} {shown}".rstrip())
                signs = self._paint(below, severity if "^" in below else "info") + (f" {label}" if label else "")
                said.append(f"    {self._paint(' ' * gutter + ' |', 'dim')} {signs}")
        return said

    def _beside(self, beside: Sides, ours: str, severity: str) -> list[str]:
        """The article's words and the source's under each other, those that differ marked."""
        names = (ours, beside.place)
        gutter = min(max(map(width, names)), max(12, self.look.width // 3))
        rows = ((names[0], "", beside.article, "", "^"), (names[1], beside.before, beside.source, beside.after, "~"))
        said: list[str] = []
        for name, before, words, after, sign in rows:
            text, marks = _one_line(before, words, after, sign)
            label = clean(name) if width(name) <= gutter else clean(name)[: gutter - 1] + "…"
            room = max(20, self.look.width - gutter - 7)
            shown, below = excerpt(text, (0, len(text)), marks, room)
            said.append(f"    {self._paint(label.ljust(gutter) + ' |', 'dim')} {shown}".rstrip())
            if any(w.differs for w in words):
                signs = self._paint(below, severity if sign == "^" else "info")
                said.append(f"    {self._paint(' ' * gutter + ' |', 'dim')} {signs}")
        return said

    def _apart(self, places: list[tuple[Span, str, str]], gutter: int) -> list[list[tuple[Span, str, str]]]:
        """The places of one line together where they fit side by side, else one by one."""
        reach = max(s.end for s, _, _ in places) - min(s.start for s, _, _ in places)
        return [places] if reach <= self._room(gutter) - 10 else [[p] for p in places]

    def _room(self, gutter: int) -> int:
        return max(20, self.look.width - gutter - 7)

    def _set_aside(self, report: Report, at: Places) -> list[str]:
        """What is suppressed and why, what of that needs a look, and what is gone since the baseline."""
        said: list[str] = []
        for finding in report.findings:
            if reason := why(finding):
                place = at.brief(finding.spans[0].start)
                said += self._wrapped(f"{place}  suppressed {finding.code} {finding.name}: {reason}", "  ")
        more = [*idle_wishes(report), *(f"gone since the baseline: {one}" for one in gone(report))]
        for words in more[:_MOST_NOTES]:
            said += self._wrapped(words, "  ")
        if len(more) > _MOST_NOTES:
            said.append(f"  and {len(more) - _MOST_NOTES} more like these")
        return ["\n".join(said) + "\n"] if said else []

    def _model_part(self, report: Report) -> list[str]:
        """How often the model sees another speaker, what it could not be asked, and what it took."""
        said: list[str] = []
        others = opinions(report)
        if self.look.verbose:
            for line in others:
                said += self._wrapped(f"not believed, {line}", "  ")
        elif others:
            said += self._wrapped(
                f"{counted(len(others), 'other speaker')} of the model not believed (--verbose)", "  "
            )
        for line in missing(report):
            said += self._wrapped(f"incomplete, {line}", "  ")
        for line in not_run(report):
            said += self._wrapped(line, "  ")
        if not self.look.quiet and used(report):
            said += self._wrapped(used(report), "  ")
        return ["\n".join(said) + "\n"] if said else []

    def _summary(self, tally: Tally, seconds: float) -> str:
        worst = "error" if tally.errors else "warning" if tally.warnings else "info" if tally.infos else "bold"
        time = f" in {seconds * 1000:.0f} ms" if self.look.verbose else ""
        return f"  {self._paint(tally.found(), worst)}; {tally.read()}{time}\n"

    def _wrapped(self, words: str, indent: str, first: str | None = None) -> list[str]:
        room = max(40, self.look.width)
        return textwrap.wrap(
            clean(words), room, initial_indent=first or indent, subsequent_indent=" " * width(first or indent)
        )

    def _paint(self, words: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{words}\x1b[0m" if self.look.colour else words


def _one_line(before: str, words: Sequence[Words], after: str, sign: str) -> tuple[str, list[Mark]]:
    """A side on one line, of the same length, with a mark for each stretch that differs, or one for all of it."""
    text, marks = before, []
    for piece in words:
        if piece.differs:
            marks.append(Mark(len(text), len(text) + len(piece.text), sign))
        text += piece.text
    whole = Mark(len(before), len(text), sign)
    return (text + after).translate(_BREAKS), marks or [whole]


_BREAKS = {ord(c): " " for c in "\n\r\t"}

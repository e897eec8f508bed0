"""Markdown, for the summary of a CI step, a comment or a note: a heading an article, a list item a finding.

Words of the article stand in code spans, where Markdown and GitHub see neither markup, links nor mentions; in
everything else what could be markup is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier._shortening import short
from verifier.report import _files
from verifier.report._model_part import missing, opinions, used, verdict
from verifier.report._not_run import not_run
from verifier.report._places import Places
from verifier.report._screen import clean
from verifier.report._set_aside import gone, idle_wishes, why
from verifier.report._sides import of_finding
from verifier.report._tally import Tally, counted
from verifier.report._writer import Writer
from verifier.report.models import Candidate, Finding, Report

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&!$]|[.](?=[^\W\d_]{2})|:(?=[^\s\d]))")
"""What could be markup within a line, and what makes a renderer turn an address into a link; no figure (14.50) and no
clock (10:30) is one."""
_TICKS = re.compile("`+")
_MOST = 6
"""Places shown of one finding; the others are only counted."""
_LONGEST = 200
"""Characters shown of one place."""


class MarkdownWriter(Writer):
    """CommonMark, with nothing that only some renderers know."""

    def article(self, report: Report, index: int) -> str:
        """One article: its name, what it comes to, its findings, and what a model was asked."""
        del index
        at = Places(report.article)
        tally = Tally.of(report)
        parts = [f"## {code(_files.name(report.article))}", plain(f"{tally.found()}; {tally.read()}")]
        parts += [f"**Incomplete:** {plain(line)}" for line in missing(report)]
        parts += [plain(line) for line in not_run(report)]
        parts += [_finding(at, f) + _source(report, f.evidence) for f in report.findings if f.counts]
        parts += self._likely(report, at)
        parts += _aside(report, at)
        parts += [f"Not believed, {plain(line)}" for line in opinions(report)]
        parts += [plain(used(report))] if used(report) else []
        return "\n\n".join(parts) + "\n\n"

    def unread(self, path: str, problem: str) -> str:
        """Its name, and why."""
        return f"## {code(_files.shown(path))}\n\n**Could not be read:** {plain(problem)}\n\n"

    def _likely(self, report: Report, at: Places) -> list[str]:
        """What the rules are not sure of, where it was asked for."""
        if not (self.look.candidates and report.candidates):
            return []
        return ["What may disagree, counted nowhere:", *(_finding(at, c) for c in report.candidates)]

    def end(self, tallies: Sequence[Tally]) -> str:
        """With several articles, one line for all."""
        if self.total < 2:
            return ""
        total = sum(tallies, Tally())
        return plain(f"{counted(total.articles, 'article')}: {total.found()}; {total.read()}") + "\n"


def _finding(at: Places, finding: Finding | Candidate) -> str:
    severity = finding.severity if isinstance(finding, Finding) else "candidate"
    place = at.brief(finding.spans[0].start)
    said = [f"- **{severity}** {place} **{finding.code}** {plain(finding.name)}: {plain(finding.message)}"]
    places = [(s, "") for s in finding.spans] + [(r.span, r.label) for r in finding.related]
    for span, label in places[:_MOST]:
        said.append(f"  - {at.brief(span.start)} {code(span.text)}" + (f" {plain(label)}" if label else ""))
    if len(places) > _MOST:
        said.append(f"  - and {counted(len(places) - _MOST, 'more place')}")
    said += [f"  - *{plain(words)}*" for words in (verdict(finding), finding.question) if words]
    return "\n".join(said)


def _source(report: Report, evidence: str | None) -> str:
    """What a source has in place of a finding's words."""
    beside = of_finding(report, evidence)
    if beside is None:
        return ""
    return f"\n  - {plain(beside.place)}: {code(''.join(piece.text for piece in beside.source))}"


def _aside(report: Report, at: Places) -> list[str]:
    """What does not count, which suppressions need a look, what is gone since the baseline: a line each."""
    known = [
        f"- {_why(f)} {at.brief(f.spans[0].start)} **{f.code}** {plain(f.name)}: {plain(f.message)}"
        for f in report.findings
        if not f.counts
    ]
    notes = [f"- {plain(words)}" for words in idle_wishes(report)]
    return [*known, *notes, *(f"- gone since the baseline: {plain(words)}" for words in gone(report))]


def _why(finding: Finding) -> str:
    return f"suppressed, {plain(why(finding))}:" if finding.suppression else "known to the baseline"


def plain(words: str) -> str:
    """Words that no renderer takes for anything else.

    A zero-width space behind ``@`` keeps GitHub from calling whoever has that name.
    """
    return _MARKUP.sub(r"\\\1", clean(words)).replace("@", "@\u200b")


def code(words: str) -> str:
    """Words in a code span, on one line, however many backticks are in them."""
    shown = short(clean(words), _LONGEST)
    fence = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") or not shown.strip() else ""
    return f"{fence}{pad}{shown}{pad}{fence}"

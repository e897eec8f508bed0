"""One line a finding, as editors and grep like it: ``path:line:column: severity CODE message``."""

from __future__ import annotations

from verifier.report._lines import Lines
from verifier.report._screen import clean, unheard
from verifier.report._set_aside import why
from verifier.report._writer import Writer
from verifier.report.models import Report


class ConciseWriter(Writer):
    """Findings alone: an article without any takes no line. A suppressed one says so in place of its severity."""

    def unread(self, path: str, problem: str) -> str:
        """A line at the head of the file."""
        return unheard(f"{clean(path)}:1:1: error unread {clean(problem)}\n")

    def article(self, report: Report, index: int) -> str:
        """The findings of one article, a line each."""
        del index
        lines = Lines.of(report.article.text)
        name = clean(report.article.path or "text")
        said = []
        for f in report.findings:
            level, message = ("suppressed", why(f)) if f.suppression else (f.severity, f.message)
            if f.counts or f.suppression:
                place = "{}:{}".format(*lines.at(f.spans[0].start))
                said.append(f"{name}:{place}: {level} {f.code} {clean(message)}\n")
        return unheard("".join(said))

"""One line a finding, as editors and grep like it: ``path:line:column: severity CODE message``."""

from __future__ import annotations

from verifier.report._lines import Lines
from verifier.report._screen import clean, unheard
from verifier.report._writer import Writer
from verifier.report.models import Report


class ConciseWriter(Writer):
    """Findings alone: an article without any takes no line."""

    def article(self, report: Report, index: int) -> str:
        """The findings of one article, a line each."""
        del index
        lines = Lines(report.article.text)
        name = clean(report.article.path or "text")
        return unheard(
            "".join(
                "{}:{}:{}: {} {} {}\n".format(name, *lines.at(f.spans[0].start), f.severity, f.code, clean(f.message))
                for f in report.findings
            )
        )

"""What a report comes to in numbers: the line that sums it up, and what the exit code is decided on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.report.models import Report

_MANY = 8
"""Words after which a line is prose whatever it ends in: not every script has a full stop."""
_SENTENCE = re.compile(r"\w+(?:\W+\w+){2}.*[.!?…。।؟][\"”’'»“)\]]*\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over one report, or several added up; ``title`` and ``path`` are a single article's.

    ``missing`` is what a model left unanswered: where there is any, "no findings" does not mean that there are none.
    Findings that are ``suppressed``, and those ``known`` from the baseline, are counted apart. ``unread`` names what
    could not be read, with the reason. ``wordless`` counts articles without a sentence of prose, a table or a list of
    names: of them, too, "no findings" would say too much. ``unheard`` are quotes in articles of whose language speakers
    are not read: nobody has looked who is credited with them.
    """

    articles: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    quotes: int = 0
    attributed: int = 0
    claims: int = 0
    missing: tuple[str, ...] = ()
    suppressed: int = 0
    known: int = 0
    title: str = ""
    path: str = ""
    unread: tuple[str, ...] = ()
    wordless: int = 0
    unheard: int = 0

    @classmethod
    def of(cls, report: Report) -> Tally:
        """Count one report. Scare quotes are nobody's speech and do not count as quotes."""
        severities = [f.severity for f in report.findings if f.counts]
        suppressed = sum(f.suppression is not None for f in report.findings)
        spoken = [q for q in report.quotes if q.kind != "scare"]
        deaf = report.article.language != "en" and report.run.engine == "rules"
        return cls(
            articles=1,
            errors=severities.count("error"),
            warnings=severities.count("warning"),
            infos=severities.count("info"),
            quotes=len(spoken),
            attributed=sum(q.speaker is not None for q in spoken),
            claims=len(report.claims),
            missing=report.run.missing,
            suppressed=suppressed,
            known=len(report.findings) - len(severities) - suppressed,
            title=report.article.title or "",
            path=report.article.path or "",
            wordless=int(not _has_prose(report)),
            unheard=len(spoken) if deaf else 0,
        )

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.articles + other.articles,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.infos + other.infos,
            self.quotes + other.quotes,
            self.attributed + other.attributed,
            self.claims + other.claims,
            self.missing + other.missing,
            self.suppressed + other.suppressed,
            self.known + other.known,
            unread=self.unread + other.unread,
            wordless=self.wordless + other.wordless,
            unheard=self.unheard + other.unheard,
        )

    @property
    def findings(self) -> int:
        """Findings of every severity that count."""
        return self.errors + self.warnings + self.infos

    def at_least(self, severity: str) -> int:
        """Findings of this severity or a worse one; none for "never"."""
        return {"error": self.errors, "warning": self.errors + self.warnings, "info": self.findings}.get(severity, 0)

    def found(self) -> str:
        """The findings in words: "2 errors, 1 warning", "no findings", or that there was nothing to check."""
        parts = [
            counted(n, word)
            for n, word in ((self.errors, "error"), (self.warnings, "warning"), (self.infos, "note"))
            if n
        ]
        aside = self.aside()
        return (", ".join(parts) or self._nothing()) + (f" ({aside})" if aside else "")

    def _nothing(self) -> str:
        if not self.wordless:
            return "no findings"
        if self.wordless == self.articles:
            return "no sentence of prose, so nothing was checked"
        return f"no findings ({counted(self.wordless, 'article')} without a sentence of prose)"

    def aside(self) -> str:
        """What does not count in words: "2 suppressed, 3 known from the baseline"; empty where all do."""
        parts = ((self.suppressed, "suppressed"), (self.known, "known from the baseline"))
        return ", ".join(f"{n} {words}" for n, words in parts if n)

    def read(self) -> str:
        """What was read in words: "6 quotes (4 attributed, 2 unattributed), 20 claims"."""
        loose = self.quotes - self.attributed - self.unheard
        parts = [f"{self.attributed} attributed, {loose} unattributed"] if self.quotes > self.unheard else []
        parts += [f"{self.unheard} whose speakers are not read"] if self.unheard else []
        detail = f" ({', '.join(parts)})" if parts else ""
        unread = f"; {counted(len(self.unread), 'article')} not read" if self.unread else ""
        return f"{counted(self.quotes, 'quote')}{detail}, {counted(self.claims, 'claim')}{unread}"


def _has_prose(report: Report) -> bool:
    text = report.article.text
    said = (text[s.start : s.end] for s in report.article.sentences)
    return any(_SENTENCE.match(one.lstrip('"“‘„«([*_> ')) or len(one.split()) >= _MANY for one in said)


def counted(number: int, word: str) -> str:
    """A number with its noun."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"

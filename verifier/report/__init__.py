"""The report, and one writer a format."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from verifier.report._writer import Entry, Level, Look, RuleNote, Writer

__all__ = ["FORMATS", "Entry", "Format", "Level", "Look", "RuleNote", "Writer"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format and where its writer lives; the writer is loaded when it is first asked for.

    ``for_people`` formats follow the terminal's encoding; the others are always UTF-8. ``index`` names the file that
    leads to the others in a folder of reports, where the format has one.
    """

    name: str
    suffix: str
    home: str
    writer: str
    for_people: bool = False
    index: str = ""
    packed: str = ""

    def pack(self, text: str) -> bytes:
        """What the writer wrote as a Word file; only where ``packed`` names the module that can."""
        made: bytes = import_module(self.packed).pack(text)
        return made

    def open(self, total: int, look: Look) -> Writer:
        """A writer for that many reports."""
        made: Writer = getattr(import_module(self.home), self.writer)(total, look)
        return made


FORMATS = {
    f.name: f
    for f in (
        Format("text", ".txt", "verifier.report.text", "TextWriter", for_people=True),
        Format("concise", ".concise.txt", "verifier.report.concise", "ConciseWriter", for_people=True),
        Format("claims", ".claims.txt", "verifier.report.claims", "ClaimsWriter", for_people=True),
        Format("json", ".json", "verifier.report.json", "JsonWriter"),
        Format("jsonl", ".jsonl", "verifier.report.json", "JsonlWriter"),
        Format("html", ".html", "verifier.report.html", "HtmlWriter", index="index.html"),
        Format("sarif", ".sarif", "verifier.report.sarif", "SarifWriter"),
        Format("junit", ".junit.xml", "verifier.report.junit", "JunitWriter"),
        Format("github", ".github.txt", "verifier.report.github", "GithubWriter"),
        Format("gitlab", ".gitlab.json", "verifier.report.gitlab", "GitlabWriter"),
        Format("markdown", ".report.md", "verifier.report.markdown", "MarkdownWriter"),
        Format("csv", ".csv", "verifier.report.csv", "CsvWriter"),
        Format("ledger", ".ledger.csv", "verifier.report.ledger", "LedgerWriter", packed="verifier.report.ledger"),
        Format("calls", ".calls.md", "verifier.report.calls", "CallsWriter", packed="verifier.report.calls"),
        Format("annotations", ".annotations.jsonld", "verifier.report.annotations", "AnnotationsWriter"),
        Format("schema-org", ".claims.jsonld", "verifier.report.schema_org", "SchemaOrgWriter"),
    )
}

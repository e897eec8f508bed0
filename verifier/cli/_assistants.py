"""The tools that a writing assistant is offered: thin over the library."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from verifier import __version__, rules
from verifier._exceptions import UsageError, VerifierError
from verifier.pipeline import check as checked
from verifier.pipeline import names_file
from verifier.report._lines import Lines
from verifier.report._sides import place
from verifier.report.models import Report
from verifier.sources import Source, from_text

_LARGEST = 500_000
"""Characters of a text."""
_INSTRUCTIONS = (
    "verifier reads news articles: who said what, and where the text disagrees with itself or its sources. It never "
    "says that something is false. Each finding points at what a human should look at."
)


def server() -> MCPServer:
    """The server with its tools."""
    made = MCPServer("verifier", version=__version__, instructions=_INSTRUCTIONS)

    @made.tool()
    def check(
        text: str, published: str = "", select: list[str] | None = None, sources: list[str] | None = None
    ) -> dict[str, Any]:
        """Check an article by rules. published is its date (2019-02-14), select limits the rules (codes such as D or
        Q001), sources are texts that it is held against (transcripts, releases). Findings come with line and column."""
        return check_text(text, published, select or [], sources or [])

    @made.tool(name="sources")
    def against(text: str, sources: dict[str, str], quote_policy: str = "standard") -> dict[str, Any]:
        """Hold an article's quotations, figures, dates and names against sources: texts (transcripts, releases,
        documents) by the names they are to be told by. Each fact comes with its verdict (confirmed, differs, near,
        absent, not compared), the passage of the source, its place and what differs. quote_policy is what may differ
        inside quotation marks: standard, ap, reuters, guardian or wsj. Give texts, not paths: no file is read."""
        return held_against(text, sources, quote_policy)

    @made.tool(name="rules")
    def catalogue() -> list[dict[str, str]]:
        """All rules: code, name, severity, and what each fires on."""
        return [{"code": r.code, "name": r.name, "severity": r.severity, "what": r.what} for r in rules.catalogue()]

    @made.tool()
    def rule(code: str) -> str:
        """The page of one rule, in Markdown: what, why, an example that fires, one that does not."""
        try:
            return rules.page(rules.named(code))
        except UsageError as error:
            raise ToolError(str(error)) from error

    return made


def check_text(text: str, published: str, select: list[str], sources: list[str]) -> dict[str, Any]:
    """What the tool answers.

    Raises:
        ToolError: it cannot be checked; the assistant is told why.
    """
    from verifier.settings import Settings  # noqa: PLC0415

    try:
        held = _read(text, {f"source {n}": words for n, words in enumerate(sources, 1)})
        report = checked(text, Settings(select=tuple(select)), published=_day(published), sources=held)
    except VerifierError as error:
        raise ToolError(str(error)) from error
    return {**_told(report), "evidence": _evidence(report)}


def held_against(article: str, sources: dict[str, str], quote_policy: str) -> dict[str, Any]:
    """What the tool answers.

    Raises:
        ToolError: there is nothing to hold it against; the assistant is told why.
    """
    from verifier.settings import Settings  # noqa: PLC0415

    try:
        if not sources:
            raise UsageError('sources: none given; give their texts by name: {"meeting": "Ines Varga: We go."}')
        report = checked(article, Settings(quote_policy=quote_policy), sources=_read(article, sources))
    except VerifierError as error:
        raise ToolError(str(error)) from error
    facts = _evidence(report)
    counts = Counter(fact["status"] for fact in facts)
    against = {rule.code for rule in rules.catalogue() if rule.against}
    return {
        "summary": ", ".join(f"{n} {status}" for status, n in counts.items()) or "no facts",
        "facts": facts,
        "findings": [row for row in report.rows() if row["code"] in against],
    }


def _read(text: str, sources: dict[str, str]) -> list[Source]:
    """The sources as texts. A path is none: whoever can make an assistant name one must not make it read one.

    Raises:
        UsageError: too much, or a file's name in the place of a text.
    """
    if len(text) > _LARGEST or sum(map(len, sources.values())) > 10 * _LARGEST:
        raise UsageError(f"longer than {_LARGEST:,} characters; check it in parts")
    for name, words in sources.items():
        if names_file(words):
            raise UsageError(f"{name}: {words.strip()!r} is a file's name; no file is read here, give its text")
    return [from_text(words, name) for name, words in sources.items()]


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise UsageError(f"published: {published!r} is no day; write it as 2019-02-14") from None


def _told(report: Report) -> dict[str, Any]:
    return {
        "summary": repr(report),
        "findings": report.rows(),
        "quotes": [
            {"words": q.span.text, "speaker": q.speaker.name if q.speaker else None, "start": q.span.start}
            for q in report.quotes
        ],
    }


def _evidence(report: Report) -> list[dict[str, Any]]:
    """Every fact with what the sources say of it; lines and columns count from 1."""
    at = Lines.of(report.article.text).at
    told = []
    for one in report.evidence:
        line, column = at(one.article.start)
        found: dict[str, Any] = {
            "fact": one.fact, "words": one.article.text, "line": line, "column": column, "status": one.status,
            "source": one.source, "passage": one.span.text if one.span else None, "place": place(one),
            "differences": [
                {"kind": d.kind, "article": d.article.text if d.article else None,
                 "source": d.source.text if d.source else None, "allowed": d.allowed}
                for d in one.differences
            ],
        }  # fmt: skip
        told.append({**found, "note": one.note} if one.note else found)
    return told


def serve() -> None:
    """Speak on standard input and output until the other side hangs up."""
    server().run("stdio")

"""The tools that a writing assistant is offered: thin over the library."""

from __future__ import annotations

from datetime import date
from typing import Any

from mcp.server.mcpserver import MCPServer

from verifier import __version__, rules
from verifier._exceptions import UsageError, VerifierError
from verifier.pipeline import check as checked
from verifier.report.models import Report
from verifier.sources import from_text

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

    @made.tool(name="rules")
    def catalogue() -> list[dict[str, str]]:
        """All rules: code, name, severity, and what each fires on."""
        return [{"code": r.code, "name": r.name, "severity": r.severity, "what": r.what} for r in rules.catalogue()]

    @made.tool()
    def rule(code: str) -> str:
        """The page of one rule, in Markdown: what, why, an example that fires, one that does not."""
        return rules.page(rules.named(code.strip().upper()))

    return made


def check_text(text: str, published: str, select: list[str], sources: list[str]) -> dict[str, Any]:
    """What the tool answers.

    Raises:
        ValueError: it cannot be checked; the assistant is told why.
    """
    from verifier.settings import Settings  # noqa: PLC0415

    try:
        if len(text) > _LARGEST or sum(map(len, sources)) > 10 * _LARGEST:
            raise UsageError(f"longer than {_LARGEST:,} characters; check it in parts")
        held = [from_text(words, f"source {n}") for n, words in enumerate(sources, 1)]
        day = date.fromisoformat(published) if published else None
        settings = Settings(select=tuple(code.strip().upper() for code in select))
        report = checked(text, settings, published=day, sources=held)
    except VerifierError as error:
        raise ValueError(str(error)) from error
    return _told(report)


def _told(report: Report) -> dict[str, Any]:
    return {
        "summary": repr(report),
        "findings": report.rows(),
        "quotes": [
            {"words": q.span.text, "speaker": q.speaker.name if q.speaker else None, "start": q.span.start}
            for q in report.quotes
        ],
        "evidence": [
            {
                "words": e.article.text,
                "status": e.status,
                "source": e.source,
                "passage": e.span.text if e.span else None,
            }
            for e in report.evidence
        ],
    }


def serve() -> None:
    """Speak on standard input and output until the other side hangs up."""
    server().run("stdio")

"""The way through: read, understand, check, report."""

from __future__ import annotations

import time
from datetime import date

from verifier import __version__, claims, rules
from verifier.article import Article, from_text
from verifier.language import Analysis, analyse
from verifier.report import build
from verifier.report._finding import Raised
from verifier.report.models import SCHEMA_VERSION, Report, Run
from verifier.settings import Settings


def check(text_or_article: str | Article, settings: Settings | None = None, *, published: date | None = None) -> Report:
    """Check one article by rules alone.

    ``published`` is the article's date where its text has none.

    Raises:
        InputError: the text is empty.
        UsageError: the settings name a rule that does not exist.
    """
    started = time.perf_counter()
    settings = settings or Settings()
    running = rules.chosen(settings)
    article = _article(text_or_article, published)
    analysis = analyse(article, settings)
    statements = claims.find(analysis)
    quotes = build.quotes(analysis, statements)
    return Report(
        schema_version=SCHEMA_VERSION,
        article=build.article(article),
        quotes=quotes,
        claims=build.claims(article.text, statements),
        findings=build.findings(article, _raise(running, analysis)),
        coverage=build.coverage(analysis, quotes),
        run=_by_rules(time.perf_counter() - started),
    )


async def acheck(
    text_or_article: str | Article, settings: Settings | None = None, *, published: date | None = None
) -> Report:
    """The same as :func:`check`, off the event loop."""
    import asyncio  # noqa: PLC0415 - takes longer to load than an article to read; whoever awaits has it loaded

    return await asyncio.to_thread(check, text_or_article, settings, published=published)


def _article(text_or_article: str | Article, published: date | None) -> Article:
    return from_text(text_or_article, published=published) if isinstance(text_or_article, str) else text_or_article


def _raise(running: list[rules.Rule], analysis: Analysis) -> list[Raised]:
    return [
        Raised(
            code=rule.code,
            name=rule.name,
            severity=problem.severity or analysis.settings.severities.get(rule.code, rule.severity),
            message=problem.message,
            question=problem.question,
            explanation=problem.explanation or rule.why,
            spans=problem.spans,
            related=problem.related,
        )
        for rule in running
        for problem in rule.check(analysis)
    ]


def _by_rules(seconds: float) -> Run:
    return Run(
        version=__version__,
        engine="rules",
        model=None,
        endpoint=None,
        prompts={},
        calls=0,
        cache_hits=0,
        retries=0,
        tokens_in=0,
        tokens_out=0,
        cost=None,
        dropped=(),
        missing=(),
        seconds=round(seconds, 4),
        complete=True,
    )

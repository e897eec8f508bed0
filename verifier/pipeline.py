"""The way through: read, understand, check, ask, report."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from verifier import __version__, claims, rules
from verifier._exceptions import UsageError
from verifier.article import Article, from_text
from verifier.claims import Statement
from verifier.reading import Analysis, analyse
from verifier.report import build
from verifier.report._finding import Raised
from verifier.report.models import SCHEMA_VERSION, Dropped, Report, Run
from verifier.settings import Settings, Severity

if TYPE_CHECKING:
    from verifier.model.meter import Used
    from verifier.model.reading import Forecast, Room
    from verifier.model.results import ModelReading
    from verifier.model.settings import ModelSettings


def check(
    text_or_article: str | Article,
    settings: Settings | None = None,
    *,
    published: date | None = None,
    model: ModelSettings | None = None,
) -> Report:
    """Check one article: by rules, and by a model where one is given.

    ``published`` is the article's date where its text has none. With a model, call :func:`acheck` from code that runs
    in an event loop.

    Raises:
        InputError: the text is empty, or a cassette that must be there is not.
        UsageError: what was given is neither text nor an article, the settings name a rule that does not exist, or
            a file of prompts cannot be used.
    """
    if model is not None:
        import asyncio  # noqa: PLC0415 - takes longer to load than an article to read

        return asyncio.run(acheck(text_or_article, settings, published=published, model=model))
    started = time.perf_counter()
    found = _understand(text_or_article, settings or Settings(), published)
    return _report(found, found.raised, None, _by_rules(time.perf_counter() - started))


async def acheck(
    text_or_article: str | Article,
    settings: Settings | None = None,
    *,
    published: date | None = None,
    model: ModelSettings | None = None,
) -> Report:
    """The same as :func:`check`, beside whatever else the event loop does."""
    import asyncio  # noqa: PLC0415 - whoever awaits has it loaded

    if model is None:
        return await asyncio.to_thread(check, text_or_article, settings, published=published)
    from verifier.model.reading import room  # noqa: PLC0415 - a run by rules does not need it

    async with room(model) as place:
        return await ask(text_or_article, settings or Settings(), place, published=published)


async def ask(
    text_or_article: str | Article, settings: Settings, place: Room, *, published: date | None = None
) -> Report:
    """Check one article with the model of an open room, whose limits hold for all articles together."""
    import asyncio  # noqa: PLC0415

    from verifier import adjudication  # noqa: PLC0415
    from verifier.model.reading import read  # noqa: PLC0415

    started = time.perf_counter()
    found = await asyncio.to_thread(_understand, text_or_article, settings, published)
    with place.meter.account() as used:
        reading = await read(found.analysis, found.statements, adjudication.pairs(found.raised, found.analysis), place)
    judged = adjudication.judged(found.raised, reading)
    raised = [
        *judged,
        *adjudication.own(found.analysis, judged, reading, found.running, settings.severities),
    ]
    return _report(found, raised, reading, _with_model(place, used, reading, time.perf_counter() - started))


def foresee(
    text_or_article: str | Article, settings: Settings, place: Room, *, published: date | None = None
) -> Forecast:
    """What :func:`ask` would send for this article, without sending it."""
    from verifier import adjudication  # noqa: PLC0415
    from verifier.model.reading import forecast  # noqa: PLC0415

    found = _understand(text_or_article, settings, published)
    return forecast(found.analysis, found.statements, adjudication.pairs(found.raised, found.analysis), place)


@dataclass(frozen=True, slots=True)
class _Understood:
    """An article as far as rules can take it."""

    analysis: Analysis
    statements: tuple[Statement, ...]
    running: list[rules.Rule]
    raised: list[Raised]


def _understand(text_or_article: str | Article, settings: Settings, published: date | None) -> _Understood:
    running = rules.chosen(settings)
    article = _article(text_or_article, published)
    analysis = analyse(article, settings)
    return _Understood(analysis, claims.find(analysis), running, _raise(running, analysis))


def _article(given: object, published: date | None) -> Article:
    if isinstance(given, Article):
        return given
    if isinstance(given, str):
        return from_text(given, published=published)
    raise UsageError(
        f"check takes the article's text (str) or an Article, not {type(given).__name__}; "
        "to check a file: check(verifier.read(path))"
    )


def _raise(running: list[rules.Rule], analysis: Analysis) -> list[Raised]:
    return [
        Raised(
            code=rule.code,
            name=rule.name,
            severity=_severity(rule, problem, analysis.settings),
            message=problem.message,
            question=problem.question,
            explanation=problem.explanation or rule.why,
            spans=problem.spans,
            related=problem.related,
            likely=problem.likely,
        )
        for rule in running
        for problem in rule.check(analysis)
    ]


_STRICTEST: tuple[Severity, ...] = ("error", "warning", "info")


def _severity(rule: rules.Rule, problem: rules.Problem, settings: Settings) -> Severity:
    """The problem's own, else the rule's; where the desk has set another, nothing is more severe than that."""
    own = problem.severity or rule.severity
    wanted = settings.severities.get(rule.code)
    if wanted is None:
        return own
    return max(wanted, problem.severity or wanted, key=_STRICTEST.index)


def _report(found: _Understood, raised: Sequence[Raised], reading: ModelReading | None, run: Run) -> Report:
    article = found.analysis.article
    heard, guessed = (reading.speakers, reading.guessed) if reading else (None, ())
    quotes = build.quotes(found.analysis, found.statements, heard, guessed)
    return Report(
        schema_version=SCHEMA_VERSION,
        article=build.article(article),
        quotes=quotes,
        claims=build.claims(found.analysis, found.statements, reading),
        findings=build.findings(article, raised),
        candidates=build.candidates(article, raised),
        coverage=build.coverage(found.analysis, quotes, reading.claims if reading else ()),
        run=run,
    )


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


def _with_model(place: Room, used: Used, reading: ModelReading, seconds: float) -> Run:
    return Run(
        version=__version__,
        engine="rules+model",
        model=place.settings.name,
        endpoint=None if place.settings.replaying else place.settings.host,
        cassette=place.settings.cassette.name if place.settings.cassette else None,
        prompts=place.hashes,
        calls=used.calls,
        cache_hits=used.cache_hits,
        retries=used.retries,
        tokens_in=used.tokens_in,
        tokens_out=used.tokens_out,
        tokens_cached=used.tokens_cached,
        tokens_thought=used.tokens_thought,
        negotiated=place.meter.negotiated,
        cost=place.meter.price(used.tokens_in, used.tokens_out, used.tokens_cached),
        dropped=tuple(Dropped(what=d.what, why=d.why) for d in reading.dropped),
        missing=tuple(reading.missing),
        seconds=round(seconds, 4),
        complete=not reading.missing,
    )

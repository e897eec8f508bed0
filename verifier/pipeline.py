"""The way through: read, understand, check, ask, report."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import __version__, _garbage, claims, languages, rules
from verifier._exceptions import UsageError
from verifier.article import Article, from_text
from verifier.claims import Statement
from verifier.keys import sensible, sensible_model
from verifier.reading import Analysis, analyse
from verifier.report import build
from verifier.report._finding import Raised
from verifier.report.models import SCHEMA_VERSION, Dropped, NotRun, Report, Run
from verifier.settings import Settings, Severity

if TYPE_CHECKING:
    from verifier.model.meter import Used
    from verifier.model.reading import Forecast, Room
    from verifier.model.results import ModelReading
    from verifier.model.settings import ModelSettings
    from verifier.report.evidence import Evidence
    from verifier.sources import Fact, Held, Library, Paraphrase, Source


def check(
    text_or_article: str | Article,
    settings: Settings | None = None,
    *,
    published: date | None = None,
    model: ModelSettings | None = None,
    sources: Sequence[str | Path | Source] | Library = (),
) -> Report:
    """Check one article: by rules, against its sources where some are given, and by a model where one is given.

    ``published`` is the article's date where its text has none. ``sources`` are files or folders, or sources made by
    :func:`verifier.source`; a library, for many articles, is read once by :func:`verifier.sources.gather`. One that
    cannot be read stands in ``run.sources`` of the report as unread. With a model, call :func:`acheck` from code that
    runs in an event loop.

    Raises:
        InputError: the text is empty, or a cassette that must be there is not.
        UsageError: what was given is neither text nor an article, the settings say what a configuration
            file must not, or a file of prompts cannot be used.
    """
    if model is not None:
        import asyncio  # noqa: PLC0415 - takes longer to load than an article to read

        return asyncio.run(acheck(text_or_article, settings, published=published, model=model, sources=sources))
    started = time.perf_counter()
    with _garbage.left_lying():
        found = _understand(text_or_article, settings or Settings(), published, _library(sources))
        return _report(found, found.raised, None, _by_rules(time.perf_counter() - started))


async def acheck(
    text_or_article: str | Article,
    settings: Settings | None = None,
    *,
    published: date | None = None,
    model: ModelSettings | None = None,
    sources: Sequence[str | Path | Source] | Library = (),
) -> Report:
    """The same as :func:`check`, beside whatever else the event loop does."""
    import asyncio  # noqa: PLC0415 - whoever awaits has it loaded

    if model is None:
        return await asyncio.to_thread(check, text_or_article, settings, published=published, sources=sources)
    from verifier.model.reading import room  # noqa: PLC0415 - a run by rules does not need it

    async with room(sensible_model(model)) as place:
        library = await asyncio.to_thread(_library, sources)
        return await ask(text_or_article, settings or Settings(), place, published=published, library=library)


async def ask(
    text_or_article: str | Article,
    settings: Settings,
    place: Room,
    *,
    published: date | None = None,
    library: Library | None = None,
) -> Report:
    """Check one article with the model of an open room, whose limits hold for all articles together."""
    import asyncio  # noqa: PLC0415

    from verifier import adjudication  # noqa: PLC0415
    from verifier.model.reading import read  # noqa: PLC0415

    started = time.perf_counter()
    found = await asyncio.to_thread(_understand, text_or_article, settings, published, library)
    pairs = adjudication.pairs(found.raised, found.analysis)
    paraphrases = await asyncio.to_thread(_paraphrases, found)
    with place.meter.account() as used:
        reading = await read(found.analysis, found.statements, pairs, place, paraphrases)
    found = _held_further(found, adjudication.rests(reading))
    judged = adjudication.judged(found.raised, reading)
    raised = [
        *judged,
        *adjudication.own(found.analysis, judged, reading, found.running, found.analysis.settings.severities),
    ]
    return _report(found, raised, reading, _with_model(place, used, reading, time.perf_counter() - started))


def foresee(
    text_or_article: str | Article,
    settings: Settings,
    place: Room,
    *,
    published: date | None = None,
    library: Library | None = None,
) -> Forecast:
    """What :func:`ask` would send for this article, without sending it."""
    from verifier import adjudication  # noqa: PLC0415
    from verifier.model.reading import forecast  # noqa: PLC0415

    found = _understand(text_or_article, settings, published, library)
    pairs = adjudication.pairs(found.raised, found.analysis)
    return forecast(found.analysis, found.statements, pairs, place, _paraphrases(found))


@dataclass(frozen=True, slots=True)
class _Understood:
    """An article as far as rules can take it."""

    analysis: Analysis
    statements: tuple[Statement, ...]
    running: list[rules.Rule]
    raised: list[Raised]
    not_run: tuple[NotRun, ...]
    held: Held | None = None
    by_rules: int = 0
    """How many of what was raised needs no source; these stand first."""


def _understand(
    text_or_article: str | Article, settings: Settings, published: date | None, library: Library | None = None
) -> _Understood:
    settings = sensible(settings)
    chosen = rules.chosen(settings)
    article = _article(text_or_article, published)
    if settings.language is not None:
        article = replace(article, language=settings.language)
    analysis = analyse(article, settings)
    running, left_out = rules.available(chosen, analysis.language)
    left_out = [r for r in left_out if r.against is None or library is not None]
    statements = claims.find(analysis) if article.language == languages.DEFAULT else ()
    held = None
    if library is not None:
        from verifier.sources import compare  # noqa: PLC0415 - a run without sources does not need it

        held = compare(analysis, library, settings.quote_policy)
    raised = _raise(running, analysis, held)
    by_rules = len(raised)
    if held is not None:
        raised += _raise_against(running, held)
    not_run = _not_run(article, left_out, settings.language)
    return _Understood(analysis, statements, running, raised, not_run, held, by_rules)


def _paraphrases(found: _Understood) -> tuple[Paraphrase, ...]:
    """What the model holds against the sources, where there are some and the rule runs that tells it."""
    if found.held is None or not any(rule.model and rule.against for rule in found.running):
        return ()
    from verifier.sources import paraphrases  # noqa: PLC0415 - a run without sources does not need it

    return paraphrases(found.held)


def _held_further(found: _Understood, facts: Sequence[Fact]) -> _Understood:
    """The same with what the model found in the sources: the rules about sources look at it again."""
    if found.held is None or not facts:
        return found
    held = found.held.joined(facts)
    raised = [*found.raised[: found.by_rules], *_raise_against(found.running, held)]
    return replace(found, held=held, raised=raised)


def _library(given: Sequence[str | Path | Source] | Library) -> Library | None:
    """The sources read; None where there are none.

    Raises:
        UsageError: something given is neither a path nor a source.
    """
    if not given:
        return None
    from verifier.sources import Library, Source, Wanted, gather, joined  # noqa: PLC0415 - see above

    if isinstance(given, Library):
        return given
    if isinstance(given, str | Path):
        given = [given]
    for one in given:
        if not isinstance(one, str | Path | Source):
            raise UsageError(f"a source is a path or what verifier.source makes, not {type(one).__name__}")
    paths = tuple(Path(one) for one in given if isinstance(one, str | Path))
    return joined(gather(Wanted(paths)), [one for one in given if isinstance(one, Source)])


def _not_run(article: Article, left_out: Sequence[rules.Rule], chosen: str | None) -> tuple[NotRun, ...]:
    if not left_out:
        return ()
    language = languages.called(article.language)
    told = f"is said to be in {language}" if chosen else f"reads as {language}"
    why = f"the article {told}, of which no names, speakers and claims are read"
    return (NotRun(codes=tuple(r.code for r in left_out), why=why),)


def _article(given: object, published: date | None) -> Article:
    if isinstance(given, Article):
        return given
    if isinstance(given, str):
        _no_file_name(given)
        return from_text(given, published=published)
    raise UsageError(
        f"check takes the article's text (str) or an Article, not {type(given).__name__}; "
        "to check a file: check(verifier.read(path))"
    )


def _no_file_name(text: str) -> None:
    """A file's name is no article: "story.txt" would be checked, found fine, and nobody be the wiser.

    Raises:
        UsageError: it looks like one.
    """
    if names_file(text):
        raise UsageError(f"{text.strip()!r} is a file's name, not a text; did you mean check(read({text.strip()!r}))?")


def names_file(text: str) -> bool:
    """Whether a text is no more than a file's name, or a path."""
    return bool(_FILE_NAME.fullmatch(text.strip()))


_FILE_NAME = re.compile(
    r"[^\n]{0,250}\.(?:txt|text|md|markdown|html?|docx?|pdf|eml|msg|rtf|odt|vtt|srt|json)", re.IGNORECASE
)


def _raise(running: list[rules.Rule], analysis: Analysis, held: Held | None) -> list[Raised]:
    problems = ((rule, problem) for rule in running for problem in rule.check(analysis))
    return [
        _raised(rule, problem, analysis.settings)
        for rule, problem in problems
        if not (held and problem.wants_source and held.has_all(problem.spans))
    ]


def _raise_against(running: list[rules.Rule], held: Held) -> list[Raised]:
    settings = held.analysis.settings
    return [_raised(rule, problem, settings) for rule in running if rule.against for problem in rule.against(held)]


def _raised(rule: rules.Rule, problem: rules.Problem, settings: Settings) -> Raised:
    return Raised(
        code=rule.code,
        name=rule.name,
        severity=_severity(rule, problem, settings),
        message=problem.message,
        question=problem.question,
        explanation=problem.explanation or rule.why,
        spans=problem.spans,
        related=problem.related,
        likely=problem.likely,
        evidence=problem.evidence,
        origin="model" if rule.model else "rules",
    )


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
    quotes = build.quotes(found.analysis, found.statements, reading)
    told = build.claims(found.analysis, found.statements, reading)
    evidence: tuple[Evidence, ...] = ()
    if found.held is not None:
        from verifier.report import _evidence  # noqa: PLC0415 - a run without sources does not need it

        evidence = _evidence.evidence(found.held, told)
        run = run.model_copy(update={"sources": _evidence.sources(found.held)})
    return Report(
        schema_version=SCHEMA_VERSION,
        article=build.article(article),
        quotes=quotes,
        claims=told,
        evidence=evidence,
        findings=build.findings(article, raised),
        candidates=build.candidates(article, raised),
        coverage=build.coverage(found.analysis, quotes, reading.claims if reading else (), evidence),
        run=run.model_copy(update={"not_run": found.not_run, "remarks": found.analysis.article.remarks}),
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

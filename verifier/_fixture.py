"""The work behind :mod:`verifier.pytest_plugin`, apart from it because pytest would load it at every start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from verifier._exceptions import InputError, UsageError
from verifier.article import from_text, read
from verifier.cli._settle import settled, wishes
from verifier.config import Effective, Finder, effective
from verifier.model.cassette import replay
from verifier.model.settings import ModelSettings
from verifier.pipeline import check
from verifier.report.models import Report
from verifier.settings import Settings


def make(  # noqa: PLR0913 - what the fixture is given
    path: Path | None,
    text: str | None,
    cassette: Path | None,
    settings: Settings | None,
    published: date | None,
    sources: Sequence[Path] = (),
) -> Report:
    """The report on a file, or on a text; with a cassette, a model's part is replayed from it.

    What is wrong with one of the sources is raised: a test must not pass for want of what it is held against.

    Raises:
        InputError: the article or the cassette cannot be read.
        UsageError: both or neither of path and text are given, or the configuration is wrong.
    """
    if path is not None and text is None:
        held = effective(path, Finder().above(path.parent), {}, {})
        article = read(path, published=published)
    elif text is not None and path is None:
        held = effective(Path("text"), None, {}, {})
        article = from_text(text, published=published)
    else:
        raise UsageError("verifier_report takes a path, or text=...")
    model = _replayed(cassette, held) if cassette is not None else None
    chosen = settings or held.settings
    report = check(article, chosen, model=model, sources=tuple(sources) or held.sources)
    unread = next((source for source in report.run.sources if source.state == "unread"), None)
    if unread is not None:
        raise InputError(unread.path, unread.problem)
    return settled(report, wishes(article, comments=held.comments), None, chosen, date.today())


def _replayed(cassette: Path, held: Effective) -> ModelSettings:
    """As it was recorded, with the prompts that the configuration names."""
    return replace(replay(cassette), prompts=held.model.get("prompts"))

"""What is to be done, decided before any article is read: each one with what its desk has chosen, and one model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import rules
from verifier._exceptions import UsageError
from verifier.baseline import Baseline
from verifier.cli._desk import Desk
from verifier.cli._entry import complain
from verifier.cli._inputs import Input
from verifier.cli._model_settings import chosen
from verifier.cli._work import Task
from verifier.config import Effective
from verifier.report import Level, RuleNote

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings
    from verifier.sources import Wanted


_LEVELS: tuple[Level, ...] = ("never", "error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and what a report is to know of it.

    ``model`` is the one that is asked (None: none), ``unable`` are selected rules that cannot run without one,
    ``fail_on`` is the least severity that makes any article fail, ``rules`` are all that run on some article.
    """

    tasks: list[Task]
    model: ModelSettings | None
    unable: list[str]
    fail_on: Level
    rules: tuple[RuleNote, ...]


def plan(desk: Desk, inputs: list[Input], known: Baseline | None, *, no_model: bool, facts: bool = False) -> Plan:
    """Decide what holds for each article.

    Raises:
        UsageError: a configuration or a flag is wrong, or the articles' configurations name different models.
    """
    held = [desk.of(given.name) for given in inputs]
    models: dict[Path | None, tuple[ModelSettings | None, str]] = {}
    for given, one in zip(inputs, held, strict=True):
        file = one.file.path if one.file else None
        if file not in models:
            models[file] = model_of(desk, one, no_model=no_model), given.name
    tasks = [
        Task(
            given,
            one.settings,
            one.fail_on,
            one.comments,
            known.of(given.name) if known else None,
            beside=not desk.choices.isolated,
            candidates=one.candidates,
            sources=_sources(desk, one, facts=facts),
        )
        for given, one in zip(inputs, held, strict=True)
    ]
    model = _one_model(list(models.values()))
    running = _running(tasks)
    wanted = {rule.code for task in tasks if task.settings.select for rule in rules.chosen(task.settings) if rule.model}
    fail_on = max((task.fail_on for task in tasks), key=_LEVELS.index)
    return Plan(tasks, model, [] if model else sorted(wanted), fail_on, running)


def _sources(desk: Desk, held: Effective, *, facts: bool) -> Wanted | None:
    """What an article is held against; nothing at all, where only its ``facts`` are to be listed."""
    if not held.sources and not facts:
        return None
    from verifier.cli._sources import wanted  # noqa: PLC0415 - a run without sources does not need it

    return wanted(desk, held, keep=not desk.asking.no_cache)


def model_of(desk: Desk, held: Effective, *, no_model: bool) -> ModelSettings | None:
    """The model that is asked about articles for which this holds.

    Raises:
        UsageError: a file that may not names one, or what is said about it does not go together.
    """
    sends_nothing = no_model or (desk.asking.cassette is not None and desk.asking.replays)
    if held.names_model and not sends_nothing and not desk.trusts(held):
        shown = held.file.shown if held.file else ""
        raise UsageError(
            f"{shown}: model: a model is only taken from a configuration in this folder or above it; "
            f"say --config {shown} if you trust it, or --no-model"
        )
    settings = chosen(desk.asking, held.model, no_model=no_model)
    if settings is not None and settings.api_key and not desk.may_have_the_key(held):
        complain(
            f"the key is not sent to {settings.host}, which only {held.file.shown if held.file else 'a file'} names; "
            "say --base-url URL, or --config FILE, if it is to have it"
        )
        return replace(settings, api_key="")
    return settings


def _one_model(models: list[tuple[ModelSettings | None, str]]) -> ModelSettings | None:
    first, name = models[0]
    for other, other_name in models[1:]:
        if other != first:
            raise UsageError(
                f"{name} and {other_name} are to be checked with {_called(first)} and {_called(other)}; "
                "check them in runs of their own, or name the --config FILE that holds for both"
            )
    return first


def _called(model: ModelSettings | None) -> str:
    return f"{model.name} at {model.host}" if model else "no model"


def _running(tasks: list[Task]) -> tuple[RuleNote, ...]:
    """The rules that run, each with the severity that the first desk that runs it gives it."""
    found: dict[str, RuleNote] = {}
    for task in tasks:
        for rule in rules.chosen(task.settings):
            severity = task.settings.severities.get(rule.code, rule.severity)
            found.setdefault(rule.code, RuleNote(rule.code, rule.name, severity, rule.what, rule.why))
    return tuple(found[code] for code in sorted(found))

"""The run behind ``verifier eval``: read gold, check its articles, measure, write, decide the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click

from verifier import __version__
from verifier._exceptions import UsageError, VerifierError
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._documents import put, targets
from verifier.cli._entry import Exit, complain
from verifier.cli._eval_inputs import Floor, Item, earlier, floors, gold_paths, item
from verifier.cli._eval_work import Asked, Variant, forecasts, reports, variants
from verifier.cli._model_options import Asking
from verifier.cli._model_work import forecast_lines
from verifier.cli._spare import spare
from verifier.evaluation import Column, Evaluation, column
from verifier.evaluation.columns import Reading
from verifier.evaluation.comparing import compare
from verifier.evaluation.models import SCHEMA_VERSION
from verifier.evaluation.text import as_text
from verifier.pipeline import check

_RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said, one field an option."""

    golds: tuple[str, ...]
    outputs: tuple[str, ...]
    compare: Path | None
    floors: tuple[str, ...]
    repeat: int
    no_model: bool
    models: tuple[str, ...]
    prompts: tuple[Path, ...]
    choices: Choices
    asking: Asking
    quiet: bool


def run(options: Options) -> Exit:
    """Measure everything that was named; where one thing is wrong nothing is measured, for a part is no figure."""
    wanted = targets(options.outputs)
    least = floors(options.floors)
    before = earlier(options.compare) if options.compare else None
    items = _items(options)
    if items is None:
        return Exit.WRONG
    asked_for = _variants(options, items)
    cassettes = [settings.cassette for variant in asked_for for settings in variant.settings]
    spare([*(path for one in items for path in (one.gold.path, one.gold.article)), *cassettes], wanted.values())
    if options.asking.dry_run:
        return _foretell(options, items, asked_for)
    asked = Asked()
    columns = _columns(options, items, asked_for, asked)
    evaluation = Evaluation(schema_version=SCHEMA_VERSION, version=__version__, columns=tuple(columns))
    if before:
        evaluation = evaluation.model_copy(update={"progress": compare(before, evaluation)})
    failures = [*_below(columns, least), *_forbidden(columns)]
    put(wanted, {"text": as_text(evaluation, quiet=options.quiet), "json": evaluation.model_dump_json(indent=2) + "\n"})
    return _settle(options, columns, asked, failures)


def _items(options: Options) -> list[Item] | None:
    paths, problems = gold_paths(options.golds)
    desk = Desk(options.choices, Asking())
    found = []
    for path in paths:
        try:
            found.append(item(path, desk))
        except VerifierError as problem:
            problems.append(str(problem))
    for line in problems:
        complain(line)
    return None if problems else found


def _variants(options: Options, items: Sequence[Item]) -> list[Variant]:
    asking = options.asking
    if options.no_model:
        if options.models:
            raise UsageError("--model and --no-model: which of the two?")
        return []
    if options.repeat > 1 and asking.cassette:
        raise UsageError(
            "--repeat asks the model anew each time, and a cassette always answers the same: leave one out"
        )
    found = variants(items, asking, options.choices, options.models, options.prompts)
    if not found and options.repeat > 1:
        raise UsageError("--repeat does nothing without --model NAME: the rules say the same every time")
    if len(found) > 1 and (asking.fail_on_unused or asking.drop_unused):
        name = "--fail-on-unused" if asking.fail_on_unused else "--drop-unused"
        raise UsageError(
            f"{name} goes with one model and one set of prompts: each leaves the others' recordings unused"
        )
    if options.repeat > 1:
        return [replace(v, settings=tuple(replace(s, cache=None) for s in v.settings)) for v in found]
    return found


def _foretell(options: Options, items: Sequence[Item], asked_for: Sequence[Variant]) -> Exit:
    if not asked_for:
        raise UsageError("--dry-run does nothing without --model NAME")
    lines = forecast_lines([line for variant in asked_for for line in forecasts(items, variant)])
    for line in lines:
        click.echo(line)
    if options.repeat > 1:
        click.echo(f"and that {options.repeat} times")
    return Exit.CLEAN


def _columns(options: Options, items: Sequence[Item], asked_for: Sequence[Variant], asked: Asked) -> list[Column]:
    by_rules = [
        Reading(one.gold, (check(one.article, one.settings, sources=one.sources or ()),), one.running) for one in items
    ]
    columns = [column(_RULES, by_rules)]
    with _progress(options, len(asked_for) * len(items) * options.repeat) as tick:
        for variant in asked_for:
            runs = [reports(items, variant, asked, tick) for _ in range(options.repeat)]
            told = zip(items, zip(*runs, strict=True), strict=True)
            columns.append(column(variant.label, [Reading(one.gold, given, one.running) for one, given in told]))
    return columns


@contextmanager
def _progress(options: Options, length: int) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error while a model is asked, where somebody is looking."""
    if not length or options.quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, file=sys.stderr, label="Asking", show_pos=True) as bar:
        yield lambda: bar.update(1)


def _below(columns: Sequence[Column], least: Sequence[Floor]) -> list[str]:
    """Where F1 is too low: of the rules, or where a model was asked, of every column with one."""
    found = []
    measured = False
    for told in [one for one in columns if one.model] or columns:
        for floor in least:
            row = told.row(floor.row)
            f1 = row.f1 if row else None
            if f1 is None and floor.named:
                raise UsageError(
                    f"--min-f1 {floor.row}={floor.least:g}: there is nothing of it in gold or in the reports"
                )
            measured |= f1 is not None
            if f1 is not None and f1 < floor.least:
                found.append(f"{told.label}: F1 of {floor.row} is {f1:.4g}, less than {floor.least:g}")
    if least and not measured:
        raise UsageError("--min-f1: gold names nothing that could be measured")
    return found


def _forbidden(columns: Sequence[Column]) -> list[str]:
    return [
        f"{told.label}: {article.article}: must not be, and is: {entry.words}"
        for told in columns
        for article, entry in told.entries("forbidden")
    ]


def _settle(options: Options, columns: Sequence[Column], asked: Asked, failures: Sequence[str]) -> Exit:
    for line in failures:
        complain(line)
    lacking = [line for told in columns for line in told.missing]
    if lacking:
        complain(f"{len(lacking)} answer{'' if len(lacking) == 1 else 's'} missing; {lacking[0]}")
    if not options.quiet and len(columns) <= 2:  # with several sets of prompts each leaves the others' recordings
        for note in asked.notes:
            complain(note)
    if lacking or (asked.unused and options.asking.fail_on_unused):
        return Exit.INCOMPLETE
    return Exit.FOUND if failures else Exit.CLEAN

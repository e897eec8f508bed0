"""The run behind ``verifier check``: collect, check, write, and decide the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier import __version__
from verifier.article import left_out
from verifier.baseline import Known
from verifier.cli._baselines import Baselines
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._entry import Exit, complain
from verifier.cli._inputs import Input, collect
from verifier.cli._model_options import Asking
from verifier.cli._outputs import Output, parse, with_summary
from verifier.cli._plan import Plan, plan
from verifier.cli._sinks import Sink, places, sink
from verifier.cli._work import Job, Outcome, Task, signals_held, work
from verifier.report import Look, Writer
from verifier.report._tally import Tally, counted

if TYPE_CHECKING:
    from verifier.cli._model_work import ModelWork
    from verifier.model.settings import ModelSettings

_FEW = 5  # articles that need no progress bar
_BAR_WIDTH = 30
_MOST_NOTES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said, one field an option."""

    paths: tuple[str, ...]
    outputs: tuple[str, ...]
    choices: Choices
    exit_zero: bool
    baseline: Path | None
    write_baseline: Path | None
    published: date | None
    stdin_filename: str | None
    jobs: int | None
    max_size: float
    no_model: bool
    asking: Asking
    quiet: bool
    verbose: bool
    no_color: bool


def run(options: Options) -> Exit:
    """Check everything that was named; problems with single articles are told and do not stop the others."""
    desk = Desk(options.choices, options.asking)
    baselines = Baselines.named(options.baseline, options.write_baseline)
    outputs = with_summary(parse(options.outputs))
    max_bytes = int(options.max_size * 1_000_000)
    inputs, problems = collect(options.paths, options.stdin_filename, max_bytes)
    for problem in problems:
        complain(problem)
    if not options.quiet:
        for left in filter(None, map(_left_out, options.paths)):
            complain(left)
    if not inputs:
        return Exit.WRONG
    baselines.spare(inputs, options.asking.cassette, [path for o in outputs for path in places(o, inputs)])
    planned = plan(desk, inputs, baselines.known, no_model=options.no_model, facts=_wants_facts(outputs))
    problems += _tell_sources(planned)
    writers = tuple(o.format.open(len(inputs), _look(options, o, planned)) for o in outputs)
    today = datetime.now().astimezone().date()
    job = Job(writers, options.published, max_bytes, options.verbose, today, options.write_baseline)
    asked = _with_model(job, planned.model, options, every=not problems) if planned.model else None
    if asked and options.asking.dry_run:
        return _foretell(asked, planned.tasks) if not problems else Exit.WRONG
    if planned.unable and not options.quiet:
        complain(f"{', '.join(planned.unable)} cannot run without a model; see --model")
    hold = _has_bar(options, inputs) and sys.stdout.isatty()
    with _opened(outputs, writers, inputs, hold=hold) as sinks:
        outcomes = asked.check(planned.tasks) if asked else work(job, planned.tasks, options.jobs)
        done = _through(sinks, writers, _shown(outcomes, options, inputs))
    done.failed |= bool(problems)
    _say_where(outputs, sinks, done, options)
    if sum(done.tallies, Tally()).articles and not (asked or options.quiet or options.no_model):
        complain("no model is configured: the rules ran alone")
    _say_aside(done, options)
    if not options.quiet:
        baselines.tell_left_behind(inputs)
    if asked:
        _settle(asked, options)
        done.complete &= not (asked.unused and options.asking.fail_on_unused)
    return _verdict(done, baselines, options)


def _wants_facts(outputs: list[Output]) -> bool:
    """Whether a report lists the facts of an article, which are looked for where there are sources, else only then."""
    return any(o.format.packed for o in outputs)


def _tell_sources(planned: Plan) -> list[str]:
    """Read the sources before the articles, and say what is wrong with them."""
    asked = [task.sources for task in planned.tasks if task.sources is not None]
    if not asked:
        return []
    from verifier.cli._sources import problems  # noqa: PLC0415 - a run without sources does not need it

    found = problems(asked)
    for problem in found:
        complain(problem)
    return found


def _left_out(path: str) -> str:
    """What of a folder is not read, in one line; empty where all of it is."""
    left = left_out(path)
    if not left:
        return ""
    endings = sorted({file.suffix.lower() or "no ending" for file in left})
    return f"{path}: {counted(len(left), 'file')} not read, being no articles ({', '.join(endings[:6])})"


def _verdict(done: _Done, baselines: Baselines, options: Options) -> Exit:
    """The exit code. A baseline is only written of a run that has seen everything; its findings are then accepted."""
    verdict = Exit.WRONG if done.failed else Exit.CLEAN if done.complete else Exit.INCOMPLETE
    if verdict is not Exit.CLEAN:
        if baselines.to_write:
            complain(f"{baselines.to_write} is not written: the run did not see everything")
        return verdict
    if baselines.to_write:
        baselines.write(done.to_know)
        return Exit.CLEAN
    return Exit.FOUND if done.fails and not options.exit_zero else Exit.CLEAN


def _with_model(job: Job, model: ModelSettings, options: Options, *, every: bool) -> ModelWork:
    from verifier.cli._model_work import ModelWork, refuse_jobs  # noqa: PLC0415 - a run by rules does not need it

    refuse_jobs(options.jobs)
    return ModelWork(job, model, every)


def _foretell(asked: ModelWork, tasks: list[Task]) -> Exit:
    from verifier.cli._model_work import forecast_lines  # noqa: PLC0415

    for line in forecast_lines(list(asked.foresee(tasks))):
        click.echo(line)
    return Exit.CLEAN


def _settle(asked: ModelWork, options: Options) -> None:
    """What is to be said once all is written; Ctrl-C has its exit code only then."""
    if not options.quiet:
        for note in asked.notes:
            complain(note)
    if asked.stopped:
        raise KeyboardInterrupt


@dataclass(slots=True)
class _Done:
    """What all articles came to; ``found`` tells each one's findings by its name."""

    tallies: list[Tally] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)
    failed: bool = False
    fails: bool = False
    complete: bool = True
    notes: list[str] = field(default_factory=list)
    to_know: list[Known] = field(default_factory=list)


def _through(sinks: list[Sink], writers: tuple[Writer, ...], outcomes: Iterator[Outcome]) -> _Done:
    """Hand every outcome to every sink; tells what the articles came to, and whether one could not be read."""
    done = _Done()
    for outcome in outcomes:
        if outcome.tally is None:
            complain(outcome.problem)
            _tell_unread(sinks, writers, outcome, done)
            continue
        done.tallies.append(outcome.tally)
        done.found[outcome.name] = outcome.tally.found()
        done.fails |= outcome.fails
        done.notes += outcome.notes
        done.to_know += outcome.to_know
        for wrong in outcome.wrong:
            complain(wrong)
            done.failed = True
        if outcome.missing:
            complain(f"{outcome.name}: {counted(len(outcome.missing), 'answer')} missing; {outcome.missing[0]}")
            done.complete = False
        for to, piece in zip(sinks, outcome.pieces, strict=True):
            to.take(piece, outcome.name, outcome.tally)
    for to in sinks:
        to.finish(done.tallies)
    return done


def _tell_unread(sinks: list[Sink], writers: tuple[Writer, ...], outcome: Outcome, done: _Done) -> None:
    """Put a word for an article that could not be read into every format that has one."""
    tally = Tally(unread=(outcome.problem,), path=outcome.name)
    done.failed = True
    done.tallies.append(tally)
    done.found[outcome.name] = "not read"
    problem = outcome.problem.removeprefix(f"{outcome.name}: ")
    for to, writer in zip(sinks, writers, strict=True):
        to.take(writer.unread(outcome.name, problem), outcome.name, tally)


@contextmanager
def _opened(
    outputs: list[Output], writers: tuple[Writer, ...], inputs: list[Input], *, hold: bool
) -> Iterator[list[Sink]]:
    """A sink for every output; where the run is cut short, none leaves anything half written.

    A signal waits until the file that is just being made is known here, or it would stay.
    """
    opened: list[Sink] = []
    try:
        for output, writer in zip(outputs, writers, strict=True):
            with signals_held():
                opened.append(sink(output, writer, hold=hold, inputs=inputs))
        yield opened
    except BaseException:
        for to in opened:
            to.drop()
        raise


def _shown(outcomes: Iterator[Outcome], options: Options, inputs: list[Input]) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on standard error for more than a few."""
    if not _has_bar(options, inputs):
        yield from outcomes
        return
    with click.progressbar(
        outcomes, len(inputs), file=sys.stderr, label="Reading", width=_BAR_WIDTH, show_pos=True
    ) as bar:
        yield from bar


def _has_bar(options: Options, inputs: list[Input]) -> bool:
    return len(inputs) > _FEW and not options.quiet and sys.stderr.isatty()


def _look(options: Options, output: Output, planned: Plan) -> Look:
    terminal = output.file is None and sys.stdout.isatty()
    plain = options.no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(
        colour=terminal and not plain,
        width=min(shutil.get_terminal_size().columns, 140) if terminal else 100,
        quiet=options.quiet,
        verbose=options.verbose,
        fail_on=planned.fail_on,
        rules=planned.rules,
        version=__version__,
    )


def _say_where(outputs: list[Output], sinks: list[Sink], done: _Done, options: Options) -> None:
    """Reports that went to files are easy to miss: name them, one by one where they are few."""
    if options.quiet or not done.tallies:
        return
    for output, to in zip(outputs, sinks, strict=True):
        if output.file is None or output.summary:
            continue
        files = to.written()
        if files and len(files) <= _FEW:
            for source, path in files:
                complain(f"{output.format.name} report on {source} in {path}: {done.found[source]}")
        else:
            what = f"{len(files)} {output.format.name} reports" if files else f"{output.format.name} report"
            index = f"; {output.format.index} leads to them" if files and output.format.index else ""
            complain(f"{what} in {output.file}: {sum(done.tallies, Tally()).found()}{index}")


def _say_aside(done: _Done, options: Options) -> None:
    """What does not count, and suppressions that somebody should look at."""
    if options.quiet:
        return
    if aside := sum(done.tallies, Tally()).aside():
        complain(f"not counted: {aside}")
    notes = list(dict.fromkeys(done.notes))
    for note in notes[:_MOST_NOTES]:
        complain(note)
    if len(notes) > _MOST_NOTES:
        complain(f"and {len(notes) - _MOST_NOTES} more like these, in the reports")

"""``verifier check``: the options; the work is done next door, so that ``--help`` need not load it."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import click

from verifier.cli._choices import Choices, choice_options, shown_options, source_options
from verifier.cli._model_options import Asking, model_options

_RARELY = 20_000
"""New objects after which garbage is looked for; at Python's 700 the looking takes some 3 % of the time, and an
article leaves next to none."""


class Day(click.ParamType[date]):
    """A calendar day in ISO form."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2019-02-14", param, ctx)


@click.command("check", short_help="Check articles and report what a human should look at.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FORMAT[=FILE]",
    help="text (default), claims, concise, json, jsonl, html, sarif, junit, github, gitlab, markdown, csv, ledger, "
    "calls, annotations or schema-org, to standard output or into FILE; may be repeated. Where FILE is a folder (or "
    "ends in /), it gets one report an article.",
)  # fmt: skip
@choice_options
@source_options
@shown_options
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Fail only on findings that are not in this baseline, and tell which of it are gone.",
)
@click.option(
    "--write-baseline", type=click.Path(path_type=Path), metavar="FILE",
    help="Record the findings as a baseline; the exit code is then 0 unless something could not be checked.",
)  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Findings leave the exit code at 0; 2 and 3 stay what they are.")
@click.option("--published", type=Day(), metavar="DATE", help="The day an article appeared, where it does not say.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the article that - reads from standard input.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to work with; by default as many as save time.",
)
@click.option(
    "--max-size", type=click.FloatRange(min=0, min_open=True), default=5, show_default=True, metavar="MB",
    help="Refuse files larger than this.",
)  # fmt: skip
@click.option("--no-model", is_flag=True, help="Rules alone, as without --model, and without the note that says so.")
@model_options
@click.option("-q", "--quiet", is_flag=True, help="Findings alone: no notes, no progress, no summaries.")
@click.option("-v", "--verbose", is_flag=True, help="Say why each finding matters and how long it took.")
@click.option("--no-color", is_flag=True, help="No colours, also on a terminal. So does NO_COLOR.")
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Check articles: files, folders, globs, or - for standard input.

    Exit code 0: no finding at or above --fail-on; 1: there is one; 2: the call or an article is wrong (the other
    articles are still checked and reported); 3: the model left something unanswered, and the report says what.
    """
    # What is loaded here stays to the end: looking for garbage in it only makes the start slower.
    gc.disable()
    from verifier.cli._run import Options, run  # noqa: PLC0415 - loads the rules, which --help can do without

    gc.freeze()
    gc.set_threshold(_RARELY)
    gc.enable()
    asking, choices = Asking.taken_from(options), Choices.taken_from(options)
    ctx.exit(run(Options(asking=asking, choices=choices, **options)))  # type: ignore[arg-type]  # click made them what Options says

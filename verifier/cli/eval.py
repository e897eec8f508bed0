"""``verifier eval``: how good the findings, quotes and claims are, held against gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli._choices import Choices, rule_options
from verifier.cli._model_options import Asking, models_options


@click.command("eval", short_help="Measure against gold: precision, recall and F1.")
@click.argument("golds", nargs=-1, required=True, metavar="GOLD...")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FORMAT[=FILE]",
    help="text (default) or json, to standard output or into FILE; may be repeated.",
)  # fmt: skip
@click.option(
    "--compare", type=click.Path(path_type=Path), metavar="FILE",
    help="Tell what is better and what is worse than in an earlier evaluation (its JSON).",
)  # fmt: skip
@click.option(
    "--min-f1", "floors", multiple=True, metavar="[ROW=]X",
    help="Exit code 1 where F1 is below X (0 to 1): of findings, quotes and claims with their speakers; or of ROW, "
    "which is findings, quotes, claims or a rule. May be repeated.",
)  # fmt: skip
@click.option(
    "--repeat", type=click.IntRange(min=1), default=1, metavar="K",
    help="Ask the model K times, without the cache, and mark what comes in some of the runs alone.",
)  # fmt: skip
@rule_options
@click.option("--no-model", is_flag=True, help="Rules alone, also where the configuration names a model.")
@models_options
@click.option("-q", "--quiet", is_flag=True, help="The table alone: no lists, no notes, no progress.")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Measure against gold: YAML beside an article that says what a careful reader finds; files, folders or globs.

    The rules alone are always measured, and each model and set of prompts that is named beside them.

    Exit code 0: nothing is flagged that gold says must not be, and F1 reaches --min-f1; 1: not so; 2: the call, gold
    or an article is wrong; 3: the model left something unanswered.
    """
    from verifier.cli._eval_run import Options, run  # noqa: PLC0415 - loads the rules, which --help can do without

    several = {name: options.pop(name) for name in ("model", "prompts")}
    asking, choices = Asking.taken_from(options), Choices.taken_from(options)
    ctx.exit(
        run(Options(asking=asking, choices=choices, models=several["model"], prompts=several["prompts"], **options))
    )

"""``verifier diff``: what an edit did to an article, or what differs between two reports."""

from __future__ import annotations

from typing import Any

import click

from verifier.cli._choices import Choices, choice_options
from verifier.cli.check import Day


@click.command("diff", short_help="Tell what differs between two reports or two versions of an article.")
@click.argument("old")
@click.argument("new")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FORMAT[=FILE]",
    help="text (default) or json, to standard output or into FILE; may be repeated.",
)  # fmt: skip
@choice_options
@click.option("--published", type=Day(), metavar="DATE", help="The day an article appeared, where it does not say.")
@click.option(
    "--max-size", type=click.FloatRange(min=0, min_open=True), default=5, show_default=True, metavar="MB",
    help="Refuse articles larger than this.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="As text, print nothing where nothing differs.")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Tell what differs between OLD and NEW: two reports (JSON or JSONL), or two versions of an article.

    An article is read and the rules run on it, without a model; a report is taken as it is. Either may be - for
    standard input. Reports of several articles are paired by the article's path. --select and --ignore also choose
    among the findings of a report; a configuration only says how an article is checked.

    Exit code 0: no new finding at or above --fail-on, and none that has become that severe; 1: there is one; 2: the
    call or the input is wrong; 3: a report lacks answers of its model, so that nothing new need not mean nothing.
    """
    from verifier.cli._diff_run import Options, run  # noqa: PLC0415 - loads the rules, which --help can do without

    choices, max_bytes = Choices.taken_from(options), int(options.pop("max_size") * 1_000_000)
    ctx.exit(run(Options(choices=choices, max_bytes=max_bytes, **options)))

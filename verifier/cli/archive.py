"""``verifier archive``: the options; the work is done next door, so that ``--help`` needs no extra."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli._choices import rule_options
from verifier.cli._model_options import configurable_options

_RUN = "run"


class _Archive(click.Group):
    """A group whose first command is meant where none is named: ``verifier archive INPUT... --out DIR``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of that command in."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [_RUN, *args]
        return super().parse_args(ctx, args)


@click.group("archive", cls=_Archive, short_help="Check a hundred thousand articles, resumable.")
def command() -> None:
    """Read archives: 'verifier archive INPUT... --out DIR' reads, 'verifier archive report DIR' shows what is in them.

    'run' is what is done where no other command is named. Needs the extra: pip install 'verifier[archive]'.
    """


@command.command(_RUN, short_help="Read an archive into a folder of shards.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, metavar="DIR", help="The folder of the run. The same command goes on with it.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; by default one a processor core.")
@click.option(
    "--executor", type=click.Choice(["local", "slurm", "ray"]), default="local", show_default=True,
    help="Where the processes are: here, on a Slurm cluster, or on a Ray cluster (extra ray).",
)  # fmt: skip
@click.option(
    "--slurm", multiple=True, metavar="KEY=VALUE", help="A directive for the jobs: partition=cpu, time=8:00:00, ..."
)
@click.option(
    "--format", "kind", type=click.Choice(["parquet", "jsonl"]), default="parquet", show_default=True,
    help="What the shards are.",
)  # fmt: skip
@click.option(
    "--shard", type=click.IntRange(min=1), default=1000, show_default=True, metavar="N", help="Articles in a shard."
)
@click.option("--only-new", is_flag=True, help="Add what the inputs have got since the last run, and that alone.")
@click.option("--text-column", metavar="NAME", help="The column with the text (default text).")
@click.option("--id-column", metavar="NAME", help="The column with the id (default id).")
@click.option("--date-column", metavar="NAME", help="The column with the day of publication (default date).")
@click.option("--title-column", metavar="NAME", help="The column with the headline (default title).")
@click.option("--outlet-column", metavar="NAME", help="The column with the outlet (default outlet).")
@click.option(
    "--article-seconds", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True, metavar="SECONDS",
    help="Set an article aside that takes longer.",
)  # fmt: skip
@click.option(
    "--article-memory", type=click.IntRange(min=64), default=2048, show_default=True, metavar="MB",
    help="Set an article aside that needs more.",
)  # fmt: skip
@click.option(
    "--batch", type=click.Choice(["openai", "anthropic", "vllm"]),
    help="With --model: put the questions into this provider's batches; vllm: into files for 'vllm run-batch'.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary.")
@rule_options
@configurable_options
@click.pass_context
def run(ctx: click.Context, /, **options: object) -> None:
    """Read an archive: every article once, one row each, into shards under DIR.

    INPUT is a folder, a file, a pattern or an fsspec address (s3://..., https://...): articles, zip, tar, JSONL, CSV,
    Parquet, WARC. What cannot be read stands in DIR/failed.jsonl with its reason.

    Exit code 0: everything is read; 2: the call is wrong, or something could not be read; 3: a model left something
    unanswered, or a limit on asking it was reached. Findings do not change it.
    """
    from verifier.cli import _archive  # noqa: PLC0415 - loads the rules, which --help can do without

    ctx.exit(_archive.run(_archive.Options.taken_from(options)))


@command.command("work", hidden=True)
@click.argument("folder", metavar="DIR")
def work(folder: str) -> None:
    """What a job of a Slurm array does: its part of the shards of DIR."""
    from verifier.cli import _archive  # noqa: PLC0415

    _archive.work(folder)


@command.command("report", short_help="What an archive shows: by rule, outlet and month.")
@click.argument("folder", metavar="DIR")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The same as a page.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def report(folder: str, html: Path | None, as_json: bool) -> None:
    """Count what the shards of DIR hold: findings by rule, outlet and month, and quotations credited to nobody."""
    from verifier.cli import _archive  # noqa: PLC0415

    _archive.report(folder, html, as_json=as_json)


@command.command("extract", short_help="The reports of a shard, for the review desk.")
@click.argument("shard", type=click.Path(path_type=Path), metavar="SHARD")
@click.option("--to", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.jsonl")
@click.option("--code", metavar="CODE", help="Only articles with a finding of this rule.")
def extract(shard: Path, to: Path, code: str | None) -> None:
    """Write the reports of one shard into FILE.jsonl, which 'verifier review FILE.jsonl' opens."""
    from verifier.cli import _archive  # noqa: PLC0415

    _archive.extract(shard, to, code)

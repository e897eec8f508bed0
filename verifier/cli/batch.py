"""``verifier batch``: the steps of ``verifier archive --batch`` by hand."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("batch", short_help="Provider batches of an archive, by hand.")
def command() -> None:
    """Write the questions of an archive as files of a provider's batches, and take its files of results.

    'verifier archive INPUT... --out DIR --model NAME --batch PROVIDER' makes the questions. What is imported fills the
    answers kept in DIR; the same command then finds them.
    """


@command.command("export", short_help="Write the questions that wait into files.")
@click.argument("folder", metavar="DIR")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Where the files go.")
@click.option("--provider", type=click.Choice(["openai", "anthropic", "vllm"]), help="By default the run's own.")
def export(folder: str, to: Path | None, provider: str | None) -> None:
    """Write the questions of DIR that wait, as files of a size that the provider takes, and print their names."""
    from verifier.cli import _batch  # noqa: PLC0415 - loads what --help can do without

    _batch.export(folder, to, provider)


@command.command("import", short_help="Take files of results.")
@click.argument("folder", metavar="DIR")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def take(folder: str, files: tuple[Path, ...]) -> None:
    """Take what a provider answered to the questions of DIR."""
    from verifier.cli import _batch  # noqa: PLC0415

    _batch.take(folder, files)


@command.command("status", short_help="How far the questions are.")
@click.argument("folder", metavar="DIR")
def status(folder: str) -> None:
    """Tell how many questions of DIR wait, are under way, are answered, expired or refused, and which were refused."""
    from verifier.cli import _batch  # noqa: PLC0415

    _batch.status(folder)

"""The command line, thin."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verifier import __version__


@click.group()
@click.version_option(__version__, prog_name="verifier")
def main() -> None:
    """Read news articles the way a good fact-checker does."""


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", "outputs", multiple=True)
@click.option("--fail-on", default="error")
@click.option("--no-model", is_flag=True)
@click.option("--quiet", is_flag=True)
@click.option("--select", default="")
@click.option("--ignore", default="")
def check(  # noqa: PLR0913 - one parameter an option
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str,
    no_model: bool,
    quiet: bool,
    select: str,
    ignore: str,
) -> None:
    """Check articles."""
    from verifier import article, pipeline, settings  # noqa: PLC0415 - keeps start-up short

    del fail_on, no_model, quiet
    chosen = settings.Settings(
        select=tuple(filter(None, select.split(","))), ignore=tuple(filter(None, ignore.split(",")))
    )
    files = [f for p in paths for f in (sorted(Path(p).rglob("*.txt")) if Path(p).is_dir() else [Path(p)])]
    lines = []
    for file in files:
        read = article.from_text(file.read_text(encoding="utf-8"), path=str(file))
        report = pipeline.check(read, chosen)
        lines.append(report.model_dump_json())
        for finding in report.findings:
            if not outputs:
                click.echo(
                    f"{file}:{finding.spans[0].start} {finding.code} {finding.message} {finding.spans[0].text!r}"
                )
    for output in outputs:
        Path(output.partition("=")[2]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(0)

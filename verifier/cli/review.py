"""``verifier review``: opens the review desk, or takes away what was decided on it."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

_FILE = "verifier-review.db"


@click.command("review", short_help="Open the review desk on this machine.")
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="REPORT...")
@click.option(
    "--db", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help=f"Where decisions are kept; by default {_FILE} beside the first report.",
)  # fmt: skip
@click.option("--reviewer", metavar="NAME", help="Whose decisions these are; by default the name you are logged in by.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port; by default any free one."
)
@click.option("--open", "browse", is_flag=True, help="Open the desk in the web browser.")
@click.option(
    "--export", "exports", multiple=True, metavar="FORMAT=FILE",
    help="Write what was decided and end, without opening the desk; may be repeated. "
    "FORMAT: html, corrections, csv, annotations, claim-review, gold, baseline, rules or decisions.",
)  # fmt: skip
def command(  # noqa: PLR0913 - one for each option
    reports: tuple[Path, ...], db: Path | None, reviewer: str | None, port: int, browse: bool, exports: tuple[str, ...]
) -> None:
    """Open the review desk: a page in your browser, on this machine alone, to clear the findings of articles.

    REPORT is a report that 'verifier check -o json=FILE' wrote, or a folder of them. Every decision is kept in a file,
    by the passage it is about: a later version of the article keeps those whose passage still stands.

    The desk prints the address that lets one browser in. Enter prints another, Ctrl-C closes the desk.
    """
    from verifier.cli import _review  # noqa: PLC0415 - loads the models, which --help can do without

    targets = _review.targets(exports)
    library = _review.library(reports, db or (_beside(reports[0]) / _FILE))
    if targets:
        _review.export(library, reports, targets)
    else:
        _review.serve(library, reviewer or _user(), port, browse)


def _beside(report: Path) -> Path:
    return report if report.is_dir() else report.parent


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"

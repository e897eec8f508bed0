"""``verifier rules``: the catalogue, or one rule."""

from __future__ import annotations

import shutil
import sys

import click


@click.command("rules", short_help="List the rules, or explain one.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List the rules, those of a family (D), or explain one: what it finds, why, and examples."""
    from verifier import rules  # noqa: PLC0415 - loads all rules, which --help can do without

    width = min(shutil.get_terminal_size().columns, 140) if sys.stdout.isatty() else 0
    members = rules.family(code) if code else rules.catalogue()
    click.echo(rules.overview(members, width) if members else rules.page(rules.named(code or "")), nl=False)

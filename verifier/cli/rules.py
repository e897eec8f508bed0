"""``verifier rules``: the catalogue, or one rule."""

from __future__ import annotations

import click


@click.command("rules", short_help="List the rules, or explain one.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List the rules, or explain one: what it finds, why, an example that fires, one that does not."""
    from verifier import rules  # noqa: PLC0415 - loads all rules, which --help can do without

    click.echo(rules.page(rules.named(code)) if code else rules.overview(), nl=False)

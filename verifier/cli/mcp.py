"""``verifier mcp``: a server of the Model Context Protocol, so that writing assistants can ask."""

from __future__ import annotations

import click


@click.command("mcp", short_help="Let writing assistants check texts: an MCP server.")
def command() -> None:
    """Speak the Model Context Protocol on standard input and output; assistants start this themselves.

    Tools: check (a text, by rules, and against sources where some are given), sources (every quotation, figure, date
    and name of a text with what its sources say of it), rules (the catalogue) and rule (one of them). All texts are
    handed over: no file is read and nothing is sent anywhere. Needs the extra 'editor': pip install 'verifier[editor]'.
    """
    from verifier.cli._extra import needed  # noqa: PLC0415

    with needed("editor"):
        from verifier.cli._assistants import serve  # noqa: PLC0415 - only an assistant needs it
    serve()

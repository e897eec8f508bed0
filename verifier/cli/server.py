"""``verifier server``: a language server, so that editors underline findings as one writes."""

from __future__ import annotations

import click


@click.command("server", short_help="Underline findings in an editor: a language server.")
@click.option("--isolated", is_flag=True, help="Without any configuration file.")
def command(isolated: bool) -> None:
    """Speak the Language Server Protocol on standard input and output; editors start this themselves.

    Findings are underlined in plain text and Markdown as one types; the page of a finding's rule shows on hover, and an
    action suppresses one, in a comment or in the file beside the article. By rules alone: nothing is sent anywhere.
    Needs the extra 'editor': pip install 'verifier[editor]'.
    """
    from verifier.cli._extra import needed  # noqa: PLC0415

    with needed("editor"):
        from verifier.cli._language_server import serve  # noqa: PLC0415 - only an editor needs it
    serve(isolated=isolated)

"""``verifier desk`` and ``verifier review``: open the review desk, or take away what was decided on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli._choices import Choices
from verifier.cli._model_options import Asking

FILE = "verifier-review.db"


@click.command("review", short_help="Open the review desk on this machine.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE",
    help=f"Where decisions are kept; by default {FILE} beside the first report, and for articles one desk of your own.",
)  # fmt: skip
@click.option("--reviewer", metavar="NAME", help="Whose decisions these are; by default the name you are logged in by.")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="N", help="The port; by default the last one, or any free one."
)
@click.option("--open/--no-open", "browse", default=None, help="Open the desk in the web browser, or do not.")
@click.option("--model", metavar="NAME", help="The model that may be asked at the desk; else what is configured.")
@click.option("--base-url", metavar="URL", help="Its endpoint.")
@click.option("--no-model", is_flag=True, help="No model, whatever is configured.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Take the configuration from this file."
)
@click.option("--isolated", is_flag=True, help="Without any configuration file.")
@click.option(
    "--import", "strangers", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Take in what is decided in another file of decisions, as its makers'; may be repeated.",
)  # fmt: skip
@click.option(
    "--take-newer", is_flag=True,
    help="Put newer reports and files in the place of those on the desk, which otherwise only offers them.",
)  # fmt: skip
@click.option(
    "--share", metavar="URL", help="Serve the newsroom's network, under the https address that people type.",
)  # fmt: skip
@click.option("--tls-cert", type=click.Path(path_type=Path), metavar="FILE", help="The certificate for --share, PEM.")
@click.option("--tls-key", type=click.Path(path_type=Path), metavar="FILE", help="Its key, PEM.")
@click.option("--behind-proxy", is_flag=True, help="A proxy on this machine speaks TLS for --share and hands on Host.")
@click.option(
    "--export", "exports", multiple=True, metavar="FORMAT=FILE",
    help="Write what was decided and end, without opening the desk; may be repeated. FORMAT: corrections, word, "
    "author-word, ledger, calls, html, csv, annotations, claim-review, gold, baseline, rules or decisions.",
)  # fmt: skip
def command(**options: Any) -> None:
    """Open the review desk: a page in your browser, on this machine alone, to clear articles.

    PATH is an article (text, Markdown, HTML, Word, PDF, mail), a report that 'verifier check -o json=FILE' wrote, or a
    folder of either; without one the last desk comes back. On the page, an article can be dropped, pasted or fetched
    from its address. Every decision is kept in a file, by the passage it is about: a later version of the article keeps
    those whose passage still stands.

    The desk prints the address that lets one browser in. Enter prints another, Ctrl-C closes the desk.
    """
    from verifier.cli._review import Options, run  # noqa: PLC0415 - loads the models, which --help can do without

    choices = Choices(config=options.pop("config"), isolated=options.pop("isolated"))
    asking = Asking(model=options.pop("model"), base_url=options.pop("base_url"))
    run(Options(choices=choices, asking=asking, **options))

"""``verifier prompts``: the words that a model is given."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("prompts", short_help="List the prompts, or print one.")
@click.argument("name", required=False)
@click.option("--prompts", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Prompts of your own.")
def command(name: str | None, folder: Path | None) -> None:
    """List the prompts, or print one.

    To use prompts of your own: print one into a file NAME.md in a folder, change it, and name the folder with
    --prompts DIR; prompts that are not there stay as they are.
    """
    from verifier._exceptions import UsageError  # noqa: PLC0415
    from verifier.model.prompts import load  # noqa: PLC0415 - --help can do without

    prompts = load(folder)
    if name is None:
        for prompt in prompts.values():
            click.echo(f"{prompt.name:<10} {prompt.sha256[:12]}  {prompt.purpose}")
    elif name in prompts:
        click.echo(prompts[name].text, nl=False)
    else:
        raise UsageError(f"there is no prompt {name!r}; there are {', '.join(prompts)}")

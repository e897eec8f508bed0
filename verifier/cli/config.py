"""``verifier config``: what holds for an article, and who said so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier.cli._choices import Choices, choice_options, shown_options
from verifier.cli._model_options import Asking, configurable_options

if TYPE_CHECKING:
    from verifier.config import Effective, Said


@click.command("config", short_help="Show the configuration that holds for an article, and where it comes from.")
@click.argument("path", required=False)
@choice_options
@shown_options
@configurable_options
def command(path: str | None, **options: Any) -> None:
    """Show the configuration that holds for an article (or in this folder), and where each value comes from.

    The file is verifier.toml, or [tool.verifier] in pyproject.toml, found upward from the article. Flags win over the
    environment, and the environment over the file.
    """
    from verifier import rules  # noqa: PLC0415 - --help can do without
    from verifier.cli._desk import Desk  # noqa: PLC0415
    from verifier.cli._plan import model_of  # noqa: PLC0415

    asking, choices = Asking.taken_from(options), Choices.taken_from(options)
    desk = Desk(choices, asking)
    held = desk.of(_article(path))
    rules.chosen(held.settings)
    model_of(desk, held, no_model=False)
    click.echo(f"configuration file: {held.file.shown if held.file else 'none'}")
    rows = [*_rows(held), _key()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for key, value, source in rows:
        click.echo(f"{key:<{widths[0]}}  {value:<{widths[1]}}  {source}")


def _article(path: str | None) -> str:
    """An article by which its folder is known: any in the folder that was named, or in this one."""
    if path is None:
        return "article"
    return str(Path(path) / "article") if Path(path).is_dir() else path


def _rows(held: Effective) -> list[tuple[str, str, str]]:
    from verifier.model.settings import ModelSettings  # noqa: PLC0415

    rows = []
    for key, said in held.values.items():
        if key == "ignore" and held.ignored:
            rows += [("ignore", _shown(one), one.source) for one in held.ignored]
        elif key == "severities" and said.value:
            rows += [(f"severities.{code}", level, said.source) for code, level in said.value.items()]
        else:
            rows.append((key, _shown(said), said.source))
    if "model.name" not in held.values:
        rows.append(("model.name", "none: the rules run alone", "default"))
    defaults = ModelSettings("")
    known = {"base-url": defaults.base_url, "mode": defaults.mode, "timeout": defaults.timeout,
             "ask": defaults.ask, "twice": defaults.twice, "concurrency": defaults.concurrency}  # fmt: skip
    rows += [(f"model.{k}", str(v).lower(), "default") for k, v in known.items() if f"model.{k}" not in held.values]
    return rows


_CREDENTIALS = re.compile(r"//[^/@]*@")


def _shown(said: Said) -> str:
    if isinstance(said.value, (list, tuple)):
        return ", ".join(str(part) for part in said.value) or "-"
    if isinstance(said.value, bool):
        return str(said.value).lower()
    return "-" if said.value in ("", {}, None) else _CREDENTIALS.sub("//…@", str(said.value))


def _key() -> tuple[str, str, str]:
    """Whether there is a key; never the key."""
    from verifier.cli import _environment  # noqa: PLC0415

    return "model key", "set" if _environment.api_key() else "not set", _environment.KEY

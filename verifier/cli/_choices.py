"""The options that choose rules and how strict they are; nothing here loads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click


def codes(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Rule codes, given in several options, with commas, in any case."""
    del ctx, param
    return tuple(code.strip().upper() for given in value for code in given.split(",") if code.strip())


Command = Callable[..., Any]
_OPTIONS = (
    click.option(
        "--select", multiple=True, callback=codes, metavar="CODES", help="Run these rules alone: D001, or D.",
    ),
    click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Leave these rules out."),
    click.option(
        "--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
        help="The least severity of a finding that makes the exit code 1 (default error).",
    ),
    click.option(
        "--comments/--no-comments", default=None,
        help="Whether comments in the articles may suppress findings (default: they may not).",
    ),
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE",
        help="Take the configuration from this file, not from the one above each article.",
    ),
    click.option("--isolated", is_flag=True, help="Without any configuration file."),
)  # fmt: skip


def choice_options(command: Command) -> Command:
    """Add these options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the command line said about the rules, one field an option; None and () are "not said"."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    comments: bool | None = None
    config: Path | None = None
    isolated: bool = False

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> Choices:
        """Take these options out of all that were given."""
        return cls(**{f.name: options.pop(f.name) for f in fields(cls)})

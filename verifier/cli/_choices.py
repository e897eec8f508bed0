"""The options that choose rules and how strict they are; nothing here loads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click


def codes(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Rule codes, given in several options, with commas, in any case."""
    del ctx, param
    return tuple(code.strip().upper() for given in value for code in given.split(",") if code.strip())


def language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A language's code, in any case."""
    from verifier.languages import problem_with  # noqa: PLC0415 - only a call that names one needs it

    code = value.strip().lower() if value is not None else None
    if code is not None and (problem := problem_with(code)):
        raise click.BadParameter(problem, ctx, param)
    return code


def folders(ctx: click.Context, param: click.Parameter, value: tuple[Path, ...]) -> tuple[Path, ...]:
    """Folders of sources; a file named so is most often one that was meant for --source."""
    for path in value:
        if path.is_file():
            raise click.BadParameter(f"{path} is a file: say --source {path}", ctx, param)
    return value


Command = Callable[..., Any]
_RULES = (
    click.option(
        "--select", multiple=True, callback=codes, metavar="CODES", help="Run these rules alone: D001, or D.",
    ),
    click.option("--ignore", multiple=True, callback=codes, metavar="CODES", help="Leave these rules out."),
)  # fmt: skip
_FINDINGS = (
    click.option(
        "--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
        help="The least severity of a finding that makes the exit code 1 (default error).",
    ),
    click.option(
        "--comments/--no-comments", default=None,
        help="Whether comments in the articles may suppress findings (default: they may not).",
    ),
)  # fmt: skip
_SHOWN = (
    click.option(
        "--candidates/--no-candidates", default=None,
        help="Whether to show what the rules hold for likely, too; it never changes the exit code (default: not).",
    ),
)  # fmt: skip
_SOURCES = (
    click.option(
        "--source", "source", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
        help="Hold quotations, figures and names against this transcript, release or document; may be repeated.",
    ),
    click.option(
        "--sources", "sources", multiple=True, type=click.Path(path_type=Path), callback=folders, metavar="FOLDER",
        help="The same with every source under a folder; its sources.toml may say what each is.",
    ),
    click.option(
        "--quote-policy", metavar="NAME",
        help="What may differ inside quotation marks: standard (default), ap, reuters, guardian or wsj.",
    ),
)  # fmt: skip
_LANGUAGE = (
    click.option(
        "--language", metavar="CODE", callback=language,
        help="The articles' language, where their words tell it wrong: en, de, fr, ... (default: as they read).",
    ),
)  # fmt: skip
_FILES = (
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE",
        help="Take the configuration from this file, not from the one above each article.",
    ),
    click.option("--isolated", is_flag=True, help="Without any configuration file."),
)  # fmt: skip


def choice_options(command: Command) -> Command:
    """Add these options to a command."""
    return _with(command, (*_RULES, *_FINDINGS, *_LANGUAGE, *_FILES))


def shown_options(command: Command) -> Command:
    """Add what a report shows, to a command that writes reports or says what would hold for them."""
    return _with(command, _SHOWN)


def source_options(command: Command) -> Command:
    """Add what articles are held against."""
    return _with(command, _SOURCES)


def rule_options(command: Command) -> Command:
    """Add those of them that say which rules run and on what, to a command that is not about single findings."""
    return _with(command, (*_RULES, *_LANGUAGE, *_FILES))


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the command line said about the rules, one field an option; None and () are "not said"."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    comments: bool | None = None
    candidates: bool | None = None
    config: Path | None = None
    isolated: bool = False
    source: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    quote_policy: str | None = None
    language: str | None = None

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> Choices:
        """Take these options out of all that were given."""
        return cls(**{f.name: options.pop(f.name) for f in fields(cls) if f.name in options})

"""The command line, thin: one small module a command, loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from verifier import __version__
from verifier.cli._entry import UnreadError, guarded, open_closed_streams

__all__ = ["commands", "main"]

_COMMANDS = {
    name: f"verifier.cli.{name}"
    for name in "check archive batch diff eval desk review server mcp rules config prompts cache doctor".split()
}


class _Commands(click.Group):
    """A group that imports a command only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        del ctx
        home = _COMMANDS.get(cmd_name)
        command: click.Command | None = getattr(import_module(home), "command") if home else None  # noqa: B009
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was meant."""
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            ctx.fail(f"no command {name!r}{_meant(name)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. Where nobody reads what it says, click would end with 1, as if something had been found."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise UnreadError from error


def _meant(name: str) -> str:
    """The call that somebody had in mind: an article without a command before it, or a command misspelt."""
    from difflib import get_close_matches  # noqa: PLC0415 - only whoever erred waits for it
    from pathlib import Path  # noqa: PLC0415

    near = get_close_matches(name, _COMMANDS, n=1)
    if near:
        return f"; did you mean 'verifier {near[0]}'?"
    if name == "-" or Path(name).suffix or Path(name).exists():
        return f"; did you mean 'verifier check {name}'?"
    return f"; there are {', '.join(_COMMANDS)}"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="verifier", message="%(prog)s %(version)s")
def commands() -> None:
    """Read news articles the way a good fact-checker does.

    Who said what, where it comes from, and where the piece disagrees with itself. By rules alone, unless
    'verifier check --model' names a model to ask as well.
    """


def main() -> None:
    """Run the command line of this process and end it with the exit code of the contract."""
    open_closed_streams()
    guarded(commands)

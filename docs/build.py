"""Writes what the documentation takes from the code: ``build.py`` writes, ``build.py --check`` only compares.

The rule pages come from the catalogue, the command pages from the commands' own help, the JSON Schema from the models.
"""

import sys
from pathlib import Path

import click

from verifier import rules
from verifier.cli import commands
from verifier.report import schema

ROOT = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Every generated file and what must stand in it."""
    made = {ROOT / "rules" / f"{r.code}.md": rules.page(r) for r in rules.catalogue()}
    made[ROOT / "rules" / "README.md"] = rules.index()
    made[ROOT / "commands.md"] = command_page()
    made[schema.PATH] = schema.schema()
    return made


def _below(group: click.Group, context: click.Context, name: str) -> list[str]:
    """The help of those commands of a group that have options of their own."""
    parts = []
    for below, command in sorted(group.commands.items()):
        inner = click.Context(command, info_name=below, parent=context, max_content_width=100, terminal_width=100)
        if not command.hidden and any(isinstance(p, click.Option) for p in command.params):
            parts.append(f"### {name} {below}\n\n```\n{command.get_help(inner)}\n```\n")
    return parts


def command_page() -> str:
    """The help of every command."""
    size = {"max_content_width": 100, "terminal_width": 100}
    context = commands.make_context("verifier", [], resilient_parsing=True, **size)
    parts = ["# Commands\n", f"```\n{commands.get_help(context)}\n```\n"]
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        assert command is not None  # noqa: S101 - the group has just listed it
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        parts.append(f"## verifier {name}\n\n```\n{command.get_help(inner)}\n```\n")
        parts += _below(command, inner, f"verifier {name}") if isinstance(command, click.Group) else []
    return "\n".join(parts)


def stale(made: dict[Path, str]) -> list[Path]:
    """The files that are missing, differ, or should not be there."""
    wrong = [path for path, words in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != words]
    return wrong + [path for path in (ROOT / "rules").glob("*.md") if path not in made]


def main() -> int:
    """Write or compare."""
    made = pages()
    wrong = stale(made)
    if "--check" in sys.argv[1:]:
        for path in wrong:
            print(f"{path.relative_to(ROOT.parent)} is not up to date: run make docs")
        return 1 if wrong else 0
    for path in wrong:
        if path in made:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
        else:
            path.unlink()
        print(f"wrote {path.relative_to(ROOT.parent)}" if path in made else f"removed {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

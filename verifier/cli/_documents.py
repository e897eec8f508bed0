"""Output of the commands that write one document: ``-o text`` or ``-o json``, to standard output or into a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from verifier._exceptions import UsageError
from verifier.cli._sinks import standard_output, write_whole

FORMS = ("text", "json")


def targets(given: Sequence[str]) -> dict[str, Path | None]:
    """Where each form goes, None for standard output; text on standard output where nothing was said.

    Raises:
        UsageError: a form nobody knows, two for one place, or a folder that is not there.
    """
    wanted: dict[str, Path | None] = {}
    for words in given or ("text",):
        form, equals, target = words.partition("=")
        if form not in FORMS:
            raise UsageError(f"unknown format {form!r}; there are {' and '.join(FORMS)}")
        if equals and not target:
            raise UsageError(f"-o {words}: a file is missing after the =")
        if form in wanted:
            raise UsageError(f"-o {words}: {form} is asked for twice")
        path = Path(target) if target not in ("", "-") else None
        if path and (path.is_dir() or not path.parent.is_dir()):
            raise UsageError(f"-o {words}: {f'{path} is a folder' if path.is_dir() else f'no folder {path.parent}'}")
        if path in wanted.values():
            raise UsageError(f"-o {words}: both forms go to the same place; give one of them another file")
        wanted[form] = path
    return wanted


def put(wanted: Mapping[str, Path | None], written: Mapping[str, str]) -> None:
    """Write each form where it is to go; a file takes its name when it is whole.

    Raises:
        UsageError: a file cannot be written.
    """
    for form, path in wanted.items():
        if path is not None:
            write_whole(path, written[form])
            continue
        stream = standard_output(for_people=form == "text")
        stream.write(written[form])
        stream.flush()

"""Where reports are to go: ``-o FORMAT[=FILE]`` read and checked before any work is done."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from verifier._exceptions import UsageError
from verifier.report import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Output:
    """One ``-o FORMAT[=FILE]``; ``file`` is None for standard output.

    ``summary`` marks what goes to the summary of a step of GitHub Actions, which nobody asked for by name.
    """

    format: Format
    file: Path | None = None
    folder: bool = False
    summary: bool = False


def parse(given: Sequence[str]) -> list[Output]:
    """The outputs that were asked for; text on standard output where none was.

    Raises:
        UsageError: a format nobody knows, two formats for standard output, or a folder that is not there.
    """
    outputs = [_one(words) for words in given or ("text",)]
    if sum(o.file is None for o in outputs) > 1:
        raise UsageError("only one format can go to standard output; give the others a file: -o json=report.json")
    _apart(outputs)
    return outputs


def with_summary(outputs: list[Output]) -> list[Output]:
    """The outputs, and the whole list as Markdown for the step's summary where GitHub Actions is to show annotations.

    Annotations are cut off after ten of a kind; the runner names the file for the summary in the environment.
    """
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary or all(o.format.name != "github" for o in outputs):
        return outputs
    return [*outputs, Output(FORMATS["markdown"], Path(summary), summary=True)]


def _apart(outputs: list[Output]) -> None:
    """No two outputs may write the same file; a folder takes each format once."""
    targets = {o.file for o in outputs if o.file is not None}
    for target in targets:
        here = [o for o in outputs if o.file == target]
        if len({o.folder for o in here}) > 1:
            raise UsageError(f"{target} cannot be both a folder and a file; for a folder write {target}/ each time")
        if len(here) > 1 and (not here[0].folder or len({o.format.name for o in here}) < len(here)):
            raise UsageError(f"two outputs go to the same file: {target}")


def _one(words: str) -> Output:
    name, equals, target = words.partition("=")
    if name not in FORMATS:
        near = get_close_matches(name.lower(), FORMATS, 1, 0.5)
        hint = (f"did you mean {near[0]}? " if near else "") + f"there are {', '.join(FORMATS)}"
        raise UsageError(f"unknown format {name!r}; {hint}")
    if not equals or target in ("", "-"):
        if equals and not target:
            raise UsageError(f"-o {words}: a file is missing after the =")
        return Output(FORMATS[name])
    path = Path(target)
    folder = target.endswith(("/", os.sep)) or path.is_dir()
    if folder and path.exists() and not path.is_dir():
        raise UsageError(f"-o {words}: {path} is a file, not a folder")
    if not folder and not path.parent.is_dir():
        raise UsageError(f"-o {words}: there is no folder {path.parent}")
    return Output(FORMATS[name], path, folder)

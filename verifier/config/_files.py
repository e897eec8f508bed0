"""Finds the configuration file of an article and reads it."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from verifier._exceptions import UsageError
from verifier.keys import TABLES, FileTable, in_words

_OWN = "verifier.toml"
_SHARED = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class FileConfig:
    """A configuration file as read; ``shown`` is its name for people."""

    path: Path
    shown: str
    table: FileTable

    @property
    def folder(self) -> Path:
        """What its patterns and paths are relative to."""
        return self.path.parent


@dataclass(slots=True)
class Finder:
    """Finds the file of each article; every folder is looked at once."""

    _known: dict[Path, FileConfig | None] = field(default_factory=dict)

    def above(self, folder: Path) -> FileConfig | None:
        """The nearest file, from this folder upward; None where there is none.

        In one folder ``verifier.toml`` comes before ``pyproject.toml``, which counts only if it has a
        ``[tool.verifier]``.

        Raises:
            UsageError: the file cannot be read, is no TOML, or says what it must not.
        """
        folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links, and leave the article's folder
        passed: list[Path] = []
        found: FileConfig | None = None
        for place in (folder, *folder.parents):
            if place in self._known:
                found = self._known[place]
                break
            passed.append(place)
            found = _in(place)
            if found:
                break
        self._known.update(dict.fromkeys(passed, found))
        return found

    def named(self, path: Path) -> FileConfig:
        """The file that the caller names, whatever it is called.

        Raises:
            UsageError: as :meth:`above`; a ``pyproject.toml`` without ``[tool.verifier]``.
        """
        found = _read(path, os.path.normpath(path))
        if found is None:
            raise UsageError(f"{path}: there is no [tool.verifier] in it")
        return found


def _in(folder: Path) -> FileConfig | None:
    for name in (_OWN, _SHARED):
        path = folder / name
        if path.is_file() and (found := _read(path, _shown(path))):
            return found
    return None


def _read(path: Path, shown: str) -> FileConfig | None:
    """A file's own table; None for a ``pyproject.toml`` that says nothing about verifier."""
    data = _toml(path, shown)
    if path.name == _SHARED:
        tool = data.get("tool")
        if not isinstance(tool, dict) or "verifier" not in tool:
            return None
        data, shown = tool["verifier"], f"{shown} [tool.verifier]"
    try:
        table = FileTable.model_validate(data)
    except ValidationError as error:
        raise UsageError(f"{shown}: {in_words(error, TABLES)}") from None
    if table.model and table.model.base_url and "@" in table.model.base_url:
        raise UsageError(
            f"{shown}: model.base-url: names and passwords never stand in a file; set OPENAI_API_KEY instead"
        )
    return FileConfig(Path(os.path.abspath(path)), shown, table)  # noqa: PTH100 - as above


def _toml(path: Path, shown: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise UsageError(f"{shown}: cannot read it: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{shown}: is not UTF-8, which TOML must be") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{shown}: is no TOML: {error}") from None


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)

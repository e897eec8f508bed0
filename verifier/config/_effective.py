"""Which value holds: defaults, the file, its rules for the path, the environment and the flags, the last one first."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from verifier.config._files import FileConfig
from verifier.keys import FailOn, FileTable
from verifier.settings import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Said:
    """A value and where it comes from: "default", a file with its key, a variable, or a flag."""

    value: Any
    source: str


Layer = Mapping[str, Said]
"""What one of them says: values by key, those of the model as ``model.ask``."""

DEFAULTS: dict[str, Said] = {
    key: Said(value, "default")
    for key, value in {
        "select": (),
        "ignore": (),
        "fail-on": "error",
        "comments": False,
        "candidates": False,
        "severities": {},
        "known-people": (),
        "outlets": (),
        "house-style": (),
        "language": None,
    }.items()
}


@dataclass(frozen=True, slots=True)
class Effective:
    """What holds for one article. ``ignored`` tells where each code of ``ignore`` comes from."""

    values: Layer
    ignored: tuple[Said, ...]
    file: FileConfig | None

    @property
    def settings(self) -> Settings:
        """What the rules are to know of it."""
        return Settings(
            select=tuple(self.values["select"].value),
            ignore=tuple(dict.fromkeys(code for said in self.ignored for code in said.value)),
            severities=dict(self.values["severities"].value),
            known_people=frozenset(self.values["known-people"].value),
            outlets=frozenset(self.values["outlets"].value),
            house_style=frozenset(self.values["house-style"].value),
            language=self.values["language"].value,
            **({"quote_policy": said.value} if (said := self.values.get("sources.quote-policy")) else {}),
        )

    @property
    def fail_on(self) -> FailOn:
        """The least severity that makes the exit code 1."""
        level: FailOn = self.values["fail-on"].value
        return level

    @property
    def comments(self) -> bool:
        """Whether comments in the article may suppress findings."""
        return bool(self.values["comments"].value)

    @property
    def candidates(self) -> bool:
        """Whether what is only likely is shown, too."""
        return bool(self.values["candidates"].value)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The files and folders that an article is held against."""
        said = self.values.get("sources.files")
        return tuple(Path(path) for path in said.value) if said else ()

    @property
    def model(self) -> dict[str, Any]:
        """What is said about the model, by key without ``model.``; nothing that nobody said."""
        return {key.removeprefix("model."): s.value for key, s in self.values.items() if key.startswith("model.")}

    @property
    def names_model(self) -> bool:
        """Whether the file itself says anything about a model."""
        return self.file is not None and self.file.table.model is not None


def effective(article: PurePath, file: FileConfig | None, environment: Layer, flags: Layer) -> Effective:
    """What holds for an article.

    A later layer's value takes the place of an earlier one's. Rules are chosen as people know it from ruff: a layer
    that selects begins anew, and what earlier layers ignored is forgotten; one that only ignores takes away from what
    the earlier ones left.
    """
    layers = [DEFAULTS, *_of_file(file, article), environment, flags]
    values: dict[str, Said] = {}
    ignored: list[Said] = []
    for layer in layers:
        if "select" in layer:
            ignored.clear()
        values.update(layer)
        if "ignore" in layer and layer["ignore"].value:
            ignored.append(layer["ignore"])
    return Effective(values, tuple(ignored), file)


def _of_file(file: FileConfig | None, article: PurePath) -> list[Layer]:
    if file is None:
        return []
    layers = [_layer(file.table, file.shown, file.folder)]
    if file.table.per_path:
        beside = PurePath(os.path.relpath(article, file.folder)).as_posix()
        for pattern, table in file.table.per_path.items():
            if _matches(pattern, beside):
                source = f'{file.shown}: per-path."{pattern}".'
                layers.append(
                    {key: Said(value, source + key) for key, value in table.model_dump(exclude_none=True).items()}
                )
    return layers


def _layer(table: FileTable, shown: str, folder: Path) -> Layer:
    said = table.model_dump(exclude_none=True, exclude={"per_path", "model", "sources"}, by_alias=True)
    if table.model is not None:
        said |= {f"model.{key}": v for key, v in table.model.model_dump(exclude_none=True, by_alias=True).items()}
        if table.model.prompts is not None:
            said["model.prompts"] = folder / table.model.prompts
    if table.sources is not None:
        said |= {f"sources.{key}": v for key, v in table.sources.model_dump(exclude_none=True, by_alias=True).items()}
        if table.sources.files is not None:
            said["sources.files"] = tuple(folder / path for path in table.sources.files)
    return {key: Said(value, f"{shown}: {key}") for key, value in said.items()}


def _matches(pattern: str, path: str) -> bool:
    return bool(_spec(pattern).match_file(path))


@cache
def _spec(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only a file with rules for paths needs it

    return GitIgnoreSpec.from_lines([pattern])

"""What a run was asked to do with each article, in a form that can be kept, compared and taken up by any worker."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from verifier.archive.folder import Kind
from verifier.archive.records import Columns
from verifier.model.settings import ModelSettings
from verifier.settings import Settings

_NEVER_KEPT = frozenset({"api_key", "cache", "limits", "cassette", "record", "drop_unused", "proxy"})
"""What of a model's settings is no part of a plan: key and proxy are secrets, where answers lie is the folder's to say,
and limits hold for one run of the plan."""
_NO_DIFFERENCE = frozenset({"concurrency", "attempts", "backoff", "timeout", "price_in", "price_out", "offline"})
"""What of them may be another when the run is taken up again: no answer depends on it."""
_FOR_NOW = frozenset({"seconds", "megabytes", "batch", "keyed"})
"""What of all choices may be another then: it decides how articles are read, not what is found in them."""
_TELLING = tuple("article english german languages reading events claims rules sources model report prompts".split())
"""The floors that decide what is found."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is done with every article.

    ``seconds`` and ``megabytes`` are the most that reading one may take; ``model`` is asked where it is not None;
    ``batch`` is the provider whose batches its questions go out in, None where they are asked one by one. ``keyed``
    says that the endpoint may have the key. ``prompts`` are the hashes of the model's prompts, ``engine`` is one of all
    that finds and asks.
    """

    settings: Settings = field(default_factory=Settings)
    columns: Columns = field(default_factory=Columns)
    kind: Kind = "parquet"
    shard: int = 1000
    seconds: float = 60
    megabytes: int = 2048
    model: ModelSettings | None = None
    batch: str | None = None
    keyed: bool = False
    prompts: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""

    @property
    def facts(self) -> dict[str, Any]:
        """What must be the same for a run to be taken up: everything but limits, and how patiently a model is asked."""
        kept = self.kept
        model = {k: v for k, v in kept["model"].items() if k not in _NO_DIFFERENCE} if kept["model"] else None
        return {**{k: v for k, v in kept.items() if k not in _FOR_NOW}, "model": model}

    @property
    def kept(self) -> dict[str, Any]:
        """All of it as JSON, without the key."""
        held = {name: _plain(value) for name, value in asdict(self).items()}
        if self.model is not None:
            held["model"] = {k: v for k, v in held["model"].items() if k not in _NEVER_KEPT}
        return held

    @classmethod
    def from_kept(cls, held: dict[str, Any]) -> Choices:
        """The choices that :attr:`kept` gave.

        Raises:
            KeyError, ValueError: they were others'.
        """
        kept = {**held, "model": held["model"] or None}
        return TypeAdapter(cls).validate_python(kept)

    def asking(self, model: ModelSettings) -> Choices:
        """The same with what this run may say otherwise about the model: the key, limits, patience."""
        return replace(self, model=model)


def _plain(value: Any) -> Any:
    """A value as JSON holds it; sets are put in order, so that equal choices are equal text."""
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return str(value) if isinstance(value, Path) else value


@cache
def engine() -> str:
    """A hash of the code and the prompts that decide what is found; it changes with any rule."""
    digest = hashlib.sha256()
    package = files("verifier")
    for floor in (*_TELLING, "pipeline.py", "adjudication.py"):
        for name, data in _contents(package / floor, floor):
            digest.update(f"{name}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:16]


def _contents(at: Traversable, name: str) -> list[tuple[str, bytes]]:
    if at.is_file():
        return [(name, at.read_bytes())]
    if not at.is_dir():
        return []
    below = sorted(at.iterdir(), key=lambda one: one.name)
    return [
        found
        for one in below
        if not one.name.startswith(("__pycache__", ".")) and not one.name.endswith(".pyc")
        for found in _contents(one, f"{name}/{one.name}")
    ]

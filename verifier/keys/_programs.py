"""The settings that a program made, held against what a file may say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from pathlib import PurePath
from typing import TypeVar

from pydantic import ValidationError

from verifier._exceptions import UsageError
from verifier.keys._problems import Place, in_words
from verifier.keys._tables import TABLES, FileTable, ProgramModelTable, Table, kebab
from verifier.model.settings import Limits, ModelSettings
from verifier.settings import Settings

_T = TypeVar("_T", bound=Table)


def sensible(settings: Settings) -> Settings:
    """The same as the table reads it: codes in capitals, no blanks around words.

    Raises:
        UsageError: a value that a file could not have, either.
    """
    if not isinstance(settings, Settings):
        raise UsageError(f"settings: must be verifier.Settings(...), not {type(settings).__name__}")
    given = {kebab(field.name): _plain(getattr(settings, field.name)) for field in fields(settings)}
    given["sources"] = {"quote-policy": given.pop("quote-policy")}
    read = _read(FileTable, given)
    return replace(
        settings,
        select=tuple(read.select or ()),
        ignore=tuple(read.ignore or ()),
        severities=read.severities or {},
        known_people=frozenset(read.known_people or ()),
        outlets=frozenset(read.outlets or ()),
        house_style=frozenset(read.house_style or ()),
    )


def sensible_model(model: ModelSettings) -> ModelSettings:
    """The same settings, looked through.

    Raises:
        UsageError: a value that neither a file nor a flag could have.
    """
    if not isinstance(model, ModelSettings):
        raise UsageError(f"model: must be verifier.ModelSettings(...), not {type(model).__name__}")
    if not isinstance(model.limits, Limits):
        raise UsageError(f"model.limits: must be Limits(...), not {type(model.limits).__name__}")
    limits = {f"max-{field.name}": getattr(model.limits, field.name) for field in fields(model.limits)}
    names = [name for name in ProgramModelTable.model_fields if kebab(name) not in limits]
    _read(ProgramModelTable, {**limits, **{kebab(name): _plain(getattr(model, name)) for name in names}}, "model")
    return model


def _plain(value: object) -> object:
    """As a file could have it: a list for whatever holds words, a table, a path in words."""
    if isinstance(value, AbstractSet):
        return sorted(value, key=str)
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value


def _read(table: type[_T], given: Mapping[str, object], *within: str) -> _T:
    try:
        return table.model_validate(given)
    except ValidationError as error:
        raise UsageError(in_words(error, TABLES, lambda place: _in_a_program((*within, *place)))) from None


def _in_a_program(place: Place) -> Place:
    """Where a program says what a file says there: ``known-people`` as ``known_people``, a limit among the limits."""
    first, *rest = place
    if first == "sources":
        return _in_a_program(tuple(rest))
    if first == "model":
        inner, *deeper = _in_a_program(tuple(rest))
        limit = str(inner).removeprefix("max_")
        return ("model", inner, *deeper) if limit == inner else ("model", "limits", limit)
    return (str(first).replace("-", "_"), *rest)

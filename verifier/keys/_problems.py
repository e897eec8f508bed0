"""What is wrong with a configuration, in one line that names the key and the nearest right one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_SECRETS = ("key", "token", "secret", "password")
_TYPES = {
    "list_type": 'must be a list: ["D", "Q001"]',
    "string_type": "must be words in quotation marks",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "missing": "is missing",
    "greater_than_equal": "must be at least {ge:g}",
    "greater_than": "must be more than {gt:g}",
}


Tables = Mapping[tuple[str, ...], type[BaseModel]]
"""The tables of a file by their place, "*" for names that are free."""


Place = tuple[int | str, ...]
"""Where something stands in a file, from the outermost table inwards."""


def in_words(error: ValidationError, tables: Tables, written: Callable[[Place], Place] = lambda place: place) -> str:
    """The first problem, and how many more there are; a mistyped key before the one that is missing for it.

    ``written`` tells how whoever is told writes a place.
    """
    first, *more = sorted(error.errors(), key=lambda problem: problem["type"] == "missing")
    place, problem = _explained({**first, "loc": written(first["loc"])}, tables)
    return place + problem + (f" (and {len(more)} more)" if more else "")


def keys_of(table: type[BaseModel]) -> list[str]:
    """The keys of a table as they are written."""
    return [field.alias or name for name, field in table.model_fields.items()]


def _explained(error: ErrorDetails, tables: Tables) -> tuple[str, str]:
    """The key and what is wrong with it."""
    place, kind, given = error["loc"], error["type"], error["input"]
    ctx: dict[str, Any] = error.get("ctx") or {}
    at = key(place) + ": "
    if kind == "extra_forbidden":
        return _unknown(place, tables)
    if kind == "literal_error":
        return at, _not_among(given, str(ctx["expected"]))
    if kind == "value_error":
        return at, str(ctx["error"])
    if kind in _TYPES:
        return at, _TYPES[kind].format(**ctx)
    return at, error["msg"][:1].lower() + error["msg"][1:]


def key(place: Iterable[int | str]) -> str:
    """A place in the file as it is written there: ``per-path."wire/**".ignore[2]``; items count from 1."""
    written = ""
    for part in place:
        if isinstance(part, int):
            written += f"[{part + 1}]"
        elif part != "[key]":
            bare = part.replace("-", "").replace("_", "").isalnum()
            written += ("." if written else "") + (part if bare else f'"{part}"')
    return written


def _unknown(place: Place, tables: Tables) -> tuple[str, str]:
    inside = tuple(part for part in place[:-1] if isinstance(part, str))
    table = tables.get(inside) or tables.get((*inside[:-1], "*"))
    known = keys_of(table) if table else []
    wrong = str(place[-1])
    if any(word in wrong.lower() for word in _SECRETS) and wrong.lower() not in known:
        near_secret = get_close_matches(wrong.lower(), known, 1, 0.8)
        if not near_secret:
            return f"{key(place)}: ", "keys never stand in a file; set OPENAI_API_KEY in the environment"
    near = get_close_matches(wrong.lower().replace("_", "-"), known, 1, 0.6)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"unknown key {key(place)}; ", hint


def _not_among(given: object, expected: str) -> str:
    """Pydantic writes what is expected as "'error', 'warning' or 'info'"."""
    choices = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    near = get_close_matches(str(given).lower(), choices, 1, 0.5)
    hint = f"did you mean {near[0]}? " if near else ""
    return f"{given!r} is not possible; {hint}there are {', '.join(choices)}"

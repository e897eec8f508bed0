"""Values that come as words, as the environment has them, checked as a file's are."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from verifier._exceptions import UsageError
from verifier.config._effective import Layer, Said
from verifier.keys import TABLES, FileTable, in_words

_LISTS = frozenset({"select", "ignore"})


def from_words(words: Mapping[str, tuple[str, str]]) -> Layer:
    """A layer from words by key, each with the name of what said it; lists are cut at commas.

    Raises:
        UsageError: a value that a file could not have, either.
    """
    layer: dict[str, Said] = {}
    for key, (name, given) in words.items():
        value = [part.strip() for part in given.split(",") if part.strip()] if key in _LISTS else given.strip()
        table, _, inner = key.rpartition(".")
        try:
            read = FileTable.model_validate({table: {inner: value}} if table else {inner: value})
        except ValidationError as error:
            raise UsageError(f"{name}: {in_words(error, TABLES)}") from None
        said = read.model_dump(exclude_none=True, by_alias=True, exclude={"per_path"})
        layer[key] = Said(said[table][inner] if table else said[inner], name)
    return layer

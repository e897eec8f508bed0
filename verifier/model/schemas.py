"""JSON Schemas as endpoints take them: one piece, and as strict as they allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

_NOT_STRICT = frozenset(
    {"default", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"}
)
"""What strict schemas may not say (OpenAI, Anthropic); Pydantic holds the answer to it all the same."""
_NAMED = frozenset({"properties", "patternProperties"})
"""Keywords whose value maps names to schemas: a name there is no keyword."""
_DEEPEST = 12
"""Levels to which a definition is put in place; one that holds itself is cut off there and fits anything."""


def flat(schema: Mapping[str, Any]) -> Schema:
    """The same schema without ``$defs``: each definition stands where it is used. Titles below the top are left out,
    and one constant is a choice of one: both for endpoints that know no better."""
    definitions = schema.get("$defs", {})
    made = _put(schema, definitions, 0)
    return {**({"title": schema["title"]} if "title" in schema else {}), **made}


def strict(schema: Schema) -> Schema:
    """The same schema in the strict subset: every property required, no other allowed, no lengths."""
    made = {key: _inside(key, value, strict) for key, value in schema.items() if key not in _NOT_STRICT}
    if "properties" in made:
        made |= {"required": list(made["properties"]), "additionalProperties": False}
    return made


def without(schema: Schema, keyword: str) -> Schema:
    """The same schema, nowhere with this keyword."""
    return {k: _inside(k, v, lambda inner: without(inner, keyword)) for k, v in schema.items() if k != keyword}


def _put(schema: Mapping[str, Any], definitions: Mapping[str, Any], depth: int) -> Schema:
    reference = schema.get("$ref")
    if isinstance(reference, str):
        if depth > _DEEPEST:
            return {}
        schema = {
            **definitions.get(reference.rpartition("/")[2], {}),
            **{k: v for k, v in schema.items() if k != "$ref"},
        }
        return _put(schema, definitions, depth + 1)
    made = {
        key: _inside(key, value, lambda inner: _put(inner, definitions, depth + 1))
        for key, value in schema.items()
        if key not in {"$defs", "title", "const"}
    }
    return {**made, "enum": [schema["const"]]} if "const" in schema else made


def _inside(key: str, value: Any, change: Any) -> Any:
    """A keyword's value with the schemas in it changed."""
    if key in _NAMED and isinstance(value, Mapping):
        return {name: change(inner) if isinstance(inner, Mapping) else inner for name, inner in value.items()}
    if key in {"enum", "required", "const", "default"}:
        return value
    if isinstance(value, Mapping):
        return change(value)
    if isinstance(value, list):
        return [change(inner) if isinstance(inner, Mapping) else inner for inner in value]
    return value

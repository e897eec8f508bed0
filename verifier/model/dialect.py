"""What an endpoint wants a request to look like, learned from what it refuses.

Endpoints that call themselves compatible differ: current OpenAI models refuse ``max_tokens`` and a temperature, others
know no strict schema, no ``additionalProperties``, no schema at all. A request is therefore put the strictest way
first, and each refusal that names what it is about changes one thing. ``max_tokens`` stands first of its two names,
because an endpoint that does not know it says so, while Ollama and its kin silently ignore ``max_completion_tokens``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from verifier.model.schemas import flat, strict, without

Body = dict[str, Any]

ROOM = 8_000
"""Tokens added to the limit once an answer came back empty because the model had thought them all away."""

AS_ASKED = "as-asked"
"""The step of a cassette that was recorded before requests were put into anybody's dialect."""
_WORDS = {
    "max_completion_tokens": "max_completion_tokens instead of max_tokens",
    "no-limit": "no limit of tokens",
    "no-temperature": "no temperature",
    "no-effort": "no reasoning_effort",
    "no-system": "instructions in the user's message: the endpoint knows no role system",
    "auto-tools": "tool_choice auto",
    "plain-schema": "schemas without strict",
    "open-schema": "schemas without additionalProperties",
    "json": "plain JSON instead of a schema; the schema stands in words",
    "text": "no response_format; the schema stands in words",
}
_TOO_LONG = re.compile(
    r"context.{0,20}(length|size|window)|(prompt|input|request).{0,30}too (long|large)|exceed_context", re.I
)
_LIMIT = re.compile(r"max_(completion_|output_)?tokens|maxOutputTokens|completion tokens", re.I)
_TOO_MUCH = re.compile(r"too (large|big|high)|at most|less than|exceed|maximum|supports? up to", re.I)
_SCHEMA = re.compile(
    r"schema|response_format|responseFormat|json_object|grammar|strict|\$defs|\$ref|"
    r"(min|max)(Length|Items)|\btools?\b|function",
    re.I,
)
_NOT_AT_ALL = re.compile(
    r"must be|not (supported|available|implemented)|unsupported|does not support|unknown|only", re.I
)
_KIND = re.compile(r"json_schema|response_format['\".]*type|response_format['\"]? .{0,40}not|\btools?\b", re.I)
_SYSTEM = re.compile(r"system\b.{0,40}\b(role|message|not support)|role.{0,20}system", re.I)
_LEAST_CAP = 64


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one endpoint is spoken to. ``steps`` are the changes in the order they were learned, ``room`` the tokens
    added for thought, ``cap`` the most tokens that the endpoint allows an answer."""

    steps: tuple[str, ...] = ()
    room: int = 0
    cap: int | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The changes, as a person reads them."""
        words = [_WORDS[step] for step in self.steps if step in _WORDS]
        words += [f"{self.room} more tokens for thought"] if self.room else []
        words += [f"at most {self.cap} tokens an answer"] if self.cap else []
        return tuple(words)

    @property
    def plain(self) -> bool:
        """Whether the endpoint takes no schema, so that the form stands in words alone."""
        return bool({"json", "text"} & set(self.steps))

    def before(self) -> Dialect | None:
        """This dialect before its last step was learned, None where nothing was."""
        return replace(self, steps=self.steps[:-1]) if self.steps else None

    def said(self, asked: Body) -> Body:
        """A request the way this endpoint wants it."""
        if AS_ASKED in self.steps:
            return asked
        body = dict(asked)
        self._form(body)
        self._limit(body)
        if "no-temperature" in self.steps:
            body.pop("temperature", None)
        if "no-effort" in self.steps:
            body.pop("reasoning_effort", None)
        if "no-system" in self.steps:
            body["messages"] = _without_system(body["messages"])
        return body

    def after(self, sentence: str, parameter: str, sent: Body) -> Dialect | None:
        """What to try after a refusal, None where it names nothing that could be put otherwise."""
        words = f"{parameter} {sentence}"
        if _TOO_LONG.search(words) or AS_ASKED in self.steps:
            return None
        if _LIMIT.search(words):
            return self._other_limit(words, sent)
        step = self._simple_step(words, sent)
        return self._and(step) if step else self._other_form(words, sent)

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Dialect:
        """The dialect that a cassette tells.

        Raises:
            ValueError: there is no such dialect.
        """
        steps, room, cap = tuple(facts["steps"]), facts["room"], facts["cap"]
        if not set(steps) <= _WORDS.keys() or not isinstance(room, int) or not isinstance(cap, int | None):
            raise ValueError("an unknown dialect")
        return cls(steps, room, cap)

    def roomier(self, at_least: int = ROOM) -> Dialect | None:
        """The same with room for thought, None where it has been given already."""
        return replace(self, room=at_least) if self.room < at_least and "no-limit" not in self.steps else None

    @staticmethod
    def _simple_step(words: str, sent: Body) -> str | None:
        """The step for a parameter that can only be left out or put otherwise in one way."""
        plain = words.lower()
        fitting = {
            "no-temperature": "temperature" in plain and "temperature" in sent,
            "no-effort": bool(re.search("reasoning.?effort", plain)) and "reasoning_effort" in sent,
            "no-system": bool(_SYSTEM.search(words)),
            "auto-tools": "tool_choice" in plain and isinstance(sent.get("tool_choice"), dict),
        }
        return next((step for step, fits in fitting.items() if fits), None)

    def _and(self, step: str) -> Dialect | None:
        return replace(self, steps=(*self.steps, step)) if step not in self.steps else None

    def _other_limit(self, words: str, sent: Body) -> Dialect | None:
        limit = sent.get("max_completion_tokens", sent.get("max_tokens"))
        if limit is None:
            return None
        allowed = [int(n) for n in re.findall(r"\b\d{2,7}\b", words) if _LEAST_CAP <= int(n) < limit]
        if allowed and _TOO_MUCH.search(words):
            return replace(self, cap=max(allowed))
        return self._and("no-limit") if "max_completion_tokens" in self.steps else self._and("max_completion_tokens")

    def _other_form(self, words: str, sent: Body) -> Dialect | None:
        kind = (sent.get("response_format") or {}).get("type")
        if not _SCHEMA.search(words) and "additionalproperties" not in words.lower():
            return None
        if kind == "json_object":
            return self._and("text")
        if kind != "json_schema" and "tools" not in sent:
            return None
        if "additionalproperties" in words.lower() and "open-schema" not in self.steps:
            return self._and("open-schema")
        if _KIND.search(words) and _NOT_AT_ALL.search(words) and "strict" not in words.lower():
            return self._and("json")
        plain = {"plain-schema", "open-schema"} & set(self.steps)
        return self._and("json") if plain else self._and("plain-schema")

    def _form(self, body: Body) -> None:
        holder = _schema_of(body)
        if holder is None:
            return
        place, key = holder
        schema = flat(place[key])
        if self.plain:
            _in_words(body, schema)
            if "text" not in self.steps:
                body["response_format"] = {"type": "json_object"}
            return
        if "open-schema" in self.steps:
            place[key] = without(schema, "additionalProperties")
        elif "plain-schema" in self.steps:
            place[key] = schema
        else:
            place[key] = strict(schema)
            place["strict"] = True
        if "auto-tools" in self.steps and "tool_choice" in body:
            body["tool_choice"] = "auto"

    def _limit(self, body: Body) -> None:
        limit = body.pop("max_tokens", None)
        if limit is None or "no-limit" in self.steps:
            return
        limit = min(limit + self.room, self.cap or limit + self.room)
        body["max_completion_tokens" if "max_completion_tokens" in self.steps else "max_tokens"] = limit


def _schema_of(body: Body) -> tuple[Body, str] | None:
    """A copy of the part of the request that holds the schema, put in its place, and the schema's name in it."""
    if body.get("tools"):
        tool = body["tools"][0]
        function = dict(tool["function"])
        body["tools"] = [{**tool, "function": function}]
        return function, "parameters"
    form = body.get("response_format") or {}
    if form.get("type") == "json_schema":
        inner = dict(form["json_schema"])
        body["response_format"] = {**form, "json_schema": inner}
        return inner, "schema"
    if form.get("type") == "json_object":
        return {"schema": {}}, "schema"
    return None


def _in_words(body: Body, schema: Mapping[str, Any]) -> None:
    for gone in ("tools", "tool_choice", "response_format"):
        body.pop(gone, None)
    if not schema:  # the words have it already
        return
    told = (
        f"Answer with one JSON object of this JSON Schema, and nothing else:\n{json.dumps(schema, ensure_ascii=False)}"
    )
    first, *rest = body["messages"]
    if first["role"] == "system":
        body["messages"] = [{**first, "content": f"{first['content']}\n\n{told}"}, *rest]
    else:
        body["messages"] = [{"role": "system", "content": told}, first, *rest]


def _without_system(messages: list[Body]) -> list[Body]:
    first, *rest = messages
    if first["role"] != "system" or not rest:
        return messages
    return [{**rest[0], "content": f"{first['content']}\n\n{rest[0]['content']}"}, *rest[1:]]

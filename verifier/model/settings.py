"""What a desk may choose about the model: which one, how it is asked, and how much it may cost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

_OURS = frozenset({"model", "messages", "response_format", "tools", "tool_choice", "stream", "n", "max_tokens"})
"""What a request says that is nobody else's to say."""
_SECRET = re.compile("key$|secret|password|authorization", re.I)  # parameters are recorded, and keys never are
_PARAMETER = re.compile(r"[A-Za-z][\w-]{0,60}")
Mode = Literal["json_schema", "tools", "json"]
Record = Literal["none", "once", "new", "all"]
Ask = Literal["article", "sentence"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one run may use; None is no limit. Cost is in US dollars and needs the prices of a million tokens."""

    calls: int | None = None
    tokens: int | None = None
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """One endpoint and how it is asked.

    ``ask`` is what one question is about: the whole ``article``, or for a small model one ``sentence``. ``twice`` asks
    again the other way round (the look with the article's parts in another order, a choice with its choices turned) and
    believes only what comes back twice. ``attempts`` counts
    sendings of one request over a bad line, ``backoff`` is seconds before the second where the endpoint does not say;
    ``timeout`` is seconds for one answer, from first byte to last. ``price_in`` and ``price_out`` are US dollars for a
    million tokens, where they are not those of the endpoint's price list.

    ``temperature`` and ``reasoning_effort`` are sent where they are given; ``thinking_tokens`` are added to the limit
    of every answer, for what a model thinks before it; ``extra`` are further parameters of the request, as they are.
    ``proxy`` is the address of one that https endpoints are reached through. ``drop_unused`` takes recordings off the
    cassette that a run with every answer did not ask for.
    """

    name: str
    base_url: str = "https://api.openai.com/v1"
    api_key: str = field(default="", repr=False)
    mode: Mode = "json_schema"
    ask: Ask = "article"
    twice: bool = False
    concurrency: int = 16
    attempts: int = 4
    backoff: float = 0.5
    timeout: float = 120.0
    temperature: float | None = None
    reasoning_effort: str | None = None
    thinking_tokens: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    proxy: str | None = field(default=None, repr=False)
    price_in: float | None = None
    price_out: float | None = None
    limits: Limits = Limits()
    prompts: Path | None = None
    cache: Path | None = None
    offline: bool = False
    cassette: Path | None = None
    record: Record = "none"
    drop_unused: bool = False

    @property
    def host(self) -> str:
        """The endpoint's host and port, as the report shows it: no user, no password, no path."""
        parts = urlsplit(self.base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else (parts.hostname or "")

    def parameters(self, own: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters of a request: a prompt's own, and what the desk says in their place or beside them."""
        said = {"temperature": self.temperature, "reasoning_effort": self.reasoning_effort}
        return {**own, **{name: value for name, value in said.items() if value is not None}, **self.extra}

    @property
    def replaying(self) -> bool:
        """Whether answers come from a cassette alone."""
        return self.cassette is not None and self.record == "none"


def problem_with_endpoint(url: str) -> str | None:
    """Why this is no endpoint; None where it may be one. A password in it is nobody's business."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    shown = "what was given" if "@" in url else repr(url)
    return None if good else f"{shown} is no endpoint; write it as http://127.0.0.1:8080/v1"


def free_parameter(name: str) -> bool:
    """Whether a desk may give a parameter of this name: a word, and none that the questions need for themselves."""
    return bool(_PARAMETER.fullmatch(name)) and name not in _OURS and not _SECRET.search(name)

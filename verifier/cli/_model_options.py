"""The options that name a model and how it is asked; nothing here loads it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click

_POSITIVE = click.IntRange(min=1)
_MONEY = click.FloatRange(min=0)
_FILE = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the command line said about the model, one field an option; None and False are "not said"."""

    model: str | None = None
    base_url: str | None = None
    mode: str | None = None
    timeout: float | None = None
    ask: str | None = None
    twice: bool | None = None
    concurrency: int | None = None
    prompts: Path | None = None
    cassette: Path | None = None
    record: str | None = None
    fail_on_unused: bool = False
    drop_unused: bool = False
    offline: bool = False
    no_cache: bool = False
    max_calls: int | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    price_in: float | None = None
    price_out: float | None = None
    temperature: float | None = None
    reasoning_effort: str | None = None
    thinking_tokens: int | None = None
    extra: Mapping[str, Any] | None = None
    dry_run: bool = False

    @property
    def replays(self) -> bool:
        """Whether a cassette, where there is one, is only read."""
        return self.record in {None, "none"}

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> Asking:
        """Take these options out of all that were given."""
        return cls(**{f.name: options.pop(f.name) for f in fields(cls) if f.name in options})


def _parameters(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, Any] | None:
    """Further parameters as they go into the request: JSON where it is some, else words."""
    from verifier.model.settings import free_parameter  # noqa: PLC0415 - --help can do without

    made: dict[str, Any] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not free_parameter(name):
            raise click.BadParameter(f"{pair!r}: write NAME=VALUE, with a parameter that verifier does not set itself")
        try:
            made[name] = json.loads(value, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            made[name] = value
    return made or None


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


_MODEL = (
    click.option(
        "--model", metavar="NAME",
        help="Ask this model too; else the one that VERIFIER_MODEL or the configuration names, else none.",
    ),
)  # fmt: skip
_MODELS = (
    click.option(
        "--model", multiple=True, metavar="NAME",
        help="Measure this model too; may be repeated. Else the one that VERIFIER_MODEL or the configuration names.",
    ),
)  # fmt: skip
_ENDPOINT = (
    click.option(
        "--base-url", metavar="URL",
        help="The OpenAI-compatible endpoint; else OPENAI_BASE_URL, else the configuration's, else OpenAI. "
        "The key is taken from OPENAI_API_KEY.",
    ),
    click.option(
        "--mode", type=click.Choice(["json_schema", "tools", "json"]),
        help="How answers get their form (default json_schema); 'verifier doctor' finds out what an endpoint can do.",
    ),
    click.option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS",
        help="How long one answer may take (default 120).",
    ),
    click.option(
        "--temperature", type=click.FloatRange(min=0, max=2), metavar="T",
        help="How freely the model chooses its words (default 0, and left out where the endpoint refuses it).",
    ),
    click.option(
        "--reasoning-effort", metavar="LEVEL",
        help="How long a reasoning model thinks, in the endpoint's own words: low, high.",
    ),
    click.option(
        "--thinking-tokens", type=click.IntRange(min=0), metavar="N",
        help="Tokens for thought beside each answer (default none, and 8000 once an answer came back empty for lack).",
    ),
    click.option(
        "--extra", multiple=True, callback=_parameters, metavar="NAME=VALUE",
        help="A further parameter of each request, its value JSON or words; may be repeated.",
    ),
)  # fmt: skip
_PROMPTS = (
    click.option("--prompts", type=_FILE, metavar="DIR", help="Prompts of your own; see 'verifier prompts'."),
)  # fmt: skip
_SEVERAL_PROMPTS = (
    click.option(
        "--prompts", type=_FILE, multiple=True, metavar="DIR",
        help="Measure with these prompts; may be repeated, and 'shipped' are those of the package.",
    ),
)  # fmt: skip
_ASKING = (
    click.option(
        "--ask", type=click.Choice(["article", "sentence"]),
        help="Ask about the whole article at once (the default), or sentence by sentence: what a small model needs. "
        "'verifier doctor' says which suits.",
    ),
    click.option(
        "--twice/--no-twice", default=None,
        help="Ask every choice again the other way round, and believe only what comes back twice.",
    ),
    click.option("--concurrency", type=_POSITIVE, metavar="N", help="Questions under way at once (default 16)."),
    click.option("--max-calls", type=_POSITIVE, metavar="N", help="Stop asking after this many calls."),
    click.option("--max-tokens", type=_POSITIVE, metavar="N", help="Stop asking before more tokens are used."),
    click.option(
        "--max-cost", type=_MONEY, metavar="USD",
        help="Stop asking before it costs more, where the prices are known or given.",
    ),
    click.option(
        "--price-in", type=_MONEY, metavar="USD",
        help="Price of a million tokens sent; else the one of the endpoint's public list.",
    ),
    click.option(
        "--price-out", type=_MONEY, metavar="USD",
        help="Price of a million tokens received; else the one of the endpoint's public list.",
    ),
)  # fmt: skip
_CASSETTE = (
    click.option("--cassette", type=_FILE, metavar="FILE", help="Answer from recorded answers, or record them there."),
)  # fmt: skip
_CASSETTES = (
    click.option(
        "--cassette", type=_FILE, metavar="FILE|DIR",
        help="Answer from recorded answers, or record them there; in a folder one file for each article, NAME.json.",
    ),
)  # fmt: skip
_THIS_TIME = (
    click.option(
        "--record", type=click.Choice(["none", "once", "new", "all"]),
        help="none: replay alone (default). once: record a cassette that is not there yet. new: record what it lacks. "
        "all: record everything anew.",
    ),
    click.option("--fail-on-unused", is_flag=True, help="Exit code 3 where a recording was not asked for."),
    click.option(
        "--drop-unused", is_flag=True,
        help="With --record new: take what was not asked for off the cassette, once every question is answered.",
    ),
    click.option("--offline", is_flag=True, help="With --model: cache and cassette only, never the network."),
    click.option("--no-cache", is_flag=True, help="Neither look for answers of earlier runs nor keep any."),
    click.option(
        "--dry-run", is_flag=True, help="Tell calls, tokens and cost, and how many answers are kept; ask nothing.",
    ),
)  # fmt: skip

Command = Callable[..., Any]


def endpoint_options(command: Command) -> Command:
    """Add the options that name an endpoint."""
    return _with(command, _MODEL + _ENDPOINT)


def configurable_options(command: Command) -> Command:
    """Add the options that a configuration can say, too."""
    return _with(command, _MODEL + _ENDPOINT + _PROMPTS + _ASKING)


def model_options(command: Command) -> Command:
    """Add all options about the model."""
    return _with(command, _MODEL + _ENDPOINT + _PROMPTS + _ASKING + _CASSETTE + _THIS_TIME)


def models_options(command: Command) -> Command:
    """Add the same for a command that measures several models, or one with several sets of prompts."""
    return _with(command, _MODELS + _ENDPOINT + _SEVERAL_PROMPTS + _ASKING + _CASSETTES + _THIS_TIME)


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command

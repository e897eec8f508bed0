"""From all that is said about the model to its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier._exceptions import UsageError
from verifier.cli import _environment
from verifier.cli._model_options import Asking

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings

_GOOD_WITHOUT = {"model", "offline", "no_cache"}
"""What may be said without a model: it holds then, too."""
_AS_GIVEN = (
    "mode", "timeout", "ask", "concurrency", "price_in", "price_out", "record",
    "temperature", "reasoning_effort", "thinking_tokens", "extra",
)  # fmt: skip
_RECORDED = {"temperature", "reasoning-effort", "thinking-tokens", "extra"}
"""What a cassette alone says where it is replayed: a configuration may have changed since."""


def answers_folder() -> Path:
    """Where answers are kept between runs."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only a run with a model needs it

    return user_cache_path("verifier", appauthor=False) / "answers"


def chosen(flags: Asking, said: Mapping[str, Any], *, no_model: bool = False) -> ModelSettings | None:
    """The settings of the model that was named, or that a cassette was recorded with; None where none was.

    ``said`` is what holds of all that a configuration can say (:attr:`verifier.config.Effective.model`), ``flags`` what
    the command line said, of which the rest is taken.

    Raises:
        UsageError: options that need a model, a cassette, prices or one another are given without.
        InputError: the cassette to be replayed is missing or broken.
    """
    if no_model and flags.model:
        raise UsageError("--model and --no-model: which of the two?")
    asking = flags
    if not no_model:
        if flags.cassette and flags.replays and not flags.model:
            asking = _as_recorded(flags, flags.cassette)
            said = {key: value for key, value in said.items() if key not in _RECORDED}
        asking = _filled(asking, said)
    if no_model or not asking.model:
        alone = [f.name for f in fields(flags) if f.name not in _GOOD_WITHOUT and getattr(flags, f.name)]
        if alone:
            raise UsageError(f"--{alone[0].replace('_', '-')} does nothing without --model NAME")
        return None
    return _settings(asking, asking.model)


def _filled(asking: Asking, said: Mapping[str, Any]) -> Asking:
    """What was not said with what holds beside it."""
    named = {"model" if key == "name" else key.replace("-", "_"): value for key, value in said.items()}
    return replace(asking, **{name: value for name, value in named.items() if getattr(asking, name) is None})


def _settings(asking: Asking, name: str) -> ModelSettings:
    from verifier.model.prices import Prices  # noqa: PLC0415
    from verifier.model.settings import Limits, ModelSettings  # noqa: PLC0415 - a run by rules does not need it

    _agree(asking)
    given = {name: getattr(asking, name) for name in _AS_GIVEN if getattr(asking, name) is not None}
    made = ModelSettings(
        name=name,
        base_url=_base_url(asking) or ModelSettings("").base_url,
        api_key=_environment.api_key(),
        twice=bool(asking.twice),
        limits=Limits(asking.max_calls, asking.max_tokens, asking.max_cost),
        prompts=asking.prompts,
        cache=None if asking.no_cache or asking.cassette else answers_folder(),
        offline=asking.offline,
        cassette=asking.cassette,
        drop_unused=asking.drop_unused,
        **given,
    )
    if asking.max_cost is not None and not Prices(made).known:
        raise UsageError(
            f"--max-cost needs --price-in and --price-out, US dollars for a million tokens: "
            f"no list has the prices of {name} at {made.host}"
        )
    proxy = _environment.proxy(made.base_url)
    return replace(made, proxy=proxy) if proxy else made


def _as_recorded(asking: Asking, cassette: Path) -> Asking:
    """A replay asks as was asked, where the command line does not say otherwise; a configuration may have changed."""
    from verifier.model.cassette import replay  # noqa: PLC0415 - a run by rules does not need it

    as_was = replay(cassette)
    return replace(
        asking,
        model=as_was.name,
        mode=asking.mode or as_was.mode,
        ask=asking.ask or as_was.ask,
        extra={**as_was.extra, **(asking.extra or {})},
        thinking_tokens=as_was.thinking_tokens if asking.thinking_tokens is None else asking.thinking_tokens,
        twice=as_was.twice if asking.twice is None else asking.twice,
    )


def _agree(asking: Asking) -> None:
    recording = not asking.replays
    wrong = {
        "--price-in and --price-out go together": (asking.price_in is None) != (asking.price_out is None),
        f"--record {asking.record} needs --cassette FILE": asking.record is not None and asking.cassette is None,
        "--fail-on-unused needs --cassette FILE": asking.fail_on_unused and asking.cassette is None,
        "--drop-unused needs --record new": asking.drop_unused and asking.record != "new",
        "--offline forbids recording": asking.offline and recording,
        "--dry-run tells what would be sent; leave out --cassette": asking.dry_run and asking.cassette is not None,
    }
    for problem, is_so in wrong.items():
        if is_so:
            raise UsageError(problem)


def _base_url(asking: Asking) -> str | None:
    """The endpoint that was named, None where none was."""
    from verifier.model.settings import problem_with_endpoint  # noqa: PLC0415 - a run by rules does not need it

    if asking.base_url and (problem := problem_with_endpoint(asking.base_url)):
        raise UsageError(problem)
    return asking.base_url or None

"""From options and environment to the model's settings. The environment is read here and nowhere below."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from verifier._exceptions import UsageError
from verifier.cli._model_options import Asking

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings

_GOOD_WITHOUT = {"model", "offline", "no_cache"}
"""What may be said without a model: it holds then, too."""
_AS_GIVEN = ("mode", "timeout", "window", "concurrency", "price_in", "price_out", "record")


def answers_folder() -> Path:
    """Where answers are kept between runs."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only a run with a model needs it

    return user_cache_path("verifier", appauthor=False) / "answers"


def chosen(asking: Asking, *, no_model: bool = False) -> ModelSettings | None:
    """The settings of the model that was named, or that a cassette was recorded with; None where none was.

    Raises:
        UsageError: options that need a model, a cassette, prices or one another are given without.
        InputError: the cassette to be replayed is missing or broken.
    """
    if no_model and asking.model:
        raise UsageError("--model and --no-model: which of the two?")
    if not asking.model and not no_model and asking.cassette and asking.record in {None, "none"}:
        asking = _as_recorded(asking, asking.cassette)
    if not asking.model:
        said = [f.name for f in fields(asking) if f.name not in _GOOD_WITHOUT and getattr(asking, f.name)]
        if said:
            raise UsageError(f"--{said[0].replace('_', '-')} does nothing without --model NAME")
        return None
    from verifier.model.settings import Limits, ModelSettings  # noqa: PLC0415 - a run by rules does not need it

    _agree(asking)
    given = {name: getattr(asking, name) for name in _AS_GIVEN if getattr(asking, name) is not None}
    return ModelSettings(
        name=asking.model,
        base_url=_base_url(asking) or ModelSettings("").base_url,
        api_key=os.environ.get("OPENAI_API_KEY", ""),
        twice=asking.twice,
        limits=Limits(asking.max_calls, asking.max_tokens, asking.max_cost),
        prompts=asking.prompts,
        cache=None if asking.no_cache or asking.cassette else answers_folder(),
        offline=asking.offline,
        cassette=asking.cassette,
        **given,
    )


def _as_recorded(asking: Asking, cassette: Path) -> Asking:
    """A replay asks as was asked, where the command line does not say otherwise."""
    from verifier.model.cassette import recorded  # noqa: PLC0415 - a run by rules does not need it

    made = recorded(cassette)
    return replace(
        asking,
        model=made.model,
        mode=asking.mode or made.mode,
        window=asking.window or made.window,
        twice=asking.twice or made.twice,
    )


def _agree(asking: Asking) -> None:
    recording = asking.record not in {None, "none"}
    wrong = {
        "--max-cost needs --price-in and --price-out, US dollars for a million tokens": asking.max_cost is not None
        and (asking.price_in is None or asking.price_out is None),
        "--price-in and --price-out go together": (asking.price_in is None) != (asking.price_out is None),
        f"--record {asking.record} needs --cassette FILE": asking.record is not None and asking.cassette is None,
        "--fail-on-unused needs --cassette FILE": asking.fail_on_unused and asking.cassette is None,
        "--offline forbids recording": asking.offline and recording,
        "--dry-run tells what would be sent; leave out --cassette": asking.dry_run and asking.cassette is not None,
    }
    for problem, is_so in wrong.items():
        if is_so:
            raise UsageError(problem)


def _base_url(asking: Asking) -> str | None:
    """The endpoint that was named, None where none was."""
    from urllib.parse import urlsplit  # noqa: PLC0415

    url = asking.base_url or os.environ.get("OPENAI_BASE_URL")
    if not url:
        return None
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise UsageError(f"{url!r} is no endpoint; write it as http://127.0.0.1:8080/v1")
    return url

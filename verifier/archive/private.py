"""What a worker needs beside the plan, and what no file may hold: the key and the proxy for an endpoint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from verifier.archive.choices import Choices
from verifier.model.settings import ModelSettings

Secret = Callable[[str], tuple[str, str | None]]
"""Tells key and proxy for an endpoint, in whichever process it is called; they are never handed about."""


def told(choices: Choices, secret: Secret) -> dict[str, Any]:
    """Key and proxy for the one process that asks."""
    key, proxy = secret(choices.model.base_url) if choices.model else ("", None)
    return {"api_key": key if choices.keyed else "", "proxy": proxy}


def completed(model: ModelSettings, private: dict[str, Any]) -> ModelSettings:
    """The settings of a plan with what it does not hold."""
    return replace(model, api_key=private["api_key"], proxy=private["proxy"])

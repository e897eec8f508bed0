"""The environment: the only place that reads what it says about rules and models."""

from __future__ import annotations

import os

from verifier.config import Layer, from_words

KEY = "OPENAI_API_KEY"
_VARIABLES = {
    "select": "VERIFIER_SELECT",
    "ignore": "VERIFIER_IGNORE",
    "fail-on": "VERIFIER_FAIL_ON",
    "model.name": "VERIFIER_MODEL",
    "model.base-url": "OPENAI_BASE_URL",
}


def layer() -> Layer:
    """What the environment says; an empty variable says nothing.

    Raises:
        UsageError: a value that cannot be.
    """
    return from_words({key: (name, said) for key, name in _VARIABLES.items() if (said := os.environ.get(name))})


def api_key() -> str:
    """The key for an endpoint, empty where there is none. It is never shown, logged or kept."""
    return os.environ.get(KEY, "")

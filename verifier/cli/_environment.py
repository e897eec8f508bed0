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


def anthropic_key() -> str:
    """The key for Anthropic's batches, by the name that its own tools give it; treated as the other."""
    return os.environ.get("ANTHROPIC_API_KEY", "")


def proxy(url: str) -> str | None:
    """The proxy that HTTPS_PROXY (or ALL_PROXY) names for an https endpoint that NO_PROXY does not except.

    Through a proxy https stays sealed: it sees the endpoint's name, neither key nor article. An http endpoint would
    hand it both, and is mostly a server of one's own, so no proxy stands between.
    """
    from urllib.parse import urlsplit  # noqa: PLC0415 - only a run with a model needs them
    from urllib.request import getproxies_environment, proxy_bypass  # noqa: PLC0415

    parts = urlsplit(url)
    if parts.scheme != "https" or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    named = getproxies_environment()
    found = named.get("https") or named.get("all")
    if not found:
        return None
    return found if "://" in found else f"http://{found}"

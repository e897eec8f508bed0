"""What is not in the base install, and how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from verifier._exceptions import UsageError


@contextmanager
def needed(extra: str) -> Iterator[None]:
    """Tell which extra is missing.

    Raises:
        UsageError: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("verifier"):
            raise
        raise UsageError(
            f"{error.name} is not installed; this needs pip install 'verifier[{extra}]', in a clone pip install "
            f"'.[{extra}]'"
        ) from error

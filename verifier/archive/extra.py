"""The extra ``archive``: whether it is there."""

from __future__ import annotations

from importlib.util import find_spec

from verifier._exceptions import UsageError

_NEEDED = ("datatrove", "duckdb", "fsspec", "pyarrow", "tqdm", "warcio", "zstandard")


def require(*more: str) -> None:
    """Look whether the packages of the extra (and ``more``) can be imported, without importing them.

    Raises:
        UsageError: one is missing; the message says what to install.
    """
    missing = [name for name in (*_NEEDED, *more) if find_spec(name) is None]
    if missing:
        extras = "archive,ray" if "ray" in more and missing == ["ray"] else "archive"
        raise UsageError(
            f"archives need {', '.join(missing)}; install them with: pip install 'verifier[{extras}]', in a clone: "
            f"pip install '.[{extras}]'"
        )

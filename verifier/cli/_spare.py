"""What a run reads is not what it writes over."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from verifier._exceptions import UsageError


def spare(inputs: Iterable[str | Path | None], outputs: Iterable[Path | None]) -> None:
    """See to it, before anything is written, that no output takes the place of an input or of another output.

    Files are told apart by where their names lead; None (standard input or output), devices and pipes do not count.

    Raises:
        UsageError: one does.
    """
    read = {os.path.realpath(path) for path in inputs if path is not None}
    written: set[str] = set()
    for path in outputs:
        if path is None or (path.exists() and not path.is_file()):
            continue
        place = os.path.realpath(path)
        if place in read:
            raise UsageError(f"{path} is read in this run and would be written over; put what is written elsewhere")
        if place in written:
            raise UsageError(f"two outputs go to the same file: {path}")
        written.add(place)

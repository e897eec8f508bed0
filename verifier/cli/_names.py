"""What the reports in a folder are called: after their articles, in the same sub-folders, no two alike."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import PurePath

from verifier.cli._inputs import Input


def report_names(inputs: Sequence[Input], suffix: str, reserved: str = "") -> list[PurePath]:
    """A file for each article's report, relative to the folder of reports, in the order of the articles.

    The folder that holds all articles becomes the folder of reports. Two articles that would share a report
    (``story.txt`` and ``story.md``, or names that differ in case alone) get one each: the second keeps its own ending,
    or takes a number. ``reserved`` is a name that no report may have.
    """
    taken = {reserved.casefold()}
    names = []
    for place in _places(inputs):
        name = next(n for n in _candidates(place, suffix) if n.as_posix().casefold() not in taken)
        taken.add(name.as_posix().casefold())
        names.append(name)
    return names


def _places(inputs: Sequence[Input]) -> Iterator[PurePath]:
    """Where each article lies below the folder that holds all; one from standard input has only a name."""
    files = [os.path.abspath(i.name) for i in inputs if i.data is None]  # noqa: PTH100 - symbolic links stay as named
    base = os.path.commonpath([os.path.dirname(f) for f in files]) if files else ""  # noqa: PTH120
    left = iter(files)
    for given in inputs:
        place = PurePath(next(left)).relative_to(base) if given.data is None else PurePath(PurePath(given.name).name)
        # A link to the report must be writable in the index: bytes that are no UTF-8 cannot be.
        yield PurePath(str(place).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _candidates(place: PurePath, suffix: str) -> Iterator[PurePath]:
    """Names in the order of preference. Dots and dashes at the ends go: such a file would be hidden, or an option."""
    stem = place.stem.strip("-. ") or "article"
    place = place if place.name else PurePath(stem)
    yield place.with_name(f"{stem}{suffix}")
    if place.suffix:
        yield place.with_name(f"{stem}{place.suffix}{suffix}")
    for number in count(2):
        yield place.with_name(f"{stem}-{number}{suffix}")

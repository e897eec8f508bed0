"""How far a run is, on standard error: a bar on a terminal, one line a minute elsewhere."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from verifier.archive.folder import Folder
from verifier.archive.shard import Tally, tally_of

_LINE = 60.0
"""Seconds between two lines where there is no terminal."""
_LOOKS = 20_000
"""Shards looked at in a second at most: with more of them, the bar moves more rarely."""


class Progress:
    """Adds up the tallies of a run's shards; those that are done are read once."""

    def __init__(self, folder: Folder, shards: int) -> None:
        self._folder = folder
        self._shards = shards
        self._read: dict[int, tuple[int, Tally]] = {}

    def now(self) -> Tally:
        """What all shards came to so far."""
        try:
            with os.scandir(self._folder.work / "tallies") as entries:
                for entry in entries:
                    rank, _, ending = entry.name.partition(".")
                    if ending != "json" or int(rank) >= self._shards:
                        continue
                    changed = entry.stat().st_mtime_ns
                    if self._read.get(int(rank), (0,))[0] != changed:
                        self._read[int(rank)] = (changed, tally_of(self._folder, int(rank)))
        except (OSError, ValueError):
            pass
        total = Tally()
        for _, tally in self._read.values():
            total += tally
        return total


@contextmanager
def shown(folder: Folder, shards: int, articles: int, *, quiet: bool) -> Iterator[Progress]:
    """The progress of a run while it runs."""
    progress = Progress(folder, shards)
    if quiet:
        yield progress
        return
    over = threading.Event()
    show = _bar if sys.stderr.isatty() else _lines
    thread = threading.Thread(target=show, args=(progress, articles, over, max(1.0, shards / _LOOKS)), daemon=True)
    thread.start()
    try:
        yield progress
    finally:
        over.set()
        thread.join()


def _bar(progress: Progress, articles: int, over: threading.Event, every: float) -> None:
    seen = progress.now().seen
    with tqdm(total=articles, initial=seen, unit=" articles", file=sys.stderr, dynamic_ncols=True) as bar:
        last = False
        while not last:
            last = over.wait(every)
            now = progress.now()
            bar.set_postfix_str(f"{now.failed} failed" if now.failed else "", refresh=False)
            bar.update(now.seen - seen)
            seen = now.seen


def _lines(progress: Progress, articles: int, over: threading.Event, every: float) -> None:
    began, before = time.monotonic(), progress.now().seen
    while not over.wait(max(_LINE, every)):
        now = progress.now()
        words = tqdm.format_meter(
            now.seen, articles, time.monotonic() - began, unit=" articles", initial=before, ncols=100, ascii=True
        )
        print(f"{words}{f', {now.failed} failed' if now.failed else ''}", file=sys.stderr, flush=True)

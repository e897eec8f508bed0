"""A meter that all workers of a run share: its limits hold for them together.

The counts lie in a file that is locked while one of them looks and writes; a call takes seconds, the lock none.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from verifier.model.errors import LimitReachedError
from verifier.model.meter import Meter, Used
from verifier.model.settings import Limits, ModelSettings


class SharedMeter(Meter):
    """Counts in a file. ``reached`` is the limit that stopped it, empty where none did."""

    def __init__(self, settings: ModelSettings, path: Path) -> None:
        super().__init__(settings)
        self._path = path
        self._name = str(os.getpid())
        self.reached = ""

    def reserve(self, ticket: int, tokens_in: int, tokens_out: int) -> None:
        """Make room for a call among those of all workers.

        Raises:
            LimitReachedError: the call would pass a limit.
        """
        with self._together() as held:
            others = [tuple(sums) for name, sums in held["reserved"].items() if name != self._name]
            own = dict(self.reserved)
            self.reserved.update({-at - 1: sums for at, sums in enumerate(others)})
            try:
                super().reserve(ticket, tokens_in, tokens_out)
                own[ticket] = self.reserved[ticket]
            finally:
                self.reserved.clear()
                self.reserved.update(own)

    def settle(self, ticket: int) -> None:
        """The call is over."""
        with self._together():
            super().settle(ticket)

    def sending(self) -> None:
        """A request is about to leave.

        Raises:
            LimitReachedError: it would be one too many, of all workers' together.
        """
        with self._together():
            super().sending()

    def received(self, tokens_in: int, tokens_out: int, cached: int = 0, thought: int = 0) -> None:
        """One answer came."""
        with self._together():
            super().received(tokens_in, tokens_out, cached, thought)

    @contextmanager
    def _together(self) -> Iterator[dict[str, Any]]:
        with self._path.open("r+", encoding="utf-8") as file:
            fcntl.lockf(file, fcntl.LOCK_EX)
            held = json.loads(file.read())
            self.settings = replace(self.settings, limits=Limits(**held["limits"]))
            self.total = Used(**held["used"])
            try:
                yield held
            except LimitReachedError as limit:
                self.reached = str(limit)
                raise
            finally:
                sums = [sum(side) for side in zip(*self.reserved.values(), strict=True)] or [0, 0]
                reserved = {**held["reserved"], self._name: sums}
                file.seek(0)
                file.write(json.dumps({**held, "used": asdict(self.total), "reserved": reserved}))
                file.truncate()


def begin(path: Path, limits: Limits) -> None:
    """Nothing is used yet: limits hold for one run of the command, and for all its workers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = {"limits": asdict(limits), "used": asdict(Used()), "reserved": {}}
    path.write_text(json.dumps(held), encoding="utf-8")

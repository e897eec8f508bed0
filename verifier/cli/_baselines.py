"""The baseline of a run: the one it is held against, and the one it writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from verifier import baseline
from verifier._exceptions import UsageError
from verifier.cli._entry import complain
from verifier.cli._inputs import Input
from verifier.cli._sinks import write_whole
from verifier.cli._spare import spare
from verifier.report._tally import counted


@dataclass(frozen=True, slots=True)
class Baselines:
    """``known`` is what the run is held against, ``to_write`` where its own findings go; either may be None."""

    known: baseline.Baseline | None
    to_write: Path | None

    @classmethod
    def named(cls, compare: Path | None, to_write: Path | None) -> Baselines:
        """Read the one and see to it that the other can be written.

        Raises:
            UsageError: the baseline is missing or broken, or there is no folder for the new one.
        """
        if to_write is not None and not to_write.absolute().parent.is_dir():
            raise UsageError(f"--write-baseline {to_write}: there is no folder {to_write.parent}")
        return cls(baseline.read(compare) if compare else None, to_write)

    def spare(self, inputs: Sequence[Input], cassette: Path | None, outputs: Sequence[Path]) -> None:
        """What is read is not written over: articles, cassette, baseline; a baseline may be replaced by the new one.

        Raises:
            UsageError: an output or the new baseline would be one of them, or they would be one file.
        """
        spare([*(i.name for i in inputs if i.data is None), cassette], [*outputs, self.to_write])
        spare([self.known.path if self.known else None], outputs)

    def write(self, findings: Sequence[baseline.Known]) -> None:
        """Write the new one, whole or not at all."""
        if self.to_write:
            write_whole(self.to_write, baseline.written(findings))
            complain(f"{counted(len(findings), 'finding')} in the baseline {self.to_write}")

    def tell_left_behind(self, inputs: Sequence[Input]) -> None:
        """Say what the baseline holds for articles that are no longer there."""
        left = self.known.left_behind([i.name for i in inputs]) if self.known else []
        if left and self.known:
            paths = ", ".join(dict.fromkeys(one.path for one in left))
            complain(f"{self.known.path} holds {counted(len(left), 'finding')} of articles that are gone: {paths}")

"""A baseline: the findings of a day, so that later runs fail on new ones alone.

One JSON file for any number of articles, sorted, so that a change of it can be read in a review. A finding is known
by the path of its article, relative to the file, and its fingerprint, which survives edits elsewhere in the text.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal

from pydantic import Field, ValidationError

from verifier._exceptions import UsageError
from verifier.report.models import Finding, Gone, Record, Report

_MOST_WORDS = 120


class Known(Record):
    """A finding that the baseline holds; ``words`` are for people."""

    path: str
    code: str
    fingerprint: str = Field(pattern="^[0-9a-f]{16}$")
    words: str


class _File(Record):
    verifier_baseline: Literal[1]
    findings: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline as read: what it holds, by the path of the article."""

    path: Path
    known: dict[str, tuple[Known, ...]] = field(default_factory=dict)

    def of(self, article: str) -> tuple[Known, ...]:
        """What it holds for an article."""
        return self.known.get(key(article, self.path), ())

    def left_behind(self, checked: Collection[str]) -> list[Known]:
        """What it holds for articles that were not checked and are no longer there."""
        keys = {key(article, self.path) for article in checked}
        folder = self.path.absolute().parent
        return [
            one
            for path, known in self.known.items()
            if path not in keys and not (folder / path).exists()
            for one in known
        ]


def read(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        UsageError: it is missing or broken; it never counts as empty.
    """
    try:
        file = _File.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise UsageError(f"{path}: no such baseline; write one with --write-baseline {path}") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot read the baseline: {error.strerror or error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        problem = f"{at}: {first['msg']}" if at else first["msg"]
        raise UsageError(
            f"{path}: is no baseline of verifier ({problem}); write it anew with --write-baseline"
        ) from None
    known: dict[str, list[Known]] = {}
    for one in file.findings:
        known.setdefault(one.path, []).append(one)
    return Baseline(path, {article: tuple(ones) for article, ones in known.items()})


def written(findings: Iterable[Known]) -> str:
    """The text of a baseline that holds these."""
    ordered = sorted(findings, key=lambda k: (k.path, k.code, k.words, k.fingerprint))
    return _File(verifier_baseline=1, findings=tuple(ordered)).model_dump_json(indent=2) + "\n"


def mark(report: Report, known: Iterable[Known], *, ran: Collection[str]) -> Report:
    """The report with every finding marked as new or unchanged, and what is gone.

    Of findings with one fingerprint as many are unchanged as the baseline holds. ``ran`` are the codes of the rules
    that ran: what another rule would find is not gone.
    """
    left = Counter((one.code, one.fingerprint) for one in known)
    findings = []
    for finding in report.findings:
        if left[finding.code, finding.fingerprint] > 0:
            left[finding.code, finding.fingerprint] -= 1
            findings.append(finding.model_copy(update={"baseline": "unchanged"}))
        else:
            findings.append(finding.model_copy(update={"baseline": "new"}))
    gone = []
    for one in known:
        if left[one.code, one.fingerprint] > 0 and one.code in ran:
            left[one.code, one.fingerprint] -= 1
            gone.append(Gone(code=one.code, words=one.words, fingerprint=one.fingerprint))
    run = report.run.model_copy(update={"gone": tuple(gone)})
    return report.model_copy(update={"findings": tuple(findings), "run": run})


def to_know(report: Report, article: str, baseline: Path) -> tuple[Known, ...]:
    """What a baseline at this path is to hold for an article: all findings that are not suppressed."""
    path = key(article, baseline)
    return tuple(_known(path, finding) for finding in report.findings if finding.suppression is None)


def key(article: str, baseline: Path) -> str:
    """The name of an article in a baseline: the same wherever it is checked from."""
    return PurePath(os.path.relpath(article, baseline.absolute().parent)).as_posix()


def _known(path: str, finding: Finding) -> Known:
    words = " ".join(finding.spans[0].text.split())
    shown = words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS] + "…"
    return Known(path=path, code=finding.code, fingerprint=finding.fingerprint, words=shown)

"""Reports on their way to the desk: read once, each article once, with where it came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from verifier._exceptions import InputError
from verifier.report import reading
from verifier.report.models import Report

_MOST_VERSIONS = 50
_UNSEEN = "unseen"
"""The stamp of a file that has come and nobody at the desk has taken."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from, so that a newer version is noticed.

    ``file`` is the article's or the report's own, ``stamp`` when it was last changed and how large it was, ``address``
    and ``at`` a web page and when it was fetched (UTC); ``by`` is who brought it. ``day`` is the day of publication
    that somebody has set by hand. ``like`` is the number of an article of which this may be a newer version, until
    somebody says so; ``earlier`` has the digests of the texts that were here before, each with when another took its
    place, ``hues`` the colours that speakers had in them.
    """

    file: str = ""
    stamp: str = ""
    address: str = ""
    at: str = ""
    by: str = ""
    day: str = ""
    like: str = ""
    earlier: str = ""
    hues: str = ""

    @property
    def colours(self) -> dict[str, int]:
        """The number of each speaker's colour in the versions that were here before."""
        return dict(json.loads(self.hues)) if self.hues else {}

    @property
    def versions(self) -> dict[str, str]:
        """The texts that were here before, by their digests, with when each was followed by another, in order."""
        return dict(one.partition("@")[::2] for one in self.earlier.split())

    def followed(self, text: str, at: str) -> str:
        """``earlier`` once another text takes this one's place."""
        return " ".join([*self.earlier.split(), f"{text}@{at}"][-_MOST_VERSIONS:])

    def dumped(self) -> str:
        """As it is kept."""
        return json.dumps({k: v for k, v in asdict(self).items() if v}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def loaded(cls, kept: str) -> Origin:
        """From what was kept; what is not ours counts as nothing."""
        try:
            given = json.loads(kept)
            return cls(**{name: str(value) for name, value in given.items() if name in cls.__slots__})
        except (ValueError, TypeError, AttributeError):
            return cls()

    @classmethod
    def of_file(cls, path: Path) -> Origin:
        """A file as it is now."""
        full = path.absolute()
        return cls(file=str(full), stamp=_stamp(full))

    @property
    def newer(self) -> bool:
        """Whether the file has changed since, or has come since."""
        return bool(self.file and self.stamp) and _stamp(Path(self.file)) not in ("", self.stamp)

    @property
    def news(self) -> str:
        """What there is to be taken, in words; empty where nothing is."""
        if not self.newer:
            return ""
        if self.stamp == _UNSEEN:
            return f"Another report on this article is there: {Path(self.file).name}."
        return f"{'The report' if self.is_report else 'The file'} has changed since: {Path(self.file).name}."

    def offered(self, file: str) -> Origin:
        """This, with a file that has come and may take its place, once somebody says so."""
        return self if file == self.file else replace(self, file=file, stamp=_UNSEEN)

    def left(self) -> Origin:
        """This, once somebody has left alone what there was to be taken; what comes after that is news again."""
        return replace(self, stamp=_stamp(Path(self.file)))

    @property
    def is_report(self) -> bool:
        """Whether the file is a report, and not the article itself."""
        return self.file.lower().endswith(reading.SUFFIXES)


def _stamp(path: Path) -> str:
    try:
        seen = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{seen.st_mtime_ns} {seen.st_size}"


@dataclass(frozen=True, slots=True)
class Given:
    """A report as it was written; ``report`` is None where the file of decisions already holds just this one."""

    key: str
    digest: str
    report: Report | None
    origin: Origin = Origin()


def gather(paths: Sequence[Path], known: Mapping[str, str]) -> list[Given]:
    """The reports that paths lead to, each article once. ``known`` gives the article of each digest already held.

    Raises:
        InputError: a file holds no report, two reports are on one article and differ, or two findings of a report
            have one fingerprint, so that a decision on one would be a decision on both.
    """
    come: dict[str, tuple[Path, str, Given]] = {}
    for path in dict.fromkeys(file for given in paths for file in reading.files(given)):
        origin = Origin.of_file(path)
        for name, data in reading.pieces(path):
            digest = hashlib.sha256(data).hexdigest()
            given = Given(known[digest], digest, None) if digest in known else _understood(name, digest, data)
            given = replace(given, origin=origin)
            file, first, before = come.setdefault(given.key, (path, name, given))
            if before.digest != digest and not _same(name, data, first, dict(reading.pieces(file))[first]):
                raise InputError(name, f"another report on {given.key} than in {first}; give the newer one alone")
    return [given for *_, given in come.values()]


def of_report(report: Report, origin: Origin) -> Given:
    """A report that was just made.

    Raises:
        InputError: two of its findings have one fingerprint.
    """
    data = report.model_dump_json().encode()
    return replace(
        _held_against(report.article.path or "text", report, hashlib.sha256(data).hexdigest()), origin=origin
    )


def _same(name: str, data: bytes, other_name: str, other: bytes) -> bool:
    """Whether two reports say the same, written down differently or by a slower machine."""
    one, two = reading.report(name, data), reading.report(other_name, other)
    return one == two.model_copy(update={"run": two.run.model_copy(update={"seconds": one.run.seconds})})


def _understood(name: str, digest: str, data: bytes) -> Given:
    return _held_against(name, reading.report(name, data), digest)


def _held_against(name: str, report: Report, digest: str) -> Given:
    if len({f.fingerprint for f in report.findings}) < len(report.findings):
        raise InputError(name, "a damaged report: two findings have one fingerprint")
    return Given(article_key(report), digest, report)


def article_key(report: Report) -> str:
    """What an article is known by through its versions: its path, or its text where it came without one."""
    return report.article.path or f"text {report.article.sha256}"

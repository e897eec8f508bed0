"""The articles on the desk: taken in from reports, listed with what is decided about them."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from verifier._exceptions import InputError, UsageError
from verifier.report import reading
from verifier.report.models import Report
from verifier.review._file import DeskFile
from verifier.review.passages import claim_keys, speakers

_COMPRESSION = 1  # most of the gain for a tenth of the time


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the queue; ``again`` counts decisions on what has gone, ``last`` is the last one's time."""

    id: int
    title: str
    path: str
    total: int
    errors: int
    warnings: int
    infos: int
    confirmed: int
    dismissed: int
    calls: int
    again: int
    last: str

    @property
    def decided(self) -> int:
        """Findings that somebody has ruled on, calls still to be made among them."""
        return self.confirmed + self.dismissed + self.calls

    @property
    def open(self) -> int:
        """Findings that nobody has ruled on."""
        return self.total - self.decided


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How a rule fared: what it found in all articles on the desk, and what checkers made of it."""

    code: str
    total: int
    confirmed: int
    dismissed: int
    calls: int


_ROWS = """
SELECT a.id, a.title, a.path, coalesce(f.total, 0), coalesce(f.errors, 0), coalesce(f.warnings, 0),
    coalesce(f.infos, 0), coalesce(f.confirmed, 0), coalesce(f.dismissed, 0), coalesce(f.calls, 0),
    coalesce(g.again, 0), coalesce(l.last, '')
FROM articles a
LEFT JOIN (
    SELECT f.article, count(*) total, sum(f.severity = 'error') errors, sum(f.severity = 'warning') warnings,
        sum(f.severity = 'info') infos, sum(d.state = 'confirmed') confirmed, sum(d.state = 'dismissed') dismissed,
        sum(d.state = 'needs-a-call') calls
    FROM findings f LEFT JOIN decisions d ON d.article = f.article AND d.kind = 'finding' AND d.key = f.key
    WHERE :article IS NULL OR f.article = :article GROUP BY f.article
) f ON f.article = a.id
LEFT JOIN (
    SELECT d.article, count(*) again FROM decisions d
    LEFT JOIN findings f ON d.kind = 'finding' AND f.article = d.article AND f.key = d.key
    LEFT JOIN others o ON o.article = d.article AND o.kind = d.kind AND o.key = d.key
    WHERE d.state != 'open' AND f.key IS NULL AND o.key IS NULL AND (:article IS NULL OR d.article = :article)
    GROUP BY d.article
) g ON g.article = a.id
LEFT JOIN (
    SELECT article, max(at) last FROM decisions WHERE :article IS NULL OR article = :article GROUP BY article
) l ON l.article = a.id
WHERE :article IS NULL OR a.id = :article
"""
"""Counted anew for every page: fifty thousand findings take a tenth of a second, and a count kept beside them could be
wrong."""


class Library:
    """The articles whose reports were given this time; the file may know others from before."""

    def __init__(self, file: DeskFile, reports: Sequence[Given]) -> None:
        """Put reports on the desk, in their order; they are of different articles.

        Raises:
            UsageError: the file cannot be written.
        """
        self.file = file
        try:
            with file.writing() as db:
                self.ids = tuple(_put(db, given) for given in reports)
        except sqlite3.Error as error:
            raise UsageError(f"{file.path}: cannot keep decisions there: {error}; name another with --db") from error
        self._report = lru_cache(maxsize=8)(self._read)

    def rows(self) -> list[Row]:
        """All articles on the desk, in the order they were given."""
        with self.file.connection() as db:
            known = {row[0]: Row(*row) for row in db.execute(_ROWS, {"article": None})}
        return [known[number] for number in self.ids]

    def row(self, article: int) -> Row:
        """One article.

        Raises:
            KeyError: it is not on the desk.
        """
        if article not in self.ids:
            raise KeyError(article)
        with self.file.connection() as db:
            return Row(*db.execute(_ROWS, {"article": article}).fetchone())

    def report(self, article: int) -> Report:
        """One article's report.

        Raises:
            KeyError: it is not on the desk.
        """
        if article not in self.ids:
            raise KeyError(article)
        return self._report(article)

    def rules(self) -> list[RuleCount]:
        """How each rule fared over the articles on the desk, by code."""
        with self.file.connection() as db:
            rows = db.execute(
                "SELECT f.code, f.article, count(*), sum(d.state = 'confirmed'), sum(d.state = 'dismissed'),"
                " sum(d.state = 'needs-a-call') FROM findings f LEFT JOIN decisions d"
                " ON d.article = f.article AND d.kind = 'finding' AND d.key = f.key GROUP BY f.code, f.article"
            ).fetchall()
        here = set(self.ids)
        counts: dict[str, list[int]] = {}
        for code, article, *numbers in rows:
            if article in here:
                kept = counts.setdefault(code, [0, 0, 0, 0])
                counts[code] = [a + (b or 0) for a, b in zip(kept, numbers, strict=True)]
        return [RuleCount(code, *numbers) for code, numbers in sorted(counts.items())]

    def _read(self, article: int) -> Report:
        with self.file.connection() as db:
            packed = db.execute("SELECT report FROM articles WHERE id = ?", (article,)).fetchone()[0]
        return Report.model_validate_json(zlib.decompress(packed))


@dataclass(frozen=True, slots=True)
class Given:
    """A report as it was written; ``report`` is None where the file of decisions already holds just this one."""

    key: str
    digest: str
    report: Report | None


def gather(paths: Sequence[Path], known: Mapping[str, str]) -> list[Given]:
    """The reports that paths lead to, each article once. ``known`` gives the article of each digest already held.

    Raises:
        InputError: a file holds no report, two reports are on one article and differ, or two findings of a report
            have one fingerprint, so that a decision on one would be a decision on both.
    """
    come: dict[str, tuple[Path, str, Given]] = {}
    for path in dict.fromkeys(file for given in paths for file in reading.files(given)):
        for name, data in reading.pieces(path):
            digest = hashlib.sha256(data).hexdigest()
            given = Given(known[digest], digest, None) if digest in known else _understood(name, digest, data)
            file, first, before = come.setdefault(given.key, (path, name, given))
            if before.digest != digest and not _same(name, data, first, dict(reading.pieces(file))[first]):
                raise InputError(name, f"another report on {given.key} than in {first}; give the newer one alone")
    return [given for *_, given in come.values()]


def _same(name: str, data: bytes, other_name: str, other: bytes) -> bool:
    """Whether two reports say the same, written down differently or by a slower machine."""
    one, two = reading.report(name, data), reading.report(other_name, other)
    return one == two.model_copy(update={"run": two.run.model_copy(update={"seconds": one.run.seconds})})


def _understood(name: str, digest: str, data: bytes) -> Given:
    report = reading.report(name, data)
    if len({f.fingerprint for f in report.findings}) < len(report.findings):
        raise InputError(name, "a damaged report: two findings have one fingerprint")
    return Given(article_key(report), digest, report)


def held(file: DeskFile) -> dict[str, str]:
    """The digests of the reports that the file holds, each with its article's key."""
    with file.connection() as db:
        return dict(db.execute("SELECT digest, key FROM articles").fetchall())


def article_key(report: Report) -> str:
    """What an article is known by through its versions: its path, or its text where it came without one."""
    return report.article.path or f"text {report.article.sha256}"


def _put(db: sqlite3.Connection, given: Given) -> int:
    """Bring one report into the file; its decisions stay as they are."""
    report = given.report
    if report is None:
        return int(db.execute("SELECT id FROM articles WHERE key = ?", (given.key,)).fetchone()[0])
    found = db.execute(
        "INSERT INTO articles(key, title, path, digest, claims, report) VALUES(?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(key) DO UPDATE SET title = excluded.title, digest = excluded.digest, claims = excluded.claims,"
        " report = excluded.report RETURNING id",
        (
            given.key,
            report.article.title or "",
            report.article.path or "",
            given.digest,
            len(report.claims),
            zlib.compress(report.model_dump_json().encode(), _COMPRESSION),
        ),
    ).fetchone()
    article = int(found[0])
    db.execute("DELETE FROM findings WHERE article = ?", (article,))
    db.executemany(
        "INSERT INTO findings(article, key, code, severity) VALUES(?, ?, ?, ?)",
        [(article, f.fingerprint, f.code, f.severity) for f in report.findings],
    )
    others = [("claim", key) for key in claim_keys(report)] + [("speaker", name) for name in speakers(report)]
    db.execute("DELETE FROM others WHERE article = ?", (article,))
    db.executemany("INSERT INTO others(article, kind, key) VALUES(?, ?, ?)", [(article, *place) for place in others])
    return article

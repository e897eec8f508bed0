"""The articles on the desk: taken in from reports, listed with what is decided about them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier._exceptions import UsageError
from verifier.report._tally import counted
from verifier.report.models import Report
from verifier.review import listing
from verifier.review._file import DeskFile
from verifier.review.facts import Fact, facts
from verifier.review.given import Given, Origin
from verifier.review.ledger import withdraw
from verifier.review.marks import Marked, place_of
from verifier.review.records import Kind

_COMPRESSION = 1  # most of the gain for a tenth of the time


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the queue.

    ``total`` counts facts and findings; ``calls`` are those still to be made, ``waiting`` is what waits for one that is
    about another item, ``bare`` what is fine and names nothing that it was checked against, ``again`` decisions on what
    has gone, ``last`` is the last decision's time. ``checked`` and ``signed`` are who said so, ``assigned`` whose it
    is, ``asked`` counts questions that nobody has answered. ``unread`` is an article whose facts are not counted yet, a
    ``doubtful`` one may be a version of another.
    """

    id: int
    title: str
    path: str
    total: int
    errors: int
    warnings: int
    infos: int
    facts: int
    mend: int
    fine: int
    false_alarms: int
    calls: int
    waiting: int
    answered: int
    bare: int
    again: int
    last: str
    checked: str
    signed: str
    assigned: str
    asked: int
    unread: int
    doubtful: int

    @property
    def decided(self) -> int:
        """What nothing has to be done about any more; a call that is still to be made has to be."""
        return self.mend + self.fine + self.false_alarms + self.answered

    @property
    def todo(self) -> int:
        """What something has to be done about still."""
        return self.total - self.decided

    @property
    def open(self) -> int:
        """What nobody has ruled on."""
        return self.todo - self.calls - self.waiting

    @property
    def cleared(self) -> bool:
        """Nothing open, no call outstanding, nothing for another look, and nothing that nobody has read."""
        return not (self.todo or self.again or self.unread)

    @property
    def said(self) -> str:
        """How far it is, in words, with all that keeps it from being cleared."""
        more = [counted(self.calls, "call") + " to make" if self.calls else ""]
        more += [f"{self.waiting:,} waiting for it" if self.waiting else ""]
        more += [f"{counted(self.again, 'earlier decision')} to look at again" if self.again else ""]
        return ", ".join([f"{self.decided:,} of {self.total:,} done", *filter(None, more)])

    @property
    def outcome(self) -> str:
        """What it is when nothing is left to do: cleared, or done where the author has to mend something."""
        return "" if not self.cleared else f"Done, {self.mend:,} to mend" if self.mend else "Cleared"

    @property
    def warned(self) -> str:
        """What whoever clears or signs it has to know of it."""
        return f"{self.bare:,} checked against nothing named" if self.bare else ""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How a rule fared: what it found in all articles on the desk, and what checkers made of it."""

    code: str
    total: int
    mend: int
    fine: int
    false_alarms: int
    calls: int


_ROWS = """
SELECT a.id, a.title, a.path, coalesce(f.total, 0), coalesce(f.errors, 0), coalesce(f.warnings, 0),
    coalesce(f.infos, 0), coalesce(f.facts, 0), coalesce(f.mend, 0), coalesce(f.fine, 0), coalesce(f.false_alarms, 0),
    coalesce(f.calls, 0), coalesce(f.waiting, 0), coalesce(f.answered, 0), coalesce(f.bare, 0),
    coalesce(g.again, 0), coalesce(l.last, ''),
    coalesce(c.reviewer, ''), coalesce(s.reviewer, ''), coalesce(t.whom, ''), coalesce(q.asked, 0),
    r.article IS NULL, json_extract(a.origin, '$.like') IS NOT NULL
FROM articles a
LEFT JOIN facts r ON r.article = a.id
LEFT JOIN (
    SELECT i.article, count(*) total, sum(i.severity = 'error') errors, sum(i.severity = 'warning') warnings,
        sum(i.severity = 'info') infos, sum(i.kind != 'finding') facts, sum(d.state = 'mend') mend,
        sum(d.state = 'fine') fine, sum(d.state = 'false-alarm') false_alarms,
        sum(d.state = 'call' AND json_extract(d.ruling, '$.along') IS NULL) calls,
        sum(d.state = 'call' AND json_extract(d.ruling, '$.along') IS NOT NULL) waiting,
        sum(d.state = 'answered') answered, sum(d.state = 'fine' AND json_extract(d.ruling, '$.against') IS NULL) bare
    FROM items i LEFT JOIN decisions d ON d.article = i.article AND d.kind = i.kind AND d.key = i.key
    WHERE :article IS NULL OR i.article = :article GROUP BY i.article
) f ON f.article = a.id
LEFT JOIN (
    SELECT d.article, count(*) again FROM decisions d
    LEFT JOIN items i ON i.article = d.article AND i.kind = d.kind AND i.key = d.key
    LEFT JOIN others o ON o.article = d.article AND o.kind = d.kind AND o.key = d.key
    WHERE d.state IN ('mend', 'call', 'corrected') AND d.kind != 'article' AND i.key IS NULL AND o.key IS NULL
        AND json_extract(d.ruling, '$.along') IS NULL AND (:article IS NULL OR d.article = :article)
        AND (d.kind != 'fact' OR d.article IN (SELECT article FROM facts))
    GROUP BY d.article
) g ON g.article = a.id
LEFT JOIN (
    SELECT article, max(at) last FROM decisions WHERE :article IS NULL OR article = :article GROUP BY article
) l ON l.article = a.id
LEFT JOIN decisions c ON c.article = a.id AND c.kind = 'article' AND c.key = 'checked' AND c.state = 'done'
LEFT JOIN decisions s ON s.article = a.id AND s.kind = 'article' AND s.key = 'signed' AND s.state = 'done'
LEFT JOIN talk t ON t.id = (
    SELECT max(id) FROM talk WHERE article = a.id AND kind = 'article' AND what = 'assign'
)
LEFT JOIN (
    SELECT article, count(*) asked FROM talk x WHERE what = 'question'
        AND NOT EXISTS (SELECT 1 FROM talk y WHERE y.article = x.article AND y.answers = x.id) GROUP BY article
) q ON q.article = a.id
WHERE (:article IS NULL OR a.id = :article)
"""
"""Counted anew for every page: a count kept beside them could be wrong."""
_ON_THE_DESK = """
AND a.id NOT IN (SELECT article FROM decisions WHERE kind = 'article' AND key = 'removed' AND state = 'done')
"""
"""What of them is listed."""


class Library:
    """The articles in the file, those given this time first."""

    def __init__(self, file: DeskFile, reports: Sequence[Given] = ()) -> None:
        """Put reports on the desk, in their order; they are of different articles.

        Raises:
            UsageError: the file cannot be written.
        """
        self.file = file
        self._report = lru_cache(maxsize=8)(self._read)
        self._facts = lru_cache(maxsize=8)(self._found)
        listing.list_again(file)
        self.given: tuple[int, ...] = self.put(reports, later=True) if reports else ()

    def put(self, reports: Iterable[Given], *, later: bool = False) -> tuple[int, ...]:
        """Put reports on the desk, or newer ones in the place of older; their numbers. The facts of many are read
        ``later``: when an article is opened, or when nobody waits for it.

        Raises:
            UsageError: the file cannot be written.
        """
        read = [(one, None if later or one.report is None else facts(one.report)) for one in reports]
        try:
            with self.file.writing() as db:
                return tuple(_put(db, given, found) for given, found in read)
        except sqlite3.Error as error:
            raise UsageError(
                f"{self.file.path}: cannot keep decisions there: {error}; name another with --db"
            ) from error

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of all articles, those given this time first."""
        with self.file.connection() as db:
            known = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY id")]
        return tuple(dict.fromkeys([*self.given, *known]))

    def rows(self) -> list[Row]:
        """All articles on the desk, those given this time first, in their order."""
        with self.file.connection() as db:
            known = {row[0]: Row(*row) for row in db.execute(_ROWS + _ON_THE_DESK, {"article": None})}
        return [known[number] for number in dict.fromkeys([*self.given, *known]) if number in known]

    def row(self, article: int) -> Row:
        """One article; its facts are read where nobody has read them yet.

        Raises:
            KeyError: it is not on the desk.
        """
        if article in listing.unread(self.file, article):
            self.relist(article)
        with self.file.connection() as db:
            found = db.execute(_ROWS, {"article": article}).fetchone()
        if found is None:
            raise KeyError(article)
        return Row(*found)

    def report(self, article: int) -> Report:
        """One article's report.

        Raises:
            KeyError: it is not on the desk.
        """
        return self._report(article, self._digest(article))

    def facts(self, article: int) -> list[Fact]:
        """One article's facts.

        Raises:
            KeyError: it is not on the desk.
        """
        return self._facts(article, self._digest(article))

    def marks(self, article: int) -> list[Marked]:
        """What was marked by hand in an article and still stands there, in the order of the text."""
        text = self.report(article).article.text
        with self.file.connection() as db:
            rows = db.execute(
                "SELECT m.key, m.what, m.words, m.context, m.reviewer FROM marks m JOIN items i"
                " ON i.article = m.article AND i.kind = 'mark' AND i.key = m.key WHERE m.article = ?",
                (article,),
            ).fetchall()
        placed = [(row, place_of(text, row[2], row[3])) for row in rows]
        found = [
            Marked(key, what, words, context, by, span) for (key, what, words, context, by), span in placed if span
        ]
        return sorted(found, key=lambda m: m.span.start)

    def key(self, article: int) -> str:
        """What an article is known by through its versions."""
        with self.file.connection() as db:
            return str(db.execute("SELECT key FROM articles WHERE id = ?", (article,)).fetchone()[0])

    def known(self, path: str | None, text: str) -> int | None:
        """The number of an article that is on the desk already, by its path, or by its text where it has none."""
        return self.by_key(path or f"text {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}")

    def by_key(self, key: str) -> int | None:
        """The number of the article that is known by this."""
        with self.file.connection() as db:
            found = db.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        return int(found[0]) if found else None

    def items(self, article: int) -> list[tuple[Kind, str]]:
        """All that can be decided on in the version of an article that is on the desk."""
        with self.file.connection() as db:
            return db.execute(
                "SELECT kind, key FROM items WHERE article = ? UNION ALL SELECT kind, key FROM others"
                " WHERE article = ?",
                (article, article),
            ).fetchall()

    def relist(self, article: int) -> None:
        """List the items of an article anew: its facts were unread, or a mark was taken away or came back."""
        digest = self._digest(article)
        report, found = self._report(article, digest), self._facts(article, digest)
        with self.file.writing() as db:
            if db.execute("SELECT digest FROM articles WHERE id = ?", (article,)).fetchone()[0] == digest:
                listing.list_items(db, article, report, found)

    def digest(self, article: int) -> str:
        """Which version of an article's report is on the desk."""
        return self._digest(article)

    def origin(self, article: int) -> Origin:
        """Where an article came from."""
        with self.file.connection() as db:
            kept = db.execute("SELECT origin FROM articles WHERE id = ?", (article,)).fetchone()[0]
        return Origin.loaded(kept)

    def codes(self, article: int) -> dict[str, str]:
        """The rule of each finding of an article, by its fingerprint."""
        with self.file.connection() as db:
            return dict(
                db.execute("SELECT key, code FROM items WHERE article = ? AND kind = 'finding'", (article,)).fetchall()
            )

    def came(self, article: int, origin: Origin) -> None:
        """Say anew where an article came from."""
        with self.file.writing() as db:
            db.execute("UPDATE articles SET origin = ? WHERE id = ?", (origin.dumped(), article))

    def rules(self) -> list[RuleCount]:
        """How each rule fared over the articles on the desk, by code."""
        with self.file.connection() as db:
            rows = db.execute(
                "SELECT i.code, count(*), sum(d.state = 'mend'), sum(d.state = 'fine'), sum(d.state = 'false-alarm'),"
                " sum(d.state IN ('call', 'answered')) FROM items i LEFT JOIN decisions d"
                " ON d.article = i.article AND d.kind = 'finding' AND d.key = i.key WHERE i.kind = 'finding'"
                " GROUP BY i.code ORDER BY i.code"
            ).fetchall()
        return [RuleCount(code, *(number or 0 for number in numbers)) for code, *numbers in rows]

    def _digest(self, article: int) -> str:
        with self.file.connection() as db:
            found = db.execute("SELECT digest FROM articles WHERE id = ?", (article,)).fetchone()
        if found is None:
            raise KeyError(article)
        return str(found[0])

    def _read(self, article: int, digest: str) -> Report:
        del digest  # another version is another entry of the cache
        with self.file.connection() as db:
            packed = db.execute("SELECT report FROM articles WHERE id = ?", (article,)).fetchone()[0]
        return Report.model_validate_json(zlib.decompress(packed))

    def _found(self, article: int, digest: str) -> list[Fact]:
        report = self._report(article, digest)
        kept = listing.kept_facts(self.file, article, report)
        return facts(report) if kept is None else kept


def _put(db: sqlite3.Connection, given: Given, found: Sequence[Fact] | None) -> int:
    """Bring one report into the file; its decisions stay as they are."""
    report = given.report
    if report is None:
        return int(db.execute("SELECT id FROM articles WHERE key = ?", (given.key,)).fetchone()[0])
    before = db.execute("SELECT id, report FROM articles WHERE key = ?", (given.key,)).fetchone()
    if before and _text(before[1]) != report.article.sha256:
        withdraw(db, before[0], given.origin.by or listing.DESK, changed=True)
    number = db.execute(
        "INSERT INTO articles(key, title, path, digest, claims, report, origin) VALUES(?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(key) DO UPDATE SET title = excluded.title, digest = excluded.digest, claims = excluded.claims,"
        " report = excluded.report, origin = excluded.origin RETURNING id",
        (
            given.key,
            report.article.title or "",
            report.article.path or "",
            given.digest,
            len(report.claims),
            zlib.compress(report.model_dump_json().encode(), _COMPRESSION),
            given.origin.dumped(),
        ),
    ).fetchone()
    article = int(number[0])
    listing.list_items(db, article, report, found)
    return article


def _text(packed: bytes) -> str:
    """The digest of the text that a kept report is on; empty where it cannot be read."""
    try:
        return str(json.loads(zlib.decompress(packed))["article"]["sha256"])
    except (ValueError, KeyError, TypeError, zlib.error):
        return ""


def held(file: DeskFile) -> dict[str, str]:
    """The digests of the reports that the file holds, each with its article's key."""
    with file.connection() as db:
        return dict(db.execute("SELECT digest, key FROM articles WHERE digest != ''").fetchall())

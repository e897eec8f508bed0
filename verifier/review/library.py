"""The articles on the desk: taken in from reports, listed with what is decided about them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from verifier._exceptions import UsageError
from verifier.report.models import Report
from verifier.review import content, listing
from verifier.review._file import DeskFile
from verifier.review.content import Coming, Deed
from verifier.review.counting import Counting
from verifier.review.facts import Fact, facts
from verifier.review.given import Given, Origin
from verifier.review.marks import Marked, place_of
from verifier.review.passages import passage
from verifier.review.records import Item, Kind, Passage, Reviewer
from verifier.review.rows import FARED, OFF, ROWS, Row, RuleCount
from verifier.review.shelf import Brought

_BEFORE = 3
"""Versions before this one in which is looked for what an open page still shows."""
_PUTS, _STARTS = Deed(), Deed(offered=True)


class Library:
    """The articles in the file, those given this time first."""

    def __init__(self, file: DeskFile, reports: Sequence[Given] = (), deed: Deed = _STARTS) -> None:
        """Put reports on the desk, in their order; they are of different articles. Where one is there already and
        somebody has begun on it, the newer report is only offered, unless the ``deed`` is another.

        Raises:
            UsageError: the file cannot be written.
        """
        self.file = file
        self._counting = Counting()
        self._report = lru_cache(maxsize=8)(self._read)
        self._facts = lru_cache(maxsize=8)(self._found)
        listing.list_again(file)
        self.given: tuple[int, ...] = self.put(reports, later=True, deed=deed) if reports else ()

    def put(self, reports: Iterable[Given], *, later: bool = False, deed: Deed = _PUTS) -> tuple[int, ...]:
        """Put reports on the desk, or newer ones in the place of older; their numbers. The facts of many are read
        ``later``: when an article is opened, or when nobody waits for it.

        Raises:
            UsageError: the file cannot be written.
        """
        read = [Coming(one, None if later or one.report is None else facts(one.report), deed) for one in reports]
        return self.bring(read)

    def bring(self, coming: Sequence[Coming]) -> tuple[int, ...]:
        """Put what comes on the desk, all of it or nothing; the articles' numbers.

        Raises:
            InputError: another version of one came meanwhile.
            UsageError: the file cannot be written.
        """
        try:
            with self.file.writing() as db:
                return tuple(content.put(db, one) for one in coming)
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
            known = self._counting.rows(db)
        return [known[number] for number in dict.fromkeys([*self.given, *known]) if number in known]

    def off(self) -> list[Row]:
        """The articles that were taken off the desk."""
        if not self.off_count:
            return []
        with self.file.connection() as db:
            return list(self._counting.rows(db, off=True).values())

    @property
    def off_count(self) -> int:
        """How many articles were taken off the desk."""
        with self.file.connection() as db:
            return len(db.execute(OFF).fetchall())

    def row(self, article: int) -> Row:
        """One article; its facts are read where nobody has read them yet. While another program writes they cannot be
        listed, and the row says that they are not counted.

        Raises:
            KeyError: it is not on the desk.
        """
        if article in listing.unread(self.file, article):
            try:
                self.relist(article)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY":
                    raise
        with self.file.connection() as db:
            found = db.execute(ROWS, {"article": article}).fetchone()
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

    def earlier(self, article: int, step: int) -> tuple[Report, Origin, Brought | None] | None:
        """The version that a step of the history replaced; None where it replaced none."""
        with self.file.connection() as db:
            return content.earlier(db, article, step)

    def was(self, item: Item) -> Passage | None:
        """What a finding or a fact of a version that was here before is about; None where none had it."""
        with self.file.connection() as db:
            for version in islice(content.before(db, item.article), _BEFORE):
                found = next((f.passage() for f in version.facts if f.key == item.key), None)
                about = found if item.kind == "fact" else passage(version.report, item.kind, item.key)
                if about:
                    return about
        return None

    def came(self, article: int, origin: Origin, label: str, by: Reviewer) -> None:
        """Say anew where an article came from, as a deed that the history calls ``label``."""
        with self.file.writing() as db:
            content.origin(db, article, origin.dumped(), label, by)

    def rules(self, articles: Sequence[int] | None = None) -> list[RuleCount]:
        """How each rule fared over the articles on the desk, or over these of them, by code."""
        chosen = None if articles is None else json.dumps(articles)
        with self.file.connection() as db:
            return [RuleCount(*row) for row in db.execute(FARED, {"articles": chosen}).fetchall()]

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


def held(file: DeskFile) -> dict[str, str]:
    """The digests of the reports that the file holds, each with its article's key."""
    with file.connection() as db:
        return dict(db.execute("SELECT digest, key FROM articles WHERE digest != ''").fetchall())

"""The rows of the queue, each counted anew when something has happened to its article, and only then: a desk has a
thousand articles, and somebody works on one.

Whatever changes a row comes with a step of the article's history, with another report, or with its facts or its origin;
that is what the database is asked about first. Nothing is kept in the file, where a count could outlive what it counts.
"""

from __future__ import annotations

import sqlite3

from verifier.review.rows import OFF, ROWS, Row

_STAMPS = f"""
SELECT a.id, a.id IN ({OFF}), a.digest, a.origin, EXISTS (SELECT 1 FROM facts r WHERE r.article = a.id),
    (SELECT max(e.id) FROM events e WHERE e.article = a.id)
FROM articles a
"""  # noqa: S608 - our own words
_MANY = 30
"""Articles from which on all are counted at once, which takes less than one after the other."""


class Counting:
    """The rows of one file."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[object, ...], Row]] = {}

    def rows(self, db: sqlite3.Connection, *, off: bool = False) -> dict[int, Row]:
        """Every article on the desk by its number, or those that were taken ``off`` it."""
        found = db.execute(_STAMPS).fetchall()  # before they are counted: what happens meanwhile is counted next time
        known = self._known
        changed = [one for one in found if one[0] not in known or known[one[0]][0] != one[1:]]
        if len(changed) > _MANY:
            counted = {row[0]: Row(*row) for row in db.execute(ROWS, {"article": None})}
        else:
            counted = {one[0]: Row(*db.execute(ROWS, {"article": one[0]}).fetchone()) for one in changed}
        self._known = known = known | {one[0]: (one[1:], counted[one[0]]) for one in changed}
        return {one[0]: known[one[0]][1] for one in found if bool(one[1]) is off}

"""Who does what, and what colleagues ask one another; what is taken back goes, and the history has its words."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass

from verifier.review import steps
from verifier.review._file import DeskFile
from verifier.review.records import TO_DO, Item, Kind, Passage, Reviewer

COLOURS = 8
"""Colours that people are told apart by."""


def colours(names: set[str]) -> dict[str, int]:
    """A colour for everybody, from the name, so that it is the same on every page; two share one only where there are
    more people than colours."""
    found: dict[str, int] = {}
    for name in sorted(names):
        wanted = zlib.crc32(name.encode("utf-8", "surrogatepass")) % COLOURS
        free = [n for n in range(COLOURS) if n not in found.values()] or [wanted]
        found[name] = min(free, key=lambda n: (n - wanted) % COLOURS)
    return found


@dataclass(frozen=True, slots=True)
class Question:
    """A question to a colleague about an item; ``answer`` is empty until there is one."""

    id: int
    item: Item
    whom: str
    words: str
    by: str
    at: str
    answer: str = ""
    answered_by: str = ""

    def waits_for(self, name: str) -> bool:
        """Whether somebody is to answer it: it was put to him, or to everybody else."""
        return not self.answer and (self.whom == name or (not self.whom and self.by != name))


_WAITS = f"""
SELECT t.article FROM talk t
LEFT JOIN items i ON i.article = t.article AND i.kind = t.kind AND i.key = t.key
LEFT JOIN decisions d ON d.article = t.article AND d.kind = t.kind AND d.key = t.key
WHERE t.what = 'assign' AND t.whom = :name AND t.id = (
        SELECT max(x.id) FROM talk x
        WHERE x.article = t.article AND x.kind = t.kind AND x.key = t.key AND x.what = 'assign')
    AND (t.kind = 'article' OR (i.key IS NOT NULL AND coalesce(d.state, 'open') IN {TO_DO}))
"""  # noqa: S608 - our own words


class Talk:
    """Assignments and questions."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def assign(self, item: Item, whom: str, by: Reviewer) -> None:
        """Give an article or one item to somebody; an empty name takes it back."""
        place = (item.article, item.kind, item.key)
        with self._file.writing() as db:
            before = db.execute(
                "SELECT whom FROM talk WHERE article = ? AND kind = ? AND key = ? AND what = 'assign'"
                " ORDER BY id DESC LIMIT 1",
                place,
            ).fetchone()
            was = str(before[0]) if before else ""
            if was == whom:
                return
            _say(db, item, "assign", whom, "", by)
            kept = {"of": place[1:], "whom": was}
            about = Passage("Given to" if whom else "Given to nobody", "", (whom,) if whom else ())
            steps.act(db, Item(item.article, "act", f"assign:{item.ref}"), about, by, kept)

    def ask(self, item: Item, whom: str, words: str, by: Reviewer) -> None:
        """Ask somebody about an item; an empty name asks everybody."""
        with self._file.writing() as db:
            self._told(db, item, _say(db, item, "question", whom, words, by), Passage("Asked", whom, (words,)), by)

    def answer(self, article: int, question: int, words: str, by: Reviewer) -> bool:
        """Answer a question; False where the article has no such question."""
        with self._file.writing() as db:
            asked = db.execute(
                "SELECT kind, key FROM talk WHERE id = ? AND article = ? AND what = 'question'", (question, article)
            ).fetchone()
            if asked is None:
                return False
            item = Item(article, *asked)
            number = _say(db, item, "answer", "", words, by, question)
            self._told(db, item, number, Passage("Answered", "", (words,)), by)
        return True

    def _told(self, db: sqlite3.Connection, item: Item, number: int, about: Passage, by: Reviewer) -> None:
        steps.act(db, Item(item.article, "act", f"talk:{number}"), about, by, {"talk": number})

    def assigned(self, article: int) -> dict[tuple[Kind, str], str]:
        """Whose each item is, the article itself under ("article", "")."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT kind, key, whom FROM talk WHERE article = ? AND what = 'assign' ORDER BY id", (article,)
            ).fetchall()
        last = {(kind, key): whom for kind, key, whom in rows}
        return {place: whom for place, whom in last.items() if whom}

    def waits_for(self, name: str) -> frozenset[int]:
        """The articles in which something waits for somebody: the whole, an item that was given to him and is to be
        decided still, a question to him."""
        with self._file.connection() as db:
            given = frozenset(number for (number,) in db.execute(_WAITS, {"name": name}))
        return given | self.asked(name).keys()

    def asked(self, name: str) -> dict[int, list[Question]]:
        """What somebody is asked and nobody has answered yet, by article, the oldest first."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT id, article, kind, key, whom, words, reviewer, at FROM talk q WHERE what = 'question'"
                " AND NOT EXISTS (SELECT 1 FROM talk y WHERE y.article = q.article AND y.answers = q.id) ORDER BY id"
            ).fetchall()
        found: dict[int, list[Question]] = {}
        for number, article, kind, key, *said in rows:
            question = Question(number, Item(article, kind, key), *said)
            if question.waits_for(name):
                found.setdefault(article, []).append(question)
        return found

    def questions(self, article: int) -> dict[tuple[Kind, str], list[Question]]:
        """The questions about each item, the oldest first, each with its last answer."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT q.id, q.kind, q.key, q.whom, q.words, q.reviewer, q.at, coalesce(a.words, ''),"
                " coalesce(a.reviewer, '') FROM talk q LEFT JOIN talk a ON a.id = (SELECT max(id) FROM talk"
                " WHERE article = q.article AND answers = q.id) WHERE q.article = ? AND q.what = 'question'"
                " ORDER BY q.id",
                (article,),
            ).fetchall()
        found: dict[tuple[Kind, str], list[Question]] = {}
        for number, kind, key, whom, words, by, at, answer, answered_by in rows:
            asked = Question(number, Item(article, kind, key), whom, words, by, at, answer, answered_by)
            found.setdefault((kind, key), []).append(asked)
        return found


def _say(  # noqa: PLR0913 - what is said, of what, to whom, by whom
    db: sqlite3.Connection, item: Item, what: str, whom: str, words: str, by: Reviewer, answers: int | None = None
) -> int:
    made = db.execute(
        "INSERT INTO talk(article, kind, key, what, whom, words, reviewer, at, answers)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (item.article, item.kind, item.key, what, whom, words, by.name, steps.now(), answers),
    )
    return int(made.lastrowid or 0)

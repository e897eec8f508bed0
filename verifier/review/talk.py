"""Who does what, and what colleagues ask one another: it only grows, like the history."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from verifier.review._file import DeskFile
from verifier.review.records import Item, Kind, Reviewer

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


class Talk:
    """Assignments and questions."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def assign(self, item: Item, whom: str, by: Reviewer) -> None:
        """Give an article or one item to somebody; an empty name takes it back."""
        self._say(item, "assign", whom, "", by)

    def ask(self, item: Item, whom: str, words: str, by: Reviewer) -> None:
        """Ask somebody about an item; an empty name asks everybody."""
        self._say(item, "question", whom, words, by)

    def answer(self, article: int, question: int, words: str, by: Reviewer) -> bool:
        """Answer a question; False where the article has no such question."""
        with self._file.writing() as db:
            asked = db.execute(
                "SELECT kind, key FROM talk WHERE id = ? AND article = ? AND what = 'question'", (question, article)
            ).fetchone()
            if asked is None:
                return False
            db.execute(
                "INSERT INTO talk(article, kind, key, what, whom, words, reviewer, at, answers)"
                " VALUES(?, ?, ?, 'answer', '', ?, ?, ?, ?)",
                (article, *asked, words, by.name, _now(), question),
            )
        return True

    def assigned(self, article: int) -> dict[tuple[Kind, str], str]:
        """Whose each item is, the article itself under ("article", "")."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT kind, key, whom FROM talk WHERE article = ? AND what = 'assign' ORDER BY id", (article,)
            ).fetchall()
        return {(kind, key): whom for kind, key, whom in rows if whom} if rows else {}

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

    def _say(self, item: Item, what: str, whom: str, words: str, by: Reviewer) -> None:
        with self._file.writing() as db:
            db.execute(
                "INSERT INTO talk(article, kind, key, what, whom, words, reviewer, at, answers)"
                " VALUES(?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                (item.article, item.kind, item.key, what, whom, words, by.name, _now()),
            )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

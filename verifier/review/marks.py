"""What a checker marks by hand in an article: a fact the reading missed, or a finding of his own."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.report.models import Report, Span
from verifier.review import steps
from verifier.review._file import DeskFile
from verifier.review.facts import Sentences
from verifier.review.records import Item, Passage, Reviewer, Ruling, Standing


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch marked by hand; ``what`` is "fact" or "finding", ``context`` the sentence it stood in."""

    key: str
    what: str
    words: str
    context: str
    reviewer: str
    span: Span

    def passage(self) -> Passage:
        """What a decision on it is about."""
        message = self.context if self.what == "fact" else f"{self.reviewer} marked this"
        return Passage(self.what, message, (self.words,), (self.context,))


def mark(  # noqa: PLR0913 - what is marked, where, and by whom
    file: DeskFile,
    article: int,
    report: Report,
    place: tuple[int, int],
    what: str,
    by: Reviewer,
    ruling: Ruling = Ruling(),  # noqa: B008 - it is frozen
) -> str:
    """Mark a stretch, and decide on it in the same step; its key. The same stretch marked twice is one mark."""
    start, end = place
    words = report.article.text[start:end]
    context = Sentences(report.article).of(start, end)
    key = hashlib.sha256("\x1f".join((what, words, context)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    made = Marked(key, what, words, context, by.name, Span(start=start, end=end, text=words))
    item = Item(article, "mark", key)
    with file.writing() as db:
        db.execute(
            "INSERT INTO marks(article, key, what, words, context, reviewer, at) VALUES(?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (article, key, what, words, context, by.name, steps.now()),
        )
        new = db.execute(
            "INSERT INTO items(article, kind, key, code, severity, start) VALUES(?, 'mark', ?, ?, '', ?)"
            " ON CONFLICT DO NOTHING",
            (article, key, what, start),
        ).rowcount
        if not new:
            return key
        now = steps.current(db, item)
        marked = Standing(item, ruling, now.version + 1, by.name, steps.now(), made.passage())
        # Where nobody had taken it away before, nothing is decided about it, and nothing stands.
        before = now.ruling if now.version else Ruling("gone")
        stands = now.version or ruling != Ruling()
        told = steps.write(db, before, marked, by) if stands else steps.step(db, before, marked, by)
        steps.withdraw(db, article, by.name, changed=True, part_of=told)
    return key


def whole_words(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A stretch with the words that its ends cut in two: a hand stops early. Signs of scripts without spaces between
    words stay apart."""
    start, end = place
    while 0 < start < len(text) and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    while 0 < end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    return start, end


def _in_word(char: str) -> bool:
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Nd", "Mn", "Mc")


def place_of(text: str, words: str, context: str) -> Span | None:
    """Where words stand now: in the sentence they were marked in, or where they stand but once."""
    found = list(_all(text, words))
    if len(found) > 1 and context:
        near = [s for s in found if _folded_around(text, s, len(context)).find(context) >= 0]
        found = near[:1] or []
    return found[0] if len(found) == 1 else None


def _all(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(start=at, end=at + len(words), text=words)
        at = text.find(words, at + 1)


def _folded_around(text: str, span: Span, reach: int) -> str:
    return " ".join(text[max(0, span.start - 2 * reach) : span.end + 2 * reach].split())

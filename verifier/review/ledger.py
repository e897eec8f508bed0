"""What was decided, by whom and when: the present state, and a history that only grows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from verifier.review import content, listing, steps, undoing
from verifier.review._file import DeskFile
from verifier.review.records import (
    ITEMS,
    VERDICTS,
    WRITTEN,
    Along,
    Changed,
    Draft,
    Event,
    Item,
    Kind,
    Passage,
    Reviewer,
    Ruling,
    Standing,
    State,
    Undone,
)


class Ledger:
    """Every ruling is on the disk before the method that makes it returns."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def standings(self, article: int) -> dict[tuple[Kind, str], Standing]:
        """All that was ever decided on an article, by kind and key, also where it was taken back."""
        with self._file.connection() as db:
            rows = db.execute(f"SELECT {steps.STANDING} FROM decisions WHERE article = ?", (article,))  # noqa: S608 - our own words
            found = [steps.standing(row) for row in rows]
        return {(s.item.kind, s.item.key): s for s in found}

    def standing(self, item: Item) -> Standing:
        """How one item stands."""
        with self._file.connection() as db:
            return steps.current(db, item)

    def states(self) -> dict[int, frozenset[State]]:
        """The states in which something stands, by article, of all articles in which anything was ever decided."""
        with self._file.connection() as db:
            rows = db.execute("SELECT DISTINCT article, state FROM decisions").fetchall()
        found: dict[int, set[State]] = {}
        for article, state in rows:
            found.setdefault(article, set()).add(state)
        return {article: frozenset(kept) for article, kept in found.items()}

    def rule(  # noqa: PLR0913 - what is decided, on what, by whom, and what goes with it
        self,
        item: Item,
        version: int,
        ruling: Ruling,
        passage: Passage,
        by: Reviewer,
        also: Sequence[Along] = (),
    ) -> list[Standing]:
        """Decide, on the ``version`` that was seen; ``also`` is decided with it, and undone with it.

        Whoever decides the same as already stands has decided nothing new, and is told of no conflict. What was typed
        beside the item in this browser is part of the ruling, and no draft any more.

        Raises:
            Changed: the item has another version by now, and another ruling.
        """
        with self._file.writing() as db:
            current = steps.current(db, item)
            if current.ruling != ruling and current.version != version:
                raise Changed(current)
            db.execute(
                "DELETE FROM drafts WHERE article = ? AND kind = ? AND key = ? AND session = ?",
                (item.article, item.kind, item.key, by.session),
            )
            if current.ruling == ruling:
                return [current]
            made = [Standing(item, ruling, current.version + 1, by.name, steps.now(), passage)]
            first = steps.write(db, current.ruling, made[0], by)
            for one in also:
                before = steps.current(db, one.item)
                if _follows(one, before) and one.ruling != before.ruling:
                    made.append(Standing(one.item, one.ruling, before.version + 1, by.name, steps.now(), one.passage))
                    steps.write(db, before.ruling, made[-1], by, part_of=first)
            for mark in (standing.item.key for standing in made if standing.item.kind == "mark"):
                listing.list_mark(db, item.article, mark)
            changed = any(s.item.kind != "article" for s in made) and not ruling.decides_as(current.ruling)
            steps.withdraw(db, item.article, by.name, changed=changed, part_of=first)
            return made

    def undo(self, article: int, by: Reviewer, below: int | None = None) -> Undone | None:
        """Take back the last thing that this session did to an article and has not taken back yet, with all that came
        along with it; of what it did before the step ``below``, where that cannot be. None where there is none.

        Raises:
            Changed: somebody else has changed that since, or has worked on what came of it.
        """
        with self._file.writing() as db:
            return undoing.undo(db, article, by, below)

    def leaves(self, article: int, by: Reviewer, *, back: bool = False) -> None:
        """Take an article off the desk, or put it back."""
        with self._file.writing() as db:
            content.leaves(db, article, "open" if back else "done", by)

    def history(self, article: int, most: int) -> list[Event]:
        """The last steps on an article, the latest first."""
        return self._events(article, "ORDER BY id DESC LIMIT ?", most)

    def acts(self, article: int) -> list[Event]:
        """All that was done to an article as a whole and not taken back, the latest last."""
        where = f"AND e.kind = 'act' AND e.key = ? AND e.what = 'decided' AND {steps.NOT_UNDONE} ORDER BY e.id"
        return self._events(article, where, content.TEXT)

    def decided(self, article: int) -> dict[tuple[Kind, str], Event]:
        """The last that was decided on each finding, fact and mark of an article and not taken back, also on what it
        has no more; that something was opened again, or settled with a version, decides nothing about it."""
        ruled = ", ".join(f"'{state}'" for state in (*VERDICTS, "answered"))
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT max(e.id), kind, key, before, after, reviewer, at, passage FROM events e WHERE article = ?"  # noqa: S608 - our own words
                f" AND what = 'decided' AND kind IN {ITEMS} AND json_extract(after, '$.state') IN ({ruled})"
                f" AND {steps.NOT_UNDONE} GROUP BY kind, key",
                (article,),
            ).fetchall()
        return {
            (kind, key): Event(
                Item(article, kind, key),
                "decided",
                Ruling.loaded(before),
                Ruling.loaded(after),
                reviewer,
                at,
                Passage.loaded(passage),
                number=number,
            )
            for number, kind, key, before, after, reviewer, at, passage in rows
        }

    def step(self, article: int, number: int) -> Event | None:
        """One step on an article."""
        return next(iter(self._events(article, "AND id = ?", number)), None)

    def _events(self, article: int, which: str, given: int | str) -> list[Event]:
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT kind, key, what, before, after, reviewer, at, passage, (SELECT count(*) FROM events p"  # noqa: S608 - our own words
                " WHERE p.article = e.article AND p.id > e.id AND p.part_of = e.id"
                " AND p.kind IN ('finding', 'fact', 'mark')), e.id,"
                " coalesce((SELECT json_extract(k.what, '$.text') FROM kept k WHERE k.step = e.id), '')"
                f" FROM events e WHERE article = ? {which}",
                (article, given),
            ).fetchall()
        return [
            Event(
                Item(article, kind, key),
                what,
                Ruling.loaded(before),
                Ruling.loaded(after),
                reviewer,
                at,
                Passage.loaded(passage),
                *more,
            )
            for kind, key, what, before, after, reviewer, at, passage, *more in rows
        ]

    def keep_draft(self, item: Item, words: Mapping[str, str], by: Reviewer) -> None:
        """Keep what is being typed beside an item, in this browser's name; nothing typed removes it."""
        with self._file.writing() as db:
            undoing.keep_typed(db, item, {name: words[name] for name in WRITTEN if words.get(name)}, by)

    def put_away(self, item: Item, by: Reviewer) -> None:
        """Put away what was typed beside an item, by whomever; undo brings it back."""
        place = (item.article, item.kind, item.key)
        with self._file.writing() as db:
            rows = db.execute(
                "SELECT session, reviewer, words, at FROM drafts WHERE article = ? AND kind = ? AND key = ?", place
            ).fetchall()
            if rows:
                said = tuple(" · ".join(json.loads(words).values()) for _, _, words, _ in rows)
                kept = {"drafts": [(*place, *row) for row in rows]}
                about = Passage("Put away", "what was typed", said)
                steps.act(db, Item(item.article, "act", f"draft:{item.ref}"), about, by, kept)
                db.execute("DELETE FROM drafts WHERE article = ? AND kind = ? AND key = ?", place)

    def drafts(self, article: int, by: Reviewer) -> dict[tuple[Kind, str], list[Draft]]:
        """What was typed beside the items of an article and is in no decision, one's own first."""
        with self._file.connection() as db:
            rows = db.execute(
                "SELECT kind, key, session, reviewer, words, at FROM drafts WHERE article = ? ORDER BY at", (article,)
            ).fetchall()
        found: dict[tuple[Kind, str], list[Draft]] = {}
        for kind, key, session, reviewer, words, at in rows:
            draft = Draft(Item(article, kind, key), json.loads(words), reviewer, at, session == by.session)
            found.setdefault((kind, key), []).append(draft)
        return {place: sorted(all_of, key=lambda d: not d.mine) for place, all_of in found.items()}


def _follows(one: Along, before: Standing) -> bool:
    if one.leads is None:
        return before.version == one.seen
    return before.ruling.state == "open" or before.ruling.along in one.leads

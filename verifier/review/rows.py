"""How far each article is, counted by the database: no list of articles has to read one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from verifier.report._tally import counted
from verifier.review.content import TEXT
from verifier.review.given import Origin
from verifier.review.records import TO_DO
from verifier.review.steps import NOT_UNDONE


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the queue.

    ``total`` counts facts and findings, ``todo`` those to be decided still; ``calls`` are those still to be made,
    ``waiting`` is what waits for one that is about another item, ``answered`` what waits to be decided after one.
    ``to_mend`` is what the author has to mend and ``bare`` what is fine and names nothing that it was checked against,
    each problem once. ``again`` are decisions on what has gone, ``last`` is the last decision's
    time. ``checked`` and ``signed`` are who said so, ``had`` who had before something changed, ``assigned`` whose it
    is, ``asked`` counts questions that nobody has answered. ``unread`` is an article whose facts are not counted yet, a
    ``doubtful`` one may be a version of another. ``file`` and ``stamp`` are those of its :class:`Origin`.
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
    to_mend: int
    fine: int
    false_alarms: int
    calls: int
    waiting: int
    answered: int
    todo: int
    bare: int
    again: int
    last: str
    checked: str
    signed: str
    assigned: str
    asked: int
    unread: int
    doubtful: int
    had: str
    file: str
    stamp: str

    @property
    def called(self) -> str:
        """Its headline; where it has none, its file's name or its address; empty for a pasted text without one."""
        return self.title or (self.path if "://" in self.path else PurePath(self.path).name)

    @property
    def newer(self) -> bool:
        """Whether its file has changed since it was read."""
        return Origin(file=self.file, stamp=self.stamp).newer

    @property
    def decided(self) -> int:
        """What nothing has to be done about any more."""
        return self.total - self.todo

    @property
    def open(self) -> int:
        """What nobody has ruled on."""
        return self.todo - self.calls - self.waiting - self.answered

    @property
    def cleared(self) -> bool:
        """Nothing to be decided, nothing for another look, and nothing that nobody has read."""
        return not (self.todo or self.again or self.unread)

    @property
    def said(self) -> str:
        """How far it is, in words, with all that keeps it from being cleared."""
        return ", ".join([f"{self.decided:,} of {self.total:,} done", *self._more])

    @property
    def hinders(self) -> str:
        """What keeps anybody from saying that it is checked, or from signing it off; empty where nothing does."""
        first = [f"{self.open:,} open"] * bool(self.open) + ["its facts are not counted yet"] * bool(self.unread)
        return ", ".join([*first, *self._more])

    @property
    def _more(self) -> list[str]:
        """What is to be done besides deciding on what is open."""
        more = [counted(self.calls, "call") + " to make" if self.calls else ""]
        whom = {0: "a call", 1: "it"}.get(self.calls, "them")  # the one waited for may have gone with a version
        more += [f"{self.waiting:,} waiting for {whom}" if self.waiting else ""]
        more += [f"{self.answered:,} answered and not decided yet" if self.answered else ""]
        more += [f"{counted(self.again, 'earlier decision')} to look at again" if self.again else ""]
        return [*filter(None, more)]

    @property
    def outcome(self) -> str:
        """What it is when nothing is left to do: cleared, or done where the author has to mend something."""
        return "" if not self.cleared else f"Done, {self.to_mend:,} to mend" if self.to_mend else "Cleared"

    @property
    def signs(self) -> str:
        """Who has checked it, and who has signed it off."""
        said = (("Checked by", self.checked), ("signed off by" if self.checked else "Signed off by", self.signed))
        return ", ".join(f"{words} {who}" for words, who in said if who)

    @property
    def lapsed(self) -> str:
        """Who had checked it and signed it off, where that holds no more."""
        return f"Checked no more: {self.had} before the last change." if self.had else ""

    @property
    def still(self) -> str:
        """What the author has to mend still in what is otherwise done: whoever signs it signs that, too."""
        return f"{self.to_mend:,} to mend in it still" if self.to_mend else ""

    @property
    def warned(self) -> str:
        """What whoever clears or signs it has to know of it."""
        return f"{self.bare:,} checked against nothing named" if self.bare else ""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How a rule fared: what it found, and what checkers made of it. ``calls`` are those still to be made; ``open`` is
    what the versions on the desk have and nobody has ruled on."""

    code: str
    total: int
    mend: int
    fine: int
    false_alarms: int
    calls: int
    answered: int
    open: int


_ALONG = """(
    json_extract(d.ruling, '$.along') IS NOT NULL AND json_extract(d.ruling, '$.wording') IS NULL
    AND json_extract(d.ruling, '$.note') IS NULL AND EXISTS (
        SELECT 1 FROM decisions x JOIN items y ON y.article = x.article AND y.kind = x.kind AND y.key = x.key
        WHERE x.article = d.article AND x.state = d.state
            AND x.kind = substr(json_extract(d.ruling, '$.along'), 1, instr(json_extract(d.ruling, '$.along'), ':') - 1)
            AND x.key = substr(json_extract(d.ruling, '$.along'), instr(json_extract(d.ruling, '$.along'), ':') + 1)
    ))
"""
"""Whether a decision is told with the one it was made along with: as ``Ruling.told_with`` has it."""
_WITHIN = """(
    SELECT DISTINCT y.article, y.kind, y.key
    FROM worded x JOIN worded y ON y.article = x.article AND y.context = x.context
    WHERE (y.kind, y.key) != (x.kind, x.key)
        AND tells(x.kind, x.key, x.ruling, x.passage, y.kind, y.key, y.ruling, y.passage)
)"""
"""The corrections that are told with another which says all they do. Only those of one sentence are held against each
other, and of most sentences there is one: each against each took half a minute of a thousand articles."""
_ROWS = """
WITH sentences AS MATERIALIZED (
    SELECT d.article, d.kind, d.key, json_extract(d.passage, '$.context[0]') context
    FROM decisions d JOIN items i ON i.article = d.article AND i.kind = d.kind AND i.key = d.key
    WHERE d.state = 'mend' AND json_extract(d.ruling, '$.wording') IS NOT NULL
        AND (:article IS NULL OR d.article = :article)
), worded AS MATERIALIZED (
    SELECT d.article, d.kind, d.key, d.ruling, d.passage, s.context
    FROM (SELECT article, context FROM sentences GROUP BY article, context HAVING count(*) > 1) t
    JOIN sentences s ON s.article = t.article AND s.context = t.context
    JOIN decisions d ON d.article = s.article AND d.kind = s.kind AND d.key = s.key
)
SELECT a.id, a.title, a.path, coalesce(f.total, 0), coalesce(f.errors, 0), coalesce(f.warnings, 0),
    coalesce(f.infos, 0), coalesce(f.facts, 0), coalesce(f.mend, 0), coalesce(f.to_mend, 0),
    coalesce(f.fine, 0), coalesce(f.false_alarms, 0), coalesce(f.calls, 0), coalesce(f.waiting, 0),
    coalesce(f.answered, 0), coalesce(f.todo, 0), coalesce(f.bare, 0),
    coalesce(g.again, 0), coalesce(l.last, ''),
    coalesce(c.reviewer, ''), coalesce(s.reviewer, ''), coalesce(t.whom, ''), coalesce(q.asked, 0),
    r.article IS NULL, json_extract(a.origin, '$.like') IS NOT NULL,
    coalesce(CASE WHEN w.state = 'open' THEN json_extract(w.ruling, '$.note')
        || coalesce(', ' || (SELECT json_extract(y.ruling, '$.note') FROM decisions y
            WHERE y.article = a.id AND y.kind = 'article' AND y.key = 'signed' AND y.state = 'open'), '') END, ''),
    coalesce(json_extract(a.origin, '$.file'), ''), coalesce(json_extract(a.origin, '$.stamp'), '')
FROM articles a
LEFT JOIN facts r ON r.article = a.id
LEFT JOIN (
    SELECT i.article, count(*) total, sum(i.severity = 'error') errors, sum(i.severity = 'warning') warnings,
        sum(i.severity = 'info') infos, sum(i.kind != 'finding') facts, sum(d.state = 'mend') mend,
        sum(CASE WHEN d.state = 'mend' THEN n.key IS NULL AND NOT {along} ELSE 0 END) to_mend,
        sum(d.state = 'fine') fine, sum(d.state = 'false-alarm') false_alarms,
        sum(CASE WHEN d.state = 'call' THEN json_extract(d.ruling, '$.along') IS NULL ELSE 0 END) calls,
        sum(CASE WHEN d.state = 'call' THEN json_extract(d.ruling, '$.along') IS NOT NULL ELSE 0 END) waiting,
        sum(d.state = 'answered') answered, sum(coalesce(d.state, 'open') IN {todo}) todo,
        sum(CASE WHEN d.state = 'fine' THEN json_extract(d.ruling, '$.against') IS NULL AND NOT {along} ELSE 0 END) bare
    FROM items i LEFT JOIN decisions d ON d.article = i.article AND d.kind = i.kind AND d.key = i.key
    LEFT JOIN {within} n ON n.article = i.article AND n.kind = i.kind AND n.key = i.key
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
LEFT JOIN decisions w ON w.article = a.id AND w.kind = 'article' AND w.key = 'checked'
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
ROWS = _ROWS.replace("{along}", _ALONG).replace("{within}", _WITHIN).replace("{todo}", str(TO_DO))
"""Counted from what there is: a count kept beside it in the file could be wrong. What is asked of rulings alone stands
behind a ``CASE``: half of all that is listed has none, and asking it of nothing takes as long."""
OFF = "SELECT article FROM decisions WHERE kind = 'article' AND key = 'removed' AND state = 'done'"
"""What was taken off the desk, and can be put back."""
FARED = f"""
SELECT code, count(*), sum(state IN ('mend', 'mended')), sum(state = 'fine'), sum(state = 'false-alarm'),
    sum(state = 'call'), sum(state = 'answered'), sum(state = 'open')
FROM (
    SELECT i.article, i.code, coalesce(d.state, 'open') state FROM items i
    LEFT JOIN decisions d ON d.article = i.article AND d.kind = 'finding' AND d.key = i.key
    WHERE i.kind = 'finding' AND (:articles IS NULL OR i.article IN (SELECT value FROM json_each(:articles)))
    UNION ALL
    SELECT d.article, json_extract(d.passage, '$.label'), CASE WHEN d.state NOT IN ('open', 'gone') THEN d.state ELSE (
        SELECT json_extract(e.after, '$.state') FROM events e
        WHERE e.article = d.article AND e.kind = 'finding' AND e.key = d.key AND e.what = 'decided' AND {NOT_UNDONE}
            AND json_extract(e.after, '$.state') NOT IN ('open', 'gone')
            AND (d.state = 'gone' OR EXISTS (
                SELECT 1 FROM events v WHERE v.article = e.article AND v.kind = 'act' AND v.key = '{TEXT}'
                    AND v.id > e.id AND v.id < (SELECT max(o.id) FROM events o
                        WHERE o.article = e.article AND o.kind = 'finding' AND o.key = e.key)))
        ORDER BY e.id DESC LIMIT 1) END
    FROM decisions d LEFT JOIN items i ON i.article = d.article AND i.kind = 'finding' AND i.key = d.key
    WHERE d.kind = 'finding' AND i.key IS NULL
        AND (:articles IS NULL OR d.article IN (SELECT value FROM json_each(:articles)))
) f WHERE state IS NOT NULL AND article NOT IN ({OFF}) GROUP BY code ORDER BY code
"""  # noqa: S608 - our own words
"""How each rule fared: every finding of the versions on the desk, and what was decided on one of a version before,
once: what is mended is in the article no more. What was put away after its version ("nothing more to do", "I have seen
what is gone") counts as it was decided; what somebody had opened again in its own version was not decided."""

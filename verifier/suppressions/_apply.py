"""Sets findings aside, and tells what came of every wish."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from verifier.article import Span
from verifier.report.models import Finding, Report, Suppression, SuppressionWish
from verifier.suppressions._model import Wish

State = Literal["used", "unused", "expired", "refused", "idle"]


def apply(report: Report, wishes: Sequence[Wish], *, today: date, ran: Collection[str]) -> Report:
    """The report with the findings that are wished away marked as suppressed, and every wish with what came of it.

    ``today`` decides what has expired; ``ran`` are the codes of the rules that ran, without which a wish is not unused.
    """
    if not wishes:
        return report
    placed = [_placed(wish, report.article.text) for wish in wishes]
    met: set[int] = set()
    findings = []
    for finding in report.findings:
        fitting = [i for i, one in enumerate(placed) if one.fits(finding)]
        met.update(fitting)
        granted = next((placed[i].wish for i in fitting if placed[i].counts(today)), None)
        findings.append(_suppressed(finding, granted) if granted else finding)
    told = tuple(_told(one, today=today, met=i in met, ran=ran) for i, one in enumerate(placed))
    run = report.run.model_copy(update={"suppressions": told})
    return report.model_copy(update={"findings": tuple(findings), "run": run})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A wish and the stretch of the article it is for; None for the whole of it."""

    wish: Wish
    place: Span | None

    def fits(self, finding: Finding) -> bool:
        first = Span(finding.spans[0].start, finding.spans[0].end)
        return (
            not self.wish.problem
            and finding.code == self.wish.code
            and self.wish.fingerprint in (None, finding.fingerprint)
            and (self.place is None or self.place.overlaps(first))
        )

    def counts(self, today: date) -> bool:
        return self.wish.until is None or today <= self.wish.until


def _placed(wish: Wish, text: str) -> _Placed:
    """Finds the words that a wish quotes: as written, white space aside, and in one place only."""
    if wish.words is None or wish.problem:
        return _Placed(wish, wish.paragraph)
    within = wish.paragraph or Span(0, len(text))
    wanted = re.compile(r"\s+".join(map(re.escape, wish.words.split())))
    found = [Span(m.start(), m.end()) for m in wanted.finditer(text, within.start, within.end)]
    if len(found) > 1:
        return _Placed(replace(wish, problem=f"its words occur {len(found)} times; quote more of the sentence"), None)
    return _Placed(wish, found[0] if found else Span(0, 0))


def _suppressed(finding: Finding, wish: Wish) -> Finding:
    suppression = Suppression(reason=wish.reason, until=wish.until, by=wish.by)
    return finding.model_copy(update={"suppression": suppression})


def _told(placed: _Placed, *, today: date, met: bool, ran: Collection[str]) -> SuppressionWish:
    wish = placed.wish
    state, problem = _state(placed, today=today, met=met, ran=ran)
    return SuppressionWish(
        where=wish.where,
        code=wish.code,
        reason=wish.reason,
        until=wish.until,
        by=wish.by,
        state=state,
        problem=problem,
    )


def _state(placed: _Placed, *, today: date, met: bool, ran: Collection[str]) -> tuple[State, str]:
    """What became of a wish, and why where it did nothing."""
    wish = placed.wish
    if wish.problem:
        return "refused", wish.problem
    if not placed.counts(today):
        return "expired", f"it counted until {wish.until}"
    if met:
        return "used", ""
    if wish.code in ran:
        return "unused", f"there is no {wish.code} at its place; remove it"
    return "idle", f"{wish.code} did not run"

"""Findings that are new, gone or changed. What an edit of its own sentence does to a finding does not make it new."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from verifier.diff.alignment import align
from verifier.diff.models import Change
from verifier.diff.wording import Words, edits, told
from verifier.report._lines import Lines
from verifier.report.models import Finding, Report, Span


def compare_findings(
    old: Report, new: Report, old_words: Words, new_words: Words
) -> tuple[tuple[Change[Finding], ...], int]:
    """The changes, and how many findings are what they were."""
    before, after = _Findings(old), _Findings(new)
    partner = _partners(before, after)
    found: list[Change[Finding]] = []
    for finding in new.findings:
        known = partner.get(finding.id)
        words = _verdicts(known, finding) if known else []
        if known and known.fingerprint != finding.fingerprint:
            made = edits(old_words.of(_own(known)), new_words.of(_own(finding)))
            words += [f"still there after an edit: {what}" for what in told(made)]
        if not known or words:
            found.append(_change(known, finding, before, after, words))
    left = {known.id for known in partner.values()}
    gone = [_change(finding, None, before, after, []) for finding in old.findings if finding.id not in left]
    return (*found, *gone), len(partner) - sum(change.change == "changed" for change in found)


class _Findings:
    """One report's findings with their sentences and lines."""

    def __init__(self, report: Report) -> None:
        self.all = report.findings
        self.lines = Lines(report.article.text)
        self._text = report.article.text
        self._sentences = report.article.sentences
        self._starts = [sentence.start for sentence in self._sentences]

    def wording(self, finding: Finding) -> str:
        """What a finding is recognised by after an edit: its own words and the sentence it begins in."""
        at = bisect_right(self._starts, finding.spans[0].start) - 1
        sentence = self._text[self._sentences[at].start : self._sentences[at].end] if at >= 0 else ""
        return " ".join([*(span.text for span in _own(finding)), sentence])


def _own(finding: Finding) -> list[Span]:
    """All words that a finding is about."""
    return [*finding.spans, *(related.span for related in finding.related)]


def _partners(before: _Findings, after: _Findings) -> dict[str, Finding]:
    """The old finding of each new one, by the new one's id."""
    prints = {finding.fingerprint: finding for finding in before.all}
    partner = {f.id: prints[f.fingerprint] for f in after.all if f.fingerprint in prints}
    known = {finding.id for finding in partner.values()}
    old_left, new_left = defaultdict(list), defaultdict(list)
    for finding in before.all:
        if finding.id not in known:
            old_left[finding.code].append(finding)
    for finding in after.all:
        if finding.id not in partner:
            new_left[finding.code].append(finding)
    for code, found in new_left.items():
        old = old_left[code]
        matched = align([before.wording(f) for f in old], [after.wording(f) for f in found])
        partner.update((found[j].id, old[i]) for i, j in matched.pairs)
    return partner


def _verdicts(old: Finding, new: Finding) -> list[str]:
    words = []
    if old.severity != new.severity:
        words.append(f"was {old.severity} and is {new.severity} now")
    if bool(old.suppression) != bool(new.suppression):
        words.append("is suppressed now" if new.suppression else "is no longer suppressed")
    before, after = (f.verdict.answer if f.verdict else None for f in (old, new))
    if before != after:
        words.append(f"the model's verdict was {before or 'not there'} and is {after or 'not there'} now")
    return words


def _change(
    old: Finding | None, new: Finding | None, before: _Findings, after: _Findings, words: list[str]
) -> Change[Finding]:
    return Change(
        change="new" if old is None else "gone" if new is None else "changed",
        old=old,
        new=new,
        old_place=before.lines.at(old.spans[0].start) if old else None,
        new_place=after.lines.at(new.spans[0].start) if new else None,
        words=tuple(words),
    )

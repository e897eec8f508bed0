"""The middle of the chain by which words came into the article: to whom, where and when they were said.

The report knows speaker, cue, content and outlets by their places; the setting is what stands between them, verbatim.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from verifier.reading import listeners
from verifier.report._screen import clean
from verifier.report.models import Claim, Span

_MOST = 80
"""Characters a setting may have; what is longer is more than a setting."""
_MOST_BETWEEN = _MOST + 40
"""The same with the "that" behind it and the blanks between."""

_AROUND = " \t\r\n,:\"“”‘’'"
_END = re.compile(r"[,.;:!?()\"“”–—\r\n]")


def ends(text: str) -> list[int]:
    """Where a setting can end at the latest: every mark in a text, found once for all its claims."""
    return [mark.start() for mark in _END.finditer(text)]


def setting(text: str, claim: Claim, marks: list[int]) -> tuple[str, bool]:
    """The words of the setting, empty where there are none, and whether they begin with the listeners.

    They stand between the cue and the words said ("told reporters in the Oval Office that ..."), or between a cue that
    follows what is said and the next of the text's ``marks`` ("..., he told a press conference on Friday.").
    """
    cue = claim.cue
    if cue is None or not claim.spans:
        return "", False
    content = claim.spans[0].start
    if cue.end <= content:
        end = content
    else:
        after = bisect_left(marks, cue.end)
        end = marks[after] if after < len(marks) else len(text)
    between = text[cue.end : end].strip(_AROUND)
    if len(between) > _MOST_BETWEEN or _told(claim, cue.end, end):  # before anything is sought in it
        return "", False
    words = listeners.without_that(between).strip(_AROUND)
    if _END.search(words) or len(words) > _MOST or listeners.tell_nothing(words):
        return "", False
    return clean(words), bool(words) and listeners.has_listeners(cue.text)


def _told(claim: Claim, start: int, end: int) -> bool:
    """Whether the stretch holds something the claim itself tells: its speaker, an outlet, its content."""
    known: list[Span] = [*claim.spans, *(o.span for o in claim.via)]
    if claim.speaker:
        known.append(claim.speaker.mention)
    return any(s.start < end and s.end > start for s in known)

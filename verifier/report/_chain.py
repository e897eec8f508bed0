"""The middle of the chain by which words came into the article: to whom, where and when they were said.

The report knows speaker, cue, content and outlets by their places; the setting is what stands between them, verbatim.
"""

from __future__ import annotations

import re

from verifier.reading import listeners
from verifier.report._screen import clean
from verifier.report.models import Claim, Span

_MOST = 80
"""Characters a setting may have; what is longer is more than a setting."""

_AROUND = " \t\r\n,:\"“”‘’'"
_END = re.compile(r"[,.;:!?()\"“”–—\r\n]")


def setting(text: str, claim: Claim) -> tuple[str, bool]:
    """The words of the setting, empty where there are none, and whether they begin with the listeners.

    They stand between the cue and the words said ("told reporters in the Oval Office that ..."), or between a cue that
    follows what is said and the next mark ("..., he told a press conference on Friday.").
    """
    cue = claim.cue
    if cue is None or not claim.spans:
        return "", False
    content = claim.spans[0].start
    after = _END.search(text, cue.end)
    end = content if cue.end <= content else after.start() if after else len(text)
    words = listeners.without_that(text[cue.end : end].strip(_AROUND)).strip(_AROUND)
    told = _told(claim, cue.end, end)
    if told or _END.search(words) or len(words) > _MOST or listeners.tell_nothing(words):
        return "", False
    return clean(words), bool(words) and listeners.has_listeners(cue.text)


def _told(claim: Claim, start: int, end: int) -> bool:
    """Whether the stretch holds something the claim itself tells: its speaker, an outlet, its content."""
    known: list[Span] = [*claim.spans, *(o.span for o in claim.via)]
    if claim.speaker:
        known.append(claim.speaker.mention)
    return any(s.start < end and s.end > start for s in known)

"""Exchanges: quotations in paragraphs of their own that two people say by turns.

After "“Is it yours?” Ann Lee asked." a paragraph that is “Yes.” is the other's, and so is a short question back. A
longer one may go on: "“Who would do such a thing?” Ann Lee said." is taken up by her own next paragraph.
"""

from __future__ import annotations

from verifier.article import Span
from verifier.english import saying
from verifier.reading.words import Words

_ANSWER = 3  # words of an answer that can be nothing else
_QUESTION = 5  # words of a question that somebody is asked back


def takes_turn(words: Words, above: Span, cue: Span | None, here: Span) -> bool:
    """Whether a quotation is rather another's than the one above it; both spans with their marks."""
    asks = cue is not None and bool(saying.ASKS.intersection(words.lows[i] for i in words.inside(cue)))
    length = sum(1 for i in words.inside(here) if words.forms[i][0].isalnum())
    if _is_question(words, here) and length <= _QUESTION:
        return True
    return _is_question(words, above) and (asks or length <= _ANSWER)


def _is_question(words: Words, quoted: Span) -> bool:
    inside = words.inside(quoted)
    return "?" in words.forms[max(inside.start, inside.stop - 2) : inside.stop]

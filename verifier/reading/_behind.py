"""What follows a cue in the middle of a sentence, where it tells of the saying and not of what is said.

"[The gate will stay], the keeper *said* on Tuesday, June 4, after a walk"; "..., flanked by his dog".
"""

from __future__ import annotations

from verifier.english import calendar, closed
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._sentence import VERBAL, Reading, Stretch
from verifier.reading._stated import stretch


def without_the_saying(r: Reading, content: list[Stretch]) -> list[Stretch]:
    """The content without the day of the saying, and without how it was said where the first part is whole."""
    if len(content) != 2 or content[0].first != r.first:
        return content
    before, behind = content
    if _whole(r, before):
        tells = _day_ends(r, behind) is not None or _participle(r, behind.first)
        return [before] if tells else content
    comma = _day_ends(r, behind)
    if comma is None:
        return content
    rest = stretch(r, comma + 1, wide=True) if comma < r.last - 1 else None
    return [before, rest] if rest is not None else [before]


def _whole(r: Reading, piece: Stretch) -> bool:
    """Whether it is a clause with its verb, and no relative one whose main verb is still to come."""
    lows = [r.low(i) for i in range(piece.first, piece.last + 1)]
    return not closed.RELATIVES.intersection(lows) and any(
        r.tag(i) in VERBAL for i in range(piece.first, piece.last + 1)
    )


def _day_ends(r: Reading, piece: Stretch) -> int | None:
    """The token after a date with which the piece begins, where a comma or the sentence's end follows it."""
    at = piece.first
    if r.low(at) not in calendar.MONTH_NUMBERS or not r.low(at + 1)[:1].isdigit():
        return None
    at += 2
    while r.low(at) == "," and r.low(at + 1).isdigit():
        at += 2
    return at if r.low(at) in (",", ".", "") else None


def _participle(r: Reading, at: int) -> bool:
    """ "flanked by his dog", "dated March 3", "sent on Monday": passive, of who speaks or of what it stands in."""
    done = r.low(at).endswith("ed") or tags.verb_forms().get(r.low(at), 0) & Form.PARTICIPLE
    goes_on = r.tag(at + 1) in (tags.PREPOSITION, tags.TO) or r.low(at + 1) in calendar.MONTH_NUMBERS
    return bool(done) and r.tag(at) in (tags.VERB, tags.PARTICIPLE) and goes_on

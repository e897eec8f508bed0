"""The cue of a quotation in its own paragraph: the words beside it that say who speaks, behind it or before it."""

from __future__ import annotations

import itertools

from verifier.english import closed, cues, grammar, saying
from verifier.reading import _cues_behind, _gaps, _in_words, _noun_phrases, _saying, _second_cues, fragments
from verifier.reading._credits import Credits
from verifier.reading._gaps import Said
from verifier.reading._leads import Leads
from verifier.reading._pieces import OPEN_ENDS, Piece, Row
from verifier.reading._subjects import NO_NOUNS
from verifier.reading.words import Words


def give(  # noqa: PLR0913 - what is known of the row, and what reads it
    words: Words, row: Row, at: int, piece: Piece, leads: Leads, credits: Credits
) -> None:
    """Give the quotation the cue beside it, after it or before it."""
    start = _noun_phrases.sentence_start(words, piece.low, piece.first)
    if piece.quotation.kind == "scare" or _is_asked(words, start, piece.first):
        return
    ends = _ends(words, piece)
    following = (
        _cues_behind.after(words, piece.last + 1, piece.high, whole=ends == "open") if ends != "fragment" else None
    )
    if ends == "bare" and following is not None and not _close(words, piece, following):
        following = None
    if following is not None and (
        _belongs_to_next(words, row, at, piece, following)
        or _does_something_else(words, piece, following)
        or (start < piece.first and _tells_more(words, piece, following))
    ):
        following = None
    preceding = None
    used = _used_before(row, at, start)
    if used is not None:
        preceding = _second_cues.of(words, piece.first, used)
    elif start < piece.first:
        preceding = _before(words, row, piece, start, leads)
    if preceding is not None and (
        following is None or not _closed_by_cue(words, piece) or _said_twice(words, preceding, following)
    ):
        piece.said = preceding
    elif following is not None:
        piece.said, piece.cued_after = following, True
    elif at == len(row.pieces) - 1 or piece.high == piece.last + 1:
        piece.said = _put(words, piece) or credits.behind(piece.last + 1, piece.high)
        piece.cued_after = piece.said is not None
    if piece.said is None and at == 0 and start == piece.first > row.first and piece.quotation.kind == "direct":
        piece.said = leads.view(row.first, piece.first)


def _before(words: Words, row: Row, piece: Piece, start: int, leads: Leads) -> Said | None:
    """The cue in the words that lead up to the quotation; none in a heading in capitals."""
    shouted = [form for form in words.forms[start : piece.first] if form.isalpha()]
    if len(shouted) > _LABEL and all(map(str.isupper, shouted)):
        return None
    said = (
        leads.inside(start, piece.first)
        or _in_words.of(words, start, piece.first)
        or _second_cues.inserted(words, start, piece.first)
        or _leading(words, piece, start)
    )
    if said is None or _gaps.denied(words, start, said):
        return None
    return _second_cues.with_subject(words, row.first, piece.first, said)


def _is_asked(words: Words, start: int, first: int) -> bool:
    """Asked whether it was "a quay at all," Ann Lee said yes: the words are those of who asks."""
    opens = words.lows[start] == "asked" or words.lows[start : start + 2] == ["when", "asked"]
    return opens and "," not in words.forms[start:first]


def _put(words: Words, piece: Piece) -> Said | None:
    """ "You can't eat a view," as [a farmer] *put* it: the words behind the quotation say whose they are."""
    put = fragments.as_put(words, piece.quotation, piece.high)
    return Said((put[1], put[1]), put[0]) if put is not None else None


def _ends(words: Words, piece: Piece) -> str:
    """How the quotation ends: "open" (comma, question mark: a cue may follow), "full" (full stop), "bare" (neither),
    "fragment"."""
    if piece.quotation.continues:
        return "fragment"
    inside = words.forms[piece.last - 1]
    if inside in OPEN_ENDS:
        return "open"
    nxt = words.forms[piece.last + 1] if piece.last + 1 < piece.high else ""
    if nxt in (",", "―", "—", "--", "–"):
        return "open"
    if inside == "." or nxt[:1].islower():
        return "full" if piece.quotation.kind == "direct" else "fragment"
    return "bare" if piece.quotation.kind == "direct" else "fragment"


def _close(words: Words, piece: Piece, said: Said) -> bool:
    """Whether a cue stands so near to a quotation without a stop that it can only be its own: "It is over" Lee said."""
    return said.cue[0] - piece.last <= _CLOSE and words.lows[said.cue[0]] in saying.ONLY_SAYING


_CLOSE = 5
"""Words from a quotation to its verb where no mark ties them."""


def _belongs_to_next(words: Words, row: Row, at: int, piece: Piece, said: Said) -> bool:
    """Whether the words between two quotations lead up to the second: "Why?" He said, "Because."; with a colon right
    behind the verb they do in any case: After she called it “late,” he said: “No.”
    """
    if at + 1 >= len(row.pieces):
        return False
    between = words.forms[said.cue[1] + 1 : piece.high]
    inside = words.forms[piece.last - 1]
    new_sentence = inside in (".", "?", "!") and words.forms[piece.last + 1][0].isupper()
    leads = bool(between) and between[-1] in (",", ":") and not any(f in (".", "?", "!") for f in between)
    return between == [":"] or (new_sentence and (leads or not between))


def _does_something_else(words: Words, piece: Piece, said: Said) -> bool:
    """Whether the sentence after a finished quotation has an object of its own: "... a train." The governor declared
    an emergency. Of the verbs only those that do nothing but say still hand the words back then."""
    begins_anew = words.forms[piece.last - 1] == "." and words.forms[piece.last + 1][:1].isupper()
    at = said.cue[1] + 1
    if not begins_anew or at >= piece.high:
        return False
    if words.lows[said.cue[0]] in saying.ONLY_SAYING:  # "... a train." The governor said he was glad.
        thing = words.lows[at] in closed.OPENS_A_NOUN and grammar.TIMES.isdisjoint(words.lows[at : at + _OBJECT])
        own = words.lows[at] in _OWN_WORDS or thing  # "... wrote [the song]", not "... said [the day after]"
        return said.subject is not None and said.subject[0] < said.cue[0] and own
    return words.lows[at] in closed.BEFORE_A_SPEAKER


_OWN_WORDS = closed.SUBJECTS | {"that"}
"""What opens what a verb says behind a finished quotation, or is its object: "... a train." The governor wrote [that]
down."""


_OBJECT = 3  # words


def _tells_more(words: Words, piece: Piece, said: Said) -> bool:
    """Whether the verb behind has its own words to say, so that those in front are no more than its clause: "Though it
    was “late,” Lee said [she would stay]", "Lee, who calls it a “barn,” said [it]"."""
    at = said.cue[1] + 1
    if at >= piece.high or said.subject is None or said.subject[0] > said.cue[0]:
        return False
    known = cues.verbs().get(words.lows[said.cue[0]])
    if known is not None and known.verb.takes & (cues.Takes.TOLD_THAT | cues.Takes.OBJECT_TO):
        return "that" in words.lows[at + 1 : min(at + _ADDRESSEE, piece.high)]
    return words.lows[at] in closed.BEGINS_A_STATEMENT or _is_a_clause(words, at, piece.high)


_LABEL = 4  # words of a name with its titles
_ADDRESSEE = 6  # words: "told the Herald that"


def _is_a_clause(words: Words, at: int, end: int) -> bool:
    """Whether a noun with its verb stands behind a cue: "Asked about “cuts,” Lee said [private firms can] do it"."""
    if not words.forms[at][0].isalpha() or words.lows[at] in NO_NOUNS | grammar.TIMES:
        return False
    subject = itertools.takewhile(lambda i: words.forms[i][0].isalpha(), range(at, min(at + _CLAUSE, end)))
    return any(words.forms[i] in grammar.AUXILIARIES for i in list(subject)[1:])


_CLAUSE = 6  # words of a subject with its auxiliary


def _used_before(row: Row, at: int, start: int) -> Said | None:
    """The cue of the quotation before, where it stands in the same sentence: "A," he said, "B"."""
    if at == 0:
        return None
    before = row.pieces[at - 1]
    return before.said if before.cued_after and before.said is not None and before.said.cue[0] >= start else None


def _said_twice(words: Words, preceding: Said, following: Said) -> bool:
    """He said: "It is over," he said: the same speaker before and after."""
    subject = following.subject
    again = subject is not None and subject[0] == subject[1] and words.lows[subject[0]] in saying.PRONOUNS
    return again and _saying.is_verb(words.lows[preceding.cue[0]]) and words.forms[preceding.cue[1] + 1] == ":"


def _closed_by_cue(words: Words, piece: Piece) -> bool:
    """Whether the quotation ends in a comma, or the words after it go on in lower case: the cue there is its own."""
    nxt = words.forms[piece.last + 1] if piece.last + 1 < piece.high else ""
    return words.forms[piece.last - 1] == "," or nxt == "," or nxt[:1].islower()


def _leading(words: Words, piece: Piece, start: int) -> Said | None:
    """A cue before the quotation that hands it on whole: after a comma, a colon, or the verb itself."""
    before = words.forms[piece.first - 1]
    whole = piece.quotation.kind == "direct"
    if before == ":" or (whole and (before in (",", "—", "--", "–", "―") or words.lows[piece.first - 1] == "that")):
        return _gaps.before(words, start, piece.first)
    if not whole:
        return None
    said = _gaps.before(words, start, piece.first)
    return said if said is not None and piece.first - said.cue[1] <= 6 else None

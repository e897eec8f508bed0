"""Direct quotations and who speaks them.

How a reader knows: a cue beside the quotation ("..." he said; she told reporters: "..."), the same cue for what follows
it in the paragraph, a sentence before that ends in a colon, a credit ("― Ann Lee"), a name in front as in a
transcript, or the mark of a quotation that runs on from the paragraph before. That somebody is named nearby is none.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verifier.article import Article, Paragraph, Span
from verifier.english import closed, cues, grammar, saying
from verifier.reading import _exchange, _gaps, _noun_phrases, _saying, _second_cues, fragments
from verifier.reading._credits import Credits
from verifier.reading._gaps import Said
from verifier.reading._leads import Leads
from verifier.reading._model import Names, Quotation
from verifier.reading._subjects import NO_NOUNS
from verifier.reading.quotations import reads_like_a_title
from verifier.reading.words import Words

_OPEN_ENDS = frozenset((",", "?", "!", "—", "--", "…", "...", "–"))  # after these a cue may follow
_TAKES_UP = frozenset((",", "—", "--", "–", "―"))


@dataclass(slots=True)
class Utterance:
    """Quoted words with one cue. ``subject`` and ``cue`` are the words that name the speaker and the saying."""

    content: list[Span]
    quotations: list[int]
    subject: Span | None
    cue: Span | None
    paragraph: int
    mixed: bool = False


@dataclass(slots=True)
class _Piece:
    """A quotation in its paragraph: ``first`` and ``last`` are the tokens of its marks, ``low`` and ``high`` bound the
    words around it that belong to no other quotation."""

    quotation: Quotation
    first: int
    last: int
    low: int
    high: int
    said: Said | None = None
    cued_after: bool = False
    utterance: Utterance | None = None


@dataclass(slots=True)
class _Row:
    """A paragraph with its quotations."""

    paragraph: Paragraph
    first: int
    end: int
    pieces: list[_Piece] = field(default_factory=list)


def find(article: Article, words: Words, quotations: Sequence[Quotation], names: Names) -> list[Utterance]:
    """Every direct utterance whose speaker the text shows, in the order of the text."""
    leads = Leads(article, words, names)
    credits = Credits(article, words, names)
    found: list[Utterance] = []
    open_before: Utterance | None = None
    above: _Row | None = None
    waiting: list[_Piece] = []  # paragraphs of a quotation whose cue stands in its last paragraph
    for row in _rows(article, words, quotations):
        for at, piece in enumerate(row.pieces):
            _own_cue(words, row, at, piece, leads, credits)
        _credit_below(row, credits)
        if open_before is None and above is not None and _carries_over(words, leads, above, row):
            open_before = above.pieces[-1].utterance
        _chain(leads, words, row, open_before, found)
        above = row
        if waiting and row.pieces[0].utterance is not None:
            _put_first(row.pieces[0].utterance, waiting)
        last = row.pieces[-1]
        goes_on = last.quotation.continues
        open_before = last.utterance if goes_on else None
        if goes_on and last.utterance is None:
            waiting.append(last)
        else:
            waiting = []
    return found


def _rows(article: Article, words: Words, quotations: Sequence[Quotation]) -> Iterable[_Row]:
    row: _Row | None = None
    for q in quotations:
        paragraph = article.paragraph_at(q.marks.start)
        if paragraph is None:
            continue
        if row is None or row.paragraph.index != paragraph.index:
            if row is not None and row.pieces:
                yield row
            tokens = words.inside(paragraph.span)
            row = _Row(paragraph, tokens.start, tokens.stop)
        first = words.at(q.marks.start)
        last = words.at(q.marks.end - 1)
        if q.kind != "direct" and not _may_be_speech(words, first, last):
            continue
        low = row.pieces[-1].last + 1 if row.pieces else row.first
        if row.pieces:
            row.pieces[-1].high = first
        row.pieces.append(_Piece(q, first, last, low, row.end))
    if row is not None and row.pieces:
        yield row


def _may_be_speech(words: Words, first: int, last: int) -> bool:
    """Whether a fragment can open or take up an utterance: "a joke," he said; "Today," he said, "we begin"."""
    inside = [form for form in words.forms[first + 1 : last] if form[0].isalnum()]
    if len(inside) > 1 and reads_like_a_title(inside):
        return False
    return words.forms[last - 1] in _OPEN_ENDS or _taken_up(words, first)


def _taken_up(words: Words, first: int) -> bool:
    """ "A," he said, "b"; "A," he said, but "b"."""
    if first > 1 and words.lows[first - 1] in closed.COORDINATORS:
        first -= 1
    return first > 0 and words.forms[first - 1] in _TAKES_UP


def _own_cue(  # noqa: PLR0913 - what is known of the row, and what reads it
    words: Words, row: _Row, at: int, piece: _Piece, leads: Leads, credits: Credits
) -> None:
    """The cue beside the quotation, after it or before it."""
    start = _noun_phrases.sentence_start(words, piece.low, piece.first)
    if piece.quotation.kind == "scare" or _is_asked(words, start, piece.first):
        return
    ends = _ends(words, piece)
    following = _gaps.after(words, piece.last + 1, piece.high, whole=ends == "open") if ends != "fragment" else None
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


def _credit_below(row: _Row, credits: Credits) -> None:
    """The line below credits a paragraph that is one quotation and nothing else."""
    piece = row.pieces[-1]
    whole = piece.first == row.first and piece.last == row.end - 1 and not piece.quotation.continues
    if whole and piece.said is None and piece.quotation.kind == "direct":
        piece.said = credits.below(row.paragraph.index)


def _before(words: Words, row: _Row, piece: _Piece, start: int, leads: Leads) -> Said | None:
    """The cue in the words that lead up to the quotation."""
    said = (
        leads.inside(start, piece.first)
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


def _put(words: Words, piece: _Piece) -> Said | None:
    """ "You can't eat a view," as [a farmer] *put* it: the words behind the quotation say whose they are."""
    put = fragments.as_put(words, piece.quotation, piece.high)
    return Said((put[1], put[1]), put[0]) if put is not None else None


def _ends(words: Words, piece: _Piece) -> str:
    """How the quotation ends: "open" (comma, question mark: a cue may follow), "full" (full stop), "bare" (neither),
    "fragment"."""
    if piece.quotation.continues:
        return "fragment"
    inside = words.forms[piece.last - 1]
    if inside in _OPEN_ENDS:
        return "open"
    nxt = words.forms[piece.last + 1] if piece.last + 1 < piece.high else ""
    if nxt in (",", "―", "—", "--", "–"):
        return "open"
    if inside == "." or nxt[:1].islower():
        return "full" if piece.quotation.kind == "direct" else "fragment"
    return "bare" if piece.quotation.kind == "direct" else "fragment"


def _close(words: Words, piece: _Piece, said: Said) -> bool:
    """Whether a cue stands so near to a quotation without a stop that it can only be its own: "It is over" Lee said."""
    return said.cue[0] - piece.last <= _CLOSE and words.lows[said.cue[0]] in saying.ONLY_SAYING


_CLOSE = 5
"""Words from a quotation to its verb where no mark ties them."""


def _belongs_to_next(words: Words, row: _Row, at: int, piece: _Piece, said: Said) -> bool:
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


def _does_something_else(words: Words, piece: _Piece, said: Said) -> bool:
    """Whether the sentence after a finished quotation has an object of its own: "... a train." The governor declared
    an emergency. Of the verbs only those that do nothing but say still hand the words back then."""
    begins_anew = words.forms[piece.last - 1] == "." and words.forms[piece.last + 1][:1].isupper()
    at = said.cue[1] + 1
    if not begins_anew or at >= piece.high:
        return False
    if words.lows[said.cue[0]] in saying.ONLY_SAYING:  # "... a train." The governor said he was glad.
        return said.subject is not None and said.subject[0] < said.cue[0] and words.lows[at] in closed.SUBJECTS
    return words.lows[at] in closed.BEFORE_A_SPEAKER


def _tells_more(words: Words, piece: _Piece, said: Said) -> bool:
    """Whether the verb behind has its own words to say, so that those in front are no more than its clause: "Though it
    was “late,” Lee said [she would stay]", "Lee, who calls it a “barn,” said [it]"."""
    at = said.cue[1] + 1
    if at >= piece.high or said.subject is None or said.subject[0] > said.cue[0]:
        return False
    known = cues.verbs().get(words.lows[said.cue[0]])
    if known is not None and known.verb.takes & (cues.Takes.TOLD_THAT | cues.Takes.OBJECT_TO):
        return "that" in words.lows[at + 1 : min(at + _ADDRESSEE, piece.high)]
    return words.lows[at] in closed.BEGINS_A_STATEMENT or _is_a_clause(words, at, piece.high)


_ADDRESSEE = 6  # words: "told the Herald that"


def _is_a_clause(words: Words, at: int, end: int) -> bool:
    """Whether a noun with its verb stands behind a cue: "Asked about “cuts,” Lee said [private firms can] do it"."""
    if not words.forms[at][0].isalpha() or words.lows[at] in NO_NOUNS | grammar.TIMES:
        return False
    subject = itertools.takewhile(lambda i: words.forms[i][0].isalpha(), range(at, min(at + _CLAUSE, end)))
    return any(words.forms[i] in grammar.AUXILIARIES for i in list(subject)[1:])


_CLAUSE = 6  # words of a subject with its auxiliary


def _used_before(row: _Row, at: int, start: int) -> Said | None:
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


def _closed_by_cue(words: Words, piece: _Piece) -> bool:
    """Whether the quotation ends in a comma, or the words after it go on in lower case: the cue there is its own."""
    nxt = words.forms[piece.last + 1] if piece.last + 1 < piece.high else ""
    return words.forms[piece.last - 1] == "," or nxt == "," or nxt[:1].islower()


def _leading(words: Words, piece: _Piece, start: int) -> Said | None:
    """A cue before the quotation that hands it on whole: after a comma, a colon, or the verb itself."""
    before = words.forms[piece.first - 1]
    whole = piece.quotation.kind == "direct"
    if before == ":" or (whole and (before in (",", "—", "--", "–", "―") or words.lows[piece.first - 1] == "that")):
        return _gaps.before(words, start, piece.first)
    if not whole:
        return None
    said = _gaps.before(words, start, piece.first)
    return said if said is not None and piece.first - said.cue[1] <= 6 else None


def _chain(leads: Leads, words: Words, row: _Row, open_before: Utterance | None, found: list[Utterance]) -> None:
    """Give every quotation of the paragraph to an utterance, where the text shows whose it is."""
    current: Utterance | None = None
    for at, piece in enumerate(row.pieces):
        q = piece.quotation
        if piece.said is not None:
            current = _utterance(words, row, piece, piece.said)
            found.append(current)
            _reach_back(words, row, at, current)
        elif at == 0 and open_before is not None:
            current = open_before
            _add(current, piece)
        elif at == 0 and (lead := leads.above(row.paragraph.index, row.first, piece.first)) is not None:
            current = _utterance(words, row, piece, lead)
            found.append(current)
        elif current is not None and _goes_on(words, row, at) and (q.kind == "direct" or _resumes(words, row, at)):
            _add(current, piece)
        elif q.kind == "direct":
            current = None if not _goes_on(words, row, at) else current


def _utterance(words: Words, row: _Row, piece: _Piece, said: Said) -> Utterance:
    subject = _gaps.span_of(words, said.subject) if said.subject else None
    content = [piece.quotation.marks]
    mixed = False
    start = _told_from(words, piece)
    if piece.cued_after and start < piece.first:
        content = [Span(words.starts[start], piece.quotation.marks.end)]
        mixed = True
    made = Utterance(content, [piece.quotation.index], subject, _gaps.span_of(words, said.cue), row.paragraph.index)
    made.mixed = mixed
    piece.utterance = made
    return made


def _told_from(words: Words, piece: _Piece) -> int:
    """The first token of what is said where the cue stands behind: the sentence's, or past a colon the quotation's."""
    start = _noun_phrases.sentence_start(words, piece.low, piece.first)
    if words.forms[piece.first - 1] == ":":
        return piece.first
    while start < piece.first and words.forms[start] in _TAKES_UP:
        start += 1
    return start


def _add(utterance: Utterance, piece: _Piece) -> None:
    utterance.content.append(piece.quotation.marks)
    utterance.quotations.append(piece.quotation.index)
    piece.utterance = utterance


def _put_first(utterance: Utterance, pieces: Sequence[_Piece]) -> None:
    utterance.content[:0] = [piece.quotation.marks for piece in pieces]
    utterance.quotations[:0] = [piece.quotation.index for piece in pieces]
    for piece in pieces:
        piece.utterance = utterance


def _reach_back(words: Words, row: _Row, at: int, current: Utterance) -> None:
    """ "A." "B," he said: quotations that stand right before one with a cue after it are the same speaker's."""
    if not row.pieces[at].cued_after:
        return
    while at > 0 and row.pieces[at - 1].last + 1 == row.pieces[at].first:
        at -= 1
        piece = row.pieces[at]
        if piece.utterance is not None or piece.quotation.kind == "scare" or words.forms[piece.last - 1] == "?":
            return  # a question right before the answer is another's
        _put_first(current, [piece])


def _goes_on(words: Words, row: _Row, at: int) -> bool:
    """Whether the quotation goes on from the one before it: only its cue, or nothing, stands between."""
    if at == 0:
        return False
    piece, before = row.pieces[at], row.pieces[at - 1]
    if before.utterance is None:
        return False
    start = before.said.cue[0] if before.cued_after and before.said else before.last + 1
    stops = sum(1 for i in range(start, piece.first) if _noun_phrases.ends_sentence(words, i, piece.first + 1))
    if before.cued_after and stops == 1:
        lead = range(_noun_phrases.sentence_start(words, start, piece.first), piece.first)
        return not any(words.lows[i] in saying.ONLY_SAYING for i in lead)  # "... he said. Lee said that “..."
    return stops <= (1 if before.cued_after else 0)


def _resumes(words: Words, row: _Row, at: int) -> bool:
    """Whether the quotation takes up the sentence that a cue has interrupted: "Today," he said, "we begin"."""
    before, piece = row.pieces[at - 1], row.pieces[at]
    return before.cued_after and _taken_up(words, piece.first)


def _carries_over(words: Words, leads: Leads, above: _Row, row: _Row) -> bool:
    """Whether the paragraph begins with a quotation, right after one that ends in a quotation and at most its cue."""
    piece, last = row.pieces[0], above.pieces[-1]
    if above.paragraph.index != row.paragraph.index - 1 or piece.first != row.first or piece.quotation.kind != "direct":
        return False
    if last.utterance is None or last.utterance.subject is None or last.utterance.mixed:
        return False
    if leads.names_somebody(piece.last + 1):
        return False  # "...!" Ann Lee laughed: hers, or nobody's
    if last.said is not None and (words.forms[last.said.cue[0]] in _TAKES_UP or last.said.cue == last.said.subject):
        return False  # a credit closes what it signs
    if _exchanged(words, above, row):
        return False
    rest = range(last.last + 1, above.end - 1)
    return not any(_noun_phrases.ends_sentence(words, i, above.end) for i in rest) and (last.cued_after or not rest)


def _exchanged(words: Words, above: _Row, row: _Row) -> bool:
    """Whether the paragraph opens with somebody else's turn: an answer, or a question right before its answer."""
    piece, last = row.pieces[0], above.pieces[-1]
    answered = len(row.pieces) > 1 and row.pieces[1].first == piece.last + 1 and words.forms[piece.last - 1] == "?"
    cue = _gaps.span_of(words, last.said.cue) if last.said is not None else None
    alone = piece.last >= row.end - 2
    return answered or (alone and _exchange.takes_turn(words, last.quotation.marks, cue, piece.quotation.marks))

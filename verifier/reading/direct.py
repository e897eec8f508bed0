"""Direct quotations and who speaks them.

How a reader knows: a cue beside the quotation ("..." he said; she told reporters: "..."), the same cue for what follows
it in the paragraph, a sentence before that ends in a colon, a credit ("― Ann Lee"), a name in front as in a
transcript, or the mark of a quotation that runs on from the paragraph before. That somebody is named nearby is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Article, Span
from verifier.english import saying
from verifier.reading import _exchange, _gaps, _noun_phrases, _own_cues
from verifier.reading._credits import Credits
from verifier.reading._gaps import Said
from verifier.reading._leads import Leads
from verifier.reading._model import Names, Quotation
from verifier.reading._pieces import TAKES_UP, Piece, Row, Utterance, rows, taken_up
from verifier.reading.words import Words

__all__ = ["Utterance", "find"]


def find(article: Article, words: Words, quotations: Sequence[Quotation], names: Names) -> list[Utterance]:
    """Every direct utterance whose speaker the text shows, in the order of the text."""
    leads = Leads(article, words, names)
    credits = Credits(article, words, names)
    found: list[Utterance] = []
    open_before: Utterance | None = None
    above: Row | None = None
    waiting: list[Piece] = []  # paragraphs of a quotation whose cue stands in its last paragraph
    for row in rows(article, words, quotations):
        for at, piece in enumerate(row.pieces):
            _own_cues.give(words, row, at, piece, leads, credits)
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


def _credit_below(row: Row, credits: Credits) -> None:
    """The line below credits a paragraph that is one quotation and nothing else."""
    piece = row.pieces[-1]
    whole = piece.first == row.first and piece.last == row.end - 1 and not piece.quotation.continues
    if whole and piece.said is None and piece.quotation.kind == "direct":
        piece.said = credits.below(row.paragraph.index)


def _chain(leads: Leads, words: Words, row: Row, open_before: Utterance | None, found: list[Utterance]) -> None:
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
        elif current is not None and _is_put_to(words, row, at):
            current = None
        elif current is not None and _goes_on(words, row, at) and (q.kind == "direct" or _resumes(words, row, at)):
            _add(current, piece)
        elif q.kind == "direct":
            current = None if not _goes_on(words, row, at) else current


def _utterance(words: Words, row: Row, piece: Piece, said: Said) -> Utterance:
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


def _told_from(words: Words, piece: Piece) -> int:
    """The first token of what is said where the cue stands behind: the sentence's, or past a colon the quotation's."""
    start = _noun_phrases.sentence_start(words, piece.low, piece.first)
    if words.forms[piece.first - 1] == ":":
        return piece.first
    while start < piece.first and words.forms[start] in TAKES_UP:
        start += 1
    return start


def _add(utterance: Utterance, piece: Piece) -> None:
    utterance.content.append(piece.quotation.marks)
    utterance.quotations.append(piece.quotation.index)
    piece.utterance = utterance


def _put_first(utterance: Utterance, pieces: Sequence[Piece]) -> None:
    utterance.content[:0] = [piece.quotation.marks for piece in pieces]
    utterance.quotations[:0] = [piece.quotation.index for piece in pieces]
    for piece in pieces:
        piece.utterance = utterance


def _reach_back(words: Words, row: Row, at: int, current: Utterance) -> None:
    """ "A." "B," he said: quotations that stand right before one with a cue after it are the same speaker's."""
    if not row.pieces[at].cued_after:
        return
    while at > 0 and row.pieces[at - 1].last + 1 == row.pieces[at].first:
        at -= 1
        piece = row.pieces[at]
        if piece.utterance is not None or piece.quotation.kind == "scare" or words.forms[piece.last - 1] == "?":
            return  # a question right before the answer is another's
        _put_first(current, [piece])


def _is_put_to(words: Words, row: Row, at: int) -> bool:
    """Whether a question stands right before its answer, so that nobody says both: "...," he said. “And why?” “No.”"""
    piece = row.pieces[at]
    answered = at + 1 < len(row.pieces) and row.pieces[at + 1].first == piece.last + 1
    return answered and words.forms[piece.last - 1] == "?"


def _goes_on(words: Words, row: Row, at: int) -> bool:
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


def _resumes(words: Words, row: Row, at: int) -> bool:
    """Whether the quotation takes up the sentence that a cue has interrupted: "Today," he said, "we begin"."""
    before, piece = row.pieces[at - 1], row.pieces[at]
    return before.cued_after and taken_up(words, piece.first)


def _carries_over(words: Words, leads: Leads, above: Row, row: Row) -> bool:
    """Whether the paragraph begins with a quotation, right after one that ends in a quotation and at most its cue."""
    piece, last = row.pieces[0], above.pieces[-1]
    if above.paragraph.index != row.paragraph.index - 1 or piece.first != row.first or piece.quotation.kind != "direct":
        return False
    if last.utterance is None or last.utterance.subject is None or last.utterance.mixed:
        return False
    if leads.names_somebody(piece.last + 1):
        return False  # "...!" Ann Lee laughed; Her husband, Otto, laughed: theirs, or nobody's
    if last.said is not None and (words.forms[last.said.cue[0]] in TAKES_UP or last.said.cue == last.said.subject):
        return False  # a credit closes what it signs
    if _exchanged(words, above, row):
        return False
    rest = range(last.last + 1, above.end - 1)
    return not any(_noun_phrases.ends_sentence(words, i, above.end) for i in rest) and (last.cued_after or not rest)


def _exchanged(words: Words, above: Row, row: Row) -> bool:
    """Whether the paragraph opens with somebody else's turn: an answer, or a question right before its answer."""
    piece, last = row.pieces[0], above.pieces[-1]
    answered = len(row.pieces) > 1 and row.pieces[1].first == piece.last + 1 and words.forms[piece.last - 1] == "?"
    cue = _gaps.span_of(words, last.said.cue) if last.said is not None else None
    alone = piece.last >= row.end - 2
    return answered or (alone and _exchange.takes_turn(words, last.quotation.marks, cue, piece.quotation.marks))

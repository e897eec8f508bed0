"""Quotation marks: which opening mark belongs to which closing one, and which stand alone.

Marks are paired paragraph by paragraph. A quotation that runs over several paragraphs repeats its opening mark and is
closed only in the last; some houses open it once and close it once. Marks inside a quotation (a quote in a quote) are
paired but not handed on; apostrophes, inches and minutes are no quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from verifier.article import Article, Paragraph, Span
from verifier.english import closed, grammar, spellings
from verifier.languages import Language
from verifier.reading import _saying
from verifier.reading.words import Words

_DOUBLE = frozenset(('"', "“", "”", "„", "‟", "«", "»", "''", "``", "″"))
_SINGLE = frozenset(("'", "‘", "’", "‚", "‛"))
_BEFORE_OPENING = frozenset("([{-—–―/:'‘\"“")
_AFTER_CLOSING = frozenset(".,;:!?)]}-—–―/'’\"”…*")
_REACH = 6  # paragraphs that a quotation opened once may run before its closing mark


class Pair(NamedTuple):
    """A quotation by its marks, as indexes of tokens: ``first`` is the opening mark; ``last`` the closing mark, or the
    last word of the paragraph where the quotation is not closed in it.

    ``opened`` is False for a later paragraph of a quotation that does not repeat its mark, ``closed`` False where the
    closing mark is missing here; ``continues`` says that the words go on in the next paragraph.
    """

    first: int
    last: int
    opened: bool = True
    closed: bool = True
    continues: bool = False


class Marks(NamedTuple):
    """The quotations in order, and the marks that have no partner."""

    pairs: tuple[Pair, ...]
    strays: tuple[Span, ...]


@dataclass(slots=True)
class _Found:
    """What one paragraph shows."""

    pairs: list[Pair]
    strays: list[int]
    dangling: int | None = None  # an opening mark that nothing closes
    orphan: int | None = None  # a closing mark before any opening one


def pair(article: Article, words: Words, language: Language) -> Marks:
    """Pair the marks of the whole article, as they are written in its language."""
    doubles, singles = _mark_tokens(words)
    pairs: list[Pair] = []
    strays: list[int] = []
    pending: tuple[int, int] | None = None  # paragraph and token of an opening mark not yet closed
    rows = [p for p in article.paragraphs if p.kind != "skip"]
    double_at = single_at = 0
    for number, paragraph in enumerate(rows):
        here, double_at = _within(doubles, double_at, words, paragraph)
        single, single_at = _within(singles, single_at, words, paragraph)
        if not here and not single:
            continue
        found = _paragraph(article.plain, words, paragraph, here, language)
        if found.orphan is not None:
            joined = _join(words, rows, pending, number, found.orphan)
            if joined:
                pairs = [p for p in pairs if p.first != joined[0].first] + joined
                strays = [s for s in strays if s != joined[0].first]
            else:
                strays.append(found.orphan)
        if here:
            pending = None
        pairs += found.pairs
        strays += found.strays
        if found.dangling is not None:
            kept, stray = _dangling(article.plain, words, rows, number, found)
            pairs += kept
            strays += stray
            if stray:
                pending = (number, found.dangling)
        pairs += _singles(article.plain, words, paragraph, single, pairs[-len(here) - 1 :] if here else [])
    pairs.sort(key=lambda p: p.first)
    return Marks(tuple(_apart(pairs)), tuple(words.span(t, t) for t in sorted(strays)))


def _mark_tokens(words: Words) -> tuple[list[int], list[int]]:
    doubles = sorted(i for mark in _DOUBLE for i in words.places.get(mark, ()))
    singles = sorted(i for mark in _SINGLE for i in words.places.get(mark, ()))
    return doubles, singles


def _within(tokens: list[int], at: int, words: Words, paragraph: Paragraph) -> tuple[list[int], int]:
    start, end = paragraph.span
    while at < len(tokens) and words.starts[tokens[at]] < start:
        at += 1
    first = at
    while at < len(tokens) and words.starts[tokens[at]] < end:
        at += 1
    return tokens[first:at], at


def _paragraph(plain: str, words: Words, paragraph: Paragraph, marks: list[int], language: Language) -> _Found:
    found = _nest(plain, words, paragraph, marks, language)
    lost = found.orphan is not None and _surely_closes(plain, words, found.orphan)
    straight = all(words.forms[m] in ('"', "''") for m in marks)
    if found.dangling is not None and len(marks) % 2 == 0 and straight and not lost:
        # a space on the wrong side of a straight mark: read them in turn, as a reader does
        return _Found([Pair(a, b) for a, b in zip(marks[::2], marks[1::2], strict=True)], [])
    return found


def _surely_closes(plain: str, words: Words, mark: int) -> bool:
    """Whether a comma or a stop stands beside a mark: 'We begin with soup", she said'. No space is merely misplaced
    there; its partner is lost."""
    start, end = words.starts[mark], words.ends[mark]
    return plain[end : end + 1] in _STOPS or plain[start - 1 : start] in _STOPS


_STOPS = frozenset(",.!?")
_AFTER_A_NAME = grammar.PREPOSITIONS | closed.RELATIVE_SUBJECTS | {",", ".", ";"}


def _nest(plain: str, words: Words, paragraph: Paragraph, marks: list[int], language: Language) -> _Found:
    """Pair by depth: a mark opens where its shape or its neighbours say so, else it closes the innermost open one."""
    found = _Found([], [])
    stack: list[int] = []
    inner: list[Pair] = []
    for mark in marks:
        left, right = _sides(plain, words, paragraph, mark)
        form = words.forms[mark]
        if _is_measure(plain, words, mark, bool(stack)) or _inches_in_speech(plain, words, mark, marks):
            continue
        reversed_shape = bool(stack) and right and not left  # a closing mark typed the wrong way round
        opens = (form in language.OPENING_MARKS and not reversed_shape) or (left and not right)
        at_start = words.starts[mark] == paragraph.span.start
        if opens or (not stack and (at_start or not right)):
            stack.append(mark)
        elif stack:
            start = stack.pop()
            (inner if stack else found.pairs).append(Pair(start, mark))
        elif left and form not in language.CLOSING_MARKS:
            stack.append(mark)
        elif found.orphan is None and not found.pairs:
            found.orphan = mark
        else:
            found.strays.append(mark)
    if stack:
        found.dangling = stack[0]
        found.strays += stack[1:]
        found.pairs += [p for p in inner if p.first > stack[0]]
    return found


def _sides(plain: str, words: Words, paragraph: Paragraph, mark: int) -> tuple[bool, bool]:
    """Whether the mark looks like an opening one from its left, and like a closing one from its right."""
    start, end = words.starts[mark], words.ends[mark]
    before = plain[start - 1] if start > paragraph.span.start else " "
    after = plain[end] if end < paragraph.span.end else " "
    return before.isspace() or before in _BEFORE_OPENING, after.isspace() or after in _AFTER_CLOSING


def _is_measure(plain: str, words: Words, mark: int, is_open: bool) -> bool:
    """Inches and seconds: 6'2", a 24" screen."""
    start, end = words.starts[mark], words.ends[mark]
    if words.forms[mark] not in ('"', "''", "″", "”") or start == 0 or not plain[start - 1].isdigit():
        return False
    feet = mark >= 2 and words.forms[mark - 2] in ("'", "’", "′")
    return feet or (not is_open and words.forms[mark] != "”" and not plain[end : end + 1].isalpha())


def _inches_in_speech(plain: str, words: Words, mark: int, marks: list[int]) -> bool:
    """Inches inside a quotation ("my first 7" single,"): behind a figure, before a small word, one mark too many."""
    start, end = words.starts[mark], words.ends[mark]
    figure = words.forms[mark] in ('"', "″") and start > 0 and plain[start - 1].isdigit()
    following = plain[end : end + 1] == " " and plain[end + 1 : end + 2].islower()
    return figure and following and len(marks) % 2 == 1 and mark != marks[-1]


def _dangling(
    plain: str, words: Words, rows: list[Paragraph], number: int, found: _Found
) -> tuple[list[Pair], list[int]]:
    """What an opening mark without a closing one means: a long quotation, a forgotten mark, or a stray one."""
    mark = found.dangling
    assert mark is not None  # noqa: S101 - the caller has looked
    paragraph = rows[number]
    last = words.inside(paragraph.span)[-1]
    if last <= mark:
        return [], [mark]
    lost = _lost(words, mark, last)
    if lost is not None:  # what stands behind it are other quotations
        return [Pair(mark, lost, closed=False), *(p for p in found.pairs if p.first < mark)], [mark]
    following = rows[number + 1].span.start if number + 1 < len(rows) else None
    if following is not None and _opens_with_mark(plain, words, following):
        del found.pairs[:]
        return [Pair(mark, last, closed=False, continues=True)], []
    starts = words.starts[mark] - paragraph.span.start <= 1
    introduced = mark > 0 and words.forms[mark - 1] in (",", ":")
    if starts or (introduced and not any(p.first > mark for p in found.pairs)):
        return [Pair(mark, last, closed=False)], [mark]
    return [], [mark]


def _lost(words: Words, mark: int, last: int) -> int | None:
    """The comma or stop before which the closing mark was forgotten, where whoever spoke is told next: '“We sail, said
    Captain Lee, who is 70. “I know,” said his wife.'; None without such words."""
    for i in range(mark + 1, last - 2):
        if words.forms[i] not in _STOPS or not _saying.is_verb(words.lows[i + 1]) or _saying.present(words.lows[i + 1]):
            continue
        behind = i + 2 + (words.lows[i + 2] in closed.SUBJECTS)
        while behind < last and words.forms[behind][0].isupper():
            behind += 1
        if behind > i + 2 and words.lows[behind] in _AFTER_A_NAME:
            return i
    return None


def _opens_with_mark(plain: str, words: Words, offset: int) -> bool:
    token = words.at(offset)
    return (
        0 <= token < len(words)
        and words.starts[token] == offset
        and words.forms[token] in _DOUBLE
        and not plain[words.ends[token] : words.ends[token] + 1].isspace()
    )


def _join(
    words: Words, rows: list[Paragraph], pending: tuple[int, int] | None, number: int, closing: int
) -> list[Pair]:
    """A quotation opened once and closed some paragraphs later, as one pair a paragraph."""
    if pending is None or number - pending[0] > _REACH:
        return []
    opened_in, opening = pending
    pieces = [Pair(opening, words.inside(rows[opened_in].span)[-1], closed=False, continues=True)]
    for between in rows[opened_in + 1 : number]:
        tokens = words.inside(between.span)
        if tokens:
            pieces.append(Pair(tokens[0], tokens[-1], opened=False, closed=False, continues=True))
    pieces.append(Pair(words.inside(rows[number].span)[0], closing, opened=False))
    return pieces


def _singles(plain: str, words: Words, paragraph: Paragraph, marks: list[int], taken: list[Pair]) -> list[Pair]:
    """Quotations in single marks, where no double ones surround them."""
    found: list[Pair] = []
    free_from = inside = 0
    taken = sorted(taken, key=lambda p: p.first)
    for at, mark in enumerate(marks):
        if mark < free_from:
            continue
        while inside < len(taken) and taken[inside].last < mark:
            inside += 1
        if inside < len(taken) and taken[inside].first < mark:
            continue
        left, right = _sides(plain, words, paragraph, mark)
        nxt = words.lows[mark + 1] if mark + 1 < len(words) else ""
        if words.forms[mark] == "’" or not left or right or nxt in spellings.CLIPPED or nxt[:1].isdigit():
            continue
        closing = _closing_single(plain, words, paragraph, marks[at + 1 : at + 13])
        if closing is not None:
            found.append(Pair(mark, closing))
            free_from = closing + 1
    return found


def _closing_single(plain: str, words: Words, paragraph: Paragraph, marks: list[int]) -> int | None:
    """The first mark that can only close; else the first that could also be the apostrophe of a plural's genitive, or
    feet behind a figure: 'He was 6' 4" tall,' she said."""
    perhaps = None
    for mark in marks:
        if words.forms[mark] == "‘":
            continue
        left, right = _sides(plain, words, paragraph, mark)
        if left and not right and perhaps is not None:
            return perhaps  # another quotation opens
        before = plain[words.starts[mark] - 1]
        if not right or before.isspace():
            continue
        if before not in "sS" and not before.isdigit():
            return mark
        perhaps = mark if perhaps is None else perhaps
    return perhaps


def _apart(pairs: list[Pair]) -> list[Pair]:
    """The outermost pairs only."""
    out: list[Pair] = []
    for p in pairs:
        if not out or p.first > out[-1].last:
            out.append(p)
    return out

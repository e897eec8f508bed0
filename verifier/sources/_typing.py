"""What kind of difference it is where a quotation and its source part: the worst that fits, and where both stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from verifier.article import Span
from verifier.english import calendar, speech
from verifier.english.calendar import MONTHS, WEEKDAYS
from verifier.english.synonyms import FUNCTION_WORDS
from verifier.reading import oppositions
from verifier.reading.matching import stem
from verifier.sources._folding import Folded
from verifier.sources._placing import Block, Placed
from verifier.sources._policy import Kind
from verifier.sources._quoted import Part

_LONG_CUT = 3
"""Words left out from which they are a cut, not a word forgotten."""
_AUXILIARIES = tuple(
    frozenset(forms.split())
    for forms in ("am is are was were be been being", "has have had having", "do does did doing done")
)
_SENTENCE_ENDS = frozenset('.?!:\n“"')


class Difference(NamedTuple):
    """One difference: its kind (:data:`verifier.sources._policy.ORDER`), the article's words and the source's (None
    where a side has none), and what else is to be said of it."""

    kind: Kind
    article: Span | None
    source: Span | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """The text a difference is read in; ``names`` are words of names known to stand in it, in small letters."""

    plain: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    """Some folded words of one side, with what they look like where they stand."""

    words: tuple[str, ...]
    before: str
    after: str
    span: Span | None
    named: frozenset[str]


def differences(part: Part, placed: Placed, source: Folded, here: Side, there: Side) -> list[Difference]:
    """Every difference between a part of a quotation and the words it was laid on, in order."""
    found: list[Difference] = []
    for number, block in enumerate(placed.blocks):
        if block.same:
            found += _fillers(part.folded, source, block)
            continue
        ours = _words(part.folded, here, block.first, block.stop, [not e for e in part.edited])
        theirs = _words(source, there, block.source_first, block.source_stop)
        edited = _words(part.folded, here, block.first, block.stop, list(part.edited))
        if edited.words:
            found += _by_editor(edited, ours, theirs)
            continue
        at_end = number in (0, len(placed.blocks) - 1) and not ours.words
        if not at_end and not _alike(part, source, block):
            found.append(_difference(ours, theirs, source, block))
    return found


def _alike(part: Part, source: Folded, block: Block) -> bool:
    """Whether both write the same: "healthcare" and "health care", "colour" and "color", "he's" and "he has"."""
    ours = part.folded.words[block.first : block.stop]
    theirs = source.words[block.source_first : block.source_stop]
    return "".join(ours) == "".join(theirs)


def _words(folded: Folded, side: Side, first: int, stop: int, kept: Sequence[bool] | None = None) -> _Words:
    chosen = [i for i in range(first, stop) if kept is None or kept[i]]
    words = folded.words
    return _Words(
        tuple(words[i] for i in chosen),
        words[first - 1] if first else "",
        words[stop] if stop < len(words) else "",
        Span(folded.starts[chosen[0]], folded.ends[chosen[-1]]) if chosen else None,
        frozenset(words[i] for i in chosen if _is_name(folded, side, i)),
    )


def _is_name(folded: Folded, side: Side, i: int) -> bool:
    """Whether a word looks like a name: one that is known as such, or a capital where no sentence begins."""
    word, start = folded.words[i], folded.starts[i]
    if word in side.names:
        return True
    if word in FUNCTION_WORDS or word == "i" or not side.plain[start].isupper() or word[0].isdecimal():
        return False
    before = side.plain[max(0, start - 4) : start].rstrip(" '‘’)(")
    line = side.plain[side.plain.rfind("\n", 0, start) + 1 : start + len(word)]
    return bool(before) and before[-1] not in _SENTENCE_ENDS and not line.isupper()


def _fillers(ours: Folded, theirs: Folded, block: Block) -> Iterator[Difference]:
    """Hesitations of the source that the article left out."""
    kept = {at - block.first for at, _ in ours.fillers if block.first < at < block.stop}
    first = bisect_left(theirs.fillers, block.source_first, key=lambda filler: filler[0])
    for at, span in theirs.fillers[first:]:
        if at >= block.source_stop:
            break
        inside = block.source_first < at < block.source_stop
        if inside and at - block.source_first not in kept:
            yield Difference("filler", None, span)


def _by_editor(edited: _Words, ours: _Words, theirs: _Words) -> Iterator[Difference]:
    """Words in brackets stand for whatever the source has there, but must not turn or measure it otherwise."""
    kind: Kind = "bracket"
    note = "the editor's words"
    added, lost = _negations(edited.words), _negations(theirs.words)
    figures, theirs_figures = _figures(edited.words), _figures(theirs.words)
    if added != lost and (added or (lost and not ours.words)):
        kind, note = "negation", "in the editor's brackets"
    elif figures and theirs_figures and figures != theirs_figures:
        kind, note = "figure", "in the editor's brackets"
    yield Difference(kind, edited.span, theirs.span, note)


def _difference(ours: _Words, theirs: _Words, source: Folded, block: Block) -> Difference:
    if not ours.words:
        return _left_out(theirs, source, block)
    kind = _kind(ours, theirs)
    return Difference(kind, ours.span, theirs.span)


def _left_out(theirs: _Words, source: Folded, block: Block) -> Difference:
    """What the source has and the article lacks: a repetition, a word, or a cut without its mark."""
    if _repeats(source.words, block.source_first, block.source_stop):
        return Difference("filler", None, theirs.span, "said twice")
    kind = _kind(_Words((), theirs.before, theirs.after, None, frozenset()), theirs)
    if len(theirs.words) < _LONG_CUT:
        return Difference(kind, None, theirs.span, "left out")
    note = "left out without a mark"
    taken = taken_along(theirs.words)
    return Difference("cut", None, theirs.span, f"{note}, and “{taken}” with it" if taken else note)


def taken_along(words: Sequence[str]) -> str:
    """The negation or condition among words that were cut; empty where there is none."""
    turning = (w for w in words if _is_negation(w) or w in speech.CUT_CONDITIONS)
    return next(turning, "")


def _repeats(words: Sequence[str], first: int, stop: int) -> bool:
    """Whether a stretch is said again right before or after it, or breaks off the word that follows."""
    length = stop - first
    piece = words[first:stop]
    again = piece in (words[stop : stop + length], words[max(0, first - length) : first])
    broken = length == 1 and stop < len(words) and len(piece[0]) <= 3 and words[stop].startswith(piece[0])
    return again or (broken and piece[0] not in FUNCTION_WORDS and piece[0] != "a")


def _kind(ours: _Words, theirs: _Words) -> Kind:  # noqa: C901, PLR0911 - one line for each kind, worst first
    mine, other = Counter(ours.words), Counter(theirs.words)
    a, b = list((mine - other).elements()), list((other - mine).elements())
    if not a and not b:
        return "function"  # the same words in another order
    if _negations(a) != _negations(b) or _opposite(a, b):
        return "negation"
    context = {ours.before, ours.after, theirs.before, theirs.after, *ours.words, *theirs.words}
    if _figures(a) != _figures(b):
        return "date" if context & MONTH_NAMES or any(map(_is_year, _figures(a) + _figures(b))) else "figure"
    if (_days(a) or _days(b)) and _days(a) != _days(b):
        return "date"
    if _units(a) != _units(b):
        return "unit" if _units(a) and _units(b) else "word"
    if _spelled_alike(a, b):
        return "marks"
    if any(w in ours.named for w in a) or any(w in theirs.named for w in b):
        return "name"
    if _modals(a) != _modals(b):
        return "modal"
    if len(a) == len(b) and all(_one_word(x, y) for x, y in zip(sorted(a), sorted(b), strict=True)):
        return "form"
    if any(w not in FUNCTION_WORDS and w != "'s" for w in (*a, *b)):
        return "word"
    return "function"


MONTH_NAMES = frozenset(MONTHS) - calendar.ALSO_OTHER_WORDS
_DAY_NAMES = frozenset(WEEKDAYS) | MONTH_NAMES | speech.DAYS


def _is_negation(word: str) -> bool:
    return word in speech.NEGATIONS


def _negations(words: Sequence[str]) -> int:
    return sum(map(_is_negation, words)) % 2


def _opposite(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a word of the one is a word of the other, turned."""
    return any(oppositions.turned(x, y) for x in a for y in b)


def _figures(words: Sequence[str]) -> list[str]:
    """The figures among some words; "one" for itself is as often a pronoun."""
    return sorted(w for w in words if w[0].isdecimal() and w != "1")


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdecimal() and "1500" <= figure <= "2099"


def _days(words: Sequence[str]) -> list[str]:
    return sorted(w for w in words if w in _DAY_NAMES)


def _units(words: Sequence[str]) -> list[str]:
    return sorted(stem(w) for w in words if w in speech.UNIT_WORDS)


def _modals(words: Sequence[str]) -> list[str]:
    return sorted(w for w in words if w in speech.MODALS or w in speech.CONDITIONS or w in speech.HEDGES)


def _one_word(a: str, b: str) -> bool:
    """Whether two words are forms of one: "runs" and "ran", "was" and "were"."""
    return a == b or stem(a) == stem(b) or any(a in forms and b in forms for forms in _AUXILIARIES)


_SPELLINGS = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("tre", "ter"), ("ogue", "og"),
    ("ence", "ense"), ("ll", "l"), ("ae", "e"), ("grey", "gray"), ("que", "k"),
)  # fmt: skip


def _spelled_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both are the same words in two spellings: colour, color; goin, going; e mail, email."""
    x, y = "".join(a), "".join(b)
    if x == y:
        return True
    if len(a) != len(b):
        return False
    return all(
        v == w or any(v.replace(uk, us) == w.replace(uk, us) for uk, us in _SPELLINGS) or _clipped(v, w)
        for v, w in zip(a, b, strict=True)
    )


def _clipped(a: str, b: str) -> bool:
    """ "goin'" for "going": the last letter that is not sounded."""
    return (a + "g" == b and b.endswith("ing")) or (b + "g" == a and a.endswith("ing"))

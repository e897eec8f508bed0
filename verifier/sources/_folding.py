"""Words folded so that two ways of writing one utterance are alike, with a map back to the code points.

"Don't" is ``do not``, "$5 million" and "five million dollars" are ``5000000 dollar``, "25%" and "twenty-five percent"
are ``25 percent``; case and marks go. Hesitations are left out of the words and kept beside them. One written word may
give several folded ones and several written words one; each knows the stretch it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from verifier.article import Span
from verifier.english import numbers, speech
from verifier.english.units import CARDINALS, SCALES, SHORT_SCALES

VERSION = 5
"""Raised whenever the same text would fold to other words: what is kept on disk is then made anew."""

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)?\b|(?=(?:" + "|".join(sorted(numbers.TIED)) + r")\b))|\d+|[$€£¥%]"
    r"|['’]\xad*(?:cause|em|til)\b"
    r"|[^\W\d_]+(?:\xad*['’]\xad*[^\W\d_]+|\xad+[^\W\d_]*)*|[.?!,;:\[\]()—–-]"
)
_ORDINALS = {word: f"{n}th" for n, word in enumerate(numbers.ORDINAL_WORDS, 1)}
_ORDINAL_END = re.compile(r"(\d+)(?:st|nd|rd|th)")
_SMALL_WORDS = {word: int(value) for word, value in CARDINALS.items()}
_SCALE_WORDS = {word: int(value) for word, value in SCALES.items() if word not in numbers.NOT_SPOKEN}
_TIED = {word: int(value) for word, value in (SHORT_SCALES | SCALES).items() if word in numbers.TIED}
"""What one letter or two tied to figures makes of them: "1.2m", "3bn"."""
_SIGNS = frozenset("$€£¥")
_MARKS = frozenset(".?!,;:[]()—–-")
_APART = frozenset(".?!,;:—–-")
_CENTURIES = frozenset((17, 18, 19, 20))


@dataclass(slots=True)
class Folded:
    """Folded words in order, each with where it came from; ``fillers`` are the hesitations left out, each with the
    number of words before it."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    fillers: list[tuple[int, Span]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def add(self, word: str, start: int, end: int) -> None:
        """One more word."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def span(self, first: int, stop: int) -> Span:
        """The stretch of the text that the words from ``first`` up to ``stop`` came from; they are one at least."""
        return Span(self.starts[first], max(self.ends[first:stop]))


_Token = tuple[str, int, int]


def fold(plain: str, hidden: Sequence[Span] = (), start: int = 0, end: int | None = None) -> Folded:
    """The folded words of a stretch of a plain view, without those of the hidden stretches, which come in order."""
    end = len(plain) if end is None else end
    lowered = _lowered(plain)
    found = Folded()
    at = start
    for gap in (*(h for h in hidden if h.start < end and h.end > start), Span(end, end)):
        if at < gap.start:
            _fold_piece(lowered, at, gap.start, found)
        at = max(at, gap.end)
    return found


def _lowered(plain: str) -> str:
    """The text in small letters, of the same length: a few capitals (İ) would grow, and stay as they are."""
    lowered = plain.lower()
    return lowered if len(lowered) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _fold_piece(lowered: str, start: int, end: int, found: Folded) -> None:
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(lowered, start, end)]
    at = 0
    count = len(tokens)
    while at < count:
        word, first, last = tokens[at]
        if word not in _SPECIAL and word.isalpha():  # nine words in ten need nothing else
            found.words.append(word)
            found.starts.append(first)
            found.ends.append(last)
            at += 1
            continue
        if word in _MARKS:
            at += 1
            continue
        char = word[0]
        if (
            char.isdecimal()
            or word in _SIGNS
            or word in _SMALL_WORDS
            or (word in speech.NUMBER_ARTICLES and _scale_next(tokens, at))
        ):
            at = _number(tokens, at, found)
        elif word in speech.FILLERS:
            found.fillers.append((len(found), Span(first, last)))
            at += 1
        elif word in _PHRASE_STARTS and (stop := _filler_phrase(tokens, at)):
            found.fillers.append((len(found), Span(first, tokens[stop - 1][2])))
            at = stop
        else:
            at = _word(tokens, at, found)


_PHRASE_STARTS = frozenset(phrase[0] for phrase in speech.FILLER_PHRASES)
_SPECIAL = (
    _PHRASE_STARTS
    | speech.FILLERS
    | speech.NUMBER_ARTICLES
    | {"per"}
    | _SMALL_WORDS.keys()
    | _ORDINALS.keys()
    | speech.CONTRACTIONS.keys()
    | speech.CURRENCIES.keys()
)


def _filler_phrase(tokens: list[_Token], at: int) -> int:
    """Where a filler of several words that stands apart ends; 0 where there is none."""
    if at and tokens[at - 1][0] not in _APART and tokens[at - 1][0] not in speech.FILLERS:
        return 0
    for phrase in speech.FILLER_PHRASES:
        stop = at + len(phrase)
        if stop < len(tokens) and all(tokens[at + i][0] == w for i, w in enumerate(phrase)) and tokens[stop][0] == ",":
            return stop
    return 0


def _word(tokens: list[_Token], at: int, found: Folded) -> int:
    word, start, end = tokens[at]
    word = word.replace("\xad", "")
    if word == "per" and at + 1 < len(tokens) and tokens[at + 1][0] == "cent":
        found.add("percent", start, tokens[at + 1][2])
        return at + 2
    if "'" in word or "’" in word:
        for part in _contracted(word.replace("’", "'")):
            found.add(part, start, end)
    elif word in speech.CONTRACTIONS:
        for part in speech.CONTRACTIONS[word]:
            found.add(part, start, end)
    else:
        found.add(_ORDINALS.get(word) or speech.CURRENCIES.get(word, word), start, end)
    return at + 1


def _contracted(word: str) -> tuple[str, ...]:
    """The words that a form with an apostrophe stands for."""
    if word in speech.CONTRACTIONS:
        return speech.CONTRACTIONS[word]
    if word.endswith("n't") and word != "n't":
        return (word[:-3], "not")
    host, _, ending = word.rpartition("'")
    if ending == "s":
        return (host, "is") if host in speech.IS_HOSTS else (host, "'s")
    verb = speech.ENDINGS.get("'" + ending)
    return (host, verb) if verb and host else (word.replace("'", ""),)


def _scale_next(tokens: list[_Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1][0] in _SCALE_WORDS


def _number(tokens: list[_Token], at: int, found: Folded) -> int:
    """A number in digits or words, with its scale, as one word; a sign before it or a unit behind it as the next."""
    start = tokens[at][1]
    sign = tokens[at] if tokens[at][0] in _SIGNS else None
    at += sign is not None
    if at >= len(tokens) or not _numeric(tokens, at):
        if sign:
            found.add(speech.CURRENCIES[sign[0]], sign[1], sign[2])
        return at
    value, stop = _value(tokens, at)
    end = tokens[stop - 1][2]
    found.add(value, start, end)
    if sign:
        if stop < len(tokens) and speech.CURRENCIES.get(tokens[stop][0]) == speech.CURRENCIES[sign[0]]:
            stop += 1
        found.add(speech.CURRENCIES[sign[0]], start, end)
    return stop


def _numeric(tokens: list[_Token], at: int) -> bool:
    word = tokens[at][0]
    return word[0].isdecimal() or word in _SMALL_WORDS or (word in speech.NUMBER_ARTICLES and _scale_next(tokens, at))


def _value(tokens: list[_Token], at: int) -> tuple[str, int]:
    """A number as digits, and the token behind it."""
    word = tokens[at][0]
    if word[0].isdecimal():
        if ordinal := _ORDINAL_END.fullmatch(word):
            return f"{ordinal[1]}th", at + 1
        if ":" in word or word.count(".") > 1:
            return word, at + 1
        return _scaled(tokens, at + 1, Decimal(word.replace(",", "")))
    return _from_words(tokens, at)


def _scaled(tokens: list[_Token], stop: int, value: Decimal) -> tuple[str, int]:
    while stop < len(tokens):
        behind = stop + (tokens[stop][0] == "-" and stop + 1 < len(tokens))
        scale = _SCALE_WORDS.get(tokens[behind][0])
        if behind == stop and tokens[stop][1] == tokens[stop - 1][2]:
            scale = _TIED.get(tokens[stop][0], scale)
        if scale is None:
            break
        value *= scale
        stop = behind + 1
    return _written(value), stop


def _from_words(tokens: list[_Token], at: int) -> tuple[str, int]:  # noqa: C901, PLR0912 - one line for each thing that can follow
    total, current, last, stop = 0, 0, 1000, at
    while stop < len(tokens):
        word = tokens[stop][0]
        if word == "-" and stop > at and stop + 1 < len(tokens) and _counts_on(tokens[stop + 1][0], last):
            word = tokens[stop := stop + 1][0]
        if word in speech.NUMBER_ARTICLES and stop == at:
            current, last = 1, 1
        elif word in _SCALE_WORDS and stop > at:
            scale = _SCALE_WORDS[word]
            if scale == 100:
                current, last = max(current, 1) * 100, 100
            else:
                total, current, last = total + max(current, 1) * scale, 0, scale
        elif word in _SMALL_WORDS:
            small = _SMALL_WORDS[word]
            if not (stop == at or last >= 100 or (20 <= last < 100 and last % 10 == 0 and 0 < small < 10)):
                if stop == at + 1 and current in _CENTURIES and small >= 10:
                    return _year(tokens, stop, current)
                break
            current, last = current + small, small
        elif word in _ORDINALS and 20 <= last < 100 and stop > at:
            return f"{total + current + int(_ORDINALS[word][:-2])}th", stop + 1
        elif (
            word == "and"
            and last >= 100
            and stop + 1 < len(tokens)
            and tokens[stop + 1][0] in _SMALL_WORDS
            and stop > at
        ):
            pass
        else:
            break
        stop += 1
    number = Decimal(total + current)
    if stop + 1 < len(tokens) and tokens[stop][0] == "point" and tokens[stop + 1][0] in _SMALL_WORDS:
        return _decimals(tokens, stop + 1, number)
    return _written(number), stop


def _counts_on(word: str, last: int) -> bool:
    """Whether a word behind a hyphen belongs to the number before it: "twenty-five", "twenty-first"."""
    return word in _SMALL_WORDS or word in _SCALE_WORDS or (word in _ORDINALS and 20 <= last < 100)


def _year(tokens: list[_Token], at: int, century: int) -> tuple[str, int]:
    """The rest of a year told in two parts: "nineteen ninety-five"."""
    rest, stop = _from_words(tokens, at)
    if rest.isdecimal() and 10 <= int(rest) <= 99:
        return f"{century}{rest}", stop
    return str(century), at


def _decimals(tokens: list[_Token], at: int, whole: Decimal) -> tuple[str, int]:
    figures = ""
    while at < len(tokens) and tokens[at][0] in _SMALL_WORDS and _SMALL_WORDS[tokens[at][0]] < 10:
        figures += str(_SMALL_WORDS[tokens[at][0]])
        at += 1
    return _scaled(tokens, at, whole + Decimal(f"0.{figures or 0}"))


def _written(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

"""Sentences: sentencex proposes, and what it does not know about news is put right.

A sentence never ends inside a quotation, before the cue that belongs to one ('"Why?" Smith asked.'), or after an
abbreviation that the next word goes with; it never crosses a paragraph. See docs/segmenters.md for the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

import sentencex

from verifier.article._marks import pairs
from verifier.english.sentences import AFTER_CUE, AFTER_TIME, BEFORE_FIGURES, CUES, MAYBE_LAST, STARTERS, TITLES

_LAST_WORD = re.compile(r"((?:[^\W\d_]\.)*[^\W_]+)\.[\s]*$")
_FIRST_WORD = re.compile(r"[\s“\"‘'(\[]*([^\W_]+)")
_MISSED = re.compile(r"(?:\b(?:[A-Za-z]\.){2,}|[.!?][)\]])\s+(?=[“\"]?([A-Z][a-z]*)\b)")
_INITIALS = re.compile(r"\.[A-Za-z]\.")
_RATE = re.compile(r"\d ?[a-z]{1,4}/[a-z]{1,4}\.\s+(?=[A-Z“\"])")  # "185 km/h."
_PHRASE_WORD = re.compile(r"[^\W_](?:[\w’'-]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs|Sen|Rep|Gov|Gen)\.)*")
_QUOTES = ('"', "“", "‘", "'", "`", "«", "„")
_MAX_CUE_WORDS = 7
_MARKS = '“”"„‟«»`\n\xad'
_OPENING = " \n\t“\"„«`‘'(["
_OPENS_A_QUOTE = '“"„«`'
_STOPS = ".!?"
_FOREIGN = re.compile(r"[^\x00-\u0588\u2010-\u201f€]")  # among these may be the stops of other scripts
_NEVER_OPENS = (",", ";")  # "Ann Lee, R-Tenn.; and Bob Lang"
_LOOK_BACK = 40
_CHUNK = 4000  # characters; ordinary paragraphs are far below
_LOOK_AHEAD = 120


def sentences(block: str, *, continues: bool = False) -> list[tuple[int, int]]:
    """The sentences of one paragraph of plain text, as trimmed offsets into it.

    ``continues``: the next paragraph opens with a quotation mark, so that a quotation left open here runs on.
    """
    quoted = pairs(block, continues=continues)
    cuts = _cuts(block)
    kept = [0]
    at = 0
    for cut in cuts:
        while at < len(quoted) and quoted[at][1] <= cut:
            at += 1
        if at < len(quoted) and quoted[at][0] < cut:
            continue
        behind_quote = at > 0 and not block[quoted[at - 1][1] : cut].strip()
        if not (_goes_on(block, cut) or (behind_quote and _cue_follows(block, quoted[at - 1][1], cut))):
            kept.append(cut)
    kept.append(len(block))
    return [trimmed for a, b in pairwise(kept) if (trimmed := _trim(block, a, b))]


def _cuts(block: str) -> list[int]:
    """Where a new sentence may begin: opening marks belong to what follows, closing marks to what precedes."""
    masked = block
    for mark in _MARKS:  # quicker than str.translate, which is slow on curly quotes
        masked = masked.replace(mark, " ")
    if _is_one(block, masked):
        return []  # sentencex ends a sentence nowhere in it either, and is the dearest of all that is asked here
    found = set()
    for begin, end, sure in _chunks(masked):
        for boundary in sentencex.get_sentence_boundaries("en", masked[begin:end]):
            if not sure and boundary["start_index"] == 0:
                continue
            text = boundary["text"]
            cut = begin + boundary["start_index"] + len(text) - len(text.lstrip())
            while cut and block[cut - 1] in _OPENING and not _closes(block, cut - 1):
                cut -= 1
            found.add(cut)
    if ")" in block or "]" in block or _INITIALS.search(block):  # dear to look for, and in few paragraphs
        found.update(match.end() for match in _MISSED.finditer(block) if match.group(1) in STARTERS)
    if "/" in block:
        found.update(match.end() for match in _RATE.finditer(block))
    return sorted(found - {0})


def _is_one(block: str, masked: str) -> bool:
    """Whether a paragraph has no stop but the one it ends with: a heading, the line of a list, a single sentence."""
    before = masked.rstrip()[:-1]
    if any(stop in before for stop in _STOPS) or _FOREIGN.search(masked):
        return False
    return not masked[:1].isspace() or (block[0] in _OPENS_A_QUOTE and not masked[1:2].isspace())


def _chunks(masked: str) -> Iterator[tuple[int, int, bool]]:
    """The paragraph in pieces, for sentencex is quadratic in the length of a paragraph without boundaries.

    The third value says whether a sentence may begin with the piece: it follows a stop, or is the first.
    """
    begin, sure = 0, True
    while len(masked) - begin > _CHUNK:
        stop = max(masked.rfind(mark, begin + 1, begin + _CHUNK) for mark in (". ", "? ", "! "))
        end = stop + 2 if stop > 0 else masked.rfind(" ", begin + 1, begin + _CHUNK) + 1 or begin + _CHUNK
        yield begin, end, sure
        begin, sure = end, stop > 0
    yield begin, len(masked), sure


def _closes(block: str, at: int) -> bool:
    """Whether the straight mark here stands at the end of a word, not at the beginning of one."""
    return block[at] in "\"'" and at > 0 and not block[at - 1].isspace() and block[at - 1] not in "([—–-"


def _goes_on(block: str, cut: int) -> bool:
    """Whether what stands before the cut needs what stands behind it."""
    if block[cut : cut + 1] in _NEVER_OPENS:
        return True
    behind = _FIRST_WORD.match(block[cut : cut + _LOOK_AHEAD])
    if behind is None:
        return False
    word = behind.group(1)
    if word[0].islower() and not word[1:2].isupper():
        return True
    before = _LAST_WORD.search(block[max(cut - _LOOK_BACK, 0) : cut])
    return before is not None and _abbreviated(block, cut, before, word)


def _abbreviated(block: str, cut: int, before: re.Match[str], word: str) -> bool:
    """Whether the full stop before the cut only shortens a word that ``word`` goes with."""
    last = before.group(1)
    low = last.lower()
    if low in TITLES:
        return last != "v" or word not in STARTERS
    if low in BEFORE_FIGURES:
        return word[0].isdigit()
    if low in ("a.m", "p.m"):
        return word in AFTER_TIME
    initial = len(last) == 1 and last.isupper() and _named(block, cut, before)
    return (initial or low in MAYBE_LAST or "." in last) and word not in STARTERS


def _named(block: str, cut: int, before: re.Match[str]) -> bool:
    """Whether the initial before the cut belongs to a name: a capitalised word or the paragraph's start precedes it."""
    words = block[max(cut - _LOOK_BACK, 0) : cut][: before.start()].split()
    return not words or words[-1][0].isupper()


def _cue_follows(block: str, closed: int, cut: int) -> bool:
    """Whether the words behind a quotation are its cue: '"Why?" Smith asked.', '"We did it!" she said on Monday.'"""
    ahead = block[cut : cut + _LOOK_AHEAD]
    for number, match in enumerate(islice(_PHRASE_WORD.finditer(ahead), _MAX_CUE_WORDS)):
        if number and ahead[match.start() - 1] not in " ,\n":
            return False
        if not number or match.group() not in CUES:
            continue
        rest = ahead[match.end() :]
        if rest[:1] in ("", ".", ";", "!"):
            return True
        if rest[0] == ",":
            return not rest[1:].lstrip().startswith(_QUOTES)  # 'She adds, "..."' opens the next quotation
        following = _PHRASE_WORD.match(rest.lstrip())
        if following is None or block[closed - 2 : closed - 1] not in ("?", "!"):
            return False
        return following.group().lower() in AFTER_CUE or match.group() not in ("said", "says")
    return False


def _trim(block: str, start: int, end: int) -> tuple[int, int] | None:
    piece = block[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return (start, end) if start < end else None

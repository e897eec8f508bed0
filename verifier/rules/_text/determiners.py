"""Articles that clash, "a" and "an" before the wrong sound, and time phrases without their determiner."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import calendar, closed, inflection, slips, sounds
from verifier.reading.words import Words
from verifier.rules._text.slip import Slip, adjacent

_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])


def _articles(words: Words) -> Iterator[Slip]:
    lows, last = words.lows, len(words) - 1
    for article in closed.THE_A_AN:
        for i in words.places.get(article, ()):
            never = i < last and lows[i + 1] in slips.NEVER_AFTER_THE and words.forms[i + 1].islower()
            if (not never and article == "the") or not adjacent(words, i):
                continue
            yield from _after_article(words, i) if never else _a_or_an(words, i)


def _after_article(words: Words, i: int) -> Iterator[Slip]:
    lows = words.lows
    article, following = lows[i], lows[i + 1]
    if article == following or tuple(lows[i : i + 3]) in slips.SET_PHRASES or _is_a_letter(words, i):
        return
    if following in {"a", "an"} and _is_a_letter(words, i + 1):
        return
    if article == "a" and following not in slips.DETERMINERS_AFTER_A:
        return  # "a and b", "a is to b"
    last = i + 1
    # The time phrase behind it belongs to what is garbled: "the a year ago".
    while last < i + 4 and last + 1 < len(lows) and (lows[last + 1] in calendar.STRETCHES or lows[last + 1] == "ago"):
        last += 1
    yield Slip(i, last, "has two words of which only one can open the phrase")


def _a_or_an(words: Words, i: int) -> Iterator[Slip]:
    forms = words.forms
    article, word = forms[i], forms[i + 1]
    if _is_a_letter(words, i) or (article[0].isupper() and not _opens_sentence(words, i)):
        return
    if word[0].isupper() and (article == "An" or (word.isupper() and article == "A")):
        return  # a surname; a line in capitals
    if word.lower() in slips.LETTERS_OR_NAMES:
        return
    vowel = sounds.starts_with_vowel(word)
    if vowel is None or vowel == (article.lower() == "an"):
        return
    yield Slip(i, i + 1, f'has "{article}" before a {"vowel" if vowel else "consonant"} sound')


def _is_a_letter(words: Words, i: int) -> bool:
    """Whether "a" is a letter here: (a), section a, "vitamin a", A-list."""
    before = words.forms[i - 1] if i else ""
    after = words.forms[i + 1] if i + 1 < len(words) else ""
    return before in {"(", "&", "/", "-", "[", "*", "_"} or after in {")", "&", "/", "]", ".", "_"}


def _opens_sentence(words: Words, i: int) -> bool:
    return i == 0 or words.forms[i - 1] in {".", "!", "?", '"', "“", ":"} or words.starts[i] - words.ends[i - 1] > 1


def _times(words: Words) -> Iterator[Slip]:
    lows = words.lows
    for i in words.places.get("past", ()):
        if not adjacent(words, i) or words.forms[i][0].isupper():
            continue
        if lows[i + 1] in calendar.STRETCHES:
            if lows[i + 2 : i + 3] == ["ago"]:
                yield Slip(i, i + 2, "says past and ago at once")
            elif not _has_determiner(words, i):
                yield Slip(max(i - 1, 0), i + 1, 'lacks a word such as "the" or "last"')
        elif i and lows[i - 1] in calendar.THROUGH and _counts_time(words, i + 1):
            yield Slip(i - 1, i + 2, 'lacks "the"')
    for i in words.places.get("ago", ()):
        if i >= 2 and lows[i - 1] in calendar.STRETCHES and lows[i - 2] in calendar.TURN_WORDS:
            yield Slip(i - 2, i, f"says {lows[i - 2]} and ago at once")


def _counts_time(words: Words, i: int) -> bool:
    """ "Few days", "two years" from token ``i``."""
    return adjacent(words, i) and words.lows[i] in calendar.A_FEW and words.lows[i + 1] in calendar.SPANS


def _has_determiner(words: Words, i: int) -> bool:
    """Whether a time phrase whose "past" is token ``i`` is opened by a determiner, straight away or over an adjective;
    or stands where none is wanted (first in its sentence, after a figure, after a verb of motion)."""
    lows, forms = words.lows, words.forms
    if i == 0 or not adjacent(words, i - 1) or not lows[i - 1].isalpha():
        return i == 0 or lows[i - 1] not in calendar.THROUGH
    before = lows[i - 1]
    if before in closed.NEVER_BEFORE_ANOTHER or before in _POSSESSIVES or before in slips.BEFORE_A_SECOND_DETERMINER:
        return True
    if lows[i + 2 : i + 3] and lows[i + 2 : i + 3][0][:1].isdecimal():
        return True
    opener = lows[i - 2] if i >= 2 else ""
    opened = opener in closed.NEVER_BEFORE_ANOTHER or opener in _POSSESSIVES
    if forms[i - 1][0].isupper() and opened:
        return True
    return opened and before.endswith(inflection.DESCRIBING) and not before.endswith(inflection.NOUN_ENDINGS)


def _facts(words: Words) -> Iterator[Slip]:
    lows = words.lows
    for i in words.places.get("fact", ()):
        if i > 0 and lows[i + 1 : i + 2] == ["that"] and lows[i - 1] == "that":
            yield Slip(i - 1, i + 1, 'reads like "the fact that"')


def find(words: Words) -> Iterator[Slip]:
    """Every such slip of the article, in no particular order."""
    yield from _articles(words)
    yield from _times(words)
    yield from _facts(words)

"""Sounds: whether a word begins with a vowel when read aloud, which decides between "a" and "an"."""

from __future__ import annotations

_VOWEL_LETTERS = frozenset("aefhilmnorsx")  # letters whose names begin with a vowel: "an FBI agent"
_YOU_UN = ("unani", "unic", "unif", "unil", "unio", "uniq", "unis", "unit", "univ")
_YOU = ("ub", "ug", "uk", "ur", "us", "ut", "uv")
_NOT_YOU = frozenset(
    """
    uber ugly uglier ugliest ugliness urban urbane urbanite urbanites urchin urge urged urgency urgent urgently urging
    urn urns us usher ushered ushers utmost utter utterance utterly ultra umbrella
    """.split()
)
_SILENT_H = ("hour", "honest", "honor", "honour", "heir")
# Both articles stand before these in edited English.
_EITHER_H = ("histor", "hotel", "habit", "hero", "hyster", "herb", "horr", "hilar", "heredit", "hom")
_VOWELS = frozenset("aeiouy")
_ONSETS = frozenset(
    """
    bl br ch cl cr cz dr dw dj fl fr gl gr gh gn kh kl kn kr ph pl pn pr ps rh sc sh sk sl sm sn sp sq st sv sw th tr ts
    tw vl wh wr zh
    """.split()
)
_ONE = frozenset("ufo ufos unary onetime one ones once oneself one-time ouija oui ouistiti".split())


def starts_with_vowel(word: str) -> bool | None:
    """True for "hour", "8", "FBI", "e-mail"; False for "European", "one", "10", "UN"; None where it is not certain."""
    if word[:1].isdecimal():
        return _number(word)
    if not word[:1].isascii() or not word[:1].isalpha():
        return None
    first, hyphen, _ = word.partition("-")
    if "." in word:
        return _spelled(word.replace(".", ""), alone=not hyphen)
    if len(first) == 1 or first.isupper():
        return _spelled(first, alone=not hyphen)
    if first.islower() or first.istitle():
        return _word(first.lower(), name=first[0].isupper())
    return _word(first.lower(), name=True) if first[0] in "aeio" else None  # "iPhone", but not "mRNA"


def _number(word: str) -> bool | None:
    if not word.isascii():
        return None
    group = word.replace(":", ",").replace(".", ",").split(",")[0]
    if len(group) == 4 and "," not in word:
        return None if group[:2] in {"11", "18"} else group[0] == "8"
    return group[0] == "8" or group in {"11", "18"}


def _spelled(letters: str, *, alone: bool) -> bool | None:
    """Capitals: read out by letter (FBI), or as a word (NATO); certain where both readings begin alike."""
    first = letters[0].lower()
    if len(letters) == 1:
        return None if alone else first in _VOWEL_LETTERS  # "an F-16", "a U-turn"
    if first in "aeio":
        return True
    if first == "u":
        return False if letters in {"US", "UN", "UK", "USA", "UAE"} else None
    if set(letters) <= set("IVXLC"):
        return None  # a numeral
    if first not in _VOWEL_LETTERS:
        return False
    return (
        True
        if letters in {"FBI", "HIV", "MP", "MPs", "NBA", "NFL", "NRA", "NSA", "NHL", "MRI", "SUV", "LGBT"}
        else None
    )


def _word(low: str, *, name: bool) -> bool | None:
    first = low[0]
    if low in _ONE:
        return False
    if first == "u":
        return _u(low, name=name)
    if first == "h":
        return _h(low, name=name)
    if first in "aeio":
        if low.startswith(("eu", "ew")):
            return None if name and not low.startswith(("euro", "eura")) else False
        return None if name and low.startswith(("ou", "oa")) else True
    # No word begins "lv" or "ft": that is an abbreviation, and who knows how it is read.
    return False if low[1:2] in _VOWELS or low[:2] in _ONSETS else None


def _h(low: str, *, name: bool) -> bool | None:
    if low.startswith(_SILENT_H):
        return None if name else True
    return None if low.startswith(_EITHER_H) else False


def _u(low: str, *, name: bool) -> bool | None:
    if low in _NOT_YOU:
        return True
    if low.startswith(("ukrain", "uganda", "uranium", "utah")):
        return False
    if name or (low.startswith("uni") and not low.startswith(_YOU_UN)):
        return None
    if low.startswith(_YOU) and low[:2] not in {"ug", "uk", "uv"} and low[:3] not in _CERTAIN_YOU:
        return None
    return not low.startswith((*_YOU, *_YOU_UN))


_CERTAIN_YOU = frozenset("use usa usu uti ubi uro uri".split())

"""Denials: whether a wording says "not" where the sentence that it tells does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from verifier.english import closed, wordings
from verifier.model.compared import ALIKE, Word, of_meaning

_REACH = 3
"""Words of meaning after a "not" that it is about."""
_LISTED = 4
"""Words behind a comma within which a list has its "or"."""
_AUXILIARIES = 2
"""Words between "who" and its "not"."""
_NEAR = 4
"""Words on either side of a "not" among which its subject, or the "what" it goes to, is looked for."""


def amiss(said: Sequence[Word], stated: Sequence[Word], there: Sequence[Word]) -> tuple[str, str] | None:
    """The "not" that a wording brings, or the one of its clause that it does not tell ("" for the other), None where it
    denies what its sentences deny.

    Those of the sentence that states it must be told where the words they stand over are, those of the other sentences
    may be.
    """
    told = {word.key for word in of_meaning(said)}
    given = [said[at].form for at in _turns(said)]
    owed = [stated[at].form for at in _turns(stated) if _owed(stated, at, told)]
    copied = {_behind(said, at) for at in _turns(said)} - {None}
    forms = {form.casefold() for form in given}
    allowed = sum(
        _may_be_told(there, at, told) or _behind(there, at) in copied or _is_copied(there, at, forms)
        for at in _turns(there)
    )
    if len(given) > max(len(owed), allowed):
        return given[-1], ""
    # "He will not be beaten or lied about": each "or" carries the "not" on to one thing more.
    carried = sum(word.form.casefold() == "or" for word in said) if given else 0
    return ("", owed[0]) if len(given) + carried < len(owed) else None


def _behind(words: Sequence[Word], at: int) -> tuple[str, ...] | None:
    """The words right behind a "not", which a wording may copy: "this is not [who we are]"; None for too few."""
    found = tuple(word.form.casefold() for word in words[at + 1 : at + 1 + _REACH])
    return found if len(found) == _REACH else None


def _is_copied(there: Sequence[Word], at: int, forms: set[str]) -> bool:
    """Whether a wording with these negations has the one that stands for the subject of a clause without words of its
    own ("None of them did.", "Neither will be there."): whom it denies it of, the wording names."""
    alone = all(word in wordings.POINTS for word in _about(there, at)) and not _before(there, at, commas=True)
    return alone and _stands_for_subject(there[at]) and there[at].form.casefold() in forms


def _owed(there: Sequence[Word], at: int, told: set[str]) -> bool:
    """Whether a wording with these words tells the clause of the "not" at this place: what stands next to it, or half
    of what it is about.

    Where the same is said without it in another clause ("the mill did not burn, but the barn burned"), the words before
    it decide which of the two is told; they do, too, where nothing follows it ("most voters said she was not").
    """
    if any(word.form.casefold() == "what" for word in there[at + 1 : at + _NEAR]):
        return False  # "refuses to do what every mayor has done" denies nothing of the mayors
    about = _about(there, at)
    if not about:
        if _only_speaks(there, at):
            return False  # "officials know how it began but will not say so"
        near = _before(there, at, commas=True)
        return bool(near) and 2 * sum(_in(key, told) for key in near) >= len(near)
    of_it = {key for key in about if _in(key, told)}
    few = 2 * len(of_it) < len(about) and not _lists(there, at + 1)
    if about[0] not in of_it and (few or _in_a_relative(there, at)):
        return False
    others = {w.key for w in of_meaning([*there[:at], *there[at + 1 + len(about) + _REACH :]])}
    if not all(_in(key, others) for key in of_it):
        return True
    before = _before(there, at)
    return any(key in told for key in before) if before else 2 * len(of_it) > len(about)


def _may_be_told(there: Sequence[Word], at: int, told: set[str]) -> bool:
    """Whether a wording with these words may say the "not" at this place."""
    about = _about(there, at, lists=True)
    if not about and any(w.form.casefold() in closed.SUBJECTS for w in there[max(0, at - _NEAR) : at]):
        return True  # "telling the paper he had nothing to do with it": of somebody whom the wording names
    most = bool(about) and 2 * sum(_in(key, told) for key in about) >= len(about)
    return _owed(there, at, told) or (most and (_in(about[0], told) or _stands_for_subject(there[at])))


def _stands_for_subject(word: Word) -> bool:
    return word.form.casefold() in wordings.DENY_SUBJECTS


def _in_a_relative(there: Sequence[Word], at: int) -> bool:
    """Whether a "not" belongs to a clause that says which are meant, behind which the main one goes on: "voters who
    have [never] met her like the plan"."""
    return any(word.form.casefold() in closed.RELATIVES_OF_A_SUBJECT for word in there[max(0, at - _AUXILIARIES) : at])


def _only_speaks(there: Sequence[Word], at: int) -> bool:
    """Whether what is denied is only that somebody says it: "would not [say]"."""
    behind = there[at + 1 : at + 2]
    return bool(behind) and not behind[0].begins and behind[0].form.casefold() in wordings.NEUTRAL


def _in(key: str, told: set[str]) -> bool:
    """Whether a word is among these in any of its forms."""
    return key in told or any(key[:ALIKE] == other[:ALIKE] for other in told)


def _turns(words: Sequence[Word]) -> list[int]:
    """Where something is denied; "neither the mill nor the barn" denies once."""
    found: list[int] = []
    for at, word in enumerate(words):
        low = word.form.casefold()
        if word.kind != "negation" and low not in wordings.REVERSING:
            continue
        if _denies_nothing(words, at):
            continue
        if low == "nor" and found and not any(w.begins for w in words[found[-1] + 1 : at + 1]):
            continue
        found.append(at)
    return found


def _denies_nothing(words: Sequence[Word], at: int) -> bool:
    """Whether a "not" only says that there is more ("not only the mill") or that both are open ("whether it burned or
    not", "whether or not it burned")."""
    lows = [word.form.casefold() for word in words[max(0, at - 2) : at]]
    behind = words[at + 1 : at + 3]
    more = len(behind) > 1 and behind[0].form.casefold() in wordings.NOT_ALONE and not behind[1].begins
    ends = not behind or behind[0].begins or behind[0].pauses
    return more or (lows[-1:] == ["or"] and (ends or lows == ["whether", "or"]))


def _about(there: Sequence[Word], at: int, *, lists: bool = False) -> list[str]:
    """The words that a "not" at this place is about: the next ones of its clause, or of its phrase alone where it
    belongs to a preposition ("to no one's surprise, ...").

    A comma ends them where no list goes on behind it ("no house, school or barn"), with ``lists`` never.
    """
    found: list[str] = []
    # A pause right behind ends what is said with a preposition ("to no one, ...") or with "nothing" itself.
    whole = there[at].form.casefold() in wordings.DENY_ALONE
    hung = whole or (at > 0 and there[at - 1].form.casefold() in closed.ATTACHES)
    for place, word in enumerate(there[at + 1 :], at + 1):
        listed = _lists(there, place)
        passed = found if lists else place > at + 1  # "without [him], the mayor"
        listed = lists or listed
        ends = word.begins or len(found) == _REACH or (word.pauses and (hung or (passed and not listed)))
        low = word.form.casefold()
        if ends or low == "what" or (found and low in wordings.ENDS_NEGATION):
            break
        found += [w.key for w in of_meaning([word])]
    return found


def _lists(there: Sequence[Word], at: int) -> bool:
    """Whether an "or" follows within a few words, as in a list."""
    near = takewhile(lambda word: not word.begins, there[at : at + _LISTED])
    return any(word.form.casefold() in ("or", "nor") for word in near)


def _before(there: Sequence[Word], at: int, *, commas: bool = False) -> list[str]:
    """The words of meaning before a "not", back to where its clause begins, or a comma."""
    found: list[str] = []
    for word, after in zip(reversed(there[:at]), reversed(there[: at + 1]), strict=False):
        if after.begins or (commas and after.pauses) or (found and word.form.casefold() in wordings.ENDS_NEGATION):
            break
        found += [w.key for w in of_meaning([word])]
    return found

"""A count beside the list of what it counts: "the three winners are Ada, Bo, Carl and Dora"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.english import arithmetic, closed, people, places, titles
from verifier.reading import Analysis, matching, tags
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_TO_THE_VERB = 6
"""Tokens from a count to the verb that opens its list."""
_TO_THE_COLON = 9
_WORDS_OF_A_NAME = 4
_ADJECTIVES = 2
"""Words between a count and what it counts: "the four [city] wards"."""
_APPOSES = ([","], ["-"], ["–"], ["—"], ["--"])
_VERBS = ([tags.VERB], [tags.AUXILIARY], [tags.NOUN_OR_VERB])
_AGE = 2
"""Digits of an age."""
_BEHIND_AN_AGE = frozenset([",", ".", ";", "and", "-", "–", "—"])
_LISTED = 15
_PEOPLE = people.COUNTED_BY_NAME | titles.ROLES
_KIN = frozenset(matching.key(word) for word in people.KIN) | people.KIN
_STATES = frozenset(matching.key(word) for word in ("state", "country"))
"""What may be counted where states are listed."""


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """Every definite count with its list behind "are", and every one with names in apposition."""
    lows = analysis.words.lows
    for figure in figures:
        exact = figure.quantity.low == figure.quantity.value == figure.quantity.high
        counted = bool(figure.noun) or _stands_alone(lows, figure)
        if figure.dimension != "count" or not counted or not exact or not 2 <= figure.quantity.value <= _LISTED:
            continue
        stop = analysis.words.inside(analysis.article.sentences[figure.sentence].span).stop
        if not closed.OPEN_LIST.isdisjoint(lows[max(figure.first - 4, 0) : stop]):
            continue
        listed = next((n for look in _LOOKS if (n := look(analysis, figure, stop))), 0)
        if listed and listed != figure.quantity.value:
            told = written(analysis, figure, Decimal(listed))
            yield Sum(figure, (), f"{told} are listed", "Is the number wrong, or the list?")


def _stands_alone(lows: Sequence[str], figure: Figure) -> bool:
    """ "The five are A, B, C, D and E": those that were told of before."""
    return lows[figure.first - 1] in closed.DEFINITE_ONE and lows[figure.last + 1 : figure.last + 2] in (
        ["are"],
        ["were"],
    )


def _behind_a_verb(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The length of the list in "the three winners are A, B, C and D"; 0 where there is none to be sure of."""
    words, lows = analysis.words, analysis.words.lows
    if lows[figure.first - 1] not in arithmetic.BEFORE_A_COUNT:
        return 0
    span = range(figure.last + 1, min(figure.last + 1 + _TO_THE_VERB + 2, stop))
    verb = next((i for i in span if lows[i] in arithmetic.OF_A_LIST), None)
    if verb is None or any(not words.forms[i][0].isalnum() for i in range(figure.last + 1, verb)):
        return 0
    return _length(analysis, figure, verb + 1, stop)


def _behind_as(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The same for "police named the three victims as A, B and C", "the two were identified as A and B"."""
    lows = analysis.words.lows
    span = range(figure.last + 1, min(figure.last + 1 + _TO_THE_VERB + 2, stop))
    at = next((i for i in span if lows[i] == "as"), None)
    if at is None or arithmetic.NAMES_THEM.isdisjoint(lows[max(figure.first - 4, 0) : at]):
        return 0
    return _length(analysis, figure, at + 1, stop)


def _behind_a_colon(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The same for "four towns will lose their station: A, B and C"."""
    lows = analysis.words.lows
    span = range(figure.last + 1, min(figure.last + 1 + _TO_THE_COLON, stop))
    at = next((i for i in span if not (lows[i][0].isalnum() or lows[i] in closed.AFTER_AN_OWNER)), None)
    return _length(analysis, figure, at + 1, stop) if at is not None and lows[at] == ":" else 0


def _length(analysis: Analysis, figure: Figure, at: int, stop: int) -> int:
    """How many items the list from a token on has, where it is sure to be one and to end."""
    words, lows = analysis.words, analysis.words.lows
    items, end = _items(words.forms, at, stop)
    after = lows[end + 1] if end + 1 < stop else "."
    closed_there = lows[end : end + 1] in (["."], ["-"], ["–"], ["—"], ["--"], [";"]) or end >= stop
    closed_there = closed_there or (lows[end : end + 1] == [","] and after in arithmetic.AFTER_A_LIST)
    if not closed_there or not items:
        return 0
    if len(items) == 2 and (lows[end : end + 1] == [","] or not _are_people(figure, items)):
        return 0  # "the three are A B and C D, the first of whom left, and E F"
    if all(w[0].isupper() for item in items for w in item):
        return 0 if _by_state(figure, items) else len(items)
    plain = figure.noun in arithmetic.KINDS_LISTED and all(len(i) == 1 and i[0].islower() for i in items)
    return len(items) if plain and items[0][0].endswith("s") else 0


def _in_apposition(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The length of the list in "three men, A B, C D and E F, were hurt": full names, and a verb behind them."""
    words, lows = analysis.words, analysis.words.lows
    opens = figure.last + 2
    mark = lows[opens : opens + 1]
    if mark not in _APPOSES or figure.noun not in _PEOPLE:
        return 0
    if "of" in lows[max(figure.first - 2, 0) : figure.first]:
        return 0  # "two of the three founders, A B and C D, were"
    items, end = _items(words.forms, opens + 1, stop)
    named = items and _are_people(figure, items)
    after = lows[end + 1 : end + 2]
    follows = lows[end : end + 1] == mark and after and (mark != [","] or after[0] in arithmetic.VERBS_AFTER_NAMES)
    return len(items) if named and follows else 0


def _are_people(figure: Figure, items: Sequence[Sequence[str]]) -> bool:
    """Whether people are counted, and each item is somebody's whole name: of two other items each may be more."""
    full = all(len(item) > 1 and all(word[0].isupper() for word in item) for item in items)
    return full and figure.noun in _PEOPLE


def _of_the(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The same for things that are all there are: "the four wards, Upper, Lower and Mill, vote today", to a verb or to
    the end of what is told."""
    words, lows = analysis.words, analysis.words.lows
    noun = next(
        (i for i in range(figure.last + 1, figure.last + _ADJECTIVES + 2) if _counts(analysis, figure, i)), None
    )
    mark = lows[noun + 1 : noun + 2] if noun is not None else []
    of = "of" in lows[max(figure.first - 3, 0) : figure.first]
    if noun is None or of or lows[figure.first - 1] not in arithmetic.BEFORE_A_COUNT or mark not in _APPOSES:
        return 0
    items, end = _items(words.forms, noun + 2, stop)
    named = len(items) > 2 and all(word[0].isupper() for item in items for word in item)
    after = lows[end : end + 1]
    follows = after in (["."], [";"]) or (after == mark and analysis.tags[end + 1 : end + 2] in _VERBS)
    return len(items) if named and follows and not _by_state(figure, items) else 0


def _counts(analysis: Analysis, figure: Figure, at: int) -> bool:
    """Whether the noun that is counted stands here, in the plural and behind nothing but words for it."""
    plain = all(form.isalpha() and form.islower() for form in analysis.words.forms[figure.last + 1 : at + 1])
    return analysis.keys[at : at + 1] == [figure.noun] and plain and analysis.words.lows[at].endswith("s")


def _of_theirs(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The same for kin by their first names, where nobody else may follow: "their three children, Anne, Peter and
    Ruth", "has four daughters (Ada, Bo and Cy)", "leaves two sons, ..., who swim"."""
    words, lows = analysis.words, analysis.words.lows
    opens = figure.last + 2
    mark = lows[opens : opens + 1]
    before = figure.first - 1
    before -= lows[before] in closed.POSSESSIVES_OF_OTHERS
    some = lows[before] == "of" and lows[before - 1] not in _KIN  # "the eldest of four sisters", no "mother of four"
    if figure.noun not in _KIN or some or mark not in (*_APPOSES, ["("]):
        return 0
    items, end = _items(words.forms, opens + 1, stop)
    if len(items) <= 2 or not all(word[0].isupper() for item in items for word in item) or _by_state(figure, items):
        return 0
    behind, after = lows[end : end + 1], lows[end + 1 : end + 3]
    if behind == [","]:  # "..., and all of them swim", "..., who swim"; not "..., and a baby"
        goes_on = after[:1] == ["and"] and after[1:] and after[1] in closed.SUBJECTS | {"all"}
        return len(items) if goes_on or (after and after[0] in closed.RELATIVES) else 0
    return len(items) if behind in (["."], [";"], [")"]) or (behind == mark and mark != [","]) else 0


def _by_ages(analysis: Analysis, figure: Figure, stop: int) -> int:
    """How many ages are told of fewer people: "three men, aged 19, 24, 31 and 33, were held"; two may be of one age."""
    lows = analysis.words.lows
    at = figure.last + 2
    at += lows[at : at + 1] in (*_APPOSES, ["("])
    if figure.noun not in _PEOPLE or lows[at : at + 1] != ["aged"]:
        return 0
    ages = 1
    for i in range(at + 1, stop - 2, 2):
        if not _is_an_age(lows[i]) or lows[i + 1] not in {",", "and"}:
            return 0  # "aged 19 to 33"
        ages += 1
        if lows[i + 1] == "and":
            return ages if _is_an_age(lows[i + 2]) and ages > figure.quantity.value else 0
    return 0


def _is_an_age(low: str) -> bool:
    return low.isdigit() and len(low) <= _AGE


_LOOKS = (_behind_as, _behind_a_verb, _behind_a_colon, _in_apposition, _of_the, _of_theirs, _by_ages)


def _items(forms: Sequence[str], at: int, stop: int) -> tuple[list[list[str]], int]:
    """The items of a list with one "and" before its last, and the token behind it; none where it is not so made.

    An age behind a name is no item: "Ana Ruiz, 34, Tom Webb, 51, and Joe Park, 40".
    """
    items: list[list[str]] = [[]]
    last, together, end = False, False, at
    for end in _without_ages(forms, at, stop):
        form = forms[end]
        if form == "and":
            if last:
                return [], end
            last = True
            if items[-1]:
                items.append([])
        elif not form[0].isalpha():
            if last or form != ",":
                break
            items.append([])
        elif form == "the" and not items[-1]:
            together |= _several(forms, end + 1, stop)
        elif last and items[-1] and form.islower():
            return [], end
        else:
            items[-1].append(form)
            if len(items[-1]) > _WORDS_OF_A_NAME:
                return [], end
    else:
        end = stop
    whole = last and len(items) > 1 and all(items) and not together
    return (items, end) if whole else ([], end)


def _several(forms: Sequence[str], at: int, stop: int) -> bool:
    """Whether what "the" opens may be more than one: "the Dakotas"; not "the Exe"."""
    end = next((i for i in range(at, stop) if not forms[i][0].isupper()), stop)
    return end == at or forms[end - 1].endswith("s")


def _without_ages(forms: Sequence[str], at: int, stop: int) -> Iterator[int]:
    """The tokens from one on, without ", 34" where another mark or an "and" follows."""
    while at < stop:
        age = forms[at] == "," and at + 1 < stop and forms[at + 1].isdigit() and len(forms[at + 1]) <= _AGE
        if age and (at + 2 >= stop or forms[at + 2] in _BEHIND_AN_AGE):
            at += 2
        else:
            yield at
            at += 1


def _by_state(figure: Figure, items: Sequence[Sequence[str]]) -> bool:
    """Whether a name may stand for where another one is: "the two towns are Ayr, Ohio, and Oban"; or joins two in one
    ("Trinidad and Tobago")."""
    wholes = {" ".join(item) for item in items}
    of_states = bool(wholes & set(places.STATES)) and figure.noun not in _STATES
    return of_states or not wholes.isdisjoint(places.FIRST_HALVES)

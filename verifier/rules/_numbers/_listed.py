"""A count beside the list of what it counts: "the three winners are Ada, Bo, Carl and Dora"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.english import arithmetic, closed, people, places
from verifier.reading import Analysis
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._sums import Sum

_TO_THE_VERB = 6
"""Tokens from a count to the verb that opens its list."""
_WORDS_OF_A_NAME = 4
_LISTED = 15


def check(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Sum]:
    """Every definite count with its list behind "are", and every one with names in apposition."""
    lows = analysis.words.lows
    for figure in figures:
        exact = figure.quantity.low == figure.quantity.value == figure.quantity.high
        if figure.dimension != "count" or not figure.noun or not exact or not 2 <= figure.quantity.value <= _LISTED:
            continue
        stop = analysis.words.inside(analysis.article.sentences[figure.sentence].span).stop
        if not closed.OPEN_LIST.isdisjoint(lows[max(figure.first - 4, 0) : stop]):
            continue
        listed = _behind_a_verb(analysis, figure, stop) or _in_apposition(analysis, figure, stop)
        if listed and listed != figure.quantity.value:
            yield Sum(figure, (), f"{listed} are listed", "Is the number wrong, or the list?")


def _behind_a_verb(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The length of the list in "the three winners are A, B, C and D"; 0 where there is none to be sure of."""
    words, lows = analysis.words, analysis.words.lows
    if lows[figure.first - 1] not in arithmetic.BEFORE_A_COUNT:
        return 0
    span = range(figure.last + 1, min(figure.last + 1 + _TO_THE_VERB + 2, stop))
    verb = next((i for i in span if lows[i] in arithmetic.OF_A_LIST), None)
    if verb is None or any(not words.forms[i][0].isalnum() for i in range(figure.last + 1, verb)):
        return 0
    items, end = _items(words.forms, verb + 1, stop)
    after = lows[end + 1] if end + 1 < stop else "."
    closed_there = words.forms[end : end + 1] == ["."] or (
        lows[end : end + 1] == [","] and after in arithmetic.AFTER_A_LIST
    )
    if not closed_there or not items:
        return 0
    if all(w[0].isupper() for item in items for w in item):
        return 0 if _by_state(figure, items) else len(items)
    plain = figure.noun in arithmetic.KINDS_LISTED and all(len(i) == 1 and i[0].islower() for i in items)
    return len(items) if plain and items[0][0].endswith("s") else 0


def _in_apposition(analysis: Analysis, figure: Figure, stop: int) -> int:
    """The length of the list in "three men, A B, C D and E F, were hurt": full names, and a verb behind them."""
    words, lows = analysis.words, analysis.words.lows
    opens = figure.last + 2
    if lows[opens - 1 : opens] != [lows[opens - 1]] or lows[opens : opens + 1] != [","]:
        return 0
    if figure.noun not in people.COUNTED_BY_NAME:
        return 0
    items, end = _items(words.forms, opens + 1, stop)
    named = items and all(len(i) > 1 and all(w[0].isupper() for w in i) for i in items)
    follows = lows[end : end + 1] == [","] and lows[end + 1 : end + 2] and lows[end + 1] in arithmetic.VERBS_AFTER_NAMES
    return len(items) if named and follows else 0


def _items(forms: Sequence[str], at: int, stop: int) -> tuple[list[list[str]], int]:
    """The items of a list with one "and" before its last, and the token behind it; none where it is not so made."""
    items: list[list[str]] = [[]]
    last = False
    while at < stop:
        form = forms[at]
        if form == "and":
            if last:
                return [], at
            last = True
            if items[-1]:
                items.append([])
        elif not form[0].isalpha():
            if last or form != ",":
                break
            items.append([])
        elif last and items[-1] and form.islower():
            return [], at
        else:
            items[-1].append(form)
            if len(items[-1]) > _WORDS_OF_A_NAME:
                return [], at
        at += 1
    whole = last and len(items) > 2 and all(items)
    return (items, at) if whole else ([], at)


def _by_state(figure: Figure, items: Sequence[Sequence[str]]) -> bool:
    """Whether a name may stand for where another one is: "the two towns are Ayr, Ohio, and Oban"; or joins two in one
    ("Trinidad and Tobago")."""
    wholes = {" ".join(item) for item in items}
    of_states = bool(wholes & set(places.STATES)) and figure.noun not in {"state", "country"}
    return of_states or not wholes.isdisjoint(places.FIRST_HALVES)

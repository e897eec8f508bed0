"""Parts against their whole: a list behind it, what becomes of each of them, what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from verifier.english import arithmetic, closed, negation, people
from verifier.reading import Analysis, matching, oppositions
from verifier.reading.quantities import bounds
from verifier.reading.tags import NOUN
from verifier.rules._numbers import _left
from verifier.rules._numbers._figures import WHEN, Figure, is_subject
from verifier.rules._numbers._sums import Sum
from verifier.rules._numbers._written import written

_LISTS = frozenset(["-", "--", "–", "—", "(", ":"])
_ENDS = frozenset([",", ".", ";", ")"])
_SCORED = frozenset(matching.key(w) for w in arithmetic.SCORED)
_SEXES = frozenset(matching.key(w) for w in people.SEXES)
_OF_AN_AGE = {matching.key(age): frozenset(map(matching.key, sexes)) for age, sexes in people.SEXES_OF.items()}
_ONE = frozenset(["one"])
_TO_THE_LIST, _BETWEEN_PARTS = 6, 7
"""Tokens from a whole to the mark that opens its list, and from one part to the next."""
_TO_THE_PLACES, _BETWEEN_PLACES, _CLAUSE = 12, 10, 14
"""The same where each part is told by its place, and by what became of it."""
_NEARLY_ALL = Decimal("0.9")
"""A list whose parts make less of the whole than this need not be all of it."""

_WHOLE_OR_PART = "Is the whole wrong, or one of the parts?"
_LEFT_OUT = "Do the parts leave some out, or is one of the figures wrong?"


def check(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """The wholes of one sentence, each with its parts."""
    yield from _pieces(analysis, sentence)
    yield from _were(analysis, sentence)
    yield from _by_place(analysis, sentence)
    yield from _of_which(analysis, sentence)
    yield from _of_the(analysis, sentence)
    yield from _left.check(analysis, sentence)


def _off(analysis: Analysis, whole: Figure, parts: Sequence[Figure], *, sure: bool = True) -> Iterator[Sum]:
    """What the parts come to, where it is not the whole.

    Parts that miss a little of their whole may have been meant to: unless they are ``sure`` to be all, that is a
    warning.
    """
    low, high = (sum((bounds(p.quantity)[end] for p in parts), Decimal(0)) for end in (0, 1))
    least, most = bounds(whole.quantity)
    if least <= high and low <= most:
        return
    total = sum((p.quantity.value for p in parts), Decimal(0))
    note = f"the parts add up to {written(analysis, whole, total)}"
    if low > most or sure:
        yield Sum(whole, tuple(parts), note, _WHOLE_OR_PART)
    elif high >= least * _NEARLY_ALL:
        yield Sum(whole, tuple(parts), note, _LEFT_OUT, "warning")


def _of_which(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "$28 million, of which the state pays $17 million and the city $14 million": parts beyond their whole."""
    lows = analysis.words.lows
    for at, whole in enumerate(sentence[:-2]):
        stretch = lows[whole.last + 1 : sentence[at + 1].first]
        at_which = stretch.index("which") if "which" in stretch else 0
        if at_which < 2 or stretch[at_which - 1] != "of" or stretch[at_which - 2] not in _LISTS | {","}:
            continue  # "12 boats, each of which has eight oars and six masts"
        parts = [f for f in sentence[at + 1 :] if f.dimension == whole.dimension]
        if len(parts) < 2 or not closed.NESTED.isdisjoint(lows[whole.last + 1 : parts[-1].last]):
            continue
        if sum((bounds(f.quantity)[0] for f in parts), Decimal(0)) > bounds(whole.quantity)[1]:
            yield from _off(analysis, whole, parts)


def _of_the(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "Of the 42 farms, 30 are insured and 15 are not", "of 63 bridges, 48 were sound, 10 were mended and three shut":
    a whole that opens the clause, and what became of each part of it."""
    whole, parts = sentence[0], sentence[1:]
    lows = analysis.words.lows
    opens = whole.first and (
        lows[whole.first - 1] == "of" or (lows[max(whole.first - 2, 0) : whole.first] in (["of", "the"], ["of", "its"]))
    )
    if not opens or len(parts) < 2 or not _plain([whole, *parts]):
        return
    beside = parts[0].first - whole.last == _NEXT  # "of the 12 jurors seven voted to convict and six to acquit"
    if any(not _of(analysis, p, whole) for p in parts) or not _listed(lows, parts, comma=not beside):
        return
    stretches = _stretches(analysis, parts)
    if not closed.NESTED.isdisjoint(lows[whole.last + 1 : parts[-1].last]) or _overlap(analysis, stretches):
        return
    if _denied(analysis, stretches[-1]) and len(parts) == 2:
        yield from _off(analysis, whole, parts)
    elif len(parts) > 2 or _opposed(analysis, stretches):
        yield from _off(analysis, whole, parts, sure=False)


def _of(analysis: Analysis, part: Figure, whole: Figure) -> bool:
    """Whether a part can be of the whole: it counts nothing else, the noun of its verb left aside ("10 lost roofs")."""
    return part.noun in {"", whole.noun} or is_subject(analysis, part)


def _plain(figures: Sequence[Figure]) -> bool:
    return all(f.dimension == "count" for f in figures)


_NEXT = 2
"""Tokens from a whole to its first part where only what is counted stands between."""


def _listed(lows: Sequence[str], parts: Sequence[Figure], *, comma: bool) -> bool:
    """Whether each part begins behind a comma (but the first where there is none) or an "and", and "and" stands before
    the last alone."""
    opened = [lows[p.first - 1] for p in parts]
    comma = not comma or lows[parts[0].first - 1] == ","
    joined = all(o == "," for o in opened[1:-1]) and opened[-1] in {"and", "while"}
    near = all(b.first - a.last <= _CLAUSE for a, b in pairwise(parts))
    return comma and joined and near


def _stretches(analysis: Analysis, parts: Sequence[Figure]) -> list[range]:
    """The tokens behind each part, to the next or to the end of the clause."""
    lows = analysis.words.lows
    stop = parts[-1].last + 1
    while stop < len(lows) and stop - parts[-1].last < _CLAUSE and lows[stop] not in _ENDS:
        stop += 1
    ends = [*(p.first - 1 for p in parts[1:]), stop]
    return [range(p.last + 1, max(p.last + 1, end)) for p, end in zip(parts, ends, strict=True)]


def _overlap(analysis: Analysis, stretches: Sequence[range]) -> bool:
    """Whether one can be in two of the parts: "40 were women, 30 were under 18"."""
    return any(not arithmetic.OVERLAPS.isdisjoint(analysis.words.lows[s.start : s.stop]) for s in stretches)


def _denied(analysis: Analysis, stretch: range) -> bool:
    return any(map(negation.says_not, analysis.words.lows[stretch.start : stretch.stop]))


def _opposed(analysis: Analysis, stretches: Sequence[range]) -> bool:
    """Whether what became of the one excludes what became of the other: "passed", "failed"."""
    told = [{k for k in analysis.keys[s.start : s.stop] if k} for s in stretches]
    return any(not oppositions.rivals(k).isdisjoint(other) for one in told for k in one for other in told)


def _pieces(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """A whole, a mark that opens the list of its parts, and the parts: "27 people (15 men and 11 women)", "90 jobs
    would go: 40 in Ayr, 25 in Oban and 35 at sea"."""
    counted = sorted([*sentence, *_ones(analysis, sentence)], key=lambda f: f.first)
    for at, whole in enumerate(counted[:-2]):
        parts = _parts(analysis, counted, at)
        if len(parts) < 2 or not _exact(whole, parts):
            continue
        yield from _off(analysis, whole, parts, sure="with" not in analysis.words.lows[whole.last : parts[0].first])


def _were(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "The 14 dead were nine women and five men": all of a known number, and nobody behind the list."""
    lows = analysis.words.lows
    for at, whole in enumerate(sentence[:-2]):
        parts = [sentence[at + 1]]
        gap = lows[whole.last + 1 : parts[0].first]
        known = lows[whole.first - 1] in closed.KNOWN | {"all"}
        if not known or len(gap) > _TO_THE_LIST or gap[-1:] not in _ARE or "of" in lows[whole.first - 3 : whole.first]:
            continue
        for figure in sentence[at + 2 :]:
            between = lows[parts[-1].last + 1 : figure.first]
            if not 2 <= len(between) <= _BETWEEN_PARTS or between[-1] not in {"and", ","}:
                break
            parts.append(figure)
        end = parts[-1].last + 2
        joined = len(parts) > 1 and lows[parts[-1].first - 1] == "and" and all(p.noun in _SEXES for p in parts)
        closed_there = lows[end : end + 1] in (["."], [","], [";"]) and lows[end + 1 : end + 2] not in (["and"], ["or"])
        if joined and closed_there and _exact(whole, parts) and not (closed.OPEN_LIST & set(lows[whole.first : end])):
            yield from _off(analysis, whole, parts)


_ARE = (["were"], ["are"])


def _ones(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Figure]:
    """Each "one" that counts a part of a list, which elsewhere is a pronoun: "five were saved, [one] died and two"."""
    words, figures = analysis.words, list(sentence)
    if len(figures) < 2:
        return
    for i in words.among(_ONE, analysis.article.sentences[figures[0].sentence].span):
        listed = words.lows[i - 1] in analysis.language.AND | _LISTS | {","}
        of_so_many = words.low(i + 1) == "in" and any(f.first == i + 2 for f in figures)  # "one in five"
        if not listed or of_so_many or words.low(i + 1) in arithmetic.BEHIND_NO_PART or i < figures[0].last:
            continue
        noun = analysis.keys[i + 1] if analysis.tags[i + 1 : i + 2] == [NOUN] else None
        value = Decimal(1)
        quantity = figures[0].quantity._replace(
            span=words.span(i, i), kind="count", value=value, unit="", low=value, high=value, noun=noun
        )
        yield Figure(quantity, i, i, figures[0].sentence, "count", noun or "", frozenset(), frozenset())


def _parts(analysis: Analysis, sentence: Sequence[Figure], at: int) -> list[Figure]:
    """The figures of the list behind a whole; none where the list does not begin right there or is not closed."""
    words, whole = analysis.words, sentence[at]
    gap = words.lows[whole.last + 1 : sentence[at + 1].first]
    with_them = gap[-2:] == [",", "with"] and len(gap) <= 3
    if not gap or len(gap) > _TO_THE_LIST:
        return []
    if not (with_them or gap[-1] in _LISTS or (gap[-1] == "," and len(gap) <= 2)):
        return []
    parts = [sentence[at + 1]]
    told_apart = gap[-1] == ","
    betweens = list[Sequence[str]]()
    for figure in sentence[at + 2 :]:
        between = words.lows[parts[-1].last + 1 : figure.first]
        if not 2 <= len(between) <= _BETWEEN_PARTS or between[-1] not in analysis.language.AND | {","}:
            break
        parts.append(figure)
        betweens.append(between)
        if between[-1] in analysis.language.AND:
            apart = not told_apart or all(p.noun in _SEXES for p in parts)
            apart = apart and (not with_them or all(len(b) == 2 for b in betweens))
            listed = words.lows[whole.first : min(figure.last + _TO_THE_LIST, len(words))]
            apart = apart and not (whole.dimension == "count" and _names_one(words.lows, whole, figure))
            return parts if apart and analysis.language.OPEN_LIST.isdisjoint(listed) else []
    return []


def _names_one(lows: Sequence[str], whole: Figure, last: Figure) -> bool:
    """Whether a part stands in the list without its number: "two golds, a silver and two bronzes"."""
    end = last.last + 1 + _TO_THE_LIST
    goes_on = [",", "and"] in map(list, pairwise(lows[last.last : end])) and "." in lows[last.last : end]
    stop = end if goes_on else last.first
    return any(
        here in closed.DETERMINERS_OF_ONE and before in _LISTS | {",", "and"}
        for before, here in pairwise(lows[whole.last : stop])
    )


def _exact(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether all are plain counts or sums of one currency, and the parts are told apart: each counts something else,
    or none names what it counts."""
    nouns = [p.noun for p in parts if p.noun]  # "two gold, one silver and two bronze": of a colour may be no noun
    apart = len(set(nouns)) == len(nouns) or ({p.noun for p in parts} == {whole.noun})
    if whole.noun in _SEXES and not _OF_AN_AGE.get(whole.noun, frozenset()).issuperset(nouns):
        return False  # "nine women, four men and one child"
    return apart and all(
        p.dimension == whole.dimension
        and p.quantity.value <= whole.quantity.value
        and (p.dimension.startswith("money") or (p.dimension == "count" and p.quantity.low == p.quantity.high))
        for p in parts
    )


def _by_place(analysis: Analysis, sentence: Sequence[Figure]) -> Iterator[Sum]:
    """ "The 24 employees at the two branches, 14 at Elm Road and 11 at the harbour, ...": the same small word behind
    each part, and none of them of a time, which is seldom all of it."""
    lows = analysis.words.lows
    for at, first in enumerate(sentence):
        place = lows[first.last + 1] if first.last + 1 < len(lows) else ""
        if not at or lows[first.first - 1] not in _LISTS | {","} or place not in arithmetic.BEFORE_A_PLACE:
            continue
        parts = [first]
        for figure in sentence[at + 1 :]:
            between = lows[parts[-1].last + 1 : figure.first]
            joined = 2 <= len(between) <= _BETWEEN_PLACES and between[-1] in {",", "and"} and figure.noun == ""
            if not joined or lows[figure.last + 1 : figure.last + 2] != [place] or figure.dimension != first.dimension:
                break
            parts.append(figure)
        whole = next((f for f in sentence[:at] if lows[f.last + 1] != place and _holds(lows, f, parts)), None)
        closed_there = len(parts) > 1 and lows[parts[-1].first - 1] == "and"
        if whole is not None and closed_there and not _of_times(analysis, parts):
            yield from _off(analysis, whole, parts, sure=lows[whole.first - 1] in closed.KNOWN)


def _holds(lows: Sequence[str], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a figure can be the whole of a list: of one kind, more than each, and no other list between them."""
    between = lows[whole.last + 1 : parts[0].first - 1]
    kind = whole.dimension == "count" and bool(whole.noun) and whole.noun not in _SCORED
    kind = kind or whole.dimension.startswith("money")
    one_clause = len(between) <= _TO_THE_PLACES and (closed.OPEN_LIST | _LISTS | {","}).isdisjoint(between)
    more = all(whole.quantity.value > p.quantity.value for p in parts)
    return kind and one_clause and more and all(p.dimension == whole.dimension and p.noun == "" for p in parts)


def _of_times(analysis: Analysis, parts: Sequence[Figure]) -> bool:
    """Whether the parts are of months, years or quarters."""
    lows, keys = analysis.words.lows, analysis.keys
    ends = [*(p.first for p in parts[1:]), len(keys)]
    near = [i for p, end in zip(parts, ends, strict=True) for i in range(p.last + 1, min(p.last + 5, end))]
    return any(keys[i] in WHEN or lows[i] in arithmetic.OF_TIME or lows[i].isdigit() for i in near)

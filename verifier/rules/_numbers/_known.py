"""Two figures of which the article itself says that they are one: "the 25 pages" where 28 pages alone were told of, the
members of one body, a long figure with two of its digits swapped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations

from verifier.english import closed, nouns
from verifier.reading import Analysis
from verifier.reading.quantities import compatible
from verifier.reading.tags import ADJECTIVE, NAME, NOUN, VERB
from verifier.rules._kinds.slips import is_slip, is_swapped
from verifier.rules._numbers._figures import Figure, by_sentence

_AGAIN = 2
"""How often what is taken up was told, where the article counts others of its kind too."""
_SENTENCE = 8
"""Words of a sentence that is told again word for word by no chance."""
_MANY = 12
"""Long figures of the same digits that are compared."""
_LONG, _TELLING = 4, 3
"""Digits of a long figure, and those of them before the noughts at its end."""


def pairs(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each two that cannot both be right, the earlier one first."""
    shelves: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.dimension == "count" and figure.noun:
            shelves[figure.noun].append(figure)
    values = Counter(figure.quantity.value for figure in figures)
    for full in shelves.values():
        yield from _taken_up(analysis, full, values)
        yield from _seats(analysis, full)
    yield from _digits(figures)


def _taken_up(analysis: Analysis, full: Sequence[Figure], values: Counter[Decimal]) -> Iterator[tuple[Figure, Figure]]:
    """ "[to release] the 25 pages.", where 28 pages were told of, and 25 of nothing."""
    for two in full:
        value = two.quantity.value
        if values[value] > 1 or not _is_known(analysis, two):
            continue
        others = Counter(f.quantity.value for f in full if f is not two)
        before = [f for f in full if f.sentence < two.sentence and is_slip(f.quantity.value, value)]
        if not before or len({f.quantity.value for f in before}) > 1 or _is_reckoned(value, others.keys()):
            continue
        one = before[-1]
        if (len(others) == 1 or others[one.quantity.value] >= _AGAIN) and not compatible(one.quantity, two.quantity):
            yield one, two


def _is_known(analysis: Analysis, figure: Figure) -> bool:
    """Whether it is told as known, and nothing behind it says which ones are meant."""
    lows = analysis.words.lows
    if analysis.words.low(figure.first - 1) not in closed.DEFINITE_ONE:
        return False
    end = _phrase_end(analysis, figure)
    return end < len(lows) and not lows[end][0].isalnum() and lows[end] != "("


def _phrase_end(analysis: Analysis, figure: Figure) -> int:
    end = figure.last + 1
    while analysis.tags[end : end + 1] in ([ADJECTIVE], [NOUN], [NAME]):
        end += 1
    return end


def _is_reckoned(value: Decimal, others: Set[Decimal]) -> bool:
    """Whether it is the sum or the difference of two others."""
    return any(value in {a + b, abs(a - b)} for a, b in combinations(others, 2))


def _seats(analysis: Analysis, full: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "the 98-member rules committee", "the rules committee, a 112-member body"."""
    text, contents = analysis.article.text, analysis.topics.contents
    joined = [f for f in full if f.noun in nouns.OF_A_BODY and "-" in f.quantity.span.of(text)]
    values = list(dict.fromkeys(f.quantity.value for f in joined))
    if len(values) != 2:
        return
    for one, two in combinations(joined, 2):
        if one.quantity.value == two.quantity.value or one.sentence == two.sentence:
            continue
        here, there = _body(analysis, one), _body(analysis, two)
        here_told, there_told = set(contents[one.sentence]), set(contents[two.sentence])
        one_name = here == there or (not there and here <= there_told) or (not here and there <= here_told)
        if one_name and (here or there):
            yield one, two
            return


def _body(analysis: Analysis, figure: Figure) -> set[str]:
    """The words that name the body; none in an apposition ("..., a 12-member body")."""
    if analysis.words.lows[figure.first - 2 : figure.first] == [",", "a"]:
        return set()
    return set(analysis.keys[figure.last + 1 : _phrase_end(analysis, figure)]) - {""}


def word_for_word(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """ "It takes 430 votes to win the seat." told twice, in two entries of a running report, too: what it takes changes
    from no hour to another."""
    told: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for sentence, held in by_sentence(figures).items():
        inside = analysis.words.inside(analysis.article.sentences[sentence].span)
        lows, tags = analysis.words.lows, analysis.tags
        if len(held) != 1 or len(inside) < _SENTENCE or lows[inside.start] != "it" or tags[inside.start + 1] != VERB:
            continue
        one = held[0]
        if "to" in lows[one.last : inside.stop]:
            told[(*lows[inside.start : one.first], "", *lows[one.last + 1 : inside.stop])].append(one)
    for first, *others in told.values():
        two = next((other for other in others if not compatible(first.quantity, other.quantity)), None)
        if two is not None:
            yield first, two


def _digits(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Long figures with the digits of one another: 43,100 and 43,010; not those of a row that counts up, "item 1,234"
    between 1,233 and 1,235."""
    shelves: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    values = {figure.quantity.value for figure in figures}
    for figure in figures:
        value = figure.quantity.value
        digits = f"{value:f}"
        if value - 1 in values and value + 1 in values:
            continue
        if digits.isdecimal() and len(digits) >= _LONG and len(digits.rstrip("0")) >= _TELLING:
            shelves[figure.dimension, "".join(sorted(digits))].append(figure)
    for (dimension, _), full in shelves.items():
        if dimension != "count" and not dimension.startswith("money"):
            continue
        for one, two in combinations(full[:_MANY], 2):
            same = one.noun == two.noun or not (one.noun and two.noun)
            if same and is_swapped(one.quantity.value, two.quantity.value) and one.about & two.about:
                yield one, two

"""Two values for one thing (N001)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from verifier.events import FigurePair, FigureTelling, ledger
from verifier.reading import Analysis
from verifier.reading.quantities import compatible
from verifier.rules._kinds.conflicts import conflict
from verifier.rules._kinds.slips import is_scale, is_slip
from verifier.rules._numbers import _ages, _asked, _certain, _figures, _known, _ordinals, _spans, _votes
from verifier.rules._numbers._figures import Figure
from verifier.rules._numbers._told import disagreement
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule
from verifier.settings import Severity

_SURE, _COPY, _LIKELY = 12, 25, 0
"""How surely two values are of one thing (log-odds in tenths) for an error where a slip leads from one to the other,
for a warning where none does, and for a warning where one does."""

_Pair = tuple[Figure, Figure]
_Values = frozenset[tuple[str, Decimal]]
"""Two values, each with its kind."""


class _Likely(NamedTuple):
    """What two values may be a conflict of, and how surely."""

    weight: int
    values: _Values
    problem: Problem


@rule(
    "N001",
    "conflicting-numbers",
    "error",
    what="Two values for the same quantity: casualties, prices, votes, shares, ages.",
    why="One of the two figures is wrong, and a reader who notices trusts neither.",
    fires=(
        "Ferry accident kills 12 passengers\n\nA ferry accident killed 15 passengers on the lake on Sunday.",
        "The mill will close nine of its ovens in Leeds this spring.\n\nWorkers were told on Friday that the mill will "
        "close 14 of its ovens in Leeds.",
        "Ana Ruiz, 29, won the race. Her family cheered.\n\nRuiz, 34, trains in Quito.",
        "The mine will hire 60 drivers this year.\n\nAna Ruiz said the 50 drivers would get new trucks.",
        "The council agreed to spend $840,000 on the pool.\n\nShe called the $480,000 pool a waste.",
        "The council voted 8-5 to sell the pool.\n\nShe was one of the six councillors who voted against the sale.",
        "The board voted 9-4 to sell the pool.\n\nAfter the 9-3 vote they sang.",
        "The twins Ana and Mia Lopez, 34 and 36, opened the bar.",
        "A fire swept through a hostel on Monday, killing five people.\n\nIt took four hours to put out.\n\nSix people "
        "were killed by the fire, police said.",
        "Ferry sinks, killing 14\n\nA ferry sank on Sunday, killing 14 people, the coast guard said.\n\nAmong the 16 "
        "dead were four children, the coast guard said.",
        "Landslides killed 19 people on Sunday.\n\nThe governor said 22 people had died in Bato alone.",
        "Fares to rise 8%\n\nBus fares in Wick will rise by 6 percent from January.",
        "A bus crash killed 21 people on Monday.\n\nIt rained.\n\nThe 24 bodies were taken to Wick.",
        "Three held over theft\n\nPolice in Wick arrested four men over the theft of a boat.",
        "The mill will shed 1,200 posts in Wick by May.\n\nThe union said the loss of 2,100 posts in Wick was wrong.",
        "Ana Ruiz, 29, won the race.\n\nRuiz, who is 31, trains in Quito.",
        "The 12-member board met in Wick. The 12-member board voted.\n\nThe new 21-member board of Wick is for sale.",
        "The court will release 28 pages of the file. It rained.\n\nMany asked for the 25 pages.",
        "Half of the 98-member school board must agree.\n\nShe sits on the school board, a 112-member body.",
        "Vale returns $43,010 of her gifts\n\nAda Vale gave back $43,100 to those who sent gifts.",
        "10:15 The club met. It takes 430 votes to win the seat.\n\n12:15 It rained.\n\n14:15 She leads. It takes 450 "
        "votes to win the seat.",
        "A fire on a ferry left 14 dead on Monday.\n\nIt began at noon.\n\nOn Tuesday the fire killed 16 people on the "
        "ferry.",
        "She sells a 24-page town map.\n\nIt rained.\n\nIts former owner says that the 36-page town map is new.",
        "The club has 430 pages of town letters.\n\nIt rained.\n\nIts former head read 470 pages of letters in a day.",
        "Wick sells 43 boats\n\nIt rained.\n\nThe mayor, who sails, wants the last of the 45 boats out of Wick by May.",
        "Holm has 33 percent, Vale has 41 percent in Wick, the club said.\n\nIt rained.\n\nIn Wick Vale has 48 percent "
        "and Holm 33 percent, the mill said.",
        "The town has a school with 430 maps.\n\nIt rained.\n\nIts former mayor gave the town a school with 470 maps.",
    ),
    passes=(
        "The captain had 12 assists for the club of Wick.\n\nIt rained.\n\nIts former captain had 14 assists for Wick.",
        "The harbour police seized 12 grey boats.\n\nIt rained.\n\nThe former harbour police of Wick seized 14 boats.",
        "Wick sells 43 boats\n\nIt rained.\n\nThe mayor, who sails, wants another 45 boats out of Wick by May.",
        "She sells a 24-page town map.\n\nIt rained.\n\nAnother 36-page town map is new, he says.",
        "She wrote 430 pages of town letters.\n\nIt rained.\n\nVale read 9,000 pages of letters in a day.",
        "Ferry accident kills 12 passengers\n\nA ferry accident killed a dozen passengers on the lake on Sunday.",
        "Officials expected prices to rise by 4 percent in May.\n\nPrices rose by 2.5 percent in May.",
        "The storm killed 12 people and injured 40 people.\n\nMost of the 40 people hurt are home again.",
        "The mill had 90 workers in 2012.\n\nThe mill had 60 workers in 2015.",
        "The council voted 8-5 to sell the pool.\n\nShe was one of the five councillors who voted against the sale.",
        "Duties would go up to 25 percent from 10 percent.\n\nThe duties of 10 percent were set in July.",
        "Ruiz has the support of 95 judges of the court.\n\nDiaz named 88 judges of the court who are for him.",
        "Police said 400 people joined the march.\n\nOrganisers said 900 people joined the march.",
        "The mine will hire 60 drivers this year.\n\nAna Ruiz said the other 50 drivers would get new trucks.",
        "The mine owns 60 trucks.\n\nLast year 112 of the 240 trucks in the valley broke down.",
        "Of the 60 drivers 48 came by bus.\n\nAna Ruiz said the 12 drivers would get new trucks.",
        "The council agreed to spend $840,000 on the pool.\n\nShe called the $840,000 pool a waste.",
        "The strike is due to last six days.\n\nParents had not planned for the six-day strike.",
        "The board voted 9-4 to sell the pool.\n\nAfter the 9-4 vote they sang.",
        "The trip takes 48 hours by bus.\n\nThe trip takes two days by bus.",
        "The twins and their cousins, 8 and 10, opened the bar.",
        "A fire killed five people on Monday.\n\nBy Tuesday the toll of the fire had risen to seven dead.",
        "Storm on the coast\n\nA storm killed 11 people.\n\nThe storm killed six people in Wick, where a roof fell.",
        "A fire killed five people on Monday.\n\nIt rained.\n\nA hotel fire killed nine people there in spring.",
        "There are four reasons for the club to be hopeful.\n\nThere are three reasons for the club to be pessimistic.",
        "A bus crash killed 21 people on Monday.\n\nTwelve bodies were found in the bus and nine on the road.",
        "Fares to rise 8%\n\nBus fares in Wick will rise from January, to pay for buses that use 6 percent less fuel.",
        "The file has 53 pages.\n\nThe court will release 28 pages. It rained. She burned the 25 pages.",
        "The plan of the 15-member drafting committee goes to the rules committee.\n\nIt needs half of the 187-member "
        "rules committee.",
        "Norway beat Malta 3-0 in the opening match.\n\nNorway 4-0 Malta was the score that nobody expected.",
    ),
)
def conflicting(analysis: Analysis) -> Iterator[Problem]:
    """Report each pair of values that cannot both be right."""
    told: set[frozenset[int]] = set()
    figures = _figures.collect(analysis)
    yield from _between(analysis, _ages.pairs(analysis, figures), told)
    yield from _between(analysis, _each(_votes.pairs(analysis, figures)), told)
    yield from _between(analysis, _each(_known.pairs(analysis, figures)), told, severity="warning")
    yield from _between(analysis, _each(_ordinals.pairs(analysis)), told, severity="warning")
    yield from _between(analysis, _each(_ages.unnamed(analysis, figures)), told, likely=True)
    yield from _told_twice(analysis, told)
    yield from _between(analysis, _each(_known.word_for_word(analysis, figures)), told, severity="warning")


def _each(pairs: Iterable[_Pair]) -> Iterator[list[_Pair]]:
    """Each pair is a question of its own."""
    return ([pair] for pair in pairs)


def _between(
    analysis: Analysis,
    questions: Iterable[list[_Pair]],
    told: set[frozenset[int]],
    *,
    severity: Severity | None = None,
    likely: bool = False,
) -> Iterator[Problem]:
    """The figures of the pairs that each question is about, those left out that are ``told`` of."""
    for pairs in questions:
        fresh = [(one, two) for one, two in pairs if frozenset((one.first, two.first)) not in told]
        told.update(frozenset((one.first, two.first)) for one, two in fresh)
        if fresh:
            (one, two), *more = fresh
            problem = disagreement(analysis, one, two, "Which of the two figures is right?")
            again = ((later.quantity.span, "again") for _, later in more)
            yield replace(problem, severity=severity, likely=likely, related=(*problem.related, *again))


def _told_twice(analysis: Analysis, told: set[frozenset[int]]) -> Iterator[Problem]:
    """The figures of the ledger that may be of one thing, those left out that are ``told`` of."""
    quoted = Quoted.of(analysis)
    slips = set[tuple[int, Decimal]]()
    settled, likely = set[_Values](), list[_Likely]()
    for pair in ledger(analysis).figure_pairs():
        key = frozenset((pair.first.first, pair.second.first))
        slip = {(pair.second.first, pair.first.value.value), (pair.first.first, pair.second.value.value)}
        if key in told or not slips.isdisjoint(slip):
            continue  # headline and lead give one value: the other one is told once
        problem = _judged(analysis, pair, quoted)
        if problem is None:
            continue
        told.add(key)
        values = frozenset((side.kind, side.value.value) for side in (pair.first, pair.second))
        if problem.likely:
            likely.append(_Likely(pair.sameness.weight, values, problem))
        else:
            settled.add(values)
            slips |= slip
            yield problem
    yield from _once(one for one in likely if one.values not in settled)


def _once(likely: Iterable[_Likely]) -> Iterable[Problem]:
    """Two values are one question, however often the article tells them: where the words around say most for it."""
    return {one.values: one.problem for one in sorted(likely, key=lambda one: one.weight)}.values()


def _judged(analysis: Analysis, pair: FigurePair, quoted: Quoted) -> Problem | None:
    """What a pair comes to: an error where it is surely one thing and a slip, a candidate where that is only likely."""
    one, two = pair.first.value, pair.second.value
    if (
        _spans.are_reckoned(analysis, pair)
        or compatible(one, two)
        or is_scale(*sorted((one.value, two.value)))
        or pair.both_repeated
    ):
        return None  # N003 tells scales; and what is told more than once each way is meant so
    weight, slip = pair.sameness.weight, is_slip(one.value, two.value)
    copied = any(reason.joins for reason in pair.sameness.because)
    said = _is_said(pair, quoted) and not copied
    sure = None if said and not _certain.framed(pair) else _certain.certain(pair, slip=slip)
    apart = (
        pair.sameness.parted or said or (_asked.is_measured(pair) and not copied) or _certain.is_part_of_a_toll(pair)
    )
    likely = sure is None and (apart or not ((slip and weight >= _LIKELY) or weight >= _COPY))
    if likely and not _asked.asked(analysis, pair, slip=slip):
        return None
    plain = (sure is not None and sure.plain) or (slip and weight >= _SURE)
    here, there = (_words(analysis, told) for told in (pair.second, pair.first))
    return conflict(
        pair,
        f"“{here}” here, “{there}” elsewhere, for what reads as the same thing.",
        "Which of the two figures is right?",
        likely=likely,
        severity=None if plain else "warning",
        besides=sure.explains if sure else "",
    )


def _is_said(pair: FigurePair, quoted: Quoted) -> bool:
    """Whether the values are no facts of the article's own, but stand inside quotations."""
    return pair.first.span.start in quoted or pair.second.span.start in quoted


def _words(analysis: Analysis, told: FigureTelling) -> str:
    """A value with what it counts, as a reader sees it."""
    keys = analysis.keys
    after = range(told.last + 1, min(told.last + 5, len(keys)))
    last = next((i for i in after if told.noun and keys[i] == told.noun), told.last)
    return " ".join(analysis.words.span(told.first, last).of(analysis.article.text).split())

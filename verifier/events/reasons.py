"""Why two tellings are taken for one thing, or not: every reason with its weight, its words, and two articles.

The weights are log-odds in tenths. They were fitted to pairs of figures in 500 news articles of PolNeAR (train with an
even CRC-32 of the name, and dev): pairs that agree in the slot compared against pairs that do not, as tellings of one
thing mostly agree. They were then rounded, and where the pairs were few (other years, other sources, other state) set
by hand to what a reader would say. The value compared never enters, nor does any other value of the two sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.events.telling import BODY, FATES, HEADLINE, LEAD, WEEKDAY, Telling
from verifier.reading import matching, oppositions

Test = Callable[[Telling, Telling], bool]

BASE = -20
"""Two values of one kind, with nothing known but that they share two words: most often of two things."""

_MANY = 4
_FEW = 2
_FRAMED, _COPIED = 4, 8


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    ``says`` completes "because ..." in a finding. Of the two articles, each with two values in two sentences, the
    reason holds in the first and not in the second, and the tests run both.
    """

    name: str
    weight: int
    says: str
    holds: Test
    where: str
    not_where: str
    joins: bool = False
    """Whether it outweighs reasons that part, those aside that always do."""
    parts: bool = False
    """Whether it alone is enough for two things."""
    always: bool = False


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that is in the larger; 0 where fewer than three are."""
    both = len(a & b)
    return both / min(len(a), len(b)) if both > _FEW else 0.0


def _framed(a: Telling, b: Telling) -> int:
    """How many words right around two values are the same as written; 0 where one side has none."""
    left, right = _run(a.left, b.left), _run(a.right, b.right)
    return left + right if left and right else 0


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _other_names(a: Telling, b: Telling) -> bool:
    only_a, only_b = a.names - b.names, b.names - a.names
    return bool(only_a and only_b) and not (only_a <= b.wide or only_b <= a.wide)


def _other_time(a: Telling, b: Telling) -> bool:
    kinds = {kind for kind, _ in a.when} & {kind for kind, _ in b.when}
    if a.noun in FATES:
        kinds.discard(WEEKDAY)  # one disaster has one toll, whatever slip of the day stands beside it
    return any({w for k, w in a.when if k == kind}.isdisjoint(w for k, w in b.when if k == kind) for kind in kinds)


def _headline_and_lead(a: Telling, b: Telling) -> bool:
    alone = a.alone and b.alone and {a.rank, b.rank} == {HEADLINE, LEAD}
    if a.kind == "count":
        return alone and a.noun == b.noun and not a.wide.isdisjoint(b.wide)
    return alone and len(a.wide & b.wide) >= _FEW and not _before(a).isdisjoint(_before(b))


def _before(telling: Telling) -> frozenset[str]:
    """What the two nearest words before a value mean: "fares will rise by [6 percent]"."""
    keys = [key for word in telling.left if (key := matching.key(word)) in telling.wide]
    return frozenset(keys[:_FEW])


def _opposed(a: Telling, b: Telling) -> bool:
    only_b = b.near - a.near
    return any(not oppositions.rivals(key).isdisjoint(only_b) for key in a.near - b.near)


REASONS = (
    Reason(
        "only two",
        18,
        "the article gives two values for it and no third",
        lambda a, b: max(a.variety, b.variety) <= _FEW,
        "The mill will close 14 ovens in Leeds.\n\nWorkers in Leeds heard of the 12 ovens on Friday.",
        "The mill has 40 ovens. It closed 14 ovens in Leeds.\n\nWorkers in Leeds heard of 12 ovens on Friday.",
    ),
    Reason(
        "same word behind",
        10,
        "the same word follows",
        lambda a, b: a.after == b.after != "",
        "The fund gave 40 million euros to farmers in Wick.\n\nIn Wick 60 million euros for farmers were given.",
        "The fund gave 40 million euros to farmers in Wick.\n\nIn Wick 60 million euros were given.",
    ),
    Reason(
        "only two with that word",
        10,
        "it gives no third value with that word",
        lambda a, b: a.after == b.after != "" and max(a.fewness, b.fewness) <= _FEW,
        "The fund has 50 million euros. It gave 40 million euros to farmers in Wick.\n\n"
        "In Wick 60 million euros for farmers were given.",
        "Near Wick 50 million euros for farmers were spent. The fund gave 40 million euros to farmers in Wick.\n\n"
        "In Wick 60 million euros for farmers were given.",
    ),
    Reason(
        "same words around",
        8,
        "the same words stand around it",
        lambda a, b: _framed(a, b) >= _FRAMED,
        "It takes 430 votes to win the seat in Wick.\n\nIn Wick it takes 450 votes to win the seat, they said.",
        "It takes 430 votes to win the seat in Wick.\n\nTo win the seat in Wick a man needs 450 votes.",
    ),
    Reason(
        "copied",
        14,
        "the sentence is told twice in the same words",
        lambda a, b: _framed(a, b) >= _COPIED,
        "It takes 430 votes to win the old seat in Wick.\n\nAs ever it takes 450 votes to win the old seat in Wick.",
        "It takes 430 votes to win the seat in Wick.\n\nIn Wick it takes 450 votes to get a seat, they said.",
        joins=True,
    ),
    Reason(
        "same word before",
        4,
        "the same word stands before",
        lambda a, b: a.before == b.before != "",
        "Police arrested 14 people at the harbour rally.\n\nAt the rally in the harbour police arrested 16 people.",
        "Police arrested 14 people at the harbour rally.\n\nAt the rally in the harbour police held 16 people.",
    ),
    Reason(
        "taken up",
        7,
        "the second takes up something known",
        lambda _, b: b.definite,
        "The harbour will lose 430 jobs in May.\n\nA plan for the 450 jobs at the harbour is due.",
        "The harbour will lose 430 jobs in May.\n\nA plan for 450 jobs at the harbour is due.",
    ),
    Reason(
        "words nearby",
        3,
        "they share words close by",
        lambda a, b: len(a.near & b.near) > 0,
        "The ferry carried 120 guests to Oban.\n\nThe ferry crew counted 125 guests on the way to Oban.",
        "The ferry, a grey one, sails daily, and it carried 120 guests at the end of a long summer season.\n\n"
        "Grey ferries sail all over the firth, and the crew, tired after so many trips, then counted 125 guests.",
    ),
    Reason(
        "several words nearby",
        3,
        "they share several words close by",
        lambda a, b: len(a.near & b.near) > _FEW,
        "The ferry carried 120 guests to the island of Mull.\n\nThe ferry to the island of Mull took 125 guests.",
        "The ferry carried 120 guests to the island of Mull.\n\nMull had 125 guests from the mainland.",
    ),
    Reason(
        "one sentence again",
        4,
        "the one sentence holds half of the words of the other",
        lambda a, b: shared(a.wide, b.wide) >= 0.5,
        "Ada Vale raised 20 million pounds for the bridge in May.\n\nIn May Ada Vale raised 25 million for the bridge.",
        "Ada Vale raised 20 million pounds for the bridge in May.\n\nThe bridge, Vale said, cost 25 million.",
    ),
    Reason(
        "most of it again",
        8,
        "the one sentence holds most of the words of the other",
        lambda a, b: shared(a.wide, b.wide) >= 0.75,
        "Ada Vale raised 20 million pounds for the bridge in May.\n\nIn May Ada Vale raised 25 million for the bridge.",
        "Ada Vale raised 20 million pounds for the bridge, a slow work.\n\n"
        "Vale, as records of the auditors show, got 25 million for the bridge.",
    ),
    Reason(
        "long sentence again",
        6,
        "they share six words and more",
        lambda a, b: len(a.wide & b.wide) >= 6,
        "Ada Vale raised 20 million pounds for the long bridge over the firth.\n\n"
        "For the long bridge over the firth Ada Vale raised 25 million pounds, she said.",
        "Ada Vale raised 20 million pounds for the long bridge.\n\nFor the bridge she got 25 million pounds.",
    ),
    Reason(
        "same thing counted",
        4,
        "both count the same",
        lambda a, b: a.kind == "count" and a.noun == b.noun != "",
        "The storm left 14 farmers dead in Wick.\n\nIn Wick the storm killed 16 farmers.",
        "The storm cost Wick 14 million euros.\n\nThe storm cost Wick 16 million euros.",
    ),
    Reason(
        "one toll",
        18,
        "the top of the article and the body give one toll",
        lambda a, b: a.noun == b.noun in FATES and (a.top or b.top) and max(a.variety, b.variety) <= _FEW,
        "A fire on a ferry left 14 dead on Monday.\n\nIt began at noon. The fire killed 16 people on the ferry.",
        "A fire on a ferry sank 14 boats on Monday.\n\nIt began at noon. The fire sank 16 boats on the ferry.",
    ),
    Reason(
        "headline and lead",
        16,
        "the headline and the lead each give one value of its kind",
        _headline_and_lead,
        "Fares in Wick to rise 8 percent\n\nFares on the buses of Wick will rise by 6 percent in May.",
        "Fares in Wick to rise 8 percent\n\nThe buses are old.\n\nFares in Wick will rise by 6 percent in May.",
    ),
    Reason(
        "many of the kind",
        -8,
        "the article gives many values of the kind",
        lambda a, b: max(a.variety, b.variety) > _MANY,
        "Ayr lost 10 jobs, Oban 20 jobs, Wick 30 jobs and Tain 40 jobs in May. Others in Perth lost 50 jobs in May.\n\n"
        "In Perth 60 jobs were lost in May.",
        "In Perth others lost 50 jobs in May.\n\nIn Perth 60 jobs were lost in May.",
    ),
    Reason(
        "set against another",
        -6,
        "one of them is set against another value in its sentence",
        lambda a, b: max(a.company, b.company) > 1,
        "The council of Wick gave 40 percent to schools and 30 percent to roads.\n\n"
        "In Wick the council gives 45 percent.",
        "The council of Wick gave 40 percent to schools.\n\nIn Wick the council gives 45 percent.",
    ),
    Reason(
        "others beside it",
        -18,
        "the values beside them are others, too",
        lambda a, b: bool(a.others and b.others) and not (a.others <= b.others or b.others <= a.others),
        "In Wick 40 percent are young and 30 percent old.\n\nOf Tain 45 percent are young and 25 percent old.",
        "In Wick 40 percent are young and 30 percent old.\n\nIn Wick 45 percent are young and 30 percent old.",
        always=True,
        parts=True,
    ),
    Reason(
        "told in one breath",
        -5,
        "they stand in two sentences one after the other",
        lambda a, b: b.sentence - a.sentence == 1 and a.paragraph == b.paragraph,
        "The ferry carried 120 guests to Mull. The next ferry to Mull carried 125 guests.",
        "The ferry carried 120 guests to Mull. It rained. The next ferry to Mull carried 125 guests.",
    ),
    Reason(
        "told apart",
        -6,
        "a word sets one of them apart",
        lambda a, b: bool(a.apart ^ b.apart),
        "The mine will hire 60 drivers in Wick.\n\nWick hopes for another 50 drivers in the mine.",
        "The mine will hire 60 drivers in Wick.\n\nWick hopes for 50 drivers in the mine.",
        parts=True,
    ),
    Reason(
        "told as new",
        -6,
        "the second brings in what the first has told, as if it were another",
        lambda a, b: a.noun in FATES and b.rank == BODY and not a.fresh.isdisjoint(b.fresh),
        "A ferry sank off Wick with 14 dead.\n\nIt was noon. It was cold. It rained.\n\n"
        "Off Wick a ferry sank with 16 dead.",
        "A ferry sank off Wick with 14 dead.\n\nIt was noon. It was cold. It rained.\n\n"
        "Off Wick the ferry sank with 16 dead.",
        parts=True,
    ),
    Reason(
        "other names",
        -5,
        "each stands beside names of its own",
        _other_names,
        "The fund gave Ada Vale 40 boats in May.\n\nIn May the fund gave Bo Holm 45 boats.",
        "The fund gave Ada Vale 40 boats in May.\n\nIn May the fund gave Ada Vale 45 boats.",
        parts=True,
    ),
    Reason(
        "other time",
        -15,
        "they are of different times",
        _other_time,
        "The mill had 90 workers in 2012.\n\nIn 2015 the mill had 60 workers.",
        "The mill had 90 workers in 2012.\n\nIn 2012 the mill had 60 workers.",
        always=True,
        parts=True,
    ),
    Reason(
        "another entry",
        -40,
        "they stand in entries of a running report that were written at different times",
        lambda a, b: a.entry != b.entry and bool(a.entry and b.entry),
        "14:05 Police say 14 people are hurt in Wick.\n\n13:10 Police say 12 people are hurt in Wick.",
        "13:10 It rains.\n\n14:05 Police say 14 people are hurt in Wick.\n\nPolice say 12 people are hurt in Wick.",
        parts=True,
        always=True,
    ),
    Reason(
        "opposite words",
        -8,
        "a word beside the one is the opposite of one beside the other",
        _opposed,
        "The council of Wick gave four reasons to be hopeful.\n\n"
        "The council of Wick gave three reasons to be pessimistic.",
        "The council of Wick gave four reasons to be hopeful.\n\nThe council of Wick gave three reasons to be hopeful.",
        parts=True,
        always=True,
    ),
    Reason(
        "other source",
        -8,
        "two people say so, who may differ",
        lambda a, b: a.source is not None and b.source is not None and a.source != b.source,
        "Ada Vale said that 400 people joined the march in Wick.\n\n"
        "Bo Holm said that 900 people joined the march in Wick.",
        "Ada Vale said that 400 people joined the march in Wick.\n\n"
        "Vale said that 900 people joined the march in Wick.",
        parts=True,
    ),
)

"""Why two figures are taken for two values of one thing."""

from __future__ import annotations

from verifier.events.figures import HEADLINE, LEAD, FigureTelling
from verifier.events.places import FATES
from verifier.events.reasons._reason import Reason, shared
from verifier.reading import matching

_FEW = 2
_FRAMED, _COPIED = 4, 8


def _framed(a: FigureTelling, b: FigureTelling) -> int:
    """How many words right around two values are the same as written; 0 where one side has none."""
    left, right = _run(a.left, b.left), _run(a.right, b.right)
    return left + right if left and right else 0


def _run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _headline_and_lead(a: FigureTelling, b: FigureTelling) -> bool:
    alone = a.alone and b.alone and {a.rank, b.rank} == {HEADLINE, LEAD}
    if a.kind == "count":
        return alone and a.noun == b.noun and not a.wide.isdisjoint(b.wide)
    return alone and len(a.wide & b.wide) >= _FEW and not _before(a).isdisjoint(_before(b))


def _before(telling: FigureTelling) -> frozenset[str]:
    """What the two nearest words before a value mean: "fares will rise by [6 percent]"."""
    keys = [key for word in telling.left if (key := matching.key(word)) in telling.wide]
    return frozenset(keys[:_FEW])


REASONS: tuple[Reason[FigureTelling], ...] = (
    Reason(
        "only two",
        18,
        "the article gives two values for it and no third",
        lambda a, b: max(a.variety, b.variety) <= _FEW,
        "The mill will close 14 ovens in Leeds.\n\nWorkers in Leeds heard of the 12 ovens on Friday.",
        "The mill has 40 ovens. It closed 14 ovens in Leeds.\n\nWorkers in Leeds heard of 12 ovens on Friday.",
        alone=True,
    ),
    Reason(
        "same word behind",
        10,
        "the same word follows",
        lambda a, b: a.after == b.after != "",
        "The fund gave 40 million euros to farmers in Wick.\n\nIn Wick 60 million euros for farmers were given.",
        "The fund gave 40 million euros to farmers in Wick.\n\nIn Wick 60 million euros were given.",
        beside=True,
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
        beside=True,
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
        beside=True,
    ),
    Reason(
        "same values beside",
        16,
        "the values beside them are the same",
        lambda a, b: a.kind == "%" and a.others == b.others != frozenset() and not a.near.isdisjoint(b.near),
        "In Wick 40 percent are young and 30 percent old.\n\nIn Wick 45 percent are young and 30 percent old.",
        "In Wick 40 percent are young and 30 percent old.\n\nIn Wick 45 percent are young and 25 percent old.",
        beside=True,
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
)

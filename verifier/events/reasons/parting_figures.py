"""Why two figures are taken for values of two things."""

from __future__ import annotations

from verifier.events.figures import BODY, MOVED, WEEKDAY, FigureTelling
from verifier.events.places import FATES
from verifier.events.reasons._reason import Reason
from verifier.reading import oppositions

_MANY = 4


def _other_names(a: FigureTelling, b: FigureTelling) -> bool:
    only_a, only_b = a.names - b.names, b.names - a.names
    return bool(only_a and only_b) and not (only_a <= b.wide or only_b <= a.wide)


def _other_time(a: FigureTelling, b: FigureTelling) -> bool:
    kinds = {kind for kind, _ in a.when} & {kind for kind, _ in b.when}
    if a.noun in FATES:
        kinds.discard(WEEKDAY)  # one disaster has one toll, whatever slip of the day stands beside it
    return any({w for k, w in a.when if k == kind}.isdisjoint(w for k, w in b.when if k == kind) for kind in kinds)


def _opposed(a: FigureTelling, b: FigureTelling) -> bool:
    only_b = b.near - a.near
    return any(not oppositions.rivals(key).isdisjoint(only_b) for key in a.near - b.near)


REASONS: tuple[Reason[FigureTelling], ...] = (
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
        "both told",
        -10,
        "the sentence of the one tells the other, too",
        lambda a, b: a.value.value in b.fellows | b.others or b.value.value in a.fellows | a.others,
        "In Wick 45 towns of the 50 towns it asked gave the club help.\n\nThe club of Wick asked 50 towns for help.",
        "In Wick 45 towns of those it asked gave the club help.\n\nThe club of Wick asked 50 towns for help.",
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
        "moved",
        -6,
        "one of them is what it was before, or has become since",
        lambda a, b: MOVED in a.apart ^ b.apart,
        "The mine has 60 drivers in Wick.\n\nThat is in Wick down by a third from the 90 drivers.",
        "The mine has 60 drivers in Wick.\n\nA third of the mine in Wick are the 90 drivers.",
        parts=True,
        always=True,
    ),
    Reason(
        "supposed",
        -6,
        "one of them holds only if something is so",
        lambda a, b: a.supposed != b.supposed or (a.supposed and b.sentence - a.sentence == 1),
        "The mine in Wick will have 60 drivers.\n\nIf it grows, the mine in Wick will have 90 drivers.",
        "The mine in Wick will have 60 drivers.\n\nAs it grows, the mine in Wick will have 90 drivers.",
        parts=True,
        always=True,
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
        "other whole",
        -8,
        "the one share is of this, the other of that",
        lambda a, b: a.kind == b.kind == "%" and bool(a.noun and b.noun) and a.noun != b.noun,
        "In Wick 40 percent of the voters were counted.\n\nIn Wick 95 percent of the boats were counted.",
        "In Wick 40 percent of the voters were counted.\n\nIn Wick 95 percent of young voters were counted.",
        parts=True,
        always=True,
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

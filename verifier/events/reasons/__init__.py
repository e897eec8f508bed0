"""Why two tellings are taken for one thing, or not: every reason with its weight, its words, and two articles.

The weights are log-odds in tenths. Those of figures were fitted to pairs of figures in 500 news articles of PolNeAR
(train with an even CRC-32 of the name, and dev): pairs that agree in the slot compared against pairs that do not, as
tellings of one thing mostly agree. They were then rounded, and where the pairs were few (other years, other sources,
other state) set by hand to what a reader would say. The value compared never enters, nor does any other value of the
two sentences.

Those of dates are set by hand. Two dates that differ are mostly of two events, so that more must point to one: the base
is what the heaviest sign and many words in common just make possible. Whether a slip of the pen leads from one date to
the other is a reason like the others, and figures beside both that have none in common set them apart: prices of two
days, results of two matches.
"""

from typing import Any, NamedTuple

from verifier.events.reasons import joining_dates, joining_figures, of_results, parting_dates, parting_figures
from verifier.events.reasons._reason import Reason, T
from verifier.events.telling import Slot


class Grounds(NamedTuple):
    """What tellings of one slot are judged by: the weight of two of which nothing is known, and all reasons."""

    base: int
    reasons: tuple[Reason[Any], ...]


GROUNDS: dict[Slot, Grounds] = {
    "figure": Grounds(-20, joining_figures.REASONS + parting_figures.REASONS),  # of one kind, and with two words shared
    "date": Grounds(-55, joining_dates.REASONS + parting_dates.REASONS),
    "sides": Grounds(-20, of_results.REASONS),
}

__all__ = ["GROUNDS", "Grounds", "Reason", "T"]

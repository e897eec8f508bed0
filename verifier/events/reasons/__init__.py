"""Why two tellings are taken for one thing, or not: every reason with its weight, its words, and two articles.

The weights are log-odds in tenths. Those of figures were fitted to pairs of figures in 500 news articles of PolNeAR
(train with an even CRC-32 of the name, and dev): pairs that agree in the slot compared against pairs that do not, as
tellings of one thing mostly agree. They were then rounded, and where the pairs were few (other years, other sources,
other state) set by hand to what a reader would say. The value compared never enters, nor does any other value of the
two sentences.
"""

from verifier.events.reasons import joining_figures, parting_figures
from verifier.events.reasons._reason import Reason

BASE = -20
"""Two values of one kind, with nothing known but that they share two words: most often of two things."""

REASONS = joining_figures.REASONS + parting_figures.REASONS

__all__ = ["BASE", "REASONS", "Reason"]

"""Words that make a figure or a date less than exact, or a forecast."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

OF_SPANS = lexicon("about around almost nearly roughly over some approximately more than least only just barely")
EXACTLY = lexicon("only just exactly precisely")
"""Before an amount that is told of a date: "in 2020, only two years ago"."""
OF_FIGURES = lexicon(
    "than more less fewer least at most over under about nearly almost some only just up to as many estimated "
    "around approximately roughly record total another"
)
OF_MOVES = lexicon(
    "about around approximately roughly some nearly almost just only over under a an the more less than to as high "
    "low at least record estimated current"
)
GUESSES = lexicon("suspect speculate guess suppose surmise theorize theorise wonder")
"""Verbs of whoever says that he does not know."""
BEFORE_A_SHARE = lexicon("or ( about nearly roughly")
MAY_BE = lexicon("could may might")
"""Auxiliaries that hold something possible (Quirk et al., 4.52)."""

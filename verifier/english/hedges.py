"""Words that make a figure or a date less than exact, or a forecast."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

OF_SPANS = lexicon("about around almost nearly roughly over some approximately more than least only just barely")
FORECASTS = """
forecast forecasts expected expect expects predicted prediction estimate estimated estimates projected projection target
goal planned plans earlier previous previously last ago initial initially first then former original originally
additional another further extra new total average median overall minimum maximum daily weekly monthly yearly
annual annually quarterly per each every next later after including excluding combined alone remaining rest up second
third final late half now today currently past record same apart besides except
"""
OF_FIGURES = lexicon(
    "than more less fewer least at most over under about nearly almost some only just up to as many estimated "
    "around approximately roughly record total another"
)
OF_MOVES = lexicon(
    "about around approximately roughly some nearly almost just only over under a an the more less than to as high "
    "low at least record estimated current"
)
BEFORE_A_SHARE = lexicon("or ( about nearly roughly")

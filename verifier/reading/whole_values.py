"""Words and marks with every value as one piece: a day with its month, a figure with its noun.

For comparing two wordings: whoever is told that "March 1" became "March 2" should not read that "1" became "2".
"""

from __future__ import annotations

import re

from verifier.english import closed
from verifier.english.calendar import MONTH_NAMES, SHORT_MONTHS

_MONTH = rf"(?:{'|'.join(MONTH_NAMES)}|(?:{'|'.join(m.capitalize() for m in SHORT_MONTHS)})\.)"
_LINKS = rf"(?:{'|'.join(sorted(closed.AFTER_A_FIGURE))})"
TOKEN = re.compile(
    rf"(?P<value>{_MONTH} \d{{1,2}}\b(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?"  # a day is one thing
    rf"|[$€£¥]?\d(?:[\d.,]*\d)?(?:%|[ -](?!{_LINKS}\b)[a-z]+)?)"  # and so is a figure with its noun
    r"|\w+(?:[.'’-]\w+)*|[^\w\s]"
)
"""One token; the group "value" is set where it is a value."""

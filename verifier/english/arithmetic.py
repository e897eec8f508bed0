"""The words by which a sentence sets its figures against each other: shares, parts, conversions, comparisons."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

CHANGES = lexicon("rise increase gain jump climb growth drop fall decrease decline loss dip surge slump")
"""Nouns of change: "a rise of 13 percent"."""
IN_FAVOUR = lexicon(
    "favor favour favored favoured support supported supports approve approved approves for back backed"
)
AGAINST = lexicon("against oppose opposed opposes disapprove disapproved disapproves")
UNDECIDED = lexicon("undecided unsure know uncertain undecideds")
DIVIDED = lexicon("split divided divides goes go shared consists made")
"""Verbs that share the whole of something out: "the budget goes to schools (50 percent), ..."."""
SHARED_OUT = lexicon("budget money sum total spending vote votes ballots")
OF_A_LIST = lexicon("is are was were be")
AFTER_A_LIST = lexicon(
    "the a an he she they it his her police officials organizers organisers according prosecutors authorities"
)
"""How what follows a list begins: ", the clerk said"."""
VERBS_AFTER_NAMES = lexicon("were are have had will was went won died face faced")
BEFORE_A_COUNT = lexicon("the her his its their our these those")
KINDS_LISTED = lexicon(
    "priority goal reason theme issue subject topic pillar area cause aim focus task concern interest passion hobby "
    "sector industry ingredient product crop sport"
)
"""What a list of plain nouns can be of, where adjectives would not answer."""
EXTREMES = lexicon("limit level average norm mean threshold maximum minimum target standard")
"""What a value is compared with: "60 times the limit of 40"."""
COMPARED = lexicon("more higher greater larger the above over as")
SPEED = lexicon("hour second minute")
"""A rate's time: "miles per hour"."""
DEGREES = {"c": "C", "celsius": "C", "centigrade": "C", "f": "F", "fahrenheit": "F"}
POUNDS = lexicon("pound")
OUT_OF = lexicon("in of")
"""Between the two numbers of a fraction: "four in ten", "four out of ten"."""
NOT_CONVERTED = lexicon("time speed power")
"""Dimensions told in brackets for other reasons."""
BEFORE_A_RANGE_OF_DEGREES = lexicon("- – − minus to and")
BETWEEN_CANDIDATES = lexicon(", ; and with to for")

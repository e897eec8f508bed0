"""Up and down, more and less, better and worse."""

from __future__ import annotations

from decimal import Decimal

from verifier.english.lexicon import lexicon

UP = lexicon("rise raise expand boost double triple treble quadruple upgrade hike accelerate")
DOWN = lexicon("fall cut reduce lower dip downgrade sink slash halve")
BETTER = lexicon("better higher faster stronger larger bigger greater above")
WORSE = lexicon("worse lower slower weaker smaller below")
LEADS = lexicon("advantage lead leads margin gap edge deficit")
MORE = lexicon("over above more higher")
LESS = lexicon("under below less fewer lower")
MORE_THAN = lexicon("more greater higher")
LESS_THAN = lexicon("less fewer lower")
MULTIPLES = {
    word: times
    for words, times in (
        ("double doubled doubles doubling", Decimal(2)),
        ("triple tripled triples tripling treble trebled trebles trebling", Decimal(3)),
        ("quadruple quadrupled quadruples quadrupling", Decimal(4)),
        ("halve halved halves halving", Decimal("0.5")),
    )
    for word in words.split()
}
"""Verbs that say how many times a value changed."""
PARTICLES = {"up": True, "down": False}
GO = lexicon("go goes going gone went edge edged edging creep crept tick ticked inch inched move moved")
"""Verbs that say which way with "up" or "down"."""
NOT_QUITE = lexicon("nearly almost about roughly around practically virtually")
NEW_CLAUSE = lexicon("and while but as when after because since whereas though although which who ;")
"""Between a change and a percentage, what makes it one of something else."""
OF_A_SHARE = lexicon("up down or by")
"""Before the percentage of a change that is told already: ", up 20 percent"."""
PARTS = lexicon("by to from")
"""Before a figure, what it is to a change: its size, its end or its start."""
COMPARED_WITH = lexicon("from than since")
"""Before a time with which another is compared: "up 18 percent from 2024"."""

"""Up and down, more and less, better and worse."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

UP = lexicon("rise raise expand boost double upgrade hike accelerate")
DOWN = lexicon("fall cut reduce lower dip downgrade sink slash")
BETTER = lexicon("better higher faster stronger larger bigger greater above")
WORSE = lexicon("worse lower slower weaker smaller below")
LEADS = lexicon("advantage lead leads margin gap edge")
MORE = lexicon("over above more higher")
LESS = lexicon("under below less fewer lower")
MORE_THAN = lexicon("more greater higher")
LESS_THAN = lexicon("less fewer lower")

"""Games, elections and votes: who beat whom, by what score."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

BEAT = lexicon(
    "beat beats defeat defeats defeated overcame thrashed edged downed stunned trounced routed outplayed crushed "
    "upset hammered swept eliminated"
)
PARTS = lexicon(
    "half minute set quarter inning period halftime lead first game series aggregate record season ahead "
    "up down trail previous last"
)
OUTCOMES = lexicon(
    "vote votes victory win defeat loss result score scoreline draw triumph rout thrashing ruling decision"
)
SIDES = lexicon("against for favor favour yes no")

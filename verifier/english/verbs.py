"""Verbs that are no verbs of saying, by what they do in a sentence."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

LETTING = lexicon("let lets letting make makes made making help helps helped helping")
HYPOTHETICAL = lexicon("would could might should may can’t can't cannot couldn't couldn’t wouldn't wouldn’t")
COMMON = lexicon(
    "is was are were be has had have did does do made makes put puts gave gives took takes went goes came comes got "
    "read reads ran runs sent sends began begins offered offers issued issues posted posts used uses left found "
    "finds wrote writes held holds kept summed sums turned turns struck strikes"
)
PASSIVE = lexicon("was were is are be been being")
"""Words after which the base form of a verb stands, and what may stand between."""
NEVER_NOUN = lexicon(
    "say says believe believes think thinks argue argues insist insists want wants agree agrees suggest suggests "
    "admit admits deny denies allege alleges contend contends assert asserts acknowledge acknowledges explain "
    "explains"
)
NOT_YET = lexicon("will would to may might could should if not n't never plans planned be")
UNREAL = lexicon("would will could may might")
TOO_COMMON = lexicon("spend cost pay give sell buy raise fall year")
"""What happens to any sum: sharing it does not make two sums the same."""
OF_A_SENTENCE = lexicon("is are was were be been has have had will would can could may might must do does did not")
OF_ONE = lexicon("is was has does")
OF_SEVERAL = lexicon("are were have do")
BE_PRESENT = lexicon("is are am")
INSIDE_A_GROUP = lexicon("not all both long first")
OF_AGE = lexicon("was is turned")
BE_AND_HAVE = lexicon("were was are have been had")
SAME_IN_THE_PAST = lexicon("hit beat burst split quit shut")

"""A wording held against its sentences: which spellings are one unit, one number or one month, what turns a statement
round, and how far a "not" reaches."""

from __future__ import annotations

from verifier.english import closed, grammar, negation
from verifier.english.lexicon import lexicon
from verifier.english.numbers import TENS, TO_TWENTY

NEGATIONS = negation.NEGATIONS - {"cannot", "n't"}
DENY_ALONE = lexicon("none nobody nothing nowhere")
"""Those that are a whole phrase: no noun need follow them."""
DENY_SUBJECTS = DENY_ALONE | {"neither"}
"""Those that can be all of a subject: "none did", "neither replied"."""
POINTS = lexicon("there here then now")
"""Adverbs that only point at a place or a time that was told."""
NOT_ALONE = lexicon("only just merely simply solely")
"""Behind "not" they deny nothing: "not only the mill" (Huddleston and Pullum, ch. 9, on "not only")."""
REVERSING = lexicon(
    "deny denies denied denying refuse refuses refused refusing fail fails failed failing reject rejects rejected "
    "rejecting dispute disputes disputed doubt doubts doubted"
)
"""Verbs after which the rest is the contrary of what is so."""
MONTHS = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
_ONE_UNIT = """
hundred hundreds; thousand thousands; million millions mn mln; billion billions bn; trillion trillions tn; dozen dozens
% percent pct; $ dollar dollars usd; € euro euros eur; £ pound pounds gbp; ¥ yen yuan; cent cents
km kilometre kilometres kilometer kilometers; mile miles; metre metres meter meters; foot feet; kg kilogram kilograms
ton tons tonne tonnes; hour hours; minute minutes; day days; week weeks; month months; year years
"""
UNITS = {
    spelling: group.split()[0]
    for group in _ONE_UNIT.strip().replace("\n", ";").split(";")
    for spelling in group.split()
}
"""Every spelling of a unit with the one it is compared as."""
NUMBERS = {word: str(value) for value, word in enumerate(TO_TWENTY)} | {
    word: str(value) for word, value in TENS.items()
}
FRACTIONS = lexicon("half third quarter twice double")
_SUPPORT = lexicon("be become do does did done have had make makes made making hold holds held holding get gets got")
"""Verbs that carry a noun and mean nothing beside it ("made a speech", "held a meeting"): Jespersen's light verbs
without those that have a direction (give, take)."""
NEUTRAL = lexicon("say says said saying tell tells told telling speak speaks spoke speaking ask asks asked asking")
"""Verbs that tell that something was said and not how."""
EMPTY = (
    closed.EMPTY
    | closed.ANY_PRONOUN
    | _SUPPORT
    | NEUTRAL
    | closed.REFLEXIVES
    | lexicon("one ones own other others whether if")
)
"""Words that make a statement stand alone without saying anything of their own."""
LIGHT = EMPTY | grammar.PREPOSITIONS | grammar.DETERMINERS | {"ever"}
"""Words that a wording may bring: they tie its words together, whichever stand in the sentence."""
BEFORE_A_PRONOUN = lexicon("the this that any every each which no is was for as")
"""After these "one" stands for a noun and counts nothing."""
ENDS_NEGATION = closed.SUBORDINATE | lexicon("but that and what until")
"""Words at which a "not" no longer reaches on."""

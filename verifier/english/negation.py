"""Words that deny, doubt or limit what is said."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

CONTRACTED = ("n't", "n’t")
"""How a contracted "not" ends its verb."""
NEGATIONS = lexicon("no not never none nobody nothing nowhere neither nor without cannot n't hardly barely")
NOT = lexicon("not never cannot")
DOUBT = lexicon(
    "no none neither nor without fail fails failed refuse refuses refused deny denies denied stop stops stopped "
    "unable lack lacks lacked except reject rejects rejected hardly barely prevent prevented end ends ended ending "
    "lift lifts lifted lifting reverse reversed overturn overturned until saved save saves avoid avoids avoided "
    "avert averts averted spare spared escape escapes escaped against despite opposition opposed"
)
"""Words that may turn a sentence round without a "not"."""
OF_IMPRESSIONS = lexicon("seem seems seemed appear appears appeared look looks looked feel feels felt sound sounds")
"""Verbs that say how a thing strikes somebody, not what it is."""
PARTLY = frozenset(
    {"only", "just", "all", "every", "always", "necessarily", "least", "until", "so", "yet"}
    | {"at", "in", "on", "of", "by", "with", "for", "from", "about", "because"}
)
"""Words after a "not" that make it something other than a denial of the next word with a meaning."""
OF_CHARGES = lexicon("not never nor neither no nobody without falsely wrongly if")


def says_not(low: str) -> bool:
    """Whether a word in lower case says that the verb beside it is not so: "not", "never", "don't"."""
    return low in NOT or low.endswith(CONTRACTED)


def denies(low: str) -> bool:
    """Whether a word in lower case denies what stands beside it: "never", "don't"."""
    return low in NEGATIONS or low.endswith(CONTRACTED)

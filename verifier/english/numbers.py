"""Number words, and the words that stand beside figures."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_ENDINGS = lexicon("st nd rd th")
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINAL_TENS = [f"{tens.removesuffix('y')}ieth" for tens in TENS_FROM_TWENTY]
AND_A_HALF = ("and", "a", "half")
SHORT_THOUSAND = "k"
"""Tied to figures it is a thousand also of what is no money: "600k crossings"."""
TIED = lexicon("m bn k tn")
"""Scales that are written so close to figures."""
NOT_SPOKEN = lexicon("dozen mln bn")
"""Scales that nobody says before a sum, or nobody says so."""
SCALES = lexicon("hundred thousand million billion trillion")
COUNTS = frozenset((*TO_NINETEEN, *TENS_FROM_TWENTY)) | SCALES
"""What a figure in words is made of."""
LABELS = """
no no. number page chapter article section channel day week round phase level part volume season episode grade stage
group class type version lane gate room line
"""
BETWEEN = (["more"], ["other"], ["additional"], ["straight"], ["consecutive"], ["working"], ["full"])
"""What can stand between a number and its unit: "30 more days"."""
TO_TWENTY = (*TO_NINETEEN, "twenty")
TENS = {word: 10 * n for n, word in enumerate(TENS_FROM_TWENTY[1:], 3)}
ONE_OF = lexicon("a an half")
AFTER_HALF = lexicon("the its their his her all")
BEFORE_HALF = lexicon("first second other one top bottom")
BEFORE_MORE_MONEY = lexicon("to from and : , (")
"""Between a sum and a bare "200 million" that is money as well."""
MONEY_BEHIND_A_SCALE = {"won": "KRW", "pounds": "GBP"}
"""A verb and a weight, where no "million" stands before."""
JOINS_SHARES = lexicon("to and or")
"""Between two numbers that share one "percent": "30 to 40 percent", "4 and 3 percent"."""
NOT_A_FIGURE_BEFORE = lexicon("s 's ’s th st /")
PARTS_IN_WORDS = ("half", "halves", "halved", "third", "quarter", "fifth", "doubled", "double")
TOLD_ONCE = lexicon("score ordinal age")
"""Kinds of figures that an article gives of many games, ranks and people, and so of nothing twice."""
SHARES_IN_WORDS = lexicon("out per cent")
"""Beside figures in a share: "nine out of ten", "40 per cent"."""
BEFORE_A_VOTE = lexicon("voted vote voting by")
"""Before the two sides of a vote told in words: "voted five to two"."""
VOTES = lexicon("vote votes ballot ballots")

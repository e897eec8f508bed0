"""Words that writers and machines put wrongly side by side."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

# "the" and "a" open a noun phrase; nothing of this list can follow them, save in the set phrases.
NEVER_AFTER_THE = lexicon(
    "of and or but is are was were from because than a an the my our your their his its these those this"
)
SET_PHRASES = frozenset(
    [("the", "a", "cappella"), ("a", "la", "carte"), ("the", "a", "la"), ("the", "a", "priori"), ("a", "the", "onion")]
    + [("the", "is", "of"), ("a", "is", "for"), ("the", "and", "of"), ("the", "a", "b"), ("the", "a", "posteriori")]
)
# Speakers and writers double these on purpose ("a very, very long day", "what he had had").
DOUBLED = lexicon(
    "had that very really so many much long no never far more bye night hush blah knock tut boo yum chop hear aye "
    "there now way big again tuk cha can win go pooh half fifty buy do did does her is was what it are were ha ho "
    "hee yeah yes please well old too same his you pom dum la da na choo poo wee ga doo oh ooh ah hey ding beep "
    "tick tap less better sing goody rah on in up out"
)
NEVER_DOUBLED = lexicon("the a an of to and or with from by at for he they we i as be if than this these")
# A synonymiser does not know names: "House" became "Home", "Post" became "Submit".
SPUN_NAMES = frozenset(
    [("White", "Home"), ("Supreme", "Courtroom"), ("Related", "Press"), ("Washington", "Submit"), ("Wall", "Road")]
    + [("York", "Instances"), ("Angeles", "Instances"), ("Monetary", "Instances"), ("Prime", "Priest")]
    + [("Democratic", "Celebration"), ("Republican", "Celebration"), ("Labour", "Celebration")]
    + [("Conservative", "Celebration"), ("Nationwide", "Guard"), ("Nationwide", "Park"), ("World", "Struggle")]
)
FIRST_OF_PAIR = lexicon("in on at of to for from by with and that as into over is was has said")
SECOND_OF_PAIR = lexicon("the a an his her its their this be he she it they")
# Two prepositions or particles that cannot meet, and other pairs that no sentence holds.
PAIRS: dict[str, frozenset[str]] = {
    "of": frozenset(["of"]),
    "from": frozenset("of".split()),
    "with": frozenset("of".split()),
    "at": frozenset("of".split()),
    "despite": frozenset("of".split()),
    "according": frozenset("the a with in by of".split()),
    "has": frozenset("be".split()),
    "is": frozenset(["been"]),
    "was": frozenset(["been"]),
    "were": frozenset(["been"]),
    "are": frozenset(["been"]),
    "to": frozenset("been".split()),
    "will": frozenset("been being".split()),
    "would": frozenset("been being of".split()),
    "should": frozenset("been being of".split()),
    "could": frozenset("been being of".split()),
    "they": frozenset("was is has".split()),
    "we": frozenset("was is has".split()),
    "its": frozenset("a an the".split()),
    "it's": frozenset("own".split()),
    "an": frozenset("another other".split()),
    "the": frozenset("another".split()),
    "inspite": frozenset("of".split()),
    "prior": frozenset("the of".split()),
}
AFTER_WOULD_OF = lexicon("course late necessity")
PAST_FORMS = lexicon("went came took gave knew saw wrote spoke began became chose drove fell")
# A sentence that ends on one of these was cut off: something has to follow.
UNFINISHED = lexicon("the a an of to and or with from than because its their our your my but if whether")
DETERMINERS_AFTER_A = lexicon("the an of my our your their his its these")
LETTERS_OR_NAMES = lexicon("and or is in on as at if upon it am i era are un")
BEFORE_A_SECOND_DETERMINER = lexicon("and or entire whole half quarter")
BEFORE_THEY = lexicon("and than as word pronoun")
# What writers leave in their drafts, in capitals: orders to themselves, and what is still to come. What also stands in
# print is left out: (TBC) among fixtures, (ADD) for a disorder, (SOURCE: ...) under a table, [NAME] for one withheld.
TO_ONESELF = "CHECK|INSERT|CONFIRM|VERIFY|DOUBLE-CHECK|FACT-CHECK"
TO_COME = "FILL IN|TBC|TBD|TODO|TO DO|TO COME|ADD|REWRITE|QUOTE HERE|STATS HERE"
COUNTED = "percent|per cent|thousand|million|billion|trillion|people|years|days|dollars|euros|pounds|votes|jobs"

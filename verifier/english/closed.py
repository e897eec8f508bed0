"""Closed classes where they are asked for: determiners, pronouns, prepositions, quantifiers, conjunctions."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

ANY_PRONOUN = lexicon(
    "he she they it him her them his hers their its who whom whose this these that those i we me us my our you"
)
EMPTY = lexicon(
    "a an the and or but nor if of in on at to by for from with about into over under after before between during "
    "through against among as than then there here when where while because although though until since so such "
    "that this these those it its he she they them his her their him who whom whose which what is are was were be "
    "been being am has have had having do does did doing will would shall should can could might must may also both "
    "each other some any all more most same own said says say saying told tells according"
)
"""Words that make a statement stand alone without saying anything of their own."""
STANDS_ALONE = lexicon("some those others many anyone everyone someone people all few several most one")
WHERE = lexicon("in at from near across around inside within on of")
QUESTION = lexicon("whether if how why what where when who which")
LIKE_PREPOSITIONS = lexicon("including excluding regarding concerning")
BEFORE_THE_COUNTED = lexicon("the all its their his her our those these that")
NOT_A_SUBJECT = lexicon(
    "and but or because as when while if though although which that in for with about after is was are were be on "
    "at from by before since until to of into over who whose whom where so than then not yet nor has have had can "
    "could would will may might must should did do does"
)
RELATIVES = lexicon("who which that whose where when whom")
DETERMINERS_AND_POSSESSIVES = lexicon("a an the his her its their our this that 's ’s")
DETERMINERS_OF_ONE = lexicon("a an the his her its their our this that")
BEFORE_A_SPEAKER = lexicon("a an the his her its their this that these those no any some all both every")
NEW_CLAUSE = lexicon("and but after when while as because during")
ATTACHES = lexicon("of for in at from with on to by against between under among about")
RELATIVES_TO_PEOPLE = lexicon("who which that whom")
SUBORDINATE = lexicon("while though although whereas when after before because since if as which who where")
QUANTIFIERS = lexicon("some many several others most both few those")
PRONOUNS_FOR_SPEAKERS = lexicon("he she they it i we you him her his their its who this that these those one")
ENDS_HEAD = lexicon("of for in at with to from on by about who which that whose ( , -- – —")
OPENING = lexicon("with against after before like unlike without despite from under alongside")
PLACES_IN = lexicon("in at on within across from inside around")
SEVERAL = lexicon("some many others most few several those both all")
# Words that stand for an unknown number of unknown people.
SOME = lexicon("some many several others most few numerous various countless certain")
ONE_OF_THEM = lexicon("a an one another two three")
RESTRICTS = lexicon("in of from at with who inside within among on for across around")
DEFINITE = lexicon("the this that these those both all")
BARE = lexicon("it so this how why whether if what to of for")
BEFORE_NOUNS = lexicon("a an the his her their its of by with")
OWNERS = lexicon("his her its their 's ’s")
EVERYWHERE = lexicon("the a an of in and to for by with at on from , ( $")
"""Words that stand before figures of every kind."""
POINTING_BACK = lexicon("the those these this his her its their our 's ’s")
NARROWS = lexicon("who that which whose of from with between under aged without in at on for to")
PARTS = lexicon("most some half many none few all each any several third quarter")
KNOWN = lexicon("the that this his her their its ’s 's")
NESTED = lexicon("including include includes from than compared another up down")
OPEN_LIST = lexicon("include includes including among others other rest remaining some so than not least")
"""Words beside a list that need not be whole, or is none of parts."""
VAGUE_QUANTIFIERS = lexicon("some many others several most")
LINKS = lexicon("in of within inside across from on at among")
OPENERS = lexicon("a an no few one two three some many several most other independent")
CONJUNCTIONS = lexicon("but and yet while although though still however that if when where which as")
# "few experts believe it" cites nobody
NOBODY = lexicon("few no not")
OBJECT_RELATIVES = lexicon("whom which whose")
EXAMPLES = lexicon("including like such led")
NEVER_BEFORE_ANOTHER = lexicon(
    "the this that these those a an each every any some my your his her its our their last next same"
)
EMPTY_SUBJECTS = lexicon("it there that this")
RELATIVES_OF_A_SUBJECT = lexicon("who which whose")
LINKS_A_VERB = lexicon("and but or then to by for before after while")
OPENS_A_CLAUSE = lexicon("and but that because as when while if : ; who which")
BEFORE_A_SUBJECT = lexicon("and but so as")
COORDINATORS = lexicon("and but or")
STANDS_FOR_A_NOUN = lexicon("this that these those all some many both others most each few")
OPENS_A_NOUN = lexicon("the a an its their my your our")
OPENS_AN_ADJUNCT = lexicon("on in at during to with by via through after before")
NO_MERE_ADVERBS = lexicon("not there now here even only")
RELATIVE_SUBJECTS = lexicon("who which that")
IN_THE_TALK = lexicon("i we you")
ALWAYS_SUBORDINATORS = lexicon("that who which whose whom because what")
DEMONSTRATIVES = lexicon("this those these")
OF_THEM = lexicon("them those these us you")
TAKES_UP = lexicon("this it that which but then and")
ONE = lexicon("a an one")
KNOWN_WHOLE = lexicon("the that this its")
DEFINITE_ONE = lexicon("the that this")
ARTICLES = lexicon("the a an")
DEFINITE_AND_POSSESSIVES = lexicon("the these those his her their its our my")
AFTER_OF = lexicon("the them those whom which his")

"""Closed classes where they are asked for: determiners, pronouns, prepositions, quantifiers, conjunctions."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

THE_A_AN = ("the", "a", "an")
ARTICLES = frozenset(THE_A_AN)
DEMONSTRATIVES = lexicon("this those these")
POSSESSIVES_OF_OTHERS = lexicon("his her its their")
AFTER_AN_OWNER = lexicon("'s ’s")
"""The mark that makes a noun a possessive, which determines what follows as "his" does."""
QUANTIFIERS_OF_PEOPLE = lexicon("some many others several most")
SUBJECTS = lexicon("he she they we i")
"""Pronouns that are subjects and nothing else."""
PARTICLES = lexicon("out up off back away down")
REFLEXIVES = lexicon("himself herself itself themselves myself ourselves yourself")
RELATIVE_SUBJECTS = lexicon("who which that")
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
ONCE_SINCE = lexicon("once since yet")
"""What opens a clause, and stands inside a verb's group too: "has since left", "he once said", "has yet to"."""
STANDS_ALONE = lexicon("some both those others many anyone everyone someone people all few several most one")
HANGS_IN_FRONT = lexicon("while if when although though because unless once since after before")
"""What opens a clause that stands before the main one, behind "that" too: "said that while she was glad, ..."."""
OPENS_WHAT_IS_SAID = lexicon("that why whether how")
OPENS_A_QUESTION = lexicon("whether if why how")
"""What may stand behind where and when it was said, or asked."""
BEGINS_A_STATEMENT = SUBJECTS | ARTICLES | POSSESSIVES_OF_OTHERS | lexicon("that whether it")
LIKE = lexicon("like unlike")
POINTS_AHEAD = lexicon("this that here")
"""What stands for the clause behind it: "[this] is how Lee sees it:"."""
POINTS_TO_A_PLACE = lexicon("here there elsewhere")
PLACES_IN = lexicon("in at on within across from inside around")
WHERE = PLACES_IN | lexicon("near of")
BEFORE_TO_A_PLACE = lexicon("back return returns returned come comes came go goes went head heads move moves way road")
"""Before the "to" of where somebody or something goes: "the fair [returns] to Ayr"."""
GREETINGS = lexicon("good hello hi dear welcome goodbye")
"""What opens a greeting, which names whoever is greeted behind a comma: "Good morning, Ayr"."""
QUESTION = lexicon("whether if how why what where when who whom which")
LIKE_PREPOSITIONS = lexicon("including excluding regarding concerning")
BEFORE_THE_COUNTED = POSSESSIVES_OF_OTHERS | lexicon("the all our those these that")
NOT_A_SUBJECT = lexicon(
    "and but or because as when while if though although which that in for with about after is was are were be on "
    "at from by before since until to of into over who whose whom where so than then not yet nor has have had can "
    "could would will may might must should did do does"
)
RELATIVES = RELATIVE_SUBJECTS | lexicon("whose where when whom")
DETERMINERS_OF_ONE = ARTICLES | POSSESSIVES_OF_OTHERS | lexicon("our this that")
DETERMINERS_AND_POSSESSIVES = DETERMINERS_OF_ONE | AFTER_AN_OWNER
ONE_SPEAKER = ARTICLES | POSSESSIVES_OF_OTHERS | DEMONSTRATIVES | lexicon("that our my")
BEFORE_A_SPEAKER = ARTICLES | POSSESSIVES_OF_OTHERS | DEMONSTRATIVES | lexicon("that no any some all both every")
NEW_CLAUSE = lexicon("and but after when while as because during")
ATTACHES = lexicon("of for in at from with on to by against between under among about behind near")
RELATIVES_TO_PEOPLE = RELATIVE_SUBJECTS | {"whom"}
SUBORDINATE = lexicon("while though although whereas when after before because since if as which who where")
HANGS_BEHIND = lexicon("while though although whereas when after before because since if where that")
"""What opens a clause that hangs on the main one, which may go on behind it."""
QUANTIFIERS = QUANTIFIERS_OF_PEOPLE | lexicon("both few those")
PRONOUNS_FOR_SPEAKERS = lexicon("he she they it i we you him her his their its who this that these those one")
ENDS_HEAD = lexicon("of for in at with to from on by about who which that whose ( , -- – —")
BEFORE_AN_EMPLOYER = lexicon("at for from with")
"""Between somebody and the body he is of: "a guard at the firm"."""
OPENING = lexicon("with against after before like unlike without despite from under alongside of about to asked")
SEVERAL = QUANTIFIERS | {"all"}
# Words that stand for an unknown number of unknown people.
SOME = lexicon("some many several others most few numerous various countless certain")
ONE_OF_THEM = lexicon("a an one another two three")
RESTRICTS = lexicon("in of from at with who inside within among on for across around")
DEFINITE = lexicon("the this that these those both all")
BARE = lexicon("it so this how why whether if what to of for")
BEFORE_NOUNS = ARTICLES | POSSESSIVES_OF_OTHERS | lexicon("of by with")
OWNERS = POSSESSIVES_OF_OTHERS | AFTER_AN_OWNER
POINTING_BACK = POSSESSIVES_OF_OTHERS | DEMONSTRATIVES | AFTER_AN_OWNER | lexicon("the our")
KNOWN = POSSESSIVES_OF_OTHERS | AFTER_AN_OWNER | lexicon("the that this")
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
NEVER_BEFORE_ANOTHER = (
    ARTICLES | POSSESSIVES_OF_OTHERS | DEMONSTRATIVES | lexicon("that each every any some my your our last next same")
)
EMPTY_SUBJECTS = lexicon("it there that this")
RELATIVES_OF_A_SUBJECT = lexicon("who which whose")
LINKS_A_VERB = lexicon("and but or then to by for before after while")
OPENS_A_CLAUSE = lexicon("and but that because as when while if : ; what who whom which")
OPENS_A_HUNG_CLAUSE = lexicon("that which what because while when if after before although though since until")
BEFORE_A_SUBJECT = lexicon("and but so as")
COORDINATORS = lexicon("and but or")
TIES = COORDINATORS | {"of"}
STANDS_FOR_A_NOUN = (SEVERAL - {"several"}) | DEMONSTRATIVES | lexicon("that each")
OPENS_A_NOUN = ARTICLES | lexicon("its their my your our")
OPENS_AN_ADJUNCT = lexicon("on in at during to with by via through after before")
NO_MERE_ADVERBS = lexicon("not there now here even only")
FIRST_PERSON = lexicon("i we i'm we're i’m we’re i'll we'll i’ll we’ll my our me us")
FIRST_PERSON_SINGULAR = lexicon("i i'm i’m i'll i’ll i've i’ve i'd i’d my me mine myself")
SECOND_PERSON = lexicon("you you're you’re you've you’ve you'd you’d your yours yourself")
BEFORE_AN_ASKER = lexicon("to with by")
IN_THE_TALK = lexicon("i we you")
ALWAYS_SUBORDINATORS = RELATIVE_SUBJECTS | lexicon("whose whom because what")
OF_THEM = lexicon("them those these us you")
BEFORE_A_TAG = lexicon("# @")
TAKES_UP = lexicon("this it that which but then and")
ONE = (ARTICLES - {"the"}) | {"one"}
DEFINITE_ONE = lexicon("the that this")
KNOWN_WHOLE = DEFINITE_ONE | {"its"}
DEFINITE_AND_POSSESSIVES = POSSESSIVES_OF_OTHERS | lexicon("the these those our my")
AFTER_OF = lexicon("the them those whom which his")
BARS = lexicon("; : which because although while when where if but )")
"""Beyond these no name for a quoted fragment is looked for."""
AFTER_A_FIGURE = lexicon("and or to of in on at by from for with as than but were was are is have had has")
"""Small words that may follow a figure and are no noun of it."""
NEEDS_A_NOUN = lexicon("the a an its their my your our whose every no")
"""Determiners that no noun can be left out after (Huddleston and Pullum, The Cambridge Grammar of the English Language,
chapter 5, section 9); "another", "most" and "each" stand alone."""
HANGS_ON = lexicon("while whereas however")
"""What opens a clause that stands beside a statement, not in it."""
ENDS_SILENCE = lexicon("and but as while when for at in on until")
"""What goes on behind "said nothing", of whoever keeps silent."""
MEANWHILE = lexicon("as while when")
"""What tells what somebody does while he speaks: "said as he left"."""
THEN = lexicon("when after before if because")
"""What opens a clause that may as well be about whoever the sentence before is about."""
BEFORE_SUBORDINATE = lexicon("and but or ever even")
"""What may stand before the word that opens such a clause: "[Even] as he denied it"."""
DENIES_A_SUBJECT = lexicon("nor neither not")
"""Before who says something: "[not] one of them said"."""
ANSWERS = lexicon("yes no")
"""What answers a question whole."""
MAY_OPEN_A_CLAUSE = lexicon('$ “ " ‘ in as on')
BEFORE_AN_ESTIMATE = lexicon("at between above below")
"""Before the figure that somebody gives a thing: "puts the cost at 40 million"."""
SET_BESIDE = lexicon("compared contrasted")
"""Participles that set a second figure beside the first, before "with" or "to"."""
LOCATES = lexicon("in on at")
COMPLETES = lexicon("as for over")
"""Prepositions that go on with a verb of judging: "praised her [for] it", "cast him [as] a rogue"."""
TELLS_WHEN = lexicon(
    "after before during when while because since until throughout amid despite unless though although"
)
"""What opens a phrase or a clause that tells when, why or in spite of what something was done (Huddleston and Pullum,
chapter 8)."""
ADVERBIAL = lexicon("when where if")
"""What opens a clause that may lack its subject: "when asked"."""
BEFORE_A_FRONTED_CUE = lexicon("when if , and but")
NO_ONE = lexicon("nobody none neither nothing noone")
"""Subjects that deny (Huddleston and Pullum, chapter 9): what they "said" nobody has said."""
ANYONE = lexicon("anyone anybody whoever")
"""Whom nothing names: "anyone who heard it is asked to call"."""
ENDS_AN_AGENT = lexicon("for as in on at after before when while because over during and but who which that")
"""What follows the agent of a passive: "criticised by the court [for] ..."."""
JOINS_NAMES = lexicon("and , & the a his her of former then sen. rep. gov. mr. mrs. ms. dr.")
"""What may stand between two names, or before the second, that are one subject: "Senator Reed and Mayor Holt"."""
IN_CASE = lexicon("if unless nor neither")
"""Before a subject: what it says is denied or only supposed."""
BOTH = lexicon("both couple pair twins duo")
"""Words for two of them."""
CLAUSE_MARKS = lexicon(", ; : ( ) — –")
FLOATS = lexicon("each both alike")
"""Quantifiers that may stand behind the noun they belong to: "Lee and Holt both"."""
NO_LONGER = ["no", "longer"]

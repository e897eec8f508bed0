"""Words for people: their parts, kinds, bodies, and what befalls them."""

from __future__ import annotations

from typing import Literal

from verifier.english.lexicon import lexicon

ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "man",
    "woman",
    "ect",
    "yst",
    "eon",
    "ef",
    "son",
    "end",
    "ide",
    "te",
)
NOUNS = lexicon("head official boss wife pilot judge nurse patient lawmaker mayor professor guard coach")
TWO_DIGITS = frozenset(str(n) for n in range(10, 100))
"""Ages as they stand beside a name."""
APPOSITIVE = TWO_DIGITS | lexicon(
    "the a an his her its their who one now then former formerly chief president chairman chairwoman director head "
    "professor executive senior deputy co-founder founder editor author leader spokesman spokeswoman vice attorney "
    "secretary general manager owner analyst lawyer republican democrat jr"
)
GENDERS: dict[str, Literal["male", "female"]] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
}
# Nouns for people known only by their opinion or by being a source at all.
ANYBODY = lexicon(
    "admirer admirers advocate advocates analyst analysts backer backers commentator commentators commenter "
    "commenters critic critics cynic cynics defender defenders detractor detractors doubter doubters economist "
    "economists expert experts fan fans insider insiders naysayer naysayers observer observers onlooker onlookers "
    "opponent opponents pundit pundits rumor rumors rumour rumours sceptic sceptics skeptic skeptics source sources "
    "specialist specialists strategist strategists supporter supporters watcher watchers"
)
# Plural nouns that name a circle, not a member of it; vague only without a name or number to hold on to.
CIRCLES = lexicon(
    "activists allies businesses campaigners citizens colleagues companies competitors countries executives firms "
    "governments groups historians industries insiders investors lawyers leaders locals nations neighbors "
    "neighbours observers parents partners peers people scholars scientists researchers rivals traders users "
    "viewers voters women men academics bankers consumers friends"
)
# What an anonymous source may be called where the article says whose mouth it is.
ROLES = lexicon(
    "adviser advisers advisor advisors agent agents aide aides associate associates attorney attorneys ally allies "
    "colleague colleagues confidant delegate delegates diplomat diplomats donor donors employee employees executive "
    "executives friend friends insider insiders lawmaker lawmakers lawyer lawyers member members negotiator "
    "negotiators officer officers official officials operative operatives person people prosecutor prosecutors "
    "relative relatives source sources staffer staffers staff strategist strategists worker workers analyst "
    "analysts"
)
QUALITIES = lexicon(
    "administration american british chinese european foreign former gop government independent industry "
    "intelligence international judicial legal local longtime market military outside political republican "
    "democratic security senior top western white leading prominent house high-ranking veteran unnamed anonymous "
    "unidentified well-placed informed police federal state party campaign diplomatic business conservative liberal "
    "progressive official human rights trading"
)
STATES = lexicon("dead killed died missing injured wounded hurt arrested homeless stranded evacuated displaced")
STANDS_FOR_AGE = lexicon("boy girl man woman teenager student who was is had has said told")
KINDS = """
male female men women boys girls children adults civilians soldiers killed injured wounded dead missing arrested charged
"""
COUNTED = """
people person man woman child worker victim passenger evacuee resident runner voter patient employee student pupil
soldier member protester survivor inmate prisoner villager migrant refugee musician player fan spectator visitor guest
teacher nurse guest tourist pilgrim hostage miner sailor firefighter job
"""
FATES = lexicon("dead missing injured wounded arrested evacuated homeless stranded trapped displaced infected")
FATES_OF = {
    "body": "dead",
    "corpse": "dead",
    "fatality": "dead",
    "held": "arrested",
    "detained": "arrested",
    "hurt": "injured",
}
"""What else tells of a fate, where people are counted: "the 24 bodies"."""
BEFALLS_PEOPLE = lexicon("dead injured arrested")
"""Fates that nobody tells of things."""
AGENTS = ("er", "or", "ist", "ian")
"""Endings of nouns for people: climber, sailor, tourist, librarian."""
SURVEYED = lexicon(
    "voter respondent people man woman child adult member student resident household american worker teacher "
    "employee patient pupil"
)
SEXES = lexicon("man woman boy girl male female adult child")
SEXES_OF = {"child": lexicon("boy girl male female"), "adult": lexicon("man woman male female")}
"""Which of them those of an age can be: "nine children, five boys and four girls"."""
KNOWN = lexicon(
    "Trump Obama Biden Clinton Bush Reagan Carter Nixon Kennedy Johnson Eisenhower Truman Roosevelt Lincoln "
    "Washington Jefferson Harris Pence Cheney Putin Yeltsin Gorbachev Medvedev Zelensky Zelenskyy Xi Mao Deng Hu "
    "Merkel Scholz Kohl Macron Hollande Sarkozy Chirac Sunak Truss Starmer May Cameron Blair Thatcher Churchill "
    "Brown Major Trudeau Modi Gandhi Nehru Erdogan Netanyahu Arafat Assad Saddam Gaddafi Qaddafi Khamenei Khomeini "
    "Rouhani Mandela Mugabe Castro Chavez Maduro Bolsonaro Lula Kim Abe Duterte Hitler Stalin Lenin Mussolini "
    "Napoleon Marx Freud Darwin Einstein Newton Galileo Shakespeare Mozart Beethoven Bach Picasso Beyonce Beyoncé "
    "Madonna Rihanna Adele Drake Bono Pele Pelé Maradona Messi Ronaldo Jesus Muhammad Christ Buddha Socrates Plato "
    "Aristotle Orwell Kafka Tolstoy"
)
"""People whom a newspaper's readers know by one name; a desk adds its own in the settings (known_people)."""
UNNAMED = lexicon(
    "critics analysts experts economists observers sources source supporters opponents skeptics sceptics insiders "
    "pundits commentators advocates activists partners strategists detractors backers lawmakers scientists "
    "researchers scholars historians investors traders voters residents people leaders groups specialists aides "
    "officials"
)
AGED = lexicon("aged age ages")
SOURCES = lexicon("source sources insider insiders")
HE_OR_SHE_SPEAKS = frozenset(("he", "she"))
KIN = lexicon(
    "wife husband son daughter father mother brother sister widow widower uncle aunt nephew niece cousin grandson "
    "granddaughter grandfather grandmother twin twins sibling siblings parents children sons daughters brothers "
    "sisters family dad mom mum stepson stepdaughter spouse in-law namesake dynasty clan"
)
"""Words beside which another bearer of a surname is a relative, or said not to be one."""
SIBLINGS_AND_SPOUSES = KIN - lexicon("family parents children")
"""The same without those whom a text may tell of for another's sake, as the parents of pupils."""
ANSWERS = lexicon("witness interviewee defendant plaintiff respondent")
"""What a person is called who answers questions in a record of them."""
RELATIONS = KIN | lexicon(
    "rival opponent ally friend foe colleague fellow neighbour neighbor partner challenger critic"
)
"""Nouns that say what somebody is to somebody else: before a name they are no title."""
"""How "Ada Vale, the lawyer" or "Ada Vale, who" begins behind the comma."""

OTHERS_OF_A_FAMILY = lexicon(
    "father mother parents parent brother brothers sister sisters son sons daughter daughters uncle aunt cousin "
    "husband wife grandfather grandmother grandparents couple family they who his her their he she"
)
"""Words after a birth that may make what follows somebody else's doing."""

COUNTED_BY_NAME = lexicon(
    "men man women woman people person boy girl child suspect officer soldier driver student victim member worker "
    "player teacher nurse councillor councilor councilman senator lawmaker judge candidate winner author director "
    "friend brother sister son daughter colleague singer actor scientist miner hostage prisoner"
)
"""Singulars of nouns behind which names stand: "three men, Ana Ruiz, ..."."""

MADE = lexicon("elected appointed retired convicted displaced injured wounded registered accused jailed detained armed")
"""What somebody has been made, which stands before what he is: "[elected] officials say"."""
ONE_OF_A_CROWD = frozenset(COUNTED.split()) | lexicon(
    "neighbour neighbor witness mother father parent source passer-by passerby bystander"
)
"""Who may be meant by "one guest": a member of a crowd that was there."""
OF_AN_AGE = frozenset(("year-old",))
"""The end of an age that stands for whoever has it: "the 46-year-old"."""

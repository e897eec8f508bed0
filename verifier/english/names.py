"""Parts of names, and words that make a name an organisation, a place or a thing."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

GENERATIONS = lexicon("jr. sr. jr sr ii iii iv")
SMALL_IN_SIGNATURES = lexicon("of the and for de van von der la jr sr ii iii")
JOINTS = lexicon("of for on and &")
SMALL = JOINTS | lexicon("the in to")
OFFICES = lexicon(
    "state defense defence treasury commerce labor labour education energy homeland security health human services "
    "interior transportation agriculture veterans affairs house representatives the and foreign opposition"
)
ENDINGS_OF_A_NAME = lexicon("s n e")
"""Letters that make another name, or more of one name, at its end."""
ENDINGS_OF_PEOPLES = lexicon("a o")
"""By which one word for a people has two sexes: "Latino", "Latina"."""
ENDINGS_OF_ANYBODY = ("s", "an", "ern", "ese", "ish")
"""How words with a capital end that name nobody: "Iowans", "Southern"."""
BODIES = lexicon("council association society foundation federation commission committee institute union charity trust")
PARTICLES = lexicon(
    "van von der den de del della di da dos das du la le el al bin bint ibn ben ter ten zu af y e abu ul"
)
ORGANISATION_WORDS = lexicon(
    "committee department ministry university college institute institution company corporation corp corp. inc "
    "inc. ltd ltd. llc plc co. co group holdings bank agency association society party court senate house council "
    "commission union foundation federation league club team authority bureau office service services school "
    "synod academy center centers centre centres hospital church army navy police force forces administration board "
    "fund trust network alliance coalition conference congress parliament assembly cabinet campaign caucus "
    "organization organisation airlines airways motors technologies systems industries partners associates "
    "laboratories labs museum library theatre theater orchestra tribunal secretariat command corps guard brigade "
    "battalion division unit pentagon treasury exchange reserve ensemble festival project initiative program "
    "programme pac lab press magazine chamber nations qaeda qaida shabab shabaab nusra"
)
PLACE_WORDS = lexicon(
    "street avenue road boulevard square park island islands river lake sea ocean bay mountain mountains valley "
    "county city town village beach airport bridge hills heights district province state peninsula strait gulf "
    "desert forest canyon harbor harbour port palace castle stadium tower building plaza hall mount cape coast "
    "creek station"
)
OTHER_WORDS = lexicon(
    "act bill treaty agreement accord war wars prize award awards cup championship championships olympics games "
    "revolution movement constitution amendment protocol resolution convention day week month year eve century "
    "crisis plan deal report summit debate scandal age era dream series episode edition version system bible quran "
    "koran church dollar euro explorer windows code rule article chapter section title clause operation"
)
PLACE_OPENERS = lexicon("San Santa Fort Mount Port Los Las Middle Saint")
PARTISANS = lexicon("republican democrat democratic conservative liberal libertarian independent")
PARTIES = lexicon("democrats republicans libertarians tories")
"""A party's people, who speak as one."""
THINGS_IN_LETTERS = lexicon(
    "TV AIDS HIV DNA SUV MBA MD PCP LSD DVD CD ID IQ GDP CEO CFO COO LGBT LGBTQ POTUS FLOTUS PAC RV UFO ATM GPS PIN "
    "PTSD HPV COVID PC PR HR OK"
)
"""Letters that a dictionary has as a common noun."""
MEMBERS = lexicon(
    "workers citizens americans veterans teachers nurses doctors parents mothers fathers students farmers drivers "
    "lawyers scientists physicians engineers employees taxpayers residents friends daughters sons women brothers "
    "sisters fighters officers fishers neighbours neighbors communities families voters reporters journalists writers"
)
"""Those after whom an association is called: "Mine Workers of", "Citizens for"."""
BEFORE_OF = lexicon("republic kingdom secretary bank gulf bay isle cape duke speaker director statue")
SMALL_IN_TITLES = lexicon(
    "a an the of in on at to for and or but nor with from by as is be vs into over under about up your my our"
)
SMALL_IN_HEADLINES = JOINTS | lexicon("the in")
SMALL_BUT_LONG = lexicon("that with from over into")
INSIDE = lexicon("de la of the van von . n")
AFTER_A_COMMA = lexicon("the a an who his her its their one")
FOLLOWED_BY = lexicon("in on at of for with to was is has had")
ENDED_BY = lexicon(', . ; and who whose which said "')
LINKS = lexicon("of the and")
BEFORE_A_ROLE = lexicon("the a an who")
BODIES_OF_TWO_FIELDS = lexicon("service services executive directorate inspectorate authority department agency board")
"""The last word of a body that is called by two things it does: "Fire and Rescue Service"."""
BODIES_BEFORE_ON = lexicon("committee subcommittee commission administration department services")
BODIES_WITH_AND = lexicon("department ministry bureau office institute center centers centre centres")
BODIES_OF_WHAT = lexicon("of for on")
"""What ties the two fields to a body: "Centers [for] Disease Control and Prevention"."""

"""Words that exclude each other: opposites ("allow", "forbid") and members of one small class ("brother", "sister").

General English, written from no article. Looked up by :func:`rivals` with the keys of :mod:`matching`, so one entry
holds for all forms of a word.
"""

from __future__ import annotations

from functools import cache

from verifier.language.matching import key

_OPPOSITES = """
allow permit let authorize enable | ban forbid prohibit bar block prevent forced required
forced required mandated obliged compelled ordered | allowed permitted free forbidden optional
mandatory compulsory obligatory | voluntary optional
accept approve grant allow uphold endorse | reject deny refuse dismiss strike overturn block
endorse support back embrace defend praise | oppose condemn denounce criticize ban reject
open | close shut
begin start launch | end finish halt suspend stop
increase rise grow gain climb soar jump surge raise expand inflate | decrease fall shrink lose drop decline plunge slump reduce cut lower contract deflate slash contain curb
~ add adding | cut reduce remove subtract
increasing rising growing soaring elevated | decreasing falling shrinking declining deflated
gain | loss lose
win won victory triumph | lose lost defeat
winner | loser
beat defeat | lose
keep retain preserve | delete remove erase uninstall discard abandon
~ include | exclude omit
including | excluding except
~ before | after following
because due | despite
accept | decline
true correct right accurate | false wrong incorrect untrue inaccurate
innocent acquitted cleared exonerated | guilty convicted
arrested charged detained convicted jailed | released freed acquitted cleared
arrest detain | release free acquit
alive living survived | dead died killed
~ old | new
~ first | last
~ early | late
high higher highest record | low lower lowest
more most majority | less fewer least minority
rich wealthy | poor
strong stronger | weak weaker
safe | dangerous unsafe
legal lawful | illegal unlawful
~ public | private
domestic national | foreign
popular popularity | unpopular unpopularity
direct | roundabout indirect
temporary | permanent
distant far remote | nearby close near
known | unknown
controlled | uncontrolled
specific | generic general
~ free | imprisoned jailed
thriving booming flourishing prospering triumphant | struggling failing troubled ailing
success succeed | failure fail
hire | fire
buy purchase buying | sell selling
import | export
borrow | lend
profit surplus | loss deficit
~ left | right
~ north northern | south southern
~ east eastern | west western
left-wing liberal leftist | right-wing conservative rightist
~ for favor | against
peace peaceful | war invasion
ally friend | enemy foe rival opponent
hero | villain
optimistic | pessimistic
agree | disagree
love | hate
remember | forget
arrive | leave depart
enter join | quit leave exit
hot warm | cold cool
~ light | heavy
clean | dirty
major large big huge mega megacluster | minor small tiny mini
thick | thin
wide | narrow
deep | shallow
fast quick | slow
empty | full
~ lead leading ahead | trail trailing behind
~ present | absent
capture | release
~ attack | defend
build | demolish destroy
confirm | deny
admit | deny
reveal disclose | hide conceal
worse worst | better best
~ never | always
~ all every | none no
~ few | many
~ likely | unlikely
~ able | unable
possible | impossible
happy | unhappy
stable | unstable
healthy well | sick ill unhealthy
~ male man men boy boys | female woman women girl girls
boycott protest | promotion celebration welcome
"""  # noqa: E501 - one entry a line

_CLASSES = """
red orange yellow green blue purple pink brown violet grey
~ black white
brother sister wife husband son daughter father mother uncle aunt nephew niece cousin grandfather grandmother girlfriend boyfriend
~ second seconds minute hour day week month year decade century
~ kilometer mile meter foot inch yard centimeter
federal provincial municipal state
astronomer chemist biologist physicist geologist historian economist psychologist engineer botanist archaeologist
galaxy star planet moon comet asteroid
earthquake hurricane tornado flood wildfire explosion volcano avalanche tsunami blizzard drought
gold silver copper iron coal tin zinc lithium uranium diamond
soy almond oat rice coconut cashew hemp pea walnut hazelnut macadamia peanut flaxseed
coffee tea water milk beer wine juice soda
beef pork chicken lamb fish turkey
olive coconut sunflower palm peanut sesame
car truck bus train plane helicopter ship boat bicycle motorcycle tram ferry pickup
dog cat horse cow sheep pig goat bear wolf lion tiger elephant whale shark
fraud murder rape robbery theft arson kidnapping assault burglary manslaughter perjury treason
senator congressman governor mayor president premier chancellor king queen prince princess
doctor nurse teacher lawyer pilot farmer soldier firefighter driver
founder co-founder owner chairman
commission parliament council court committee
~ spring summer autumn winter
~ morning afternoon evening night
~ january february march april may june july august september october november december
~ monday tuesday wednesday thursday friday saturday sunday
~ north south east west
knife gun bomb rifle pistol sword axe
arm leg knee shoulder elbow ankle wrist hip neck
football basketball baseball tennis golf hockey cricket rugby volleyball boxing swimming
gold silver bronze
piano guitar violin drums trumpet cello
christian muslim jewish hindu buddhist sikh
mosque church synagogue temple
school hospital prison airport hotel restaurant factory museum
university kindergarten
cancer diabetes malaria measles influenza cholera ebola polio tuberculosis
injured missing unharmed
~ million billion trillion thousand
euro dollar pound yen rupee peso franc
bond stock loan
novel film song opera play
astronaut sailor diver
river lake sea ocean mountain
husband wife
~ quarter half third
"""  # noqa: E501 - one entry a line


_TIGHT = "~ "
"""Opens a line of words that often stand side by side: they exclude each other in the same place only."""


@cache
def _loose() -> frozenset[str]:
    lines = (*_OPPOSITES.strip().splitlines(), *_CLASSES.strip().splitlines())
    return frozenset(key(w) or w for line in lines if not line.startswith(_TIGHT) for w in line.split() if w != "|")


def loose(a: str) -> bool:
    """Whether this key excludes its rivals wherever a sentence that tells the same has them."""
    return a in _loose()


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES.strip().splitlines():
        one, other = ({key(w) or w for w in side.split()} for side in line.removeprefix(_TIGHT).split("|"))
        for a in one:
            found.setdefault(a, set()).update(other)
        for b in other:
            found.setdefault(b, set()).update(one)
    return {k: frozenset(v - {k}) for k, v in found.items()}


@cache
def _siblings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _CLASSES.strip().splitlines():
        members = {key(w) or w for w in line.removeprefix(_TIGHT).split()}
        for member in members:
            found.setdefault(member, set()).update(members - {member})
    return {k: frozenset(v) for k, v in found.items()}


def opposites(a: str) -> frozenset[str]:
    """The keys that say the opposite of this one."""
    return _table().get(a, frozenset())


def rivals(a: str) -> frozenset[str]:
    """Every key that excludes this one, as its opposite or as another member of its class."""
    return _table().get(a, frozenset()) | _siblings().get(a, frozenset())


def siblings(a: str) -> frozenset[str]:
    """The other members of this key's class."""
    return _siblings().get(a, frozenset())

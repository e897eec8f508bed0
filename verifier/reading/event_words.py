"""Words for what happens, gathered by the event they can name: a verb, its nouns, and what reporters call it next."""

from __future__ import annotations

from functools import lru_cache

from verifier.reading.matching import key

_GROUPS = """
rule ruling decide decision verdict judgment judgement overturn uphold acquit acquittal
approve approval pass passage vote adopt adoption endorse endorsement ratify ratification backing
reject rejection veto vote refuse refusal
visit trip travel tour
arrive arrival arriving
meet meeting talks summit gather gathering reception session negotiation negotiations
debate face-off faceoff
speech address speak lecture comments remarks statement
conference briefing presser
open opening launch debut start begin beginning premiere kickoff inaugurate inauguration introduce rollout
reopen reopening re-open re-opening
end close closing conclude conclusion finish finale closure shut shutdown
die death kill killing dead shooting shoot murder gun stab stabbing slay
arrest detain detention custody capture
attack assault bombing bomb blast explosion explode strike raid ambush airstrike offensive
vote election ballot poll polls referendum elect elected re-election reelection re-elected reelected re-elect
announce announcement declare declaration unveil reveal
unveil unveiling launch event introduce presentation
publish publication release issue
crash collision collide accident derail derailment plunge wreck pile-up
sink sinking capsize shipwreck
hear hearing testify testimony
resign resignation quit
dismiss dismissal sack sacking oust ouster fire firing
retire retirement quit
suspend suspension
ban
protest demonstration demonstrate demonstrator rally march walk-in sit-in
strike walkout stoppage
trial sentence sentencing convict conviction plead plea jail verdict
charge indict indictment
leave departure depart exit
expire expiry expiration deadline
win victory beat defeat match game triumph final loss
earthquake quake tremor
storm hurricane typhoon cyclone landfall tornado
flood flooding
fire blaze
eruption erupt
avalanche landslide mudslide
sign signing
agree agreement deal accord pact
sell sale buy purchase acquire acquisition takeover
marry marriage wedding wed
bury burial funeral
interview
memorial vigil service commemorate commemoration
marathon race
concert gig performance perform
parade
blackout outage
recall
merger merge
ceasefire truce
appoint appointment hire nominate nomination name choose selection pick
award prize honor honour
letter
lawsuit sue suit filing
file filing bankruptcy
report survey study
fly flight flown
birth born
founded founding establish establishment
raise hike increase
cut reduction
test testing trial
rescue rescuing
discover discovery find finding
theft steal robbery rob burglary heist
kidnap kidnapping abduct abduction
escape flee
hijack hijacking
seize seizure capture fall takeover
retake recapture
choose choice select selection pick
submit submission
expel expulsion
destroy destruction
enter entry
deliver delivery
apply application
explode burst rupture
spill spillage leak
permit permission
inquire inquiry
extend extension
expand expansion
admit admission confess confession
free release
collapse cave-in
invade invasion
deport deportation
surgery operation operate transplant
inspect inspection
evacuate evacuation
liftoff lift-off launch blastoff blast-off
construction build groundbreaking
demolish demolition
ceremony swearing-in inauguration
endorse endorsement
apologise apologize apology
cancel cancellation
postpone postponement
resume resumption
withdraw withdrawal pullout pull-out
deploy deployment
arson
surrender
coronation crown
auction
execute execution
evict eviction
impeach impeachment
"""
_CALLED = """
event: unveil open concert debate speech rally vigil auction parade marathon conference ceremony
ceremony: award open marry bury memorial sign award coronation
incident: attack crash die fire arson hijack theft sink kidnap avalanche
accident: sink fire
tragedy: crash die fire sink avalanche earthquake storm flood attack
disaster: crash fire sink avalanche earthquake storm flood eruption
decision: approve reject dismiss ban appoint cancel postpone suspend recall withdraw raise cut end resign retire
move: approve reject dismiss ban cancel suspend recall withdraw raise cut end
show: open concert debate
violence: attack die protest
clash: attack protest
event: protest
"""
"""What reporters call an event of many kinds when they come back to it."""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for line in _GROUPS.split("\n"):
        listed = line.split()
        for word in listed:
            found.setdefault(key(word), []).append(key(listed[0]))
    for line in _CALLED.split("\n"):
        called, _, named = line.partition(": ")
        if named:
            found.setdefault(key(called), []).extend(key(word) for word in named.split())
    return {word: frozenset(named) for word, named in found.items()}


_EVENTS = _table()
_CALLS = frozenset(key(line.partition(":")[0]) for line in _CALLED.split("\n") if line)
_NONE: frozenset[str] = frozenset()

SPOKEN = frozenset(key(word) for word in ("speech", "conference", "interview", "hear", "announce"))
"""Events that consist of somebody speaking: what is "said Friday" may be said there."""

_PHRASES = {
    ("step", "down"): "resign",
    ("step", "aside"): "resign",
    ("stand", "down"): "resign",
    ("pass", "away"): "die",
    ("open", "fire"): "shooting",
    ("kick", "off"): "open",
    ("take", "off"): "leave",
    ("lift", "off"): "liftoff",
    ("blast", "off"): "liftoff",
    ("walk", "out"): "walkout",
    ("walk", "off"): "walkout",
    ("turn", "down"): "reject",
    ("vote", "down"): "reject",
    ("go", "under"): "sink",
    ("pull", "out"): "withdraw",
    ("call", "off"): "cancel",
    ("put", "off"): "postpone",
    ("break", "ground"): "construction",
    ("begin", "work"): "construction",
    ("begin", "construction"): "construction",
    ("touch", "down"): "arrive",
}
_PHRASED = {(key(verb), after): _EVENTS[key(named)] for (verb, after), named in _PHRASES.items()}
"""Events that a verb names only together with the word after it."""

_ENDINGS = ("ation", "ition", "ment", "ion", "al", "ance", "ence", "ure", "ing", "er")
"""What makes a noun of a verb: "removal", "appointment", "inspection"."""
_MEAGRE = frozenset(
    key(word)
    for word in "make take go get give come hold see use put keep let try want need know think call ask report show"
    " work live happen occur schedule plan set expect add seem look turn bring become lead continue follow serve stand"
    " remain help believe have be do date time day part people place thing number point way man member case issue end"
    " move receive know play speak reach write stay feel base name own face involve cause late lose gain rise"
    " raise fall drop trade".split()
)
"""Verbs that tell too little, or happen too often, for two tellings to be one event."""


_COURT = frozenset(key(word) for word in "judge court justice tribunal panel magistrate jury judges arbitrator".split())
_ORDERS = frozenset(
    key(word)
    for word in "block bar order void halt grant reinstate reverse affirm stay allow freeze throw strike suspend lift"
    " dismiss reject deny approve clear ban free award side agree refuse decline".split()
)
_VOTERS = frozenset(
    key(word)
    for word in "council parliament senate house lawmaker committee board voter member senator councillor assembly"
    " legislator legislature congress deputy mp mps union commission shareholder delegate".split()
)
_CHOICES = frozenset(
    key(word)
    for word in "ban approve reject pass adopt back endorse agree allow elect impeach confirm block cut raise choose"
    " oust expel accept scrap repeal defeat ratify strike".split()
)
_BY = ((_COURT, _ORDERS, key("rule")), (_VOTERS, _CHOICES, key("vote")))
_PARTICLES = ("out", "down", "off", "up", "over", "in", "back", "away")


def done_by(verb_key: str, doers: frozenset[str]) -> frozenset[str]:
    """The event that a verb names by who does it: a court's order is a ruling, a council's ban a vote."""
    return frozenset(name for who, what, name in _BY if verb_key in what and not who.isdisjoint(doers))


def phrase(word_key: str, following: str) -> frozenset[str]:
    """The events that a verb names with the word after it ("stepped down"), none for other pairs."""
    return _PHRASED.get((word_key, following), _NONE)


def events(word_key: str) -> frozenset[str]:
    """The events that a word's key can name, none for other words."""
    return _EVENTS.get(word_key, _NONE)


def general(word_key: str) -> bool:
    """Whether the word names events of many kinds ("the incident")."""
    return word_key in _CALLS


@lru_cache(maxsize=4000)
def deed(word_key: str, following: str = "") -> frozenset[str]:
    """Names for what a verb or the noun of a verb tells, so that "inspected" and "inspection" have one in common, and
    "walked out" and "walkout"; none where the word tells too little."""
    found = {f"={word_key}{following}"} if following in _PARTICLES else set()
    if len(word_key) < 3 or not word_key.isalpha():
        return frozenset()
    for particle in _PARTICLES:
        if word_key.endswith(particle) and len(word_key) > len(particle) + 2:
            found.add(f"={word_key.removesuffix(particle).rstrip('e')}{particle}")
    roots = {word_key, *(word_key[: -len(ending)] for ending in _ENDINGS if word_key.endswith(ending))}
    if word_key not in _MEAGRE:
        found |= {f"={root}" for root in roots if len(root) > 2 and root not in _MEAGRE}
    return frozenset(found)

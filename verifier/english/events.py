"""Families of events: words that tell of the same kind of thing."""

from __future__ import annotations

from verifier.english.closed import KNOWN
from verifier.english.lexicon import lexicon

SCENE_STOPS = lexicon('. ; : ( ) — – -- ? ! " “ ” that when while because but whether if')
"""Where a clause ends, as far as marks and small words show it."""
POINTING = KNOWN | {"our"}
AHEAD = lexicon("will 'll ’ll plans plan planned scheduled expected set due slated hopes intends")
PUT_OFF = lexicon("postponed rescheduled delayed originally initially")
PLANNED = lexicon("planned scheduled due set expected supposed meant to")
ONCE = lexicon("been was were")
LEADING = lexicon("will would to 'll ’ll")
FILLING = lexicon("also now be not never first formally officially finally")
HAPPENING = lexicon(
    "broke took place struck hit happened occurred began started came erupted held opened made unfolded"
)
"""Past verbs that say no more of an event than that it happened."""
PRESENT_FOR_FUTURE = lexicon("opens begins starts closes ends leaves arrives expires resumes reopens meets runs lands")
"""Verbs in the present that stand with the date of what is to come."""
PLACING = lexicon("at in from near to into through across outside inside around")
BARE = lexicon("with of for about over against")
"""Prepositions whose noun, if it has no determiner, is not dated ("charged with murder on Monday")."""
TOLD = lexicon("the a an his her its their it he she they there")
"""Words after "said" with which what is said begins."""
OTHERS = lexicon(
    "another next second third fourth previous earlier again also later subsequent original initial other separate "
    "following annual every each usual not weekly daily monthly"
)
"""Words that tell one event from another of its kind."""
ELSEWHERE = lexicon("another other separate again similar unrelated")
"""The same, where they follow the event ("a ruling on a separate case")."""
GROUPS = """
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
CALLED = """
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
PHRASES = {
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
NOUN_ENDINGS = ("ation", "ition", "ment", "ion", "al", "ance", "ence", "ure", "ing", "er")
"""What makes a noun of a verb: "removal", "appointment", "inspection"."""
MEAGRE = lexicon(
    "make take go get give come hold see use put keep let try want need know think call ask report show work live "
    "happen occur schedule plan set expect add seem look turn bring become lead continue follow serve stand remain "
    "help believe have be do date time day part people place thing number point way man member case issue end move "
    "receive play speak reach write stay feel base name own face involve cause late lose gain rise raise fall drop "
    "trade"
)
"""Verbs that tell too little, or happen too often, for two tellings to be one event."""
COURT = lexicon("judge court justice tribunal panel magistrate jury judges arbitrator")
ORDERS = lexicon(
    "block bar order void halt grant reinstate reverse affirm stay allow freeze throw strike suspend lift dismiss "
    "reject deny approve clear ban free award side agree refuse decline"
)
VOTERS = lexicon(
    "council parliament senate house lawmaker committee board voter member senator councillor assembly legislator "
    "legislature congress deputy mp mps union commission shareholder delegate"
)
CHOICES = lexicon(
    "ban approve reject pass adopt back endorse agree allow elect impeach confirm block cut raise choose oust expel "
    "accept scrap repeal defeat ratify strike"
)
PARTICLES = ("out", "down", "off", "up", "over", "in", "back", "away")
BEGINNINGS = lexicon("born found founded launch built create establish open introduce release start")
SPOKEN_KINDS = lexicon("speech conference interview hear announce")
ONSETS = lexicon("happen occur erupt begin")
"""How something comes about, which it does not once it has done anything; "break out" is one, too."""
ONLY_ONCE = lexicon("die born birth found founded resign retire")
"""What happens once to one person or house."""
SETS_APART = lexicon(
    "another other others additional further extra separate different previous previously earlier last next ago later "
    "initial initially original originally former prior subsequent following forecast forecasts expected expects "
    "expect predicted prediction estimated estimate estimates projected projection target goal average median minimum "
    "maximum daily weekly monthly yearly annual annually quarterly per each every including excluding combined alone "
    "remaining rest second third fourth final past since before after besides except plus once twice"
)
"""Words beside a value that say it is of another time, another part, or not yet so."""

"""Words for what happens, gathered by the event they can name: a verb, its nouns, and what reporters call it next."""

from __future__ import annotations

from verifier.language.matching import key

_GROUPS = """
rule ruling decide decision verdict judgment judgement overturn uphold
visit trip travel tour
meet meeting talks summit gather gathering reception
debate face-off faceoff
speech address speak lecture comments remarks statement
conference briefing presser
open opening launch debut start begin beginning premiere kickoff inaugurate inauguration introduce rollout
end close closing conclude finish finale closure shut
die death kill killing dead shooting shoot murder gun stab stabbing slay
arrest detain detention custody
attack assault bombing bomb blast explosion explode strike raid
vote election ballot poll polls referendum elect elected re-election reelection re-elected reelected re-elect
announce announcement declare unveil reveal
publish publication release issue
crash collision collide accident derail derailment
hear hearing testify testimony
resign resignation quit
protest demonstration demonstrate demonstrator rally march walk-in sit-in
trial sentence sentencing convict conviction plead plea
leave departure depart exit
expire expiry expiration deadline
win victory beat defeat match game
earthquake quake tremor
storm hurricane typhoon cyclone landfall
flood flooding
fire blaze
sign signing
sell sale buy purchase acquire acquisition takeover
marry marriage wedding
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
appoint appointment hire
award prize honor honour
letter
lawsuit sue suit
report survey study
fly flight flown
born birth
found founding establish
raise hike increase
cut reduction
"""
_EVENTS = {key(word): key(line.split()[0]) for line in _GROUPS.splitlines() if line for word in line.split()}


SPOKEN = frozenset(key(word) for word in ("speech", "conference", "interview", "hear", "announce"))
"""Events that consist of somebody speaking: what is "said Friday" may be said there."""


_PHRASES = {
    ("step", "down"): "resign",
    ("stand", "down"): "resign",
    ("pass", "away"): "die",
    ("open", "fire"): "shooting",
    ("kick", "off"): "open",
    ("take", "off"): "leave",
}
_PHRASED = {(key(verb), after): _EVENTS.get(key(named)) for (verb, after), named in _PHRASES.items()}
"""Events that a verb names only together with the word after it."""


def phrase(word_key: str, following: str) -> str | None:
    """The event that a verb names with the word after it ("stepped down"), None for other pairs."""
    return _PHRASED.get((word_key, following))


def event(word_key: str) -> str | None:
    """The event that a word's key can name, None for other words."""
    return _EVENTS.get(word_key)

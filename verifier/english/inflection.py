"""Inflection: the forms of an English verb, and the plural of a noun, generated from the base form."""

from __future__ import annotations

from verifier.english.lexicon import lexicon


class Form:
    """Which forms of the verb a spelling can be: "put" is three of them. Bits to be added up."""

    BASE = 1
    THIRD = 2  # "says"
    PAST = 4  # "said" as in "he said"
    PARTICIPLE = 8  # "said" as in "has said"
    ING = 16


# base: past, participle (one word where both are the same)
_IRREGULAR = {
    line.split()[0]: (line.split()[1], line.split()[-1])
    for line in """
be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought|build built|burst burst
buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|cut cut|deal dealt
dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|get got gotten|give gave given|go went gone|grow grew grown
hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid
lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met
mislead misled|mistake mistook mistaken|overcome overcame overcome|overthrow overthrew overthrown|pay paid
put put|quit quit|read read|rethink rethought|retell retold|ride rode ridden|ring rang rung|rise rose risen
run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shoot shot
show showed shown|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
spend spent|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck
sting stung|strike struck|strive strove striven|swear swore sworn|sweep swept|swing swung|take took taken
teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone
understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|win won
withdraw withdrew withdrawn|withhold withheld|write wrote written|oversee oversaw overseen|recast recast
rebuild rebuilt|redo redid redone|repay repaid|reset reset|shed shed|slit slit|upset upset|weep wept|wind wound
broadcast broadcast|forecast forecast|foretell foretold|overhear overheard|misunderstand misunderstood
""".replace("\n", "|").split("|")
    if line.strip()
}
_TWO_VERBS = lexicon("lie hang")
"""Each of them is two verbs, of which one is regular: "lay down" and "lied", "hung" and "hanged"."""
PASTS = frozenset(form for past, participle in _IRREGULAR.values() for form in (past, participle)) - _IRREGULAR.keys()
"""Irregular past forms that are not also the verb's plain form."""
_DOUBLED = lexicon(
    "admit commit compel concur confer control defer deter drop equip expel fit forget grab grin hop incur infer "
    "jab job jot knit knot lag let log mob nod omit patrol permit pin plan plot plug pop prefer propel quip rebel "
    "rebut recap recur refer regret remit rip rob rub scrap set shed ship shop shrug skip slam slap slip snap sob "
    "spat spot star stem step stir stop strap strip submit sum swap tap top transfer transmit trim trip wrap shut "
    "sit run win get put hit cut quit split dig begin bet swim spin rig pan bar bat ban bug drag flag flip pat"
)
_VOWELS = "aeiou"
_SHORTEST = 5
"""Letters of the shortest superlative."""


def superlative(low: str) -> bool:
    """Whether a word is an adjective's superlative by its ending: "widest", not "forest"; of "third-worst" the end."""
    return len(low) >= _SHORTEST and low.endswith("est") and low not in NO_SUPERLATIVES


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _stem(base: str) -> str:
    """What -ed and -ing are put on, where the last letter changes alike for both."""
    return base + base[-1] if base in _DOUBLED else base


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def forms(base: str) -> dict[str, int]:
    """Every spelling of the verb: ``forms("deny")`` holds deny, denies, denied and denying.

    Of a verb in -ize those in -ise are its spellings, too.
    """
    past, participle = _IRREGULAR.get(base) or (_past(base), _past(base))
    spellings: tuple[tuple[str, int], ...] = (
        (base, Form.BASE),
        (_third(base), Form.THIRD),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_ing(base), Form.ING),
    )
    if base in _TWO_VERBS:
        spellings += ((_past(base), Form.PAST | Form.PARTICIPLE),)
    found: dict[str, int] = {}
    for spelling, form in spellings:
        found[spelling] = found.get(spelling, 0) | form
        if base.endswith("ize"):
            british = f"{base[:-3]}is{spelling[len(base) - 1 :]}"
            found[british] = found.get(british, 0) | form
    return found


def plural(noun: str) -> str:
    """The regular plural: claim, claims; inquiry, inquiries; speech, speeches."""
    return _third(noun)


ENDINGS = ("ing", "ed", "ly", "s")
DESCRIBING = (
    "ous",
    "ful",
    "al",
    "ive",
    "ic",
    "ing",
    "less",
    "able",
    "ible",
    "ent",
    "ant",
    "ed",
    "cult",
    "sy",
    "ky",
    "ly",
    "ppy",
    "rmy",
)
NO_PLURAL_ENDINGS = ("ss", "us", "is")
PLURALS_IN_ES = ("buses", "sses", "shes", "ches", "xes")
NOUN_ENDINGS = ("tion", "sion", "ment", "ity")
OF_NOUNS = ("tion", "sion", "ment", "ness", "ity", "ism", "ist", "ship", "ance", "ence", "ers", "ors", "er", "or")
OF_ADJECTIVES = ("ous", "ful", "less", "ive", "able", "ible", "ical", "ic", "al", "ary", "ish")
NO_SUPERLATIVES = lexicon(
    "abreast arrest attest behest bequest breast chest conquest contest crest detest digest dishonest disinterest "
    "divest earnest east everest forest guest harvest honest houseguest immodest incest infest ingest inquest interest "
    "invest jest lest manifest midwest modest molest nest northeast northwest oktoberfest pest priest protest quest "
    "rainforest reforest reinvest request rest retest southeast southwest suggest tempest test "
    "unrest vest west wrest yeast zest"
)
"""Words in -est that single nothing out of its kind."""
OF_NO_NOUN = ("ly", "ing", "ed")
"""Endings of adverbs and participles, which are no part of a title."""

"""Offices and parties: what a person may be called in them, and which of them nobody holds together."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

PARTIES = {
    word: party
    for party, called in (
        ("US Democrats", "democrat democrats democratic d"),
        ("US Republicans", "republican republicans r gop"),
        ("Libertarians", "libertarian libertarians"),
        ("Labour", "labour lab"),
        ("Conservatives", "conservative conservatives tory tories con"),
        ("Liberal Democrats", "liberal_democrat liberal_democrats lib_dem lib_dems"),
        ("Social Democrats", "social_democrat social_democrats spd"),
        ("Christian Democrats", "christian_democrat christian_democrats cdu csu"),
        ("Greens", "green greens"),
        ("Communists", "communist communists"),
        ("SNP", "snp"),
        ("DUP", "dup"),
        ("UKIP", "ukip"),
        ("AfD", "afd"),
        ("FDP", "fdp"),
    )
    for word in lexicon(called)
}
"""What members and parties are called, and one name for each. Two words go before one."""
MEMBERS = lexicon("democrat republican conservative tory communist libertarian labour green")
"""Those by which a single member is called: "a Republican"."""
PARTISAN_OFFICES = lexicon(
    "councillor councilman councilwoman mp mep msp peer senator congressman congresswoman lawmaker "
    "legislator representative governor mayor candidate leader delegate alderman sen. rep. gov. "
    "assemblyman assemblywoman"
)
"""Offices before which a party's adjective tells the holder's party: "Labour councillor"."""

AMERICAN = lexicon("US_Democrats US_Republicans Libertarians")
"""Parties of one country, which others are not held against: a "Conservative" may be what an American is by mind."""

PORTFOLIOS = {
    name: group
    for group in (
        "finance treasury exchequer budget economy economic", "foreign external", "defence defense war",
        "interior home",
        "health", "education schools", "transport transportation roads infrastructure", "justice",
        "agriculture farming food rural fisheries", "environment climate energy water",
        "trade commerce business industry", "labour labor employment work social welfare pensions",
        "culture arts sport sports media tourism heritage", "housing communities",
    )
    for name in group.split()
}  # fmt: skip
"""What a ministry is for, and the family of such words that one ministry may be called by."""
MINISTERS = lexicon("minister secretary")
STATE_OFFICES = {
    "attorney general": "attorney general",
    "treasurer": "treasurer",
    "auditor": "auditor",
    "comptroller": "comptroller",
}
"""Elected offices of a state that one person does not hold together."""
CHIEFS = {
    "executive": "chief executive", "financial": "finance", "finance": "finance", "operating": "operations",
    "technology": "technology", "medical": "medicine", "information": "information", "marketing": "marketing",
}  # fmt: skip
"""What stands behind "chief", and the office it makes."""
SHORT = {"ceo": "chief executive", "cfo": "finance", "coo": "operations", "cto": "technology"}

NOT_QUITE = lexicon("shadow assistant deputy vice junior under nominated parliamentary permanent private press")
"""Words of a title that make another office of it."""
OTHER_RANKS = lexicon("prime deputy vice assistant shadow junior under associate")
"""Words of a title that make it one of another rank: a minister is no prime minister."""
OF_A_FIELD = lexicon("minister secretary")
"""Offices of which a government has one for each field."""
NOT_NOW = NOT_QUITE | lexicon(
    "former formerly ex then once until late previously earlier later before after acting interim designate elect "
    "outgoing incoming next future ex-minister state party "
    "succeeded replaced became become appointed switched defected left joined turned also and both "
    "was had served youth years ago when time running seeking bid vying hoping challenging"
)
"""Words beside an office or a party that say it is past, to come, one of several, or not quite that."""
IN_OFFICES = lexicon("state party and")
"""Those of them that stand within an office's name."""
BEHIND_A_MEMBER = lexicon("from of representing in")
"""What may follow "a Republican"."""
OF_ONE_PLACE = lexicon("mayor governor sheriff")

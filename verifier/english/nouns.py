"""Nouns, and words that only look like plurals."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

PLURALS = lexicon("people men women children police feet teeth troops mice media cattle")
ENDS_LIKE_A_PLURAL = lexicon("was is has does as his its this us less plus versus thus yes")
WHOLES = lexicon("money total sum amount funds cash haul donations proceeds")
NO_PLURALS = lexicon(
    "is was has his this its as us yes thus plus always perhaps besides does says news less across series means "
    "politics economics whereas unless towards afterwards sometimes business process access congress press success "
    "progress status gas bus class loss pass address virus crisis basis analysis plans"
)
SINGULARS = {"people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth"}
NO_PLURAL_ENDINGS = lexicon("ss us is")
PLURAL_HEADS = lexicon("people police many some")
PEOPLE = lexicon("people men women children")
NO_MATTER = lexicon("percent million billion year people dollars")
DOCUMENTS = lexicon(
    "account affidavit analysis announcement article audit bill book brief broadcast bulletin census charter "
    "communique complaint contract diary directive dispatch document dossier draft editorial email e-mail essay "
    "estimate evaluation file filing forecast guide indictment inquiry inventory investigation invoice journal lawsuit "
    "law leaflet letter list log manifesto manual map memo memoir memorandum message minutes motion note notice "
    "opinion order paper petition poll post programme record register release report resolution review "
    "ruling script speech statement statute study subpoena summary survey testimony text tracker transcript treaty "
    "tweet verdict video warrant will"
)
"""What says something without a mouth (after WordNet 3.1, the hyponyms of "document" and "written communication" that
news quotes)."""
JUDGEMENTS = lexicon("credit praise thanks blame criticism ridicule scorn kudos flak censure")
"""What somebody gets for what he does: "gave credit to the crews for speaking out"."""
FIND_OUT = lexicon("audit census inquiry investigation poll report study survey")
"""Documents that find something out, which a headline credits by their kind alone: "Study: Coffee is safe"."""
GROUPS = lexicon(
    "board government administration ministry department court council committee commission company firm bank union "
    "party police army agency authority campaign club team group panel family parish church school university hospital "
    "village town city county state parliament congress senate house assembly cabinet tribunal jury charity trust "
    "foundation association league federation organisation organization institute museum newspaper station network "
    "office embassy crew clinic"
)
"""Bodies that speak through people (after WordNet 3.1, the hyponyms of "organization")."""
OF_SOMEBODY = lexicon("administration camp campaign company firm office team")
"""Those that have a person's name for want of one of their own: "the Lee campaign"."""
COLLECTIVES = lexicon(
    "airline alliance arm audience bloc bureau camp carrier caucus chain chamber chorus circle coalition college "
    "commune community company congregation consortium cooperative corporation couple crowd delegation division duo "
    "electorate enterprise establishment faction faculty family force fund gang generation household industry insurer "
    "leadership lobby majority media minority mission movement nation opposition outlet outfit pair platform press "
    "public regulator rest side squad staff task team trade trio troupe unit watchdog wing workforce world"
)
"""Several people under one name (after WordNet 3.1, the hyponyms of "social group" and "gathering"), who can want or
praise something together."""
WORKS = lexicon(
    "ad advert advertisement agenda amendment app blog book clause clip column commercial constitution data "
    "deal decree documentary edition evidence film finding footage graph headline index initiative interview lyric "
    "magazine manual measure movie ordinance page passage placard plan play podcast poem policy profile proposal "
    "proposition questionnaire ranking rating research result rule show sign site slogan song story submission table "
    "tally title website"
)
"""What holds words beside documents (after WordNet 3.1, the hyponyms of "creation" and "message" with a text)."""
ABSTRACT = lexicon(
    "experience history facts fact reality logic reason sense life time wisdom hindsight intuition instinct tradition "
    "nature evidence luck fate justice decency caution"
)
"""What "shows" or "says" something and can be asked nothing (WordNet 3.1, noun.cognition and noun.time), standing bare:
"experience shows", "common sense says"."""
SIGNS = lexicon(
    "sign banner placard poster hat cap shirt t-shirt sticker plaque card billboard flyer caption headline label "
    "slogan graffiti subtitle voicemail"
)
"""Things with words on them (WordNet 3.1, hyponyms of "sign" and "clothing" that carry a text)."""
OF_A_BODY = lexicon("member seat")
"""What a body has one number of: "the 12-member board"."""

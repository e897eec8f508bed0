"""How English is spoken and written down: fillers, contractions, negation, modality, and what transcripts print.

The lists follow the closed classes of Quirk et al., A Comprehensive Grammar of the English Language (1985): negation
10.54-10.60, modals 3.39-3.51, conditional subordinators 15.33-15.43; fillers are those that the transcription
guidelines of the Santa Barbara Corpus and of Rev's verbatim style mark as such.
"""

from __future__ import annotations

from verifier.english.lexicon import lexicon

FILLERS = lexicon("um uh er erm ah hmm mm mhm uhm umm uhh eh ehm huh mmm hm")
"""Sounds of hesitation: words in no sentence."""
FILLER_PHRASES = (("you", "know"), ("i", "mean"))
"""Left out where they stand apart, between commas or dashes or at the start of a sentence."""

NEGATIONS = lexicon(
    "not no never none nobody nothing nowhere neither nor without hardly scarcely barely cannot aint refuse refused"
)
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
MODALS = lexicon("may might must can could will would shall should ought need dare")
CONDITIONS = lexicon("if unless provided providing assuming only except until whether once though although but")
HEDGES = lexicon(
    """
    perhaps maybe possibly probably likely unlikely potentially apparently allegedly reportedly seemingly presumably
    about almost nearly approximately roughly around some most all every always often sometimes usually rarely seldom
    mostly largely partly mainly just even at least up over under more less fewer
    """
)
"""Words of degree and certainty: what is said holds more or less widely with them than without."""
DOUBTS = (
    ("do", "not", "think"), ("do", "not", "believe"), ("not", "true", "that"), ("not", "say", "that"),
    ("never", "said"), ("did", "not", "say"), ("would", "not", "say"), ("i", "doubt"), ("deny", "that"),
    ("wrong", "to", "say"), ("not", "saying"), ("not", "sure"), ("no", "evidence", "that"), ("only", "if"),
)  # fmt: skip
"""What turns the clause after it: a quotation that begins behind one has lost it."""
TAILS = (
    ("if",), ("unless",), ("provided",), ("providing",), ("assuming",), ("only", "if"), ("as", "long", "as"),
    ("on", "condition"), ("except",), ("or", "not"), ("but", "not"), ("but", "only"), ("until",), ("only", "when"),
    ("subject", "to"),
)  # fmt: skip
"""What limits the clause before it: a quotation that ends in front of one has lost it."""

CONTRACTIONS = {
    "won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not"),
    "ain't": ("aint", "not"), "let's": ("let", "us"), "gonna": ("going", "to"), "wanna": ("want", "to"),
    "gotta": ("got", "to"), "kinda": ("kind", "of"), "sorta": ("sort", "of"), "'cause": ("because",),
    "cuz": ("because",),
    "lemme": ("let", "me"), "gimme": ("give", "me"), "dunno": ("do", "not", "know"), "y'all": ("you", "all"),
    "c'mon": ("come", "on"), "o'clock": ("o'clock",), "coulda": ("could", "have"), "shoulda": ("should", "have"),
    "woulda": ("would", "have"), "outta": ("out", "of"), "'em": ("them",), "'til": ("until",), "till": ("until",),
    "ok": ("okay",), "alright": ("all", "right"), "yeah": ("yes",), "yep": ("yes",), "nope": ("no",),
    "thru": ("through",),
}  # fmt: skip
"""Spoken forms and what they stand for, by the form with a straight apostrophe."""
ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
IS_HOSTS = lexicon("it he she that what there here who where how this when why everything something nobody everybody")
"""After these ``'s`` is a verb, after others it is mostly a genitive."""

UNIT_WORDS = lexicon(
    """
    percent point points dollar euro pound yen cent million billion trillion thousand hundred dozen second minute hour
    day
    week month year decade century mile foot inch yard meter kilometer centimeter kilogram gram ton acre hectare liter
    gallon degree
    seconds minutes hours days weeks months years decades centuries miles feet inches yards meters kilometers
    centimeters
    kilograms grams tons tonnes acres hectares liters litres gallons degrees metres kilometres
    """
)
CURRENCIES = {
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "dollars": "dollar", "euros": "euro", "pounds": "pound",
    "bucks": "dollar", "%": "percent", "pct": "percent",
}  # fmt: skip

STAGE = lexicon(
    """
    laughter laughs laughing laugh applause applauds cheers cheering boos booing crosstalk cross-talk inaudible
    unintelligible indiscernible music pause pauses silence sighs sigh coughs cough sic ph phonetic video clip audio gap
    break noise overlapping foreign speech chuckles chuckle crying cries sobs interruption recess off-mic
    """
)
"""What a transcript prints in brackets about the sound and the scene."""
INTERVIEWERS = lexicon("q question questioner interviewer reporter reporters moderator host anchor journalist press")
ANSWERERS = lexicon("a answer respondent interviewee guest witness")
NAMELESS = lexicon("speaker spk participant unknown male female man woman voice narrator caller unidentified")
"""Labels that tell turns apart and name nobody."""
LABEL_TITLES = lexicon(
    """
    mr mrs ms miss mx dr sir dame lord lady judge justice chief chairman chairwoman chair chairperson president vice
    secretary senator sen representative rep congressman congresswoman mayor governor gov minister prime professor prof
    general gen colonel col captain capt lieutenant lt sergeant sgt officer attorney director commissioner councillor
    councilor councilmember councilman councilwoman alderman speaker the deputy rev reverend father sister ambassador mp
    dep acting former hon honourable honorable
    """
)

NUMBER_ARTICLES = lexicon("a an")
AROUND_CONDITIONS = lexicon(
    "if unless provided only until deny denied denies doubt doubts doubted whether without condition long"
)
"""Beside a quotation these say what was cut off it."""
CUT_CONDITIONS = lexicon("if unless provided only")
CUT_TURNS = lexicon("not never if unless")
DAYS = lexicon("yesterday today tomorrow tonight")

"""Verbs and nouns of saying, and what stands about them."""

from __future__ import annotations

from verifier.english.calendar import WEEKDAYS
from verifier.english.lexicon import lexicon

BETWEEN_SPEAKER_AND_VERB = lexicon(
    "also then later once again recently previously repeatedly has had have was were is are would will often always "
    "still even just simply quickly earlier soon never first finally only further ultimately reportedly 's ’s did "
    "not now already eventually immediately famously sarcastically bluntly flatly publicly"
)
AFTER_THE_VERB = lexicon(
    "in on at during after before with from by for as since under over amid following despite through"
)
NOUN_AFTER = lexicon("the a an his her its their this that my our your of in for no any some 's ’s")
BY_PEOPLE = lexicon(
    "said says told tells added adds wrote writes asked asks replied tweeted testified argued argues joked recalled "
    "insisted insists thinks believes acknowledged conceded complained explained explains noted notes continued "
    "laughed smiled resigned"
)
OF_FIGURES = lexicon("forecast report estimate predict project cite disclose reveal announce describe quote")
PRONOUNS = lexicon("he she they i we you it who one")
STOPS_A_NAME = frozenset(WEEKDAYS) | lexicon(
    "in on at during after before when while as if although though and but because since where with about referring "
    "speaking adding noting following yesterday today to that from via earlier later last this by amid"
)
MODALS = lexicon("to will would can could may might must should did does do not never")
PLURAL_SUBJECTS = lexicon("they we i you people men women who police many some others both all")
ON_A_DAY = lexicon(
    "said told says added announced tweeted wrote reported posted stated argued insisted called suggested declared"
)
ONLY_SAYING = lexicon("said says say told tells added adds explained explains recalled recalls wrote writes")
NAMES_IT = lexicon("call brand dub term deem label pronounce declare consider compare liken describe say add")
CLOSE_TO = lexicon("familiar close briefed involved")
PRIVY = CLOSE_TO | {"aware"}
"""What ties a source to what it knows: "sources close to the company"."""
TIED = PRIVY | lexicon("opposed loyal sympathetic hostile allied affiliated aligned friendly")
"""The same, and what sides with somebody or against: "those opposed to the plan"."""
TELLS = lexicon("told tells telling tell informed")
TALKS = lexicon(
    "interview interviews interviewed appearance appeared appearing spoke speaking statement email e-mail comments "
    "remarks op-ed column article essay letter conversation said says saying told tells wrote writing"
)
# What makes a withheld name a described one: how the source comes to know.
HOW_IT_KNOWS = lexicon(
    "familiar close involved knowledge briefed inside within aware condition anonymity anonymous anonymously"
)
NAMELESS = lexicon("unnamed unidentified anonymous undisclosed")
REPORTED = lexicon(
    "said told claimed alleged complained reported announced confirmed condemned denounced mourned testified "
    "accused acknowledged admitted"
)
"""Verbs that speak of what has already happened, where a past tense follows."""
ISSUES = lexicon(
    "issue release send post publish write circulate deliver email fax mail tweet sign draft file distribute read"
)
"""Verbs with which somebody puts a document out, so that what it says is said by whoever does (VerbNet 3.4: send-11.1,
transfer_mesg-37.1.1, scribble-25.2, and "issue" and "release" of reporting)."""
UTTERS = ISSUES | lexicon(
    "make give have offer raise express voice sound float signal deliver lay present lodge announce unveil repeat "
    "reiterate renew restate share submit table outline reaffirm affirm"
)
"""Verbs by which a noun is what their subject says, "made the claim that", "raised a concern": Jespersen's light verbs
without those that receive (get, take, draw), and those that put words out (Levin 1993, 37 and 48.1.2). Whoever faces,
prompts or takes offence at one says nothing."""
HAS_THE_WORD = lexicon("word words floor")
"""What is given to whoever speaks next: "the last word to the skipper"."""
TURNS_TO_SPEAK = HAS_THE_WORD | lexicon(
    "say line verdict speech turn thought voice toast summary answer advice motto retort reply rule"
)
"""What goes or falls to whoever says it, beside the nouns of saying: "the final say belonged to the skipper"."""
COMES = lexicon("comes came")
"""Verbs behind which stands what answers a quotation gives: "“...,” [came] the reply from Lee"."""
GOES_TO = lexicon("go goes went gone fall falls fell belong belongs belonged come comes came left given handed passed")
"""Verbs and participles by which a thing becomes somebody's (Levin 1993, 13.3 and 47.8)."""
TAKES_THE_WORD = lexicon(
    "contradicted echoed seconded backed supported joined followed interrupted opposed countered rebuffed succeeded "
    "rebutted corrected cheered mocked criticised criticized praised challenged"
)
"""Participles behind which "by" names whoever speaks next: "He was contradicted by the mayor:"."""
BEFORE_WHOSE_VIEW = lexicon("for to")
IS_A_VIEW = lexicon(
    "it matter answer question point problem issue choice decision solution lesson reason message case moral thing"
)
"""What is so for somebody, whose words then say how he sees it: "For Lee, the matter is simple." """
GESTURES = lexicon(
    "shrugs nods grins winks smirks beams frowns scowls winces blushes laughs smiles sighs yawns gasps sobs chuckles"
)
"""Verbs of nonverbal expression (Levin 1993, 40.2 and 40.3) in the present, which hand on words in features."""
ADDS = lexicon("added adds")
SAYS = lexicon("said says told tells noted notes wrote argued argues warned warns")
HINTS = lexicon("according called calls calling")
UTTERANCES = lexicon("statement interview tweet post letter speech email e-mail memo testimony op-ed remarks")
"""Where the words of a quotation may stand that follows in a paragraph of its own."""
WORDED = lexicon("words phrase")
"""What is somebody's in an opening that says whose words follow: "in her words"."""
ACTS = BY_PEOPLE - {"continued", "smiled"}
SAY = lexicon(
    "say says said believe believes believed argue argues argued warn warns warned worry worries worried fear fears "
    "feared think thinks thought claim claims claimed contend contends contended complain complains complained "
    "suggest suggests suggested predict predicts predicted insist insists insisted speculate speculated suspect "
    "suspected doubt doubted accuse accused question questioned describe described call called told note noted "
    "estimate estimated caution cautioned allege alleged acknowledge acknowledged praised criticized criticised"
)
IMPERSONAL = lexicon("understood believed thought alleged rumoured rumored claimed feared")
BETWEEN = lexicon("have has had also now still often long already even do did")
BY_MANY = lexicon(
    "say says said believe believes believed argue argues argued claim claims claimed complain complains complained "
    "contend contends contended insist insists insisted maintain maintains maintained think thinks thought warn "
    "warns warned fear fears feared that because"
)
GOES_ON = lexicon("went goes carried")
IN_WHICH = lexicon("statement interview tweet speech email e-mail report letter conference post appearance broadcast")
ONLY_BY_PEOPLE = lexicon("told tells recalled joked laughed testified tweeted thinks believes")
REPLIES_TO = frozenset(("respond to", "reply to", "react to"))
"""The phrasal cues of an answer (rows of ``cues``): whoever does not reply has said nothing."""
NARROWS = lexicon("who , familiar close")
SPOKE = lexicon("spoke speaking talked")

RAISED = lexicon(
    "expect believe think say report know estimate project predict rumor rumour allege understand forecast anticipate"
)
"""Verbs whose passive lifts the subject out of what is said: "the bridge is said to sway" (Quirk, Greenbaum, Leech and
Svartvik, A Comprehensive Grammar of the English Language, 16.50)."""
WHEN = lexicon("now then first meanwhile still instead today yesterday")
BEFORE_WHO_SPEAKS = lexicon("of with from by to")
"""Prepositions behind which a name is the one that says what a participle tells: "footage of Ann Lee saying"."""
OPENS_BEFORE_THE_MAIN = lexicon("when while as after before if because since although though once until asked")
"""What opens a clause that stands before the main one, which alone says who speaks: "When asked, Lee smiled:"."""
QUOTES = lexicon("quote quotes quoted quoting cite cites cited citing")
"""Verbs of one who hands on what somebody else has said: "the Herald quoted Ann Lee as saying"."""
BEFORE_A_TIME = lexicon("in on since by during until")
WHICH_TIME = lexicon("last next this late early earlier later")
"""What may stand before a subject to say when: "last night Ann Lee said"."""
KNOWN = lexicon("known")
"""The participle that gives somebody a name behind "as": "known to everyone as “Lofty”"."""
NAMES = lexicon("call nickname dub name christen")
"""Verbs that give somebody a name: what stands in marks after them may be the name and nobody's speech."""
ASKS = lexicon("asked asks")
"""After these the one named next is the one who answers."""
WITHHOLDS = lexicon("not n't without refused declined")
NAMED = lexicon("named identified quoted name names surname anonymity")
"""With one of these beside it, a relative clause says that a name is kept back: "who asked not to be named"."""
NAMES_THEM = (
    "among them", "they include", "one of them", "leads them", "led by", "who include", "them is", "them are",
)  # fmt: skip
"""Where a circle's members are named after it: "Critics say ... Among them are Ann Lee and Otto Brandt"."""
BARE_SOURCES = lexicon("studies research reports rumours rumors")
"""What is cited without saying whose: "studies show", "according to reports" (nouns of utterances and inquiries)."""
SHOWS = lexicon(
    "show shows shown suggest suggests suggested find finds found indicate indicates indicated say says said"
)
RUMOURED = lexicon("said rumoured rumored")
IS_SAID = lexicon("is are was were")
"""Around the passives that hand on what nobody is named for: "is said to have left"."""
TALKS = lexicon(
    "spoke speaks speaking spoken talked talks talking met meets interview interviewed interviews conversation asked "
    "answered answers chatted sat questions"
)
"""Verbs and nouns of a talk between two (Levin, English Verb Classes and Alternations, 36.1 and 36.3): the article
has met whom it lets speak. "Sat" as in "sat down with"."""
CUT_FOR_PRINT = lexicon("edited condensed abridged shortened")
"""What the note over printed questions and answers says was done to the talk: "This interview has been edited"."""

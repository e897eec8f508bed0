"""Where sentences end and paragraphs are cut: abbreviations, words that begin or close a sentence."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

DANGLING = lexicon("the a an of to in on at by for and or but that which who with from as is was were has had")
# After these a sentence goes on whatever follows.
TITLES = lexicon(
    "mr mrs ms mx dr sen sens rep reps gov govs gen lt col sgt capt rev hon prof st ste mt ft adm cmdr maj supt det "
    "insp sec pres amb atty cpl pfc pvt fr messrs mme mlle del dep asst vs v cf e.g i.e viz al approx dept univ"
)
# After these it goes on where a figure follows.
BEFORE_FIGURES = lexicon("no nos jan feb mar apr jun jul aug sep sept oct nov dec p pp vol ch fig art sec par")
# After these, and after initials and U.S., it ends only where a word follows that opens sentences.
MAYBE_LAST = lexicon("inc corp co ltd llc plc bros jr sr phd md esq etc dept assn ave blvd rd calif")
STARTERS = lexicon(
    "The He She It They We You But And Or So Yet In On At A An As If When While After Before Since Although Though "
    "However Meanwhile Some Many Most Several His Her Their Its Our My That This These Those There Then Now For "
    "With Without Under Also Another Both Each What Who Why How Where Not According Asked Despite During Because By "
    "From Still Last Later Earlier Even Instead Until Unlike Among Mr Mrs Ms"
)
AFTER_TIME = lexicon(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Eastern Pacific Central Mountain GMT EST EDT PST PDT "
    "CST CDT ET PT UTC BST CET local"
)
CUES = lexicon(
    "said says asked asks added adds told tells replied wrote writes tweeted shouted continued wondered yelled "
    "cried exclaimed answered demanded joked quipped responded recalled explained insisted declared screamed "
    "concluded"
)
AFTER_CUE = lexicon(
    "in on at to during after of when as while with before from about later again afterward afterwards back by via "
    "and reporters supporters him her them me us"
)
INITIALISMS = lexicon(
    "mr mrs ms dr sen sens rep reps gov gen lt col sgt capt rev hon prof jr sr st adm maj del ill inc"
)
KEEPS_ITS_STOP = ("jr.", "sr.", "inc.", "u.s.")

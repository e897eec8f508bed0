"""Closed classes and common verbs: the tables that the tags are read from."""

from __future__ import annotations

from verifier.english.calendar import MONTH_NUMBERS, PARTS_OF_DAY, WEEKDAYS
from verifier.english.lexicon import lexicon

DETERMINERS = lexicon(
    "the a an this that these those my your his her its our their some any no every each another either neither "
    "both all many most several few such other certain whose what which half enough much more fewer less"
)
POSSESSIVES = lexicon("my your his her its our their whose")
SUBJECT_PRONOUNS = lexicon("i you he she it we they who one everyone everybody someone somebody nobody")
OBJECT_PRONOUNS = lexicon("me him us them whom himself herself itself themselves myself ourselves yourself")
PRONOUNS = (
    SUBJECT_PRONOUNS
    | OBJECT_PRONOUNS
    | lexicon("something anything nothing everything none others anyone anybody there mine yours hers ours theirs")
)
PREPOSITIONS = lexicon(
    "of in on at by for with from into onto upon over under about against between among amid through during "
    "before after since without within toward towards across behind beyond near above below despite per via like "
    "unlike until till along around beside besides except inside outside regarding concerning than as off "
    "alongside throughout because amongst circa plus"
)
SUBORDINATORS = lexicon(
    "that if whether because although though while when where why how unless whereas once lest since until before "
    "after as who which what whose whom whoever whatever"
)
CONJUNCTIONS = lexicon("and but or nor yet so")
MODALS = lexicon(
    "will would can could may might must shall should ought wo ca ’ll 'll ’d 'd won't can't wouldn't couldn't "
    "shouldn't mightn't mustn't won’t can’t wouldn’t couldn’t shouldn’t mightn’t mustn’t cannot"
)
BE = lexicon("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t ’re 're ’m 'm")
HAVE = lexicon("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t ’ve 've")
DO = lexicon("do does did don't doesn't didn't don’t doesn’t didn’t")
AUXILIARIES = MODALS | BE | HAVE | DO
HOW_OFTEN = lexicon("always usually often frequently sometimes rarely seldom never")
# What may stand inside a verb group without being a verb: "has never publicly said", "also reportedly told".
ADVERBS = lexicon(
    "not n't never ever also then now later earlier again even still just only once often always already too soon "
    "first recently repeatedly simply largely almost nearly perhaps maybe instead further rather quite meanwhile "
    "however therefore thus otherwise sometimes together long today yesterday tomorrow tonight twice yet so far "
    "here there better best ahead well back away anyway indeed moreover nonetheless nevertheless"
)
NOT_ADVERBS = lexicon(
    "only family early daily weekly monthly yearly friendly likely unlikely lonely costly deadly lovely ugly "
    "silly supply reply apply assembly ally rally july italy fly rely bully folly jelly belly monopoly anomaly "
    "elderly homily orderly quarterly comply imply multiply tally sally"
) - {"only", "early", "likely"}
TIMES = (
    (frozenset({*MONTH_NUMBERS, *WEEKDAYS, *PARTS_OF_DAY}) - {"mar", "apr", "jun", "jul", "sep"})
    | lexicon("mon tue wed thu fri sat sun today yesterday tomorrow tonight week month year weekend day noon midnight")
    | {"hour"}
)

# Common verbs that are no cues; with the cues they tell where a clause has its verb.
VERBS = lexicon(
    "abandon abolish absorb accelerate accompany accomplish account achieve acquire act adapt adjust administer "
    "adopt advance affect afford aid air alarm align allocate allow alter amass amend amount anger apologize appeal "
    "appear apply appoint approach approve arise arm arrange arrest arrive ask assassinate assault assemble assist "
    "associate assume attach attain attempt attend attract author authorize avert avoid await award axe ban bar "
    "base battle bear beat become begin behave belong benefit block blow board bolster bomb book boost boot border "
    "bother bounce bow boycott breach break breathe bring broker brush build burden burn burst bury buy bypass "
    "calculate call calm campaign cancel capture care carry carve catch cause cease center chair change chase chat "
    "cheat check cheer choke circulate clash clean clear climb cling close co-found coach collapse collect combat "
    "combine come comfort commission commit communicate compare compel compete compile complete comply comprise "
    "compromise concentrate concern conduct confer confront confuse congratulate connect conserve consist "
    "constitute construct consult consume contact contain contest contract contribute control convene convert "
    "convey cook cooperate coordinate cope copy correct corrupt cost count court cover crack craft crash create "
    "credit cripple cross crush cultivate curb cut damage dance dare date deal debut declare decline dedicate "
    "deepen defeat defect define defraud defy delay delete deliver depart depend deploy deport derail derive "
    "deserve design desire destroy detain deteriorate develop devise devote die differ dig diminish dine dip "
    "disappear disappoint discourage discriminate display disrupt distance distinguish distract distribute disturb "
    "dive divert divide divorce do dodge dominate donate double draft drag drain draw dress drift drill drink drive "
    "drop drown duck dump earn ease eat edge edit educate elect elevate eliminate embark embarrass emerge employ "
    "empower enable enact encounter end endanger endure enforce engage enhance enjoy enlist ensure enter entertain "
    "entitle equal erase erode erupt escape escort establish evacuate evade evaluate evolve exacerbate exceed "
    "excite exclude excuse execute exercise exert exist exit expand expel experience expire exploit export expose "
    "express extend extract face fail fall feature feed fend field fight file fill film finance finish fire fit fix "
    "flaunt flee flip float flock flood flow fly focus fold follow forbid force forge forget form formalize foster "
    "found free freeze frighten fuel fulfill function fund fundraise gain garner generate get give glean go govern "
    "grab grant grapple greet grip groom grow guarantee guard guide halt hamper hand handle hang happen harass harm "
    "hate haul haunt have head heal hear heat help hide hike hinder hire hit hold honor host house hurt ignite "
    "ignore impact impeach implement implicate import impose impress improve include incorporate increase incur "
    "indict induce infect inflict influence inherit inhibit initiate inject injure insert inspect inspire install "
    "institute insult insure integrate intend intensify interact intercept interfere intervene interview intimidate "
    "introduce invade invest investigate invite involve issue jail join judge jump justify keep kick kidnap kill "
    "kiss knock label lack land last laugh launch lay lead leak lean leap leave lend lessen let level levy license "
    "lie lift light like limit link list listen live load loan lobby locate lock log look loom loosen lose love "
    "lower maintain make manage manipulate march mark marry marvel mask match matter mean measure meet melt merge "
    "militate mind mislead miss mix mobilize model modify monitor mount mourn move murder name narrow navigate near "
    "need negotiate nominate nudge number obey oblige obstruct obtain occupy occur offend offset open operate "
    "organize originate oust outnumber outpace outperform outweigh overcome overhaul overrule oversee overshadow "
    "overtake overturn overwhelm owe own pack park participate partner pass pause pay peak penalize perform permit "
    "persuade pick pile pin place plague plant play plot plunge poison poll pop pose position possess postpone pour "
    "practice precede preclude prepare present preserve preside prevail prevent print privatize proceed process "
    "procure produce prohibit prolong promote prompt prosecute prosper protect prove provide provoke publish pull "
    "pump punch punish purchase purge pursue push put qualify quarrel quell quit race raise rally ram range rank "
    "rape reach react rebel rebound rebuild recede receive reconcile reconsider reconvene record recover recruit "
    "redirect reduce reelect refrain regain register regulate rehabilitate reign reinforce reinstate relax "
    "release relieve relocate rely remain remove render renew rent reopen repair repay repeal replace represent "
    "reproduce rescue research resemble reshape reside resign resist resolve resonate resort respect rest restart "
    "restore restrain restrict result resume retain retire retreat retrieve return reverse review revise revive "
    "revoke reward rewrite ride rise risk rival rock roll rot rotate ruin run rush sabotage sacrifice safeguard "
    "salute sanction satisfy save scale scare schedule score scramble scrap screen search seat secure seek seem "
    "seize select sell send separate serve set settle shake shape share shatter shed shelve shield shift shock shop "
    "shore shoulder shove shrink shut shy side sign simplify sink sit skip slap slash sleep slice slide slip slow "
    "smash smear smile smoke smooth smuggle soar soften solicit solidify solve spare spark spawn speak specialize "
    "spell spend spill spin split sponsor spread spur squander square squeeze stab stabilize staff stage stall "
    "stand star stare start steal steer stem step stick stifle stir stop store storm strain strengthen stretch "
    "strike strip strive struggle study stumble stun submit subscribe subsidize substitute succeed sue suffer suit "
    "supply suppress surface surge surpass surprise surrender surround survive suspend sustain sway sweep swing "
    "switch symbolize tackle take talk tamper tap target tarnish taunt tax teach tear tell tempt tend term "
    "terminate terrify test thrive throw thwart tie tighten tilt top topple toss total touch tour track trade trail "
    "train transfer transform transition translate transmit transport trap travel treat trek trigger triple triumph "
    "trouble try turn tweak uncover undercut undergo undermine undertake unfold unify unite unleash unravel update "
    "upgrade uphold upset use usher utilize vacate vary veer venture verify veto violate visit voice void vote wage "
    "wait walk wane war warm wash waste watch water weaken wear weather weigh whip widen wield win wipe withdraw "
    "withhold withstand witness woo work worsen wound wrap wreck wrestle yield zoom "
)

# Adjectives that no ending gives away.
ADJECTIVES = lexicon(
    "good bad new old big small great major minor high low long short young black white red blue green public "
    "former recent strong weak little same different full free true false open poor rich hard easy large huge vast "
    "top key main sure clear fair real right wrong second third fourth fifth sixth front due dead live hot cold dark "
    "bright heavy light broad narrow deep wide slow fast sharp harsh tough rare common modern senior junior chief "
    "prime joint direct bitter angry happy sad proud safe ready wealthy healthy lengthy steady heated own very"
)
# Nouns that end like adjectives, or stand without one.
NOUNS = lexicon(
    "op-ed op-eds others official individual professional general journal hospital executive representative detective "
    "native critic clinic music topic traffic secretary proposal approval denial trial capital rival appeal "
    "arrival refusal withdrawal referendum republic democrat liberal conservative radical minimal metal "
    "animal festival material manual goal deal initiative objective perspective incentive narrative "
    "alternative archive adversary anniversary commentary dictionary documentary library salary summary "
    "territory treasury beneficiary missionary fabric mechanic academic statistic"
)
# Plural without an s: their verbs are in the base form ("police say").
PLURALS = lexicon("people police men women children majority minority clergy data media")
# "she'll", "it's": a subject and its auxiliary in one word.
CONTRACTED = frozenset(
    pronoun + mark + ending
    for pronoun in ("i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what")
    for mark in ("'", "’")
    for ending in ("ll", "d", "re", "ve", "m")
)

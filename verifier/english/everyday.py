"""Everyday words, in lower case: a capital on one of these at the head of a sentence or in a headline is no name."""

from __future__ import annotations

from verifier.english.calendar import ALSO_OTHER_WORDS, MONTH_NUMBERS, SHORT_WEEKDAYS, WEEKDAYS
from verifier.english.lexicon import lexicon

FUNCTION = lexicon(
    """
    a an the this that these those my your his her its our their some any no every each either neither both all most
    many much few several enough such another other others one two three four five six seven eight nine ten eleven
    twelve dozens hundreds thousands millions i me we us you he him she it they them who whom whose what which when
    where why how and or but nor so yet for if unless until while because since although though whereas whether as
    than then once before after during despite of in on at by from to into onto with without within about above
    below under over between among amid against across along around behind beside besides beyond near off out
    outside inside through throughout toward towards up down upon via per not never only just also even still too
    very more less least rather quite almost nearly perhaps maybe indeed here there now today tonight yesterday
    tomorrow soon later earlier again already always often sometimes usually is are was were be been being am has
    have had having do does did doing done will would can could shall should may might must let lets let's it's
    that's there's here's what's he's she's they're we're you're i'm i've we've they've you've don't doesn't didn't
    isn't aren't wasn't can't won't couldn't wouldn't shouldn't like unlike including according given due thanks
    instead however meanwhile moreover furthermore nevertheless nonetheless therefore thus hence otherwise
    additionally finally eventually recently currently previously initially originally apparently reportedly
    allegedly clearly obviously certainly surely probably possibly likely unfortunately fortunately sadly yes well
    oh ah hey ok okay please dear am pm first second third last next former latter same own every anyone everyone
    someone nobody nothing everything something anything none half part et vs versus amidst atop apart aside ago
    away back far ever
    """
)

COMMON = lexicon(
    """
    people officials official police voters critics experts analysts supporters opponents protesters authorities
    investigators prosecutors lawyers scientists researchers doctors students teachers workers residents witnesses
    reporters journalists investors economists lawmakers leaders members men women children parents families friends
    victims soldiers troops rebels companies businesses banks markets stocks shares prices sales exports imports
    profits revenue growth inflation oil gas gold trade tariffs taxes tax money funds debt jobs unemployment work
    government governments congress parliament police court courts judges election elections polls poll votes vote
    campaign campaigns party parties republicans democrats conservatives liberals president minister man woman boy
    girl news world city state states country countries nation nations county town village region island war peace
    attack attacks talks deal deals plan plans bill bills law laws rule rules report reports study studies survey
    data results figures numbers statement speech letter email emails book film movie show game games match team
    teams players fans season coach goal goals win wins loss losses time times year years month months week weeks
    day days hour hours minute minutes morning afternoon evening night spring summer autumn fall winter number group
    groups case cases question questions answer answers problem problems issue issues part parts place places point
    points fact facts way ways thing things life death water air fire food health care school schools university
    hospital hospitals church house home homes street road car cars train trains plane planes flight flights ship
    ships bus power energy climate weather rain storm flood floods earthquake hurricane snow technology internet
    media software computer phone phones app apps science research space security defense intelligence justice crime
    violence murder killing shooting bomb bombing explosion blast crash accident arrest arrests trial trials charges
    prison jail sentence death deaths birth marriage age history culture music art arts sport sports football soccer
    business industry economy finance budget spending costs cost price market bank job wage wages pay income poverty
    welfare pension education training class college degree language english word words story stories article page
    photo photos video pictures image images source sources background update breaking exclusive analysis opinion
    editorial comment advertisement related watch read see click share follow sign subscribe more new old big small
    large great good bad best worst better worse high higher highest low lower lowest long longer short early late
    young major minor main key top full free open public private local national international global foreign
    domestic federal official former current recent latest final early initial total average annual daily weekly
    monthly political economic financial social legal medical military human natural special general common
    different similar important possible able available ready real true false right wrong left white black red blue
    green yellow brown hot cold warm cool strong weak hard easy difficult safe dangerous dead alive rich poor happy
    sad angry sick ill asked added said says say saying told tells tell speaking spoken speak called calls call
    asked asks ask answered answers wrote writes write written announced announces announce confirmed confirms
    confirm denied denies deny claimed claims claim reported reports report revealed reveals reveal showed shows
    show shown found finds find think thinks thought believe believes believed know knows knew known want wants
    wanted need needs needed make makes made making take takes took taken taking give gives gave given giving get
    gets got getting go goes went gone going come comes came coming see sees saw seen look looks looked looking use
    uses used using work works worked working help helps helped helping keep keeps kept keeping start starts started
    starting begin begins began begun stop stops stopped end ends ended ending try tries tried trying turn turns
    turned run runs ran running move moves moved moving play plays played playing live lives lived living hold holds
    held holding bring brings brought lead leads led leading leave leaves left leaving meet meets met meeting pay
    pays paid paying send sends sent set sets setting put puts buy buys bought sell sells sold build builds built
    lose loses lost losing win won winning kill kills killed die dies died fight fights fought hit hits cut cuts
    raise raises raised rise rises rose risen fall falls fell fallen drop drops dropped grow grows grew grown
    increase increases increased decrease decline declines declined change changes changed face faces faced hope
    hopes hoped fear fears feared warn warns warned urge urges urged back backs backed support supports supported
    oppose opposes opposed reject rejects rejected accept accepts accepted approve approves approved pass passes
    passed block blocks blocked ban bans banned allow allows allowed force forces forced order orders ordered grant
    grants granted rule ruled sue sues sued charge charged accuse accuses accused blame blames blamed slam slams
    slammed rip rips ripped blast blasts blasted attack attacked defend defends defended launch launches launched
    seek seeks sought push pushes pushed pull pulls pulled offer offers offered plan planned expect expects expected
    join joins joined visit visits visited return returns returned arrive arrives arrived release releases released
    publish publishes published issue issued sign signs signed break breaks broke broken close closes closed opened
    opens reach reaches reached remain remains remained become becomes became seem seems seemed appear appears
    appeared feel feels felt hear hears heard talk talks talked discuss discusses discussed explain explains
    explained describe describes described suggest suggests suggested argue argues argued agree agrees agreed insist
    insists insisted admit admits admitted apologize apologizes resign resigns resigned quit quits retire retires
    fire fires fired hire hires hired name names named elect elects elected choose chooses chose chosen pick picks
    picked track tensions tension underway amid surge surges surged soar soars soared plunge plunges plunged slash
    slashes slump slumps boost boosts boosted ease eases eased loom looms near nears hail hails eye eyes mull mulls
    vow vows vowed probe probes row bid bids clash clashes dead heat edge edges lead leads trail trails topple
    topples oust ousts based born dubbed asked faced founded located armed inside look even ahead trouble crisis
    debate debates reform reforms threat threats risk risks emergency effort efforts move support step steps hike
    hikes truce pressure response reaction concern concerns doubt doubts evidence proof truth lie lies scandal
    investigation inquiry hearing hearings testimony ruling decision decisions order request requests demand demands
    appeal appeals protest protests rally rallies march marches strike strikes ballot ballots race races seat seats
    term terms office majority minority opposition coalition cabinet committee panel board chief head heads boss
    staff team officer officers agent agents guard guards driver drivers passenger passengers tourist tourists
    migrant migrants refugee refugees immigrant immigrants immigration border wall gun guns weapon weapons nuclear
    missile missiles drug drugs vaccine virus disease cancer patient patients doctor nurse treatment surgery therapy
    test tests testing mental physical body heart brain blood skin eye hand hands foot feet head arm leg knee face
    voice mind soul god love hate fun joke jokes prize award awards winner winners loser losers champion record
    records score scores draw final together alone everywhere elsewhere anyway actually basically essentially
    generally typically especially particularly specifically notably importantly interestingly surprisingly
    remarkably ultimately overall similarly likewise conversely alternatively accordingly consequently subsequently
    simultaneously officially
    """
)

DAYS = frozenset({*WEEKDAYS, *SHORT_WEEKDAYS}) - {"weds"}
MONTHS = frozenset(MONTH_NUMBERS)
_ZONES = lexicon("edt est gmt utc pst pdt cst cdt cet cest bst jst ist")
CALENDAR = _ZONES | DAYS | (MONTHS - ALSO_OTHER_WORDS)


def everyday(low: str) -> bool:
    """Whether a lower-cased word is an everyday one, by the lists or by its ending (-ing, -ed, -ly, -ness, -tion)."""
    if low in FUNCTION or low in COMMON:
        return True
    low = low.rpartition("-")[2]  # the ending of "Mei-Ling" is that of "Ling", which is no verb's
    if len(low) > 4 and low.endswith(("ed", "ing")):
        return True
    return len(low) > 5 and low.endswith(("ly", "ness", "tion", "tions", "ment", "ments", "ers", "ists"))

"""Opposites and closed sets of which only one can be true."""

from __future__ import annotations

OPPOSITES = """
allow permit let authorize enable | ban forbid prohibit bar outlaw block prevent
~ forced required obliged compelled ordered | allowed permitted free forbidden
mandatory compulsory obligatory | voluntary optional
accept approve grant uphold endorse ratify pass | reject deny refuse dismiss overturn veto
accept | decline
approval acceptance | rejection refusal
~ endorse support back embrace defend praise welcome applaud hail | oppose condemn denounce criticize criticise reject
support approval backing | opposition disapproval
supporter backer ally advocate proponent | opponent critic foe enemy rival
supportive | critical
favor favour | oppose
praise acclaim | criticism condemnation
open reopen | close shut
opening reopening | closing closure shutdown
begin start launch | end finish halt suspend stop conclude
beginning start | end conclusion
resume continue | halt suspend stop pause interrupt
increase rise grow gain climb soar jump surge raise expand double triple | decrease fall shrink lose drop decline plunge slump slide reduce cut lower slash halve
increasing rising growing soaring | decreasing falling shrinking declining dwindling
strengthen intensify reinforce | weaken ease relax
tighten | loosen relax ease
accelerate quicken | slow decelerate
improve | worsen deteriorate
improvement | deterioration
appreciate | depreciate
inflow influx | outflow exodus
~ add | remove subtract cut
gain | loss
win | lose
won | lost
win victory triumph | defeat loss
winner victor | loser
~ beat defeat | lose
keep retain preserve maintain | delete remove erase discard abandon scrap drop
~ include | exclude omit
including | excluding except
~ before | after following
because | despite
~ true correct right accurate | false wrong incorrect untrue inaccurate
innocent acquitted cleared exonerated | guilty convicted
arrested charged detained convicted jailed imprisoned | released freed acquitted cleared
arrest detain jail imprison | release free acquit
acquit exonerate | convict
acquittal | conviction
alive | dead
~ live survive | die kill
survivor | victim
~ old | new
older eldest oldest | younger youngest
~ old elderly | young
~ first | last
~ early earlier | late later
high higher highest | low lower lowest
~ more most | less fewer least fewest
majority | minority
rich wealthy affluent | poor impoverished
rich wealth | poverty
~ strong stronger strongest | weak weaker weakest
strength | weakness
safe safely harmless | dangerous unsafe hazardous harmful
legal lawful legally | illegal unlawful illegally
~ public publicly | private privately secret
domestic national | foreign
local | foreign international
popular | unpopular
direct directly | indirect indirectly
temporary temporarily interim provisional | permanent permanently
~ distant far farther further | nearby close closer near nearer
~ known | unknown
controlled | uncontrolled
specific | general generic
~ free | imprisoned jailed
thriving booming flourishing prospering | struggling failing ailing
success succeed successful successfully | failure fail unsuccessful unsuccessfully
hire employ recruit appoint | fire dismiss sack
~ promote | demote
buy purchase buyer | sell seller
import importer | export exporter
~ borrow | lend
borrower | lender
debtor | creditor
employer | employee
landlord | tenant
profit surplus profitable | loss deficit unprofitable
~ left | right
~ north northern northeast northeastern northwest northwestern | south southern southeast southeastern southwest southwestern
~ east eastern northeast northeastern southeast southeastern | west western northwest northwestern southwest southwestern
left-wing liberal leftist progressive | right-wing conservative rightist
~ for favor favour | against
peace | war
optimistic hopeful | pessimistic
optimism | pessimism
agree | disagree
agreement consensus | disagreement
~ love | hate
remember | forget
~ arrive enter | leave depart
arrival | departure
~ join | quit leave
~ stay remain | leave quit depart
entrance entry | exit
~ hot warm hotter warmer warmest hottest | cold cool colder cooler coldest
heat | cold
~ light lighter | heavy heavier
~ wet rainy | dry
~ clean | dirty polluted contaminated
~ major large larger largest big bigger biggest huge | minor small smaller smallest tiny
~ long longer longest | short shorter shortest
~ tall taller tallest | short shorter shortest
lengthen extend | shorten
thick thicker | thin thinner
wide wider | narrow narrower
widen | narrow
deep deeper | shallow
fast faster fastest quick quickly rapid rapidly | slow slower slowest slowly gradual gradually
~ easy easily | hard difficult
~ empty | full
crowded packed | empty deserted
~ lead leading ahead | trail trailing behind
~ present | absent
attend | boycott skip miss
~ attack | defend
offensive | defensive
~ build rebuild restore | demolish destroy
construction | demolition
confirm | deny
admit | deny
reveal disclose expose | hide conceal
~ publish | withhold
worse worst | better best
improved | worsened
~ never | always
rarely seldom | often frequently
rare | common frequent
~ all every everyone everybody | none nobody
unanimous unanimously | divided
~ nothing | everything
~ few | many
~ likely | unlikely
~ able | unable
possible | impossible
happy delighted pleased satisfied | unhappy disappointed dissatisfied angry furious
~ proud | ashamed
stable | unstable
healthy unharmed | sick ill unhealthy
mild | severe serious
~ male man boy | female woman girl
~ urban | rural
~ urban city | countryside
~ inside indoors indoor | outside outdoors outdoor
~ upper | lower
~ top | bottom
~ above | below
maximum | minimum
~ accelerate advance | retreat withdraw
~ deploy | withdraw
~ invest | divest
deposit | withdraw withdrawal
~ send | receive
~ give donate | take receive
~ ask | answer
~ teach | learn
~ merge | split
marry wed | divorce
marriage wedding | divorce
~ unite united | divide divided
reconcile | quarrel
~ connect | disconnect
~ lock | unlock
~ activate enable | deactivate disable
~ load | unload
~ tie | untie
~ save rescue | abandon
~ resign quit | stay remain
victory | defeat
incumbent | challenger
~ prosecution prosecutor | defense defence defendant
plaintiff | defendant
majority | minority
ruling | opposition
active | inactive dormant retired
~ guilty | innocent
~ toughen harden | soften
impose introduce | lift abolish repeal scrap
~ ban | legalize legalise
criminalize criminalise | decriminalize decriminalise legalize legalise
~ encourage urge | discourage
~ attract | repel deter
~ upgrade | downgrade
overestimate overstate exaggerate | underestimate understate downplay
~ exceed surpass top | miss undershoot
bullish | bearish
~ ally friend friendly | enemy hostile
~ confident certain sure | doubtful uncertain unsure
certainty | uncertainty
~ honest | dishonest
transparent | opaque secretive
responsible | irresponsible
adequate sufficient enough | inadequate insufficient
~ natural | artificial
organic | conventional
~ ancient old | modern
~ civilian | military
~ armed | unarmed
~ elected | appointed
~ paid | unpaid
insured | uninsured
employed | unemployed jobless
married | unmarried single divorced
vaccinated | unvaccinated
conscious | unconscious
intentional intentionally deliberate deliberately | accidental accidentally unintentional
~ solved | unsolved
~ complete completed finished | incomplete unfinished
~ defuse | detonate
"""  # noqa: E501 - one entry a line
CLASSES = """
~ red orange yellow green blue purple pink brown violet grey
~ black white
brother sister wife husband son daughter father mother uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter girlfriend boyfriend
~ second minute hour day week month year decade century
~ hourly daily weekly monthly yearly
~ kilometer mile meter foot inch yard centimeter
~ kilogram gram tonne pound ounce
~ federal provincial municipal
astronomer chemist biologist/botanist physicist geologist historian economist psychologist engineer archaeologist mathematician sociologist anthropologist
biology chemistry physics geology astronomy economics psychology mathematics archaeology
~ planet star moon comet asteroid galaxy
earthquake hurricane tornado flood wildfire volcano avalanche tsunami blizzard drought heatwave landslide
copper iron tin zinc lithium uranium nickel aluminium/aluminum lead cobalt
~ gold silver bronze platinum
coal oil gas
~ solar wind nuclear hydroelectric
wheat barley rice corn/maize oat soybean sugar cotton tobacco coffee cocoa tea potato
apple banana grape strawberry lemon cherry mango pear peach tomato onion
~ coffee tea water milk beer wine juice vodka whisky/whiskey
beef pork chicken lamb turkey veal
sardine mackerel tuna cod herring salmon trout shrimp
almond walnut peanut hazelnut cashew pistachio
~ car truck bus train plane helicopter ship/boat/ferry bicycle motorcycle tram van
~ airline railway
dog cat horse cow sheep pig goat wolf lion tiger elephant whale shark leopard monkey rabbit fox deer crocodile snake
eagle owl pigeon penguin parrot swan
fraud murder rape robbery arson kidnapping burglary manslaughter perjury treason bribery espionage blackmail
~ senator congressman governor mayor
~ president vice-president premier chancellor king queen prince princess emperor
prince princess
king queen
duke duchess
~ colonel captain lieutenant sergeant corporal
army navy marines
~ archbishop bishop cardinal pope priest rabbi imam
~ doctor/surgeon nurse dentist pharmacist
~ teacher lawyer pilot farmer firefighter plumber carpenter electrician baker butcher architect journalist
violinist pianist guitarist drummer trumpeter cellist
~ founder owner
~ defence/defense health education transport finance foreign interior agriculture justice labour trade energy
winter summer
~ winter spring summer autumn
~ morning afternoon evening night
~ north south east west
~ northern southern eastern western
knife gun/rifle gun/pistol sword axe hammer
arm leg knee shoulder elbow ankle wrist hip
~ heart lung liver kidney brain stomach
football basketball baseball tennis golf hockey cricket rugby volleyball boxing swimming badminton
piano guitar violin drums trumpet cello flute
christian muslim jewish hindu buddhist sikh
catholic protestant orthodox
sunni shiite
christianity islam judaism hinduism buddhism
mosque church/cathedral synagogue temple
~ school hospital prison airport hotel restaurant factory museum library
~ kindergarten university
primary secondary
cancer diabetes malaria measles influenza cholera ebola polio tuberculosis pneumonia
~ injured missing unharmed
~ million billion trillion thousand
euro dollar pound yen rupee peso franc rouble/ruble yuan
~ bond stock
~ novel film song opera play
~ novelist poet painter sculptor composer
~ newspaper magazine radio television
astronaut sailor diver
~ river lake sea ocean mountain island desert
~ lawsuit referendum
~ quarter half third
~ toddler teenager pensioner
~ monarchy republic
~ democrat republican
~ hotel hostel
~ steel glass wood brick concrete
~ wool silk cotton leather
~ diesel petrol
~ fiction non-fiction
~ mathematics physics
~ infantry artillery cavalry
~ tanker trawler submarine
"""  # noqa: E501 - one entry a line
"""Classes of things, one a line; names of one thing, or of a kind and what is of it, stand joined ("gun/rifle")."""

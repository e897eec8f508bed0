"""Titles, roles and given names: what shows that a name is a person's, and whether a man's or a woman's.

General English lists, all in lower case; none was taken from any article.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.english.lexicon import lexicon

HONORIFICS = {
    "mr.": "male", "mr": "male", "sir": "male", "lord": "male", "mrs.": "female", "mrs": "female", "ms.": "female",
    "ms": "female", "miss": "female", "lady": "female", "dame": "female", "madame": "female", "dr.": None, "dr": None,
    "prof.": None, "prof": None, "professor": None, "rev.": None, "rev": None, "revd": None, "reverend": None,
    "rt": None, "ven": None, "cllr": None, "sen.": None, "sens.": None, "rep.": None,
    "reps.": None, "gov.": None, "gen.": None, "lt.": None, "col.": None, "sgt.": None, "capt.": None, "hon.": None,
    "maj.": None, "adm.": None, "cpl.": None, "pvt.": None, "det.": None, "insp.": None, "supt.": None, "fr.": None,
    "sister": "female", "brother": "male", "father": "male", "imam": "male", "rabbi": None, "sheikh": "male",
    "st.": None, "saint": None, "king": "male", "queen": "female", "prince": "male", "princess": "female",
    "duke": "male", "duchess": "female", "pope": "male", "baroness": "female", "baron": "male", "emperor": "male",
}  # fmt: skip
"""Words that stand before a name and are written small or large, with the gender they tell."""
CIVIL = lexicon("mr mr. mrs mrs. ms ms. dr dr.")
"""Those behind which nothing but a surname stands, whatever word it looks like: "Mr Fielding"."""

HOW_LONG = lexicon("time term")
"""With the word before them they tell how long an office is held: "long [time] aide", "first [term] senator"."""
ROLES = lexicon(
    """
    president vice-president premier minister chancellor secretary undersecretary governor senator congressman
    congresswoman
    representative mayor councillor councilman councilwoman alderman speaker leader chairman chairwoman chair
    chairperson whip delegate ambassador envoy consul diplomat commissioner director director-general
    secretary-general manager executive officer ceo cfo coo cto founder co-founder cofounder owner partner banker
    economist analyst strategist adviser advisor aide spokesman spokeswoman spokesperson lawyer attorney prosecutor
    judge justice magistrate sheriff detective inspector constable superintendent sergeant lieutenant captain major
    colonel general admiral commander commandant brigadier marshal corporal private chief deputy lawmaker legislator
    politician candidate nominee contender challenger incumbent coach trainer striker midfielder defender goalkeeper
    quarterback pitcher player golfer boxer athlete swimmer runner champion actor actress singer rapper musician
    guitarist drummer bassist composer conductor comedian director producer screenwriter filmmaker playwright author
    writer novelist poet journalist reporter correspondent columnist editor editor-in-chief anchor host presenter
    broadcaster commentator critic blogger photographer artist painter sculptor designer architect engineer
    scientist researcher physicist chemist biologist astronomer historian professor lecturer teacher principal dean
    provost psychologist psychiatrist sociologist anthropologist archaeologist epidemiologist virologist doctor
    physician surgeon nurse paramedic firefighter pilot astronaut cosmonaut farmer fisherman worker activist
    campaigner organizer organiser lobbyist pollster consultant treasurer accountant auditor comptroller trustee
    registrar coordinator co-ordinator administrator superintendent bishop archbishop cardinal pastor priest monk
    vicar curate chaplain deacon
    nun rabbi imam ayatollah pope king queen prince princess emperor sultan emir sheikh duke duchess count countess
    baron baroness dictator strongman warlord rebel militant businessman businesswoman entrepreneur investor
    billionaire tycoon magnate mogul developer heiress model celebrity star legend veteran whistleblower hacker
    dissident defector student resident neighbor neighbour witness victim suspect defendant plaintiff driver
    passenger survivor wife husband son daughter father mother brother sister widow uncle aunt nephew niece cousin
    grandson granddaughter grandfather grandmother fiancee boyfriend girlfriend partner friend colleague rival
    opponent predecessor successor counterpart ally critic supporter volunteer member fellow expert specialist
    scholar academic physicist ombudsman premier taoiseach tsar czar chief-executive vice-chairman co-chair
    co-chairman vice-chair co-director co-author coauthor co-host cohost mp mep msp mla senator-elect
    president-elect congressperson assemblyman assemblywoman councilmember councilperson
    assemblymember surrogate operative staffer speechwriter negotiator
    mediator inspector-general solicitor barrister counsel attorney-general prosecutor-general headmaster
    headteacher rector vice-chancellor chef restaurateur critic keeper captain skipper referee umpire jockey racer
    cyclist skater skier sprinter forward winger
    """
)
"""Nouns that name a role; before or after a name they introduce a person."""

TO_SOMEBODY = lexicon(
    "aide adviser advisor ambassador assistant counsel counselor deputy envoy successor heir consultant"
)
"""Roles that are somebody's with "to": "an aide to the mayor"."""
FEMALE_ROLES = lexicon(
    """
    congresswoman councilwoman chairwoman spokeswoman businesswoman actress heiress queen princess duchess countess
    baroness nun wife daughter mother sister widow aunt niece granddaughter grandmother fiancee girlfriend
    assemblywoman policewoman mom mum stepdaughter stepmother
    """
)
MALE_ROLES = lexicon(
    """
    congressman councilman chairman spokesman businessman king prince duke monk priest husband son father brother
    uncle nephew grandson grandfather boyfriend assemblyman policeman fisherman headmaster dad widower stepson
    stepfather
    """
)


MODIFIERS = lexicon(
    """
    former ex then-president vice deputy assistant associate acting interim senior junior chief lead top longtime
    long-time veteran prominent first second new current late outgoing incoming honorary executive managing general
    presidential vice-presidential gubernatorial congressional senate house white state federal national local
    regional city county district foreign prime defense defence finance interior health education trade treasury
    justice energy transportation labor labour agriculture commerce press communications campaign policy political
    legal military police fire army navy air force marine security intelligence economic financial budget business
    technology tech science sports news opinion news editorial investigative party majority minority opposition
    democratic republican conservative liberal labour green libertarian independent socialist communist progressive
    democrat rival fellow retired disgraced ousted embattled famed renowned award-winning nobel right-wing left-wing
    far-right far-left co vice- under attorney lieutenant major brigadier rear supreme court appeals circuit human
    rights climate research marketing operating investment hedge fund real estate film movie television tv radio
    talk show rock pop country hip-hop football soccer basketball baseball tennis golf hockey cricket rugby olympic
    world u.s. us u.k. uk american british parliamentary cabinet council school high university college public
    private special united nations european eu un nato crown us-based anti-corruption government
    """
)
"""Words that may stand between the start of a title and its role noun."""

PARTIES = {"d", "r", "i", "dem", "rep", "gop", "lab", "con"}
"""Party letters in brackets after a lawmaker's name: (R-Texas), (D-Mass.)."""

PARTY_MARKS = ("R-", "D-", "I-")
"""How a lawmaker's party and state begin: "R-Texas"."""

MALE_NAMES = lexicon(
    """
    aaron abdul abdullah abraham adam ahmad ahmed akira alan albert alberto alejandro aleksandr alex alexander
    alexei alfred ali allan allen alvin andre andreas andrei andrew andy angelo anthony antonio arnold arthur barack
    barry ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian
    bruce bryan byron calvin carl carlos cesar chad charles charlie chris christian christopher chuck clarence
    claude clifford clint colin conor corey craig curtis dale dan daniel danny darren dave david dean dennis derek
    diego dmitry don donald donnie doug douglas duncan dustin dwight earl ed eddie edgar eduardo edward edwin eli
    elijah elliott emmanuel enrique eric erik ernest ethan eugene evan fernando floyd francis francisco francois
    frank franklin fred frederick gabriel gareth gary gavin gene geoff geoffrey george gerald gerard giovanni glen
    glenn gordon graham greg gregory guillermo gustavo guy hans harold harry harvey hassan hector henry herbert
    herman hiroshi howard hugh hugo hussein ian ibrahim igor isaac ismail ivan jack jacob jacques jaime jake james
    jamie jan jared jason javier jay jean jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joe joel
    john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth kevin
    khalid kirk klaus kurt kyle lance larry lars lawrence lee leo leon leonard leroy lewis liam lloyd louis lucas
    luis luke malcolm manuel marc marco marcus mario mark marshall martin marvin mathew matt matthew maurice max
    michael michel miguel mike mikhail milton mitch mitchell mohamed mohammad mohammed morris muhammad mustafa
    nathan nathaniel neil nelson nicholas nick nigel nikolai noah norman oliver omar osama oscar otto owen pablo
    patrick paul pedro per pete peter phil philip philippe phillip pierre rafael ralph ramon randall randy raul ray
    raymond recep reginald reince ricardo richard rick ricky rob robert roberto robin rod rodney rodrigo roger
    roland ron ronald ross roy ruben rudolph rudy russell ryan sadiq salman sam samuel santiago scott sean sebastian
    sergei sergey seth shane shaun shawn shinzo sidney simon stanley stefan stephen steve steven stuart sven ted
    terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trent trevor tyler vernon victor
    viktor vincent vitaly vladimir volodymyr wade wallace walter warren wayne wesley wilbur will william willie
    winston yasser yuri yusuf zachary
    """
)
FEMALE_NAMES = lexicon(
    """
    abigail ada adele adriana agnes alexandra alexandria alice alicia alison allison amanda amber amelia amy ana
    andrea angela angelina anita ann anna anne annette annie april ariana ashley aung audrey barbara beatrice becky
    belinda benazir bernadette beth bethany betsy betty beverly bianca bonnie brenda bridget brittany camilla
    candice carla carly carmen carol carole caroline carolyn catherine cathy cecilia celine charlotte chelsea cheryl
    chloe christina christine cindy claire clara claudia colleen connie courtney cristina crystal cynthia daisy dana
    danielle dawn debbie deborah debra denise diana diane dianne dolores donna dora doris dorothy edith eileen
    elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma erica erika erin estelle esther eva evelyn
    faith fatima felicia fiona florence frances gabriela gabrielle gail geraldine gertrude gillian gina gisele
    giulia gloria grace greta gwen hannah harriet hazel heather heidi helen helena hillary holly huma ida ilana
    indira ingrid irene iris isabel isabella ivanka jacinda jackie jacqueline jane janet janice jasmine jean jeanne
    jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy
    julia juliana julie june kaitlyn kamala karen karin kate katharine katherine kathleen kathryn kathy katie kay
    kayla kelly kellyanne kerry kim kimberly kirsten kristen kristin kristina laura lauren leah leila leslie lillian
    linda lindsay lindsey lisa lois loretta lori lorraine louise lucia lucille lucy lydia lynn mabel madeleine
    madison maggie malala malia mandy marcia margaret maria mariana marianne marie marilyn marine marion marissa
    marjorie marlene marsha martha mary maureen maya megan meghan melania melanie melinda melissa mercedes meredith
    michelle mildred miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora
    norma olga olivia pamela patricia patty paula pauline peggy penelope penny phyllis priscilla priya rachel
    rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra
    sara sarah sasha serena shannon sharon sheila shelley sherry shirley simone sofia sonia sophia sophie stacey
    stacy stella stephanie sue susan susanna suzanne sylvia tamara tammy tanya tara teresa theresa tiffany tina
    tracy ursula valerie vanessa vera veronica vicky victoria viola violet virginia vivian wanda wendy whitney
    winifred yolanda yvonne zoe
    """
)

NICKNAMES = {
    "bill": "william", "billy": "william", "will": "william", "bob": "robert", "bobby": "robert", "rob": "robert",
    "mike": "michael", "mick": "michael", "joe": "joseph", "jim": "james", "jimmy": "james", "tom": "thomas",
    "tommy": "thomas", "ted": "edward", "ed": "edward", "eddie": "edward", "dick": "richard", "rick": "richard",
    "rich": "richard", "dan": "daniel", "danny": "daniel", "dave": "david", "steve": "stephen", "steven": "stephen",
    "chris": "christopher", "matt": "matthew", "nick": "nicholas", "tony": "anthony", "andy": "andrew",
    "drew": "andrew", "ben": "benjamin", "sam": "samuel", "ken": "kenneth", "ron": "ronald", "don": "donald",
    "greg": "gregory", "jeff": "jeffrey", "tim": "timothy", "pat": "patrick", "larry": "lawrence", "harry": "henry",
    "chuck": "charles", "charlie": "charles", "alex": "alexander", "phil": "philip", "pete": "peter",
    "rudy": "rudolph", "bernie": "bernard", "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth",
    "kate": "katherine", "kathy": "katherine", "katie": "katherine", "sue": "susan", "meg": "margaret",
    "peggy": "margaret", "jen": "jennifer", "jenny": "jennifer", "debbie": "deborah", "vicky": "victoria",
    "josh": "joshua", "zach": "zachary", "jerry": "gerald", "terry": "terrence", "jon": "jonathan", "jack": "john",
    "mitch": "mitchell", "stan": "stanley", "fred": "frederick", "vince": "vincent", "ray": "raymond",
}  # fmt: skip
"""Short form to the name it stands for."""


def gender_of(given: str) -> str | None:
    """The gender a given name tells, None where it tells none or both."""
    low = given.lower()
    male, female = low in MALE_NAMES, low in FEMALE_NAMES
    if male == female:
        return None
    return "male" if male else "female"


def is_given(word: str) -> bool:
    """Whether the word is a common given name."""
    low = word.lower()
    return low in MALE_NAMES or low in FEMALE_NAMES or low in NICKNAMES


SHORTENED = {
    "sen.": "senator",
    "rep.": "congressman",
    "gov.": "governor",
    "gen.": "general",
    "dr.": "doctor",
    "prof.": "professor",
    "lt.": "lieutenant",
    "col.": "colonel",
    "rev.": "reverend",
}
PAST = lexicon("former ex then late ex-president acting interim designate elect outgoing incoming once next future")
UNDER = lexicon("vice deputy lieutenant lt.")
SINGLE = lexicon("president premier chancellor governor mayor prime_minister director vice-president")
"""Offices whose holder is never called by the name of the office below or above."""
CHAMBERS = {"sen.": "Senate", "senator": "Senate", "rep.": "House", "congressman": "House", "congresswoman": "House"}
ALSO_OTHER_THINGS = lexicon("model star forward private general host")
HEADS = dict.fromkeys(
    lexicon("chairman chairwoman chairperson chair executive ceo director head leader boss president manager"),
    "at the head",
)
"""Roles of those who are at the head of something."""
DEEDS = dict.fromkeys(
    lexicon("run led headed chaired managed directed runs leads heads chairs manages directs leading heading chairing"),
    "at the head",
)
"""What those do who are at the head of something."""


def office_holder(low: str) -> str:
    """The office of who no longer holds it, or not yet: "then-secretary" is a secretary."""
    before, _, office = low.partition("-")
    return office if before in PAST and office else low


HOLDERS = ("woman", "women", "person", "people", "man", "men", "member", "members")
"""How the name of an office ends that says whose it is: "councilwoman", "congressmen"."""
MEMBERS = lexicon("member members")


def of_several(low: str) -> bool:
    """Whether a word names a role of several: "senators", "councilmen"."""
    return (low.removesuffix("s") != low and low.removesuffix("s") in ROLES) or f"{low.removesuffix('en')}an" in ROLES


def office_of(words: Sequence[str]) -> str:
    """What the last of these words, in small letters, make the holder of: "councilwoman", "council member" and
    "councilmen" are of one office."""
    if not words:
        return ""
    low = words[-1] if words[-1] not in MEMBERS or len(words) == 1 else words[-2]
    short = next((low.removesuffix(end) for end in HOLDERS if low.endswith(end)), low)
    return short or low

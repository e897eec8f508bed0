"""The words by which a sentence sets its figures against each other: shares, parts, conversions, comparisons."""

from __future__ import annotations

from decimal import Decimal

from verifier.english.lexicon import lexicon

IN_FAVOUR = lexicon(
    "favor favour favored favoured support supported supports approve approved approves for back backed backs "
    "agree agreed yes"
)
AGAINST = lexicon(
    "against oppose opposed opposes disapprove disapproved disapproves disagree disagreed reject rejected no"
)
UNDECIDED = lexicon("undecided unsure know uncertain undecideds opinion view")
"""Among them "had no view", which is no "no"."""
DIVIDED = lexicon("split divided divides goes go shared consists made")
"""Verbs that share the whole of something out: "the budget goes to schools (50 percent), ..."."""
AMONG = lexicon("between among")
"""Behind a verb of dividing: all that there is goes to those named."""
SHARED_OUT = lexicon("budget money sum total spending vote votes ballots")
BEFORE_A_RECEIVER = lexicon("to on for")
"""Between a share and what gets it: "60 percent goes to teachers, 30 percent to buildings"."""
OF_A_LIST = lexicon("is are was were be")
AFTER_A_LIST = lexicon(
    "the a an he she they it his her police officials organizers organisers according prosecutors authorities"
)
"""How what follows a list begins: ", the clerk said"."""
VERBS_AFTER_NAMES = lexicon("were are have had will was went won died face faced")
BEFORE_A_COUNT = lexicon("the all her his its their our these those")
DIFFERENCES = lexicon("loss gain rise fall drop increase decrease decline growth reduction cut jump difference")
"""What is told behind a change in its own unit: "from 9,800 to 9,100, a loss of 700"."""
POINTS = lexicon("point points quarter-point half-point")
BESIDE_POINTS = lexicon("a of full percentage one an another further basis")
LEADS_UP = lexicon(", ( from to in on this")
"""Between a change and the two values that it leads from and to: "fell by 6 percent in May, from"."""
KINDS_LISTED = lexicon(
    "priority goal reason theme issue subject topic pillar area cause aim focus task concern interest passion hobby "
    "sector industry ingredient product crop sport"
)
"""What a list of plain nouns can be of, where adjectives would not answer."""
EXTREMES = lexicon("limit level average norm mean threshold maximum minimum target standard")
"""What a value is compared with: "60 times the limit of 40"."""
COMPARED = lexicon("more higher greater larger the above over as")
SPEED = lexicon("hour second minute h s hr")
"""A rate's time: "miles per hour", "km/h"."""
BEFORE_A_RATE = lexicon("per an a /")
PER_HOUR = {"mph": ("length", Decimal("1609.344")), "kph": ("length", Decimal(1000))}
"""Speeds in one word, as the lengths that other writers tell "per hour"."""
DEGREES = {"c": "C", "celsius": "C", "centigrade": "C", "f": "F", "fahrenheit": "F"}
POUNDS = lexicon("pound")
"""Between the two numbers of a fraction: "four in ten", "four out of ten"."""
NOT_CONVERTED = lexicon("time speed power")
"""Dimensions told in brackets for other reasons."""
MINUS = lexicon("- – − minus")
"""Before a temperature below zero, where no other figure stands before it."""
BEFORE_A_RANGE_OF_DEGREES = lexicon("- – − minus to and")
BETWEEN_CANDIDATES = lexicon(", ; and with to for")
BEFORE_A_CANDIDATE = lexicon("the while")
BEFORE_A_PLACE = lexicon("at in on from near by")
"""Between a part and its place: "14 at Elm Road and 11 at the harbour"."""
OF_TIME = lexicon(
    "first second third fourth last next final half quarter year month week day night morning afternoon evening today "
    "yesterday period inning set overtime"
)
"""Behind such a word a part is of a time, and the times listed are seldom all."""
SCORED = lexicon("point goal yard run rebound assist try basket")
"""What is scored in parts that nobody lists in full."""
OVERLAPS = lexicon(
    "both also too women men children girls boys minors teenagers adults under over aged older younger old including"
)
"""What one and the same can be beside what else is told of it: "40 were women, 30 were under 18"."""
TOTAL_BEHIND = (("in", "all"), ("in", "total"), ("all", "told"), ("altogether",), ("combined",))
"""Behind a sum that adds up what was told: "70 people in all"."""
OF_A_TOTAL = lexicon("total sum")
"""Before it: "a total of 70"."""
EACH = lexicon("each apiece")
MAKES = lexicon(
    "that's that’s that makes making raising raised totaling totalling costs costing earning or for total worth paying "
    "bringing brings brought is would"
)
"""Between a price for each and what they come to: "at $300 each that's $1,200"."""
IN_A: dict[tuple[str, str], tuple[Decimal, Decimal]] = {
    ("day", "week"): (Decimal(5), Decimal(7)),
    ("week", "month"): (Decimal(4), Decimal("4.4")),
    ("day", "month"): (Decimal(20), Decimal(31)),
    ("month", "year"): (Decimal(12), Decimal(12)),
    ("week", "year"): (Decimal(50), Decimal(53)),
    ("day", "year"): (Decimal(220), Decimal(366)),
    ("hour", "year"): (Decimal(1700), Decimal(8784)),
    ("hour", "week"): (Decimal(30), Decimal(168)),
    ("hour", "day"): (Decimal(6), Decimal(24)),
    ("quarter", "year"): (Decimal(4), Decimal(4)),
}
"""How many of the shorter period the longer one can hold, of working hours and days or of all."""
BEFORE_A_WHOLE = lexicon("out of the its their these those")
"""Between a part and its whole: "15 of the 12", "15 out of 12"."""
AHEAD = lexicon(
    "led leads leading lead beat beats beating defeated defeats defeating edged edging ahead won wins winning"
)
"""Who is named before one of these has the larger share: "Brandt led Osei 47 percent to 41 percent"."""
EXACTLY = (("to", "be", "exact"), ("to", "be", "precise"), ("exactly",), ("precisely",))
"""Behind a figure that tells again, and exactly, what was told roughly."""
OF_A_RIVAL = lexicon(
    "the a his her by with of senator governor mayor former incumbent poll polls race vote field survey in about some "
    "just around roughly nearly almost only"
)
"""Small words between "led" and the name of who is behind."""
NO_LEAD_OF_NOW = lexicon("from than since after last previous earlier error within narrowed shrunk grew widened was")
"""Beside points that are of another poll, or of what it cannot tell."""
NOT_AHEAD = lexicon("not never hardly was were been be being get got to could would may might")
"""Before "led" or "beaten", who is named is not ahead, or not yet."""
SET_AGAINST = lexicon("against to versus vs compared followed")
VERSUS = lexicon("versus vs vs.")
"""Between the shares of two rivals."""
VOTED = lexicon("vote ballot delegate seat")
"""What somebody is ahead by."""
BEFORE_A_FRACTION = lexicon("more over less under fewer than just well slightly exactly only some")
ABOVE_A_FRACTION = lexicon("more over")
BELOW_A_FRACTION = lexicon("less under fewer")
TIMES_A_FRACTION = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
"""Before a fraction: "a third", "two thirds", "three quarters"."""
HAS = lexicon("has have had holds with of is are")
"""Before a whole that is shared out in the next sentence: "the council has 11 seats"."""
NAMES_THEM = lexicon("named identified identifies names listed lists")
"""With "as", it opens a list of names."""
OF_TWO_COUNTRIES = lexicon("tons tonnes gallons ounces")
"""Units that are not the same in every country."""
TWINS = lexicon("twins twin triplets")
LEADS_TO_A_TOTAL = lexicon(
    "for or making a an the grand combined overall total sum of about roughly some around so that is"
)
"""Between the comma behind a list and its sum."""
AND_MORE = lexicon("including with plus before after without excluding counting")
"""Behind a sum that is not of the same."""
MOST = lexicon("majority most")
AS_MANY = lexicon("many much high large big long")
"""In "five times as many as the 300"."""
RECEIVES = lexicon(
    "got gets get received receives won wins took takes held holds had has garnered garners drew draws earned earns "
    "polled polls claimed claims"
)
"""Between somebody and his share of the vote."""
CHOSEN = lexicon("chose choose chooses prefer prefers preferred favor favors favored favour favours favoured picked")
"""Between a share and whom it is for, where one can be for one alone."""
CHOOSES_ONE = lexicon(
    "chose choose chooses prefer prefers preferred picked pick picks opted opt vote voted plumped selected"
)
"""The same of things, where to be for one is to be for no other: who "favours" a thing may favour its rival too."""
SEVERAL_ANSWERS = lexicon("multiple several")
BEFORE_SEVERAL = (("more", "than"), ("up", "to"), ("at", "least"))
"""Before a number of answers of which one may give several: "more than one", "up to three"."""
BEHIND_NO_PART = lexicon("of each by or another more at per")
"""Behind a "one" that counts no part of a list: "[one] of them", "[one] each", "[one] more"."""
TELLS_A_RESULT = lexicon("it this that the vote votes result count tally final score was is stood came at")
"""What alone may stand before a result that a sentence takes up: "the [vote was] 14 to 9"."""

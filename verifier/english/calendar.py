"""Names of days and months, and the words that point from one day to another."""

from __future__ import annotations

from typing import Literal

from verifier.english.lexicon import lexicon

Way = Literal["later", "earlier", "ago"]
Turn = Literal["last", "this", "next"]
Unit = Literal["day", "week", "month", "year", "decade"]

WEEKDAYS = {
    name: at for at, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)

MONTHS = {
    name: at
    for at, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        1,
    )
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
MONTH_NAMES = tuple(name.capitalize() for name in MONTHS)

TURNS: dict[str, Turn] = {
    "last": "last", "past": "last", "previous": "last", "this": "this", "next": "next", "coming": "next",
    "following": "next",
}  # fmt: skip

MONTH_NUMBERS = MONTHS | SHORT_MONTHS
WORDS_OF_A_DATE = frozenset({*MONTH_NUMBERS, *WEEKDAYS, *SHORT_WEEKDAYS}) - {"weds"}
AROUND_A_DATELINE = lexicon(
    "published updated posted last modified first created date dated on at by a am pm m p the of and et est edt pt "
    "pst pdt ct cst cdt mt mst mdt gmt utc bst cet cest ist jst t z local time eastern noon midnight hrs"
)
WORDS_IN_DATES = frozenset({*MONTH_NUMBERS, *WEEKDAYS}) | lexicon("today yesterday tomorrow")
PARTS_OF_DAY = lexicon("morning afternoon evening night")
CLOCK = PARTS_OF_DAY | lexicon(
    "day week month year today yesterday tomorrow tonight time a.m. p.m. weekend hour early late"
)
UNITS: dict[str, Unit] = {"week": "week", "weekend": "week", "month": "month", "year": "year"}
AMOUNTS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year", "decade": "decade", "decades": "decade",
}  # fmt: skip
"""Units in which an amount of time is told, by their forms."""
FINER = {"day": 3, "week": 2, "month": 1, "year": 0, "decade": 0}
"""How exact a unit of time is."""
ANNIVERSARIES = {
    "anniversary": None, "birthday": None, "centenary": 100, "centennial": 100, "sesquicentennial": 150,
    "bicentenary": 200, "bicentennial": 200, "tercentenary": 300,
}  # fmt: skip
"""What is celebrated of a year, with the years it stands for where the word tells them."""
STARTING = lexicon(
    "opened founded established built born began started launched created formed erected completed inaugurated "
    "incorporated joined hired"
)
"""Verbs with which what has an age or a length begins, in the past."""
FINISHING = lexicon("closed ended left retired shut died resigned stopped finished folded")
TO_FINISH = lexicon("close end leave retire shut stop finish fold")
"""The same, where it is to come."""
MINUTES_IN = {"minute": 1, "minutes": 1, "hour": 60, "hours": 60}
OF_TWO_NUMBERS = lexicon("to or - – and")
"""Before a number: it is the second of two, "two to three hours"."""
BEFORE_A_SPAN = lexicon("from between ,")
"""Before the first of two times of the clock."""
NAMED_TIMES = {"noon": 720, "midday": 720, "midnight": 0}
"""Times of the clock in words, in minutes of the day."""
BEFORE_A_DAY = lexicon("on this next last the at in")
BIRTH = lexicon("born")
DEATH = lexicon("died")
OF_THEN = lexicon("when while since until before")
"""What opens a clause that tells of another time: "in 1939, when she was 14"."""
LENGTH_OF = lexicon("for the last lasted over ran")
BEFORE_A_WHOLE_LENGTH = (
    (",",),
    (",", "for"),
    (",", "or"),
    ("(",),
    (",", "a", "total", "of"),
    (",", "altogether"),
    ("for",),
)
"""Between a range of two dates and the length of it: "from 1998 to 2021, [a total of] 23 years"."""
WAYS: dict[str, Way] = {"later": "later", "earlier": "earlier", "ago": "ago"}
POSTS = lexicon("post job office role position chair service power charge")
"""Where somebody is for so many years: "after 21 years in the post"."""
SIDES = lexicon("after before")
"""Behind an amount of time, what it leads from: "six years after it closed"."""
NOT_BEFORE_AN_AMOUNT = lexicon("half and or to - – a few")
"""Before a count of days: the amount is no single number."""
FURTHER = {"before": -1, "after": 1}
"""One day more: "the day before yesterday", "the day after tomorrow"."""
OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
OTHER_SENSES = lexicon("march may april june august")
"""Months that are also names or verbs: alone they count only where a word before them makes them a month."""
BEFORE_MONTH = lexicon(
    "in of since until till by from to through during early late mid last next this between before after and or "
    "every each previous following past coming for"
)
BEFORE_YEAR = lexicon(
    "in since until till by from to of during after before between and or around through early late mid circa year "
    "spring summer autumn fall winter"
)
DETERMINERS = lexicon("the a his her its their our this that ( [")
NAMED_BEFORE = lexicon("black super good ash palm easter cyber ruby bloody casual giving maundy shrove")
NAMED_AFTER = lexicon("times telegraph express mirror mail herald post review night morning school world star")
NOT_DAYS = lexicon("percent % million billion trillion thousand hundred per points degrees people miles dollars")
COUNTED = lexicon("year years old days people")
BOUNDING = lexicon(
    "since until till by before after through from between beyond than throughout during past around about ending as"
)
"""Words that set a date as a limit: the event lies somewhere on one side of it."""
JOINING = lexicon("and or to through - – — & until /")
UNTIL = lexicon("to until through till")
FORWARD = lexicon(
    "will 'll ’ll won't won’t shall next upcoming coming scheduled plan plans planned planning expected expects set "
    "due slated going until tomorrow"
)
BACK = lexicon(
    "was were had did said told announced reported came went took made began left met held won lost died killed "
    "found since ago after last"
)
NAMES = (
    "january february march april june july august september october november december jan feb mar apr jun jul aug",
    "monday tuesday wednesday thursday friday saturday sunday",
    "spring summer autumn fall winter",
)
STRETCHES = lexicon("year week month decade century weekend summer winter spring quarter season")
SPANS = lexicon("years weeks months decades days hours minutes seasons")
THROUGH = lexicon("in over during for within throughout")
SHORTENED_MONTHS = frozenset(SHORT_MONTHS) - {"mar", "apr", "jun", "jul"}
ALWAYS_IN_FULL = lexicon("march april may june july")
"""Months that no style book shortens."""
ALL_MONTHS = frozenset(MONTHS)
ALSO_OTHER_WORDS = lexicon("may march mar sun sat")
"""Months and days that are everyday words in small letters."""
LONG_MONTHS = ALL_MONTHS - ALWAYS_IN_FULL
TURNS_AFTER_AN_ARTICLE = lexicon("past previous following coming")
BETWEEN_DAYS = lexicon("to through and until")
BEFORE_A_BARE_TIME = lexicon("last this late early earlier")
NEAR_A_TIME = lexicon("past coming following previous same")
"""Adjectives of a time: "the past week"."""
BEFORE_A_TIME = BEFORE_A_BARE_TIME | lexicon("next on in the")
HOW_OFTEN = lexicon("every each")
AFTER_A_CLOCK = lexicon("a.m. p.m. am pm o'clock o’clock st nd rd th gmt")
A_FEW = lexicon("few several couple")
TURN_WORDS = lexicon("last this next")
HALVES_OF_A_DAY = lexicon("a.m. p.m. am pm")

HALVES_OF_DAY = {"a.m.": 0, "am": 0, "p.m.": 1, "pm": 1}
BEGINNING = lexicon("began begins start started starts opened opens")
ENDING = lexicon("ended ends finished finishes closed closes")
LEAVING = lexicon("left leaves departed departs sailed sails") | {"took off", "set off", "set out", "pulled out"}
ARRIVING = lexicon("arrived arrives arriving landed lands landing docked docking returned returns returning") | {
    "touched down",
    "touching down",
    "got back",
    "was back",
}
"""Verbs of a way's two ends (Levin, English Verb Classes and Alternations, 51.1 and 51.4)."""
BEFORE_AN_ARRIVAL = lexicon("and but then before ,")
"""Before the verb of whoever has left: no other subject stands there."""
LASTING = lexicon("lasted lasts lasting took takes taking")
SAME_DAY = lexicon("day evening night morning afternoon")
NOT_OF_CHILDREN = (
    ("joined", ("navy", "army", "police", "force", "firm", "company", "marines", "party")),
    ("enlisted", ()),
    ("graduated", ()),
    ("elected", ()),
    ("married", ()),
    ("degree", ()),
    ("doctorate", ()),
    ("left", ("university", "college")),
)
"""What nobody does as a child: a verb, and where it needs one, the noun within two words after it."""
MOMENTS = lexicon("point times moment stage juncture")
"""Nouns that say when behind "at": "at one point" (WordNet 3.1, hyponyms of "point in time")."""
REACHES_AN_AGE = lexicon("turn turns turned")
"""Before an age, of a birthday: "[turned] 70 in April"."""

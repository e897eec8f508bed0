"""Cues: the words that hand a statement to its source ("said", "according to", "the claim that", "is sure that").

The tables are read row by row: what kind of cue, which complements it takes, the base forms. Inflections are
generated. A word may stand in several rows; its complements add up. Kinds: ``say`` puts something into words, ``show``
is said of documents and polls, ``judge`` says what somebody thinks of a thing, ``think`` holds something true,
``intend`` wants or plans something.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from verifier.english.inflection import forms, plural
from verifier.english.lexicon import lexicon

Kind = Literal["say", "show", "judge", "think", "intend"]


class Takes:
    """The complements of a cue that hold what is attributed; the example shows it in brackets. Bits to be added up:
    plain numbers, for they are asked about at every cue and an enum's are slow to combine."""

    QUOTE = 1  # said, "[...]"; also fronted: "[The plan is dead], he said"
    THAT = 2  # said [that the plan was dead]
    ZERO = 4  # said [the plan was dead]
    WH = 8  # asked [whether the plan was dead]
    TO = 16  # vowed [to fight the plan]
    OBJECT = 32  # criticised [the plan]
    TOLD_THAT = 64  # told reporters [that the plan was dead]
    OBJECT_TO = 128  # urged [senators to drop the plan]
    OBJECT_OF = 256  # accused [the senator of lying]
    OBJECT_AS = 512  # described [the plan as a mistake]
    ING = 1024  # denied [taking the money]
    TOLD_WH = 2048  # asked reporters [whether the plan was dead]


class CueVerb(NamedTuple):
    """What a verb cue is and takes."""

    lemma: str
    kind: Kind
    takes: int


class CueForm(NamedTuple):
    """A spelling of a verb cue."""

    verb: CueVerb
    form: int


_CLAUSE = Takes.THAT | Takes.ZERO
_VERBS: tuple[tuple[Kind, int, str], ...] = (
    # he said (that) it was over; "It is over," he said; it was over, he said
    ("say", Takes.QUOTE | _CLAUSE | Takes.WH, "say explain recall remember reiterate repeat reveal predict"),
    (
        "say",
        Takes.QUOTE | _CLAUSE,
        "acknowledge add admit advise affirm agree allege announce argue assert assure attest aver avow boast "
        "brag caution charge claim clarify comment complain concede conclude confess confide confirm contend "
        "counter declare deny disclose emphasize emphasise exclaim fret gripe grumble hint imply insinuate insist "
        "joke lament maintain marvel mention muse note object observe opine plead pledge posit proclaim profess "
        "promise propose protest quip reason recommend recount reflect relate relay remark respond reply report "
        "retort signal speculate state stipulate stress suggest surmise swear testify theorize theorise threaten "
        "tweet retweet underline underscore underscored vow warn warrant whine whisper write blog post estimate "
        "calculate forecast project rule",
    ),
    # demanded that it be over
    ("say", Takes.THAT, "ask demand request order require urge instruct point"),
    # told reporters (that) it was over; "It is over," he told reporters
    ("say", Takes.QUOTE | Takes.TOLD_THAT | Takes.OBJECT_TO, "tell remind inform"),
    ("say", Takes.TOLD_THAT, "assure convince persuade promise warn notify advise caution"),
    # "It is over," he continued
    (
        "say",
        Takes.QUOTE,
        "ask begin bark bellow blast blurt chant chide chime continue conclude crow cry deadpan demand fire gush "
        "holler inquire interject interrupt intone mock moan mumble murmur mutter offer order persist pray preach "
        "press quote rail rant read scoff scream shoot shout sigh sing snap sneer state sum thunder urge vent "
        "wonder yell elaborate",
    ),
    # asked whether it was over
    (
        "say",
        Takes.WH,
        "ask inquire question wonder discuss debate describe detail outline say disclose specify illustrate "
        "explain lament examine explore",
    ),
    # asked reporters whether it was over
    ("say", Takes.TOLD_WH, "ask question quiz"),
    # vowed to fight
    (
        "say",
        Takes.TO,
        "agree decline demand offer pledge promise propose refuse swear threaten vow claim profess volunteer ask",
    ),
    # urged senators to act
    (
        "say",
        Takes.OBJECT_TO,
        "advise ask beg beseech challenge counsel direct encourage exhort implore instruct invite order press "
        "pressure prod request summon urge warn command",
    ),
    # accused the senator of lying
    ("say", Takes.OBJECT_OF, "accuse convict suspect"),
    # denied taking the money
    (
        "say",
        Takes.ING,
        "deny admit suggest propose recommend acknowledge advocate discuss mention oppose favor consider report",
    ),
    # described the plan as a mistake
    (
        "judge",
        Takes.OBJECT_AS,
        "cast characterize characterise condemn criticize decry denounce depict deride describe dismiss frame "
        "hail identify label liken mock paint perceive portray praise rate regard ridicule see slam view cite "
        "blast",
    ),
    # announced a deal: something put into words
    (
        "say",
        Takes.OBJECT,
        "acknowledge address advocate allege announce cite clarify confirm debate demand deny describe detail "
        "disclose discuss emphasize emphasise explain highlight invoke mention outline pitch pledge predict "
        "promise propose propound question quote recall recommend reference reiterate repeat request reveal "
        "stress suggest tout underline underscore unveil urge vow lament claim forecast",
    ),
    # criticised the plan: what somebody thinks of it
    (
        "judge",
        Takes.OBJECT,
        "call admire applaud assail attack back blame blast berate bash bemoan castigate celebrate champion chastise "
        "condemn commend compliment criticize criticise decry defend denigrate denounce deplore deride despise "
        "disavow disparage dispute dismiss downplay endorse embrace excoriate extol fault favor favour hail "
        "hammer insult lambast lambaste laud lampoon malign mock oppose praise protest rap rebuff rebuke rebut "
        "refute reject repudiate ridicule rip savage scold scorn slam slur support tout trash vilify welcome pan "
        "thank rue resent",
    ),
    # believes (that) it is over
    (
        "think",
        _CLAUSE | Takes.QUOTE,
        "believe think feel fear hope suspect reckon suppose assume figure guess realize realise know bet",
    ),
    (
        "think",
        Takes.THAT,
        "accept anticipate appreciate consider decide determine discover doubt dream expect find foresee gather "
        "hear hold imagine infer judge learn notice perceive pray recognize recognise regret require see "
        "sense trust understand view wish worry",
    ),
    ("think", Takes.ZERO, "doubt expect worry wish learn find"),
    ("think", Takes.WH, "know learn decide determine consider wonder imagine understand see realize"),
    ("think", Takes.OBJECT, "fear doubt expect regret consider believe envision favor prefer"),
    # wants to fight
    (
        "intend",
        Takes.TO,
        "aim aspire choose decide elect expect hope intend mean opt plan prefer resolve seek want wish yearn "
        "long hesitate",
    ),
    ("intend", Takes.OBJECT_TO, "want expect prefer encourage like"),
    ("intend", Takes.OBJECT, "want seek favor plan"),
    # the poll shows (that) it is over
    ("show", _CLAUSE, "prove"),
    (
        "show",
        _CLAUSE | Takes.OBJECT,
        "show find indicate reveal demonstrate confirm suggest estimate project document detail note",
    ),
    ("show", Takes.WH, "show illustrate reveal demonstrate detail document"),
)

PUTS = frozenset(forms("put"))
"""Of an estimate: "the bank puts the cost at 40 million"."""

# Verb and particle: what is attributed follows the particle ("called for [an inquiry]", "pointed out [that ...]").
_PHRASAL: tuple[tuple[Kind, int, str], ...] = (
    ("say", Takes.OBJECT, "call for"),
    ("say", Takes.OBJECT, "push for|press for|advocate for|argue for|ask for|apologize for|plead for|vouch for"),
    ("say", Takes.OBJECT_TO, "call on|call upon|appeal to|plead with"),
    ("say", Takes.OBJECT, "respond to|reply to|react to"),
    ("say", _CLAUSE | Takes.QUOTE | Takes.OBJECT, "point out|lay out|spell out"),
    (
        "say",
        Takes.OBJECT,
        "point to|refer to|allude to|speak of|talk of|hint at|warn of|complain of|boast of|tell of",
    ),
    (
        "say",
        Takes.OBJECT | Takes.WH,
        "talk about|speak about|complain about|ask about|boast about|brag about|joke about",
    ),
    ("say", Takes.OBJECT | Takes.WH, "comment on|elaborate on|insist on|touch on|weigh in on|speak out about"),
    (
        "judge",
        Takes.OBJECT,
        "warn against|argue against|speak out against|rail against|speak against|vote against|vote for",
    ),
    (
        "judge",
        Takes.OBJECT,
        "object to|agree with|disagree with|side with|disapprove of|approve of|lash out at|balk at",
    ),
    ("judge", Takes.OBJECT, "believe in|hit back at|take aim at|take issue with|push back against|scoff at|bristle at"),
    (
        "think",
        Takes.OBJECT | Takes.WH,
        "worry about|think about|think of|know about|care about|wonder about|hear about",
    ),
    ("intend", Takes.OBJECT, "hope for|opt for|wish for|long for|yearn for"),
    ("think", _CLAUSE, "find out|figure out"),
    ("say", _CLAUSE | Takes.WH, "make clear|make it clear|make the case|sound the alarm"),
)

# "the claim that", "his promise to", "a call for": nouns that put something into somebody's mouth or mind.
_NOUNS: tuple[tuple[Kind, int, str], ...] = (
    (
        "say",
        Takes.THAT,
        "accusation acknowledgment acknowledgement admission allegation announcement argument assertion "
        "assessment assumption assurance charge claim comment complaint conclusion concession contention "
        "criticism declaration denial disclosure estimate explanation finding forecast hint insistence "
        "insinuation message notion observation pledge point prediction proposal promise proposition reminder "
        "remark report revelation rumor rumour signal speculation statement stance suggestion suspicion testimony "
        "theory threat view vow warning word",
    ),
    (
        "think",
        Takes.THAT,
        "belief concern confidence consensus conviction doubt expectation fear hope idea impression opinion "
        "recognition sense worry feeling understanding hypothesis",
    ),
    ("say", Takes.TO, "agreement call demand offer pledge promise proposal refusal request threat vow commitment"),
    (
        "intend",
        Takes.TO,
        "decision plan desire wish intention ambition bid determination eagerness reluctance willingness hope resolve",
    ),
    (
        "say",
        Takes.OBJECT,
        "accusation of|allegation of|claim of|call for|demand for|criticism of|denunciation of|report of|"
        "warning of|warning about|question about|claim about|comment about|remark about|comment on|talk of|"
        "promise of|complaint about|support for|opposition to|praise for|proposal for|plan for|concern about|"
        "fear of|prediction of|threat of|forecast of|estimate of|condemnation of|endorsement of|disdain for|"
        "rumor of",
    ),
)

# "is sure that", "is critical of": adjectives and participles after "be" that hold a mind or a mouth.
_ADJECTIVES: tuple[tuple[Kind, int, str], ...] = (
    (
        "think",
        _CLAUSE,
        "sure certain confident convinced aware afraid worried concerned hopeful optimistic pessimistic doubtful "
        "adamant unsure uncertain glad proud sorry clear persuaded fearful mindful",
    ),
    ("say", Takes.THAT, "adamant emphatic insistent explicit"),
    (
        "intend",
        Takes.TO,
        "willing unwilling determined eager reluctant keen ready prepared hesitant committed inclined",
    ),
    (
        "judge",
        Takes.OBJECT,
        "critical of|opposed to|skeptical of|sceptical of|wary of|supportive of|dismissive of|worried about|"
        "concerned about|fond of|in favor of|in favour of|proud of|optimistic about|pessimistic about|afraid of|"
        "tired of|aware of|convinced of|against",
    ),
)


SENDS_AWAY = lexicon("dismiss discharge reject")
"""Verbs of judging what is said that tell of people what is done to them: "Ann Lee was dismissed by the firm"."""


@cache
def verbs() -> dict[str, CueForm]:
    """Every spelling of every verb cue. A spelling of two verbs belongs to the one whose table comes first."""
    kinds: dict[str, Kind] = {}
    takes: dict[str, int] = {}
    for kind, complements, lemmas in _VERBS:
        for lemma in lemmas.split():
            kinds.setdefault(lemma, kind)
            takes[lemma] = takes.get(lemma, 0) | complements
    found: dict[str, CueForm] = {}
    for lemma, complements in takes.items():
        cue = CueVerb(lemma, kinds[lemma], complements)
        for spelling, form in forms(lemma).items():
            found.setdefault(spelling, CueForm(cue, form))
    return found


@cache
def phrasal() -> dict[str, tuple[tuple[tuple[str, ...], CueVerb, int], ...]]:
    """For every spelling of a verb with particles: the particles, what they make of it, and the form."""
    found: dict[str, list[tuple[tuple[str, ...], CueVerb, int]]] = {}
    for kind, complements, phrases in _PHRASAL:
        for phrase in phrases.split("|"):
            lemma, *particles = phrase.split()
            for spelling, form in forms(lemma).items():
                found.setdefault(spelling, []).append((tuple(particles), CueVerb(phrase, kind, complements), form))
    return {spelling: tuple(sorted(rows, key=lambda row: -len(row[0]))) for spelling, rows in found.items()}


class CueNoun(NamedTuple):
    """What a noun or adjective cue takes; ``prepositions`` maps the preposition to the kind it makes."""

    kind: Kind
    takes: int
    prepositions: tuple[str, ...]


def _gather(rows: tuple[tuple[Kind, int, str], ...]) -> dict[str, CueNoun]:
    found: dict[str, CueNoun] = {}
    for kind, complements, entries in rows:
        separator = "|" if "|" in entries else None
        for entry in entries.split(separator):
            word, _, preposition = entry.partition(" ")
            before = found.get(word, CueNoun(kind, 0, ()))
            found[word] = CueNoun(
                before.kind,
                before.takes | complements,
                before.prepositions + ((preposition,) if preposition else ()),
            )
    return found


@cache
def nouns() -> dict[str, CueNoun]:
    """Every noun cue, singular and plural."""
    singular = _gather(_NOUNS)
    return singular | {plural(noun): cue for noun, cue in singular.items()}


@cache
def adjectives() -> dict[str, CueNoun]:
    """Every adjective cue."""
    return _gather(_ADJECTIVES)


def is_saying(low: str) -> bool:
    """Whether the word, in lower case, is a form of a verb that can stand beside a direct quotation."""
    cue = verbs().get(low)
    return cue is not None and bool(cue.verb.takes & Takes.QUOTE)


@cache
def triggers() -> frozenset[str]:
    """Every word at which a statement may be found."""
    return frozenset().union(verbs(), phrasal(), nouns(), adjectives(), ("according",), PUTS)

"""Phrases: where the noun phrase begins or ends that names a source, and how far a statement reaches.

Everything works on token indexes inside one sentence; the sentence is a ``Reading``.
"""

from __future__ import annotations

from verifier.english import calendar, closed, cues, numbers, saying, verbs
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import _insertions, tags
from verifier.reading._sentence import DASHES, NOMINAL, VERBAL, Reading, Stretch, dashes, glued

_MODIFIER = frozenset((tags.ADJECTIVE, tags.POSSESSIVE, tags.PARTICIPLE, tags.ING))
_CLOSERS = frozenset(("'", "’", "”", '"', "''"))


def group_start(r: Reading, verb: int) -> int:
    """Where the verb's group begins: "[has never publicly] said", "[declined to] say", "[on Tuesday] said"."""
    i = verb
    while i > r.first:
        tag, low = r.tag(i - 1), r.low(i - 1)
        if tag in (tags.AUXILIARY, tags.ADVERB) or (low in verbs.INSIDE_A_GROUP and not _is_subject(r, i - 1)):
            i -= 1
        elif tag == tags.TO and (r.tag(i - 2) in _BEFORE_TO or _disposed(r, i - 2)):
            i -= 2
        elif (start := _date_start(r, i - 1)) is not None:
            i = start
        elif low in lex.TIMES and low != "may":
            start = time_start(r, i - 1)
            if start <= r.first:
                break
            i = start
        elif tag in NOMINAL and (inner := _inner_phrase(r, i - 1)) is not None:
            i = inner
        else:
            break
    return i


def _inner_phrase(r: Reading, last: int) -> int | None:
    """Where a phrase inside a verb's group begins: "has [in the past] called", "but [in a later interview] said"; None
    where it is none."""
    for i in range(last - 1, max(r.first, last - 4), -1):
        if r.tag(i) == tags.PREPOSITION:
            inside = r.low(i - 1) in lex.HAVE | lex.BE
            return i if inside or (r.tag(i - 1) == tags.CONJUNCTION and r.low(last) in saying.UTTERANCES) else None
        if r.tag(i) not in NOMINAL and r.tag(i) not in (tags.DETERMINER, tags.ADJECTIVE, tags.ADVERB):
            return None
    return None


_BEFORE_TO = frozenset((tags.VERB, tags.ING, tags.PARTICIPLE, tags.NOUN_OR_VERB, tags.ADJECTIVE))


def _disposed(r: Reading, i: int) -> bool:
    """Whether a word that no table holds is an adjective before "to": "was [able] to say", "has [yet] to say"."""
    before = i - 1
    while r.tag(before) == tags.ADVERB:
        before -= 1
    return r.low(i) == "yet" or (r.tag(i) == tags.NOUN and r.low(before) in lex.BE)


def _is_subject(r: Reading, i: int) -> bool:
    """Whether "both" or "all" opens a clause and is who speaks in it, not "Lee and Brandt [both] said"."""
    opens = r.tag(i - 1) == tags.MARK and (r.low(i - 1) != "," or r.low(r.first) in closed.SUBORDINATE)
    return opens and r.tag(i) == tags.DETERMINER


def time_start(r: Reading, last: int) -> int:
    """Where a time phrase that ends here begins: "[on Tuesday]", "[last week]", "[late Monday night]"."""
    i = last
    while i > r.first and (r.low(i - 1) in lex.TIMES or r.low(i - 1) in calendar.BEFORE_A_TIME):
        i -= 1
    counted = r.low(last + 1) == "later" and (r.low(i - 1) in closed.ONE or r.tag(i - 1) == tags.NUMBER)
    return i - counted  # "[a month] later"


def _date_start(r: Reading, last: int) -> int | None:
    """Where a date of figures that ends here begins: "taken [Nov. 4-7] found", "sent [on June 14, 2022,] says".

    None where it is no date, or the sentence opens with it.
    """
    i, month, figure = last, False, False
    while i > r.first and (r.low(i) in calendar.MONTH_NUMBERS or r.low(i)[0].isdigit() or r.low(i) in _IN_A_DATE):
        month = month or r.low(i) in calendar.MONTH_NUMBERS
        figure = figure or r.low(i)[0].isdigit()
        i -= 1
    if r.low(i) in calendar.BEFORE_A_TIME:
        i -= 1
    return i + 1 if month and figure and i > r.first else None


_IN_A_DATE = frozenset((".", ",", "-", "–"))


def subject(r: Reading, verb: int) -> Stretch | None:
    """Who does what the verb says: the noun phrase to the left of its group, or of the verb it is joined to."""
    for _ in range(4):
        start = group_start(r, verb)
        if r.tag(start - 1) == tags.CONJUNCTION or (r.low(start - 1) == "," and r.tag(start - 2) == tags.CONJUNCTION):
            earlier = _verb_before(r, start - 1, relative=True)
            if earlier is None:
                return None
            earlier = _past_aside(r, earlier)
            verb = _alike(r, verb, earlier) or _above(r, verb, earlier) or earlier
            continue
        return _phrase_before(r, start)
    return None


def _past_aside(r: Reading, verb: int) -> int:
    """The verb before an aside: "Lee denied it, as the Herald [wrote], and left": Lee left."""
    named = _phrase_before(r, group_start(r, verb))
    if named is None or r.low(named.first - 1) != "as":
        return verb
    return _verb_before(r, named.first - 1, relative=True) or verb


def _alike(r: Reading, verb: int, near: int) -> int | None:
    """The verb further left that a past one goes on from where the near one is present: "[said] he is ready and
    *thanked* her"; None where there is none."""
    if not _is_past(r, verb) or not _is_present(r, near):
        return None
    further = _verb_before(r, near, relative=True)
    while further is not None and _is_present(r, further):
        further = _verb_before(r, further, relative=True)
    return further if further is not None and _is_past(r, further) else None


def _above(r: Reading, verb: int, near: int) -> int | None:
    """The verb of saying that what is joined goes on from, where the near one is told by it and has another tense:
    "Lee [conceded] that Brandt had touched it but *implied* that"; None where there is none."""
    group = group_start(r, near)
    if not cues.is_saying(r.low(verb)) or r.tag(group) not in (tags.AUXILIARY, tags.CONTRACTED):
        return None
    if r.tag(group_start(r, verb)) == tags.AUXILIARY:
        return None
    further = _verb_before(r, group, relative=True)
    return further if further is not None and cues.is_saying(r.low(further)) else None


def _is_present(r: Reading, i: int) -> bool:
    """Whether the verb's group is in the present, or says what should be."""
    if r.low(i) in verbs.BE_PRESENT or r.low(group_start(r, i)) in verbs.BE_PRESENT | lex.MODALS:
        return True
    forms = tags.verb_forms().get(r.low(i), 0)
    return bool(forms & (Form.THIRD | Form.BASE)) and not forms & Form.PAST


def _is_past(r: Reading, i: int) -> bool:
    forms = tags.verb_forms().get(r.low(i), 0)
    return bool(forms & Form.PAST) and not forms & Form.BASE


def clause_subject(r: Reading, at: int) -> Stretch | None:
    """The subject of the clause that a participle hangs on: "[The mayor] left early, saying that ..."."""
    near = _who_said_it(r, at)
    if near is not None:
        return near
    at = _before_quoted_words(r, at)
    first = _clause_start(r, at)
    for i in range(first, at):
        behind = r.tag(i - 1) in _SUBJECT_ENDS or (r.low(i - 1) == "," and cues.is_saying(r.low(i)))
        if r.tag(i) in VERBAL and behind and i > first:
            found = subject(r, i)
            if found is not None and r.low(found.last) not in closed.RELATIVES_TO_PEOPLE:
                return found
    earlier = _verb_before(r, at)
    return subject(r, earlier) if earlier is not None else None


def _who_said_it(r: Reading, at: int) -> Stretch | None:
    """Who is credited right before the participle: "The quay is lost, [the mayor] said, *adding* that"."""
    if r.low(at - 1) != ",":
        return None
    verb = next((j for j in range(at - 2, max(r.first, at - _CREDIT), -1) if r.tag(j) in VERBAL), None)
    if verb is None or not cues.is_saying(r.low(verb)):
        return None
    if r.low(verb - 1) in _QUOTE_MARKS or r.low(verb - 1) == ",":  # "“It is lost,” said [the mayor], *adding*"
        end = phrase_end(r, verb + 1)
        return Stretch(verb + 1, end) if end is not None and end < at - 1 else None
    who = _phrase_before(r, group_start(r, verb))
    return who if who is not None and r.low(who.first - 1) == "," and who.first - 1 > r.first else None


_CREDIT = 20  # words of who is credited and when, before a participle


def _before_quoted_words(r: Reading, at: int) -> int:
    """Where the clause stood before the quoted words that end it: "The mayor called it [“the town's worst deal”],
    *adding* that"; what is named inside the marks says nothing there. ``at`` itself where none end here, or where they
    open the sentence."""
    last = at - 1 - (r.low(at - 1) == ",")
    if r.low(last) not in _QUOTE_MARKS:
        return at
    opening = next((i for i in range(last - 1, max(r.first, at - _REACH), -1) if r.low(i) in _QUOTE_MARKS), None)
    return opening if opening is not None and r.tag(opening - 1) != tags.MARK else at


_SUBJECT_ENDS = NOMINAL | {tags.PRONOUN, tags.ADVERB}
_REACH = 60  # words that are walked in search of a subject


def _clause_start(r: Reading, at: int) -> int:
    """The first word after the last strong break before ``at``, past a leading "When the mayor spoke,"."""
    low_end = max(r.first, at - _REACH)
    first = next((j + 1 for j in range(at - 2, low_end, -1) if r.low(j) in _BREAKS), low_end)
    if r.low(first) in closed.SUBORDINATE:
        return next((j + 1 for j in range(first, at - 1) if r.low(j) == ","), first)
    return first


_QUOTE_MARKS = frozenset(("“", "”", '"', "''"))
_BREAKS = DASHES | {";", ":"} | (_QUOTE_MARKS - {"“"})


def _verb_before(r: Reading, at: int, *, relative: bool = False) -> int | None:
    """The nearest verb to the left that has a subject; one in a relative clause only where asked for."""
    for i in range(at - 1, max(r.first, at - 60) - 1, -1):
        if r.tag(i) != tags.VERB and not (r.tag(i) == tags.AUXILIARY and r.tag(i + 1) != tags.VERB):
            continue
        start = group_start(r, i)
        before = r.tag(start - 1)
        subject_ = before in NOMINAL or before in (tags.PRONOUN, tags.CONJUNCTION, tags.CONTRACTED)
        if subject_ or r.low(start - 1) in (",", ")") or (relative and r.low(start - 1) in closed.RELATIVES_TO_PEOPLE):
            return i
    return None


def _past_marks(r: Reading, i: int) -> int:
    """The last word of the phrase before the marks that end at ``i``, and before what they insert."""
    if r.low(i) == "," and r.low(i - 1) == ")":  # "Lee (D-Ohio), said"
        i -= 1
    if r.low(i) in _CLOSERS and r.low(i - 1) == ",":  # "Lee, who calls it a “barn,” said"
        i -= 1
    if r.low(i) in (")", "]"):
        i = _insertions.bracket(r, i) - 1
    if r.low(i) != "," and not dashes(r, i):
        return i
    i = _insertions.before(r, i, r.low(i))
    return _insertions.bracket(r, i) - 1 if r.low(i) in (")", "]") else i  # "Lee (D), the chair of the panel, said"


def _phrase_before(r: Reading, end: int) -> Stretch | None:
    """The noun phrase that ends right before token ``end``; insertions between commas or brackets are skipped."""
    i = _past_marks(r, end - 1)
    low, tag = r.low(i), r.tag(i)
    if low in closed.RELATIVES_TO_PEOPLE and tag == tags.SUBORDINATOR:
        return Stretch(_of_start(r, i), i)
    alone = low in closed.STANDS_FOR_A_NOUN or (tag == tags.DETERMINER and low not in closed.NEEDS_A_NOUN)
    if tag in (tags.PRONOUN, tags.CONTRACTED) or alone:
        return Stretch(_of_start(r, i), i)
    if tag == tags.VERB and r.tag(i - 1) == tags.PRONOUN and r.tag(i - 2) in NOMINAL:  # "all the experts I asked"
        i -= 2
        tag = r.tag(i)
    if tag in _ENDS_A_CLAUSE and (whole := _with_clause(r, i)) is not None:
        return whole
    if tag in NOMINAL or tag in _MODIFIER or low in _CLOSERS:
        return _with_relative(r, Stretch(phrase_start(r, i), i))
    if tag == tags.VERB and r.tag(i - 1) in NOMINAL and tags.verb_forms().get(low, 0) & Form.PARTICIPLE:
        return Stretch(phrase_start(r, i - 1), i - 1)  # "a document filed (on Thursday) says"
    return None


_ENDS_A_CLAUSE = frozenset((tags.VERB, tags.PARTICIPLE, tags.ADJECTIVE))
_CLAUSE = 24  # words of a relative clause that ends in its verb


def _with_clause(r: Reading, last: int) -> Stretch | None:
    """The whole of "[a clerk who asked not to be named] said", whose relative clause ends in a verb or in what follows
    "is"; None where there is no such clause without a mark in it."""
    for j in range(last - 1, max(r.first, last - _CLAUSE), -1):
        if r.tag(j) == tags.MARK:
            break
        if r.low(j) == "who":
            return Stretch(phrase_start(r, j - 1), last) if r.tag(j - 1) in NOMINAL else None
    return None


def _with_relative(r: Reading, phrase: Stretch) -> Stretch:
    """The whole of "[a clerk who works in the ministry] said", of which ``phrase`` is the end."""
    acts = 0
    if (done := _done_by(r, phrase)) is not None:
        return done
    for j in range(phrase.first - 1, max(r.first, phrase.first - _RELATIVE), -1):
        tag = r.tag(j)
        if tag == tags.MARK or tag == tags.CONJUNCTION:
            break
        if tag in VERBAL and r.tag(j - 1) != tags.TO:
            acts += tag != tags.AUXILIARY or r.tag(j + 1) not in (tags.VERB, tags.PARTICIPLE, tags.ADVERB)
        elif tag == tags.SUBORDINATOR:
            opens = r.low(j) in closed.RELATIVES_OF_A_SUBJECT or (r.low(j) == "that" and r.tag(j + 1) in VERBAL)
            if acts == 1 and opens and r.tag(j - 1) in NOMINAL:
                return Stretch(phrase_start(r, j - 1), phrase.last)
            break
    return phrase


def _done_by(r: Reading, phrase: Stretch) -> Stretch | None:
    """The whole of "[a plan drawn up by the council] said", of which ``phrase`` is whoever did it."""
    verb = phrase.first - 2
    if r.low(verb + 1) != "by" or r.tag(verb) not in (tags.VERB, tags.PARTICIPLE) or r.tag(verb - 1) not in NOMINAL:
        return None
    if not tags.verb_forms().get(r.low(verb), Form.PARTICIPLE) & Form.PARTICIPLE:
        return None
    return Stretch(phrase_start(r, verb - 1), phrase.last)


_RELATIVE = 14  # words of a relative clause before the verb of the main one


def _of_start(r: Reading, i: int) -> int:
    """ "many of whom", "one of them": the phrase that a pronoun ends."""
    return phrase_start(r, i - 2) if r.low(i - 1) == "of" and r.tag(i - 2) != tags.MARK else i


def phrase_start(r: Reading, last: int) -> int:
    """Where the noun phrase begins that ends at ``last``: "[the head of the agency's New York office]"."""
    i = last
    while i > r.first:
        step = _belongs(r, i)
        if step == 0:
            break
        i -= step
    return i


_NO_DETERMINER_AFTER = frozenset((tags.NOUN, tags.NUMBER, tags.POSSESSIVE))
_IN_PHRASE = NOMINAL | _MODIFIER | {tags.DETERMINER}


def _belongs(r: Reading, i: int) -> int:
    """How many tokens to the left of ``i`` belong to the noun phrase that ``i`` is in."""
    tag, low, here = r.tag(i - 1), r.low(i - 1), r.tag(i)
    if here == tags.DETERMINER and r.low(i) in closed.NEEDS_A_NOUN and tag in _NO_DETERMINER_AFTER:
        return 0  # "last year [the firm]"
    if ((tag == tags.NUMBER or low in numbers.SCALES) and _is_money(r, i - 1)) or (low == "-" and not glued(r, i - 1)):
        return 0
    if tag in _IN_PHRASE or low in _CLOSERS or low in ("-", "one"):
        return 1
    if low in closed.ATTACHES and r.low(i - 2) in saying.PRIVY and r.tag(i - 3) in NOMINAL:
        return 3
    if (
        low in closed.ATTACHES
        and here != tags.PRONOUN
        and (r.tag(i - 2) in NOMINAL or r.low(i - 2) in closed.QUANTIFIERS or is_anybody(r, i - 2))
    ):
        return 2
    joined = (low in ("and", "or", "&", ",") and joins(r, i - 1)) or _is_slash(r, i - 1)
    return int(joined or (tag == tags.ADVERB and here in (tags.ADJECTIVE, tags.PARTICIPLE)))


def _is_slash(r: Reading, i: int) -> bool:
    """Whether a slash ties two names: "a Herald[/]Gazette survey"."""
    return r.low(i) == "/" and r.tag(i - 1) == tags.NAME and r.tag(i + 1) == tags.NAME


def is_anybody(r: Reading, i: int) -> bool:
    """ "[everybody] in the room": a pronoun that takes what is hung on it."""
    return r.tag(i) == tags.PRONOUN and r.low(i).endswith(("body", "one"))


def _is_money(r: Reading, number: int) -> bool:
    """Whether a number is a sum, which counts no people: "the minimum $20 million experts say it costs"."""
    while r.tag(number - 1) == tags.NUMBER or r.low(number - 1) in numbers.SCALES:
        number -= 1
    return r.low(number - 1) in ("$", "€", "£", "¥")


def joins(r: Reading, i: int) -> bool:
    """Whether the conjunction joins two noun phrases: nothing before it in its clause is a verb."""
    if r.low(i) == "," and not (r.low(i + 1) in ("jr.", "sr.") or r.tag(i - 1) == r.tag(i + 1) == tags.ADJECTIVE):
        return False
    if r.low(i + 1) == "other" and r.tag(i - 1) in NOMINAL:  # "Brasilia and other capitals"
        return True
    for j in range(i - 1, max(r.first, i - 15) - 1, -1):
        tag = r.tag(j)
        if tag in VERBAL:
            return False
        if tag in (tags.MARK, tags.SUBORDINATOR, tags.PREPOSITION) and j < i - 1:
            return tag != tags.PREPOSITION
    return i - 1 > r.first or r.tag(i - 1) == tags.NAME


def phrase_end(r: Reading, first: int) -> int | None:
    """The last token of the noun phrase that begins at ``first``, "of" and "for" attached; None for none."""
    seen = None
    for i in range(first, r.last):
        tag = r.tag(i)
        if tag == tags.PRONOUN or (tag == tags.DETERMINER and seen is None and _stands_alone(r, i)):
            return i if seen is None else seen
        if tag in NOMINAL:
            seen = i
        elif seen == i - 1 and tag == tags.DETERMINER:
            break  # "told the court [her father] had left"
        elif not _leads_on(r, i, begun=seen is not None):
            break
    return seen


def _stands_alone(r: Reading, i: int) -> bool:
    """ "accused her of", "told both that": a determiner with no noun."""
    return r.low(i) not in closed.OPENS_A_NOUN and (r.tag(i + 1) not in NOMINAL and r.tag(i + 1) not in _MODIFIER)


def _leads_on(r: Reading, i: int, *, begun: bool) -> bool:
    """Whether the token can stand inside a noun phrase, before its head or between it and what is attached."""
    tag, low = r.tag(i), r.low(i)
    if begun and (low == "that" or (tag == tags.TO and _does(r, i + 1))):
        return False  # "told a meeting of leaders that few people ...", "urged by the mayor to stay"
    if tag in (tags.DETERMINER, tags.ADJECTIVE, tags.POSSESSIVE) or low in ("-", "&") or _is_slash(r, i):
        return True
    if not begun:
        return tag in (tags.PARTICIPLE, tags.ING) or (tag == tags.VERB and r.tag(i + 1) in NOMINAL)
    attaches = low in closed.ATTACHES or low == "and"
    follows = r.tag(i + 1) in (tags.DETERMINER, tags.NAME, tags.NOUN, tags.ADJECTIVE)
    return attaches and follows and r.low(i + 1) not in lex.TIMES


def _does(r: Reading, i: int) -> bool:
    """Whether a word is a verb after "to": "told the crowd to quiet down", "to mend it"."""
    following = r.tag(i + 1) in (tags.DETERMINER, tags.PRONOUN) or r.low(i + 1) in closed.PARTICLES
    acts = bool(tags.verb_forms().get(r.low(i), 0) & Form.BASE) and r.words.forms[i].islower()
    return acts or (r.tag(i) == tags.NOUN and following)


def skip_adjuncts(r: Reading, i: int) -> int:
    """Past what stands between a cue and its complement: "said [on Tuesday] that", "said [in a statement] that"."""
    while i < r.last:
        low = r.low(i)
        if r.tag(i + 1) == tags.POSSESSIVE:  # "said Tuesday's vote": no time but a part of what is said
            break
        if low in lex.TIMES or (low in calendar.BEFORE_A_BARE_TIME and r.low(i + 1) in lex.TIMES):
            i += 1
        elif low == "for" and (end := _how_long(r, i + 1)) is not None:
            i = end + 1
        elif low in closed.OPENS_AN_ADJUNCT:
            end = phrase_end(r, i + 1)
            if end is None or end - i > 12:
                return i
            timed = low == "on" and r.low(i + 1) in lex.TIMES
            if not timed and r.low(end + 1) != "that" and r.tag(end + 1) not in (tags.PRONOUN, tags.CONTRACTED):
                return _plain_adjunct(r, i, end)
            i = end + 1
        elif r.tag(i) == tags.ADVERB and low not in closed.NO_MERE_ADVERBS:
            i += 1
        else:
            break
    return i


def _how_long(r: Reading, at: int) -> int | None:
    """The last word of "said for [weeks] that", "for [the past two years]"; None where it is no time."""
    for i in range(at, at + 4):
        if r.low(i).removesuffix("s") in lex.TIMES:
            return i
        if r.tag(i) not in (tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER):
            return None
    return None


def _plain_adjunct(r: Reading, i: int, end: int) -> int:
    """ "said in a statement the plan was dead": where no "that" follows, only short set phrases are skipped."""
    nouns = saying.IN_WHICH
    for j in range(i + 1, min(end + 1, i + 5)):
        if r.low(j) in nouns:
            return skip_adjuncts(r, j + 1)
    return i

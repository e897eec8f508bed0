"""Phrases: where a verb's group begins, and where the noun phrase begins or ends that names a source.

Everything works on token indexes inside one sentence; the sentence is a ``Reading``.
"""

from __future__ import annotations

from verifier.english import calendar, closed, numbers, people, saying, units, verbs
from verifier.english import grammar as lex
from verifier.reading import tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, glued

MODIFIER = frozenset((tags.ADJECTIVE, tags.POSSESSIVE, tags.PARTICIPLE, tags.ING))
CLOSERS = frozenset(("'", "’", "”", '"', "''"))
OPEN_QUOTES = frozenset(("“", '"', "‘", "''"))
QUOTE_ENDS = frozenset(("”", '"', "''", "’"))


def group_start(r: Reading, verb: int) -> int:
    """Where the verb's group begins: "[has never publicly] said", "[declined to] say", "[on Tuesday] said"."""
    known = r.groups.get(verb)
    if known is None:
        known = r.groups[verb] = _find_group(r, verb)
    return known


def _find_group(r: Reading, verb: int) -> int:
    i = verb
    lows, tagged = r.words.lows, r.tags
    while i > r.first:
        tag, low = tagged[i - 1], lows[i - 1]
        if tag == tags.ADVERB and r.tag(i - 2) == tags.VERB and r.tag(i - 3) == tags.TO:
            break  # "who was not authorised to speak publicly [said]"
        if tag in (tags.AUXILIARY, tags.ADVERB) or (low in verbs.INSIDE_A_GROUP and not _is_subject(r, i - 1)):
            i -= 1
        elif tag == tags.TO and (r.tag(i - 2) in _BEFORE_TO or _disposed(r, i - 2)):
            i -= 2
        elif _is_of_a_date(low) and (start := _date_start(r, i - 1)) is not None:
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
            stays = r.low(i - 2) == "who" and r.low(last + 1) in saying.ONLY_SAYING  # "who was in the hall said"
            inside = r.low(i - 1) in (lex.HAVE if stays else lex.HAVE | lex.BE)
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
    """Where a time phrase that ends here begins: "[on Tuesday]", "[last week]", "[late Monday night]", "[each day]"."""
    i = last
    while i > r.first and (
        r.low(i - 1) in lex.TIMES
        or r.low(i - 1) in calendar.BEFORE_A_TIME
        or r.low(i - 1) in calendar.HOW_OFTEN
        or _near(r, i - 1)
    ):
        i -= 1
    counted = r.low(last + 1) == "later" and (r.low(i - 1) in closed.ONE or r.tag(i - 1) == tags.NUMBER)
    return i - counted  # "[a month] later"


def _near(r: Reading, i: int) -> bool:
    """ "this [past] week": an adjective of a time behind the word that says which."""
    return r.low(i) in calendar.NEAR_A_TIME and r.low(i - 1) in calendar.BEFORE_A_TIME


def _date_start(r: Reading, last: int) -> int | None:
    """Where a date of figures that ends here begins: "taken [Nov. 4-7] found", "sent [on June 14, 2022,] says".

    None where it is no date, or the sentence opens with it.
    """
    i, month, figure = last, False, False
    while i > r.first and _is_of_a_date(r.low(i)):
        month = month or r.low(i) in calendar.MONTH_NUMBERS
        figure = figure or r.low(i)[0].isdigit()
        i -= 1
    if r.low(i) in calendar.BEFORE_A_TIME:
        i -= 1
    return i + 1 if month and figure and i > r.first else None


_IN_A_DATE = frozenset((".", ",", "-", "–"))


def _is_of_a_date(low: str) -> bool:
    """Whether a date of figures may hold a word."""
    return low in _IN_A_DATE or low[0].isdigit() or low in calendar.MONTH_NUMBERS


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
_IN_PHRASE = NOMINAL | MODIFIER | {tags.DETERMINER}


def _belongs(r: Reading, i: int) -> int:
    """How many tokens to the left of ``i`` belong to the noun phrase that ``i`` is in."""
    tag, low, here = r.tag(i - 1), r.low(i - 1), r.tag(i)
    timed = tag in _NO_DETERMINER_AFTER or low in lex.TIMES
    if here == tags.DETERMINER and r.low(i) in closed.NEEDS_A_NOUN and timed:
        return 0  # "last year [the firm]", "on Monday [its clerks]"
    if is_money(r, i - 1) or (low == "-" and not glued(r, i - 1)) or (here == tags.DETERMINER and low == "following"):
        return 0  # "on Monday following [a report]"
    sum_ = low in units.CURRENCY_SIGNS and here == tags.NUMBER  # "a reward of [€20,000]"
    if tag in _IN_PHRASE or low in CLOSERS or low in ("-", "one") or sum_:
        return 1
    if low in closed.ATTACHES and r.low(i - 2) in saying.TIED:
        alone = r.low(i - 3) in closed.STANDS_ALONE | closed.DEMONSTRATIVES  # "[those] close to Lee"
        if r.tag(i - 3) in NOMINAL or alone:
            return 3
    if (
        low in closed.ATTACHES
        and here != tags.PRONOUN
        and (r.tag(i - 2) in NOMINAL or r.low(i - 2) in closed.QUANTIFIERS or is_anybody(r, i - 2))
        and not (r.low(i - 2) == "part" and r.tag(i - 3) in (tags.PREPOSITION, tags.ADJECTIVE))  # "in part by [Lee]"
    ):
        return 2
    opens = r.tag(i - 2) in (tags.MARK, tags.CONJUNCTION, tags.SUBORDINATOR)
    made = low in people.MADE and here == tags.NOUN and opens  # "But [elected officials]"
    joined = made or (low in ("and", "or", "&", ",") and joins(r, i - 1)) or _is_slash(r, i - 1)
    return int(joined or (tag == tags.ADVERB and here in (tags.ADJECTIVE, tags.PARTICIPLE)))


def _joins(r: Reading, i: int) -> bool:
    """Whether a mark stands inside a noun phrase: "a Herald[/]Gazette survey", "the clerks[’] leader"."""
    owned = r.low(i) in ("'", "’") and r.low(i - 1).endswith("s") and r.words.starts[i] == r.words.ends[i - 1]
    return _is_slash(r, i) or (owned and r.tag(i + 1) in (tags.NOUN, tags.ADJECTIVE))


def _is_slash(r: Reading, i: int) -> bool:
    """Whether a slash ties two names: "a Herald[/]Gazette survey"."""
    return r.low(i) == "/" and r.tag(i - 1) == tags.NAME and r.tag(i + 1) == tags.NAME


def is_anybody(r: Reading, i: int) -> bool:
    """ "[everybody] in the room": a pronoun that takes what is hung on it."""
    return r.tag(i) == tags.PRONOUN and r.low(i).endswith(("body", "one"))


def is_money(r: Reading, i: int) -> bool:
    """Whether a sum ends here, which counts no people: "the minimum $20 million experts say it costs"."""
    at = i
    while r.tag(at) == tags.NUMBER or r.low(at) in numbers.SCALES:
        at -= 1
    return at < i and r.low(at) in units.CURRENCY_SIGNS


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
        if tag == tags.PREPOSITION and r.low(j) in closed.ATTACHES and r.tag(j - 1) in NOMINAL:
            continue  # "officials in Norway [and] Sweden": the clause goes further back
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
    return r.low(i) not in closed.OPENS_A_NOUN and (r.tag(i + 1) not in NOMINAL and r.tag(i + 1) not in MODIFIER)


def _leads_on(r: Reading, i: int, *, begun: bool) -> bool:
    """Whether the token can stand inside a noun phrase, before its head or between it and what is attached."""
    tag, low = r.tag(i), r.low(i)
    if begun and (low == "that" or (tag == tags.TO and _does(r, i + 1))):
        return False  # "told a meeting of leaders that few people ...", "urged by the mayor to stay"
    if tag in (tags.DETERMINER, tags.ADJECTIVE, tags.POSSESSIVE) or low in ("-", "&") or _joins(r, i):
        return True
    if not begun:
        return tag in (tags.PARTICIPLE, tags.ING) or (tag == tags.VERB and r.tag(i + 1) in NOMINAL)
    attaches = low in closed.ATTACHES or low == "and"
    follows = r.tag(i + 1) in (tags.DETERMINER, tags.NAME, tags.NOUN, tags.ADJECTIVE)
    return attaches and follows and r.low(i + 1) not in lex.TIMES


def _does(r: Reading, i: int) -> bool:
    """Whether a word that no table holds is a verb after "to": "told the crowd to quiet down", "to mend it"."""
    following = r.tag(i + 1) in (tags.DETERMINER, tags.PRONOUN) or r.low(i + 1) in closed.PARTICLES
    return r.tag(i) == tags.NOUN and following


def fragment_start(r: Reading, last: int) -> int | None:
    """Where the quoted words begin whose mark ends at ``last``, where they are a part of a clause: "The quay was [“a
    mess”], he said"; None where they open one, or none end here."""
    if r.low(last) not in QUOTE_ENDS:
        return None
    lows = r.words.lows
    opening = next((i for i in range(last - 1, r.first, -1) if lows[i] in OPEN_QUOTES), None)
    return opening if opening is not None and r.tag(opening - 1) != tags.MARK else None


def skip_adjuncts(r: Reading, i: int) -> int:
    """Past what stands between a cue and its complement: "said [on Tuesday] that", "said [in a statement] that"."""
    while i < r.last:
        low = r.low(i)
        if (day := _past_day(r, i)) is not None:
            i = day
            continue
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


def _past_day(r: Reading, i: int) -> int | None:
    """The token behind a month with its day: "confirmed on [Nov. 12] that"; None where there is none."""
    at = i + (r.low(i) == "on")
    if r.low(at) not in calendar.MONTH_NUMBERS:
        return None
    at += 1 + (r.low(at + 1) == ".")
    return at + 1 if r.low(at).isdigit() and r.tag(at) == tags.NUMBER else None


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
        if r.low(j).removesuffix("s") in nouns:
            return skip_adjuncts(r, _past_who_made_it(r, j + 1))
    return i


def _past_who_made_it(r: Reading, i: int) -> int:
    """ "in a statement [released by the campaign] the plan was dead"; ``i`` itself where nothing is told of it."""
    made = r.tag(i) in (tags.VERB, tags.PARTICIPLE) and r.low(i + 1) == "by"
    end = phrase_end(r, i + 2) if made else None
    if end is None:
        return i
    opening = next((j for j in range(i + 3, end + 1) if r.tag(j) == tags.DETERMINER), end + 1)
    return opening if r.tag(opening - 1) in NOMINAL else i

"""The complements of a cue: what follows it that is stated, by the first construction that its verb takes.

In the examples the content stands in [square brackets].
"""

from __future__ import annotations

from verifier.english import calendar, closed, hedges, nouns, numbers, saying, units
from verifier.english import grammar as lex
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import _adjuncts, _noun_phrases, _passives, phrases, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch, dashes
from verifier.reading._stated import stretch


def content(r: Reading, cue: CueForm, last: int) -> Stretch | None:
    """The complement after the cue, the first that its verb takes."""
    takes = cue.verb.takes
    at = phrases.skip_adjuncts(r, last + 1)
    at = last + 1 if _is_done_to_it(r, at) else at
    acts = at + (r.tag(at) == tags.ADVERB)
    if acts > last + 1 and r.tag(acts) in VERBAL and r.tag(last) != tags.ING:
        return None  # "a merger announced Monday [would] end it", "figures reported on Sunday [suggest] that"
    return (
        _clause(r, takes, at)
        or _addressed(r, takes, at)
        or (_whole(r, at) if takes & Takes.ZERO and opens_clause(r, at) else None)
        or (_whole(r, at) if cue.verb.lemma == "say" and _says_more(r, last, at) else None)
        or _phrase(r, takes, at if _only_when(r, last + 1, at) else last + 1, at)
        or _topic(r, cue, last + 1)
        or (_behind_a_comma(r, last, at) if takes & Takes.ZERO and r.low(last) in saying.ONLY_SAYING else None)
    )


def _whole(r: Reading, at: int) -> Stretch | None:
    """ "said [the plan was dead]"; without where it was said, where no verb is in it: "said [as much] in a letter"."""
    found = stretch(r, at, wide=True)
    if found is None or any(r.tag(j) in VERBAL for j in range(found.first, found.last + 1)):
        return found
    return _adjuncts.without(r, found)


def _only_when(r: Reading, first: int, at: int) -> bool:
    """Whether nothing but a day stands between the cue and its object: "announced on Friday [the arrest]"."""
    days = all(r.low(j) in lex.TIMES or r.low(j) in calendar.BEFORE_A_TIME for j in range(first, at))
    return days and r.tag(at) == tags.DETERMINER and r.low(at) not in calendar.BEFORE_A_BARE_TIME


def _behind_a_comma(r: Reading, verb: int, at: int) -> Stretch | None:
    """ "He explained after losing his home town, [he would stay]": where and when it was said, and a comma."""
    if r.tag(at) != tags.PREPOSITION or r.tag(verb - 1) not in (tags.PRONOUN, tags.NAME):
        return None
    comma = next((j for j in range(at, min(at + _PLACE, r.last)) if r.low(j) == ","), None)
    if comma is None or any(r.tag(j) in VERBAL and r.low(j) not in lex.TIMES for j in range(at, comma)):
        return None
    opens = r.low(comma + 1) in closed.SUBJECTS or r.tag(comma + 1) == tags.DETERMINER
    return stretch(r, comma + 1, wide=True) if opens and opens_clause(r, comma + 1) else None


def _topic(r: Reading, cue: CueForm, at: int) -> Stretch | None:
    """ "wrote about [the plan]", "had little to say about [why it failed]": what a verb of saying is about."""
    if cue.verb.kind != "say" or r.low(at) != "about":
        return None
    opens = opens_phrase(r, at + 1) or r.low(at + 1) in closed.QUESTION
    found = stretch(r, at + 1, wide=False) if opens else None
    return _adjuncts.without(r, found) if found else None


def _says_more(r: Reading, verb: int, at: int) -> bool:
    """Whether "say" has something after it that it says: a clause whose verb the tags do not show, "yes", "the same".
    Where, when and to whom it is said begin otherwise; behind a mark, the subject of a finite one follows."""
    acts = tags.verb_forms().get(r.low(at), 0) & (Form.BASE | Form.THIRD)
    hung = r.tag(verb - 1) == tags.MARK and r.tag(verb) != tags.ING
    return not hung and r.tag(at) in _SAYABLE and not acts and r.low(at) not in lex.TIMES


_SAYABLE = frozenset((tags.NAME, tags.DETERMINER, tags.NOUN, tags.NUMBER, tags.ADJECTIVE))


def _clause(r: Reading, takes: int, at: int) -> Stretch | None:
    """ "said [that the plan was dead]", "said in Ayr, Ohio, [that it was dead]", "asked [whether it was dead]"."""
    if takes & (Takes.THAT | Takes.WH):
        at = _past_place(r, at)
    inserted = r.low(at + 1) == "," and any(r.low(j) == "," for j in range(at + 2, min(at + _INSERTED, r.last)))
    opens = (r.low(at) == "that" and takes & Takes.THAT and (r.tag(at + 1) != tags.MARK or inserted)) or (
        r.low(at) in closed.QUESTION and takes & Takes.WH and not _adverbial(r, at)
    )
    return stretch(r, at, wide=True) if opens else None


def _adverbial(r: Reading, at: int) -> bool:
    """ "said [when asked about it]": a clause without a subject is no question."""
    return r.low(at) in closed.ADVERBIAL and r.tag(at + 1) in (tags.VERB, tags.PARTICIPLE, tags.ING)


def _past_place(r: Reading, at: int) -> int:
    """The "that" or "why" past where, when or to whom it was said: "in Ayr, that", "from the start that", "to reporters
    why"; ``at`` itself where there is none."""
    if dashes(r, at):  # "argued -- not for the first time -- that"
        closing = next((j for j in range(at + 2, min(at + _INSERTED, r.last)) if dashes(r, j)), at)
        return closing + 1 if r.low(closing + 1) in closed.OPENS_WHAT_IS_SAID else at
    if r.low(at) != "," and r.tag(at) not in (tags.PREPOSITION, tags.TO):
        return at
    if r.tag(at) == tags.TO and r.tag(at + 1) in (tags.VERB, tags.AUXILIARY):
        return at
    for j in range(at, min(at + _PLACE, r.last)):
        if r.low(j) == "," and r.low(j + 1) == "that":
            return j + 1
        if (
            r.low(j) in closed.OPENS_WHAT_IS_SAID
            and j > at + 1
            and r.tag(_inside_marks(r, j - 1)) in NOMINAL
            and r.tag(j + 1) not in VERBAL
        ):
            return j
        acts = r.tag(j) in VERBAL and not _is_done_to_it(r, j)
        if acts or (r.tag(j) == tags.TO and j > at and r.tag(j + 1) == tags.VERB):
            break
    return at


def _is_done_to_it(r: Reading, i: int) -> bool:
    """Whether a participle tells what was done with what it is said in: "in a note [read] to the court that"."""
    participle = tags.verb_forms().get(r.low(i), 0) & Form.PARTICIPLE
    return bool(participle) and r.low(i - 1) in nouns.DOCUMENTS and r.tag(i + 1) in (tags.PREPOSITION, tags.TO)


def _inside_marks(r: Reading, i: int) -> int:
    """The last word of what ends at a token, past the mark that closes it: "on “Good [Morning],”"."""
    while r.low(i) in _noun_phrases.CLOSING or (r.low(i) == "," and r.low(i + 1) in _noun_phrases.CLOSING):
        i -= 1
    return i


_PLACE = 20  # words of where, when and to whom something was said


_INSERTED = 25
"""Words up to which an insertion after "that" is looked for: "said that, if elected, he would go"."""


def _phrase(r: Reading, takes: int, next_: int, at: int) -> Stretch | None:
    """ "vowed [to fight the plan]", "denied [taking the money]", "criticised [the plan]"."""
    if r.low(at) == "to" and takes & Takes.TO and r.tag(at + 1) in _passives.AFTER_TO:
        return stretch(r, at, wide=False)
    if takes & Takes.ING and (r.tag(at) == tags.ING or r.low(at) == "having"):
        return stretch(r, at, wide=False)
    if takes & (Takes.OBJECT | Takes.OBJECT_AS) and opens_phrase(r, next_) and not _another_verb(r, next_):
        found = stretch(r, next_, wide=False)
        if takes & Takes.OBJECT or (found and any(r.low(j) == "as" for j in range(found.first, found.last))):
            return _adjuncts.without(r, found) if found else None
    return None


def _another_verb(r: Reading, after: int) -> bool:
    """Whether the word behind the verb makes another of it, which says nothing: "showed [up]", "proved [wrong]"."""
    ends = r.tag(after + 1) == tags.PREPOSITION or (r.tag(after + 1) == tags.MARK and r.low(after + 1) != ",")
    copular = r.tag(after) == tags.ADJECTIVE and ends
    return r.low(after) in closed.PARTICLES or copular


def _addressed(r: Reading, takes: int, at: int) -> Stretch | None:
    """ "told reporters [that it was dead]", "urged [senators to act]", "accused [the senator of lying]"."""
    if not takes & (Takes.TOLD_THAT | Takes.TOLD_WH | Takes.OBJECT_TO | Takes.OBJECT_OF):
        return None
    end = _addressee_end(r, at)
    if end is None:
        return None
    if takes & Takes.TOLD_THAT:
        if (behind := _behind_addressee(r, at, end)) is not None:
            return stretch(r, behind, wide=True)
        for after in (phrases.skip_adjuncts(r, end + 1), end + 1):
            if r.low(after) in closed.QUESTION or r.low(after) == "that" or opens_clause(r, after):
                return stretch(r, after, wide=True)
    if takes & Takes.TOLD_WH:
        first = next((j for j in range(at + 1, end + 1) if r.low(j) == "about"), end + 1)
        if r.low(first) in closed.QUESTION or r.low(first) == "about":
            return stretch(r, first, wide=True)
    if takes & Takes.OBJECT_TO and r.tag(end) == tags.NAME:
        end = _last_of_several(r, end)
    denied = r.low(end + 1) == "not"
    linked = (takes & Takes.OBJECT_TO and r.low(end + 1 + denied) == "to") or (
        takes & Takes.OBJECT_OF and r.low(end + 1) == "of"
    )
    return stretch(r, at, wide=False) if linked else None


def _addressee_end(r: Reading, at: int) -> int | None:
    """The last word of whom it is said to: "told [reporters] that", "asked [the public] to help"; None for nobody."""
    end = phrases.phrase_end(r, at)
    return at + 1 if end is None and r.low(at) == "the" and r.tag(at + 1) == tags.ADJECTIVE else end


def _behind_addressee(r: Reading, at: int, end: int) -> int | None:
    """Where what is said begins in nouns that stand as one before its verb: "told the court [staff had left]", "told
    reporters [Mr Lee was late]"; None where nothing shows whom it was told."""
    if r.tag(end + 1) not in VERBAL or end == at:
        return None
    bounds = [i for i in range(at + 1, end + 1) if (r.tag(i) == tags.NAME) != (r.tag(i - 1) == tags.NAME)]
    bounds = [i for i in bounds if r.tag(i - 1) in NOMINAL]
    if len(bounds) == 1:
        return bounds[0]
    two = r.tag(at) == tags.DETERMINER and end == at + 2 and r.tag(end - 1) == r.tag(end) == tags.NOUN
    return end if two else None


def _last_of_several(r: Reading, end: int) -> int:
    """The last name of a list: "asked [Mills, Brandt and Lee] to help"; ``end`` where there is none."""
    i = end + 1
    while r.low(i) in (",", "and") and r.tag(i + 1) == tags.NAME:
        closes = r.low(i) == "and"
        i += 1
        while r.tag(i) == tags.NAME:
            i += 1
        if closes:
            return i - 1
    return end


def _counts(r: Reading, at: int) -> bool:
    """Whether a number opens a subject, with how exact it is before it: "[at least six] boats", "[about 20] went"."""
    number = at
    while r.low(number) in hedges.OF_FIGURES or r.low(number) in units.CURRENCY_SIGNS:
        number += 1
    return r.low(at) in hedges.OF_FIGURES and (r.tag(number) == tags.NUMBER or r.low(number) in numbers.COUNTS)


def _cannot_open(r: Reading, at: int) -> bool:
    """Whether the token can begin no clause that is said: "said [when asked about it]"."""
    if r.low(at) in closed.MAY_OPEN_A_CLAUSE or _counts(r, at):
        return False
    if r.tag(at) in (tags.MARK, tags.PREPOSITION, tags.TO, tags.CONJUNCTION, tags.VERB, tags.AUXILIARY):
        return True
    if r.low(at) == "that":
        return r.tag(at + 1) == tags.MARK
    return r.low(at) != "if" and _adverbial(r, at)


def _goes_on_anew(r: Reading, at: int, i: int) -> bool:
    """Whether another clause begins before this one has a verb: "claimed victory and [left]", "claimed the seat [but]
    critics say"; within marks all is said."""
    joined = r.low(i) == "but" or (r.tag(i) in VERBAL and r.tag(i - 1) == tags.CONJUNCTION)
    return joined and r.tag(at) != tags.MARK


def opens_clause(r: Reading, at: int) -> bool:
    """Whether a clause begins here: something that can be its subject, and a finite verb after it."""
    if _cannot_open(r, at):
        return False
    if r.tag(at) == tags.CONTRACTED or (r.low(at) in closed.SUBJECTS and r.tag(at + 1) != tags.MARK):
        return True  # "said [they empathise]": what is a subject and nothing else has its verb, whatever tables hold
    depth = commas = 0
    comma = at
    for i in range(at + 1, min(at + 40, r.last)):
        if _goes_on_anew(r, at, i):
            return False
        if r.tag(i) in VERBAL:
            participle = tags.verb_forms().get(r.low(i), 0) & Form.PARTICIPLE
            if (
                r.tag(i - 1) == tags.TO
                or r.tag(i - 1) == tags.AUXILIARY
                or (commas % 2 and r.low(i - 1) == "," and participle)
            ):
                continue  # "the plan, [drawn up in May], is dead": an insertion
            if depth == 0:
                return (commas % 2 == 0 and not _has_its_own(r, comma, i)) or r.tag(at) == tags.PREPOSITION
            depth -= 1
        elif r.low(i) == ",":
            commas += 1
            comma = i
        elif r.low(i) in closed.RELATIVES_OF_A_SUBJECT:
            depth += 1
    return False


def _has_its_own(r: Reading, comma: int, verb: int) -> bool:
    """Whether the verb has a subject of its own: "added 20 guards, up from 9, [the Post reported]"."""
    listed = r.low(comma + 1) in closed.COORDINATORS
    return r.low(comma) == "," and not listed and any(r.tag(j) in NOMINAL for j in range(comma + 1, verb))


_PHRASE_OPENERS = frozenset(
    (tags.DETERMINER, tags.NAME, tags.NOUN, tags.ADJECTIVE, tags.NUMBER, tags.PRONOUN, tags.ING)
)


def opens_phrase(r: Reading, at: int) -> bool:
    """Whether a noun phrase or what stands for one begins here."""
    named = r.tag(at + 1) in NOMINAL or r.tag(at + 1) == tags.VERB
    that = r.low(at) == "that" and named and r.tag(at + 2) == tags.MARK  # "rejected that account."
    return that or r.tag(at) in _PHRASE_OPENERS or r.low(at) in _OPENS_A_THING


_OPENS_A_THING = frozenset(units.CURRENCY_SIGNS) | {"“", '"', "‘", "what", "how"}

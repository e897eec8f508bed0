"""The subject of a clause: who does what a verb says, past insertions, relative clauses and verbs joined by "and".

Everything works on token indexes inside one sentence; the sentence is a ``Reading``.
"""

from __future__ import annotations

from verifier.english import closed, cues, places, verbs
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import _insertions, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch, dashes
from verifier.reading.phrases import (
    CLOSERS,
    MODIFIER,
    group_start,
    is_anybody,
    phrase_start,
)


def subject(r: Reading, verb: int) -> Stretch | None:
    """Who does what the verb says: the noun phrase to the left of its group, or of the verb it is joined to."""
    for _ in range(4):
        start = group_start(r, verb)
        if r.tag(start - 1) == tags.CONJUNCTION or (r.low(start - 1) == "," and r.tag(start - 2) == tags.CONJUNCTION):
            earlier = verb_before(r, start - 1, relative=True)
            if earlier is None:
                return None
            earlier = _out_of_a_clause(r, start - 1, _past_aside(r, _out_of_what(r, earlier)))
            verb = _alike(r, verb, earlier) or _above(r, verb, earlier) or earlier
            continue
        return phrase_before(r, start)
    return None


def _out_of_what(r: Reading, verb: int) -> int:
    """The verb before "what" somebody does: "Lee spoke of what they [went] through but insisted": Lee insisted."""
    named = phrase_before(r, group_start(r, verb))
    hangs = named is not None and r.low(named.first - 1) == "what" and r.tag(named.first - 2) == tags.PREPOSITION
    if named is None or not hangs:
        return verb
    return verb_before(r, named.first - 2, relative=True) or verb


def _past_aside(r: Reading, verb: int) -> int:
    """The verb before an aside: "Lee denied it, as the Herald [wrote], and left": Lee left."""
    named = phrase_before(r, group_start(r, verb))
    if named is None or r.low(named.first - 1) != "as":
        return verb
    return verb_before(r, named.first - 1, relative=True) or verb


def _out_of_a_clause(r: Reading, link: int, verb: int) -> int:
    """The verb of the main clause, which goes on behind a dash: "Lee *praised* it after Brandt left — but said so"."""
    mark = link - 1 if dashes(r, link - 1) else link
    named = phrase_before(r, group_start(r, verb)) if dashes(r, mark) else None
    if named is None or r.low(named.first - 1) not in closed.HANGS_BEHIND:
        return verb
    return verb_before(r, named.first - 1) or verb


def _alike(r: Reading, verb: int, near: int) -> int | None:
    """The verb further left that a past one goes on from where the near one is present: "[said] he is ready and
    *thanked* her"; None where there is none."""
    if not _is_past(r, verb) or not _is_present(r, near):
        return None
    further = verb_before(r, near, relative=True)
    while further is not None and _is_present(r, further):
        further = verb_before(r, further, relative=True)
    return further if further is not None and _is_past(r, further) else None


def _above(r: Reading, verb: int, near: int) -> int | None:
    """The verb of saying that what is joined goes on from, where the near one is told by it and has another tense:
    "Lee [conceded] that Brandt had touched it but *implied* that"; None where there is none."""
    group = group_start(r, near)
    told = cues.verbs().get(r.low(group_start(r, verb)))  # "*refused* to blame him"
    if told is None or told.verb.kind not in ("say", "judge") or r.tag(group) not in (tags.AUXILIARY, tags.CONTRACTED):
        return None
    if r.tag(group_start(r, verb)) == tags.AUXILIARY:
        return None
    further = verb_before(r, group, relative=True)
    tells = cues.verbs().get(r.low(further)) if further is not None else None
    return further if tells is not None and tells.verb.kind == "say" else None


def _is_present(r: Reading, i: int) -> bool:
    """Whether the verb's group is in the present, or says what should be."""
    if r.low(i) in verbs.BE_PRESENT or r.low(group_start(r, i)) in verbs.BE_PRESENT | lex.MODALS:
        return True
    forms = tags.verb_forms().get(r.low(i), 0)
    return bool(forms & (Form.THIRD | Form.BASE)) and not forms & Form.PAST


def _is_past(r: Reading, i: int) -> bool:
    forms = tags.verb_forms().get(r.low(i), 0)
    return bool(forms & Form.PAST) and not forms & Form.BASE


_REACH = 60  # words that are walked in search of a subject


def verb_before(r: Reading, at: int, *, relative: bool = False) -> int | None:
    """The nearest verb to the left that has a subject; one in a relative clause only where asked for."""
    for i in range(at - 1, max(r.first, at - _REACH) - 1, -1):
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
    if r.low(i) in CLOSERS and r.low(i - 1) == ",":  # "Lee, who calls it a “barn,” said"
        i -= 1
    if r.low(i) in (")", "]"):
        i = _insertions.bracket(r, i) - 1
    if r.low(i) != "," and not dashes(r, i):
        return i
    i = _insertions.before(r, i, r.low(i))
    return _insertions.bracket(r, i) - 1 if r.low(i) in (")", "]") else i  # "Lee (D), the chair of the panel, said"


def phrase_before(r: Reading, end: int) -> Stretch | None:
    """The noun phrase that ends right before token ``end``; insertions between commas or brackets are skipped."""
    i = _past_marks(r, end - 1)
    if r.low(i) == "that" and r.low(i + 1) in lex.TIMES and i > r.first:
        i -= 1  # "a clerk at the quay [that evening] said"
    if r.low(i) in closed.REFLEXIVES and r.tag(i - 1) in NOMINAL and i > r.first:
        i -= 1  # "[Ann Lee] herself said"
    low, tag = r.low(i), r.tag(i)
    if low in closed.RELATIVES_TO_PEOPLE and tag == tags.SUBORDINATOR:
        return Stretch(_of_start(r, i), i)
    # "a clerk who was not allowed to speak publicly said", "the clerk who saw it said"
    so = (tag in (tags.ADVERB, tags.PRONOUN) or low in lex.POSSESSIVES) and r.tag(i - 1) == tags.VERB  # "saw her said"
    if (so or tag in _ENDS_A_CLAUSE) and (whole := _with_clause(r, i)) is not None:
        return whole
    alone = low in closed.STANDS_FOR_A_NOUN or (tag == tags.DETERMINER and low not in closed.NEEDS_A_NOUN)
    alone = alone and r.low(i - 1) != "the"  # "the [most] well known effects"
    if tag in (tags.PRONOUN, tags.CONTRACTED) or alone:
        fed = tag == tags.PRONOUN and r.tag(i - 1) == tags.VERB and low not in closed.SUBJECTS
        return (_with_clause(r, i) if fed else None) or Stretch(_of_start(r, i), i)  # "the girl who feeds [it]"
    if tag == tags.VERB and r.tag(i - 1) == tags.PRONOUN and r.tag(i - 2) in NOMINAL:  # "all the experts I asked"
        i -= 2
        tag = r.tag(i)
    if tag in NOMINAL or tag in MODIFIER or low in CLOSERS:
        return _with_relative(r, Stretch(_past_state(r, phrase_start(r, i), i), i))
    if tag == tags.VERB and r.tag(i - 1) in NOMINAL and tags.verb_forms().get(low, 0) & Form.PARTICIPLE:
        return Stretch(phrase_start(r, i - 1), i - 1)  # "a document filed (on Thursday) says"
    return None


_ENDS_A_CLAUSE = frozenset((tags.VERB, tags.PARTICIPLE, tags.ADJECTIVE, tags.PREPOSITION))
_CLAUSE = 24  # words of a relative clause that ends in its verb


def _with_clause(r: Reading, last: int) -> Stretch | None:
    """The whole of "[a clerk who asked not to be named] said", "[a clerk not allowed to speak] said", whose clause ends
    in a verb, in what follows "is" or in a particle ("came by"); None where there is no such clause without a mark."""
    lows, tagged = r.words.lows, r.tags  # of tokens inside the sentence, asked for more often than a call is worth
    for j in range(last - 1, max(r.first, last - _CLAUSE), -1):
        if tagged[j] == tags.MARK:
            break
        short = lows[j] == "not" and tags.verb_forms().get(r.low(j + 1), 0) & Form.PARTICIPLE
        if lows[j] == "who" or (short and r.tag(j - 1) in NOMINAL):
            return Stretch(phrase_start(r, j - 1), last) if _may_be_told_of(r, j - 1) else None
    return None


def _past_state(r: Reading, first: int, last: int) -> int:
    """Where a phrase begins that ends in the state or the country of a place: "[a fisher of Ayr,] South Carolina"."""
    name = " ".join(r.words.forms[first : last + 1])
    if name not in places.PLACES or r.low(first - 1) != "," or r.tag(first - 2) != tags.NAME:
        return first
    town = first - 2
    while r.tag(town - 1) == tags.NAME:
        town -= 1
    hangs = r.low(town - 1) in closed.WHERE and r.tag(town - 2) in NOMINAL
    return phrase_start(r, first - 2) if hangs else first


def _may_be_told_of(r: Reading, i: int) -> bool:
    """Whether a relative clause may hang on what ends here: "a clerk", "someone", "some"."""
    return r.tag(i) in NOMINAL or is_anybody(r, i) or r.low(i) in closed.STANDS_ALONE


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
            if acts == 1 and opens and _may_be_told_of(r, j - 1):
                return Stretch(phrase_start(r, j - 1), phrase.last)
            break
    return phrase


def _done_by(r: Reading, phrase: Stretch) -> Stretch | None:
    """The whole of "[a plan drawn up by the council] said", of which ``phrase`` is whoever did it."""
    verb = phrase.first - 2
    himself = verb if r.low(verb + 1) == "as" else verb + 1
    if r.low(himself) in closed.REFLEXIVES and r.tag(himself - 1) == tags.ING and r.tag(himself - 2) in NOMINAL:
        return Stretch(phrase_start(r, himself - 2), phrase.last)  # "[a man calling himself the boss] said"
    if r.tag(verb) == tags.PREPOSITION and r.low(verb + 1) == "by":  # "[a study paid for by the board] said"
        verb -= 1
    if "by" not in (r.low(verb + 1), r.low(verb + 2)) or r.tag(verb - 1) not in NOMINAL:
        return None
    if r.tag(verb) not in (tags.VERB, tags.PARTICIPLE):
        return None
    if not tags.verb_forms().get(r.low(verb), Form.PARTICIPLE) & Form.PARTICIPLE:
        return None
    return Stretch(phrase_start(r, verb - 1), phrase.last)


_RELATIVE = 14  # words of a relative clause before the verb of the main one


def _of_start(r: Reading, i: int) -> int:
    """ "many of whom", "one of them", "no one": the phrase that a pronoun ends."""
    if r.low(i) == "one" and r.low(i - 1) == "no":
        return i - 1
    return phrase_start(r, i - 2) if r.low(i - 1) == "of" and r.tag(i - 2) != tags.MARK else i

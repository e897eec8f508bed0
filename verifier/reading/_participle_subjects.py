"""The subject of the clause that a participle hangs on: "[The mayor] left early, *saying* that ...".

Everything works on token indexes inside one sentence; the sentence is a ``Reading``.
"""

from __future__ import annotations

from verifier.english import closed, cues, nouns, people, saying, titles
from verifier.reading import tags
from verifier.reading._clause_subjects import phrase_before, subject, verb_before
from verifier.reading._sentence import DASHES, NOMINAL, VERBAL, Reading, Stretch
from verifier.reading.phrases import OPEN_QUOTES, QUOTE_ENDS, fragment_start, group_start, phrase_end

_LEAD = 8  # words from a verb of saying to the marks that it leads up to
_CREDIT = 20  # words of who is credited and when, before a participle
_REACH = 60  # words that are walked in search of a subject
_SUBJECT_ENDS = NOMINAL | {tags.PRONOUN, tags.ADVERB}
_QUOTE_MARKS = frozenset(("“", "”", '"', "''"))
_BREAKS = DASHES | {";", ":"} | (_QUOTE_MARKS - {"“"})


def clause_subject(r: Reading, at: int) -> Stretch | None:
    """The subject of the clause that a participle hangs on; None where another who acts in it may be meant."""
    near = _who_said_it(r, at) or _who_led_up(r, at)
    if near is not None:
        return near
    if _may_be_anothers(r, at):
        return None
    opening = fragment_start(r, at - 1 - (r.low(at - 1) == ","))
    at = at if opening is None else opening  # what is named inside the marks says nothing there
    first = _clause_start(r, at)
    for i in range(first, at):
        behind = r.tag(i - 1) in _SUBJECT_ENDS or (r.low(i - 1) == "," and cues.is_saying(r.low(i)))
        if r.tag(i) in VERBAL and behind and i > first:
            found = subject(r, i)
            if found is not None and r.low(found.last) not in closed.RELATIVES_TO_PEOPLE:
                return found
    earlier = verb_before(r, at)
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
    who = phrase_before(r, group_start(r, verb))
    return who if who is not None and r.low(who.first - 1) == "," and who.first - 1 > r.first else None


def _who_led_up(r: Reading, at: int) -> Stretch | None:
    """Who leads up to the words in marks before a participle: "[The mayor] said, “It is lost,” *adding* that"."""
    if r.low(at - 1) not in QUOTE_ENDS:
        return None
    opening = next((j for j in range(at - 2, r.first, -1) if r.low(j) in OPEN_QUOTES), r.first)
    if opening - 2 <= r.first or r.low(opening - 1) not in (":", ","):
        return None
    verb = next((j for j in range(opening - 2, max(r.first, opening - _LEAD), -1) if r.tag(j) in VERBAL), None)
    if verb is None or not cues.is_saying(r.low(verb)):
        return None
    return phrase_before(r, group_start(r, verb))


def _may_be_anothers(r: Reading, at: int) -> bool:
    """Whether somebody acts in a clause that stands between: "Lee left as *Brandt* walked in, saying so", "Lee spoke
    after *Brandt* gave a talk, mocking her"; or is judged for what the participle tells: "credits *Brandt* for
    saying"."""
    if r.low(at - 1) == "for":
        return _is_judged(r, at - 1)
    verb = verb_before(r, at) if r.low(at - 1) == "," else None
    who = phrase_before(r, group_start(r, verb)) if verb is not None else None
    if verb is None or who is None or who.first - 2 <= r.first or r.low(who.first - 1) not in _BESIDES:
        return False
    somebody = _is_somebody(r, who.last) and r.tag(who.last) != tags.PRONOUN
    speaks = cues.is_saying(r.low(verb)) or any(r.low(j) in saying.UTTERANCES for j in range(verb + 1, at))
    return somebody and (speaks or r.low(who.first - 1) == "as")


def _is_somebody(r: Reading, last: int) -> bool:
    """Whether a phrase that ends here is a name, a pronoun or what somebody is."""
    low = r.low(last)
    known = low in titles.ROLES or low in people.ONE_OF_A_CROWD or low in people.NOUNS or low in nouns.GROUPS
    return known or r.tag(last) in (tags.NAME, tags.PRONOUN)


_BESIDES = closed.MEANWHILE | {"after", "before"}


def _is_judged(r: Reading, link: int) -> bool:
    """Whether somebody stands before "for" whom a verb or a noun judges: "thanked [Brandt] for saying", "gave credit
    to [Brandt] for saying"; not "[he] was fined for saying"."""
    verb = verb_before(r, link)
    if verb is None or verb == link - 1:
        return False
    known = cues.verbs().get(r.low(verb))
    judges = known is not None and known.verb.kind == "judge"
    return (judges or any(r.low(j) in nouns.JUDGEMENTS for j in range(verb + 1, link))) and r.tag(link - 1) in NOMINAL


def _clause_start(r: Reading, at: int) -> int:
    """The first word after the last strong break before ``at``, past a leading "When the mayor spoke,"."""
    low_end = max(r.first, at - _REACH)
    first, j = low_end, at - 2
    while j > low_end:
        if r.low(j) in _BREAKS:
            inside = fragment_start(r, j)  # "said that she sees “no rush” to sell, *arguing*": no break
            if inside is None or r.tag(j + 1) == tags.CONJUNCTION:
                first = j + 1
                break
            j = inside
        elif _opens_another(r, low_end, j):
            first = j + 1
            break
        j -= 1
    if r.low(first) in closed.SUBORDINATE:
        return next((j + 1 for j in range(first, at - 1) if r.low(j) == ","), first)
    return first


def _opens_another(r: Reading, first: int, j: int) -> bool:
    """Whether a main clause with a subject of its own begins behind a conjunction and its comma: "The quay was shut,
    but [Lee] has been firm in saying so"; what somebody says may go on so."""
    if r.tag(j) != tags.CONJUNCTION or r.low(j - 1) != ",":
        return False
    end = phrase_end(r, j + 1)
    if end is None or r.tag(end + 1) not in VERBAL or not _is_somebody(r, end):
        return False
    return not any(cues.is_saying(r.low(k)) for k in range(first, j) if r.tag(k) in VERBAL)

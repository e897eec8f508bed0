"""How far a statement reaches: the token at which it ends."""

from __future__ import annotations

from verifier.english import closed, cues, units, verbs
from verifier.english import grammar as lex
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._noun_phrases import CLOSING
from verifier.reading._sentence import DASHES, VERBAL, Reading, dashes

_OPENING = frozenset(("“", '"', "''", "«"))
_JOINING = frozenset(("and", "but"))
_TURNS = DASHES | {"-", ",", ";", "according"} | _JOINING | closed.HANGS_ON  # nothing stated ends at another word


def statement_end(r: Reading, first: int, *, wide: bool) -> int:
    """The last token of what is stated from ``first`` on.

    ``wide`` for clauses, which run on over commas to the sentence's end; otherwise for phrases, which end where a
    comma opens a new clause.
    """
    acts = any(r.tag(j) in VERBAL for j in range(r.first, first))
    opening = (not acts or r.low(r.first) == "having") and r.low(
        first - 1
    ) != ","  # "In a note praising [the quay], Lee said", not "in a note, [...]"
    leads, relative = opening or _in_leading_clause(r, first), _in_relative_clause(r, first)
    i, lows = first, r.words.lows
    while i < r.last:
        low = lows[i]
        if low not in _TURNS:
            i += 1
            continue
        if dashes(r, i) and i > first:
            after = i if leads or relative else _past_insertion(r, i)
            if after == i and wide and r.low(i + 1) in _JOINING and r.tag(i + 2) not in _SUBJECT_BEGINS:
                after = i + 2  # "it will hold -- and that it is safe"
            if after == i:
                break
            i = after
            continue
        if (
            i > first
            and _stops(r, first, i, low, wide)
            and not (low == "," and _leads_in(r, first, i))
            and not (wide and low in _JOINING and not _has_verb(r, first, i - first) and not _is_quoted(r, first, i))
        ):
            break  # "the council and its partners will seek ...": two who do it, no new clause
        if low == "," and ((leads and _has_verb(r, i + 1, 8)) or (relative and _closes_a_relative(r, i))):
            break
        if wide and _trails(r, first, i):
            break
        i += 1
    end = i - 1
    while end > first and r.tag(end) == tags.MARK and r.low(end) not in (")", "”", '"', "%", "''", "’"):
        end -= 1
    return end


def _closes_a_relative(r: Reading, comma: int) -> bool:
    """Whether the main clause goes on behind the comma: "called the report, which said so, [“a fairy tale”]", "brushed
    off the report, which said so, [as a “fairy tale”]"."""
    after = comma + 1
    if r.low(after) in closed.COMPLETES:
        after += 1 + (r.low(after + 1) in closed.ARTICLES)
    return r.tag(comma + 1) in VERBAL or r.low(after) in _OPENING


def _leads_in(r: Reading, first: int, comma: int) -> bool:
    """Whether up to the comma only when or where is told, of the clause behind it: "said [that during the talks, the
    minister promised help]"."""
    return r.low(first) == "that" and r.tag(first + 1) == tags.PREPOSITION and not _has_verb(r, first, comma - first)


_SUBJECT_BEGINS = frozenset((tags.PRONOUN, tags.NOUN, tags.NAME, tags.DETERMINER, tags.VERB, tags.CONTRACTED))


def _is_quoted(r: Reading, first: int, joint: int) -> bool:
    """Whether all that is stated before the joint stands in marks: 'Lee said "yes" and Holt said "no"'."""
    return r.low(first) in _OPENING and r.low(joint - 1) in CLOSING


def _past_insertion(r: Reading, dash: int) -> int:
    """The token after what two dashes insert; the dash itself where no second one closes it."""
    closing = next((j for j in range(dash + 2, min(dash + _INSERTION, r.last - 1)) if dashes(r, j)), None)
    return dash if closing is None else closing + 1


def _trails(r: Reading, first: int, comma: int) -> bool:
    """Whether a clause of the writer's hangs on after the comma: ", while few had heard of it"."""
    opens = comma + 1 + (r.low(comma + 1) in CLOSING)  # "“late,” while few had heard of it"
    if r.low(comma) != "," or not (_has_verb(r, first, comma - first) or opens > comma + 1):
        return False
    clause = r.low(opens) in closed.HANGS_ON and _has_verb(r, opens + 1, 12)
    shares = _share(r, opens + 1) and any(_share(r, j) for j in range(first, comma))
    return (clause and not shares) or _sets_beside(r, comma) or _apposition(r, comma)


def _share(r: Reading, i: int) -> bool:
    """Whether a share stands here; those on both sides of "while" are told by one: "52% are for it, while 29% ..."."""
    return r.tag(i) == tags.NUMBER and (
        r.low(i + 1) in units.PERCENT or (r.low(i + 1), r.low(i + 2)) == ("per", "cent")
    )


def _sets_beside(r: Reading, comma: int) -> bool:
    """Whether the writer sets something beside what is said: "four in ten say they are, [compared] with two in May"."""
    return r.low(comma + 1) in closed.SET_BESIDE and r.low(comma + 2) in ("with", "to")


def _apposition(r: Reading, comma: int) -> bool:
    """Whether the writer ends the sentence with what it all is: "said the firm would cut 300 jobs, [a blow] to Ayr"."""
    after = comma + 1
    if r.low(after) in CLOSING:
        after += 1
    if r.low(after) not in closed.ONE - {"one"} or r.tag(comma - 1) not in _ENDS_A_THING:
        return False
    rest = range(after + 1, r.last)
    return not any(r.low(j) in (",", ";") for j in rest) and not _listed(r, after)


_ENDS_A_THING = frozenset((tags.NOUN, tags.NAME, tags.PRONOUN, tags.NUMBER))
_INSERTION = 25  # words between two dashes


def _in_leading_clause(r: Reading, at: int) -> bool:
    """Whether a clause that goes before the main one is still open: "When the mayor said [the plan was dead], ..."."""
    return r.low(r.first) in closed.SUBORDINATE and not any(
        r.low(j) == "," for j in range(r.first, min(at, r.first + 40))
    )


def _in_relative_clause(r: Reading, at: int) -> bool:
    """Whether a relative clause between commas is open: "The mayor, who said [the plan was dead], resigned"."""
    for j in range(at - 1, max(r.first, at - 10), -1):
        low = r.low(j)
        if low == ",":
            return False
        if low in ("who", "which"):
            opens = j - 1 - (r.tag(j - 1) == tags.PREPOSITION)  # ", in which she said"
            if r.low(opens) == ",":
                return True
    return False


def _stops(r: Reading, first: int, i: int, low: str, wide: bool) -> bool:
    """Whether the statement ends before the token ``i``."""
    if low == ",":
        return _stops_at_comma(r, first, i, wide) or (not wide and _new_clause(r, i))
    return (
        low == ";"
        or (low == "according" and r.low(i + 1) == "to")
        or (low in closed.HANGS_ON and (not wide or _has_verb(r, first, i - first)) and _others_say(r, i + 1))
        or (low in closed.HANGS_ON and i == first + 1 and r.low(first) in closed.ANSWERS)
        or (low in ("and", "but") and not wide and _goes_on(r, first, i + 1))
        or (low in ("and", "but") and (_cue_form(r, i + 1) or _new_speaker(r, i + 1) or _back_to_main(r, first, i)))
    )


def _goes_on(r: Reading, first: int, at: int) -> bool:
    """Whether the verb at ``at`` is the speaker's again, as no phrase can be joined to it: "praised the mayor and
    [left] early", "calling them thieves and [vowing] to sue", not "wants to fight and win"."""
    if r.tag(at) == tags.ADVERB:
        at += 1
    if r.tag(at) == tags.ING:
        return r.tag(first - 1) == tags.ING and all(r.tag(j) != tags.ING for j in range(first, at))
    if r.tag(at) == tags.AUXILIARY:
        return True
    forms = tags.verb_forms().get(r.low(at), 0)
    return r.tag(at) == tags.VERB and bool(forms & (Form.PAST | Form.THIRD)) and not forms & Form.BASE


def _new_clause(r: Reading, comma: int) -> bool:
    """Whether after the comma somebody else does something, or the main clause goes on: ", [he] left", ", [left] the
    room"; no passive that only tells more: ", captured by the army"."""
    at = comma + 1
    if r.tag(at) in (tags.CONTRACTED, tags.AUXILIARY):
        return True
    if r.tag(at) == tags.PRONOUN:
        return r.low(at) in lex.SUBJECT_PRONOUNS
    if r.low(at) in closed.ONE:
        return r.tag(comma - 1) == tags.NOUN and not _listed(r, at)
    acts = r.tag(at) == tags.VERB and r.tag(at + 1) != tags.MARK and r.low(at + 1) != "by"
    return acts and not _is_inserted(r, at)


def _is_inserted(r: Reading, first: int) -> bool:
    """Whether a participle between two commas only tells more: "until Lee, [stuck on a train], arrived"."""
    if not tags.verb_forms().get(r.low(first), 0) & Form.PARTICIPLE or r.tag(first - 2) not in (tags.NAME, tags.NOUN):
        return False
    closing = next((j for j in range(first + 1, min(first + _ITEM, r.last)) if r.low(j) == ","), None)
    return closing is not None and r.tag(closing + 1) == tags.VERB and r.tag(closing - 1) in (tags.NAME, tags.NOUN)


def _listed(r: Reading, first: int) -> bool:
    """Whether "and" or "or" follows before any verb: an item of a list begins at ``first``."""
    for i in range(first, min(first + _ITEM, r.last)):
        if r.tag(i) in VERBAL or r.tag(i) == tags.SUBORDINATOR:
            return False
        if r.low(i) in closed.COORDINATORS:
            return True
    return False


_ITEM = 12  # words


def _back_to_main(r: Reading, first: int, joint: int) -> bool:
    """Whether the verb after "and" is the speaker's again: past as the cue is, where what is said has the present
    ("she said she is ready and [thanked] her voters")."""
    at = joint + 1
    while r.tag(at) == tags.ADVERB:
        at += 1
    forms = tags.verb_forms().get(r.low(at), 0)
    if r.tag(at) != tags.VERB or not forms & Form.PAST or forms & Form.BASE:
        return False
    told = next((j for j in range(first, joint) if r.tag(j) in (tags.VERB, tags.AUXILIARY, tags.CONTRACTED)), None)
    if told is None or told + 1 >= joint:
        return False
    # "she said he had lost it but [refused] to blame him"
    had = r.low(told) == "had" and r.low(at) in cues.verbs() and r.low(joint) == "but"
    return had or _present(r, told)


def _present(r: Reading, i: int) -> bool:
    """Whether the clause's verb is in the present, and no participle that "and" could join is with it."""
    if r.low(i) in _NOW:
        return r.tag(i + 1) not in (tags.VERB, tags.PARTICIPLE, tags.ADVERB, tags.AUXILIARY)
    forms = tags.verb_forms().get(r.low(i), 0)
    return r.tag(i) == tags.VERB and bool(forms & (Form.THIRD | Form.BASE)) and not forms & Form.PAST


_NOW = verbs.BE_PRESENT


def _stops_at_comma(r: Reading, first: int, comma: int, wide: bool) -> bool:
    """ ", adding that", ", according to", ", though she said"; for a phrase any comma that opens a clause."""
    after = comma + 1
    if r.low(after) in ("”", '"', "''"):  # "because “it was late,” though she noted"
        after += 1
        if r.tag(after) == tags.ING and tags.SUBORDINATOR not in r.tags[r.first : min(first, r.last)]:
            return True  # "it would be “over by May,” referring to the talks": the writer's comma
    if r.tag(after) == tags.CONJUNCTION:
        after += 1
    if r.tag(after) == tags.ADVERB:
        after += 1
    if after > comma + 1 and r.tag(comma + 1) == tags.CONJUNCTION and r.tag(after) == tags.VERB:
        return True  # ", but offered no proof": the speaker goes on, not the statement
    if (r.tag(after) == tags.ING and r.low(after) in cues.verbs()) or r.low(after) == "according":
        return True
    if r.low(after) == "with" and any(
        r.tag(j) == tags.ING and cues.is_saying(r.low(j)) for j in range(after, after + 6)
    ):
        return True  # ", with one resident saying": somebody else's
    if not wide and (after > comma + 1 and _has_verb(r, after, 6)):
        return True
    opens = r.low(after) in closed.SUBORDINATE or r.tag(comma + 1) == tags.ING
    return r.low(after) not in closed.LIKE_PREPOSITIONS and ((not wide and opens) or _cue_soon(r, after))


def _has_verb(r: Reading, i: int, reach: int) -> bool:
    return any(r.tag(j) in VERBAL for j in range(i, min(i + reach, r.last)))


def _cue_form(r: Reading, i: int) -> bool:
    """Whether a finite verb of saying begins here: "and said", "but later told"."""
    if r.tag(i) == tags.ADVERB:
        i += 1
    return r.tag(i) == tags.VERB and cues.is_saying(r.low(i))


def _new_speaker(r: Reading, i: int) -> bool:
    """Whether a short subject with a cue begins here: "and [Democrats accused]"."""
    if r.low(i) == "that" or r.tag(i) == tags.AUXILIARY:  # "and that the mayor denied it", "but could see": said too
        return False
    for j in range(i, min(i + 4, r.last)):
        if r.tag(j) == tags.SUBORDINATOR and r.low(j) not in closed.HANGS_ON and r.tag(j - 1) in _BEFORE_A_REASON:
            return False  # "but also because he denied it": part of what is said
        if r.tag(j) == tags.VERB:
            return j > i and r.low(j) in cues.verbs()
    return False


def _others_say(r: Reading, i: int) -> bool:
    """Whether somebody else is set beside the speaker: "called it late while [Lee called] it early"."""
    return _new_speaker(r, i) and not _share(r, i)


_BEFORE_A_REASON = frozenset((tags.CONJUNCTION, tags.ADVERB))


def _cue_soon(r: Reading, i: int, reach: int = 14) -> bool:
    """Whether a new subject with a verb of saying begins here: ", she said", ", though the mayor noted"."""
    if r.low(i) in closed.SUBORDINATE:
        i += 1
    for j in range(i, min(i + reach, r.last)):
        if r.tag(j) == tags.VERB:
            return j > i and cues.is_saying(r.low(j))
        if r.tag(j) == tags.MARK:
            return False
    return False

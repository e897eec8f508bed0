"""Statements whose content stands before the words that credit it, or around them.

"[The plan is dead], <he> *said*."; "[The plan], *said* <the mayor>, [is dead]."; "[It is dead], *according to* <him>".
"""

from __future__ import annotations

from verifier.english import closed, nouns, people, sayers, saying, statements
from verifier.english import grammar as lex
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import _behind, _clause_subjects, phrases, tags
from verifier.reading._passives import with_be
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch, dashes
from verifier.reading._stated import Statement, statement, stretch


def read(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """What stands before the cue or around it, or behind the words that credit it at the sentence's head."""
    fronted = cue.verb.takes & (Takes.QUOTE | Takes.ZERO) and not _set_phrase(r, phrases.group_start(r, i) - 1)
    found = _fronted(r, cue, i, last) if fronted else None
    return found or _as_told(r, cue, i)


def _fronted(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """ "[The plan is dead], <he> *said*."; "[The plan], *said* <the mayor>, [is dead]." """
    before = r.words.lows[r.first : i]
    if r.tag(i) not in (tags.VERB, tags.NOUN_OR_VERB) or _BEFORE_WHO_SAYS.isdisjoint(before):
        return None
    start = phrases.group_start(r, i)
    inverted = _is_inverted(r, cue, start, i)
    beside = False
    if inverted:
        end = phrases.phrase_end(r, i + 1)
        source = Stretch(i + 1, end) if end is not None and r.low(i + 1) not in lex.TIMES else None
        head, start = start - 1, i
    else:
        source = _clause_subjects.subject(r, i)
        head = source.first - 1 if source is not None else -1
        if r.low(head) == "as" and _opens(r, head) and source is not None:
            return _as_said(r, cue, Stretch(phrases.group_start(r, i), last), source)
        beside = r.low(head) == "as"
        head -= beside
    if source is None or r.low(source.first) in closed.RELATIVES_OF_A_SUBJECT or (inverted and _is_urged(r, i, source)):
        return None
    if r.low(head) != "," or head <= r.first or _is_quoted(r, head, inverted=inverted):
        return None
    after = _past_name_of(r, source.last + 1) if inverted else _past_saying(r, cue, last + 1)
    after = after if inverted else _past_scene(r, head, after)
    content = _without_opening(r, head, _behind.without_the_saying(r, _around(r, head, after)))
    scene = r.low(i) in saying.ONLY_SAYING or _in_print(r, cue, after)
    if not content and not inverted and scene and _only_scene(r, after):
        content = [Stretch(r.first, head - 1)]
    if beside:  # "Lee denied it, as the Herald *reported*, [and went home]": that is Lee's again
        content = content[:1]
    if content and content[0].first == r.first and (inverted or _comments(r, content)):
        content = without_apposition(r, content)
    if not _is_said(r, i, content, after, inverted=inverted):
        return None
    told = not inverted and bool(cue.form & Form.PARTICIPLE) and with_be(r, start, i)
    relays = cue.verb.lemma == "report"
    # "The quay was safe, the court *was told*": who hears it has not said it
    return statement(r, None if told else source, Stretch(start, i), content, cue.verb.kind, relays=relays)


_BEFORE_WHO_SAYS = frozenset((",", "as"))


def _is_inverted(r: Reading, cue: CueForm, start: int, verb: int) -> bool:
    """Whether the subject stands behind the verb: "It is dead, *said* <the mayor>"."""
    when = r.tag(verb + 1) == tags.PREPOSITION or r.low(verb + 1) in lex.TIMES
    if r.low(start - 1) != "," or r.low(verb + 1) == "." or when:  # "..., the mayor, Ann Lee, *said* on Monday"
        return False
    takes = cue.verb.takes
    if takes & Takes.TOLD_THAT and not takes & Takes.ZERO:  # "..., Ann Lee, the mayor, *told* us"
        return False
    return not (takes & (Takes.OBJECT_TO | Takes.OBJECT_OF) and _is_apposed(r, start - 1, verb))


def _is_urged(r: Reading, cue: int, source: Stretch) -> bool:
    """Whether what stands behind a verb is what is asked for, not who asks: "Ann Lee, the mayor, *urged* [care]"."""
    low = r.low(source.first)
    alone = source.first == source.last and r.tag(source.first) == tags.NOUN
    somebody = (
        low.endswith("s") or low in nouns.GROUPS | nouns.PEOPLE | sayers.ONE_PERSON or low.endswith(people.ENDINGS)
    )
    return alone and not somebody and r.low(cue) not in saying.ONLY_SAYING


def _is_apposed(r: Reading, comma: int, verb: int) -> bool:
    """Whether the comma closes what stands beside the subject, whose verb goes on to whom it is said: "It is lost, the
    mayor, Ann Lee[,] *warned* reporters"."""
    if r.tag(verb + 1) in (tags.NAME, tags.MARK) or r.low(verb + 1) in lex.TIMES:
        return False
    opening = next((j for j in range(comma - 1, max(r.first, comma - _APPOSED), -1) if r.low(j) == ","), None)
    if opening is None or any(r.tag(j) in VERBAL for j in range(opening, comma)) or r.tag(opening - 1) not in NOMINAL:
        return False
    return r.tag(phrases.phrase_start(r, opening - 1) - 1) == tags.MARK


_APPOSED = 10  # words of an apposition


def _set_phrase(r: Reading, comma: int) -> bool:
    """Whether a set phrase stands between this comma and another one: "Will Rowe, for example[,] *said* [it was]"."""
    return (
        r.low(comma) == "," and (r.low(comma - 2), r.low(comma - 1)) in statements.PHRASES and r.low(comma - 3) == ","
    )


def _without_opening(r: Reading, head: int, content: list[Stretch]) -> list[Stretch]:
    """The content without what only leads up to who speaks: "Still, he said", "Asked whether it was over, he said"."""
    if head == r.first + 1 and not (r.tag(r.first) in NOMINAL and any(_acts(r, c) for c in content[1:])):
        content = content[1:]
    return content[1:] if content and content[0].first == r.first and _leads_up(r, content[0].last) else content


def _leads_up(r: Reading, last: int) -> bool:
    """Whether the sentence opens with a participle that hangs on who speaks: "Asked about it, Lee said"."""
    tag, low = r.tag(r.first), r.low(r.first)
    following = r.tag(r.first + 1)
    participle = bool(tags.verb_forms().get(low, 0) & Form.PARTICIPLE) and tag in (tags.VERB, tags.PARTICIPLE)
    if participle:
        return following in (tags.SUBORDINATOR, tags.PREPOSITION)
    return (
        tag == tags.ING
        and following in (tags.PREPOSITION, tags.DETERMINER, tags.SUBORDINATOR)
        and not _has_main(r, last)
    )


def _has_main(r: Reading, last: int) -> bool:
    """Whether a sentence that opens with a participle has its own verb by then: "Finding what is there [is] hard"."""
    verbs_ = sum(r.tag(j) in VERBAL and r.tag(j + 1) not in VERBAL for j in range(r.first + 1, last + 1))
    return verbs_ > sum(r.tag(j) == tags.SUBORDINATOR for j in range(r.first + 1, last + 1))


def _opens(r: Reading, at: int) -> bool:
    """Whether the sentence begins here, "and" or "but" aside: "But as the mayor said, ..."."""
    return at == r.first or (at == r.first + 1 and r.tag(r.first) == tags.CONJUNCTION)


def _acts(r: Reading, piece: Stretch) -> bool:
    """Whether the piece opens with the verb whose subject stands before the cue: "The plan, she said, [exists]"."""
    return r.tag(piece.first) in VERBAL or r.tag(piece.first) == tags.NOUN_OR_VERB


def _past_addressee(r: Reading, at: int) -> int:
    """ "[The plan is dead], he told *reporters on Monday*.": whom it was told is no part of it."""
    end = phrases.phrase_end(r, at)
    return phrases.skip_adjuncts(r, end + 1) if end is not None else at


def _as_said(r: Reading, cue: CueForm, group: Stretch, source: Stretch) -> Statement | None:
    """ "As <the mayor> *said* on Monday, [the plan is dead]"."""
    if cue.verb.kind != "say" or not cue.verb.takes & (Takes.ZERO | Takes.TOLD_THAT):
        return None
    at = group.last + 1
    comma = next((j for j in range(at, min(at + REACH_OF_A_COMMA, r.last)) if r.low(j) == ","), None)
    if comma is None or any(r.tag(j) in VERBAL for j in range(at, comma)):
        return None
    content = stretch(r, comma + 1, wide=True)
    if content is None or r.low(comma + 1) in phrases.OPEN_QUOTES or not _has_verb(r, content):
        return None
    return statement(r, source, group, [content], cue.verb.kind)


REACH_OF_A_COMMA = 12
"""Words from a cue to the comma that ends "As the mayor said on Monday,"."""


def without_apposition(r: Reading, content: list[Stretch]) -> list[Stretch]:
    """The content without what follows its speaker: "[The plan is dead], said Lee, a member of the council"."""
    goes_on = len(content) > 1 and r.tag(content[1].first) in (tags.CONJUNCTION, tags.PREPOSITION)
    goes_on = goes_on or (len(content) > 1 and r.low(content[1].first) in closed.LIKE_PREPOSITIONS | closed.PARTICLES)
    return content if goes_on or not _has_verb(r, content[0]) else content[:1]


def _comments(r: Reading, content: list[Stretch]) -> bool:
    """Whether a participle follows: "[The plan is dead], the mayor said, raising hopes": the writer's own words."""
    return r.tag(content[-1].first) == tags.ING and r.low(content[0].first) not in lex.SUBORDINATORS


def _has_verb(r: Reading, piece: Stretch) -> bool:
    return not VERBAL.isdisjoint(r.tags[max(piece.first, r.first) : min(piece.last + 1, r.last)])


def _has_own_verb(r: Reading, piece: Stretch) -> bool:
    """Whether it has a verb outside what is hung on a noun between commas: "The mayor[, who won in May,]" has none, and
    so the mayor does what follows."""
    hung = False
    for j in range(piece.first, piece.last + 1):
        if r.low(j) == ",":
            passive = tags.verb_forms().get(r.low(j + 1), 0) & Form.PARTICIPLE and r.tag(j - 1) in NOMINAL
            passive = passive and r.tag(j + 1) != tags.AUXILIARY  # "The man, in his thirties, [had] gone"
            hung = not hung and (r.low(j + 1) in closed.RELATIVES or bool(passive))
        elif r.tag(j) in VERBAL and not hung:
            return True
    return False


def _is_quoted(r: Reading, head: int, *, inverted: bool) -> bool:
    """Whether what stands before the comma is a quotation, and no statement with a few words of it in marks."""
    return _ends_in_quoted_words(r, head - 1) or (not inverted and _is_quoted_before(r, head))


def _ends_in_quoted_words(r: Reading, last: int) -> bool:
    """Whether marks end here that hold more than a part of the clause: "“The quay is a mess”, he said"."""
    return r.low(last) in phrases.QUOTE_ENDS and phrases.fragment_start(r, last) is None


def _is_quoted_before(r: Reading, head: int) -> bool:
    """Whether marks close on a comma right before who speaks, whose apposition ends before the cue: "“It is late,”
    Ann Lee, 44, of Ayr[,] *said*"."""
    if r.low(r.first) not in phrases.OPEN_QUOTES:
        return False
    closed_there = (j for j in range(r.first + 1, head) if r.low(j) in phrases.QUOTE_ENDS and r.low(j - 1) == ",")
    return any(r.tag(j + 1) in (tags.NAME, tags.DETERMINER) for j in closed_there)


def _is_said(r: Reading, cue: int, content: list[Stretch], after: int, *, inverted: bool) -> bool:
    """Whether what stands around the cue is something that can be said: it has a verb, or stands alone before a cue
    with which the sentence ends ("People like Brandt, he says.")."""
    states = _has_own_verb if inverted else _has_verb
    if any(states(r, piece) for piece in content) or any(_acts(r, piece) for piece in content[1:]):
        return True
    ends = bool(content) and content[0].first == r.first and r.low(after) in ("", ".") and not inverted
    ends = ends and r.low(r.first) not in closed.SUBORDINATE  # "After the vote, she said."
    return ends and r.low(cue) in saying.ONLY_SAYING


def _past_saying(r: Reading, cue: CueForm, at: int) -> int:
    """The token after when and to whom it was said."""
    after = phrases.skip_adjuncts(r, at)
    return _past_addressee(r, after) if cue.verb.takes & Takes.TOLD_THAT else after


def _past_scene(r: Reading, head: int, after: int) -> int:
    """The comma behind where it was said, where a subject waits for its verb: "[The captain], <she> *recalled* in her
    memoir, [told her so]"."""
    end = phrases.phrase_end(r, after + 1) if r.tag(after) == tags.PREPOSITION else None
    waits = end is not None and r.low(end + 1) == "," and r.tag(end + 2) in VERBAL
    return end + 1 if end is not None and waits and not _has_verb(r, Stretch(r.first, head - 1)) else after


def _past_name_of(r: Reading, at: int) -> int:
    """The comma behind who the speaker is, where what is said goes on there: "[The trouble], say critics like Lee, a
    baker, [is the bread]"."""
    if r.low(at) == "who":  # "said an official [who asked not to be named]"
        return next((j for j in range(at, r.last) if r.low(j) == ","), r.last - 1)
    comma = phrases.skip_adjuncts(r, at)
    if r.low(comma) != ",":
        return comma
    for j in range(comma + 1, min(comma + REACH_OF_A_COMMA, r.last - 1)):
        if r.tag(j) in VERBAL:
            break
        if r.low(j) == ",":
            return j if r.tag(j + 1) in VERBAL else comma
    return comma


def _around(r: Reading, head: int, after: int) -> list[Stretch]:
    """The content before the comma ``head`` and, where the insertion ends in one too, after it."""
    if r.low(after) not in ("", ".", ",", "!", "?", ";") and not dashes(r, after):
        return []
    content = [Stretch(r.first, head - 1)]
    more = stretch(r, after + 1, wide=True) if r.low(after) == "," and after + 2 < r.last else None
    return content + [more] if more is not None else content


def _in_print(r: Reading, cue: CueForm, after: int) -> bool:
    """Whether where it was reported follows, of a sentence that opens with its subject: "[The crabs came], they report
    in the Lancet"."""
    opens = r.tag(r.first) in _OPENS_WITH_ITS_SUBJECT
    states = cue.verb.kind == "say" and cue.verb.takes & Takes.ZERO
    return bool(states) and opens and r.low(after) in closed.LOCATES


_OPENS_WITH_ITS_SUBJECT = NOMINAL | {tags.DETERMINER, tags.PRONOUN}


def _only_scene(r: Reading, after: int) -> bool:
    """Whether the rest of the sentence only tells where and how it was said: "..., she said [in closing the talk]"."""
    opens = r.tag(after) == tags.PREPOSITION and r.low(r.first) not in closed.SUBORDINATE
    when = r.low(after) in closed.TELLS_WHEN or (r.low(after) == "as" and r.low(after + 1) in closed.SUBJECTS)
    if when and r.low(r.first) not in closed.SUBORDINATE:
        return True  # "..., she told them as she left"
    return opens and not any(
        (r.tag(j) in VERBAL and not _hangs_on_a_noun(r, j)) or r.tag(j) == tags.SUBORDINATOR
        for j in range(after, r.last)
    )


def _hangs_on_a_noun(r: Reading, i: int) -> bool:
    """Whether a participle only tells of the noun before it: "in a note [pinned] to the door", "..., [dated] May 3"."""
    behind = i - 1 - (r.low(i - 1) == ",")
    passive = r.tag(i) != tags.AUXILIARY and tags.verb_forms().get(r.low(i), 0) & Form.PARTICIPLE
    goes_on = r.tag(i + 1) in (tags.PREPOSITION, tags.TO, tags.MARK)  # "planes filled the sky" is a clause
    dated = behind < i - 1 and r.tag(i + 1) in (tags.NAME, tags.NUMBER)
    return bool(passive) and (goes_on or dated) and r.tag(behind) in NOMINAL


def _as_told(r: Reading, cue: CueForm, i: int) -> Statement | None:
    """ "As *reported* by <the Gazette>, [the quay is shut]", "As *stated* in <the letter>, [it is shut]"."""
    start = i - (r.tag(i - 1) == tags.ADVERB)
    if (
        not cue.form & Form.PARTICIPLE
        or r.low(start - 1) != "as"
        or not _opens(r, start - 1)
        or not cue.verb.takes & (Takes.ZERO | Takes.THAT)
    ):
        return None
    end = phrases.phrase_end(r, i + 2) if r.low(i + 1) in ("by", "in") else None
    if end is None or r.low(end + 1) != ",":
        return None
    content = stretch(r, end + 2, wide=True)
    if content is None or r.low(end + 2) in phrases.OPEN_QUOTES or not _has_verb(r, content):
        return None
    return statement(r, Stretch(i + 2, end), Stretch(i, i), [content], cue.verb.kind)

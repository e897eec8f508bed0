"""The constructions that attribute a statement: one small function each, with an example.

In the examples the source stands in <angle brackets>, the cue in *asterisks*, the content in [square brackets].
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import closed, cues, nouns, people, sayers, saying, speech
from verifier.english import grammar as lex
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import (
    _according,
    _clause_subjects,
    _complements,
    _estimates,
    _fronted,
    _gapped,
    _main_verbs,
    _no_cues,
    _noun_or_verb,
    _noun_phrases,
    _participle_subjects,
    _passives,
    _saying,
    _subjects,
    _unsaid,
    phrases,
    tags,
)
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch
from verifier.reading._stated import Statement, statement, stretch


def at(r: Reading, i: int) -> Iterator[Statement]:
    """What the word at ``i`` attributes, if it is a cue here."""
    low, tag = r.low(i), r.tag(i)
    if low == "according" and r.low(i + 1) == "to":
        yield from _some(_according.read(r, i))
        return
    if low in cues.adjectives() and r.tag(i - 1) in (tags.AUXILIARY, tags.ADVERB, tags.CONTRACTED):
        yield from _some(_adjective(r, i))
    if tag in _NOUN_CUE and low in cues.nouns():
        yield from _some(_noun(r, i))
    if tag not in _VERB_CUE:
        return
    for particles, verb, form in cues.phrasal().get(low, ()):
        behind = i + 1 + (r.low(i + 1) in lex.TIMES)  # "called Friday for"
        if all(r.low(behind + k) == particle for k, particle in enumerate(particles)):
            said = _verbal(r, CueForm(verb, form), i, behind + len(particles) - 1)
            if said is not None:
                yield said
                return
    cue = cues.verbs().get(low)
    if cue is not None:
        yield from _some(_verbal(r, cue, i, i))
    elif low in cues.PUTS:
        yield from _some(_estimates.read(r, i))


_NOUN_CUE = frozenset((tags.NOUN, tags.NOUN_OR_VERB))


_VERB_CUE = frozenset((tags.VERB, tags.ING, tags.PARTICIPLE, tags.NOUN_OR_VERB))


def _some(said: Statement | None) -> tuple[Statement, ...]:
    return () if said is None else (said,)


def _verbal(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """A verb with its particles from ``i`` to ``last``: find the content first, then whose it is."""
    doubtful = r.tag(i) == tags.NOUN_OR_VERB and not _noun_or_verb.is_verb(r, i, cue)
    supposed = r.low(i) in speech.CONDITIONS and r.tag(i - 1) == tags.MARK  # "Assuming it is shut, Lee will leave"
    if doubtful or supposed or _hands_on(r, i) or _no_cues.is_one(r, cue, i):
        return None
    before = _fronted.read(r, cue, i, last)
    if before is not None:
        return before
    start = phrases.group_start(r, i)
    if cue.form & Form.PARTICIPLE and _passives.stands(r, cue, i, last):
        return _passives.read(r, cue, i, last)
    content = _complements.content(r, cue, last)
    hung = cue.form == Form.PARTICIPLE and start == i  # "nine songs *written* at a piano she bought": no subject
    if content is None or hung or _no_cues.left_bare(r, content):
        return (
            _gapped.read(r, cue, i, _source(r, i, cue.verb.kind))
            if content is None and cue.verb.takes & Takes.ZERO
            else None
        )
    source = _source(r, i, cue.verb.kind)
    if (
        source is None
        or _no_cues.is_a_verb(r, source)
        or _unsaid.denied(r, cue, i, source, content)
        or _unsaid.only_able(r, source, start, i)
        or (cue.verb.kind == "say" and _unsaid.only_supposed(r, cue, source, content, start, i))
    ):
        return None
    content = _main_verbs.up_to_one(r, cue, source, content)
    heard = cue.verb.lemma == "hear" and not _is_a_person(r, source)  # "the inquest heard that": from whom
    teller = None if heard else source
    return statement(r, teller, Stretch(start, last), [content], cue.verb.kind, relays=cue.verb.lemma == "report")


def _is_a_person(r: Reading, source: Stretch) -> bool:
    """Whether whoever hears something is somebody, or several, and no body in session."""
    head = _noun_phrases.head(r.words, range(source.first, source.last + 1))
    if head in nouns.GROUPS:
        return False
    return r.tag(source.last) in _SOMEBODY or head in sayers.ONE_PERSON or head.removesuffix("s") in sayers.ONE_PERSON


_SOMEBODY = frozenset((tags.NAME, tags.PRONOUN, tags.CONTRACTED, tags.SUBORDINATOR))


def _hands_on(r: Reading, i: int) -> bool:
    """Whether a verb of quoting only opens "quoted Ann Lee as saying ...": the second verb has the statement."""
    return r.low(i) in saying.QUOTES and any(
        r.low(j) == "as" and r.tag(j + 1) == tags.ING for j in range(i + 1, min(i + _AS_SAYING, r.last))
    )


def _quoted(r: Reading, link: int) -> Stretch | None:
    """Who is quoted: "The Herald quoted <Ann Lee> as", "<Ann Lee> was quoted by the Herald as"."""
    for verb in range(link - 1, max(r.first, link - _AS_SAYING) - 1, -1):
        if r.low(verb) not in saying.QUOTES:
            continue
        if any(r.low(j) in lex.BE for j in range(phrases.group_start(r, verb), verb)):
            return _clause_subjects.subject(r, verb)
        last = link - 1 - (r.low(link - 1) == ",")
        return Stretch(verb + 1, last) if verb < last else None
    return None


_AS_SAYING = 20  # words from a verb of quoting to "as saying"


def _source(r: Reading, i: int, kind: str) -> Stretch | None:
    """The subject; of a participle the noun it follows ("a letter saying that") or the subject of its clause."""
    start = phrases.group_start(r, i)
    if (r.tag(i) == tags.ING or r.low(start) == "having") and (start == r.first or _leads(r, start - 1)):
        comma = next((j for j in range(i, r.last) if r.low(j) == ","), r.last)
        first = comma + 1 + (r.low(comma + 1) in phrases.CLOSERS)  # "Citing “duties,” the mayor left"
        end = phrases.phrase_end(r, first)
        return Stretch(first, end) if end is not None else None
    if r.low(start - 1) == "as" and r.tag(i) == tags.ING and (quoted := _quoted(r, start - 1)) is not None:
        return quoted
    if r.tag(start - 1) == tags.TO:
        return _who_would(r, start - 1) if kind == "say" else None
    ordered = start - 1 == r.first and r.tag(i) == tags.ING and _noun_or_verb.is_an_order(r.words.forms[r.first])
    if ordered or r.low(start - 1) == "worth" or (start == i and _is_some_of_them(r, i - 1, i)):
        return None  # "Try telling them", "it is worth noting": nobody's, or the writer's own
    if r.tag(i) == tags.ING and r.tag(start) != tags.AUXILIARY and not _hangs_on(r, start - 1, i):
        return _participle_subjects.clause_subject(r, start) or _beside(r, start)
    found = _clause_subjects.subject(r, i)
    return _nearest(r, found, i) if found is not None and r.tag(i) == tags.ING and start == i else found


def _is_some_of_them(r: Reading, last: int, participle: int) -> bool:
    """ "the scans, some of [them] *showing* cancer": a participle with a subject of its own, which says nothing;
    "[those] *backing* Lee": who they are."""
    of_them = r.low(last) in lex.OBJECT_PRONOUNS and r.low(last - 1) == "of"
    return r.tag(participle) == tags.ING and (of_them or r.low(last) in closed.DEMONSTRATIVES | closed.STANDS_ALONE)


def _nearest(r: Reading, source: Stretch, participle: int) -> Stretch:
    """The noun right before a participle, of a chain that itself hangs on the clause: "at the heart of a row in the
    county over <a fund> *backing* [Lee]"; a letter in the chain tells what it says itself."""
    links = [j for j in range(source.first + 1, source.last) if r.tag(j) in (tags.PREPOSITION, tags.TO)]
    inside = r.tag(source.first - 1) == tags.PREPOSITION and len(links) > 1 and r.low(links[-1] + 1) in closed.ARTICLES
    tellers = (j for j in links if r.low(j) != "of" or r.low(j - 1) not in nouns.GROUPS)  # "a group of payments"
    if not inside or any(_saying.by_itself(r.low(j - 1), r.low(participle)) for j in tellers):
        return source
    return Stretch(links[-1] + 1, participle - 1)


def _beside(r: Reading, start: int) -> Stretch | None:
    """Who opens the clause before a participle: "<Lee>, *citing* [the record], left", "<Lee>, after *saying* so"."""
    comma = start - 1 if r.low(start - 1) == "," else start - 2
    linked = comma == start - 1 or r.tag(start - 1) in (tags.PREPOSITION, tags.SUBORDINATOR)
    if r.low(comma) != "," or not linked or r.tag(comma - 1) not in NOMINAL | {tags.PRONOUN}:
        return None
    first = phrases.phrase_start(r, comma - 1)
    opens = r.tag(first - 1) in (tags.MARK, tags.CONJUNCTION, tags.SUBORDINATOR, tags.ADVERB)
    return Stretch(first, comma - 1) if opens else None


def _who_would(r: Reading, to: int) -> Stretch | None:
    """Who does what an infinitive of purpose tells: "<Lee> used the talk *to argue* [that ...]"; nobody where somebody
    else stands between, who may be meant to do it: "led voters to believe"."""
    if (left := _subjects.falls_to(r.words, r.first, to + 1)) is not None:
        return Stretch(*left)  # "it fell to <Lee> *to say* [that]"
    verb = next((j for j in range(to - 1, max(r.first, to - _PURPOSE), -1) if r.tag(j) in VERBAL), None)
    found = _clause_subjects.subject(r, verb) if verb is not None else None
    if verb is None or found is None or r.low(found.first) in closed.EMPTY_SUBJECTS | closed.RELATIVES_OF_A_SUBJECT:
        return None
    between = range(verb + 1, to)
    if r.tag(to - 1) == tags.DETERMINER:  # "led some to speculate": some do, whatever led them
        return None
    if r.low(verb) in lex.BE or any(r.tag(j) in _OTHERS or _is_somebody(r.low(j)) for j in between):
        return None
    return found


def _is_somebody(low: str) -> bool:
    """Whether a noun is of people or a body of them, who could be meant to do something."""
    one = low.removesuffix("s")
    return not sayers.PEOPLE_AND_BODIES.isdisjoint((low, one)) or one.endswith(people.AGENTS)


_PURPOSE = 10  # words from a verb to what it is done for
_OTHERS = VERBAL | {tags.NAME, tags.PRONOUN, tags.MARK, tags.TO}


def _leads(r: Reading, link: int) -> bool:
    """Whether a participle with a small word before it opens the sentence: "[After] praising the mayor, Lee left"."""
    if r.tag(link) not in (tags.PREPOSITION, tags.SUBORDINATOR):
        return False
    return link == r.first or (link == r.first + 1 and r.tag(r.first) in (tags.CONJUNCTION, tags.ADVERB, tags.MARK))


def _hangs_on(r: Reading, noun: int, participle: int) -> bool:
    """Whether a participle tells what the noun right before it says: "a letter saying", not "left the room saying"."""
    if r.tag(noun) == tags.ADJECTIVE and r.low(noun - 1) in closed.ONE:
        return True  # "with an operative saying": a noun that ends as an adjective does
    if r.tag(noun) != tags.NOUN:
        return r.tag(noun) == tags.NAME
    start = phrases.phrase_start(r, noun)
    if r.low(start - 1) in _saying.issuing() and r.low(noun).removesuffix("s") in nouns.DOCUMENTS:
        return False  # "issued a statement saying"
    at = start - 1
    while r.tag(at) in (tags.DETERMINER, tags.ADVERB, tags.ADJECTIVE):
        at -= 1
    if r.low(at) == "to" and cues.is_saying(r.low(at - 1)):
        return False  # "has written to the first minister asking for"
    return r.tag(start - 1) != tags.VERB or _saying.by_itself(r.low(noun), r.low(participle))


def _adjective(r: Reading, i: int) -> Statement | None:
    """ "<She> is *sure* [that the plan is dead]", "<He> is *critical of* [the plan]"."""
    cue = cues.adjectives()[r.low(i)]
    last, content = i, None
    if r.low(i + 1) in cue.prepositions:
        last = i + 1
        content = stretch(r, last + 1, wide=False) if _complements.opens_phrase(r, last + 1) else None
    elif (r.low(i + 1) == "that" and cue.takes & Takes.THAT) or (cue.takes & Takes.ZERO and _subject_opens(r, i + 1)):
        content = stretch(r, i + 1, wide=True)
    elif r.low(i + 1) == "to" and cue.takes & Takes.TO and r.tag(i + 2) in _passives.AFTER_TO:
        content = stretch(r, i + 1, wide=False)
    source = _clause_subjects.subject(r, i)
    if content is None or source is None or r.low(source.first) in closed.EMPTY_SUBJECTS:
        return None
    return statement(r, source, Stretch(phrases.group_start(r, i), last), [content], cue.kind)


def _subject_opens(r: Reading, at: int) -> bool:
    """Whether a clause plainly begins here: a pronoun or a name with its verb."""
    return r.tag(at) in (tags.PRONOUN, tags.CONTRACTED, tags.NAME, tags.DETERMINER) and _complements.opens_clause(r, at)


def _noun(r: Reading, i: int) -> Statement | None:
    """ "<Lee>'s *claim* [that the plan is dead]", "<her> *promise* [to fight it]", "*calls for* [an inquiry] ..."."""
    cue = cues.nouns()[r.low(i)]
    at = i + 1
    source = _possessor(r, i)
    if source is None and r.low(at) in ("by", "from") and (end := phrases.phrase_end(r, at + 1)) is not None:
        source, at = Stretch(at + 1, end), end + 1
    last, content = i, None
    if (r.low(at) == "that" and cue.takes & Takes.THAT and r.tag(at + 1) not in VERBAL) or (
        r.low(at) == "to" and cue.takes & Takes.TO and r.tag(at + 1) in _passives.AFTER_TO
    ):
        content = _main_verbs.up_to_marks(r, stretch(r, at, wide=False))
    elif r.low(at) in cue.prepositions and at == i + 1 and _complements.opens_phrase(r, at + 1):
        last, content = at, _main_verbs.thing(r, at + 1)
    if content is None or source is None:
        return None
    return statement(r, source, Stretch(i, last), [content], cue.kind)


def _past_another_verb(r: Reading, start: int, last: int) -> int:
    """Where an owner begins: of "disagrees with the council", whose first word no table holds, at "the council"."""
    if r.tag(start) != tags.NOUN or r.tag(start - 1) not in _BEFORE_A_VERB:
        return start
    bare = r.low(start + 1) in lex.PREPOSITIONS - {"of"}
    return start + 2 if bare and start + 2 <= last else start


_BEFORE_A_VERB = NOMINAL | {tags.PRONOUN, tags.SUBORDINATOR, tags.CONJUNCTION}


def _possessor(r: Reading, i: int) -> Stretch | None:
    """Whose claim it is: "[Lee]'s claim", "[her] claim", "[Lee] made the claim", not "the slump prompted the claim"."""
    start = phrases.phrase_start(r, i)
    for j in range(i - 1, start - 1, -1):
        if r.tag(j) == tags.POSSESSIVE and j > start:
            return Stretch(_past_another_verb(r, start, j - 1), j - 1)
        if r.low(j) in lex.POSSESSIVES:
            return Stretch(j, j)
    made = r.tag(start - 1) == tags.VERB and r.low(start - 1) in _saying.uttering()
    named = _clause_subjects.subject(r, start - 1) if made else None
    if named is None or r.low(named.first) in closed.EMPTY_SUBJECTS:
        return None
    inside = r.tag(named.first) != tags.PRONOUN and r.tag(named.first - 1) == tags.PREPOSITION
    return None if inside else named  # "putting him in [charge of the quay] raises questions about"

"""The constructions that attribute a statement: one small function each, with an example.

In the examples the source stands in <angle brackets>, the cue in *asterisks*, the content in [square brackets].
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.english import closed, cues, nouns, saying, verbs
from verifier.english import grammar as lex
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import _adjuncts, _fronted, _noun_phrases, _passives, _saying, phrases, tags
from verifier.reading._sentence import NOMINAL, VERBAL, Reading, Stretch
from verifier.reading._stated import Statement, statement, stretch


def at(r: Reading, i: int) -> Iterator[Statement]:
    """What the word at ``i`` attributes, if it is a cue here."""
    low, tag = r.low(i), r.tag(i)
    if low == "according" and r.low(i + 1) == "to":
        yield from _some(_fronted.according(r, i))
        return
    if low in cues.adjectives() and r.tag(i - 1) in (tags.AUXILIARY, tags.ADVERB, tags.CONTRACTED):
        yield from _some(_adjective(r, i))
    if tag in _NOUN_CUE and low in cues.nouns():
        yield from _some(_noun(r, i))
    if tag not in _VERB_CUE:
        return
    for particles, verb, form in cues.phrasal().get(low, ()):
        at_ = i + 1 + (r.low(i + 1) in lex.TIMES)  # "called Friday for"
        if all(r.low(at_ + k) == particle for k, particle in enumerate(particles)):
            said = _verbal(r, CueForm(verb, form), i, at_ + len(particles) - 1)
            if said is not None:
                yield said
                return
    cue = cues.verbs().get(low)
    if cue is not None:
        yield from _some(_verbal(r, cue, i, i))


_NOUN_CUE = frozenset((tags.NOUN, tags.NOUN_OR_VERB))
_VERB_CUE = frozenset((tags.VERB, tags.ING, tags.PARTICIPLE, tags.NOUN_OR_VERB))


def _some(said: Statement | None) -> tuple[Statement, ...]:
    return () if said is None else (said,)


def _verbal(r: Reading, cue: CueForm, i: int, last: int) -> Statement | None:
    """A verb with its particles from ``i`` to ``last``: find the content first, then whose it is."""
    if _hands_on(r, i) or (r.tag(i) == tags.NOUN_OR_VERB and not _likely_verb(r, i, cue)):
        return None
    before = _fronted.fronted(r, cue, i, last) if cue.verb.takes & (Takes.QUOTE | Takes.ZERO) else None
    if before is not None:
        return before
    start = phrases.group_start(r, i)
    if cue.form & Form.PARTICIPLE and _passives.stands(r, cue, i, last):
        return _passives.read(r, cue, i, last)
    content = _content(r, cue, last)
    if content is None:
        return _gapped(r, cue, i) if cue.verb.takes & Takes.ZERO else None
    source = _source(r, i)
    if (
        source is None
        or _denied(r, cue, source, content)
        or (cue.verb.kind == "say" and _unsaid(r, cue, source, start, i))
    ):
        return None
    content = _before_main_verb(r, source, content)
    return statement(r, source, Stretch(start, last), [content], cue.verb.kind, relays=cue.verb.lemma == "report")


def _before_main_verb(r: Reading, source: Stretch, content: Stretch) -> Stretch:
    """The content without what the main clause says behind a relative one: "a clerk <who> *did not want* [to give her
    name] said it was over"."""
    if r.low(source.first) != "who" or r.tag(source.first - 1) == tags.MARK:
        return content
    for i in range(content.first + 1, content.last):
        if r.tag(i) == tags.VERB and cues.is_saying(r.low(i)) and r.tag(i - 1) != tags.TO:
            whole = phrases.subject(r, i)
            if whole is not None and whole.first < source.first < whole.last:
                return Stretch(content.first, phrases.group_start(r, i) - 1)
    return content


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
            return phrases.subject(r, verb)
        last = link - 1 - (r.low(link - 1) == ",")
        return Stretch(verb + 1, last) if verb < last else None
    return None


_AS_SAYING = 20  # words from a verb of quoting to "as saying"


def _gapped(r: Reading, cue: CueForm, i: int) -> Statement | None:
    """ "[rules] <they> *say* [hurt farmers]", "a gap [that] <experts> *say* [makes it moot]": the noun before is the
    subject of what is said about it."""
    start = phrases.group_start(r, i)
    acts = r.tag(i + 1) in VERBAL or tags.verb_forms().get(r.low(i + 1), 0) & (Form.BASE | Form.THIRD)
    source = _source(r, i) if acts else None
    if source is None or source.first - 1 <= r.first:
        return None
    relative = r.low(source.first - 1) in closed.RELATIVES_TO_PEOPLE
    pronoun = r.tag(start - 1) == tags.PRONOUN and r.low(start - 1) in lex.SUBJECT_PRONOUNS
    if not relative and not (pronoun and r.tag(source.first - 1) in NOMINAL):
        return None
    told = stretch(r, i + 1, wide=False)
    if told is None:
        return None
    before = source.first - 1
    thing = Stretch(before, before) if relative else Stretch(phrases.phrase_start(r, before), before)
    return statement(r, source, Stretch(start, i), [thing, told], cue.verb.kind, nested=True)


def _denied(r: Reading, cue: CueForm, source: Stretch, content: Stretch) -> bool:
    """ "nobody called it", "nor his deputy", "experience shows", "everybody calls him Lofty": nobody who could be asked
    has said it."""
    if cue.verb.lemma in saying.NAMES and (phrases.is_anybody(r, source.last) or _so_called(r, source)):
        return True
    low = r.low(source.first)
    if low == "you" and source.first == source.last:
        return True
    if cue.verb.lemma == "find" and _comes_upon(r, source, content):
        return True
    none = low in closed.NO_ONE or low == "no" or r.low(source.first - 1) in ("nor", "neither")
    abstract = r.low(source.last) in nouns.ABSTRACT and source.last - source.first <= 1
    bare = r.tag(source.first) != tags.DETERMINER and (r.tag(source.first) != tags.NAME or source.first == r.first)
    return none or (abstract and bare)


def _comes_upon(r: Reading, source: Stretch, content: Stretch) -> bool:
    """ "he found his keys": whoever finds a thing says nothing; a survey that finds the mayor ahead does."""
    clause = r.low(content.first) == "that" or _opens_clause(r, content.first)
    return not clause and _noun_phrases.head(r.words, range(source.first, source.last + 1)) not in nouns.DOCUMENTS


def _so_called(r: Reading, thing: Stretch) -> bool:
    """ "a film called “The Quay”", "a man called Lofty": what it is called follows the verb, and nobody calls it so."""
    named = r.low(thing.last + 2) in _QUOTED or r.tag(thing.last + 2) == tags.NAME
    return named and r.low(thing.first) in closed.ONE and r.tag(thing.last) == tags.NOUN


_QUOTED = frozenset(("“", '"', "‘", "''"))


def _unsaid(r: Reading, cue: CueForm, source: Stretch, start: int, i: int) -> bool:
    """ "would say", "if he says", "let others tell": nobody has said it."""
    opener = r.low(source.first - 1)
    if opener in ("if", "unless") or (opener in verbs.LETTING and start == i and cue.form & Form.BASE):
        return True
    return any(r.low(j) in verbs.HYPOTHETICAL for j in range(start, i))


def _likely_verb(r: Reading, i: int, cue: CueForm) -> bool:
    """Whether a word that could be a noun is the verb: the clause has none before it, and a clause or a particle that
    it takes follows: "polls show he leads", "an email shows the mill sent it", "residents worry about the quay"."""
    if r.low(i + 1) == "that" and cue.form & Form.THIRD:
        return True
    body = r.words.forms[i - 1].isupper()  # "the PBS debate": no plural
    if r.tag(i - 1) not in NOMINAL or body or not tags.agrees(r.low(i - 1), cue.form) or _acts_before(r, i):
        return False
    if cue.form & Form.BASE and (" " in cue.verb.lemma or r.tag(i + 1) in _OBJECT_BEGINS):
        return True
    opens = r.tag(i + 1) in _OBJECT_BEGINS or r.tag(i + 1) in (tags.DETERMINER, tags.PRONOUN, tags.CONTRACTED)
    return opens and bool(cue.verb.takes & Takes.ZERO) and _opens_clause(r, i + 1)


_OBJECT_BEGINS = frozenset((tags.NAME, tags.NOUN, tags.ADJECTIVE, tags.NUMBER, tags.ING))


def _acts_before(r: Reading, i: int) -> bool:
    """Whether the clause has a verb before ``i``."""
    for j in range(i - 1, max(r.first, i - _CLAUSE) - 1, -1):
        if r.tag(j) in (tags.MARK, tags.SUBORDINATOR, tags.CONJUNCTION):
            return False
        if r.tag(j) in VERBAL:
            return True
    return False


_CLAUSE = 14  # words


def _source(r: Reading, i: int) -> Stretch | None:
    """The subject; of a participle the noun it follows ("a letter saying that") or the subject of its clause."""
    start = phrases.group_start(r, i)
    if start == r.first and r.tag(i) == tags.ING:
        comma = next((j for j in range(i, r.last) if r.low(j) == ","), r.last)
        end = phrases.phrase_end(r, comma + 1)
        return Stretch(comma + 1, end) if end is not None else None
    if r.tag(i) == tags.ING and _leads(r, start - 1):
        comma = next((j for j in range(i, r.last) if r.low(j) == ","), r.last)
        end = phrases.phrase_end(r, comma + 1)
        return Stretch(comma + 1, end) if end is not None else None
    if r.low(start - 1) == "as" and r.tag(i) == tags.ING and (quoted := _quoted(r, start - 1)) is not None:
        return quoted
    if r.low(start - 1) == "worth":  # "it is worth noting": the writer's own
        return None
    if r.tag(i) == tags.ING and r.tag(start) != tags.AUXILIARY and not _hangs_on(r, start - 1, i):
        return phrases.clause_subject(r, start)
    return phrases.subject(r, i)


def _leads(r: Reading, link: int) -> bool:
    """Whether a participle with a small word before it opens the sentence: "[After] praising the mayor, Lee left"."""
    if r.tag(link) not in (tags.PREPOSITION, tags.SUBORDINATOR):
        return False
    return link == r.first or (link == r.first + 1 and r.tag(r.first) in (tags.CONJUNCTION, tags.ADVERB, tags.MARK))


def _hangs_on(r: Reading, noun: int, participle: int) -> bool:
    """Whether a participle tells what the noun right before it says: "a letter saying", not "left the room saying"."""
    if r.tag(noun) != tags.NOUN:
        return r.tag(noun) == tags.NAME
    start = phrases.phrase_start(r, noun)
    if r.low(start - 1) in _saying.issuing() and r.low(noun) in nouns.DOCUMENTS:
        return False  # "issued a statement saying"
    return r.tag(start - 1) != tags.VERB or _saying.by_itself(r.low(noun), r.low(participle))


def _content(r: Reading, cue: CueForm, last: int) -> Stretch | None:
    """The complement after the cue, the first that its verb takes."""
    takes = cue.verb.takes
    at = phrases.skip_adjuncts(r, last + 1)
    return (
        _clause(r, takes, at)
        or _addressed(r, takes, at)
        or (stretch(r, at, wide=True) if takes & Takes.ZERO and _opens_clause(r, at) else None)
        or (stretch(r, at, wide=True) if cue.verb.lemma == "say" and _says_more(r, last, at) else None)
        or _phrase(r, takes, last + 1, at)
        or _topic(r, cue, last + 1)
    )


def _topic(r: Reading, cue: CueForm, at: int) -> Stretch | None:
    """ "wrote about [the plan]", "had little to say about [why it failed]": what a verb of saying is about."""
    if cue.verb.kind != "say" or r.low(at) != "about":
        return None
    opens = _opens_phrase(r, at + 1) or r.low(at + 1) in closed.QUESTION
    found = stretch(r, at + 1, wide=False) if opens else None
    return _adjuncts.without(r, found) if found else None


def _says_more(r: Reading, verb: int, at: int) -> bool:
    """Whether "say" has something after it that it says: a clause whose verb the tags do not show, "yes", "the same".
    Where, when and to whom it is said begin otherwise; right after a mark, its subject follows."""
    acts = tags.verb_forms().get(r.low(at), 0) & (Form.BASE | Form.THIRD)
    return r.tag(verb - 1) != tags.MARK and r.tag(at) in _SAYABLE and not acts and r.low(at) not in lex.TIMES


_SAYABLE = frozenset((tags.NAME, tags.DETERMINER, tags.NOUN, tags.NUMBER, tags.ADJECTIVE))


def _adjective(r: Reading, i: int) -> Statement | None:
    """ "<She> is *sure* [that the plan is dead]", "<He> is *critical of* [the plan]"."""
    cue = cues.adjectives()[r.low(i)]
    last, content = i, None
    if r.low(i + 1) in cue.prepositions:
        last = i + 1
        content = stretch(r, last + 1, wide=False) if _opens_phrase(r, last + 1) else None
    elif (r.low(i + 1) == "that" and cue.takes & Takes.THAT) or (cue.takes & Takes.ZERO and _subject_opens(r, i + 1)):
        content = stretch(r, i + 1, wide=True)
    elif r.low(i + 1) == "to" and cue.takes & Takes.TO and r.tag(i + 2) in _passives.AFTER_TO:
        content = stretch(r, i + 1, wide=False)
    source = phrases.subject(r, i)
    if content is None or source is None or r.low(source.first) in closed.EMPTY_SUBJECTS:
        return None
    return statement(r, source, Stretch(phrases.group_start(r, i), last), [content], cue.kind)


def _subject_opens(r: Reading, at: int) -> bool:
    """Whether a clause plainly begins here: a pronoun or a name with its verb."""
    return r.tag(at) in (tags.PRONOUN, tags.CONTRACTED, tags.NAME, tags.DETERMINER) and _opens_clause(r, at)


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
        content = stretch(r, at, wide=False)
    elif r.low(at) in cue.prepositions and at == i + 1 and _opens_phrase(r, at + 1):
        last, content = at, stretch(r, at + 1, wide=False)
    if content is None or source is None:
        return None
    return statement(r, source, Stretch(i, last), [content], cue.kind)


def _possessor(r: Reading, i: int) -> Stretch | None:
    """Whose claim it is: "[Lee]'s claim", "[her] claim", "[Lee] made the claim"."""
    start = phrases.phrase_start(r, i)
    for j in range(i - 1, start - 1, -1):
        if r.tag(j) == tags.POSSESSIVE and j > start:
            return Stretch(start, j - 1)
        if r.low(j) in lex.POSSESSIVES:
            return Stretch(j, j)
    return phrases.subject(r, start - 1) if r.tag(start - 1) == tags.VERB else None


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
        if r.tag(j) in VERBAL or (r.tag(j) == tags.TO and j > at and r.tag(j + 1) == tags.VERB):
            break
    return at


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
    if takes & Takes.ING and r.tag(at) == tags.ING:
        return stretch(r, at, wide=False)
    if takes & (Takes.OBJECT | Takes.OBJECT_AS) and _opens_phrase(r, next_) and not _another_verb(r, next_):
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
    end = phrases.phrase_end(r, at)
    if end is None:
        return None
    if takes & Takes.TOLD_THAT:
        for after in (phrases.skip_adjuncts(r, end + 1), end + 1):
            if r.low(after) in closed.QUESTION or r.low(after) == "that" or _opens_clause(r, after):
                return stretch(r, after, wide=True)
    if takes & Takes.TOLD_WH:
        first = next((j for j in range(at + 1, end + 1) if r.low(j) == "about"), end + 1)
        if r.low(first) in closed.QUESTION or r.low(first) == "about":
            return stretch(r, first, wide=True)
    linked = (takes & Takes.OBJECT_TO and r.low(end + 1) == "to") or (
        takes & Takes.OBJECT_OF and r.low(end + 1) == "of"
    )
    return stretch(r, at, wide=False) if linked else None


def _cannot_open(r: Reading, at: int) -> bool:
    """Whether the token can begin no clause that is said: "said [when asked about it]"."""
    if r.low(at) in closed.MAY_OPEN_A_CLAUSE:
        return False
    if r.tag(at) in (tags.MARK, tags.PREPOSITION, tags.TO, tags.CONJUNCTION, tags.VERB):
        return True
    if r.low(at) == "that":
        return r.tag(at + 1) == tags.MARK
    return r.low(at) != "if" and _adverbial(r, at)


def _goes_on_anew(r: Reading, at: int, i: int) -> bool:
    """Whether another clause begins before this one has a verb: "claimed victory and [left]", "claimed the seat [but]
    critics say"; within marks all is said."""
    joined = r.low(i) == "but" or (r.tag(i) in VERBAL and r.tag(i - 1) == tags.CONJUNCTION)
    return joined and r.tag(at) != tags.MARK


def _opens_clause(r: Reading, at: int) -> bool:
    """Whether a clause begins here: something that can be its subject, and a finite verb after it."""
    if _cannot_open(r, at):
        return False
    if r.tag(at) == tags.CONTRACTED:
        return True
    depth = commas = 0
    for i in range(at + 1, min(at + 40, r.last)):
        if _goes_on_anew(r, at, i):
            return False
        if r.tag(i) in VERBAL:
            participle = tags.verb_forms().get(r.low(i), 0) & Form.PARTICIPLE
            if r.tag(i - 1) == tags.TO or (commas % 2 and r.low(i - 1) == "," and participle):
                continue  # "the plan, [drawn up in May], is dead": an insertion
            if depth == 0:
                return commas % 2 == 0 or r.tag(at) == tags.PREPOSITION
            depth -= 1
        elif r.low(i) == ",":
            commas += 1
        elif r.low(i) in closed.RELATIVES_OF_A_SUBJECT:
            depth += 1
    return False


_PHRASE_OPENERS = frozenset(
    (tags.DETERMINER, tags.NAME, tags.NOUN, tags.ADJECTIVE, tags.NUMBER, tags.PRONOUN, tags.ING)
)


def _opens_phrase(r: Reading, at: int) -> bool:
    """Whether a noun phrase or what stands for one begins here."""
    return r.tag(at) in _PHRASE_OPENERS or r.low(at) in ("“", '"', "‘", "what", "how")

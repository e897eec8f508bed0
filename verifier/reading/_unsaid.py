"""Statements that nobody has made: denied, only supposed, or no more than what a thing is called."""

from __future__ import annotations

from verifier.english import closed, cues, grammar, hedges, negation, nouns, saying, statements, verbs
from verifier.english.cues import CueForm
from verifier.english.inflection import Form
from verifier.reading import _complements, _no_cues, _noun_phrases, _saying, phrases, tags
from verifier.reading._sentence import Reading, Stretch


def denied(r: Reading, cue: CueForm, i: int, source: Stretch, content: Stretch) -> bool:
    """ "nobody called it", "nor his deputy", "experience shows", "everybody calls him Lofty": nobody who could be asked
    has said it."""
    if cue.verb.lemma in saying.NAMES and (phrases.is_anybody(r, source.last) or _so_called(r, source)):
        return True
    low = r.low(source.first)
    few = low == "few" and any(r.low(j) in verbs.HYPOTHETICAL for j in range(source.last + 1, i))
    anyone = closed.ANYONE | closed.NO_ONE  # "scarcely anyone calls him so", "suppose someone shouted"
    hardly = source.first < source.last and r.low(source.first + 1) in anyone and low.endswith("ly")
    if few or hardly or (low in ("you", "there") and source.first == source.last):
        return True  # "few would call it a town"
    if cue.verb.lemma == "find" and _comes_upon(r, source, content):
        return True
    hard = low == "it" and tags.TO in r.tags[source.last + 1 : i]
    if hard and any(r.tag(j) == tags.TO and _tells_how(r, j - 1) for j in range(source.last + 1, i)):
        return True  # "it is hard to say"
    if cue.verb.lemma == "quote" and not any(
        r.low(j) in phrases.OPEN_QUOTES for j in range(content.first, content.last)
    ):
        return True  # "quoting the reference 3451"
    none = (
        low in closed.NO_ONE | closed.ANYONE
        or low in ("no", "not")
        or r.low(source.first - 1) in closed.DENIES_A_SUBJECT
    )
    abstract = r.low(source.last) in nouns.ABSTRACT and source.last - source.first <= 1
    bare = r.tag(source.first) != tags.DETERMINER and (r.tag(source.first) != tags.NAME or source.first == r.first)
    return none or (abstract and bare) or _no_cues.is_a_deed(r, source) or _no_cues.is_another(r, source, i)


def _tells_how(r: Reading, i: int) -> bool:
    """Whether "it is" somehow, whether or not a table holds the adjective: "it is [premature] to say"."""
    return r.tag(i) == tags.ADJECTIVE or (r.tag(i) == tags.NOUN and r.low(i - 1) in grammar.BE)


def _comes_upon(r: Reading, source: Stretch, content: Stretch) -> bool:
    """ "he found his keys": whoever finds a thing says nothing; a survey that finds the mayor ahead does."""
    clause = r.low(content.first) == "that" or _complements.opens_clause(r, content.first)
    return not clause and _noun_phrases.head(r.words, range(source.first, source.last + 1)) not in nouns.DOCUMENTS


def _so_called(r: Reading, thing: Stretch) -> bool:
    """ "a film called “The Quay”", "a man called Lofty": what it is called follows the verb, and nobody calls it so."""
    named = r.low(thing.last + 2) in phrases.OPEN_QUOTES or r.tag(thing.last + 2) == tags.NAME
    first = thing.last  # of "the story to a site" only "a site" is called so
    while first > thing.first and r.tag(first) in _OF_A_KIND:
        first -= 1
    return named and r.low(first) in closed.ONE and r.tag(thing.last) in (tags.NOUN, tags.NAME)


_OF_A_KIND = frozenset((tags.NOUN, tags.NAME, tags.ADJECTIVE))


def only_able(r: Reading, source: Stretch, start: int, i: int) -> bool:
    """ "officials who can [vote for] anyone": what a kind of people may do, and nobody has done."""
    relative = r.low(source.first) in closed.RELATIVE_SUBJECTS
    return relative and any(r.low(j) in _ABLE for j in range(start, i))


_ABLE = hedges.MAY_BE | {"can"}


def only_supposed(  # noqa: PLR0913
    r: Reading, cue: CueForm, source: Stretch, content: Stretch, start: int, i: int
) -> bool:
    """ "would say", "if he says", "let others tell": nobody has said it. "Would not say whether", "could not explain
    why" keep a question open, and "would only say that" has said it."""
    if _saying.supposes(r.words, source.first, i) or _turned_round(r, source.first - 1, i):
        return True  # "Had anyone asked, they would have said so", "had Lee said so"
    opener = r.low(source.first - 1)
    if opener in ("if", "unless") or (opener in verbs.LETTING and start == i and cue.form & Form.BASE):
        return True
    passive = r.tag(i - 1) == tags.TO and r.low(i - 2).endswith("ed") and r.low(i - 2) not in cues.verbs()
    if passive and any(map(negation.says_not, r.words.lows[start:i])):
        return True  # "was not authorised to discuss it"
    group = [r.low(j) for j in range(start, i)]
    if _left_unsaid(r, cue, content, group):
        return True
    if verbs.HYPOTHETICAL.isdisjoint(group):
        return False
    asks = r.low(content.first) in closed.OPENS_A_QUESTION and any(map(negation.says_not, group))
    return not asks and "only" not in group


def _turned_round(r: Reading, i: int, verb: int) -> bool:
    """Whether an auxiliary opens its clause, before its subject: "[Had] Lee said so"; not "it [has] Lee saying so"."""
    opens = i == r.first or r.tag(i - 1) in (tags.MARK, tags.CONJUNCTION)
    return i >= r.first and opens and _saying.supposes(r.words, i, verb)


def _left_unsaid(r: Reading, cue: CueForm, content: Stretch, group: list[str]) -> bool:
    """ "did not say that he would go", "has never claimed [it was late]": the writer's own words of what somebody has
    left unsaid. Who denies nothing, says "not only" that, or keeps a question open still says something."""
    if not any(map(negation.says_not, group)) or not negation.PARTLY.isdisjoint(group):
        return False
    states = r.low(content.first) == "that" or _complements.opens_clause(r, content.first)
    asks = r.low(content.first) in closed.QUESTION
    return states and not asks and cue.verb.lemma not in statements.REVERSING

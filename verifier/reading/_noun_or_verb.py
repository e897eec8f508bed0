"""Words that could be a noun or the verb of saying: which of the two, by what stands around them."""

from __future__ import annotations

from verifier.english import closed, titles
from verifier.english.cues import CueForm, Takes
from verifier.english.inflection import Form
from verifier.reading import phrases, tags
from verifier.reading._complements import opens_clause
from verifier.reading._sentence import NOMINAL, VERBAL, Reading


def is_verb(r: Reading, i: int, cue: CueForm) -> bool:
    """Whether a word that could be a noun is the verb: the clause has none before it, and a clause or a particle that
    it takes follows: "polls show he leads", "an email shows the mill sent it", "residents worry about the quay"."""
    if r.low(i + 1) == "that" and cue.form & Form.THIRD:
        return True
    if _closes(r, i, cue):
        return True
    body = r.words.forms[i - 1].isupper()  # "the PBS debate": no plural
    if r.tag(i - 1) not in NOMINAL or body or not tags.agrees(r.low(i - 1), cue.form) or _acts_before(r, i):
        return False
    if cue.form & Form.BASE and (" " in cue.verb.lemma or r.tag(i + 1) in _OBJECT_BEGINS):
        return True
    opens = r.tag(i + 1) in _OBJECT_BEGINS or r.tag(i + 1) in (tags.DETERMINER, tags.PRONOUN, tags.CONTRACTED)
    return opens and bool(cue.verb.takes & Takes.ZERO) and opens_clause(r, i + 1)


def _closes(r: Reading, i: int, cue: CueForm) -> bool:
    """ "The quay is safe, the authors [write].": the plural behind the comma says what stands before it."""
    located = r.low(i + 1) in closed.LOCATES and r.low(phrases.skip_adjuncts(r, i + 1)) in closed.LOCATES | {".", ""}
    noun = r.tag(i - 1) == tags.NOUN or (r.tag(i - 1) == tags.NOUN_OR_VERB and r.low(i + 1) == "")  # "..., study finds"
    ends = (r.tag(i + 1) == tags.MARK or located) and noun and tags.agrees(r.low(i - 1), cue.form)
    if not ends or not cue.verb.takes & (Takes.QUOTE | Takes.ZERO):
        return False
    comma = phrases.phrase_start(r, i - 1) - 1
    return r.low(comma) == "," and any(r.tag(j) in VERBAL for j in range(r.first, comma))


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


def is_an_order(form: str) -> bool:
    """Whether a word with which a sentence opens before a participle can only order it: "[Try] asking"."""
    known = tags.verb_forms().get(form.lower(), 0) & Form.BASE
    return bool(known) and form[0].isupper() and not titles.is_given(form.lower())

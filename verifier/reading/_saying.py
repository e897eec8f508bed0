"""Small closed classes that the direct quotations need beside the lexicon of cues."""

from __future__ import annotations

from functools import cache

from verifier.english import closed, cues, grammar, nouns, numbers, people, sayers, saying, titles
from verifier.english.inflection import Form, forms
from verifier.reading.words import Words


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for form in cues.verbs() if cues.is_saying(form))


def is_verb(low: str) -> bool:
    """Whether the word is a form of a verb that stands beside a direct quotation."""
    return low in _verbs()


def quotes(words: Words, i: int) -> bool:
    """Whether a verb stands here that leads up to a quotation, with its particle where it needs one: "pointed out"."""
    low = words.lows[i]
    if is_verb(low):
        return True
    rows = cues.phrasal().get(low, ())
    following = tuple(words.lows[i + 1 : i + 2])
    return any(particles == following and verb.takes & cues.Takes.QUOTE for particles, verb, _ in rows)


def present(low: str) -> bool:
    """Whether the form is of the present alone, which a noun can look like: "press", "claims"."""
    known = cues.verbs().get(low)
    return known is not None and not known.form & ~(Form.BASE | Form.THIRD)


def agrees(words: Words, i: int) -> bool:
    """Whether the verb can be finite after the word before it: "Lee says", "critics say", not "a Times report"."""
    form = cues.verbs()[words.lows[i]].form
    if form & (Form.THIRD | Form.PAST):
        return True
    before = words.lows[i - 1] if i else ""
    return (
        bool(form & Form.BASE)
        and (before.endswith("s") or before in saying.PLURAL_SUBJECTS)
        and words.forms[i][0].islower()
    )


def acts(words: Words, i: int) -> bool:
    """Whether a word that can be a verb of saying is one here: not "a blog post", "50 questions", "the Post"."""
    before = words.lows[i - 1] if i else ""
    counted = before[:1].isdigit() or (before in numbers.COUNTS and present(words.lows[i]))  # "in five states"
    if before in saying.NOUN_AFTER or counted or (words.forms[i][0].isupper() and before[:1].isalnum()):
        return False
    if before in grammar.PREPOSITIONS and before not in saying.MODALS and present(words.lows[i]):
        return False  # "was met with chants of"
    known = cues.verbs().get(words.lows[i])
    following = words.lows[i + 1] if i + 1 < len(words) else ""
    if known is not None and known.form == Form.THIRD and (following == "of" or following in grammar.AUXILIARIES):
        return False  # "Republican claims of", "the states have"
    if known is not None and known.form == Form.PARTICIPLE and not _helped(words, i):
        return False  # "a kind of books known as"
    if known is None or known.form & ~Form.BASE:
        return True
    return before in saying.MODALS or agrees(words, i)


def _helped(words: Words, i: int) -> bool:
    """Whether an auxiliary stands before the participle, with nothing but adverbs between."""
    j = i - 1
    while j > 0 and words.lows[j] in saying.BETWEEN_SPEAKER_AND_VERB - grammar.AUXILIARIES:
        j -= 1
    return j >= 0 and (words.lows[j] in grammar.AUXILIARIES or words.lows[j].endswith(("'s", "’s", "'ve", "’ve")))


def is_made(words: Words, i: int) -> bool:
    """Whether what looks like a verb is the thing that a participle behind a mark makes: "..., drawing air [quotes]",
    "..., making wild [claims]"; the subject of a verb in the singular would have an article or a name."""
    known = cues.verbs().get(words.lows[i])
    if known is None or known.form != Form.THIRD:
        return False
    for j in range(i - 1, max(0, i - _MODIFIERS), -1):
        if words.forms[j][0].isupper() or not words.forms[j].isalpha() or words.lows[j] in _NO_MODIFIERS:
            return False
        if words.lows[j].endswith("ing"):
            return not words.forms[j - 1][0].isalnum()
    return False


_MODIFIERS = 5  # words from a participle to the noun that it makes
_NO_MODIFIERS = (
    closed.DETERMINERS_AND_POSSESSIVES
    | grammar.PREPOSITIONS
    | grammar.PRONOUNS
    | grammar.CONJUNCTIONS
    | saying.PRONOUNS
)


@cache
def issuing() -> frozenset[str]:
    """The forms of the verbs with which somebody puts a document out."""
    return frozenset(form for lemma in saying.ISSUES for form in forms(lemma))


@cache
def uttering() -> frozenset[str]:
    """The forms of the verbs by which a noun of saying is said by their subject."""
    return frozenset(form for lemma in saying.UTTERS for form in forms(lemma)) | _verbs()


def passive(words: Words, start: int, i: int) -> bool:
    """Whether the verb is a passive, whose subject is spoken to: "he was told", not "he was saying"."""
    known = cues.verbs().get(words.lows[i])
    if known is None or not known.form & Form.PARTICIPLE:
        return False
    j = i - 1
    while j > start and words.lows[j] in saying.BETWEEN_SPEAKER_AND_VERB and words.lows[j] not in grammar.BE:
        j -= 1
    return j >= start and words.lows[j] in grammar.BE


def suffered(words: Words, i: int) -> bool:
    """Whether a form of "be" stands right before the verb: "was criticised", "has been sharply called"; or what
    whoever does it would have done to somebody stands right behind: "Ministers accused of “lying”"."""
    known = cues.verbs().get(words.lows[i])
    if known is not None and known.verb.takes & cues.Takes.OBJECT_OF and words.low(i + 1) == "of":
        return bool(known.form & Form.PARTICIPLE)
    before = words.lows[i - 1] if i else ""
    if i > 1 and (before.endswith("ly") or before in grammar.ADVERBS):
        before = words.lows[i - 2]
    return before in grammar.BE and known is not None and bool(known.form & Form.PARTICIPLE)


def supposes(words: Words, opener: int, verb: int) -> bool:
    """Whether an auxiliary before its subject asks or supposes that somebody says it: "[Had] Lee said so", "[would] she
    say so"; not "[Will] Reed said so", "[Having] said so"."""
    low = words.lows[opener]
    known = cues.verbs().get(words.lows[verb])
    if known is None or opener >= verb - 1 or "," in words.forms[opener:verb]:
        return False  # "[Had] she won, Lee said so"
    if low in grammar.HAVE:
        return bool(known.form & Form.PARTICIPLE) and low != "having"
    base = known.form & Form.BASE or words.lows[verb - 1] in grammar.HAVE
    return bool(base) and low in grammar.MODALS | grammar.DO


def is_told(words: Words, i: int) -> bool:
    """Whether the subject of the verb is told or asked something: "the inquest was told", not "he was quoted"."""
    known = cues.verbs().get(words.lows[i])
    told = known is not None and bool(known.verb.takes & (cues.Takes.TOLD_THAT | cues.Takes.TOLD_WH))
    return told and suffered(words, i)


def phrase(words: Words, i: int) -> int:
    """How many words of a phrase that names a source begin here ("according to"); 0 for none."""
    low = words.lows[i]
    if low == "according" and i + 1 < len(words) and words.lows[i + 1] == "to":
        return 2
    return 1 if low == "per" else 0


def by_itself(noun: str, participle: str) -> bool:
    """Whether what a participle tells is the noun's right before it: "a hat reading", "a letter saying", "a man
    saying", not "left the room saying"."""
    if participle == "reading" or noun in nouns.DOCUMENTS | nouns.GROUPS | nouns.SIGNS | saying.UTTERANCES:
        return True
    if noun in titles.ROLES or noun in people.NOUNS or noun in people.ONE_OF_A_CROWD or noun in nouns.PEOPLE:
        return True
    one = noun.removesuffix("s")  # "would help farmers demanding a quay"
    return one != noun and (one in sayers.PEOPLE_AND_BODIES or one in people.ONE_OF_A_CROWD)

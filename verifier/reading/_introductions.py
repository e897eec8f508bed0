"""Lead-ins with a colon and no verb of saying: whose words a quotation is that a sentence introduces whatever its verb,
"Lee put it this way:", "The last word goes to Lee:", "Lee's verdict:"."""

from __future__ import annotations

from verifier.english import closed, cues, grammar, nouns, people, sayers, saying, titles, verbs
from verifier.english.everyday import everyday
from verifier.reading import _noun_phrases, _saying, tags
from verifier.reading._noun_phrases import FINITE
from verifier.reading._subjects import NO_NOUNS
from verifier.reading.words import Words

Cued = tuple[tuple[int, int], tuple[int, int]]
"""A cue and its subject, as indexes of tokens, both ends included."""
_NAMED = 8  # words of a name, or two, that a heading credits
_SOON = 4  # words behind a verb within which it tells whence something comes


def read(words: Words, start: int, last: int) -> Cued | None:
    """The cue and its subject in the sentence up to the colon behind ``last``."""
    if last < start:
        return None
    first = start
    while first < last and words.lows[first] in saying.BETWEEN_SPEAKER_AND_VERB:
        first += 1
    for j in range(first + 1, min(last + 1, first + 20)):
        low = words.lows[j]
        named = words.forms[j - 1][0].isupper() or words.forms[j - 1].isdigit()
        known = low in verbs.COMMON or (named and tags.verb_forms().get(low, 0) & FINITE)
        if known or (low.endswith("ed") and words.forms[j][0].islower()):
            if any(words.lows[k] == "that" and words.lows[k + 1] in closed.SUBJECTS for k in range(j + 1, last)):
                return None  # "She drove so badly that I gave in:" is followed by either's words
            come = _whence(words, first, j, last) or _whose_way(words, first, j, last) or _by_whom(words, j, last)
            if come is None and _whose_turn(words, first, last) is not None:
                break
            subject = come or (first, _noun_phrases.trim(words, first, j - 1))
            whose = _whose_words(words, subject)
            return ((j, last), whose or subject) if whose or come or _acts(words, subject, j) else None
    turn = _whose_turn(words, first, last)
    if turn is not None:
        return ((turn - 1, turn), (turn + 1, last)) if _is_of_saying(words, range(first, turn - 1)) else None
    who = _whose_words(words, (first, last)) or _only_named(words, first, _named_end(words, first, last))
    return ((last, last), who) if who is not None else None


def _acts(words: Words, subject: tuple[int, int], verb: int) -> bool:
    """Whether the subject is whoever does it: not the "it" of "it was left to the guide to lead him:", nor a phrase
    with a source of its own in it, "His reply, according to Ann Lee, who was there, came at once:"."""
    first, last = subject
    if first == last and words.lows[first] in closed.EMPTY_SUBJECTS:
        return words.lows[verb] not in grammar.BE | saying.GOES_TO
    return not any(_saying.phrase(words, i) for i in range(first, last + 1))


def _named_end(words: Words, first: int, last: int) -> int:
    """The last word of a phrase without the adverb that hangs on it behind a comma: "[Ann Lee], meanwhile:"."""
    hangs = last - first > 1 and words.lows[last] in saying.WHEN and words.forms[last - 1] == ","
    return last - 2 if hangs else last


def _only_named(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """A phrase without a verb that names whoever speaks: "The mayor, Ann Lee (D-Ohio):"."""
    things = (i for i in range(first + 1, last) if words.lows[i] in closed.ARTICLES and not _says_what(words, first, i))
    bracket = words.forms[last] == ")" and "(" in words.forms[first:last]
    end = words.forms.index("(", first) if bracket else last  # "Ann Lee (D-Ohio):"
    if (
        words.lows[first] in grammar.PREPOSITIONS
        or end - first >= _NAMED
        or any(words.lows[i - 1] not in NO_NOUNS for i in things)
    ):
        return None  # "The clerks saw the laugh line:" is a clause, though no table holds its verb
    return (first, last) if _may_speak(words, range(first, last + 1)) else None


def _may_speak(words: Words, phrase: range) -> bool:
    """Whether a phrase is whoever or whatever can say something, where it is no name: "the vicar", "a passer-by", "the
    letter"; not "the answer", "a surprise", which only lead up to what somebody says."""
    if words.lows[phrase.start] not in closed.ARTICLES:
        return True
    head = _noun_phrases.head(words, phrase)
    if any(words.forms[i][0].isupper() for i in phrase[1:]):  # not "the answer to Ann Lee's letter"
        return head in sayers.WITH_WORDS or not (head in saying.TURNS_TO_SPEAK or head in cues.nouns())
    one = head.removesuffix("s")
    tellers = sayers.WITH_WORDS | nouns.SIGNS | saying.UTTERANCES | people.ONE_OF_A_CROWD
    if not tellers.isdisjoint((head, one)) or any(head.endswith(age) for age in people.OF_AN_AGE):
        return True
    return one.endswith(people.AGENTS) and one not in saying.TURNS_TO_SPEAK  # "answer" ends as "farmer" does


def _says_what(words: Words, first: int, article: int) -> bool:
    """Whether behind a whole name a comma and an article tell what its bearer is: "Ann Lee, [a] toxicologist:"."""
    named = article - 2 > first and words.forms[article - 2][0].isupper()
    return named and words.forms[article - 1] == ","


def _whose_words(words: Words, subject: tuple[int, int]) -> tuple[int, int] | None:
    """Whose words they are: "[His] last words were:", "[Ann Lee]'s verdict:"; None where the subject is no words."""
    first, last = subject
    end = next((i for i in range(first + 1, last + 1) if words.lows[i] in closed.ENDS_HEAD), last + 1)
    marks = [i for i in range(first + 1, end) if words.lows[i] in closed.AFTER_AN_OWNER]
    if not marks and words.lows[first] not in closed.POSSESSIVES_OF_OTHERS:
        return None
    owner = marks[-1] - 1 if marks else first  # "[his mother]'s answer"
    return (first, owner) if _is_of_saying(words, range(owner + 1 + bool(marks), last + 1)) else None


def judged(words: Words, be: int, stop: int) -> tuple[tuple[int, int], int] | None:
    """Whose words they are behind them, with the cue: "..." was [her] verdict, was [Ann Lee]'s answer."""
    last = _noun_phrases.noun_phrase_end(words, be + 1, min(stop, be + 1 + _NAMED))
    owner = _whose_words(words, (be + 1, last)) if last > be + 1 else None
    return (owner, be) if owner is not None else None


def _whence(words: Words, first: int, verb: int, last: int) -> tuple[int, int] | None:
    """Whom a thing comes from that is no person: "The sharpest reply came from [Ann Lee], who ran the mill:"."""
    source = next((i for i in range(verb + 1, min(verb + _SOON, last)) if words.lows[i] == "from"), None)
    if source is None:
        return None
    thing = next((i - 1 for i in range(first + 1, verb) if words.lows[i] in NO_NOUNS), verb - 1)
    low = words.lows[thing]
    act = low in tags.verb_forms()  # "offer" ends as "farmer" does
    does = low.endswith(people.ENDINGS) and not act
    if does or low in titles.ROLES or low in people.NOUNS:
        return None
    end = _noun_phrases.noun_phrase_end(words, source + 1, last + 1)
    closes = end == last or (end < last and words.forms[end + 1] in (",", "("))
    return (source + 1, end) if closes and (words.forms[thing].islower() or everyday(low)) else None


def _by_whom(words: Words, verb: int, last: int) -> tuple[int, int] | None:
    """Who does it in a passive that gives the word to somebody else: "He was contradicted by [the mayor, Ann Lee]:"."""
    if words.lows[verb] not in grammar.BE:
        return None
    by = next((i for i in range(verb + 2, min(verb + _SOON, last)) if words.lows[i] == "by"), None)
    if by is None or words.lows[by - 1] not in saying.TAKES_THE_WORD:
        return None
    return by + 1, _noun_phrases.noun_phrase_end(words, by + 1, last + 1)


def _whose_turn(words: Words, first: int, last: int) -> int | None:
    """The "to" behind which stands whoever something goes to, and nothing else: "The last word goes [to] Ann Lee,
    the mayor:"."""
    at = next(
        (i for i in range(first + 2, last) if words.lows[i] == "to" and words.lows[i - 1] in saying.GOES_TO), None
    )
    if at is None:
        return None
    if words.lows[at + 1] not in closed.ONE_SPEAKER and not any(f[0].isupper() for f in words.forms[at + 1 : last + 1]):
        return None  # "The advice fell to pieces:"
    end = _noun_phrases.noun_phrase_end(words, at + 1, last + 1)
    return at if end == last or (end < last and words.forms[end + 1] in (",", "(")) else None


def _is_of_saying(words: Words, thing: range) -> bool:
    """Whether the thing is words or a turn to speak, no prize and no key."""
    last = _noun_phrases.trim(words, thing.start, thing.stop - 1)
    head = _noun_phrases.head(words, range(thing.start, last + 1))
    return head in saying.TURNS_TO_SPEAK or head in cues.nouns()


def _whose_way(words: Words, first: int, verb: int, last: int) -> tuple[int, int] | None:
    """Who does it in a clause that a pointing word stands for: "This is how [Ann Lee] sees it:"."""
    opens = words.lows[verb - 1] in closed.POINTS_AHEAD and verb - first <= 2 and words.lows[verb] in grammar.BE
    if not opens or verb + 2 > last or words.lows[verb + 1] not in closed.QUESTION:
        return None
    end = last - 2  # "sees it"
    acts = end >= verb + 2 and words.lows[last] == "it" and tags.verb_forms().get(words.lows[last - 1], 0) & FINITE
    nobody_else = _noun_phrases.noun_phrase_end(words, verb + 2, end + 1) == end
    return (verb + 2, end) if acts and nobody_else else None

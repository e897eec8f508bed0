"""Who may be a speaker: the one place that decides.

Words that stand where a subject stands need not name anybody: a figure, an age, a day, a pronoun that nothing
resolves, half of a clause. Every list of speakers asks here (the report's speakers, the roster, what a model may choose
from), and where the answer is no, nobody is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from verifier.english import calendar, closed, cues, nouns, numbers, people, places, sayers, units
from verifier.english import grammar as lex
from verifier.english.inflection import plural
from verifier.reading import words

_FIGURES = numbers.COUNTS.union(numbers.PARTS_IN_WORDS)
_TIMES = lex.TIMES | {plural(time) for time in lex.TIMES if time.isalpha()}
_PRONOUNS = lex.PRONOUNS | lex.CONTRACTED | lex.POSSESSIVES | closed.DEMONSTRATIVES | closed.RELATIVES_TO_PEOPLE
_BESIDE_A_TIME = lex.DETERMINERS | calendar.BEFORE_A_TIME | calendar.NEAR_A_TIME
_NO_NOUN = lex.ADVERBS | lex.PREPOSITIONS | lex.SUBORDINATORS | lex.CONJUNCTIONS | lex.AUXILIARIES | lex.ADJECTIVES
_OPENS_A_CLAUSE = lex.PREPOSITIONS | lex.SUBORDINATORS | lex.CONJUNCTIONS | lex.AUXILIARIES | closed.LIKE_PREPOSITIONS
_BESIDE_A_FIGURE = lex.DETERMINERS | lex.PREPOSITIONS | lex.ADVERBS | units.PERCENT | numbers.SHARES_IN_WORDS
_NO_END = closed.ARTICLES | lex.PREPOSITIONS
_AFTER_A_PARTICIPLE = lex.DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS


@lru_cache(maxsize=4096)
def may_speak(name: str, *, known: bool = False) -> bool:
    """Whether a speaker can be called this; ``known`` where the words are one of the article's names.

    No figure, age, date, clause, affiliation ("R-Texas") or pronoun is anybody. Of a known name only the kind of words
    is asked, as "May" and "Will" are people, too.
    """
    forms, lows = _words(name)
    if not lows or _counted(lows) or _is_pronoun(lows) or is_affiliation(name):
        return False
    # "the authors of the", not "a clerk who came by"
    open_end = len(lows) > 1 and forms[-1].islower() and lows[-1] in _NO_END and "who" not in lows
    return known or not (
        open_end or _is_time(lows) or _is_part_of_a_clause(forms, lows) or not _has_a_noun(forms, lows)
    )


@lru_cache(maxsize=4096)
def is_figure(name: str) -> bool:
    """ "44", "47 %", "nearly 48", "the four", "sixty-six percent", "four in ten": nothing that is counted."""
    return _counted(_words(name)[1])


def _words(name: str) -> tuple[list[str], list[str]]:
    forms = [form for form in words.forms_of(name) if form[0].isalnum() or form == "%"]
    return forms, [form.lower() for form in forms]


def _counted(lows: Sequence[str]) -> bool:
    figures = sum(map(_counts, lows))
    return figures > 0 and all(_counts(low) or low in _BESIDE_A_FIGURE for low in lows)


def _counts(low: str) -> bool:
    return low[0].isdigit() or low in numbers.ORDINAL_WORDS or all(part in _FIGURES for part in low.split("-"))


def _is_pronoun(lows: Sequence[str]) -> bool:
    """ "he", "they've", "these", "their": words that stand for somebody whom nothing here names."""
    if len(lows) > 1:
        return False
    [low] = lows
    return low in _PRONOUNS


def is_affiliation(name: str) -> bool:
    """ "R-Texas", "D-N.C.": a party's letter and a state."""
    party, hyphen, state = name.partition("-")
    return bool(hyphen) and len(party) == 1 and party.isupper() and state.rstrip(",") in places.STATES


def _is_time(lows: Sequence[str]) -> bool:
    """ "Friday", "last week", "the past 13 days"."""
    timed = any(low in _TIMES for low in lows)
    return timed and all(low in _TIMES or low in _BESIDE_A_TIME or _counts(low) for low in lows)


def is_part_of_a_clause(name: str) -> bool:
    """Whether the words are no whole phrase, whatever name stands among them: "out to voters near Ann Lee"."""
    return _is_part_of_a_clause(*_words(name))


def _is_part_of_a_clause(forms: Sequence[str], lows: Sequence[str]) -> bool:
    """ "whether the bridge would hold", "living in Porto", "out to voters", "she saw the mayor"."""
    opens = forms[0].islower() or (len(forms) > 1 and forms[1].islower())
    counted = len(lows) > 1 and _counts(lows[1])  # "about 40 people"
    if opens and lows[0] in _OPENS_A_CLAUSE and not counted and not (lows[0] == "that" and len(lows) == 2):
        return True
    if len(lows) > 1 and _counts(lows[0]) and lows[1] == "to" and not any(map(_counts, lows[2:3])):
        return True  # "300,000 to a group", not "three to four traders"
    if lows[0] in closed.PARTICLES and len(lows) > 1 and lows[1] in (*lex.PREPOSITIONS, "to"):
        return not any(map(_counts, lows[2:4]))  # "out of the talks", not "up to 40 people"
    participle = forms[0].islower() and lows[0].endswith("ing")
    if participle and (len(lows) == 1 or lows[1] in _AFTER_A_PARTICIPLE or _counts(lows[1])):
        return True
    if len(lows) > 1 and (_does_with_somebody(forms, lows) or (lows[0] in lex.POSSESSIVES and lows[1] in _NO_END)):
        return True  # "her a majority", not "her mother"
    return any(low in closed.SUBJECTS for low in lows)


def _does_with_somebody(forms: Sequence[str], lows: Sequence[str]) -> bool:
    """Whether the words begin with what somebody does to the others: "debated Ann Lee", "convince some mayors", "asking
    sailors a question"; not "suspected arsonists", whom the verb tells of."""
    if not forms[0].islower() or lows[0] not in cues.verbs():
        return False
    if lows[0].endswith("ing"):
        return cues.is_saying(lows[0])
    tells_which = lows[0] in people.MADE or cues.is_saying(lows[0])
    return (lows[0].endswith("ed") and forms[1][0].isupper() and not tells_which) or lows[1] in lex.DETERMINERS


def _has_a_noun(forms: Sequence[str], lows: Sequence[str]) -> bool:
    """Whether the phrase has a head that can be somebody: not "the", "more heated", "an early"; a common noun alone is
    nobody where it is neither several nor a body ("candidate", "interview")."""
    end = next((i for i, low in enumerate(lows) if i and low in closed.ENDS_HEAD), len(lows))
    head = lows[end - 1]
    if head in closed.SOME or head in closed.SEVERAL:
        return True
    if len(lows) == 1 and forms[0].islower():
        told = head in cues.nouns() and head.removesuffix("s") not in nouns.DOCUMENTS  # "questions" are what is said
        return head in lex.PLURALS or head in nouns.GROUPS or (_is_plural(head) and not told)
    if end > 1 and (forms[end - 1][0].isupper() or head in sayers.ONE_PERSON):
        return True  # "its policy chief"
    cut = len(lows) == _FIGURE or (len(lows) > _FIGURE and lows[-_FIGURE - 1] in lex.PREPOSITIONS)
    if cut and lows[-_FIGURE][0].isdigit() and _one_of_several(lows[-_FIGURE:]):
        return False  # "8 election", "its forecast by 0.1 percentage"
    return (head not in _NO_NOUN and head not in lex.DETERMINERS) or ("the" in lows[:end] and head in lex.ADJECTIVES)


def _one_of_several(lows: Sequence[str]) -> bool:
    """Whether a noun in the singular follows a figure above one that is no year: cut off from what it belongs to."""
    figure = lows[0].replace(".", "")
    counts = figure.isdigit() and figure != "1" and not (len(figure) == len(lows[0]) == _YEAR)
    return counts and not _is_plural(lows[1]) and "-" not in lows[1]


_YEAR = 4  # digits
_FIGURE = 2  # words of a figure and what it counts


def _is_plural(low: str) -> bool:
    return low in nouns.PLURAL_HEADS or (low.endswith("s") and low[-2:] not in nouns.NO_PLURAL_ENDINGS)

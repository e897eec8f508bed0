"""Cues in the middle of a sentence: the second of one sentence, and one that what is said goes on around.

"A," he said, adding: "B"; The quay, she said, "is lost"; The quay was empty, he added, but "we will stay".
"""

from __future__ import annotations

from verifier.english import closed, saying
from verifier.reading import _gaps, _noun_phrases, _saying, _subjects
from verifier.reading._gaps import Said
from verifier.reading.words import Words


def of(words: Words, quotation: int, first: Said) -> Said | None:
    """ "A," he said, adding: "B": the second verb has the first one's subject."""
    own = _gaps.before(words, first.cue[1] + 1, quotation)
    if own is not None and own.subject is not None and _names_another(words, first.cue[1] + 1, own):
        return own
    for i in range(quotation - 1, max(first.cue[1], quotation - 8), -1):
        if _saying.is_verb(words.lows[i]) and (words.lows[i].endswith("ing") or words.lows[i - 1] in ("and", "then")):
            return Said((i, i), first.subject)
    return None


def _names_another(words: Words, start: int, said: Said) -> bool:
    """ "A," Lee said, and Holt added: "B": the second verb has a subject of its own, behind "and" or "though"."""
    assert said.subject is not None  # noqa: S101 - the caller has looked
    first = said.subject[0]
    if words.lows[first] == "who":
        return True  # "A," Lee said to Holt, who replied: "B"
    opens = first > start and words.lows[first - 1] in closed.NEW_CLAUSE | closed.SUBORDINATE
    somebody = closed.SUBJECTS | closed.ARTICLES | closed.POSSESSIVES_OF_OTHERS
    return opens and (words.forms[first][0].isupper() or words.lows[first] in somebody)


def with_subject(words: Words, low: int, quotation: int, said: Said) -> Said:
    """The cue with its subject, where it is a participle right behind another quotation of its sentence: "Lee mocked
    the “experts,” [saying], “B”"."""
    verb = said.cue[0]
    if said.subject is not None or not words.lows[verb].endswith("ing"):
        return said
    start = _noun_phrases.sentence_start(words, low, quotation)
    if words.forms[start] in _noun_phrases.OPENING:
        return said
    found = _subjects.subject_before(words, start, verb)
    return Said(said.cue, found) if found is not None and words.forms[found[0]][0].isalnum() else said


def inserted(words: Words, start: int, quotation: int) -> Said | None:
    """The cue between two commas right before the quotation, with its subject, behind the beginning of what is said:
    "The quay was empty[, he added,] but “we will stay”"."""
    comma = quotation - 1
    if comma == start or not words.forms[quotation + 1][0].islower():
        return None
    if words.lows[comma] in closed.COORDINATORS:
        comma -= 1
    cue = comma - 1
    if cue - 2 <= start or words.forms[comma] != "," or words.lows[cue] not in saying.ONLY_SAYING:
        return None
    before = next((i for i in range(cue - 1, max(start, cue - _SUBJECT), -1) if words.forms[i] == ","), None)
    named = before is not None and (
        words.forms[before + 1][0].isupper()
        or words.lows[before + 1] in saying.PRONOUNS
        or words.lows[before + 1] in closed.ARTICLES
    )
    if before is None or not named or before + 1 == cue or words.lows[cue - 1] in closed.LINKS_A_VERB:
        return None
    return Said((cue, cue), (before + 1, cue - 1))


_SUBJECT = 6  # words of a subject in the middle of what it says

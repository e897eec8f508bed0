"""The cue in the words behind a quotation: "he said", "said Ann Lee, the mayor"."""

from __future__ import annotations

from verifier.english import closed, cues, grammar, saying, titles, verbs
from verifier.english.inflection import Form
from verifier.reading import _noun_phrases, _saying, tags
from verifier.reading._gaps import REACH, Said, agent, cue_end
from verifier.reading._noun_phrases import CLOSING, COMMAS, OPENING
from verifier.reading.words import Words

_INNER = frozenset(("'", "’"))


def after(words: Words, start: int, end: int, *, whole: bool) -> Said | None:
    """The cue in the words after a quotation: "he said", "said Ann Lee, the mayor".

    ``whole`` says that the quotation can end an utterance there (a comma, a question mark), so that an unknown verb
    may be the cue as well.
    """
    i = start
    while i < end and (words.forms[i] in COMMAS or words.forms[i] in _INNER):
        i += 1
    end = min(end, i + REACH)
    while i < end and words.lows[i] in saying.BETWEEN_SPEAKER_AND_VERB:
        i += 1
    if i >= end or (words.lows[i] in closed.QUESTION and words.lows[i - 1] in grammar.BE):
        return None  # "..." is how Ann Lee sums it up
    width = _saying.phrase(words, i)
    if width or words.lows[i] in saying.COMES:
        return _of_phrase(words, i, width, end) if width else _comes_from(words, i, end)
    named = words.forms[i][0].isupper() and i + 1 < end and words.lows[i + 1] in saying.ONLY_SAYING
    unknown = whole and words.lows[i].endswith("ed") and words.forms[i].islower() and i + 1 < end
    unknown = unknown and not _is_done_to(words.lows[i])
    if unknown and _is_somebody(words, i + 1):  # "...," remembered Ann Lee; deadpanned her husband
        return _inverted(words, i, end)
    if _saying.is_verb(words.lows[i]) and not named and not _only_a_noun(words, i, end):  # "Read said": a name
        return _inverted(words, i, end)
    if words.lows[i] in _NO_SUBJECT and not named:
        return _behind_the_clause(words, i, end) if words.lows[i] in _GOES_ON else None
    acts = words.forms[i][0].isalnum() and not _tells(words, i)
    return _subject_first(words, i, end, whole) if acts else None


_NO_SUBJECT = closed.NOT_A_SUBJECT | closed.LIKE
_GOES_ON = (grammar.PREPOSITIONS | {"to", "that"}) & _NO_SUBJECT


def _comes_from(words: Words, i: int, end: int) -> Said | None:
    """Whose answer it is: "..." *came the reply from* Ann Lee, the mayor."""
    source = next((j for j in range(i + 2, min(i + _TO_ITS_SOURCE, end - 1)) if words.lows[j] == "from"), None)
    if source is None or words.lows[i + 1] not in closed.ARTICLES:
        return None
    if words.lows[source - 1] not in saying.TURNS_TO_SPEAK and words.lows[source - 1] not in cues.nouns():
        return None
    return Said((i, source), (source + 1, _noun_phrases.noun_phrase_end(words, source + 1, end)))


_TO_ITS_SOURCE = 6
"""Words from "came" to "from": "came the swift reply from"."""


def _is_done_to(low: str) -> bool:
    """Whether a verb of judging hands on no words: "who called it “a mess,” [portrayed] his rival as late"."""
    known = cues.verbs().get(low)
    return known is not None and known.verb.kind == "judge" and not known.verb.takes & cues.Takes.QUOTE


def _behind_the_clause(words: Words, start: int, end: int) -> Said | None:
    """The cue behind what goes on from a quotation up to a comma: "..." for the quays of the city, [said] Ann Lee."""
    for i in range(start + 1, end - 1):
        if _noun_phrases.ends_sentence(words, i, end) or words.forms[i] in OPENING or words.lows[i] in (":", ";"):
            return None
        if words.forms[i] != ",":
            continue
        if words.lows[i + 1] in saying.ONLY_SAYING:
            return _inverted(words, i + 1, end)
        if (
            words.forms[i + 1][0].isupper()
            or words.lows[i + 1] in saying.PRONOUNS
            or words.lows[i + 1] in closed.ARTICLES
        ):
            found = _subject_first(words, i + 1, end, whole=False)
            if found is not None and words.lows[found.cue[0]] in saying.ONLY_SAYING and _one(words, found):
                return found
    return None


def _one(words: Words, said: Said) -> bool:
    """Whether the subject is not two: of "partners, Lee said" only the second speaks."""
    assert said.subject is not None  # noqa: S101 - the caller's are clauses
    if words.lows[said.subject[0]] in closed.RELATIVES_TO_PEOPLE:
        return False
    return words.forms[said.cue[0] - 1] == "," or "," not in words.forms[said.subject[0] : said.subject[1]]


def _tells(words: Words, i: int) -> bool:
    """Whether a participle goes on about what was said: "..., referring to the wall, the Herald reported"."""
    nxt = words.lows[i + 1] if i + 1 < len(words) else ""
    return words.forms[i].islower() and words.lows[i].endswith("ing") and (nxt == "to" or nxt in grammar.PREPOSITIONS)


def _is_somebody(words: Words, i: int) -> bool:
    if words.forms[i][0].isupper() or words.lows[i] in closed.POSSESSIVES_OF_OTHERS:
        return True
    role = next((j for j in range(i, min(i + _ROLE, len(words) - 1)) if words.lows[j] in titles.ROLES), None)
    if role is None or not words.forms[role + 1][0].isupper():
        return False
    return all(form.islower() and form.isalpha() for form in words.forms[i : role + 1])  # "[team manager] Ann Lee"


_ROLE = 3
"""Words of a role before a name."""


def _of_phrase(words: Words, i: int, width: int, end: int) -> Said | None:
    last = _noun_phrases.noun_phrase_end(words, i + width, end)
    return Said((i, i + width - 1), (i + width, last)) if last >= i + width else None


def _inverted(words: Words, i: int, end: int) -> Said | None:
    subject = i + 1
    if subject < end and words.lows[subject] in saying.BETWEEN_SPEAKER_AND_VERB:
        subject += 1
    if subject >= end or words.lows[subject] in closed.NOT_A_SUBJECT or not words.forms[subject][0].isalnum():
        return None
    clause = words.lows[subject] in closed.SUBJECTS and words.forms[min(subject + 1, end - 1)][0].isalnum()
    if words.forms[i].lower().endswith("ing") or clause:  # "..., said she would stay"
        return None
    last = _noun_phrases.noun_phrase_end(words, subject, end)
    if _has_its_verb(words, subject, last):
        return None  # Lee, citing “duties,” said [the quay could be shut]
    if subject < last < len(words) - 1 and _opens_its_reason(words, subject, last):
        return None  # ..., star of “The Quay,” thanked Ann Lee for “taking part”
    if subject <= last < end - 2 and words.lows[last] in saying.UTTERANCES and words.lows[last + 1] == "from":
        subject = last + 2  # "read a statement from [the family]"
        last = _noun_phrases.noun_phrase_end(words, subject, end)
    return Said((i, i), (subject, last)) if last >= subject else None


def _has_its_verb(words: Words, subject: int, last: int) -> bool:
    """Whether what looks like a subject is a clause of its own, up to a relative one: "the quay [could] be shut"."""
    for i in range(subject + 1, last + 1):
        if words.lows[i] in closed.RELATIVES:
            return False
        if words.forms[i] in grammar.AUXILIARIES:
            return True
    return False


def _opens_its_reason(words: Words, subject: int, last: int) -> bool:
    """Whether what looks like a subject ends before marks in what it is thanked or mocked for."""
    ends = words.lows[last] in grammar.PREPOSITIONS and words.forms[last + 1] in OPENING
    return ends and "," not in words.forms[subject:last]


def _only_a_noun(words: Words, i: int, end: int) -> bool:
    """Whether a form that can be a verb opens the subject: "..., [press secretary] Ann Lee said", "[claims adjuster]
    Bob Lee told us". A verb in the present is one where nothing that only says comes after its noun phrase."""
    if not _saying.present(words.lows[i]):
        return False
    last = _noun_phrases.noun_phrase_end(words, i + 1, end, stop_at_verbs=True)
    return last > i and last + 1 < end and words.lows[last + 1] in saying.ONLY_SAYING


def _subject_first(words: Words, i: int, end: int, whole: bool) -> Said | None:
    aside = False
    bracket = 0
    for j in range(i, end):
        low = words.lows[j]
        if low in "([":
            bracket += 1
        elif low in ")]":
            bracket = max(0, bracket - 1)
        if bracket:
            continue
        if low in OPENING and not any(words.forms[k] in CLOSING for k in range(j + 2, min(j + 4, end))):
            return None
        if low == ",":
            aside = False
        elif low in closed.RELATIVES and j > i:
            aside = True
        elif _noun_phrases.ends_sentence(words, j, end) or (not aside and _tells_more(words, j)):
            return None
        elif j > i and not aside and _cue_here(words, i, j, whole):
            said = _told(words, i, j, end)
            own = not whole and (_is_a_clause(words, i, j) or _is_all(words, i, j, end))
            return None if own or _says_nothing(words, j) else said
    return None


def _told(words: Words, i: int, cue: int, end: int) -> Said:
    """The verb with its subject; with whoever it names behind "by" where the subject only hears it: "..., the inquest
    was told"."""
    if _saying.is_told(words, cue):
        return Said((cue, cue), agent(words, cue, end))
    return Said((cue, cue_end(words, cue, end)), (i, _noun_phrases.trim(words, i, cue - 1)))


def _tells_more(words: Words, i: int) -> bool:
    """Whether a verb stands before the cue that is no part of it, so that the cue is another sentence's: "The engineers
    [will] hang weights on it, Ann Lee said"."""
    return words.lows[i] in verbs.OF_A_SENTENCE and not any(map(_saying.is_verb, words.lows[i + 1 : i + 4]))


def _is_a_clause(words: Words, i: int, cue: int) -> bool:
    """Whether a sentence behind a finished quotation has its own statement: "The engineers hung weights on it, Ann Lee
    *said*"; what stands beside a name has a comma on either side."""
    return words.forms[i][0].isupper() and "," in words.forms[i : cue - 1] and words.forms[cue - 1] != ","


def _is_all(words: Words, i: int, cue: int, end: int) -> bool:
    """Whether "The lawyer *sighed*." is all of a sentence behind a finished quotation: what he does on hearing it."""
    alone = cue + 1 >= end or _noun_phrases.ends_sentence(words, cue + 1, end)
    alone |= words.low(cue + 1) == "and" and _acts(words, cue + 2)  # "Lee sighed and left the room."
    return words.forms[i][0].isupper() and alone and words.lows[cue] not in saying.ONLY_SAYING


def _acts(words: Words, i: int) -> bool:
    """Whether a word is a verb in the past that says nothing."""
    return bool(tags.verb_forms().get(words.low(i), 0) & Form.PAST) and not _saying.is_verb(words.low(i))


def _says_nothing(words: Words, cue: int) -> bool:
    """Whether whoever is asked keeps silent: "Lee *said* nothing.", "Lee *said* nothing and left"; "said nothing was
    lost" tells what is not so."""
    closes = cue + 2 >= len(words) or not words.forms[cue + 2][0].isalnum() or words.low(cue + 2) in closed.ENDS_SILENCE
    return words.low(cue + 1) == "nothing" and closes


def _cue_here(words: Words, i: int, j: int, whole: bool) -> bool:
    low = words.lows[j]
    if _saying.is_verb(low):
        if _saying.is_made(words, j):
            return False
        return words.lows[j - 1] not in saying.NOUN_AFTER and words.lows[j - 1] != "to" and _saying.agrees(words, j)
    close = whole and (words.forms[j - 1][0].isupper() or words.lows[j - 1] in saying.PRONOUNS)
    done = low.endswith("ed") or _is_a_gesture(words, j)
    return close and done and words.forms[j][0].islower() and j - i < 4


def _is_a_gesture(words: Words, j: int) -> bool:
    """Whether a verb in the present stands alone behind its subject: "he [shrugs].", "Lee [grins] as she leaves"."""
    after = words.low(j + 1)
    alone = not after[:1].isalnum() or after in closed.MEANWHILE or after in ("with", "at") or after.endswith("ly")
    return alone and words.lows[j] in saying.GESTURES

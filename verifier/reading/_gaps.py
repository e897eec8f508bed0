"""The words between quotations: where their verb of saying stands, and who says so behind it or before it."""

from __future__ import annotations

from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, grammar, names, people, saying, titles, verbs
from verifier.english.everyday import everyday
from verifier.reading import _noun_phrases, _saying, _subjects, tags
from verifier.reading._noun_phrases import CLOSING, COMMAS, DASHES, FINITE, OPENING
from verifier.reading._subjects import NO_NOUNS
from verifier.reading.words import Words

_INNER = frozenset(("'", "’"))
_LONG = 400  # words of a quotation with which a sentence begins
_REACH = 45  # words between a quotation and its cue
_SOON = 4  # words behind a verb within which it tells whence something comes


class Said(NamedTuple):
    """A cue and its subject, as indexes of tokens, both ends included."""

    cue: tuple[int, int]
    subject: tuple[int, int] | None


def after(words: Words, start: int, end: int, *, whole: bool) -> Said | None:
    """The cue in the words after a quotation: "he said", "said Ann Lee, the mayor".

    ``whole`` says that the quotation can end an utterance there (a comma, a question mark), so that an unknown verb
    may be the cue as well.
    """
    i = start
    while i < end and (words.forms[i] in COMMAS or words.forms[i] in _INNER):
        i += 1
    end = min(end, i + _REACH)
    while i < end and words.lows[i] in saying.BETWEEN_SPEAKER_AND_VERB:
        i += 1
    if i >= end:
        return None
    width = _saying.phrase(words, i)
    if width:
        return _of_phrase(words, i, width, end)
    named = words.forms[i][0].isupper() and i + 1 < end and words.lows[i + 1] in saying.ONLY_SAYING
    unknown = whole and words.lows[i].endswith("ed") and words.forms[i].islower() and i + 1 < end
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
    return words.forms[i][0].isupper() or words.lows[i] in closed.POSSESSIVES_OF_OTHERS


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
            said = Said((j, _cue_end(words, j, end)), (i, _noun_phrases.trim(words, i, j - 1)))
            return None if not whole and _is_a_clause(words, i, j) else said
    return None


def _tells_more(words: Words, i: int) -> bool:
    """Whether a verb stands before the cue that is no part of it, so that the cue is another sentence's: "The engineers
    [will] hang weights on it, Ann Lee said"."""
    return words.lows[i] in verbs.OF_A_SENTENCE and not any(map(_saying.is_verb, words.lows[i + 1 : i + 4]))


def _is_a_clause(words: Words, i: int, cue: int) -> bool:
    """Whether a sentence behind a finished quotation has its own statement: "The engineers hung weights on it, Ann Lee
    *said*"; what stands beside a name has a comma on either side."""
    return words.forms[i][0].isupper() and "," in words.forms[i : cue - 1] and words.forms[cue - 1] != ","


def _cue_here(words: Words, i: int, j: int, whole: bool) -> bool:
    low = words.lows[j]
    if _saying.is_verb(low):
        if _saying.is_made(words, j):
            return False
        return words.lows[j - 1] not in saying.NOUN_AFTER and words.lows[j - 1] != "to" and _saying.agrees(words, j)
    close = whole and (words.forms[j - 1][0].isupper() or words.lows[j - 1] in saying.PRONOUNS)
    return close and low.endswith("ed") and words.forms[j][0].islower() and j - i < 4


def _cue_end(words: Words, j: int, end: int) -> int:
    """The last word of a cue of several: "went on", "pointed out"."""
    particle = words.lows[j + 1] if j + 1 < end else ""
    goes_on = particle == "on" and words.lows[j] in saying.GOES_ON
    return j + 1 if goes_on or particle in ("out", "back") else j


def before(words: Words, start: int, end: int) -> Said | None:
    """The cue in the words that lead up to a quotation: "He said: ", "She told the court that"."""
    i = end - 1
    colon = i >= start and words.forms[i] == ":"
    while i >= start and (words.forms[i] in COMMAS or words.lows[i] in (":", "that")):
        i -= 1
    if colon and (credit := _behind_a_dash(words, start, i)) is not None:
        return credit
    if i < end - 1 and words.forms[i + 1] == ",":
        i = _before_clause(words, start, i)
    start = _past_clause(words, start, i)
    found = _verb_before(words, start, i)
    return _introduced(words, start, i) if found is None and colon else found


def _verb_before(words: Words, start: int, last: int) -> Said | None:
    """The nearest verb of saying, or what names a source, up to ``last``."""
    lowest = max(start, last - _REACH)
    for j in range(last, lowest - 1, -1):
        width = _saying.phrase(words, j)
        if width and j + width <= last:
            return Said((j, j + width - 1), (j + width, last))
        if words.lows[j] == "it" and j > lowest and words.lows[j - 1] in ("put", "puts"):
            return Said((j - 1, j), _subjects.subject_before(words, start, j - 1))
        if _saying.quotes(words, j) and (j == lowest or _saying.acts(words, j)):
            if _saying.passive(words, start, j):
                return Said((j, j), _agent(words, j, last + 1))
            subject = _subjects.subject_before(words, start, j)
            if subject is None and j < last:  # "Said Lee:"
                subject = (j + 1, _noun_phrases.noun_phrase_end(words, j + 1, last + 1))
            return Said((j, _cue_end(words, j, last + 1)), subject if subject and subject[0] <= subject[1] else None)
    return None


def _before_clause(words: Words, start: int, last: int) -> int:
    """The last token before a clause that hangs in front of what is said: "said that [while glad,] “we wait”"."""
    for i in range(last, start, -1):
        if words.forms[i] in COMMAS or words.lows[i] == "that":
            return last
        if words.lows[i] in closed.HANGS_IN_FRONT and words.lows[i - 1] == "that":
            return i - 2
    return last


def _past_clause(words: Words, start: int, last: int) -> int:
    """The first token of the main clause, where another opens the sentence: "When reporters asked, [Lee smiled:]",
    "Asked whether he would go, [he laughed:]"."""
    low = words.lows[start] if start <= last else ""
    if low not in saying.OPENS_BEFORE_THE_MAIN | grammar.PREPOSITIONS and not low.endswith("ing"):
        return start
    for i in range(start + 1, min(last - 1, start + _REACH)):
        if words.forms[i] == "," and (
            words.forms[i + 1][0].isupper()
            or words.lows[i + 1] in saying.PRONOUNS
            or words.lows[i + 1] in grammar.DETERMINERS
        ):
            return i + 1
    return start


def _agent(words: Words, verb: int, end: int) -> tuple[int, int] | None:
    """Who says it to whom it is said: "he was told by [the judge]"; None where the passive names nobody."""
    if verb + 2 >= end or words.lows[verb + 1] != "by":
        return None
    return verb + 2, _noun_phrases.noun_phrase_end(words, verb + 2, end)


def _behind_a_dash(words: Words, start: int, last: int) -> Said | None:
    """The name between a heading's dash and its colon: "The quay is back - [Ann Lee and Otto Brandt]:"."""
    for i in range(last, max(start, last - _NAMED), -1):
        if _noun_phrases.is_dash(words, i):
            return Said((last + 1, last + 1), (i + 1, last)) if i < last else None
        if not words.forms[i][0].isupper() and words.lows[i] not in closed.TIES:
            return None
    return None


_NAMED = 8  # words of a name, or two, that a heading credits


def _introduced(words: Words, start: int, last: int) -> Said | None:
    """A sentence that ends in a colon introduces a quotation whatever its verb: "Lee put it this way:"."""
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
            come = _whence(words, first, j, last)
            return Said((j, last), come or (first, _noun_phrases.trim(words, first, j - 1)))
    things = (i for i in range(first + 1, last) if words.lows[i] in closed.ARTICLES)
    bracket = words.forms[last] == ")" and "(" in words.forms[first:last]
    end = words.forms.index("(", first) if bracket else last  # "Ann Lee (D-Ohio):"
    if end - first >= _NAMED or any(words.lows[i - 1] not in NO_NOUNS for i in things):
        return None  # "The clerks saw the laugh line:" is a clause, though no table holds its verb
    return Said((last, last), (first, last))


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


def denied(words: Words, start: int, said: Said) -> bool:
    """Whether nobody says it: "nobody said", "no one would say", "if you ask"."""
    first = said.subject[0] if said.subject is not None else said.cue[0]
    low, before = words.lows[first], words.lows[first - 1] if first > start else ""
    return low in closed.NO_ONE or low == "no" or before in closed.IN_CASE


def past_quotation(words: Words, start: int, cue: int) -> int:
    """The first token of the words that follow a quotation with which the sentence begins; else ``start``."""
    if start >= len(words) or words.forms[start] not in OPENING:
        return start
    end = next((i for i in range(start + 2, min(cue, start + _LONG)) if words.forms[i] in CLOSING), None)
    if end is None:
        return start
    end += 1
    return end + 1 if end < cue and words.forms[end] == "," else end


def signature(words: Words, start: int, end: int) -> Said | None:
    """ "― Ann Lee, Springfield": a dash and a name after a quotation, and nothing else."""
    if start + 1 >= end or words.forms[start] not in DASHES:
        return None
    name = start + 1
    stop = name
    while stop < end and (_in_a_name(words, stop) or _role(words, stop, end)):
        stop += 1
    if stop == name or not words.forms[name][0].isupper() or stop - name > 8:
        return None
    if stop < end and words.forms[stop] not in (",", "("):
        return None
    if any(_saying.is_verb(words.lows[i]) for i in range(name, end)):
        return None
    return Said((start, start), (name, _noun_phrases.trim(words, name, stop - 1)))


def _in_a_name(words: Words, i: int) -> bool:
    return words.forms[i][0].isupper() or words.lows[i] in names.INSIDE


def _role(words: Words, i: int, end: int) -> bool:
    """Whether a small word goes on with a title before a name: "Deputy [harbour master] Rune Holt"."""
    beyond = i
    while beyond < min(end, i + 3) and words.forms[beyond].islower() and words.lows[beyond] not in NO_NOUNS:
        beyond += 1
    last = words.lows[beyond - 1]
    role = last in titles.ROLES or last in people.NOUNS or last.endswith(people.ENDINGS)
    return i < beyond < end and words.forms[beyond][0].isupper() and role


def span_of(words: Words, tokens: tuple[int, int]) -> Span:
    """The characters of a run of tokens."""
    return words.span(*tokens)

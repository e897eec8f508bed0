"""The subject of a verb that leads up to a quotation: asides, openings and clauses before it left out."""

from __future__ import annotations

from verifier.english import calendar, closed, grammar, negation, nouns, numbers, saying
from verifier.english.inflection import Form
from verifier.reading import _noun_phrases, _saying, tags
from verifier.reading._noun_phrases import COMMAS, FINITE
from verifier.reading.words import Words

NO_NOUNS = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.DETERMINERS | grammar.AUXILIARIES | grammar.ADVERBS
_REACH = 45  # words before the verb
_OPENINGS = 3  # phrases, each with its comma, before the subject


def subject_before(words: Words, start: int, cue: int) -> tuple[int, int] | None:
    """The subject of the verb at ``cue``: the words before it in its clause, asides and openings left out; of a
    passive whoever it names behind "by"."""
    if words.lows[cue - 1] == "to" and (left := falls_to(words, start, cue)) is not None:
        return left
    j = cue - 1
    while j > start and words.lows[j] in saying.BETWEEN_SPEAKER_AND_VERB:
        j -= 1
    if j < start:
        return None
    j = _past_inner_phrase(words, start, j)
    hung = _hung_on(words, start, j, cue)
    if hung is not None:
        return hung
    if words.forms[j] == "," and words.lows[j - 1] in saying.ONLY_SAYING and words.lows[cue].endswith("ing"):
        return subject_before(words, start, j - 1)  # "..., Lee said, adding:"
    if words.lows[cue].endswith("ing") or words.lows[j] in closed.LINKS_A_VERB or words.forms[j] in COMMAS:
        return _main_subject(words, start, j)
    first = j
    while first > max(start, j - _REACH) and not (_breaks(words, first - 1) or _is_told(words, first)):
        first -= 1
    if words.lows[first] in _OPENS_BEFORE and "," in words.forms[first:j]:
        first = _past_comma(words, first, j)  # "before leaving, chief engineer Ann Lee said"
    first = past_opening(words, _last_phrase(words, first, j), j)
    return (first, _noun_phrases.trim(words, first, j)) if first <= j else None


def falls_to(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """To whom it falls to do what the verb behind the second "to" says, in a sentence that opens with "it": "It was
    left to [Ann Lee] to say what all thought"."""
    if words.lows[start] != "it":
        return None
    link = next((i for i in range(start + 2, min(start + _HUNG, end)) if words.lows[i] == "to"), None)
    if link is None or words.lows[link - 1] not in saying.GOES_TO | {"up"}:
        return None
    group = words.lows[start + 1 : link]
    if any(low in grammar.MODALS or negation.says_not(low) for low in group):
        return None  # "it was not left to Lee to say": nobody has said it
    who = words.lows[link + 1] in closed.ONE_SPEAKER | closed.SEVERAL or words.forms[link + 1][0].isupper()
    if not who and not any(form[0].isupper() for form in words.forms[link + 2 : link + _HUNG]):
        return None  # "it went to great lengths to say"
    second = next((i for i in range(link + 2, min(link + _OPENS_WITHIN, end)) if words.lows[i] == "to"), None)
    last = _noun_phrases.trim(words, link + 1, second - 1) if second is not None else link
    return (link + 1, last) if last > link else None


_OPENS_WITHIN = 15  # words of whom it falls to


def _past_inner_phrase(words: Words, start: int, last: int) -> int:
    """The last word before a verb's group that holds a phrase: "[who] has in the past called"; else ``last``."""
    for i in range(last - 1, max(start, last - _HUNG), -1):
        if not words.forms[i][0].isalnum():
            break
        if words.lows[i] in grammar.PREPOSITIONS and words.lows[i - 1] in closed.COORDINATORS:
            return i - 1 if words.lows[last] in saying.UTTERANCES else last
        if words.lows[i] in grammar.PREPOSITIONS and words.lows[i - 1] in grammar.HAVE | grammar.BE:
            i -= 1
            while i > start and words.lows[i] in saying.BETWEEN_SPEAKER_AND_VERB:
                i -= 1
            return i
    return last


def _hung_on(words: Words, start: int, last: int, cue: int) -> tuple[int, int] | None:
    """The subject of a verb that hangs on what stands right before it: a relative pronoun, "as", "and", a participle's
    name; None where the verb does not."""
    if words.lows[last] == "as":
        return _quoted(words, start, last)
    if words.lows[last] in ("who", "which"):
        return last, last
    if words.lows[cue].endswith("ing"):
        return _name_before(words, start, last) or _thing_before(words, start, last, cue)
    if words.lows[last] == "to" and (inner := _in_hung_clause(words, start, last)) is not None:
        return inner
    return _near_subject(words, start, last) if words.lows[last] in closed.LINKS_A_VERB else None


def _in_hung_clause(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The subject of the clause behind "that" or "what" in which somebody does so: "so dull that [Lee] was moved to
    say", "recalled what [his mother] used to say"."""
    for i in range(last - 1, max(start, last - _REACH), -1):
        if words.forms[i] in COMMAS:
            return None
        if words.lows[i] in ("that", "what"):
            named = words.forms[i + 1][0].isupper() or words.lows[i + 1] in closed.SUBJECTS
            named |= words.lows[i] == "what" and words.lows[i + 1] in closed.ONE_SPEAKER
            end = _noun_phrases.noun_phrase_end(words, i + 1, last, stop_at_verbs=True)
            return (i + 1, end) if named and i < end < last - 1 else None
    return None


def _quoted(words: Words, start: int, link: int) -> tuple[int, int] | None:
    """Whom somebody else quotes: "the Herald quoted [Ann Lee] as saying"."""
    for verb in range(link - 2, max(start, link - _REACH) - 1, -1):
        if words.lows[verb] in saying.QUOTES:
            if _saying.passive(words, start, verb):
                return subject_before(words, start, verb)
            return verb + 1, _noun_phrases.trim(words, verb + 1, link - 1)
    return None


def _name_before(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The name that ends at ``last`` and hangs on a preposition: "footage of [Ann Lee] saying", "with [Lee] adding"."""
    first = last + 1
    while first > start and words.forms[first - 1][0].isupper():
        first -= 1
    hangs = first > start and words.lows[first - 1] in saying.BEFORE_WHO_SPEAKS
    return (first, last) if first <= last and hangs else None


def _thing_before(words: Words, start: int, last: int, cue: int) -> tuple[int, int] | None:
    """The noun right before a participle that can say what it tells: "wore [a hat] reading", "with [one fan] writing";
    not "left [the room] saying"."""
    lowest = max(start, last - _HUNG)
    first = next((i for i in range(last - 1, lowest - 1, -1) if words.lows[i] in _OPENS_A_PHRASE), last)
    if first == last or not words.forms[last].islower():
        return None
    beside = first > start and words.lows[first - 1] == "with"
    if first > start and words.lows[first - 1] in _saying.issuing() and words.lows[last] in nouns.DOCUMENTS:
        return None  # "she sent an email saying"
    return (first, last) if beside or _saying.by_itself(words.lows[last], words.lows[cue]) else None


_OPENS_A_PHRASE = grammar.DETERMINERS | numbers.COUNTS
_HUNG = 5  # words of the noun phrase before a participle


def _last_phrase(words: Words, first: int, last: int) -> int:
    """Where a new noun phrase begins right behind another noun: "at which point [the crowd]"."""
    for k in range(last, first + 1, -1):
        before = words.lows[k - 1]
        noun = words.forms[k - 1].islower() and before.isalpha() and before not in NO_NOUNS
        if words.lows[k] in closed.ARTICLES and noun and not tags.verb_forms().get(before, 0) & FINITE:
            return k
    return first


def past_opening(words: Words, first: int, last: int) -> int:
    """The first token of the subject itself, past when it speaks: "[last night] Ann Lee", "[now] the mayor"."""
    i = first
    moment = next((k for k in range(i, min(i + 3, last)) if words.lows[k] in calendar.MOMENTS), None)
    if moment is not None and words.lows[i if words.lows[i] in grammar.PREPOSITIONS else i - 1] in closed.PLACES_IN:
        i = moment + 1  # "at one point [Lee]"
    if words.lows[i] in saying.BEFORE_A_TIME and i + 2 <= last and _is_time(words, i + 1):
        i += 1  # "[in 2010] she"
        while i < last and _is_time(words, i):
            i += 1
    while i < last:
        timed = words.lows[i] in saying.WHICH_TIME and words.lows[i + 1] in grammar.TIMES
        if not timed and words.lows[i] not in saying.WHEN and words.lows[i] not in grammar.TIMES:
            break
        i += 1
    if i == first:
        return first
    if i < last and words.forms[i] == ",":
        i += 1
    named = words.forms[i][0].isupper() or words.lows[i] in grammar.DETERMINERS or words.lows[i] in saying.PRONOUNS
    return i if named else first


def _is_time(words: Words, i: int) -> bool:
    return words.lows[i] in grammar.TIMES or words.forms[i].isdigit() or words.lows[i] in saying.WHICH_TIME


def _breaks(words: Words, i: int) -> bool:
    low = words.lows[i]
    return (
        low in closed.OPENS_A_CLAUSE
        or (low == "," and not words.forms[i + 1][0].islower())
        or _noun_phrases.is_dash(words, i)
        or (low == "," and words.lows[i + 1] in saying.PRONOUNS | saying.NOUN_AFTER)
    )


def _is_told(words: Words, first: int) -> bool:
    """Whether somebody says that the one here speaks: "Lee said [a clerk] told her"."""
    opens = words.forms[first][0].isupper() or words.lows[first] in closed.BEFORE_A_SPEAKER | saying.PRONOUNS
    return opens and words.lows[first - 1] in saying.ONLY_SAYING


def _near_subject(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The subject after the last comma, where one stands there: "When asked, he laughed and said"."""
    first = last
    while first > max(start, last - _REACH) and words.forms[first - 1] != ",":
        first -= 1
    if first == start or not (words.forms[first][0].isupper() or words.lows[first] in saying.PRONOUNS):
        return None
    end = _noun_phrases.noun_phrase_end(words, first, last + 1, stop_at_verbs=True)
    return (first, end) if first <= end < last else None


def _main_subject(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The first noun phrase of the sentence, an opening phrase ("On Friday,") left out."""
    if words.forms[last] in COMMAS and (near := _relative_subject(words, start, last)) is not None:
        return near
    first = past_dateline(words, start, last)
    opens = words.lows[first] in _OPENS_BEFORE or _of_whom(words, first, last) or _here(words, first)
    opens = opens or _opens_with_a_deed(words, first, last)
    if opens or _says_when(words, first, last):
        first = _past_comma(words, first, last)
        for _ in range(_OPENINGS):  # "on Thursday, [after a long talk,] Lee"
            if first >= last or words.lows[first] not in _OPENS_BEFORE:
                break
            if "," not in words.forms[first : min(last, first + _REACH)]:
                break
            first = _past_comma(words, first, last)
        while first < last and (words.forms[first].isupper() and words.forms[first + 1] == ","):
            first = _past_comma(words, first + 2, last)  # "in Ayr, [OH, after the vote,] Lee"
    while first <= last and (
        words.lows[first] in saying.BETWEEN_SPEAKER_AND_VERB or words.lows[first] in closed.BEFORE_A_SUBJECT
    ):
        first += 1
    if first > last:
        return None
    return first, _noun_phrases.noun_phrase_end(words, first, min(last + 1, first + _REACH), stop_at_verbs=True)


def _past_comma(words: Words, first: int, last: int) -> int:
    """The first token behind the next comma."""
    end = min(last, first + _REACH)
    while first <= end and words.forms[first] != ",":
        first += 1
    return first + 1


def _opens_with_a_deed(words: Words, first: int, last: int) -> bool:
    """Whether the sentence opens with what its subject does besides: "Speaking in Ayr, [he] said"."""
    if not tags.verb_forms().get(words.lows[first], 0) & Form.ING:
        return False
    comma = _past_comma(words, first, last)
    named = comma <= last and (words.lows[comma] in saying.PRONOUNS or words.lows[comma] in closed.BEFORE_A_SPEAKER)
    return named or (comma <= last and words.forms[comma][0].isupper())


def _here(words: Words, first: int) -> bool:
    """ "Here in Ayr, [Lee] said": an adverb with a place."""
    return words.lows[first] in closed.POINTS_TO_A_PLACE and words.lows[first + 1] in closed.PLACES_IN


def _of_whom(words: Words, first: int, last: int) -> bool:
    """Whether the sentence opens with whom it is about: "Of Carson, [Levine, who came late,] said"."""
    comma = _past_comma(words, first, last)
    return words.lows[first] in ("of", "about") and comma <= last and words.forms[comma][0].isupper()


_OPENS_BEFORE = saying.AFTER_THE_VERB | saying.OPENS_BEFORE_THE_MAIN


def past_dateline(words: Words, start: int, last: int) -> int:
    """The first token behind a dateline: "Ayr (AP) – Ann Lee has left, saying"."""
    for i in range(start + 1, min(start + _DATELINE, last)):
        if _noun_phrases.is_dash(words, i):
            return i + 1 if all(form[0].isupper() or not form[0].isalpha() for form in words.forms[start:i]) else start
    return start


_DATELINE = 9  # words


def _says_when(words: Words, first: int, last: int) -> bool:
    """Whether the words up to the first comma only say when, and a subject follows: "Hours later, Lee"."""
    comma = next((i for i in range(first, min(last, first + _DATELINE)) if words.forms[i] == ","), None)
    if comma is None or comma == first:
        return False
    behind = words.lows[comma + 1] in saying.PRONOUNS | closed.BEFORE_A_SPEAKER or words.forms[comma + 1][0].isupper()
    lows = words.lows[first:comma]
    timed = any(low in grammar.TIMES or low.removesuffix("s") in grammar.TIMES for low in lows)
    opens = (
        lows[-1] in saying.WHICH_TIME
        or lows[0] in grammar.ADVERBS
        or lows[0] in grammar.TIMES
        or lows[0].removesuffix("s") in grammar.TIMES
    )
    timed = timed or lows[-1] in saying.WHICH_TIME or any(low.isdigit() for low in lows)
    return behind and opens and timed


def _relative_subject(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The subject of a clause that hangs on another, its apposition with it: "a town that [its mayor, Ann Lee,]"."""
    mark = next(
        (i for i in range(last - 1, max(start, last - _REACH), -1) if words.forms[i] == words.forms[last]), start
    )
    for i in range(mark - 1, start, -1):
        if words.lows[i] in closed.OPENS_A_HUNG_CLAUSE:
            return i + 1, last - 1
        if words.forms[i] in COMMAS or _noun_phrases.looks_like_a_verb(words, i):
            return None
    return None

"""The words between quotations: where a clause begins, where its verb of saying stands, and who its subject is."""

from __future__ import annotations

from typing import NamedTuple

from verifier.article import Span
from verifier.english import closed, grammar, names, numbers, people, saying, sentences, titles, verbs
from verifier.english.inflection import Form
from verifier.reading import _saying, tags
from verifier.reading.words import Words

_STOPS = frozenset((".", "?", "!", ";"))
_DASHES = frozenset(("—", "--", "–", "―", "-"))
_COMMAS = frozenset((",", "—", "--", "–", "―", "-"))
_OPENING = frozenset(("“", '"', "''", "``", "«"))
_CLOSING = frozenset(("”", '"', "''", "»"))
_FINITE = Form.PAST | Form.THIRD
_NO_NOUNS = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.DETERMINERS | grammar.AUXILIARIES | grammar.ADVERBS
_INNER = frozenset(("'", "’"))
_LONG = 400  # words of a quotation with which a sentence begins
_REACH = 45  # words between a quotation and its cue


class Said(NamedTuple):
    """A cue and its subject, as indexes of tokens, both ends included."""

    cue: tuple[int, int]
    subject: tuple[int, int] | None


def sentence_start(words: Words, low: int, at: int) -> int:
    """The first token of the sentence that holds the gap's last token before ``at``, no further back than ``low``."""
    i = at - 1
    while i >= low and not ends_sentence(words, i, at):
        i -= 1
    return i + 1


def ends_sentence(words: Words, i: int, limit: int) -> bool:
    """Whether the token is a mark that ends a sentence, not the stop of an abbreviation or an initial."""
    form = words.forms[i]
    if form not in _STOPS:
        return False
    if form != "." or i + 1 >= limit:
        return True
    if words.starts[i + 1] == words.ends[i] and words.forms[i + 1][0].isalnum():
        return False
    before = words.forms[i - 1] if i else ""
    if words.starts[i] == words.ends[i - 1] and (
        (len(before) == 1 and before.isupper()) or before.lower() in sentences.INITIALISMS
    ):
        return False
    nxt = words.forms[i + 1]
    return nxt[0].isupper() or not (nxt[0].isalnum() or nxt[0] in ",;:)]")


def after(words: Words, start: int, end: int, *, whole: bool) -> Said | None:
    """The cue in the words after a quotation: "he said", "said Ann Lee, the mayor".

    ``whole`` says that the quotation can end an utterance there (a comma, a question mark), so that an unknown verb
    may be the cue as well.
    """
    i = start
    while i < end and (words.forms[i] in _COMMAS or words.forms[i] in _INNER):
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
    if (words.lows[i] in closed.NOT_A_SUBJECT and not named) or not words.forms[i][0].isalnum() or _tells(words, i):
        return None
    return _subject_first(words, i, end, whole)


def _tells(words: Words, i: int) -> bool:
    """Whether a participle goes on about what was said: "..., referring to the wall, the Herald reported"."""
    nxt = words.lows[i + 1] if i + 1 < len(words) else ""
    return words.forms[i].islower() and words.lows[i].endswith("ing") and (nxt == "to" or nxt in grammar.PREPOSITIONS)


def _is_somebody(words: Words, i: int) -> bool:
    return words.forms[i][0].isupper() or words.lows[i] in closed.POSSESSIVES_OF_OTHERS


def _of_phrase(words: Words, i: int, width: int, end: int) -> Said | None:
    last = noun_phrase_end(words, i + width, end)
    return Said((i, i + width - 1), (i + width, last)) if last >= i + width else None


def _inverted(words: Words, i: int, end: int) -> Said | None:
    subject = i + 1
    if subject < end and words.lows[subject] in saying.BETWEEN_SPEAKER_AND_VERB:
        subject += 1
    if subject >= end or words.lows[subject] in closed.NOT_A_SUBJECT or not words.forms[subject][0].isalnum():
        return None
    if words.forms[i].lower().endswith("ing"):
        return None
    last = noun_phrase_end(words, subject, end)
    if subject <= last < end - 2 and words.lows[last] in saying.UTTERANCES and words.lows[last + 1] == "from":
        subject = last + 2  # "read a statement from [the family]"
        last = noun_phrase_end(words, subject, end)
    return Said((i, i), (subject, last)) if last >= subject else None


def _only_a_noun(words: Words, i: int, end: int) -> bool:
    """Whether a form that can be a verb opens the subject: "..., [press secretary] Ann Lee said", "[claims adjuster]
    Bob Lee told us". A verb in the present is one where nothing that only says comes after its noun phrase."""
    if not _saying.present(words.lows[i]):
        return False
    last = noun_phrase_end(words, i + 1, end, stop_at_verbs=True)
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
        if low in _OPENING and not any(words.forms[k] in _CLOSING for k in range(j + 2, min(j + 4, end))):
            return None
        if low == ",":
            aside = False
        elif low in closed.RELATIVES and j > i:
            aside = True
        elif ends_sentence(words, j, end):
            return None
        elif j > i and not aside and _cue_here(words, i, j, whole):
            return Said((j, _cue_end(words, j, end)), (i, _trim(words, i, j - 1)))
    return None


def _cue_here(words: Words, i: int, j: int, whole: bool) -> bool:
    low = words.lows[j]
    if _saying.is_verb(low):
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
    while i >= start and (words.forms[i] in _COMMAS or words.lows[i] in (":", "that")):
        i -= 1
    start = _past_clause(words, start, i)
    lowest = max(start, i - _REACH)
    for j in range(i, lowest - 1, -1):
        width = _saying.phrase(words, j)
        if width and j + width <= i:
            return Said((j, j + width - 1), (j + width, i))
        if words.lows[j] == "it" and j > lowest and words.lows[j - 1] in ("put", "puts"):
            return Said((j - 1, j), subject_before(words, start, j - 1))
        if _saying.is_verb(words.lows[j]) and (j == lowest or _saying.acts(words, j)):
            if _saying.passive(words, start, j):
                return Said((j, j), _agent(words, j, i + 1))
            subject = subject_before(words, start, j)
            if subject is None and j < i:  # "Said Lee:"
                subject = (j + 1, noun_phrase_end(words, j + 1, i + 1))
            return Said((j, _cue_end(words, j, i + 1)), subject if subject and subject[0] <= subject[1] else None)
    if colon:
        return _introduced(words, start, i)
    return None


def _past_clause(words: Words, start: int, last: int) -> int:
    """The first token of the main clause, where another opens the sentence: "When reporters asked, [Lee smiled:]",
    "Asked whether he would go, [he laughed:]"."""
    low = words.lows[start] if start <= last else ""
    if low not in saying.OPENS_BEFORE_THE_MAIN and not low.endswith("ing"):
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
    return verb + 2, noun_phrase_end(words, verb + 2, end)


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
        known = low in verbs.COMMON or (named and tags.verb_forms().get(low, 0) & _FINITE)
        if known or (low.endswith("ed") and words.forms[j][0].islower()):
            return Said((j, last), (first, _trim(words, first, j - 1)))
    return Said((last, last), (first, last))


def subject_before(words: Words, start: int, cue: int) -> tuple[int, int] | None:
    """The subject of the verb at ``cue``: the words before it in its clause, asides and openings left out; of a
    passive whoever it names behind "by"."""
    j = cue - 1
    while j > start and words.lows[j] in saying.BETWEEN_SPEAKER_AND_VERB:
        j -= 1
    if j < start:
        return None
    hung = _hung_on(words, start, j, cue)
    if hung is not None:
        return hung
    if words.lows[cue].endswith("ing") or words.lows[j] in closed.LINKS_A_VERB or words.forms[j] in _COMMAS:
        return _main_subject(words, start, j)
    first = j
    while first > max(start, j - _REACH) and not _breaks(words, first - 1):
        first -= 1
    first = past_opening(words, _last_phrase(words, first, j), j)
    return (first, _trim(words, first, j)) if first <= j else None


def _hung_on(words: Words, start: int, last: int, cue: int) -> tuple[int, int] | None:
    """The subject of a verb that hangs on what stands right before it: a relative pronoun, "as", "and", a participle's
    name; None where the verb does not."""
    if words.lows[last] == "as":
        return _quoted(words, start, last)
    if words.lows[last] in ("who", "which"):
        return last, last
    if words.lows[cue].endswith("ing"):
        return _name_before(words, start, last) or _thing_before(words, start, last, cue)
    return _near_subject(words, start, last) if words.lows[last] in closed.LINKS_A_VERB else None


def _quoted(words: Words, start: int, link: int) -> tuple[int, int] | None:
    """Whom somebody else quotes: "the Herald quoted [Ann Lee] as saying"."""
    for verb in range(link - 2, max(start, link - _REACH) - 1, -1):
        if words.lows[verb] in saying.QUOTES:
            if _saying.passive(words, start, verb):
                return subject_before(words, start, verb)
            return verb + 1, _trim(words, verb + 1, link - 1)
    return None


def denied(words: Words, start: int, said: Said) -> bool:
    """Whether nobody says it: "nobody said", "no one would say", "if you ask"."""
    first = said.subject[0] if said.subject is not None else said.cue[0]
    low, before = words.lows[first], words.lows[first - 1] if first > start else ""
    return low in closed.NO_ONE or low == "no" or before in closed.IN_CASE


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
    return (first, last) if beside or _saying.by_itself(words.lows[last], words.lows[cue]) else None


_OPENS_A_PHRASE = grammar.DETERMINERS | numbers.COUNTS
_HUNG = 5  # words of the noun phrase before a participle


def _last_phrase(words: Words, first: int, last: int) -> int:
    """Where a new noun phrase begins right behind another noun: "at which point [the crowd]"."""
    for k in range(last, first + 1, -1):
        before = words.lows[k - 1]
        noun = words.forms[k - 1].islower() and before.isalpha() and before not in _NO_NOUNS
        if words.lows[k] in closed.ARTICLES and noun and not tags.verb_forms().get(before, 0) & _FINITE:
            return k
    return first


def past_opening(words: Words, first: int, last: int) -> int:
    """The first token of the subject itself, past when it speaks: "[last night] Ann Lee", "[now] the mayor"."""
    i = first
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


def past_quotation(words: Words, start: int, cue: int) -> int:
    """The first token of the words that follow a quotation with which the sentence begins; else ``start``."""
    if start >= len(words) or words.forms[start] not in _OPENING:
        return start
    end = next((i for i in range(start + 2, min(cue, start + _LONG)) if words.forms[i] in _CLOSING), None)
    if end is None:
        return start
    end += 1
    return end + 1 if end < cue and words.forms[end] == "," else end


def _breaks(words: Words, i: int) -> bool:
    low = words.lows[i]
    return (
        low in closed.OPENS_A_CLAUSE
        or (low == "," and not words.forms[i + 1][0].islower())
        or is_dash(words, i)
        or (low == "," and words.lows[i + 1] in saying.PRONOUNS | saying.NOUN_AFTER)
    )


def _near_subject(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The subject after the last comma, where one stands there: "When asked, he laughed and said"."""
    first = last
    while first > max(start, last - _REACH) and words.forms[first - 1] != ",":
        first -= 1
    if first == start or not (words.forms[first][0].isupper() or words.lows[first] in saying.PRONOUNS):
        return None
    end = noun_phrase_end(words, first, last + 1, stop_at_verbs=True)
    return (first, end) if first <= end < last else None


def _main_subject(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The first noun phrase of the sentence, an opening phrase ("On Friday,") left out."""
    if words.forms[last] in _COMMAS and (near := _relative_subject(words, start, last)) is not None:
        return near
    first = start
    if words.lows[first] in saying.AFTER_THE_VERB:
        while first <= min(last, start + _REACH) and words.forms[first] != ",":
            first += 1
        first += 1
    while first <= last and (
        words.lows[first] in saying.BETWEEN_SPEAKER_AND_VERB or words.lows[first] in closed.BEFORE_A_SUBJECT
    ):
        first += 1
    if first > last:
        return None
    return first, noun_phrase_end(words, first, min(last + 1, first + _REACH), stop_at_verbs=True)


def _relative_subject(words: Words, start: int, last: int) -> tuple[int, int] | None:
    """The subject of a clause that hangs on another, its apposition with it: "a town that [its mayor, Ann Lee,]"."""
    mark = next(
        (i for i in range(last - 1, max(start, last - _REACH), -1) if words.forms[i] == words.forms[last]), start
    )
    for i in range(mark - 1, start, -1):
        if words.lows[i] in closed.OPENS_A_HUNG_CLAUSE:
            return i + 1, last - 1
        if words.forms[i] in _COMMAS or _looks_like_a_verb(words, i):
            return None
    return None


def noun_phrase_end(words: Words, start: int, end: int, *, stop_at_verbs: bool = False) -> int:
    """The last token of the noun phrase that begins at ``start``: "Ann Lee of Maryland, the panel's chair"."""
    i = start
    last = start - 1
    commas = 0
    while i < end:
        low = words.lows[i]
        if ends_sentence(words, i, end) or is_dash(words, i) or low in (":", '"', "“", "(", "''"):
            if low == "(" and ")" in words.forms[i : i + 6]:
                i = words.forms.index(")", i) + 1
                last = i - 1
                continue
            beyond = past_nickname(words, i, end)
            if beyond is not None:
                last, i = beyond, beyond + 1
                continue
            break
        if low == ",":
            if commas >= 1 or i + 1 >= end or words.lows[i + 1] not in people.APPOSITIVE:
                break
            commas += 1
        elif (i > start and (low in saying.STOPS_A_NAME or low in closed.RELATIVES)) or (
            i > start and stop_at_verbs and _looks_like_a_verb(words, i)
        ):
            break
        else:
            last = i
        i += 1
    return last


def is_dash(words: Words, i: int) -> bool:
    """Whether a dash stands here; a hyphen without blanks ties a word: "The 31-year-old"."""
    form = words.forms[i]
    tied = 0 < i < len(words) - 1 and words.ends[i - 1] == words.starts[i] and words.ends[i] == words.starts[i + 1]
    return form in _DASHES and not (form == "-" and tied)


def past_nickname(words: Words, mark: int, end: int) -> int | None:
    """The name that goes on behind a nickname in marks: Robert “Bob” [Hallam]; None where it does not."""
    if words.forms[mark] not in _OPENING:
        return None
    for close in range(mark + 2, min(mark + 5, end - 1)):
        if words.forms[close] in _CLOSING:
            inside = words.forms[mark + 1 : close + 2]
            return close + 1 if all(f[0].isupper() for f in inside if f not in _CLOSING) else None
    return None


def _looks_like_a_verb(words: Words, i: int) -> bool:
    low = words.lows[i]
    if words.forms[i][0].islower() and words.forms[i - 1][0].isupper() and tags.verb_forms().get(low, 0) & _FINITE:
        return True  # "Lee [lost] her temper"
    return words.forms[i][0].islower() and (
        low in verbs.COMMON or low.endswith("ed") or _saying.is_verb(low) or low in saying.BETWEEN_SPEAKER_AND_VERB
    )


def _trim(words: Words, first: int, last: int) -> int:
    """The last token of the subject without adverbs, auxiliaries and commas at its end."""
    while last > first and (words.lows[last] in saying.BETWEEN_SPEAKER_AND_VERB or words.forms[last] == ","):
        last -= 1
    return last


def signature(words: Words, start: int, end: int) -> Said | None:
    """ "― Ann Lee, Springfield": a dash and a name after a quotation, and nothing else."""
    if start + 1 >= end or words.forms[start] not in _DASHES:
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
    return Said((start, start), (name, _trim(words, name, stop - 1)))


def _in_a_name(words: Words, i: int) -> bool:
    return words.forms[i][0].isupper() or words.lows[i] in names.INSIDE


def _role(words: Words, i: int, end: int) -> bool:
    """Whether a small word goes on with a title before a name: "Deputy [harbour master] Rune Holt"."""
    beyond = i
    while beyond < min(end, i + 3) and words.forms[beyond].islower() and words.lows[beyond] not in _NO_NOUNS:
        beyond += 1
    last = words.lows[beyond - 1]
    role = last in titles.ROLES or last in people.NOUNS or last.endswith(people.ENDINGS)
    return i < beyond < end and words.forms[beyond][0].isupper() and role


def span_of(words: Words, tokens: tuple[int, int]) -> Span:
    """The characters of a run of tokens."""
    return words.span(*tokens)

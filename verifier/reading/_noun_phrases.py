"""Sentences and noun phrases among the words around quotations: where they end, dashes and nicknames told apart."""

from __future__ import annotations

from verifier.english import closed, nouns, people, saying, sentences, titles, verbs
from verifier.english.inflection import Form, forms
from verifier.reading import _saying, tags
from verifier.reading.words import Words

_STOPS = frozenset((".", "?", "!", ";"))
DASHES = frozenset(("—", "--", "–", "―", "-"))
COMMAS = DASHES | {","}
OPENING = frozenset(("“", '"', "''", "``", "«"))
CLOSING = frozenset(("”", '"', "''", "»"))
FINITE = Form.PAST | Form.THIRD
_LONGEST = 400
"""Words: no sentence of prose has as many, and one that does must not be walked whole at every quotation in it."""


def sentence_start(words: Words, low: int, at: int) -> int:
    """The first token of the sentence that holds the gap's last token before ``at``, no further back than ``low``."""
    low = max(low, at - _LONGEST)
    near = max(low, at - 2)  # further back initials end none
    stops = words.standing(_STOPS, range(low, near))
    i = next((i for i in (*range(at - 1, near - 1, -1), *reversed(stops)) if ends_sentence(words, i, at)), low - 1)
    closes = i >= low and i + 2 <= at and words.forms[i + 1] in CLOSING and words.starts[i + 1] == words.ends[i]
    return i + 2 if closes else i + 1


def ends_sentence(words: Words, i: int, limit: int) -> bool:
    """Whether the token is a mark that ends a sentence, not the stop of an abbreviation or an initial."""
    form = words.forms[i]
    if form not in _STOPS:
        return _initials_end(words, i, limit)
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


def _initials_end(words: Words, i: int, limit: int) -> bool:
    """Whether initials with their stops end a sentence before quoted words: "in Troy, [N.Y.] “We hid.”"."""
    if not limit - 2 <= i < len(words) - 1:
        return False
    return words.forms[i + 1] in OPENING and words.forms[i].endswith(".") and words.forms[i].count(".") > 1


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
        elif i > start and ((low in closed.ATTACHES and _goes_on(words, i, end)) or _is_more(words, start, i, end)):
            last = i
        elif (i > start and (low in saying.STOPS_A_NAME or low in closed.RELATIVES or _names_it(words, i))) or (
            i > start and stop_at_verbs and looks_like_a_verb(words, i)
        ):
            break
        else:
            last = i
        i += 1
    return last


def _goes_on(words: Words, i: int, end: int) -> bool:
    """Whether what a noun or an adjective needs stands behind: "one clerk familiar [with] the talks", "the former aide
    [to] President Lee"."""
    before = words.lows[i - 1]
    aide = before in titles.TO_SOMEBODY and words.lows[i] == "to" and i + 1 < end and words.forms[i + 1][0].isupper()
    return before in saying.PRIVY or aide


def _is_more(words: Words, start: int, i: int, end: int) -> bool:
    """Whether one person is two things: "the brewer [and] former rower Ann Lee"."""
    if words.lows[i] != "and" or not is_a_role(words, range(i - 1, i)):
        return False
    if words.forms[i - 1][0].isupper() and i - 1 > start:
        return False  # "the Mayor and ..."; the word that opens the phrase may open the sentence
    if words.lows[i + 1 : i + 2] and words.lows[i + 1] in closed.DETERMINERS_AND_POSSESSIVES:
        return False  # "the mayor and his brother Ann Lee"
    name = next((j for j in range(i + 1, min(i + _ROLE, end)) if words.forms[j][0].isupper()), i)
    more = words.forms[i + 1 : name]
    return bool(more) and all(form.isalpha() for form in more) and not looks_like_a_verb(words, name - 1)


_ROLE = 5
"""Words from "and" to what somebody is besides."""


def _names_it(words: Words, i: int) -> bool:
    """Whether a participle gives a name, which is no part of the phrase: "a man [known] as", "[nicknamed] “Lofty”"."""
    named = words.lows[i] in _NAMING and i + 1 < len(words) and words.forms[i + 1] in OPENING
    return named or words.lows[i] in saying.KNOWN


_NAMING = frozenset(form for verb in saying.NAMES for form in forms(verb))


def past_nickname(words: Words, mark: int, end: int) -> int | None:
    """The name that goes on behind a nickname in marks: Robert “Bob” [Hallam]; None where it does not."""
    if words.forms[mark] not in OPENING:
        return None
    for close in range(mark + 2, min(mark + 5, end - 1)):
        if words.forms[close] in CLOSING:
            inside = words.forms[mark + 1 : close + 2]
            return close + 1 if all(f[0].isupper() for f in inside if f not in CLOSING) else None
    return None


def is_dash(words: Words, i: int) -> bool:
    """Whether a dash stands here; a hyphen without blanks ties a word: "The 31-year-old"."""
    form = words.forms[i]
    if form != "-":
        return form in DASHES
    return not (
        0 < i < len(words) - 1 and words.ends[i - 1] == words.starts[i] and words.ends[i] == words.starts[i + 1]
    )


def looks_like_a_verb(words: Words, i: int) -> bool:
    low = words.lows[i]
    if low in nouns.DOCUMENTS and words.forms[i - 1].islower() and words.low(i - 2) in closed.DETERMINERS_OF_ONE:
        return False  # "an inspection [report] on the dam": one inspection reports
    if words.forms[i][0].islower() and words.forms[i - 1][0].isupper() and tags.verb_forms().get(low, 0) & FINITE:
        return True  # "Lee [lost] her temper"
    return words.forms[i][0].islower() and (
        low in verbs.COMMON or low.endswith("ed") or _saying.is_verb(low) or low in saying.BETWEEN_SPEAKER_AND_VERB
    )


def trim(words: Words, first: int, last: int) -> int:
    """The last token of the subject without adverbs, auxiliaries and commas at its end."""
    while last > first and (words.lows[last] in saying.BETWEEN_SPEAKER_AND_VERB or words.forms[last] == ","):
        last -= 1
    return last


def head(words: Words, tokens: range) -> str:
    """The head of a phrase in lower case, before whatever is hung on it: "the [mayor] of Leeds"."""
    ends = (i for i in tokens if i > tokens.start and (words.lows[i] in closed.ENDS_HEAD or does(words, i)))
    end = next(ends, tokens.stop)
    done = end < tokens.stop and "by" in words.lows[end : end + 2] and end > tokens.start + 1
    done = done and bool(tags.verb_forms().get(words.lows[end - 1], 0) & Form.PARTICIPLE)
    return words.lows[end - 1 - done]  # "a [review] ordered by the board"


def does(words: Words, i: int) -> bool:
    """Whether a participle tells what somebody does: "one pastor [supporting] Lee", "voters [backing] Lee", "those
    [backing] Lee"."""
    if not (words.lows[i].endswith("ing") and words.forms[i].islower()):
        return False
    before = words.lows[i - 1]
    several = before.endswith("s") and before.isalpha()
    several = several and (words.forms[i - 1].islower() or before[:-1] in people.ONE_OF_A_CROWD | titles.ROLES)
    several = several or before in closed.STANDS_ALONE or before in closed.DEMONSTRATIVES
    named = i + 1 < len(words) and words.forms[i + 1][0].isupper()
    return before in titles.ROLES or (several and named)


def is_a_role(words: Words, tokens: range) -> bool:
    """Whether a phrase names one person by what that person is: its head is a role or ends like one."""
    low = head(words, tokens)
    return low in titles.ROLES or low in people.NOUNS or low.endswith(people.ENDINGS)

"""Quotations: which stretches stand between marks, and whether they read like speech.

The kind is read off the form here and settled once it is known who said what (``settle``): a fragment that no
statement holds is nobody's speech.
"""

from __future__ import annotations

from dataclasses import replace

from verifier.article import Article, Span
from verifier.english import closed, grammar, names, saying
from verifier.english.inflection import forms
from verifier.reading import _saying
from verifier.reading._model import Attribution, Quotation, QuoteKind
from verifier.reading.marks import Marks, Pair
from verifier.reading.words import Words

_ENDS = frozenset((".", ",", "?", "!", "…", "...", "—", "--", "–", ";"))
_OPENING_PUNCTUATION = frozenset((",", ":", ".", "?", "!", "—", "--", "–", "―", "-", "...", "…", ";", ")", "]"))


def find(article: Article, words: Words, marks: Marks) -> tuple[Quotation, ...]:
    """Every quotation in the article, in order."""
    found: list[Quotation] = []
    for pair in marks.pairs:
        first = pair.first + 1 if pair.opened else pair.first
        last = pair.last - 1 if pair.closed else pair.last
        if first > last:
            continue
        inside = Span(words.starts[first], words.ends[last])
        outside = Span(words.starts[pair.first], words.ends[pair.last])
        kind = _kind(article, words, pair, first, last)
        found.append(Quotation(len(found), inside, outside, kind, pair.continues))
    return tuple(found)


def settle(quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]) -> tuple[Quotation, ...]:
    """The quotations with the kind that their attributions give them."""
    direct = {i for a in attributions if a.kind == "direct" for i in a.quotations}
    held = {i for a in attributions for i in a.quotations}
    out = []
    for q in quotations:
        kind: QuoteKind = q.kind
        if q.index in direct:
            kind = "direct"
        elif q.index in held:
            kind = "mixed"
        elif q.kind == "mixed":
            kind = "scare"
        out.append(q if kind == q.kind else replace(q, kind=kind))
    return tuple(out)


def _kind(article: Article, words: Words, pair: Pair, first: int, last: int) -> QuoteKind:
    """Direct where the words read like a whole utterance, scare where they read like a title, else a fragment."""
    forms = words.forms[first : last + 1]
    plain = [f for f in forms if f[0].isalnum()]
    if not plain or _nickname(words, pair, plain):
        return "scare"
    if pair.continues or not pair.closed or not pair.opened:
        return "direct"
    ended = forms[-1] in _ENDS
    after = words.forms[pair.last + 1] if pair.last + 1 < len(words) else ""
    if not ended and after not in (".", ",", "?", "!"):
        return "direct" if _stands_alone(article, words, pair) and len(plain) > 3 else "mixed"
    # Lee said: "It is over."; ... said Lee. "It's over."
    handed_on = forms[-1] == "." and pair.first > 0 and words.forms[pair.first - 1] in (":", ".")
    if reads_like_a_title(plain) and forms[-1] not in ("?", "!") and len(plain) > 1 and not handed_on:
        return "mixed"
    starts_whole = forms[0][0].isupper() or forms[0][0].isdigit() or not forms[0][0].isalpha()
    if starts_whole and _stands_alone(article, words, pair):
        return "direct"
    return "direct" if _introduced(words, pair) and starts_whole else "mixed"


def _nickname(words: Words, pair: Pair, plain: list[str]) -> bool:
    """Whether the marks hold a name: Robert “Bob” Hallam, Rolf “The Bull” Dahl, a man whom everybody calls
    “Lofty”, a man known to all as “Lofty”."""
    before, after = pair.first - 1, pair.last + 1
    if len(plain) > _NICKNAME or before < 0 or not all(form[0].isupper() for form in plain):
        return False
    verb = before - (words.lows[before] in closed.REFLEXIVES)  # "a man who calls himself “Lofty”"
    if words.lows[verb] in _NAMING or _known_as(words, before):
        return True
    if after >= len(words) or words.starts[after] - words.ends[pair.last] > 1 or _saying.is_verb(words.lows[before]):
        return False
    named = words.forms[before][0].isupper() and words.forms[after][0].isupper()
    return named and words.starts[pair.first] - words.ends[before] == 1


def _known_as(words: Words, last: int) -> bool:
    """Whether the words up to a token end in "known as", "known to everyone as"."""
    return words.lows[last] == "as" and not saying.KNOWN.isdisjoint(words.lows[max(0, last - _TO_WHOM) : last])


_TO_WHOM = 5  # words from "known" to "as"
_NICKNAME = 3  # words
_NAMING = frozenset(form for verb in saying.NAMES for form in forms(verb))


def reads_like_a_title(plain: list[str]) -> bool:
    """Every word that counts has a capital: "Meet the Press"; "It is over" has none that counts behind the first, and
    "He is 44" only a figure that is told, unlike "Apollo 13"."""
    told = len(plain) > 1 and plain[1] in grammar.BE
    if len(plain) > 1 and not any(f[0].isupper() or (f[0].isdigit() and not told) for f in plain[1:]):
        return False
    return all(f[0].isupper() or f[0].isdigit() or f in names.SMALL_IN_TITLES for f in plain) and plain[0][0].isupper()


def _stands_alone(article: Article, words: Words, pair: Pair) -> bool:
    """Nothing of its sentence stands before the opening mark."""
    paragraph = article.paragraph_at(words.starts[pair.first])
    start = paragraph.span.start if paragraph else 0
    if pair.first == 0 or words.starts[pair.first] <= start:
        return True
    sentence = article.sentence_at(words.starts[pair.first])
    if sentence is not None and sentence.span.start == words.starts[pair.first]:
        return True  # "in Troy, N.Y. “We hid.”"
    return words.forms[pair.first - 1] in _OPENING_PUNCTUATION or words.forms[pair.first - 1] in ('"', "”", "''")


def _introduced(words: Words, pair: Pair) -> bool:
    """The words before open a quotation: a comma, a colon, a dash, a verb of saying."""
    if pair.first == 0:
        return False
    before = pair.first - 1
    return words.forms[before] in (",", ":", "—", "--", "–", "―") or _saying.is_verb(words.lows[before])

"""Lead-ins: what introduces a quotation with a colon, in its sentence or in a paragraph of its own.

A lead-in with a verb of saying is read like any other sentence. One without it ("And from Ann Lee:", "Here is the
mayor, Ann Lee:", "Statement from Ann Lee:") names the speaker and nobody else.
"""

from __future__ import annotations

from verifier.article import Article, Span
from verifier.english import closed, grammar, nouns, people, saying, titles, verbs
from verifier.english.closed import ENDS_HEAD
from verifier.reading import _gaps, _noun_phrases, _saying, tags
from verifier.reading._gaps import Said
from verifier.reading._model import Names
from verifier.reading._noun_phrases import FINITE
from verifier.reading.words import Words

_OPENS = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.ADVERBS | grammar.DETERMINERS | nouns.DOCUMENTS
_COMES_BY = frozenset(("from", "by"))
_TURNS = grammar.ADVERBS | grammar.CONJUNCTIONS | saying.WHEN
_BEHIND = closed.REFLEXIVES | grammar.ADVERBS | grammar.DETERMINERS
_TIES = frozenset(("'", "’", ","))
_LONG = 8
"""Words that may stand before the name in a lead-in without a verb of saying."""


class Leads:
    """The lead-ins of an article."""

    def __init__(self, article: Article, words: Words, names: Names) -> None:
        self._article = article
        self._words = words
        self._names = names

    def above(self, paragraph: int, first: int, quotation: int) -> Said | None:
        """The cue of a quotation that opens its paragraph, where the paragraph before ends in a colon."""
        if quotation != first or paragraph == 0:
            return None
        tokens = self._words.inside(self._article.paragraphs[paragraph - 1].span)
        if not tokens or self._words.forms[tokens[-1]] != ":":
            return None
        start = _noun_phrases.sentence_start(self._words, tokens.start, tokens.stop)
        return self.inside(start, tokens.stop) or _gaps.before(self._words, start, tokens.stop)

    def inside(self, start: int, end: int) -> Said | None:
        """The speaker named by a lead-in from ``start`` to ``end`` that has a colon and no verb of saying."""
        words = self._words
        if words.lows[start] in saying.WHEN and words.forms[start + 1 : start + 2] == [","]:
            start += 2  # "Meanwhile, from Ann Lee:"
        if end - 1 <= start or words.forms[end - 1] != ":":
            return None
        opens = words.lows[start] in _OPENS
        if not opens and any(_is_finite(words, i) for i in range(start, end)):
            return None
        if any(self._says(i, start) or _saying.phrase(words, i) for i in range(start, end)):
            return None
        come = max((i for i in range(start, end) if words.lows[i] == "from"), default=start)
        named = self._names.within(words.span(come, end - 1))
        person = next((m for m in named if self._names.of(m).kind == "person"), None)
        if person is None:
            role = range(come + 1, end - 1)
            called = come > start or words.lows[start] == "from"
            called = called and 1 < len(role) <= _ROLE and words.lows[role.start] in closed.ONE_SPEAKER
            return Said((end - 1, end - 1), (role.start, end - 2)) if called and self._is_one(role) else None
        first, last = words.at(person.span.start), words.at(person.bare.end - 1)
        base = max(start, come)  # "One more line, [from] the old captain, Ann Lee:"
        plain = all(words.forms[i].islower() or i == start or words.forms[i] in _TIES for i in range(base, first))
        behind = range(last + 1, end)  # "from Ann Lee herself:", "Here is Ann Lee once more:"
        after = next(i for i in behind if words.lows[i] not in _BEHIND)  # at the latest the colon
        ends = words.forms[after] in (":", ",", "(") or words.lows[after] in ENDS_HEAD
        leads = plain and ends and first - base <= _LONG and (opens or first > start) and self._to(start, base, first)
        return Said((end - 1, end - 1), (first, last)) if leads else None

    def view(self, start: int, end: int) -> Said | None:
        """Whose view the sentence from ``start`` to ``end`` tells, which a quotation follows: "For Ann Lee, who runs
        the ferry, the matter is simple. “...”"."""
        words = self._words
        opens = words.lows[start] in saying.BEFORE_WHOSE_VIEW
        person = next(self._names.within(words.span(start, end - 1)), None) if opens else None
        if person is None or self._names.of(person).kind != "person":
            return None
        first, last = words.at(person.span.start), words.at(person.bare.end - 1)
        plain = all(words.forms[i].islower() or words.forms[i] == "," for i in range(start + 1, first))
        main = _noun_phrases.sentence_start(words, start, end - 1)
        commas = [i for i in range(last + 1, end) if words.forms[i] == ","]
        if not plain or main != start or not commas or commas[0] != last + 1:
            return None
        views = _is_a_view(words.lows[commas[-1] + 1 : end])
        return Said((start, start), (first, last)) if views else None

    def _to(self, start: int, base: int, first: int) -> bool:
        """Whether what stands before a name leads to whoever has it, and not only past him: "from [Lee]", "last word
        to the skipper, [Lee]"; not "a letter from the bank to [Lee]", "a poster of [Lee]", "the dog that bit [Lee]"."""
        words, lows = self._words, self._words.lows
        if any(_is_finite(words, i) and lows[i] not in grammar.BE for i in range(start, first)):
            return False
        ties = [i for i in range(base, first) if lows[i] in grammar.PREPOSITIONS or lows[i] == "to"]
        if not ties or (ties == [first - 1] and lows[ties[0]] in _COMES_BY):
            return True
        apart = words.forms[first - 1] == ","
        if lows[base] == "from":
            one = lows[first - 2] in titles.ROLES or lows[first - 2] in people.NOUNS  # "the wife of the mayor, Lee"
            return len(ties) == 1 or (apart and not one)
        near = ties[-1]
        if lows[near] in _COMES_BY:
            return True
        if lows[near] == "to":
            return near > start and (lows[near - 1] in _TURNS or lows[near - 1] in saying.HAS_THE_WORD)
        scene = near == start or lows[near - 1] in _TURNS
        return scene and lows[near] in closed.PLACES_IN and "," in words.forms[near:first]

    def _says(self, i: int, start: int) -> bool:
        """Whether a verb of saying stands here, no noun: not "a [note] from Ann Lee:"."""
        return _saying.is_verb(self._words.lows[i]) and (i == start or _saying.acts(self._words, i))

    def _is_one(self, role: range) -> bool:
        """Whether words without a name say what one person is: "the vicar", "his oldest friend"."""
        return _noun_phrases.is_a_role(self._words, role) and all(self._words.forms[i].isalpha() for i in role)

    def names_somebody(self, token: int) -> bool:
        """Whether a person's name begins at the token, or behind what the person is to another: "her husband, Otto"."""
        words = self._words
        if token >= len(words):
            return False
        if words.lows[token] in closed.ONE_SPEAKER:
            comma = next((i for i in range(token, min(token + _ROLE, len(words))) if words.forms[i] == ","), None)
            if comma is None or comma + 1 >= len(words) or not _noun_phrases.is_a_role(words, range(token, comma)):
                return False
            token = comma + 1
        start, end = words.span(token, token)
        found = next(self._names.within(Span(start, end + _NAME)), None)
        return found is not None and found.span.start == start and self._names.of(found).kind == "person"


def _is_finite(words: Words, i: int) -> bool:
    """Whether a word can be the verb of a sentence: "Last word to the old captain, Ann Lee:" has none."""
    low = words.lows[i]
    known = tags.verb_forms().get(low, 0) & FINITE or low in verbs.OF_A_SENTENCE
    return words.forms[i].islower() and (bool(known) or low.endswith("ed"))


_NAME = 80  # characters
_ROLE = 6  # words of what somebody is, before the comma and the name


def _is_a_view(told: list[str]) -> bool:
    """Whether a clause tells how somebody sees a thing now: "the matter is simple", "it is about bread", "there is only
    one answer"; not "it was a message from the king", "her husband's answer is short", ", and the answer is no"."""
    be = next((i for i, low in enumerate(told) if low in ("is", "are")), None)
    if (
        be is None
        or told[0] in closed.COORDINATORS
        or not closed.AFTER_AN_OWNER.isdisjoint(told[:be])
        or "from" in told
    ):
        return False
    sees = told[be + 1 :] if told[:be] == ["there"] else told[:be]
    return not saying.IS_A_VIEW.isdisjoint(sees)

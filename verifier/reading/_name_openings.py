"""Where the name in a run of capitals begins: a sentence gives its first word a capital that is no name's."""

from __future__ import annotations

from verifier.english import cues, grammar, inflection, names, places, saying, titles
from verifier.english.everyday import CALENDAR, FUNCTION, MONTHS, everyday
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._name_kinds import shout
from verifier.reading._name_runs import Runs

_MARKS = frozenset("\"“‘':—•*([-–#") | {"``"}


class Openings(Runs):
    """The first token of the name in each run."""

    def _head(self, i: int, end: int) -> int | None:
        """The first token of the name in a run that may begin with a sentence's ordinary capital; None for no name."""
        forms, lows = self.words.forms, self.words.lows
        first = i
        opening = i in self.heads or self._after_mark(i)
        while first <= end and (
            (lows[first].removesuffix(".") in FUNCTION and not shout(forms[first])) or lows[first] in CALENDAR
        ):
            particle = lows[first] in names.PARTICLES and first < end and not opening  # "the leader [Al] Sisi"
            if self._known_from(first, end) or self._first_name(first, end, opening) or particle:
                return first
            first += 1
        if first > end:
            return None
        if first != i or not opening:
            return None if forms[first] == "I" else first
        return self._opening(first + (first < end and self._describes(first, end)), end)

    def _first_name(self, first: int, end: int, opening: bool) -> bool:
        """Whether an ordinary word is somebody's first name: "the conductor, [Jan] Moe", "said [Will] Strand". A month
        is none behind what dates have before them, another word none where a sentence gives it its capital."""
        words, low = self.words, self.words.lows[first]
        behind = words.lows[first + 1] if first < end and self.cap[first + 1] else ""
        if (
            not behind.isalpha()
            or everyday(behind)
            or behind in CALENDAR
            or any(a <= first < b for a, b in self.title_case)
        ):
            return False
        before = words.lows[first - 1] if first and not opening else ""
        if low in MONTHS:
            dated = before in grammar.PREPOSITIONS or before in grammar.DETERMINERS or before in saying.WHICH_TIME
            return titles.is_given(words.forms[first]) and not dated and self._is_somebodys(behind)
        given = (
            titles.is_given(words.forms[first]) or low in grammar.ADVERBS
        )  # no sentence writes "the buyer, Just Moe"
        return not opening and given and self._is_somebodys(behind)

    def _is_somebodys(self, low: str) -> bool:
        """Whether a word may be a surname, and is no body's or place's."""
        form = low.capitalize()
        return low not in names.ORGANISATION_WORDS and form not in self.known and form not in places.DEMONYMS

    def _after_mark(self, i: int) -> bool:
        return i > 0 and self.words.forms[i - 1] in _MARKS

    def _known_from(self, first: int, end: int) -> bool:
        return first < end and (self._named(first, end) in self.outlets)

    def _opening(self, first: int, end: int) -> int | None:
        """The same for a run at the head of a sentence, where any word has a capital."""
        forms, lows = self.words.forms, self.words.lows
        if self._surely(forms[first], lows[first]):
            return first
        plain = everyday(lows[first]) or lows[first] in self.small
        if first == end:
            return None if plain and not self._is_a_surname(first) else first
        joined = lows[first] in titles.MODIFIERS or lows[first] in names.ORGANISATION_WORDS
        if joined or not plain or lows[first + 1] in names.ORGANISATION_WORDS or lows[first + 1] in names.PLACE_WORDS:
            return first
        if self.cap[first + 1] and self._is_common(lows[first + 1]) and lows[first] not in grammar.ADVERBS:
            return first  # "[Dyfed] Rescue": no sentence gives the second word its capital
        if self._tells_of_a_body(first, end):
            return first
        return next((t for t in range(first + 1, end + 1) if self.cap[t]), None)

    def _is_a_surname(self, i: int) -> bool:
        """Whether a word that looks like any other stands as somebody's surname elsewhere, and small nowhere: "Tom
        Fielding left. [Fielding] said"."""
        low = self.words.lows[i]
        if low in self.small:
            return False
        if low not in self.borne:  # found once: a text may be full of one word
            self.borne[low] = [at for at in self.words.places[low] if at and self._is_borne(at)]
        return any(at != i for at in self.borne[low][:2])

    def _is_borne(self, at: int) -> bool:
        """Whether a word stands right behind a first name or "Mrs"."""
        given = titles.is_given(self.words.forms[at - 1]) or self.words.lows[at - 1] in titles.CIVIL
        return given and self.adjacent(at - 1, at)

    def _describes(self, first: int, end: int) -> bool:
        """Whether a compound before a name is none of it, as its second half has no capital: "[Prize-winning] Ann Lee",
        "[Nine-year-old] Tom"; not "Co-operative Bank"."""
        tied, tail = self.words.forms[first].rpartition("-")[1:]
        bodily = not names.ORGANISATION_WORDS.isdisjoint(self.words.lows[first : end + 1])
        return bool(tied) and tail.islower() and everyday(tail) and not bodily

    def _tells_of_a_body(self, first: int, end: int) -> bool:
        """Whether the word before a place, or before several names that are nobody's, is that of one thing: "[Police]
        Scotland", "[Natural] Resources Wales"; not "[Hosts] England", "[Beating] England", "[Angry] Ann Lee"."""
        forms, lows = self.words.forms, self.words.lows
        low, behind = lows[first], forms[first + 1]
        acts = tags.verb_forms().get(low, 0) & (Form.PAST | Form.PARTICIPLE | Form.ING)
        several = low.endswith("s") and not low.endswith(inflection.NO_PLURAL_ENDINGS)
        if acts or several or low in grammar.ADVERBS or low in cues.verbs() or low.endswith(inflection.OF_NO_NOUN):
            return False
        placed = self.cap[first + 1] and forms[end] in self.known
        return placed and not titles.is_given(behind) and behind not in places.DEMONYMS

    @staticmethod
    def _is_common(low: str) -> bool:
        """Whether a word has no capital of its own: no role, party or people."""
        named = low in titles.ROLES or low in titles.MODIFIERS or low in names.PARTISANS or low in CALENDAR
        named = named or titles.is_given(low) or low.capitalize() in places.DEMONYMS
        return not named and (everyday(low) or low in tags.verb_forms())

    def _surely(self, form: str, low: str) -> bool:
        """Whether a word is a name or opens one wherever it stands."""
        if low in titles.HONORIFICS or low in titles.ROLES or titles.is_given(form) or shout(form) or "." in form:
            return True
        return form in self.known or form in places.DEMONYMS or form in self.outlets

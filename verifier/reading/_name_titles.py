"""Titles before a name: where they end in a run of capitals, and where they begin in small letters before it."""

from __future__ import annotations

from verifier.english import closed, cues, grammar, names, people, places, titles
from verifier.english.everyday import CALENDAR, FUNCTION, everyday
from verifier.reading._name_behind import Behind, Run, role_gender
from verifier.reading._name_kinds import capital, shout

_LONGEST_TITLE = 6


class Titles(Behind):
    """What is read before a name, of whom it makes somebody."""

    def _under_a_role(self, first: int, end: int) -> int:
        """Where the name begins behind the office of a role in small letters: "minister for [Education] Ann Lee"."""
        lows = self.words.lows
        if not (first > 1 and lows[first - 1] in ("of", "for") and lows[first - 2] in titles.ROLES):
            return first
        polite = next((t + 1 for t in range(first + 1, end) if lows[t] in titles.HONORIFICS), None)
        if polite is not None:
            return polite
        t = first
        while t < end and lows[t] in names.OFFICES - names.ORGANISATION_WORDS:
            t += 1
        return t if self.cap[t] and self._namely(t, end) else first

    def _title_end(self, first: int, end: int) -> int | None:
        """The last token of the title that opens the run, None where the run opens with no title."""
        lows, forms = self.words.lows, self.words.forms
        last = None
        for t in range(first, end + 1):
            low = lows[t]
            if low in titles.HONORIFICS and (t == first or last is not None or t <= first + 3):
                last = t
            elif t == end and t > first + 1 and self._is_a_field(first, t):
                return None  # "Department of [Justice]"
            elif titles.office_holder(low) in titles.ROLES and not (
                t == first and t < end and titles.is_given(forms[t])
            ):
                if t == end and t > first and last is None and not self._role_phrase(first, t):
                    return None
                last = t
            elif t == first and t < end and titles.of_several(low) and titles.is_given(forms[t + 1]):
                last = t  # "Councilmen [Peter Vance] and Ana Ruiz"
            elif low in names.ORGANISATION_WORDS and last is not None and t == end:
                return None
            elif not (
                low in titles.MODIFIERS
                or forms[t] in places.DEMONYMS
                or forms[t] in self.known
                or low == "of"
                or (last is None and t < end)
            ):
                break
        if last is not None and last < end and lows[end] in names.ORGANISATION_WORDS:
            return None
        return last if last is None else self._office(last, end)

    def _is_a_field(self, first: int, t: int) -> bool:
        """Whether the word says what the body before it is for: "Department of [Justice]"."""
        lows = self.words.lows
        return lows[t - 1] in names.BODIES_OF_WHAT and lows[t - 2] in names.ORGANISATION_WORDS and t - 2 >= first

    def _office(self, last: int, end: int) -> int:
        """The end of a title that goes on with "of": "Secretary of State for Trade", "Prime Minister of Japan"."""
        lows = self.words.lows
        while last + 1 < end and lows[last + 1] in ("of", "for"):
            t = last + 2
            while t <= end and (lows[t] in names.OFFICES or self.words.forms[t] in self.known):
                t += 1
            last = max(t, self._field(t)) - 1
        return last

    def _namely(self, first: int, end: int) -> bool:
        """Whether what follows a title can be a name: not only everyday words."""
        lows, forms = self.words.lows, self.words.forms
        if lows[first - 1] in titles.CIVIL and first == end:
            return True
        return (
            any(
                not everyday(lows[t])
                and lows[t] not in names.ORGANISATION_WORDS
                and lows[t] not in names.OTHER_WORDS
                and (forms[t] not in places.DEMONYMS)
                for t in range(first, end + 1)
                if self.cap[t]
            )
            and lows[end] not in names.OTHER_WORDS
            and lows[first] != "of"
        )

    def _role_phrase(self, first: int, t: int) -> bool:
        lows, forms = self.words.lows, self.words.forms
        return all(
            lows[u] in titles.MODIFIERS
            or lows[u] in names.LINKS
            or forms[u] in places.DEMONYMS
            or forms[u] in self.known
            or lows[u] in names.ORGANISATION_WORDS
            for u in range(first, t)
        )

    def _small_title(self, run: Run) -> None:
        """A role in small letters right before the name: "spokesman John Smith", "Trump campaign manager Jo Poe"."""
        lows = self.words.lows
        t = run.first - 1
        if run.first == run.last and lows[run.first].removesuffix("s") in names.PARTISANS:
            return
        if t < 0 or not self.adjacent(t, t + 1) or lows[t] not in titles.ROLES or lows[t] == "count":
            return
        if lows[t] in titles.ALSO_OTHER_THINGS and run.first == run.last:
            return
        start = self._leftwards(t)
        run.start, run.title, run.kind = start, self._named(start, t), "person"
        run.gender = role_gender(lows[t])

    def _apposed_to_kin(self, run: Run) -> None:
        """Whose name it is by what stands before the comma: "survived by a son, [Jo], and two sisters"."""
        forms, lows = self.words.forms, self.words.lows
        role = run.start - 2 - (lows[run.start - 1] in closed.ARTICLES)  # "her husband, the painter [Jo Poe],"
        if role < 1 or run.kind not in ("person", None) or forms[role + 1] != "," or run.last + 1 >= len(forms):
            return
        closed_ = forms[run.last + 1] in (",", ".") or lows[run.last + 1] == "and"
        owned = lows[role - 1] in grammar.DETERMINERS | grammar.POSSESSIVES | closed.AFTER_AN_OWNER
        if closed_ and owned and role_gender(lows[role]):
            run.gender, run.kind = role_gender(lows[role]), "person"

    def _leftwards(self, start: int) -> int:
        """Where a title begins whose last part begins at ``start``: "former", "Trump campaign" before "manager"."""
        lows, forms = self.words.lows, self.words.forms
        last = start
        while start > 0 and self.adjacent(start - 1, start) and last - start < _LONGEST_TITLE:
            low, form = lows[start - 1], forms[start - 1]
            known = low in titles.MODIFIERS or low in titles.ROLES or titles.office_holder(low) != low
            ordinary = low in FUNCTION or low in CALENDAR
            if not (known or (capital(form) and not ordinary)) or self._of_the_sentence(start - 1):
                break
            start -= 1
        return start

    def _of_the_sentence(self, i: int) -> bool:
        """Whether a word before a title is none of its: "will certainly [force] Senator Lee", "want to [fire] manager
        Lee", "a clerk [under] President Lee", "[Count] former mayor Lee in", a word of a headline in capitals."""
        lows, forms = self.words.lows, self.words.forms
        before = lows[i - 1] if i else ""
        acts = capital(forms[i + 1]) and lows[i] in grammar.VERBS  # "voted 5-2 to [fire] Mayor Lee"
        does = before == "to" and i > 1 and (acts or _takes_a_verb(lows[i - 2]))
        if forms[i].islower() and (does or before in grammar.MODALS or before.endswith("ly")):
            return True
        shouted = _shouted(forms[i]) and (_shouted(forms[i + 1]) or (i > 0 and _shouted(forms[i - 1])))
        other = lows[i] == "count" or (lows[i] == "under" and lows[i + 1] != "secretary")
        return shouted or other or lows[i] in people.ANSWERS


def _takes_a_verb(low: str) -> bool:
    """Whether "to" behind a word opens what somebody does: "want to", "decision to"; not "according to"."""
    verb, noun = cues.verbs().get(low), cues.nouns().get(low)
    takes = (verb.verb.takes if verb is not None else 0) | (noun.takes if noun is not None else 0)
    return bool(takes & cues.Takes.TO)


def _shouted(form: str) -> bool:
    return shout(form) and form.isalpha()

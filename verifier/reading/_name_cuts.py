"""Runs of capitals cut into title and name: "U.S. Trade Representative (USTR) Robert Lighthizer"."""

from __future__ import annotations

from verifier.article import Article
from verifier.english import cues, grammar, names, outlets, people, places, titles
from verifier.english.everyday import CALENDAR, FUNCTION, everyday
from verifier.reading._model import EntityKind
from verifier.reading._name_behind import Behind, Run, role_gender
from verifier.reading._name_kinds import capital, guess, shout
from verifier.reading._name_runs import NICKNAME_MARKS
from verifier.reading.words import Words

_LONGEST_TITLE = 6
_BODY_AND_MAN = 3


class Cutter(Behind):
    """One walk over the tokens that keeps what it finds."""

    def __init__(self, article: Article, words: Words, table: dict[str, str]) -> None:
        super().__init__(article, words, table)
        self.found: list[Run] = []

    def walk(self) -> list[Run]:
        """Every raw mention, in the order of the text."""
        forms = self.words.forms
        closed = [self.words.inside(p.span) for p in self.article.paragraphs if p.kind == "skip"]
        stretches = sorted([(r.start, r.stop, False) for r in closed] + [(a, b, True) for a, b in self.title_case])
        ahead = iter(stretches)
        stretch = next(ahead, None)
        done = 0
        for i in [i for i, cap in enumerate(self.cap) if cap]:
            if i < done or forms[i].startswith(titles.PARTY_MARKS):
                continue
            while stretch and i >= stretch[1]:
                stretch = next(ahead, None)
            inside = stretch is not None and stretch[0] <= i
            if not (inside and stretch is not None and not stretch[2]):
                done = self._run(i, inside)
        return self.found

    def _run(self, i: int, headline: bool) -> int:
        """Take the run that begins at token i; give the token after it."""
        end = self._extent(i)
        if self._is_half(end):
            if end == i:
                return end + 1
            end -= 1
        if headline:
            self._headline(i, end)
            return end + 1
        first = self._head(i, end)
        if first is not None:
            self._cut(first, end)
        return end + 1

    def _is_half(self, i: int) -> bool:
        """Whether more of the word follows a token without a blank: "Airbus [A]320", "the [G]7"."""
        words = self.words
        return i + 1 < len(words) and words.starts[i + 1] == words.ends[i] and words.forms[i + 1][0].isalnum()

    def _headline(self, i: int, end: int) -> None:
        """Names in a headline of capitals: only known ones, acronyms, and (later) those the body knows."""
        for run in self._pieces(i, end):
            run.headline = True
            self.found.append(run)

    def _pieces(self, i: int, end: int) -> list[Run]:
        """A headline's run as single-token runs, longest known places and outlets kept whole."""
        found: list[Run] = []
        j = i
        while j <= end:
            size, kind, canonical = self._longest(j, end)
            if size:
                found.append(Run(j, j + size - 1, j, kind, canonical=canonical))
                j += size
            elif j < end and self._given_and_family(j):
                found.append(Run(j, j + 1, j, "person"))
                j += 2
            else:
                if self.cap[j] and self.words.lows[j] not in FUNCTION:
                    found.append(Run(j, j, j, None))
                j += 1
        return found

    def _given_and_family(self, j: int) -> bool:
        forms, lows = self.words.forms, self.words.lows
        return titles.is_given(forms[j]) and self.cap[j + 1] and not everyday(lows[j + 1])

    def _longest(self, j: int, end: int) -> tuple[int, EntityKind | None, str | None]:
        top = min(end, j + max(places.LONGEST, outlets.LONGEST) - 1)
        for k in range(top, j - 1, -1):
            name = self._named(j, k)
            if name in self.outlets and (k > j or name not in outlets.AMBIGUOUS):
                return k - j + 1, "outlet", self.outlets[name]
            if name in self.known or name in places.DEMONYMS:
                return k - j + 1, "place", None
        return 0, None, None

    def _cut(self, first: int, end: int) -> None:
        """Cut a run into its title and its name and keep it."""
        lows, forms = self.words.lows, self.words.forms
        abbreviated = first < end and forms[first] in places.STATES and "." in forms[first]
        if abbreviated and (titles.is_given(forms[first + 1]) or (first and forms[first - 1] == ",")):
            self.found.append(Run(first, first, first, "place"))  # "Ayr, [N.J.] Ann Lee said": another sentence
            first += 1
        office = self._under_a_role(first, end)
        if office > first:
            start = self._leftwards(first - 2)
            self._keep(Run(office, end, start, "person", title=self._named(start, office - 1)))
            return
        size, kind, canonical = self._longest(first, end)
        if first + size - 1 == end and size:
            self._keep(Run(first, end, first, kind, canonical=canonical))
            return
        split = self._title_end(first, end)
        if split is not None and split < end and self._namely(split + 1, end):
            start = self._leftwards(first)
            run = Run(split + 1, end, start, "person", title=self._named(start, split))
            run.gender = titles.HONORIFICS.get(lows[split]) or role_gender(lows[split])
            self._inner(first, split)
            self._keep(run)
            return
        if split is None and first < end and lows[first] in names.PARTISANS and titles.is_given(forms[first + 1]):
            self._keep(Run(first + 1, end, first, "person", title=self.words.forms[first]))
            return
        if split is not None:
            if split < end or not self._bracketed(first, end):
                self._inner(first, end)
            return
        self._keep(Run(first, end, first, self._kind(first, end)))

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

    def _bracketed(self, first: int, end: int) -> bool:
        """A title with its letters in brackets before the name: "Trade Representative (USTR) Robert Lighthizer"."""
        forms = self.words.forms
        if end + 4 >= len(forms) or forms[end + 1] != "(" or forms[end + 3] != ")" or not shout(forms[end + 2]):
            return False
        if not self.cap[end + 4] or not self.adjacent(end + 3, end + 4):
            return False
        last = self._extent(end + 4)
        self.found.append(Run(end + 4, last, first, "person", title=self._named(first, end + 3)))
        return True

    def _inner(self, first: int, last: int) -> None:
        """The places and organisations inside a title: "Chinese President", "Microsoft CEO"."""
        lows = self.words.lows
        t = first
        while t <= last:
            size, kind, canonical = self._longest(t, last)
            if size:
                self.found.append(Run(t, t + size - 1, t, kind, canonical=canonical))
                t += size
            else:
                u = t
                while (
                    u <= last
                    and self.cap[u]
                    and titles.office_holder(lows[u]) not in titles.ROLES
                    and lows[u] not in titles.MODIFIERS
                    and lows[u] not in titles.HONORIFICS
                ):
                    u += 1
                if u > t and not everyday(lows[t]):
                    self.found.append(Run(t, u - 1, t, self._kind(t, u - 1)))
                t = max(u, t + 1)

    def _keep(self, run: Run) -> None:
        """Keep a run with the title in small letters before it, the brackets behind it and what they show."""
        if self._and_person(run):
            body = Run(run.first, run.last - 2, run.start, "organisation", run.title)
            self.found.append(body)
            run = Run(run.last - 1, run.last, run.last - 1, "person")
        if run.title is None and run.kind in ("person", None):
            self._small_title(run)
        self._letters(run)
        self._behind(run)
        self.found.append(run)

    def _and_person(self, run: Run) -> bool:
        """Whether an organisation's name runs on into that of its man: "Lake Council Jane Poe"."""
        lows = self.words.lows
        if run.kind != "organisation" or run.last - run.first < _BODY_AND_MAN or lows[run.last - 2] not in names.BODIES:
            return False
        return not any(
            low in names.ORGANISATION_WORDS
            or low in names.OTHER_WORDS
            or everyday(low)
            or self.words.forms[t].isupper()
            or not self.words.forms[t].isalpha()
            or places.region_of(self.words.forms[t])
            for t, low in ((run.last - 1, lows[run.last - 1]), (run.last, lows[run.last]))
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

    def _kind(self, first: int, end: int) -> EntityKind | None:
        if any(
            not self.words.forms[t][0].isalnum() and self.words.forms[t] in NICKNAME_MARKS for t in range(first, end)
        ):
            return "person"
        return guess(self.words, first, end, self.outlets, self.small)


def _takes_a_verb(low: str) -> bool:
    """Whether "to" behind a word opens what somebody does: "want to", "decision to"; not "according to"."""
    verb, noun = cues.verbs().get(low), cues.nouns().get(low)
    takes = (verb.verb.takes if verb is not None else 0) | (noun.takes if noun is not None else 0)
    return bool(takes & cues.Takes.TO)


def _shouted(form: str) -> bool:
    return shout(form) and form.isalpha()


def find(article: Article, words: Words, table: dict[str, str]) -> list[Run]:
    """Every raw mention of a name."""
    return Cutter(article, words, table).walk()

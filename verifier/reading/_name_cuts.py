"""Runs of capitals cut into title and name: "U.S. Trade Representative (USTR) Robert Lighthizer"."""

from __future__ import annotations

from verifier.article import Article
from verifier.english import names, outlets, places, titles
from verifier.english.everyday import FUNCTION, everyday
from verifier.reading._model import EntityKind
from verifier.reading._name_behind import Run, role_gender
from verifier.reading._name_kinds import guess, shout
from verifier.reading._name_runs import NICKNAME_MARKS
from verifier.reading._name_titles import Titles
from verifier.reading.words import Words

_BODY_AND_MAN = 3


class Cutter(Titles):
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
        self._apposed_to_kin(run)
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

    def _kind(self, first: int, end: int) -> EntityKind | None:
        if any(
            not self.words.forms[t][0].isalnum() and self.words.forms[t] in NICKNAME_MARKS for t in range(first, end)
        ):
            return "person"
        return guess(self.words, first, end, self.outlets, self.small)


def find(article: Article, words: Words, table: dict[str, str]) -> list[Run]:
    """Every raw mention of a name."""
    return Cutter(article, words, table).walk()

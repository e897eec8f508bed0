"""Which mentions mean the same one: surnames and first names to full names, acronyms to what they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from verifier.article import Article
from verifier.english import outlets, places, saying, titles
from verifier.english.everyday import everyday
from verifier.english.names import GENERATIONS, SMALL
from verifier.english.outlets import ACTS
from verifier.reading._bearers import Bearers, Group
from verifier.reading._model import Entity, EntityKind, NameMention, Names
from verifier.reading._name_behind import Run
from verifier.reading._name_runs import NICKNAME_MARKS
from verifier.reading.words import Words

_THE_AND_ONE = 2  # words: "The Post"
_MANY = 20
"""People of one name from which on a mention of it alone is nobody's."""


def _key(words: Words, run: Run) -> tuple[str, ...]:
    """The name's words for comparison: no initials, no full stops, one apostrophe, no "Jr."."""
    parts = []
    marked = False  # a nickname in marks is no part of it
    for t in range(run.first, run.last + 1):
        form = words.forms[t]
        if form in NICKNAME_MARKS:
            marked = not marked
        if marked:
            continue
        if form[0].isalpha() and words.lows[t] not in GENERATIONS:
            initial = len(form.replace(".", "")) == 1 and run.last > run.first
            if not initial:
                parts.append(form if form in places.PLACES else form.replace(".", "").replace("’", "'"))
    return tuple(parts) or (words.forms[run.first],)


class Clusters:
    """Groups in the order of their first mention, with what finds them again."""

    def __init__(self, article: Article, words: Words, runs: list[Run]) -> None:
        self.article, self.words, self.runs = article, words, runs
        self.groups: list[Group] = []
        self.of: dict[int, Group] = {}
        self.exact: dict[tuple[str, ...], Group] = {}
        self.last: dict[str, Bearers] = defaultdict(Bearers)
        self.first: dict[str, list[Group]] = defaultdict(list)
        self.acronyms: dict[str, Group] = {}
        self.apart: dict[str, Group | None] = {}  # by surname, who bears it beside those named in full

    def build(self) -> Names:
        """All mentions gathered."""
        body = [i for i, r in enumerate(self.runs) if not r.headline]
        several = [i for i in body if self.runs[i].first < self.runs[i].last or self.runs[i].alias]
        for i in several:
            self._full(i)
        taken = set(several)
        self.apart = {_key(self.words, self.runs[i])[0]: None for i in body if i not in taken and self._another(i)}
        for i in body:
            if i not in taken:
                self._single(i)
        self._speaking()
        self._headlines([i for i, r in enumerate(self.runs) if r.headline])
        return self._freeze()

    def _add(self, i: int, group: Group) -> None:
        run = self.runs[i]
        group.add(run, self._bare(run))
        self.of[i] = group

    def _bare(self, run: Run) -> str:
        return " ".join(self.article.text[self.words.starts[run.first] : self.words.ends[run.last]].split())

    def _new(self, i: int, kind: EntityKind, key: tuple[str, ...]) -> Group:
        group = Group(kind, key)
        self.groups.append(group)
        self.exact.setdefault(key, group)
        self._add(i, group)
        if kind == "person" and len(key) > 1:
            given = titles.gender_of(key[0])
            if given:
                group.leans(given, 2)
            self.last[_surname(key)].join(group)
            self.first[key[0]].append(group)
        return group

    def _full(self, i: int) -> None:
        """A name of several words: the same one again, or a new one."""
        run, key = self.runs[i], _key(self.words, self.runs[i])
        kind: EntityKind = run.kind or "other"
        group = self.exact.get(key)
        if group is None and kind == "person":
            group = self._same_person(key)
        if group is None and kind in ("organisation", "outlet"):
            group = self._same_organisation(run, key)
        if group is None and kind == "outlet" and run.canonical:
            group = self.exact.get(("=", run.canonical))
        if group is None:
            group = self._new(i, kind, key)
            if run.canonical:
                self.exact.setdefault(("=", run.canonical), group)
        else:
            self._add(i, group)
            if kind == "person" and group.kind == "other":
                group.kind = "person"
        if kind == "organisation" or run.alias:
            initials = "".join(p[0] for p in key if p.lower() not in SMALL)
            if len(initials) > 1:
                self.acronyms.setdefault(initials, group)
            if run.alias:
                self.acronyms[run.alias] = group

    def _bearers(self, surname: str) -> list[Group]:
        """Who is named in full with this surname."""
        return self.last[surname].groups if surname in self.last else []

    def _same_person(self, key: tuple[str, ...]) -> Group | None:
        """Somebody with the same surname and a first name that is the same, a nickname or a middle name of it."""
        for group in self._bearers(_surname(key))[:_MANY]:
            if len(key) == 1 or _same_given(group.key[0], key[0]) or _is_end(key, group.key):
                return group
        return None

    def _same_organisation(self, run: Run, key: tuple[str, ...]) -> Group | None:
        """The outlet under its other name; "Oversight Committee" for the long name that ends alike is left to exact."""
        the = key[0].lower() == "the"
        if run.canonical and (group := self.exact.get(("=", run.canonical))) is not None:
            return group
        if the and len(key) == _THE_AND_ONE:
            return self.exact.get(key[1:]) or self._outlet_ending(key[-1])
        return self.exact.get(key[1:]) if the and not run.canonical else None

    def _outlet_ending(self, word: str) -> Group | None:
        """The one outlet named so far whose name ends in a word: "the [Post]" where only the New York Post is named."""
        found = [g for g in self.groups if g.kind == "outlet" and len(g.key) > 1 and g.key[-1] == word]
        return found[0] if len(found) == 1 and found[0].key[0].lower() != "the" else None

    def _single(self, i: int) -> None:
        """A name of one word: a surname, a first name, an acronym or a name of its own."""
        run, key = self.runs[i], _key(self.words, self.runs[i])
        word = key[0]
        if word in outlets.AMBIGUOUS and run.kind in (None, "other") and self._reports(run, word):
            run.kind, run.canonical = "outlet", outlets.OUTLETS.get(word, word)
        if run.canonical and run.kind == "outlet":
            group = self.exact.get(("=", run.canonical)) or self.exact.get(key) or self._outlet_ending(word)
            if group is None:
                group = self._new(i, "outlet", key)
                self.exact.setdefault(("=", run.canonical), group)
            else:
                self._add(i, group)
            return
        if self.words.low(run.start - 1) == "the" and (outlet := self._outlet_ending(word)) is not None:
            self._add(i, outlet)
            return
        apart = word in self.apart and self._apart(i, word)
        group = self.apart[word] if apart else self._known(word, run) or self.exact.get(key)
        if group is not None:
            self._add(i, group)
            return
        made = self._new(i, self._alone(run, word), key)
        if apart:
            self.apart[word] = made

    def _another(self, i: int) -> bool:
        """Whether the title before a surname is a man's and all who bear it in full are women, or the other way
        round: "Ida Holt ... Mr. Holt" are two."""
        run = self.runs[i]
        if run.gender is None:
            return False
        word = _key(self.words, run)[0]
        return word in self.last and self.last[word].none_is(run.gender)

    def _apart(self, i: int, word: str) -> bool:
        """Whether this mention is the bearer's who is never named in full: by the title's gender, by a title that
        nobody else of the name has, and without a title where that one was named last."""
        run, there = self.runs[i], self.apart[word]
        if run.gender:
            return self._another(i)
        bearers = self.last[word]
        if run.title:
            return run.title not in bearers.titles
        return there is not None and there.runs[-1].first > bearers.last_before(run)

    def _reports(self, run: Run, word: str) -> bool:
        """Whether a word that may be an outlet's name is one here: named in full elsewhere, or it "reported"."""
        if word in self.last:
            return False
        t = run.last + 1
        follows = self.words.lows[t] if t < len(self.words) else ""
        return ("=", outlets.OUTLETS.get(word, "")) in self.exact or (follows in ACTS and word in outlets.OUTLETS)

    def _known(self, word: str, run: Run) -> Group | None:
        candidates = self._bearers(word) or ([] if run.title and run.kind == "person" else self.first.get(word)) or []
        if not candidates and run.kind == "person":
            candidates = self.first.get(word, [])
        if run.kind == "place" and candidates and word in places.COUNTRIES:
            candidates = []
        if candidates:
            return self._choose(candidates, run)
        group = self.acronyms.get(word) or self.exact.get((word,))
        if group is not None and run.kind == "person" and run.title and group.kind == "other":
            group.kind = "person"
        return group

    def _choose(self, candidates: list[Group], run: Run) -> Group | None:
        """Of several with this name, the one the title's gender leaves, else the one named most by far."""
        if len(candidates) > _MANY:
            return None
        if len(candidates) > 1 and run.gender:
            kept = [c for c in candidates if c.gender in (None, run.gender)]
            candidates = kept or candidates
        if len(candidates) == 1:
            return candidates[0]
        ranked = sorted(candidates, key=lambda c: -len(c.runs))
        return ranked[0] if len(ranked[0].runs) > len(ranked[1].runs) else None

    def _alone(self, run: Run, word: str) -> EntityKind:
        """What a single unknown word names, by its title, its shape and the verb behind it."""
        if run.kind is not None:
            return run.kind
        return "person" if titles.is_given(word) else "other"

    def _speaking(self) -> None:
        """A name of one word that says, thinks or tells somewhere is a person's."""
        for group in self.groups:
            if group.kind == "other" and len(group.key) == 1 and any(self._speaks(r) for r in group.runs):
                group.kind = "person"

    def _speaks(self, run: Run) -> bool:
        t = run.last + 1
        thing = self.words.low(run.start - 1) == "the"  # "the clerks at the Mater told him"
        return t < len(self.words) and self.words.lows[t] in saying.BY_PEOPLE and not thing

    def _headlines(self, indexes: list[int]) -> None:
        """Words of a headline in capitals: joined to what the body names; the rest kept only where surely a name."""
        small = self.words.small
        for i in indexes:
            run, key = self.runs[i], _key(self.words, self.runs[i])
            group = (
                self._known(key[0], run)
                or self.exact.get(key)
                or (self.exact.get(("=", run.canonical)) if run.canonical else None)
            )
            low = key[0].lower()
            if group is not None and not (len(key) == 1 and group.kind == "other" and everyday(low)):
                self._add(i, group)
            elif run.kind is not None or (titles.is_given(key[0]) and low not in small):
                self._new(i, run.kind or "person", key)
            elif len(key[0]) > 3 and low not in small and not everyday(low):
                self._new(i, "other", key)

    def _freeze(self) -> Names:
        order = sorted((i for i in self.of), key=lambda i: (self.words.starts[self.runs[i].first], self.runs[i].last))
        number = {id(g): n for n, g in enumerate(self.groups)}
        mentions: list[NameMention] = []
        by_group: dict[int, list[NameMention]] = defaultdict(list)
        for i in order:
            run = self.runs[i]
            n = number[id(self.of[i])]
            bare = self.words.span(run.first, run.last)
            whole = bare if run.start == run.first else self.words.span(run.start, run.last)
            mention = NameMention(whole, bare, run.title, n)
            mentions.append(mention)
            by_group[n].append(mention)
        entities = tuple(self._entity(n, g, tuple(by_group[n])) for n, g in enumerate(self.groups))
        return Names(entities, tuple(mentions))

    def _entity(self, n: int, group: Group, mentions: tuple[NameMention, ...]) -> Entity:
        best = max(group.names, key=lambda name: (len(name.split()), len(name)))
        found: dict[str, None] = {}
        for run in sorted(group.runs, key=lambda r: r.first):
            for title in (run.title, run.after_title):
                if title:
                    found.setdefault(" ".join(title.split()))
        return Entity(n, group.kind, best, tuple(found), mentions, group.gender)


def _surname(key: tuple[str, ...]) -> str:
    """The surname of a whole name: the last word, or the one before a given name of two syllables: "Ada [Lam]
    Mei-yee"."""
    _, hyphen, syllable = key[-1].partition("-")
    return key[-2] if hyphen and syllable[:1].islower() and len(key) > 1 else key[-1]


def _is_end(key: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a name is all of a longer one but the first names: "Vargas Llosa", not "Jane Holt" of Ada Jane Holt."""
    return 1 < len(key) < len(whole) and whole[-len(key) :] == key and not titles.is_given(key[0])


def _same_given(one: str, other: str) -> bool:
    a, b = one.lower(), other.lower()
    return a == b or titles.NICKNAMES.get(a, a) == titles.NICKNAMES.get(b, b)


def gather(article: Article, words: Words, runs: Iterable[Run]) -> Names:
    """The names of an article from its raw mentions."""
    return Clusters(article, words, list(runs)).build()

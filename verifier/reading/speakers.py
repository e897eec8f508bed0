"""Speakers: whom the words that name a source mean, in the article's fullest form.

A name is looked up among the article's names; a description ("the senator") means the last person with that title.
"""

from __future__ import annotations

from bisect import bisect_left

from verifier.article import Article, Span
from verifier.english import calendar, closed, grammar, nouns, numbers, people, titles
from verifier.english.names import PARTISANS
from verifier.english.people import GENDERS
from verifier.reading import _full_names as full_names
from verifier.reading import _names_beside as names_beside
from verifier.reading import _noun_phrases, _ranks, vagueness, who
from verifier.reading._ages import Ages
from verifier.reading._joint import Joint
from verifier.reading._model import Entity, NameMention, Names, Quotation, Source
from verifier.reading._pronouns import Pronouns
from verifier.reading._source_phrases import SourcePhrases
from verifier.reading.words import Words

_HEARD = 40  # speakers looked back at for the bearer of a surname
_PHRASE = 25  # words of an opening phrase
_ONE_OR_TWO = closed.ONE_OF_THEM | numbers.COUNTS
_WHILE = 5  # words behind a name
_SENTENCE_NAMES = 12  # names looked at in a sentence


class Resolver:
    """Resolves sources in the order of the text, and remembers who spoke last."""

    def __init__(
        self, article: Article, words: Words, tagged: list[str], names: Names, quotations: tuple[Quotation, ...]
    ) -> None:
        self._article = article
        self._words = words
        self._names = names
        self._starts = [m.bare.start for m in names.mentions]
        self._titled: dict[str, list[int]] | None = None
        self._surnames: dict[str, Entity] | None = None
        self._fullest: dict[int, str] = {}
        self._phrases = SourcePhrases(words, tagged, names)
        self._joint = Joint(words, names)
        self._ages = Ages(words, names)
        self._beside = names_beside.NamesBeside(words, tagged, names, self._head_name)
        self._pronouns = Pronouns(article, words, names, quotations, self.fullest)

    def source(self, mention: Span, meant: Span | None = None) -> Source:
        """Who is meant by the words at ``mention``; call in the order of the text.

        ``meant`` is the phrase that a relative pronoun there takes up, where the sentence shows it.
        """
        mention = self._phrases.whole(mention)
        found = self._resolve(self._phrases.whole(meant) if meant is not None else mention)
        if meant is not None:
            found = self._person_meant(mention) or Source(mention, found.name, "pronoun", found.vague, found.entity)
        if who.is_figure(found.name):
            found = Source(mention, self._part_of(mention, found.name), found.basis, vague=True)
        self._pronouns.spoken.append((mention.start, found))
        return found

    def _part_of(self, mention: Span, figure: str) -> str:
        """The figure with the people it counts, where they open its sentence: "48 of the 90 workers"."""
        words, sentence = self._words, self._article.sentence_at(mention.start)
        if sentence is None:
            return figure
        first, at = words.at(sentence.span.start), words.at(mention.start)
        opens = words.lows[first] == "of" and words.forms[at - 1] == "," and 1 < at - 1 - first <= _PHRASE
        if not opens or "," in words.forms[first : at - 1]:
            return figure
        return f"{figure} {words.lows[first]} {words.span(first + 1, at - 2).of(self._article.text)}"

    def _person_meant(self, mention: Span) -> Source | None:
        """The person whom "who" takes up past the body that stands nearer: "[Ann Lee] of Marlow Securities, who"."""
        low = self._words.lows[self._words.at(mention.start)]
        found = self._pronouns.source(mention, low, low) if low == "who" and not self._some(mention) else None
        person = found is not None and found.entity is not None and self._names.entities[found.entity].kind == "person"
        return found if person else None

    def _some(self, who: Span) -> bool:
        """Whether "who" stands right behind a noun that tells which are meant: "double the [number] who"."""
        before = self._words.forms[self._words.at(who.start) - 1]
        return before[0].islower()

    def _resolve(self, mention: Span) -> Source:
        words = self._words
        mention = self._behind_a_lead(mention)
        tokens = words.inside(mention)
        text = " ".join(mention.of(self._article.plain).split())
        lows = words.lows[tokens.start : tokens.stop]
        if len(lows) == 1 and lows[0] in closed.PRONOUNS_FOR_SPEAKERS:
            found = self._pronouns.source(mention, lows[0], text)
            return self._several(mention) or found if lows[0] == "they" and found.name == text else found
        clause = self._phrases.tell(tokens)
        both = None if clause else self._joint.pair(mention)
        if both is not None:
            name = " and ".join(self.fullest(self._names.of(one)) for one in both)
            return Source(Span(min(both[0].span.start, mention.start), mention.end), name, "explicit")
        if (text.isupper() or (text.istitle() and len(lows) == 1)) and (person := self._by_surname(text)) is not None:
            if len(lows) == 1:
                person = self._heard_bearer(person, lows[0], tokens.stop)
            return Source(mention, self.fullest(person), "explicit", False, person.index)
        vague = vagueness.is_vague(words, mention)
        named = None
        if not clause and not (len(lows) > 1 and who.is_part_of_a_clause(text)) and not self._joint.names_two(mention):
            named = self._named(mention, tokens, lows, vague=vague)
            vague = vague or _bare_plural(lows)
        if named is not None:
            name = full_names.with_office(words, tokens, self.fullest(named))
            return Source(mention, name, "explicit", False, named.index)
        return Source(mention, text, "explicit", vague, None, clause)

    def _several(self, they: Span) -> Source | None:
        """The people with whose names the sentence before opens, outside quotations: "[Ann Lee and Otto Brandt] came.
        “We are late,” they said"."""
        here = self._article.sentence_at(they.start)
        before = here.index - 1 if here is not None else -1
        while before >= 0 and self._pronouns.is_quoted(self._article.sentences[before].span.start):
            before -= 1
        named = self._joint.opening(self._article.sentences[before].span) if before >= 0 else []
        names = [self.fullest(self._names.of(one)) for one in named]
        return Source(they, f"{', '.join(names[:-1])} and {names[-1]}", "pronoun") if names else None

    def _behind_a_lead(self, mention: Span) -> Span:
        """The name behind where or when it is said: "At the quay [Lee] said"."""
        first = self._words.inside(mention).start
        if self._words.lows[first] not in grammar.PREPOSITIONS or self._words.forms[first][0].islower():
            return mention
        return next((m.span for m in self._names.within(mention) if m.bare.end == mention.end), mention)

    def _named(self, mention: Span, tokens: range, lows: list[str], *, vague: bool) -> Entity | None:
        """Which of the article's names the words mean: the one at their head, beside them, or last so called."""
        named = self._head_name(mention, tokens) or self._apposed(mention, tokens)
        if named is not None and len(lows) > 1 and _several_of(named):
            return None  # "several Democrats", "majorities in the north": no others of them
        if named is not None and lows[0] in _ONE_OR_TWO and not self._is_proper(named, lows[0]):
            return None  # "an anti-quay PAC", "two House Committees", "one Democrat"; not "a desperate Acme"
        if named is not None and named.kind == "other" and lows[:1] == ["the"]:  # "The Archdeacon, [Ann Lee],"
            named = self._apposed(mention, tokens) or self._beside.named_after(tokens) or named
        if named is not None and (len(lows) == 1 or named.name.lower() not in PARTISANS):  # not "the Republican"
            return self._heard_bearer(named, lows[0], tokens.stop) if len(lows) == 1 else named
        one = lows[:1] in (["another"], ["one"])  # "one of the welders, [Ann Lee]"
        bare = lows[:1] and lows[0] in titles.ROLES  # "Counsel for the firm, [Ann Lee],"
        if lows[:1] and (lows[0] in closed.BEFORE_A_SPEAKER or one or bare or _owned(lows)):
            beside = self._beside.named_after(tokens)
            if beside is not None:
                return beside
        return self._described(mention, lows) if lows[:1] == ["the"] and not vague else None

    def _is_proper(self, named: Entity, opening: str) -> bool:
        """Whether a name is a person's, or stands somewhere as only a name does, with nothing before it that tells
        which is meant; ``opening`` is the word before it that counts."""
        if named.kind == "person":
            return True
        before = (self._words.low(self._words.at(m.span.start) - 1) for m in named.mentions)
        ties = grammar.PREPOSITIONS | grammar.CONJUNCTIONS
        alone = any(low in ties or not low[:1].isalnum() for low in before if low != "/")
        return alone and named.name.lower() != opening  # "Fifty of the mayors"

    def _heard_bearer(self, named: Entity, low: str, behind: int) -> Entity:
        """Of several people with one surname the one who is "he" behind it ("Lee said as he left"), else the one who
        spoke last: the others are only told of. Who is called by the first name is the one who bears that."""
        surname = named.name.split()[-1]
        if named.kind != "person" or low != surname.lower():
            return named
        gender = self._gender_behind(behind)
        if gender is not None and named.gender != gender:
            bearers = (e for e in self._names.entities if e.kind == "person" and e.name.split()[-1] == surname)
            others = [e for e in bearers if e.gender == gender]
            if len(others) == 1:
                return others[0]
        for _, spoken in reversed(self._pronouns.spoken[-_HEARD:]):
            other = self._names.entities[spoken.entity] if spoken.entity is not None else None
            if other is not None and other.kind == "person" and other.name.split()[-1] == surname:
                return other
        return named

    def _gender_behind(self, at: int) -> str | None:
        """The gender of whoever does something while he speaks: "said as [he] left"."""
        lows = self._words.lows[at : at + _WHILE]
        pairs = ((low, lows[i + 1]) for i, low in enumerate(lows[:-1]))
        return next((GENDERS[next_] for low, next_ in pairs if low in closed.MEANWHILE and next_ in GENDERS), None)

    def _by_surname(self, text: str) -> Entity | None:
        """Whom a transcript calls by the surname, or by the whole name, in capitals."""
        if self._surnames is None:
            bearers = [e for e in self._names.entities if e.kind == "person" and not e.name.isupper()]
            self._surnames = {e.name.split()[-1].lower(): e for e in reversed(bearers)}
            written = [e for e in self._names.entities if e.kind in ("person", "other") and not e.name.isupper()]
            self._surnames |= {e.name.lower(): e for e in written if " " in e.name}
            self._surnames = _by_initials(bearers) | self._surnames  # "AL:" where Ann Lee is asked
        return self._surnames.get(text.lower()) or self._surnames.get(text.split()[-1].lower())

    def _head_name(self, mention: Span, tokens: range) -> Entity | None:
        """The name that is the head of the words: "Clinton's aide Ann Lee of Ohio" is Lee."""
        words = self._words
        end = tokens.stop
        for i in range(tokens.start + 1, tokens.stop):
            ends = words.lows[i] in closed.ENDS_HEAD or words.lows[i] in grammar.PREPOSITIONS  # "a farmer near Ayr"
            ends = ends or _noun_phrases.does(words, i)  # "a farmer backing Lee"
            if ends and not self._inside_a_name(words.starts[i]):
                end = i
                break
        if end <= tokens.start:
            return None
        last = words.ends[end - 1]
        at = bisect_left(self._starts, mention.start)
        found = None
        for name in self._names.mentions[at : at + _SENTENCE_NAMES]:
            if name.bare.start >= last:
                break
            if name.bare.end == last:
                found = self._names.entities[name.entity]
        owned = found is not None and " " not in found.name and end - 2 >= tokens.start
        if owned and words.lows[end - 2] in closed.AFTER_AN_OWNER:
            return None  # "St Mary's Hospital" is not called "Hospital"
        return found

    def _apposed(self, mention: Span, tokens: range) -> Entity | None:
        """The person named after a comma: "the council's leader, Ann Lee"."""
        comma = next((i for i in tokens if self._words.forms[i] == ","), None)
        if comma is None or comma + 1 >= tokens.stop:
            return None
        rest = range(comma + 1, tokens.stop)
        named = self._head_name(Span(self._words.starts[comma + 1], mention.end), rest)
        return named if named is not None and named.kind == "person" else None

    def _inside_a_name(self, offset: int) -> bool:
        at = bisect_left(self._starts, offset) - 1
        return at >= 0 and self._names.mentions[at].bare.end > offset

    def _described(self, mention: Span, lows: list[str]) -> Entity | None:
        """ "the senator": the last person named before who bears the title; nobody where his paragraph has only named
        somebody else by then."""
        if lows[-1] in people.OF_AN_AGE and lows[1].isdigit():
            return self._ages.bearer(mention, lows[1])
        if self._titled is None:
            self._titled = _by_title(self._names)
        end = next((i for i, low in enumerate(lows) if i and low in closed.ENDS_HEAD), len(lows))
        if end == 1:
            return None
        candidates = [self._names.entities[i] for i in self._titled.get(lows[end - 1], ())[:_SENTENCE_NAMES]]
        bearers = _ranks.of_the_time(
            lows[1:end], [e for e in candidates if not _ranks.is_another(lows[1:end], e.titles)]
        )
        named = sorted(filter(None, (self._last_named(e, mention) for e in bearers)), key=lambda m: m.bare.start)
        if not named or self._only_another(named[-1], mention) or self._together(named):
            return None
        return self._names.of(named[-1])

    def _last_named(self, entity: Entity, described: Span) -> NameMention | None:
        """Where somebody is named last before a place."""
        at = bisect_left(entity.mentions, described.start, key=lambda m: m.bare.start) - 1
        return entity.mentions[at] if at >= 0 else None

    def _together(self, named: list[NameMention]) -> bool:
        """Whether two who bear a title were named last in one paragraph, so that either may be meant."""
        here = self._article.paragraph_at(named[-1].bare.start)
        return here is not None and any(m.bare.start >= here.span.start for m in named[:-1])

    def _only_another(self, best: NameMention, described: Span) -> bool:
        here = self._article.paragraph_at(described.start)
        if here is None or here.span.start <= best.bare.start:
            return False
        told = self._names.within(Span(here.span.start, described.start))
        return any(m.entity != best.entity and self._names.of(m).kind == "person" for m in told)

    def fullest(self, entity: Entity) -> str:
        """The name in full, with the title it first bears in that form."""
        known = self._fullest.get(entity.index)
        if known is None:
            known = self._fullest[entity.index] = full_names.full_name(self._article.plain, self._words, entity)[0]
        return known


def _by_initials(bearers: list[Entity]) -> dict[str, Entity]:
    """The people by their initials, where one alone bears them; "PM" is a time of day, or the prime minister."""
    found: dict[str, list[Entity]] = {}
    for one in bearers:
        if " " in one.name:
            found.setdefault("".join(word[0] for word in one.name.split()).lower(), []).append(one)
    return {
        initials: ones[0]
        for initials, ones in found.items()
        if len(ones) == 1 and initials not in calendar.HALVES_OF_A_DAY
    }


def _bare_plural(lows: list[str]) -> bool:
    """ "Universities", "they": several, nobody in particular."""
    return len(lows) == 1 and lows[0].isalpha() and (lows[0] in nouns.PLURAL_HEADS or names_beside.is_plural(lows[0]))


def _several_of(named: Entity) -> bool:
    """Whether a name is one word for many, of whom something in front or behind says which: "Democrats"."""
    return named.kind == "other" and _bare_plural([named.name.lower()])


def _owned(lows: list[str]) -> bool:
    return any(low in closed.AFTER_AN_OWNER for low in lows)


def _by_title(names: Names) -> dict[str, list[int]]:
    """The people by the last word of each of their titles."""
    found: dict[str, list[int]] = {}
    for entity in names.entities:
        if entity.kind == "person":
            for title in entity.titles:
                key = titles.SHORTENED.get(title.lower().split()[-1], title.lower().split()[-1])
                found.setdefault(key, []).append(entity.index)
    return found

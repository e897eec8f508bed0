"""Whom of the people of a sentence a pronoun may mean: by gender, by place, by whose relatives they are."""

from __future__ import annotations

from bisect import bisect_left

from verifier.article import Span
from verifier.english import closed, grammar, saying
from verifier.english.inflection import Form
from verifier.english.people import GENDERS
from verifier.reading import _pronoun_kinds, tags
from verifier.reading._model import Entity, NameMention, Source
from verifier.reading._pronouns_of_others import PronounsOfOthers

_OPENS = closed.OPENING | closed.SUBORDINATE | closed.PLACES_IN
_OWNED = 6  # words from an owner to the name of what is owned
_SENTENCE_NAMES = 12  # names looked at in a sentence


class PeopleMeant(PronounsOfOthers):
    """Whom of the people of a sentence a pronoun may mean."""

    def _people(self, span: Span, gender: str) -> list[Entity]:
        """The people named in the stretch outside quotations, in order, whose gender agrees."""
        found: list[Entity] = []
        at = bisect_left(self._starts, span.start)
        for mention in self._names.mentions[at : at + _SENTENCE_NAMES]:
            if mention.bare.start >= span.end:
                break
            entity = self._names.entities[mention.entity]
            if entity.kind not in ("person", "other") or entity.gender not in (None, gender) or entity in found:
                continue
            if entity.kind == "other" and (
                not self._has_spoken(entity.index) or self._is_a_body(entity) or _pronoun_kinds.is_a_kind(entity)
            ):
                continue
            if self._is_called_the(entity):
                continue
            if _pronoun_kinds.is_a_party(entity) or (entity.gender is None and self._is_owned(mention, gender)):
                continue
            if not self._in_quotation(mention.bare.start) and not self._is_where(mention):
                found.append(entity)
        if not found:  # most stretches name nobody
            return []
        opening, main = self._opening(span), self._in_main(span)
        first = self._words.at(opening) + 1  # "Asked about Ann Lee, [Reed] paused"
        opens = opening > span.start
        opens = opens and not self._opens_with_who_asks(span)
        unknown = {m.entity for m in self._names.within(span) if opens and self._words.at(m.span.start) == first}
        spoke = (one for at, one in self.spoken[-4:] if at >= span.start)
        sure = [e for e in found if e.gender == gender]
        unknown |= {one.entity for one in spoke if one.entity is not None and self._tells_of(one, sure, span)}
        found = [e for e in found if e.gender == gender or (e.index in unknown and e.kind == "person")] or found
        return sorted(found, key=lambda e: e.index not in main)

    def _owner(self, mention: Span, gender: str) -> Entity | None:
        """Whose thing is told of again: "Lee mocked [Brandt]'s plans, above all *his* plan for a quay"."""
        words, at = self._words, self._words.at(mention.start)
        sentence, noun = self._article.sentence_at(mention.start), words.low(at + 1).removesuffix("s")
        if sentence is None or words.lows[at] not in grammar.POSSESSIVES or not noun:
            return None
        for name in reversed(list(self._names.within(Span(sentence.span.start, mention.start)))):
            after, entity = words.at(name.bare.end - 1) + 1, self._names.of(name)
            same = noun in {low.removesuffix("s") for low in words.lows[after + 1 : min(after + _OWNED, at)]}
            if words.low(after) in closed.AFTER_AN_OWNER and same:
                return entity if entity.kind == "person" and entity.gender in (None, gender) else None
        return None

    def _is_where(self, name: NameMention) -> bool:
        """Whether a first name is a town's: "a church in [Marion]"."""
        place = self._words.low(self._words.at(name.span.start) - 1) in closed.PLACES_IN
        return place and " " not in self._names.of(name).name and not self._has_spoken(name.entity)

    def _tells_of(self, spoken: Source, people: list[Entity], sentence: Span) -> bool:
        """Whether somebody spoke in a sentence that names the others only behind: "[Putney] said it was not in Scott's
        hand", not "[Putney] told Scott so", "Asked by Scott, [Putney] said so", "[Putney's] words to Scott"."""
        words, low = self._words, self._words.low
        if low(words.at(spoken.mention.end - 1) + 1) in closed.AFTER_AN_OWNER:
            return False
        named = self._names.within(sentence)
        others = [m for m in named if m.entity != spoken.entity and self._names.of(m) in people]
        heard = saying.ASKS | saying.TELLS
        return all(m.bare.start > spoken.mention.start and low(words.at(m.span.start) - 1) not in heard for m in others)

    def _in_main(self, sentence: Span) -> set[int]:
        """Whom the main clause names."""
        opening = self._opening(sentence)
        return {m.entity for m in self._names.within(sentence) if m.bare.start >= opening}

    def _opens_with_who_asks(self, sentence: Span) -> bool:
        start = self._words.at(sentence.start)
        return self._words.low(start) in saying.ASKS and self._words.low(start + 1) == "by"

    def _is_owned(self, name: NameMention, gender: str) -> bool:
        """Whether somebody is called what he is to whom a pronoun of this gender means, and so is another: "[Her] old
        friend the painter Jo Poe", "[her] son, Jo"."""
        words, i = self._words, self._words.at(name.span.start) - 1
        i -= words.low(i) == ","
        for at in range(i, max(-1, i - _OWNED), -1):
            low = words.lows[at]
            if low in grammar.POSSESSIVES:
                return GENDERS.get(low) == gender
            if not low.isalpha() or low in grammar.PREPOSITIONS or low in grammar.CONJUNCTIONS:
                return False
        return False

    def _is_called_the(self, entity: Entity) -> bool:
        """Whether "the" stands before a name that is nobody's as far as one sees: "the [Alpen Kurier] reported"."""
        if entity.gender is not None or entity.titles:
            return False
        before = [self._words.low(self._words.at(m.span.start) - 1) for m in entity.mentions[:_SENTENCE_NAMES]]
        return 2 * before.count("the") >= len(before)  # once alone is "the Lee case"

    def _is_a_body(self, entity: Entity) -> bool:
        """Whether "the" or an owner stands before a name, which nobody's has: "the [Synod]", "England's [Synod]"."""
        before = (self._words.low(self._words.at(m.bare.start) - 1) for m in entity.mentions[:_SENTENCE_NAMES])
        return any(low == "the" or low in closed.AFTER_AN_OWNER for low in before)

    def _opening(self, sentence: Span) -> int:
        """Where the main clause begins behind an opening phrase ("Despite the win of Ann Lee, [Reed said]")."""
        tokens = self._words.inside(sentence)
        if not tokens or not (self._words.lows[tokens.start] in _OPENS or self._opens_with_a_passive(tokens)):
            return sentence.start
        comma = next((i for i in tokens if self._words.forms[i] == ","), tokens.start)
        return self._words.starts[comma]

    def _opens_with_a_passive(self, tokens: range) -> bool:
        """Whether what is done to the subject stands before it: "[Followed by Ann Lee], Reed came in"."""
        low = self._words.lows[tokens.start]
        passive = low.endswith("ed") and tags.verb_forms().get(low, 0) & Form.PARTICIPLE
        return bool(passive) and self._words.low(tokens.start + 1) in grammar.PREPOSITIONS

    def _has_spoken(self, entity: int) -> bool:
        return any(spoken.entity == entity for _, spoken in self.spoken[-6:])

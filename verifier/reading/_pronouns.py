"""Pronouns that name a source: whom "she", "they" or "who" means.

A person is whom the last sentences are about: who spoke last, was asked, or is named first in the sentence before, as
far as gender allows; names inside quotations do not count.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from verifier.article import Sentence, Span
from verifier.english import closed, cues, grammar, people, saying, titles
from verifier.english.cues import Takes
from verifier.english.inflection import Form
from verifier.english.people import GENDERS
from verifier.reading import _acting, _named_behind, _pronoun_kinds, _relatives, tags
from verifier.reading._model import Entity, Source
from verifier.reading._people_meant import PeopleMeant

_LOOK_BACK = 6  # sentences
_PHRASE = 25  # words of an opening phrase


class Pronouns(PeopleMeant):
    """Resolves pronouns."""

    def source(self, mention: Span, low: str, text: str) -> Source:
        """Whom the pronoun ``low`` at ``mention`` means; itself where the text shows nobody."""
        again = next((one for at, one in reversed(self.spoken[-3:]) if at == mention.start), None)
        if again is not None:  # "[It] expects a delay, but warns that": one word, two statements
            return again
        if low in closed.RELATIVE_SUBJECTS:
            near = self._name_before(mention, people=low == "who")
            if low == "that" or (low == "which" and near is not None and near.kind in ("person", "place")):
                near = None  # a name needs no "that"; a thing is meant
            return self._person(mention, near) if near is not None else Source(mention, text, "pronoun")
        gender = GENDERS.get(low)
        if gender is not None:
            role = self._role_before(mention) or self._role_acting(mention)
            if role is not None:
                return Source(mention, role.name, "pronoun", role.vague, None)
            return self._he_or_she(mention, gender, text)
        if low in closed.IN_THE_TALK:
            return Source(mention, text, "explicit")
        body = self._body(mention, low) if low != "one" else None  # "“It is lost,” read [one]": one of several
        return body or Source(mention, text, "pronoun")

    def _he_or_she(self, mention: Span, gender: str, text: str) -> Source:
        """Whom "he" or "she" means where no role without a name does."""
        named = partial(self._names_one, gender)
        kin = _relatives.meant(self._article, self._words, mention, gender, stands_out=named)
        if kin is not None:
            return Source(mention, kin.of(self._article.text), "pronoun")
        person = self._owner(mention, gender) or self._antecedent(mention, gender)
        return self._person(mention, person) if person is not None else Source(mention, text, "pronoun")

    def _names_one(self, gender: str, span: Span) -> bool:
        """Whether anybody is named in a stretch, outside marks, whom a pronoun of this gender could mean."""
        return bool(self._people(span, gender))

    def _antecedent(self, mention: Span, gender: str) -> Entity | None:
        """The person whom a pronoun of this gender most likely means."""
        sentence = self._article.sentence_at(mention.start)
        if sentence is None:
            return None
        behind = _named_behind.person(self._words, self._names, mention, sentence.span, self._in_quotation)
        if behind is None or behind.gender not in (None, gender):
            return self._antecedent_before(mention, sentence, gender)
        if self._words.low(self._words.inside(sentence.span).start) not in closed.THEN:
            return behind
        before = self._antecedent_before(mention, sentence, gender)
        return before if behind == before else None  # "When he left, Reed said": Reed, or another

    def _antecedent_before(self, mention: Span, sentence: Sentence, gender: str) -> Entity | None:
        """Whom of those before it a pronoun means."""
        end = self._after_opening(mention, sentence.span)
        told = self._told_of(mention, sentence.span)
        spoke = self._spoke_just_before(sentence.paragraph, gender)
        if (spoke is not None and spoke.index in told) or self._either_may_go_on(mention, sentence.span, gender):
            return None
        for index in range(sentence.index, max(-1, sentence.index - _LOOK_BACK), -1):
            span = self._article.sentences[index].span
            if self._is_passed_over(index, sentence.index, gender):
                continue
            if index < sentence.index and (self._opens_with_another(span) or self._opens_with_kin(span, gender)):
                return None
            here = self._people(Span(span.start, min(end, span.end)), gender)
            here = [person for person in here if person.index not in told]
            if index < sentence.index:
                here = self._meant_later(here, span, gender, spoke)
                if self._article.sentences[index].paragraph == sentence.paragraph and self._opens_with_who_asks(span):
                    here = [e for e in here if e.index in self._in_main(span)]  # "Asked by Lee, Reed paused. [He] said"
            asked = self._asked(span, here)
            if asked is not None:
                return asked
            if here:
                elsewhere = self._article.sentences[index].paragraph != sentence.paragraph
                if spoke is None or not elsewhere or (spoke.kind == "other" and here[0].kind == "person"):
                    return self._speaker_or_first(here, span)
                sure = spoke.gender == gender or here[0].gender != gender
                return spoke if sure else self._speaker_or_first(here, span)
        return None

    def _either_may_go_on(self, mention: Span, sentence: Span, gender: str) -> bool:
        """Whether the pronoun opens a second clause behind two of whom nothing tells which is "he", and neither has
        spoken: "Reed met Lee, and [he] said"."""
        at = self._words.at(mention.start)
        joined = self._words.low(at - 1) == "and" and self._words.low(at - 2) == ","
        spoke = {source.entity for place, source in self.spoken[-_LOOK_BACK:] if place >= sentence.start}
        people = self._people(Span(sentence.start, mention.start), gender) if joined else []
        return len(people) > 1 and all(e.gender is None and e.index not in spoke for e in people)

    def _opens_with_kin(self, sentence: Span, gender: str) -> bool:
        """Whether a sentence is about somebody's relative who has no name: "Her mother was ill. [She] said"."""
        words, first = self._words, self._words.at(sentence.start)
        kin = titles.FEMALE_ROLES if gender == "female" else titles.MALE_ROLES
        noun = first + 1 if words.low(first + 1) in people.KIN else first + 2  # "my late father"
        alone = noun + 1 < len(words) and words.forms[noun + 1][0].islower()
        return words.low(first) in grammar.POSSESSIVES and words.low(noun) in kin & people.KIN and alone

    def _opens_with_another(self, sentence: Span) -> bool:
        """Whether somebody acts in the sentence of whom nothing shows who that is: "Reed defied him." is about Reed,
        and so is "Asked about him, Reed paused"."""
        opening = self._opening(sentence)
        start = self._words.starts[self._words.at(opening) + 1] if opening > sentence.start else opening
        at = bisect_left(self._starts, start)
        name = self._names.mentions[at] if at < len(self._starts) else None
        if name is None or name.span.start != start or " " in self._names.of(name).name:
            return False
        entity, verb = self._names.of(name), self._words.at(name.bare.end - 1) + 1
        known = entity.kind != "other" or self._has_spoken(entity.index)
        acts = verb < len(self._words) and tags.verb_forms().get(self._words.lows[verb], 0) & Form.PAST
        return bool(acts) and not known

    def _acts_on_another(self, person: Entity, sentence: Span, gender: str) -> bool:
        """Whether a person of the sentence, who says nothing, does something to whoever the pronoun means: "Lee *led
        him* there. [He] said"."""
        for at, spoken in self.spoken[-4:]:
            if at >= sentence.start and spoken.entity == person.index and not self._is_who(spoken):
                return False
        return _acting.on_another(self._words, self._names, person, sentence, gender)

    def _is_passed_over(self, index: int, at: int, gender: str) -> bool:
        """Whether a sentence tells nothing of whom a pronoun behind it means: it is a byline, or about somebody whom
        only a pronoun names: "She forgave Lee. [She] said": whoever that is, not Lee."""
        sentence = self._article.sentences[index]
        if self._article.paragraphs[sentence.paragraph].kind == "byline":
            return True
        opening = self._words.lows[self._words.at(sentence.span.start)]
        return index < at and opening in closed.SUBJECTS and GENDERS.get(opening) == gender

    def _meant_later(self, people: list[Entity], sentence: Span, gender: str, spoke: Entity | None) -> list[Entity]:
        """Whom of the people of a sentence a pronoun behind it can mean."""
        if spoke is not None and self._owns(sentence, people, spoke):
            return [spoke]
        return [person for person in people if not self._acts_on_another(person, sentence, gender)]

    def _owns(self, sentence: Span, people: list[Entity], spoke: Entity) -> bool:
        """Whether of a sentence in which somebody spoke only others are looked at whose relative or friend that one is:
        "Ms Keane's mother, Ida, said so. [She] left"."""
        told = any(at >= sentence.start and source.entity == spoke.index for at, source in self.spoken[-1:])
        ends = {m.entity: self._words.at(m.bare.end - 1) + 1 for m in self._names.within(sentence)}
        owners = {e for e, after in ends.items() if self._words.low(after) in closed.AFTER_AN_OWNER}
        return told and bool(people) and all(p.index in owners and p.index != spoke.index for p in people)

    def _asked(self, sentence: Span, people: list[Entity]) -> Entity | None:
        """Of the people of a sentence the one who is asked there, and so answers: "Lee asked [Reed] whether"."""
        for i in self._words.among(saying.ASKS, sentence) if people else ():
            at = bisect_left(self._starts, self._words.starts[i])
            for mention in self._names.mentions[at : at + 1]:
                asked = self._names.of(mention)
                if mention.span.start == self._words.starts[i + 1] and asked in people:
                    return asked
        return None

    def _after_opening(self, mention: Span, sentence: Span) -> int:
        """Up to where people named in the sentence can be meant: "Running against Lee, he": somebody else."""
        tokens = self._words.inside(sentence)
        at = self._words.at(mention.start)
        first = self._words.lows[tokens.start] if tokens else ""
        opens = first.endswith("ing") or first in closed.OPENING
        commas = [i for i in range(tokens.start, min(at, tokens.start + _PHRASE)) if self._words.forms[i] == ","]
        apposed = len(commas) == 2 and all(self._words.forms[i][0].isupper() for i in range(commas[0] + 1, commas[1]))
        closes = commas[-1:] == [at - 1] and (len(commas) == 1 or apposed)  # "Of his rival, Ann Lee, he"
        return sentence.start if (opens and closes) or self._fronted(tokens, at) else mention.start

    def _fronted(self, sentence: range, at: int) -> bool:
        """Whether what is said stands before its cue, or around it: "Holt is no coward, [he] said" is not said by Holt,
        and "Holt, [he] said, is no coward" neither."""
        words = self._words
        closes = at > sentence.start + 1 and words.forms[at - 1] == ","
        if not closes or words.lows[sentence.start] in closed.SUBORDINATE | saying.OPENS_BEFORE_THE_MAIN:
            return False
        cue = cues.verbs().get(words.low(at + 1))
        says = cue is not None and cue.form & (Form.PAST | Form.THIRD) and cue.verb.takes & Takes.QUOTE
        return bool(says) and at + 2 < sentence.stop and words.forms[at + 2] in ".,"

    def _told_of(self, mention: Span, sentence: Span) -> set[int]:
        """Whom a sentence is about in which the pronoun's is a clause put in: "Holt, [he] said, is no coward"."""
        tokens = self._words.inside(sentence)
        if not self._fronted(tokens, self._words.at(mention.start)):
            return set()
        opens = self._names.within(Span(sentence.start, mention.start))
        return {m.entity for m in opens if self._words.at(m.span.start) == tokens.start}

    def _spoke_just_before(self, paragraph: int, gender: str) -> Entity | None:
        """The person who spoke last, if that was in this paragraph or the one before."""
        if not self.spoken:
            return None
        at, spoken = self.spoken[-1]
        place = self._article.paragraph_at(at)
        if (
            spoken.entity is None
            or place is None
            or place.index < paragraph - 1
            or self._is_an_aside(at, spoken, gender)
        ):
            return None
        entity = self._names.entities[spoken.entity]
        named = next(self._names.within(spoken.mention), None)
        if named is not None and entity.gender is None and self._is_owned(named, gender):
            return None
        may_be = entity.kind == "person" or (entity.kind == "other" and not _pronoun_kinds.is_a_kind(entity))
        may_be = may_be and not _pronoun_kinds.is_a_party(entity) and not self._is_called_the(entity)
        return entity if may_be and entity.gender in (None, gender) else None

    def _is_an_aside(self, at: int, spoken: Source, gender: str) -> bool:
        """Whether somebody spoke only in a sentence about another: "*He* was taught by Lee, [who] called him"."""
        sentence = self._article.sentence_at(at)
        if sentence is None or not self._is_who(spoken):
            return False
        opening = self._words.lows[self._words.at(sentence.span.start)]
        return opening in closed.SUBJECTS and GENDERS.get(opening) == gender

    def _is_who(self, spoken: Source) -> bool:
        """Whether somebody spoke in a clause hung on the name."""
        return self._words.lows[self._words.at(spoken.mention.start)] == "who"

    def _speaker_or_first(self, people: list[Entity], sentence: Span) -> Entity:
        """Of the people of a sentence the one who speaks in it, else the first."""
        for at, spoken in reversed(self.spoken[-4:]):
            if at < sentence.start:
                break
            if at < self._opening(sentence):
                continue  # "Asked by Lee whether it was late, [Reed] paused"
            for entity in people:
                if entity.index == spoken.entity:
                    return entity
        return people[0]

    def _person(self, mention: Span, person: Entity) -> Source:
        return Source(mention, self._fullest(person), "pronoun", False, person.index)

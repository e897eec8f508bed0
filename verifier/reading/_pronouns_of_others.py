"""Pronouns that mean nobody named: a role ("the partner"), a body, or what a relative clause hangs on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from verifier.article import Article, Span
from verifier.english import closed, grammar, sayers, saying
from verifier.english.inflection import Form
from verifier.english.people import GENDERS
from verifier.reading import _noun_phrases, _pronoun_kinds, tags
from verifier.reading._model import Entity, Names, Quotation, Source
from verifier.reading.words import Words

_NEAR = 2  # sentences in which "it" and "they" look for a body


class PronounsOfOthers:
    """Resolves pronouns beside ``spoken``, the sources so far with their places, to which whoever resolves them adds.

    ``fullest`` gives a person's full name.
    """

    def __init__(
        self,
        article: Article,
        words: Words,
        names: Names,
        quotations: tuple[Quotation, ...],
        fullest: Callable[[Entity], str],
    ) -> None:
        self._article = article
        self._words = words
        self._names = names
        self._starts = [m.bare.start for m in names.mentions]
        self._quoted = [(q.marks.start, q.marks.end) for q in quotations]
        self._quoted_starts = [start for start, _ in self._quoted]
        self.spoken: list[tuple[int, Source]] = []
        self._fullest = fullest

    def _role_before(self, mention: Span) -> Source | None:
        """One person without a name who spoke in this sentence or the last, nobody being named since: "the partner"."""
        if not self.spoken:
            return None
        at, spoken = self.spoken[-1]
        if len(self.spoken) > 1 and self._words.low(self._words.at(at)) == "who":
            at, spoken = self.spoken[-2]  # "[One clerk], who asked for silence, said so"
        here, there = self._article.sentence_at(mention.start), self._article.sentence_at(at)
        if here is None or there is None or here.index - there.index > 1:
            return None
        if (
            spoken.entity is not None
            or spoken.basis != "explicit"
            or not _noun_phrases.is_a_role(self._words, self._words.inside(spoken.mention))
        ):
            return None
        since = Span(spoken.mention.end, mention.start)
        if here is there and self._closes_what_is_said(mention):
            return None  # "He was told so by a clerk, [she] said"
        if here is not there and self._told_another(there.span, spoken):
            return None
        named = any(not self._in_quotation(m.bare.start) for m in self._names.within(since))
        return None if named or _pronoun_kinds.several(spoken.name) else spoken

    def _told_another(self, sentence: Span, spoken: Source) -> bool:
        """Whether a sentence is about somebody whom a role tells something: "She was told so by [a clerk]"."""
        words, at = self._words, self._words.at(spoken.mention.start)
        before = range(words.at(sentence.start), at)
        return words.low(at - 1) == "by" and any(words.lows[i] in GENDERS for i in before)

    def _closes_what_is_said(self, mention: Span) -> bool:
        """Whether a pronoun stands behind what it says: "..., [she] said"."""
        at = self._words.at(mention.start)
        return self._words.low(at - 1) == "," and self._words.low(at + 1) in saying.ONLY_SAYING

    def _role_acting(self, mention: Span) -> Source | None:
        """One person without a name with whom the sentence before opens, nobody else being named there: "[The mayor]
        came at noon. “It is late,” *he* said"."""
        here = self._article.sentence_at(mention.start)
        if here is None or not here.index:
            return None
        before = self._article.sentences[here.index - 1]
        tokens = self._words.inside(before.span)
        opens = tokens and before.paragraph == here.paragraph and self._words.lows[tokens.start] in closed.ARTICLES
        if any(at >= before.span.start and one.entity is not None for at, one in self.spoken[-1:]):
            return None  # "The captain, she recalled, told her so": another's sentence
        persons = (m for m in self._names.within(before.span) if self._names.of(m).kind == "person")
        if not opens or any(not self._in_quotation(m.bare.start) for m in persons):
            return None
        lows = self._words.lows
        acts = (i for i in tokens if lows[i] in grammar.AUXILIARIES or tags.verb_forms().get(lows[i], 0) & Form.PAST)
        last = _noun_phrases.noun_phrase_end(self._words, tokens.start + 1, next(acts, tokens.stop), stop_at_verbs=True)
        if last < tokens.start:
            return None
        if _noun_phrases.head(self._words, range(tokens.start, last + 1)) not in sayers.ONE_PERSON:
            return None  # an ending alone is no proof here: "the river", "the letter"
        return Source(mention, self._words.span(tokens.start, last).of(self._article.text), "pronoun", False, None)

    def _body(self, mention: Span, low: str) -> Source | None:
        """Whom "it" or "they" means: a body, or people, that spoke in this sentence or the two before."""
        here = self._article.sentence_at(mention.start)
        acting = self._acting_body(mention) if low == "it" else None
        if acting is not None:
            return Source(mention, self._fullest(acting), "pronoun", False, acting.index)
        for at, spoken in reversed(self.spoken[-3:]):
            before = self._article.sentence_at(at)
            near = _NEAR if low == "they" and spoken.entity is None else 1  # mostly what the sentence before is about
            if here is None or before is None or before.index < here.index - near or spoken.basis == "pronoun":
                break
            person = spoken.entity is not None and self._names.entities[spoken.entity].kind == "person"
            if person or spoken.name.lower() in closed.PRONOUNS_FOR_SPEAKERS:
                continue
            named = self._names.entities[spoken.entity] if spoken.entity is not None else None
            body = named is not None and not _pronoun_kinds.is_a_kind(named)
            if low == "it" and not body and _pronoun_kinds.several(spoken.name):
                continue  # "Actors signed a letter. [It] says"
            if low != "they" or spoken.entity is not None or _pronoun_kinds.several(spoken.name):
                return Source(mention, spoken.name, "pronoun", spoken.vague, spoken.entity)
        return None

    def _acting_body(self, mention: Span) -> Entity | None:
        """The body with which the sentence opens, where no other is named up to the pronoun in a further main clause:
        "[Acme] gave no answer, but in a letter *it* denied"."""
        sentence = self._article.sentence_at(mention.start)
        if sentence is None:
            return None
        tokens, at = self._words.inside(sentence.span), self._words.at(mention.start)
        named = list(self._names.within(Span(sentence.span.start, mention.start)))
        bodies = [m for m in named if _pronoun_kinds.may_be_a_body(self._names.of(m))]
        opens = bodies and self._words.at(bodies[0].span.start) <= tokens.start + 1 and named[0] == bodies[0]
        if not opens or any(m.entity != bodies[0].entity for m in bodies):
            return None
        lows = self._words.lows
        joint = any(lows[i - 1] == "," and lows[i] in closed.COORDINATORS for i in range(tokens.start + 1, at))
        return self._names.of(bodies[0]) if joint else None

    def _name_before(self, mention: Span, *, people: bool) -> Entity | None:
        """The name that a relative pronoun takes up: the last one before it in its sentence, where no noun without a
        name stands nearer; of people, where asked for and somebody is named: "[Ann Lee] of Marlow Securities, who"."""
        sentence = self._article.sentence_at(mention.start)
        at = bisect_left(self._starts, mention.start) - 1
        if at < 0 or sentence is None or self._starts[at] < sentence.span.start:
            return None
        near = self._names.mentions[at]
        if people:
            span = Span(sentence.span.start, mention.start)
            persons = [m for m in self._names.within(span) if self._names.of(m).kind == "person"]
            near = persons[-1] if persons else near
        between = self._words.inside(Span(near.bare.end, mention.start))
        forms = self._words.forms[between.start : between.stop]
        if "," not in forms and any(form[0].isalnum() for form in forms):
            return None  # "Ann Lee came with ten others who"
        return self._names.of(near)

    def is_quoted(self, offset: int) -> bool:
        """Whether a place stands inside a quotation."""
        return self._in_quotation(offset)

    def _in_quotation(self, offset: int) -> bool:
        at = bisect_left(self._quoted_starts, offset + 1) - 1
        return at >= 0 and offset < self._quoted[at][1]

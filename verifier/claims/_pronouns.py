"""Whom a pronoun at the head of a statement means, where the article leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.article import Span
from verifier.claims._reading import Reading
from verifier.english import statements
from verifier.english.people import GENDERS
from verifier.reading._model import Entity, NameMention, Source
from verifier.reading._sentence import VERBAL


def left(text: str) -> tuple[str, tuple[str, ...]]:
    """The text, and the pronoun at its head that does not say whom it means."""
    first = text.split(" ", 1)[0]
    return text, (first,) if first.lower() in statements.OPEN_PRONOUNS else ()


def _may_be(person: Entity, gender: str) -> bool:
    """Whether the pronoun could mean somebody else; a bare word that shows no person by a title or a first name is none
    to fear ("Metroline")."""
    shown = person.gender is not None or person.titles or " " in person.name
    return bool(shown) and person.gender in {None, gender}


def _is_subject(reading: Reading, mention: NameMention, sentence: Span) -> bool:
    """Whether the sentence begins with it, adjuncts aside: no verb stands before it."""
    words = reading.analysis.words
    before = words.inside(Span(sentence.start, max(sentence.start, mention.span.start)))
    return sentence.covers(mention.span) and all(reading.analysis.tags[i] not in VERBAL for i in before)


def meant(reading: Reading, span: Span, pronoun: str, source: Source | None) -> str | None:
    """Whom "he" or "she" at the start means: the source of the statement, where nobody else was named just before whom
    it could mean, or the only person named there."""
    gender = statements.PRONOUNS.get(pronoun)
    if gender is None:
        return None
    names, article = reading.analysis.names, reading.analysis.article
    sentence = article.sentence_at(span.start)
    if sentence is None:
        return None
    before = article.sentences[sentence.index - 1].span if sentence.index else Span(0, 0)
    around = [*reading.names_in(before), *reading.names_in(Span(sentence.span.start, span.start))]
    people = {m.entity for m in around if names.of(m).kind == "person"}
    if source is None:
        return _named_before(reading, around, before, gender) if len(people) == 1 else None
    if source.vague or source.entity is None:
        return None
    known, others = names.entities[source.entity], people - {source.entity}
    sure = not any(_may_be(names.entities[other], gender) for other in others)
    return source.name if known.kind == "person" and known.gender in {None, gender} and sure else None


def _named_before(reading: Reading, around: Sequence[NameMention], before: Span, gender: str) -> str | None:
    """The only person named just before, where the sentence is about him: not whom it ends with."""
    names = reading.analysis.names
    mention = next(m for m in around if names.of(m).kind == "person")
    person = names.of(mention)
    if person.gender not in {None, gender} or not _is_subject(reading, mention, before):
        return None
    words = reading.analysis.words
    ahead = words.inside(Span(before.start, mention.span.start))  # "[Her] tutor, Ann Tait, said no. She went anyway"
    return None if any(GENDERS.get(words.lows[i]) == gender for i in ahead) else person.name

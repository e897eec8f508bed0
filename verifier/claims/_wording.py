"""A statement in words that stand alone."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.article import Article, Span
from verifier.claims._reading import Reading
from verifier.english import cues, grammar, statements
from verifier.reading._model import Attribution, Source
from verifier.reading._sentence import VERBAL

LEAST = 4
"""A statement of fewer words than this says nothing that could be looked up."""
_TIED = frozenset(",'’")
"""Marks that no blank stands before."""
_GAP = 90
"""Characters between the words that name the source and what is attributed, within which they are one clause."""
_HANDED_ON = cues.Takes.THAT | cues.Takes.ZERO | cues.Takes.TOLD_THAT | cues.Takes.QUOTE
_LONGEST = 400
"""Characters of a sentence that is still told whole."""


def attributed(reading: Reading, attribution: Attribution, text: str, *, complete: bool) -> str:
    """What somebody else stated, ``text`` in the article's words: alone where it is ``complete``, else with the words
    that say who does what with it ("Washington accuses Beijing of ...")."""
    if attribution.kind == "direct":
        return text
    if complete:
        return alone(reading, attribution.content[0], text, attribution.source)
    return composed(reading, attribution, text)


def is_statement(reading: Reading, attribution: Attribution) -> bool:
    """Whether what is attributed is a statement of its own, and the one that was made."""
    if attribution.kind == "direct":
        return True
    words = reading.analysis.words
    tokens = [i for span in attribution.content for i in words.inside(span)]
    if not tokens or attribution.cue is None or attribution.source is None:
        return True
    first = next((i for i in tokens if words.forms[i][0].isalnum()), tokens[0])
    cue = [words.lows[i] for i in words.inside(attribution.cue)]
    if words.lows[first] in statements.BOUND or not statements.REVERSING.isdisjoint(cue):
        return False
    told = any(reading.analysis.tags[i] in VERBAL for i in tokens) or acts(words.lows[i] for i in tokens)
    return told and _hands_on(cue)


def acts(lows: Iterable[str]) -> bool:
    """Whether a word in lower case looks like a verb that tells what happened or is so."""
    return any(low in statements.VERBS or low in statements.AUXILIARIES or _past(low) for low in lows)


def _past(low: str) -> bool:
    return len(low) > 4 and low.endswith("ed")


def _hands_on(cue: list[str]) -> bool:
    """Whether a cue hands on a statement ("said", "according to", "showed"), or does something to what follows
    ("accuses", "plans", "pointed to")."""
    known = [verb.verb for low in cue if (verb := cues.verbs().get(low))]
    if known:
        return bool(known[-1].takes & _HANDED_ON) and cue[-1] not in statements.BOUND
    return cue[-1] not in statements.BOUND or cue[0] in {"according", "as"}


def composed(reading: Reading, attribution: Attribution, text: str) -> str:
    """The content after the words that name the source and what it does, or with them where they follow it at once ("a
    decline forecast by ..."), or its sentence where they stand elsewhere."""
    article, source = reading.analysis.article, attribution.source
    if source is None or attribution.cue is None:
        return text
    mention, start = source.mention, attribution.content[0].start
    between = article.text[mention.end : start] if mention.end <= attribution.cue.start else ""
    if attribution.cue.end <= start and 0 < len(between) <= _GAP and "\n\n" not in between:
        does = article.words(Span(mention.end, start))
        found = f"{_named(article, source)}{'' if does[:1] in _TIED else ' '}{does} {text}"
    elif 0 <= min(mention.start, attribution.cue.start) - attribution.content[-1].end <= _GAP:
        found = article.words(Span(start, max(mention.end, attribution.cue.end)))
    else:
        sentence = article.sentence_at(start)
        if sentence is None or sentence.span.end - sentence.span.start > _LONGEST:
            return text
        found = article.words(sentence.span)
    return found[:1].upper() + found[1:]


def _named(article: Article, source: Source) -> str:
    """Who it is, in the fullest form: never a pronoun where the name is known."""
    mention = article.words(source.mention)
    low = mention.lower()
    if low in grammar.POSSESSIVES:
        return f"{source.name}’s"
    return mention if source.name in mention else source.name


def alone(reading: Reading, span: Span, text: str, source: Source | None) -> str:
    """The statement's words so that they stand alone: no leading connective, and a name for a pronoun where
    it is certain whom it means."""
    pieces = text.split(" ")
    while len(pieces) >= LEAST:
        low = pieces[0].lower().rstrip(",")
        if (low, pieces[1].lower().rstrip(",")) in statements.PHRASES:
            pieces = pieces[2:]
        elif low in statements.CONNECTIVES and low not in statements.ALWAYS_LEADING:
            pieces = pieces[1:]
        else:
            break
    gender = statements.PRONOUNS.get(pieces[0].lower())
    name = _meant(reading, span, gender, source) if gender else None
    if name:
        pieces[0] = name
    text = " ".join(pieces)
    return text[:1].upper() + text[1:]


def _meant(reading: Reading, span: Span, gender: str, source: Source | None) -> str | None:
    """Whom "he" or "she" at the start means: the source of the statement, or the only person named just before."""
    names, article = reading.analysis.names, reading.analysis.article
    if source is not None:
        if source.vague or source.entity is None:
            return None
        known = names.entities[source.entity]
        return source.name if known.kind == "person" and known.gender in {None, gender} else None
    sentence = article.sentence_at(span.start)
    if sentence is None or sentence.index == 0:
        return None
    before = article.sentences[sentence.index - 1]
    people = {m.entity for m in reading.names_in(before.span) if names.of(m).kind == "person"}
    if len(people) != 1:
        return None
    person = names.entities[people.pop()]
    return person.name if person.gender in {None, gender} else None

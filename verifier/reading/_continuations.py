"""Quotations with no words of saying of their own, which go on from what stands right before.

In its paragraph a quotation goes on from the statement in the sentence before, or belongs to the person whom that
sentence is about: 'Ann Lee had an answer. "Sell it."'. That somebody has spoken in the paragraph before is not enough:
a quotation in a paragraph of its own may be anybody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from verifier.article import Article, Sentence, Span
from verifier.english import closed, cues, sayers, saying
from verifier.reading import _clause_subjects, _exchange, _subjects, tags
from verifier.reading._model import Names, Quotation, Source
from verifier.reading._said import Said
from verifier.reading._sentence import VERBAL, Reading
from verifier.reading.words import Words

_VERBS = 4  # verbs of a sentence among which the main one is
_LEAST = 4  # words of a quotation that is given to whom the sentence before is about


def give(
    article: Article, words: Words, tagged: list[str], said: list[Said], quotations: Sequence[Quotation]
) -> list[Said]:
    """Add the quotations that nothing holds to the statements before them; what is new comes back."""
    held = _held(said, quotations)
    put = _answered(article, quotations)
    bare = [q for q in quotations if q.index not in held and q.kind == "direct" and q.index not in put]
    if not bare:
        return []
    spoken = _by_sentence(article, said)
    new: list[Said] = []
    for q in bare:
        sentence = article.sentence_at(q.marks.start)
        if sentence is None or sentence.span.start != q.marks.start or sentence.index == 0:
            continue
        before = article.sentences[sentence.index - 1]
        told = spoken.get(before.index)
        if told is not None and not told.direct and _only_shows(article, told):
            told = None
        if told is not None and not told.direct and _asks(words, told):
            continue  # Lee asked whether she would sell. "Who to?"
        if before.paragraph != sentence.paragraph and (
            told is None
            or not _ends_quoted(article, told, before, q)
            or _exchange.takes_turn(words, told.content[-1], told.cue, q.marks)
        ):
            continue
        if told is None:
            told = _about(words, tagged, before, q)
            if told is None:
                continue
            new.append(told)
        else:
            told.content.append(q.marks)
            told.content.sort()
        spoken[sentence.index] = told
    return new


def _answered(article: Article, quotations: Sequence[Quotation]) -> set[int]:
    """The questions right before their answers, which are another's: "...," he said. “And why?” “No.”"""
    return {
        one.index
        for one, other in pairwise(quotations)
        if one.span.of(article.plain).endswith("?") and other.marks.start - one.marks.end == 1
    }


def _asks(words: Words, told: Said) -> bool:
    """Whether what was said is a question, behind which its answer stands as well as another question."""
    asked = told.cue is not None and words.lows[words.at(told.cue.start)] in saying.ASKS
    return asked and words.lows[words.at(told.content[0].start)] in closed.OPENS_A_QUESTION


def _only_shows(article: Article, told: Said) -> bool:
    """Whether a thing shows it rather than somebody says it: "her shelf shows it" speaks no further."""
    low = told.cue.of(article.plain).lower() if told.cue is not None else ""
    known = cues.verbs().get(low)
    return known is not None and known.verb.kind == "show" and not cues.is_saying(low)


def _held(said: Sequence[Said], quotations: Sequence[Quotation]) -> set[int]:
    """The quotations that begin inside something said."""
    spans = sorted(span for one in said for span in one.content)
    held: set[int] = set()
    at = 0
    reach = 0
    for q in quotations:
        while at < len(spans) and spans[at].start <= q.marks.start:
            reach = max(reach, spans[at].end)
            at += 1
        if q.marks.start < reach or (at < len(spans) and spans[at].start < q.marks.end):
            held.add(q.index)
    return held


def _by_sentence(article: Article, said: Sequence[Said]) -> dict[int, Said]:
    """The last statement with a subject that ends, or has its cue, in each sentence."""
    found: dict[int, Said] = {}
    for one in sorted(said, key=lambda s: s.cue or s.content[0]):
        for place in (one.content[-1].end - 1, one.cue.start if one.cue else one.content[0].start):
            sentence = article.sentence_at(place)
            if sentence is not None and one.subject is not None:
                found[sentence.index] = one
    return found


def _ends_quoted(article: Article, told: Said, before: Sentence, q: Quotation) -> bool:
    """Whether the paragraph before ends in somebody's quotation and its cue, and this paragraph is all quotation."""
    here, above = article.paragraph_at(q.marks.start), article.paragraphs[before.paragraph]
    if here is None or above.index != here.index - 1 or above.kind != "body" or here.kind != "body":
        return False
    alone = here.span.start == q.marks.start and here.span.end - q.marks.end <= 1
    alone = alone and article.plain.startswith(_OPENING, q.marks.start)
    parts = [*told.content, *(span for span in (told.cue, told.subject) if span is not None)]
    ends = max(span.end for span in parts) >= above.span.end - 1
    marked = any(mark in article.plain[span.start : span.end] for span in told.content[-1:] for mark in _MARKS)
    return alone and ends and marked and above.span.covers(told.content[-1])


_OPENING = ("“", '"', "''", "«")
_MARKS = ("”", '"', "''", "»")


def _about(words: Words, tagged: list[str], before: Sentence, q: Quotation) -> Said | None:
    """The quotation as said by the subject of the sentence before it."""
    spoken = [i for i in words.inside(q.span) if words.forms[i][0].isalnum()]
    subject = subject_of(words, tagged, before.span) if len(spoken) >= _LEAST else None
    return Said([q.marks], subject, None, direct=True, guessed=True) if subject is not None else None


def subject_of(words: Words, tagged: list[str], sentence: Span) -> Span | None:
    """Whom or what a sentence is about: the subject with which its main clause opens; None for a question."""
    inside = words.inside(sentence)
    r = Reading(words, tagged, inside.start, inside.stop)
    if len(inside) <= 1 or words.forms[inside.stop - 1] == "?":
        return None
    start = _subjects.past_dateline(words, inside.start, inside.stop - 1)
    opens = _subjects.past_opening(words, start, inside.stop - 1)
    verbs = (i for i in inside if i > opens and (r.tag(i) in VERBAL or _acts(r, i)))
    subjects = (_clause_subjects.subject(r, verb) for verb in islice(verbs, _VERBS))
    subject = next((found for found in subjects if found is not None and found.first == opens), None)
    if subject is None or r.tag(subject.last) not in (tags.NAME, tags.PRONOUN, tags.NOUN):
        return None
    return words.span(*subject)


def _acts(r: Reading, i: int) -> bool:
    """Whether a word that no table holds stands where the verb of whoever is named before it does: "Lee, the miller,
    [bent] down to her"."""
    low, behind = r.low(i), i - 1 - (r.low(i - 1) == ",")
    unknown = r.tag(i) == tags.NOUN and low.isalpha() and low not in sayers.WITH_WORDS and r.words.forms[i].islower()
    goes_on = (
        r.tag(i + 1) in (tags.PREPOSITION, tags.TO, tags.ADVERB, tags.DETERMINER) or r.low(i + 1) in closed.PARTICLES
    )
    return unknown and goes_on and (r.tag(behind) == tags.NAME or behind < i - 1)


def believed(source: Source, names: Names) -> Source | None:
    """The speaker where the sentence before is about one person of the article; else None."""
    if source.entity is None or names.entities[source.entity].kind != "person":
        return None
    return source._replace(basis="continuation")

"""Sources nobody could ring up (Q002)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Span
from verifier.english import closed, people, saying
from verifier.reading import Analysis, vagueness
from verifier.reading._model import Attribution
from verifier.reading.vagueness import Vagueness
from verifier.reading.words import Words
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule

_POSSESSIVES = frozenset(["'s", "’s"])
_REACH = 6  # words a circle may be narrowed by before its verb ("some in the governing party now worry")


@rule(
    "Q002",
    "vague-source",
    "warning",
    what="Something said or believed by a source nobody could ring up: critics, experts, some, many, sources. A source "
    "that is described and not named is a note.",
    why="A statement whose source cannot be found cannot be checked, and unnamed circles are easily invented.",
    fires=(
        "Dam plan stalls\n\nCritics say the dam will flood the valley.",
        "Dam plan stalls\n\nThe dam is late and some in the capital worry that it may never open.",
        "Dam plan stalls\n\nThe dam will never open, according to sources.",
        "Dam plan stalls\n\nThe country's trading partners say the dam breaks the treaty.",
        "Dam plan stalls\n\nMany believe the dam is doomed.",
        "Dam plan stalls\n\nThe dam is doomed, independent experts have long warned.",
        "Dam plan stalls\n\nIt is understood that the bank has left the project.",
        "Dam plan stalls\n\nSources close to the builder said the dam was late.",
        "Dam plan stalls\n\nA union official who asked not to be named said the dam was late.",
        "Dam plan stalls\n\nStudies have shown that dams drown valleys.",
        "Dam plan stalls\n\nThe builder is said to have left the country.",
    ),
    passes=(
        "Dam plan stalls\n\nThe farmers' critics, led by Ana Silva, say the dam will flood the valley.",
        "Dam plan stalls\n\nPolice said the road was closed. The company said so too. Officials said nothing.",
        "Dam plan stalls\n\n“Some say it will never open,” Ana Silva said.",
        "Dam plan stalls\n\nSome of the money is gone. Many people left. Critics of the dam gathered on Sunday.",
        "Dam plan stalls\n\nAna Silva told analysts on a call that the dam would be late.",
        "Dam plan stalls\n\nAnother critic, Ana Silva, said the dam would flood the valley.",
        "Dam plan stalls\n\nThe builder owes farmers money, many of whom say they will sue.",
        "Dam plan stalls\n\nCritics, among them the mayor, Ana Silva, say the dam will flood the valley.",
        "Dam plan stalls\n\nOpponents say the dam will flood the valley. They include Ana Silva and two priests.",
        "Dam plan stalls\n\nSome town clerks said the roll was wrong. “We made mistakes,” recorder Ana Silva said.",
        "Dam plan stalls\n\nWhat some wrongly call a dam is a wall.",
        "Dam plan stalls\n\nNew research by the Dam Institute shows that the valley is dry.",
        "Dam plan stalls\n\nFew people believe the dam will open. Critics would say it cannot.",
        "Dam plan stalls\n\nThe experts said their report was ready. Six of the experts said no.",
    ),
)
def vague(analysis: Analysis) -> Iterator[Problem]:
    """One finding a source; where the same words are the source again, they are shown with it."""
    quoted = Quoted(analysis)
    found: dict[tuple[str, Vagueness], list[Span]] = {}
    for span, kind in sorted(_mentions(analysis)):
        paragraph = analysis.article.paragraph_at(span.start)
        if kind == "vague" and (_named_after(analysis, span) or _illustrated(analysis, span)):
            continue
        if kind != "named" and span.start not in quoted and paragraph and paragraph.kind == "body":
            head = analysis.words.lows[_head(analysis.words, span)]
            found.setdefault((head, kind), []).append(span)
    for (_, kind), spans in found.items():
        shown = " ".join(spans[0].of(analysis.article.plain).split())
        yield Problem(
            spans=(spans[0],),
            message=f'"{shown}" is a source nobody could ring up.'
            if kind == "vague"
            else f'"{shown}" describes the source without a name.',
            question="Who exactly, and how would they know?",
            related=tuple((s, "again") for s in spans[1:]),
            severity="info" if kind == "described" else None,
        )


def _head(words: Words, span: Span) -> int:
    inside = words.inside(span)
    for i in inside:
        if i > inside.start and (words.lows[i] in closed.LINKS or words.lows[i] in saying.NARROWS):
            return i - 1
    return inside.stop - 1


def _mentions(analysis: Analysis) -> Iterator[tuple[Span, Vagueness]]:
    """The sources of attributions, and subjects of saying and believing that no attribution holds."""
    words = analysis.words
    taken: set[int] = set()
    for attribution in analysis.attributions:
        source = attribution.source
        if source is None or source.basis == "pronoun":
            continue
        inside = words.inside(source.mention)
        taken.update(inside)
        if _cites(analysis, attribution, inside):
            yield source.mention, vagueness.of(words, source.mention)
    for head in (people.UNNAMED | closed.VAGUE_QUANTIFIERS) & words.places.keys():
        for i in words.places[head]:
            if i in taken:
                continue
            span = _subject(words, i) or _after_according(words, i)
            if span is not None:
                yield span, vagueness.of(words, span)
    for span in (*_impersonal(words), *_bare_sources(words)):
        yield span, "vague"


def _impersonal(words: Words) -> Iterator[Span]:
    """ "It is understood that ...": somebody understands, and nobody is named."""
    for verb in saying.IMPERSONAL & words.places.keys():
        for i in words.places[verb]:
            if words.lows[max(0, i - 2) : i] in (["it", "is"], ["it", "was"]) and words.lows[i + 1 : i + 2] == ["that"]:
                yield words.span(i - 2, i)


def _bare_sources(words: Words) -> Iterator[Span]:
    """ "Studies have shown that", "according to reports": nobody says whose, not even in an adjective."""
    for noun in saying.BARE_SOURCES & words.places.keys():
        for i in words.places[noun]:
            end = i + 1
            while words.lows[end : end + 1] and words.lows[end] in saying.BETWEEN:
                end += 1
            behind = words.lows[end : end + 1]
            cited = words.lows[max(0, i - 2) : i] == ["according", "to"] and behind in ([","], ["."])
            new_line = i == 0 or words.starts[i] - words.ends[i - 1] > 1
            before = "" if new_line else words.lows[i - 1]
            opens = not before[:1].isalnum() and before not in closed.AFTER_AN_OWNER
            if cited or (opens and behind and behind[0] in saying.SHOWS):
                yield words.span(i, i)
    for verb in saying.RUMOURED & words.places.keys():
        for i in words.places[verb]:
            if words.lows[i - 1 : i] and words.lows[i - 1] in saying.IS_SAID and words.lows[i + 1 : i + 2] == ["to"]:
                yield words.span(i - 1, i + 1)


def _named_after(analysis: Analysis, span: Span) -> bool:
    """Whether members of a circle are named in its sentence or the next two: "Critics, among them Ann Lee, say"."""
    article = analysis.article
    sentence = article.sentence_at(span.start)
    if sentence is None:
        return False
    last = article.sentences[min(sentence.index + 2, len(article.sentences) - 1)]
    end = last.span.end if last.paragraph - sentence.paragraph <= 1 else sentence.span.end
    behind = article.plain[span.end : end].lower()
    told = [span.end + behind.find(words) for words in saying.NAMES_THEM if words in behind]
    told += [span.end] if behind.lstrip(", ").startswith("including") else []
    named = (m for at in told for m in analysis.names.within(Span(at - _NEAR, at + _NEAR)) if m.bare.start > span.end)
    return any(analysis.names.of(m).kind in ("person", "organisation") for m in named)


def _illustrated(analysis: Analysis, span: Span) -> bool:
    """Whether the next sentence quotes somebody who is named there for the first time: one of those meant."""
    sentence = analysis.article.sentence_at(span.start)
    if sentence is None:
        return False
    for attribution in analysis.attributions:
        source, at = attribution.source, attribution.content[0].start
        next_ = at >= sentence.span.end and attribution.kind != "indirect"
        if not next_ or source is None or source.entity is None or source.basis != "explicit":
            continue
        told = analysis.article.sentence_at(at)
        if told is None or told.index > sentence.index + 1 or told.paragraph > sentence.paragraph + 1:
            return False
        entity = analysis.names.entities[source.entity]
        return entity.kind == "person" and entity.mentions[0].span.start >= sentence.span.end
    return False


_NEAR = 60  # characters from "among them" to a name


def _cites(analysis: Analysis, attribution: Attribution, mention: range) -> bool:
    """Whether somebody unnamed says something: a word of saying, and no name right behind ("a critic, Ana Silva")."""
    words = analysis.words
    if not mention or words.lows[mention.start] in closed.NOBODY:
        return False
    if not closed.OBJECT_RELATIVES.isdisjoint(words.lows[mention.start : mention.stop]):
        return False
    before = words.lows[mention.start - 1] if mention.start else ""
    if before in closed.ARTICLES or before == "what" or (before == "and" and words.lows[mention.start] == "others"):
        return False
    if _part_of_known(words, mention):
        return False
    behind = words.forms[mention.stop : mention.stop + 3]
    if len(behind) == 3 and behind[0] == "," and behind[1].istitle() and behind[2][:1].isupper():
        return False
    cue = words.inside(attribution.cue) if attribution.cue else range(0)
    return any(words.lows[i] in saying.SAY or words.lows[i] == "according" for i in cue)


def _part_of_known(words: Words, mention: range) -> bool:
    """ "Some of the women": of people whom the article has told of before."""
    lows = words.lows[mention.start : mention.stop]
    if len(lows) < _PART or lows[1:3] != ["of", "the"]:
        return False
    return words.places[lows[-1]][0] < mention.start


_PART = 4  # words: "some of the women"


def _subject(words: Words, i: int) -> Span | None:
    """The noun phrase around head ``i`` if a verb of saying or believing follows it; None otherwise."""
    lows = words.lows
    end = at = i + 1
    if at < len(lows) and lows[at] in closed.LINKS:
        if lows[at] == "of" and lows[at + 1 : at + 2] and lows[at + 1] in closed.AFTER_OF:
            return None
        while at < min(i + _REACH, len(lows)) and lows[at] not in saying.SAY and lows[at].isalpha():
            at += 1
        end = at
    while at < len(lows) and (lows[at] in saying.BETWEEN or lows[at].endswith("ly")):
        at += 1
    if at >= len(lows) or lows[at] not in saying.SAY or lows[at - 1] in closed.ARTICLES:  # "analysts on a call"
        return None
    if not closed.EXAMPLES.isdisjoint(lows[i + 1 : at]):
        return None
    while end > i + 1 and (lows[end - 1] in saying.BETWEEN or lows[end - 1].endswith("ly")):
        end -= 1
    first = _first(words, i)
    if first and lows[first - 1] == "what":  # "what some call a quay": a name for it
        return None
    return None if lows[first] in closed.NOBODY else words.span(first, end - 1)


def _after_according(words: Words, i: int) -> Span | None:
    first = _first(words, i)
    if first >= 2 and words.lows[first - 2 : first] == ["according", "to"]:
        return words.span(first, i)
    return None


def _first(words: Words, i: int) -> int:
    """Where the noun phrase with head ``i`` begins: back over adjectives, names and possessives."""
    first = i
    while first > 0 and first > i - 5 and words.starts[first] - words.ends[first - 1] <= 1:
        form, low = words.forms[first - 1], words.lows[first - 1]
        if low in closed.DEFINITE_AND_POSSESSIVES:
            return first - 1
        belongs = low in closed.OPENERS or low in people.QUALITIES or low in _POSSESSIVES or form[0].isupper()
        # A possessor stands before its mark whatever it is ("the country's trading partners").
        if (not belongs and words.lows[first] not in _POSSESSIVES) or low in closed.CONJUNCTIONS:
            break
        first -= 1
    return first

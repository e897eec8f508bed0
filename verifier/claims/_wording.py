"""A statement in words that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.article import Span
from verifier.claims import _own, _pronouns
from verifier.claims._clauses import main_verb
from verifier.claims._reading import Reading
from verifier.english import closed, cues, grammar, statements
from verifier.reading import tags
from verifier.reading._model import Attribution, Source
from verifier.reading._sentence import DASHES, VERBAL

LEAST = 4
"""A statement of fewer words than this says nothing that could be looked up."""
_TIED = frozenset(",'’")
"""Marks that no blank stands before."""
_GAP = 90
"""Characters between the words that name the source and what is attributed, within which they are one clause."""
_HANDED_ON = cues.Takes.THAT | cues.Takes.ZERO | cues.Takes.TOLD_THAT | cues.Takes.QUOTE
_LONGEST = 400
"""Characters of a sentence that is still told whole."""
_INSERTS = DASHES | {",", "-"}

Worded = tuple[str, tuple[str, ...]]
"""A statement's words, and those among them that do not say whom they mean."""


def attributed(reading: Reading, attribution: Attribution, text: str, *, complete: bool) -> Worded:
    """What somebody else stated, ``text`` in the article's words: alone where it is ``complete``, else with the words
    that say who does what with it ("Washington accuses Beijing of ...")."""
    if attribution.kind == "direct":
        return text, ()
    if complete:
        return alone(reading, attribution.content[0], text, attribution.source)
    return _pronouns.left(composed(reading, attribution, text))


def is_statement(reading: Reading, attribution: Attribution) -> bool:
    """Whether what is attributed is a statement of its own, and the one that was made."""
    if attribution.kind == "direct":
        return True
    words = reading.analysis.words
    tokens = [i for span in attribution.content for i in words.inside(span)]
    if not tokens or attribution.cue is None:
        return True
    first = next((i for i in tokens if words.forms[i][0].isalnum()), tokens[0])
    cue = [words.lows[i] for i in words.inside(attribution.cue)]
    opening = attribution.content[0]  # "About 90 came"
    leads = _opens_its_sentence(reading, opening) and main_verb(reading, words.inside(opening))
    # "a network, [which] it said [would create jobs]"
    hung = words.lows[first] in closed.RELATIVE_SUBJECTS and len(attribution.content) > 1
    bound = words.lows[first] in statements.BOUND and not leads
    if hung or bound or _suffered(reading, attribution, attribution.cue):
        return False
    shuns = words.low(words.inside(attribution.cue).stop) == "to" and words.low(first - 1) != "that"
    if shuns or not statements.REVERSING.isdisjoint(cue) or not _hands_on(cue):  # "decided [to shun that question]"
        return False
    if attribution.content[0].start < attribution.cue.start or "that" in (words.low(first - 1), words.lows[first]):
        tagged = [reading.analysis.tags[i] for i in tokens]
        told = not VERBAL.isdisjoint(tagged) or acts([words.lows[i] for i in tokens])
        return told and words.lows[first] != "according"
    return any(main_verb(reading, words.inside(span)) for span in attribution.content)


def joined(reading: Reading, spans: Sequence[Span], *, complete: bool) -> str:
    """The words of the spans in one line, with the comma of the article where a whole clause ends in one and more is
    hung on it: "The pills are safe[,] she said, [mostly in winter]"."""
    article, words, tagged = reading.analysis.article, reading.analysis.words, reading.analysis.tags
    text = _without_second_that(reading, spans[0]) if complete else article.words(spans[0])
    for before, after in pairwise(spans):
        first, last = words.inside(after), words.inside(before)
        whole = last and tagged[last[-1]] != tags.AUXILIARY and main_verb(reading, last)
        whole = whole or (last and tagged[last[0]] == tags.PREPOSITION and _opens_its_sentence(reading, before))
        goes_on = first and words.forms[first[0]][0].isalnum() and tagged[first[0]] not in {*VERBAL, tags.TO}
        if goes_on and tagged[first[0]] == tags.CONJUNCTION:  # "the trade fell[, and] exports fell with it"
            goes_on = len(first) > 1 and tagged[first[1]] not in {*VERBAL, tags.ADVERB} and main_verb(reading, first)
        end = words.forms[last[-1]] if last else ""
        stops = words.low(last.stop) == "," and (end[-1:].isalnum() or end == "%")
        text += f"{',' if whole and goes_on and stops else ''} {article.words(after)}"
    return text


def _without_second_that(reading: Reading, span: Span) -> str:
    """The words without the "that" that joins a second thing said: "said that it was late but [that] he came";
    none is left out where the first is told inside ("knew that it was late and that he came")."""
    article, words, tagged = reading.analysis.article, reading.analysis.words, reading.analysis.tags
    inside, kept, at = words.inside(span), [], span.start
    for i in inside[1:]:
        if words.lows[i] != "that" or tagged[i] != tags.SUBORDINATOR:
            continue
        if words.lows[i - 1] not in closed.COORDINATORS:
            break
        kept.append(article.words(Span(at, words.starts[i])))
        at = words.ends[i]
    return " ".join([*kept, article.words(Span(at, span.end))])


def _suffered(reading: Reading, attribution: Attribution, cue: Span) -> bool:
    """Whether the cue is a passive amid what is said: "the men [are accused] of theft"."""
    words, rest = reading.analysis.words, attribution.content[-1]
    return (
        attribution.content[0].start < cue.start < rest.start and words.lows[words.inside(rest)[0]] in statements.BOUND
    )


def _hands_on(cue: list[str]) -> bool:
    """Whether a cue hands on a statement ("said", "according to", "showed"), or does something to what follows
    ("accuses", "plans", "pointed to")."""
    if cue[-1] in cues.PUTS:
        return False  # "puts [the cost at 40 million]"
    known = [verb.verb for low in cue if (verb := cues.verbs().get(low))]
    if known:
        return bool(known[-1].takes & _HANDED_ON) and cue[-1] not in statements.BOUND
    return cue[-1] not in statements.BOUND or cue[0] in {"according", "as"}


def acts(lows: Sequence[str]) -> bool:
    """Whether a word in lower case looks like a verb that tells what happened or is so."""
    known = not statements.VERBS.isdisjoint(lows) or not statements.AUXILIARIES.isdisjoint(lows)
    return known or any(low.endswith("ed") and len(low) > 4 for low in lows)


def composed(reading: Reading, attribution: Attribution, text: str) -> str:
    """The content after the words that name the source and what it does, or with them where they follow it at once ("a
    decline forecast by ..."), or its sentence where they stand elsewhere."""
    article, source, cue = reading.analysis.article, attribution.source, attribution.cue
    start, end = attribution.content[0].start, attribution.content[-1].end
    if cue is None:
        return text
    if _suffered(reading, attribution, cue):
        found = article.words(Span(start, end))
    elif source is None:
        return text
    else:
        found = _with_source(reading, attribution, source, cue, text)
    return found[:1].upper() + found[1:]


def _with_source(reading: Reading, attribution: Attribution, source: Source, cue: Span, text: str) -> str:
    article, mention = reading.analysis.article, source.mention
    start = attribution.content[0].start
    if article.words(mention).lower() in closed.RELATIVES_OF_A_SUBJECT:
        who = _antecedent(reading, source)
        return f"{who} {article.words(Span(mention.end, start))} {text}" if who else _sentence(reading, start, text)
    between = article.text[mention.end : start] if mention.end <= cue.start else ""
    if cue.end <= start and between and "\n\n" not in between:
        words = reading.analysis.words
        then = words.inside(cue).start
        later = _own.goes_on(reading, then) and main_verb(reading, range(words.inside(mention).stop, then))
        does = None
        if later and _finite(reading, cue):
            does = article.words(Span(cue.start, start))  # "left and [warned of ...]"
        elif len(between) <= _GAP:
            does = article.words(Span(mention.end, start))
        if does is not None:
            name = _named(reading, source, does)
            return f"{name}{'' if does[:1] in _TIED else ' '}{does} {text}"
    if 0 <= min(mention.start, cue.start) - attribution.content[-1].end <= _GAP:
        return article.words(Span(start, max(mention.end, cue.end)))
    return _sentence(reading, start, text)


def _finite(reading: Reading, cue: Span) -> bool:
    """Whether the cue can follow a name: no "calling for"."""
    return main_verb(reading, reading.analysis.words.inside(cue))


def _sentence(reading: Reading, at: int, otherwise: str) -> str:
    article = reading.analysis.article
    sentence = article.sentence_at(at)
    if sentence is None or sentence.span.end - sentence.span.start > _LONGEST:
        return otherwise
    return article.words(sentence.span)


def _antecedent(reading: Reading, source: Source) -> str | None:
    """Whom "who" or "which" behind a comma or a dash means: all that stands before it where that is no more than a name
    for it, else the name that was found; None where it only narrows down what it hangs on."""
    words, article = reading.analysis.words, reading.analysis.article
    sentence, at = article.sentence_at(source.mention.start), words.at(source.mention.start)
    if sentence is None or words.low(at - 1) not in _INSERTS:
        return None
    named = source.name if source.name.lower() not in closed.RELATIVES_OF_A_SUBJECT else None
    before = range(words.inside(sentence.span).start, at - 1)
    if not before or main_verb(reading, before) or not _INSERTS.isdisjoint(words.lows[before.start : before.stop]):
        return named
    whole = article.words(words.span(before[0], before[-1]))
    return named if named is not None and whole in named else whole


def _named(reading: Reading, source: Source, does: str) -> str:
    """Who it is, in the fullest form: never a pronoun where the name is known."""
    mention = reading.analysis.article.words(source.mention)
    if mention.lower() in grammar.POSSESSIVES:
        return f"{source.name}’s"
    told = source.name in mention or does.lstrip(" ,(–—-").startswith(source.name)  # "The mayor, Ann Lee, has called"
    return mention if told else source.name


def alone(reading: Reading, span: Span, text: str, source: Source | None) -> Worded:
    """The statement's words so that they stand alone: no leading connective, and a name for a pronoun where
    it is certain whom it means."""
    pieces = text.split(" ")
    while len(pieces) >= LEAST:
        low = pieces[0].lower().rstrip(",")
        if (low, pieces[1].lower().rstrip(",")) in statements.PHRASES:
            pieces = pieces[2:]
        elif (
            low in statements.CONNECTIVES
            and low not in statements.ALWAYS_LEADING
            and _only_leads(low, pieces)
            and not (low == "that" and _opens_its_sentence(reading, span))
        ):
            pieces = pieces[1:]
        else:
            break
    name = _pronouns.meant(reading, span, pieces[0].lower(), source)
    if name is not None and name not in " ".join(pieces[1:]):
        pieces[0] = name
    text = " ".join(pieces)
    return _pronouns.left(text[:1].upper() + text[1:])


def _opens_its_sentence(reading: Reading, span: Span) -> bool:
    """Whether nothing stands before the words in their sentence: "[That includes tea], she said"."""
    sentence = reading.analysis.article.sentence_at(span.start)
    return sentence is not None and sentence.span.start == span.start


def _only_leads(low: str, pieces: list[str]) -> bool:
    """Whether the word can go: not where it opens a clause before the main one, nor "that" in "that figure"."""
    if low == "that":
        return pieces[1].lower() not in statements.AUXILIARIES
    return low not in closed.SUBORDINATE or not any(piece.endswith(",") for piece in pieces)

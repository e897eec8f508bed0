"""What of a sentence the writer says himself, around the statements of others in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.article import Sentence, Span
from verifier.claims._clauses import breaks, main_verb
from verifier.claims._reading import Reading
from verifier.english import cues, statements
from verifier.reading import tags
from verifier.reading._model import Attribution
from verifier.reading._sentence import VERBAL

_REST = 5
"""What is left of a sentence around a statement of somebody else is a statement of its own from this many words."""


def taken(reading: Reading, attributions: Iterable[tuple[Attribution, bool]]) -> list[tuple[Span, bool]]:
    """What belongs to attributed statements and to quotations, in the order of the text: said by others, or the words
    that say so; each with whether that is a statement of its own."""
    found = [(q.marks, True) for q in reading.analysis.quotations if q.kind != "scare"]
    for attribution, complete in attributions:
        found += [(span, complete) for span in attribution.content]
        if (
            attribution.source is not None
            and attribution.source.basis != "continuation"  # named by a sentence of the writer's own
            and _names_there(reading, attribution)
            and not _does_more(reading, attribution)
        ):
            found.append((attribution.source.mention, complete))
        if attribution.cue is not None:
            found.append((attribution.cue, complete))
    return sorted(found)


def _names_there(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words that name the source stand with what is said; who answers an interview is named where it is
    still told of."""
    if attribution.source is None:
        return False
    article = reading.analysis.article
    named = article.paragraph_at(attribution.source.mention.start)
    said = [*attribution.content, *([attribution.cue] if attribution.cue is not None else [])]
    return any(
        article.paragraph_at(span.start) is named or article.paragraph_at(span.end - 1) is named for span in said
    )


def _does_more(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source is no mere speaker there: it does something before it speaks ("Lee [left the room and] said"),
    or stands in what another clause tells ("faces a trial on the charge, which accuses him of ...")."""
    if attribution.source is None or attribution.cue is None:
        return False
    words, mention = reading.analysis.words, attribution.source.mention
    if mention.end > attribution.cue.start:
        return False
    inside = words.inside(mention)
    before = inside.start - 1
    hangs = before >= 0 and reading.analysis.tags[before] == tags.PREPOSITION
    cue = words.inside(attribution.cue).start
    return hangs or (goes_on(reading, cue) and main_verb(reading, range(inside.stop, cue)))


def goes_on(reading: Reading, cue: int) -> bool:
    """Whether a cue can be the second thing that its subject does: behind "and", or a participle behind a comma."""
    tagged = reading.analysis.tags
    before = cue - 1
    while before >= 0 and tagged[before] == tags.ADVERB:
        before -= 1
    return tagged[before] == tags.CONJUNCTION or tagged[cue] == tags.ING


def own(reading: Reading, sentence: Sentence, inside: Sequence[tuple[Span, bool]]) -> Span | None:
    """The part of a sentence that the writer says himself: all of it, or the longest stretch that is a statement."""
    if not inside:
        return sentence.span
    edges, at = [], sentence.span.start
    for span, _ in inside:
        edges.append(Span(at, max(at, span.start)))
        at = max(at, span.end)
    edges.append(Span(at, max(at, sentence.span.end)))
    longest = max(edges, key=lambda s: s.end - s.start)
    words = reading.analysis.words
    if longest.end - longest.start < _REST or words.lows[words.inside(sentence.span).start] == "according":
        return None  # no room for so many words; all of it is told by somebody
    tokens = _trimmed(reading, words.inside(longest))
    said = [i for i in tokens if words.forms[i][0].isalnum()]
    if len(said) < _REST or cues.is_saying(words.lows[said[-1]]):  # "..., the Post reported."
        return None
    if not _begins(reading, sentence, tokens.start) or not main_verb(reading, tokens):
        return None
    last = tokens[-1]
    if (
        _ends_without_its_verb(reading, tokens)
        or words.lows[last] in statements.BOUND
        or reading.analysis.tags[last] == tags.PREPOSITION
        or not breaks(reading, tokens.stop)
    ):
        # Cut off before what it needs ("slower than", "accepted [her offer]"): told whole, unless that is a statement.
        return None if any(stated for _, stated in inside) else sentence.span
    lows = words.lows[tokens.start : tokens.stop]
    return words.span(tokens[0], tokens[-1]) if lows.count("(") == lows.count(")") else None


def _ends_without_its_verb(reading: Reading, tokens: range) -> bool:
    """Whether the last clause of a stretch was cut off before its verb: "It came out when a doctor, [Ann Lee]"."""
    tagged = reading.analysis.tags
    opener = next((i for i in reversed(tokens) if tagged[i] == tags.SUBORDINATOR), None)
    return opener is not None and all(tagged[i] not in VERBAL for i in range(opener + 1, tokens.stop))


def _trimmed(reading: Reading, tokens: range) -> range:
    """Without marks and joining words at its ends."""
    words, tagged = reading.analysis.words, reading.analysis.tags
    first, stop = tokens.start, tokens.stop
    while first < stop and not words.forms[first][0].isalnum():
        first += 1
    while stop > first and (
        (not words.forms[stop - 1][-1].isalnum() and words.forms[stop - 1] not in {"%", ")", "."})
        or tagged[stop - 1] in {tags.CONJUNCTION, tags.SUBORDINATOR}
    ):
        stop -= 1
    while first < stop and _leads(words.lows[first], words.lows[first + 1] if first + 1 < stop else ""):
        first += 1
    return range(first, stop)


def _leads(low: str, after: str) -> bool:
    """Whether a word only joins a statement to what stands before it."""
    return low in statements.CONNECTIVES and (
        low not in statements.ALWAYS_LEADING or (low, after) in statements.PHRASES
    )


def _begins(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Whether a statement that was cut out of a sentence can begin with this word: a name, a number, an article or a
    pronoun, where a clause may begin."""
    words = reading.analysis.words
    form = words.forms[first]
    if form[0].islower() and form not in statements.OPENING:
        return False
    if form[0].isdigit() and words.low(first + 1) == ",":
        return False  # an age: ", [29, of Leeds]"
    return words.starts[first] <= sentence.span.start or breaks(reading, first - 1)

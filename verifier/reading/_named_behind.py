"""Who is named behind the pronoun that means him: "Even as *he* denied it, [Reed] left"."""

from __future__ import annotations

from collections.abc import Callable

from verifier.article import Span
from verifier.english import closed
from verifier.reading._model import Entity, Names
from verifier.reading._noun_phrases import CLOSING
from verifier.reading.words import Words


def person(words: Words, names: Names, mention: Span, sentence: Span, quoted: Callable[[int], bool]) -> Entity | None:
    """The person with whom the main clause begins behind an opening one that holds the pronoun; None where somebody is
    named before it."""
    tokens = words.inside(sentence)
    first = tokens.start + (words.low(tokens.start) in closed.BEFORE_SUBORDINATE)
    opens = words.low(first) in closed.SUBORDINATE or words.lows[first : first + 2] == ["in", "what"]
    if not opens or any(names.within(Span(sentence.start, mention.start))):
        return None
    commas = (i for i in range(words.at(mention.start), tokens.stop - 2) if words.forms[i] == ",")
    main = next((i for i in commas if not quoted(words.starts[i + 1])), None)
    if main is None or words.forms[main - 1][0].isupper():
        return None
    main += 1 + (words.forms[main + 1] in CLOSING)
    found = next(names.within(words.span(main, tokens.stop - 1)), None)
    if found is None or found.span.start != words.starts[main] or names.of(found).kind != "person":
        return None
    return names.of(found)

"""What a nameless source states: a fact, which then rests on nobody, or a view."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verifier.english import closed, cues, hedges, people
from verifier.reading import Analysis, deeds, tags

_FEW = 10  # a count below it may be a manner of speaking ("one or two races")


def states(analysis: Analysis, source: range, cue: range, content: Sequence[range], *, quoted: bool = False) -> bool:
    """Whether it gives a figure, or somebody tells what happened.

    Camps and experts ("critics", "analysts") are asked for what they make of things: what they tell is a view, but
    for a figure. Sources and insiders are asked for what they know: what is so is a fact from them, too, unless they
    say it in their own words (``quoted``). What a circle tells of itself nobody else could know ("some say they wept").
    """
    lows = analysis.words.lows
    verbs = [cues.verbs()[lows[i]].verb for i in cue if lows[i] in cues.verbs()]
    if verbs and all(verb.kind not in ("say", "show") or verb.lemma in hedges.GUESSES for verb in verbs):
        return False
    if any(_of_themselves(analysis, stretch) for stretch in content[:1]):
        return False
    before = range(max(0, source.start - _NEAR), source.start)  # "the $20 million experts say it costs"
    if any(_figure(analysis, stretch) for stretch in (*content, before)):
        return True
    named = set(lows[source.start : source.stop])
    knows = not named.isdisjoint(people.SOURCES)
    if not knows and not named.isdisjoint(people.ANYBODY):
        return False
    told = deeds.told(analysis.words, analysis.tags, content)
    return told == "deed" or (told == "view" and knows and not quoted)


_NEAR = 3  # words


def _of_themselves(analysis: Analysis, stretch: range) -> bool:
    lows = analysis.words.lows[stretch.start : stretch.stop]
    return lows[:1] == ["they"] or lows[:2] == ["that", "they"]


def _figure(analysis: Analysis, stretch: range) -> bool:
    """Whether a sum, a share or a number of some size stands there that is new ("125,000 posts", not "the 125,000")."""
    if not stretch:
        return False
    words, span = analysis.words, analysis.words.span(stretch.start, stretch.stop - 1)
    first, end = (bisect_left(analysis.quantities, at, key=lambda q: q.span.start) for at in span)
    told = [q for q in analysis.quantities[first:end] if not _foreseen(analysis, stretch.start, words.at(q.span.start))]
    weighty = [q for q in told if q.kind != "count" or q.value >= _FEW]
    return any(words.low(words.at(q.span.start) - 1) not in closed.POINTING_BACK for q in weighty)


def _foreseen(analysis: Analysis, start: int, figure: int) -> bool:
    """Whether a figure is only held possible ("she could win by 12 points"): that is a forecast, not a fact."""
    return not hedges.MAY_BE.isdisjoint(analysis.words.lows[start:figure])


def rumoured(analysis: Analysis, behind: int) -> bool:
    """Whether a deed follows what "is said to": "[to] have sold it", "[to] be selling it"; not "[to] be rich"."""
    words, tagged = analysis.words, analysis.tags
    if words.lows[behind - 1] != "to":
        return True  # "studies show", "it is understood that"
    return words.lows[behind : behind + 1] == ["have"] or tagged[behind + 1 : behind + 2] == [tags.ING]

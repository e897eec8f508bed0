"""Statements that rest on another outlet's report (S001)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.article import Span
from verifier.english import closed, outlets, saying
from verifier.reading import Analysis
from verifier.reading._model import Entity, NameMention
from verifier.reading.words import Words
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule

_EACH = 2  # findings an outlet gets of its own; what comes after is shown with the last of them


@rule(
    "S001",
    "secondhand",
    "info",
    what="A statement that rests on another outlet's report, poll or interview.",
    why="What an outlet is said to have reported can be looked up there: the wording, the date, the figure, and "
    "whether it was corrected since.",
    fires=(
        "The talks went well, Bloomberg reported.",
        "Exports fell less than the five percent forecast by Bloomberg News.",
        "The mayor will resign on Friday, a report in the South China Morning Post said.",
        "“I am staying,” she told the Washington Post.",
        "According to the Washington Post, the fund lost half its value.",
        "In an interview with CNN, the governor ruled it out.",
        "The Wall Street Journal first reported the merger.",
    ),
    passes=(
        "She worked at the Washington Post for nine years.",
        "Reuters laid off ten people in March, the company said.",
        "He bought the New York Times at the kiosk.",
        "The talks went well, the mayor reported.",
    ),
)
def secondhand(analysis: Analysis) -> Iterator[Problem]:
    """Outlet names with a word of reporting before or behind them; one finding a sentence and outlet."""
    own = (analysis.article.outlet or "").casefold()
    quoted = Quoted.of(analysis)
    for entity in analysis.names.entities:
        if entity.kind != "outlet" or (own and (own in entity.name.casefold() or entity.name.casefold() in own)):
            continue
        places = list(_reports(analysis, entity, quoted))
        for place in places[: _EACH - 1]:
            yield _problem(analysis, entity, place, [])
        if len(places) >= _EACH:
            yield _problem(analysis, entity, places[_EACH - 1], places[_EACH:])


def _reports(analysis: Analysis, entity: Entity, quoted: Quoted) -> Iterator[Span]:
    words, article = analysis.words, analysis.article
    last_sentence = -1
    for mention in entity.mentions:
        paragraph, sentence = article.paragraph_at(mention.span.start), article.sentence_at(mention.span.start)
        if paragraph is None or sentence is None or paragraph.kind != "body" or sentence.index == last_sentence:
            continue
        place = _report(words, mention)
        if place and place.start not in quoted:
            last_sentence = sentence.index
            yield place


def _report(words: Words, mention: NameMention) -> Span | None:
    """The words of reporting together with the outlet's name; None where the name stands for itself."""
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    behind = last + 1
    while behind < len(words) and behind <= last + 3 and words.lows[behind] in outlets.BETWEEN:
        behind += 1
    if behind < len(words) and words.lows[behind] in outlets.REPORTS:
        start = _piece(words, first)
        return Span(words.starts[start], words.ends[behind])
    before = first - 1
    while before >= 0 and words.lows[before] in closed.ARTICLES:
        before -= 1
    if before < 0:
        return None
    link = words.lows[before]
    if link in {"told", "citing"}:
        return words.span(before, last)
    if link not in outlets.PIECE_LINKS or before == 0:
        return None
    start = _piece(words, before + 1)
    cue = words.lows[before - 1]
    if start <= before or (link == "to" and cue == "according") or (link == "by" and cue in outlets.BY):
        return words.span(min(start, before - 1), last)
    return words.span(before - 1, last) if link in {"to", "with"} and cue in saying.SPOKE else None


def _piece(words: Words, i: int) -> int:
    """The token of the piece ("a report in the …") that leads up to token ``i``; ``i`` itself where none does."""
    at = i - 1
    while at >= 0 and words.lows[at] in closed.ARTICLES:
        at -= 1
    if at > 0 and words.lows[at] in outlets.PIECE_LINKS and words.lows[at - 1] in outlets.PIECES:
        return at - 1
    return i


def _problem(analysis: Analysis, entity: Entity, place: Span, more: list[Span]) -> Problem:
    shown = " ".join(place.of(analysis.article.plain).split())
    return Problem(
        spans=(place,),
        message=f'This rests on another outlet, {entity.name}: "{shown}".',
        question=f"Does {entity.name} have it so, and was it corrected since?",
        related=tuple((p, "rests on the same outlet") for p in more),
    )

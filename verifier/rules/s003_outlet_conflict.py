"""One statement credited to two speakers or outlets (S003)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verifier.article import Span
from verifier.english import closed, negation
from verifier.reading import Analysis
from verifier.reading._model import Attribution, Source
from verifier.rules._rule import Problem, rule

_LEAST_WORDS = 7  # fewer may be a phrase that everybody uses
_SHINGLE = 3
_TELLING = 4  # letters; longer words tell one statement from another
_ALIKE = 0.7  # share of shingles of the shorter statement that the other one has too


@rule(
    "S003",
    "outlet-conflict",
    "warning",
    what="The same statement, word for word or nearly so, credited to two different speakers or outlets.",
    why="Only one of them can have coined it, and the other one may never have said it: credits get swapped when "
    "paragraphs from two reports are joined.",
    fires=(
        "Dam plan stalls\n\n“The valley will be under water before anyone has a plan,” Ana Silva said.\n\nWork "
        "stopped in May.\n\n“The valley will be under water before anyone has a plan,” Peter Brandt said.",
    ),
    passes=(
        "Dam plan stalls\n\n“The valley will be under water before anyone has a plan,” Ana Silva said.\n\n“The "
        "valley will be under water before anybody has a plan,” Silva said again on Friday.",
        "Dam plan stalls\n\n“We shall see,” Ana Silva said.\n\n“We shall see,” Peter Brandt said.",
        "Dam plan stalls\n\n“The valley will be under water before June,” Ana Silva said.\n\n“The valley has a plan "
        "for every drop of it,” Peter Brandt said.",
        "Dam plan stalls\n\nThe Silva campaign said the valley would be under water before anyone had a plan.\n\nHer "
        "aide said the valley would be under water before anyone had a plan.",
        "Dam plan stalls\n\nThe Herald reported that the valley would be under water before anyone had a plan.\n\nAna "
        "Silva denied that the valley would be under water before anyone had a plan.",
    ),
)
def two_credits(analysis: Analysis) -> Iterator[Problem]:
    """Attributions that share most of their words, in order, and none of their sources."""
    text = analysis.article.plain  # the words without mark-up
    statements = {a.index: a for a in analysis.attributions}
    first_seen: dict[int, int] = {}
    for attribution in analysis.attributions:
        if _in_a_head(analysis, attribution) or _denied(analysis, attribution):
            continue
        shingles = _shingles(analysis, attribution)
        if not shingles:
            continue
        shared = Counter(first_seen.setdefault(s, attribution.index) for s in shingles)
        del shared[attribution.index]
        if not shared:
            continue
        other, count = shared.most_common(1)[0]
        credits = _differ(analysis, statements[other], attribution)
        if credits and not _together(analysis, statements[other], attribution) and count >= _ALIKE * len(shingles):
            one, two = (" ".join(span.of(text).split()) for span in credits)
            yield Problem(
                spans=(_place(attribution),),
                message=f'What is credited to "{two}" here is credited to "{one}" elsewhere in nearly the same words.',
                question=f'Who said it, "{one}" or "{two}"?',
                related=((_place(statements[other]), f"credited to {one}"),),
            )


def _in_a_head(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether it stands in a headline or a heading, which only say again what the body says."""
    paragraph = analysis.article.paragraph_at(_place(attribution).start)
    return paragraph is None or paragraph.kind != "body" or paragraph.index == 0


def _denied(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether it is denied or doubted: who denies what an outlet reported has not said it."""
    cue = attribution.cue
    if cue is None:
        return False
    tokens = analysis.words.inside(cue)
    near = analysis.words.lows[max(0, tokens.start - 2) : tokens.stop]
    return any(low in negation.DOUBT or negation.denies(low) for low in near)


def _belongs(analysis: Analysis, a: Source, b: Source) -> bool:
    """Whether one is told of as the other's: "Lee's aide", "a spokesman for the Lee campaign"."""
    text = analysis.article.plain
    one, two = a.mention.of(text).lower(), b.mention.of(text).lower()
    pairs = ((a.name, two), (b.name, one))
    return any(word in other for name, other in pairs for word in name.lower().split() if len(word) > _TELLING)


def _shingles(analysis: Analysis, attribution: Attribution) -> set[int]:
    """The statement's runs of words; none where it is short, or most of its words stand nowhere else in the article."""
    words = analysis.words
    lows = [low for span in attribution.content for low in _lows(analysis, span) if low[0].isalnum()]
    if len(lows) < _LEAST_WORDS:
        return set()
    again = [len(words.places[low]) > 1 for low in lows if len(low) > _TELLING]
    if sum(again) < _ALIKE * len(again):
        return set()
    return {*map(hash, zip(*(lows[k:] for k in range(_SHINGLE)), strict=False))}


def _lows(analysis: Analysis, span: Span) -> list[str]:
    inside = analysis.words.inside(span)
    return analysis.words.lows[inside.start : inside.stop]


def _place(attribution: Attribution) -> Span:
    return attribution.content[0]


def _together(analysis: Analysis, a: Attribution, b: Attribution) -> bool:
    """Whether one sentence holds both: "the mayor said that the senator had claimed …" is one report inside another."""
    start, end = _place(a).start, _place(b).start
    first, last = analysis.article.sentence_at(start), analysis.article.sentence_at(end)
    return first is None or last is None or first.index == last.index


def _differ(analysis: Analysis, a: Attribution, b: Attribution) -> tuple[Span, Span] | None:
    """The two credits where they exclude each other: other speakers, or other outlets for speakers unnamed."""
    if a.source and b.source:
        apart = _others(a.source, b.source) and not _belongs(analysis, a.source, b.source)
        return (a.source.mention, b.source.mention) if apart else None
    if a.outlets and b.outlets and {o.name for o in a.outlets}.isdisjoint(o.name for o in b.outlets):
        return a.outlets[0].span, b.outlets[0].span
    return None


def _others(a: Source, b: Source) -> bool:
    """Whether two sources are surely not the same: no word of the names in common, and both named outright."""
    if a.vague or b.vague or "pronoun" in (a.basis, b.basis):
        return False
    if a.entity is not None and a.entity == b.entity:
        return False
    named = [n for n in (a.name, b.name) if any(w[:1].isupper() for w in n.split() if w.lower() not in _OPENS)]
    return len(named) == 2 and set(a.name.lower().split()).isdisjoint(b.name.lower().split())


_OPENS = closed.DETERMINERS_OF_ONE  # "His aide" has a capital where it opens its sentence

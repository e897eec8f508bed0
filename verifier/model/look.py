"""The look: which places of the article, as printed, cannot all be right; the rules' own pairs are judged beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, cast, get_args

from verifier.article import Article
from verifier.model import answers, credits, passages, places
from verifier.model.results import Disagreement, Dropped, Judged, ModelReading, Pair, Sure, VerdictAnswer, same_places
from verifier.reading import Analysis

MOST_JUDGED = 40
"""Pairs of the rules that one look judges; what lies beyond is named in ``missing``."""
_MOST_OF_ONE = 3
"""Places that one place can be held against before a look over the article is no look."""
_RECKONING = frozenset({"arithmetic", "number", "date", "weekday", "order"})
"""Kinds whose reason may hold figures of its own: what the parts come to."""
_SURE: tuple[Sure, ...] = get_args(Sure)
_ANSWERS: tuple[VerdictAnswer, ...] = get_args(VerdictAnswer)


def candidates(article: Article, pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """The rules' pairs under neutral numbers: both places, and what code is certain of."""
    return [
        {
            "number": number,
            "sentence": passages.number(article, pair.first),
            "words": f"“{passages.shown(pair.first.of(article.text))}”",
            "other_sentence": passages.number(article, pair.second),
            "other_words": f"“{passages.shown(pair.second.of(article.text))}”",
            "computed": passages.shown(pair.computed),
        }
        for number, pair in enumerate(pairs, 1)
    ]


def found(said: Sequence[Any], analysis: Analysis, reading: ModelReading) -> list[Disagreement]:
    """The pairs of an answer with their places; what names no two places of the article is dropped."""
    given, refused = answers.items(said, answers.PairSaid)
    reading.dropped += [Dropped(what, "not in the asked form") for what in refused]
    kept: list[Disagreement] = []
    for pair in given:
        made = _placed(pair, analysis, reading)
        if made is not None and not any(_same(made, other) for other in kept):
            kept.append(made)
    often = Counter(place for pair in kept for place in (pair.first, pair.second))
    lists = {place for place, count in often.items() if count > _MOST_OF_ONE}
    for place in sorted(lists):
        what = passages.shown(place.of(analysis.article.text))
        reading.dropped.append(Dropped(f"the pairs with “{what}”", "one place against many is a list, not a look"))
    return [pair for pair in kept if lists.isdisjoint((pair.first, pair.second))]


def judged(said: Sequence[Any], pairs: Sequence[Pair], analysis: Analysis, reading: ModelReading) -> dict[str, Judged]:
    """The verdicts of an answer, by the pairs' keys; two on one pair that differ make "unclear"."""
    given, refused = answers.items(said, answers.JudgedSaid)
    reading.dropped += [Dropped(what, "not in the asked form") for what in refused]
    verdicts: dict[str, Judged] = {}
    for one in given:
        if not 0 < one.pair <= len(pairs) or one.answer not in _ANSWERS:
            reading.dropped.append(
                Dropped(f"a verdict on pair {one.pair}", "there is no such pair, or no such verdict")
            )
            continue
        key = pairs[one.pair - 1].key
        why = credits.reason(one.why, analysis.article.text, reading, reckons=True)
        verdict = Judged(cast(VerdictAnswer, one.answer), why)
        before = verdicts.get(key, verdict)
        verdicts[key] = verdict if before.answer == verdict.answer else Judged("unclear", "")
    return verdicts


def both(one: Sequence[Disagreement], other: Sequence[Disagreement]) -> list[Disagreement]:
    """The pairs that both looks found, each no surer than the less sure of the two."""
    kept = []
    for pair in one:
        again = next((o for o in other if same_places((pair.first, pair.second), (o.first, o.second))), None)
        if again is not None:
            sure = max(pair.sure, again.sure, key=_SURE.index)
            kept.append(Disagreement(pair.first, pair.second, pair.kind, sure, pair.why))
    return kept


def agreed(one: dict[str, Judged], other: dict[str, Judged]) -> dict[str, Judged]:
    """The verdicts of two looks: where they differ, it is unclear; what one of them lacks is no verdict."""
    made = {}
    for key in one.keys() & other.keys():
        first, second = one[key], other[key]
        same = first.answer == second.answer
        made[key] = first if same else Judged("unclear", f"{first.answer} once, {second.answer} asked again")
    return dict(sorted(made.items()))


def _placed(pair: answers.PairSaid, analysis: Analysis, reading: ModelReading) -> Disagreement | None:
    article = analysis.article
    first = places.place(pair.words, article, pair.sentence - 1)
    second = places.place(pair.other_words, article, pair.other_sentence - 1)
    what = f"a pair: “{passages.shown(pair.words)}” and “{passages.shown(pair.other_words)}”"
    if first is None or second is None:
        reading.dropped.append(Dropped(what, places.NOT_PRINTED))
        return None
    if first.overlaps(second):
        reading.dropped.append(Dropped(what, "both are one place"))
        return None
    kind = pair.kind if pair.kind in answers.KINDS else "statement"
    sure = cast(Sure, pair.sure) if pair.sure in _SURE else "possible"
    why = credits.reason(pair.why, article.text, reading, reckons=kind in _RECKONING)
    return Disagreement(first, second, kind, sure, why)


def _same(one: Disagreement, other: Disagreement) -> bool:
    return {one.first, one.second} == {other.first, other.second}

"""Quotes and claims of one report held against gold: their words, and with their words who said them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from verifier._shortening import short
from verifier.evaluation.gold import GoldClaim, GoldQuote
from verifier.evaluation.models import CLAIM_SPEAKERS, CLAIMS, QUOTE_SPEAKERS, QUOTES, Counts, Entry, Outcome
from verifier.evaluation.places import name_words, occurrences, overlap, same_name
from verifier.report.models import Claim, Quote, Report, Speaker

Scored = tuple[dict[str, Counts], list[Entry]]

_HALF = 0.5
_SHOWN = 100  # characters of a statement in a list
_EDGES = " \t\r\n.,"


def score_quotes(wanted: Sequence[GoldQuote], report: Report) -> Scored:
    """Quotes by their words between the marks, a comma or full stop at the end aside; then with their speakers.

    The same words quoted twice are matched in their order.
    """
    left: dict[str, list[Quote]] = defaultdict(list)
    for quote in report.quotes:
        if quote.kind != "scare":
            left[_folded(quote.span.text)].append(quote)
    words, joint, entries = Counts(), Counts(), []
    for gold in (g for g in wanted if g.kind == "speech"):
        mine = left[_folded(gold.text)]
        found = mine.pop(0) if mine else None
        right = found is not None and _said_by(found.speaker, gold.speaker)
        words += Counts(gold=1, found=found is not None, raised=found is not None, right=found is not None)
        joint += Counts(gold=1, found=right, raised=found is not None, right=right)
        entries.append(_entry(QUOTE_SPEAKERS, gold.text, gold.speaker, right, _seen(found)))
    for quote in (quote for quotes in left.values() for quote in quotes):
        words += Counts(raised=1)
        joint += Counts(raised=1)
        entries.append(_false(QUOTE_SPEAKERS, quote.span.text, quote.speaker))
    return {QUOTES: words, QUOTE_SPEAKERS: joint}, entries


def score_claims(wanted: Sequence[GoldClaim], report: Report) -> Scored:
    """Claims by the words that carry them, then with their speakers (and outlets, where gold tells them).

    A claim is right where half of its words are those of a claim in gold at that place, and one in gold is found where
    the claims that are right so hold half of its words: one statement may be told in several parts.
    """
    told = [_Told(claim) for claim in report.claims]
    known = [_Known(gold, report.article.text) for gold in wanted]
    by_words = _claims(told, known, with_speaker=False)
    joint = _claims(told, known, with_speaker=True)
    entries = []
    for gold in (k for k in known if not k.gold.optional):
        seen = next((t.claim for t in told if gold.holds(t)), None)
        found = gold.found(told, with_speaker=True)
        entries.append(_entry(CLAIM_SPEAKERS, gold.words, gold.gold.speaker, found, _seen(seen)))
    for one in told:
        if not any(gold.holds(one) and (gold.gold.optional or gold.credits(one)) for gold in known):
            entries.append(_false(CLAIM_SPEAKERS, one.words, one.claim.speaker))
    return {CLAIMS: by_words, CLAIM_SPEAKERS: joint}, entries


class _Told:
    """A claim of the report and its words: the article's, or where a model wrote it, the model's."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.words = claim.text if claim.origin == "model" else " … ".join(span.text for span in claim.spans)
        self.bag = _bag(self.words)


class _Known:
    """A claim of the gold, its words and where they stand."""

    def __init__(self, gold: GoldClaim, text: str) -> None:
        self.gold = gold
        self.words = " … ".join(gold.evidence)
        self._bag = _bag(self.words)
        self._places = [place for passage in gold.evidence for place in occurrences(text, passage)]

    def holds(self, told: _Told) -> bool:
        """Whether at least half of a claim's words are this one's, at this place."""
        here = any(overlap(span, place) for span in told.claim.spans for place in self._places)
        return here and (told.bag & self._bag).total() >= _HALF * told.bag.total()

    def credits(self, told: _Told) -> bool:
        """Whether the claim is credited as it should be."""
        outlets = None if self.gold.via is None else {" ".join(name_words(name)) for name in self.gold.via}
        through = {" ".join(name_words(outlet.name)) for outlet in told.claim.via}
        return _said_by(told.claim.speaker, self.gold.speaker) and outlets in (None, through)

    def found(self, told: Sequence[_Told], *, with_speaker: bool) -> bool:
        """Whether the claims that hold it tell at least half of its words."""
        mine = [t for t in told if self.holds(t) and (not with_speaker or self.credits(t))]
        most: Counter[str] = Counter()
        for one in mine:
            most |= one.bag & self._bag
        return bool(mine) and most.total() >= _HALF * self._bag.total()


def _claims(told: Sequence[_Told], known: Sequence[_Known], *, with_speaker: bool) -> Counts:
    wanted = [gold for gold in known if not gold.gold.optional]
    counts = Counts(gold=len(wanted), found=sum(gold.found(told, with_speaker=with_speaker) for gold in wanted))
    for one in told:
        holding = [gold for gold in wanted if gold.holds(one)]
        if holding:
            right = not with_speaker or any(gold.credits(one) for gold in holding)
            counts += Counts(raised=1, right=right)
        elif not any(gold.holds(one) for gold in known):
            counts += Counts(raised=1)
    return counts


def _said_by(found: Speaker | None, gold: Sequence[str] | None) -> bool:
    if found is None or gold is None:
        return found is None and gold is None
    return any(same_name(found.name, name) for name in gold)


def _entry(row: str, words: str, speaker: Sequence[str] | None, found: bool, seen: str) -> Entry:
    outcome: Outcome = "found" if found else "missed"
    who = speaker[0] if speaker else "nobody"
    shown = _quoted(words)
    return Entry(row=row, outcome=outcome, key=f"{row} {shown}", words=f"{shown} — {who}{'' if found else seen}")


def _seen(thing: Quote | Claim | None) -> str:
    if thing is None:
        return " (not found)"
    return f" (found, credited to {thing.speaker.name if thing.speaker else 'nobody'})"


def _false(row: str, words: str, speaker: Speaker | None) -> Entry:
    who = speaker.name if speaker else "nobody"
    return Entry(row=row, outcome="false", key=f"{row} {_quoted(words)} {who}", words=f"{_quoted(words)} — {who}")


def _quoted(words: str) -> str:
    return f"“{short(' '.join(words.split()), _SHOWN)}”"


def _folded(words: str) -> str:
    return " ".join(words.split()).strip(_EDGES)


def _bag(words: str) -> Counter[str]:
    return Counter(re.findall(r"\w+(?:[.,'’]\w+)*", words.casefold()))

"""Claims: what the sentences state, each in words that stand alone, held against the sentences they draw on.

A statement that the rules or an attribution have already is one claim with it: their places, the model's words. What no
sentence bears out gets the sentence's own words back; only a claim for which that does not do is asked about again,
alone and once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from verifier.article import Sentence, Span
from verifier.claims import Statement
from verifier.english.wordings import EMPTY
from verifier.model import answers, compared, grounding, mending, passages
from verifier.model.results import Dropped, ModelClaim, ModelReading, Worded
from verifier.reading import Analysis
from verifier.reading._model import Source

LONGEST = 600
"""Characters of a claim; what is longer is no statement."""
_NEIGHBOURS = 3
"""Sentences before the one that states it from which a claim may take names and things."""
_SAME = 0.6
"""Share of its words of meaning that a claim and a statement have in common, either way, to be one."""
_MOST = 0.5
"""Share of a statement's words that its parts must tell to stand for it."""
_WITHIN = 0.8
"""Share of a claim's words that a longer statement has, to be a part of it."""
_PROMPTS_OWN = "it repeats the example of the prompt, not the article"


@dataclass(frozen=True, slots=True)
class Again:
    """A claim that goes back alone: what was said, for which sentences, and why it is not the article's."""

    said: str
    drawn: tuple[int, ...]
    why: str

    @property
    def sentence(self) -> int:
        """The one that states it."""
        return self.drawn[0]


@dataclass(slots=True)
class _Unit:
    """A statement that is known already, with what the model says of it.

    ``credit`` are the words that say who says so, which a wording may repeat. ``rule`` is its index among the rules',
    ``own`` its place among the model's own claims.
    """

    spans: tuple[Span, ...]
    words: frozenset[str]
    attributed: bool
    cue: str
    credit: frozenset[str]
    rule: int | None = None
    own: int | None = None
    parts: list[tuple[frozenset[str], Worded]] = field(default_factory=list)

    @property
    def worded(self) -> Worded | None:
        """What the model says of it: one wording, or the claims that tell most of it between them."""
        if not self.parts:
            return None
        told = frozenset().union(*(words for words, _ in self.parts))
        most = len(self.parts) == 1 or _share(self.words, told) >= _MOST
        texts = dict.fromkeys(worded.text for _, worded in self.parts)
        text = " ".join(texts) if most and all(texts) else ""
        unresolved = dict.fromkeys(w for _, worded in self.parts for w in worded.unresolved if w in text)
        return Worded(text, any(worded.checkable for _, worded in self.parts), tuple(unresolved))


class Claims:
    """Takes the claims of all answers on one article, in order; ``examples`` are the wordings that the prompts show."""

    def __init__(
        self, analysis: Analysis, statements: Sequence[Statement], examples: Sequence[str], reading: ModelReading
    ) -> None:
        self._analysis = analysis
        self._reading = reading
        self._examples = tuple(examples)
        # A title as well, of whom the article names again: what it calls somebody once may be an order to the model.
        again = (e for e in analysis.names.entities if len(e.mentions) > 1)
        titles = (m.title for e in again for m in e.mentions if m.title)
        self._names = " ; ".join(dict.fromkeys([*(e.name for e in analysis.names.entities), *titles]))
        self._head = " ".join(
            p.span.of(analysis.article.text)
            for p in analysis.article.paragraphs
            if p.kind in {"headline", "standfirst"}
        )
        self._said: set[tuple[int, str]] = set()
        self._parts: dict[int, list[int]] = {}
        text = analysis.article.text
        self._units = [
            _Unit(
                reading.places(s),
                _meant(" ".join(span.of(text) for span in reading.places(s))),
                s.attribution is not None,
                s.attribution.cue.of(text) if s.attribution and s.attribution.cue else "",
                _credit(text, s.attribution.source, s.attribution.cue) if s.attribution else frozenset(),
                rule=at,
            )
            for at, s in enumerate(statements)
        ]
        self._units += [
            _Unit(
                c.spans, _meant(c.text), True, c.cue.of(text) if c.cue else "", _credit(text, c.source, c.cue), own=at
            )
            for at, c in enumerate(reading.claims)
        ]
        self._of_sentence = self._by_sentence()

    def take(self, said: Sequence[Any], *, again: bool = False) -> list[Again]:
        """Take the claims of one answer; returns those that have to be worded again, none where they were."""
        given, refused = answers.items(said, answers.ClaimSaid)
        self._reading.dropped += [Dropped(what, "not in the asked form") for what in refused]
        return [back for one in given if (back := self._take(one, again=again)) is not None]

    def close(self) -> None:
        """What several claims tell between them is not told once more whole."""
        for rule, parts in self._parts.items():
            unit = self._units[rule]
            told = frozenset().union(*(_meant(self._reading.claims[at].text) for at in parts))
            if len(parts) > 1 and not unit.attributed and not unit.parts and _share(unit.words, told) >= _WITHIN:
                self._reading.split.add(rule)
        for unit in self._units:
            if unit.worded is None:
                continue
            if unit.rule is not None:
                self._reading.worded[unit.rule] = unit.worded
            elif unit.own is not None:
                was = self._reading.claims[unit.own]
                self._reading.claims[unit.own] = replace(
                    was, text=unit.worded.text or was.text, checkable=unit.worded.checkable,
                    unresolved=unit.worded.unresolved,
                )  # fmt: skip

    def _by_sentence(self) -> list[list[_Unit]]:
        """For each sentence the statements that have a place in it, in their order."""
        sentences = self._analysis.article.sentences
        begins, ends = [s.span.start for s in sentences], [s.span.end for s in sentences]
        found: list[list[_Unit]] = [[] for _ in sentences]
        for unit in self._units:
            runs = [range(bisect_right(ends, p.start), bisect_left(begins, p.end)) for p in unit.spans]
            for at in sorted({at for run in runs for at in run}):
                found[at].append(unit)
        return found

    def _take(self, said: answers.ClaimSaid, *, again: bool) -> Again | None:
        article = self._analysis.article
        drawn = [article.sentences[n - 1] for n in dict.fromkeys(said.drawn) if 0 < n <= len(article.sentences)]
        text = passages.shown(said.text)
        if not drawn or len(text) > LONGEST:
            self._drop(text or f"a claim of sentences {said.drawn}", "too long" if drawn else "it names no sentence")
            return None
        settled, why = self._settled(text, drawn) if text else ("", "")
        if why and not again and not self._borrowed(text, drawn):
            return Again(text, tuple(s.index for s in drawn), why)
        if why:
            self._drop(text, why)
            return None
        self._believe(said, settled, drawn[0], _meant(text) or _meant(drawn[0].span.of(article.text)))
        return None

    def _settled(self, text: str, drawn: Sequence[Sentence]) -> tuple[str, str]:
        """The claim in words that hold, its own or mended, "" for the sentence's own words; and why it is none."""
        article = self._analysis.article
        evidence = " ".join(s.span.of(article.text) for s in drawn)
        if self._borrowed(text, drawn):
            return "", _PROMPTS_OWN
        stated, around = drawn[0].span.of(article.text), self._around(drawn[0])
        if grounding.shared(stated, text) >= _WITHIN:
            around.append(article.text)  # it keeps what the sentence says, and says more exactly what that is about
        why = mending.why_not(text, evidence, *around, stated=stated, elsewhere=article.text)
        if not why:
            return text, ""
        made = mending.mended(text, evidence, *around, stated=stated, elsewhere=article.text)
        if made is not None:
            return made, ""
        # The sentence's own words, where it is plain that they are meant.
        if grounding.shared(text, stated) >= _WITHIN:
            return "", ""
        return "", why

    def _borrowed(self, text: str, drawn: Sequence[Sentence]) -> bool:
        """Whether it is an example of the prompt, where the article does not happen to say the same."""
        if not any(not grounding.differences(text, example) for example in self._examples):
            return False
        evidence = " ".join(s.span.of(self._analysis.article.text) for s in drawn)
        return bool(grounding.unsupported(text, evidence)) or grounding.shared(text, evidence) < 1.0

    def _around(self, sentence: Sentence) -> list[str]:
        """What a name or a thing in a claim may come from: the sentences before, the headline, whoever is named."""
        article = self._analysis.article
        before = article.sentences[max(0, sentence.index - _NEIGHBOURS) : sentence.index]
        return [*(s.span.of(article.text) for s in before), self._head, self._names]

    def _believe(self, said: answers.ClaimSaid, text: str, sentence: Sentence, words: frozenset[str]) -> None:
        """Make it one with what is known, or a claim of its own; ``words`` are those that the model meant."""
        article = self._analysis.article
        checkable = said.nature not in {"opinion", "wish", "prediction"}
        open_words = dict.fromkeys(passages.shown(w) for w in said.unresolved)
        here = self._of_sentence[sentence.index]
        unit = _one_with(words, here, whole=not said.text.strip())
        if unit is not None:
            wording = "" if unit.cue and _has(text, unit.cue) else text
            worded = Worded(wording, checkable, tuple(w for w in open_words if w and w in wording))
            if any(words <= told for told, _ in unit.parts):
                self._drop(text or passages.shown(sentence.span.of(article.text)), "said twice")
            elif unit.attributed or not unit.parts:
                unit.parts.append((words, worded))
            return
        own = text or passages.shown(sentence.span.of(article.text))
        same = (sentence.index, " ".join(sorted(words)))
        if same in self._said:
            self._drop(own, "said twice")
            return
        self._said.add(same)
        part = next((u for u in here if u.rule is not None and _share(words, u.words) >= _WITHIN), None)
        if part is not None and part.rule is not None:
            self._parts.setdefault(part.rule, []).append(len(self._reading.claims))
        span = _span(own, article.text, sentence.span)
        quoted = [q for q in self._analysis.quotations if q.kind != "scare" and q.marks.covers(span)]
        who = self._reading.speakers.get(quoted[0].index) if quoted else None
        self._reading.claims.append(
            ModelClaim(
                text=own,
                spans=(span,),
                kind="direct" if quoted else "reported",
                source=who if quoted and quoted[0].index not in self._reading.guessed else None,
                checkable=checkable,
                unresolved=tuple(w for w in open_words if w and w in own),
            )
        )

    def _drop(self, what: str, why: str) -> None:
        self._reading.dropped.append(Dropped(what, why))


def _one_with(words: frozenset[str], units: Sequence[_Unit], *, whole: bool) -> _Unit | None:
    """The known statement that a claim tells, or of somebody's statement tells a part; None where there is none."""
    if whole:  # the sentence as it stands: the writer's own statement in it, else the only other one
        own = [unit for unit in units if not unit.attributed]
        return own[0] if own else (units[0] if len(units) == 1 else None)
    found: list[tuple[float, int]] = []
    for at, unit in enumerate(units):
        told = words - (unit.credit - unit.words)
        within, of_all = _share(told, unit.words), _share(unit.words, told)
        if within >= _SAME and (unit.attributed or of_all >= _SAME):
            found.append((min(within, of_all) + within, -at))
    return units[-max(found)[1]] if found else None


def _credit(text: str, source: Source | None, cue: Span | None) -> frozenset[str]:
    """The words that say who says so."""
    said = [place.of(text) for place in (source.mention if source else None, cue) if place is not None]
    return _meant(" ".join([*said, source.name if source else ""]))


def _span(wording: str, text: str, sentence: Span) -> Span:
    """The stretch of the sentence that has the same words, else the sentence."""
    try:
        return grounding.locate(wording.rstrip("."), text, sentence)
    except grounding.GroundingError:
        return sentence


def _meant(text: str) -> frozenset[str]:
    """The words of meaning of a text, as they are compared."""
    said = compared.read(text)
    return frozenset(
        w.key for w in said if w.kind in compared.STRICT or (w.form.casefold() not in EMPTY and len(w.form) > 1)
    )


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _has(text: str, cue: str) -> bool:
    return " ".join(cue.casefold().split()) in " ".join(text.casefold().split())

"""What paraphrases rest on: each beside numbered passages of the sources, asked only where there are such.

The question has its own form, so that every other question is the same to the byte with sources and without. An answer
that says more than "supported" must name a passage and copy the words of both sides; where they do not stand there, it
is dropped. Nothing that it says takes a finding of the rules away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from verifier.article import Span
from verifier.model import answers, credits, passages, places
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import Dropped, Further, ModelReading, RestingAnswer
from verifier.model.settings import ModelSettings
from verifier.model.sheet import Part, Sheet
from verifier.model.whole import asked_about
from verifier.reading import Analysis
from verifier.sources import Paraphrase, Rest

_ANSWERS: tuple[RestingAnswer, ...] = get_args(RestingAnswer)
_AT_ONCE = 12
"""Paraphrases that one question asks about."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one question asks about, and every passage of it under its number, counted from 1."""

    part: Part
    paraphrases: tuple[Paraphrase, ...]
    turned: bool = False

    def numbered(self, paraphrase: Paraphrase) -> list[tuple[int, Rest]]:
        """The passages of one of them in the order in which they are shown."""
        before = 0
        for one in self.paraphrases:
            if one is paraphrase:
                break
            before += len(one.rests)
        rests = paraphrase.rests[::-1] if self.turned else paraphrase.rests
        return list(enumerate(rests, before + 1))


class Rested:
    """The questions about the paraphrases of one article and what their answers come to."""

    def __init__(
        self,
        analysis: Analysis,
        paraphrases: Sequence[Paraphrase],
        prompts: dict[str, Prompt],
        settings: ModelSettings,
    ) -> None:
        self._analysis = analysis
        self._prompt = prompts["paraphrases"].about(prompts["article"])
        self._sheet = Sheet(analysis.article)
        self._fence = passages.fence(analysis.article)
        turns = (False, True) if settings.twice else (False,)
        self._asked = [[_Asked(part, group, turned) for turned in turns] for part, group in self._groups(paraphrases)]

    def questions(self) -> Iterator[Question]:
        """One for each dozen of paraphrases; two where everything is asked twice."""
        for pair in self._asked:
            yield from map(self._question, pair)

    def take(self, replies: Iterator[Any], reading: ModelReading) -> None:
        """Put the answers to :meth:`questions` into the reading."""
        for pair in self._asked:
            said = [(asked, next(replies)) for asked in pair]
            if any(reply is None for _, reply in said):
                continue
            found = [self._found(asked, reply.paraphrases, reading) for asked, reply in said]
            for at, one in sorted(found[0].items()):
                if all(_alike(one, other.get(at)) for other in found[1:]):
                    reading.further.append(one)

    def _groups(self, paraphrases: Sequence[Paraphrase]) -> Iterator[tuple[Part, tuple[Paraphrase, ...]]]:
        left = list(paraphrases)
        for part in self._sheet.parts() if self._sheet.prose else []:
            here = [p for p in left if self._number(p) <= part.last + 1]
            left = [p for p in left if p not in here]
            for at in range(0, len(here), _AT_ONCE):
                yield part, tuple(here[at : at + _AT_ONCE])

    def _number(self, paraphrase: Paraphrase) -> int:
        return passages.number(self._analysis.article, paraphrase.span)

    def _question(self, asked: _Asked) -> Question:
        numbers = [self._number(p) for p in asked.paraphrases]
        return Question(
            task="paraphrases",
            prompt=self._prompt,
            label=f"paraphrases of sentences {numbers[0]} to {numbers[-1]}, held against the sources"
            f"{', asked again' if asked.turned else ''}",
            messages=self._prompt.messages(
                **asked_about(self._analysis, self._sheet, asked.part, self._fence, turned=asked.turned),
                paraphrases=[
                    {
                        "number": number,
                        "sentence": self._number(one),
                        "who": passages.shown(one.credit.name) if one.credit else "nobody named",
                        "words": self._shown(one.span.of(self._analysis.article.text)),
                        "passages": [
                            {
                                "number": at,
                                "who": self._shown(rest.label) or "nobody named",
                                "words": self._shown(rest.said),
                            }
                            for at, rest in asked.numbered(one)
                        ],
                    }
                    for number, one in enumerate(asked.paraphrases, 1)
                ],
            ),
            response_model=answers.Resting,
            items=len(asked.paraphrases),
        )

    def _shown(self, text: str) -> str:
        """Words on one line, in which nothing can end the fence they stand in."""
        return " ".join(passages.shown(text).replace(self._fence, "").split())

    def _found(self, asked: _Asked, said: Sequence[Any], reading: ModelReading) -> dict[int, Further]:
        """What one answer finds, by the number of the paraphrase; two answers on one that differ are none."""
        given, refused = answers.items(said, answers.RestingSaid)
        reading.dropped += [Dropped(what, "not in the asked form") for what in refused]
        told: dict[int, answers.RestingSaid] = {}
        for one in given:
            what = f"an answer on paraphrase {one.number}"
            if not 0 < one.number <= len(asked.paraphrases) or one.answer not in _ANSWERS:
                reading.dropped.append(Dropped(what, "there is no such paraphrase, or no such answer"))
            elif told.setdefault(one.number, one).answer != one.answer:
                reading.dropped.append(Dropped(what, "it is answered in two ways"))
                told[one.number] = one.model_copy(update={"answer": "not there"})
        left_out = [n for n in range(1, len(asked.paraphrases) + 1) if n not in told]
        reading.dropped += [Dropped(f"paraphrase {n}", "the answer leaves it out") for n in left_out]
        made = {n: self._grounded(asked, asked.paraphrases[n - 1], one, reading) for n, one in told.items()}
        return {n: one for n, one in made.items() if one is not None}

    def _grounded(
        self, asked: _Asked, paraphrase: Paraphrase, said: answers.RestingSaid, reading: ModelReading
    ) -> Further | None:
        """What goes further or against with its places on both sides; None where it does not stand there."""
        if said.answer not in ("further", "against"):
            return None
        placed = self._placed(asked, paraphrase, said)
        if isinstance(placed, str):
            what = f"“{passages.shown(said.words)}” beside “{passages.shown(said.source_words)}”"
            reading.dropped.append(Dropped(what, placed))
            return None
        rest, ours, theirs = placed
        why = credits.reason(said.why, f"{self._analysis.article.text}\n{rest.said}", reading)
        return Further(paraphrase, rest, cast(Literal["further", "against"], said.answer), ours, theirs, why)

    def _placed(
        self, asked: _Asked, paraphrase: Paraphrase, said: answers.RestingSaid
    ) -> tuple[Rest, Span, Span] | str:
        """The passage and the places on both sides, or why there are none."""
        rest = dict(asked.numbered(paraphrase)).get(said.passage)
        if rest is None:
            return "it names no passage of this paraphrase"
        ours = places.within(said.words, self._analysis.article.text, paraphrase.span)
        if ours is None:
            return places.NOT_PRINTED
        theirs = places.within(said.source_words, rest.said, Span(0, len(rest.said)))
        if theirs is None:
            return "not the source's words"
        if any(q.kind != "scare" and q.marks.covers(ours) for q in self._analysis.quotations):
            return "they stand in quotation marks: no paraphrase"
        return rest, ours, Span(rest.span.start + theirs.start, rest.span.start + theirs.end)


def _alike(one: Further, other: Further | None) -> bool:
    """Whether two answers say the same of the same passage."""
    return other is not None and (one.answer, one.rest) == (other.answer, other.rest)

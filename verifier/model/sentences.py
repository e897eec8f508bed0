"""An article asked about sentence by sentence, for a small model: one short thing a question, numbered choices.

It fills in what the rules leave open: what they have a claim of, it would only repeat. What comes back is held against
the article as everywhere; with ``settings.twice`` each choice is asked again with the
choices turned round, and only what both answers say is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from verifier.article import Sentence, Span
from verifier.claims import Statement
from verifier.model import answers, credits, passages
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import Dropped, Judged, ModelReading, Pair
from verifier.model.settings import ModelSettings
from verifier.model.sheet import Sheet
from verifier.model.stated import Claims
from verifier.model.way import Way
from verifier.reading import Analysis
from verifier.reading._model import Quotation, Source

TURNED = "another answer when the choices were turned round"
_AGAIN = ", asked again"
_BEFORE = 3
"""Sentences before the one that is asked about."""
_REACH = 2
"""Paragraphs before and after the words that are shown with them."""


class Sentences(Way):
    """One sentence, one quotation or one pair a question; what does not hold is refused, not asked for again."""

    most_pairs = 60

    def __init__(
        self,
        analysis: Analysis,
        statements: Sequence[Statement],
        pairs: Sequence[Pair],
        prompts: dict[str, Prompt],
        settings: ModelSettings,
    ) -> None:
        super().__init__(analysis, statements, pairs, prompts, settings)
        told = [span for statement in statements for span in statement.spans]
        self._prose = [s for s in Sheet(analysis.article).prose if not any(span.overlaps(s.span) for span in told)]
        self._quotations = [q for q in analysis.quotations if q.kind != "scare"]
        self._choices = [self._offered(q) for q in self._quotations]

    def questions(self) -> Iterator[Question]:
        """The claims of each sentence of which the rules have none, the speaker of each quotation, the verdict on each
        pair."""
        for sentence in self._prose:
            yield self._sentence(sentence)
        for quotation, choices in zip(self._quotations, self._choices, strict=True):
            for turned in self._turns:
                yield self._speaker(quotation, choices[::-1] if turned else choices, turned=turned)
        for pair in self._pairs:
            for turned in self._turns:
                yield self._verdict(pair, turned=turned)

    def _take(self, replies: Iterator[Any], reading: ModelReading) -> None:
        claims = Claims(self._analysis, self._statements, self._prompts["sentence"].examples, reading)
        for sentence in self._prose:
            self._take_sentence(sentence, next(replies), claims, reading)
        claims.close()
        for quotation, choices in zip(self._quotations, self._choices, strict=True):
            self._take_speaker(quotation, choices, [next(replies) for _ in self._turns], reading)
        for pair in self._pairs:
            self._take_verdict(pair, [next(replies) for _ in self._turns], reading)

    def _sentence(self, sentence: Sentence) -> Question:
        article = self._analysis.article
        before = article.sentences[max(0, sentence.index - _BEFORE) : sentence.index]
        prompt = self._prompts["sentence"]
        return Question(
            task="sentence",
            prompt=prompt,
            label=f"claims of sentence {sentence.index + 1}",
            messages=prompt.messages(
                fence=self._fence,
                before=passages.shown(" ".join(s.span.of(article.text) for s in before)),
                sentence=self._shown(sentence.span),
            ),
            response_model=answers.Sentence,
        )

    def _speaker(self, quotation: Quotation, choices: Sequence[Source], *, turned: bool) -> Question:
        prompt = self._prompts["speaker"]
        return Question(
            task="speaker",
            prompt=prompt,
            label=f"the speaker of quotation {quotation.index + 1}{_AGAIN if turned else ''}",
            messages=prompt.messages(
                fence=self._fence,
                passage=self._shown(passages.around(self._analysis.article, quotation.span, reach=_REACH)),
                quotation=self._shown(quotation.marks),
                speakers=[passages.NOBODY, *(passages.shown(source.name) for source in choices)],
            ),
            response_model=answers.choice(len(choices) + 1),
        )

    def _verdict(self, pair: Pair, *, turned: bool) -> Question:
        prompt = self._prompts["verdict"]
        first, second = (pair.second, pair.first) if turned else (pair.first, pair.second)
        return Question(
            task="verdict",
            prompt=prompt,
            label=f"the verdict on {pair.key}{_AGAIN if turned else ''}",
            messages=prompt.messages(
                fence=self._fence,
                first=self._passage(first),
                second=self._passage(second),
                computed=passages.shown(pair.computed),
                question=passages.shown(pair.question),
            ),
            response_model=answers.Verdict,
        )

    def _take_sentence(self, sentence: Sentence, reply: Any, claims: Claims, reading: ModelReading) -> None:
        given, refused = answers.items(reply.claims if reply else (), answers.SentenceClaim)
        reading.dropped += [Dropped(what, "not in the asked form") for what in refused]
        number = sentence.index + 1
        said = [
            {"from": [number], "text": one.text, "nature": one.nature, "unresolved": one.unresolved}
            for one in given
            if one.text.strip()
        ]
        for back in claims.take(said):
            reading.dropped.append(Dropped(back.said, back.why))

    def _take_speaker(
        self, quotation: Quotation, choices: list[Source], replies: Sequence[Any], reading: ModelReading
    ) -> None:
        if any(reply is None for reply in replies):
            return
        orders = (choices, choices[::-1])
        named = [order[r.speaker - 1] if r.speaker else None for order, r in zip(orders, replies, strict=False)]
        if any(other != named[0] for other in named):
            reading.dropped.append(Dropped(f"the speaker of quotation {quotation.index + 1}", TURNED))
            return
        reading.speakers[quotation.index] = named[0]
        if named[0] is not None and not credits.spoken(self._analysis, quotation, named[0]):
            reading.guessed.add(quotation.index)

    def _take_verdict(self, pair: Pair, replies: Sequence[Any], reading: ModelReading) -> None:
        if any(reply is None for reply in replies):
            return
        first, second = replies[0], replies[-1]
        shown = (self._passage(pair.first), self._passage(pair.second), pair.computed, pair.question)
        why = credits.reason(first.why, " ".join(shown), reading)
        if first.answer == second.answer:
            reading.judged[pair.key] = Judged(first.answer, why)
        else:
            told = f"{first.answer} one way round, {second.answer} the other"
            reading.judged[pair.key] = Judged("unclear", told)

    def _offered(self, quotation: Quotation) -> list[Source]:
        near = passages.around(self._analysis.article, quotation.span)
        return passages.speakers(self._analysis, near, quotation.span)

    def _passage(self, span: Span) -> str:
        """The whole sentence that holds the words."""
        sentence = self._analysis.article.sentence_at(span.start)
        return self._shown(sentence.span if sentence and sentence.span.covers(span) else span)

    def _shown(self, span: Span) -> str:
        return passages.shown(span.of(self._analysis.article.text))

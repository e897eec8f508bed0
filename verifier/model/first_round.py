"""Round one: one look for pairs, claims over windows of sentences, the speakers of quotations, paraphrases held against
their quotations. All of it is asked at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from verifier.article import Sentence, Span
from verifier.claims import Statement
from verifier.model import answers, credits, grounding, passages, worded
from verifier.model.desk import Desk
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import Dropped, ModelReading, Overreach
from verifier.model.sieve import Sieve, reason
from verifier.model.speakers import TURNED, Speakers
from verifier.reading import Analysis
from verifier.reading._model import Attribution, OutletMention, Source
from verifier.reading.matching import content

_MOST_STATEMENTS = 120
"""Numbered statements in one look over the whole article."""
_AGAINST_ALL = "one statement against many is a list, not a look"
_MOST_OF_ONE = 3
"""Statements that one statement can be held against before a look over the article is no look."""
_NEXT = 200
"""Characters between a paraphrase and the quotation it rests on: the next sentence, not the next section."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of sentences with the choices that were offered for it."""

    sentences: Sequence[Sentence]
    speakers: list[Source]
    outlets: list[OutletMention]


class FirstRound:
    """The questions of round one and what their answers come to."""

    def __init__(
        self, analysis: Analysis, statements: Sequence[Statement], prompts: dict[str, Prompt], desk: Desk
    ) -> None:
        self._analysis = analysis
        self._statements = statements[:_MOST_STATEMENTS]
        self._prompts = prompts
        self._desk = desk
        self._fence = passages.fence(analysis.article)
        self._sieve = Sieve(analysis.article, prompts["claims"].examples)
        self._speakers = Speakers(analysis, prompts, desk.settings)
        self._credited: list[tuple[int, int, Window]] = []

    def look(self) -> list[Question]:
        """The one look over all statements for pairs, where there are two of them."""
        return [self._pairs_question()] if len(self._statements) > 1 else []

    def questions(self) -> Iterator[Question]:
        """Everything else, in a fixed order: claims, speakers, paraphrases. Each is put into words when it is due."""
        self._windows = [self._window(w) for w in passages.windows(self._analysis.article, self._desk.settings.window)]
        self._paraphrases = _paraphrases(self._analysis)
        for window in self._windows:
            yield self._claims_question(window)
        yield from self._speakers.questions([window.sentences for window in self._windows])
        for paraphrase, spoken in self._paraphrases:
            yield self._inference_question(paraphrase, spoken)

    def take(self, replies: Iterator[Any], reading: ModelReading) -> None:
        """Put the answers to :meth:`questions` into the reading; what else there is in ``replies`` is left there."""
        for window in self._windows:
            self._take_claims(next(replies), window, reading)
        self._speakers.take(replies, reading)
        for paraphrase, spoken in self._paraphrases:
            judged = next(replies)
            if judged is not None and judged.answer == "more":
                text = self._analysis.article.text
                why = reason(passages.shown(judged.why), (paraphrase.of(text), spoken.of(text)))
                if why is None:
                    reading.dropped.append(Dropped(judged.why, "a reason with facts of its own"))
                reading.overreaches.append(Overreach(paraphrase, spoken, why or ""))

    def looked(self, replies: Sequence[Any], reading: ModelReading) -> list[tuple[int, int]]:
        """The pairs of statements that the look found, by index; what it holds against everything is dropped."""
        named = [(p.first - 1, p.second - 1) for reply in replies if reply for p in reply.pairs]
        pairs = {(min(pair), max(pair)) for pair in named if pair[0] != pair[1]}
        times = Counter(at for pair in pairs for at in pair)
        everywhere = {at for at, count in times.items() if count > _MOST_OF_ONE}
        for at in sorted(everywhere):
            reading.dropped.append(Dropped(f"the pairs with statement {at + 1}", _AGAINST_ALL))
        return sorted(pair for pair in pairs if not everywhere.intersection(pair))

    def again(self) -> list[Question]:
        """What the answers make necessary: the speakers they left open, and, where everything is asked twice, for each
        claim with a speaker who said it, the choices turned round.

        It goes out with round two, so that a claim without a speaker costs nothing.
        """
        asked = list(self._speakers.left())
        article = self._analysis.article
        for _, at, window in self._doubted:
            sentence = article.sentences[at]
            label = f"the speaker of a claim of sentence {at + 1}, asked again"
            asked.append(self._speakers.who(label, sentence.span, sentence.span, passages.turned(window.speakers)))
        return asked

    def take_again(self, replies: Iterator[Any], reading: ModelReading) -> None:
        """Take the speakers that were left open; of the claims' keep those that came back the same."""
        self._speakers.take_left(replies, reading)
        for (claim, at, window), reply in zip(self._doubted, replies, strict=True):
            again = passages.turned(window.speakers)[reply.speaker - 1] if reply and reply.speaker else None
            if again != reading.claims[claim].source:
                was = reading.claims[claim]
                kind = worded.kind_of(self._analysis, was.kind, was.span, credited=False)
                reading.claims[claim] = replace(was, source=None, kind=kind, cue=None)
                if reply is not None:
                    reading.dropped.append(Dropped(f"the speaker of a claim of sentence {at + 1}", TURNED))

    @property
    def _doubted(self) -> list[tuple[int, int, Window]]:
        return self._credited if self._desk.settings.twice else []

    def _window(self, sentences: Sequence[Sentence]) -> Window:
        span = Span(sentences[0].span.start, sentences[-1].span.end)
        near = passages.around(self._analysis.article, span, reach=2)
        return Window(sentences, passages.speakers(self._analysis, near, span), passages.outlets(self._analysis, span))

    def _claims_question(self, window: Window) -> Question:
        article = self._analysis.article
        first, last = window.sentences[0].index + 1, window.sentences[-1].index + 1
        prompt = self._prompts["claims"]
        return Question(
            prompt=prompt,
            label=f"claims of sentence {first}" if first == last else f"claims of sentences {first} to {last}",
            messages=prompt.messages(
                fence=self._fence,
                before=passages.shown(self._sieve.before(window.sentences[0].index)),
                speakers=[passages.NOBODY, *(passages.shown(s.name) for s in window.speakers)],
                outlets=[passages.NONE, *(passages.shown(o.name) for o in window.outlets)],
                sentences=[
                    {"number": s.index + 1, "text": passages.shown(s.span.of(article.text))} for s in window.sentences
                ],
            ),
            response_model=answers.claims(
                [s.index + 1 for s in window.sentences],
                len(window.speakers),
                len(window.outlets),
                self._sieve.check,
            ),
            items=len(window.sentences),
        )

    def _inference_question(self, paraphrase: Span, quotation: Span) -> Question:
        text = self._analysis.article.text
        prompt = self._prompts["inference"]
        sentence = self._analysis.article.sentence_at(paraphrase.start)
        return Question(
            prompt=prompt,
            label=f"the paraphrase in sentence {sentence.index + 1 if sentence else 0}",
            messages=prompt.messages(
                fence=self._fence,
                paraphrase=passages.shown(paraphrase.of(text)),
                quotation=passages.shown(quotation.of(text)),
            ),
            response_model=answers.Inference,
        )

    def _pairs_question(self) -> Question:
        prompt = self._prompts["pairs"]
        return Question(
            prompt=prompt,
            label="the look over all statements",
            messages=prompt.messages(
                fence=self._fence,
                claims=[{"number": n, "text": passages.shown(s.text)} for n, s in enumerate(self._statements, 1)],
            ),
            response_model=answers.pairs(len(self._statements)),
        )

    def _take_claims(self, reply: Any, window: Window, reading: ModelReading) -> None:
        said = set()
        for claim in reply.claims if reply else ():
            why = self._sieve.why_not(claim)
            chosen, untied = self._chosen(claim, window)
            outlet = window.outlets[claim.outlet - 1] if claim.outlet else None
            found = worded.claim(self._analysis, claim, chosen, outlet)
            same = (found.span, found.source, " ".join(map(grounding.fold, grounding.words(found.text))))
            if why or same in said:
                reading.dropped.append(Dropped(claim.wording, why or "said twice"))
            else:
                said.add(same)
                if chosen:
                    self._credited.append((len(reading.claims), claim.sentence - 1, window))
                if untied:
                    what = f"{passages.shown(untied.name)} as the speaker of: {claim.wording}"
                    reading.dropped.append(Dropped(what, "nothing in the text credits the words to this speaker"))
                reading.claims.append(found)

    def _chosen(self, claim: Any, window: Window) -> tuple[Source | None, Source | None]:
        """The speaker the model chose for a claim: first where the text ties him to it, second where it does not."""
        if not claim.speaker or claim.kind == "reported":
            return None, None
        chosen = window.speakers[claim.speaker - 1]
        tied = credits.tied(self._analysis, self._analysis.article.sentences[claim.sentence - 1], chosen)
        return (chosen, None) if tied else (None, chosen)


def _paraphrases(analysis: Analysis) -> list[tuple[Span, Span]]:
    """Indirect statements that a direct quotation of the same speaker follows and shares a word with: the one should
    rest on the other."""
    found = []
    for one, other in zip(analysis.attributions, analysis.attributions[1:], strict=False):
        if one.kind == "indirect" and other.kind == "direct" and _same(one, other) and one.content and other.content:
            gap = other.content[0].start - one.content[-1].end
            if 0 <= gap < _NEXT and _content(analysis, one.content[0]) & _content(analysis, other.content[0]):
                found.append((one.content[0], other.content[0]))
    return found


def _content(analysis: Analysis, span: Span) -> frozenset[str]:
    return content(analysis.keys, analysis.words.inside(span))


def _same(one: Attribution, other: Attribution) -> bool:
    return one.source is not None and other.source is not None and one.source.name == other.source.name

"""Speakers: who says each quotation. Those of one window are asked about together; one is asked about alone where it is
the window's only one, where sentences are asked about one by one, and where an answer leaves it open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.article import Sentence, Span
from verifier.model import answers, credits, passages
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import Dropped, ModelReading
from verifier.model.settings import ModelSettings
from verifier.reading import Analysis
from verifier.reading._model import Quotation, Source

TURNED = "another answer when the choices were turned round"
_MOST_TOGETHER = 20
"""Speakers offered for all quotations of a window; for one alone there are at most a dozen."""
_REACH = 2
"""Paragraphs before and after the words that are shown with them."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Quotations that are asked about in one question: with whom each may be credited, and all that are offered."""

    quotations: Sequence[Quotation]
    offers: Sequence[list[Source]]
    choices: list[Source]


class Speakers:
    """The questions for the speakers of one article and what their answers come to.

    With ``settings.twice`` each question comes again with the choices turned round, and only what both say is believed.
    """

    def __init__(self, analysis: Analysis, prompts: dict[str, Prompt], settings: ModelSettings) -> None:
        self._analysis = analysis
        self._prompts = prompts
        self._settings = settings
        self._fence = passages.fence(analysis.article)
        self._groups: list[_Group] = []
        self._open: list[_Group] = []

    def questions(self, windows: Sequence[Sequence[Sentence]]) -> Iterator[Question]:
        """One question for each window's quotations, or one for each quotation where windows are single sentences."""
        quotations = [q for q in self._analysis.quotations if q.kind != "scare"]
        alone = self._settings.window == 1
        together = [[q] for q in quotations] if alone else _by_window(self._analysis, quotations, windows)
        self._groups = [self._group(group) for group in together]
        for group in self._groups:
            yield from self._asked(group)

    def take(self, replies: Iterator[Any], reading: ModelReading) -> None:
        """Put the answers to :meth:`questions` into the reading; what they leave open is remembered."""
        for group in self._groups:
            self._take(group, self._replies(replies), reading)

    def left(self) -> Iterator[Question]:
        """A question for each quotation that an answer left out, or gave to two speakers.

        The answer is not sent back for these: that would repeat all of it to mend one number, and what is kept of an
        answer with a gap would have the gap as long as it is kept. A question about one quotation cannot leave it out.
        """
        for group in self._open:
            yield from self._asked(group)

    def take_left(self, replies: Iterator[Any], reading: ModelReading) -> None:
        """Put the answers to :meth:`left` into the reading."""
        for group in self._open:
            self._take(group, self._replies(replies), reading)

    def who(self, label: str, at: Span, words: Span, choices: list[Source]) -> Question:
        """Who says these words, asked alone."""
        prompt = self._prompts["speaker"]
        return Question(
            prompt=prompt,
            label=label,
            messages=prompt.messages(
                fence=self._fence,
                passage=self._shown(passages.around(self._analysis.article, at, reach=_REACH)),
                quotation=self._shown(words),
                speakers=_numbered(choices),
            ),
            response_model=answers.choice(len(choices) + 1),
        )

    def _group(self, quotations: Sequence[Quotation]) -> _Group:
        offers = [self._offered(quotation) for quotation in quotations]
        return _Group(quotations, offers, offers[0] if len(offers) == 1 else _union(quotations, offers))

    def _offered(self, quotation: Quotation) -> list[Source]:
        near = passages.around(self._analysis.article, quotation.span)
        return passages.speakers(self._analysis, near, quotation.span)

    def _asked(self, group: _Group) -> Iterator[Question]:
        asked = self._alone if len(group.quotations) == 1 else self._together
        yield asked(group, group.choices, "")
        if self._settings.twice:
            yield asked(group, passages.turned(group.choices), ", asked again")

    def _alone(self, group: _Group, choices: list[Source], again: str) -> Question:
        (one,) = group.quotations
        return self.who(f"the speaker of quotation {one.index + 1}{again}", one.span, one.marks, choices)

    def _together(self, group: _Group, choices: list[Source], again: str) -> Question:
        *most, last = (str(q.index + 1) for q in group.quotations)
        around = [passages.around(self._analysis.article, q.span, reach=_REACH) for q in group.quotations]
        prompt = self._prompts["speakers"]
        return Question(
            prompt=prompt,
            label=f"the speakers of quotations {', '.join(most)} and {last}{again}",
            messages=prompt.messages(
                fence=self._fence,
                passage=self._shown(Span(min(s.start for s in around), max(s.end for s in around))),
                quotations=[self._shown(q.marks) for q in group.quotations],
                speakers=_numbered(choices),
            ),
            response_model=answers.speakers(len(group.quotations), len(choices) + 1),
            items=len(group.quotations),
        )

    def _shown(self, span: Span) -> str:
        return passages.shown(span.of(self._analysis.article.text))

    def _replies(self, replies: Iterator[Any]) -> list[Any]:
        return [next(replies) for _ in range(2 if self._settings.twice else 1)]

    def _take(self, group: _Group, replies: Sequence[Any], reading: ModelReading) -> None:
        if any(reply is None for reply in replies):
            return
        numbers = [_numbers(reply, len(group.quotations)) for reply in replies]
        orders = (group.choices, passages.turned(group.choices))
        for quotation, offer, *chosen in zip(group.quotations, group.offers, *numbers, strict=True):
            if None in chosen:
                self._open.append(_Group([quotation], [offer], offer))
            else:
                named = [order[n - 1] if n else None for order, n in zip(orders, chosen, strict=False)]
                self._believe(quotation, offer, named, reading)

    def _believe(
        self, quotation: Quotation, offer: list[Source], named: Sequence[Source | None], reading: ModelReading
    ) -> None:
        first = named[0]
        if any(other != first for other in named):
            reading.dropped.append(Dropped(f"the speaker of quotation {quotation.index + 1}", TURNED))
            return
        chosen = _as_offered(first, offer) if first else None
        reading.speakers[quotation.index] = chosen
        if chosen is not None and not credits.spoken(self._analysis, quotation, chosen):
            reading.guessed.add(quotation.index)


def _by_window(
    analysis: Analysis, quotations: Sequence[Quotation], windows: Sequence[Sequence[Sentence]]
) -> list[list[Quotation]]:
    """The quotations that begin in one window, window by window; what lies in none (a caption) is by itself."""
    window_of = {sentence.index: at for at, window in enumerate(windows) for sentence in window}
    groups: dict[tuple[str, int], list[Quotation]] = {}
    for quotation in quotations:
        sentence = analysis.article.sentence_at(quotation.span.start)
        window = window_of.get(sentence.index) if sentence else None
        key = ("quotation", quotation.index) if window is None else ("window", window)
        groups.setdefault(key, []).append(quotation)
    return list(groups.values())


def _union(quotations: Sequence[Quotation], offers: Sequence[list[Source]]) -> list[Source]:
    """Everybody whom one of the quotations was offered, once; of too many those that stand nearest to a quotation."""
    found: list[Source] = []
    for source in (source for offer in offers for source in offer):
        if not any(_same(source, other) for other in found):
            found.append(source)
    starts = [quotation.span.start for quotation in quotations]
    found.sort(key=lambda source: min(abs(source.mention.start - start) for start in starts))
    return sorted(found[:_MOST_TOGETHER], key=lambda source: source.mention)


def _as_offered(chosen: Source, offer: Sequence[Source]) -> Source:
    """The one chosen as he stands near this quotation: of two places that name "a spokesman" the nearer one."""
    if chosen in offer:
        return chosen
    return next((source for source in offer if _same(source, chosen)), chosen)


def _same(one: Source, other: Source) -> bool:
    return one.name == other.name or (one.entity is not None and one.entity == other.entity)


def _numbered(choices: Sequence[Source]) -> list[str]:
    return [passages.NOBODY, *(passages.shown(source.name) for source in choices)]


def _numbers(reply: Any, quotations: int) -> list[int | None]:
    """The number chosen for each of the quotations; None where the answer has none for it, or more than one."""
    if quotations == 1:
        return [reply.speaker]
    named: list[set[int]] = [set() for _ in range(quotations)]
    for one in reply.speakers:
        named[one.quotation - 1].add(one.speaker)
    return [numbers.pop() if len(numbers) == 1 else None for numbers in named]

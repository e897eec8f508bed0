"""An article asked about as a whole: the look, who says what, and the claims.

An article that fits one part is one question: what is to be done comes first, which is the same for all of them, then
the article. A longer one is looked at whole and asked about part by part, and its questions begin with the article
instead. What is asked about comes last, either way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from verifier.claims import Statement
from verifier.model import answers, attributed, look, passages
from verifier.model.desk import Unanswered
from verifier.model.prompts import Prompt
from verifier.model.question import Question, Task
from verifier.model.results import Disagreement, Dropped, Judged, ModelReading, Pair
from verifier.model.roster import of
from verifier.model.settings import ModelSettings
from verifier.model.sheet import Part, Sheet
from verifier.model.stated import Again, Claims
from verifier.model.way import Way
from verifier.reading import Analysis

_NAMED_BEFORE = 40
"""Names told before a part of a long article that has only the rest of it."""


class Whole(Way):
    """The look, who says what and the claims, of one article."""

    most_pairs = look.MOST_JUDGED

    def __init__(
        self,
        analysis: Analysis,
        statements: Sequence[Statement],
        pairs: Sequence[Pair],
        prompts: dict[str, Prompt],
        settings: ModelSettings,
    ) -> None:
        super().__init__(analysis, statements, pairs, prompts, settings)
        article = prompts["article"]
        self._prompts = {name: prompts[name].about(article) for name in ("look", "statements", "claim")}
        self._prompts["reading"] = prompts["look"].before(article, prompts["statements"])
        self._examples = [example for name in ("statements", "sentence") for example in prompts[name].examples]
        self._sheet = Sheet(analysis.article)
        self._roster = of(analysis)
        something = bool(self._sheet.prose)
        self._parts = self._sheet.parts() if something else []
        self._looks = self._sheet.looks() if something else []
        self._back: list[tuple[Again, Part]] = []
        self._claims: Claims | None = None
        self._turned: Sequence[Any] = ()

    @property
    def _at_once(self) -> bool:
        """Whether one question sees and asks all."""
        return len(self._parts) == 1

    def questions(self) -> Iterator[Question]:
        """The look first, so that whoever asks one thing at a time has the most important answer first."""
        for part in self._looks:
            for turned in self._turns:
                yield self._reading(part) if self._at_once and not turned else self._look(part, turned=turned)
        for part in self._parts if not self._at_once else ():
            yield self._statements_of(part)

    def _take(self, replies: Iterator[Any], reading: ModelReading) -> None:
        looked = [[next(replies) for _ in self._turns] for _ in self._looks]
        for part, taken in zip(self._looks, looked, strict=True):
            self._take_look(part, taken, reading)
        self._take_stated(
            [taken[0] for taken in looked] if self._at_once else [next(replies) for _ in self._parts], reading
        )
        self._turned = looked[0][1:] if looked else ()

    def divided(self, unanswered: Sequence[Unanswered]) -> Sequence[Question]:
        """The one question about a short article in two, where an answer to it came that could not be used."""
        if not any(one.question.task == "reading" and one.unfit for one in unanswered):
            return ()
        return [self._look(self._looks[0]), self._statements_of(self._parts[0])]

    def take_divided(self, replies: Sequence[Any], reading: ModelReading) -> None:
        """Put the answers to :meth:`divided` into the reading; a look that was asked twice is believed as always."""
        looked, stated = replies
        self._take_look(self._looks[0], [looked, *self._turned], reading)
        self._take_stated([stated], reading)

    def _take_stated(self, replies: Sequence[Any], reading: ModelReading) -> None:
        for part, reply in zip(self._parts, replies, strict=True):
            self._take_attributions(part, reply, reading)
        self._claims = Claims(self._analysis, self._statements, self._examples, reading)
        for part, reply in zip(self._parts, replies, strict=True):
            self._back += [(one, part) for one in (self._claims.take(reply.stated()) if reply else [])]

    def again(self) -> Sequence[Question]:
        """One question for each claim that has to be worded again."""
        return [
            self._question(
                "claim",
                f"a claim of sentence {one.sentence + 1}, worded again",
                part,
                ("claims",),
                number=one.sentence + 1,
                drawn=[at + 1 for at in one.drawn],
                text=passages.shown(one.said),
                why=passages.shown(one.why),
            )
            for one, part in self._back
        ]

    def take_again(self, replies: Iterator[Any]) -> None:
        """Take the claims that were worded again."""
        if self._claims is None:
            return
        for reply in replies:
            if reply is not None:
                self._claims.take(reply.stated(), again=True)
        self._claims.close()

    def _reading(self, part: Part) -> Question:
        looked, asked = self._looked_at(part), self._asked_of(part)
        return self._question(
            "reading",
            f"the look, who says what and the claims of {part.where}",
            part,
            ("pairs", "claims"),
            items=len(looked["candidates"]) + part.last - part.first + 1,
            **looked,
            **asked,
        )

    def _look(self, part: Part, *, turned: bool = False) -> Question:
        looked = self._looked_at(part)
        return self._question(
            "look",
            f"the look{self._over(part)}{', asked again' if turned else ''}",
            part,
            ("pairs",),
            items=len(looked["candidates"]),
            turned=turned,
            **looked,
        )

    def _statements_of(self, part: Part) -> Question:
        return self._question(
            "statements",
            f"who says what and the claims of {part.where}",
            part,
            ("claims",),
            items=part.last - part.first + 1,
            **self._asked_of(part),
        )

    def _looked_at(self, part: Part) -> dict[str, Any]:
        return {"candidates": look.candidates(self._analysis.article, self._judged_in(part))}

    def _asked_of(self, part: Part) -> dict[str, Any]:
        return {
            "first": part.first + 1,
            "last": part.last + 1,
            "found": attributed.listed(self._analysis, attributed.known(self._analysis, part)),
            "roster": [passages.shown(source.name) for source in self._roster.sources],
        }

    def _question(  # noqa: PLR0913 - a question has as many parts
        self,
        task: Task,
        label: str,
        part: Part,
        asked: tuple[str, ...],
        *,
        items: int = 0,
        turned: bool = False,
        **about: object,
    ) -> Question:
        prompt = self._prompts[task]
        return Question(
            task=task,
            prompt=prompt,
            label=label,
            messages=prompt.messages(
                **asked_about(self._analysis, self._sheet, part, self._fence, turned=turned), **about
            ),
            response_model=answers.reading(*asked),
            items=items,
        )

    def _over(self, part: Part) -> str:
        return "" if len(self._looks) == 1 else f" over {part.where}"

    def _judged_in(self, part: Part) -> list[Pair]:
        """The rules' pairs that a look judges: those whose first place stands in it."""
        sentences = self._analysis.article.sentences
        start = sentences[part.first].span.start if part.first else 0
        end = sentences[part.last].span.end if part.last + 1 < len(sentences) else len(self._analysis.article.text)
        return [pair for pair in self._pairs if start <= pair.first.start < end]

    def _take_look(self, part: Part, taken: Sequence[Any], reading: ModelReading) -> None:
        if any(reply is None for reply in taken):
            return
        pairs = self._judged_in(part)
        seen = [look.found(reply.pairs, self._analysis, reading) for reply in taken]
        told = [look.judged(reply.judged, pairs, self._analysis, reading) for reply in taken]
        found: list[Disagreement] = look.both(*seen) if len(seen) > 1 else seen[0]
        verdicts: dict[str, Judged] = look.agreed(*told) if len(told) > 1 else told[0]
        reading.disagreements += found
        reading.judged.update(verdicts)
        reading.dropped += [
            Dropped(f"the verdict on {pair.key}", "the answer leaves it out")
            for pair in pairs
            if pair.key not in verdicts
        ]

    def _take_attributions(self, part: Part, reply: Any, reading: ModelReading) -> None:
        if reply is None:
            return
        taker = attributed.Attributor(self._analysis, self._roster, reading)
        taker.add(reply.attributions)
        taker.hear(reply.opinions, attributed.known(self._analysis, part))


def asked_about(analysis: Analysis, sheet: Sheet, part: Part, fence: str, *, turned: bool = False) -> dict[str, str]:
    """What the prompt "article" shows of a part: every question about it begins with the same words."""
    return {
        "fence": fence,
        "published": _day(analysis.article.published),
        "named": "; ".join(_named_before(analysis, part)),
        "article": sheet.lines(part, turned=turned),
    }


def _named_before(analysis: Analysis, part: Part) -> list[str]:
    """Who was named before what is shown, in a part that does not begin with the article."""
    if not part.first:
        return []
    start = analysis.article.sentences[part.first].span.start
    return [passages.shown(s.name) for s in of(analysis).sources if s.mention.start < start][:_NAMED_BEFORE]


def _day(published: date | None) -> str:
    """The day of publication with its weekday, which code knows better than a model."""
    return f"{published:%A}, {published.day} {published:%B %Y}" if published else ""

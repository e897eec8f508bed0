"""A way of asking: what one article is asked in a first round, and what may be asked after it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from verifier.claims import Statement
from verifier.model import passages
from verifier.model.desk import Unanswered
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import ModelReading, Pair
from verifier.model.settings import ModelSettings
from verifier.reading import Analysis


class Way(ABC):
    """The questions about one article and what their answers come to. Whoever asks calls the methods in this order."""

    most_pairs: ClassVar[int]
    """Pairs of the rules that are judged in one article; what lies beyond is named in ``missing``."""

    def __init__(
        self,
        analysis: Analysis,
        statements: Sequence[Statement],
        pairs: Sequence[Pair],
        prompts: dict[str, Prompt],
        settings: ModelSettings,
    ) -> None:
        self._analysis = analysis
        self._statements = statements
        self._pairs = pairs[: self.most_pairs]
        self._beyond = len(pairs) - len(self._pairs)
        self._prompts = prompts
        self._turns = (False, True) if settings.twice else (False,)
        self._fence = passages.fence(analysis.article)

    @abstractmethod
    def questions(self) -> Iterator[Question]:
        """The first round."""

    def take(self, replies: Iterator[Any], reading: ModelReading) -> None:
        """Put the answers to :meth:`questions` into the reading."""
        if self._beyond > 0:
            reading.missing.append(f"verdicts on {self._beyond} pairs: too many for one article")
        self._take(replies, reading)

    @abstractmethod
    def _take(self, replies: Iterator[Any], reading: ModelReading) -> None: ...

    def divided(self, unanswered: Sequence[Unanswered]) -> Sequence[Question]:  # noqa: ARG002 - none need be
        """Smaller questions in the place of one whose answer could not be used."""
        return ()

    def take_divided(self, replies: Sequence[Any], reading: ModelReading) -> None:  # noqa: B027 - nor be taken
        """Put the answers to :meth:`divided` into the reading."""

    def again(self) -> Sequence[Question]:
        """What has to be asked once more for itself, now that the answers have been held against the article."""
        return ()

    def take_again(self, replies: Iterator[Any]) -> None:  # noqa: B027 - as above
        """Put the answers to :meth:`again` into the reading that :meth:`take` was given."""

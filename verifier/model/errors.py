"""What can go wrong between a question and its answer; each message is one plain line for ``run.missing``."""

from __future__ import annotations


class NoAnswerError(Exception):
    """The model gave no answer that can be used."""


class UnfitError(NoAnswerError):
    """An answer came, cut off or not in the asked form: a smaller question may fare better."""


class LimitReachedError(NoAnswerError):
    """A limit of the run would be passed; the message says which."""


class EndpointError(NoAnswerError):
    """No further question will fare better: wrong key, unknown model, nobody there.

    ``of_form`` says that the form of the request was refused: another mode has another.
    """

    def __init__(self, words: str, *, of_form: bool = False) -> None:
        super().__init__(words)
        self.of_form = of_form


class CassetteMissError(NoAnswerError):
    """The cassette holds no answer to this question; the message says what changed and how to record it."""

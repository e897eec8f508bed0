"""An attribution before its speaker is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.article import Span


@dataclass(slots=True)
class Said:
    """What is said, and the words that name who says it.

    ``meant`` is the phrase that a relative pronoun takes up; ``nested`` says that it counts beside the statement that
    it stands in; ``guessed`` that no word of saying ties the words to the subject.
    """

    content: list[Span]
    subject: Span | None
    cue: Span | None
    direct: bool
    meant: Span | None = None
    nested: bool = False
    guessed: bool = False

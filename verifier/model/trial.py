"""A trial: whether a model can be asked about an article as a whole, found out on a small one of our own.

It has a contradiction between two sentences and something that somebody says: a model that sees neither, or copies
words that do not stand there, is asked sentence by sentence.
"""

from __future__ import annotations

from typing import Any

from verifier.article import from_text
from verifier.model import answers, look, passages, places
from verifier.model.answers import Answer
from verifier.model.prompts import Prompt
from verifier.model.question import Question
from verifier.model.results import ModelReading
from verifier.model.settings import Ask, ModelSettings
from verifier.model.whole import Whole
from verifier.reading import Analysis, analyse
from verifier.settings import Settings

ARTICLE = """Reading room to stay open

The reading room in Elm Street closed for good on 3 May, caretaker Paul Ahlberg said.

On Friday the reading room in Elm Street opened at nine as every day, and will do so all summer.
"""


def question(prompts: dict[str, Prompt]) -> Question:
    """The look over our own article."""
    asked = next(Whole(_read(), (), (), prompts, ModelSettings("")).questions())
    return Question(asked.task, asked.prompt, "the trial", asked.messages, asked.response_model)


def suits(answer: Answer) -> Ask:
    """How the model that gave this answer is best asked: about the article, where it saw the one contradiction in it
    and nothing that does not stand there."""
    reading, analysis = ModelReading(), _read()
    said: Any = answer
    found = look.found(said.pairs, analysis, reading)
    given, refused = answers.items(said.pairs, answers.PairSaid)
    numbers = [{passages.number(analysis.article, place) for place in (pair.first, pair.second)} for pair in found]
    strange = len(refused) + sum(d.why == places.NOT_PRINTED for d in reading.dropped)
    return "article" if {2, 3} in numbers and not strange and len(given) <= _MOST else "sentence"


_MOST = 3
"""Pairs beyond which a model lists and does not look."""


def _read() -> Analysis:
    return analyse(from_text(ARTICLE), Settings())

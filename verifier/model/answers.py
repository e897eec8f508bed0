"""Answers: what a model may say. Choices are enumerated for each request, so that what is chosen is verbatim by
construction; only a wording and a reason are written freely, and both have a length."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, create_model, model_validator

Wording = Annotated[str, StringConstraints(min_length=1, max_length=600)]
Reason = Annotated[str, StringConstraints(max_length=300)]
Check = Callable[[Any], None]
"""Holds an answer against the article; raises ValueError with what differs, in words that can be sent back."""


class Answer(BaseModel):
    """Base of every answer: no field the request did not ask for, and held against the article where ``check`` is set.

    The check is part of the class and not of Instructor's ``context``, for which Instructor would take the article's
    own braces for a template. Validating with ``{"as_it_is": True}`` leaves the check out.
    """

    model_config = ConfigDict(extra="forbid")
    check: ClassVar[Check | None] = None

    @model_validator(mode="after")
    def _against_the_article(self, info: ValidationInfo) -> Answer:
        check = type(self).check
        if check is not None and not (info.context or {}).get("as_it_is"):
            check(self)
        return self


def _one_of(numbers: Iterable[int]) -> Any:
    return Literal[tuple(numbers)]


def _numbers(low: int, high: int) -> Any:
    return _one_of(range(low, high + 1))


def _at_most(many: int, item: Any) -> Any:
    return Annotated[list[item], Field(max_length=many)]


def claims(sentences: list[int], speakers: int, outlets: int, check: Check | None = None) -> type[Answer]:
    """Claims of a window of sentences, for this many speakers and outlets; 0 is "nobody named" and "none"."""
    kinds: Any = Literal["direct", "mixed", "indirect", "reported"]
    claim = create_model(
        "Claim",
        __config__=ConfigDict(extra="forbid"),
        sentence=(_one_of(sentences), ...),
        wording=(Wording, ...),
        kind=(kinds, ...),
        speaker=(_numbers(0, speakers), ...),
        outlet=(_numbers(0, outlets), ...),
        checkable=(bool, ...),
        unresolved=(_at_most(6, Annotated[str, StringConstraints(max_length=80)]), ...),
    )
    made = create_model("Claims", __base__=Answer, claims=(_at_most(4 * len(sentences) + 2, claim), ...))
    made.check = check
    return made


@lru_cache
def choice(choices: int) -> type[Answer]:
    """One of this many numbered choices, counted from 0."""
    return create_model("Choice", __base__=Answer, speaker=(_numbers(0, choices - 1), ...))


@lru_cache
def speakers(quotations: int, choices: int) -> type[Answer]:
    """For each of this many quotations, counted from 1, one of the numbered choices, counted from 0.

    That each comes once is not in the form: what is left out or named twice is asked about alone, the rest is kept.
    """
    one = create_model(
        "Spoken",
        __config__=ConfigDict(extra="forbid"),
        quotation=(_numbers(1, quotations), ...),
        speaker=(_numbers(0, choices - 1), ...),
    )
    return create_model("Speakers", __base__=Answer, speakers=(_at_most(2 * quotations, one), ...))


@lru_cache
def pairs(statements: int) -> type[Answer]:
    """Pairs of numbered statements, counted from 1."""
    one = _numbers(1, statements)
    pair = create_model("Pair", __config__=ConfigDict(extra="forbid"), first=(one, ...), second=(one, ...))
    return create_model("Pairs", __base__=Answer, pairs=(_at_most(8, pair), ...))


class Verdict(Answer):
    """Whether two passages can both be true."""

    answer: Literal["contradiction", "compatible", "unclear"]
    why: Reason


class Inference(Answer):
    """Whether a paraphrase stays within the quotation it rests on."""

    answer: Literal["supported", "more", "unclear"]
    why: Reason

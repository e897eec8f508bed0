"""Answers: what a model may say, and the form in which it says it.

The questions about an article share one form, :class:`Reading`, and fill in their own lists of it. It is the same
for every article: endpoints put the form in front of the words, and only what begins alike is read from a prefix cache.
So no number, name or length of an article stands in it; code looks at each item by itself (:func:`items`), and one that
does not fit costs that item, not the answer. Asked sentence by sentence, a small model chooses among numbers that the
form enumerates.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema, create_model

from verifier.model.results import RestingAnswer, Sure, VerdictAnswer

KINDS = (
    "date", "weekday", "number", "arithmetic", "name", "role", "place", "quote", "paraphrase", "headline", "order",
    "statement",
)  # fmt: skip
"""What two places of an article can disagree in."""


class _Form(BaseModel):
    """Base of everything a model says: closed, everything required, no reference, title or length in its schema."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """The JSON Schema in the plain form that endpoints of every kind take."""
        whole = super().model_json_schema(*args, **options)
        return {"title": cls.__name__, **_plain(whole, whole.get("$defs", {}))}


class Answer(_Form):
    """Base of every answer."""


def _one_of(words: Iterable[str]) -> Any:
    """One of these words in the schema; what comes is looked at by code."""
    return Annotated[str, WithJsonSchema({"type": "string", "enum": list(words)})]


_Kind: Any = _one_of(KINDS)
_Sure: Any = _one_of(get_args(Sure))
_Answer: Any = _one_of(get_args(VerdictAnswer))
_Nature: Any = _one_of(("fact", "opinion", "wish", "prediction"))
_Resting: Any = _one_of(get_args(RestingAnswer))
_Opinion: Any = _one_of(("speaker", "nobody", "no speech"))


class PairSaid(_Form):
    """Two places that cannot both be right, each by sentence and words."""

    sentence: int
    words: str
    other_sentence: int
    other_words: str
    kind: _Kind
    why: str = ""
    sure: _Sure


class JudgedSaid(_Form):
    """What is said of a numbered pair."""

    pair: int
    why: str = ""
    answer: _Answer


class AttributionSaid(_Form):
    """Something said and by whom, in the article's words; ``speaker`` is a number of the roster, 0 for somebody named
    who is not on it, -1 for nobody named."""

    sentence: int
    content: str
    cue: str
    source: str
    speaker: int
    name: str = ""


class OpinionSaid(_Form):
    """Who says a numbered statement of the rules, in the model's opinion."""

    number: int
    answer: _Opinion
    speaker: int = 0
    name: str = ""


class ClaimSaid(_Form):
    """A statement that stands alone, and the sentences it draws on; no text where the first of them is it already."""

    drawn: list[int] = Field(alias="from")
    text: str = ""
    nature: _Nature
    unresolved: list[str] = []


def _list_of(form: type[_Form] | None) -> Any:
    """A list of these; of numbers where there is no form."""
    whole = form.model_json_schema() if form else {"type": "integer"}
    item = {name: part for name, part in whole.items() if name != "title"}
    return Annotated[list[Any], WithJsonSchema({"type": "array", "items": item})]


_LISTS: dict[str, type[_Form] | None] = {
    "pairs": PairSaid,
    "judged": JudgedSaid,
    "attributions": AttributionSaid,
    "opinions": OpinionSaid,
    "plain": None,
    "claims": ClaimSaid,
}


class Reading(Answer):
    """The form of the answers to all questions about a whole article: each fills in its own lists."""

    pairs: Any = []
    judged: Any = []
    attributions: Any = []
    opinions: Any = []
    plain: Any = []
    claims: Any = []

    def stated(self) -> list[Any]:
        """The claims as items of :class:`ClaimSaid`: those in words, and the sentences that are one as they stand."""
        as_printed = [{"from": [number], "text": "", "nature": "fact", "unresolved": []} for number in self.plain]
        return sorted([*as_printed, *self.claims], key=_first_drawn)


def _first_drawn(item: Any) -> int:
    """The sentence that states a claim; what has none comes first and is refused."""
    drawn = item.get("from") if isinstance(item, dict) else None
    return drawn[0] if isinstance(drawn, list) and drawn and isinstance(drawn[0], int) else 0


@lru_cache
def reading(*asked: str) -> type[Answer]:
    """The form for a question whose answer must have these lists; the schema is the same for all of them."""
    fields: Any = {name: (_list_of(form), ... if name in asked else []) for name, form in _LISTS.items()}
    made: type[Answer] = create_model("Reading", __base__=Reading, **fields)
    return made


Said = TypeVar("Said", bound=_Form)


def items(given: Iterable[Any], form: type[Said]) -> tuple[list[Said], list[str]]:
    """The items that have their form, and for each of the others what came."""
    found, refused = [], []
    for item in given:
        try:
            found.append(form.model_validate(item))
        except ValidationError:
            refused.append(str(item)[:200])
    return found, refused


class RestingSaid(_Form):
    """What a numbered paraphrase is beside the numbered passages: with "further" and "against" the passage and the
    words of both sides."""

    number: int
    why: str = ""
    answer: _Resting
    passage: int = 0
    words: str = ""
    source_words: str = ""


class Resting(Answer):
    """What is said of paraphrases beside the passages they may rest on; a form of its own, asked only with sources."""

    paraphrases: _list_of(RestingSaid)  # type: ignore[valid-type]


class SentenceClaim(_Form):
    """A claim of the one sentence that was asked about."""

    text: str
    nature: _Nature
    unresolved: list[str] = []


class Sentence(Answer):
    """The claims of one sentence."""

    claims: _list_of(SentenceClaim)  # type: ignore[valid-type]


@lru_cache
def choice(choices: int) -> type[Answer]:
    """One of this many numbered choices, counted from 0."""
    numbers: Any = Literal[tuple(range(choices))]
    return create_model("Choice", __base__=Answer, speaker=(numbers, ...))


class Verdict(Answer):
    """Whether two passages can both be true."""

    answer: VerdictAnswer
    why: str = ""


_LEFT_OUT = frozenset({"title", "description", "default", "$defs"})


def _plain(schema: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """A schema without references, titles and defaults, its objects closed and all of their fields required."""
    if "$ref" in schema:
        return _plain(defs[schema["$ref"].rpartition("/")[2]], defs)
    if schema.get("type") == "object":
        fields = {name: _plain(part, defs) for name, part in schema.get("properties", {}).items()}
        return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    kept = {name: part for name, part in schema.items() if name not in _LEFT_OUT}
    return {**kept, "items": _plain(kept["items"], defs)} if "items" in kept else kept

"""A question to the model: its words, the form of its answer, and what it is called where it stays unanswered."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from verifier.model.answers import Answer
from verifier.model.prompts import Prompt
from verifier.model.settings import ModelSettings

Task = Literal["reading", "look", "statements", "claim", "paraphrases", "sentence", "speaker", "verdict", "probe"]
"""What is asked; "reading" is a look and what is stated in one, as a short article is asked about."""

_LETTERS_A_TOKEN = 3.5
"""What a token is worth in English text, on the careful side; used only to foresee, never to count."""


@dataclass(frozen=True)
class Question:
    """One request. ``task`` says what it asks, ``label`` tells a person what is missing where no answer comes ("claims
    of sentences 3 to 5").

    ``items`` is how many things are asked about, where the prompt allows tokens for each.
    """

    task: Task
    prompt: Prompt
    label: str
    messages: list[dict[str, str]]
    response_model: type[Answer]
    items: int = 0

    def key(self, settings: ModelSettings) -> str:
        """What the answer is kept under: everything that could change it."""
        facts = {
            "endpoint": settings.base_url,
            "model": settings.name,
            "mode": settings.mode,
            "parameters": settings.parameters(self.parameters),
            "prompt": self.prompt.sha256,
            "schema": self.schema,
            "messages": self.messages,
        }
        return hashlib.sha256(canonical(facts).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """What goes into the request beside words and form."""
        parameters = dict(self.prompt.parameters)
        if self.prompt.tokens_each and "max_tokens" in parameters:
            parameters["max_tokens"] += self.prompt.tokens_each * self.items
        return parameters

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the answer."""
        return self.response_model.model_json_schema()

    @property
    def expected_tokens(self) -> tuple[int, int]:
        """Tokens in and out, foreseen: the letters of the messages and the schema, and half of what is allowed."""
        letters = sum(len(m["content"]) for m in self.messages) + len(canonical(self.schema))
        return int(letters / _LETTERS_A_TOKEN), int(self.parameters.get("max_tokens", 400)) // 2

    @property
    def about(self) -> dict[str, str]:
        """What a cassette notes beside the recording, so that a miss can say what changed."""
        return {
            "question": self.label,
            "prompt": f"{self.prompt.name} {self.prompt.sha256[:12]}",
            "schema": hashlib.sha256(canonical(self.schema).encode()).hexdigest()[:12],
            "words": hashlib.sha256(canonical(self.messages).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        }


def canonical(value: object) -> str:
    """JSON with sorted keys and no spare white space: equal for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

"""A refusal: what an endpoint says where it does not answer, in its own sentence, safe to show."""

from __future__ import annotations

import http
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from verifier.model.envelope import FILTERED
from verifier.model.errors import EndpointError, NoAnswerError

_LONGEST = 300
_PIECE_OF_A_KEY = 8
_SPENT = re.compile(
    r"insufficient_quota|exceeded your current quota|insufficient.{0,10}(balance|credit|funds)|billing", re.I
)
_FILTER = re.compile(
    r"content.?filter|content.?management.?policy|ResponsibleAI|safety system|PROHIBITED_CONTENT|guardrail|"
    r"data.?inspection|inappropriate content|sensitive content|content exists risk|high risk|\bflagged\b|"
    r"requires moderation",
    re.I,
)
"""How content filters speak: Azure, OpenAI, Gemini, Bedrock, Alibaba, Zhipu, DeepSeek, Moonshot, OpenRouter."""
_THIS_ONE = re.compile(
    r"context.{0,20}(length|size|window)|(prompt|input|request) .{0,30}too (long|large)|exceed_context|"
    r"reduce the length",
    re.I,
)
_HOPELESS = frozenset({401, 402, 403, 404, 405})
_FORM = frozenset({400, 415, 422})


@dataclass(frozen=True, slots=True)
class Refusal:
    """``sentence`` is the endpoint's own, one line without keys and control characters; empty where it says nothing.
    ``parameter`` is what it names as the matter, ``code`` its own short word for it."""

    status: int
    sentence: str
    parameter: str = ""
    code: str = ""

    @property
    def passes(self) -> bool:
        """Whether the same request may fare better later; a quota that is used up does not come back."""
        return not (self.status == http.HTTPStatus.TOO_MANY_REQUESTS and self._says(_SPENT))

    @property
    def of_form(self) -> bool:
        """Whether the form of the request may be the matter, not the words in it."""
        return self.status in _FORM and not self._says(_FILTER) and not self._says(_THIS_ONE)

    def error(self, *, answered: bool) -> NoAnswerError:
        """What it comes to. A refusal of the form is the end where nothing has been answered before: every further
        question would have the same form."""
        if self.status < 500 and self._says(_FILTER):
            return NoAnswerError(f"{FILTERED}{self._quoted}")
        words = f"the endpoint answered {self.status}{_phrase(self.status)}{self._quoted}"
        hopeless = self.status in _HOPELESS or not self.passes or (self.of_form and not answered)
        return EndpointError(words, of_form=self.of_form) if hopeless else NoAnswerError(words)

    @property
    def _quoted(self) -> str:
        return f": {self.sentence}" if self.sentence else ""

    def _says(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(f"{self.code} {self.parameter} {self.sentence}"))


def refusal(status: int, body: bytes, key: str) -> Refusal:
    """Read a refusal, whatever shape the endpoint gave it."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        text = body.decode("utf-8", "replace")
        return Refusal(status, "" if "<" in text[:200] else safe(text, key))
    if isinstance(said, list):
        said = said[0] if said else {}
    error = said.get("error", said) if isinstance(said, dict) else said
    if isinstance(error, str):
        return Refusal(status, safe(error, key))
    if isinstance(said, dict) and "error" not in said:
        error = _of_a_choice(said) or error
    if not isinstance(error, dict):
        return Refusal(status, "")
    sentence, parameter = _sentence(error)
    code = " ".join(_text(error.get(name)) for name in ("code", "type")).strip()
    return Refusal(status, safe(sentence, key), safe(parameter, key), safe(code, key))


def error_status(body: bytes) -> int | None:
    """The status that an answer with an error inside should have had, None where it is an answer."""
    if b'"error"' not in body:
        return None
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(payload, dict):
        return None
    error = _of_a_choice(payload) if payload.get("choices") else payload.get("error")
    if not error:
        return None
    code = error.get("code", error.get("status")) if isinstance(error, dict) else None
    if isinstance(code, int) and not isinstance(code, bool) and 400 <= code < 600:
        return code
    return http.HTTPStatus.BAD_GATEWAY


def _of_a_choice(payload: dict[str, Any]) -> dict[str, Any] | None:
    """The error that stands in the place of an answer, as gateways hand on that of a provider."""
    choices = payload.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    error = first.get("error") if isinstance(first, dict) else None
    message = first.get("message") if isinstance(first, dict) else None
    answered = isinstance(message, dict) and bool(message.get("content") or message.get("tool_calls"))
    return error if isinstance(error, dict) and not answered else None


def safe(text: str, key: str) -> str:
    """One short line to be shown: no control characters, and nothing of the key."""
    line = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text[: 8 * _LONGEST])
    words = ["[key]" if _holds_key(word, key) else word for word in line.split()]
    line = " ".join(words)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _holds_key(word: str, key: str) -> bool:
    if key and key in word:
        return True
    pieces = {key[at : at + _PIECE_OF_A_KEY] for at in range(len(key) - _PIECE_OF_A_KEY + 1)}
    return any(word[at : at + _PIECE_OF_A_KEY] in pieces for at in range(len(word) - _PIECE_OF_A_KEY + 1))


def _sentence(error: dict[str, Any]) -> tuple[str, str]:
    """The sentence and the parameter: OpenAI's and its kin's shape, or FastAPI's list of details."""
    detail = error.get("detail")
    if isinstance(detail, list) and detail and isinstance(detail[0], dict):
        where = detail[0].get("loc")
        names = ".".join(str(part) for part in where) if isinstance(where, list) else ""
        return f"{names}: {_text(detail[0].get('msg'))}".strip(": "), names
    said = next((error[name] for name in ("message", "detail", "msg", "error") if isinstance(error.get(name), str)), "")
    raw = error.get("metadata", {}).get("raw") if isinstance(error.get("metadata"), dict) else None
    if isinstance(raw, str) and raw:  # OpenRouter hands on what the model's own provider said
        said = f"{said}: {raw}"
    return said, _text(error.get("param"))


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _phrase(status: int) -> str:
    try:
        return f" ({http.HTTPStatus(status).phrase})"
    except ValueError:
        return ""

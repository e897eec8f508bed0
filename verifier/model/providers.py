"""Providers of batches: how a question looks in their files, how a file is handed in, and how results are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import httpx2

from verifier._exceptions import UsageError
from verifier.model.batches import Result

Name = Literal["openai", "anthropic", "vllm"]
Came = tuple[str, str, Result | None]
"""The key of a question, what became of it (answered, expired, or why it was refused), and what a call would have
brought."""
_BUSY = 429
_VERSION = "2023-06-01"
_ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider: the most questions and bytes that one of its batches may have.

    ``remote`` says whether it takes files over the network; otherwise a program on this machine reads them.
    """

    name: Name
    questions: int
    size: int
    remote: bool = True

    def line(self, key: str, body: dict[str, Any]) -> dict[str, Any]:
        """A question as a line of a file."""
        if self.name == "anthropic":
            return {"custom_id": key, "params": _messages(body)}
        asked = dict(body)
        if self.name == "openai" and "max_tokens" in asked:
            # A batch cannot be asked again in another way; every current model knows this name.
            asked["max_completion_tokens"] = asked.pop("max_tokens")
        return {"custom_id": key, "method": "POST", "url": "/v1/chat/completions", "body": asked}

    def came(self, lines: Iterable[bytes]) -> Iterator[Came]:
        """What the lines of a file of results say.

        Raises:
            ValueError: a line is no result.
        """
        for words in lines:
            if words.strip():
                told = json.loads(words)
                if not isinstance(told, dict) or not isinstance(told.get("custom_id"), str):
                    raise ValueError("a line without custom_id")
                yield _of_anthropic(told) if "result" in told else _of_openai(told)


PROVIDERS: dict[str, Provider] = {
    "openai": Provider("openai", 50_000, 200_000_000),
    "anthropic": Provider("anthropic", 100_000, 256_000_000),
    "vllm": Provider("vllm", 50_000, 200_000_000, remote=False),
}


@dataclass(frozen=True, slots=True)
class State:
    """How far a batch is; ``files`` are where its results lie, once it is over."""

    over: bool
    words: str
    files: tuple[str, ...] = ()


class Counter:
    """Hands batches in and takes results out, at one provider's endpoint."""

    def __init__(self, provider: Provider, base_url: str, key: str, proxy: str | None = None) -> None:
        self._provider = provider
        self._base = base_url.rstrip("/")
        anthropic = {"x-api-key": key, "anthropic-version": _VERSION}
        headers = anthropic if provider.name == "anthropic" else {"authorization": f"Bearer {key or 'none'}"}
        self._http = httpx2.Client(headers=headers, timeout=300, proxy=proxy, follow_redirects=False)

    def __enter__(self) -> Counter:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def hand_in(self, file: Path) -> str:
        """Hand a file in; returns the id of the batch.

        Raises:
            UsageError: the provider does not take it.
        """
        if self._provider.name == "anthropic":
            with file.open(encoding="utf-8") as lines:
                made = self._told("POST", "/messages/batches", json={"requests": [json.loads(line) for line in lines]})
            return str(made["id"])
        with file.open("rb") as data:
            sent = self._told("POST", "/files", data={"purpose": "batch"}, files={"file": (file.name, data)})
        asked = {"input_file_id": sent["id"], "endpoint": "/v1/chat/completions", "completion_window": "24h"}
        return str(self._told("POST", "/batches", json=asked)["id"])

    def state(self, identity: str) -> State:
        """How far a batch is.

        Raises:
            UsageError: the provider does not tell.
        """
        if self._provider.name == "anthropic":
            told = self._told("GET", f"/messages/batches/{identity}")
            over = told["processing_status"] == "ended"
            return State(
                over, str(told["processing_status"]), (f"/messages/batches/{identity}/results",) if over else ()
            )
        told = self._told("GET", f"/batches/{identity}")
        over = told["status"] in {"completed", "failed", "expired", "cancelled"}
        ids = [told.get("output_file_id"), told.get("error_file_id")] if over else []
        return State(over, str(told["status"]), tuple(f"/files/{one}/content" for one in ids if one))

    def results(self, file: str) -> Iterator[bytes]:
        """The lines of a file of results.

        Raises:
            UsageError: it cannot be fetched.
        """
        try:
            with self._http.stream("GET", f"{self._base}{file}") as response:
                if not response.is_success:
                    response.read()
                    raise UsageError(self._problem(response))
                yield from (line.encode() for line in response.iter_lines())
        except httpx2.HTTPError as problem:
            raise UsageError(f"{self._where}: {type(problem).__name__} while results were fetched") from None

    @property
    def _where(self) -> str:
        return httpx2.URL(self._base).host

    def _told(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        try:
            response = self._http.request(method, f"{self._base}{path}", **more)
            if not response.is_success:
                raise UsageError(self._problem(response))
            told = response.json()
        except (httpx2.HTTPError, ValueError) as problem:
            raise UsageError(f"{self._where}: no answer about a batch ({type(problem).__name__})") from None
        if not isinstance(told, dict):
            raise UsageError(f"{self._where}: what came back is no answer about a batch")
        return told

    def _problem(self, response: httpx2.Response) -> str:
        from verifier.model.refusal import refusal  # noqa: PLC0415

        key = self._http.headers.get("x-api-key") or self._http.headers.get("authorization", "").removeprefix("Bearer ")
        said = refusal(response.status_code, response.content, key).sentence
        return f"{self._where} does not take the batch: {response.status_code}{f' ({said})' if said else ''}"


def _of_openai(told: dict[str, Any]) -> Came:
    response, error = told.get("response") or {}, told.get("error") or {}
    status, body = response.get("status_code"), response.get("body")
    if not isinstance(status, int) or not isinstance(body, dict):
        return told["custom_id"], "expired", None
    if status == _BUSY or status >= 500:
        return told["custom_id"], "expired", None
    if status >= 400:
        said = (body.get("error") or error or {}).get("message", status)
        return told["custom_id"], f"refused: {said}", Result(status, body)
    return told["custom_id"], "answered", Result(status, body)


def _of_anthropic(told: dict[str, Any]) -> Came:
    result = told["result"]
    if result.get("type") == "succeeded":
        return told["custom_id"], "answered", Result(200, _completion(result["message"]))
    if result.get("type") == "errored":
        error = (result.get("error") or {}).get("error") or result.get("error") or {}
        if error.get("type") != "invalid_request_error":
            return told["custom_id"], "expired", None
        said = str(error.get("message", "it does not say why"))
        return told["custom_id"], f"refused: {said}", Result(400, {"error": {"message": said}})
    return told["custom_id"], "expired", None


def _messages(body: dict[str, Any]) -> dict[str, Any]:
    """A chat completion's request as one of Anthropic's Messages: the form is a tool that must be used."""
    system = "\n\n".join(m["content"] for m in body["messages"] if m["role"] == "system")
    spoken = [m for m in body["messages"] if m["role"] != "system"]
    limit = body.get("max_completion_tokens") or body.get("max_tokens") or 4096
    made: dict[str, Any] = {"model": body["model"], "max_tokens": limit, "messages": spoken}
    if system:
        made["system"] = system
    if "temperature" in body:
        made["temperature"] = body["temperature"]
    schema = _schema(body)
    if schema:
        made["tools"] = [{"name": _ANSWER, "description": "The answer.", "input_schema": schema}]
        made["tool_choice"] = {"type": "tool", "name": _ANSWER}
    return made


def _schema(body: dict[str, Any]) -> dict[str, Any] | None:
    if body.get("tools"):
        found: dict[str, Any] = body["tools"][0]["function"]["parameters"]
        return found
    form: dict[str, Any] | None = body.get("response_format", {}).get("json_schema", {}).get("schema")
    return form


def _completion(message: dict[str, Any]) -> dict[str, Any]:
    """A message of Anthropic's as the chat completion that a call would have brought."""
    parts = message.get("content") or []
    used = next((p["input"] for p in parts if p.get("type") == "tool_use"), None)
    words = "".join(p.get("text", "") for p in parts if p.get("type") == "text")
    usage = message.get("usage") or {}
    tokens_in, tokens_out = usage.get("input_tokens", 0), usage.get("output_tokens", 0)
    return {
        "id": message.get("id", ""),
        "object": "chat.completion",
        "created": 0,
        "model": message.get("model", ""),
        "choices": [
            {
                "index": 0,
                "finish_reason": "length" if message.get("stop_reason") == "max_tokens" else "stop",
                "message": {"role": "assistant", "content": words if used is None else json.dumps(used)},
            }
        ],
        "usage": {
            "prompt_tokens": tokens_in,
            "completion_tokens": tokens_out,
            "total_tokens": tokens_in + tokens_out,
        },
    }

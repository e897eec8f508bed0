"""A provider of batches on loopback: takes files, takes its time, answers, lets some expire and refuses others."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-batch-0123456789"


def nothing(schema: dict[str, Any]) -> Any:
    """An answer in a form that says as little as the form allows."""
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return {name: nothing(part) for name, part in schema.get("properties", {}).items()}
    return {"array": [], "string": "", "boolean": False, "integer": 0, "number": 0, "null": None}.get(str(kind))


@dataclass
class Provider:
    """What it was sent. ``expire`` and ``refuse`` are how many questions of its first batch fare so."""

    expire: int = 0
    refuse: int = 0
    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    batches: list[list[dict[str, Any]]] = field(default_factory=list)
    looks: dict[str, int] = field(default_factory=dict)
    live: int = 0
    keys: set[str] = field(default_factory=set)

    def results(self, number: int) -> bytes:
        """The lines of a batch's results."""
        lines = []
        for at, asked in enumerate(self.batches[number]):
            first = number == 0
            if first and at < self.expire:
                continue
            refused = first and at < self.expire + self.refuse
            lines.append(_openai(asked, refused) if "body" in asked else _anthropic(asked, refused))
        return "".join(json.dumps(line) + "\n" for line in lines).encode()


def _openai(asked: dict[str, Any], refused: bool) -> dict[str, Any]:
    if refused:
        body: dict[str, Any] = {"error": {"message": "Your request was flagged by the content filter."}}
        return {"custom_id": asked["custom_id"], "response": {"status_code": 400, "body": body}}
    schema = asked["body"]["response_format"]["json_schema"]["schema"]
    message = {"role": "assistant", "content": json.dumps(nothing(schema))}
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return {"custom_id": asked["custom_id"], "response": {"status_code": 200, "body": body}}


def _anthropic(asked: dict[str, Any], refused: bool) -> dict[str, Any]:
    if refused:
        error = {"type": "error", "error": {"type": "invalid_request_error", "message": "content filter"}}
        return {"custom_id": asked["custom_id"], "result": {"type": "errored", "error": error}}
    given = nothing(asked["params"]["tools"][0]["input_schema"])
    message = {
        "id": "m", "model": "m", "stop_reason": "tool_use", "usage": {"input_tokens": 100, "output_tokens": 10},
        "content": [{"type": "tool_use", "id": "t", "name": "answer", "input": given}],
    }  # fmt: skip
    return {"custom_id": asked["custom_id"], "result": {"type": "succeeded", "message": message}}


@contextmanager
def serving(**how: Any) -> Iterator[Provider]:
    """The provider while it runs."""
    provider = Provider(**how)

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def _say(self, told: Any) -> None:
            data = told if isinstance(told, bytes) else json.dumps(told).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            provider.keys.add(str(self.headers.get("x-api-key") or self.headers.get("authorization")))
            if self.path == "/v1/files":
                name = f"file-{len(provider.files)}"
                body = re.search(rb"\r\n\r\n(\{.*\})\s*\r\n--", data, re.DOTALL)
                assert body is not None
                provider.files[name] = body[1]
                self._say({"id": name})
            elif self.path == "/v1/batches":
                lines = provider.files[json.loads(data)["input_file_id"]].splitlines()
                self._begun([json.loads(line) for line in lines])
            elif self.path == "/v1/messages/batches":
                self._begun(json.loads(data)["requests"])
            else:
                provider.live += 1
                self.send_error(500)

        def _begun(self, asked: list[dict[str, Any]]) -> None:
            provider.batches.append(asked)
            self._say({"id": f"batch-{len(provider.batches) - 1}", "status": "validating"})

        def do_GET(self) -> None:
            number = int(self.path.split("batch-")[-1].split("/")[0]) if "batch-" in self.path else 0
            if self.path.endswith(("/content", "/results")):
                self._say(provider.results(number))
                return
            looks = provider.looks[self.path] = provider.looks.get(self.path, 0) + 1
            over = looks > 1
            state = {
                "processing_status": "ended" if over else "in_progress",
                "status": "completed" if over else "in_progress",
            }
            self._say({"id": self.path, **state, "output_file_id": f"batch-{number}" if over else None})

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

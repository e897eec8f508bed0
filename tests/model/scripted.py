"""A chat endpoint on loopback that answers as it is told: well, badly, or not at all."""

from __future__ import annotations

import contextlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-secret-0123456789abcdef"
FORMS = ("Claims", "Choice", "Speakers", "Pairs", "Verdict", "Inference")


@dataclass(frozen=True)
class Asked:
    """One request as the endpoint sees it; ``again`` counts the times the same question came before."""

    body: dict[str, Any]
    headers: dict[str, str]
    again: int

    @property
    def form(self) -> str:
        """Which answer is wanted, one of ``FORMS``."""
        if "tools" in self.body:
            return str(self.body["tools"][0]["function"]["name"])
        if self.body["response_format"]["type"] == "json_schema":
            return str(self.body["response_format"]["json_schema"]["name"])
        return next(form for form in FORMS if f'"title": "{form}"' in self.said)

    @property
    def said(self) -> str:
        """All words of the request."""
        return "\n".join(m["content"] or "" for m in self.body["messages"])

    @property
    def user(self) -> str:
        """The question itself."""
        return str(self.body["messages"][1]["content"])

    @property
    def sent_back(self) -> str:
        """What was wrong with the answer before, where this request follows one."""
        return str(self.body["messages"][-1]["content"]) if len(self.body["messages"]) > 2 else ""

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """The numbered sentences, statements or quotations that are asked about."""
        return [(int(n), text) for n, text in re.findall(r"(?m)^\[(\d+)\] (.*)$", self.user)]

    @property
    def choices(self) -> list[str]:
        """The numbered speakers."""
        return re.findall(r"(?m)^\d+ (.*)$", self.user)


@dataclass(frozen=True)
class Reply:
    """What the endpoint does: an answer, or one of the things that go wrong."""

    content: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    delay: float = 0
    cut: bool = False
    endless: bool = False
    finish: str = "stop"
    refusal: str | None = None

    def payload(self, asked: Asked) -> bytes:
        """The bytes of the answer."""
        if self.body is not None:
            return self.body
        text = self.content if isinstance(self.content, str) else json.dumps(self.content, ensure_ascii=False)
        message: dict[str, Any] = {"role": "assistant", "content": None if self.refusal else text}
        if self.refusal:
            message["refusal"] = self.refusal
        if "tools" in asked.body:
            call = {"id": "c1", "type": "function", "function": {"name": asked.form, "arguments": text}}
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        return completion([{"index": 0, "message": message, "finish_reason": self.finish}])


def completion(choices: list[dict[str, Any]]) -> bytes:
    """A chat completion with these choices, of 100 tokens in and 10 out."""
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "scripted", "choices": choices}
    return json.dumps({**whole, "usage": usage}, ensure_ascii=False).encode()


Script = Callable[[Asked], Reply]


def claim(sentence: int, wording: str, **other: Any) -> dict[str, Any]:
    """One claim of an answer."""
    return {
        "sentence": sentence,
        "wording": wording,
        "kind": "reported",
        "speaker": 0,
        "outlet": 0,
        "checkable": True,
        "unresolved": [],
        **other,
    }


def spoken(asked: Asked, speaker: int) -> dict[str, Any]:
    """The answer that one and the same speaks the quotation, or all of them."""
    if asked.form == "Choice":
        return {"speaker": speaker}
    return {"speakers": [{"quotation": number, "speaker": speaker} for number, _ in asked.sentences]}


def well(asked: Asked) -> Reply:
    """A valid answer to any question: every sentence is a claim, the first named speaks, nothing contradicts."""
    answers: dict[str, Callable[[], Any]] = {
        "Claims": lambda: {"claims": [claim(number, text) for number, text in asked.sentences]},
        "Choice": lambda: spoken(asked, min(1, len(asked.choices) - 1)),
        "Speakers": lambda: spoken(asked, min(1, len(asked.choices) - 1)),
        "Pairs": lambda: {"pairs": []},
        "Verdict": lambda: {"answer": "unclear", "why": ""},
        "Inference": lambda: {"answer": "supported", "why": ""},
    }
    return Reply(answers[asked.form]())


class _Server(ThreadingHTTPServer):
    """A queue long enough for all that are asked at once: whoever finds it full comes again a second later."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


class Endpoint:
    """The running server; ``script`` may be changed between runs, ``asked`` is what came in."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[Asked] = []
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def url(self) -> str:
        """What goes into ``--base-url``."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _take(self, body: dict[str, Any], headers: dict[str, str]) -> Asked:
        with self._lock:
            asked = Asked(body, headers, sum(a.body == body for a in self.asked))
            self.asked.append(asked)
        return asked

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                asked = endpoint._take(body, {k.lower(): v for k, v in self.headers.items()})
                with contextlib.suppress(OSError):  # whoever asked has hung up
                    endpoint._answer(self, endpoint.script(asked), asked)
                self.close_connection = True

            def log_message(self, *args: object) -> None:
                del args

        return Handler

    def _answer(self, handler: BaseHTTPRequestHandler, reply: Reply, asked: Asked) -> None:
        self._over.wait(reply.delay)
        payload = reply.payload(asked)
        handler.send_response(reply.status)
        for name, value in {
            "Content-Type": "application/json",
            "Set-Cookie": "session=c00kie",
            **reply.headers,
        }.items():
            handler.send_header(name, value)
        if not reply.endless:
            handler.send_header("Content-Length", str(len(payload)))
        handler.end_headers()
        if reply.cut:
            handler.wfile.write(payload[: len(payload) // 2])
        elif reply.endless:
            while not self._over.is_set():
                handler.wfile.write(b" " * 64)
                handler.wfile.flush()
                time.sleep(0.02)
        else:
            handler.wfile.write(payload)


@contextmanager
def endpoint(script: Script = well) -> Iterator[Endpoint]:
    """A running endpoint."""
    running = Endpoint(script)
    running.start()
    try:
        yield running
    finally:
        running.stop()

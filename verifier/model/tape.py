"""How vcrpy keeps our recordings: the form of their file, how it is read and written, and how they are searched.

vcrpy knows what may be recorded, what has been played and what is left over. It patches nothing here: our own client
hands it requests and answers, so that whatever else a program sends is none of its business, and an answer has been
read whole, or refused as too long, before it comes here.
"""

from __future__ import annotations

import hashlib
import http
import json
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, cast

from vcr import cassette
from vcr.patch import PATCHER_NAMES
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.request import Request
from vcr.serialize import deserialize, serialize

from verifier._exceptions import InputError
from verifier.model.question import canonical
from verifier.model.settings import Record

logging.getLogger("vcr").propagate = False  # what it logs holds the article

_MODES: dict[Record, str] = {"none": "none", "once": "once", "new": "new_episodes", "all": "all"}
_VERSION = 1
_LARGEST = 250_000_000
"""Bytes of a file that is read at all; a thousand articles are a tenth of it."""
_WHERE = "https://endpoint/v1/chat/completions"
"""Where an endpoint has its API is its own affair, so a replay does not depend on it."""
_JSON = "application/json"


def text(path: Path) -> str:
    """A file that may be a cassette.

    Raises:
        ValueError: it is too large, or no UTF-8.
        OSError: it cannot be read.
    """
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"larger than {_LARGEST // 1_000_000} MB")
    return path.read_text(encoding="utf-8")


class Form:
    """vcrpy's serializer: bodies as JSON values, beside each what it was about; ``head`` is what stands above them."""

    def __init__(self) -> None:
        self.head: dict[str, Any] = {}

    def deserialize(self, written: str) -> dict[str, Any]:
        """A cassette's text as vcrpy wants it.

        Raises:
            ValueError: it is none; the message says why.
        """
        data = json.loads(written)
        if not isinstance(data, dict) or data.pop("version", None) != _VERSION:
            raise ValueError("it holds no interactions")
        kept = data.pop("interactions", None)
        if not isinstance(kept, list):
            raise ValueError("it holds no interactions")
        self.head = data
        return {"interactions": [_read(number, one) for number, one in enumerate(kept, 1)]}

    def serialize(self, data: Mapping[str, Any]) -> str:
        """What vcrpy keeps, in the order of its questions."""
        kept = sorted(map(_told, data["interactions"]), key=_order)
        whole = {"version": _VERSION, **self.head, "interactions": kept}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


class WholeFile:
    """vcrpy's persister: UTF-8 whatever the machine; the file is read whole and written whole, or not at all."""

    @staticmethod
    def load_cassette(path: Path, serializer: Form) -> Any:
        """Requests and answers of a file.

        Raises:
            CassetteNotFoundError: there is none, or nothing on it.
            InputError: it is no cassette, or too large.
        """
        if not path.is_file():
            raise CassetteNotFoundError
        try:
            requests, responses = deserialize(text(path), serializer)
        except (OSError, ValueError, RecursionError) as problem:
            raise InputError(str(path), f"is no cassette ({problem})") from None
        if not requests:
            raise CassetteNotFoundError
        return requests, responses

    @staticmethod
    def save_cassette(path: Path, data: Mapping[str, Any], serializer: Form) -> None:
        """Write a cassette; the file is whole, or the one that was there.

        Raises:
            OSError: it cannot be written.
        """
        content = serialize(data, serializer).encode("utf-8", "replace")
        file = Path(os.path.realpath(path))  # a link stays one
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=file.parent, prefix=".verifier-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(aside).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
            Path(aside).replace(file)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise


class Tape(cassette.Cassette):  # type: ignore[misc] # vcrpy ships no types
    """vcrpy's cassette, where a request is looked up by its body.

    vcrpy compares a request with every recording: 5 ms a question in a file of 2,000, ten seconds for all; looked
    up they take 0.05. Should a release no longer search by ``_responses``, it finds the same more slowly.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._places: dict[bytes, list[int]] = {}

    def played(self, body: Mapping[str, Any]) -> bytes | None:
        """The recorded answer to a request, None where there is none or another is to be recorded."""
        request = _keyed(Request(**_asked(body)))
        if not self.can_play_response_for(request):
            return None
        return cast(bytes, self.play_response(request)["body"]["string"])

    def record(self, body: Mapping[str, Any], about: Mapping[str, str], content: bytes, kind: str) -> None:
        """Keep an answer. ``about`` tells what was asked, so that a miss can say what changed."""
        self.append(Request(**_asked(body)), _answered(content, kind, about))

    def append(self, request: Request, response: dict[str, Any]) -> None:
        """Keep an answer to a request of vcrpy's."""
        super().append(_keyed(request), response)
        self._places.setdefault(request.key, []).append(len(self.data) - 1)

    def _responses(self, request: Request) -> Iterator[tuple[int, dict[str, Any]]]:
        for place in self._places.get(request.key, ()):
            yield place, self.data[place][1]


def running(path: Path, record: Record, form: Form) -> AbstractContextManager[Tape]:
    """A tape that is loaded now and saved at the end, whatever happens in between; nothing is patched."""
    tape = Tape.use(
        path=path,
        serializer=form,
        persister=WholeFile,
        record_mode=_MODES[record],
        match_on=(_same,),
        allow_playback_repeats=True,
        skip_patchers=PATCHER_NAMES,
    )
    return cast(AbstractContextManager[Tape], tape)


def _same(one: Request, other: Request) -> bool:
    # Never an assert: where verifier's pytest plugin is installed, pytest would explain every body that differs.
    return bool(one.key == other.key)


def _keyed(request: Request) -> Request:
    """A request with a key that is the same for equal bodies, in whatever order their parts were sent."""
    request.key = hashlib.sha256(canonical(json.loads(request.body)).encode("utf-8", "surrogatepass")).digest()
    return request


def _asked(body: Mapping[str, Any]) -> dict[str, Any]:
    """A request as it is kept: its whole body, no headers but what that is, nobody's host."""
    sent = _written(body).encode("utf-8", "surrogatepass")
    return {"method": "POST", "uri": _WHERE, "body": sent, "headers": {"content-type": [_JSON]}}


def _answered(content: bytes, kind: str, about: Mapping[str, str]) -> dict[str, Any]:
    return {
        "status": {"code": 200, "message": "OK"},
        "headers": {"content-type": [kind]},
        "body": {"string": content.decode("utf-8", "replace").encode()},
        "about": dict(about),
    }


def _read(number: int, one: Any) -> dict[str, Any]:
    """An interaction of the file as vcrpy wants it; what was added by hand stays outside."""
    try:
        body, told, about = one["request"]["body"], one["response"], one.get("about", {})
        if not isinstance(body, dict) or told["status"]["code"] != http.HTTPStatus.OK or not isinstance(about, dict):
            raise ValueError
        answer = told["body"] if isinstance(told["body"], str) else _written(told["body"])
        kind = str(told["headers"].get("content-type", [_JSON])[0])
        known = {str(name): str(value) for name, value in about.items()}
        return {"request": _asked(body), "response": _answered(answer.encode("utf-8", "replace"), kind, known)}
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise ValueError(f"interaction {number} is none") from None


def _told(one: Mapping[str, Any]) -> dict[str, Any]:
    """An interaction of vcrpy's as it stands in the file: an answer as JSON where it is some, else as text."""
    answer = {name: value for name, value in one["response"].items() if name != "about"}
    try:
        answer["body"] = json.loads(answer["body"]["string"])
    except (ValueError, RecursionError):
        answer["body"] = answer["body"]["string"]
    return {
        "about": one["response"]["about"],
        "request": {**one["request"], "body": json.loads(one["request"]["body"])},
        "response": answer,
    }


def _order(one: Mapping[str, Any]) -> tuple[str, str]:
    return one["about"].get("question", ""), canonical(one["request"]["body"])


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""The file of a cassette: recordings as JSON that can be read and compared, loaded whole and written whole."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier._exceptions import InputError
from verifier.model.question import canonical

_VERSION = 1
_LARGEST = 250_000_000
"""Bytes of a file that is read at all; a thousand articles are a tenth of it."""
_WHERE = "https://endpoint/v1/chat/completions"
"""Where an endpoint has its API is its own affair, so a replay does not depend on it."""
_JSON = "application/json"


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """One request and the answer to it. ``about`` tells what was asked, so that a miss can say what changed."""

    request: Mapping[str, Any]
    about: dict[str, str]
    answer: Any
    kind: str = _JSON

    @property
    def content(self) -> bytes:
        """The answer's bytes."""
        text = self.answer if isinstance(self.answer, str) else canonical(self.answer)
        return text.encode("utf-8", "replace")


class Index:
    """Recordings by their whole request. Of two for one request the later holds."""

    def __init__(self, recordings: Iterable[Recording] = ()) -> None:
        self._by_request = {_key(one.request): one for one in recordings}

    def put(self, new: Recording) -> None:
        """Add a recording, in the place of one for the same request."""
        self._by_request[_key(new.request)] = new

    def find(self, request: Mapping[str, Any]) -> Recording | None:
        """The recording for this request."""
        return self._by_request.get(_key(request))

    def __iter__(self) -> Iterator[Recording]:
        return iter(self._by_request.values())


def _key(request: Mapping[str, Any]) -> bytes:
    return hashlib.sha256(canonical(request).encode("utf-8", "surrogatepass")).digest()


def load(path: Path) -> tuple[dict[str, Any], list[Recording]]:
    """The head of a cassette and its recordings.

    Raises:
        InputError: it is none, or too large.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError(f"larger than {_LARGEST // 1_000_000} MB")
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.get("version") != _VERSION or not isinstance(data["interactions"], list):
            raise ValueError("it holds no interactions")
    except KeyError:
        raise InputError(str(path), "is no cassette (it holds no interactions)") from None
    except (OSError, ValueError, RecursionError) as problem:
        raise InputError(str(path), f"is no cassette ({problem})") from None
    recordings = []
    for number, one in enumerate(data.pop("interactions"), 1):
        try:
            recordings.append(_read(one))
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
            raise InputError(str(path), f"is no cassette (interaction {number} is none)") from None
    return data, recordings


def save(path: Path, head: Mapping[str, Any], recordings: Iterable[Recording]) -> None:
    """Write a cassette in the order of its questions; the file is whole, or the one that was there.

    Raises:
        OSError: it cannot be written.
    """
    kept = sorted(
        map(_told, recordings), key=lambda i: (i["about"].get("question", ""), canonical(i["request"]["body"]))
    )
    whole = {"version": _VERSION, **head, "interactions": kept}
    text = json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
    file = Path(os.path.realpath(path))  # a link stays one
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=".verifier-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text)
        Path(aside).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(aside).replace(file)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _read(one: Any) -> Recording:
    request, response, about = one["request"]["body"], one["response"], one.get("about", {})
    if not isinstance(request, dict) or response["status"]["code"] != 200 or not isinstance(about, dict):
        raise ValueError
    kinds = response["headers"].get("content-type", [_JSON])
    known = {str(name): str(value) for name, value in about.items()}
    return Recording(request, known, response["body"], str(kinds[0]))


def _told(one: Recording) -> dict[str, Any]:
    """A recording as it stands in the file: no headers but what a body is, nobody's host."""
    return {
        "about": one.about,
        "request": {"method": "POST", "uri": _WHERE, "body": one.request, "headers": {"content-type": [_JSON]}},
        "response": {
            "status": {"code": 200, "message": "OK"},
            "headers": {"content-type": [one.kind]},
            "body": one.answer,
        },
    }


def parsed(content: bytes) -> Any:
    """An answer as it stands in the file: as JSON where it is some, else as text."""
    text = content.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text

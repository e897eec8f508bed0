"""Cassettes: answers of a real model, recorded on the wire and replayed without a network.

A cassette is JSON that can be read and compared: bodies are parsed, not escaped, and every character of the article is
as it was. Of the headers only the content type is kept, so that no key, cookie or organisation can get in.
Requests match by method, path and the whole body as canonical JSON.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier._exceptions import InputError
from verifier.model.errors import CassetteMissError
from verifier.model.question import canonical
from verifier.model.settings import ModelSettings

if TYPE_CHECKING:
    from vcr.request import Request

_MODES = {"none": "none", "once": "once", "new": "new_episodes", "all": "all"}
_NOTE = "x-verifier-about"
"""A header between our client and the recorder; it is taken off before a request leaves the machine."""


class Cassette:
    """One file of recordings, while it is in the machine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: dict[str, dict[str, str]] = {}
        self._tape: Any = None

    def note(self, body: bytes, about: dict[str, str]) -> None:
        """Remember what a request is about, to be written beside its recording."""
        self.notes[canonical(json.loads(body))] = about

    @property
    def unused(self) -> int:
        """How many recordings no question has asked for."""
        if self._tape is None:
            return 0
        return sum(1 for at in range(len(self._tape)) if not self._tape.play_counts[at])

    def miss(self, about: dict[str, str]) -> CassetteMissError:
        """Why a question has no recording: the nearest one, and what differs from it."""
        same = [n for n in self.notes.values() if n["question"] == about["question"]]
        if not same:
            changed = "the cassette has no such question"
        else:
            parts = {"prompt": "the prompt", "schema": "the form of the answer", "words": "the article or its analysis"}
            differing = [name for part, name in parts.items() if all(n.get(part) != about[part] for n in same)]
            changed = f"{' and '.join(differing) or 'the model or its parameters'} changed since the recording"
        return CassetteMissError(f"{about['question']}: {changed}; record it anew with --record new (or --record all)")


@contextmanager
def playing(cassette: Cassette, settings: ModelSettings) -> Iterator[Cassette]:
    """Replay from the cassette, or record on it, as the settings say.

    Raises:
        InputError: the file is missing where it must be there, or is no cassette.
    """
    import vcr  # noqa: PLC0415 - half a second that only a cassette needs

    if settings.record == "none" and not cassette.path.is_file():
        raise InputError(str(cassette.path), "no such cassette; record it with --record once")
    recorder = vcr.VCR(
        record_mode=_MODES[settings.record],
        match_on=["method", "path", "canonical"],
        before_record_request=_strip_request,
        before_record_response=_strip_response,
        decode_compressed_response=True,
    )
    recorder.register_matcher("canonical", _same_body)
    recorder.register_serializer("parsed", _Parsed(cassette))
    recorder.register_persister(_WholeFile)
    try:
        with recorder.use_cassette(str(cassette.path), serializer="parsed", allow_playback_repeats=True) as tape:
            cassette._tape = tape
            yield cassette
    except (json.JSONDecodeError, KeyError, TypeError, UnicodeDecodeError) as problem:
        raise InputError(str(cassette.path), f"is no cassette ({problem})") from None


class _Parsed:
    """vcrpy's serializer interface: bodies as JSON values, with what each question was about."""

    def __init__(self, cassette: Cassette) -> None:
        self._cassette = cassette

    def deserialize(self, text: str) -> dict[str, Any]:
        """A cassette's text as vcrpy wants it."""
        data = json.loads(text)
        for interaction in data["interactions"]:
            body = interaction["request"]["body"]
            self._cassette.notes[canonical(body)] = interaction.pop("about", {})
            interaction["request"]["body"] = canonical(body)
            answer = interaction["response"]["body"]
            interaction["response"]["body"] = {"string": answer if isinstance(answer, str) else canonical(answer)}
        return data  # type: ignore[no-any-return]

    def serialize(self, data: dict[str, Any]) -> str:
        """What vcrpy recorded, readable, in the order of the questions."""
        kept = []
        for interaction in data["interactions"]:
            request, response = interaction["request"], interaction["response"]
            body = json.loads(request["body"])
            kept.append(
                {
                    "about": self._cassette.notes.get(canonical(body), {}),
                    "request": {**request, "body": body},
                    "response": {**response, "body": _parsed(response["body"]["string"])},
                }
            )
        kept.sort(key=lambda i: (i["about"].get("question", ""), canonical(i["request"]["body"])))
        return json.dumps({"version": data["version"], "interactions": kept}, ensure_ascii=False, indent=1) + "\n"


class _WholeFile:
    """vcrpy's persister interface: UTF-8 whatever the machine, and the file is whole or not there."""

    @staticmethod
    def load_cassette(path: str, serializer: Any) -> Any:
        from vcr.persisters.filesystem import CassetteNotFoundError  # noqa: PLC0415
        from vcr.serialize import deserialize  # noqa: PLC0415

        file = Path(path)
        if not file.is_file():
            raise CassetteNotFoundError
        return deserialize(file.read_text(encoding="utf-8"), serializer)

    @staticmethod
    def save_cassette(path: str, data: dict[str, Any], serializer: Any) -> None:
        from vcr.serialize import serialize  # noqa: PLC0415

        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(serialize(data, serializer))
            Path(aside).replace(file)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise


def _parsed(body: str) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body


def _same_body(one: Request, other: Request) -> None:
    assert canonical(json.loads(one.body)) == canonical(json.loads(other.body))  # noqa: S101 - vcrpy's way to say no


def _strip_request(request: Request) -> Request:
    kept = request.headers.get("content-type", "application/json")
    request.headers = {"content-type": kept}
    return request


def _strip_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = {k.lower(): v for k, v in response["headers"].items()}
    response["headers"] = {"content-type": headers.get("content-type", ["application/json"])}
    return response

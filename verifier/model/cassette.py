"""Cassettes: answers of a real model, recorded on the wire and replayed without a network.

A cassette is JSON that can be read and compared: bodies are parsed, not escaped, and every character of the article is
as it was. Of the headers only the content type is kept, so that no key, cookie or organisation can get in.
Requests match by method, by the end of the path and by the whole body as canonical JSON. At its head a cassette says
how its answers were asked for, so that a replay needs nothing but the file.
"""

from __future__ import annotations

import http
import json
import os
import shlex
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from verifier._exceptions import InputError, UsageError
from verifier.model.dialect import Dialect
from verifier.model.errors import CassetteMissError
from verifier.model.question import canonical
from verifier.model.refusal import error_status
from verifier.model.settings import Ask, Mode, ModelSettings

if TYPE_CHECKING:
    from vcr.request import Request

_MODES = {"none": "none", "once": "once", "new": "new_episodes", "all": "all"}
NOTE = "x-verifier-about"
"""A header between our client and the recorder; it is taken off before a request leaves the machine."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """How the answers of a cassette were asked for: what a replay has to repeat."""

    model: str
    mode: Mode
    ask: Ask
    twice: bool
    parameters: Mapping[str, Any] = field(default_factory=dict, hash=False)
    thinking_tokens: int = 0

    @classmethod
    def of(cls, settings: ModelSettings) -> Recorded:
        """What of the settings decides about the questions."""
        own, room = settings.parameters({}), settings.thinking_tokens
        return cls(settings.name, settings.mode, settings.ask, settings.twice, own, room)


def recorded(path: Path) -> Recorded:
    """How the cassette's answers were asked for.

    Raises:
        InputError: there is no such file, or it is no cassette.
        UsageError: the cassette does not say; the model must be named.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(str(path), "no such cassette; record it with --model NAME --record once") from None
    except (OSError, ValueError, RecursionError) as problem:
        raise InputError(str(path), f"is no cassette ({problem})") from None
    match data.get("recorded") if isinstance(data, dict) else None:
        case {"model": str(model), "mode": str(mode), "ask": str(ask), "twice": bool(twice)} if (
            model and mode in get_args(Mode) and ask in get_args(Ask)
        ):
            said = data["recorded"]
            own, room = said.get("parameters", {}), said.get("thinking_tokens", 0)
            if isinstance(own, dict) and type(room) is int:
                return Recorded(model, mode, ask, twice, own, room)  # type: ignore[arg-type] # get_args has said so
    raise UsageError(f"{path} does not say how its answers were asked for; name the model with --model NAME")


def replay(cassette: str | Path) -> ModelSettings:
    """The settings that replay a cassette: its answers alone, asked for as they were; no endpoint, no key, no cache.

    ``check(article, model=replay("story.json"))`` needs nothing else, unless the prompts were a desk's own
    (``dataclasses.replace(replay(...), prompts=folder)``).

    Raises:
        InputError: there is no such file, or it is no cassette.
        UsageError: the cassette does not say how its answers were asked for.
    """
    path = Path(cassette)
    made = recorded(path)
    return ModelSettings(
        made.model,
        mode=made.mode,
        ask=made.ask,
        twice=made.twice,
        extra=made.parameters,
        thinking_tokens=made.thinking_tokens,
        cassette=path,
    )


class Cassette:
    """The file of recordings of a run with these settings, while it is in use.

    ``notes`` are what each request was about, by its canonical body; ``dialect`` is how the endpoint was spoken to at
    last, None where nothing has been recorded yet.
    """

    def __init__(self, path: Path, settings: ModelSettings) -> None:
        self.path = path
        self._settings = settings
        self.notes: dict[str, dict[str, str]] = {}
        self.dialect: Dialect | None = None
        self._tape: Any = None
        self._before = 0
        self._known: list[dict[str, str]] = []

    def put_in(self, tape: Any) -> None:
        """Take vcrpy's cassette, loaded."""
        self._tape = tape
        self._before = len(tape)
        self._known = list(self.notes.values())
        if self._settings.record == "all":
            self.dialect = None

    def note(self, body: Mapping[str, Any], about: dict[str, str]) -> None:
        """Remember what a request is about, to be written beside its recording."""
        self.notes[canonical(body)] = about

    @property
    def unused(self) -> int:
        """How many of the recordings that were there no question has asked for."""
        return sum(not self._tape.play_counts[at] for at in range(self._before))

    def drop_unused(self) -> None:
        """Save only what was asked for, once the cassette is closed."""
        self._tape.drop_unused_requests = True

    def is_miss(self, failure: BaseException) -> bool:
        """Whether this is the recorder's way of saying that it has no answer."""
        from vcr.errors import CannotOverwriteExistingCassetteException  # noqa: PLC0415 - half a second

        return isinstance(failure, CannotOverwriteExistingCassetteException)

    def miss(self, about: dict[str, str]) -> CassetteMissError:
        """Why a question has no recording: the nearest one, and what differs from it."""
        same = [n for n in self._known if n.get("question") == about["question"]]
        if same:
            parts = {"prompt": "the prompt", "schema": "the form of the answer", "words": "the article or its reading"}
            differing = [part for part in parts if all(n.get(part) != about[part] for n in same)]
            if "prompt" in differing and "words" in differing:
                differing.remove("words")  # the prompt's own words are among them
            names = " and ".join(parts[part] for part in differing)
            changed = f"{names or 'the model or its parameters'} changed since the recording"
        else:
            changed = "the cassette has no such question"
        prompt = about["prompt"].partition(" ")[0]
        again = (
            f"verifier check ARTICLE {_options(self._settings)} --cassette {shlex.quote(str(self.path))} --record new"
        )
        return CassetteMissError(f"{changed} (prompt {prompt}); record it with: {again}")


def _options(settings: ModelSettings) -> str:
    """The options that ask as this run does; what is the default is left out."""
    usual = ModelSettings(settings.name)
    words = ["--model", settings.name, "--base-url", "URL"]
    words += ["--mode", settings.mode] if settings.mode != usual.mode else []
    words += ["--ask", settings.ask] if settings.ask != usual.ask else []
    words += ["--twice"] if settings.twice else []
    words += ["--prompts", str(settings.prompts)] if settings.prompts else []
    return shlex.join(words)


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
    recorder.register_serializer("parsed", _Parsed(cassette, Recorded.of(settings)))
    recorder.register_persister(_WholeFile)
    with ExitStack() as stack:
        tape = recorder.use_cassette(str(cassette.path), serializer="parsed", allow_playback_repeats=True)
        try:
            cassette.put_in(stack.enter_context(tape))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            raise InputError(str(cassette.path), f"is no cassette ({problem})") from None
        yield cassette


class _Parsed:
    """vcrpy's serializer interface: bodies as JSON values, with what each question was about."""

    def __init__(self, cassette: Cassette, made: Recorded) -> None:
        self._cassette = cassette
        self._made = made

    def deserialize(self, text: str) -> dict[str, Any]:
        """A cassette's text as vcrpy wants it."""
        data = json.loads(text)
        told = data.get("dialect")
        self._cassette.dialect = Dialect.of(told) if told else Dialect(("as-asked",))
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
        dialect = self._cassette.dialect or Dialect(room=self._made.thinking_tokens)
        head = {"version": data["version"], "recorded": asdict(self._made)}
        if dialect.steps != ("as-asked",):
            head["dialect"] = asdict(dialect)
        whole = {**head, "interactions": kept}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


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


def _same_body(one: Request, other: Request) -> bool:
    """Whether both ask the same; both are canonical.

    Never an ``assert``: where verifier's pytest plugin is installed, pytest would explain every body that differs.
    """
    return bool(one.body == other.body)


def _strip_request(request: Request) -> Request:
    """A request as it is recorded and matched: no headers, nobody's host, and a canonical body.

    Where an endpoint has its API is its own affair, so a replay does not depend on the base URL.
    """
    request.headers = {"content-type": "application/json"}
    request.uri = f"https://endpoint/v1/{'/'.join(request.path.split('/')[-2:])}"
    request.body = canonical(json.loads(request.body))
    return request


def _strip_response(response: dict[str, Any]) -> dict[str, Any] | None:
    """An answer without its headers; a refusal that passed, or one that did not, is no answer to be replayed."""
    if response["status"]["code"] != http.HTTPStatus.OK or error_status(response["body"]["string"]):
        return None
    headers = {k.lower(): v for k, v in response["headers"].items()}
    response["headers"] = {"content-type": headers.get("content-type", ["application/json"])}
    return response

"""Cassettes: answers of a real model, recorded on the wire and replayed without a network.

A cassette is JSON that can be read and compared: bodies are parsed, not escaped, and every character of the article is
as it was. Of the headers only the content type is kept, so that no key, cookie or organisation can get in.
Requests match by their whole body as canonical JSON. At its head a cassette says
how its answers were asked for, so that a replay needs nothing but the file.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from verifier._exceptions import InputError, UsageError
from verifier.model.dialect import AS_ASKED, Dialect
from verifier.model.errors import CassetteMissError
from verifier.model.settings import Ask, Mode, ModelSettings

if TYPE_CHECKING:
    from verifier.model.tape import Tape


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
    from verifier.model import tape  # noqa: PLC0415 - vcrpy takes a third of a second

    try:
        data = json.loads(tape.text(path))
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

    ``dialect`` is how the endpoint was spoken to at last, None where nothing has been recorded yet.
    """

    def __init__(self, path: Path, settings: ModelSettings) -> None:
        self.path = path
        self.settings = settings
        self.dialect: Dialect | None = None
        self._tape: Tape
        self._before = 0

    def put_in(self, tape: Tape, head: Mapping[str, Any]) -> None:
        """Take vcrpy's cassette, as it was loaded, and what stood above its recordings.

        Raises:
            InputError: it was recorded in a dialect that is none.
        """
        self._tape = tape
        self._before = len(tape)
        tape.dirty = not tape.rewound and self.settings.record != "none"  # where nothing is asked a replay finds a file
        if tape.rewound and self.settings.record != "all":
            try:
                self.dialect = Dialect.of(head["dialect"]) if "dialect" in head else Dialect((AS_ASKED,))
            except (KeyError, TypeError, ValueError):
                raise InputError(str(self.path), "is no cassette (it was recorded in an unknown dialect)") from None

    @property
    def head(self) -> dict[str, Any]:
        """What stands above the recordings: how their answers were asked for."""
        told: dict[str, Any] = {"recorded": asdict(Recorded.of(self.settings))}
        dialect = self.dialect or Dialect(room=self.settings.thinking_tokens)
        return told if AS_ASKED in dialect.steps else {**told, "dialect": asdict(dialect)}

    @property
    def replays(self) -> bool:
        """Whether answers come from the file alone: nothing is recorded, or what is recorded once is there."""
        return bool(self._tape.write_protected)

    def played(self, asked: Mapping[str, Any]) -> bytes | None:
        """The recorded answer to a request, None where there is none or another is to be recorded."""
        return self._tape.played(asked)

    def record(self, asked: Mapping[str, Any], about: Mapping[str, str], content: bytes, kind: str) -> None:
        """Keep an answer, with what its request was about; it is written when the cassette is put away."""
        self._tape.record(asked, about, content, kind)

    @property
    def unused(self) -> int:
        """How many of the recordings that were there no question has asked for."""
        return sum(not self._tape.play_counts[place] for place in range(self._before))

    def drop_unused(self) -> None:
        """Save only what was asked for."""
        self._tape.drop_unused_requests = True

    def miss(self, about: dict[str, str]) -> CassetteMissError:
        """Why a question has no recording: the nearest one, and what differs from it."""
        known = [answer["about"] for answer in self._tape.responses[: self._before]]
        same = [n for n in known if n.get("question") == about["question"]]
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
            f"verifier check ARTICLE {_options(self.settings)} --cassette {shlex.quote(str(self.path))} --record new"
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
def playing(cassette: Cassette) -> Iterator[Cassette]:
    """Replay from the cassette, or record on it, as the settings say; what was recorded is saved whatever happens.

    Raises:
        InputError: the file is missing where it must be there, or is no cassette.
    """
    from verifier.model import tape  # noqa: PLC0415 - vcrpy takes a third of a second

    record = cassette.settings.record
    if record == "none" and not cassette.path.is_file():
        raise InputError(str(cassette.path), "no such cassette; record it with --record once")
    form = tape.Form()
    with tape.running(cassette.path, record, form) as running:
        cassette.put_in(running, form.head)
        try:
            yield cassette
        finally:
            form.head = cassette.head

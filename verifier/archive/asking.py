"""What an examiner does where a model is asked, one by one or in batches: a room for one shard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from verifier.archive.choices import Choices
from verifier.archive.folder import Folder, line
from verifier.archive.meter import SharedMeter
from verifier.archive.private import Secret, completed, told
from verifier.article import Article
from verifier.model.reading import Room, room
from verifier.model.settings import ModelSettings
from verifier.pipeline import ask
from verifier.report.models import Report


@dataclass(frozen=True, slots=True)
class Asker:
    """Reads an article with a model; ``limit`` is the limit of the run that stopped it, empty where none did."""

    check: Callable[[Article], Report]
    limit: Callable[[], str]


def place(folder: Folder, rank: int, choices: Choices, secret: Secret) -> dict[str, Any]:
    """What the examiner of a shard needs to open its room, as JSON."""
    return {
        "private": told(choices, secret),
        "cache": str(folder.answers_of(rank)),
        "spent": str(folder.spent),
        "results": str(folder.batches / "results.db"),
        "requests": str(folder.requests_of(rank)),
    }


@contextmanager
def asking(choices: Choices, at: dict[str, Any]) -> Iterator[Asker]:
    """Open the room of a shard."""
    if choices.model is None:
        raise ValueError("no model is to be asked")
    settings = replace(completed(choices.model, at["private"]), cache=Path(at["cache"]))
    with asyncio.Runner() as runner, ExitStack() as at_the_end:
        stack = AsyncExitStack()
        at_the_end.callback(lambda: runner.run(stack.aclose()))
        opened = runner.run(stack.enter_async_context(room(settings)))
        meter = SharedMeter(settings, Path(at["spent"]))
        if choices.batch:
            at_the_end.enter_context(_batched(opened, settings, at))
        opened.desk.meter = meter
        yield Asker(lambda article: runner.run(ask(article, choices.settings, opened)), lambda: meter.reached)


@contextmanager
def _batched(opened: Room, settings: ModelSettings, at: dict[str, Any]) -> Iterator[None]:
    """Put a desk into the room that answers from batches and hands out what none has answered."""
    from verifier.archive.results import Results  # noqa: PLC0415 - openai and instructor take two seconds
    from verifier.model.batches import BatchDesk  # noqa: PLC0415

    requests = Path(at["requests"])
    requests.parent.mkdir(parents=True, exist_ok=True)
    with Results(Path(at["results"])) as results, requests.open("w", encoding="utf-8", newline="\n") as waiting:

        def put(key: str, body: dict[str, Any]) -> None:
            waiting.write(line({"key": key, "body": body}))

        opened.desk = BatchDesk(settings, opened.cache, results.take, put)
        yield

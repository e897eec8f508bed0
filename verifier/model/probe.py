"""What an endpoint can do: one small question in each mode, and one look over a small article."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verifier.model import trial
from verifier.model.answers import Answer
from verifier.model.client import Client
from verifier.model.errors import EndpointError, NoAnswerError
from verifier.model.meter import Meter
from verifier.model.prompts import Prompt, load
from verifier.model.question import Question
from verifier.model.settings import Ask, Mode, ModelSettings

MODES: tuple[Mode, ...] = ("json_schema", "tools", "json")
"""From the strictest to the loosest."""
_PROMPT = Prompt(
    name="probe",
    purpose="Find out whether an endpoint gives an answer the asked form.",
    response_model="Choice",
    parameters={"max_tokens": 60, "temperature": 0.0},
    sha256="",
    system="Answer with the number of the one word that names a fruit. Compact JSON, nothing else.",
    user="0 chair\n1 apple\n2 river",
)
_APPLE = 1


class Choice(Answer):
    """The number of the word that was chosen."""

    speaker: int


@dataclass(frozen=True, slots=True)
class Found:
    """What one mode came to: whether the answer had the asked form and was right, or what went wrong.

    ``negotiated`` is what the endpoint wanted otherwise; ``plain`` says that it took no schema, so that the mode works
    as ``json`` does. ``thinks`` says that the model thought before it answered.
    """

    mode: Mode
    works: bool
    right: bool
    problem: str
    seconds: float
    counts_tokens: bool
    negotiated: tuple[str, ...] = ()
    plain: bool = False
    thinks: bool = False


def probe(settings: ModelSettings, only: Mode | None = None) -> Iterator[Found]:
    """Ask once in every mode, or in one; ends early where no further question will fare better."""
    for mode in (only,) if only else MODES:
        found, hopeless = asyncio.run(_ask(replace(settings, mode=mode, attempts=2)))
        yield found
        if hopeless:
            return


def way(settings: ModelSettings) -> tuple[Ask | None, str]:
    """How a model is best asked, found out on a small article of our own; or None, and why it gave no answer."""
    return asyncio.run(_way(replace(settings, attempts=2)))


async def _way(settings: ModelSettings) -> tuple[Ask | None, str]:
    client = Client(settings, Meter(settings), None)
    try:
        return trial.suits(await client.ask(trial.question(load(settings.prompts)))), ""
    except NoAnswerError as failure:
        return None, str(failure)
    finally:
        await client.aclose()


async def _ask(settings: ModelSettings) -> tuple[Found, bool]:
    meter = Meter(settings)
    client = Client(settings, meter, None)
    question = Question("probe", _PROMPT, "the probe", _PROMPT.messages(), Choice)
    started = time.perf_counter()
    problem, said, hopeless = "", None, False
    try:
        said = (await client.ask(question)).model_dump()["speaker"]
    except NoAnswerError as failure:
        problem, hopeless = str(failure), isinstance(failure, EndpointError) and not failure.of_form
    finally:
        await client.aclose()
    seconds = time.perf_counter() - started
    plain = settings.mode != "json" and client.dialect.plain
    used = meter.total
    found = Found(
        settings.mode,
        not problem,
        said == _APPLE,
        problem,
        seconds,
        used.tokens_in > 0,
        meter.negotiated,
        plain,
        client.dialect.room > settings.thinking_tokens or used.tokens_thought > 0,
    )
    return found, hopeless

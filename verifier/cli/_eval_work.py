"""Articles of an evaluation through the pipeline: by rules, and with each model and set of prompts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from verifier._exceptions import UsageError
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._eval_inputs import Item
from verifier.cli._model_options import Asking
from verifier.cli._plan import model_of
from verifier.model import prompts
from verifier.model.meter import Meter
from verifier.model.reading import Forecast, Room, room
from verifier.model.settings import Limits, ModelSettings
from verifier.pipeline import ask, foresee
from verifier.report.models import Report

_SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Variant:
    """One model with one set of prompts: what it is called, and its settings for each article."""

    label: str
    settings: tuple[ModelSettings, ...]


def variants(
    items: Sequence[Item], asking: Asking, choices: Choices, models: Sequence[str], folders: Sequence[Path]
) -> list[Variant]:
    """Every model with every set of prompts; what the configuration says where none is named; none without either.

    Raises:
        UsageError: what is said about the model does not go together.
        InputError: a cassette to be replayed is missing or broken.
    """
    found = []
    named_models: Sequence[str | None] = models or (None,)
    named_folders: Sequence[Path | None] = folders or (None,)
    for model, folder in product(named_models, named_folders):
        one = replace(asking, model=model, prompts=_prompts(folder))
        settings = [_settings(item, one, choices) for item in items]
        named = [s for s in settings if s is not None]
        if not named:
            return []
        if len(named) < len(settings):
            raise UsageError("the configuration names a model for some of the articles alone; name one with --model")
        found.append(Variant(_label(named, folder if len(folders) > 1 else None), tuple(named)))
    return found


def _settings(item: Item, asking: Asking, choices: Choices) -> ModelSettings | None:
    one = replace(asking, cassette=_cassette(asking.cassette, item))
    desk = Desk(choices, one)
    return model_of(desk, desk.of(str(item.gold.article)), no_model=False)


def _prompts(folder: Path | None) -> Path | None:
    return prompts.shipped() if folder == Path(_SHIPPED) and not folder.is_dir() else folder


def _cassette(path: Path | None, item: Item) -> Path | None:
    """The article's own file where a folder was named, whether or not it is there yet."""
    return path / f"{item.gold.path.stem}.json" if path and (path.is_dir() or not path.suffix) else path


def _label(settings: Sequence[ModelSettings], folder: Path | None) -> str:
    names = list(dict.fromkeys(s.name for s in settings))
    name = names[0] if len(names) == 1 else "as recorded"
    return f"{name} {folder}" if folder else name


@dataclass(slots=True)
class Asked:
    """What asking came to over all articles, columns and runs: limits hold for all of it together."""

    calls: int = 0
    tokens: int = 0
    cost: float = 0.0
    unused: int = 0
    notes: list[str] = field(default_factory=list)

    def left(self, limits: Limits) -> Limits:
        """What of the limits is still to be used."""
        return Limits(
            None if limits.calls is None else max(0, limits.calls - self.calls),
            None if limits.tokens is None else max(0, limits.tokens - self.tokens),
            None if limits.cost is None else max(0.0, limits.cost - self.cost),
        )

    def leaving(self, place: Room, *, answered: bool) -> None:
        """A room is left: take down what was used in it, and whether every question was ``answered``."""
        meter: Meter = place.meter
        used = meter.total
        self.calls += used.calls
        self.tokens += used.tokens_in + used.tokens_out
        self.cost += meter.price(used.tokens_in, used.tokens_out, used.tokens_cached) or 0.0
        if place.cassette is not None and place.settings.record != "all" and place.cassette.unused:
            self.unused += place.cassette.unused
            fate = "not asked for"
            if place.settings.drop_unused and answered:
                place.cassette.drop_unused()
                fate += ", and dropped"
            self.notes.append(f"{place.cassette.path}: {place.cassette.unused} recordings were {fate}")
        if place.cache_problem:
            self.notes.append(f"the cache could not be used: {place.cache_problem}")


def reports(items: Sequence[Item], variant: Variant, asked: Asked, tick: Callable[[], None]) -> list[Report]:
    """One report an article, in their order; articles with the same settings share a room."""
    found: dict[int, Report] = {}

    async def visit(settings: ModelSettings, places: Sequence[int]) -> None:
        async with room(replace(settings, limits=asked.left(settings.limits))) as place:
            gate = asyncio.Semaphore(settings.concurrency)

            async def one(at: int) -> None:
                async with gate:
                    found[at] = await ask(items[at].article, items[at].settings, place, library=items[at].sources)
                    tick()

            done = await asyncio.gather(*map(one, places), return_exceptions=True)
            for failure in filter(None, done):
                raise failure
            asked.leaving(place, answered=not any(found[at].run.missing for at in places))

    with asyncio.Runner() as runner:
        for settings, places in _grouped(variant):
            runner.run(visit(settings, places))
    return [found[at] for at in range(len(items))]


def forecasts(items: Sequence[Item], variant: Variant) -> list[tuple[str, Forecast]]:
    """What each article would take, without a call."""
    found = []

    async def visit(settings: ModelSettings, places: Sequence[int]) -> None:
        async with room(replace(settings, offline=True)) as place:
            for at in places:
                name = f"{variant.label}, {items[at].gold.article}"
                found.append((name, foresee(items[at].article, items[at].settings, place, library=items[at].sources)))

    with asyncio.Runner() as runner:
        for settings, places in _grouped(variant):
            runner.run(visit(settings, places))
    return found


def _grouped(variant: Variant) -> Iterator[tuple[ModelSettings, list[int]]]:
    groups: dict[ModelSettings, list[int]] = {}
    for at, settings in enumerate(variant.settings):
        groups.setdefault(settings, []).append(at)
    yield from groups.items()

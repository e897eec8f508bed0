"""What ``verifier eval`` is given: gold with its articles, an earlier evaluation, and how good is good enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from verifier import article, rules
from verifier._exceptions import InputError, UsageError
from verifier.article import Article
from verifier.cli._desk import Desk
from verifier.evaluation import Evaluation, GoldFile, read_gold
from verifier.evaluation.models import CLAIM_SPEAKERS, CLAIMS, FINDINGS, QUOTE_SPEAKERS, QUOTES, SCHEMA_VERSION
from verifier.settings import Settings

if TYPE_CHECKING:
    from verifier.sources import Library

_GOLD = ("*.yaml", "*.yml")
_JOINT = {FINDINGS: FINDINGS, QUOTES: QUOTE_SPEAKERS, CLAIMS: CLAIM_SPEAKERS}
"""What a floor for quotes or claims is about: their words and who said them."""


@dataclass(frozen=True, slots=True)
class Item:
    """Gold with its article, as read, and what the desk has chosen for it."""

    gold: GoldFile
    article: Article
    settings: Settings
    running: frozenset[str]
    sources: Library | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """The least F1 of a row; ``named`` where the caller named the row, so that it must be there."""

    row: str
    least: float
    named: bool


def gold_paths(given: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The files of gold that were named, each once, and a line for every name that leads to none."""
    found: dict[Path, None] = {}
    problems = []
    for name in given:
        try:
            found.update(dict.fromkeys(_under(Path(name)) if Path(name).is_dir() else article.expand(name)))
        except InputError as problem:
            problems.append(str(problem))
    return list(found), problems


def _under(folder: Path) -> list[Path]:
    found = sorted(path for pattern in _GOLD for path in folder.rglob(pattern))
    if not found:
        raise InputError(str(folder), "a folder without gold (*.yaml)")
    return found


def item(path: Path, desk: Desk) -> Item:
    """Gold, its article and what holds for it.

    Raises:
        InputError: gold or article cannot be read, or they do not fit each other.
        UsageError: the configuration is wrong.
    """
    gold = read_gold(path)
    read = article.read(gold.article, published=gold.gold.published)
    gold.hold_against(read.text)
    settings = desk.of(str(gold.article)).settings
    running = frozenset(rule.code for rule in rules.chosen(settings))
    return Item(gold, read, settings, running, _sources(gold))


def _sources(gold: GoldFile) -> Library | None:
    """What the article of this gold is held against.

    Raises:
        InputError: one of the sources cannot be read.
    """
    if not gold.gold.sources:
        return None
    from verifier.sources import Wanted, gather  # noqa: PLC0415 - gold without sources does not need it

    found = gather(Wanted(tuple(gold.path.parent / name for name in gold.gold.sources)))
    if found.problems:
        raise InputError(str(gold.path), f"sources: {found.problems[0]}")
    return found


def earlier(path: Path) -> Evaluation:
    """An evaluation that was written before.

    Raises:
        InputError: it is none, or one of another version.
    """
    try:
        return Evaluation.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from None
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False, include_context=False)[0]
        raise InputError(
            str(path),
            f"is no evaluation of version {SCHEMA_VERSION} ({first['msg']}); write one with: eval -o json=FILE",
        ) from None


def floors(given: Sequence[str]) -> list[Floor]:
    """What ``--min-f1`` asks for.

    Raises:
        UsageError: a row that there cannot be, or no number from 0 to 1.
    """
    found = []
    for words in given:
        name, equals, number = words.rpartition("=")
        try:
            least = float(number)
        except ValueError:
            least = -1
        if not 0 <= least <= 1:
            raise UsageError(f"--min-f1 {words}: {number!r} is no number from 0 to 1")
        if not equals:
            found += [Floor(row, least, named=False) for row in _JOINT.values()]
            continue
        if name not in _JOINT:
            name = rules.named(name).code
        found.append(Floor(_JOINT.get(name, name), least, named=True))
    return found

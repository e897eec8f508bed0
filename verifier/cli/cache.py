"""``verifier cache``: the answers that are kept between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from verifier.model.cache import AnswerCache


@click.group("cache", short_help="Look at, clear or prune the answers that are kept.")
def command() -> None:
    """Look at, clear or prune the answers of models that are kept between runs."""


@command.command()
def info() -> None:
    """Where the answers are, how many, and how much room they take."""
    with _open() as cache:
        answers, size = cache.info()
        click.echo(f"{cache.folder}: {answers} answers, {size / 1_000_000:.1f} MB")
        _tell(cache)


@command.command()
def clear() -> None:
    """Forget all answers."""
    with _open() as cache:
        click.echo(f"{cache.clear()} answers forgotten")
        _tell(cache)


@command.command()
@click.option("--max-days", type=click.FloatRange(min=0), metavar="N", help="Forget what is older (default 90).")
@click.option(
    "--max-size", type=click.FloatRange(min=0), metavar="MB", help="Forget the oldest above this (default 200)."
)
def prune(max_days: float | None, max_size: float | None) -> None:
    """Forget what is old, and the oldest of what takes too much room."""
    with _open(max_size) as cache:
        click.echo(f"{cache.prune(max_days)} answers forgotten")
        _tell(cache)


def _open(max_size: float | None = None) -> AnswerCache:
    from verifier.cli._model_settings import answers_folder  # noqa: PLC0415 - --help can do without
    from verifier.model.cache import AnswerCache  # noqa: PLC0415

    folder = answers_folder()
    return AnswerCache(folder) if max_size is None else AnswerCache(folder, max_bytes=int(max_size * 1_000_000))


def _tell(cache: AnswerCache) -> None:
    from verifier._exceptions import VerifierError  # noqa: PLC0415

    if cache.problem:
        raise VerifierError(f"the cache cannot be used: {cache.problem}")

"""What ``verifier batch`` does, apart from its options."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from verifier._exceptions import UsageError
from verifier.archive import extra, folder
from verifier.cli._entry import complain
from verifier.report._tally import counted


def export(given: str, to: Path | None, provider: str | None) -> None:
    """Write what waits.

    Raises:
        UsageError: the run has no batches.
    """
    where, name = _opened(given)
    from verifier.archive import batch  # noqa: PLC0415 - the extra archive
    from verifier.model.providers import PROVIDERS  # noqa: PLC0415

    made = batch.pack(where, PROVIDERS[provider or name], to)
    for path in made:
        click.echo(path)
    if not made:
        complain("no question waits")


def take(given: str, files: Sequence[Path]) -> None:
    """Take results.

    Raises:
        InputError: a file holds none.
        UsageError: the run has no batches.
    """
    where, name = _opened(given)
    from verifier.archive import batch  # noqa: PLC0415
    from verifier.model.providers import PROVIDERS  # noqa: PLC0415

    for path in files:
        ours, others = batch.take_file(where, PROVIDERS[name], path)
        rest = f"; {others} were not asked here" if others else ""
        complain(f"{path}: {counted(ours, 'result')} taken{rest}")
    batch.settle(where)


def status(given: str) -> None:
    """Tell how far the questions are.

    Raises:
        UsageError: the run has no batches.
    """
    where, _ = _opened(given)
    from verifier.archive import batch  # noqa: PLC0415

    now = batch.status(where)
    states = [f"{count:,} {state}" for state, count in sorted(now.states.items())]
    click.echo(f"{now.waiting:,} waiting{''.join(f', {words}' for words in states)}")
    for job in now.jobs:
        click.echo(f"batch {job['name']} {job['id'] or '(by hand)'}: {job['state']}, {job['questions']} questions")
    for key, reason in now.refused:
        click.echo(f"{key}: {' '.join(reason.split())}")


def _opened(given: str) -> tuple[folder.Folder, str]:
    extra.require()
    from verifier.archive import plan  # noqa: PLC0415

    where = folder.there(given)
    name = plan.read(where).choices.batch
    if name is None:
        raise UsageError(f"{given}: this run asks without batches; begin it with --model NAME --batch PROVIDER")
    return where, name

"""A run from its inputs to its folder: plan, or take up the plan that is there; read; and say what came of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from verifier._exceptions import UsageError, VerifierError
from verifier.archive import meter, plan, seen
from verifier.archive.choices import Choices
from verifier.archive.folder import Folder, whole
from verifier.archive.plan import Plan
from verifier.archive.private import Secret
from verifier.archive.progress import Progress, shown
from verifier.archive.shard import LimitError, Tally
from verifier.model.settings import Limits

Executor = Literal["local", "slurm", "ray"]


@dataclass(frozen=True, slots=True)
class How:
    """How a run is spread: over ``jobs`` processes of an executor; ``slurm`` are directives for its jobs. ``limits``
    on asking a model hold for all processes together."""

    jobs: int
    executor: Executor = "local"
    slurm: Mapping[str, str] | None = None
    quiet: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to.

    ``left`` are shards that are not done, ``why`` the reasons that are known for that; ``handed_over`` says that a
    cluster goes on with them, ``limited`` that a limit on asking the model stopped the run.
    """

    folder: Folder
    plan: Plan
    tally: Tally
    left: int
    why: tuple[str, ...] = ()
    handed_over: bool = False
    limited: bool = False


def settle(folder: Folder, given: Sequence[str], choices: Choices, *, only_new: bool = False) -> tuple[Folder, Plan]:
    """The plan that holds for a folder: the one that is there, where it is the same, or a new one.

    Raises:
        InputError: an input or the plan cannot be read.
        UsageError: the folder holds a run of something else; the message says what differs.
    """
    old = plan.read(folder) if folder.plan.exists() else None
    new = plan.make(folder, given, choices)
    if old is None:
        plan.keep(folder, new)
        return folder, new
    differs = plan.differences(folder, old, new)
    if not differs:
        # Limits of time and memory may be others than last time: they are for what is still to be read.
        plan.drop(folder)
        plan.write(folder, new)
        return folder, new
    if only_new and old.choices.facts == choices.facts:
        following = Folder(folder.path, folder.generation + 1)
        seen.gather(following)
        plan.keep(following, new)
        return following, new
    plan.drop(folder)
    hint = "; --only-new reads what is new" if not only_new and old.choices.facts == choices.facts else ""
    raise UsageError(f"{folder.path} holds another run: {'; '.join(differs[:4])}{hint}; or name another --out")


def go(folder: Folder, made: Plan, how: How, secret: Secret) -> Result:
    """Read what is not read yet.

    Raises:
        VerifierError: the run cannot go on; what is done is kept.
    """
    from verifier.archive.executors import Local, Ray, Slurm  # noqa: PLC0415 - datatrove takes its time

    meter.begin(folder.spent, how.limits)
    if how.executor == "slurm":
        Slurm(folder, made.shards, how.jobs, secret, how.slurm or {}).run()
        return Result(folder, made, Progress(folder, made.shards).now(), _left(folder, made), handed_over=True)
    executor = (Ray if how.executor == "ray" else Local)(folder, made.shards, how.jobs, secret)
    stopped: list[str] = []
    limited = False
    with shown(folder, made.shards, made.articles, quiet=how.quiet) as progress:
        try:
            executor.run()
        except VerifierError as error:
            stopped.append(_told(str(error), folder))
            limited = isinstance(error, LimitError)
    gather(folder)
    left = _left(folder, made)
    reasons = (*stopped, *(() if stopped or not left else _why(folder)))
    return Result(folder, made, progress.now(), left, reasons, limited=limited)


def gather(folder: Folder) -> int:
    """Put what failed, of all shards that are whole, into one file; returns how many articles those are."""
    count = 0
    with whole(folder.failed) as file:
        for one in sorted((folder.path / "failed").glob("*.jsonl")):
            with one.open(encoding="utf-8") as lines:
                for words in lines:
                    file.write(words)
                    count += 1
    return count


def _left(folder: Folder, made: Plan) -> int:
    marks = folder.work / "completions"
    done = sum(1 for _ in marks.iterdir()) if marks.is_dir() else 0
    return made.shards - done


def _why(folder: Folder) -> list[str]:
    """The reasons that shards which are not done have left, each once."""
    problems = Path(folder.work / "problems")
    found = sorted(problems.glob("*.txt")) if problems.is_dir() else []
    return list(dict.fromkeys(_told(f"shard {p.stem}: {p.read_text(encoding='utf-8')}", folder) for p in found))[:5]


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def _told(problem: str, folder: Folder) -> str:
    if any(os.strerror(code) in problem for code in _FULL):
        return f"{folder.path}: no space left ({problem}); free some, then give the same command again"
    return f"{problem}; what is done is kept: give the same command again"

"""Shards over processes: on this machine, by Slurm, or on a Ray cluster. The engine is datatrove's.

What is ours: the local pool (datatrove's waits for ever when one of its processes is killed), and that a Slurm job
begins ``verifier archive work`` and loads no pickle.
"""

from __future__ import annotations

import multiprocessing
import os
import shlex
import signal
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from datatrove.executor.local import LocalPipelineExecutor
from datatrove.executor.ray import RayPipelineExecutor
from datatrove.executor.slurm import SlurmPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from loguru import logger

from verifier._exceptions import VerifierError
from verifier.archive import plan, shard
from verifier.archive.choices import Choices
from verifier.archive.folder import Folder, whole
from verifier.archive.formats._base import why
from verifier.archive.private import Secret
from verifier.archive.supervision import Examiner

_BREAKS = 5
"""Times in a row that a process may be killed without one shard getting done in between."""

logger.remove()  # datatrove tells its story on standard error otherwise; it stands in the folder's logs


class ReadShard(PipelineStep):  # type: ignore[misc]  # datatrove ships no types
    """The one step of the pipeline: a shard, from its list to its file."""

    name = "verifier"
    type = "Reader"

    def __init__(self, folder: Folder, secret: Secret) -> None:
        super().__init__()
        self.folder = folder
        self.secret = secret

    def run(self, data: object, rank: int = 0, world_size: int = 1) -> Iterator[object]:
        """Read shard ``rank``; nothing is handed on."""
        del data, world_size
        choices = plan.read(self.folder).choices
        problem = self.folder.problem_of(rank)
        with suppress(OSError):
            problem.unlink()
        try:
            if choices.model is None:
                shard.work(self.folder, rank, choices, _examiner(choices))
            else:
                from verifier.archive import asking  # noqa: PLC0415 - a run by rules does not need it

                with Examiner(choices, asking.place(self.folder, rank, choices, self.secret)) as examiner:
                    shard.work(self.folder, rank, choices, examiner)
        except Exception as error:
            with suppress(OSError), whole(problem) as file:
                file.write(why(error))
            raise
        yield from ()


class _Marking:
    """Marks a shard as done where no answer of a model is missing in it; one that lacks some is read again."""

    folder: Folder

    def mark_rank_as_completed(self, rank: int) -> None:
        """Mark it, or not."""
        if not shard.tally_of(self.folder, rank).incomplete:
            super().mark_rank_as_completed(rank)  # type: ignore[misc]


class Local(_Marking, LocalPipelineExecutor):  # type: ignore[misc]
    """This machine: processes that may be killed at any moment. A shard that was being read is read again."""

    def __init__(self, folder: Folder, shards: int, jobs: int, secret: Secret) -> None:
        super().__init__([ReadShard(folder, secret)], tasks=shards, workers=jobs, logging_dir=str(folder.work))
        self.folder = folder

    def run(self) -> None:
        """Read every shard that is not done.

        Raises:
            VerifierError: processes are killed again and again, or what was read cannot be written.
        """
        left = self.get_incomplete_ranks()
        breaks = 0
        while left:
            try:
                self._through(left)
                return
            except BrokenProcessPool:
                before, left = len(left), self.get_incomplete_ranks(left)
                breaks = 0 if len(left) < before else breaks + 1
                if breaks >= _BREAKS:
                    raise VerifierError(
                        f"processes were killed {breaks} times without a shard getting done, perhaps for lack of "
                        "memory; run it again with fewer --jobs or a smaller --shard"
                    ) from None

    def one(self, rank: int) -> None:
        """Read one shard, in one of the pool's processes."""
        self._run_for_rank(rank, local_rank=1)

    def _through(self, ranks: list[int]) -> None:
        pool = ProcessPoolExecutor(min(self.workers, len(ranks)), mp_context=_processes(), initializer=_begin)
        try:
            due = iter(ranks)
            running: set[Future[_Problem | None]] = set()
            while True:
                for rank in due:
                    running.add(pool.submit(_attempt, self, rank))
                    if len(running) >= 2 * self.workers:
                        break
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for problem in filter(None, (future.result() for future in done)):
                    raise (shard.LimitError if problem.limit else VerifierError)(problem.told)
        except BaseException:
            # Python 3.14 has a method for this. A shard takes minutes; nobody who stops a run waits for it.
            for process in list((pool._processes or {}).values()):
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class Ray(_Marking, RayPipelineExecutor):  # type: ignore[misc]
    """A Ray cluster: the one that RAY_ADDRESS names, else one begun on this machine for the run."""

    def __init__(self, folder: Folder, shards: int, jobs: int, secret: Secret) -> None:
        super().__init__(
            [ReadShard(folder, secret)],
            tasks=shards,
            workers=jobs,
            logging_dir=str(folder.work),
            mem_per_cpu_gb=0.5,
        )
        self.folder = folder

    def run(self) -> None:
        """Read every shard that is not done."""
        import ray  # noqa: PLC0415 - the extra ray

        begun = not ray.is_initialized()
        if begun:
            ray.init(log_to_driver=False, logging_level="ERROR", include_dashboard=False)
        logger.remove()
        try:
            super().run()
        finally:
            if begun:
                ray.shutdown()

    def _run_for_rank(self, rank: int, local_rank: int = 0, node_rank: int = -1) -> Any:
        with _fresh_examiner():
            return super()._run_for_rank(rank, local_rank, node_rank)


class Slurm(_Marking, SlurmPipelineExecutor):  # type: ignore[misc]
    """A Slurm cluster: an array of jobs, each of which begins ``verifier archive work``."""

    def __init__(self, folder: Folder, shards: int, jobs: int, secret: Secret, said: Mapping[str, str]) -> None:
        known = dict(said)
        super().__init__(
            [ReadShard(folder, secret)],
            tasks=shards,
            time=known.pop("time", "24:00:00"),
            partition=known.pop("partition", ""),
            workers=jobs,
            mem_per_cpu_gb=int(known.pop("mem-per-cpu-gb", "4")),
            qos=known.pop("qos", ""),
            job_name="verifier-archive",
            sbatch_args=known,
            logging_dir=str(folder.work),
            max_array_size=int(known.pop("max-array-size", "1001")),
            with_srun=False,
            requeue_signals=None,
        )
        self.folder = folder

    def get_sbatch_args(self, max_array: int = 1) -> dict[str, Any]:
        """The directives, without those that nobody gave."""
        return {k: v for k, v in super().get_sbatch_args(max_array).items() if v != "" or k == "requeue"}

    def get_launch_file_contents(self, sbatch_args: dict[str, Any], run_script: str) -> str:
        """The script of a job: no pickle is loaded in it."""
        del run_script
        words = (sys.executable, "-m", "verifier", "archive", "work", str(self.folder.path.resolve()))
        contents: str = super().get_launch_file_contents(sbatch_args, shlex.join(words))
        return contents

    def launch_job(self) -> None:
        """Hand the jobs to Slurm. The pickle that datatrove writes for its own jobs is of no use here."""
        super().launch_job()
        with suppress(OSError):
            Path(self.folder.work / "executor.pik").unlink()

    def launch_merge_stats(self) -> None:
        """No job for that: a shard's tally stands beside its mark."""

    def _set_distributed_environment(self, node_rank: int) -> None:
        """Nothing: one shard, one node."""


_held: dict[str, Examiner] = {}
"""The examiner of this process; without a model it reads one shard after the other, for it takes a second to begin."""


def _examiner(choices: Choices) -> Examiner:
    held = _held.get("it")
    if held is None:
        held = _held["it"] = Examiner(choices)
    return held


@contextmanager
def _fresh_examiner() -> Iterator[None]:
    """An examiner for one shard alone, in a process that others own."""
    _held.clear()
    try:
        yield
    finally:
        for held in _held.values():
            held.close()
        _held.clear()


def _processes() -> BaseContext:
    """How the pool's processes begin: forked, where the system can, from one that has imported all this and done
    nothing else, so that it is imported once and not by each of them."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def _begin() -> None:
    """Make a pool's process ready: Ctrl-C is for the first one to answer, and what libraries say is for the logs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Finalize(None, _close, exitpriority=1)
    sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the process


def _close() -> None:
    """End the examiner with its worker, and wait for it."""
    for held in _held.values():
        held.close()


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why a shard was not read through; ``limit``: because a limit on asking the model is reached."""

    told: str
    limit: bool


def _attempt(executor: Local, rank: int) -> _Problem | None:
    """Read one shard; what went wrong as a line, since not every exception survives the way between processes."""
    try:
        executor.one(rank)
    except Exception as error:
        where = getattr(error, "filename", None)
        told = f"shard {rank:05d}: {f'{where}: ' if where else ''}{why(error)}"
        return _Problem(told, isinstance(error, shard.LimitError))
    return None

"""Articles through the pipeline, in this process or in several, and back in the order they came."""

from __future__ import annotations

import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import _garbage
from verifier._exceptions import VerifierError
from verifier.article import Article
from verifier.baseline import Known, to_know
from verifier.cli._inputs import Input, read
from verifier.cli._settle import notes, settled, wishes
from verifier.pipeline import check
from verifier.report import Level, Writer
from verifier.report._tally import Tally
from verifier.report.models import Report
from verifier.settings import Settings
from verifier.suppressions import Wish

if TYPE_CHECKING:
    from verifier.sources import Library, Wanted

_WORTH_PROCESSES = 64  # articles below which starting processes takes longer than it saves
_AHEAD = 8  # articles handed to each process before the first has come back


@dataclass(frozen=True, slots=True)
class Task:
    """One article and what its desk has chosen for it.

    ``fail_on`` is the least severity that makes the run fail, ``comments`` whether those in the article may suppress
    findings, ``known`` what the baseline holds for it (None: there is none), ``candidates`` whether what is only likely
    is shown, ``sources`` what it is held against.
    """

    given: Input
    settings: Settings
    fail_on: Level
    comments: bool = False
    known: tuple[Known, ...] | None = None
    beside: bool = True
    candidates: bool = False
    sources: Wanted | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every article.

    ``today`` is what expiry is measured by, ``to_write`` the baseline that is to be written.
    """

    writers: tuple[Writer, ...]
    published: date | None
    max_bytes: int
    verbose: bool
    today: date
    to_write: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article: a piece of text for each writer and its counts, or (``tally`` None) the problem with it.

    ``missing`` is what a model left unanswered, ``fails`` whether there is a finding that makes the run fail, ``notes``
    what is to be said about suppressions and the baseline, ``to_know`` what a new baseline is to hold, ``wrong`` the
    problems with sources that the article itself names.
    """

    name: str
    pieces: tuple[str, ...] = ()
    tally: Tally | None = None
    problem: str = ""
    missing: tuple[str, ...] = ()
    fails: bool = False
    notes: tuple[str, ...] = ()
    to_know: tuple[Known, ...] = ()
    wrong: tuple[str, ...] = ()


def work(job: Job, tasks: list[Task], processes: int | None) -> Iterator[Outcome]:
    """Check the articles; ``processes`` None means as many as help."""
    if processes is None:
        processes = (os.cpu_count() or 1) if len(tasks) >= _WORTH_PROCESSES else 1
    processes = min(processes, len(tasks))
    if processes == 1:
        return (_one(job, index, task) for index, task in enumerate(tasks))
    return _spread(job, tasks, processes)


def _spread(job: Job, tasks: list[Task], processes: int) -> Iterator[Outcome]:
    """The same in several processes, in order, and never far ahead of what has been taken."""
    # One process alone does not wait for this import.
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    left = iter(enumerate(tasks))
    running: deque[Future[Outcome]] = deque()
    with ProcessPoolExecutor(processes, initializer=_leave_signals) as pool:
        try:
            while True:
                for index, task in islice(left, processes * _AHEAD - len(running)):
                    with signals_held():
                        running.append(pool.submit(_one, job, index, task))
                if not running:
                    return
                yield running.popleft().result()
        except BrokenProcessPool as error:
            raise VerifierError("a process was ended from outside, perhaps for lack of memory; try --jobs 1") from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_STOPPING = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def signals_held() -> Iterator[None]:
    """Let what would stop the run wait: while a process is started, as what Python runs around a fork swallows the
    interruption, and the run would go on to its end; or while what must be undone is not yet known."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_signals() -> None:
    """Ctrl-C reaches every process of the terminal, and the process that started the others alone answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)


def opened(job: Job, task: Task) -> tuple[Article, list[Wish]]:
    """The article, and what is to be suppressed in it.

    Raises:
        InputError: one or the other cannot be read.
    """
    article = read(task.given, job.published, job.max_bytes)
    return article, wishes(article, comments=task.comments, beside=task.beside)


@dataclass(frozen=True, slots=True)
class Examined:
    """An article's report, what is to be suppressed in it, and what was wrong with the sources it names."""

    wished: list[Wish]
    report: Report
    wrong: tuple[str, ...] = ()


def library(article: Article, task: Task) -> tuple[Library | None, tuple[str, ...]]:
    """What an article is held against, and what is wrong with the sources that it names itself."""
    if task.sources is None and not article.sources:
        return None, ()
    from verifier.cli._sources import of_article  # noqa: PLC0415 - a run without sources does not need it
    from verifier.sources import Wanted  # noqa: PLC0415

    return of_article(article, task.sources or Wanted())


def outcome(job: Job, index: int, task: Task, examined: Callable[[], Examined]) -> Outcome:
    """What one article comes to, whatever goes wrong with it; ``examined`` gives its report, or raises."""
    with _garbage.left_lying():  # until the report is gone, too, or all of it would be looked through once
        return _outcome(job, index, task, examined)


def _outcome(job: Job, index: int, task: Task, examined: Callable[[], Examined]) -> Outcome:
    given = task.given
    try:
        done = examined()
        wished, report = done.wished, done.report
        report = settled(report, wished, task.known, task.settings, job.today)
        pieces = tuple(_for(writer, task).article(report, index) for writer in job.writers)
    except VerifierError as error:
        return Outcome(given.name, problem=str(error))
    except Exception as error:
        where = traceback.format_exc() if job.verbose else f"{type(error).__name__}: {error}"
        return Outcome(given.name, problem=f"{given.name}: a mistake in verifier, please report it ({where})")
    tally = Tally.of(report)
    return Outcome(
        given.name,
        pieces,
        tally,
        missing=report.run.missing,
        fails=bool(tally.at_least(task.fail_on)),
        notes=notes(report, given.name),
        to_know=to_know(report, given.name, job.to_write) if job.to_write else (),
        wrong=done.wrong,
    )


def _for(writer: Writer, task: Task) -> Writer:
    """The writer, told what makes this article fail, and whether to show what is only likely."""
    look = replace(writer.look, fail_on=task.fail_on, candidates=task.candidates)
    return writer if look == writer.look else replace(writer, look=look)


def _one(job: Job, index: int, task: Task) -> Outcome:
    def examined() -> Examined:
        article, wished = opened(job, task)
        shelves, wrong = library(article, task)
        return Examined(wished, check(article, task.settings, sources=shelves or ()), wrong)

    return outcome(job, index, task, examined)

"""Processes of a run that are forked where a run of its own would begin a Python anew.

A worker begins the process that reads articles so, and with a model one for each shard. That they begin as they do is
tested in ``test_faults`` and by Slurm's jobs; whoever asks what comes of a run need not wait for it.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from verifier.archive import examiner, executors, supervision

_EXAMINER = [sys.executable, "-m", "verifier.archive.examiner"]
_popen = subprocess.Popen


def _forked(words: Sequence[str], **streams: Any) -> subprocess.Popen[bytes]:
    assert words == _EXAMINER, "something else is begun: let it have a Python of its own"
    return _popen(words, preexec_fn=_read, **streams)  # which does not come back


def _read() -> None:
    """Be the examiner, to its end."""
    try:
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - for as long as the process
        examiner.main()
    finally:
        os._exit(1)


def examiners() -> None:
    """Workers fork what they begin."""
    vars(supervision)["subprocess"] = SimpleNamespace(**{**vars(subprocess), "Popen": _forked})


def workers() -> None:
    """So does this process, which has nothing but a run to do."""
    examiners()
    vars(executors)["_processes"] = lambda: multiprocessing.get_context("fork")

"""The command line for tests: in this process, which has everything loaded, or in one of its own where that matters."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from unittest import mock

import verifier.cli

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]


def process(*args: str | Path, cwd: Path, data: bytes | None = None, **env: str) -> Done:
    """The command in a process of its own, as a shell would start it."""
    done = subprocess.run(
        [sys.executable, "-m", "verifier", *map(str, args)],
        cwd=cwd,
        input=data if data is not None else b"",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Done(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def run(*args: str | Path, cwd: Path, data: bytes | None = None, **env: str) -> Done:
    """The command in this process: its arguments, folder, environment and streams are all that it is given."""
    out, err = _stream(), _stream()
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(cwd))
        stack.enter_context(mock.patch.dict(os.environ, env))
        stack.enter_context(mock.patch.multiple(sys, argv=["verifier", *map(str, args)], stdin=_stream(data or b"")))
        stack.enter_context(mock.patch.multiple(sys, stdout=out, stderr=err, unraisablehook=sys.unraisablehook))
        for number in (signal.SIGINT, signal.SIGTERM):
            stack.callback(signal.signal, number, signal.getsignal(number))
        code = 0
        try:
            verifier.cli.main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return Done([*map(str, args)], code, _text(out), _text(err))


def _stream(data: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")

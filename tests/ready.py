"""Processes of verifier that begin with everything loaded: forked from one that has imported it all.

What starts so is a process of its own in all that a test can see: its arguments, environment, folder, streams, signals
and end. Only the second or two in which Python imports things are not paid anew. Whatever is about the start itself, or
about what is imported when, starts Python as a shell would. :func:`tool` is the same for a shell's scripts.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

ROOT = Path(__file__).parents[1]
_LOADED = (
    "verifier.cli._run",
    "verifier.cli._review",
    "verifier.cli._model_work",
    "verifier.model.client",
    "verifier.review.server",
    # what is imported only when a server runs
    "anyio._backends._asyncio",
    "anyio.streams.memory",
    "platformdirs.unix",
    "uvicorn.lifespan.off",
    "uvicorn.loops.auto",
    "uvicorn.loops.asyncio",
)
_ARTICLE = (
    "Ferry returns\n\n“We sail on Monday,” Ana Ruiz said. The ferry returns on February 30, 2019, with 12 boats.\n"
)
_LARGEST = 1 << 20
_TOOL = """#!{python} -IS
import array, json, os, socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect({door!r})
asked = {{"args": sys.argv[1:], "cwd": os.getcwd(), "env": {{**os.environ, "PYTHONPATH": {root!r}}}}}
data = json.dumps(asked).encode() + b"\\n"
sent = line.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
line.sendall(data[sent:])
sys.exit(int(line.recv(9)))
"""


class Running:
    """A process that was started so, with as much of ``subprocess.Popen`` as tests need; its streams are text."""

    def __init__(self, pid: int, streams: Sequence[int]) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self.stdin = os.fdopen(streams[0], "w", encoding="utf-8")
        self.stdout = os.fdopen(streams[1], encoding="utf-8")
        self.stderr = os.fdopen(streams[2], encoding="utf-8")

    def poll(self) -> int | None:
        """What it ended with, None while it runs."""
        if self.returncode is None:
            self.returncode = _ask({"ended": self.pid})
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, where it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float) -> tuple[str, str]:
        """Close its input, take all that it still says, and wait for its end.

        Raises:
            subprocess.TimeoutExpired: it does not come; the process is killed.
        """
        said = ["", ""]

        def take(number: int, stream: Any) -> None:
            with stream:
                said[number] = stream.read()

        streams = enumerate((self.stdout, self.stderr))
        readers = [threading.Thread(target=take, args=one, daemon=True) for one in streams]
        for reader in readers:
            reader.start()
        self.stdin.close()
        until = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > until:
                self.kill()
                raise subprocess.TimeoutExpired("verifier", timeout)
            # A process that says no more is about to end; as long as it may, asking after it only takes its time.
            speaking = [reader for reader in readers if reader.is_alive()]
            speaking[0].join(0.05) if speaking else time.sleep(0.005)
        for reader in readers:
            reader.join(timeout)
        return said[0], said[1]

    def ended(self, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Wait for its end; what it came to."""
        said, errors = self.communicate(timeout)
        assert self.returncode is not None
        return subprocess.CompletedProcess(["verifier"], self.returncode, said, errors)


def start(
    *args: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    program: str = "",
    loaded: Sequence[str] = (),
) -> Running:
    """``verifier`` with these arguments, in a process that has everything loaded, and these modules, too; ``program``
    runs in it before."""
    pipes = [os.pipe() for _ in range(3)]
    theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
    asked = {
        "args": [*map(str, args)],
        "cwd": str(cwd or Path.cwd()),
        "env": dict(os.environ if env is None else env),
        "program": program,
        "loaded": [*loaded],
    }
    pid = _ask(asked, theirs)
    for end in theirs:
        os.close(end)
    assert pid is not None
    return Running(pid, [pipes[0][1], pipes[1][0], pipes[2][0]])


def pytest(*args: str, cwd: Path, env: Mapping[str, str]) -> Running:
    """``pytest`` with these arguments, in a process that has everything loaded but its plugins."""
    program = "import sys, pytest\nsys.path.insert(0, '')\nsys.exit(pytest.main(sys.argv[1:]))"
    return start(*args, cwd=cwd, env=env, program=program, loaded=["pytest"])


def tool(path: Path) -> Path:
    """Write a command that is ``verifier``, this checkout's, for a shell to begin."""
    path.write_text(_TOOL.format(python=sys.executable, door=str(_door()), root=str(ROOT)), encoding="utf-8")
    path.chmod(0o755)
    return path


@cache
def _door() -> Path:
    """Where the commands of a shell ask for a process."""
    at = Path(mkdtemp(prefix="ready-")) / "door"
    atexit.register(shutil.rmtree, at.parent)
    _ask({"door": str(at)})
    return at


def _ask(what: Mapping[str, Any], streams: Sequence[int] = ()) -> int | None:
    to, _ = _first()
    socket.send_fds(to, [json.dumps(what).encode() + b"\n"], streams)
    answer: int | None = json.loads(_line(to)[0])
    return answer


@cache
def _first() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """The process that has imported everything and forks, and the line to it; it ends when this process does."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.ready", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    atexit.register(lambda: (ours.close(), process.wait()))
    return ours, process


def _line(of: socket.socket) -> tuple[bytes, list[int]]:
    """The next line, and the streams that came with it."""
    data, streams, _, _ = socket.recv_fds(of, _LARGEST, 3)
    while data and not data.endswith(b"\n"):
        data += of.recv(_LARGEST)
    return data, streams


def _serve(line: socket.socket) -> None:
    """Fork what is asked for, until nobody is there to ask; returns in each child, too, when it is to become one."""
    for name in _LOADED:
        import_module(name)
    _warm()
    gc.collect()
    gc.freeze()  # no child need look through what was there before it
    door = socket.socket(socket.AF_UNIX)
    keepers: list[int] = []
    while True:
        if line not in select.select([line, door][: 1 + bool(door.getsockname())], [], [])[0]:
            keepers = [*filter(_runs, keepers), _keeper(door, line)]
            continue
        said, streams = _line(line)
        if not said:
            return
        asked = json.loads(said)
        answer = None
        if "door" in asked:
            door.bind(asked["door"])
            door.listen()
        elif "ended" in asked:
            pid, status = os.waitpid(asked["ended"], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if pid else None
        else:
            for name in asked["loaded"]:
                import_module(name)
            answer = os.fork()
            if not answer:
                line.close()
                door.close()
                _become(asked, streams)
            for stream in streams:
                os.close(stream)
        line.sendall(json.dumps(answer).encode() + b"\n")


def _warm() -> None:
    """Do once what each child would do for its first page: compile the templates, read an article."""
    import verifier
    from verifier.report import _page
    from verifier.review import screens

    for pages in (_page._environment(), screens._environment()):
        for name in pages.list_templates(extensions=["html"]):
            pages.get_template(name)
    verifier.check(_ARTICLE)


def _runs(child: int) -> bool:
    return not os.waitpid(child, os.WNOHANG)[0]


def _keeper(door: socket.socket, line: socket.socket) -> int:
    """A process that forks the command which asks at the door, and tells it at the end what it ended with."""
    asking, _ = door.accept()
    with asking:
        said, streams = _line(asking)
        keeper = os.fork()
        if not keeper:
            line.close()
            door.close()
            child = os.fork()
            if not child:
                asking.close()
                _become(json.loads(said), streams)
        for stream in streams:
            os.close(stream)
        if keeper:
            return keeper
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        asking.sendall(str(code if code >= 0 else 128 - code).encode())
    os._exit(0)


def _become(asked: dict[str, Any], streams: Sequence[int]) -> None:
    """Be ``verifier``, to its end; but what is loaded is not taken down piece by piece, which takes half a second."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for as long as the process
        for number, mode in ((0, "r"), (1, "w"), (2, "w"))
    )
    sys.argv = ["verifier", *asked["args"]]
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    code: object = 0
    try:
        exec(asked.get("program", ""), {})  # noqa: S102 - the test's own
        import_module("verifier.cli").main()
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        code = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = 120  # as Python itself ends
        except ValueError:
            pass  # closed
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _serve(socket.socket(fileno=int(sys.argv[1])))

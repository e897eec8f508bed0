"""The edge of the program: every error becomes one line on standard error and an exit code."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import NoReturn

import click

from verifier._exceptions import VerifierError


class Exit(IntEnum):
    """The exit codes of the contract."""

    CLEAN = 0
    FOUND = 1
    WRONG = 2
    INCOMPLETE = 3


class UnreadError(Exception):
    """Whoever read our output has seen enough."""


def complain(problem: str) -> None:
    """One line on standard error. What it names may come from outside, so no terminal and no CI obeys it."""
    words = "".join(c if c.isprintable() else repr(c)[1:-1] for c in " ".join(problem.split()))
    click.echo(f"verifier: {words.replace('##[', '## [')}", err=True)


def guarded(command: click.Command) -> NoReturn:
    """Run the command; nothing that goes wrong ends in a traceback."""
    came = _take_sigterm_for_sigint()
    sys.unraisablehook = partial(_swallowed, came)
    try:
        try:
            code = _code_of(command)
        finally:  # a second signal, which comes while the first one is answered, stops no more than the first did
            _leave_signals()
    except (KeyboardInterrupt, click.Abort):
        _leave_signals()
        complain("stopped")
        code = 128 + (came or [signal.SIGINT])[0]
    sys.exit(code)


def _code_of(command: click.Command) -> int:
    """Run the command, and say what went wrong; what stops it, even while that is said, goes on to the caller."""
    try:
        code: int = command.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()  # the help itself
        code = Exit.WRONG
    except click.ClickException as error:
        complain(_of_click(error))
        code = Exit.WRONG
    except VerifierError as error:
        complain(str(error))
        code = Exit.WRONG
    except UnreadError:
        # Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 128 + signal.SIGPIPE.value if hasattr(signal, "SIGPIPE") else Exit.WRONG
    except OSError as error:
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        code = Exit.WRONG
    return code


def open_closed_streams() -> None:
    """Give a process that was started with closed standard streams (``>&-``) empty ones.

    Otherwise the next file that is opened takes the number of a closed stream, and words meant for standard error end
    up in a report.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            empty = os.open(os.devnull, os.O_RDWR)
            if empty != number:
                os.dup2(empty, number)
                os.close(empty)
            setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for the whole run


def _take_sigterm_for_sigint() -> list[int]:
    """Let SIGTERM stop a run as Ctrl-C does, nothing left half written; the list tells afterwards that it came."""
    came: list[int] = []

    def stop(number: int, frame: object) -> None:
        del frame
        came.append(number)
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started with & by a script, or by nohup
            raise KeyboardInterrupt
        signal.raise_signal(signal.SIGINT)

    if threading.current_thread() is threading.main_thread() and hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, stop)
    return came


_SOON = 0.01
"""Seconds after which a lost interruption comes again."""


def _swallowed(came: Sequence[int], lost: sys.UnraisableHookArgs) -> None:
    """Interrupt the run again where Python lost the interruption.

    It drops what is raised in finalizers, in callbacks of weak references (each import makes some) and around a fork: a
    signal that came just there stopped nothing, and the run went on to its end.
    """
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return

    first, number = threading.main_thread().ident or 0, (came or [signal.SIGINT])[-1]

    def again() -> None:
        time.sleep(_SOON)  # until what swallows is over; where it is not, this is called once more
        if sys.unraisablehook is sys.__unraisablehook__:
            return  # the run is over: it was stopped otherwise, and says so
        if hasattr(signal, "pthread_kill"):
            signal.pthread_kill(first, number)  # which ends what it waits for, too
        else:  # Windows
            _thread.interrupt_main()

    _thread.start_new_thread(again, ())  # takes no lock that the interrupted code may hold, as threading would


def _leave_signals() -> None:
    """The command is over. What comes now ends the process at once, as nothing is half written, and in silence."""
    sys.unraisablehook = sys.__unraisablehook__
    if threading.current_thread() is threading.main_thread():
        if hasattr(signal, "SIGTERM"):  # first, or it would still be handed on as SIGINT
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _of_click(error: click.ClickException) -> str:
    """What click found wrong with the call, and where the right one is described."""
    said = _no_option(error) if isinstance(error, click.NoSuchOption) else error.format_message().rstrip(".")
    at = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else None
    # Of a command within a command click tells it in its own words.
    said = said.replace("No such command ", "no command ").replace(". Did you mean ", "; did you mean ")
    return said if not at else f"{said} See '{at} --help'" if said.endswith("?") else f"{said}; see '{at} --help'"


_NEAR = 0.75
"""How alike a misspelt option and the one that was meant are; click names all that begin to look like it."""


def _no_option(error: click.NoSuchOption) -> str:
    """That there is no such option, and the one that was meant where that is plain."""
    from difflib import get_close_matches  # noqa: PLC0415 - only whoever erred waits for it

    known = [o for p in error.ctx.command.params for o in p.opts] if error.ctx else []
    begun = [one for one in known if one.startswith(error.option_name)]
    near = begun if len(begun) == 1 else get_close_matches(error.option_name, known, 1, _NEAR)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    if not near and error.ctx and error.ctx.parent is None:
        hint = f"; options stand behind a command: verifier check FILE {error.option_name}"
    return f"no option {error.option_name!r}{hint}"

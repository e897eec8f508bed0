"""The errors verifier raises, and nothing else.

    VerifierError
    ├── InputError      an article cannot be read: missing, empty, binary, too large, not what its name says
    └── UsageError      the call is wrong: an unknown rule code, a date that is none, a format nobody knows

Every message is one line that says what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class VerifierError(Exception):
    """What every error of this package derives from; on the command line it is exit code 2."""


class InputError(VerifierError):
    """An article that cannot be read. ``path`` is what the caller named."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """How it travels from one process to another."""
        return type(self), (self.path, self.problem)


class UsageError(VerifierError):
    """The call itself is wrong; the message names the nearest right one where there is one."""

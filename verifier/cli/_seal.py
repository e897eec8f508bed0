"""Whether a file of decisions was begun by this user on this machine.

Such a file lies beside the reports, and so may come with them from anywhere: what a stranger's file holds of the
reports must not take their place, and his decisions must not pass for ours. Each file holds a random word and its
keyed hash; the key never leaves the user's data folder.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
from pathlib import Path

from verifier._exceptions import UsageError
from verifier.review._file import DeskFile

_BYTES = 32


def seal(file: DeskFile) -> None:
    """Mark a file that has just been begun.

    Raises:
        UsageError: the user's data folder cannot be written.
    """
    word = secrets.token_bytes(_BYTES)
    with file.writing() as db:
        db.execute("CREATE TABLE seal(word BLOB NOT NULL, hash BLOB NOT NULL)")
        db.execute("INSERT INTO seal VALUES(?, ?)", (word, _hash(word)))


def ours(file: DeskFile) -> bool:
    """Whether the mark is there and made with this user's key.

    Raises:
        UsageError: the user's data folder cannot be written.
    """
    try:
        with file.connection() as db:
            marks = db.execute("SELECT word, hash FROM seal").fetchall()
    except sqlite3.Error:
        return False
    return any(
        isinstance(word, bytes) and isinstance(said, bytes) and hmac.compare_digest(_hash(word), said)
        for word, said in marks
    )


def _hash(word: bytes) -> bytes:
    return hmac.digest(_key(), word, hashlib.sha256)


def _key() -> bytes:
    from platformdirs import user_data_path  # noqa: PLC0415 - only the desk needs it

    path: Path = user_data_path("verifier", appauthor=False) / "desk.key"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return path.read_bytes()
        with os.fdopen(handle, "wb") as out:
            out.write(secrets.token_bytes(_BYTES))
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot keep the desk's key there: {error.strerror or error}") from error

"""Which files of decisions were begun by this user on this machine, and what is known of each.

Such a file lies beside the reports, and so may come with them from anywhere: what a stranger's file holds must not take
the place of one's own, and his decisions must not pass for ours. Each file is called something at random when it is
begun; the user's data folder holds which one lies where. Neither the name alone vouches for a file (a copy of another
one's own has it, too) nor the place.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from verifier._databases import strange_beside
from verifier._exceptions import UsageError
from verifier.review._file import DeskFile, in_time
from verifier.review.door import write_private


def data_folder() -> Path:
    """Where what belongs to the user, and to no article, is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only the desk needs it

    return user_data_path("verifier", appauthor=False)


def seal(file: DeskFile) -> None:
    """Remember a file as one's own.

    Raises:
        UsageError: the user's data folder cannot be written.
    """
    remember(file.path, id=file.id)


def ours(path: Path) -> bool:
    """Whether a file was begun here by this user, at this place; also by an earlier verifier, which sealed it."""
    try:
        if strange_beside(path):
            return False
        with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as db, in_time(db):
            db.execute("PRAGMA trusted_schema=OFF")
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version == 1:
                return _sealed(db)
            (name,) = db.execute("SELECT id FROM desk").fetchone()
    except (OSError, sqlite3.Error, TypeError):
        return False
    finally:
        if "db" in locals():
            db.close()
    known = about(path).get("id")
    return isinstance(known, str) and hmac.compare_digest(known.encode(), str(name).encode())


def about(path: Path) -> Mapping[str, Any]:
    """What is known of the desk with this file of decisions."""
    try:
        given = json.loads(record(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return given if isinstance(given, dict) else {}


def remember(path: Path, **more: object) -> None:
    """Remember something of the desk with this file of decisions.

    Raises:
        UsageError: the user's data folder cannot be written.
    """
    _kept(record(path), {**about(path), "path": str(path.resolve()), **more})


def opened(path: Path, port: int) -> None:
    """Remember that the desk with this file of decisions is open, at which port: it is the last one from now on. One
    from which something was only taken away is not.

    Raises:
        UsageError: the user's data folder cannot be written.
    """
    remember(path, port=port)
    _kept(data_folder() / "desks" / "last.json", {"path": str(path.resolve())})


def _kept(where: Path, what: dict[str, Any]) -> None:
    try:
        write_private(where, what)
    except OSError as error:
        raise UsageError(f"{data_folder()}: cannot keep what belongs to the desk: {error.strerror or error}") from error


def last() -> Path | None:
    """The file of decisions of the desk that was opened last, where it is still there."""
    try:
        path = Path(json.loads((data_folder() / "desks" / "last.json").read_text(encoding="utf-8"))["path"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return path if path.is_file() else None


def record(path: Path, kind: str = "desk") -> Path:
    """The file in the user's data folder that belongs to a file of decisions."""
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    return data_folder() / "desks" / f"{name}.{kind}.json"


def door_of(path: Path, authority: str) -> Path:
    """Where is kept who may come in to a desk at one address; the file that an earlier verifier kept for all of them
    becomes that of the first."""
    kept = record(path, f"door-{hashlib.sha256(authority.encode()).hexdigest()[:12]}")
    with contextlib.suppress(OSError):
        if not kept.exists():
            record(path, "door").replace(kept)
    return kept


def _sealed(db: sqlite3.Connection) -> bool:
    """Whether the first version's seal is this user's."""
    try:
        key = (data_folder() / "desk.key").read_bytes()
        marks = db.execute("SELECT word, hash FROM seal LIMIT 10").fetchall()
    except (OSError, sqlite3.Error):
        return False
    return any(
        isinstance(word, bytes) and isinstance(said, bytes)
        and hmac.compare_digest(hmac.digest(key, word, hashlib.sha256), said)
        for word, said in marks
    )  # fmt: skip

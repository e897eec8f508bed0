"""What lies beside a database, looked at before SQLite opens it: SQLite believes these files, whoever put them there.

A journal that is left beside a database is played back before anything is read, and where it names another journal,
that file is removed: any file of the user's. Only a program that writes several databases at once leaves such a name,
which verifier never does. A link or a second name would have somebody else's file written to, a pipe never opens.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_JOURNAL = "-journal"
BESIDE = ("-wal", "-shm", _JOURNAL)
"""How the names of the files end that SQLite keeps beside its own while it works."""
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""How a journal ends that names another (https://sqlite.org/fileformat2.html, "super-journal")."""


def strange_beside(path: Path) -> str:
    """What keeps a database from being opened, of the files beside it; empty where nothing does.

    Raises:
        OSError: one of them cannot be looked at.
    """
    for end in BESIDE:
        beside = Path(f"{path}{end}")
        with suppress(FileNotFoundError):  # none, or its owner has just done with it
            found = beside.lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
                return f"{beside.name} beside it is no file of its own but a link, a pipe or a folder"
            if end == _JOURNAL and _ending(beside, len(_NAMES_ANOTHER)) == _NAMES_ANOTHER:
                return f"{beside.name} beside it names another file, which SQLite would remove"
    return ""


def _ending(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - size))
        return file.read(size)

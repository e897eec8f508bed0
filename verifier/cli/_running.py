"""The desk that is already open: a second start finds it instead of opening another on the same decisions."""

from __future__ import annotations

import http.client
import json
import os
from pathlib import Path

from verifier.cli._seal import record
from verifier.review.door import write_private

_SECONDS = 2.0


def announce(db: Path, authority: str, word: str) -> None:
    """Let later starts find the desk that serves this file of decisions."""
    write_private(record(db, "open"), {"authority": authority, "word": word, "process": os.getpid()})


def announced(db: Path) -> bool:
    """Whether a desk may be open on this file of decisions: one that was killed is still announced."""
    return record(db, "open").exists()


def gone(db: Path) -> None:
    """The desk is closed."""
    place = record(db, "open")
    try:
        if json.loads(place.read_text(encoding="utf-8")).get("process") == os.getpid():
            place.unlink()
    except (OSError, ValueError, AttributeError):
        return


def invitation(db: Path) -> str | None:
    """An address of the desk that serves this file of decisions, from itself; None where none does."""
    try:
        given = json.loads(record(db, "open").read_text(encoding="utf-8"))
        authority, word = str(given["authority"]), str(given["word"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not authority.startswith("127.0.0.1:"):
        return None
    connection = http.client.HTTPConnection(authority, timeout=_SECONDS)
    try:
        connection.request("POST", "/knock", headers={"X-Verifier-Knock": word, "Origin": f"http://{authority}"})
        answer = connection.getresponse()
        if answer.status != http.HTTPStatus.OK:
            return None
        address = str(json.loads(answer.read(10_000))["address"])
    except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return address if address.startswith(f"http://{authority}/enter?token=") else None

"""Archives to read, and the command as its users begin it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from tests.cli.command import run
from tests.ready import Running, start

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html><html><head><title>{title}</title></head>
<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"""

TEXT = (
    "The council of Brenning met on Tuesday to settle the price of water. “We cannot wait another winter,” the mayor, "
    "Ida Moen, said. The works will cost {n} million euros, she said. “The pipes are older than the town hall.” "
    "About {n} people came to listen, and the meeting ended before nine."
)


def text(number: int) -> str:
    """One article, unlike all others."""
    return f"Brenning settles the price of water, part {number}\n\n" + TEXT.format(n=number + 10)


def folder(at: Path, count: int) -> Path:
    """A folder of text files."""
    at.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (at / f"story-{number:04d}.txt").write_text(text(number), encoding="utf-8")
    return at


def jsonl(at: Path, count: int) -> Path:
    """A file of JSON objects."""
    rows = (
        {
            "id": f"n{n}",
            "text": text(n),
            "date": f"2021-{n % 12 + 1:02d}-03",
            "title": f"Part {n}",
            "outlet": "The Post",
        }
        for n in range(count)
    )
    at.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return at


def begin(*words: str | Path, cwd: Path | None = None, program: str = "", **more: str) -> Running:
    """``verifier archive`` with these words, without waiting for it; its workers begin as they always do."""
    loaded = ("verifier.cli._archive", "tests.archive.forking")
    return start("archive", *words, cwd=cwd, env=environment(**more), program=program, loaded=loaded)


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: nobody's model, and the package that is tested."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "VERIFIER_"))}
    path = os.pathsep.join([p for p in (more.pop("PYTHONPATH", ""), str(ROOT)) if p])
    return {**kept, "PYTHONPATH": path, **more}


def nobodys() -> dict[str, str]:
    """What the environment says of a model, unsaid."""
    return {name: "" for name in os.environ if name.startswith(("OPENAI_", "VERIFIER_"))}


def archive(
    *words: str | Path, cwd: Path | None = None, timeout: float = 900, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run it to its end: in this process, and its workers in theirs, which fork what they begin.

    All of it apart where Python's path is another, or the folder it stands in: fsspec takes the first one for its own.
    """
    if cwd is None and "PYTHONPATH" not in more:
        _server()
        return run("archive", *words, cwd=Path.cwd(), **{**nobodys(), **more})
    program = "" if more or "ray" in words else "from tests.archive import forking\nforking.workers()"
    return begin(*words, cwd=cwd, program=program, **more).ended(timeout)


@cache
def _server() -> None:
    """The process that all workers of this process's runs are forked from, with more in it than a run would ask for."""
    forkserver.set_forkserver_preload(["tests.archive.server"])
    forkserver.ensure_running()


def rows(out: Path, columns: Sequence[str] = ("id", "path", "title", "published", "outlet")) -> list[dict[str, Any]]:
    """The rows of all shards."""
    from pyarrow import parquet

    found: list[dict[str, Any]] = []
    for shard in sorted((out / "shards").glob("*")):
        if shard.suffix == ".parquet":
            found += parquet.read_table(shard, columns=list(columns)).to_pylist()
        elif shard.suffix == ".jsonl":
            found += [{c: row[c] for c in columns} for row in map(json.loads, shard.read_text().splitlines())]
        else:
            raise AssertionError(f"{shard} was left behind")
    return found


def ids(out: Path) -> list[str]:
    """The ids of all rows, in order."""
    return sorted(row["id"] for row in rows(out, ("id",)))


def failed(out: Path) -> dict[str, str]:
    """Why what could not be read could not be."""
    lines = (out / "failed.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len({f["id"] for f in found}) == len(found)
    return {f["id"]: f["reason"] for f in found}


def names(articles: Iterable[Path]) -> list[str]:
    """What the articles in files are called."""
    return sorted(map(str, articles))

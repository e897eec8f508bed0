"""What lies beside a database is believed by SQLite: a journal that was planted there has it remove another's file."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.review import put, story
from verifier._exceptions import UsageError
from verifier.archive.folder import Folder
from verifier.archive.results import Results
from verifier.archive.seen import Seen, gather
from verifier.cli import _seal
from verifier.model import cache as answers
from verifier.model.cache import AnswerCache
from verifier.model.own_database import StrangeCacheError
from verifier.sources._store import NAME, Store

MAGIC = bytes.fromhex("d9d505f920a163d7")


def journal(database: Path, victim: Path) -> None:
    """A journal as one is left where the power went while two databases were written at once; ``victim`` is said to
    be what tied the two together."""
    data = database.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    first = data[:size]
    check = sum(first[at] for at in range(size - 200, 0, -200))
    head = (MAGIC + struct.pack(">5I", 1, 0, len(data) // size, 512, size)).ljust(512, b"\0")
    page = struct.pack(">I", 1) + first + struct.pack(">I", check)
    name = os.fsencode(victim)
    tied = struct.pack(">I", 0x40000000 // size + 1) + name + struct.pack(">2I", len(name), sum(name)) + MAGIC
    Path(f"{database}-journal").write_bytes(head + page + tied)


def desk(folder: Path) -> Path:
    put(folder, story())
    assert run("review", folder, "--export", f"csv={folder / 'a.csv'}", cwd=folder).returncode == 0
    return folder / "verifier-review.db"


def strangers(folder: Path) -> Path:
    made = desk(folder)
    with closing(sqlite3.connect(made, isolation_level=None)) as db:
        db.execute("UPDATE desk SET id = 'another machine'")
    return made


def opened(database: Path) -> str:
    done = run("review", database.parent, "--export", f"csv={database.parent / 'b.csv'}", cwd=database.parent)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    return done.stderr


def taken_in(database: Path) -> str:
    own = database.parent / "mine.db"
    done = run(
        "review", database.parent, "--db", own, "--import", database, "--export", f"csv={own}.csv", cwd=own.parent
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    return done.stderr


def cache(folder: Path) -> Path:
    with AnswerCache(folder) as kept:
        kept.put("question", {"speaker": 1})
    return folder / "cache.db"


def asked(database: Path) -> str:
    with AnswerCache(database.parent) as kept:
        assert kept.get("question") is None
        return str(kept.problem)


def store(folder: Path) -> Path:
    with Store.at(folder) as kept:
        assert kept._database is not None
    return folder / NAME


def looked_up(database: Path) -> str:
    with Store.at(database.parent) as kept:
        return "" if kept._database else f"{database.name}-journal beside it"


def rows_of(database: Path) -> str:
    with pytest.raises(StrangeCacheError) as refused:
        list(answers.rows(database.parent))
    return str(refused.value)


def sealed(database: Path) -> str:
    """Whether a file is one's own is not asked of one that has something planted beside it; nor who it says it is."""
    return "" if _seal.ours(database) else f"{database.name}-journal beside it"


def batches(folder: Path) -> Path:
    with Results(folder / "results.db") as held:
        held.sending("0001", "openai", ["a question"])
    return folder / "results.db"


def taken_up(database: Path) -> str:
    with pytest.raises(UsageError) as refused:
        Results(database)
    return str(refused.value)


def generation(folder: Path) -> Path:
    """The table of what was read before, of a run's second generation."""
    (folder / "shards").mkdir(parents=True)
    (folder / "shards" / "00000.jsonl").write_text('{"source_sha256": "' + "ab" * 32 + '"}\n')
    assert gather(Folder(folder, 2)) == 1
    return Folder(folder, 2).seen


def read_before(database: Path) -> str:
    with pytest.raises(UsageError) as refused:
        Seen(database)
    return str(refused.value)


KINDS = [(desk, opened), (strangers, opened), (strangers, taken_in), (cache, asked), (store, looked_up)]
NAMES = ["desk", "stranger's desk", "import", "cache", "sources"]
KINDS += [(cache, rows_of), (desk, sealed), (batches, taken_up), (generation, read_before)]
NAMES += ["cache looked at", "seal", "archive's batches", "archive's earlier articles"]


@pytest.mark.parametrize(("make", "use"), KINDS, ids=NAMES)
def test_a_journal_that_names_another_file_is_not_played_back(
    make: Callable[[Path], Path], use: Callable[[Path], str], tmp_path: Path
) -> None:
    database, precious = make(tmp_path / "folder"), tmp_path / "precious.txt"
    precious.write_text("the only copy")
    journal(database, precious)
    assert f"{database.name}-journal beside it" in use(database)
    assert precious.read_text() == "the only copy"
    with closing(sqlite3.connect(database)) as db:
        db.execute("SELECT * FROM sqlite_schema").fetchall()
    assert not precious.exists(), "SQLite would not have removed it anyhow"


def link(path: Path, precious: Path) -> None:
    path.symlink_to(precious)


def second_name(path: Path, precious: Path) -> None:
    os.link(precious, path)


def pipe(path: Path, precious: Path) -> None:
    del precious
    os.mkfifo(path)


@pytest.mark.parametrize("plant", [link, second_name, pipe])
@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize(("make", "use"), [KINDS[0], KINDS[2], *KINDS[3:]], ids=[NAMES[0], *NAMES[2:]])
def test_what_is_no_file_of_its_own_beside_a_database_is_neither_written_nor_waited_for(
    make: Callable[[Path], Path],
    use: Callable[[Path], str],
    end: str,
    plant: Callable[[Path, Path], None],
    tmp_path: Path,
) -> None:
    database, precious = make(tmp_path / "folder"), tmp_path / "precious.txt"
    precious.write_text("the only copy")
    plant(Path(f"{database}{end}"), precious)
    assert use(database)
    assert precious.read_text() == "the only copy"


def test_a_journal_that_a_kill_left_is_played_back(tmp_path: Path) -> None:
    """It names nothing, and what was kept before is there."""
    database = store(tmp_path / "folder")
    journal(database, tmp_path / "none")
    left = Path(f"{database}-journal")
    left.write_bytes(left.read_bytes()[: -len(MAGIC)])
    assert looked_up(database) == ""
    assert not left.exists()


@pytest.mark.parametrize("end", ["", "-journal", "-wal", "-shm"])
def test_what_lies_where_an_archive_makes_a_table_is_replaced_and_not_followed(end: str, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("the only copy")
    folder = Folder(tmp_path / "folder", 2)
    folder.path.mkdir()
    link(Path(f"{folder.seen.with_suffix('.part')}{end}"), precious)
    assert gather(folder) == 0
    assert precious.read_text() == "the only copy"
    with Seen(folder.seen) as seen:
        assert "ab" * 32 not in seen


def test_a_journal_that_a_killed_run_left_beside_its_batches_is_played_back(tmp_path: Path) -> None:
    database = batches(tmp_path / "folder")
    journal(database, tmp_path / "none")
    left = Path(f"{database}-journal")
    left.write_bytes(left.read_bytes()[: -len(MAGIC)])
    with Results(database) as held:
        assert not held.due("a question")
    assert not left.exists()


PLANTED = {
    "a trigger": "CREATE TRIGGER told AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
    "a view": "ALTER TABLE {table} RENAME TO was; CREATE VIEW {table} AS SELECT * FROM was",
    "another table": "CREATE TABLE more(words)",
    "another shape": "ALTER TABLE {table} ADD COLUMN more",
}


@pytest.mark.parametrize("words", PLANTED.values(), ids=PLANTED)
@pytest.mark.parametrize(
    ("make", "use", "table"), [(batches, taken_up, "sent"), (generation, read_before, "seen")], ids=["batches", "seen"]
)
def test_an_archive_s_database_that_holds_anything_else_is_not_opened(
    make: Callable[[Path], Path], use: Callable[[Path], str], table: str, words: str, tmp_path: Path
) -> None:
    database = make(tmp_path / "folder")
    with closing(sqlite3.connect(database)) as db:
        db.executescript(words.format(table=table))
    assert use(database) == f"{database}: its tables are not as verifier made them; take it away"


@pytest.mark.parametrize(("make", "use"), [(batches, taken_up), (generation, read_before)], ids=["batches", "seen"])
def test_an_archive_s_database_that_is_broken_or_in_another_s_place_is_told_in_a_line(
    make: Callable[[Path], Path], use: Callable[[Path], str], tmp_path: Path
) -> None:
    database = make(tmp_path / "folder")
    database.write_bytes(b"x" * 4096)
    assert use(database) == f"{database}: cannot be opened: file is not a database"
    database.rename(tmp_path / "elsewhere")
    database.symlink_to(tmp_path / "elsewhere")
    assert use(database) == f"{database}: no file of its own but a link, a pipe or a folder; take it away"

"""A cache that is not one's own, or not only: it is not opened, and the run goes on without."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.model.articles import STORY
from tests.model.scripted import KEY, endpoint
from verifier import check
from verifier.model import own_database
from verifier.model.cache import AnswerCache, rows
from verifier.model.settings import ModelSettings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "answers"
    with AnswerCache(made) as cache:
        cache.put("a", {"speaker": 1})
    return made


def refused(folder: Path, why: str) -> None:
    """Nothing is read, nothing is kept, the reason is told, and an article is checked all the same."""
    with AnswerCache(folder) as cache:
        assert cache.get("a") is None
        cache.put("b", {"speaker": 2})
        assert why in str(cache.problem)
        assert str(folder) in str(cache.problem)
        assert (cache.info(), cache.clear(), cache.prune()) == ((0, 0), 0, 0)
    with endpoint() as at:
        assert check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0, cache=folder)).run.complete


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("CREATE TRIGGER forget AFTER INSERT ON Cache BEGIN DELETE FROM Cache; END", "a trigger"),
        (
            "CREATE TRIGGER Settings_count_insert2 AFTER INSERT ON Cache BEGIN UPDATE Cache SET value = ''; END",
            "a trigger",
        ),
        ("CREATE VIEW seen AS SELECT * FROM Cache", "a view"),
        ("CREATE TABLE other (a)", "a table"),
        ("INSERT INTO Settings VALUES ('sqlite_writable_schema', 1)", "a setting"),
    ],
)
def test_a_database_with_anything_planted_in_it_is_not_opened(folder: Path, sql: str, why: str) -> None:
    with closing(sqlite3.connect(folder / "cache.db")) as planted, planted:
        planted.execute(sql)
    refused(folder, f"its database holds {why} that is not the cache's own")


def test_a_trigger_of_the_cache_s_own_name_is_known_by_what_it_does(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "cache.db")) as planted, planted:
        planted.execute("DROP TRIGGER Settings_count_insert")
        planted.execute("CREATE TRIGGER Settings_count_insert AFTER INSERT ON Cache BEGIN DELETE FROM Cache; END")
    refused(folder, "a trigger that is not the cache's own")


def link(path: Path, target: Path) -> None:
    target.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(target)


def hard_link(path: Path, target: Path) -> None:
    os.link(path, target)


def pipe(path: Path, target: Path) -> None:
    del target
    path.unlink()
    os.mkfifo(path)


def directory(path: Path, target: Path) -> None:
    del target
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("put", [link, hard_link, pipe, directory])
def test_a_database_that_is_no_file_of_its_own_is_not_opened(
    folder: Path, tmp_path: Path, put: Callable[[Path, Path], None]
) -> None:
    put(folder / "cache.db", tmp_path / "precious.db")
    refused(folder, "cache.db is no file of its own")
    precious = tmp_path / "precious.db"
    assert not precious.exists() or precious.stat().st_mode & 0o077, "somebody else's file was changed"


def test_a_folder_that_belongs_to_somebody_else_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = os.geteuid()
    monkeypatch.setattr(own_database.os, "geteuid", lambda: mine + 1)
    refused(folder, "belongs to somebody else")


def test_an_empty_folder_of_somebody_else_s_is_not_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """He could put there later whatever he likes."""
    mine = os.geteuid()
    monkeypatch.setattr(own_database.os, "geteuid", lambda: mine + 1)
    refused(tmp_path, "belongs to somebody else")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_database_that_belongs_to_somebody_else_is_not_opened(folder: Path) -> None:
    os.chown(folder / "cache.db", 12345, 12345)
    refused(folder, "belongs to somebody else")


def test_a_cache_of_diskcache_itself_goes_on_being_used(folder: Path) -> None:
    """Releases before the fork wrote the same triggers with other quotation marks."""
    with closing(sqlite3.connect(folder / "cache.db")) as old, old:
        for name, definition in own_database.SETTINGS_TRIGGERS:
            old.execute(f"DROP TRIGGER {name}")
            old.execute(f"CREATE TRIGGER {name} {definition}".replace("'", '"'))
    with AnswerCache(folder) as cache:
        assert cache.problem is None
        assert cache.get("a") == {"speaker": 1}


MANY = """
import sys, threading
from pathlib import Path
from verifier.model.cache import AnswerCache

def work(name):
    for at in range(12):
        cache.put(f"{name}{at}", {"n": at})
        cache.put("same", {"n": 7})
        assert cache.get(f"{name}{at}") == {"n": at}, name
        assert cache.get("same") == {"n": 7}

with AnswerCache(Path(sys.argv[1])) as cache:
    threads = [threading.Thread(target=work, args=(f"{sys.argv[2]}{n}-",)) for n in range(8)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    assert cache.problem is None, cache.problem
"""


def test_two_processes_of_eight_threads_each_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path), name], env={**os.environ, "PYTHONPATH": str(ROOT)})
        for name in "ab"
    ]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    assert len(list(rows(tmp_path))) == 2 * 8 * 12 + 1

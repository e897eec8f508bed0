"""The cache: text, nothing that runs, nobody else's rows, and never another key's answer."""

import os
import pickle
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.model.articles import STORY
from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from verifier import check
from verifier.model.cache import AnswerCache, ForeignRowError, rows
from verifier.model.settings import ModelSettings

ROOT = Path(__file__).parents[2]


class Bomb:
    """Runs a command when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.marker),)


def database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "cache.db")


def test_what_is_put_comes_back_to_the_character(tmp_path: Path) -> None:
    answer = {"why": "“He’s” — naïve\u200b\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "n": 1}
    with AnswerCache(tmp_path) as cache:
        cache.put("a", answer)
        assert cache.get("a") == answer
        assert cache.get("b") is None
        assert cache.info()[0] == 1


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    with AnswerCache(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with AnswerCache(tmp_path):
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_a_planted_row_never_runs(tmp_path: Path, mode: int) -> None:
    marker = tmp_path / "ran"
    folder = tmp_path / "cache"
    with AnswerCache(folder) as cache:
        cache.put("a", {"speaker": 1})
    with closing(database(folder)) as planted, planted:
        planted.execute("UPDATE Cache SET value = ?, mode = ?", (pickle.dumps(Bomb(marker)), mode))
    with AnswerCache(folder) as cache:
        assert cache.get("a") is None
        assert cache.prune() == 0
        assert cache.clear() == 1
    assert not marker.exists()


def test_a_planted_key_never_runs(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    folder = tmp_path / "cache"
    with AnswerCache(folder) as cache:
        cache.put("a", {"speaker": 1})
    with closing(database(folder)) as planted, planted:
        planted.execute("UPDATE Cache SET key = ?, raw = 0", (pickle.dumps(Bomb(marker)),))
    with AnswerCache(folder) as cache:
        assert cache.get("a") is None
        assert cache.info()[0] == 1
        assert cache._store is not None
        with pytest.raises(ForeignRowError):
            list(cache._store)  # whoever looks at the keys themselves
        cache.clear()
    assert not marker.exists()


def test_a_row_that_names_a_file_opens_and_removes_none(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text('{"key": "a", "answer": {"speaker": 1}}', encoding="utf-8")
    folder = tmp_path / "cache"
    with AnswerCache(folder) as cache:
        cache.put("a", {"speaker": 2})
    with closing(database(folder)) as planted, planted:
        planted.execute("UPDATE Cache SET filename = ?, value = NULL, mode = 3", (str(precious),))
    with AnswerCache(folder) as cache:
        assert cache.get("a") is None
        cache.put("a", {"speaker": 3})
        assert cache.get("a") == {"speaker": 3}
        cache.clear()
    assert precious.exists()


@pytest.mark.parametrize("value", ["", "null", "[]", '{"key": "b", "answer": {"speaker": 1}}', '{"key": "a"}', "{"])
def test_a_foreign_or_another_key_s_row_is_a_miss(tmp_path: Path, value: str) -> None:
    with AnswerCache(tmp_path) as cache:
        cache.put("a", {"speaker": 1})
    with closing(database(tmp_path)) as planted, planted:
        planted.execute("UPDATE Cache SET value = ?", (value,))
    with AnswerCache(tmp_path) as cache:
        assert cache.get("a") is None


@pytest.mark.parametrize("damage", [b"", b"this is no database, whatever its name says" * 100])
def test_a_broken_database_is_told_and_the_run_goes_on(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "cache.db").write_bytes(damage)
    with AnswerCache(tmp_path) as cache:
        cache.put("a", {"speaker": 1})
        assert cache.get("a") in (None, {"speaker": 1})
        assert cache.problem is None or str(tmp_path) in cache.problem
    with endpoint() as at:
        report = check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0, cache=tmp_path))
    assert report.run.complete


def test_a_database_that_breaks_while_it_is_open_is_told_and_is_no_answer(tmp_path: Path) -> None:
    with AnswerCache(tmp_path) as cache:
        cache.put("a", {"speaker": 1})
        with closing(database(tmp_path)) as planted, planted:
            planted.execute("DROP TABLE Cache")
        assert cache.get("a") is None
        assert "no such table" in str(cache.problem)
        cache.put("a", {"speaker": 1})


def test_a_cache_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with AnswerCache(tmp_path / "file") as cache:
        cache.put("a", {"speaker": 1})
        assert cache.get("a") is None
        assert cache.problem


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from verifier.model.cache import AnswerCache\n"
        "with AnswerCache(Path(sys.argv[1])) as cache:\n"
        "    for at in range(60): cache.put(f'{sys.argv[2]}{at}', {'n': at}); cache.put('same', {'n': 7})\n"
        "    assert cache.problem is None\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name], env={**os.environ, "PYTHONPATH": str(ROOT)})
        for name in "ab"
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    with AnswerCache(tmp_path) as cache:
        assert all(cache.get(f"{name}{at}") == {"n": at} for name in "ab" for at in range(60))
        assert cache.get("same") == {"n": 7}


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    with AnswerCache(tmp_path) as cache:
        cache._store._sql("PRAGMA max_page_count = 20")  # type: ignore[union-attr]
        for at in range(400):
            cache.put(str(at), {"why": "x" * 1000})
        assert "full" in str(cache.problem)
        kept = [cache.get(str(at)) for at in range(400)]
        assert kept[0] == {"why": "x" * 1000}
        assert kept[-1] is None


def test_a_kill_in_the_middle_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from verifier.model.cache import AnswerCache\n"
        "with AnswerCache(Path(sys.argv[1])) as cache:\n"
        "    for at in range(100_000): cache.put(str(at), {'n': at}); print(at, flush=True)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    told = [int(running.stdout.readline()) for _ in range(20)]
    running.kill()
    running.wait()
    running.stdout.close()
    with AnswerCache(tmp_path) as cache:
        assert [cache.get(str(at)) for at in told] == [{"n": at} for at in told]
        cache.put("after", {"n": 0})
        assert cache.get("after") == {"n": 0}


def test_the_size_limit_holds(tmp_path: Path) -> None:
    with AnswerCache(tmp_path, max_bytes=100_000) as cache:
        for at in range(300):
            cache.put(str(at), {"why": "x" * 1000})
        cache.prune()
        assert cache.info()[1] < 300_000
        assert cache.get("299") is not None


def test_old_answers_are_forgotten(tmp_path: Path) -> None:
    with AnswerCache(tmp_path, max_days=0) as cache:
        cache.put("a", {"speaker": 1})
        assert cache.get("a") is None
        assert cache.prune() == 1


def test_only_text_is_kept_and_no_key(tmp_path: Path) -> None:
    with endpoint() as at:
        check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0, cache=tmp_path))
    kept = list(rows(tmp_path))
    assert kept
    assert all(isinstance(key, str) and isinstance(value, str) for key, value in kept)
    assert KEY.encode() not in (tmp_path / "cache.db").read_bytes()


def test_the_same_question_twice_at_once_is_sent_once() -> None:
    text = 'Mill\n\nKarin Holm came.\n\n"Well, that is that then."\n\n"Well, that is that then."\n'
    seen: list[Asked] = []
    lock = threading.Lock()

    def script(asked: Asked) -> Reply:
        with lock:
            seen.append(asked)
        return well(asked)

    with endpoint(script) as at:
        check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    bodies = [str(asked.body) for asked in seen]
    assert len(set(bodies)) == len(bodies)


SECOND = """
import sys
from pathlib import Path
from verifier import check
from verifier.model.settings import ModelSettings
text = Path(sys.argv[1]).read_text(encoding="utf-8")
report = check(text, model=ModelSettings("m", sys.argv[2], cache=Path(sys.argv[3])))
assert report.run.complete, report.run.missing
assert report.run.calls == 0 and report.run.cache_hits > 0
for heavy in ("openai", "instructor", "httpx2"):
    assert heavy not in sys.modules, heavy
"""


def test_a_second_run_makes_no_call_and_imports_neither_openai_nor_instructor(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    with endpoint() as at:
        first = check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0, cache=tmp_path / "c"))
    assert first.run.complete
    done = subprocess.run(
        [sys.executable, "-c", SECOND, story, at.url, tmp_path / "c"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("change", [{"name": "n"}, {"base_url": "http://127.0.0.1:1/v1"}, {"mode": "json"}])
def test_another_model_endpoint_or_mode_is_another_answer(tmp_path: Path, change: dict[str, str]) -> None:
    with endpoint() as at:
        check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0, cache=tmp_path))
    given = {"name": "m", "base_url": at.url, **change}
    report = check(STORY, model=ModelSettings(**given, cache=tmp_path, offline=True))  # type: ignore[arg-type]
    assert report.run.cache_hits == 0
    assert all("--offline" in line for line in report.run.missing)

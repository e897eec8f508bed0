"""How fast archives are read: generated articles on one and on two workers, and once more over what is done.

    python benchmarks/archive.py [ARTICLES]
    python benchmarks/archive.py --edited FOLDER    what verifier/archive/edited.json holds, of a folder of edited news

Ratios of processor time hold on a machine that others use, too; wall time does not.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _stories import story

ROOT = Path(__file__).parents[1]
LENGTHS = range(300, 1300)
"""Words of the articles: 800 in the middle."""


def archive(*words: str | Path) -> tuple[float, float, str]:
    """Seconds of the wall clock, of the processor (all processes), and what it said."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "verifier", "archive", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(done.stderr)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, done.stdout


def written(at: Path, count: int) -> int:
    """Write so many articles as JSONL; returns their words."""
    texts = {length: story(length) for length in LENGTHS}
    words = 0
    with at.open("w", encoding="utf-8") as file:
        for n in range(count):
            text = f"Part {n} of what towns weigh\n\n{texts[LENGTHS[n % len(LENGTHS)]]}"
            words += len(text.split())
            file.write(json.dumps({"id": n, "text": text, "date": f"{1990 + n % 30}-0{1 + n % 9}-01"}) + "\n")
    return words


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        words = written(at / "news.jsonl", count)
        print(f"{count} articles of {words / count:.0f} words, {(at / 'news.jsonl').stat().st_size / 1e6:.0f} MB")
        rates = {}
        for jobs in (1, 2):
            out = at / f"out{jobs}"
            wall, used, _ = archive(at / "news.jsonl", "--out", out, "--jobs", str(jobs), "--quiet")
            tallies = [json.loads(t.read_text()) for t in (out / "work" / "tallies").glob("*.json")]
            inside, processor = sum(t["seconds"] for t in tallies), sum(t["processor"] for t in tallies)
            rates[jobs] = count / wall
            print(f"{jobs} worker{'s' * (jobs > 1)}: {wall:.1f} s, {count / wall:.1f} articles a second; processor")
            print(f"  {used / count * 1000:.2f} ms an article, of it reading and rules {processor / used:.1%}")
            print(f"  {inside / wall / jobs:.1%} of the workers' wall time inside reading and rules")
        print(f"scaling from 1 to 2 workers: {rates[2] / rates[1]:.2f}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process: {peak:.0f} MB")
        size = sum(f.stat().st_size for f in (at / "out2" / "shards").iterdir())
        print(f"shards: {size / count / 1000:.2f} kB an article")
        wall, used, _ = archive(at / "news.jsonl", "--out", at / "out2", "--quiet")
        print(f"once more: {used / count * 1000:.3f} ms of processor an article, {wall / count * 1000:.3f} ms of wall")
        wall, used, _ = archive("report", at / "out2")
        print(f"report: {wall:.1f} s, {used / count * 1e6:.0f} µs of processor an article")


def edited(folder: str) -> None:
    with tempfile.TemporaryDirectory() as out:
        archive(folder, "--out", out, "--quiet")
        found = json.loads(archive("report", out, "--json")[2])
    rules = {row["code"]: row["articles"] for row in found["rules"]}
    print(json.dumps({"articles": found["totals"]["articles"], "what": "", "rules": rules}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--edited"]:
        edited(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

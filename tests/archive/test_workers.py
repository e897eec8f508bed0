"""Many workers: what a Slurm cluster is handed and does, and limits that hold for all workers together."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.archive.runs import archive, folder, ids, names, rows
from tests.model.scripted import KEY, endpoint

SBATCH = """#!{python}
import os, re, subprocess, sys
script = open(sys.argv[-1]).read()
last = int(re.search(r"#SBATCH --array=0-(\\d+)", script)[1])
open({said!r}, "a").write(script)
offset = re.search(r"RUN_OFFSET=(\\d+)", " ".join(sys.argv))[1]
for task in range(last + 1):
    env = {{**os.environ, "SLURM_ARRAY_TASK_ID": str(task), "RUN_OFFSET": offset}}
    subprocess.run(["bash", sys.argv[-1]], env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("Submitted batch job 7")
"""


def cluster(at: Path) -> tuple[str, Path]:
    """A PATH on which ``sbatch`` runs the jobs of an array at once, and where it writes down what it was handed."""
    (at / "bin").mkdir()
    said = at / "handed.txt"
    tool = at / "bin" / "sbatch"
    tool.write_text(SBATCH.format(python=sys.executable, said=str(said)), encoding="utf-8")
    tool.chmod(0o755)
    return f"{at / 'bin'}{os.pathsep}{os.environ['PATH']}", said


def test_slurm_is_handed_an_array_whose_jobs_read_every_shard(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 3)
    out = tmp_path / "out"
    path, said = cluster(tmp_path)
    words = (stories, "--out", out, "--shard", "2", "--jobs", "2", "--executor", "slurm")
    directives = ("--slurm", "partition=night", "--slurm", "time=1:30:00")
    handed = archive(*words, *directives, PATH=path)
    assert (handed.returncode, "Traceback" in handed.stderr) == (0, False), handed.stderr
    script = said.read_text(encoding="utf-8")
    assert "#SBATCH --partition=night\n" in script
    assert "#SBATCH --time=1:30:00\n" in script
    assert "#SBATCH --array=0-1%2\n" in script
    assert "qos" not in script
    assert f"verifier archive work {out}" in script
    assert not list(out.rglob("*.pik")), "a job loads no pickle, so none lies there"
    assert ids(out) == names(stories.iterdir())
    again = archive(*words, *directives, PATH=path)
    assert (again.returncode, said.read_text(encoding="utf-8")) == (0, script), "nothing is left to hand over"


def test_a_machine_without_slurm_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    ended = archive(
        folder(tmp_path / "in", 1), "--out", tmp_path / "out", "--executor", "slurm", PATH=str(tmp_path / "none")
    )
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1), ended.stderr
    assert "sbatch" in ended.stderr


def test_a_limit_on_calls_holds_for_all_workers_together_and_the_next_run_goes_on(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 3)
    out = tmp_path / "out"
    with endpoint() as at:
        words = (stories, "--out", out, "--shard", "1", "--jobs", "2", "--model", "m", "--base-url", at.url)
        stopped = archive(*words, "--max-calls", "2", OPENAI_API_KEY=KEY)
        assert (stopped.returncode, "Traceback" in stopped.stderr) == (3, False), stopped.stderr
        assert 0 < len(at.asked) <= 2
        first = len(at.asked)
        ended = archive(*words, OPENAI_API_KEY=KEY)
        assert ended.returncode == 0, ended.stderr
        bodies = [asked.said for asked in at.asked]
        assert len(bodies) > first
        assert len(set(bodies)) == len(bodies), "what was answered is not asked again"
    assert ids(out) == names(stories.iterdir())
    assert all(row["run"]["complete"] for row in rows(out, ("run",)))

"""The Ray executor, on this machine: the same archive, the same rows. Skipped where Ray is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.runs import archive, folder, ids, names

pytest.importorskip("ray", reason="make test-archive installs Ray")


def test_ray_reads_the_same_archive(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 9)
    here = archive(stories, "--out", tmp_path / "here", "--shard", "4", "--quiet")
    asked = ("--out", tmp_path / "ray", "--shard", "4", "--executor", "ray", "--jobs", "2")
    # With a folder of its own it is a process of its own: Ray takes over the one that begins it.
    ray = archive(stories, *asked, cwd=tmp_path, timeout=300)
    assert (here.returncode, ray.returncode, "Traceback" in ray.stderr) == (0, 0, False), ray.stderr
    assert ids(tmp_path / "here") == ids(tmp_path / "ray") == names(stories.iterdir())
    assert "9 articles in 3 shards" in ray.stderr

"""The model in an archive by batches: what goes out, what comes back, what is asked again, and what never happens."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.archive.provider import KEY, serving
from tests.archive.runs import archive, begin, folder, nobodys, rows
from tests.cli.command import run

MANY = 3
SHARD = {"openai": "2", "anthropic": "3"}
"""Articles in a shard: with the one there are two of them, whose questions go out together."""


def by_hand(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return run("batch", *words, cwd=Path.cwd(), **nobodys())


def runs(out: Path) -> list[dict[str, object]]:
    return [row["run"] for row in rows(out, ("run",))]


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
def test_questions_go_out_in_batches_and_an_ordinary_run_finds_the_answers(tmp_path: Path, provider: str) -> None:
    stories = folder(tmp_path / "in", MANY)
    out = tmp_path / "out"
    with serving(expire=1) as endpoint:
        ended = archive(
            stories, "--out", out, "--model", "m", "--batch", provider, "--base-url", endpoint.url, "--jobs", "1",
            "--shard", SHARD[provider], OPENAI_API_KEY=KEY, ANTHROPIC_API_KEY=KEY,
        )  # fmt: skip
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended.stderr
    first, second, *_ = endpoint.batches
    names = [asked["custom_id"] for asked in first]
    assert len(set(names)) == len(names) >= MANY
    assert all(len(name) == 64 for name in names)
    assert names[0] in {asked["custom_id"] for asked in second}
    assert names[1] not in {asked["custom_id"] for asked in second}
    assert endpoint.live == 0
    assert len(rows(out)) == MANY
    assert all(run["complete"] and run["engine"] == "rules+model" for run in runs(out))
    assert any(KEY in key for key in endpoint.keys)
    held = [path.read_bytes() for path in out.rglob("*") if path.is_file()]
    assert not any(KEY.encode() in data for data in held)


def test_what_is_refused_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 1)
    out = tmp_path / "out"
    words = (stories, "--out", out, "--model", "m", "--batch", "vllm", "--jobs", "1")
    waiting = begin(*words).ended()  # a run as its users begin it, whose model is asked by a Python of its own
    assert (waiting.returncode, "vllm run-batch -i " in waiting.stderr) == (3, True), waiting.stderr
    (made,) = (out / "batch" / "out").glob("*.jsonl")
    asked = [json.loads(line) for line in made.read_text().splitlines()]
    assert {line["url"] for line in asked} == {"/v1/chat/completions"}
    assert {line["body"]["model"] for line in asked} == {"m"}
    assert f"{len(asked)} sent" in by_hand("status", out).stdout
    with serving(refuse=1) as endpoint:
        endpoint.batches.append(asked)
        results = tmp_path / "results.jsonl"
        results.write_bytes(endpoint.results(0))
    taken = by_hand("import", out, results)
    assert (taken.returncode, taken.stderr) == (0, f"verifier: {results}: {len(asked)} result taken\n")
    told = by_hand("status", out).stdout
    assert "1 refused" in told
    assert f"{asked[0]['custom_id']}: refused: Your request was flagged by the content filter." in told
    archive(*words)
    (run,) = runs(out)
    assert run["complete"] is False
    assert run["missing"] == 1


def test_files_that_are_no_results(tmp_path: Path) -> None:
    stories = folder(tmp_path / "in", 1)
    assert archive(stories, "--out", tmp_path / "out", "--jobs", "1").returncode == 0
    told = by_hand("status", tmp_path / "out")
    assert (told.returncode, "asks without batches" in told.stderr) == (2, True)
    ended = archive(stories, "--out", tmp_path / "other", "--batch", "openai")
    assert (ended.returncode, ended.stderr) == (2, "verifier: --batch does nothing without --model NAME\n")

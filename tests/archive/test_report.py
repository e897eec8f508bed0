"""Looking at what came of a run: the tables, the page, and a shard's reports on the desk."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.archive.runs import archive, text
from verifier.report import reading

HOSTILE = "The <script>alert(1)</script> \u202ePost"


@pytest.fixture(scope="module", params=["parquet", "jsonl"])
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over two outlets and two months, with a quotation of nobody in each article of one of them."""
    at = tmp_path_factory.mktemp("report")
    rows = [
        {"id": f"n{n}", "text": text(n), "date": f"2021-0{1 + n % 2}-03", "outlet": ("The Mail", HOSTILE)[n % 2]}
        for n in range(6)
    ]
    for row in rows[::2]:
        row["text"] += "\n\n“Nobody ever asked us about the pipes in the valley.”\n"
    (at / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ended = archive("news.jsonl", "--out", "out", "--format", request.param, "--jobs", "1", "--quiet", cwd=at)
    assert ended.returncode == 0, ended.stderr
    return at


def test_the_tables_count_by_rule_outlet_and_month(done: Path) -> None:
    ended = archive("report", "out", "--json", cwd=done)
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["totals"]["articles"] == 6
    assert {row["outlet"]: row["articles"] for row in told["outlets"]} == {"The Mail": 3, HOSTILE: 3}
    assert [(row["month"], row["articles"]) for row in told["months"]] == [("2021-01", 3), ("2021-02", 3)]
    assert sum(row["findings"] for row in told["rules"]) == told["totals"]["findings"]
    shares = {row["outlet"]: row["unattributed"] / row["quotations"] for row in told["outlets"]}
    assert shares["The Mail"] > shares[HOSTILE]


def test_the_tables_and_the_page_obey_nobody(done: Path) -> None:
    ended = archive("report", "out", "--html", "report.html", cwd=done)
    assert ended.returncode == 0, ended.stderr
    assert "6 articles" in ended.stdout
    assert "\u202e" not in ended.stdout
    page = (done / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "\u202e" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=|url\(|style=|\son\w+=", page)
    assert "<svg" in page


def test_a_shard_is_opened_on_the_desk(done: Path) -> None:
    (shard,) = (done / "out" / "shards").iterdir()
    ended = archive("extract", shard, "--to", "desk.jsonl", cwd=done)
    assert ended.returncode == 0, ended.stderr
    assert len(reading.read(done / "desk.jsonl")) == 6
    ended = archive("extract", shard, "--to", "some.jsonl", "--code", "q001", cwd=done)
    assert 0 < len(reading.read(done / "some.jsonl")) < 6
    wrong = archive("extract", "news.jsonl", "--to", "x.jsonl", cwd=done)
    assert (wrong.returncode, "is no shard of an archive" in wrong.stderr) == (2, True)
    assert not (done / "x.jsonl").exists()

"""What an archive shows, counted by DuckDB over the shards as they lie there."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from verifier._exceptions import InputError
from verifier.archive.folder import Folder
from verifier.archive.formats._base import why
from verifier.report._screen import clean

MOST_OUTLETS = 30
OFTEN = 2.0
"""How many times as often as on edited news a rule must fire to be pointed at."""

TOTALS = """
SELECT count(*) AS articles, sum(length)::BIGINT AS characters, sum(len(findings))::BIGINT AS findings,
  sum(quotations)::BIGINT AS quotations, sum(unattributed)::BIGINT AS unattributed,
  min(published)::VARCHAR AS first, max(published)::VARCHAR AS last,
  sum(run.calls)::BIGINT AS calls, sum(run.tokens_in + run.tokens_out)::BIGINT AS tokens, sum(run.cost)::DOUBLE AS cost
FROM articles
"""
BY_RULE = """
SELECT f.code, any_value(f.name) AS name,
  arg_min(f.severity, list_position(['error', 'warning', 'info'], f.severity)) AS severity,
  count(*) AS findings, count(DISTINCT id) AS articles
FROM (SELECT path AS id, unnest(findings) AS f FROM articles) GROUP BY f.code ORDER BY f.code
"""
BY_OUTLET = """
SELECT coalesce(outlet, '(not told)') AS outlet, count(*) AS articles,
  sum(len(list_filter(findings, lambda f: f.severity = 'error')))::BIGINT AS errors,
  sum(len(list_filter(findings, lambda f: f.severity = 'warning')))::BIGINT AS warnings,
  sum(quotations)::BIGINT AS quotations, sum(unattributed)::BIGINT AS unattributed
FROM articles GROUP BY 1 ORDER BY articles DESC, outlet
"""
BY_MONTH = """
SELECT coalesce(strftime(published, '%Y-%m'), '(no date)') AS month, count(*) AS articles,
  sum(len(list_filter(findings, lambda f: f.severity = 'error')))::BIGINT AS errors,
  sum(len(list_filter(findings, lambda f: f.severity = 'warning')))::BIGINT AS warnings,
  sum(quotations)::BIGINT AS quotations, sum(unattributed)::BIGINT AS unattributed
FROM articles GROUP BY 1 ORDER BY month
"""
_COLUMNS = {
    "path": "VARCHAR",
    "published": "DATE",
    "outlet": "VARCHAR",
    "length": "BIGINT",
    "quotations": "BIGINT",
    "unattributed": "BIGINT",
    "findings": "STRUCT(code VARCHAR, name VARCHAR, severity VARCHAR)[]",
    "run": "STRUCT(calls BIGINT, tokens_in BIGINT, tokens_out BIGINT, cost DOUBLE)",
}


@dataclass(frozen=True, slots=True)
class Edited:
    """How often rules fire on edited news: articles that were read, and how many of them each rule pointed at."""

    articles: int
    what: str
    rules: dict[str, int]

    def most(self, code: str) -> float:
        """The share of edited articles that the rule may well point at: the upper end of the 95 % interval (Wilson)."""
        n, share, z = self.articles, self.rules.get(code, 0) / self.articles, 1.96
        centre = share + z * z / (2 * n)
        return (centre + z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)


@dataclass(frozen=True, slots=True)
class Tables:
    """The counts. ``often`` are the codes of rules that fire clearly more often than on edited news."""

    folder: str
    totals: dict[str, Any]
    failed: int
    rules: list[dict[str, Any]]
    outlets: list[dict[str, Any]]
    months: list[dict[str, Any]]
    often: list[str]
    edited: Edited

    @property
    def as_json(self) -> str:
        """The figures for a program."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def count(folder: Folder) -> Tables:
    """Count what the shards hold that are whole.

    Raises:
        InputError: there is none yet, or one is broken.
    """
    import duckdb  # noqa: PLC0415 - the extra archive

    source = _source(folder.path / "shards")
    try:
        with closing(duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})) as database:
            database.execute(f"CREATE VIEW articles AS SELECT * FROM {source}")  # noqa: S608 - our path, quoted
            totals, rules, outlets, months = (_rows(database, q) for q in (TOTALS, BY_RULE, BY_OUTLET, BY_MONTH))
    except duckdb.Error as problem:
        raise InputError(str(folder.path), f"its shards cannot be counted: {why(problem)}") from None
    edited, articles = known(), totals[0]["articles"]
    for row in rules:
        row["share"] = row["articles"] / articles
        row["edited"] = edited.rules.get(row["code"], 0) / edited.articles
    often = [r["code"] for r in rules if r["articles"] > 2 and r["share"] >= OFTEN * edited.most(r["code"])]
    return Tables(str(folder.path), totals[0], _failed(folder), rules, outlets, months, often, edited)


def known() -> Edited:
    """What ships with the package about edited news; ``benchmarks/archive.py --edited`` measures it."""
    return Edited(**json.loads(Path(__file__).with_name("edited.json").read_text(encoding="utf-8")))


def share(part: int | None, whole: int | None) -> float | None:
    """A share, None of nothing."""
    return (part or 0) / whole if whole else None


def _source(shards: Path) -> str:
    quoted = str(shards).replace("'", "''")
    if any(shards.glob("*.parquet")):
        return f"read_parquet('{quoted}/*.parquet')"
    if any(shards.glob("*.jsonl")):
        columns = ", ".join(f"{name}: '{kind}'" for name, kind in _COLUMNS.items())
        form = "format = 'newline_delimited', maximum_object_size = 100000000"
        return f"read_json('{quoted}/*.jsonl', columns = {{{columns}}}, {form})"
    raise InputError(str(shards.parent), "no shard is done yet")


def _rows(database: Any, query: str) -> list[dict[str, Any]]:
    found = database.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _failed(folder: Folder) -> int:
    if not folder.failed.exists():
        return 0
    with folder.failed.open(encoding="utf-8") as lines:
        return sum(1 for _ in lines)


def in_words(tables: Tables, most: int = MOST_OUTLETS) -> Sequence[str]:
    """The tables as lines for a terminal."""
    totals = tables.totals
    unattributed = share(totals["unattributed"], totals["quotations"])
    lines = [
        f"{totals['articles']:,} articles, {totals['findings'] or 0:,} findings; {tables.failed:,} could not be read",
        f"{totals['quotations'] or 0:,} quotations, {_percent(unattributed)} of them credited to nobody",
    ]
    if totals["first"]:
        lines.append(f"published {totals['first']} to {totals['last']}")
    if totals["calls"]:
        cost = f", ${totals['cost']:,.2f}" if totals["cost"] is not None else ""
        lines.append(f"{totals['calls']:,} calls of a model, {totals['tokens']:,} tokens{cost}")
    lines += ["", *_by_rule(tables), "", *_by("outlet", tables.outlets, most), "", *_by("month", tables.months, 10_000)]
    return lines


def _by_rule(tables: Tables) -> list[str]:
    rows = [
        (
            f"{r['code']} {r['name']}",
            r["severity"],
            f"{r['findings']:,}",
            f"{r['articles']:,}",
            _percent(r["share"]),
            _percent(r["edited"]),
            "more" if r["code"] in tables.often else "",
        )
        for r in tables.rules
    ]
    head = ("rule", "severity", "findings", "articles", "share", "edited news", "")
    note = f"more: at least {OFTEN:g} times as often as on edited news ({tables.edited.what})"
    return [*_table(head, rows), *([note] if tables.often else [])]


def _by(what: str, rows: list[dict[str, Any]], most: int) -> list[str]:
    head = (what, "articles", "errors", "warnings", "quotations", "credited to nobody")
    shown = [
        (
            row[what],
            *(f"{row[name] or 0:,}" for name in ("articles", "errors", "warnings", "quotations")),
            _percent(share(row["unattributed"], row["quotations"])),
        )
        for row in rows[:most]
    ]
    rest = [f"and {len(rows) - most} more"] if len(rows) > most else []
    return [*_table(head, shown), *rest]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell, the first to the left, figures to the right."""
    cells = [[clean(str(cell)) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _percent(part: float | None) -> str:
    return "" if part is None else f"{part:.1%}"

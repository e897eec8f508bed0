"""The tables of an archive as a page: nothing is fetched, nothing runs, the plots are SVG inside it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from verifier import __version__
from verifier.archive.tables import MOST_OUTLETS, OFTEN, Tables, share
from verifier.report._screen import clean

_TEMPLATES = Path(__file__).with_name("templates")
_WIDE, _BAR, _LABEL, _HIGH = 640, 22, 230, 160
_MOST_MONTHS = 240


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, and where a mark stands that it is compared with (None: nowhere); in units of the drawing."""

    label: str
    value: str
    at: float
    length: float
    mark: float | None = None
    often: bool = False


def page(tables: Tables) -> str:
    """The page as HTML."""
    made = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    made.filters["clean"] = clean
    made.filters["percent"] = lambda part: "–" if part is None else f"{part:.1%}"
    made.globals["share"] = share
    style = (_TEMPLATES / "archive.css").read_text(encoding="utf-8")
    return made.get_template("archive.html").render(
        tables=tables,
        totals=tables.totals,
        outlets=tables.outlets[:MOST_OUTLETS],
        more_outlets=max(0, len(tables.outlets) - MOST_OUTLETS),
        often=OFTEN,
        rules=_rules(tables),
        months=_months(tables.months),
        size={"wide": _WIDE, "bar": _BAR, "label": _LABEL, "high": _HIGH},
        style=Markup(style),  # noqa: S704 - ours
        digest=b64encode(sha256(style.encode()).digest()).decode(),
        version=__version__,
    )


def _rules(tables: Tables) -> list[Bar]:
    """A bar a rule: the share of articles that it points at, with the share on edited news as a mark."""
    most = max((max(r["share"], r["edited"]) for r in tables.rules), default=0) or 1
    room = _WIDE - _LABEL - 60
    return [
        Bar(
            f"{r['code']} {r['name']}",
            f"{r['share']:.1%}",
            at * _BAR,
            room * r["share"] / most,
            room * r["edited"] / most,
            r["code"] in tables.often,
        )
        for at, r in enumerate(tables.rules)
    ]


def _months(rows: list[dict[str, Any]]) -> list[Bar]:
    """A bar a month: the share of its quotations that is credited to nobody; the last twenty years at most."""
    dated = [row for row in rows if row["month"][0].isdigit()][-_MOST_MONTHS:]
    shares = [share(row["unattributed"], row["quotations"]) or 0 for row in dated]
    most = max(shares, default=0) or 1
    width = _WIDE / max(len(dated), 1)
    return [
        Bar(row["month"], f"{part:.1%} of {row['quotations'] or 0:,}", at * width, _HIGH * part / most, width * 0.8)
        for at, (row, part) in enumerate(zip(dated, shares, strict=True))
    ]

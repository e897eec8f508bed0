"""Pages from templates: everything that comes from an article or a form is escaped on the way."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from starlette.responses import HTMLResponse

from verifier.report._templates import environment
from verifier.review.assets import address

_HOME = Path(__file__).parent


def screen(name: str, status: HTTPStatus = HTTPStatus.OK, **given: object) -> HTMLResponse:
    """A page."""
    return HTMLResponse(_environment().get_template(name).render(**given), status)


def refusal(status: HTTPStatus, why: str, here: object = None, back: str = "") -> HTMLResponse:
    """A page that says why there is none; whoever is in finds the way ``back`` on it."""
    return screen("refused.html", status, why=why, phrase=status.phrase, here=here, back=back)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment(_HOME / "templates")
    made.globals["address"] = address
    made.filters["when"] = _when
    made.filters["day"] = _day
    made.filters["count"] = _count
    return made


def _when(at: str) -> Markup:
    """A kept moment as it is read: day and time. It is kept in UTC; the page's script turns it to local time."""
    if not at:
        return Markup("")
    shown = at.replace("T", " ").removesuffix("+00:00")[:16] + " UTC"
    return Markup('<time datetime="{}">{}</time>').format(at, shown)


def _day(day: date) -> Markup:
    """A day of the calendar, which is the same on every clock."""
    return Markup('<time datetime="{0}">{0}</time>').format(day.isoformat())


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"

"""What all pages are made of: templates that escape, and our own style and scripts with their hashes.

The policy of a page names the hashes, so that nothing but these runs or styles it, whatever an article holds.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from verifier.report._drawn import drawn
from verifier.report._screen import shown
from verifier.report._templates import environment

_TEMPLATES = Path(__file__).with_name("templates")
_STYLES = ("base.css", "article.css", "notes.css", "panels.css", "narrow.css", "print.css")


@dataclass(frozen=True, slots=True)
class Asset:
    """A style sheet or script to stand inside a page, and how the page's policy names it."""

    text: Markup
    digest: str


@lru_cache(maxsize=1)
def style() -> Asset:
    """The style of every page."""
    return _asset(*_STYLES)


@lru_cache(maxsize=4)
def script(name: str) -> Asset:
    """One of our scripts."""
    return _asset(name)


def render(template: str, **given: object) -> str:
    """A template filled in; everything given is escaped."""
    return _environment().get_template(template).render(**given)


def _asset(*names: str) -> Asset:
    text = "".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in names)
    return Asset(Markup(text), base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())  # noqa: S704 - ours


def _shown(text: str) -> str:
    """A piece of a line with nothing in it that turns or breaks the line, its blanks kept."""
    return "".join(" " if c in "\r\n" else shown(c) for c in text)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment(_TEMPLATES, objects=True)
    made.filters["shown"] = _shown
    made.filters["drawn"] = drawn
    return made

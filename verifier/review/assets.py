"""What every page of the desk loads beside its words: one style and one script, however many files they are written in.

A page of twenty-five files asks a desk over the network four times in a row, and a browser that may keep nothing asks
again on every page. An address says what is in the file, so that a browser may keep it until there is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from verifier.report._page import style

_STATIC = Path(__file__).parent / "static"
_STYLES = ("desk.css", "cards.css")
_SCRIPTS = {
    "stranger.js": ("clock.js",),
    "desk.js": ("clock.js", "unsent.js"),
    "add.js": ("clock.js", "unsent.js", "add.js"),
    "article.js": ("clock.js", "unsent.js", "article/main.js"),
}
"""The scripts by the modules that a page begins with; they bring those that they import."""
_IMPORT = re.compile(r'^import (?:\{[^}]+\} from )?"(\.[^"]+)";\n', re.M)
_KEPT = "public, max-age=31536000, immutable"


class _Asset(NamedTuple):
    body: bytes
    media: str
    mark: str
    """Changes with what is in it."""


def address(name: str) -> str:
    """Where a page finds one of these files."""
    return f"/static/{_assets()[name].mark}/{name}"


def asset(request: Request) -> Response:
    """The file that a page asks for."""
    found = _assets().get(request.path_params["name"])
    if found is None or found.mark != request.path_params["mark"]:
        raise HTTPException(404)
    return Response(found.body, media_type=found.media, headers={"Cache-Control": _KEPT})


@cache
def _assets() -> dict[str, _Asset]:
    # The report's own style comes first: the text looks the same at the desk.
    made = {"desk.css": _made("".join([str(style().text), *map(_text, _STYLES)]), "text/css")}
    made["icon.svg"] = _made(_text("icon.svg"), "image/svg+xml")
    return made | {name: _made(_script(*modules), "text/javascript") for name, modules in _SCRIPTS.items()}


def _made(text: str, media: str) -> _Asset:
    body = text.encode()
    return _Asset(body, media, sha256(body).hexdigest()[:16])


def _text(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


def _script(*modules: str) -> str:
    """One module of several, in the order in which a browser would run them. Their names are in one scope: what two of
    them call the same, a browser refuses."""
    seen: set[Path] = set()
    return "".join(part for name in modules for part in _with_imports((_STATIC / name).resolve(), seen))


def _with_imports(module: Path, seen: set[Path]) -> Iterator[str]:
    if module in seen:
        return
    seen.add(module)
    text = module.read_text(encoding="utf-8")
    for other in _IMPORT.findall(text):
        yield from _with_imports((module.parent / other).resolve(), seen)
    yield re.sub("^export ", "", _IMPORT.sub("", text), flags=re.M)

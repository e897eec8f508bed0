"""verifier reads a news article the way a good fact-checker does.

``check(text)`` checks a text, ``check(read("story.pdf"))`` a file; both return a
:class:`Report`. With ``model=replay("story.json")`` a recorded model has its say, with ``model=ModelSettings(...)`` a
live one. Everything else here is what goes in, what comes out, and the errors.
The names are loaded when first used, so that ``verifier --version`` does not wait for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from verifier._exceptions import InputError, UsageError, VerifierError
    from verifier.article import Article, read
    from verifier.model.cassette import replay
    from verifier.model.settings import ModelSettings
    from verifier.pipeline import acheck, check
    from verifier.report.models import Report
    from verifier.settings import Settings
    from verifier.sources import from_text as source

__all__ = [
    "Article",
    "InputError",
    "ModelSettings",
    "Report",
    "Settings",
    "UsageError",
    "VerifierError",
    "acheck",
    "check",
    "read",
    "replay",
    "source",
]

_HOMES = {
    "Article": "verifier.article",
    "InputError": "verifier._exceptions",
    "ModelSettings": "verifier.model.settings",
    "Report": "verifier.report.models",
    "Settings": "verifier.settings",
    "UsageError": "verifier._exceptions",
    "VerifierError": "verifier._exceptions",
    "acheck": "verifier.pipeline",
    "check": "verifier.pipeline",
    "read": "verifier.article",
    "replay": "verifier.model.cassette",
    "source": "verifier.sources",
}
_OTHERWISE = {"source": "from_text"}
"""Names that are others where they live."""


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), _OTHERWISE.get(name, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

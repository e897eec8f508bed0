"""The catalogue: one file a rule, found by lying here.

A file is called by code and name (``t001_injected_text.py``) and enters the one function in it that is decorated
with :func:`rule`. What several rules share lies in modules whose names begin with an underscore.
"""

import re
from importlib import import_module
from pkgutil import iter_modules

from verifier.rules._page import index, overview, page
from verifier.rules._rule import (
    Check,
    Problem,
    Rule,
    Sample,
    available,
    catalogue,
    chosen,
    family,
    named,
    problem_with,
    ran,
    rule,
)
from verifier.rules.t004_mixed_style import problem_with_style

__all__ = [
    "Check",
    "Problem",
    "Rule",
    "Sample",
    "available",
    "catalogue",
    "chosen",
    "family",
    "index",
    "named",
    "overview",
    "page",
    "problem_with",
    "problem_with_style",
    "ran",
    "rule",
]

_FILE = re.compile(r"[a-z]\d{3}_\w+")
for _module in iter_modules(__path__):
    if _FILE.fullmatch(_module.name):
        import_module(f"{__name__}.{_module.name}")

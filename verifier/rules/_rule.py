"""A rule: what it is called, why it matters, and the function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from verifier._exceptions import UsageError
from verifier.article import Span
from verifier.language import Analysis
from verifier.settings import Settings, Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One place where a rule is broken, before it becomes a finding of the report.

    ``spans`` is where to look, the first one first; ``related`` is the other side, each with a label that says what
    it is. ``message`` says in one sentence what is wrong, ``question`` what to check or whom to ask; neither says
    that something is false. ``severity`` is set only where this case is lighter than the rule.
    """

    spans: tuple[Span, ...]
    message: str
    question: str
    explanation: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    severity: Severity | None = None


Check = Callable[[Analysis], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue; its page in the documentation is written from these fields."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    fires: tuple[str, ...]
    passes: tuple[str, ...]
    check: Check


_CATALOGUE: dict[str, Rule] = {}


def rule(  # noqa: PLR0913 - a rule declares everything its page shows
    code: str,
    name: str,
    severity: Severity,
    *,
    what: str,
    why: str,
    fires: tuple[str, ...],
    passes: tuple[str, ...],
) -> Callable[[Check], Check]:
    """Enter the decorated function into the catalogue.

    ``fires`` and ``passes`` are whole example articles (blank lines between paragraphs): the tests run each
    one and expect the rule to fire on the first kind and stay silent on the second.
    """

    def enter(check: Check) -> Check:
        if code in _CATALOGUE:
            raise ValueError(f"rule {code} is declared twice")
        _CATALOGUE[code] = Rule(code, name, severity, what, why, fires, passes, check)
        return check

    return enter


def catalogue() -> list[Rule]:
    """All rules, by code."""
    return [_CATALOGUE[code] for code in sorted(_CATALOGUE)]


def chosen(settings: Settings) -> list[Rule]:
    """The rules that run under these settings.

    Raises:
        UsageError: a code or prefix matches no rule.
    """
    for code in (*settings.select, *settings.ignore):
        if not any(known.startswith(code) for known in _CATALOGUE):
            raise UsageError(f"unknown rule {code!r}; 'verifier rules' lists them all")
    select = settings.select or ("",)
    return [r for r in catalogue() if r.code.startswith(tuple(select)) and not r.code.startswith(settings.ignore)]

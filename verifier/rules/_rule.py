"""A rule: what it is called, why it matters, and the function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from verifier._exceptions import UsageError
from verifier.article import Span
from verifier.languages import Language
from verifier.reading import Analysis
from verifier.settings import Settings, Severity

if TYPE_CHECKING:
    from verifier.sources import Held  # loaded only where there are sources


@dataclass(frozen=True, slots=True)
class Problem:
    """One place where a rule is broken, before it becomes a finding of the report.

    ``spans`` is where to look, the first one first; ``related`` is the other side, each with a label that says what
    it is. ``message`` says in one sentence what is wrong, ``question`` what to check or whom to ask; neither says
    that something is false. ``severity`` is set only where this case is lighter than the rule. ``likely`` makes it a
    candidate: what the rule holds for likely and would not say by itself; a model judges it where there is one.
    ``evidence`` is the number of the fact that a source shows otherwise (:class:`verifier.sources.Held`), from 0.
    ``wants_source`` says that nobody needs it where the desk has a source for all its places.
    """

    spans: tuple[Span, ...]
    message: str
    question: str
    explanation: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    severity: Severity | None = None
    likely: bool = False
    wants_source: bool = False
    evidence: int | None = None


class Sample(NamedTuple):
    """A source that examples are held against: its text, and its kind as a card would say it."""

    text: str
    kind: str = "transcript"


Check = Callable[[Analysis], Iterable[Problem]]
Against = Callable[["Held"], Iterable[Problem]]
"""What a rule looks at that holds the article against its sources."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue; its page in the documentation is written from these fields.

    ``model`` marks what only a model can find. A rule that holds the article against sources has ``against`` in place
    of ``check``, and runs only where there are some; ``sources`` are those that its examples are held against.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    fires: tuple[str, ...]
    passes: tuple[str, ...]
    check: Check
    model: bool = False
    against: Against | None = None
    sources: tuple[Sample, ...] = ()


_CATALOGUE: dict[str, Rule] = {}
_MISTYPED = str.maketrans("OIL", "011")  # letters taken for figures


def rule(  # noqa: PLR0913 - a rule declares everything its page shows
    code: str,
    name: str,
    severity: Severity,
    *,
    what: str,
    why: str,
    fires: tuple[str, ...],
    passes: tuple[str, ...],
    model: bool = False,
) -> Callable[[Check], Check]:
    """Enter the decorated function into the catalogue.

    ``fires`` and ``passes`` are whole example articles (blank lines between paragraphs): the tests run each
    one and expect the rule to fire on the first kind and stay silent on the second.
    """

    def enter(check: Check) -> Check:
        _enter(Rule(code, name, severity, what, why, fires, passes, check, model))
        return check

    return enter


def rule_against(  # noqa: PLR0913 - as above
    code: str,
    name: str,
    severity: Severity,
    *,
    what: str,
    why: str,
    sources: tuple[Sample, ...],
    fires: tuple[str, ...],
    passes: tuple[str, ...],
    model: bool = False,
) -> Callable[[Against], Against]:
    """Enter a function that holds an article against its sources; each example is held against ``sources``, texts such
    as ``--source`` would name."""

    def enter(against: Against) -> Against:
        _enter(Rule(code, name, severity, what, why, fires, passes, _silent, model, against, sources))
        return against

    return enter


def _enter(rule: Rule) -> None:
    if rule.code in _CATALOGUE:
        raise ValueError(f"rule {rule.code} is declared twice")
    _CATALOGUE[rule.code] = rule


def _silent(analysis: Analysis) -> Iterable[Problem]:
    """What a rule about sources finds where there are none."""
    del analysis
    return ()


def catalogue() -> list[Rule]:
    """All rules, by code."""
    return [_CATALOGUE[code] for code in sorted(_CATALOGUE)]


def named(code: str) -> Rule:
    """The rule with this code, in any case; its name will do as well.

    Raises:
        UsageError: there is no such rule; the message names the nearest.
    """
    wanted = code.strip()
    for rule in catalogue():
        if rule.code == wanted.upper() or rule.name == wanted.lower():
            return rule
    raise UsageError(_unknown(wanted))


def chosen(settings: Settings) -> list[Rule]:
    """The rules that run under these settings.

    Raises:
        UsageError: a code or prefix matches no rule; the message names the nearest.
    """
    for code in (*settings.select, *settings.ignore):
        if problem := problem_with(code):
            raise UsageError(problem)
    for code in settings.severities:
        if code not in _CATALOGUE:
            raise UsageError(_unknown(code))
    select = settings.select or ("",)
    left = [r for r in catalogue() if r.code.startswith(tuple(select)) and not r.code.startswith(settings.ignore)]
    if not left:
        raise UsageError("no rule is left to run: every selected rule is ignored, too")
    return left


def available(rules: Iterable[Rule], language: Language) -> tuple[list[Rule], list[Rule]]:
    """Those of the rules that run on articles in this language, and those that do not; a model reads any language."""
    here: list[Rule] = []
    elsewhere: list[Rule] = []
    for known in rules:
        runs = known.model or language.RULES is None or known.code in language.RULES
        (here if runs else elsewhere).append(known)
    return here, elsewhere


def ran(settings: Settings, *, with_model: bool) -> frozenset[str]:
    """The codes of the rules that have run; what only a model can find has where it answered."""
    return frozenset(rule.code for rule in chosen(settings) if with_model or not rule.model)


def problem_with(code: str) -> str | None:
    """Why this is neither a code nor the beginning of one, naming the nearest; None where it is."""
    return None if code and any(known.startswith(code) for known in _CATALOGUE) else _unknown(code)


def family(letter: str) -> list[Rule]:
    """The rules whose codes begin so, in any case; none for a whole code or an unknown letter."""
    wanted = letter.strip().upper()
    return [r for r in catalogue() if r.code != wanted and r.code.startswith(wanted)] if wanted else []


def _unknown(code: str) -> str:
    """What to say of a code that is none: the name it is near to, or the codes of its family."""
    by_name = {r.name: r.code for r in catalogue()}
    near = get_close_matches(code.lower(), by_name, 1, 0.6)
    hint = f"{by_name[near[0]]} ({near[0]})" if near else None
    family = sorted(known for known in _CATALOGUE if known[0] == code[:1].upper())
    typed = code[:1].upper() + code[1:].upper().translate(_MISTYPED)
    if typed in _CATALOGUE:
        hint = f"{typed} ({_CATALOGUE[typed].name})"
    if hint is None and family and any(c.isdigit() for c in code):
        return f"unknown rule {code!r}; the rules of {family[0][0]} are {', '.join(family)}"
    return f"unknown rule {code!r}; " + (f"did you mean {hint}?" if hint else "'verifier rules' lists them all")

"""Whether settings that a program made make sense; a configuration file has been held against the same before."""

from __future__ import annotations

from typing import get_args

from verifier import languages
from verifier.rules import _rule, t004_mixed_style
from verifier.settings import Settings, Severity

_LISTS = ("select", "ignore", "known_people", "outlets", "house_style")


def problem_with_settings(settings: Settings) -> str | None:
    """What is wrong with them, in one line that names the nearest right one; None where nothing is."""
    for name in _LISTS:
        value = getattr(settings, name)
        if isinstance(value, str):
            # Every letter of it would count as one.
            return f"{name}: a list of words, not one text: {name}=[{value!r}]"
        if not all(isinstance(one, str) and one.strip() for one in value):
            return f"{name}: an empty word says nothing; leave it out"
    for code, severity in settings.severities.items():
        problem = _rule.problem_with(code)
        if problem or code not in {rule.code for rule in _rule.catalogue()}:
            return f"severities: {problem or f'{code} is the beginning of a code; name each rule whole'}"
        if severity not in get_args(Severity):
            return f"severities: {code}: {severity!r} is none of {', '.join(get_args(Severity))}"
    if settings.language is not None and (problem := languages.problem_with(settings.language)):
        return f"language: {problem}"
    return next(
        (f"house_style: {p}" for p in map(t004_mixed_style.problem_with_style, settings.house_style) if p), None
    )

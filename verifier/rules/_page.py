"""Writes a rule's page from its declaration: what ``verifier rules CODE`` prints and ``docs/rules/`` holds."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from verifier.rules._rule import Rule, catalogue

_NARROW = 20
_NEEDS_SOURCES = "Needs sources: it runs only where `verifier check --source FILE` names some ([how](../sources.md)).\n"


def page(rule: Rule) -> str:
    """One rule as a Markdown page."""
    needs = "Needs a model: it runs only where `verifier check --model NAME` asks one.\n"
    parts = [
        f"# {rule.code} {rule.name}\n\nSeverity: {rule.severity}\n",
        *([needs] if rule.model else []),
        *([_NEEDS_SOURCES] if rule.against else []),
        f"## What it finds\n\n{rule.what}\n",
        f"## Why it matters\n\n{rule.why}\n",
        *(f"## The source of the examples\n\n{_quoted(sample.text)}" for sample in rule.sources),
        _examples("fires", rule.fires),
        _examples("stays silent", rule.passes),
        f"Leave this rule out with `verifier check --ignore {rule.code} PATH`, or run it alone with "
        f"`verifier check --select {rule.code} PATH`.\n",
    ]
    return "\n".join(parts)


def overview(rules: Sequence[Rule], width: int = 0) -> str:
    """Rules, a line each, wrapped to a width in characters where there is one."""
    longest = max((len(r.name) for r in rules), default=0)
    lines = []
    for r in rules:
        head = f"{r.code}  {r.severity:<7}  {r.name:<{longest}}  "
        what = _what(r)
        room = width - len(head)
        wrapped = textwrap.wrap(what, room) if room >= _NARROW else [what]
        lines.append(head + f"\n{' ' * len(head)}".join(wrapped) + "\n")
    return "".join(lines)


def _what(rule: Rule) -> str:
    return f"{rule.what} (Needs a model.)" if rule.model else rule.what


def index() -> str:
    """All rules as a Markdown table with links to their pages."""
    head = "# Rules\n\n| Code | Name | Severity | What it finds |\n| --- | --- | --- | --- |\n"
    return head + "".join(
        f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity} | {_what(r).replace('|', chr(92) + '|')} |\n"
        for r in catalogue()
    )


def _examples(does: str, examples: tuple[str, ...]) -> str:
    title = f"## Where it {does}\n"
    if len(examples) == 1:
        return f"{title}\n{_quoted(examples[0])}"
    return "\n".join([title, *(f"Example {i}:\n\n{_quoted(text)}" for i, text in enumerate(examples, 1))])


def _quoted(text: str) -> str:
    """An example article as an indented block, which Markdown shows as it is."""
    return "".join(f"    {line}".rstrip() + "\n" for line in text.strip("\n").split("\n"))

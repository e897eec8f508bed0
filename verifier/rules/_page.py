"""Writes a rule's page from its declaration: what ``verifier rules CODE`` prints and ``docs/rules/`` holds."""

from __future__ import annotations

from verifier.rules._rule import Rule, catalogue


def page(rule: Rule) -> str:
    """One rule as a Markdown page."""
    parts = [
        f"# {rule.code} {rule.name}\n\nSeverity: {rule.severity}\n",
        f"## What it finds\n\n{rule.what}\n",
        f"## Why it matters\n\n{rule.why}\n",
        _examples("fires", rule.fires),
        _examples("stays silent", rule.passes),
        f"Leave this rule out with `verifier check --ignore {rule.code} PATH`, or run it alone with "
        f"`verifier check --select {rule.code} PATH`.\n",
    ]
    return "\n".join(parts)


def overview() -> str:
    """All rules, a line each."""
    rules = catalogue()
    longest = max((len(r.name) for r in rules), default=0)
    return "".join(f"{r.code}  {r.severity:<7}  {r.name:<{longest}}  {r.what}\n" for r in rules)


def index() -> str:
    """All rules as a Markdown table with links to their pages."""
    head = "# Rules\n\n| Code | Name | Severity | What it finds |\n| --- | --- | --- | --- |\n"
    return head + "".join(
        f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity} | {r.what.replace('|', chr(92) + '|')} |\n"
        for r in catalogue()
    )


def _examples(does: str, examples: tuple[str, ...]) -> str:
    title = f"## Where it {does}\n"
    return "\n".join([title, *(_quoted(text) for text in examples)])


def _quoted(text: str) -> str:
    """An example article as an indented block, which Markdown shows as it is."""
    return "".join(f"    {line}".rstrip() + "\n" for line in text.strip("\n").split("\n"))

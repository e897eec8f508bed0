"""What the rules find on a folder of articles, for judging: ``quality.py [--rules CODES] PATH...``.

Prints counts per rule, then every error and warning with its words, both sides and its sentence. Articles belong to
their publishers: judge with this, commit none of its output.
"""

import sys
from collections import Counter

from verifier import InputError, Settings, article, check
from verifier.report.models import Finding, Report, Span


def sentence(report: Report, span: Span) -> str:
    """The sentence a span begins in, on one line."""
    text = report.article.text
    held = next((s for s in report.article.sentences if s.start <= span.start < s.end), None)
    start, end = (held.start, held.end) if held else (max(0, span.start - 80), span.end + 80)
    return " ".join(text[start:end].split())


def shown(report: Report, finding: Finding) -> str:
    """One finding with everything needed to judge it."""
    lines = [f"{finding.severity} {finding.code} {report.article.path}: {finding.message}"]
    sides = [(s, "") for s in finding.spans] + [(r.span, r.label) for r in finding.related]
    for span, label in sides[:6]:
        lines.append(f"    [{span.text!r}] {label}\n      {sentence(report, span)}")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    select: tuple[str, ...] = ()
    if arguments[:1] == ["--rules"]:
        select, arguments = tuple(arguments[1].split(",")), arguments[2:]
    counts: Counter[tuple[str, str]] = Counter()
    articles = words = 0
    lines = []
    for path in (p for argument in arguments for p in article.expand(argument)):
        try:
            report = check(article.read(path), Settings(select=select))
        except InputError as error:
            lines.append(f"not read: {error}")
            continue
        articles += 1
        words += len(report.article.text.split())
        counts.update((f.code, f.severity) for f in report.findings)
        lines += [shown(report, f) for f in report.findings if f.severity != "info"]
    print("\n\n".join(lines))
    print(f"\n{articles} articles, {words} words")
    for (code, severity), number in sorted(counts.items()):
        print(f"{code}  {severity:<8} {number:5}   {number / max(1, articles):.2f} an article")


if __name__ == "__main__":
    main(sys.argv[1:])

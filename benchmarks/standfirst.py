"""Standfirst against body: ``standfirst.py DATA.jsonl [--misses N] [--false]``.

Each line of the data holds an article (``doc``), a summary line (``standfirst``), whether it agrees (``consistent``)
and how it was edited. The standfirst is put under a neutral headline as its own paragraph. An inconsistent one is found
where a finding of the families D, N or E (Q004 is counted apart) links the standfirst to the body; a consistent one
that is linked is a false alarm.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from verifier import Settings, check
from verifier.report.models import Finding

HEADLINE = "What happened"


def links(finding: Finding, start: int, end: int) -> bool:
    spans = [*finding.spans, *(r.span for r in finding.related)]
    inside = [start <= s.start < end for s in spans]
    return any(inside) and not all(inside)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--false", action="store_true")
    chosen = parser.parse_args()
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    codes: Counter[tuple[str, bool]] = Counter()
    missed = 0
    for line in chosen.data.open(encoding="utf-8"):
        case = json.loads(line)
        head = f"{HEADLINE}\n\n"
        standfirst = case["standfirst"].strip()
        report = check(f"{head}{standfirst}\n\n{case['doc']}", Settings())
        linked = [
            f
            for f in report.findings
            if (f.code[0] in "DNE" or f.code == "Q004")
            and f.severity != "info"
            and links(f, len(head), len(head) + len(standfirst))
        ]
        counted = [f for f in linked if f.code != "Q004"]
        kinds = [*case["edit_types"], "inconsistent"] if not case["consistent"] else ["consistent"]
        total.update(kinds)
        found.update(kinds if counted else [])
        codes.update({(f.code, case["consistent"]) for f in linked})
        if chosen.false and case["consistent"] and counted:
            print("FALSE", case["id"], [(f.code, f.message) for f in counted])
        if not case["consistent"] and not counted and missed < chosen.misses:
            missed += 1
            print("MISSED", case["id"], standfirst)
    for kind, count in sorted(total.items()):
        print(f"{kind:30} {found[kind]:4} of {count:4}  {100 * found[kind] / count:5.1f} %")
    print("by rule:", ", ".join(f"{c} {'false' if ok else 'right'} {n}" for (c, ok), n in sorted(codes.items())))


if __name__ == "__main__":
    main()

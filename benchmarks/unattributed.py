"""Does Q001 come up where a quotation has lost its speaker, and nowhere else? ``unattributed.py TEXTDIR ANNDIR``

Method. TEXTDIR holds PolNeAR's articles, ANNDIR its annotations (brat standoff, ``NAME_<annotator>.ann``; the first
annotator's). An eligible attribution is one with a source and a cue, whose content is quotation and nothing else (nine
words in ten between double marks, six or more) and lies in one paragraph. For each of them a copy of the article is
made in which its paragraph is replaced by the quotation alone, the words between its pieces taken out:

    "A," he said, "B."   ->   "A, B."

and ``check`` runs with Q001 alone. A flag on the stripped quotation is a hit; a flag on any other quotation of the
copy that the annotators attribute to somebody is a false one; a flag on a quotation that they leave alone counts for
nothing.

Where the paragraph before ends in a quotation of somebody named (only its cue may follow), a reader takes a paragraph
that is all quotation for the same speaker's. Such copies are counted apart and are not in the recall.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from verifier import Settings, check

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTED = re.compile(r"[\"“”][^\"“”\n]*[\"“”]|''[^\n]*?''")
MARKS = "\"“”'` \u00a0"
LEAST_WORDS = 6


@dataclass(frozen=True)
class Gold:
    """One attribution as annotated."""

    content: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]


def gold(path: Path) -> list[Gold]:
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.match(r"T\d+$", fields[0]) and len(fields) > 1:
            pieces = fields[1].partition(" ")[2].split(";")
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (p.split() for p in pieces))
        elif re.match(r"E\d+$", fields[0]) and len(fields) > 1:
            events.append(fields[1].split())
    found = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": [], "Cue": []}
        for part in event[1:]:
            role, _, ref = part.partition(":")
            role = role.rstrip("0123456789")
            if role in roles:
                roles[role].extend(spans.get(ref, ()))
        if roles["Content"]:
            found.append(Gold(*(tuple(sorted(roles[r])) for r in ("Content", "Source", "Cue"))))
    return found


def paragraph(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def eligible(text: str, one: Gold) -> bool:
    if not one.source or not one.cue or len({paragraph(text, a) for a, _ in (*one.content, *one.source)}) > 1:
        return False
    if any("\n" in text[a:b] for a, b in one.content):
        return False
    quoted = [m.span() for a, b in (paragraph(text, one.content[0][0]),) for m in QUOTED.finditer(text, a, b)]
    words = [m for a, b in one.content for m in WORD.finditer(text, a, b)]
    inside = sum(any(a <= m.start() < b for a, b in quoted) for m in words)
    return len(words) >= LEAST_WORDS and inside >= 0.9 * len(words)


def stripped(text: str, one: Gold) -> tuple[str, int, int]:
    """The copy, and where its bare quotation begins and ends."""
    start, end = paragraph(text, one.content[0][0])
    pieces = [text[a:b].strip(MARKS) for a, b in one.content]
    words = " ".join(p for p in pieces if p)
    words = re.sub(r"[,;:\s—–-]+$", "", words)
    opening, closing = ("“", "”") if "“" in text[start:end] else ("''", "''") if "''" in text[start:end] else ('"', '"')
    bare = f"{opening}{words}{'' if words[-1:] in '.?!…' else '.'}{closing}"
    return text[:start] + bare + text[end:], start, start + len(bare)


def looks_continued(text: str, one: Gold, others: list[Gold]) -> bool:
    """The paragraph before ends in a quotation with its speaker: nothing but marks and the cue follow it there."""
    start, _ = paragraph(text, one.content[0][0])
    before_end = len(text[:start].rstrip())
    a, b = paragraph(text, max(0, before_end - 1))
    for other in others:
        if other is one or not other.source or not any(a <= x < b for x, _ in other.content):
            continue
        if not any(m.start() < y and m.end() > x for x, y in other.content for m in QUOTED.finditer(text, a, b)):
            continue
        covered = max(y for x, y in (*other.content, *other.source, *other.cue) if a <= x < b)
        if not re.search(r"[.?!]\s+\S", text[covered - 1 : before_end].strip("”\"' ")):
            return True
    return False


def main(texts: str, annotations: str) -> None:
    n: Counter[str] = Counter()
    for path in sorted(Path(texts).glob("*.txt")):
        files = sorted(Path(annotations).glob(f"{path.stem}_????.ann"))
        if not files:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        all_gold = gold(files[0])
        for one in (g for g in all_gold if eligible(text, g)):
            copy, start, end = stripped(text, one)
            shift = len(copy) - len(text)
            old_end = paragraph(text, one.content[0][0])[1]
            flags = [f.spans[0] for f in check(copy, Settings(select=("Q001",))).findings]
            continued = looks_continued(text, one, all_gold)
            hit = any(f.start < end and start < f.end for f in flags)
            n["continued" if continued else "stripped"] += 1
            n["continued and flagged" if continued else "hits"] += hit
            kept = [
                (a + shift, b + shift) if a >= old_end else (a, b)
                for g in all_gold
                if g.source
                for a, b in g.content
                if a >= old_end or b <= start
            ]
            n["false in continued" if continued else "false"] += sum(
                any(a < f.end and f.start < b for a, b in kept) for f in flags
            )
    recall = n["hits"] / n["stripped"]
    precision = n["hits"] / ((n["hits"] + n["false"]) or 1)
    print(f"stripped {n['stripped']}, flagged {n['hits']}: recall {recall:.1%}")
    print(f"false flags {n['false']}: precision {precision:.1%}")
    print(f"read as going on from the paragraph before: {n['continued']}, flagged {n['continued and flagged']}")


if __name__ == "__main__":
    main(*sys.argv[1:])

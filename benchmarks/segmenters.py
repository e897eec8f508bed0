"""Compare sentence segmenters on articles: ``segmenters.py FOLDER...``, folders of .txt files.

Three systems cut the same paragraphs: sentencex as it comes, nupunkt as it comes, and ours (sentencex put right by
``verifier.article._sentences``). Printed are counts only, no text of the articles.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nupunkt
import sentencex

from verifier.article import from_text
from verifier.article._marks import pairs
from verifier.article._sentences import sentences

Spans = list[tuple[int, int]]
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|Prof|St|vs)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.\s*$"
)
OPENER = re.compile(
    r"[\s“\"‘']*(?:The|He|She|It|They|We|But|And|In|On|At|A|An|As|If|When|This|That|His|Her|Their|According|Mr|Mrs|Ms)\b"
)


def with_sentencex(block: str) -> Spans:
    return [(b["start_index"], b["end_index"]) for b in sentencex.get_sentence_boundaries("en", block)]


def with_nupunkt(block: str) -> Spans:
    return list(nupunkt.sent_spans(block))


SYSTEMS: dict[str, Callable[[str], Spans]] = {
    "sentencex": with_sentencex,
    "nupunkt": with_nupunkt,
    "ours": sentences,
}


def starts(block: str, spans: Spans) -> set[int]:
    """Where sentences begin after the first, by their first letter or figure: white space and marks do not count."""
    found = set()
    for start, end in spans:
        first = next((i for i in range(start, end) if block[i].isalnum()), None)
        if first is not None:
            found.add(first)
    return found - {min(found, default=0)}


def in_quotation(block: str, cuts: set[int]) -> int:
    """Cuts that fall inside a pair of quotation marks."""
    inside = 0
    for opened, closed in pairs(block):
        first = next((i for i in range(opened, closed) if block[i].isalnum()), closed)
        inside += sum(first < cut < closed for cut in cuts)
    return inside


def after_abbreviation(block: str, cuts: set[int]) -> int:
    """Cuts behind a title, an initial or U.S. where the next word is none that opens sentences."""
    return sum(
        bool(ABBREVIATION.search(block[max(cut - 20, 0) : cut].rstrip("“\"‘' \n"))) and not OPENER.match(block[cut:])
        for cut in cuts
    )


def main(folders: list[str]) -> None:
    texts = [p.read_text(encoding="utf-8") for folder in folders for p in sorted(Path(folder).glob("*.txt"))]
    blocks = [p.span.of(a.plain) for a in map(from_text, texts) for p in a.paragraphs]
    print(f"{len(texts)} articles, {len(blocks)} paragraphs, {sum(len(b.split()) for b in blocks)} words\n")
    print("| segmenter | sentences | inside quotations | after abbreviations | agrees with ours | ms per 800 words |")
    print("| --- | --- | --- | --- | --- | --- |")
    words = sum(len(b.split()) for b in blocks)
    ours = [starts(b, sentences(b)) for b in blocks]
    for name, cut in SYSTEMS.items():
        cut(blocks[0])
        began = time.perf_counter()
        spans = [cut(b) for b in blocks]
        seconds = time.perf_counter() - began
        cuts = [starts(b, s) for b, s in zip(blocks, spans, strict=True)]
        both = sum(len(a & b) for a, b in zip(cuts, ours, strict=True))
        either = sum(len(a | b) for a, b in zip(cuts, ours, strict=True))
        print(
            f"| {name} | {sum(len(c) + 1 for c in cuts)}"
            f" | {sum(in_quotation(b, c) for b, c in zip(blocks, cuts, strict=True))}"
            f" | {sum(after_abbreviation(b, c) for b, c in zip(blocks, cuts, strict=True))}"
            f" | {100 * both / max(either, 1):.1f} % | {seconds / words * 800 * 1000:.2f} |"
        )


if __name__ == "__main__":
    main(sys.argv[1:])

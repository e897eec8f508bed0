"""How time grows with the text: ``growth.py [--largest KB] [--only NAME] [--formats] [--best N]``.

Each pattern is something that a file may be full of, made to sizes from 64 KB to 1 MB, each twice the one before. What
counts is the exponent of processor time over all sizes (1.0 is linear; the goal is below 1.15) and the seconds for
256 KB (the goal is below 3). Where others work on the same machine processor time differs, too: each size is read N
times, two where nothing is said, and the least time counts. A pattern stops where it takes too long, and says so.
"""

from __future__ import annotations

import argparse
import gc
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from verifier import _garbage, article, check
from verifier.cli.check import _RARELY
from verifier.report import FORMATS, Look
from verifier.report.models import Report

SIZES = (64, 128, 256, 512, 1024)
PATIENCE = 20.0  # seconds for one size, after which no larger one is tried
GOAL_EXPONENT = 1.15
GOAL_SECONDS = 3.0
AT = 256  # KB, the size that the goal in seconds is for

NAMES = ("Ann Lee", "Jon Ness", "Ida Moen", "Rolf Dahl", "Tove Lind", "Olaf Quist", "Bo Hartwell", "Pia Holt")
TEXT: dict[str, Callable[[int], str]] = {
    "dotted abbreviations": lambda _: "U.S. ",
    "of": lambda _: "of ",
    "of the": lambda _: "of the ",
    "chain of years": lambda i: f"{1900 + i % 120}, ",
    "He said she told him.": lambda _: "He said she told him. ",
    "short quotations": lambda i: f"“Yes {i % 7},” he said. ",
    "quotations, names": lambda i: f"“It is {i % 9},” said {NAMES[i % 8]}. ",
    "names like possessives": lambda i: f"“It is {i % 9},” Moody's said. ",
    "in her words": lambda i: f"In the words of {NAMES[i % 8]}, “it is {i % 9} in all for us”. ",
    "sums of money": lambda i: f"${i % 90 + 10} million to ${i % 70 + 20} million, ",
    "sums in sentences": lambda i: f"The town paid ${i % 90 + 10} million for the bridge. ",
    "percentages": lambda i: f"{i % 100}.{i % 10} percent, ",
    "names in a list": lambda i: f"{NAMES[i % 8]}, ",
    "names, all different": lambda i: f"{_word(i).title()} {_word(i * 31 + 7).title()}, ",
    "two of one surname": lambda i: "Mr. Holt said it was so. Holt left. " if i else "Ida Holt came. ",
    "a family": lambda i: f"{_word(i).title()} Holt came. Mr. Holt left. ",
    "bodies, all different": lambda i: f"The {_word(i).title()} Council of {_word(i * 31 + 7).title()} met. ",
    "results": lambda i: f"{NAMES[i % 8]} beat {NAMES[i * 3 % 7]} 6-{i % 5} on March {i % 28 + 1}. ",
    "dates": lambda i: f"March {i % 28 + 1}, ",
    "dates in sentences": lambda i: f"The council met on March {i % 28 + 1}. ",
    "lives": lambda i: f"{NAMES[i % 8]}, {i % 60 + 20}, was born in {1920 + i % 80}. ",
    "casualties": lambda i: f"{i % 90 + 3} people were killed in the fire. ",
    "opening marks": lambda _: "“ ",
    "straight marks": lambda _: '" ',
    "apostrophes": lambda _: "'",
    "brackets": lambda _: "(",
    "dashes": lambda _: "— ",
    "one word": lambda _: "word ",
    "one long word": lambda _: "a",
    "capitals": lambda _: "The Very Long Name Of ",
    "commas": lambda _: ", ",
    "stops": lambda _: ". ",
    "lines": lambda _: "line\n",
    "paragraphs": lambda _: "A line of text here.\n\n",
    "the same paragraph": lambda _: "The mayor opened the bridge on Monday in front of four hundred people.\n\n",
    "spaces": lambda _: " ",
    "and": lambda _: "Lee and ",
    "who said": lambda _: "who said that ",
    "not": lambda _: "not ",
    "he said": lambda _: "he said ",
    "said": lambda _: "said ",
    "according to": lambda _: "according to ",
    "that": lambda _: "that ",
    "which": lambda _: ", which ",
    "he": lambda _: "he ",
    "the largest": lambda _: "the largest ",
    "adding": lambda _: "“It is,” adding ",
    "quotations run on": lambda i: f"“It is {i % 9},” he said, “and so,” she said, ",
    "quotations left open": lambda _: "“It is so. ",
    "marks in marks": lambda _: "“‘It is’” ",
    "colons": lambda _: "said: ",
    "ranges of money": lambda i: f"${i % 90 + 10}-${i % 70 + 110} million, ",
    "changes": lambda i: f"Sales rose {i % 90 + 2} percent to ${i % 70 + 11} million. ",
    "votes": lambda i: f"The council voted {i % 30 + 20} to {i % 20}. ",
    "figures": lambda i: f"{i} ",
    "one long number": lambda _: "1",
    "thousands": lambda _: "1,000,",
    "ages": lambda i: f"{NAMES[i % 8]}, {i % 60 + 20}, ",
    "times of day": lambda i: f"at {i % 12 + 1}:{i % 50 + 10} a.m. ",
    "weekdays": lambda _: "on Monday ",
    "years in sentences": lambda i: f"The bridge was built in {1900 + i % 120}. ",
    "roles": lambda i: f"{NAMES[i % 8]}, the mayor of {_word(i).title()}, ",
    "titles": lambda i: f"Mayor {_word(i).title()} Holt said so. ",
    "speakers, all different": lambda i: f"“It is,” said {_word(i).title()} {_word(i * 31 + 7).title()}. ",
    "critics": lambda _: "Critics say it is so. ",
    "owners": lambda _: "Lee's ",
    "names in names": lambda _: "Council of Lee of ",
    "hyphens": lambda _: "a-",
    "addresses": lambda i: f"http://a.example/{i} ",
    "points": lambda _: "… ",
    "items": lambda i: f"- item {i}\n",
    "one sentence": lambda i: f"and the {_word(i)} came to the {_word(i * 31 + 7)} ",
    "sentences, all different": lambda i: f"The {_word(i)} was a {_word(i * 31 + 7)}. ",
}
MARKDOWN: dict[str, Callable[[int], str]] = {
    "md links": lambda _: "[word](http://a.example/b) ",
    "md emphasis": lambda _: "**a** ",
    "md quotes": lambda _: "> said\n\n",
    "md brackets": lambda _: "[",
    "md headings": lambda i: f"# Heading {i}\n\n",
    "md tables": lambda _: "| a | b |\n",
    "md lists": lambda i: f"{'  ' * (i % 5)}- a word\n",
    "md open emphasis": lambda _: "*a ",
    "md underscores": lambda _: "_a",
    "md open links": lambda _: "[a](",
    "md images": lambda _: "![a](b) ",
    "md code": lambda _: "`a` ",
    "md fences": lambda _: "```\na\n",
    "md backslashes": lambda _: "\\",
    "md tags": lambda _: "<b>a</b> ",
}
HTML: dict[str, Callable[[int], str]] = {
    "html links": lambda _: '<a href="/x">more here</a> ',
    "html headings": lambda i: f"<h2>Heading {i}</h2>",
    "html spans": lambda _: "<span>word </span>",
    "html paragraphs": lambda i: f"<p>The council met on Monday and said so {i}.</p>",
    "html quotations": lambda _: "<q>yes</q> ",
    "html times": lambda _: "<div><time>14.0</time><p>It is so.</p></div>",
    "html tables": lambda _: "<table><tr><td>a</td><td>b</td></tr></table>",
    "html dates": lambda _: '<span class="date">soon</span>',
    "html nested": lambda _: "<div>a",
    "html lists": lambda _: "<ul><li>a word</li></ul>",
    "html nested lists": lambda _: "<ul><li>a",
    "html breaks": lambda _: "a word<br>",
    "html entities": lambda _: "&amp; ",
    "html comments": lambda _: "<!-- a -->b ",
    "html open comments": lambda _: "<!-- a ",
    "html less than": lambda _: "< ",
    "html attributes": lambda i: f'<b class="a{i}" id="b{i}">c</b> ',
    "html blockquotes": lambda _: "<blockquote><p>It is so.</p></blockquote>",
    "html open paragraphs": lambda _: "<p>It is so.",
    "html emphasis": lambda _: "<b><i>a</i></b> ",
    "html figures": lambda _: "<figure><img src=x><figcaption>Ann Lee came.</figcaption></figure>",
    "html scripts": lambda _: "<script>a</script>b ",
}
OPENING = "Bridge closes\n\nThe council voted on Monday to close the old bridge for two years while it is rebuilt.\n\n"


def _word(i: int) -> str:
    """A word that no other number has."""
    letters = ""
    while True:
        letters += "bdfgklmnprstvz"[i % 14] + "aeiou"[i // 14 % 5]
        i //= 70
        if not i:
            return letters + "n"


def filled(piece: Callable[[int], str], size: int) -> str:
    """So many bytes of a pattern."""
    parts, length, i = [], 0, 0
    while length < size:
        part = piece(i)
        parts.append(part)
        length += len(part.encode())
        i += 1
    return "".join(parts)


def files() -> Iterator[tuple[str, str, Callable[[int], bytes]]]:
    """Each pattern with the name of its file and the file at a size in KB."""
    for ending, patterns in (("txt", TEXT), ("md", MARKDOWN)):
        for name, piece in patterns.items():
            yield name, f"a.{ending}", lambda kb, piece=piece: (OPENING + filled(piece, kb * 1000)).encode()
    for name, piece in HTML.items():
        yield name, "a.html", lambda kb, piece=piece: _page(filled(piece, kb * 1000))


def _page(body: str) -> bytes:
    head = "<html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1>"
    return f"{head}<p>{OPENING}</p>{body}</article></body></html>".encode()


def seconds(name: str, data: bytes, formats: list[str]) -> float:
    """Processor time to read and check a file, and to write it in these formats."""
    started = time.process_time()
    with _garbage.left_lying():  # as the command does for each article
        _once(name, data, formats)
    return time.process_time() - started


def _once(name: str, data: bytes, formats: list[str]) -> None:
    report = check(article.read_bytes(data, name))
    for form in formats:
        written(form, report)


def written(form: str, report: Report) -> str:
    """The report in one format."""
    return FORMATS[form].open(1, Look()).whole([report])


def measured(
    name: str, data: Callable[[int], bytes], largest: int, formats: list[str], times: int
) -> list[tuple[int, float]]:
    """Seconds by size, the least of so many, up to the largest or to the end of patience."""
    found: list[tuple[int, float]] = []
    for size in SIZES:
        if size > largest or (found and found[-1][1] > PATIENCE):
            break
        text = data(size)
        found.append((size, min(seconds(name, text, formats) for _ in range(times))))
    return found


def exponent(times: list[tuple[int, float]]) -> float:
    """How time grows: the slope of the line through all sizes, both on logarithmic scales."""
    if len(times) < 2:
        return math.inf
    sizes, spent = [math.log(size) for size, _ in times], [math.log(max(t, 1e-9)) for _, t in times]
    return statistics.linear_regression(sizes, spent).slope


def main() -> int:
    """Print a line a pattern; 1 where one misses a goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="KB")
    parser.add_argument("--only", default="", help="patterns whose name holds this")
    parser.add_argument("--formats", action="store_true", help="write every format, too")
    parser.add_argument("--best", type=int, default=2, help="times that each size is read")
    options = parser.parse_args()
    formats = list(FORMATS) if options.formats else ["json", "html", "junit", "csv"]
    seconds("warm.html", _page("<p>once</p>"), formats)
    gc.freeze()
    gc.set_threshold(_RARELY)  # as the command looks for garbage, or that grows faster than the work
    missed = 0
    for label, name, data in files():
        if options.only not in label:
            continue
        times = measured(name, data, options.largest, formats, options.best)
        at = dict(times).get(AT, times[-1][1])
        grows = exponent(times)
        bad = (grows > GOAL_EXPONENT and times[-1][1] > 1) or at > GOAL_SECONDS
        missed += bad
        row = "  ".join(f"{size} KB {spent:6.2f} s" for size, spent in times)
        print(f"{'MISSED' if bad else 'ok':7} {label:22} exponent {grows:4.2f}  {row}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast articles are checked: ``speed.py [FOLDER]``, on one core; without a folder the seed, again and again.

Every figure is given in seconds and as a ratio against one fixed piece of work, measured in the same run: seconds
say what to expect on this machine, ratios can be compared between machines and between versions. Work inside this
process is measured in processor time, so that a busy machine changes little; whole processes as a person waits.
"""

import dataclasses
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from verifier import article, check, claims
from verifier.reading import attributions, dates, marks, matching, names, quantities, quotations, words
from verifier.report import build
from verifier.rules import _rule

SEED = Path(__file__).parents[1] / "seeds" / "china-trade-talks.txt"
WORDS = 800  # of the article that the goals are stated for
SIZES = (1, 4, 16, 64, 256, 1024)  # KB
PATIENCE = 60.0  # seconds after which larger texts are not tried
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("words", words, "split"),
    ("names", names, "find"),
    ("quotation marks", marks, "pair"),
    ("quotations", quotations, "find"),
    ("attributions", attributions, "find"),
    ("dates", dates, "find"),
    ("quantities", quantities, "find"),
    ("topics", matching, "keys"),
    ("topics", matching, "index"),
    ("claims", claims, "find"),
    ("report", build, "article"),
    ("report", build, "quotes"),
    ("report", build, "claims"),
    ("report", build, "findings"),
    ("report", build, "coverage"),
)


def fixed_work() -> float:
    """Seconds for a fixed piece of pure Python: counting and sorting words, much as the rules do."""
    started = time.process_time()
    counts: dict[str, int] = {}
    for i in range(200_000):
        word = str(i * 7919 % 10_007)
        counts[word] = counts.get(word, 0) + len(word)
    sorted(counts, key=counts.__getitem__)
    return time.process_time() - started


def timed(spent: dict[str, float], stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its time added to its stage; generators are run to their end."""

    def run(*args: Any, **more: Any) -> Any:
        started = time.process_time()
        found = function(*args, **more)
        if hasattr(found, "__next__"):
            found = list(found)
        spent[stage] += time.process_time() - started
        return found

    return run


def by_stage(texts: list[str]) -> dict[str, float]:
    """Seconds for all texts, stage by stage."""
    spent: dict[str, float] = defaultdict(float)
    undo = [(home, name, getattr(home, name)) for _, home, name in STAGES]
    entered = dict(_rule._CATALOGUE)
    for stage, home, name in STAGES:
        setattr(home, name, timed(spent, stage, getattr(home, name)))
    for code, rule in entered.items():
        _rule._CATALOGUE[code] = dataclasses.replace(rule, check=timed(spent, f"rules {code[0]}", rule.check))
    try:
        for text in texts:
            started = time.process_time()
            read = article.from_text(text)
            spent["read and structure"] += time.process_time() - started
            made = check(read)
            started = time.process_time()
            made.model_dump_json()
            spent["json"] += time.process_time() - started
    finally:
        for home, name, function in undo:
            setattr(home, name, function)
        _rule._CATALOGUE.update(entered)
    return spent


def once(text: str) -> float:
    """Seconds to read, check and write one text."""
    started = time.process_time()
    check(article.from_text(text)).model_dump_json()
    return time.process_time() - started


def process(*args: str) -> float:
    """Seconds for a whole process, the median of seven, with the modules compiled as an installation has them."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    took = []
    for _ in range(7):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", *args], cwd=SEED.parents[1], env=env, capture_output=True, check=False)
        took.append(time.perf_counter() - started)
    return median(took)


def peak(text: str) -> float:
    """The most memory, in MB, that a process of its own needs to check a text; Linux alone tells."""
    code = (
        "import sys; from verifier import check; check(sys.stdin.read())\n"
        "for line in open('/proc/self/status'):\n"
        "    if line.startswith('VmHWM'): print(line.split()[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=SEED.parents[1], input=text, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def main(folder: str | None) -> None:
    texts = [article.read(p).text for p in article.expand(folder)] if folder else [SEED.read_text("utf-8")] * 50
    unit = median(fixed_work() for _ in range(5))
    size = sum(len(text.split()) for text in texts)
    share = WORDS / size  # of all the texts in one article of 800 words

    def line(what: str, seconds: float, more: str = "") -> None:
        print(f"{what:<26} {seconds * 1000:10.2f} ms {seconds / unit:9.4f} {more}")

    print(f"{len(texts)} articles, {size} words; one unit of fixed work takes {unit * 1000:.1f} ms\n")
    print(f"{'':<26} {'time':>13} {'units':>9}")
    once(texts[0])
    whole = sum(once(text) for text in texts) * share
    line(f"an article of {WORDS} words", whole, f"{1 / whole:.0f} articles a second")
    spent = by_stage(texts)
    for stage, seconds in sorted(spent.items(), key=lambda s: -s[1]):
        line(f"  {stage}", seconds * share, f"{seconds / sum(spent.values()):4.0%}")
    print()
    line("verifier --version", process("verifier", "--version"))
    line("verifier check seed", process("verifier", "check", str(SEED), "--quiet"))
    line("python -m this", process("this"), "for comparison: Python itself")
    print()
    growth(texts, line)
    if not Path("/proc/self/status").exists():
        return
    print(f"\npeak memory: {peak(SEED.read_text('utf-8')):.0f} MB for the seed", end="")
    print(f", {peak(of_size(texts, 1024)):.0f} MB for 1 MB of text")


def of_size(texts: list[str], kilobytes: int) -> str:
    """A text of that size, made of the articles one after the other."""
    parts: list[str] = []
    length = at = 0
    while length < kilobytes * 1024:
        parts.append(texts[at % len(texts)])
        length += len(parts[-1]) + 2
        at += 1
    return "\n\n".join(parts)[: kilobytes * 1024]


def growth(texts: list[str], line: Callable[[str, float, str], None]) -> None:
    """The time for larger and larger texts, and for each KB of them."""
    base = 0.0
    for kilobytes in SIZES:
        text = of_size(texts, kilobytes)
        took = min(once(text) for _ in range(3 if kilobytes < 256 else 1))
        each = took / kilobytes
        base = each if kilobytes == 4 else base
        against = f", {each / base:.2f} times that of 4 KB" if base else ""
        line(f"text of {kilobytes} KB", took, f"{each * 1000:.2f} ms a KB{against}")
        if took > PATIENCE:
            print("  larger texts would take too long")
            return


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)

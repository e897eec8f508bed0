"""What asking a model costs: ``model.py [--delay SECONDS] [--repeats N] [--langextract]``, against a scripted server.

The server (a process of its own) gives fixed answers, each after the same delay, so that what is measured is ours: how
many delays an article takes, how many tokens go over the line, how much processor time a call needs. ``--langextract``
puts the same articles through LangExtract beside it, in an environment of its own that is made in ``build/``.

Times are the least of the repeats, so that a busy machine changes little. "Warm" is a new process that has loaded its
libraries before the clock starts, "command" is ``verifier check`` from start to end.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from _stories import story

HERE = Path(__file__).parent
ROOT = HERE.parent
SIZES = (800, 4_000, 20_000)  # words
AT_ONCE = 16
GOALS = {800: 1.2, 4_000: 2.2, 20_000: 2.2}  # delays
LANGEXTRACT = "langextract[openai]==1.7.1"
PARTS = ("words", "form", "answers")


@dataclass(frozen=True)
class Took:
    """One article through one tool: seconds, processor seconds, grounded claims, and what the server counted."""

    seconds: float
    cpu: float
    claims: int
    asked: dict[str, Counter[str]]

    @property
    def calls(self) -> int:
        """Requests sent."""
        return sum(counts["calls"] for counts in self.asked.values())

    def tokens(self, *parts: str) -> int:
        """Tokens of these parts, or of all."""
        return sum(counts[part] for counts in self.asked.values() for part in parts or PARTS)


class Server:
    """The scripted server in its own process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.address = self._line()

    def taken(self) -> dict[str, Counter[str]]:
        """What it was asked since the last time, by the form of the answer."""
        print(file=self._process.stdin, flush=True)
        return {name: Counter(counts) for name, counts in json.loads(self._line()).items()}

    def _line(self) -> str:
        assert self._process.stdout is not None  # noqa: S101 - it was opened with a pipe
        return self._process.stdout.readline().strip()


@contextmanager
def serving(delay: float) -> Iterator[Server]:
    with subprocess.Popen(
        [sys.executable, str(HERE / "_endpoint.py"), str(delay)], stdin=-1, stdout=-1, text=True
    ) as process:
        yield Server(process)
        process.communicate()


def measured(python: str, script: str, server: Server, article: Path, repeats: int) -> Took:
    """The best of the repeats of one article through one tool, each in a process that is warm."""
    best: Took | None = None
    for _ in range(repeats):
        command = [python, str(HERE / script), server.address, str(article)]
        with subprocess.Popen(command, stdin=-1, stdout=-1, text=True, env=environment()) as process:
            assert process.stdout is not None  # noqa: S101 - it was opened with a pipe
            process.stdout.readline()
            server.taken()
            said, _ = process.communicate("go\n")
        if process.returncode:
            sys.exit(f"{script} failed")
        took = json.loads(said)
        asked = server.taken()
        best = Took(
            min(took["seconds"], best.seconds if best else math.inf),
            min(took["cpu"], best.cpu if best else math.inf),
            took["claims"],
            asked,
        )
    assert best is not None  # noqa: S101 - there is one repeat at least
    return best


def environment(cache: Path | None = None) -> dict[str, str]:
    """A process finds verifier in this checkout; ``cache`` is where it keeps answers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "PYTHONDONT"))}
    return {**kept, "PYTHONPATH": str(ROOT), **({"XDG_CACHE_HOME": str(cache)} if cache else {})}


def command(
    server: Server, article: Path, *options: str, cache: Path | None = None, python: tuple[str, ...] = ()
) -> str:
    """``verifier check`` with a model; what it wrote on standard error."""
    asking = ("--model", "scripted", "--base-url", server.address, "--quiet", *options)
    ran = subprocess.run(
        [sys.executable, *python, "-m", "verifier", "check", str(article), *asking],
        env=environment(cache),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode not in {0, 1, 3}:
        sys.exit(f"verifier check failed: {ran.stderr}")
    return ran.stderr


def least(repeats: int, *given: object, **more: object) -> float:
    """Seconds of the fastest of several runs of :func:`command`."""
    took = []
    for _ in range(repeats):
        started = time.perf_counter()
        command(*given, **more)  # type: ignore[arg-type]
        took.append(time.perf_counter() - started)
    return min(took)


def environment_of_langextract() -> str:
    """The Python that has LangExtract, which is made where it is not there."""
    home = ROOT / "build" / "langextract"
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", LANGEXTRACT], check=True)
    return str(python)


def walls(delay: float, whole: dict[int, float], ours: dict[int, Took]) -> None:
    print(f"{'':<14}{'calls':>6}{'at best':>9}{'warm':>9}{'delays':>8}{'command':>9}{'delays':>8}{'CPU a call':>12}")
    for words, took in ours.items():
        waves = math.ceil(took.calls / AT_ONCE)
        print(
            f"{words:>8,} words{took.calls:>6}{waves:>9}{took.seconds:>7.2f} s{took.seconds / delay:>8.2f}"
            f"{whole[words]:>7.2f} s{whole[words] / delay:>8.2f}{took.cpu / took.calls * 1000:>9.1f} ms"
            f"{'' if took.seconds / delay <= GOALS.get(words, 2.2) else '  goal missed'}"
        )
    print(f"goals: 1.2 delays for 800 words, else 2.2; at best: all calls, {AT_ONCE} at once, nothing waiting\n")


def tokens(ours: dict[int, Took]) -> None:
    columns = {
        "calls": 6,
        "words": 9,
        "forms": 8,
        "answers": 9,
        "all": 9,
        "again": 9,
        "claims": 8,
        "a claim": 9,
        "new": 7,
    }
    print(f"{'':<14}" + "".join(f"{name:>{width}}" for name, width in columns.items()))
    for words, took in ours.items():
        counts = Counter(calls=took.calls, **{p: took.tokens(p) for p in (*PARTS, "again")})
        row(f"{words:>8,} words", counts, took.claims)
    words, took = list(ours.items())[-1]
    for name, counts in sorted(took.asked.items(), key=lambda a: -sum(a[1][p] for p in PARTS)):
        row(f"  {name}", counts, took.claims)
    print("words: messages sent; forms: JSON Schema sent beside them; again: how much of both began like a request")
    print(
        "before, which a prefix cache does not read again; a claim: all tokens by grounded claims; new: without those\n"
    )


def row(name: str, counts: Counter[str], claims: int) -> None:
    whole = sum(counts[part] for part in PARTS)
    print(
        f"{name:<14}{counts['calls']:>6}{counts['words']:>9,}{counts['form']:>8,}{counts['answers']:>9,}{whole:>9,}"
        f"{counts['again']:>9,}{claims:>8}{whole / claims:>9.0f}{(whole - counts['again']) / claims:>7.0f}"
    )


def beside(ours: dict[int, Took], theirs: dict[int, Took]) -> None:
    print("LangExtract, by its own defaults, and verifier as a multiple of it")
    columns = {"calls": 6, "warm": 9, "tokens": 9, "claims": 8, "a claim": 9, "CPU a call": 12}
    columns |= {"time": 8, "a claim ": 10, "new": 8}
    print(f"{'':<14}" + "".join(f"{name:>{width}}" for name, width in columns.items()))
    for words, took in theirs.items():
        mine, each = ours[words], took.tokens() / took.claims
        print(
            f"{words:>8,} words{took.calls:>6}{took.seconds:>7.2f} s{took.tokens():>9,}{took.claims:>8}{each:>9.0f}"
            f"{took.cpu / took.calls * 1000:>9.1f} ms{mine.seconds / took.seconds:>7.2f}x"
            f"{mine.tokens() / mine.claims / each:>9.2f}x"
            f"{(mine.tokens() - mine.tokens('again')) / mine.claims / each:>7.2f}x"
        )


def kept(server: Server, article: Path, words: int, repeats: int) -> None:
    """A second run, answered by the cache."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        command(server, article, cache=cache)
        server.taken()
        again = least(repeats, server, article, cache=cache)
        calls = sum(counts["calls"] for counts in server.taken().values())
        told = command(server, article, cache=cache, python=("-X", "importtime"))
        loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.splitlines()}
    unasked = least(repeats, server, article, "--dry-run", "--no-cache")
    print(f"{words:,} words a second time: {again:.2f} s as a command, {calls} calls", end="")
    print(f", loaded of openai and instructor: {', '.join({'openai', 'instructor'} & loaded) or 'neither'}", end="")
    print(f"; with --dry-run, which asks nothing: {unasked:.2f} s\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--delay", type=float, default=2.0, help="seconds an answer takes (2)")
    parser.add_argument("--repeats", type=int, default=1, help="runs of everything, of which the least counts (1)")
    parser.add_argument("--words", type=int, nargs="+", default=SIZES, help="lengths of the articles")
    parser.add_argument("--langextract", action="store_true", help=f"also {LANGEXTRACT}, installed in build/")
    given = parser.parse_args()
    python = environment_of_langextract() if given.langextract else ""
    ours, theirs, whole = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder, serving(given.delay) as server:
        articles = {words: Path(folder) / f"{words}.txt" for words in given.words}
        for words, article in articles.items():
            article.write_text(story(words), encoding="utf-8")
            print(f"{words:,} words ...", file=sys.stderr)
            ours[words] = measured(sys.executable, "_checked.py", server, article, given.repeats)
            whole[words] = least(given.repeats, server, article, "--no-cache")
            if python:
                theirs[words] = measured(python, "_langextract.py", server, article, given.repeats)
        print(f"an answer takes {given.delay:g} s; {AT_ONCE} at once; least of {given.repeats}\n")
        walls(given.delay, whole, ours)
        tokens(ours)
        kept(server, next(iter(articles.values())), next(iter(articles)), given.repeats)
    if theirs:
        beside(ours, theirs)


if __name__ == "__main__":
    main()

"""Write predictions for the quotes benchmark: ``polnear.py TEXTDIR OUT.jsonl``.

One line an article: every attribution with its content, source and cue, as the benchmark's scorer reads them.
"""

import json
import sys
import time
from pathlib import Path

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def main(folder: str, out: str) -> None:
    with Path(out).open("w", encoding="utf-8") as lines:
        for path in sorted(Path(folder).glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            started = time.perf_counter()
            found = analyse(from_text(text), Settings()).attributions
            seconds = time.perf_counter() - started
            quotes = [{"content": a.content, "source": a.source and a.source.mention, "cue": a.cue} for a in found]
            lines.write(json.dumps({"doc": path.stem, "quotes": quotes, "seconds": seconds}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

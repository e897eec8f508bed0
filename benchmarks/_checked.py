"""One article through verifier in a process that has loaded everything: ``_checked.py ADDRESS FILE``; prints JSON."""

import json
import sys
import time
from pathlib import Path

from verifier import check
from verifier.model.settings import ModelSettings


def main(address: str, path: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    model = ModelSettings("scripted", address)
    check("Nothing has been said so far.", model=model)  # loads what is loaded once
    print("ready", flush=True)
    sys.stdin.readline()
    started, worked = time.perf_counter(), time.process_time()
    run = check(text, model=model)
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    worked = time.process_time()
    check(text)
    claims = sum(claim.by_model for claim in run.claims)
    by_rules = time.process_time() - worked
    missing = [line for line in run.run.missing if "too many" not in line]
    if missing:
        sys.exit(f"the server's answers were meant to be good: {missing[0]}")
    print(json.dumps({"seconds": seconds, "cpu": cpu - by_rules, "claims": claims}))


if __name__ == "__main__":
    main(*sys.argv[1:])

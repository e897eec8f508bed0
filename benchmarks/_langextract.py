"""One article through LangExtract, in its own environment: ``_langextract.py ADDRESS FILE``; prints JSON.

All defaults are LangExtract's. What a user must give is given in few words: what to extract, and one example.
"""

import json
import os
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import langextract as lx

WHAT = """Extract the claims of a news article for a fact-checker. A claim is one statement that could be true or false.
Use exact text of the article. Give each claim its kind: direct (a quotation), mixed (a paraphrase with quoted words),
indirect (somebody said it, without quotation marks) or reported (the writer's own statement of fact); the speaker; the
news outlet it came through; and whether it can be checked (not so opinions, predictions and wishes)."""

EXAMPLE = lx.data.ExampleData(
    text="Harbour chief Ines Vidal said the pier would not reopen before May, the Post reported.",
    extractions=[
        lx.data.Extraction(
            extraction_class="claim",
            extraction_text="the pier would not reopen before May",
            attributes={"kind": "indirect", "speaker": "Ines Vidal", "outlet": "Post", "checkable": True},
        )
    ],
)


def extract(text: str, address: str) -> Any:
    return lx.extract(
        text_or_documents=text,
        prompt_description=WHAT,
        examples=[EXAMPLE],
        model_id="gpt-4o-mini",
        api_key="none",
        model_url=address,
        show_progress=False,
    )


def main(address: str, path: str) -> None:
    warnings.simplefilter("ignore")
    os.environ["NO_PROXY"] = "127.0.0.1"
    text = Path(path).read_text(encoding="utf-8")
    extract("Nothing has been said so far.", address)  # loads what is loaded once
    print("ready", flush=True)
    sys.stdin.readline()
    started, worked = time.perf_counter(), time.process_time()
    found = extract(text, address).extractions
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    places = [e.char_interval for e in found if e.char_interval and e.char_interval.start_pos is not None]
    print(json.dumps({"seconds": seconds, "cpu": cpu, "claims": len(places)}))


if __name__ == "__main__":
    main(*sys.argv[1:])

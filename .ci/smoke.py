"""Installed, does it ask, record and replay? Against the tests' own endpoint, with whatever versions are here."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.model.articles import STORY
from tests.model.scripted import KEY, endpoint
from verifier import ModelSettings, check
from verifier.model.cassette import replay

with tempfile.TemporaryDirectory() as folder:
    tape, cache = Path(folder) / "tape.json", Path(folder) / "answers"
    with endpoint() as at:
        live = check(STORY, model=ModelSettings("m", at.url, KEY, cassette=tape, record="once"))
        tools = check(STORY, model=ModelSettings("m", at.url, KEY, mode="tools", cache=cache))
        kept = check(STORY, model=ModelSettings("m", at.url, KEY, mode="tools", cache=cache, offline=True))
    again = check(STORY, model=replay(tape))

reports = (live, tools, kept, again)
wrong = [line for report in reports for line in report.run.missing]
wrong += [] if all(report.claims == live.claims for report in reports) else ["the reports differ"]
sys.exit("\n".join(wrong) or 0)

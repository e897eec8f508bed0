"""W3C Web Annotations: the report's own, with what was decided as a tag and the note as a comment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from verifier.report._tally import Tally
from verifier.report.annotations import AnnotationsWriter, items
from verifier.review.exports._cleared import Cleared
from verifier.review.exports._corrected import corrected


def write(articles: Sequence[Cleared]) -> str:
    """One page of annotations."""
    frame = AnnotationsWriter(len(articles))
    made = (json.dumps(item, ensure_ascii=False) for one in articles for item in _items(one))
    return frame.begin() + frame.between().join(made) + frame.end([Tally.of(one.report) for one in articles])


def _items(one: Cleared) -> Iterator[dict[str, Any]]:
    decisions = one.decisions()
    for item in items(corrected(one)):
        decision = decisions.get(item["id"].rpartition(":")[2])
        if decision:
            by = {"creator": {"type": "Person", "name": decision.reviewer}}
            item["body"].append({"type": "TextualBody", "value": decision.decision, "purpose": "tagging"} | by)
            for words, purpose in ((decision.note, "commenting"), (decision.should_read, "editing")):
                if words:
                    said = {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
                    item["body"].append(said | by)
        yield item

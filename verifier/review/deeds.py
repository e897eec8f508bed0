"""What somebody did to an article, in the words in which the history tells it, and undo says what it took back."""

from __future__ import annotations

from verifier._shortening import short
from verifier.report._screen import quoted
from verifier.review.records import SAID, VERDICTS, Event, Item, Passage, Ruling

_ARTICLE = {
    ("checked", "done"): "Checked the article",
    ("checked", "open"): "No longer checked",
    ("signed", "done"): "Signed the article off",
    ("signed", "open"): "No longer signed off",
    ("removed", "done"): "Took the article off the desk",
    ("removed", "open"): "Put the article back on the desk",
}
_LONG = 80


def deed(item: Item, before: Ruling, after: Ruling, passage: Passage | None) -> str:
    """What was done, in one line."""
    if item.kind == "article":
        return _ARTICLE.get((item.key, after.state), "The article as a whole")
    words = ", ".join(quoted(_short(one)) for one in passage.words[:3]) if passage else ""
    if item.kind == "act":
        return f"{passage.label if passage else ''} {words}".strip()
    if item.kind == "mark" and before.state == "gone":
        return f"Marked {words} by hand"
    verdict = VERDICTS.get(after.state) or ("Reopened" if after.state == "open" else SAID[after.state])
    return f"{verdict}: {words or (passage.message if passage else '')}"


def done(event: Event) -> str:
    """What a step did; of one that took another back, what that one had done."""
    steps = (event.before, event.after) if event.what == "decided" else (event.after, event.before)
    return deed(event.item, *steps, event.passage)


def undone(event: Event) -> str:
    """What a step that took another back took back, and how that stands now."""
    if event.item.kind in ("article", "act") or event.after.state == "gone":
        return f"Undone: {done(event)}."
    more = f", with {event.along} along with it" if event.along else ""
    return f"Undone: {done(event)}{more}. It stands as before: {SAID[event.after.state]}."


def _short(words: str) -> str:
    return short(" ".join(words.split()), _LONG)

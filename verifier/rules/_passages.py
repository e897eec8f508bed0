"""How the rules about sources put into words where a passage stands and how it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier._shortening import short
from verifier.article import Span
from verifier.rules._rule import Sample

if TYPE_CHECKING:
    from verifier.sources import Difference, Fact, Source

INTERVIEW = Sample(
    "Q: Mayor, will the town pay for the bridge?\n\n"
    "MAYOR HOLM: We will not raise the levy for it this year. The new bridge costs 25 million dollars, and we may "
    "borrow "
    "ten of that if the council agrees. I spoke to Ana Ruiz about it on Monday.\n\n"
    "Q: Is the old bridge safe to cross for lorries today?\n\n"
    "MAYOR HOLM: It is safe for cars. Lorries have to take the long way round until the spring, and I am sorry for "
    "that."
)
"""What the examples are held against."""

_KINDS = {
    "negation": "a negation",
    "figure": "a figure",
    "date": "a date",
    "unit": "a unit",
    "name": "a name",
    "modal": "a word of condition or degree",
    "word": "a word",
    "function": "a small word",
    "form": "the form of a word",
    "filler": "a hesitation",
}


def kind(difference: Difference) -> str:
    """What it is that differs."""
    return _KINDS.get(difference.kind, "a word")


def place(source: Source, span: Span) -> str:
    """Where a passage stands: "interview, HOLM, at 12:34" or "release, page 2"."""
    parts = [source.id]
    turn = source.turn_at(span.start)
    if turn is not None and (label := source.turns[turn].label):
        parts.append(label)
    time, page = source.time_at(span.start), source.page_at(span.start)
    if time is not None:
        parts.append(f"at {clock(time)}")
    elif page is not None:
        parts.append(f"page {page}")
    return ", ".join(parts)


def clock(seconds: float) -> str:
    """A time in a recording as it is read: 12:34, 1:02:03."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def shown(text: str, most: int = 80) -> str:
    """Words on one line, cut where they are many."""
    return short(" ".join(text.split()), most)


def ask(fact: Fact, heard: str = "which words were said", read: str = "which words stand there") -> str:
    """What to do about a passage that is known, and what to ask of it in a recording and in a document."""
    if fact.source is None or fact.passage is None:
        return "Which recording, document or notes hold these words?"
    time = fact.source.time_at(fact.passage.start)
    if time is not None:
        return f"Listen again at {clock(time)}: {heard}?"
    return f"Read it again in {place(fact.source, fact.passage)}: {read}?"

"""What is decided at the desk, about what, and by whom."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

Kind = Literal["finding", "claim", "speaker"]
State = Literal["open", "confirmed", "dismissed", "needs-a-call", "corrected"]

VERDICTS: dict[State, str] = {"confirmed": "Confirmed", "dismissed": "Dismissed", "needs-a-call": "Needs a call"}
"""What a checker may decide about a finding, and its words."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be decided on: a finding, a claim or a speaker of one article.

    ``key`` finds it again in a later version of the article: a finding's fingerprint, a claim's words as a digest, a
    speaker's name as the report has it.
    """

    article: int
    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided. Findings have a state and a note; claims and speakers what should be there instead.

    ``wording`` is how the claim should read, ``speaker`` whose it is, ``rating`` what came of checking it.
    """

    state: State = "open"
    note: str = ""
    wording: str = ""
    speaker: str = ""
    rating: str = ""

    @classmethod
    def correction(cls, *, note: str = "", wording: str = "", speaker: str = "", rating: str = "") -> Ruling:
        """What a claim or a speaker should be; with nothing in it, it is as open as before."""
        given = cls("open", note, wording, speaker, rating)
        return given if given == cls() else replace(given, state="corrected")

    def dumped(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def loaded(cls, kept: str) -> Ruling:
        """From what was kept."""
        return cls(**json.loads(kept))


@dataclass(frozen=True, slots=True)
class Passage:
    """What a decision was about, in words that outlive the version of the article it was made on.

    ``label`` is the rule's code, or the kind of claim; ``words`` are the places, the first one first.
    """

    label: str
    message: str
    words: tuple[str, ...]

    def dumped(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def loaded(cls, kept: str) -> Passage:
        """From what was kept."""
        given = json.loads(kept)
        return cls(given["label"], given["message"], tuple(given["words"]))


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides: the name, and the browser session that undo goes by."""

    name: str
    session: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A ruling as it stands: ``version`` counts the changes, 0 where nobody has ruled; ``at`` is UTC."""

    item: Item
    ruling: Ruling = Ruling()
    version: int = 0
    reviewer: str = ""
    at: str = ""
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One step of an item's history; ``what`` is ``decided`` or ``undid``."""

    item: Item
    what: str
    before: Ruling
    after: Ruling
    reviewer: str
    at: str
    passage: Passage


class Changed(Exception):  # noqa: N818 - no error: somebody else was faster
    """The item was decided on by somebody else meanwhile; nothing was written."""

    def __init__(self, current: Standing) -> None:
        self.current = current
        super().__init__(f"changed meanwhile by {current.reviewer}")

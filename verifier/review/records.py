"""What is decided at the desk, about what, and by whom."""

from __future__ import annotations

import json
from collections.abc import Collection, Container
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal

Kind = Literal["finding", "fact", "mark", "claim", "speaker", "article", "act"]
State = Literal["open", "mend", "fine", "false-alarm", "call", "answered", "mended", "corrected", "gone", "done"]

VERDICTS: dict[State, str] = {
    "mend": "Mend",
    "fine": "Checked, fine",
    "false-alarm": "False alarm",
    "call": "Call",
}
"""What a checker may decide about a finding or a fact, and its words."""

SAID: dict[State, str] = {
    "open": "Open",
    "mend": "To mend",
    "fine": "Checked, fine",
    "false-alarm": "False alarm",
    "call": "To call",
    "answered": "Call answered",
    "mended": "Mended",
    "corrected": "Corrected",
    "gone": "Taken away",
    "done": "Done",
}
"""How something stands, in words."""

TO_DO: tuple[State, ...] = ("open", "call", "answered")
"""How something stands that has to be decided still: an answer is what somebody said, and whether the words stand by it
is another decision."""

ITEMS: tuple[Kind, ...] = ("finding", "fact", "mark")
"""What an article is cleared by; the other kinds are corrections beside it."""
RULED: tuple[Kind, ...] = (*ITEMS, "claim", "speaker")
"""What a form decides on; how an article as a whole stands, and what was done to it, have forms of their own."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be decided on: a finding, a fact, a mark made by hand, a claim or a speaker of one article.

    ``key`` finds it again in a later version of the article: a finding's fingerprint, a claim's or a fact's words as a
    digest, a speaker's name as the report has it.
    """

    article: int
    kind: Kind
    key: str

    @property
    def ref(self) -> str:
        """How a ruling names it that was decided along with it."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A call that was tried: when (UTC), by whom, and what came of it."""

    at: str
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided.

    ``wording`` is how it should read, ``against`` what it was checked against (a document, an address, a person) and
    ``place`` where in it (a page, a minute, a time). ``whom``, ``number``, ``attempts`` and ``answer`` are a call's,
    which stays to do until it is answered and the words are decided. ``speaker`` and ``rating`` are a claim's.
    ``along`` is the item that this was decided with (of an earlier verifier, a finding's code), ``edited`` the sentence
    that it was decided in, where the author has changed that since and the fact is told in it as before.
    """

    state: State = "open"
    note: str = ""
    wording: str = ""
    speaker: str = ""
    rating: str = ""
    against: str = ""
    place: str = ""
    whom: str = ""
    number: str = ""
    answer: str = ""
    attempts: tuple[Attempt, ...] = ()
    along: str = ""
    edited: str = ""

    @classmethod
    def correction(cls, *, note: str = "", wording: str = "", speaker: str = "", rating: str = "") -> Ruling:
        """What a claim or a speaker should be; with nothing in it, it is as open as before."""
        given = cls("open", note, wording, speaker, rating)
        return given if given == cls() else replace(given, state="corrected")

    def decides_as(self, other: Ruling) -> bool:
        """Whether both decide the same; what is noted beside a decision, or named as its source, decides nothing."""
        beside = replace(
            self, note=other.note, against=other.against, place=other.place, along=other.along, edited=other.edited
        )
        return beside == other

    def notes(self, before: Ruling) -> bool:
        """Whether it says what stood before, with another note at most."""
        return replace(before, note=self.note, along=self.along, edited=self.edited) == self

    def told_with(self, leads: Container[str]) -> bool:
        """Whether it is told with the item it was decided along with, which is among ``leads``: one problem is told and
        counted once, unless something else was written about this part of it."""
        return self.along in leads and not (self.wording or self.note)

    @property
    def called(self) -> bool:
        """Whether somebody was rung about it: an answer came, or it was tried."""
        return bool(self.answer or self.attempts)

    @property
    def party(self) -> str:
        """Whom a call is to, with the number, in one line."""
        return ", ".join(filter(None, (self.whom, self.number)))

    @property
    def checked_against(self) -> str:
        """What it was checked against and where in it, in one line."""
        return ", ".join(part for part in (self.against, self.place) if part)

    def dumped(self) -> str:
        """As it is kept: what is empty is left out."""
        kept = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(kept | {"state": self.state}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def loaded(cls, kept: str) -> Ruling:
        """From what was kept.

        Raises:
            ValueError: nothing of ours.
        """
        try:
            given: dict[str, Any] = json.loads(kept)
            attempts = tuple(Attempt(**one) for one in given.pop("attempts", ()))
            if not all(isinstance(value, str) for value in given.values()) or given.get("state", "open") not in SAID:
                raise ValueError("a decision that cannot be read")
            return cls(**given, attempts=attempts)
        except (TypeError, AttributeError) as error:
            raise ValueError("a decision that cannot be read") from error


TYPED = tuple(f.name for f in fields(Ruling) if f.name not in ("state", "attempts", "along", "edited"))
"""The fields a checker types into."""
WRITTEN = (*TYPED, "attempt")
"""What of a form is kept as it is typed; an attempt goes among the attempts when something is decided."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a decision was about, in words that outlive the version of the article it was made on.

    ``label`` is the rule's code, or the kind of fact or claim; ``words`` are the places, the first one first, and
    ``context`` the sentences they stood in.
    """

    label: str
    message: str
    words: tuple[str, ...]
    context: tuple[str, ...] = ()

    def dumped(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def loaded(cls, kept: str) -> Passage:
        """From what was kept.

        Raises:
            ValueError: nothing of ours.
        """
        try:
            given = json.loads(kept)
            return cls(
                str(given["label"]),
                str(given["message"]),
                tuple(map(str, given["words"])),
                tuple(map(str, given.get("context", ()))),
            )
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError("a passage that cannot be read") from error


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides: the name, and the browser session that undo goes by."""

    name: str
    session: str


NOBODY = Reviewer("", "")
"""Whoever works without a browser: what he does is told, and no key takes it back."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A ruling as it stands: ``version`` counts the changes, 0 where nobody has ruled; ``at`` is UTC."""

    item: Item
    ruling: Ruling = field(default_factory=Ruling)
    version: int = 0
    reviewer: str = ""
    at: str = ""
    passage: Passage | None = None


def told_apart(alike: Collection[Standing]) -> set[str]:
    """Of what stands alike, what is told and counted by itself, as refs: each problem once."""
    leads = {s.item.ref for s in alike}
    sentences: dict[tuple[str, ...], list[Standing]] = {}  # only in the same one can a correction say another
    for s in alike:
        if s.ruling.wording and s.passage:
            sentences.setdefault(s.passage.context[:1], []).append(s)
    within = {s.item.ref for worded in sentences.values() for s in worded if any(tells(other, s) for other in worded)}
    return {s.item.ref for s in alike if s.item.ref not in within and not s.ruling.told_with(leads)}


def tells(outer: Standing, inner: Standing) -> bool:
    """Whether a correction says all that another does that was decided apart: "Ana Ruis" to "Ana Ruiz" that of "Ruis"
    to "Ruiz" in it. Where its words stand twice in the sentence nobody knows which were meant, and both are told."""
    a, b = outer.passage, inner.passage
    if not (outer.ruling.state == inner.ruling.state == "mend" and outer.ruling.wording and inner.ruling.wording):
        return False
    if inner.ruling.note or not a or not b or not a.words or len(b.words) != 1 or a.context[:1] != b.context[:1]:
        return False
    around, within, words = (" ".join(one.split()) for one in ("".join(b.context[:1]), a.words[0], b.words[0]))
    if around.count(words) != 1 or words not in within:
        return False
    if words == within and ITEMS.index(outer.item.kind) >= ITEMS.index(inner.item.kind):
        return False  # of two on the very same words the finding tells
    return within.replace(words, inner.ruling.wording) == outer.ruling.wording


@dataclass(frozen=True, slots=True)
class Along:
    """What is decided along with another item: where it is open, or was decided along with one of ``leads`` before and
    not for itself since; without ``leads``, where it still is in the version that was ``seen``."""

    item: Item
    ruling: Ruling
    passage: Passage
    leads: frozenset[str] | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """One step of an item's history; ``what`` is ``decided`` or ``undid``, ``along`` how many steps went with it,
    ``number`` its own, and ``replaced`` the text that it took the place of, as its digest."""

    item: Item
    what: str
    before: Ruling
    after: Ruling
    reviewer: str
    at: str
    passage: Passage
    along: int = 0
    number: int = 0
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: how it all stands now, the number of the step that took it back, and whether a version came
    back about which the model was still being ``asked``."""

    step: int
    made: tuple[Standing, ...]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has typed beside an item and not decided yet; ``mine`` in the browser it was typed in."""

    item: Item
    words: dict[str, str]
    reviewer: str
    at: str
    mine: bool


class Changed(Exception):  # noqa: N818 - no error: somebody else was faster
    """The item was decided on by somebody else meanwhile; nothing was written. Of an undo, ``step`` is the one before
    which something can be undone still."""

    def __init__(self, current: Standing, step: int = 0) -> None:
        self.current = current
        self.step = step
        super().__init__(f"changed meanwhile by {current.reviewer}")

"""What may be a label in a transcript: whose words follow, as every house that writes one has its own way to say.

"MR. SMITH: ...", "Q. ...", ">> HOLM: ...", "**Ruth Holm:** ...", "[Ruth Holm] ...", "HOLM - ...", a name alone on a
line with or without a time ("Ruth Holm  0:12"), and a name in the middle of a line, where breaks were lost.
Whether it is one, is decided over the whole text (:mod:`verifier.sources._turns`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_NAME = r"[^\W\d_][\w.'’-]*,?(?:[ ][(]?[\w.'’-]+[)]?,?){0,6}(?:[ ]?\([^()\n]{1,80}\))?"
_BOLD = r"(?:\*\*|__)?"
_LABEL = re.compile(
    rf"^[ ]*(?P<time>[\[(]?{TIME}[\])]?(?:[ ]*(?:-->|-|–)[ ]*[\[(]?{TIME}[\])]?)?)?[ ]*"
    r"(?P<chevron>>>+|[-–—](?=[ ]?\w))?[ ]*"
    rf"(?:{_BOLD}(?P<name>{_NAME})[ ]*(?:(?P<inner>[\[(]{TIME}[\])])[ ]*)?{_BOLD}:{_BOLD}(?=\s|$)"
    r"|(?P<court>[QA])[.:]?(?=[ ]{1,}\S|$))?[ ]*",
    re.MULTILINE,
)
_ALONE = re.compile(
    rf"^[ ]*(?:[\[(]?(?P<before>{TIME})[\])]?[ ]+)?{_BOLD}(?P<name>{_NAME}){_BOLD}"
    rf"(?:[ ]*[\[(]?(?P<behind>{TIME})[\])]?)?[ ]*\n(?=[ ]*\S)",
    re.MULTILINE,
)
_DASHED = re.compile(rf"^[ ]*{_BOLD}(?P<name>{_NAME}){_BOLD}[ ]+[-–—][ ]+(?=\S)", re.MULTILINE)
_BRACKETED = re.compile(rf"^[ ]*{_BOLD}\[(?P<name>{_NAME})\]{_BOLD}[ ]+(?=\S)", re.MULTILINE)
_INSIDE = re.compile(rf"(?<=[.?!…\"”’)\]])[ ]+(?P<label>(?P<name>{_NAME})[ ]*:[ ]+)(?=\S)")
How = Literal["colon", "alone", "dash", "bracket", "inside"]
_OTHERS: tuple[tuple[How, re.Pattern[str]], ...] = (("alone", _ALONE), ("dash", _DASHED), ("bracket", _BRACKETED))


class Line(NamedTuple):
    """A line, or the middle of one, that may open a turn: from ``start`` its label, from ``content`` what is said.

    ``how`` is what sets the label off, ``said`` whether something is said on its own line.
    """

    start: int
    content: int
    label: str | None
    chevron: bool = False
    time: str | None = None
    how: How = "colon"
    said: bool = True


def lines(plain: str) -> list[Line]:
    """Every line with what a colon, a chevron or a time sets off at its beginning."""
    return [_line(plain, match) for match in _LABEL.finditer(plain) if match.group().strip()]


def inside(plain: str) -> list[Line]:
    """Names before a colon that begin a sentence within a line."""
    return [Line(m.start("label"), m.end(), " ".join(m["name"].split()), how="inside") for m in _INSIDE.finditer(plain)]


def others(plain: str) -> Iterator[list[Line]]:
    """For each of the rarer ways to set off a label, what it may set off."""
    for how, pattern in _OTHERS:
        found: list[Line] = []
        for match in pattern.finditer(plain):
            time = (match["before"] or match["behind"]) if how == "alone" else None
            found.append(Line(match.start(), match.end(), " ".join(match["name"].split()), time=time, how=how))
        yield found


def bare(label: str) -> str:
    """A label without what is said of its bearer: "RUTH HOLM" of "RUTH HOLM (leader of the council)"."""
    return re.split(r"\s*\(|,\s", label, maxsplit=1)[0].strip() or label


def _line(plain: str, match: re.Match[str]) -> Line:
    name = match["name"] or match["court"]
    label = " ".join(name.split()) if name else None
    said = plain[match.end() : match.end() + 1].strip() != ""
    return Line(
        match.start(), match.end(), label, match["chevron"] is not None, match["time"] or match["inner"], said=said
    )

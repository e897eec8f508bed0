"""Statements of "according to", before the words that credit them, behind them or around them.

"*According to* <the minister>, [the plan is dead]"; "[The plan], *according to* <him>, [is dead]".
"""

from __future__ import annotations

from verifier.english import closed, nouns
from verifier.english.inflection import Form
from verifier.reading import phrases, tags
from verifier.reading._fronted import without_apposition
from verifier.reading._sentence import Reading, Stretch
from verifier.reading._stated import Statement, statement, stretch


def read(r: Reading, i: int) -> Statement | None:
    """ "*According to* <the minister>, [the plan is dead]", "[The plan is dead], *according to* <him>"."""
    first = i + 2
    end = _source_end(r, first)
    if end is None:
        return None
    end = _with_origin(r, end)
    content: list[Stretch] = []
    before = i - 1
    while before > r.first and r.low(before) in (",", "—", "–", "--"):
        before -= 1
    if before > r.first and not _only_opens(r, before):
        content.append(Stretch(r.first, before))
    comma = next((j for j in range(end, min(end + 25, r.last)) if r.low(j) == ","), None)
    if comma == end + 1:
        comma = _past_name(r, comma)
    if comma is not None and comma + 2 < r.last and (not content or comma == end + 1):
        more = stretch(r, comma + 1, wide=True)
        if more is not None:
            content.append(more)
    if not content and _goes_on(r, i, end) and (told := stretch(r, end + 1, wide=True)) is not None:
        content.append(told)
    if not content:
        return None
    content = without_apposition(r, content) if content[0].first < i else content
    return statement(r, Stretch(first, end), Stretch(i, i + 1), content, "say")


def _goes_on(r: Reading, i: int, end: int) -> bool:
    """Whether the clause follows without a comma: "*According to* <him> [the plan is dead]"."""
    opens = r.tag(end + 1) in (tags.DETERMINER, tags.PRONOUN) or r.low(end + 1) in closed.DETERMINERS_AND_POSSESSIVES
    named = r.tag(end) in (tags.PRONOUN, tags.NAME) or (r.tag(end) == tags.NOUN and r.low(end + 1) in closed.ARTICLES)
    return i == r.first and named and opens


def _only_opens(r: Reading, last: int) -> bool:
    """Whether what goes before an insertion ends in the word that opens the clause behind it, which alone is stated:
    "The Herald found that, according to the log, [...]", "She left because, according to Lee, [...]"."""
    return r.tag(last) in (tags.SUBORDINATOR, tags.CONJUNCTION) and r.low(last + 1) == ","


def _source_end(r: Reading, first: int) -> int | None:
    """Where the source ends behind "according to": "early results of the count", "full but unofficial returns"."""
    at = first
    while r.tag(at) == tags.ADVERB:
        at += 1
    if r.tag(at + 1) == tags.CONJUNCTION and r.tag(at + 2) == tags.ADJECTIVE:
        at += 2
    end = phrases.phrase_end(r, at)
    if end is None and r.tag(at) == tags.ING:  # "according to recent polling"
        return at
    return end


def _with_origin(r: Reading, end: int) -> int:
    """The last word of a document with who made it or where it came from: "papers [obtained by the Herald]"."""
    passive = tags.verb_forms().get(r.low(end + 1), 0) & Form.PARTICIPLE and r.low(end + 2) in closed.ENDS_HEAD
    behind = phrases.phrase_end(r, end + 3) if passive and r.tag(end) == tags.NOUN else None
    if behind is None and r.low(end + 1) == "from" and r.low(end) in nouns.DOCUMENTS:
        behind = phrases.phrase_end(r, end + 2)  # "data from the port"
    return end if behind is None else behind


def _past_name(r: Reading, comma: int) -> int:
    """The comma behind a name between two: "according to the harbour master, [Olaf Quist], the boats are gone"."""
    last = comma + 1
    while r.tag(last) == tags.NAME:
        last += 1
    return last if last > comma + 1 and r.low(last) == "," else comma

"""The list for the author: what to mend, whom to ring, whose words and names were put right. Plain text, which pastes
into mail and documents as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier._shortening import short
from verifier.report._places import Places
from verifier.report._screen import clean, quoted
from verifier.report._tally import counted
from verifier.review.exports._cleared import Cleared, Point
from verifier.review.records import TO_DO, Ruling

_MOST = 600
"""Characters shown of a passage."""


def parts(articles: Iterable[Cleared]) -> Iterator[str]:
    """A section an article; of several, those in which nothing was decided yet are named in a line each at the end."""
    waiting: list[Cleared] = []
    told = 0
    for one in articles:
        if one.touched:
            yield "\n\n\n" * bool(told) + "\n".join(_article(one)) + "\n"
            told += 1
        else:
            waiting.append(one)
    if told + len(waiting) == 1:
        yield from ("\n".join(_article(one)) + "\n" for one in waiting)
    elif waiting:
        yield "\n\n\n" * bool(told) + "NOT CHECKED YET\n"
        yield from (f"{_waiting(one)}\n" for one in waiting)


def _waiting(one: Cleared) -> str:
    """An article in which nothing was decided; its facts may not have been counted yet."""
    row = one.row
    name = ", ".join(words(part) for part in (row.title or ("" if row.path else "Article"), row.path) if part)
    found = row.errors + row.warnings + row.infos
    left = [counted(found, "finding")] * bool(found) + [
        "facts not counted" if row.unread else counted(row.facts, "fact")
    ]
    return f"{name}: {', '.join(left)}"


def _article(one: Cleared) -> Iterator[str]:
    article = one.report.article
    title = words(article.title or article.path or "Article")
    yield title
    yield "=" * min(len(title), 72)
    facts = [words(article.path or ""), article.published.isoformat() if article.published else ""]
    yield ", ".join(filter(None, [*facts, _standing(one)]))
    where = Places(article)
    mend, calls = one.told("mend"), one.told("call")
    answered = one.told("answered")
    claims, names = one.corrected(), one.renamed()
    yield from _section("To mend", (_point(p) for p in mend))
    yield from _section("Still to be asked", (_point(p) for p in calls))
    yield from _section("What a call brought", (_point(p) for p in answered))
    yield from _section("Names", (_name(name, ruling) for name, ruling in names.items()))
    yield from _section(
        "Claims",
        (
            _claim(f"{where.at(c.spans[0].start).capitalize()}: " if c.spans else "", c.text, ruling)
            for c, ruling in claims
        ),
    )
    if not (mend or calls or answered or claims or names):
        yield ""
        yield "Nothing to mend so far." if one.row.todo else "Nothing to mend."
    open_still = [p for p in one.points if p.ruling.state == "open"]
    if open_still:
        found = sum(p.kind == "finding" for p in open_still)
        left = [counted(n, w) for n, w in ((found, "finding"), (len(open_still) - found, "fact")) if n]
        yield ""
        yield f"{' and '.join(left)} not decided yet."


def _standing(one: Cleared) -> str:
    """How far it is: whoever gets the list must not take a draft for what somebody has signed."""
    if one.row.checked:
        signed = f", signed off by {words(one.row.signed)}" if one.row.signed else ""
        return f"checked by {words(one.row.checked)}{signed}"
    todo = sum(p.ruling.state in TO_DO for p in one.points)
    worked = f", decisions by {', '.join(words(r) for r in one.reviewers())}" if one.reviewers() else ""
    return f"draft, {todo} still to do{worked}" if todo else f"not signed yet{worked}"


def _section(title: str, items: Iterable[list[str]]) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        if number == 1:
            yield from ("", "", title.upper())
        yield ""
        yield f"{number}. {item[0]}"
        yield from (f"   {line}" for line in item[1:])


def _point(point: Point) -> list[str]:
    ruling = point.ruling
    first = point.spans[0]
    reason = typed(ruling.note) if point.message and ruling.state == "mend" else ""
    said = [reason or words(point.message) or quoted(words(first.text))]
    said.append(f"{point.where.capitalize()}: {words(point.sentence)}")
    about = [words(s.text).rstrip(",;") for s in point.spans if point.message]
    about = [one for one in about[bool(ruling.wording) :] if not _most(one, point.sentence)]
    said += [f"About: {', '.join(map(quoted, about))}"] if about else []
    said += (
        [f"{quoted(words(first.text).rstrip(',;'))} should read: {quoted(typed(ruling.wording))}"]
        if ruling.wording
        else []
    )
    said += [f"Checked against: {typed(ruling.checked_against)}"] if ruling.against else []
    said += [*called(ruling), *asked(point)]
    return said if reason else said + _note(ruling)


def called(ruling: Ruling) -> list[str]:
    """Who is to be called, or was, and what that brought."""
    if ruling.state == "call":
        return [f"To be called: {typed(ruling.party)}"] if ruling.whom else []
    if not (ruling.called or ruling.state == "answered"):
        return []
    whom = typed(ruling.party) or "whom is not said"
    return [f"Called: {whom}", f"Answer: {typed(ruling.answer)}"] if ruling.answer else [f"Called, no answer: {whom}"]


def asked(point: Point) -> list[str]:
    """What is asked of whoever reads of a point, where no wording says how it should read."""
    ruling, question = point.ruling, words(point.question)
    if ruling.state == "call":
        whom = [] if ruling.whom else ["Whom to ask is not known yet: who can tell?"]
        return [f"Question: {question or 'Does this hold?'}", *whom]
    if ruling.state == "answered":
        return ["Not decided yet: do the words stand by this answer?"]
    if ruling.state != "mend" or ruling.wording:
        return []
    if ruling.answer:
        return ["Please put it as this answer has it."]
    if question:
        return [f"Question: {question}"]
    return [] if ruling.note else ["Please say how it should read."]


def _most(some: str, sentence: str) -> bool:
    """Whether words are most of a sentence, and to tell them again would repeat it."""
    return some in sentence and 2 * len(some) > len(sentence)


def _name(name: str, ruling: Ruling) -> list[str]:
    return [f"“{words(name)}” should be “{typed(ruling.speaker)}”" if ruling.speaker else f"“{words(name)}”"] + _note(
        ruling
    )


def _claim(place: str, text: str, ruling: Ruling) -> list[str]:
    said = [f"{place}{quoted(words(text))}"]
    said += [f"Should read: {quoted(typed(ruling.wording))}"] if ruling.wording else []
    said += [f"Is {typed(ruling.speaker)}'s"] if ruling.speaker else []
    said += [f"Our verdict: {typed(ruling.rating)}"] if ruling.rating else []
    return said + _note(ruling)


def _note(ruling: Ruling) -> list[str]:
    return [f"Note: {typed(ruling.note)}"] if ruling.note else []


def words(text: str) -> str:
    """Text of the article on one line, cut between words where it is long."""
    return short(typed(text), _MOST)


def typed(text: str) -> str:
    """What a checker has written, on one line and whole: it is meant to be read to its end."""
    return clean(text).strip()

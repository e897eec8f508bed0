"""The list for the author: what to mend, whom to ring, whose words and names were put right. Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verifier.report._lines import Lines
from verifier.report._screen import clean
from verifier.report._tally import counted
from verifier.report.markdown import plain
from verifier.report.models import Finding
from verifier.review.exports._cleared import Cleared
from verifier.review.records import Ruling

_MOST = 300
"""Characters shown of a passage."""


def write(articles: Sequence[Cleared]) -> str:
    """A section an article."""
    return "\n\n".join("\n".join(_article(one)) for one in articles) + "\n"


def _article(one: Cleared) -> Iterator[str]:
    article = one.report.article
    yield f"# {_words(article.title or article.path or 'Article')}"
    yield ""
    facts = [article.path or "", article.published.isoformat() if article.published else ""]
    facts += [f"reviewed by {', '.join(one.reviewers())}"] if one.reviewers() else []
    yield _words(", ".join(f for f in facts if f)) or "not reviewed"
    lines = Lines(article.text)
    confirmed, calls = one.findings("confirmed"), one.findings("needs-a-call")
    claims, names = one.corrected(), one.renamed()
    yield from _section("To mend", (_finding(f, one, lines) for f in confirmed))
    yield from _section("To ask", (_finding(f, one, lines) for f in calls))
    yield from _section("Names", (_name(name, ruling) for name, ruling in names.items()))
    yield from _section(
        "Claims",
        (_claim(f"line {lines.at(c.spans[0].start)[0]}: " if c.spans else "", c.text, ruling) for c, ruling in claims),
    )
    if not (confirmed or calls or claims or names):
        yield ""
        yield "Nothing to mend."
    open_still = len(one.findings("open"))
    if open_still:
        yield ""
        yield f"{counted(open_still, 'finding')} not decided yet."


def _section(title: str, items: Iterable[list[str]]) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        if number == 1:
            yield from ("", f"## {title}", "")
        yield f"{number}. {item[0]}"
        yield from (f"   - {line}" for line in item[1:])


def _finding(finding: Finding, one: Cleared, lines: Lines) -> list[str]:
    ruling = one.ruling("finding", finding.fingerprint)
    places = [*finding.spans, *(r.span for r in finding.related)]
    said = [f"{_words(finding.message)} ({_words(finding.code)})"]
    said += [f"line {lines.at(place.start)[0]}: “{_words(place.text)}”" for place in places]
    said += [_words(finding.question)] if finding.question else []
    return said + _note(ruling)


def _name(name: str, ruling: Ruling) -> list[str]:
    return [
        f"“{_words(name)}” should be “{_words(ruling.speaker)}”" if ruling.speaker else f"“{_words(name)}”"
    ] + _note(ruling)


def _claim(place: str, text: str, ruling: Ruling) -> list[str]:
    said = [f"{place}“{_words(text)}”"]
    said += [f"should read “{_words(ruling.wording)}”"] if ruling.wording else []
    said += [f"is {_words(ruling.speaker)}'s"] if ruling.speaker else []
    said += [f"rated: {_words(ruling.rating)}"] if ruling.rating else []
    return said + _note(ruling)


def _note(ruling: Ruling) -> list[str]:
    return [f"Note: {_words(ruling.note)}"] if ruling.note else []


def _words(text: str) -> str:
    """Text on one line, in which nothing is Markdown, a link or a call to somebody."""
    words = clean(text)
    return plain(words if len(words) <= _MOST else f"{words[:_MOST]} …")

"""The call sheet: whom to ring, and the facts to ask about; Markdown, or a Word file by ``pack``.

Quotations are left out on purpose: who is read their own words back will want to change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.report import _files
from verifier.report._ledger_rows import speaker_at
from verifier.report._places import Places
from verifier.report._screen import clean
from verifier.report._tally import counted
from verifier.report._writer import Writer
from verifier.report.ledger import saved
from verifier.report.markdown import code, plain
from verifier.report.models import Claim, Report

_BEHIND = re.compile(r"(?: [\w'’-]+\b(?![:.,]\d)){1,3}")
"""What a figure counts, as far as the next mark: "four hundred times a year"."""
_NOBODY = "Nobody is named: find who could confirm this"


class CallsWriter(Writer):
    """A heading a person, an item with a box a fact."""

    def article(self, report: Report, index: int) -> str:
        """One article's calls."""
        del index
        places = Places(report.article)
        groups: dict[str, dict[str, str]] = {}
        for person, fact, start in _facts(report):
            groups.setdefault(person, {}).setdefault(" ".join(fact.split()), places.at(start))
        named = sorted(groups, key=lambda person: (person == _NOBODY, list(groups).index(person)))
        texts = set(_one_each(report).values())
        blocks = [f"# Calls for {code(_files.name(report.article))}"]
        for person in named:
            items = [f"- [ ] {_plain(fact)} ({place})" for fact, place in groups[person].items()]
            where = "Where to find it: " if person in texts else "Phone: "
            blocks.append("\n".join([f"## {plain(person)}", "", where, "", *items]))
        if not named:
            blocks.append("Nothing to ask about.")
        blocks.append(f"{counted(len(named), 'call')}, {counted(sum(map(len, groups.values())), 'fact')}")
        return "\n\n".join(blocks) + "\n\n"

    def unread(self, path: str, problem: str) -> str:
        """Its name, and why there is nobody to ring."""
        return f"# Calls for {code(_files.shown(path))}\n\n**Could not be read:** {plain(problem)}\n\n"


def _facts(report: Report) -> Iterator[tuple[str, str, int]]:
    """Each fact with whom to ask, and where it stands: what somebody is said to have stated, figures, dates, names."""
    quoted = [(q.span.start, q.span.end) for q in report.quotes if q.kind != "scare"]
    known = {**_one_each(report), **_one_called(report)}
    headline = _headline(report)
    for claim in report.claims:
        said = claim.speaker.name if claim.speaker else ""
        nobody = claim.speaker is None or claim.speaker.vague  # "some people" have no number
        person = _NOBODY if nobody else known.get(said, said)
        first = claim.spans[0].start
        if first < headline:
            continue  # it tells again what the article tells
        if claim.kind == "indirect" or (claim.kind == "reported" and claim.checkable):
            credited = f" (credited to {said})" if nobody and said and said.lower() not in claim.text.lower() else ""
            yield person, claim.text + credited, first
        elif claim.kind != "reported":
            yield from ((person, fact, start) for fact, start in _said(report, claim))
    for evidence in report.evidence:
        inside = any(start <= evidence.article.start < end for start, end in quoted)
        if evidence.fact == "name" and not inside:
            person = speaker_at(report, evidence.article) or _in_full(report, evidence.article.text)
            yield person, f"spelled {evidence.article.text}?", evidence.article.start


def _plain(fact: str) -> str:
    """As Markdown, sums of money as they are read on paper, too."""
    return plain(fact).replace("\\$", "$") if fact.count("$") == 1 else plain(fact)


def _headline(report: Report) -> int:
    """Where the headline ends, which stands first; 0 where the title stands nowhere in the text."""
    title, text = report.article.title or "", report.article.text
    start = len(text) - len(text.lstrip())
    return start + len(title) if title and text.startswith(title, start) else 0


def _said(report: Report, claim: Claim) -> Iterator[tuple[str, int]]:
    """The figures and days of a quotation that can be looked up, with the words behind them and no more of it."""
    for value in claim.values:
        span = next((s for s in claim.spans if s.start <= value.span.start < s.end), None)
        if span is None or (value.kind == "date" and not any(c.isdigit() for c in value.span.text)):
            continue  # "this year": nobody could be asked for more
        behind = _BEHIND.match(report.article.text, value.span.end, span.end)
        if value.kind == "count" and (value.value == 1 or not behind):
            continue  # "one of the things", "three": nothing is counted that anybody could count again
        yield f"“{value.span.text}{behind[0] if behind else ''}”: does that hold?", value.span.start


def _one_each(report: Report) -> dict[str, str]:
    """Every text that is credited, by each of its names, under the fullest: "the report" is "The 212-page report" that
    stood before it. Two that are described each in another way stay two."""
    kept: list[tuple[set[str], str, list[str]]] = []
    for name in dict.fromkeys(c.speaker.name for c in report.claims if c.speaker and c.speaker.document):
        words = name.lower().split()
        telling = set(words[1:] or words)
        at = next((n for n in reversed(range(len(kept))) if kept[n][0] <= telling or telling <= kept[n][0]), None)
        if at is None:
            kept.append((telling, name, [name]))
        else:
            before, title, names = kept[at]
            fuller = telling > before
            kept[at] = (telling if fuller else before, name if fuller else title, [*names, name])
    return {name: title for _, title, names in kept for name in names}


def _one_called(report: Report) -> dict[str, str]:
    """Those who are named twice, each with the name that tells most: a person with another title before the same two
    names, a body that "the union" is short for where but one that ends so is named."""
    names = list(dict.fromkeys(c.speaker.name for c in report.claims if c.speaker and not c.speaker.vague))
    found: dict[str, str] = {}
    for name in names:
        words = name.split()
        # The head of a body's name is a common noun; whose last two words are names is a person. One name alone may be
        # anybody's in the family.
        person = len(words) > 1 and words[-2].istitle()
        part = " ".join(words[1:] if words[-1].islower() else words[-2:] if person else ())
        fuller = [one for one in names if part and len(one) > len(name) and _ends(one, part)]
        if len(fuller) == 1:
            found[name] = fuller[0]
    return found


def _in_full(report: Report, name: str) -> str:
    """The speaker whom a person's bare name means ("Ines Varga", "chair Ines Varga"): one person is one call.

    Whose name ends with another person's longer one is not meant.
    """
    longer = {e.article.text for e in report.evidence if e.fact == "name" and _ends(e.article.text, name)} - {name}
    speakers = {c.speaker.name for c in report.claims if c.speaker and _ends(c.speaker.name, name)}
    meant = [one for one in speakers if not any(_ends(one, other) for other in longer)]
    return meant[0] if len(meant) == 1 else name


def _ends(name: str, part: str) -> bool:
    """Whether the last words of a name are those of another."""
    wanted = part.split()
    return name.split()[-len(wanted) :] == wanted


def pack(text: str) -> bytes:
    """The sheet as a Word file."""
    import docx  # noqa: PLC0415 - only this form needs it

    made = docx.Document()
    for line in text.splitlines():
        words = _unescaped(line)
        if line.startswith("# "):
            made.add_heading(words[2:], 1)
        elif line.startswith("## "):
            made.add_heading(words[3:], 2)
        elif line.startswith("- [ ] "):
            made.add_paragraph(f"☐ {words[6:]}")
            made.add_paragraph("    ______________________________")
        elif words.strip():
            made.add_paragraph(words)
    return saved(made)


def _unescaped(line: str) -> str:
    """A line without the backslashes that keep Markdown from reading it."""
    found, at = "", 0
    while at < len(line):
        at += line[at] == "\\" and at + 1 < len(line)
        found += line[at]
        at += 1
    return clean(found.replace("\u200b", ""))

"""What is settled with a correction that the author has made as he was asked: the facts that read so now, and the
findings that say of the new words what they had said of the old ones."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from verifier.report.models import Report, Span
from verifier.review.correcting import holds
from verifier.review.facts import Fact
from verifier.review.passages import EDGES, bare, folded, of_finding
from verifier.review.records import Along, Item, Kind, Passage, Ruling, Standing
from verifier.review.versions import Lost

Standings = Mapping[tuple[Kind, str], Standing]


def as_asked(
    report: Report, facts: Iterable[Fact], mended: Iterable[Lost], confirmed: Mapping[str, tuple[str, str]]
) -> list[Along]:
    """The facts in words that read now just as was asked, checked with that, and with its call: whoever asked had
    looked. Where he named nothing, it was the source and the place in it that has a fact ``confirmed``, by the fact's
    key."""
    kept, found = list(facts), []
    for one in mended:
        fine = _fine(one.standing)
        for fact in kept:
            if one.now and fact.sentence in one.now and _stands_in(report.article.text, fact, fine.wording):
                item = Item(one.standing.item.article, "fact", fact.key)
                ruling = _checked(replace(fine, wording=""), confirmed.get(fact.key))
                found.append(Along(item, ruling, fact.passage(), leads=frozenset()))
    return found


def around(facts: Iterable[Fact], mended: Iterable[Lost], standings: Standings) -> list[Along]:
    """The facts around words that were mended, such as the quotation of a figure: what had been checked, or was to be
    mended and nothing else said of it, and reads as before but for what was asked."""
    kept, found = list(facts), []
    leads = [one for one in mended if one.standing.ruling.wording and one.standing.passage and one.now]
    for was in standings.values():
        asked = [one for one in leads if _lies_in(one.standing, was)]
        if not asked or not was.passage:
            continue
        reads = bare(was.passage.words[0])
        for one in asked:
            about = one.standing.passage
            reads = reads.replace(bare(about.words[0]), bare(one.standing.ruling.wording)) if about else reads
        lead, now = asked[0].standing, asked[0].now
        ruling = was.ruling if was.ruling.state == "fine" else replace(_fine(lead), wording="")
        found += [
            Along(Item(was.item.article, "fact", f.key), replace(ruling, along=lead.item.ref), f.passage(), frozenset())
            for f in kept
            if f.kind == was.passage.label and f.sentence in now and bare(f.span.text) == reads
        ]
    return found


def _lies_in(inner: Standing, outer: Standing) -> bool:
    """Whether the words of a correction stand once in those of a fact that has none of its own."""
    a, b, ruling = inner.passage, outer.passage, outer.ruling
    if outer.item.kind != "fact" or not a or not b or not a.words or not b.words or a.context[:1] != b.context[:1]:
        return False
    settled = ruling.state == "fine" or (ruling.state == "mend" and not (ruling.wording or ruling.note))
    within, words = bare(b.words[0]), bare(a.words[0])
    return settled and within != words and within.count(words) == 1


def said_again(report: Report, mended: Iterable[Lost], standings: Standings) -> list[Along]:
    """The findings that were to be mended with those words, and say the same of the new ones: nothing else is said of
    them than whoever asked for them knew. One that says anything else is open."""
    here = {f.fingerprint: of_finding(report, f) for f in report.findings}
    found = []
    for one in mended:
        lead, fine = one.standing, _fine(one.standing)
        with_it = (s for s in standings.values() if s.item == lead.item or s.ruling.along == lead.item.ref)
        were = [s.passage for s in with_it if s.item.kind == "finding" and s.ruling.state == "mend" and s.passage]
        asked = [told for was in were for told in _reworded(lead, was)]
        for key, now in here.items():
            if one.now and one.now in now.context and _told(now) in asked:
                item = Item(lead.item.article, "finding", key)
                found.append(Along(item, replace(fine, wording=""), now, leads=frozenset()))
    return found


def left_alone(
    here: Iterable[tuple[Kind, str]], mended: Iterable[Lost], standings: Standings, told: Container[Item]
) -> list[Along]:
    """What was to be mended along with those words, and is as it was: the author has mended the other place, and nobody
    has looked at this one by itself. It is open, unless something else is ``told`` of it."""
    known, found = set(here), []
    for lead in (one.standing.item.ref for one in mended):
        found += [
            Along(s.item, Ruling(), s.passage, leads=frozenset({lead}))
            for place, s in standings.items()
            if s.ruling.state == "mend" and s.ruling.told_with({lead}) and place in known and s.passage
            if s.item not in told
        ]
    return found


def _fine(standing: Standing) -> Ruling:
    """What is decided of what reads as was asked; its wording is what was asked for."""
    return replace(standing.ruling, state="fine", note="", along=standing.item.ref)


def _stands_in(text: str, fact: Fact, wording: str) -> bool:
    """Whether a fact stands in the words that were asked for, which stand once in its sentence: of two nobody knows
    which were meant."""
    words = r"\s+".join(map(re.escape, wording.strip(EDGES).split()))
    pattern = re.compile(rf"(?<!\w){words}(?!\w)")
    if not words or len(pattern.findall(fact.sentence)) != 1:
        return False
    core = fact.span.text.strip(EDGES) or fact.span.text
    start = fact.span.start + fact.span.text.index(core)
    place = Span(start=start, end=start + len(core), text=core)
    reach = len(wording) + len(fact.sentence)
    around = pattern.finditer(text, max(0, start - reach), place.end + reach)
    return any(holds(Span(start=m.start(), end=m.end(), text=m[0]), place) for m in around)


def _reworded(lead: Standing, was: Passage) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What a finding of the old words would say of the new ones."""
    words = bare(lead.passage.words[0]) if lead.passage and lead.passage.words else ""
    wording = bare(lead.ruling.wording)
    if words and wording:
        told = _told(was)
        yield told[0], told[1].replace(words, wording), tuple(one.replace(words, wording) for one in told[2])


def _told(passage: Passage) -> tuple[str, str, tuple[str, ...]]:
    return passage.label, folded(passage.message), tuple(bare(one) for one in passage.words)


def _checked(ruling: Ruling, source: tuple[str, str] | None) -> Ruling:
    return replace(ruling, against=source[0], place=source[1]) if source and not ruling.against else ruling

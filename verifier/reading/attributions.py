"""Attributions: what is said, by whom, with which cue, through which outlet.

Two readers see the same sentence: ``direct`` starts from quotation marks, ``statements`` from words of saying. Where
both find the same cue, the quotation wins; a statement whose content holds quoted words is a mixed quote; a quotation
that stands right after a statement in its paragraph, with nothing to say whose it is, goes on from it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from verifier.article import Article, Span
from verifier.reading import (
    _continuations,
    _headlines,
    _named_things,
    blocks,
    direct,
    fragments,
    interviews,
    page_lines,
    relays,
    speakers,
    statements,
    transcripts,
)
from verifier.reading._model import Attribution, AttributionKind, Names, Quotation
from verifier.reading._said import Said
from verifier.reading._stated import Statement
from verifier.reading.quotations import reads_like_a_title
from verifier.reading.words import Words

_LITTLE = 1.6  # a statement inside another counts on its own where the outer one is longer than this many times
_NEAR = 60  # characters between a statement and a fragment that belongs to it


def find(  # noqa: PLR0913
    article: Article,
    words: Words,
    names: Names,
    quotations: tuple[Quotation, ...],
    tagged: list[str],
    page: Sequence[Span],
) -> tuple[Attribution, ...]:
    """Every attributed statement, quoted or not, in the order of the text, but for what stands in lines of the
    ``page``; ``tagged`` is the tag of every word."""
    marks = _Marks(quotations)
    turns = transcripts.find(article, words, names) or interviews.find(article, words, names, quotations)
    turns += blocks.find(article, words, names, quotations)
    spoken = [u for u in direct.find(article, words, _outside(quotations, turns), names) if u.content]
    said = [Said(u.content, u.subject, u.cue, not u.mixed) for u in (*turns, *spoken)]
    said += list(_statements(article, statements.find(article, words, tagged), said, marks, turns))
    _fragments(article, words, said, quotations, marks)
    _same_sentence(article, words, said, quotations, marks)
    taken = sorted(span for one in said for span in one.content)
    said += [
        one for one in _headlines.find(article, words, names) if not any(s.overlaps(one.content[0]) for s in taken)
    ]
    said += _continuations.give(article, words, tagged, said, quotations)
    said = [one for one in said if not page_lines.hold(page, (one.cue or one.content[0]).start)]
    said = _headlines.told(article, words, names, said)
    said = _outermost([one for one in said if not _names_something(words, one, quotations, marks)])
    said.sort(key=lambda s: (s.content[0], s.cue or s.content[0]))
    resolve = speakers.Resolver(article, words, tagged, names, quotations)
    through = relays.Relays(article, words, names)
    sources = {id(one): resolve.source(one.subject, one.meant) for one in _by_subject(said) if one.subject}
    found: list[Attribution] = []
    for one in said:
        held = tuple(sorted({i for span in one.content for i in marks.inside(span)}))
        if not one.direct and one.cue is not None and not _all_quoted(one.content, quotations, held):
            cue = words.at(one.cue.end - 1)
            held = tuple(
                i
                for i in held
                if not _named_things.is_one(words, quotations[i], cue)
                and not (quotations[i].kind == "mixed" and _named_things.is_named(words, quotations[i]))
            )
        kind: AttributionKind = "mixed" if held else "indirect"
        if one.direct or (held and _all_quoted(one.content, quotations, held)):
            kind = "direct"
        source = sources.get(id(one))
        if one.guessed and source is not None:
            source = _continuations.believed(source, names)
            if source is None:
                continue
        outlets = through.of(one.cue, one.content)
        found.append(Attribution(len(found), kind, tuple(one.content), source, one.cue, held, outlets))
    return tuple(found)


def _by_subject(said: list[Said]) -> list[Said]:
    """In the order in which a reader meets the sources."""
    return sorted((one for one in said if one.subject is not None), key=lambda one: one.subject or one.content[0])


class _Marks:
    """The quotations by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [q.marks.start for q in quotations]

    def inside(self, span: Span) -> range:
        """The quotations that begin in the stretch, or in which it begins."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        if first and self._quotations[first - 1].marks.end > span.start:
            first -= 1
        return range(first, last)

    def whole(self, span: Span) -> Span:
        """The stretch with no quotation cut through at its ends."""
        first, last = self.around(span.start), self.around(span.end - 1)
        return Span(
            min(span.start, first.marks.start) if first else span.start,
            max(span.end, last.marks.end) if last else span.end,
        )

    def around(self, offset: int) -> Quotation | None:
        """The quotation that holds this place."""
        at = bisect_left(self._starts, offset + 1) - 1
        return self._quotations[at] if at >= 0 and offset < self._quotations[at].marks.end else None


def _outside(quotations: tuple[Quotation, ...], turns: Sequence[direct.Utterance]) -> tuple[Quotation, ...]:
    """The quotations that are no part of a transcript."""
    if not turns:
        return quotations
    spans = sorted(span for turn in turns for span in turn.content)
    starts = [span.start for span in spans]
    out = []
    for q in quotations:
        at = bisect_left(starts, q.marks.end) - 1
        if at < 0 or spans[at].end <= q.marks.start:
            out.append(q)
    return tuple(out)


def _statements(
    article: Article,
    stated: Iterable[Statement],
    said: Sequence[Said],
    marks: _Marks,
    turns: Sequence[direct.Utterance],
) -> Iterable[Said]:
    """The statements that are not the direct quotations over again, nor told inside one."""
    cues = {one.cue.start: one for one in said if one.cue is not None}
    taken = sorted(span for one in said for span in one.content)
    starts = [span.start for span in taken]
    told = sorted(span for turn in turns for span in turn.content)
    told_starts = [span.start for span in told]
    for statement in stated:
        same = cues.get(statement.cue.start)
        if same is not None:
            _widen(article, same, [marks.whole(span) for span in statement.content], statement.source)
            continue
        if marks.around(statement.cue.start) is not None:
            continue
        if _covered(statement.content, taken, starts) or _covered((statement.cue,), told, told_starts):
            continue
        content = [marks.whole(span) for span in statement.content]
        yield Said(content, statement.source, statement.cue, False, statement.meant, statement.nested)


def _widen(article: Article, one: Said, whole: Sequence[Span], source: Span | None) -> None:
    """Let a quotation have what is said around it in its sentence: "The quay, she said, “is lost,”", "that the quay “is
    lost” for good". What only leads up to it ("In a note: “The quay is lost.”") is no part of it."""
    if one.subject is None or source is None or not one.subject.overlaps(source):
        return
    held = [span for span in one.content if any(outer.covers(span) for outer in whole)]
    rest = [span for span in one.content if not any(outer.overlaps(span) for outer in whole)]
    if not held or len(held) + len(rest) < len(one.content) or held == list(whole):
        return
    for outer in whole:
        inside = next((span for span in held if outer.covers(span)), None)
        after = next((other for other in whole if other.start > outer.start), outer).of(article.text)
        if inside is None and (outer is not whole[0] or not after.lstrip(_OPENING)[:1].islower()):
            return
        before = article.text[outer.start : inside.start] if inside is not None else ""
        if (":" in before or before.rstrip().endswith(_CLOSING)) and not before.startswith("that "):
            return
    one.content = sorted([*whole, *rest])
    one.direct = False


_CLOSING = (",", ".", "”", '"', "''", "’")
_OPENING = "“\"'‘«`"


def _covered(content: Sequence[Span], taken: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether most of the content belongs to a direct quotation already."""
    total = sum(span.end - span.start for span in content)
    shared = 0
    for span in content:
        at = max(0, bisect_left(starts, span.start) - 1)
        while at < len(taken) and taken[at].start < span.end:
            shared += max(0, min(span.end, taken[at].end) - max(span.start, taken[at].start))
            at += 1
    return 2 * shared > total


def _fragments(
    article: Article, words: Words, said: list[Said], quotations: Sequence[Quotation], marks: _Marks
) -> None:
    """Add the quoted fragments that nothing holds so far."""
    by_cue = {one.cue.end: one for one in said if one.cue is not None}
    held = {i for one in said for span in one.content for i in marks.inside(span)}
    for q in quotations:
        if q.kind != "mixed" or q.index in held:
            continue
        found = fragments.find(article, words, q)
        if found is None:
            continue
        same = by_cue.get(found.cue.end)  # "is [praising]": with its auxiliary it is the same cue
        if same is None:
            by_cue[found.cue.end] = Said([found.content], found.subject, found.cue, direct=False)
            said.append(by_cue[found.cue.end])
        elif found.content.end <= same.content[0].start:
            continue  # "told the “old gang” that it was late": whom, and nothing of what
        elif not same.direct:  # "called the report, which he had not read, “a fairy tale”"
            same.content = [Span(min(same.content[0].start, found.content.start), found.content.end)]
        else:
            continue
        held.update(marks.inside(found.content))


def _same_sentence(
    article: Article, words: Words, said: list[Said], quotations: Sequence[Quotation], marks: _Marks
) -> None:
    """Give a fragment that follows a statement in its sentence, after a dash or a comma, to that statement."""
    held = {i for one in said for span in one.content for i in marks.inside(span)}
    bare = [q for q in quotations if q.kind == "mixed" and q.index not in held and not _titled(article, q)]
    if not bare:
        return
    latest: dict[int, Said] = {}
    for one in said:
        sentence = article.sentence_at(one.content[-1].end - 1)
        if sentence is not None and one.subject is not None:
            known = latest.get(sentence.index)
            if known is None or known.content[-1].end < one.content[-1].end:
                latest[sentence.index] = one
    for q in bare:
        sentence = article.sentence_at(q.marks.start)
        before = latest.get(sentence.index) if sentence else None
        if before is None or sentence is None or fragments.is_past_relative(words, sentence.span, q):
            continue
        if 0 <= q.marks.start - before.content[-1].end <= _NEAR:
            cue_between = before.cue is not None and before.cue.start >= before.content[-1].end
            if before.direct or cue_between:
                before.content.append(q.marks)
            else:
                before.content[-1] = Span(before.content[-1].start, q.marks.end)


def _names_something(words: Words, one: Said, quotations: Sequence[Quotation], marks: _Marks) -> bool:
    """Whether what looks said is a name that a thing has or gets: "a film called “The Quay”", "wrote “The Quay”"."""
    held = sorted({i for span in one.content for i in marks.inside(span)})
    if one.cue is None or not held:
        return False
    cue, first = words.at(one.cue.end - 1), words.at(quotations[held[0]].marks.start)
    named = _named_things.gives_a_name(words, cue, quotations[held[0]])
    if named or one.direct or one.subject is None:
        return named
    subject = words.inside(one.subject)
    if cue < first and subject and _named_things.is_called(words, cue, first, (subject.start, subject.stop - 1)):
        return True
    whole = _all_quoted(one.content, quotations, held)
    return whole and all(_named_things.is_one(words, quotations[i], cue) for i in held)


def _titled(article: Article, q: Quotation) -> bool:
    """Whether the words are the name of something, a programme or a book, that stands where somebody spoke."""
    plain = [word for word in q.span.of(article.text).rstrip(".,").split() if word[0].isalnum()]
    return len(plain) > 1 and reads_like_a_title(plain)


def _outermost(said: list[Said]) -> list[Said]:
    """Without what is told inside another statement that ends alike and is little longer: she says it shows that ..."""
    ending: dict[int, Span] = {}
    out = []
    for one in sorted(said, key=lambda s: (s.cue or s.content[0]).start):
        last = one.content[-1]
        outer = ending.get(last.end)
        inside = outer is not None and one.cue is not None and outer.covers(one.cue)
        if inside and outer is not None and not one.nested and _little_longer(outer, last):
            continue
        ending[last.end] = last
        out.append(one)
    told = {span: one for one in out for span in one.content}
    return [one for one in out if one.direct or one.subject is None or told.get(_whole_of(one), one) is one]


def _whole_of(one: Said) -> Span:
    """From the first of its words to the last: "[Lee was praised by Brandt], a neighbour said" is the neighbour's."""
    spans = [span for span in (*one.content, one.cue, one.subject) if span is not None]
    return Span(min(spans).start, max(span.end for span in spans))


def _little_longer(outer: Span, inner: Span) -> bool:
    return outer.end - outer.start < _LITTLE * (inner.end - inner.start)


def _all_quoted(content: Sequence[Span], quotations: Sequence[Quotation], held: Sequence[int]) -> bool:
    """Whether nothing of the content stands outside the marks, a leading "that" aside."""
    total = sum(span.end - span.start for span in content)
    quoted = sum(quotations[i].marks.end - quotations[i].marks.start for i in held)
    return total - quoted <= len("that, ")

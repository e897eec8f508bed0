"""Statements: what the article attributes to somebody without quoting it, sentence by sentence.

The constructions themselves are in ``_constructions``; here is where they are looked for, and which of them stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from verifier.article import Article
from verifier.english import cues
from verifier.reading import _able, _constructions, _tagging
from verifier.reading._model import Names
from verifier.reading._sentence import Reading
from verifier.reading._stated import Statement
from verifier.reading.words import Words

__all__ = ["Statement", "find"]


def find(article: Article, words: Words, tagged: list[str]) -> tuple[Statement, ...]:
    """Every statement attributed in running words, in the order of the text."""
    triggers = cues.triggers()
    found: list[Statement] = []
    for sentence in article.sentences:
        inside = words.inside(sentence.span)
        shouted = article.plain[sentence.span.start : sentence.span.end].isupper()  # a link to another page
        alone = len(inside) < 2  # "said" by itself says nothing
        cued = [] if shouted or alone else words.among(triggers, sentence.span)
        hits = [i for i in cued if not _is_shouted(words, i)]
        if hits:
            whole = Reading(words, tagged, inside.start, inside.stop)
            told = [said for i in hits for said in _constructions.at(_around_cue(whole, i), i)]
            found.extend(_outermost([said for said in told if _able.is_able(whole, said)]))
    return tuple(sorted(found, key=lambda s: (s.content[0], s.cue)))


def _is_shouted(words: Words, i: int) -> bool:
    """Whether a word stands in a heading in capitals before a sentence: "CREWS [WARNED] OF FOG: The quay"."""
    if words.forms[i].isalpha() and not words.forms[i].isupper():
        return False
    beside = [form for form in words.forms[max(0, i - 1) : i + 2] if form.isalpha()]
    return len(beside) > 1 and all(form.isupper() and len(form) > 1 for form in beside)


def tagged(article: Article, words: Words, names: Names) -> list[str]:
    """The tag of every word: at a sentence's opening a capital says nothing."""
    titled = _titled(article, words)
    openings = (words.inside(sentence.span).start for sentence in article.sentences)
    return _tagging.tag(words, titled.union(openings), _named(words, names, titled))


_LONG = 120  # words: no sentence of prose is longer, and a list that is must not cost its length at every cue
_BACK = 60


def _around_cue(r: Reading, i: int) -> Reading:
    """The sentence, or of one beyond all measure what stands around the cue."""
    if r.last - r.first <= _LONG:
        return r
    return Reading(r.words, r.tags, max(r.first, i - _BACK), min(r.last, i + _LONG))


def _outermost(found: list[Statement]) -> Iterator[Statement]:
    """The statements that are not part of another: what Lee says that others want is Lee's statement.

    A report is no such other: where the Gazette reports that Lee said so, Lee did; and where that is told behind it
    ("Lee said so, the Gazette reported"), the report is only the way it came.
    """
    starts: list[int] = []
    reach: list[int] = []
    for said in sorted(found, key=lambda s: s.content[0]):
        if said.relays and any(_comes_through(other, said) for other in found):
            continue
        before = bisect_right(starts, said.cue.start)
        if before and reach[before - 1] > said.cue.start and not said.nested:
            continue
        yield said
        if not said.relays and not said.nested:
            starts.append(said.content[0].start)
            reach.append(max(said.content[-1].end, reach[-1] if reach else 0))


def _comes_through(inner: Statement, report: Statement) -> bool:
    """Whether a report is credited behind a statement that it only hands on."""
    whole = report.content[0]
    behind = len(report.content) == 1 and whole.end <= report.cue.start and inner is not report
    return behind and whole.covers(inner.cue) and all(whole.covers(span) for span in inner.content)


def _titled(article: Article, words: Words) -> frozenset[int]:
    """The words of sentences that are written as a title: a capital says nothing there."""
    found: list[int] = []
    for sentence in article.sentences:
        inside = words.inside(sentence.span)
        if len(inside) > _LONGEST_TITLE:
            continue
        long = [words.forms[i][0].isupper() for i in inside if len(words.forms[i]) > 3]
        if len(long) > 2 and sum(long) > 0.8 * len(long):
            found.extend(inside)
    return frozenset(found)


def _named(words: Words, names: Names, titled: frozenset[int]) -> frozenset[int]:
    """The capitalised words of every name with its title: "Chief of Staff Ann Lee"."""
    inside = (i for m in names.mentions for i in words.inside(m.span))
    return frozenset(i for i in inside if (words.forms[i][0].isupper() or words.lows[i] == "and") and i not in titled)


_LONGEST_TITLE = 25  # words

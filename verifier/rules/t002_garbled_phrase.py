"""Words no writer wrote (T002)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.article import Article, Paragraph, Span
from verifier.english import slips
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule
from verifier.rules._text import debris, word_slips
from verifier.rules._text.slip import Slip

_LEAST_WORDS = 8


@rule(
    "T002",
    "garbled-phrase",
    "warning",
    what="Words side by side that no writer would put there: doubled words, clashing articles and prepositions, a "
    "time phrase without its determiner, a sentence cut off, left-over mark-up, hidden or wrongly decoded characters.",
    why="Text that went through a machine (a translation, a synonymiser, a bad conversion) may have lost more than its "
    "grammar: names, figures and quotes nearby deserve a look at the source.",
    fires=(
        "Prices have doubled over the a year ago and shops are closing.",
        "The mayor cited the auditor's inquiry past year as the cause.",
        "The harbour was closed past month after the storm.",
        "The minister said the the bridge would open in May.",
        "Workers found an pipe below the road.",
        "It took a hour to reach the village.",
        "The council should of acted sooner, residents wrote.",
        "The plan was dropped despite of the protests.",
        "They sold fish &amp; chips on the pier.",
        "The firm <b>denied the report.",
        "The clerk said it didnâ€™t matter.",
        "The b\u0430nk closed its branch.",
        "Aides at the White Home denied it.",
        "A fire\n\nThe firemen of the town came at once and found that the\n\nNobody was hurt.",
        "The road was closed in the in the afternoon.",
        "The clerk left the room.Nobody saw her again.",
        "The editor left a note: TKTK people came.",
        "The plant opens on [TK check with the firm], she said.",
        "The roof cost XX million euros, the town said.",
        "The mayor was glad. [INSERT QUOTE FROM MAYOR] Work begins in May.",
        "The bridge opened in 1934 (CHECK) and closed in 2019.",
    ),
    passes=(
        "Prices have doubled over the past year and shops are closing.",
        "She said that that was the point, and that he had had enough.",
        "An hour later an MP and a European envoy met an FBI agent in a U.S. office at a university.",
        "He bought an 18-year-old car and an $8 toy; it was a one-time offer from an X-ray maker.",
        "New York, New York, is a wonderful town. It was a very, very long day, a long long day.",
        "He would of course resign. In the busy past year he did not.",
        "The section 3(a) rules and vitamin A are an easy read. Group A won. Plan A is off.",
        "They turned themselves in in May, and the cost is what it is is all she said.",
        "A unanimous jury heard a unique, unimportant case; an unidentified man saw a uniform.",
        "The committee's past year was busy. The team walked past week-old snow.",
        "An honest man, an heir, a hotel and a historic house; a ewe, a euro and a Ukrainian.",
        "Step by step by step they came. He wrote to the.clerk@example.org and saw example.com. It was Node.js.",
        "Super Bowl XX was on a Sunday. The shirt came in XXL and XXX. She has ADHD (ADD), and kick-off is at 3 (TBC).",
        "The AT&T shares rose <5 percent while R&D fell.",
        "The firm is due a refund. It was used for, of course, the rest. All they looked forward to for years.",
    ),
)
def garbled(analysis: Analysis) -> Iterator[Problem]:
    """Slips outside quotations, and debris anywhere."""
    article, words = analysis.article, analysis.words
    quoted = Quoted.of(analysis)
    for slip in _apart(word_slips.find(analysis)):
        span = words.span(slip.first, slip.last)
        if span.start not in quoted and not _skipped(article, span.start) and article.same_paragraph(span):
            yield _problem(article, (span,), slip.what)
    for found in debris.find(article.text, words):
        places = tuple(p for p in found.places if not _skipped(article, p.start))
        if places:
            yield _problem(article, places, found.what, found)
    yield from _cut_off(article, words)


def _apart(found: Iterable[Slip]) -> Iterator[Slip]:
    """The slips in order; those that overlap or touch are one garbled stretch, which is told once."""
    last: Slip | None = None
    for slip in sorted(found):
        if last is not None and slip.first <= last.last + 1:
            last = last._replace(last=max(last.last, slip.last))
            continue
        if last is not None:
            yield last
        last = slip
    if last is not None:
        yield last


def _problem(article: Article, places: tuple[Span, ...], what: str, debris: debris.Debris | None = None) -> Problem:
    shown = _shown(places[0].of(article.text))
    return Problem(
        spans=places[:1],
        message=f"{shown} {what}.",
        question="What did the original say here?",
        related=tuple((p, "here too") for p in places[1:]),
        severity=debris.severity if debris else None,
    )


def _shown(words: str) -> str:
    return f'"{" ".join(words.split())}"' if words.isprintable() and not words.isspace() else "This"


def _skipped(article: Article, offset: int) -> bool:
    paragraph = article.paragraph_at(offset)
    return paragraph is not None and paragraph.kind == "skip"


def _cut_off(article: Article, words: Words) -> Iterator[Problem]:
    """Paragraphs that stop in the middle of a sentence, unless the next line goes on with it (wrapped lines)."""
    paragraphs = article.paragraphs
    for here, following in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        if here.kind != "body" or (following and not _starts_afresh(article, following)):
            continue
        last = words.at(here.span.end - 1)
        if last < 0 or words.lows[last] not in slips.UNFINISHED or words.forms[last] != words.lows[last]:
            continue
        if last - words.at(here.span.start) >= _LEAST_WORDS:
            yield Problem(
                spans=(words.span(last - 2, last),),
                message=f'The paragraph breaks off after "{words.span(last - 2, last).of(article.text)}".',
                question="What is missing here?",
            )


def _starts_afresh(article: Article, paragraph: Paragraph) -> bool:
    return article.plain[paragraph.span.start].isupper()

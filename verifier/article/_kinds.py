"""What each paragraph at the top of an article is: headline, standfirst, byline, date line, or the story itself.

The rules are those of a reader who sees only the text, and stay with "body" in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from verifier.article import _credit_lines, _days
from verifier.article._credit_lines import TOP, WORD, is_trade
from verifier.article._model import ParagraphKind, Span
from verifier.english import outlets, sentences
from verifier.english.everyday import everyday
from verifier.english.names import SMALL_BUT_LONG

_MAX_HEADLINE_WORDS = 30
_MAX_HEADLINE = 250  # characters
_MAX_STOPPED_WORDS = 14  # a first paragraph with a full stop is no headline beyond this
_WHOLE_ARTICLE = 800  # characters
_MAX_HEADING_WORDS = 9
_MAX_STANDFIRST_WORDS = 45
_DATELINE_REACH = 110  # characters an inline dateline may take
_DASHES = ("—", "–", "―", "--", " - ", "‒")
_PLACE = re.compile(r"[A-Z][A-Z.'’-]*(?:[ /-][A-Z][A-Z.'’-]*)*\b\.?")
_PAREN = re.compile(r"\(([^()]{2,40})\)\s*$")
_INITIALS = re.compile(r"[A-Z]{2,5}")  # an agency nobody has listed


class Layout(NamedTuple):
    """What was found: a kind for each paragraph, and what the top of the article says about itself."""

    kinds: list[ParagraphKind]
    byline: str | None
    outlet: str | None
    published: date | None
    dateline: Span | None


def sort_out(plain: str, spans: Sequence[Span], given: Sequence[ParagraphKind | None]) -> Layout:
    """A kind for every paragraph; ``given`` holds those that the format itself tells (a heading, a table)."""
    kinds: list[ParagraphKind] = [kind or "body" for kind in given]
    texts = [span.of(plain) if i < TOP or given[i] == "headline" else "" for i, span in enumerate(spans)]
    byline, outlet, published = _credit_lines.read(texts, given, kinds)
    dateline = _inline(plain, spans, kinds)
    _headlines(plain, spans, given, kinds, dateline)
    if dateline is not None:
        outlet = outlet or _agency(dateline.of(plain))
        published = published or _days.first_date(dateline.of(plain))
    _standfirst(plain, spans, given, kinds, dateline)
    _headings(plain, spans, given, kinds)
    return Layout(kinds, byline, outlet, published, dateline)


def _inline(plain: str, spans: Sequence[Span], kinds: Sequence[ParagraphKind]) -> Span | None:
    """The dateline that opens the story: "BEIJING, March 1 (Reuters)", "WASHINGTON (AP)", "Paris (AFP)"."""
    for span, kind in list(zip(spans, kinds, strict=True))[:TOP]:
        if kind != "body":
            continue
        head = plain[span.start : min(span.end, span.start + _DATELINE_REACH)]
        at = min((i for dash in _DASHES if (i := head.find(dash)) > 0), default=-1)
        if at > 0 and _is_dateline(head[:at].rstrip()):
            return Span(span.start, span.start + len(head[:at].rstrip()))
    return None


def _is_dateline(head: str) -> bool:
    """Whether the words before the first dash of a paragraph are a dateline."""
    paren = _PAREN.search(head)
    agency = paren is not None and _is_agency(paren[1])
    if paren is not None and not agency and not _may_be_agency(paren[1].strip()):
        return False
    parts = [p.strip() for p in (head[: paren.start()] if paren else head).split(",")]
    place = parts[0]
    if not place or not place[0].isupper() or len(parts) > 4 or len(place) > 40:
        return False
    shouted = _PLACE.fullmatch(place) is not None and sum(c.isupper() for c in place) >= 4
    if paren is not None and len(parts) == 1 and _days.is_day_of_month(place):
        return True  # "Nov 5 (Reuters)"
    if not shouted and not (agency and len(place.split()) <= 3 and place.replace(" ", "").isalpha()):
        return False
    return all(not p or ((p[0].isupper() or p[0].isdigit()) and len(p.split()) <= 3) for p in parts[1:])


def _may_be_agency(text: str) -> bool:
    """Whether what stands in brackets behind a place can be an agency that no list holds: "(XNA)", "(Newswire)"."""
    one = text.isalpha() and text.istitle() and not everyday(text.lower())
    return one or _INITIALS.fullmatch(text) is not None


def _is_agency(text: str) -> bool:
    return text.strip().lower() in outlets.AGENCIES or is_trade(text)


def _agency(dateline: str) -> str | None:
    paren = _PAREN.search(dateline)
    return paren[1].strip() if paren else None


def _headlines(
    plain: str,
    spans: Sequence[Span],
    given: Sequence[ParagraphKind | None],
    kinds: list[ParagraphKind],
    dateline: Span | None,
) -> None:
    """Marks the headline, and a second printing of it."""
    first = kinds.index("headline") if "headline" in kinds else _headline(plain, spans, given, kinds, dateline)
    if first is None:
        return
    kinds[first] = "headline"
    words = _folded(spans[first].of(plain))
    for i in range(first + 1, min(first + 4, len(spans))):
        again = spans[i].of(plain)
        if kinds[i] in ("body", "heading") and len(again) <= _MAX_HEADLINE + 50 and _folded(again) == words:
            kinds[i] = "headline"


def _headline(
    plain: str,
    spans: Sequence[Span],
    given: Sequence[ParagraphKind | None],
    kinds: Sequence[ParagraphKind],
    dateline: Span | None,
) -> int | None:
    """The index of the paragraph that is the headline, where no format told."""
    first = next((i for i, kind in enumerate(kinds) if kind in ("body", "heading")), None)
    if first is None or first > 3 or first + 1 >= len(spans):
        return None
    if dateline is not None and spans[first].start == dateline.start:
        return None
    soon = spans[first + 1 : first + 4]
    sure = kinds[first + 1] in ("byline", "dateline") or (
        dateline is not None and any(s.start == dateline.start for s in soon)
    )
    whole = len(spans) - first > 5 and len(plain) > _WHOLE_ARTICLE
    if given[first] == "heading" or _reads_like_headline(spans[first].of(plain), sure=sure, whole=whole):
        return first
    return None


def _reads_like_headline(text: str, *, sure: bool, whole: bool) -> bool:
    """Whether a first paragraph is a headline.

    ``sure``: a byline, date line or dateline follows. ``whole``: the rest is long enough to be an article, whose
    first paragraph would be longer than a dozen words if it were the lead.
    """
    words = WORD.findall(text)
    if not words or len(words) > _MAX_HEADLINE_WORDS or len(text) > _MAX_HEADLINE:
        return False
    bare = text.rstrip("\"”’' ")
    if bare.endswith((":", ",", ";")):
        return whole and bare.endswith(";")
    if not bare.endswith("."):
        return True
    return sure or _title_case(words) or (whole and len(words) <= _MAX_STOPPED_WORDS and text[0] not in '"“‘')


def _title_case(words: Sequence[str]) -> bool:
    """Whether the long words are capitalised, as American headlines have them."""
    long = [w for w in words[1:] if len(w) > 4 or (len(w) == 4 and w not in SMALL_BUT_LONG)]
    return len(long) >= 3 and sum(w[0].isupper() or w[0].isdigit() for w in long) >= 0.85 * len(long)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?")


def _standfirst(
    plain: str,
    spans: Sequence[Span],
    given: Sequence[ParagraphKind | None],
    kinds: list[ParagraphKind],
    dateline: Span | None,
) -> None:
    """Marks the paragraph under the headline where the story clearly begins after it."""
    if "headline" not in kinds:
        return
    at = kinds.index("headline") + 1
    while at < len(kinds) and kinds[at] == "headline":
        at += 1
    if at + 1 >= len(kinds) or given[at] not in (None, "heading") or kinds[at] not in ("body", "heading"):
        return
    if dateline is not None and dateline.start == spans[at].start:
        return  # the story itself
    text = spans[at].of(plain)
    words = len(WORD.findall(text))
    if not 6 <= words <= _MAX_STANDFIRST_WORDS or text.startswith(('"', "“", "‘")):
        return
    credited = kinds[at + 1] in ("byline", "dateline")
    story = dateline is not None and any(s.start == dateline.start for s in spans[at + 1 : at + 4])
    unended = not text.rstrip("\"”’'").endswith((".", "!", "?", ":", ";", ",")) and kinds[at + 1] == "body"
    unended = (
        unended and text.rsplit(None, 1)[-1].lower() not in sentences.DANGLING
    )  # a sentence cut off, not a summary
    if credited or story or unended:
        kinds[at] = "standfirst"


def _headings(
    plain: str, spans: Sequence[Span], given: Sequence[ParagraphKind | None], kinds: list[ParagraphKind]
) -> None:
    """Marks cross-headings: a few words without a stop between two paragraphs of the story."""
    for i in range(1, len(spans) - 1):
        span = spans[i]
        if kinds[i] != "body" or given[i] is not None or span.end - span.start > 70 or kinds[i + 1] != "body":
            continue
        text = span.of(plain)
        if not text[0].isupper() or not text[-1].isalnum() or ":" in text:
            continue
        if len(WORD.findall(text)) <= _MAX_HEADING_WORDS and spans[i + 1].end - spans[i + 1].start > 100:
            kinds[i] = "heading"

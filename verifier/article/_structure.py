"""Finds headline, paragraphs and sentences in a text and gives them their offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier._exceptions import InputError
from verifier.article import _kinds, _layout
from verifier.article._model import Article, BlockKind, Paragraph, ParagraphKind, Sentence, Span
from verifier.article._plain import plain as plain_view
from verifier.article._sentences import sentences
from verifier.languages import detect

_WHOLE: frozenset[ParagraphKind] = frozenset({"byline", "dateline", "heading"})
_OPENING = ('"', "“", "''", "``", "‘", "'", "«", "„")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format says about the article outside its text."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    sources: tuple[str, ...] = ()


def from_text(
    text: str, *, path: str | None = None, published: date | None = None, headline: int | None = None
) -> Article:
    """An article from plain text.

    Headline, standfirst, byline, date line and dateline are found as a reader would find them (see
    :class:`Paragraph` for what each kind means); ``published`` is the article's date where the text gives none,
    ``headline`` where the headline begins, as far as a format knows.

    Raises:
        InputError: the text holds no words, or no valid Unicode.
    """
    where = path or "text"
    require_words(text, where)
    plain = plain_view(text)
    blocks: list[tuple[Span, BlockKind | None]] = [
        (span, "headline" if span.start == headline else None) for span in _layout.blocks(plain)
    ]
    return assemble(text, plain, blocks, Metadata(published=published), path=path)


def require_words(text: str, where: str) -> None:
    """Refuse what is no text.

    Raises:
        InputError: there is no letter or figure, or half a surrogate pair.
    """
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            problem = "holds half a surrogate pair, which is no character; read the file again as UTF-8"
            raise InputError(where, problem) from None
    if not any(c.isalnum() for c in text):
        raise InputError(where, "no words in it" if text.strip() else "empty, nothing to read")


def assemble(
    text: str,
    plain: str,
    blocks: Sequence[tuple[Span, BlockKind | None]],
    metadata: Metadata,
    *,
    path: str | None,
) -> Article:
    """An article from paragraphs that a reader has found, each with its kind where the format tells it.

    Blocks of kind "skip" become white space in ``plain`` and have no sentences; a "quotation" is a body paragraph
    that is ``quoted``.
    """
    spans = [span for span, _ in blocks]
    given = [_kind(kind) for _, kind in blocks]
    layout = _kinds.sort_out(plain, spans, given)
    paragraphs = tuple(
        Paragraph(i, span, kind, quoted=blocks[i][1] == "quotation")
        for i, (span, kind) in enumerate(zip(spans, layout.kinds, strict=True))
    )
    skipped = [p.span for p in paragraphs if p.kind == "skip"]
    language = detect(plain)
    headline = next((p.span.of(plain) for p in paragraphs if p.kind == "headline"), None)
    return Article(
        text=text,
        plain=_without(plain, skipped) if skipped else plain,
        paragraphs=paragraphs,
        sentences=_sentences(plain, paragraphs),
        path=path,
        title=" ".join(headline.split()) if headline else metadata.title,
        byline=layout.byline or metadata.byline,
        outlet=metadata.outlet or layout.outlet,
        published=layout.published or metadata.published,
        dateline=layout.dateline,
        language=language,
        sources=metadata.sources,
        remarks=_not_checked(plain, skipped),
    )


def _kind(told: BlockKind | None) -> ParagraphKind | None:
    """The kind of paragraph that a block becomes."""
    match told:
        case "quotation":
            return "body"
        case "label":
            return "heading"
        case _:
            return told


def _not_checked(plain: str, skipped: Sequence[Span]) -> tuple[str, ...]:
    """What an editor would want to know of the blocks that are shown and no more."""
    count = sum(1 for span in skipped if any(c.isalnum() for c in span.of(plain)))
    blocks = "1 block" if count == 1 else f"{count} blocks"
    return (f"{blocks} without sentences (figures of a table, code): shown, not checked",) if count else ()


def _sentences(plain: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for paragraph in paragraphs:
        start, end = paragraph.span
        if paragraph.kind == "skip":
            continue
        if paragraph.kind in _WHOLE:
            found.append(Sentence(len(found), paragraph.span, paragraph.index))
            continue
        following = paragraphs[paragraph.index + 1].span.start if paragraph.index + 1 < len(paragraphs) else len(plain)
        continues = plain.startswith(_OPENING, following)
        for a, b in sentences(plain[start:end], continues=continues):
            found.append(Sentence(len(found), Span(start + a, start + b), paragraph.index))
    return tuple(found)


def _without(plain: str, skipped: Sequence[Span]) -> str:
    """The plain view with these stretches blanked, line ends kept."""
    pieces, at = [], 0
    for span in skipped:
        blank = "".join("\n" if c == "\n" else " " for c in span.of(plain))
        pieces += [plain[at : span.start], blank]
        at = span.end
    return "".join([*pieces, plain[at:]])

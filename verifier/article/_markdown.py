"""Markdown: the file kept verbatim, its mark-up blanked in the plain view, blocks told apart by markdown-it.

Only the block structure is asked of markdown-it; it gives lines, not offsets, for what stands inside a line, so
links, emphasis and the like are blanked here. All patterns are bounded: a hostile file costs no more than a long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from verifier.article import _cells, _comments, _days, _structure
from verifier.article._model import Article, BlockKind, Comment, Span
from verifier.article._plain import blanked
from verifier.article._plain import plain as plain_view

_SKIPPED = frozenset({"fence", "code_block"})
_NO_PROSE = re.compile(r"\s*<(?:script|style|pre|textarea|table|svg|iframe|[!?](?!--))", re.IGNORECASE)
_FRONT_MATTER = re.compile(
    r"\s*(?P<mark>---|\+\+\+)[ ]*\n(?P<fields>(?:[^\n]{0,1000}\n){1,60}?)(?:(?P=mark)|\.\.\.)[ ]*(?:\n|$)"
)
_FIELD = re.compile(
    r"^(title|author|byline|date|published|outlet|source)[ ]*[:=][ ]*(\S.*)$", re.IGNORECASE | re.MULTILINE
)
_SOURCES = re.compile(r"^sources[ ]*[:=][ ]*([^\n]*)\n?((?:[ ]*-[ ]+[^\n]*\n?)*)", re.IGNORECASE | re.MULTILINE)
_ITEM = re.compile(r"^[ ]*-[ ]+([^\n]*)$", re.MULTILINE)
_INLINE = re.compile(
    r"<!--[^<>]{0,2000}-->|</?[a-zA-Z][^<>\n]{0,500}>"
    r"|(?m:^)[ ]{0,3}\[\^[^\[\]\s]{1,30}\]:|\[\^[^\[\]\s]{1,30}\]"
    r"|~~(?![~\s])[^~\n]{1,500}~~|==(?=[^=\s][^=\n]{0,500}==)|(?<=[^=\s])=="
    r"|\*+|~~+|`+|(?<![^\W_])_+(?=[^\s_])|(?<=[^\s_])_+(?![^\W_])"
    r"|\\(?=[!-/:-@\[-`{-~])"
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\n]{0,1000}\)")
_LINK = re.compile(
    r"\[([^\[\]]{1,500})(\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\[\]\n]{0,100}\]))"
)
_HEADING_MARK = re.compile(r"[ >]*#{1,6}[ ]+")
_HEADING_END = re.compile(r"[ ]+#+[ ]*$")
_LIST_MARK = re.compile(r"[ >]*(?:[*+-]|\d{1,9}[.)])[ ]+")
_QUESTION = re.compile(r"(?m:^)[ ]{0,3}(\*\*|__|\*|_)(?!\s)[^*_\n]{2,300}\?\1[ ]*(?:\n|$)")
_BOLD = re.compile(r"[ ]{0,3}(\*\*|__)(?!\s)[^*_\n]{2,300}\1[ ]*(?:\n|$)")
"""The question of an interview: a line in bold or italics, by itself or above its answer. Among two of them any line in
bold is one."""
_LINE = re.compile(r"[^\n]+\n?")
_CELL = re.compile(r"(?:\\.|[^|\\\n])+")
_QUOTE_MARK = re.compile(r"^[ ]{0,8}(?:>[ ]?){1,10}", re.MULTILINE)

_Block = tuple[Span, BlockKind | None, str]
"""Its place, its kind where Markdown tells it, and the mark that opens it."""


def read(text: str, *, path: str, published: date | None) -> Article:
    """An article from Markdown, with front matter in YAML or TOML if there is any.

    Raises:
        InputError: the text holds no words.
    """
    _structure.require_words(text, path)
    plain = plain_view(text)
    metadata, begins = _front_matter(plain, published)
    source = blanked(plain[:begins], 0, begins) + plain[begins:]
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.disable(["inline"])
    line_starts = [0, *(m.end() for m in re.finditer("\n", source))]
    found = _blocks(source, parser.parse(source), [*line_starts, len(source)])
    pieces: list[str] = []
    blocks: list[tuple[Span, BlockKind | None]] = []
    asked: set[int] = set()
    comments: list[Comment] = []
    at = 0
    for span, kind, marks in found:
        if span.start < at:
            continue
        shown = source[span.start : span.end] if kind == "skip" else _prose(source[span.start : span.end], marks)
        if kind != "skip" or marks == "html":
            comments += _comments.said(text, span.start, span.end)
        lead = len(shown) - len(shown.lstrip())
        pieces += [blanked(source, at, span.start), shown]
        at = span.end
        if shown.strip():
            start = span.start + lead
            blocks.append((Span(start, start + len(shown.strip())), kind))
            asked |= {start} if marks == "asked" else set()
    pieces.append(blanked(source, at, len(source)))
    article = _structure.assemble(text, "".join(pieces), _titled(blocks, asked), metadata, path=path)
    return replace(article, comments=tuple(comments)) if comments else article


def _blocks(source: str, tokens: list[Token], starts: list[int]) -> list[_Block]:
    """The leaf blocks in order."""
    found: list[_Block] = []
    item_begins = False
    quoted = 0
    interview = len(_QUESTION.findall(source)) > 1
    for token in tokens:
        quoted += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type == "list_item_open":
            item_begins = True
        if token.map is None:
            continue
        first, last = token.map
        span = Span(starts[first], starts[min(last, len(starts) - 1)])
        if token.type in _SKIPPED:
            found.append((span, "skip", ""))
        elif token.type == "table_open":
            found += _table(source, span)
        elif token.type == "html_block":
            found.append((span, None if _holds_words(token.content) else "skip", "html"))
        elif token.type == "heading_open":
            found.append((span, "heading", "underline" if token.markup in ("=", "-", "---", "===") else "heading"))
        elif token.type == "paragraph_open":
            kind: BlockKind | None = "body" if item_begins else "quotation" if quoted else None
            asked = None if kind else _asked(source, span, interview)
            if asked is not None:
                found.append((Span(span.start, asked.end()), "heading", "asked"))
                span = Span(asked.end(), span.end)
            found.append((span, kind, "list" if item_begins else ""))
            item_begins = False
    return found


def _asked(source: str, paragraph: Span, interview: bool) -> re.Match[str] | None:
    """The line at a paragraph's head that is a question of an interview."""
    asked = _QUESTION.match(source, paragraph.start, paragraph.end)
    return asked or (_BOLD.match(source, paragraph.start, paragraph.end) if interview else None)


def _table(source: str, table: Span) -> Iterator[_Block]:
    """What is told in a table as the paragraphs in it; rows of figures between as one block to skip."""
    lines = [Span(*line.span()) for line in _LINE.finditer(source, table.start, table.end)]
    rows = [[Span(*cell.span()) for cell in _CELL.finditer(source, *line)] for line in lines]
    left: list[Span] = []
    for line, row, kinds in zip(
        lines, rows, _cells.sort_out([[cell.of(source) for cell in row] for row in rows]), strict=True
    ):
        if set(kinds) <= {"left"}:
            left.append(line)
            continue
        begins = None
        for cell, kind in zip(row, kinds, strict=True):
            if kind == "left":
                left.append(cell)
                continue
            yield from _skipped(source, left)
            left = []
            if kind == "turn":
                begins = cell.start
            elif begins is not None:
                yield Span(begins, cell.end), None, "turn"
                begins = None
            else:
                yield cell, "label" if kind == "label" else None, ""
    yield from _skipped(source, left)


def _skipped(source: str, left: list[Span]) -> Iterator[_Block]:
    """What of a table is not read, as one block; none where it is only the rule below its head."""
    if any(c.isalnum() for span in left for c in span.of(source)):
        yield Span(left[0].start, left[-1].end), "skip", ""


def _holds_words(block: str) -> bool:
    """Whether a reader of the page sees words in a block of HTML: behind a comment, in a ``<div>``."""
    return not _NO_PROSE.match(block) and any(c.isalnum() for c in _INLINE.sub("", _COMMENT.sub("", block)))


def _prose(block: str, marks: str) -> str:
    """A block with its mark-up blanked."""
    block = _QUOTE_MARK.sub(_blank, block)
    if marks == "list":
        block = _LIST_MARK.sub(_blank, block, count=1)
    elif marks == "heading":
        block = _HEADING_END.sub(_blank, _HEADING_MARK.sub(_blank, block, count=1).rstrip("\n")).ljust(len(block))
    elif marks == "turn":
        label, _, said = block.partition("|")
        block = f"{label}{_cells.turn(label).strip() or ' '}{said}"
    elif marks == "html":
        block = _COMMENT.sub(_blank, block)
    elif marks == "underline":
        cut = block.rstrip().rfind("\n") + 1
        block = block[:cut] + blanked(block, cut, len(block))
    if "[" in block:
        block = _IMAGE.sub(_blank, block)
        block = _LINK.sub(lambda m: " " + m[1] + blanked(m.string, m.start(2), m.end(2)), block)
    return _INLINE.sub(_blank, block)


def _blank(match: re.Match[str]) -> str:
    return blanked(match.string, match.start(), match.end())


def _titled(blocks: list[tuple[Span, BlockKind | None]], asked: set[int]) -> list[tuple[Span, BlockKind | None]]:
    """The first heading is the headline where nothing but a byline or date line can stand before it; a question of an
    interview is none."""
    heads = (i for i, (span, kind) in enumerate(blocks[:3]) if kind == "heading" and span.start not in asked)
    first = next(heads, None)
    if first is not None:
        blocks[first] = (blocks[first][0], "headline")
    return blocks


def _front_matter(plain: str, published: date | None) -> tuple[_structure.Metadata, int]:
    """What the front matter says, and where it ends."""
    match = _FRONT_MATTER.match(plain)
    if match is None:
        return _structure.Metadata(published=published), 0
    fields = {m[1].lower(): m[2].strip().strip("\"'") for m in _FIELD.finditer(match["fields"])}
    return _structure.Metadata(
        title=fields.get("title"),
        byline=fields.get("author") or fields.get("byline"),
        outlet=fields.get("outlet") or fields.get("source"),
        published=_days.first_date(fields.get("date") or fields.get("published") or "") or published,
        sources=_sources(match["fields"]),
    ), match.end()


def _sources(matter: str) -> tuple[str, ...]:
    """The files named as sources: ``sources: [a.vtt, b.pdf]``, or one a line with a dash."""
    match = _SOURCES.search(matter)
    if match is None:
        return ()
    named = match[1].strip().strip("[]").split(",") if match[1].strip() else _ITEM.findall(match[2])
    return tuple(name for one in named if (name := one.strip().strip("\"'")))

"""What is taken away from the desk by browser."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path, PurePath

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from verifier._exceptions import VerifierError
from verifier.review.desk import Here
from verifier.review.exports import EXPORTS, cleared
from verifier.review.rows import Row
from verifier.review.screens import screen
from verifier.review.shelf import Shelf


def list_page(request: Request) -> Response:
    """Everything that can be taken away, from one article or from all."""
    here = Here.of(request)
    row = _row(request, here)
    of_word = row is not None and Shelf(here.library.file).word_file(row.id) is not None
    takes = [e for e in EXPORTS.values() if (row or not e.one_each) and (of_word or not e.of_word)]
    listed = EXPORTS["corrections"].write(cleared(here.library, here.ledger, [row.id]), Path()) if row else ""
    loose = sum(card.loose for card in here.board(row.id)) if row else 0
    return screen("take.html", here=here, row=row, takes=takes, listed=listed, loose=loose)


def file(request: Request) -> Response:
    """One format as a file to save."""
    here = Here.of(request)
    export = EXPORTS.get(request.path_params["format"])
    if export is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The desk knows no such format.")
    row = _row(request, here)
    if export.one_each and row is None and len(here.library.rows()) != 1:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "That has a file an article: take it away from the article's page.")
    called = _harmless(export.label.lower().replace("'", "").removeprefix("the ").removeprefix("a "))
    name = f"{_name(row)}-{called}{PurePath(f'x{export.suffix}').suffix}"
    saved = {"Content-Disposition": f'attachment; filename="{name}"'}
    try:
        articles = cleared(here.library, here.ledger, [row.id] if row else None)
        if export.in_parts:
            # Of a thousand articles the first is on its way before the last is read.
            return StreamingResponse(_encoded(export.parts(articles)), media_type=export.media_type, headers=saved)
        written = export.write(articles, Path(name))
    except VerifierError as error:
        raise HTTPException(HTTPStatus.CONFLICT, str(error)) from error
    body = written if isinstance(written, bytes) else written.encode()
    return Response(body, media_type=export.media_type, headers=saved)


def _encoded(parts: Iterator[str]) -> Iterator[bytes]:
    """Parts of a size that is worth sending; half a surrogate pair, which a hostile report may hold, is no text."""
    for part in parts:
        yield part.encode("utf-8", "replace")


def _row(request: Request, here: Here) -> Row | None:
    given = request.query_params.get("article", "")
    return here.row(int(given)) if given.isascii() and given.isdigit() and len(given) < 16 else None


def _name(row: Row | None) -> str:
    """A file's name from an article's, of harmless characters alone."""
    stem = PurePath(row.path).stem if row else "articles"
    return _harmless(stem).strip("-")[:60] or "article"


def _harmless(words: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in words)

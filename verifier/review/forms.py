"""Reads what a form sent; nothing else in the desk does, so that no form goes unchecked."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request

from verifier.review.door import Session
from verifier.review.guard import LARGEST

_FIELDS = 40
_FILES = 60
_TYPE = "application/x-www-form-urlencoded"
_UPLOAD = "multipart/form-data"

LENGTHS = {
    "note": 4_000, "wording": 4_000, "speaker": 300, "rating": 120, "name": 80, "against": 600, "place": 300,
    "whom": 300, "telephone": 120, "answer": 4_000, "attempt": 600, "words": 4_000, "title": 300, "address": 2_000,
}  # fmt: skip
"""The most characters that a reviewer may write into a field."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What came with files: the fields, and each file's name and bytes."""

    fields: dict[str, str]
    files: tuple[tuple[str, bytes], ...]
    sources: tuple[tuple[str, bytes], ...] = ()


async def form(request: Request) -> dict[str, str]:
    """The fields of a form, line breaks as line feeds.

    Raises:
        HTTPException: it is too large, no form, or not one that this session was given.
    """
    if _kind(request) != _TYPE:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The desk takes forms alone.")
    try:
        body = await request.body()  # the guard ends it where it is too long
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ClientDisconnect as error:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is too long, and nothing was saved.") from error
    except ValueError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "That form cannot be read, and nothing was saved.") from error
    return _checked(request, dict(pairs))


async def upload(request: Request) -> Upload:
    """The fields and files of a form that may carry some.

    Raises:
        HTTPException: as :func:`form`.
    """
    if _kind(request) != _UPLOAD:
        return Upload(await form(request), ())
    try:
        given = await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=LARGEST)
    except (MultiPartException, HTTPException, ClientDisconnect, OSError) as error:
        await _to_its_end(request)
        if isinstance(error, OSError):
            why = f"What came cannot be kept ({error.strerror or error}); nothing was saved. Is the disk full?"
            raise HTTPException(HTTPStatus.INSUFFICIENT_STORAGE, why) from error
        why = f"That form cannot be read, or brings more than {_FILES} files at once; nothing was saved."
        raise HTTPException(HTTPStatus.BAD_REQUEST, why) from error
    fields: dict[str, str] = {}
    files: dict[str, list[tuple[str, bytes]]] = {"files": [], "sources": []}
    for name, value in given.multi_items():
        if isinstance(value, UploadFile):
            if value.filename:
                files.get(name, []).append((value.filename, await value.read()))
        else:
            fields[name] = value
    await given.close()
    return Upload(_checked(request, fields), tuple(files["files"]), tuple(files["sources"]))


async def _to_its_end(request: Request) -> None:
    """Let the rest of a body come, as far as the guard lets it: a browser reads no answer before it has sent all."""
    more = True
    while more:
        message = await request.receive()
        more = message["type"] == "http.request" and message.get("more_body", False)


def wants_data(request: Request) -> bool:
    """Whether the page's script asks, and not the browser itself."""
    return request.headers.get("accept", "") == "application/json"


def digits(given: str) -> bool:
    """Whether it is a number that a page of the desk may have given."""
    return given.isascii() and given.isdigit() and len(given) < 10


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _checked(request: Request, raw: dict[str, str]) -> dict[str, str]:
    given = {name: value.replace("\r\n", "\n").replace("\r", "\n") for name, value in raw.items()}
    session: Session = request.scope["session"]
    if not session.wrote(given.get("csrf", "")):
        raise HTTPException(HTTPStatus.FORBIDDEN, "This form is not from this desk, and nothing was saved: reload it.")
    for name, most in LENGTHS.items():
        if len(given.get(name, "")) > most:
            raise HTTPException(
                HTTPStatus.BAD_REQUEST, f"The {name} is longer than {most:,} characters; nothing was saved."
            )
    return given

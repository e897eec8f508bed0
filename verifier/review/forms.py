"""Reads what a form sent; nothing else in the desk does, so that no form goes unchecked."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from verifier.review.door import Session

_LARGEST = 64 * 1024
_FIELDS = 40
_TYPE = "application/x-www-form-urlencoded"

LENGTHS = {"note": 4_000, "wording": 4_000, "speaker": 300, "rating": 120, "name": 80}
"""The most characters that a reviewer may write into a field."""


async def form(request: Request) -> dict[str, str]:
    """The fields of a form, line breaks as line feeds.

    Raises:
        HTTPException: it is too large, no form, or not one that this session was given.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _TYPE:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The desk takes forms alone.")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is too long, and nothing was saved.")
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "That form cannot be read, and nothing was saved.") from error
    given = {name: value.replace("\r\n", "\n").replace("\r", "\n") for name, value in pairs}
    session: Session = request.scope["session"]
    if not session.wrote(given.get("csrf", "")):
        raise HTTPException(HTTPStatus.FORBIDDEN, "This form is not from this desk, and nothing was saved: reload it.")
    for name, most in LENGTHS.items():
        if len(given.get(name, "")) > most:
            raise HTTPException(
                HTTPStatus.BAD_REQUEST, f"The {name} is longer than {most:,} characters; nothing was saved."
            )
    return given


def wants_data(request: Request) -> bool:
    """Whether the page's script asks, and not the browser itself."""
    return request.headers.get("accept", "") == "application/json"

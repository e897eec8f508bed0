"""What the forms of the desk do: decide, correct, undo. Each answers when what it did is on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, get_args
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from verifier.review.choices import Choice
from verifier.review.desk import Here
from verifier.review.forms import form, wants_data
from verifier.review.library import Row
from verifier.review.passages import passage
from verifier.review.records import VERDICTS, Changed, Item, Kind, Passage, Ruling, Standing
from verifier.review.screens import screen


async def decide(request: Request) -> Response:
    """Decide on a finding, or correct a claim or a speaker."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_decide, request, given, here)


async def undo(request: Request) -> Response:
    """Take back this browser's last decision on the article."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_undo, request, given, here)


async def rename(request: Request) -> Response:
    """Say who the reviewer at this browser is."""
    given, here = await form(request), Here.of(request)
    name = " ".join(given.get("name", "").split())
    if not name:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "A reviewer needs a name.")
    here.session.name = name
    return RedirectResponse("/desk", HTTPStatus.SEE_OTHER)


async def invite(request: Request) -> Response:
    """An address for one more browser."""
    await form(request)
    here = Here.of(request)
    return screen("desk.html", here=here, invitation=f"http://{here.address}/enter?token={here.door.invite()}")


def told(standing: Standing, row: Row) -> dict[str, Any]:
    """A standing as the page's script takes it."""
    ruling = standing.ruling
    return {
        "kind": standing.item.kind,
        "key": standing.item.key,
        "state": ruling.state,
        "says": says(standing),
        "note": ruling.note,
        "wording": ruling.wording,
        "speaker": ruling.speaker,
        "rating": ruling.rating,
        "version": standing.version,
        "decided": row.decided,
        "total": row.total,
    }


def says(standing: Standing) -> str:
    """A standing in words: "Dismissed by Ana"."""
    if not standing.version:
        return "Open"
    words = VERDICTS.get(standing.ruling.state) or ("Corrected" if standing.ruling.state == "corrected" else "Reopened")
    return f"{words} by {standing.reviewer}"


def _decide(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = int(request.path_params["article"])
    here.row(article)
    item, version, ruling = _item(article, given), _version(given), _ruling(given)
    try:
        standing = here.ledger.rule(item, version, ruling, _passage(here, item), here.reviewer)
    except Changed as changed:
        return _changed(request, here, changed.current, ruling, given)
    return _done(request, here, standing, given)


def _undo(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = int(request.path_params["article"])
    here.row(article)
    try:
        standing = here.ledger.undo(article, here.reviewer)
    except Changed as changed:
        return _changed(request, here, changed.current, None, given)
    if standing is None:
        if wants_data(request):
            return JSONResponse({"nothing": True})
        return RedirectResponse(_back(article, given), HTTPStatus.SEE_OTHER)
    return _done(request, here, standing, given)


def _item(article: int, given: Mapping[str, str]) -> Item:
    kind = given.get("kind", "")
    if kind not in get_args(Kind):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what it decides on.")
    return Item(article, kind, given.get("key", ""))  # type: ignore[arg-type]  # just checked


def _version(given: Mapping[str, str]) -> int:
    version = given.get("version", "")
    if not (version.isascii() and version.isdigit() and len(version) < 10):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what it was made on.")
    return int(version)


def _ruling(given: Mapping[str, str]) -> Ruling:
    note = given.get("note", "").strip()
    if given["kind"] != "finding":
        fields = {name: " ".join(given.get(name, "").split()) for name in ("wording", "speaker", "rating")}
        return Ruling.correction(note=note, **fields)
    state = given.get("state", "")
    if state != "open" and state not in VERDICTS:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what is decided.")
    return Ruling(state, note)  # type: ignore[arg-type]  # just checked


def _passage(here: Here, item: Item) -> Passage:
    """What the item is about, from the report, or from the decision itself where the report has it no longer."""
    found = passage(here.library.report(item.article), item.kind, item.key)
    if found is None:
        kept = here.ledger.standings(item.article).get((item.kind, item.key))
        found = kept.passage if kept else None
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The article has no such finding, claim or speaker.")
    return found


def _done(request: Request, here: Here, standing: Standing, given: Mapping[str, str]) -> Response:
    if wants_data(request):
        return JSONResponse(told(standing, here.row(standing.item.article)))
    return RedirectResponse(_back(standing.item.article, given), HTTPStatus.SEE_OTHER)


def _changed(
    request: Request, here: Here, current: Standing, yours: Ruling | None, given: Mapping[str, str]
) -> Response:
    """Somebody else was faster: nothing is written, and both are shown."""
    row = here.row(current.item.article)
    if wants_data(request):
        return JSONResponse({"changed": told(current, row)}, HTTPStatus.CONFLICT)
    return screen(
        "changed.html",
        HTTPStatus.CONFLICT,
        here=here,
        row=row,
        current=current,
        yours=yours,
        given=given,
        back=_back(row.id, given),
        says=says,
        verdicts=VERDICTS,
    )


def _back(article: int, given: Mapping[str, str]) -> str:
    """The page a form was sent from; only the filters of its address are believed."""
    choice = Choice.of(dict(parse_qsl(given.get("back", "").lstrip("?"))))
    tab = "" if given.get("kind", "finding") == "finding" else "/claims"
    number = given.get("number", "")
    card = f"#{given['kind'][0] if tab else 'n'}{number}" if number.isascii() and number.isdigit() else ""
    return f"/article/{article}{tab}{choice.address(page=choice.page)}{card}"

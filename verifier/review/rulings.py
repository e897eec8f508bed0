"""What the forms of an article do: decide, correct, mark, keep what is typed, undo. Each answers when what it did is on
the disk."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import islice
from typing import Any, get_args
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from verifier.review import marks, versions
from verifier.review.choices import Choice
from verifier.review.desk import Here, number
from verifier.review.forms import form, wants_data
from verifier.review.library import Row
from verifier.review.passages import covered, passage
from verifier.review.records import (
    ITEMS,
    SAID,
    TYPED,
    VERDICTS,
    Attempt,
    Changed,
    Item,
    Kind,
    Passage,
    Ruling,
    Standing,
)
from verifier.review.screens import screen

_CARRIED = ("mend", "fine", "call", "answered")
"""What is decided about a finding that settles the facts in it, too; that the tool erred does not check them."""
_MOST_ATTEMPTS = 50
_FIELD = {"number": "telephone"}
"""What a field is called in a form, where that is not its name: a card has a number of its own."""


async def decide(request: Request) -> Response:
    """Decide on a finding or a fact, or correct a claim or a speaker."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_decide, request, given, here)


async def undo(request: Request) -> Response:
    """Take back this browser's last decision on the article."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_undo, request, given, here)


async def draft(request: Request) -> Response:
    """Keep what is being typed."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_draft, request, given, here)


async def mark(request: Request) -> Response:
    """Mark a stretch by hand."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_mark, request, given, here)


async def settle(request: Request) -> Response:
    """Settle everything that the author has mended as was asked."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_settle, request, given, here)


async def sign(request: Request) -> Response:
    """Say that the article is checked, or sign off what another has checked."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_sign, request, given, here)


def told(standing: Standing, row: Row) -> dict[str, Any]:
    """A standing as the page's script takes it."""
    ruling = standing.ruling
    return {
        "kind": standing.item.kind,
        "key": standing.item.key,
        "state": ruling.state,
        "says": says(standing),
        "fields": {_FIELD.get(name, name): getattr(ruling, name) for name in TYPED},
        "attempts": [asdict(tried) for tried in ruling.attempts],
        "version": standing.version,
        "decided": row.decided,
        "total": row.total,
        "calls": row.calls,
        "cleared": row.cleared,
    }


def says(standing: Standing) -> str:
    """A standing in words: "Checked, fine by Ana"."""
    if not standing.version:
        return "Open"
    state = standing.ruling.state
    words = "Reopened" if state == "open" else SAID[state]
    against = f", against {standing.ruling.checked_against}" if standing.ruling.against else ""
    return f"{words} by {standing.reviewer}{against}"


def _decide(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    item, version = _item(article, given), _version(given)
    now = here.ledger.standings(article).get((item.kind, item.key)) or Standing(item)
    ruling = _ruling(given, now.ruling, here.session.name)
    try:
        also, code = _along(here, item, ruling)
        made = here.ledger.rule(item, version, ruling, _passage(here, item), here.reviewer, also, code)
    except Changed as changed:
        return _changed(request, here, changed.current, ruling, given)
    _relist(here, made)
    return _done(request, here, made, given)


def _undo(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    try:
        made = here.ledger.undo(article, here.reviewer)
    except Changed as changed:
        return _changed(request, here, changed.current, None, given)
    if not made:
        if wants_data(request):
            return JSONResponse({"nothing": True})
        return RedirectResponse(_back(article, given), HTTPStatus.SEE_OTHER)
    _relist(here, made)
    return _done(request, here, made, given)


def _draft(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    item = _item(article, given)
    _passage(here, item)
    here.ledger.keep_draft(item, _typed(given), here.reviewer)
    return JSONResponse({"kept": True})


def _typed(given: Mapping[str, str]) -> dict[str, str]:
    """What was typed; the number of a card is no number to call."""
    kept = {name: given[name] for name in TYPED if name in given and name != "number"}
    return kept | ({"number": given["telephone"]} if given.get("telephone") else {})


def _mark(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    report = here.library.report(article)
    text, words = report.article.text, given.get("words", "").split()
    what = "finding" if given.get("what") == "finding" else "fact"
    hint = given.get("start", "")
    near = int(hint) if hint.isascii() and hint.isdigit() and len(hint) < 12 else 0
    places = _places(text, words) if words else []
    if not places:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "These words do not stand in the article; nothing was marked.")
    place = min(places, key=lambda at: abs(at[0] - near))
    key = marks.mark(here.library.file, article, report, place, what, here.reviewer)
    cards = here.board(article)
    made = next(c for c in cards if c.kind == "mark" and c.standing.item.key == key)
    if wants_data(request):
        return JSONResponse({"at": made.number})
    return RedirectResponse(f"/article/{article}?at={made.number}#n{made.number}", HTTPStatus.SEE_OTHER)


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand one after the other, whatever white space is between them: a field of a form has one line."""
    found = re.finditer(r"\s+".join(map(re.escape, words)), text)
    return [match.span() for match in islice(found, 1_000)]


def _settle(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    standings = here.ledger.standings(article)
    for lost in versions.since(here.library.report(article), here.library.items(article), standings).lost:
        now = lost.standing
        if lost.fate == "mended" and now.ruling.state == "mend" and now.passage:
            try:
                here.ledger.rule(now.item, now.version, replace(now.ruling, state="mended"), now.passage, here.reviewer)
            except Changed:
                continue  # somebody has just looked at this one himself
    return RedirectResponse(_back(article, given), HTTPStatus.SEE_OTHER)


def _sign(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    row = here.row(article)
    key, off = given.get("key", ""), given.get("state") == "open"
    if key not in ("checked", "signed"):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what is signed.")
    if not off and key == "checked" and not row.cleared:
        raise HTTPException(
            HTTPStatus.CONFLICT, "There is something to do still: an article is checked when it is cleared."
        )
    if not off and key == "signed" and (not row.checked or row.checked == here.session.name):
        raise HTTPException(HTTPStatus.CONFLICT, "An article is signed off by another than the one who checked it.")
    item = Item(article, "article", key)
    now = here.ledger.standings(article).get(("article", key)) or Standing(item)
    about = passage(here.library.report(article), "article", key)
    assert about is not None  # noqa: S101 - every article is one
    here.ledger.rule(item, now.version, Ruling("open" if off else "done"), about, here.reviewer)
    return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)


def _item(article: int, given: Mapping[str, str]) -> Item:
    kind = given.get("kind", "")
    if kind not in get_args(Kind) or kind == "article":
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what it decides on.")
    return Item(article, kind, given.get("key", ""))  # type: ignore[arg-type]  # just checked


def _version(given: Mapping[str, str]) -> int:
    version = given.get("version", "")
    if not (version.isascii() and version.isdigit() and len(version) < 10):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what it was made on.")
    return int(version)


def _ruling(given: Mapping[str, str], now: Ruling, reviewer: str) -> Ruling:
    """What a form decides; a call that has been answered is one no longer outstanding."""
    note = given.get("note", "").strip()
    if given["kind"] not in ITEMS:
        fields = {name: " ".join(given.get(name, "").split()) for name in ("wording", "speaker", "rating")}
        return Ruling.correction(note=note, **fields)
    state = given.get("state", "")
    allowed = {"open", "gone"} if given["kind"] == "mark" else {"open", "mended"}
    if state == "answered":
        state = "call"
    if state not in allowed and state not in VERDICTS:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what is decided.")
    lines = {name: " ".join(given.get(name, "").split()) for name in ("wording", "against", "place", "whom")}
    lines["number"] = " ".join(given.get("telephone", "").split())
    answer, tried = given.get("answer", "").strip(), " ".join(given.get("attempt", "").split())
    attempts = now.attempts
    if tried:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        attempts = (*attempts, Attempt(at, reviewer, tried))[-_MOST_ATTEMPTS:]
    if state == "call" and answer:
        state = "answered"
    return Ruling(state, note, answer=answer, attempts=attempts, **lines)  # type: ignore[arg-type]  # just checked


def _passage(here: Here, item: Item) -> Passage:
    """What the item is about, from the report, or from the decision itself where the report has it no longer."""
    if item.kind == "mark":
        found = next((m.passage() for m in here.library.marks(item.article) if m.key == item.key), None)
    elif item.kind == "fact":
        found = next((f.passage() for f in here.library.facts(item.article) if f.key == item.key), None)
    else:
        found = passage(here.library.report(item.article), item.kind, item.key)
    if found is None:
        kept = here.ledger.standings(item.article).get((item.kind, item.key))
        found = kept.passage if kept else None
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The article has no such finding, fact, claim or speaker.")
    return found


def _along(here: Here, item: Item, ruling: Ruling) -> tuple[list[tuple[Item, Ruling, Passage]], str]:
    """The facts that a finding is about, decided with it, and its code. Where it is open again, or was no finding at
    all, so are they."""
    if item.kind != "finding":
        return [], ""
    report = here.library.report(item.article)
    finding = next((f for f in report.findings if f.fingerprint == item.key), None)
    if finding is None:
        return [], ""
    theirs = replace(ruling, wording="", note="", attempts=())
    # The call is one: it stays with the finding, and what it is about waits for it.
    theirs = replace(theirs, whom="", number="", answer="", along=finding.code)
    if ruling.state not in _CARRIED:
        theirs = Ruling()
    facts = covered(here.library.facts(item.article), finding)
    return [(Item(item.article, "fact", f.key), theirs, f.passage()) for f in facts], finding.code


def _relist(here: Here, made: Sequence[Standing]) -> None:
    for standing in made:
        if standing.item.kind == "mark":
            here.library.relist(standing.item.article)


def _done(request: Request, here: Here, made: Sequence[Standing], given: Mapping[str, str]) -> Response:
    article = made[0].item.article
    if wants_data(request):
        row = here.row(article)
        return JSONResponse(told(made[0], row) | {"along": [told(s, row) for s in made[1:]]})
    return RedirectResponse(_back(article, given), HTTPStatus.SEE_OTHER)


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
        said=SAID,
    )


def _back(article: int, given: Mapping[str, str]) -> str:
    """The page a form was sent from; only the filters of its address are believed."""
    choice = Choice.of(dict(parse_qsl(given.get("back", "").lstrip("?"))))
    kind = given.get("kind", "finding")
    tab = "/claims" if kind in ("claim", "speaker") else ""
    at = given.get("number", "")
    card = f"#{kind[0] if tab else 'n'}{at}" if at.isascii() and at.isdigit() and len(at) < 10 else ""
    return f"/article/{article}{tab}{choice.address(page=choice.page)}{card}"

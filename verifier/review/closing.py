"""What ends the work on a version: settling what the author mended, and saying that the article is checked."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier.review import versions
from verifier.review.desk import Here, number
from verifier.review.forms import form
from verifier.review.mended import around, as_asked, left_alone, said_again
from verifier.review.passages import passage
from verifier.review.records import Along, Changed, Item, Ruling, Standing
from verifier.review.rulings import back_to


async def settle(request: Request) -> Response:
    """Settle everything that the author has mended as was asked."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_settle, request, given, here)


async def sign(request: Request) -> Response:
    """Say that the article is checked, or sign off what another has checked."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_sign, request, given, here)


def _settle(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    report, standings = here.library.report(article), here.ledger.standings(article)
    items = here.library.items(article)
    told = versions.since(report, items, standings)
    if given.get("what") == "gone":
        steps = [
            Along(s.item, replace(s.ruling, state="gone"), s.passage, seen=s.version) for s in told.gone if s.passage
        ]
        done = 0
    else:
        mended = [one for one in told.lost if one.fate == "mended" and one.standing.ruling.state == "mend"]
        steps = [
            Along(now.item, replace(now.ruling, state="mended"), now.passage, seen=now.version)
            for now in (one.standing for one in mended)
            if now.passage
        ]
        done = len(steps)
        facts = here.library.facts(article)
        steps += as_asked(report, facts, mended, _confirmed(here, article))
        steps += around(facts, mended, standings)
        steps += said_again(report, mended, standings)
        steps += left_alone(items, mended, standings, {one.item for one in steps})
    for first in steps[:1]:
        try:  # in one: undone by one press, too
            here.ledger.rule(first.item, first.seen, first.ruling, first.passage, here.reviewer, steps[1:])
        except Changed:
            done = 0  # somebody has just looked at it himself; the page tells what is left
    back = back_to(article, given)
    settled = f"{'&' if '?' in back else '?'}settled={done}" if done else ""
    return RedirectResponse(f"{back}{settled}", HTTPStatus.SEE_OTHER)


def _confirmed(here: Here, article: int) -> dict[str, tuple[str, str]]:
    """The source that has a fact so, and where in it, by the fact's key."""
    board = [card for card in here.board(article) if card.kind == "fact"]
    beside = here.evidence(article, board)
    told = [(card.standing.item.key, one) for card in board for one in beside.get(card.name, ())[:1]]
    return {key: (one.against, one.place) for key, one in told if one.status == "confirmed"}


def _sign(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    row = here.row(article)
    key, off = given.get("key", ""), given.get("state") == "open"
    if key not in ("checked", "signed"):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what is signed.")
    if not off and not row.cleared:
        raise HTTPException(
            HTTPStatus.CONFLICT,
            f"Not yet: {row.hinders}. An article is checked, and signed off, when nothing is left to do.",
        )
    if not off and key == "signed" and (not row.checked or row.checked == here.session.name):
        raise HTTPException(HTTPStatus.CONFLICT, "An article is signed off by another than the one who checked it.")
    item = Item(article, "article", key)
    now = here.ledger.standings(article).get(("article", key)) or Standing(item)
    about = passage(here.library.report(article), "article", key)
    assert about is not None  # noqa: S101 - every article is one
    ruling = Ruling("open") if off else Ruling("done", note=", ".join(filter(None, (row.still, row.warned))))
    also = []
    if off and key == "checked" and row.signed:  # what nobody has checked is not signed off either
        signed = here.ledger.standings(article)["article", "signed"]
        also = [Along(signed.item, Ruling("open"), about, seen=signed.version)]
    with suppress(Changed):  # somebody has just said so, or taken it back; the page tells
        here.ledger.rule(item, now.version, ruling, about, here.reviewer, also)
    return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)

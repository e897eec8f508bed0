"""One press takes back the last thing that somebody did to an article, and says what that was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from verifier.review.deeds import undone
from verifier.review.desk import Here, number
from verifier.review.forms import digits, form, wants_data
from verifier.review.records import WRITTEN, Changed, Undone
from verifier.review.rulings import back_to, changed
from verifier.review.saying import FIELD, others, says, told


async def undo(request: Request) -> Response:
    """Take back what this browser did last to the article."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_undo, request, given, here)


def said(request: Request, here: Here, article: int) -> str:
    """What was just taken back, for the page that is shown after it; empty where nothing was asked for."""
    given = request.query_params.get("undone", "")
    if not digits(given):
        return ""
    event = here.ledger.step(article, int(given))
    if event is None or event.what != "undid":
        return "There is nothing of yours to undo here."
    return undone(event)


def _undo(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article, below = number(request), given.get("below", "")
    here.row(article)
    try:
        with here.desk.intake.checker.alone(article):  # whoever is checking a version just now finishes that first
            done = here.ledger.undo(article, here.reviewer, int(below) if digits(below) else None)
            if done and done.asked:
                here.desk.intake.checker.ask_on(article)
    except Changed as meanwhile:
        return changed(request, here, meanwhile.current, None, given, meanwhile.step, _refused(here, meanwhile))
    to = back_to(article, given)
    to = f"{to}{'' if to.endswith('?') else '&'}undone={done.step if done else 0}"
    if not wants_data(request):
        return RedirectResponse(to, HTTPStatus.SEE_OTHER)
    return JSONResponse(_answer(here, article, done, to) if done else {"nothing": True})


def _refused(here: Here, meanwhile: Changed) -> str:
    """Why the last thing is not taken back, and what the next press does."""
    theirs = meanwhile.current
    if theirs.reviewer == here.session.name:
        theirs = replace(theirs, reviewer="you, in another browser")
    onward = (
        "Once more undoes what you did before that."
        if meanwhile.step
        else "Nothing that you did before that can be undone while it stands."
    )
    return f"Not undone: {says(theirs)} meanwhile. {onward}"


def _answer(here: Here, article: int, done: Undone, to: str) -> dict[str, Any]:
    made, row, event = done.made, here.row(article), here.ledger.step(article, done.step)
    # What the page shows around the cards changes with these: it is loaded anew.
    anew = not made or any(s.item.kind == "article" or s.ruling.state == "gone" for s in made)
    answer: dict[str, Any] = {"undone": undone(event) if event else "", "to": to if anew else "", "by": done.step}
    if not made:
        return answer
    kept = here.ledger.drafts(article, here.reviewer)
    mine = next((d.words for d in kept.get((made[0].item.kind, made[0].item.key), ()) if d.mine), {})
    fields = {FIELD.get(name, name): mine.get(name, "") for name in WRITTEN} if mine else {}
    first = told(made[0], row)
    return answer | first | {"fields": fields or first["fields"], "kept": bool(mine)} | others(made, row)

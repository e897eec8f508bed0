"""The desk put together: its addresses, and what stands before them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from verifier.review import adding, closing, downloads, pages, people, rulings, takeback
from verifier.review.assets import asset
from verifier.review.desk import Desk, Here
from verifier.review.forms import wants_data
from verifier.review.guard import Guard
from verifier.review.screens import refusal


def app(desk: Desk) -> ASGIApp:
    """The desk as an ASGI application."""
    made = Starlette(
        routes=[
            Route("/", _reading(pages.queue_page)),
            Route("/enter", pages.enter),
            Route("/knock", pages.knock, methods=["POST"]),
            Route("/add", adding.add_page),
            Route("/add", adding.add, methods=["POST"]),
            Route("/add/kinds", adding.kinds, methods=["POST"]),
            Route("/rules", pages.rules_page),
            Route("/desk", pages.desk_page),
            Route("/desk/name", people.rename, methods=["POST"]),
            Route("/desk/invite", people.invite, methods=["POST"]),
            Route("/desk/revoke", people.revoke, methods=["POST"]),
            Route("/take", downloads.list_page),
            Route("/take/{format}", downloads.file),
            Route("/article/{article}", _reading(pages.article_page)),
            Route("/article/{article}/claims", _reading(pages.claims_page)),
            Route("/article/{article}/history", _reading(pages.history_page)),
            Route("/article/{article}/states", _reading(pages.states)),
            Route("/article/{article}/work", adding.work),
            *(Route(f"/article/{{article}}/{name}", form, methods=["POST"]) for name, form in _FORMS.items()),
            Route("/static/{mark}/{name}", asset),
        ],
        exception_handlers={HTTPException: _refused, sqlite3.Error: _not_kept, OSError: _not_kept, Exception: _failed},
    )
    made.state.desk = desk
    return Guard(made, desk.door, desk.house)


_FORMS = {
    "decide": rulings.decide,
    "undo": takeback.undo,
    "draft": rulings.draft,
    "mark": rulings.mark,
    "settle": closing.settle,
    "sign": closing.sign,
    "assign": people.assign,
    "ask": people.ask,
    "answer": people.answer,
    "again": adding.again,
    "version": adding.version,
    "joins": adding.joins,
    "earlier": adding.earlier,
    "remove": adding.remove,
    "published": adding.dated,
    "sources": adding.bring,
    "leave-out": adding.leave_out,
}


def _reading(page: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A page of much that stands in the desk's file."""

    @wraps(page)
    def read(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        with desk.library.file.held():
            return page(request)

    return read


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    status = HTTPStatus(error.status_code)
    why = error.detail if error.detail != status.phrase else "There is no such page at the desk."
    return _told(request, status, why)


def _told(request: Request, status: HTTPStatus, why: str) -> Response:
    if wants_data(request):
        return JSONResponse({"problem": why}, status)
    if "session" not in request.scope:
        return refusal(status, why)
    article = str(request.path_params.get("article", ""))
    back = f"/article/{article}" if article.isascii() and article.isdigit() else "/"
    return refusal(status, why, Here.of(request), back if status != HTTPStatus.NOT_FOUND else "/")


def _not_kept(request: Request, error: Exception) -> Response:
    """A file could not be read or written: say so, and never that anything was saved."""
    what = "The file of decisions" if isinstance(error, sqlite3.Error) else "A file of the desk's"
    why = f"{what} cannot be used ({error}); nothing was saved. Try again."
    return _told(request, HTTPStatus.SERVICE_UNAVAILABLE, why)


def _failed(request: Request, error: Exception) -> Response:
    """What nobody foresaw, a damaged report among it: the way back, and a word that a maintainer can use."""
    why = f"This cannot be shown or done ({type(error).__name__}). What was decided before is kept."
    if wants_data(request):
        return JSONResponse({"problem": why}, HTTPStatus.INTERNAL_SERVER_ERROR)
    here = Here.of(request) if "session" in request.scope else None
    return refusal(HTTPStatus.INTERNAL_SERVER_ERROR, why, here, "/")

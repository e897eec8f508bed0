"""The desk put together: its addresses, and what stands before them."""

from __future__ import annotations

import sqlite3
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from verifier.review import downloads, pages, rulings
from verifier.review.desk import Desk
from verifier.review.forms import wants_data
from verifier.review.guard import Guard
from verifier.review.screens import REPORT_STYLE, STATIC, refusal


def app(desk: Desk) -> ASGIApp:
    """The desk as an ASGI application."""
    made = Starlette(
        routes=[
            Route("/", pages.queue_page),
            Route("/enter", pages.enter),
            Route("/rules", pages.rules_page),
            Route("/desk", pages.desk_page),
            Route("/desk/name", rulings.rename, methods=["POST"]),
            Route("/desk/invite", rulings.invite, methods=["POST"]),
            Route("/take", downloads.list_page),
            Route("/take/{format}", downloads.file),
            Route("/article/{article:int}", pages.findings_page),
            Route("/article/{article:int}/claims", pages.claims_page),
            Route("/article/{article:int}/history", pages.history_page),
            Route("/article/{article:int}/states", pages.states),
            Route("/article/{article:int}/decide", rulings.decide, methods=["POST"]),
            Route("/article/{article:int}/undo", rulings.undo, methods=["POST"]),
            Route("/static/report.css", _report_style),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        exception_handlers={HTTPException: _refused, sqlite3.Error: _not_kept},
    )
    made.state.desk = desk
    return Guard(made, desk.door, desk.address)


def _report_style(request: Request) -> Response:
    del request
    return Response(REPORT_STYLE, media_type="text/css")


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    status = HTTPStatus(error.status_code)
    why = error.detail if error.detail != status.phrase else "There is no such page at the desk."
    return JSONResponse({"problem": why}, status) if wants_data(request) else refusal(status, why)


def _not_kept(request: Request, error: Exception) -> Response:
    """The file could not be read or written: say so, and never that anything was saved."""
    why = f"The file of decisions cannot be used ({error}); nothing was saved. Try again."
    status = HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse({"problem": why}, status) if wants_data(request) else refusal(status, why)

"""In by the front door: an article dropped, pasted or named by its address; a newer version of one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from pathlib import PurePath
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from verifier._exceptions import InputError, VerifierError
from verifier.review.desk import Here, number
from verifier.review.forms import Upload, digits, form, upload, wants_data
from verifier.review.given import Origin
from verifier.review.screens import screen
from verifier.review.shelf import Brought, is_transcript


def add_page(request: Request) -> Response:
    """Where an article comes in."""
    return screen("add.html", here=Here.of(request), problem="", given={})


async def add(request: Request) -> Response:
    """Take an article in; what cannot be read is told on the same page, and what was pasted stays there."""
    sent, here = await upload(request), Here.of(request)
    try:
        numbers = await run_in_threadpool(_take, sent, here)
    except VerifierError as error:
        said = f"{_shown(error.path)}: {error.problem}" if isinstance(error, InputError) else str(error)
        if wants_data(request):
            return JSONResponse({"problem": said}, HTTPStatus.UNPROCESSABLE_ENTITY)
        return screen("add.html", HTTPStatus.UNPROCESSABLE_ENTITY, here=here, problem=said, given=sent.fields)
    where = _held(numbers[0], [_plain(name) for name, _ in sent.sources]) if len(numbers) == 1 else "/"
    return JSONResponse({"to": where}) if wants_data(request) else RedirectResponse(where, HTTPStatus.SEE_OTHER)


async def kinds(request: Request) -> Response:
    """In which of some files speakers take turns: such a one is held against an article rather than checked."""
    sent = await upload(request)
    brought = [Brought(_plain(name), data) for name, data in sent.files]
    heard = await run_in_threadpool(lambda: [is_transcript(one) for one in brought])
    return JSONResponse({"turns": heard})


async def again(request: Request) -> Response:
    """Check the newer version of a file that has changed since, or leave it alone."""
    given = await form(request)
    here, article = Here.of(request), number(request)
    here.row(article)
    origin = here.library.origin(article)
    if origin.newer and given.get("answer") == "leave":
        here.library.came(article, origin.left(), "Newer file left alone", here.reviewer)
    if not origin.newer or given.get("answer") == "leave":
        return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)
    try:
        place = await run_in_threadpool(here.desk.intake.again, article, here.reviewer)
    except VerifierError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return RedirectResponse(f"/article/{place}", HTTPStatus.SEE_OTHER)


async def version(request: Request) -> Response:
    """Check what the author sent back in the place of the version on the desk."""
    sent, here, article = await upload(request), Here.of(request), number(request)
    here.row(article)
    if len(sent.files) != 1:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "Choose the file of the newer version.")
    name, data = sent.files[0]
    try:
        who = here.reviewer
        place = await run_in_threadpool(
            here.desk.intake.next_version, article, data, _plain(name), who.name, who.session
        )
    except VerifierError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return RedirectResponse(f"/article/{place}", HTTPStatus.SEE_OTHER)


async def earlier(request: Request) -> Response:
    """Put a version that was replaced in its place again."""
    given = await form(request)
    here, article = Here.of(request), number(request)
    here.row(article)
    step = given.get("step", "")
    try:
        await run_in_threadpool(here.desk.intake.earlier, article, int(step) if digits(step) else 0, here.reviewer)
    except VerifierError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)


async def joins(request: Request) -> Response:
    """Say whether an article that came by itself is a newer version of another."""
    given = await form(request)
    here, article = Here.of(request), number(request)
    here.row(article)
    if given.get("answer") != "version":
        here.library.came(article, replace(here.library.origin(article), like=""), "Another article", here.reviewer)
        return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)
    try:
        place = await run_in_threadpool(here.desk.intake.joins, article, here.session.name, here.session.id)
    except VerifierError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return RedirectResponse(f"/article/{place}", HTTPStatus.SEE_OTHER)


async def remove(request: Request) -> Response:
    """Take an article off the desk, or put it back; nothing of it is lost."""
    given = await form(request)
    here, article = Here.of(request), number(request)
    here.row(article)
    back = given.get("state") == "open"
    here.ledger.leaves(article, here.reviewer, back=back)
    to = "/" if given.get("back") == "/" else f"/article/{article}" if back else f"/?off={article}"
    return RedirectResponse(to, HTTPStatus.SEE_OTHER)


async def dated(request: Request) -> Response:
    """Say when the article appears."""
    given = await form(request)
    here, article = Here.of(request), number(request)
    here.row(article)
    try:
        await run_in_threadpool(here.desk.intake.dated, article, _day(given.get("published", "")), here.reviewer)
    except VerifierError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)


async def bring(request: Request) -> Response:
    """Hold an article against further sources."""
    sent, here, article = await upload(request), Here.of(request), number(request)
    here.row(article)
    brought = [Brought(_plain(name), data) for name, data in sent.sources]
    words = sent.fields.get("text", "").strip()
    if words:
        brought.append(
            Brought(f"{_plain(sent.fields.get('title', '').strip() or 'pasted source')}.txt", words.encode())
        )
    if not brought:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "Choose the source's file, or paste it.")
    try:
        await run_in_threadpool(here.desk.intake.bring, article, brought, here.session.name, here.session.id)
    except VerifierError as error:
        more = " None of what came with it was taken." if len(brought) > 1 else ""
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, f"{_unread(error)}.{more}") from error
    where = _held(article, [one.name for one in brought])
    return JSONResponse({"to": where}) if wants_data(request) else RedirectResponse(where, HTTPStatus.SEE_OTHER)


async def leave_out(request: Request) -> Response:
    """Hold the article against one of its sources no more."""
    given = await form(request)
    here, article = Here.of(request), number(request)
    here.row(article)
    try:
        await run_in_threadpool(here.desk.intake.leave_out, article, given.get("name", ""), here.reviewer)
    except VerifierError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    return RedirectResponse(f"/article/{article}", HTTPStatus.SEE_OTHER)


def work(request: Request) -> Response:
    """How far the model is with an article."""
    here, article = Here.of(request), number(request)
    here.row(article)
    done = here.desk.intake.checker.work(article)
    if done is None:
        return JSONResponse({"done": True, "says": ""})
    of = f" of about {done.expected}" if done.expected >= max(done.answered, 1) else ""
    says = done.problem or (
        "The model has answered." if done.done else f"The model is being asked: {done.answered}{of} answers."
    )
    share = min(1.0, done.answered / done.expected) if done.expected else None
    return JSONResponse({"done": done.done, "says": says, "share": share, "problem": bool(done.problem)})


def _take(sent: Upload, here: Here) -> list[int]:
    fields, intake = sent.fields, here.desk.intake
    sources = [Brought(_plain(name), data) for name, data in sent.sources]
    published, ask = _day(fields.get("published", "")), fields.get("model") == "on" and intake.model is not None
    by, session = Origin(by=here.session.name), here.session.id
    if sent.files:
        return [
            intake.take(data, _plain(name), by, published=published, ask=ask, sources=sources, session=session)
            for name, data in sent.files
        ]
    if fields.get("text", "").strip():
        text, title = fields["text"], " ".join(fields.get("title", "").split())
        return [intake.take_text(text, title, by, published=published, ask=ask, sources=sources, session=session)]
    if fields.get("address", "").strip():
        return [intake.fetch(fields["address"].strip(), by.by, ask=ask, sources=sources, session=session)]
    raise InputError("nothing came", "choose a file, paste a text, or give an address")


def _held(article: int, names: Sequence[str]) -> str:
    """The address of an article where it says of sources how they were read."""
    return f"/article/{article}?{urlencode([('held', name) for name in names])}" if names else f"/article/{article}"


def _unread(error: VerifierError) -> str:
    return f"{_shown(error.path)} was not read: {error.problem}" if isinstance(error, InputError) else str(error)


def _plain(name: str) -> str:
    """The last part of a file's name, as browsers send it."""
    return PurePath(name.replace("\\", "/")).name[:200] or "article"


def _shown(name: str) -> str:
    return name if len(name) < 200 else f"{name[:200]}…"


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise InputError("date", f"{given!r} is no date; write it as 2019-02-14") from error

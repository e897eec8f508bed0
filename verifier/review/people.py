"""What the forms about people do: names, invitations, whose an article is, questions and answers."""

from __future__ import annotations

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verifier.review.desk import Here, number
from verifier.review.forms import form
from verifier.review.records import RULED, Item
from verifier.review.screens import screen


async def rename(request: Request) -> Response:
    """Say who the reviewer at this browser is; whoever was invited by name keeps it, where the desk is shared."""
    given, here = await form(request), Here.of(request)
    name = _name(given)
    if not here.session.host and here.desk.house.shared:
        raise HTTPException(HTTPStatus.FORBIDDEN, "You were invited by name; ask whoever opened the desk to change it.")
    if any(p.name == name and not p.host for p in here.desk.door.people()) and name != here.session.name:
        raise HTTPException(HTTPStatus.CONFLICT, "Somebody else on this desk has that name.")
    await run_in_threadpool(here.desk.door.rename, here.session, name)
    return RedirectResponse("/" if given.get("back") == "/" else "/desk", HTTPStatus.SEE_OTHER)


async def invite(request: Request) -> Response:
    """An address for one more browser: the host's own, or somebody's by name."""
    given, here = await form(request), Here.of(request)
    _host(here)
    name = " ".join(given.get("name", "").split())
    if here.desk.house.shared and not name:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "Say who is invited: each person gets an address of his own.")
    if name and name in {p.name for p in here.desk.door.people() if p.host}:
        raise HTTPException(HTTPStatus.CONFLICT, "Somebody else on this desk has that name.")
    token = await run_in_threadpool(lambda: here.desk.door.invite(name, host=not name))
    return screen("desk.html", here=here, invitation=f"{here.desk.house.origin}/enter?token={token}", invited=name)


async def revoke(request: Request) -> Response:
    """Send somebody who was invited away."""
    given, here = await form(request), Here.of(request)
    _host(here)
    await run_in_threadpool(here.desk.door.revoke, _name(given))
    return RedirectResponse("/desk", HTTPStatus.SEE_OTHER)


async def assign(request: Request) -> Response:
    """Give an article or an item to somebody."""
    given, here = await form(request), Here.of(request)
    item = _item(request, given, here)
    whom = " ".join(given.get("name", "").split())
    await run_in_threadpool(here.desk.talk.assign, item, whom, here.reviewer)
    return _to(item, given)


async def ask(request: Request) -> Response:
    """Ask a colleague about an item."""
    given, here = await form(request), Here.of(request)
    item, words = _item(request, given, here), given.get("words", "").strip()
    if not words:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The question is missing.")
    whom = " ".join(given.get("name", "").split())
    await run_in_threadpool(here.desk.talk.ask, item, whom, words, here.reviewer)
    return _to(item, given)


async def answer(request: Request) -> Response:
    """Answer a colleague's question."""
    given, here = await form(request), Here.of(request)
    article, words, question = number(request), given.get("words", "").strip(), given.get("question", "")
    here.row(article)
    if not words or not (question.isascii() and question.isdigit() and len(question) < 16):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The answer is missing.")
    done = await run_in_threadpool(here.desk.talk.answer, article, int(question), words, here.reviewer)
    if not done:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such question.")
    return _to(Item(article, "article", ""), given)


def _item(request: Request, given: dict[str, str], here: Here) -> Item:
    article, kind = number(request), given.get("kind", "article")
    here.row(article)
    if kind not in (*RULED, "article"):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what it is about.")
    return Item(article, kind, given.get("key", "")[:300])


def _to(item: Item, given: dict[str, str]) -> Response:
    at = given.get("number", "")
    card = f"?at={at}#n{at}" if at.isascii() and at.isdigit() and len(at) < 10 else ""
    return RedirectResponse(f"/article/{item.article}{card}", HTTPStatus.SEE_OTHER)


def _name(given: dict[str, str]) -> str:
    name = " ".join(given.get("name", "").split())
    if not name:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "A reviewer needs a name.")
    return name


def _host(here: Here) -> None:
    if not here.session.host:
        raise HTTPException(HTTPStatus.FORBIDDEN, "Whoever opened the desk invites others, and sends them away.")

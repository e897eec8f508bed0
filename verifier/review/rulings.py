"""What the forms of an article do: decide, correct, mark, keep what is typed. Each answers when what it did is on
the disk."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import islice
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from verifier.review import marks
from verifier.review.choices import Choice
from verifier.review.desk import Here, number
from verifier.review.forms import digits, form, wants_data
from verifier.review.passages import passage
from verifier.review.records import (
    ITEMS,
    RULED,
    SAID,
    VERDICTS,
    WRITTEN,
    Attempt,
    Changed,
    Item,
    Passage,
    Ruling,
    Standing,
)
from verifier.review.saying import others, says, told
from verifier.review.screens import screen

_MOST_ATTEMPTS = 50


async def decide(request: Request) -> Response:
    """Decide on a finding or a fact, or correct a claim or a speaker."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_decide, request, given, here)


async def draft(request: Request) -> Response:
    """Keep what is being typed."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_draft, request, given, here)


async def mark(request: Request) -> Response:
    """Mark a stretch by hand."""
    given, here = await form(request), Here.of(request)
    return await run_in_threadpool(_mark, request, given, here)


def _decide(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    item, version = _item(article, given), _version(given)
    together = here.together(article)
    now = together.standings.get((item.kind, item.key)) or Standing(item)
    asked = together.asked(item) if given.get("state") in ("call", "answered") else None
    ruling = _by_the_call(_ruling(given, asked or now.ruling, here.session.name), now)
    about = _passage(here, item)
    ruling, same = _worded(ruling, about)
    if item.kind in ITEMS and _now(here, item) is None:
        same = "Another version of the article has come, which has this no more: it is kept, and told when you reload."
    try:
        ruling, also = together.decided(item, ruling)
        made = here.ledger.rule(item, version, ruling, about, here.reviewer, also)
    except Changed as meanwhile:
        if given.get("leaving"):  # nobody is there any more who could be asked
            here.ledger.keep_draft(item, _typed(given), here.reviewer)
        return changed(request, here, meanwhile.current, ruling, given)
    return _done(request, here, made, given, same)


def _by_the_call(ruling: Ruling, now: Standing) -> Ruling:
    """A ruling that names nothing it was checked against, made when somebody was rung about it: he is what it was."""
    if ruling.state not in ("fine", "mend") or not ruling.answer or ruling.against or not ruling.whom:
        return ruling
    at = datetime.fromisoformat(now.at) if now.ruling.answer == ruling.answer else datetime.now(UTC)
    place = ruling.place or f"call answered {at.astimezone():%Y-%m-%d %H:%M %Z}"
    return replace(ruling, against=ruling.party, place=place)


def _worded(ruling: Ruling, about: Passage) -> tuple[Ruling, str]:
    """A ruling without a wording that is what the article has already, which would mend nothing; and that it was so.
    Words that are to read otherwise are not fine: whoever came without the script, which asks, has them mended."""
    ruling = ruling if _bare(ruling.wording) else replace(ruling, wording="")  # marks around nothing are no words
    if not ruling.wording or not about.words or _bare(ruling.wording) != _bare(about.words[0]):
        if ruling.state == "fine" and ruling.wording:
            return replace(ruling, state="mend"), "It is on the author's list: “Should read” has other words."
        return ruling, ""
    return replace(ruling, wording=""), "It reads so already: say in the note what is to be mended."


def _bare(text: str) -> str:
    return " ".join(text.split()).strip('“”"')


def _draft(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    item = _item(article, given)
    if given.get("state") == "gone":  # asked for where the item is in the article no more
        here.ledger.put_away(item, here.reviewer)
        return RedirectResponse(back_to(article, given), HTTPStatus.SEE_OTHER)
    _passage(here, item)
    here.ledger.keep_draft(item, _typed(given), here.reviewer)
    return JSONResponse({"kept": True})


def _typed(given: Mapping[str, str]) -> dict[str, str]:
    """What was typed; the number of a card is no number to call."""
    kept = {name: given[name] for name in WRITTEN if name in given and name != "number"}
    return kept | ({"number": given["telephone"]} if given.get("telephone") else {})


def _mark(request: Request, given: Mapping[str, str], here: Here) -> Response:
    article = number(request)
    here.row(article)
    report = here.library.report(article)
    text, words = report.article.text, given.get("words", "").split()
    wording = " ".join(given.get("wording", "").split())
    if _bare(wording) == _bare(" ".join(words)):
        wording = ""
    what = "finding" if wording or given.get("what") == "finding" else "fact"
    hint = given.get("start", "")
    near = int(hint) if hint.isascii() and hint.isdigit() and len(hint) < 12 else 0
    places = _places(text, words) if words else []
    if not places:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "These words do not stand in the article; nothing was marked.")
    place = marks.whole_words(text, min(places, key=lambda at: abs(at[0] - near)))
    ruling = Ruling("mend", wording=wording) if wording else Ruling()
    key = marks.mark(here.library.file, article, report, place, what, here.reviewer, ruling)
    made = next(c for c in here.board(article) if c.kind == "mark" and c.standing.item.key == key)
    if wording and made.standing.ruling != ruling:  # it was marked before
        about = _passage(here, made.standing.item)
        here.ledger.rule(made.standing.item, made.standing.version, ruling, about, here.reviewer)
    if wants_data(request):
        return JSONResponse({"at": made.number})
    return RedirectResponse(f"/article/{article}?at={made.number}#n{made.number}", HTTPStatus.SEE_OTHER)


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand one after the other, whatever white space is between them: a field of a form has one line."""
    found = re.finditer(r"\s+".join(map(re.escape, words)), text)
    return [match.span() for match in islice(found, 1_000)]


def _item(article: int, given: Mapping[str, str]) -> Item:
    kind = given.get("kind", "")
    if kind not in RULED:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form does not say what it decides on.")
    return Item(article, kind, given.get("key", ""))


def _version(given: Mapping[str, str]) -> int:
    version = given.get("version", "")
    if not digits(version):
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
    lines = {name: " ".join(given.get(name, "").split()) for name in ("wording", "against", "place")}
    lines["whom"] = " ".join(given.get("whom", now.whom).split())  # a call that was made stays, whatever is decided
    lines["number"] = " ".join(given.get("telephone", now.number).split())
    answer, tried = given.get("answer", now.answer).strip(), " ".join(given.get("attempt", "").split())
    attempts = now.attempts
    if tried:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        attempts = (*attempts, Attempt(at, reviewer, tried))[-_MOST_ATTEMPTS:]
    if state == "call" and answer:
        state = "answered"
    return Ruling(state, note, answer=answer, attempts=attempts, **lines)  # type: ignore[arg-type]  # just checked


def _passage(here: Here, item: Item) -> Passage:
    """What the item is about: from the report, or where the report has it no longer from the decision itself, or from a
    version before, which somebody's page may still show."""
    found = _now(here, item)
    if found is None:
        kept = here.ledger.standings(item.article).get((item.kind, item.key))
        found = kept.passage if kept else None
    if found is None and item.kind in ("finding", "fact"):
        found = here.library.was(item)
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The article has no such finding, fact, claim or speaker.")
    return found


def _now(here: Here, item: Item) -> Passage | None:
    """What an item of the version that is on the desk is about."""
    if item.kind == "mark":
        return next((m.passage() for m in here.library.marks(item.article) if m.key == item.key), None)
    if item.kind == "fact":
        return next((f.passage() for f in here.library.facts(item.article) if f.key == item.key), None)
    return passage(here.library.report(item.article), item.kind, item.key)


def _done(
    request: Request, here: Here, made: Sequence[Standing], given: Mapping[str, str], remark: str = ""
) -> Response:
    article = made[0].item.article
    if wants_data(request):
        row = here.row(article)
        return JSONResponse(told(made[0], row) | others(made, row) | {"remark": remark})
    return RedirectResponse(back_to(article, given), HTTPStatus.SEE_OTHER)


def changed(  # noqa: PLR0913 - whose decisions meet, and what for
    request: Request,
    here: Here,
    current: Standing,
    yours: Ruling | None,
    given: Mapping[str, str],
    step: int = 0,
    refused: str = "",
) -> Response:
    """Somebody else was faster: nothing is written, and both are shown. Of an undo it is said that it was ``refused``,
    and what was done before the ``step`` still can be undone, where that is one."""
    row = here.row(current.item.article)
    if wants_data(request):
        answer = {"changed": told(current, row), "step": step, "refused": refused}
        return JSONResponse(answer, HTTPStatus.CONFLICT)
    return screen(
        "changed.html",
        HTTPStatus.CONFLICT,
        here=here,
        row=row,
        current=current,
        yours=yours,
        step=step,
        refused=refused,
        given=given,
        back=back_to(row.id, given),
        says=says,
        said=SAID,
    )


def back_to(article: int, given: Mapping[str, str]) -> str:
    """The page a form was sent from; only the filters of its address are believed."""
    choice = Choice.of(dict(parse_qsl(given.get("back", "").lstrip("?"))))
    kind = given.get("kind", "finding")
    tab = "/claims" if kind in ("claim", "speaker") else ""
    at = given.get("number", "")
    card = f"#{kind[0] if tab else 'n'}{at}" if at.isascii() and at.isdigit() and len(at) < 10 else ""
    return f"/article/{article}{tab}{choice.address(page=choice.page)}{card}"

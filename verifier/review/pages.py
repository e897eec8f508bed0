"""The pages that are looked at; none of them changes anything."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from verifier.review import cards, queue
from verifier.review.choices import Choice, page
from verifier.review.desk import Here
from verifier.review.door import Door
from verifier.review.guard import cookie_name
from verifier.review.records import VERDICTS
from verifier.review.screens import refusal, screen

_ROWS, _CARDS, _STEPS = 50, 40, 200
"""How much of a list stands on one page."""

RATINGS = ("True", "Mostly true", "Half true", "Mostly false", "False", "Unproven")
"""Offered for a claim that was checked; a desk may write its own."""


def enter(request: Request) -> Response:
    """Exchange a token for a cookie. The page leads on by itself, so that the cookie comes along wherever the link was
    clicked: a redirect would still count as that other site's doing, and a strict cookie would stay behind."""
    if request.method == "HEAD":
        return Response()  # whoever only looks whether the address works must not use it up
    door: Door = request.app.state.desk.door
    address: str = request.app.state.desk.address
    cookie = door.enter(request.query_params.get("token", ""))
    if cookie is None:
        return refusal(
            HTTPStatus.FORBIDDEN,
            "This address has been used, or was never given out: each lets one browser in. Enter in the terminal "
            "shows another, and so does the page “This desk” in a browser that is in.",
        )
    answer = screen("entered.html")
    answer.set_cookie(cookie_name(address), cookie, httponly=True, samesite="strict", path="/")
    return answer


def queue_page(request: Request) -> Response:
    """All articles."""
    here, choice = Here.of(request), Choice.of(request.query_params)
    rows = here.library.rows()
    return screen(
        "queue.html",
        here=here,
        choice=choice,
        progress=queue.Progress.of(rows),
        page=page(queue.chosen(rows, choice), choice.page, _ROWS),
    )


def findings_page(request: Request) -> Response:
    """One article with its findings."""
    here, choice, article = Here.of(request), Choice.of(request.query_params), int(request.path_params["article"])
    row = here.row(article)
    view, standings = here.view(article), here.ledger.standings(article)
    all_cards = cards.finding_cards(article, view, standings)
    fitting = cards.fitting(all_cards, choice)
    number = _page_with(choice.at, [c.number for c in fitting]) or choice.page
    shown = page(fitting, number, _CARDS)
    return screen(
        "findings.html",
        here=here,
        choice=choice,
        row=row,
        tab="findings",
        view=view,
        page=shown,
        options=cards.options(all_cards),
        lost=cards.lost(view.report, standings),
        verdicts=VERDICTS,
        states={c.note.name: c.standing.ruling.state for c in all_cards},
        cards=_finding_links(article, all_cards) | {c.note.name: f"#n{c.number}" for c in shown.shown},
        excerpt=cards.Excerpts(view.report),
        text=cards.around(view, [c.note.finding.spans[0] for c in shown.shown], everything=choice.text == "all"),
        next=queue.next_open(here.library.rows(), article),
    )


def claims_page(request: Request) -> Response:
    """One article with its speakers and claims."""
    here, choice, article = Here.of(request), Choice.of(request.query_params), int(request.path_params["article"])
    row = here.row(article)
    view, standings = here.view(article), here.ledger.standings(article)
    all_cards = cards.claim_cards(article, view.report, standings)
    found = cards.finding_cards(article, view, standings)
    fitting = [
        c
        for c in all_cards
        if choice.state in ("", c.standing.ruling.state)
        and choice.speaker in ("", c.claim.speaker.name if c.claim.speaker else "")
    ]
    shown = page(fitting, _page_with(choice.at, [c.number for c in fitting]) or choice.page, _CARDS)
    return screen(
        "claims.html",
        here=here,
        choice=choice,
        row=row,
        tab="claims",
        view=view,
        page=shown,
        excerpt=cards.Excerpts(view.report),
        text=cards.around(view, [s for c in shown.shown for s in c.claim.spans[:1]], everything=choice.text == "all"),
        people=cards.speaker_cards(article, view.report, standings),
        ratings=RATINGS,
        states={c.note.name: c.standing.ruling.state for c in found},
        cards=_finding_links(article, found),
    )


def history_page(request: Request) -> Response:
    """All that was decided about one article."""
    here, article = Here.of(request), int(request.path_params["article"])
    row = here.row(article)
    return screen(
        "history.html",
        here=here,
        row=row,
        tab="history",
        view=here.view(article),
        events=here.ledger.history(article, _STEPS),
        verdicts=VERDICTS,
    )


def rules_page(request: Request) -> Response:
    """How the rules fared."""
    here = Here.of(request)
    return screen("rules.html", here=here, rules=here.library.rules())


def desk_page(request: Request) -> Response:
    """The reviewer's name, and the way in for another browser."""
    return screen("desk.html", here=Here.of(request), invitation="")


def states(request: Request) -> Response:
    """What has been decided about an article, for a page that has been open for a while."""
    from starlette.responses import JSONResponse  # noqa: PLC0415

    from verifier.review.rulings import told  # noqa: PLC0415

    here, article = Here.of(request), int(request.path_params["article"])
    row = here.row(article)
    return JSONResponse({"standings": [told(s, row) for s in here.ledger.standings(article).values()]})


def _page_with(number: int, numbers: list[int]) -> int:
    """The page of the card with that number, 0 where it is not among them."""
    return numbers.index(number) // _CARDS + 1 if number in numbers else 0


def _finding_links(article: int, found: list[cards.FindingCard]) -> dict[str, str]:
    """Where each finding's card stands, by the name of its note in the text."""
    return {c.note.name: f"/article/{article}?at={c.number}#n{c.number}" for c in found}

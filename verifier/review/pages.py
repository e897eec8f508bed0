"""The pages that are looked at; none of them changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from verifier.report._called import called, fact_of
from verifier.report.models import Report
from verifier.review import cards, queue, takeback, versions
from verifier.review.beside import read_as
from verifier.review.choices import Choice, page
from verifier.review.deeds import done
from verifier.review.desk import Here, number
from verifier.review.door import Door
from verifier.review.earlier import earlier
from verifier.review.excerpts import Excerpts
from verifier.review.guard import cookie_name
from verifier.review.house import House
from verifier.review.records import SAID, VERDICTS, Standing
from verifier.review.saying import by_whom, counts, told
from verifier.review.screens import refusal, screen
from verifier.review.talk import Question
from verifier.review.together import Place
from verifier.rules import catalogue

_ROWS, _CARDS, _STEPS = 50, 60, 200
"""How much of a list stands on one page."""

RATINGS = ("True", "Mostly true", "Half true", "Mostly false", "False", "Unproven")
"""Offered for a claim that was checked; a desk may write its own."""


def enter(request: Request) -> Response:
    """Exchange a token for a cookie. The page leads on by itself, so that the cookie comes along wherever the link was
    clicked: a redirect would still count as that other site's doing, and a strict cookie would stay behind."""
    if request.method == "HEAD":
        return Response()  # whoever only looks whether the address works must not use it up
    door: Door = request.app.state.desk.door
    house: House = request.app.state.desk.house
    if "session" in request.scope:
        return screen("entered.html", to=_to(request))  # the link opened once more in a browser that is in
    client = request.client.host if request.client else ""
    if door.too_many(client):
        return refusal(HTTPStatus.TOO_MANY_REQUESTS, "Too many wrong addresses came from there; wait a minute.")
    cookie = door.enter(request.query_params.get("token", ""))
    if cookie is None:
        door.wrong(client)
        return refusal(
            HTTPStatus.FORBIDDEN,
            "This address has been used, or was never given out: each lets one browser in. Enter in the terminal "
            "shows another, and so does the page “This desk” in a browser that is in.",
        )
    answer = screen("entered.html", to=_to(request))
    answer.set_cookie(
        cookie_name(house),
        cookie,
        httponly=True,
        samesite="strict",
        path="/",
        secure=house.scheme == "https",
        max_age=90 * 24 * 3600,
    )
    return answer


def _to(request: Request) -> str:
    """Where the way in leads: to the article that was named on the command line, or to all."""
    to = request.query_params.get("to", "")
    return f"/article/{to}" if to.isascii() and to.isdigit() and len(to) < 16 else "/"


def knock(request: Request) -> Response:
    """Another start of verifier on this machine asks for a way in; it shows a word that only this user can read."""
    desk = request.app.state.desk
    if not desk.knows(request.headers.get("x-verifier-knock", "")):
        return refusal(HTTPStatus.FORBIDDEN, "There is no such page at the desk.")
    return JSONResponse({"address": f"{desk.house.origin}/enter?token={desk.door.invite()}"})


def queue_page(request: Request) -> Response:
    """All articles; where there is none, the way in for one."""
    here, choice = Here.of(request), Choice.of(request.query_params)
    apart = choice.state == "removed"
    rows = here.library.off() if apart else here.library.rows()
    if not rows and not apart and not (choice.off and here.removed(choice.off)):
        return RedirectResponse("/add", HTTPStatus.SEE_OTHER)
    asked = here.desk.talk.asked(here.session.name)
    return screen(
        "queue.html",
        here=here,
        asked=asked,
        choice=choice,
        progress=queue.Progress.of(rows),
        apart=apart,
        page=page(queue.chosen(rows, choice, here.desk.talk.waits_for(here.session.name)), choice.page, _ROWS),
        colours=here.colours(
            {r.assigned for r in rows}
            | {r.checked for r in rows}
            | {r.signed for r in rows}
            | {q.by for of in asked.values() for q in of}
        ),
    )


def article_page(request: Request) -> Response:
    """One article with all that is to be decided in it."""
    here, choice, article = Here.of(request), Choice.of(request.query_params), number(request)
    row = here.row(article)
    view, standings = here.view(article), here.ledger.standings(article)
    all_cards = here.board(article, standings)
    questions, assigned = here.desk.talk.questions(article), here.desk.talk.assigned(article)
    mine = _for(here.session.name, questions, assigned)
    fitting = cards.fitting(all_cards, choice, mine)
    at = _page_with(choice.at, [c.number for c in fitting]) or choice.page
    shown = page(fitting, at, _CARDS)
    items = here.library.items(article)
    acts, decided = here.ledger.acts(article), here.ledger.decided(article)
    since = versions.since(view.report, items, standings, versions.decided_anew(acts, decided))
    drafts = here.ledger.drafts(article, here.reviewer)
    people, together = here.people(standings.values()), here.together(article, standings)
    return screen(
        "findings.html",
        here=here,
        choice=choice,
        row=row,
        undone=takeback.said(request, here, article),
        tab="findings",
        view=view,
        origin=here.library.origin(article),
        work=here.desk.intake.checker.work(article),
        page=shown,
        options=cards.options(all_cards),
        in_words=_found_in_words(view.report),
        brought=here.desk.intake.brought(article),
        held=read_as(view.report, request.query_params.getlist("held")),
        settled=_count(request.query_params.get("settled", "")),
        since=since,
        after=versions.after(since, acts) if since.lost or since.gone else "the last version",
        left=versions.left(items, questions),
        unsaid=[d for d in versions.left(items, drafts) if d.words and d.item.kind != "article"],  # nobody types there
        verdicts=VERDICTS,
        said=SAID,
        by_whom=by_whom,
        states={c.name: c.standing.ruling.state for c in all_cards},
        quotations={c.name for c in all_cards if c.what == "quotation"},
        cards=_links(article, all_cards) | {c.name: f"#n{c.number}" for c in shown.shown},
        excerpt=Excerpts(view.report),
        text=cards.around(view, [c.spans[0] for c in shown.shown], everything=choice.text == "all"),
        next=queue.next_open(here.library.rows(), article),
        questions=questions,
        assigned=assigned,
        asks=[
            (q, c)
            for c in all_cards
            for q in questions.get((c.kind, c.standing.item.key), ())
            if q.waits_for(here.session.name)
        ],
        loose=sum(c.loose for c in all_cards),
        mine=sum((c.kind, c.standing.item.key) in mine for c in all_cards),
        people=people,
        colours=here.colours(people),
        against=_sources(standings.values(), view.report),
        evidence=here.evidence(article, all_cards),
        along={
            c.name: " ".join(f"{kind}:{key}" for kind, key in together.companions(c.kind, c.standing.item.key))
            for c in shown.shown
        },
        counts=counts(row),
        earlier=earlier(view.report, shown.shown, decided, items),
    )


def claims_page(request: Request) -> Response:
    """One article with its speakers and claims."""
    here, choice, article = Here.of(request), Choice.of(request.query_params), number(request)
    row = here.row(article)
    view, standings = here.view(article), here.ledger.standings(article)
    all_cards = cards.claim_cards(article, view.report, standings)
    found = here.board(article, standings)
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
        undone=takeback.said(request, here, article),
        tab="claims",
        view=view,
        page=shown,
        excerpt=Excerpts(view.report),
        text=cards.around(view, [s for c in shown.shown for s in c.claim.spans[:1]], everything=choice.text == "all"),
        people=cards.speaker_cards(article, view.report, standings),
        ratings=RATINGS,
        colours=here.colours(here.people(standings.values())),
        states={c.name: c.standing.ruling.state for c in found},
        cards=_links(article, found),
    )


def history_page(request: Request) -> Response:
    """All that was decided about one article."""
    here, article = Here.of(request), number(request)
    row = here.row(article)
    return screen(
        "history.html",
        here=here,
        row=row,
        undone=takeback.said(request, here, article),
        tab="history",
        view=here.view(article),
        events=here.ledger.history(article, _STEPS),
        colours=here.colours(here.people(here.ledger.standings(article).values())),
        done=done,
        said=SAID,
    )


def rules_page(request: Request) -> Response:
    """How often each kind of finding was right."""
    here = Here.of(request)
    return screen(
        "rules.html", here=here, rules=here.library.rules(), in_words=_in_words((r.code, r.name) for r in catalogue())
    )


def desk_page(request: Request) -> Response:
    """The reviewer's name, and the way in for another browser."""
    return screen("desk.html", here=Here.of(request), invitation="", invited="")


def states(request: Request) -> Response:
    """What has been decided about an article, for a page that has been open for a while."""
    here, article = Here.of(request), number(request)
    row, standings = here.row(article), here.ledger.standings(article)
    return JSONResponse(
        {
            "digest": here.library.digest(article),
            "news": here.library.origin(article).news,
            "signs": row.signs,
            "lapsed": row.lapsed,
            "standings": [told(s, row) for s in standings.values()],
            "colours": here.colours(here.people(standings.values())),
        }
    )


def _in_words(rules: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What a rule looks for in plain words, by its code: what is for programs names no kind of finding to people."""
    return {code: called(name) for code, name in rules}


def _found_in_words(report: Report) -> dict[str, str]:
    """The same of what was found in one article, of which facts it was."""
    facts: dict[tuple[str, str], list[str]] = {}
    for finding in report.findings:
        facts.setdefault((finding.code, finding.name), []).extend(fact_of(report, finding))
    return {code: called(name, about) for (code, name), about in facts.items()}


def _for(name: str, questions: Mapping[Place, Iterable[Question]], assigned: Mapping[Place, str]) -> frozenset[Place]:
    """The items that were given to somebody, and those that he was asked about and has not answered."""
    asked = {place for place, of in questions.items() if any(q.waits_for(name) for q in of)}
    return frozenset(asked | {place for place, whom in assigned.items() if whom == name})


def _count(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0


def _page_with(at: int, numbers: list[int]) -> int:
    """The page of the card with that number, 0 where it is not among them."""
    return numbers.index(at) // _CARDS + 1 if at in numbers else 0


def _links(article: int, found: list[cards.Card]) -> dict[str, str]:
    """Where each card stands, by the name of its marks in the text."""
    return {c.name: f"/article/{article}?at={c.number}#n{c.number}" for c in found}


def _sources(standings: Iterable[Standing], report: Report) -> list[str]:
    """What was checked against before, the latest first: the next fact is often in the same document; then the
    sources that were brought."""
    kept = sorted(standings, key=lambda s: s.at, reverse=True)
    named = [s.ruling.against for s in kept if s.ruling.against] + [source.path for source in report.run.sources]
    return list(dict.fromkeys(named))[:30]

"""The desk as its pages see it: the articles, what is decided, and who is in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request

from verifier.report._view import View, view
from verifier.review.door import Door, Session
from verifier.review.ledger import Ledger
from verifier.review.library import Library, Row
from verifier.review.records import Reviewer

_VIEWS = 8
"""Articles kept laid out; a long one takes longer to lay out than to show."""


@dataclass(frozen=True, slots=True)
class Here:
    """What a request is about: the desk's parts, and the session that asks."""

    library: Library
    ledger: Ledger
    door: Door
    session: Session
    address: str

    @classmethod
    def of(cls, request: Request) -> Here:
        """From a request that the guard has let through."""
        desk: Desk = request.app.state.desk
        return cls(desk.library, desk.ledger, desk.door, request.scope["session"], desk.address)

    @property
    def reviewer(self) -> Reviewer:
        """Who decides."""
        return Reviewer(self.session.name, self.session.id)

    def row(self, article: int) -> Row:
        """An article's line of the queue; one that is not on the desk is no page."""
        try:
            return self.library.row(article)
        except KeyError as error:
            raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such article on the desk.") from error

    def view(self, article: int) -> View:
        """An article laid out."""
        return _view(self.library, article)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lives as long as the server."""

    library: Library
    ledger: Ledger
    door: Door
    address: str


@lru_cache(maxsize=_VIEWS)
def _view(library: Library, article: int) -> View:
    return view(library.report(article), "t-", {})  # no anchor of the text is that of a card

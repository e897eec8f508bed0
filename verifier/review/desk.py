"""The desk as its pages see it: the articles, what is decided, and who is in."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request

from verifier.report._view import View, view
from verifier.review import cards
from verifier.review.beside import Beside, beside
from verifier.review.door import Door, Session
from verifier.review.given import Origin
from verifier.review.guard import LARGEST
from verifier.review.house import House
from verifier.review.intake import Intake
from verifier.review.ledger import Ledger
from verifier.review.library import Library
from verifier.review.likeness import alike
from verifier.review.marks import Marked
from verifier.review.records import Item, Reviewer, Standing
from verifier.review.rows import Row
from verifier.review.talk import Talk, colours
from verifier.review.together import Together

_VIEWS = 8
"""Articles kept laid out; a long one takes longer to lay out than to show."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lives as long as the server."""

    library: Library
    ledger: Ledger
    door: Door
    house: House
    intake: Intake
    talk: Talk
    word: str = ""

    def knows(self, word: str) -> bool:
        """Whether it is the word that another start on this machine shows."""
        return bool(self.word) and hmac.compare_digest(self.word.encode(), word.encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Here:
    """What a request is about: the desk's parts, and the session that asks."""

    desk: Desk
    session: Session

    @classmethod
    def of(cls, request: Request) -> Here:
        """From a request that the guard has let through."""
        return cls(request.app.state.desk, request.scope["session"])

    @property
    def largest(self) -> int:
        """Bytes that may come at once, with some room for what a form puts around files."""
        return LARGEST - LARGEST // 100

    @property
    def library(self) -> Library:
        """The articles."""
        return self.desk.library

    @property
    def ledger(self) -> Ledger:
        """The decisions."""
        return self.desk.ledger

    @property
    def reviewer(self) -> Reviewer:
        """Who decides."""
        return Reviewer(self.session.name, self.session.id)

    @property
    def unnamed(self) -> bool:
        """Whether nobody has said yet who decides here."""
        return self.desk.door.asks_name(self.session)

    @property
    def typist(self) -> str:
        """Whose words a browser keeps that were typed and not sent: this desk's and this person's, in a word that tells
        nothing of either."""
        return self._typist("" if self.unnamed else self.session.name)

    @property
    def no_typist(self) -> str:
        """The same of whoever sat here before anybody had said a name."""
        return self._typist("")

    def _typist(self, name: str) -> str:
        whose = "\x1f".join((self.library.file.id, self.session.id, name))
        return hashlib.sha256(whose.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def row(self, article: int) -> Row:
        """An article's line of the queue; one that is not on the desk is no page."""
        try:
            return self.library.row(article)
        except (KeyError, OverflowError) as error:
            raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such article on the desk.") from error

    def view(self, article: int) -> View:
        """An article laid out, with its facts and what was marked by hand."""
        return _view(self.library, article, self.library.digest(article), tuple(self.library.marks(article)))

    def people(self, standings: Iterable[Standing] = ()) -> set[str]:
        """Everybody who has decided something, or may come in."""
        return {s.reviewer for s in standings} | {p.name for p in self.desk.door.people()} | {self.session.name}

    def colours(self, names: set[str]) -> Mapping[str, int]:
        """Everybody's colour, told apart from those of all who may come in."""
        return colours((names | self.people()) - {""})

    def evidence(self, article: int, board: Iterable[cards.Card]) -> Mapping[str, Sequence[Beside]]:
        """What the sources say beside each card, by the card's name."""
        return beside(self.library.report(article), board)

    def removed(self, article: int) -> bool:
        """Whether an article was taken off the desk."""
        return self.ledger.standing(Item(article, "article", "removed")).ruling.state == "done"

    def like(self, origin: Origin) -> Row | None:
        """The article of which another may be a newer version, while nobody has said so."""
        number = int(origin.like) if origin.like.isascii() and origin.like.isdigit() else 0
        return self.library.row(number) if number in self.library.ids else None

    def alike(self, article: int, other: int) -> bool:
        """Whether two articles are versions of one, as far as words tell."""
        return alike(self.library, article, other)

    def together(self, article: int, standings: cards.Standings | None = None) -> Together:
        """What of an article is decided together, as it stands now, or as it stood when these were read."""
        library = self.library
        return Together(
            article,
            library.report(article),
            library.facts(article),
            library.marks(article),
            self.ledger.standings(article) if standings is None else standings,
        )

    def board(self, article: int, standings: cards.Standings | None = None) -> list[cards.Card]:
        """All that is to be decided in an article, likewise."""
        return cards.board(
            article,
            _listed(self.library, article, self.library.digest(article), tuple(self.library.marks(article))),
            self.ledger.standings(article) if standings is None else standings,
            self.ledger.drafts(article, self.reviewer),
        )


def number(request: Request) -> int:
    """The article that an address names; digits without end are no article's."""
    given = str(request.path_params["article"])
    if not (given.isascii() and given.isdigit() and len(given) < 16):
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such article on the desk.")
    return int(given)


@lru_cache(maxsize=_VIEWS)
def _listed(library: Library, article: int, digest: str, by_hand: tuple[Marked, ...]) -> tuple[cards.Listed, ...]:
    return cards.listed(_view(library, article, digest, by_hand), library.facts(article), by_hand)


@lru_cache(maxsize=_VIEWS)
def _view(library: Library, article: int, digest: str, by_hand: tuple[Marked, ...]) -> View:
    del digest  # another version is laid out anew
    more = cards.fact_marks(library.facts(article), by_hand)
    return view(library.report(article), cards.PREFIX, {}, more=more, before=library.origin(article).colours)

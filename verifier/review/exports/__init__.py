"""What is taken away from the desk: one small writer a format, over articles with what was decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from verifier.review.exports._cleared import Cleared
from verifier.review.ledger import Ledger
from verifier.review.library import Library

__all__ = ["EXPORTS", "Cleared", "Export", "cleared"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name on the command line, how a file of it ends, and what it is in words.

    ``one_each`` formats hold one article a file, ``of_word`` ones are made from the Word file it came in; what
    ``placed`` ones say depends on where they are put. ``in_parts`` ones are written article by article. ``technical``
    ones are for programs.
    """

    name: str
    suffix: str
    media_type: str
    label: str
    what: str
    home: str
    one_each: bool = False
    placed: bool = False
    of_word: bool = False
    in_parts: bool = False
    technical: bool = False

    def write(self, articles: Iterable[Cleared], target: Path) -> str | bytes:
        """Everything in this format; ``target`` is the file it is meant for.

        Raises:
            InputError: the article did not come as a Word file, where the format is made from it.
        """
        if self.in_parts:
            return "".join(self.parts(replace(one) for one in articles))  # what is read of one goes with it
        home, given = import_module(f"verifier.review.exports.{self.home}"), list(articles)
        written: str | bytes = home.write(given, target) if self.placed else home.write(given)
        return written

    def parts(self, articles: Iterable[Cleared]) -> Iterator[str]:
        """The same, where it is ``in_parts``, as it is written: of many articles none has to be kept."""
        parts: Iterator[str] = import_module(f"verifier.review.exports.{self.home}").parts(articles)
        return parts


EXPORTS = {
    e.name: e
    for e in (
        Export(
            "corrections",
            ".txt",
            "text/plain",
            "The list for the author",
            "what to mend and how it should read, what to ask, corrected names and claims; plain text for a mail",
            "corrections",
            in_parts=True,
        ),
        Export(
            "word",
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "A Word file",
            "the article with comments at their places, and what should read otherwise as tracked changes",
            "word",
            one_each=True,
        ),
        Export(
            "author-word",
            ".comments.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "The author's own Word file",
            "the file as it came, its layout untouched, with the comments and tracked changes in it",
            "author_word",
            one_each=True,
            of_word=True,
        ),
        Export(
            "ledger",
            ".csv",
            "text/csv",
            "The ledger",
            "every fact and finding: how it stands, who checked it, against what, when; CSV",
            "ledger",
            in_parts=True,
        ),
        Export(
            "calls",
            ".txt",
            "text/plain",
            "The call sheet",
            "whom to ring, with number, attempts and all to ask each person; plain text",
            "calls",
        ),
        Export(
            "html",
            ".html",
            "text/html",
            "The annotated report",
            "the article with its findings, and what was decided about them and about its facts; one file",
            "annotated",
        ),
        Export(
            "csv",
            ".csv",
            "text/csv",
            "A table",
            "a row a finding, with decision, reviewer and note; CSV",
            "table",
            in_parts=True,
        ),
        Export(
            "annotations",
            ".annotations.jsonld",
            "application/ld+json",
            "Web annotations",
            "findings, decisions and who says what, each tied to its words; W3C JSON-LD",
            "annotations",
            technical=True,
        ),
        Export(
            "claim-review",
            ".claims.jsonld",
            "application/ld+json",
            "Claims and ClaimReview drafts",
            "the claims as corrected, and a draft for each that was rated; schema.org JSON-LD",
            "claim_review",
            technical=True,
        ),
        Export(
            "gold",
            ".yaml",
            "application/yaml",
            "What verifier should have found",
            "what is to be found and what is not, to measure it by: verifier eval; YAML, a file an article",
            "gold",
            one_each=True,
            technical=True,
        ),
        Export(
            "baseline",
            ".json",
            "application/json",
            "A baseline for CI",
            "what is fine or a false alarm, for verifier check --baseline from the folder the desk was opened in; JSON",
            "baseline",
            placed=True,
            technical=True,
        ),
        Export(
            "rules",
            ".csv",
            "text/csv",
            "The track record",
            "findings of each kind, and how many were to mend, fine or false alarms; CSV",
            "fared",
            technical=True,
        ),
        Export(
            "decisions",
            ".jsonl",
            "application/jsonl",
            "All decisions",
            "each with its passage, reviewer and time, one a line; JSON",
            "decisions",
            in_parts=True,
            technical=True,
        ),
    )
}


def cleared(library: Library, ledger: Ledger, articles: Iterable[int] | None = None) -> Iterator[Cleared]:
    """The articles on the desk with their decisions, or those that are named, one after the other, also where they were
    taken off the desk: nothing of them is lost.

    Raises:
        KeyError: there is no such article.
    """
    known = {row.id: row for row in library.rows()}
    states = ledger.states()
    for number in known if articles is None else dict.fromkeys(articles):
        row = known.get(number) or library.row(number)
        yield Cleared(row, states.get(number, frozenset()), library, ledger)

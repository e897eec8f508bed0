"""What is taken away from the desk: one small writer a format, over articles with what was decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from verifier.review.exports._cleared import Cleared
from verifier.review.ledger import Ledger
from verifier.review.library import Library
from verifier.review.shelf import Shelf

__all__ = ["EXPORTS", "Cleared", "Export", "cleared"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name on the command line, how a file of it ends, and what it is in words.

    ``one_each`` formats hold one article a file, ``of_word`` ones are made from the Word file it came in; what
    ``placed`` ones say depends on where they are put. ``technical`` ones are for programs.
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
    technical: bool = False

    def write(self, articles: Sequence[Cleared], target: Path) -> str | bytes:
        """Everything in this format; ``target`` is the file it is meant for.

        Raises:
            InputError: the article did not come as a Word file, where the format is made from it.
        """
        home = import_module(f"verifier.review.exports.{self.home}")
        written: str | bytes = home.write(articles, target) if self.placed else home.write(articles)
        return written


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
            "the article with every mark, and what was decided beside each finding; one file",
            "annotated",
        ),
        Export(
            "csv",
            ".csv",
            "text/csv",
            "A table",
            "a row a finding, with decision, reviewer and note; CSV",
            "table",
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
            "Gold for verifier eval",
            "what is to be found and what is not, to put beside the article; YAML, a file an article",
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
            "How the rules fared",
            "findings of each rule, and how many were to mend, fine or false alarms; CSV",
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
            technical=True,
        ),
    )
}


def cleared(library: Library, ledger: Ledger, article: int | None = None) -> list[Cleared]:
    """The articles on the desk with their decisions, or one of them.

    Raises:
        KeyError: it is not on the desk.
    """
    kept = Shelf(library.file)
    numbers = library.ids if article is None else (article,)
    return [
        Cleared(
            library.report(number),
            ledger.standings(number),
            library.facts(number),
            library.marks(number),
            kept.word_file(number),
        )
        for number in numbers
    ]

"""A desk on which something was decided without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.command import run
from tests.review import put, story
from verifier.cli._review import library
from verifier.review.ledger import Ledger
from verifier.review.passages import passage
from verifier.review.records import Item, Kind, Reviewer, Ruling, Standing

ANA = Reviewer("Ana", "one")


class Decided:
    """A desk on which something was decided without a browser."""

    def __init__(self, folder: Path, **how: Any) -> None:
        self.reports = put(folder / "reports", *how.get("reports", [story()]))
        self.library = library([self.reports], self.reports / "verifier-review.db")

    def rule(self, kind: Kind, key: str, ruling: Ruling, article: int = 1, version: int = 0) -> None:
        about = passage(self.library.report(article), kind, key)
        if kind == "fact":
            about = next(f.passage() for f in self.library.facts(article) if f.key == key)
        assert about
        version = (
            version
            or Ledger(self.library.file).standings(article).get((kind, key), Standing(Item(1, kind, key))).version
        )
        Ledger(self.library.file).rule(Item(article, kind, key), version, ruling, about, ANA)

    def export(self, form: str, folder: Path) -> str:
        target = folder / "taken"
        done = run("review", self.reports, "--export", f"{form}={target}", cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        return target.read_text(encoding="utf-8")

"""How fast the review desk answers with a thousand articles and fifty thousand findings on it.

    python benchmarks/desk.py [ARTICLES] [FINDINGS PER ARTICLE]

Prints the seconds that taking the reports in takes, the first time and again, and those of each page, the slowest of
five, then those of the pages that count decisions, with half of the findings mended. The articles are made up; one more
has 5,000 findings. Everything happens in a folder that is removed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from starlette.testclient import TestClient

from verifier import check
from verifier.report import models
from verifier.review import steps
from verifier.review._file import DeskFile
from verifier.review.app import app
from verifier.review.desk import Desk
from verifier.review.door import Door
from verifier.review.given import gather
from verifier.review.house import House
from verifier.review.intake import Intake
from verifier.review.ledger import Ledger
from verifier.review.library import Library, held
from verifier.review.records import NOBODY, Item, Passage, Ruling, Standing
from verifier.review.talk import Talk

ADDRESS = "127.0.0.1:1"
SENTENCE = "The harbour office told the council on day {n} that {n} boats would sail, and Ana Ruiz said it was enough. "
CODES = ("D001", "N001", "Q002", "S002", "T004")
LETTERS = str.maketrans("0123456789", "abcdefghij")
SEVERITIES = ("error", "warning", "info")


@lru_cache(maxsize=2)
def checked(body: str) -> models.Report:
    return check(f"Harbour story aaaaa\n{body}")


def report(number: int, findings: int) -> models.Report:
    title = "Harbour story " + f"{number:05}".translate(LETTERS)
    sentences = [SENTENCE.format(n=n) + ("\n\n" if n % 3 == 2 else "") for n in range(max(40, findings))]
    text = f"{title}\n\n" + "".join(sentences)
    made = checked(text.partition("\n")[2])  # headlines are of one length, so that spans hold for all
    places = []
    at = 0
    for n in range(findings):
        at = text.index(f" {n} boats", at) + 1
        places.append(models.Span(start=at, end=at + len(f"{n} boats"), text=f"{n} boats"))
    raised = tuple(
        models.Finding(
            id=f"f{n + 1}", code=CODES[n % 5], name="made-up", severity=SEVERITIES[n % 3],
            message=f"The number of boats, {n}, is given without a source.", spans=(place,), related=(),
            explanation="A reader cannot ask anybody.", question="Who counted the boats?", origin="rules",
            verdict=None, fingerprint=f"{number:08x}{n:08x}",
        )
        for n, place in enumerate(places)
    )  # fmt: skip
    article = made.article.model_copy(update={"path": f"wire/story-{number}.txt", "title": title, "text": text})
    return made.model_copy(update={"article": article, "findings": raised})


def timed(what: str, act: Callable[[], object], times: int = 1) -> None:
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        spent.append(time.perf_counter() - started)
    print(f"{max(spent):8.3f} s  {what}")


def main() -> None:
    articles, findings = (int(a) for a in (sys.argv[1:3] + ["1000", "50"][len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "all.jsonl").write_text(
            "".join(report(n + 1, findings).model_dump_json() + "\n" for n in range(articles))
            + report(articles + 1, 5_000).model_dump_json()
            + "\n"
        )
        file = DeskFile(folder / "desk.db")
        timed("reports taken in, facts left for later", lambda: Library(file, gather([folder], held(file))))
        timed("reports taken in again", lambda: Library(file, gather([folder], held(file))))
        library = Library(file, gather([folder], held(file)))
        pages(library)


def decide(library: Library) -> None:
    """Every other finding mended, each with how it should read: what the queue counts each once."""
    with library.file.writing() as db:
        for article, key in db.execute("SELECT article, key FROM items WHERE kind = 'finding'").fetchall():
            n = int(key[8:], 16)
            if n % 2:
                passage = Passage(CODES[n % 5], "", (f"{n} boats",), (SENTENCE.format(n=n).strip(),))
                mended = Standing(Item(article, "finding", key), Ruling("mend", wording=f"{n} or more boats"), 1)
                steps.write(db, Ruling(), replace(mended, reviewer="Ana", at=steps.now(), passage=passage), NOBODY)


def pages(library: Library) -> None:
    door = Door("bench")
    desk = Desk(library, Ledger(library.file), door, House(ADDRESS), Intake(library), Talk(library.file))
    client = TestClient(app(desk), base_url=f"http://{ADDRESS}")
    client.get(f"/enter?token={door.invite()}")
    small, large = library.ids[0], library.ids[-1]
    for what, address in (
        ("the queue", "/"),
        ("the queue, sorted by what is to do", "/?sort=open&page=3"),
        ("an article", f"/article/{small}"),
        ("an article with 5,000 findings", f"/article/{large}"),
        ("its page 90, open notes alone", f"/article/{large}?state=open&severity=info&page=30"),
        ("its claims", f"/article/{large}/claims"),
        ("the rules", "/rules"),
        ("the author's list for all articles", "/take/corrections"),
        ("the call sheet for all articles", "/take/calls"),
        ("the ledger of the first article", f"/take/ledger?article={small}"),
    ):
        look(client, what, address)
    cookie = next(iter(client.cookies.values()))
    session = door.session(cookie)
    csrf = session.csrf if session else ""
    form = {"csrf": csrf, "kind": "finding", "state": "mend", "version": "0"}
    keys = iter([f.fingerprint for f in library.report(large).findings])
    timed(
        "a decision on the article with 5,000 findings",
        lambda: client.post(
            f"/article/{large}/decide",
            data=form | {"key": next(keys)},
            headers={"origin": f"http://{ADDRESS}", "accept": "application/json"},
        ),
        20,
    )
    decide(library)
    for what, address in (
        ("the queue", "/"),
        ("an article", f"/article/{small}"),
        ("an article with 5,000 findings", f"/article/{large}"),
        ("the rules", "/rules"),
        ("the rules, taken away", "/take/rules"),
    ):
        look(client, f"{what}, half of the findings mended", address)


def look(client: TestClient, what: str, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    timed(f"{what} ({len(answer.content) // 1000:,} kB)", lambda: client.get(address), 5)


if __name__ == "__main__":
    main()

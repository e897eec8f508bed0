"""What comes to the desk over HTTP: articles, web pages, sources, the model's answers; and what must not."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.model.scripted import Reply, endpoint
from tests.review import STORY, Desk, Visitor, open_desk, words
from tests.review.sites import site
from verifier import InputError
from verifier.review.fetching import fetched

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = (
    "<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1>"
    "<p>The harbour will open again on February 30, 2019, the mayor of Port Ellery said on Tuesday.</p>"
    "<p>Some people say that twelve boats are enough for the islands in winter and in summer.</p>"
    "</article></body></html>"
)
PATIENCE = 60.0
"""Seconds after which something that never comes is missing, not slow."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk("--db", tmp_path / "own.db", "--reviewer", "Ana", "--no-model") as desk:
        yield desk


def add(visitor: Visitor, files: dict[str, bytes] | None = None, **fields: str) -> httpx2.Response:
    """Send the form of the front door, as the page's script does."""
    given: dict[str, Any] = {"csrf": visitor.csrf("/add"), **fields}
    headers = {"origin": visitor.origin, "accept": "application/json"}
    parts = [("files", (name, data)) for name, data in (files or {}).items()]
    return visitor.http.post("/add", data=given, files=parts or None, headers=headers)


def bring(visitor: Visitor, files: dict[str, bytes], article: int = 1, **fields: str) -> httpx2.Response:
    """Send sources for an article."""
    given: dict[str, Any] = {"csrf": visitor.csrf(f"/article/{article}"), **fields}
    parts = [("sources", (name, data)) for name, data in files.items()]
    return visitor.http.post(
        f"/article/{article}/sources", data=given, files=parts or None, headers={"origin": visitor.origin}
    )


def until(what: Any) -> Any:
    """What a function gives once it gives something."""
    ends = time.monotonic() + PATIENCE
    while not (found := what()):
        assert time.monotonic() < ends
        time.sleep(0.05)
    return found


def test_a_web_page_is_fetched_once_when_somebody_asks_and_its_time_is_kept(desk: Desk) -> None:
    visitor = desk.visitor("Ana")
    with site(PAGE) as (address, asked):
        visitor.page("/add")
        assert add(visitor, address="no address at all").status_code == 422
        assert asked == []
        assert add(visitor, address=address).json() == {"to": "/article/1"}
        assert asked == ["/story"]
        page = visitor.page("/article/1")
        visitor.page("/")
        assert asked == ["/story"]
    assert "February 30, 2019" in page
    said = words(page)
    assert address in said
    assert "fetched 20" in said
    assert "brought by Ana" in said


@pytest.mark.parametrize(
    ("status", "address", "complaint"),
    [
        (404, "", "the site answered 404"),
        (200, "file:///etc/passwd", "no web address"),
        (200, "http://ana:secret@127.0.0.1:{port}/story", "no web address"),
        (200, "http://127.0.0.1:9/", "nothing came from there"),
    ],
)
def test_an_address_that_gives_no_article_is_told_and_nothing_is_put_on_the_desk(
    desk: Desk, status: int, address: str, complaint: str
) -> None:
    visitor = desk.visitor()
    with site(PAGE, status) as (good, asked):
        port = good.rpartition(":")[2].partition("/")[0]
        answer = add(visitor, address=address.format(port=port) or good)
    assert answer.status_code == 422
    assert complaint in answer.json()["problem"]
    assert "/add" in str(visitor.http.get("/").headers.get("location", ""))
    assert not address or asked == []


def test_a_name_that_leads_inside_when_it_is_used_reaches_nothing_for_a_colleague(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("verifier.review.fetching._is_outside", lambda *_: True)  # as it looked before
    with site(PAGE) as (address, asked):
        with pytest.raises(InputError, match="nothing came from there"):
            fetched(address, outside_only=True)
        assert asked == []
        assert fetched(address, outside_only=False)[0] == PAGE.encode()


def test_a_source_that_holds_the_article_itself_is_told_above_everything_and_left_out_there(desk: Desk) -> None:
    visitor = desk.visitor("Ana")
    add(visitor, {"ferry-fares.txt": (SEEDS / "ferry-fares.txt").read_bytes()})
    bring(visitor, {"copy.txt": (SEEDS / "ferry-fares.txt").read_bytes()})
    top = visitor.page("/article/1").partition('<form class="filters"')[0]
    assert "copy.txt , not compared: holds the article itself" in words(top)
    assert 'name="name" value="copy.txt">Leave it out' in top


def test_sources_brought_later_stand_beside_their_facts_and_what_differs_is_found(desk: Desk) -> None:
    visitor = desk.visitor("Ana")
    add(visitor, {"ferry-fares.txt": (SEEDS / "ferry-fares.txt").read_bytes()})
    before = visitor.page("/article/1")
    assert "ferry-release.md" not in before
    done = bring(visitor, {"ferry-release.md": (SEEDS / "sources" / "ferry-release.md").read_bytes()})
    assert done.status_code == 303
    page = words(visitor.page("/article/1"))
    assert "The source has it so: ferry-release.md" in page
    assert "V0" in page
    assert bring(visitor, {}, title="board minutes", text="The board carried 412,000 passengers.").status_code == 303
    assert "board minutes.txt" in words(visitor.page("/article/1"))
    assert "ferry-release.md" in words(visitor.page("/article/1"))


@pytest.mark.parametrize(
    ("files", "status"), [({}, 400), ({"broken.pdf": b"%PDF-1.7 no more"}, 422), ({"empty.docx": b""}, 422)]
)
def test_a_source_that_cannot_be_read_is_told_and_what_was_there_stands(
    desk: Desk, files: dict[str, bytes], status: int
) -> None:
    visitor = desk.visitor("Ana")
    add(visitor, {"ferry-fares.txt": (SEEDS / "ferry-fares.txt").read_bytes()})
    bring(visitor, {"ferry-release.md": (SEEDS / "sources" / "ferry-release.md").read_bytes()})
    before = visitor.http.get("/article/1/states").json()["digest"]
    answer = bring(visitor, files)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert visitor.http.get("/article/1/states").json()["digest"] == before


def test_a_pasted_article_says_in_the_list_what_it_is(desk: Desk) -> None:
    visitor = desk.visitor()
    add(visitor, text=STORY)
    assert 'class="path">pasted text<' in visitor.page("/")


@pytest.mark.parametrize("pasted", [False, True])
def test_what_the_author_sends_back_takes_the_place_of_the_version_on_the_desk(desk: Desk, pasted: bool) -> None:
    visitor = desk.visitor("Ana")
    add(visitor, **({"text": STORY} if pasted else {"files": {"story.txt": STORY.encode()}}))  # type: ignore[arg-type]
    bring(visitor, {"log.txt": b"Ruiz counted 15 boats in the harbour."})
    page = visitor.page("/article/1")
    key = page.partition("<bdi>15 boats</bdi>")[0].rpartition('data-key="')[2].partition('"')[0]
    assert visitor.decide(key, "mend", kind="fact", wording="16 boats").json()["state"] == "mend"
    newer = {"files": ("final, really.txt", STORY.replace("15 boats", "16 boats").encode())}
    headers = {"origin": visitor.origin}
    csrf = {"csrf": visitor.csrf("/article/1")}
    assert visitor.http.post("/article/1/version", data=csrf, headers=headers).status_code == 400
    broken = {"files": ("broken.docx", b"no zip")}
    assert visitor.http.post("/article/1/version", data=csrf, files=broken, headers=headers).status_code == 422
    assert visitor.http.post("/article/1/version", data=csrf, files=newer, headers=headers).status_code == 303
    said = words(visitor.page("/article/1"))
    assert "1 mended, 0 changed, 0 still there" in said
    assert "log.txt" in said
    assert bring(visitor, {"more.txt": b"The council says 12 boats are enough."}).status_code == 303
    assert "16 boats" in visitor.page("/article/1")
    assert "1 article on the desk" in words(visitor.page("/"))


def test_days_are_counted_from_the_day_that_somebody_says_the_article_appears_on(desk: Desk) -> None:
    visitor = desk.visitor("Ana")
    add(visitor, files={"tram.txt": b"Tram line opens\n\nThe line opens on Friday, March 14, 2026, the mayor said.\n"})
    assert "published" not in words(visitor.page("/article/1").partition("<h1")[0])
    csrf = visitor.csrf("/article/1")
    assert visitor.post("/article/1/published", csrf, published="soon").status_code == 422
    assert visitor.post("/article/1/published", csrf, published="2026-03-10").status_code == 303
    page = visitor.page("/article/1")
    assert "published 2026-03-10" in words(page)
    assert 'value="2026-03-10"' in page
    assert "1 article on the desk" in words(visitor.page("/"))


def model_desk(folder: Path, url: str) -> Any:
    return open_desk("--db", folder / "own.db", "--model", "scripted", "--base-url", url)


def test_the_model_is_asked_only_where_that_is_ticked_and_its_answers_follow(tmp_path: Path) -> None:
    with endpoint() as at, model_desk(tmp_path, at.url) as desk:
        visitor = desk.visitor("Ana")
        add(visitor, {"story.txt": STORY.encode()})
        assert at.asked == []
        assert visitor.http.get("/article/1/work").json() == {"done": True, "says": ""}
        other = STORY.replace("Ferry", "Tram")
        assert add(visitor, {"tram.txt": other.encode()}, model="on").json() == {"to": "/article/2"}
        assert "D00" in visitor.page("/article/2")
        last = until(lambda: (now := visitor.http.get("/article/2/work").json())["done"] and now)
        assert last["says"] == "The model has answered."
        assert at.asked
        assert "Some people say 12 boats are enough" in words(visitor.page("/article/2/claims"))


def test_where_the_model_fails_it_is_told_and_what_the_rules_found_stands(tmp_path: Path) -> None:
    with endpoint(lambda _: Reply(status=401)) as at, model_desk(tmp_path, at.url) as desk:
        visitor = desk.visitor("Ana")
        add(visitor, {"story.txt": STORY.encode()}, model="on")
        last = until(lambda: (now := visitor.http.get("/article/1/work").json())["done"] and now)
        assert last["problem"]
        assert "The model" in last["says"]
        page = words(visitor.page("/article/1"))
        assert "February 30" in page
        assert "The model" in page


def test_a_text_without_a_headline_is_called_by_its_file(tmp_path: Path) -> None:
    files = {
        "quay.txt": b"The quay opens on Monday, the mayor said. It was late.\n\nAll came.\n",
        "boats.txt": b"Boats sail on Friday, Ana Ruiz said. 12 boats came.\n\nNo more came than these.\n",
    }
    with open_desk("--db", tmp_path / "own.db", "--no-model") as desk:
        ana = desk.visitor("Ana")
        add(ana, files)
        add(ana, text="Nobody came on Sunday, Ana Ruiz said. It was cold.\n\nIt snowed.", title="")
        heads = [ana.page(f"/article/{n}").partition("<h1")[2].partition("</h1>")[0] for n in (1, 2, 3)]
        assert [words(f"<h1{head}") for head in heads] == ["quay.txt", "boats.txt", "Article without a headline"]
        listed = ana.page("/take/corrections")
        assert "\nquay.txt: 1 fact\nboats.txt: " in listed


def test_an_accusation_is_not_borne_out_by_a_source_that_has_a_name_in_it(desk: Desk) -> None:
    ana = desk.visitor("Ana")
    text = "The yard\n\nThe union accused Ida Holm of fraud on Monday, its head said.\n"
    add(ana, {"yard.txt": text.encode()})
    bring(ana, {"talk.txt": b"DANA OAKES: And Ida Holm?\n\nIDA MOEN: Ida Holm built the yard.\n"})
    cards = re.findall(r'(?s)<article class="card note.*?</article>', ana.page("/article/1"))
    accused = next(card for card in cards if "<bdi>accused Ida Holm of fraud" in card)
    assert "The source has it so" not in accused
    assert any("The source has it so" in card for card in cards if "<bdi>Ida Holm</bdi>" in card)

"""A window of a browser at the desk, with somebody in front of it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import Watched, window
from tests.review import Desk


@contextmanager
def seat(
    browser: Browser, desk: Desk, name: str = "Ana", *, at: str = "", outlives: bool = False, **how: object
) -> Iterator[Watched]:
    """A window of a browser that was let in, its reviewer named: it gets the cookies of one that came by the door. It
    opens at a page of the desk, where one is named.

    One that ``outlives`` its desk asks it for news while it is dead, which Chromium logs when it will.
    """
    let_in = desk.visitor(name).http.cookies.jar
    with window(browser, **how) as seen:
        seen.context.add_cookies(
            [
                {"name": one.name, "value": str(one.value), "url": desk.base, "httpOnly": True, "sameSite": "Strict"}
                for one in let_in
            ]
        )
        if at:
            seen.page.goto(f"{desk.base}{at}")
        yield seen
        assert seen.dialogs == []
        assert seen.violations() == []
        errors = [e for e in seen.errors if "409" not in e]  # a conflict is an answer that Chromium logs
        cut = ("ERR_CONNECTION", "ERR_CONTENT_LENGTH_MISMATCH")  # a kill may cut an answer short, too
        assert [e for e in errors if not (outlives and any(one in e for one in cut))] == []
        assert all(url.startswith(desk.base) for url in seen.requests)


def dropped(page: Page, *files: Path) -> None:
    """Let files fall on the page, as a hand does that drags them from a folder."""
    given = [{"name": one.name, "data": base64.b64encode(one.read_bytes()).decode()} for one in files]
    data = page.evaluate_handle(
        """(files) => { const carried = new DataTransfer();
        const bytes = (data) => Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        for (const one of files) carried.items.add(new File([bytes(one.data)], one.name));
        return carried; }""",
        given,
    )
    for what in ("dragenter", "dragover", "drop"):
        page.dispatch_event("main", what, {"dataTransfer": data})

"""Debian's Chromium, driven by Playwright: what a page does in a real browser, and what a screen reader would miss."""

from __future__ import annotations

import atexit
import os
import shutil
from asyncio import AbstractEventLoop, _set_running_loop, get_running_loop  # type: ignore[attr-defined]
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

# The shell is the same engine without a browser's windows, which take most of the processor's time that a page takes.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)

# A window's line for addresses draws what it may suggest in pages of its own, which take more than most tests: it is
# told not to. Chromium knows only the last list of what is off, so that Playwright's stands here, too.
_OFF = (
    "WebUIOmniboxPopup WebUIOmniboxAimPopup WebUIOmniboxFullPopup SpareRendererForSitePerProcess "
    "AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose HttpsUpgrades HttpsFirstBalancedModeAutoEnable "
    "LensOverlay MediaRouter PaintHolding ThirdPartyStoragePartitioning AvoidCorsURLLoaderRestartOnRedirect "
    "OptimizationHints NetworkTimeServiceQuerying AimEnabled PreconnectToSearch"
).split()
# No network of its own accord; --no-sandbox because CI runs as root; no process anew for each page of one site.
QUIET = [
    *"--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(),
    *"--disable-component-update --disable-sync --disable-dev-shm-usage --renderer-process-limit=1".split(),
    f"--disable-features={','.join(_OFF)}",
]

expect.set_options(timeout=45_000)  # a machine that is busy with other tests is slow, not wrong

DESKTOP = {"width": 1360, "height": 900}
PHONE = {"width": 390, "height": 844}
LOOKS = ((DESKTOP, "light"), (PHONE, "dark"))  # each size and each scheme once: axe takes seconds a page

needs_chromium = pytest.mark.skipif(
    not CHROMIUM and not os.environ.get("CI"),
    reason="no chromium on this machine: apt-get install chromium-headless-shell",
)

_LISTEN = """
window.broken = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.broken.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser of this process: begun for the first module that needs one, ended with the process.

    While it is open its thread has an event loop, in which no other can run: between modules it is set aside.
    """
    browser, loop = _begun()
    _set_running_loop(loop)
    try:
        yield browser
    finally:
        _set_running_loop(None)


@cache
def _begun() -> tuple[Browser, AbstractEventLoop]:
    playwright = sync_playwright().start()
    loop = get_running_loop()
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)

    def end() -> None:
        _set_running_loop(loop)
        browser.close()
        playwright.stop()

    atexit.register(end)
    return browser, loop


class Watched:
    """A window in which everything is noted that a calm page does not do."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.page.add_init_script(_LISTEN)
        self.page.set_default_timeout(90_000)
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def violations(self) -> list[str]:
        """What the page's content security policy stopped."""
        try:
            broken: list[str] = self.page.evaluate("window.broken")
        except Error:  # the page went to the next one while it was asked
            self.page.wait_for_load_state()
            broken = self.page.evaluate("window.broken")
        return broken


@contextmanager
def window(browser: Browser, **how: Any) -> Iterator[Watched]:
    """A window of its own; ``how`` is what Playwright's ``new_context`` takes.

    It is one that another test had, emptied, unless it is to be made in a way that cannot be changed afterwards. Nobody
    gets one back in which a test failed.
    """
    size, scheme = how.pop("viewport", None), how.pop("color_scheme", None)
    pool = _IDLE if not how else []
    context = pool.pop() if pool else _profile(browser, **how)
    try:
        watched = Watched(context)
        if size:
            watched.page.set_viewport_size(size)
        if scheme:
            watched.page.emulate_media(color_scheme=scheme)
        yield watched
        if not how:
            _emptied(watched)
            _IDLE.append(context)
    finally:
        if context not in _IDLE:
            context.close()


_IDLE: list[BrowserContext] = []
"""Profiles that nobody uses: the process that draws a profile's pages lives in an empty one, which takes half of what a
page takes to begin."""


def _profile(browser: Browser, **how: Any) -> BrowserContext:
    made = browser.new_context(**{"viewport": DESKTOP, "service_workers": "block"} | how)
    made.new_page()
    return made


def _emptied(watched: Watched) -> None:
    """Nothing is left of what a test did: no page but the empty one, no cookie, nothing in a store."""
    empty, *pages = watched.context.pages
    for page in pages:
        page.close()
    watched.context.clear_cookies()
    line = watched.context.new_cdp_session(empty)
    for origin in {"/".join(url.split("/")[:3]) for url in watched.requests if url.startswith("http")}:
        line.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    line.detach()


_BARRIERS = """async () => (await axe.run({resultTypes: ['violations'], preload: false})).violations.map(
  ({id, help, nodes}) =>
    [`${id}: ${help}`, ...nodes.map((node) => `  ${node.target}: ${node.failureSummary}`)].join('\\n'))"""
"""Only what is wrong comes back, not whatever was looked at; and no style or film is fetched beforehand."""


def barriers(page: Page) -> str:
    """What axe-core objects to on the page as it is now, in words; empty where it finds nothing."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return "\n".join(page.evaluate(_BARRIERS))

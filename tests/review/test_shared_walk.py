"""Two persons on the newsroom's network, each in a browser of his own, over TLS, and a kill in the middle."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser import barriers, needs_chromium, window
from tests.report import samples
from tests.review import open_desk, put
from tests.review.test_shared import certificate, free_port
from tests.review.test_walks import long_story

__all__ = ["certificate"]  # a fixture
pytestmark = needs_chromium


def test_two_persons_work_over_the_network_and_a_kill_loses_nothing(
    browser: Browser, tmp_path: Path, certificate: tuple[Path, Path]
) -> None:
    cert, key = certificate
    reports = put(tmp_path / "reports", samples.report(long_story(12), path="desk/boats.txt"))
    sharing = ("--share", f"https://localhost:{free_port()}", "--tls-cert", cert, "--tls-key", key, "--reviewer", "Ana")
    how = {"ignore_https_errors": True}
    with window(browser, **how) as ana, window(browser, **how) as ben:
        with open_desk(reports, *sharing) as desk:
            ana.page.goto(desk.first)
            ana.page.wait_for_url(f"{desk.base}/")
            ana.page.goto(f"{desk.base}/desk")
            ana.page.get_by_label("For whom").fill("Ben")
            ana.page.get_by_role("button", name="Make an address").click()
            link = ana.page.get_by_label("Send this to Ben").input_value()
            assert barriers(ana.page) == ""
            ben.page.goto(link)
            ben.page.wait_for_url(f"{desk.base}/")
            for seen in (ana, ben):
                seen.page.goto(f"{desk.base}/article/1")
                expect(seen.page.locator(".card.current")).to_have_count(1)

            ben.page.locator("#n5").click()
            for seen, first in ((ana, 1), (ben, 5)):
                for _ in range(3):
                    seen.page.keyboard.press("f")
                expect(seen.page.locator(f"#n{first + 2}")).to_have_attribute("data-state", "fine")
            ben.page.locator("#n1").get_by_role("button", name="False alarm").click()
            expect(ben.page.locator("#n1 .conflict")).to_contain_text("Theirs: Checked, fine by Ana")
            ben.page.get_by_role("button", name="Keep theirs").click()
            ben.page.locator("#n9").click()
            ben.page.locator("#n9").get_by_label("Note").fill("The yard has a list.")
            expect(ben.page.locator("#n9 .kept")).to_have_text("kept, not decided")
            desk.kill()
            ana.page.keyboard.press("f")
            expect(ana.page.get_by_role("alert")).to_contain_text("Not saved: the desk does not answer")

        with open_desk(reports, *sharing) as again:
            assert again.base == desk.base
            expect(ana.page.locator("#n4")).to_have_attribute("data-state", "open")
            for seen in (ana, ben):
                seen.page.goto(f"{again.base}/article/1")
                expect(seen.page.locator(".card[data-state=fine]")).to_have_count(6)
            expect(ben.page.locator("#n9").get_by_label("Note")).to_have_value("The yard has a list.")
            expect(ana.page.locator("#n9")).to_contain_text("is writing: The yard has a list.")
            expect(ana.page.locator("#n5")).to_contain_text("Checked, fine by Ben")
            ana.page.goto(f"{again.base}/desk")
            ana.page.get_by_role("button", name="Revoke the invitation of Ben").click()
            refused = ben.page.goto(f"{again.base}/article/1")
            assert refused is not None
            assert refused.status == 403
            ana.page.goto(f"{again.base}/article/1")
            expect(ana.page.locator("#n5")).to_contain_text("Checked, fine by Ben")
            assert (ana.violations(), ana.dialogs, ben.dialogs) == ([], [], [])

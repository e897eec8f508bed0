"""Whoever says that an article is checked, or signs it off, says it of what is decided then, and of no other text."""

from __future__ import annotations

from tests.review import DATE, PEOPLE, STORY, Desk, words
from tests.review.test_states import clear, signed


def test_an_article_in_which_something_is_opened_again_is_neither_checked_nor_signed_off(desk: Desk) -> None:
    ana, ben = signed(desk)
    ana.decide(DATE, "open", version=1)
    assert "checked by" not in words(ana.page("/"))
    assert "Checked by" not in words(ana.page("/article/1"))
    assert ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed").status_code == 409
    ben.decide(DATE, "fine", version=2)
    assert "checked by" not in words(ben.page("/")), "nobody has said so since"
    assert ben.post("/article/1/sign", ben.csrf("/article/1"), key="checked").status_code == 303
    assert "checked by Ben" in words(ben.page("/"))
    assert "signed off" not in words(ben.page("/"))


def test_a_check_and_a_sign_off_lapse_with_whatever_is_decided_otherwise_and_the_page_says_whose_they_were(
    desk: Desk,
) -> None:
    ana, ben = signed(desk)
    noted = ana.decide(DATE, "fine", version=1, against="calendar", note="A leap year it was not.").json()
    assert noted["signs"] == "Checked by Ana, signed off by Ben", "what is noted beside it decides nothing"
    mended = ana.decide(DATE, "mend", version=2, wording="March 1, 2019").json()
    assert mended["signs"] == "", "the open page learns it with the answer"
    learns = ben.http.get("/article/1/states").json()
    assert (learns["signs"], learns["lapsed"]) == (
        "",
        "Checked no more: Ana had checked it, Ben had signed it off before the last change.",
    )
    page = words(ben.page("/article/1"))
    assert learns["lapsed"] in page.partition("Facts and findings")[0]
    assert "Mind: 1 to mend in it still" in page
    assert ben.post("/article/1/sign", ben.csrf("/article/1"), key="signed").status_code == 409
    ana.post("/article/1/undo", ana.csrf("/article/1"))
    assert "Checked by Ana, signed off by Ben" in words(ana.page("/article/1"))


def test_nobody_s_undo_changes_what_somebody_has_checked_since_nor_brings_a_check_back_to_another_text(
    desk: Desk,
) -> None:
    ana, ben = desk.visitor("Ana"), desk.visitor("Ben")
    clear(ana)
    ana.decide(DATE, "mend", version=1)
    ben.post("/article/1/sign", ben.csrf("/article/1"), key="checked")
    assert ana.post("/article/1/undo", ana.csrf("/article/1"), data=True).json()["changed"]["says"]
    assert ana.standing(DATE)["state"] == "mend"
    ana.decide(DATE, "fine", version=2)
    ben.decide(PEOPLE, "mend", version=1)
    ana.post("/article/1/undo", ana.csrf("/article/1"), data=True)
    assert ana.standing(DATE)["state"] == "mend"
    assert "Checked by" not in words(ana.page("/article/1")), "Ben has said it of another decision"


def test_another_text_is_neither_checked_nor_signed_off(desk: Desk) -> None:
    ana, _ = signed(desk)
    newer = {"files": ("story.txt", f"{STORY}\nNobody was asked about the fares.\n".encode())}
    csrf, headers = {"csrf": ana.csrf("/article/1")}, {"origin": ana.origin}
    assert ana.http.post("/article/1/version", data=csrf, files=newer, headers=headers).status_code == 303
    clear(ana)
    said = words(ana.page("/"))
    assert "cleared" in said
    assert "checked by" not in said
    assert "signed off" not in said
    assert "signed off" not in words(ana.page("/article/1")).lower().replace("sign it off", "")

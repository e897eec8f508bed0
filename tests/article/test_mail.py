"""Mail is read by its text part, whatever it was wrapped in; what is read elsewhere is told how to be saved."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.cli.command import run
from verifier import InputError, read
from verifier.article import Article, read_apart, read_bytes

SAID = "“We sail,” she said, and went on for so long that the line was wrapped."
BODY = f"The harbour reopens in March, the mayor said. {SAID}\n"


def mail(*, html: bool = False, text: bool = True) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Harbour reopens – at last"
    message["From"] = "desk@example.org"
    message["Date"] = "Tue, 12 Mar 2019 10:00:00 +0100"
    if text:
        message.set_content(BODY, cte="base64")
    if html:
        page = f"<html><body><p>{BODY}</p></body></html>"
        if text:
            message.add_alternative(page, subtype="html", cte="quoted-printable")
        else:
            message.set_content(page, subtype="html", cte="quoted-printable")
    message.add_attachment(b"x" * 300, maintype="application", subtype="octet-stream", filename="x.bin")
    return message.as_bytes()


@pytest.mark.parametrize(("html", "text"), [(False, True), (True, True), (True, False)])
def test_a_mail_is_read_by_its_text_and_never_by_its_encoding(html: bool, text: bool) -> None:
    article = read_bytes(mail(html=html, text=text), "story.eml")
    assert SAID in article.text
    assert "=20" not in article.text
    assert "xxxx" not in article.text
    assert str(article.published) == "2019-03-12"


def test_the_subject_is_the_headline() -> None:
    assert read_bytes(mail(), "story.eml").title == "Harbour reopens – at last"


@pytest.mark.parametrize(
    "data", [b"Subject: x\n\n", b"\x00\xff", b"Content-Type: text/plain; charset=nonsense\n\nWords.\n"]
)
def test_an_odd_mail_is_read_or_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "story.eml").write_bytes(data)
    done = run("check", "story.eml", "--quiet", cwd=tmp_path)
    assert done.returncode in {0, 2}
    assert done.stderr.count("\n") == (1 if done.returncode else 0)


@pytest.mark.parametrize("name", ["story.rtf", "story.odt", "story.doc"])
def test_what_is_not_read_says_how_to_save_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"{\\rtf1 Words.}")
    with pytest.raises(InputError, match="save it as"):
        read(tmp_path / name)


def test_a_mail_is_a_mail_whatever_its_ending_calls_it() -> None:
    article = read_bytes(mail(), "story.msg")
    assert SAID in article.text
    assert article.title == "Harbour reopens – at last"
    assert read_apart(mail(html=True, text=False), "STORY.MSG").text.count(SAID) == 1


@pytest.mark.parametrize("text", ["Quay shut\n\nThe quay was shut.\n", "Breaking: quay shut\n\nThe quay was shut.\n"])
def test_a_text_that_is_called_a_mail_loses_no_line(text: str) -> None:
    assert read_bytes(text.encode(), "story.msg").text == text


@pytest.mark.parametrize("name", ["story.msg", "story.eml"])
def test_what_outlook_saved_in_its_own_form_is_told_how_to_be_saved(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "Words.".encode("utf-16-le"))
    done = run("check", name, "--quiet", "--no-model", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Outlook's own form, which is not read; save it as .eml, or by File, Save As, Text Only" in done.stderr


def test_a_folder_says_what_it_did_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour reopens\n\nAll is well.\n", encoding="utf-8")
    (tmp_path / "b.rtf").write_text("{\\rtf1}", encoding="utf-8")
    (tmp_path / ".c").write_text("hidden", encoding="utf-8")
    assert "1 file not read, being no articles (.rtf)" in run("check", tmp_path, cwd=tmp_path).stderr
    assert "not read" not in run("check", tmp_path, "--quiet", cwd=tmp_path).stderr


STORY = "Pool to open on Sundays\n\nThe pool will open on Sundays, Noor Lind said.\n\nIt had 212 visitors.\n"


def sent(text: str) -> Article:
    message = EmailMessage()
    message["Subject"] = "Pool story for Monday"
    message["From"] = "Jonas Reed <jonas@example.org>"
    message.set_content(text, cte="quoted-printable")
    return read_bytes(message.as_bytes(), "pool.eml")


@pytest.mark.parametrize("greeting", ["Hi all,\n\nhere is the piece, please clear by 5.\n\n", "Liebe Ana,\n\n"])
@pytest.mark.parametrize(
    "end",
    [
        "\nBest,\nJonas\n-- \nJonas Reed\nReporter, 555 0199\n",
        "\n-- \nReporter, 555 0199\n",
        "\nYours,\n\nJonas Reed\n",
    ],
)
def test_what_a_mail_says_around_the_article_is_told_and_not_checked(greeting: str, end: str) -> None:
    article = sent(greeting + STORY + end)
    assert article.text.strip() == STORY.strip()
    assert article.title == "Pool to open on Sundays"
    assert len(article.remarks) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ana,\n\nthe fare will rise by 8 percent in May, and we regret that.\n\nIt has been 3 crowns since 2019.\n",
        "The pool opens on Sunday, said\nNoor Lind.\n\nIt had 212 visitors,\nReed said.\n",
        "The pool opens on Sunday.\n\n--\n\nIt had 212 visitors.\n",
        "The pool opens on Sunday.\n-- \n" + "It had 212 visitors.\n" * 9,
        "Dear Ana,\n\nNobody was asked whether the pool should open\n",
    ],
)
def test_nothing_is_left_out_of_a_mail_that_may_be_a_statement_itself(text: str) -> None:
    article = sent(text)
    assert article.text.strip() == f"Pool story for Monday\n\n{text}".strip()
    assert article.remarks == ()


def flowed(text: str, parameters: str) -> list[str]:
    head = f"Subject: Ferry sails again\r\nContent-Type: text/plain; charset=utf-8; format=flowed{parameters}\r\n\r\n"
    article = read_bytes((head + text.replace("\n", "\r\n")).encode(), "story.eml")
    return [p.span.of(article.text) for p in article.paragraphs]


def test_lines_that_a_mail_program_cut_are_put_together_again() -> None:
    told = (
        "The ferry of Ayr sails again on Friday, its captain, Ida \nHolm, said on Tuesday.\n\n"
        "Short \nlines.\nAnother.\n-- \nDesk\n"
    )
    assert flowed(told, "") == [
        "Ferry sails again",
        "The ferry of Ayr sails again on Friday, its captain, Ida Holm, said on Tuesday.",
        "Short lines.",
        "Another.",
    ]


def test_what_is_quoted_in_a_mail_is_put_together_without_the_marks_of_its_lines() -> None:
    told = "The captain wrote: \n> The ferry of Ayr \n> sails again on Friday.\n\nIt sails at noon. \n-- \nDesk\n"
    assert flowed(told, "") == [
        "Ferry sails again",
        "The captain wrote:",
        "> The ferry of Ayr sails again on Friday.",
        "It sails at noon.",
    ]


def test_a_program_may_have_put_the_spaces_in_and_taken_care_of_lines_that_look_like_its_marks() -> None:
    told = "The ferry of Ayr sails a \ngain on Friday.\n\n From the pier.\n"
    assert flowed(told, "; delsp=yes") == [
        "Ferry sails again",
        "The ferry of Ayr sails again on Friday.",
        "From the pier.",
    ]


TOLD = ["Two wells were found in Varde on Friday.", "“They are older than the church,” said Eva Lund, who dug there."]
HEADS = {
    "Fwd": "From: Press <press@example.org>\nDate: Tue, Mar 5, 2024 at 8:01 AM\nSubject: Wells found\nTo: a@x.org",
    "WG": "Von: Presse\nGesendet: Dienstag, 5. März 2024 08:01\nAn: Ana <a@example.org>\nBetreff: Wells found",
}


def passed_on(text: str, prefix: str, subtype: str) -> Article:
    message = EmailMessage()
    message["Subject"] = f"{prefix}: Wells found"
    message.set_content(text, subtype=subtype)
    return read_bytes(message.as_bytes(), "wells.eml")


@pytest.mark.parametrize("prefix", HEADS)
@pytest.mark.parametrize(
    ("above", "ends"),
    [
        ("-----Original Message-----\n{}\n\n", "\n"),
        ("________________________________\n{}\n\n", "\n"),
        ("Have a look, please.\n\n{}\n\n", "\n"),
        ("<div>---------- Forwarded message ---------<br>{}</div><br>", "<br>"),
        ("<p>Have a look, please.</p><div><p>{}</p></div>", "<br>"),
        ("<p>Have a look, please.</p><p>{}</p>", "</p><p>"),
        ("<p>Have a look, please.</p><table><tr><td>{}</td></tr></table>", "</td></tr><tr><td>"),
    ],
)
def test_the_head_of_a_mail_that_is_passed_on_is_told_and_not_checked(above: str, ends: str, prefix: str) -> None:
    head, story = HEADS[prefix], "\n\n".join(TOLD)
    if ends != "\n":
        head = head.replace("<", "&lt;").replace(": ", ":</td><td>" if "td" in ends else ": ").replace("\n", ends)
        story = "".join(f"<p>{line}</p>" for line in TOLD)
    article = passed_on(above.format(head) + story, prefix, "plain" if ends == "\n" else "html")
    told = [p.span.of(article.text) for p in article.paragraphs]
    assert article.title == told[0] == "Wells found"
    assert told[-2:] == TOLD
    assert "08:01" not in article.text
    assert "8:01" not in article.text
    assert article.remarks == ("the head of a mail that was passed on: left out",)


def test_what_is_passed_on_as_quoted_is_read_without_its_marks() -> None:
    quoted = "".join(f"> {line}\n" for line in [*HEADS["Fwd"].splitlines(), "", TOLD[0], "", TOLD[1]])
    article = passed_on(f"Begin forwarded message:\n\n{quoted}", "Fwd", "plain")
    assert ">" not in article.text
    assert [p.span.of(article.text) for p in article.paragraphs][-2:] == TOLD


def test_lines_of_a_word_and_a_colon_are_a_mail_s_head_only_with_an_address_and_a_time() -> None:
    card = "Place: the church\nDepth: 12 metres\nAge: 900 years\n\nContact: Eva Lund\nPhone: 1\nMail: eva@example.org"
    article = passed_on("\n\n".join([*TOLD, card]), "UN", "plain")
    assert article.text.rstrip().endswith(card)
    assert article.title == "UN: Wells found"
    assert article.remarks == ()


def test_a_mail_that_is_a_page_has_its_subject_as_headline() -> None:
    assert read_bytes(mail(html=True, text=False), "story.eml").title == "Harbour reopens – at last"


def test_a_mail_of_parts_in_parts_without_end_is_none() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=x{at}\n\n--x{at}\n" for at in range(1_000))
    mail = f"From: a@b.example\nSubject: Bridge\nMIME-Version: 1.0\n{nested}\nThe ferry sails at noon.\n".encode()
    for reader in (read_bytes, read_apart):
        with pytest.raises(InputError, match="a mail that cannot be read"):
            reader(mail, "deep.eml")

"""Mail, read by its text part: never by its transfer encoding, whose lines are no sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from verifier._exceptions import InputError
from verifier.article import _decoding, _mail_parts
from verifier.article._model import Article
from verifier.article._structure import from_text


def read(data: bytes, *, path: str, published: date | None = None) -> Article:
    """The article in a mail: its subject as the headline, and its text, or else its page. Attachments are not read.

    Raises:
        InputError: the mail holds neither.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
        body = message.get_body(preferencelist=("plain", "html"))
        content = body.get_payload(decode=True) if body else None
    except (ValueError, LookupError, AttributeError, RecursionError) as error:  # parts in parts without end among them
        raise InputError(path, "a mail that cannot be read; copy its text and check that") from error
    if body is None or not isinstance(content, bytes) or not content.strip():
        raise InputError(path, "a mail without a text; save what is attached to it and check that")
    day = published or _day(message)
    subject = " ".join(str(message.get("subject", "")).split())
    if body.get_content_type() == "text/html":
        from verifier.article import _html  # noqa: PLC0415 - as every parser

        return _html.read(content, path=path, published=day, subject=subject)
    text, subject, head = _mail_parts.forwarded(_text(content, body, path), subject)
    text, remarks = _mail_parts.story(text, _sender(message))
    remarks = (*remarks, *head)
    if subject and not text.lstrip().startswith(subject) and _mail_parts.GREETING not in remarks:
        text = f"{subject}\n\n{text}"  # where a note stood before the article, the headline stands in it
    return replace(from_text(text, path=path, published=day), path=path, remarks=remarks)


def _text(content: bytes, body: MIMEPart, path: str) -> str:
    try:
        text = content.decode(body.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = _decoding.decode(content, path)
    text = text.replace("\r\n", "\n")
    return _unflowed(text, delsp=_parameter(body, "delsp") == "yes") if _parameter(body, "format") == "flowed" else text


def _parameter(body: MIMEPart, name: str) -> str:
    """What the head of a part says of its text, in small letters."""
    try:
        return str(body.get_param(name) or "").lower()
    except (ValueError, TypeError, IndexError):
        return ""


def _unflowed(text: str, *, delsp: bool) -> str:
    """The paragraphs of a mail whose program cut them into lines: a line that ends in a space goes on in the next
    (RFC 3676) where that is quoted as deep, but the mark above a signature is a line by itself."""
    found: list[list[str]] = []
    flows, above = False, ""
    for line in text.split("\n"):
        marks = line[: len(line) - len(line.lstrip(">"))]
        words = line[len(marks) :].removeprefix(" ")  # stuffed, so that no line begins as a mark of mail does
        if flows and marks == above and words != "-- ":
            found[-1].append(words)
        else:
            found.append([f"{marks} {words}" if marks else words])
        flows, above = words.endswith(" ") and words != "-- ", marks
        if flows and delsp:
            found[-1][-1] = found[-1][-1][:-1]
    return "\n".join("".join(pieces) for pieces in found)


def _sender(message: EmailMessage) -> str:
    """What whoever sent it is called; empty where that is not told."""
    try:
        return parseaddr(str(message.get("from", "")))[0]
    except (ValueError, TypeError, IndexError):
        return ""


def _day(message: EmailMessage) -> date | None:
    """The day it was sent, which is no article's date but near it: "Tuesday" is counted from there."""
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).date()
    except (ValueError, TypeError, IndexError):
        return None

"""When a page says that it appeared.

Only what the page declares counts: metadata, its address, an element that is there to hold the date. A year in the
footer ("© 2009-2018") or a day that the story speaks of is no date of publication, and a wrong one makes every
weekday in the story wrong.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import htmldate
from lxml import etree, html

from verifier.article import _days

_DECLARED = (
    "//head//meta | //head//link[@rel='canonical'] | //script[contains(@type, 'ld+json')]"
    " | //*[@itemprop='datePublished'] | //abbr[@class='published' or @data-utime]"
    " | //time[@datetime][@pubdate or contains(concat(@class, @id), 'publi') or contains(concat(@class, @id), 'date')"
    " or ancestor::header or ancestor::*[contains(@class, 'byline')]]"
)
_SHOWN = (
    "//*[self::p or self::span or self::div or self::time or self::li]"
    "[contains(@class, 'date') or contains(@class, 'publish') or contains(@class, 'timestamp')"
    " or contains(@class, 'posted') or contains(@id, 'date') or contains(@id, 'publish')]"
    "[not(ancestor-or-self::footer)][not(ancestor::aside)]"
)


def published(tree: Any) -> date | None:
    """The day that the page declares as its date of publication; None where it declares none."""
    return _declared(tree) or _shown(tree)


def _declared(tree: Any) -> date | None:
    """What stands in metadata, read by htmldate on a page that holds nothing else."""
    only = html.document_fromstring("<html><head></head><body></body></html>")
    for element in tree.xpath(_DECLARED):
        copy = deepcopy(element)
        copy.tail = None
        only.find("body" if element.tag in {"time", "abbr"} else "head").append(copy)
    found = htmldate.find_date(only, extensive_search=False, original_date=True)
    day = _days.first_date(found or "")
    return day if day and _whole(only, day) else None


def _whole(page: Any, day: date) -> bool:
    """Whether the page has the day itself: htmldate makes a year alone the first of January."""
    written = etree.tostring(page, encoding="unicode")
    figures = (f"{day.year}", f"{day.month:02}", f"{day.day:02}")
    return (day.month, day.day) != (1, 1) or any(
        sign.join(figures) in written or sign.join((figures[0], "1", "1")) in written for sign in ("-", "/", ".", "")
    )


def _shown(tree: Any) -> date | None:
    """The date in an element that is there for it, and holds hardly more."""
    for element in tree.xpath(_SHOWN):
        words = " ".join("".join(element.itertext()).split())
        if len(words) <= _days.MAX_LENGTH and (day := _days.first_date(words)):
            return day
    return None

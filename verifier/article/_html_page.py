"""A page before the story is taken out of it: what the reader of pages would lose is put so that it stays.

Quotations stand in ``<q>`` and their credits in the ``<footer>`` of a block
quotation; the entries of a live blog carry bare ``<time>`` elements. All of that is text that readers see.
"""

from __future__ import annotations

from typing import Any

from lxml import etree, html


def parsed(page: str) -> Any | None:
    """The page as a tree, every part of its story where it stays; None where there is no element in it."""
    try:
        tree = html.document_fromstring(
            page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    _write_out_marks(tree)
    _keep_credits(tree)
    _keep_times(tree)
    return tree


def _write_out_marks(tree: Any) -> None:
    """A browser draws the marks around ``<q>``; here they are written, unless the writer wrote them too."""
    for element in list(tree.iter("q")):
        words = "".join(element.itertext()).strip()
        if words and not words.startswith(('"', "“", "‘", "«", "„")):
            element.text = "“" + (element.text or "")
            if len(element):
                element[-1].tail = (element[-1].tail or "") + "”"
            else:
                element.text += "”"
        element.tag = "span"


def _keep_credits(tree: Any) -> None:
    """The footer of a block quotation names who is quoted; a page's footers are left out of stories."""
    for quotation in tree.iter("blockquote"):
        for footer in quotation.iter("footer", "figcaption"):
            footer.tag = "p"


def _keep_times(tree: Any) -> None:
    """The times of a live blog's entries: bare elements beside paragraphs, at least two of them."""
    bare = [
        element
        for element in tree.iter("time")
        if (parent := element.getparent()) is not None
        and parent.tag in {"div", "section", "article", "li"}
        and any(sibling.tag == "p" for sibling in element.itersiblings())
        and "".join(element.itertext()).strip()
    ]
    if len(bare) > 1:
        for element in bare:
            element.tag = "p"

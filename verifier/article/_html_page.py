"""A page before the story is taken out of it: what the reader of pages would lose is put so that it stays.

Days and names stand in inline elements that are thrown away whole, quotations in ``<q>`` and in figures, their credits
in the ``<footer>`` or ``<cite>`` of a block quotation; the entries of a live blog carry bare ``<time>`` elements, and
the first of them is taken for the whole story. All of that is text that readers see. What is struck through is none,
nor are the links beside a story that a table lays out.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from verifier.article import _html_asks, _html_ends, _html_entries
from verifier.english import boilerplate

_DASHES = ("—", "–", "―", "-")
_MARKS = ('"', "“", "‘", "«", "„")
_STOPS = (".", "!", "?", "…", '"', "”", "’", "»")
_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "dd", "dt"})
"""Elements that hold a line of text: what stands inside a line belongs to its words."""
_BREAKS = _LINES - {"td"} | {"br", "div", "tr"}
"""Elements around which a line ends; the cells of a row are one."""
_LOST = ("time", "label", "output")
"""Elements that are thrown away with their words wherever they stand."""
_STRUCK = ("del", "s", "strike")
_GONE = "verifier-gone"
"""What an element is called until all that are to go are taken out at once: one by one each moves what is behind it."""
_LETTERS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_RAISED = re.compile(r"[+-]?\d{1,3}")
_PULLED = "pull"
"""In the class of a frame: "pullquote", "wp-block-pullquote", "pull-quote"."""
_TYPES = frozenset({"em", "i", "small", "strong", "b", "cite"})
_FEW = 6  # elements in the frame of a quotation
_LINE = 14  # words of a credit
_PROSE = 12  # words of a paragraph that is no label
_ASIDE = frozenset({"aside", "footer", "nav", "figure", "form", "header"})
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_EMPTY_LINES = re.compile(r"\n\s+")
_CELL = 20  # words of a cell that holds a story


def parsed(page: str) -> Any | None:
    """The page as a tree, as it is; None where there is no element in it."""
    try:
        return html.document_fromstring(
            page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def prepare(tree: Any) -> None:
    """Put every part of a page's story where it stays."""
    _html_asks.leave_out(tree)
    _leave_out_unsaid(tree)
    _set_typed(tree)
    _write_out_marks(tree)
    _keep_quotations(tree)
    _keep_credits(tree)
    _html_entries.keep_times(tree)
    _keep_inline(tree)
    _set_listed_questions(tree)
    _head_questions(tree)
    _raise_figures(tree)
    _leave_out_links(tree)
    _html_entries.keep(tree)
    _html_ends.leave_out(tree, _ASIDE)
    _leave_out_programs(tree)


def words(element: Any) -> str:
    """What a reader of the page sees of an element, in one line."""
    return " ".join("".join(element.itertext()).split())


def lines(tree: Any) -> str:
    """The words of a page, line by line, those that it hides, too."""
    found: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BREAKS:
            found.append("\n")
        found.append(((element.text if event == "start" else element.tail) or "").replace("\n", " "))
    return _EMPTY_LINES.sub("\n", "".join(found))


def told(tree: Any) -> list[str]:
    """The paragraphs of prose inside the article that a page marks as such: what of them is not in the text is missing
    there."""
    article = next(tree.iter("article"), None)
    if article is None:
        return []
    return [
        words(p)
        for p in article.iter("p")
        if len(words(p).split()) >= _PROSE and not any(e.tag in _ASIDE for e in p.iterancestors())
    ]


def _set_typed(tree: Any) -> None:
    """A page that is a typed text, as archives of mail and wires have them: its empty lines part paragraphs."""
    if any(len(words(p).split()) >= _PROSE for p in tree.iter("p")):
        return
    for typed in list(tree.iter("pre")):
        blocks = _EMPTY_LINE.split("".join(typed.itertext()))
        if len(blocks) > 1 and typed.getparent() is not None:
            typed.clear(keep_tail=True)
            typed.tag = "div"
            for block in blocks:
                paragraph = etree.SubElement(typed, "p")
                paragraph.text = " ".join(block.split())


def _leave_out_unsaid(tree: Any) -> None:
    """What is struck through has been taken back, what is hidden no reader sees, what only a browser without scripts
    shows is about the browser, a link stands for a picture in a post, and a quotation that is all link for a post that
    is not there."""
    for link in [link for quotation in tree.iter("blockquote") for link in quotation.iter("a")]:
        if words(link).lower() in boilerplate.NO_PICTURE and link.getparent() is not None:
            link.drop_tree()
    links = [quotation for quotation in tree.iter("blockquote") if not _unlinked(quotation)]
    hidden = tree.xpath("//body//*[@hidden][not(@hidden = 'until-found')]")
    for element in [*tree.iter(*_STRUCK, "noscript"), *links, *hidden]:
        element.tag = _GONE
    etree.strip_elements(tree, _GONE, with_tail=False)


def _leave_out_programs(tree: Any) -> None:
    """Scripts and styles, but for what a script says of the page itself: the reader of pages leaves them out one by one
    and copies the words behind each to those before it, which takes seconds where there are thousands."""
    for element in tree.iter("script", "style"):
        if "json" not in (element.get("type") or ""):
            element.tag = _GONE
    etree.strip_elements(tree, _GONE, with_tail=False)


def _write_out_marks(tree: Any) -> None:
    """A browser draws the marks around ``<q>``; here they are written, unless the writer wrote them too."""
    for element in list(tree.iter("q")):
        said = "".join(element.itertext()).strip()
        if said and not said.startswith(_MARKS):
            element.text = "“" + (element.text or "")
            if len(element):
                element[-1].tail = (element[-1].tail or "") + "”"
            else:
                element.text += "”"
        element.tag = "span"


def _keep_quotations(tree: Any) -> None:
    """A figure is a picture, and left out with its caption; one around a quotation is the quotation's frame, by
    whatever name (an embedded post). A pulled quotation is shown twice, and its frame goes."""
    for quotation in list(tree.iter("blockquote")):
        frames = list(quotation.iterancestors("figure", "div", "section"))
        if any(frame.tag == "figure" and _PULLED in frame.get("class", "").lower() for frame in frames):
            continue
        for frame in frames:
            if len(frame) > _FEW:
                break
            beside = len(words(frame).split()) - len(words(quotation).split())
            if beside > _LINE or len(list(frame.iter("blockquote"))) > 1:
                break
            frame.attrib.clear()
            frame.tag = "div"
            if beside:
                _credit_beside(quotation, frame)


def _credit_beside(quotation: Any, frame: Any) -> None:
    """The lines behind a quotation in its frame, which say whose it is, as one."""
    held = next((child for child in frame if child is quotation or quotation in child.iterdescendants()), None)
    lines = [line for line in held.itersiblings() if words(line)] if held is not None else []
    if lines:
        credit = lines[0]
        for line in lines[1:]:
            line.drop_tree()
        told = ", ".join(words(line) for line in lines)
        credit.clear(keep_tail=True)
        credit.text = told
        _credit(credit)


def _keep_credits(tree: Any) -> None:
    """Who is quoted stands at the end of a block quotation: in its footer, which is left out of stories as a page's
    is, in a line set apart by its type, or in a title of a source behind its last stop."""
    for quotation in tree.iter("blockquote"):
        footers = list(quotation.iter("footer", "figcaption"))
        for footer in footers:
            _credit(footer)
        cites = list(quotation.iter("cite"))
        if not footers and cites and _ends(quotation, cites[-1]):
            _credit(cites[-1])
        elif not footers and len(quotation) > 1 and _is_set_apart(quotation[-1]):
            _credit(quotation[-1])


def _is_set_apart(line: Any) -> bool:
    """Whether a paragraph is a few words in other type than the ones before, and no sentence."""
    told = words(line)
    other = len(line) == 1 and line[0].tag in _TYPES and words(line[0]) == told
    return line.tag == "p" and other and 1 < len(told.split()) <= _LINE and not told.endswith(_STOPS)


def _credit(element: Any) -> None:
    """A paragraph of its own that opens with a dash, which pages draw before a credit."""
    parent = element.getparent()
    if parent is not None and parent.tag == "p" and words(parent) != words(element):
        tail, element.tail = element.tail, None
        parent.remove(element)
        element.tail = tail
        parent.addnext(element)
    element.tag = "p"
    element.attrib.clear()
    for inner in list(element.iter("p", "div")):
        if inner is not element:
            inner.tag = "span"
    if words(element) and not words(element).startswith(_DASHES):
        element.text = "— " + (element.text or "").lstrip()


def _ends(quotation: Any, cite: Any) -> bool:
    """Whether a title of a source is the last there is in a quotation, behind a sentence that has ended."""
    whole, last = words(quotation), words(cite)
    before = whole.removesuffix(last).rstrip(" —–―-")
    return bool(last) and whole != before and before.endswith(_STOPS)


def _keep_inline(tree: Any) -> None:
    """Days and the like inside a line, which would take their words out of the middle of a sentence."""
    for element in list(tree.iter(*_LOST)):
        if any(parent.tag in _LINES for parent in element.iterancestors()):
            element.drop_tag()


def _head_questions(tree: Any) -> None:
    """The questions of an interview, set in bold: lines of their own, or the beginnings of the answers' lines. Among
    two of them any line in bold is one."""
    bold = [element for element in tree.iter("b", "strong") if _opens_its_line(element)]
    asked = [element for element in bold if words(element).endswith("?")]
    for element in bold if len(asked) > 1 else asked:
        line = element.getparent()
        if words(line) == words(element):
            line.tag = "h4"
        elif len(line) > 1 and line[1].tag == "br" and not (element.tail or "").strip() and element in asked:
            line.text = line[1].tail
            line.remove(line[1])
            element.tag, element.tail = "h4", None
            line.addprevious(element)


def _set_listed_questions(tree: Any) -> None:
    """A list of terms that asks is an interview or its like: each term heads what stands behind it."""
    for listed in list(tree.iter("dl")):
        terms = list(listed.iter("dt"))
        if sum(words(term).endswith("?") for term in terms) > 1:
            listed.tag = "div"
            for term in terms:
                term.tag = "h4"
            for answer in listed.iter("dd"):
                answer.tag = "div" if answer.find("p") is not None else "p"


def _opens_its_line(element: Any) -> bool:
    line = element.getparent()
    return line is not None and line.tag == "p" and line[0] is element and not (line.text or "").strip()


def _raise_figures(tree: Any) -> None:
    """A mark of a footnote is no part of the word before it, and the two of "m²" none of its figures."""
    for element in list(tree.iter("sup")):
        if any(link.get("href", "").startswith("#") for link in element.iter("a")):
            element.drop_tree()
        elif _RAISED.fullmatch(words(element)):
            element.text = words(element).translate(_LETTERS)
            for inner in list(element):
                element.remove(inner)


def _leave_out_links(tree: Any) -> None:
    """The cells beside a story that hold nothing but links: old pages lay out their navigation in tables."""
    for table in tree.iter("table"):
        cells = list(table.iter("td"))
        if any(len(words(cell).split()) >= _CELL for cell in cells):
            for cell in cells:
                if cell.find(".//a") is not None and not _unlinked(cell):
                    cell.clear(keep_tail=True)


def _unlinked(element: Any) -> bool:
    """Whether an element has words that are no link."""
    return any(c.isalnum() for text in element.xpath(".//text()[not(ancestor::a)]") for c in text)

"""Comments in an article: ``<!-- verifier: ignore D002 reason="both days are right" until=2027-01-31 -->``."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from verifier.article import Article, Comment, Span
from verifier.suppressions._model import Wish, problem_with

_SHAPE = re.compile(r"verifier\s*:\s*(\w*)\s*(.*)", re.IGNORECASE | re.DOTALL)
_FIELD = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|“([^“”]*)”|'([^']*)'|(\S+))""")
_FIELDS = ("reason", "until", "words")
_AS = 'write it as <!-- verifier: ignore D002 reason="why" -->'
_OFF = "comments do not count here; set comments = true in verifier.toml if you trust whoever writes the articles"


def in_comments(article: Article, *, count: bool) -> list[Wish]:
    """The wishes in an article's comments, in their order; ``count`` is whether comments count at all."""
    return [_wish(article, comment, count=count) for comment in article.comments]


def _wish(article: Article, comment: Comment, *, count: bool) -> Wish:
    where = article.path or "text"
    if comment.at is not None:
        where += f":{article.text.count(chr(10), 0, comment.at) + 1}"
    paragraph = _paragraph(article, comment.at) if comment.at is not None else None
    code, fields, problem = _parsed(comment.text)
    until, bad_day = _day(fields.get("until"))
    nowhere = "no paragraph follows it" if comment.at is not None else "it stands outside the story"
    problem = problem or bad_day or ("" if paragraph else nowhere)
    return Wish(
        where,
        "comment",
        code,
        reason=fields.get("reason", ""),
        until=until,
        words=fields.get("words"),
        paragraph=paragraph,
        problem=problem if count else _OFF,
    )


def _parsed(text: str) -> tuple[str, dict[str, str], str]:
    """The code, the fields, and what is wrong with them."""
    shape = _SHAPE.match(text)
    if shape is None or shape[1].lower() != "ignore":
        return "", {}, _AS
    code, _, rest = shape[2].partition(" ")
    code = code.strip().upper()
    fields = {m[1].lower(): next(filter(None, m.groups()[1:]), "").strip() for m in _FIELD.finditer(rest)}
    if left := _FIELD.sub("", rest).strip(" ,;"):
        problem = f"one code each, then fields: what is {left.split()[0]!r}? {_AS}"
    elif unknown := next((name for name in fields if name not in _FIELDS), None):
        near = get_close_matches(unknown, _FIELDS, 1, 0.5)
        problem = f"unknown field {unknown!r}; " + (f"did you mean {near[0]}?" if near else f"there are {_FIELDS}")
    else:
        problem = problem_with(code) or ("" if fields.get("reason") else f"it gives no reason; {_AS}")
    return code, fields, problem


def _day(words: str | None) -> tuple[date | None, str]:
    if not words:
        return None, ""
    try:
        return date.fromisoformat(words), ""
    except ValueError:
        return None, f"until={words} is no day; write it as 2027-01-31"


def _paragraph(article: Article, at: int) -> Span | None:
    """The paragraph that holds the comment, else the next one that is read."""
    return next((p.span for p in article.paragraphs if p.kind != "skip" and p.span.end > at), None)

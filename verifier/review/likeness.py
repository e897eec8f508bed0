"""Which article on the desk another is, or may be a newer version of: files are often called the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import PurePath

from verifier.article import Article
from verifier.report.models import Report
from verifier.review.facts import Sentences
from verifier.review.given import Given, Origin, of_report
from verifier.review.library import Library
from verifier.review.versions import one_story

_RECENT = 6
"""Articles, of those that came last, with which a new one is compared: it may be the next version of one."""


def named(library: Library, read: Article, origin: Origin) -> tuple[Article, Origin]:
    """The article under its name, or under one with a number where another article has that one already. A file of this
    machine that is on the desk is the same one, whatever it says now, and so is the very text; whether another that is
    much like it is a newer version is for somebody to say."""
    alike = ""
    for path in _paths(read.path):
        there = library.by_key(path or "")
        if there is None:
            return replace(read, path=path), replace(origin, like=alike or like(library, read))
        came = library.origin(there).file
        if (came == origin.file) if origin.file and came else library.report(there).article.text == read.text:
            return replace(read, path=path), origin
        alike = alike or (str(there) if much_of(library, there, read) else "")
    raise AssertionError("numbers do not end")


def apart(library: Library, report: Report, origin: Origin) -> Given:
    """A report that somebody brings: where the desk has another on its article it comes under a name with a number, and
    somebody says whether it is a newer one."""
    alike = ""
    for path in _paths(report.article.path):
        given = of_report(renamed(report, path), origin)
        there = library.by_key(given.key)
        if there is None:
            return replace(given, origin=replace(origin, like=alike))
        if library.report(there) == given.report:
            return Given(given.key, library.digest(there), None)
        alike = alike or str(there)
    raise AssertionError("numbers do not end")


def renamed(report: Report, path: str | None) -> Report:
    """A report on an article that is called otherwise here."""
    return report.model_copy(update={"article": report.article.model_copy(update={"path": path})})


def _paths(path: str | None) -> Iterator[str | None]:
    """A name, and those with a number that it has where others have it already."""
    yield path
    name = PurePath(path or "text")
    for number in count(2):
        numbered = f"{name.stem} ({number}){name.suffix}"
        yield f"{path} ({number})" if path and "://" in path else str(name.with_name(numbered))


def like(library: Library, read: Article) -> str:
    """The article, of those that came last, that has most sentences of this one's; empty where none has."""
    last = sorted((row.id for row in library.rows()), reverse=True)[:_RECENT]
    return next((str(number) for number in last if much_of(library, number, read)), "")


def much_of(library: Library, article: int, read: Article) -> bool:
    """Whether an article on the desk and one that comes are versions of one, as far as words tell."""
    held = Sentences(library.report(article).article).all()
    return one_story(held, [s.span.of(read.text) for s in read.sentences])


def alike(library: Library, article: int, other: int) -> bool:
    """Whether the texts of two articles on the desk are versions of one, as far as words tell."""
    return one_story(*(Sentences(library.report(number).article).all() for number in (article, other)))

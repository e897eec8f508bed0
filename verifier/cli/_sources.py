"""The sources of a run: which hold for each article, each read once, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from verifier.article import Article, read_apart
from verifier.cli._desk import Desk
from verifier.config import Effective
from verifier.sources import Library, Wanted, gather


def wanted(desk: Desk, held: Effective, *, keep: bool) -> Wanted:
    """What flags or configuration name for an article; the index of many sources is kept where ``keep``.

    A configuration that came with the articles names only files in its own folder: what it named elsewhere would be
    read and shown.
    """
    folder = _strange(desk, held)
    files = tuple(path for path in held.sources if folder is None or path.resolve().is_relative_to(folder.resolve()))
    return Wanted(files, keep_in=_kept_in() if keep else None)


def _strange(desk: Desk, held: Effective) -> Path | None:
    """The folder of a configuration that nobody here has vouched for and that names the sources, else None."""
    said, file = held.values.get("sources.files"), held.file
    if file is None or said is None or not said.source.startswith(file.shown) or desk.trusts(held):
        return None
    return file.folder


def _kept_in() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 - only a run with sources needs it

    return user_cache_path("verifier", appauthor=False)


def library(asked: Wanted) -> Library:
    """The sources read, once for each run; nothing is raised, the library tells what could not be read."""
    return _read_in(Path.cwd(), asked)


@lru_cache(maxsize=8)
def _read_in(folder: Path, asked: Wanted) -> Library:
    del folder  # paths that are named from another one are other files
    return gather(asked, read_apart)


def of_article(article: Article, asked: Wanted) -> tuple[Library, tuple[str, ...]]:
    """The sources of one article, those that its front matter names with them, and the problems with these alone."""
    named, problems = _named_inside(article)
    if not named:
        return library(asked), problems
    together = Wanted((*asked.files, *named), keep_in=asked.keep_in)
    known = set(library(asked).problems) if asked else set()
    found = library(together)
    return found, (*problems, *(p for p in found.problems if p not in known))


def _named_inside(article: Article) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files that an article names as its sources, and a line for each that it may not name.

    An article is a stranger's text: it names files beside it, or in the folder the caller stands in, and no others.
    """
    if not article.sources or article.path is None:
        return (), ()
    folder = Path(article.path).parent
    allowed = (folder.resolve(), Path.cwd())
    found: list[Path] = []
    problems: list[str] = []
    for name in article.sources:
        path = folder / name
        if any(path.resolve().is_relative_to(place) for place in allowed):
            found.append(path)
        else:
            problems.append(f"{article.path}: its front matter names {name}, outside its folder; say --source {path}")
    return tuple(found), tuple(problems)


def problems(all_asked: Sequence[Wanted]) -> list[str]:
    """What is to be said of the sources of a run, each line once."""
    found = (problem for asked in dict.fromkeys(all_asked) if asked for problem in library(asked).problems)
    return list(dict.fromkeys(found))

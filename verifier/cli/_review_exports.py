"""What ``verifier review --export`` takes away from the desk, and into which files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path, PurePath

from verifier._databases import BESIDE
from verifier._exceptions import UsageError
from verifier.cli._sinks import write_whole, write_whole_bytes
from verifier.cli._spare import spare
from verifier.report import reading
from verifier.review.exports import EXPORTS, Cleared, Export, cleared
from verifier.review.ledger import Ledger
from verifier.review.library import Library


def targets(given: Sequence[str]) -> list[tuple[Export, Path]]:
    """What is to be exported where.

    Raises:
        UsageError: a format that there is not, or no file.
    """
    found = []
    for words in given:
        name, _, file = words.partition("=")
        if name not in EXPORTS:
            raise UsageError(
                f"--export {words}: there are {', '.join(EXPORTS)}; write --export {next(iter(EXPORTS))}=FILE"
            )
        if not file:
            raise UsageError(f"--export {words}: a file is missing; write --export {name}=FILE")
        found.append((EXPORTS[name], Path(file)))
    return found


def export(
    library: Library, numbers: Sequence[int] | None, reports: Sequence[Path], wanted: Sequence[tuple[Export, Path]]
) -> None:
    """Write every format into its file; of all articles on the desk where none is named.

    Raises:
        UsageError: a file cannot be written, or is one of the reports or the file of decisions.
    """
    given = [(form, path, list(cleared(library, Ledger(library.file), numbers))) for form, path in wanted]
    parts = [part for form, path, articles in given for part in _parts(form, path, articles)]
    desk = [library.file.path, *(Path(f"{library.file.path}{end}") for end in BESIDE)]
    spare([*(file for given in reports for file in reading.files(given)), *desk], [file for *_, file in parts])
    for form, shown, file in parts:
        written = form.write(shown, file)
        if isinstance(written, bytes):
            write_whole_bytes(file, written)
        else:
            write_whole(file, written)


def _parts(form: Export, path: Path, articles: Sequence[Cleared]) -> list[tuple[Export, Sequence[Cleared], Path]]:
    """The files that one format is written into, each with the articles that stand in it."""
    if not form.one_each:
        return [(form, articles, path)]
    if len(articles) > 1 and not path.is_dir():
        raise UsageError(f"--export {form.name}={path}: a file an article, so that must be a folder that is there")
    return [
        (form, [one], path / f"{name}{form.suffix}" if path.is_dir() else path)
        for one, name in zip(articles, names(articles), strict=True)
    ]


def names(articles: Sequence[Cleared]) -> list[str]:
    """A file's name for each article, from its own; where another article has that one already, with a number."""
    taken: set[str] = set()
    found = []
    for one in articles:
        stem = PurePath(one.row.path or "article").stem.strip("-. ") or "article"
        name = next(n for n in _candidates(stem) if n.casefold() not in taken)
        taken.add(name.casefold())
        found.append(name)
    return found


def _candidates(stem: str) -> Iterator[str]:
    yield stem
    for number in count(2):
        yield f"{stem}-{number}"

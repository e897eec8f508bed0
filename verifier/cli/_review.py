"""What ``verifier review`` does, apart from its options."""

from __future__ import annotations

import signal
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path, PurePath
from threading import Thread

import click

from verifier._exceptions import UsageError
from verifier.cli._entry import complain
from verifier.cli._seal import ours, seal
from verifier.cli._sinks import write_whole
from verifier.cli._spare import spare
from verifier.report import reading
from verifier.report._tally import counted
from verifier.review._file import BESIDE, DeskFile
from verifier.review.exports import EXPORTS, Cleared, Export, cleared
from verifier.review.ledger import Ledger
from verifier.review.library import Library, gather, held
from verifier.review.server import Server


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


def library(reports: Sequence[Path], db: Path) -> Library:
    """The articles of these reports, with the file of decisions.

    Where there is no file yet, the reports are read before it is made: a mistyped name leaves nothing behind. Of a file
    that was not begun by this user nothing is taken for a report, and its decisions are announced.

    Raises:
        InputError: a report cannot be used.
        UsageError: the file cannot.
    """
    if not db.exists():
        given = gather(reports, {})
        file = DeskFile(db)
        seal(file)
        return Library(file, given)
    file = DeskFile(db)
    known = held(file) if ours(file) else {}
    found = Library(file, gather(reports, known))
    if not ours(file) and (decided := sum(row.decided for row in found.rows())):
        complain(
            f"{db} was not begun by you on this machine: {counted(decided, 'decision')} in it may be a stranger's; "
            "--db FILE begins afresh"
        )
    return found


def export(library: Library, reports: Sequence[Path], wanted: Sequence[tuple[Export, Path]]) -> None:
    """Write every format into its file.

    Raises:
        UsageError: a file cannot be written, or is one of the reports or the file of decisions.
    """
    articles = cleared(library, Ledger(library.file))
    parts = [part for form, path in wanted for part in _parts(form, path, articles)]
    desk = [library.file.path, *(Path(f"{library.file.path}{end}") for end in BESIDE)]
    spare([*(file for given in reports for file in reading.files(given)), *desk], [file for *_, file in parts])
    for form, shown, file in parts:
        write_whole(file, form.write(shown, file))


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
        stem = PurePath(one.report.article.path or "article").stem.strip("-. ") or "article"
        name = next(n for n in _candidates(stem) if n.casefold() not in taken)
        taken.add(name.casefold())
        found.append(name)
    return found


def _candidates(stem: str) -> Iterator[str]:
    yield stem
    for number in count(2):
        yield f"{stem}-{number}"


def serve(library: Library, reviewer: str, port: int, browse: bool) -> None:
    """Serve until Ctrl-C."""
    server = Server(library, reviewer, port)

    def ready() -> None:
        address = server.invitation()
        click.echo(f"Review desk: {address}")
        click.echo(f"Decisions: {library.file.path}", err=True)
        click.echo("The address lets one browser in. Enter: an address for another. Ctrl-C: close the desk.", err=True)
        if browse:
            webbrowser.open(address)
        Thread(target=_more, args=(server,), daemon=True).start()

    if hasattr(signal, "SIGTTIN"):
        # Started with & the desk would be stopped for looking at the terminal.
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)
    try:
        server.run(ready)
    except KeyboardInterrupt:
        click.echo("The desk is closed; every decision is kept.", err=True)


def _more(server: Server) -> None:
    """A further address for every line that comes in."""
    try:
        for _ in sys.stdin:
            click.echo(f"Review desk: {server.invitation()}")
    except (OSError, ValueError):
        return  # no terminal to listen to

"""What ``verifier desk`` and ``verifier review`` do, apart from their options."""

from __future__ import annotations

import getpass
import os
import signal
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread

import click

from verifier import article
from verifier._exceptions import InputError, UsageError
from verifier.cli import _running
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._entry import complain
from verifier.cli._model_options import Asking
from verifier.cli._plan import model_of
from verifier.cli._review_exports import export, targets
from verifier.cli._seal import about, data_folder, door_of, last, opened, ours, record, seal
from verifier.cli.review import FILE
from verifier.report import reading
from verifier.review import house as houses
from verifier.review._file import DeskFile, look, plain_file
from verifier.review.content import Deed
from verifier.review.given import gather
from verifier.review.intake import Intake
from verifier.review.library import Library, held
from verifier.review.server import Server
from verifier.review.strangers import take_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said, one field an option."""

    paths: tuple[Path, ...]
    db: Path | None
    reviewer: str | None
    port: int | None
    browse: bool | None
    no_model: bool
    take_newer: bool
    strangers: tuple[Path, ...]
    share: str | None
    tls_cert: Path | None
    tls_key: Path | None
    behind_proxy: bool
    exports: tuple[str, ...]
    choices: Choices
    asking: Asking


def run(options: Options) -> None:
    """Open the desk, or take away what was decided on it."""
    wanted = targets(options.exports)
    house = _house(options)
    reports, articles = sorted_out(options.paths)
    path = options.db or _beside(reports) or _own()
    found = library(reports, path, take_newer=options.take_newer)
    intake = _intake(found, options)
    numbers = [intake.take_file(one) for one in articles]
    _tell_of_newer(found, (*found.given, *numbers))
    for file in options.strangers:
        taken = take_in(found, file)
        complain(f"{file}: {taken} taken in, under the names of whoever made them")
    if wanted:
        chosen = (*found.given, *numbers) or None
        export(found, chosen, reports, wanted)
        return
    serve(intake, options, house, numbers[0] if len(numbers) == 1 else None)


def sorted_out(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The reports among what was named (files, and folders that hold some), and the articles.

    Raises:
        InputError: nothing is there of that name, or a folder holds neither.
    """
    reports: list[Path] = []
    articles: list[Path] = []
    for path in paths:
        if not path.is_dir():
            (reports if path.suffix.lower() in reading.SUFFIXES else articles).append(path)
            continue
        try:
            reading.files(path)
            reports.append(path)
        except InputError:
            try:
                articles += article.expand(str(path))
            except InputError as error:
                raise InputError(
                    str(path),
                    "no reports in this folder, and no articles; write some: verifier check ARTICLE... -o json=FOLDER/",
                ) from error
    return reports, articles


def library(reports: Sequence[Path], db: Path, *, take_newer: bool = False) -> Library:
    """The desk's articles, and these reports among them, with the file of decisions.

    Where there is no file yet, the reports are read before it is made: a mistyped name leaves nothing behind. A file
    that was not begun by this user is left alone and announced; decisions are then kept in the user's data folder.

    Raises:
        InputError: a report cannot be used.
        UsageError: the file cannot.
    """
    if plain_file(db) and db.stat().st_size:
        if not ours(db):
            own = record(db, "decisions").with_suffix(".db")
            look(db)
            complain(
                f"{db} was not begun by you on this machine and is left alone; your decisions are kept in {own}. "
                f"--import {db} takes in what is decided there, as its makers'"
            )
            return library(reports, own, take_newer=take_newer)
        file = DeskFile(db)
        seal(file)
        deed = Deed(offered=not take_newer, open=_running.announced(db))
        return Library(file, gather(reports, held(file)), deed)
    given = gather(reports, {}) if reports else []
    if db.is_relative_to(data_folder()):
        db.parent.mkdir(parents=True, exist_ok=True)
    file = DeskFile(db)
    seal(file)
    return Library(file, given)


def _tell_of_newer(found: Library, numbers: Sequence[int]) -> None:
    """Say what of that which was named is on the desk in another version, and takes no place unasked."""
    waiting = [one for one in dict.fromkeys(numbers) if found.origin(one).newer]
    if waiting:
        first = Path(found.origin(waiting[0]).file).name
        named = f"{first} and {len(waiting) - 1} more are" if waiting[1:] else f"{first} is"
        complain(f"{named} newer than what is on the desk, where it is offered; --take-newer puts it there at once")


def serve(intake: Intake, options: Options, house: houses.House | None, article: int | None) -> None:
    """Serve until Ctrl-C, or lead to the desk that serves these decisions already."""
    db = intake.library.file.path
    browse = sys.stdout.isatty() if options.browse is None else options.browse
    if house is None and options.port is None and (there := _running.invitation(db)):
        click.echo(f"Review desk: {there}")
        complain("the desk is open already; what was given is on it now")
        if browse:
            webbrowser.open(there)
        return
    server = _server(intake, options, house, db)
    opened(db, server.port)
    _running.announce(db, server.house.authority, server.word)

    def ready() -> None:
        address = server.invitation() + (f"&to={article}" if article else "")
        click.echo(f"Review desk: {address}")
        click.echo(f"Decisions: {db}", err=True)
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
    finally:
        _running.gone(db)


def _server(intake: Intake, options: Options, house: houses.House | None, db: Path) -> Server:
    reviewer, keep, guessed = options.reviewer or _user(), partial(door_of, db), not options.reviewer
    before = about(db).get("port")
    if options.port is None and house is None and isinstance(before, int) and 0 < before < 65536:
        try:
            return Server(intake, reviewer, before, keep=keep, guessed=guessed)
        except UsageError:
            pass  # somebody else has the last desk's port: any other will do
    return Server(intake, reviewer, options.port or 0, house, keep, guessed=guessed)


def _house(options: Options) -> houses.House | None:
    if options.share:
        return houses.shared(
            options.share, options.tls_cert, options.tls_key, options.port or 0, behind_proxy=options.behind_proxy
        )
    alone = next((f for f, v in (("--tls-cert", options.tls_cert), ("--tls-key", options.tls_key)) if v), "")
    alone = alone or ("--behind-proxy" if options.behind_proxy else "")
    if alone:
        raise UsageError(f"{alone} does nothing without --share URL")
    return None


def _intake(found: Library, options: Options) -> Intake:
    desk = Desk(options.choices, options.asking)
    here = desk.of(os.path.join(os.curdir, "article"))  # noqa: PTH118 - what holds in this folder
    model = model_of(desk, here, no_model=options.no_model)
    return Intake(
        found,
        lambda name: desk.of(name if name and "://" not in name else "article").settings,
        model,
        open=_running.announced(found.file.path),
        takes_newer=options.take_newer,
    )


def _beside(reports: Sequence[Path]) -> Path | None:
    if not reports:
        return None
    first = reports[0]
    return (first if first.is_dir() else first.parent) / FILE


def _own() -> Path:
    """The desk that was opened last, where it can be opened still, or else one of the user's own."""
    own, before = data_folder() / "desk.db", last()
    if before is None:
        return own
    try:
        plain_file(before)
        look(before)
    except UsageError as problem:
        complain(f"the last desk is left alone, and {own} opened: {problem}")
        return own
    return before


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"


def _more(server: Server) -> None:
    """A further address for every line that comes in."""
    try:
        for _ in sys.stdin:
            click.echo(f"Review desk: {server.invitation()}")
    except (OSError, ValueError):
        return  # no terminal to listen to

"""Articles on their way to the desk: what comes, from where, and in whose place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from verifier import article as reader
from verifier._exceptions import InputError
from verifier.report import reading
from verifier.review import shelf
from verifier.review.checker import Checker, house_settings, read_again
from verifier.review.content import Coming, Deed
from verifier.review.facts import facts
from verifier.review.fetching import fetched, whole
from verifier.review.given import Origin, gather, of_report
from verifier.review.library import Library
from verifier.review.likeness import apart, like, much_of, named, renamed
from verifier.review.records import NOBODY, Reviewer
from verifier.review.shelf import Brought
from verifier.settings import Settings

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings


_AGAIN = "Checked again"
"""What is done to an article that comes once more with the same text."""


@dataclass(slots=True)
class Intake:
    """Takes articles in. ``settings`` tells what the house has chosen for an article, ``model`` is the one it names.

    ``outside_only`` says whether addresses of this machine and its network may be fetched: not where others than the
    host ask for them. ``open`` is whether others may be reading what is on the desk, ``takes_newer`` whether a file
    that has changed takes the place of what is there, which otherwise is only offered.
    """

    library: Library
    settings: Callable[[str], Settings] = house_settings
    model: ModelSettings | None = None
    outside_only: bool = False
    open: bool = False
    takes_newer: bool = False
    checker: Checker = field(init=False)

    def __post_init__(self) -> None:
        self.checker = Checker(self.library, self.settings, self.model)

    def take(  # noqa: PLR0913 - what comes in, from where, and what to do with it
        self,
        data: bytes,
        name: str,
        origin: Origin,
        *,
        published: date | None = None,
        ask: bool = False,
        sources: Sequence[Brought] = (),
        session: str = "",
    ) -> int:
        """An article, or reports on articles, in these bytes; the number of the (first) article on the desk. The
        ``session``, here and below, is the browser's in which it can be undone.

        Raises:
            VerifierError: it cannot be read.
        """
        if reading.looks_like_reports(name, data):
            origin = replace(origin, file=PurePath(name).name)
            given = [apart(self.library, report, origin) for report in reading.understood(name, data)]
            return self.library.put(given)[0]
        read, origin = named(self.library, reader.read_apart(data, name, published=published), origin)
        deed = Deed(Reviewer(origin.by, session), _AGAIN, PurePath(read.path or "").name)
        return self.checker.check(read, origin, deed, ask=ask, sources=sources, original=Brought(name, data))

    def take_text(  # noqa: PLR0913 - as above
        self,
        text: str,
        title: str,
        origin: Origin,
        *,
        published: date | None,
        ask: bool,
        sources: Sequence[Brought] = (),
        session: str = "",
    ) -> int:
        """An article that was pasted.

        Raises:
            VerifierError: there is nothing to read.
        """
        whole = f"{title}\n\n{text}" if title else text
        if len(whole.encode("utf-8", "replace")) > reader.MAX_BYTES:
            raise InputError("text", f"larger than {reader.MAX_BYTES / 1e6:g} MB, more than an article; leave some out")
        read = reader.from_text(whole, path=None, published=published)
        if self.library.known(None, read.text) is None:
            origin = replace(origin, like=like(self.library, read))
        deed = Deed(Reviewer(origin.by, session), _AGAIN)
        return self.checker.check(read, origin, deed, ask=ask, sources=sources)

    def take_file(self, path: Path, *, published: date | None = None, ask: bool = False) -> int:
        """An article in a file of this machine.

        Raises:
            VerifierError: it cannot be read.
        """
        origin = Origin.of_file(path)  # before it is read: a change while it is being read is a change
        data = reader.file_bytes(path)
        read, origin = named(self.library, reader.read_apart(data, str(path), published=published), origin)
        there = self.library.by_key(read.path or "")
        origin = replace(origin, day=self.library.origin(there).day if there else "")
        deed = Deed(name=path.name, offered=not self.takes_newer, open=self.open)
        return self.checker.check(read, origin, deed, ask=ask, original=Brought(path.name, data))

    def fetch(self, address: str, by: str, *, ask: bool, sources: Sequence[Brought] = (), session: str = "") -> int:
        """An article on the web; fetched now, once, because somebody asked for it.

        Raises:
            InputError: there is none.
        """
        address = whole(address)
        data, at = fetched(address, outside_only=self.outside_only)
        origin = Origin(address=address, at=at, by=by)
        name = "page" if data.startswith(b"%PDF-") else "page.html"
        read, origin = named(self.library, replace(reader.read_apart(data, name), path=address), origin)
        deed = Deed(Reviewer(origin.by, session), _AGAIN, PurePath(read.path or "").name)
        return self.checker.check(read, origin, deed, ask=ask, sources=sources, original=Brought(name, data))

    def again(self, article: int, by: Reviewer = NOBODY) -> int:
        """Check the newer version of an article, or take in its newer report; the number where it stands, which is
        another where the file holds another story by now.

        Raises:
            VerifierError: it cannot be read.
        """
        origin, key = self.library.origin(article), self.library.key(article)
        path = Path(origin.file)
        if origin.is_report:
            newer = [one for one in gather([path], {}) if one.key == key]
            deed = Deed(by, "Newer report", path.name)
            if not newer:
                raise InputError(str(path), "holds no report on this article any more")
            self.library.bring([Coming(g, facts(g.report), deed) for g in newer if g.report])
            return article
        seen = Origin.of_file(path)  # before it is read, as in take_file
        data = reader.file_bytes(path)
        place = self._next(article, data, path.name, replace(seen, day=origin.day, by=origin.by), by)
        if place != article:  # the file is the other's from now on
            left = replace(self.library.origin(article), file="", stamp="")
            self.library.came(article, left, "Another story in its file", by)
        return place

    def next_version(self, article: int, data: bytes, name: str, by: str, session: str = "") -> int:
        """Check what the author sent back, whatever its file is called, in the place of the version on the desk; the
        number where it stands. What has hardly a sentence of that one stands by itself until somebody says that it is a
        version all the same.

        Raises:
            VerifierError: it cannot be read.
        """
        origin = Origin(by=by, day=self.library.origin(article).day)
        return self._next(article, data, name, origin, Reviewer(by, session))

    def _next(self, article: int, data: bytes, name: str, origin: Origin, by: Reviewer) -> int:
        """Whatever comes for an article: its newer version where it has much of it, else by itself, and asked about."""
        read = reader.read_apart(data, name, published=self.library.report(article).article.published)
        if much_of(self.library, article, read):
            self._newer(article, data, name, origin, by)
            return article
        read, named_so = named(self.library, read, Origin(by=by.name or origin.by))
        asked = "" if self.library.by_key(read.path or "") == article else str(article)
        origin = replace(named_so, like=asked, file=origin.file, stamp=origin.stamp)
        deed, original = Deed(by, _AGAIN, PurePath(name).name), Brought(PurePath(name).name, data)
        return self.checker.check(read, origin, deed, ask=False, original=original)

    def joins(self, article: int, by: str, session: str = "") -> int:
        """Put an article that came by itself in the place of the one that it is a newer version of; that one's number.

        Raises:
            VerifierError: there is none, or a source cannot be read.
        """
        origin, kept = self.library.origin(article), shelf.Shelf(self.library.file)
        place = int(origin.like) if origin.like.isdigit() else 0
        if place not in self.library.ids:
            raise InputError("version", "the desk has no article that this is a version of")
        held, read = self.library.report(place).article, self.checker.held(article)
        by_report, origin = origin.is_report, replace(origin, like="", by=by, day=self.library.origin(place).day)
        with self.checker.alone(place):
            if by_report:
                return self._report_joins(article, place, origin, Reviewer(by, session))
            return self.checker.check(
                replace(read, path=held.path, published=held.published or read.published),
                origin,
                Deed(Reviewer(by, session), "Newer version", PurePath(self.library.row(article).path).name, article),
                ask=self.checker.was_asked(place) and self.model is not None,
                sources=kept.of(article),
                original=kept.original(article),
                key=self.library.key(place),
            )

    def _report_joins(self, article: int, place: int, origin: Origin, by: Reviewer) -> int:
        """The same of another machine's report: what its model and its sources found is not found again here."""
        given = of_report(renamed(self.library.report(article), self.library.report(place).article.path), origin)
        deed = Deed(by, "Newer report", origin.file, article)
        assert given.report  # noqa: S101 - just made
        coming = Coming(replace(given, key=self.library.key(place)), facts(given.report), deed)
        return self.library.bring([replace(coming, seen=self.library.digest(place))])[0]

    def bring(self, article: int, brought: Sequence[Brought], by: str, session: str = "") -> None:
        """Hold an article against further sources, in the version that is on the desk.

        Raises:
            VerifierError: one cannot be read.
        """
        shelf.read(brought)  # what cannot be read is not kept
        deed = Deed(Reviewer(by, session), "Sources", ", ".join(one.name for one in brought))
        self.checker.again(article, deed, brought)

    def earlier(self, article: int, step: int, by: Reviewer) -> None:
        """Put the version that a step of the history replaced in its place again, checked anew against the sources that
        there are now.

        Raises:
            VerifierError: it cannot be read, or the step replaced none.
        """
        found = self.library.earlier(article, step)
        if not found:
            raise InputError("history", "no version was replaced there")
        report, came, original = found
        with self.checker.alone(article):
            there = self.library.origin(article)
            origin = replace(came, day=there.day, like="", earlier="")
            deed = Deed(by, "An earlier version put back", original.name if original else "", says=True)
            read, key = read_again(report.article, original), self.library.key(article)
            read = replace(read, path=self.library.report(article).article.path)
            self.checker.check(read, origin, deed, ask=self.checker.was_asked(article), original=original, key=key)

    def brought(self, article: int) -> frozenset[str]:
        """The names of the sources that were brought to the desk for an article."""
        return shelf.Shelf(self.library.file).names(article)

    def leave_out(self, article: int, name: str, by: Reviewer = NOBODY) -> None:
        """Hold an article against a source no more: it was brought by mistake.

        Raises:
            VerifierError: another cannot be read.
        """
        if name in self.brought(article):
            self.checker.again(article, Deed(by, "Left out", name), without=name)

    def dated(self, article: int, day: date | None, by: Reviewer = NOBODY) -> None:
        """Check the version that is on the desk as one that appears on a day, from which its days are counted.

        Raises:
            VerifierError: it cannot be read.
        """
        self.checker.again(article, Deed(by, "Published", day.isoformat() if day else "no day"), days=[day])

    def _newer(self, article: int, data: bytes, name: str, origin: Origin, by: Reviewer) -> None:
        with self.checker.alone(article):
            held = self.library.report(article).article
            read = replace(reader.read_apart(data, name, published=held.published), path=held.path)
            ask, original = self.checker.was_asked(article), Brought(PurePath(name).name, data)
            key = self.library.key(article)
            self.checker.check(read, origin, Deed(by, _AGAIN, original.name), ask=ask, original=original, key=key)

"""Articles on their way to the desk: read, checked by rules at once, and by the configured model while one waits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path, PurePath
from threading import Lock, RLock
from typing import TYPE_CHECKING

from verifier import article as reader
from verifier._exceptions import InputError
from verifier.article import Article
from verifier.pipeline import check
from verifier.report import reading
from verifier.report._speech import speaker_colours
from verifier.report.models import Article as Kept
from verifier.report.models import Report
from verifier.review import shelf
from verifier.review.asking import Asking, Work
from verifier.review.content import Coming, Deed
from verifier.review.facts import facts
from verifier.review.fetching import fetched, whole
from verifier.review.given import Given, Origin, gather, of_report
from verifier.review.library import Library
from verifier.review.likeness import like, much_of, named
from verifier.review.records import NOBODY, Reviewer
from verifier.review.shelf import Brought
from verifier.settings import Settings

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings


def _read_again(held: Kept, original: Brought | None, day: date | None = None) -> Article:
    """A version that was read before: from its file, where that has this text, or else from its text."""
    published = day or held.published
    if original:
        read = reader.read_apart(original.data, original.name, published=published)
        if read.text == held.text:
            return replace(read, path=held.path)
    read = reader.from_text(held.text, published=published)
    return replace(read, path=held.path, title=held.title or read.title)


_AGAIN = "Checked again"
"""What is done to an article that comes once more with the same text."""


def _house_settings(name: str) -> Settings:
    del name
    return Settings()


@dataclass(slots=True)
class Intake:
    """Takes articles in. ``settings`` tells what the house has chosen for an article, ``model`` is the one it names.

    ``outside_only`` says whether addresses of this machine and its network may be fetched: not where others than the
    host ask for them.
    """

    library: Library
    settings: Callable[[str], Settings] = _house_settings
    model: ModelSettings | None = None
    outside_only: bool = False
    _asking: Asking | None = None
    _locks: dict[str, RLock] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._asking = Asking(self.model) if self.model else None

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
            deed = Deed(Reviewer(origin.by, session), "Another report", PurePath(name).name)
            given = [of_report(report, origin) for report in reading.understood(name, data)]
            return self.library.bring([Coming(g, facts(g.report), deed) for g in given if g.report])[0]
        read, origin = named(self.library, reader.read_apart(data, name, published=published), origin)
        deed = Deed(Reviewer(origin.by, session), _AGAIN, PurePath(read.path or "").name)
        return self._check(read, origin, deed, ask=ask, sources=sources, original=Brought(name, data))

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
        return self._check(read, origin, deed, ask=ask, sources=sources)

    def take_file(self, path: Path, *, published: date | None = None, ask: bool = False) -> int:
        """An article in a file of this machine.

        Raises:
            VerifierError: it cannot be read.
        """
        origin = Origin.of_file(path)  # before it is read: a change while it is being read is a change
        data = reader.file_bytes(path)
        read, origin = named(self.library, reader.read_apart(data, str(path), published=published), origin)
        return self._check(read, origin, Deed(name=path.name), ask=ask, original=Brought(path.name, data))

    def fetch(self, address: str, by: str, *, ask: bool, sources: Sequence[Brought] = (), session: str = "") -> int:
        """An article on the web; fetched now, once, because somebody asked for it.

        Raises:
            InputError: there is none.
        """
        address = whole(address)
        data, at = fetched(address, outside_only=self.outside_only)
        origin = Origin(address=address, at=at, by=by)
        name = "page" if data.startswith(b"%PDF-") else "page.html"
        read = replace(reader.read_apart(data, name), path=address)
        deed = Deed(Reviewer(origin.by, session), _AGAIN, PurePath(read.path or "").name)
        return self._check(read, origin, deed, ask=ask, sources=sources, original=Brought(name, data))

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
        return self._check(read, origin, deed, ask=False, original=original)

    def joins(self, article: int, by: str, session: str = "") -> int:
        """Put an article that came by itself in the place of the one that it is a newer version of; that one's number.

        Raises:
            VerifierError: there is none, or a source cannot be read.
        """
        origin, kept = self.library.origin(article), shelf.Shelf(self.library.file)
        place = int(origin.like) if origin.like.isdigit() else 0
        if place not in self.library.ids:
            raise InputError("version", "the desk has no article that this is a version of")
        held, read = self.library.report(place).article, self._held(article)
        origin = replace(origin, like="", by=by, day=self.library.origin(place).day)
        with self.alone(place):
            return self._check(
                replace(read, path=held.path, published=held.published or read.published),
                origin,
                Deed(Reviewer(by, session), "Newer version", PurePath(self.library.row(article).path).name, article),
                ask=self._was_asked(place) and self.model is not None,
                sources=kept.of(article),
                original=kept.original(article),
                key=self.library.key(place),
            )

    def bring(self, article: int, brought: Sequence[Brought], by: str, session: str = "") -> None:
        """Hold an article against further sources, in the version that is on the desk.

        Raises:
            VerifierError: one cannot be read.
        """
        shelf.read(brought)  # what cannot be read is not kept
        deed = Deed(Reviewer(by, session), "Sources", ", ".join(one.name for one in brought))
        self._again(article, deed, brought)

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
        with self.alone(article):
            there = self.library.origin(article)
            origin = replace(came, day=there.day, like="", earlier="")
            deed = Deed(by, "An earlier version put back", original.name if original else "", says=True)
            read, key = _read_again(report.article, original), self.library.key(article)
            read = replace(read, path=self.library.report(article).article.path)
            self._check(read, origin, deed, ask=self._was_asked(article), original=original, key=key)

    def brought(self, article: int) -> frozenset[str]:
        """The names of the sources that were brought to the desk for an article."""
        return shelf.Shelf(self.library.file).names(article)

    def leave_out(self, article: int, name: str, by: Reviewer = NOBODY) -> None:
        """Hold an article against a source no more: it was brought by mistake.

        Raises:
            VerifierError: another cannot be read.
        """
        if name in self.brought(article):
            self._again(article, Deed(by, "Left out", name), without=name)

    def dated(self, article: int, day: date | None, by: Reviewer = NOBODY) -> None:
        """Check the version that is on the desk as one that appears on a day, from which its days are counted.

        Raises:
            VerifierError: it cannot be read.
        """
        self._again(article, Deed(by, "Published", day.isoformat() if day else "no day"), days=[day])

    def ask_on(self, article: int) -> None:
        """Ask the model about the version on the desk once more: it had not answered when another took its place.

        Raises:
            VerifierError: a source cannot be read.
        """
        report, key = self.library.report(article), self.library.key(article)
        if self._asking:
            asked = Given(key, self.library.digest(article), report, self.library.origin(article))
            read, sources = self._held(article), shelf.read(shelf.Shelf(self.library.file).of(article))
            put = partial(self._answered, article, asked)
            self._asking.ask(article, read, self.settings(read.path or ""), sources, put)

    def work(self, article: int) -> Work | None:
        """What is being done with an article; None where nothing was."""
        return self._asking.work(article) if self._asking else None

    @contextmanager
    def alone(self, article: int) -> Iterator[None]:
        """One at a time on an article: whoever comes later sees what the other has brought."""
        with self._alone(self.library.key(article)):
            yield

    def _newer(self, article: int, data: bytes, name: str, origin: Origin, by: Reviewer) -> None:
        with self.alone(article):
            held = self.library.report(article).article
            read = replace(reader.read_apart(data, name, published=held.published), path=held.path)
            ask, original = self._was_asked(article), Brought(PurePath(name).name, data)
            key = self.library.key(article)
            self._check(read, origin, Deed(by, _AGAIN, original.name), ask=ask, original=original, key=key)

    def _again(
        self,
        article: int,
        deed: Deed,
        brought: Sequence[Brought] = (),
        *,
        without: str = "",
        days: Sequence[date | None] = (),
    ) -> None:
        """Check the version that is on the desk once more: with more to hold it against, or less, or on another day."""
        with self.alone(article):
            ask, origin = self._as_before(article), self.library.origin(article)
            for day in days:
                origin = replace(origin, day=day.isoformat() if day else "")
            read, key = self._held(article, *days), self.library.key(article)
            self._check(read, origin, deed, ask=ask, sources=brought, key=key, without=without)

    def _held(self, article: int, day: date | None = None) -> Article:
        """The version on the desk, read again: from its file, which knows what is a headline, or from its text."""
        held = self.library.report(article).article
        return _read_again(held, shelf.Shelf(self.library.file).original(article), day)

    def _was_asked(self, article: int) -> bool:
        """Whether the model was asked about an article, or is being asked."""
        return self.library.report(article).run.engine == "rules+model" or self._asks(article)

    def _as_before(self, article: int) -> bool:
        """Whether the model is to be asked again about the same text.

        Raises:
            InputError: it was, elsewhere, and there is none here: what it found would be lost.
        """
        asked = self._was_asked(article)
        if asked and self.model is None:
            raise InputError(
                self.library.row(article).path or "text",
                "a model was asked about this article, and the desk has none: what it found would be lost. Check the "
                "article again with --model and --source, and bring that report",
            )
        return asked

    @contextmanager
    def _alone(self, key: str) -> Iterator[None]:
        with self._lock:
            lock = self._locks.setdefault(key, RLock())
        with lock:
            yield

    def _check(  # noqa: PLR0913 - what was read, from where, and what came with it
        self,
        read: Article,
        origin: Origin,
        deed: Deed,
        *,
        ask: bool,
        sources: Sequence[Brought] = (),
        original: Brought | None = None,
        key: str = "",
        without: str = "",
    ) -> int:
        if origin.day:
            read = replace(read, published=date.fromisoformat(origin.day))
        settings, kept = self.settings(read.path or ""), shelf.Shelf(self.library.file)
        with self._alone(key or read.path or ""):
            before = self.library.by_key(key) if key else self.library.known(read.path, read.text)
            seen = self.library.digest(before) if before else ""
            there = kept.of(before) if before else []
            names = {without, *(one.name for one in sources)}
            against = [*(one for one in there if one.name not in names), *sources]
            held_against = shelf.read(against)
            origin = self._followed(before, read, origin)
            given = of_report(check(read, settings, sources=held_against), origin)
            given = replace(given, key=key or given.key)
            assert given.report  # noqa: S101 - just made
            held = against if sources or without else None
            # A folder named once more on the command line brings back nothing that was taken off the desk.
            dropped = bool(deed.by.session) and not key
            coming = Coming(given, facts(given.report), deed, held, original, seen, dropped, asked=self._asks(before))
            (number,) = self.library.bring([coming])
        if ask and self._asking:
            self._asking.ask(number, read, settings, held_against, partial(self._answered, number, given))
        return number

    def _asks(self, article: int | None) -> bool:
        """Whether the model is being asked about an article just now."""
        work = self.work(article) if article else None
        return work is not None and not work.done

    def _followed(self, before: int | None, read: Article, origin: Origin) -> Origin:
        """Where a version came from, with the texts that were there before it."""
        if before is None:
            return origin
        held, was = self.library.report(before).article, self.library.origin(before)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        earlier = was.earlier if held.text == read.text else was.followed(held.sha256, at)
        hues = json.dumps(was.colours | speaker_colours(self.library.report(before), was.colours), ensure_ascii=False)
        return replace(origin, earlier=earlier, like=origin.like or was.like, hues=hues)

    def _answered(self, number: int, asked: Given, report: Report) -> bool:
        """Put the report with the model's answers in the place of the one it was asked about, where that is there."""
        answered = replace(of_report(report, asked.origin), key=asked.key)
        with self._alone(asked.key):
            if self.library.digest(number) != asked.digest:
                return False
            self.library.bring([Coming(answered, facts(report), seen=asked.digest, answers=True)])
        return True

"""An article checked on its way to the desk: by rules at once, and by the configured model while one waits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from threading import Lock, RLock
from typing import TYPE_CHECKING

from verifier import article as reader
from verifier import pipeline
from verifier._exceptions import InputError
from verifier.article import Article
from verifier.report._speech import speaker_colours
from verifier.report.models import Article as Kept
from verifier.report.models import Report
from verifier.review import shelf
from verifier.review.asking import Asking, Work
from verifier.review.content import Coming, Deed
from verifier.review.facts import facts
from verifier.review.given import Given, Origin, of_report
from verifier.review.library import Library
from verifier.review.shelf import Brought
from verifier.settings import Settings

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings


def read_again(held: Kept, original: Brought | None, day: date | None = None) -> Article:
    """A version that was read before: from its file, where that has this text, or else from its text."""
    published = day or held.published
    if original:
        read = reader.read_apart(original.data, original.name, published=published)
        if read.text == held.text:
            return replace(read, path=held.path)
    read = reader.from_text(held.text, published=published)
    return replace(read, path=held.path, title=held.title or read.title)


def house_settings(name: str) -> Settings:
    """What holds where nobody has chosen anything."""
    del name
    return Settings()


@dataclass(slots=True)
class Checker:
    """Checks what comes for an article and puts it on the desk. ``settings`` tells what the house has chosen for an
    article, ``model`` is the one it names."""

    library: Library
    settings: Callable[[str], Settings] = house_settings
    model: ModelSettings | None = None
    _asking: Asking | None = None
    _locks: dict[str, RLock] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._asking = Asking(self.model) if self.model else None

    def check(  # noqa: PLR0913 - what was read, from where, and what came with it
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
        """Check what was read and put it on the desk, in the place of the article known by ``key``, or by its path.

        Raises:
            VerifierError: a source cannot be read, or another version came meanwhile.
        """
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
            given = of_report(pipeline.check(read, settings, sources=held_against), origin)
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

    def again(
        self,
        article: int,
        deed: Deed,
        brought: Sequence[Brought] = (),
        *,
        without: str = "",
        days: Sequence[date | None] = (),
    ) -> None:
        """Check the version that is on the desk once more: with more to hold it against, or less, or on another day.

        Raises:
            VerifierError: a source cannot be read, or what the model found would be lost.
        """
        with self.alone(article):
            ask, origin = self._as_before(article), self.library.origin(article)
            for day in days:
                origin = replace(origin, day=day.isoformat() if day else "")
            read, key = self.held(article, *days), self.library.key(article)
            self.check(read, origin, deed, ask=ask, sources=brought, key=key, without=without)

    def held(self, article: int, day: date | None = None) -> Article:
        """The version on the desk, read again: from its file, which knows what is a headline, or from its text."""
        held = self.library.report(article).article
        return read_again(held, shelf.Shelf(self.library.file).original(article), day)

    def was_asked(self, article: int) -> bool:
        """Whether the model was asked about an article, or is being asked."""
        return self.library.report(article).run.engine == "rules+model" or self._asks(article)

    def _as_before(self, article: int) -> bool:
        """Whether the model is to be asked again about the same text.

        Raises:
            InputError: it was, elsewhere, and there is none here: what it found would be lost.
        """
        asked = self.was_asked(article)
        if asked and self.model is None:
            raise InputError(
                self.library.row(article).path or "text",
                "a model was asked about this article, and the desk has none: what it found would be lost. Check the "
                "article again with --model and --source, and bring that report",
            )
        return asked

    def ask_on(self, article: int) -> None:
        """Ask the model about the version on the desk once more: it had not answered when another took its place.

        Raises:
            VerifierError: a source cannot be read.
        """
        report, key = self.library.report(article), self.library.key(article)
        if self._asking:
            asked = Given(key, self.library.digest(article), report, self.library.origin(article))
            read, sources = self.held(article), shelf.read(shelf.Shelf(self.library.file).of(article))
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

    @contextmanager
    def _alone(self, key: str) -> Iterator[None]:
        with self._lock:
            lock = self._locks.setdefault(key, RLock())
        with lock:
            yield

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

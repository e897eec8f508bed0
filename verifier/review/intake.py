"""Articles on their way to the desk: read, checked by rules at once, and by the configured model while one waits."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from verifier import article as reader
from verifier._exceptions import InputError, VerifierError
from verifier.article import Article
from verifier.pipeline import check
from verifier.report import reading
from verifier.report.models import Report
from verifier.review import shelf
from verifier.review.fetching import fetched
from verifier.review.given import Origin, gather, of_report
from verifier.review.library import Library
from verifier.review.shelf import Brought
from verifier.settings import Settings
from verifier.sources import Library as Shelves
from verifier.sources import Source, joined

if TYPE_CHECKING:
    from verifier.model.settings import ModelSettings

_PAUSE = 0.2
"""Seconds between two looks at how far the model is."""


@dataclass(slots=True)
class Work:
    """What is being done with an article in the background: the model's answers so far, of how many."""

    answered: int = 0
    expected: int = 0
    problem: str = ""
    done: bool = False


def _house_settings(name: str) -> Settings:
    del name
    return Settings()


@dataclass(slots=True)
class Intake:
    """Takes articles in. ``settings`` tells what the house has chosen for an article, ``model`` is the one it names.

    ``outside`` says whether addresses of this machine and its network may be fetched: not where others than the host
    ask for them.
    """

    library: Library
    settings: Callable[[str], Settings] = _house_settings
    model: ModelSettings | None = None
    outside_only: bool = False
    _works: dict[int, Work] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def take(  # noqa: PLR0913 - what comes in, from where, and what to do with it
        self,
        data: bytes,
        name: str,
        origin: Origin,
        *,
        published: date | None = None,
        ask: bool = False,
        sources: Sequence[Brought] = (),
    ) -> int:
        """An article, or reports on articles, in these bytes; the number of the (first) article on the desk.

        Raises:
            VerifierError: it cannot be read.
        """
        if reading.looks_like_reports(name, data):
            given = [of_report(report, origin) for report in reading.understood(name, data)]
            return self.library.put(given)[0]
        read = reader.read_apart(data, name, published=published)
        return self._check(read, origin, ask=ask, sources=sources, original=_word_file(name, data))

    def take_text(  # noqa: PLR0913 - as above
        self,
        text: str,
        title: str,
        origin: Origin,
        *,
        published: date | None,
        ask: bool,
        sources: Sequence[Brought] = (),
    ) -> int:
        """An article that was pasted.

        Raises:
            VerifierError: there is nothing to read.
        """
        whole = f"{title}\n\n{text}" if title else text
        return self._check(reader.from_text(whole, path=None, published=published), origin, ask=ask, sources=sources)

    def take_file(self, path: Path, *, published: date | None = None, ask: bool = False) -> int:
        """An article in a file of this machine.

        Raises:
            VerifierError: it cannot be read.
        """
        origin = Origin.of_file(path)  # before it is read: a change while it is being read is a change
        data = reader.file_bytes(path)
        read = reader.read_apart(data, str(path), published=published)
        return self._check(read, origin, ask=ask, original=_word_file(path.name, data))

    def fetch(self, address: str, by: str, *, ask: bool, sources: Sequence[Brought] = ()) -> int:
        """An article on the web; fetched now, once, because somebody asked for it.

        Raises:
            InputError: there is none.
        """
        data, at = fetched(address, outside_only=self.outside_only)
        origin = Origin(address=address, at=at, by=by)
        kind = "" if data.startswith(b"%PDF-") else ".html"
        return self._check(reader.read_apart(data, f"page{kind}"), origin, ask=ask, path=address, sources=sources)

    def again(self, article: int, *, ask: bool = False) -> None:
        """Check the newer version of an article, or take in its newer report.

        Raises:
            VerifierError: it cannot be read.
        """
        origin = self.library.origin(article)
        path = Path(origin.file)
        if origin.is_report:
            key = self.library.key(article)
            newer = [one for one in gather([path], {}) if one.key == key]
            if not newer:
                raise InputError(str(path), "holds no report on this article any more")
            self.library.put(newer)
        else:
            self.take_file(path, ask=ask)

    def next_version(self, article: int, data: bytes, name: str, by: str) -> None:
        """Check what the author sent back, whatever its file is called, in the place of the version on the desk.

        Raises:
            VerifierError: it cannot be read.
        """
        held = self.library.report(article).article
        read = replace(reader.read_apart(data, name, published=held.published), path=held.path)
        self._check(read, Origin(by=by), ask=False, original=_word_file(name, data), key=self.library.key(article))

    def bring(self, article: int, brought: Sequence[Brought], by: str) -> None:
        """Hold an article against further sources, in the version that is on the desk.

        Raises:
            VerifierError: one cannot be read.
        """
        shelf.read(brought)  # what cannot be read is not kept
        shelf.Shelf(self.library.file).put(article, brought, by)
        read = self._held(article, self.library.report(article).article.published)
        self._check(read, self.library.origin(article), ask=False, key=self.library.key(article))

    def dated(self, article: int, day: date | None) -> None:
        """Check the version that is on the desk as one that appears on a day, from which its days are counted.

        Raises:
            VerifierError: it cannot be read.
        """
        read = self._held(article, day)
        self._check(read, self.library.origin(article), ask=False, key=self.library.key(article))

    def _held(self, article: int, published: date | None) -> Article:
        """The version on the desk, read again: from its Word file, which knows what is a headline, or from its text."""
        held, kept = self.library.report(article).article, shelf.Shelf(self.library.file).original(article)
        if kept:
            read = reader.read_apart(kept, "article.docx", published=published)
            if read.text == held.text:
                return replace(read, path=held.path)
        return replace(reader.from_text(held.text, published=published), path=held.path)

    def work(self, article: int) -> Work | None:
        """What is being done with an article; None where nothing was."""
        return self._works.get(article)

    def _check(  # noqa: PLR0913 - what was read, from where, and what came with it
        self,
        read: Article,
        origin: Origin,
        *,
        ask: bool,
        path: str | None = None,
        sources: Sequence[Brought] = (),
        original: Brought | None = None,
        key: str = "",
    ) -> int:
        if path is not None:
            read = replace(read, path=path)
        settings, kept = self.settings(read.path or ""), shelf.Shelf(self.library.file)
        before = self.library.by_key(key) if key else self.library.known(read.path, read.text)
        brought = [*(kept.of(before) if before else ()), *sources]
        held_against = shelf.read(brought)
        given = of_report(check(read, settings, sources=held_against), origin)
        number = self.library.put([replace(given, key=key or given.key)])[0]
        kept.put(number, sources, origin.by)
        if original:
            kept.keep(number, original)
        if ask and self.model is not None:
            self._ask(number, read, settings, held_against, origin)
        return number

    def _ask(self, number: int, read: Article, settings: Settings, sources: Sequence[Source], origin: Origin) -> None:
        work = Work()
        with self._lock:
            running = self._works.get(number)
            if running and not running.done:
                return
            self._works[number] = work
        Thread(target=self._asked, args=(work, read, settings, sources, origin), daemon=True).start()

    def _asked(self, work: Work, read: Article, settings: Settings, sources: Sequence[Source], origin: Origin) -> None:
        try:
            report = asyncio.run(self._answers(work, read, settings, sources))
            self.library.put([of_report(report, origin)])
            if report.run.missing:
                work.problem = f"The model left something unanswered: {report.run.missing[0]}"
        except VerifierError as error:
            work.problem = f"The model could not be asked: {error}"
        except Exception as error:  # whatever it is, the page must not wait for ever
            work.problem = f"The model could not be asked ({type(error).__name__}); what the rules found stands."
        finally:
            work.done = True

    async def _answers(self, work: Work, read: Article, settings: Settings, sources: Sequence[Source]) -> Report:
        from verifier.model.reading import room  # noqa: PLC0415 - a desk without a model does not need it
        from verifier.pipeline import ask, foresee  # noqa: PLC0415

        assert self.model is not None  # noqa: S101 - asked for only then
        library = joined(Shelves(()), sources) if sources else None
        async with room(self.model) as place:
            with contextlib.suppress(VerifierError):
                ahead = await asyncio.to_thread(foresee, read, settings, place, library=library)
                work.expected = ahead.calls + ahead.cached
            asking = asyncio.ensure_future(ask(read, settings, place, library=library))
            while not asking.done():
                work.answered = place.meter.total.calls + place.meter.total.cache_hits
                await asyncio.wait([asking], timeout=_PAUSE)
            return asking.result()


def _word_file(name: str, data: bytes) -> Brought | None:
    return Brought(name, data) if name.lower().endswith(".docx") else None

"""A pytest plugin: tests of other projects assert on an article's report.

``verifier_report("articles/mill.md", cassette="cassettes/mill.json")`` is the report that ``verifier check`` makes of
the file, its configuration included. Nothing is ever asked of a model: a cassette is replayed, and without one the
rules run alone. pytest loads this module at every start, so it loads nothing itself until the fixture is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from datetime import date

    from verifier.report.models import Report
    from verifier.settings import Settings

__all__ = ["verifier_report"]


@pytest.fixture(scope="session")
def verifier_report(pytestconfig: pytest.Config) -> Callable[..., Report]:
    """Make the report on an article: ``verifier_report(path, cassette, text=..., settings=..., sources=[...])``.

    ``path`` is a file of any format that verifier reads, ``text`` is given instead of it for an article that stands in
    the test; all may be left out but one of them. Relative paths are meant from pytest's rootdir. ``settings`` takes
    the place of the configuration above the file, ``sources`` are files or folders that the article is held against
    in place of those of the configuration, ``published`` is the article's date where it gives none. A test whose
    cassette lacks an answer fails and says which.

    Raises:
        InputError: the article or the cassette cannot be read.
        UsageError: both or neither of path and text are given, or the configuration is wrong.
    """
    root = pytestconfig.rootpath

    def report(  # noqa: PLR0913 - each says something that the others do not
        path: str | Path | None = None,
        cassette: str | Path | None = None,
        *,
        text: str | None = None,
        settings: Settings | None = None,
        published: date | None = None,
        sources: Sequence[str | Path] = (),
    ) -> Report:
        __tracebackhide__ = True  # whoever reads the failure looks for his article, not for our source
        from verifier._exceptions import VerifierError  # noqa: PLC0415 - see above
        from verifier._fixture import make  # noqa: PLC0415

        article = root / path if path is not None else None
        tape = root / cassette if cassette is not None else None
        try:
            made = make(article, text, tape, settings, published, [root / source for source in sources])
        except VerifierError as error:
            raise error.with_traceback(None) from None
        if not made.run.complete:
            missing = "\n".join(made.run.missing)
            pytest.fail(f"{tape}: {len(made.run.missing)} answers missing\n{missing}", pytrace=False)
        return made

    return report

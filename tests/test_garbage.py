"""Looking for garbage waits until an article is done, and is then as it was."""

import contextlib
import gc
from collections.abc import Iterator

import pytest

from verifier import InputError, check

TEXT = "Bridge closes\n\n" + "The council closed the bridge on Monday. “It is over,” said Ann Lee.\n\n" * 40


@pytest.fixture
def looks() -> Iterator[list[str]]:
    """What Python tells while it looks for garbage, which it does all the time here."""
    told: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        del info
        told.append(phase)

    before = gc.get_threshold()
    gc.callbacks.append(note)
    gc.set_threshold(50)
    try:
        yield told
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(note)


def test_nothing_looks_for_garbage_while_an_article_is_checked(looks: list[str]) -> None:
    check(TEXT)  # once for what is loaded and kept
    looks.clear()
    check(TEXT)
    assert len(looks) <= 2 * 2  # before the check has begun and after it has ended


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("text", [TEXT, " "])
def test_afterwards_it_is_as_it_was(text: str, *, on: bool) -> None:
    if not on:
        gc.disable()
    try:
        with contextlib.suppress(InputError):
            check(text)
        assert gc.isenabled() == on
    finally:
        gc.enable()

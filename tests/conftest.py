"""What holds for all tests."""

import gc
import os
import signal
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Hundreds of processes import the same modules, and a machine may say that nothing compiled is kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Begun with & by a script the tests would ignore Ctrl-C, and so would all that they start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Thousands of tests and what they import are here to stay: whoever collects them need not look through them for garbage
# again and again.
gc.disable()
_OFTEN = 100_000  # objects that are made before somebody looks

pytest.register_assert_rewrite("tests.review.seats")
settings.register_profile("tests", deadline=None)  # a busy machine is no failure
settings.load_profile("tests")


@pytest.fixture(autouse=True, scope="session")
def nobody_s_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The key that marks files of decisions as ours is made for the tests, not in the home of whoever runs them."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


def pytest_collection_finish() -> None:
    """From here on garbage is looked for again, and only among what the tests make."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OFTEN, 20, 20)
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: some tests wait. Each has to import everything, which takes six seconds."""
    return (os.cpu_count() or 1) + 1


_KEEPS = ("needs_chromium", 'scope="module"')
_STARTS = (*_KEEPS, "subprocess", "ready", "endpoint")


@cache
def _holds(module: str, words: tuple[str, ...]) -> bool:
    text = (Path(__file__).parents[1] / module).read_text(encoding="utf-8")
    return any(word in text for word in words)


def _keeps(module: str) -> bool:
    """Whether the tests of a module share what is dear to begin: a browser, a run that is done."""
    return _holds(module, _KEEPS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts something comes first, so that at the end nobody waits for the last that has much to do."""
    items.sort(key=lambda item: not _holds(item.nodeid.partition("::")[0], _STARTS))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One process runs all tests of a module that keeps something for them; what is begun once need not be thrice.

    The groups of pytest-xdist 3.8 would say the same, but pytest 9.2 hands on no name that they could stand in.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            module = nodeid.partition("::")[0]
            return module if _keeps(module) else nodeid

    return Together(config, log) if config.getvalue("dist") == "load" else None

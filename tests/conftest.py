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
_STARTS = ("subprocess", "tests.archive", "tests.cli", "tests.ready", "tests.review", "endpoint")


@cache
def _turn(module: str) -> int:
    """0 for a module whose tests share what is dear to begin (a browser, a run that is done), 1 for one that starts
    processes, 2 for all others."""
    text = (Path(__file__).parents[1] / module).read_text(encoding="utf-8")
    return next((turn for turn, words in enumerate((_KEEPS, _STARTS)) if any(word in text for word in words)), 2)


def _module(nodeid: str) -> str:
    return nodeid.partition("::")[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that at the end nobody waits for the last that has much to do."""
    items.sort(key=lambda item: _turn(_module(item.nodeid)))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One process runs all tests of a module that keeps something for them; what is begun once need not be thrice. So
    does it all of one where nothing is begun: to hand out a test takes as long as such a test.

    The groups of pytest-xdist 3.8 would say the same, but pytest 9.2 hands on no name that they could stand in.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            module = _module(nodeid)
            return nodeid if _turn(module) == 1 else module

    if config.getvalue("dist") != "load":
        return None
    config.option.loadscopereorder = False  # they come in the order of their turns
    return Together(config, log)

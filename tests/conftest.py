"""What holds for all tests."""

import os
import sys

import pytest
from hypothesis import settings

# Hundreds of processes import the same modules, and a machine may say that nothing compiled is kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

pytest.register_assert_rewrite("tests.review.seats")
settings.register_profile("tests", deadline=None)  # a busy machine is no failure
settings.load_profile("tests")


@pytest.fixture(autouse=True, scope="session")
def nobody_s_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The key that marks files of decisions as ours is made for the tests, not in the home of whoever runs them."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for a process or a browser of theirs."""
    return (os.cpu_count() or 1) + 1

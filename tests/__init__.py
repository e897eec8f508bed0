"""The tests; whoever borrows from them outside pytest leaves nothing in his own home, either."""

import atexit
import os
import shutil
from tempfile import mkdtemp

if "PYTEST_VERSION" not in os.environ:  # conftest.py says where with pytest
    os.environ["XDG_DATA_HOME"] = mkdtemp(prefix="verifier-tests-")
    atexit.register(shutil.rmtree, os.environ["XDG_DATA_HOME"], ignore_errors=True)

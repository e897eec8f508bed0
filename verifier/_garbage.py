"""When Python looks for garbage: not while an article is in hand.

Nearly all that is made for an article lives until its report is written, so looking for what nobody needs goes over the
same objects again and again and finds nothing: a tenth of the time for a long text, a quarter where it is written as a
page, and more the longer it is. What an article leaves is taken away before the next.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_lying() -> Iterator[None]:
    """Look for no garbage until this is done; where nobody looks anyway, that is left as it is."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()

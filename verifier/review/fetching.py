"""Web pages, fetched once because somebody asked for one."""

from __future__ import annotations

import ipaddress
import logging
import re
import socket
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from verifier import article as reader
from verifier._exceptions import InputError

_SECONDS = 15
"""How long a web site may be silent."""
_PATIENCE = 45.0
"""How long a web page may take to come, whatever the site says meanwhile."""

_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")


def whole(address: str) -> str:
    """An address as people type it (example.org/story) with the scheme that browsers leave out."""
    return f"https://{address}" if _BARE.fullmatch(address) else address


def fetched(address: str, *, outside_only: bool) -> tuple[bytes, str]:
    """A web page, and when it was fetched (UTC).

    Raises:
        InputError: the address is none, or nothing came.
    """
    import trafilatura.downloads  # noqa: PLC0415 - only whoever fetches waits for it
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        good, port = False, 0
    if not good:
        raise InputError(address[:200], "no web address; write it as https://example.org/story")
    if outside_only and (_behind_a_proxy() or not _is_outside(parts.hostname or "", port)):
        raise InputError(address[:200], "not an address of the open web; save the page and drop the file here")
    how = deepcopy(DEFAULT_CONFIG)
    how.set("DEFAULT", "DOWNLOAD_TIMEOUT", str(_SECONDS))
    how.set("DEFAULT", "MAX_FILE_SIZE", str(reader.MAX_BYTES))
    how.set("DEFAULT", "INSECURE_SSL_FALLBACK", "off")
    # Looks at who is at the other end of each connection, wherever names and redirects lead.
    how.set("DEFAULT", "SSRF_PROTECTION", "on" if outside_only else "off")
    logging.getLogger("trafilatura.downloads").disabled = True  # what went wrong is told on the page
    trafilatura.downloads.FORCE_STATUS = frozenset()  # asked for once: a site that is overloaded is not asked again
    answer = _in_time(lambda: trafilatura.downloads.fetch_response(address, config=how), address)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    if answer is None:
        raise InputError(address[:200], "nothing came from there; save the page and drop the file here")
    if answer.status != 200:
        raise InputError(address[:200], f"the site answered {answer.status}; save the page and drop the file here")
    return bytes(answer.data), at


def _in_time(fetch: Callable[[], Any], address: str) -> Any:
    """What comes in time; a page that comes a byte at a time never runs into the limit of one waiting."""
    came: list[Any] = []
    fetching = Thread(target=lambda: came.append(fetch()), daemon=True)
    fetching.start()
    fetching.join(_PATIENCE)
    if fetching.is_alive():
        raise InputError(
            address[:200], f"took longer than {_PATIENCE:.0f} seconds; save the page and drop the file here"
        )
    return came[0] if came else None


def _behind_a_proxy() -> bool:
    """Whether connections go to a proxy: it is the proxy then that an address leads to, as far as can be seen here."""
    import trafilatura.downloads  # noqa: PLC0415 - as above

    return bool(trafilatura.downloads.PROXY_URL)


def _is_outside(host: str, port: int) -> bool:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(str(f[4][0]).partition("%")[0]).is_global for f in found)

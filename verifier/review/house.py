"""Where the desk is to be found: on this machine alone, or under a name of the newsroom's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from verifier._exceptions import UsageError

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class House:
    """The one ``authority`` (name and port) that the desk answers to, and how.

    ``shared`` desks are for others on the network, by TLS of their own (``certificate`` and ``key``) or behind a proxy
    that speaks it for them.
    """

    authority: str
    scheme: str = "http"
    shared: bool = False
    certificate: Path | None = None
    key: Path | None = None
    bind: str = LOOPBACK
    port: int = 0

    @property
    def origin(self) -> str:
        """How every address of the desk begins."""
        return f"{self.scheme}://{self.authority}"


def shared(address: str, certificate: Path | None, key: Path | None, port: int, *, behind_proxy: bool) -> House:
    """A desk for the newsroom's network, at the address that people type.

    Raises:
        UsageError: the address is no https one, or neither TLS nor a proxy protects what is sent.
    """
    parts = urlsplit(address)
    try:
        good = parts.scheme == "https" and bool(parts.hostname) and parts.path in ("", "/") and "@" not in address
        own_port = parts.port or 443
    except ValueError:
        good, own_port = False, 0
    if not good:
        raise UsageError(
            f"--share {address}: give the address that people type: --share https://NAME or https://NAME:8443"
        )
    if behind_proxy == bool(certificate or key):
        raise UsageError(
            "--share: say --tls-cert FILE --tls-key FILE, or --behind-proxy where a proxy speaks TLS; "
            "without either, anybody on the network could read along"
        )
    if not behind_proxy and not (certificate and key):
        raise UsageError("--tls-cert and --tls-key go together")
    authority = parts.netloc.lower()
    authority = authority.removesuffix(":443")
    if behind_proxy:
        return House(authority, "https", shared=True, port=port)
    return House(authority, "https", True, certificate, key, "0.0.0.0", port or own_port)  # noqa: S104 - asked for

"""Text that no writer wrote (T)."""

from verifier.rules.text import garbled

__all__ = ["garbled"]

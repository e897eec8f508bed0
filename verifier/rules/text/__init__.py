"""Text that no writer wrote (T)."""

from verifier.rules.text import garbled, injected, repeated

__all__ = ["garbled", "injected", "repeated"]

"""Text that no writer wrote (T). One module a rule; importing a module enters its rule into the catalogue."""

from verifier.rules.text import garbled, injected, repeated, style

__all__ = ["garbled", "injected", "repeated", "style"]

"""Numbers that disagree (N)."""

from verifier.rules.numbers import conflicting

__all__ = ["conflicting"]

"""Numbers that disagree (N)."""

from verifier.rules.numbers import arithmetic, conflicting

__all__ = ["arithmetic", "conflicting"]

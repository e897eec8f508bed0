"""Dates that disagree or cannot be (D)."""

from verifier.rules.dates import chronology, conflicts, impossible

__all__ = ["chronology", "conflicts", "impossible"]

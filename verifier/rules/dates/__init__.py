"""Dates that disagree or cannot be (D)."""

from verifier.rules.dates import chronology, impossible

__all__ = ["chronology", "impossible"]

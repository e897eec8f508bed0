"""Dates that disagree (D)."""

from verifier.rules.dates import conflicts

__all__ = ["conflicts"]

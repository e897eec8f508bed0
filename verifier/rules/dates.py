"""Dates that disagree or cannot be (D)."""

"""Quotations: who speaks, and whether the words are theirs (Q)."""

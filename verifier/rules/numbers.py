"""Numbers that disagree (N)."""

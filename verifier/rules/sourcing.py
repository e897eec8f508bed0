"""Where statements come from (S)."""

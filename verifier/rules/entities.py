"""Names, roles and places that disagree (E)."""

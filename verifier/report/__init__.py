"""The report, and one writer a format."""

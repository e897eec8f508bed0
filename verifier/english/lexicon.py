"""Word lists written as text, which is easier to read and to mend than a list of strings."""

from __future__ import annotations


def lexicon(text: str) -> frozenset[str]:
    """The words of a text, split at white space; an underscore stands for a blank inside an entry."""
    return frozenset(entry.replace("_", " ") for entry in text.split())

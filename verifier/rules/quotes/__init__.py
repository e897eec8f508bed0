"""Quotations: who speaks, and whether the words are theirs (Q). One private module a group of rules.

Importing a module enters its rules into the catalogue; add yours to the import below.
"""

from verifier.rules.quotes import _altered, _doubtful, _marks, _vague

__all__ = ["_altered", "_doubtful", "_marks", "_vague"]

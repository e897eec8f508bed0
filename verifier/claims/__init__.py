"""Claims: every attributed statement, and every statement of fact that could be checked."""

from verifier.claims._statements import Statement, find

__all__ = ["Statement", "find"]

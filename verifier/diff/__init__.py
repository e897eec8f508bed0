"""What an edit did: two reports held side by side, and the difference told in words."""

from verifier.diff.comparing import compare
from verifier.diff.models import Change, Difference

__all__ = ["Change", "Difference", "compare"]

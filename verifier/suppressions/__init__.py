"""Suppressions: a finding that a desk has looked at and sets aside, one code at one place, with a reason.

They stand in comments of Markdown and HTML, where the configuration lets comments count, or in a file beside the
article. A suppressed finding stays in the report with its suppression; it only no longer makes a run fail.
"""

from verifier.suppressions._apply import apply
from verifier.suppressions._beside import beside, read_beside
from verifier.suppressions._comments import in_comments
from verifier.suppressions._model import Wish

__all__ = ["Wish", "apply", "beside", "in_comments", "read_beside"]

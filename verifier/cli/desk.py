"""``verifier desk``: the review desk under the name people look for."""

from __future__ import annotations

import click

from verifier.cli.review import command as _review

command = click.Command(
    "desk", params=_review.params, callback=_review.callback, help=_review.help,
    short_help="Drop an article in your browser and clear it: the review desk.",
)  # fmt: skip

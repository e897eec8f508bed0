"""The text of an article on its page, piece by piece.

A long article has tens of thousands of pieces, and a template would ask for each attribute of each by itself: their
mark-up is put together here. Everything that comes from outside is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from verifier.report._pieces import Mark, Piece
from verifier.report._templates import characters, escaped


def drawn(pieces: Iterable[Piece], called: Mapping[str, str]) -> Markup:
    """The pieces of a paragraph as they stand in the page; ``called`` are the names of decisions."""
    return Markup("".join([_piece(piece, called) for piece in pieces]))  # noqa: S704 - each is escaped


def _piece(piece: Piece, called: Mapping[str, str]) -> str:
    begins = "".join([_sign(mark, called) if mark.note else _spot(mark) for mark in piece.begins])
    words = characters(piece.text)
    if piece.notes:
        first, noted = escaped(piece.notes[0]), escaped(piece.noted)
        hidden = ' aria-hidden="true"' if piece.blank else ""
        link = f'class="{escaped(piece.look)}" href="#{first}" data-f="{noted}" tabindex="-1"{hidden}'
        return f"{begins}<a {link}>{words}</a>"
    return f'{begins}<span class="{escaped(piece.look)}">{words}</span>' if piece.classes else begins + words


def _spot(mark: Mark) -> str:
    """Where something begins that the page links to."""
    return f'<span id="{escaped(mark.anchor)}" class="spot"></span>'


def _sign(mark: Mark, called: Mapping[str, str]) -> str:
    """The number or letter of a note, and the way to the other place that it is about."""
    badge = escaped(mark.badge)
    if "t" in mark.classes:
        label = escaped(called.get(mark.classes[1][2:], "To check"))
    else:
        label = f"{'Note' if 'info' in mark.classes else 'Finding'} {badge}"
    sign = (
        f'<a id="{escaped(mark.anchor)}" class="at {escaped(mark.look)}" href="#{escaped(mark.note)}" '
        f'data-n="{badge}" aria-label="{label}"></a>'
    )
    if not mark.onward or "info" in mark.classes:
        return sign
    onward = (
        f'<a class="other-side" href="#{escaped(mark.onward)}" data-n="⇄" aria-label="{badge}: to its other place">'
    )
    return f"{sign}{onward}</a>"

"""One thing in two places (E004)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules import _locations
from verifier.rules._rule import Problem, rule


@rule(
    "E004",
    "conflicting-place",
    "warning",
    what="One thing or event put in two places.",
    why="Somebody's headquarters are in one place; two places for them are a slip, or two different things.",
    fires=(
        "They met at Acme headquarters in Ohio.\n\nIt rained. Acme's headquarters, located in Austin, Texas, were "
        "dark.",
        "They met at Acme headquarters in Ohio.\n\nIt rained. Acme's headquarters in Kansas were dark.",
    ),
    passes=(
        "They met at Acme headquarters in California.\n\nIt rained. Acme's headquarters in Oakland were dark.",
        "They met at Acme headquarters in Ohio.\n\nIt rained. Bolt's headquarters in Kansas were dark.",
    ),
)
def conflicting_place(analysis: Analysis) -> Iterator[Problem]:
    """Each thing that stands in one place only, wherever the article puts it."""
    text = analysis.article.text
    for later, earlier in _locations.conflicts(analysis):
        here, there = later.span.of(text), earlier.span.of(text)
        yield Problem(
            spans=(later.span,),
            related=((earlier.span, "the other place"),),
            message=f"The same {later.thing} is in “{here}” here and in “{there}” there.",
            question="Where is it? Or are there two?",
        )

"""Q005: quotation marks without a partner."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.article import Span
from verifier.reading import Analysis
from verifier.rules._rule import Problem, rule


@rule(
    "Q005",
    "unbalanced-marks",
    "warning",
    what="An opening or closing quotation mark without its partner. Quotations of several paragraphs, quotes within "
    "quotes, apostrophes and inches are not that.",
    why="Where a quotation ends decides whose words the rest is.",
    fires=(
        'Lee was firm. "We will not sell the harbour, she said on Friday.',
        "Lee said the harbour was “not for sale and would never be.\n\nThe council meets on Monday.",
        'The harbour is not for sale," Lee said.',
    ),
    passes=(
        '"We will not sell the harbour," she said.',
        "“We will not sell the harbour.\n\n“We will not lease it,” Lee said.",
        "\"He told me 'never' and then 'perhaps',\" Lee said.",
        "The mast is 6'2\" tall, the sailors' hut is not, and the '90s are over.",
        "“He called it “a jewel” and left,” Lee said.",
        'The harbour is not for sale. <tweet author=" that the harbour is safe">',
    ),
)
def unbalanced_marks(analysis: Analysis) -> Iterable[Problem]:
    """Marks that the pairing left over, one finding a paragraph."""
    strays: dict[int, list[Span]] = {}
    for span in analysis.stray_marks:
        paragraph = analysis.article.paragraph_at(span.start)
        if paragraph is not None and not _in_a_tag(analysis.article.plain, span):
            strays.setdefault(paragraph.index, []).append(span)
    for spans in strays.values():
        lost = "This quotation mark has" if len(spans) == 1 else "These quotation marks have"
        yield Problem(
            tuple(spans[:_MANY]),
            f"{lost} no partner in {'its' if len(spans) == 1 else 'their'} paragraph.",
            "Where does the quotation begin and end?",
        )


def _in_a_tag(plain: str, mark: Span) -> bool:
    """Whether the mark holds the attribute of a tag left over from a page: <tweet author="...">."""
    opened = plain.rfind("<", max(0, mark.start - _TAG), mark.start)
    return opened >= 0 and plain[opened + 1 : opened + 2].isalpha() and plain.find(">", opened, mark.start) < 0


_MANY = 6  # marks shown of a paragraph
_TAG = 2_000  # characters: no tag is longer

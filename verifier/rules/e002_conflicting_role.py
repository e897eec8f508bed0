"""One person with two roles that do not go together (E002)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules import _roles, _styles
from verifier.rules._rule import Problem, rule


@rule(
    "E002",
    "conflicting-role",
    "warning",
    what="One person with two offices or parties that nobody has at once, or with a style that the pronoun of the same "
    "sentence contradicts.",
    why="A premier is not a vice premier, and the finance minister is not the transport minister: one of the "
    "two is wrong, or the article leaves out that one is past.",
    fires=(
        "They met Vice Premier Hu Lan at the old harbour on Monday.\n\nThe next day Premier Hu Lan flew home.",
        "Sen. Tom Vale spoke first.\n\nLater Rep. Vale left the room.",
        "French President Jean Roux spoke first.\n\nLater Belgian President Jean Roux left the room.",
        "Finance Minister Ada Klein rejected the plan.\n\nMs Klein, the transport minister, said roads came first.",
        "Sen. Ada Klein, D-Ohio, rejected the plan.\n\nKlein, a Republican, said roads came first.",
        "Jo Marsh, the chief executive of Northgate, spoke first.\n\nMarsh, the chief financial officer, gave "
        "the figures.",
        "Lena Ortiz, the mayor of Arle, cut the ribbon.\n\nOrtiz, the mayor of Benn, spoke for an hour.",
        "Ada Klein, 61, won the race.\n\nMr Klein is a retired nurse, and she trains every day.",
    ),
    passes=(
        "They met former Vice Premier Hu Lan on Monday.\n\nThe next day Premier Hu Lan flew home.",
        "Sen. Tom Vale spoke first.\n\nVale, a lawyer, left the room. Sen. Vale came back.",
        "Lieutenant General Tom Vale spoke first.\n\nLater General Vale left the room.",
        "Ada Klein, a former finance minister, rejected the plan.\n\nMs Klein, the transport minister, said no.",
        "Sen. Ada Klein, D-Ohio, rejected the plan.\n\nIn 1999 Klein, then a Republican, said roads came first.",
        "Sen. Ada Klein, D-Ohio, rejected the plan.\n\nShe beat Tom Poe, a Republican, in May.",
        "Foreign Secretary Rupert Hale flew to Oslo.\n\nHe met the king. Hale, the foreign minister, stays.",
        "Ada Klein, 61, won the race.\n\nMr Klein came second, and he was glad. Mr Klein has a wife, and she won.",
        "The fair opened in May.\n\nMr Klein asked the woman at the door, and she laughed.",
        "The fair opened in May.\n\nMr Klein is a fan of the queen, and she waved. Mr Klein sailed, and she sank.",
        "His wife came.\n\nMr Klein is a retired nurse, and she trains every day.",
        "A patient sleeps badly.\n\nMr Klein is a retired nurse, and she trusts the old ways.",
        "It sails in May.\n\nMr Klein is a captain, and she is his pride.",
        "Ada Klein lost to Jo Poe.\n\nMr Klein is a retired nurse, and she trains every day.",
        "Finance Minister Ada Klein spoke. Transport Minister Otto Klein did not.\n\nKlein, the transport "
        "minister, left.",
    ),
)
def conflicting_role(analysis: Analysis) -> Iterator[Problem]:
    """Each person's offices and parties against one another."""
    text = analysis.article.text
    for later, earlier in _roles.conflicts(analysis):
        here, there = later.span.of(text), earlier.span.of(text)
        yield Problem(
            spans=(later.span,),
            related=((earlier.span, "the other office"),),
            message=f"The same person is “{here}” here and “{there}” there.",
            question="Which is right? If one is past, say so.",
        )
    for clash in _styles.clashes(analysis):
        yield Problem(
            spans=(clash.style,),
            related=((clash.pronoun, "the pronoun"),),
            message=f"“{clash.style.of(text)}” is “{clash.pronoun.of(text)}” in the same sentence.",
            question="Which of the two is right?",
        )

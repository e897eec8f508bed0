"""Two dates for what is likely one event (D002)."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.reading import Analysis
from verifier.rules._dates.told import problems
from verifier.rules._rule import Problem, rule


@rule(
    "D002",
    "near-miss-dates",
    "warning",
    what="Two different dates for what may be the same event.",
    why="The text does not say outright that it is one event, but a reader would take it so; slips of a day or two are"
    " the commonest of all.",
    fires=(
        "A court ruled Friday on the dam.\n\nMany cheered.\n\nOwners called Monday's decision on the dam a blow.",
        "The minister was open to a tariff truce beyond March 1.\n\nTalks go on.\n\n"
        "What if the minister goes ahead with a March 2 tariff hike?",
        "Actor Paul Grady died on Monday at home.\n\nFans wept.\n\nGrady, who died on Tuesday, had been ill.",
        "The museum opened its doors in 1987.\n\nEntry is free.\n\nWhen the museum opened in 1978, it had three rooms.",
        "The council approved the tram line on Tuesday after a long debate.\n\nIt will be built in three years.\n\n"
        "Monday night's vote drew a crowd.",
        "The choir will perform in Porto on April 20.\n\nThe hall holds 900.\n\n"
        "All seats for the Porto concert on April 22 are gone.",
        "The mill must hand in its papers by October 5.\n\nIt has 40 workers.\n\n"
        "A spokesman said the mill would keep the October 6 deadline.",
        "A fire destroyed a mill in Wick on Monday night.\n\nIt held paper.\n\nThe fire broke out on Tuesday night.",
        "He was arrested on March 3.\n\nHe denied it all.\n\nSince his arrest on March 13 he has been held in Cardiff.",
    ),
    passes=(
        "A court ruled Friday on the dam.\n\nMany cheered.\n\nOwners called Friday's decision on the dam a blow.",
        "A court ruled Friday on the dam.\n\nMany cheered.\n\nIn Monday's ruling on a separate case, it fined a mill.",
        "Actor Paul Grady died on Monday at home.\n\nFans wept.\n\nGrady will be buried on Friday.",
        "The two leaders met in Geneva on Tuesday.\n\nNeither gave details.\n\nThey will meet again on Thursday.",
        "Oil fell 3 percent on Tuesday.\n\nTraders were nervous.\n\nOil fell 1 percent on Friday.",
        "Rebels attacked the post on Sunday.\n\nSix died.\n\nThe army attacked the rebels on Tuesday with helicopters.",
        "The bank closed two branches on Monday.\n\nStaff wept.\n\nThe judge closed the hearing on Wednesday.",
        "Dockers walked out on Monday. Teachers walk out on Thursday.\n\nMonday's walkout stopped 40 ships.",
        "The probe was launched on May 12.\n\nAll is well.\n\n"
        "The launch had been planned for May 11 but was put off for a day.",
        "A fire destroyed a mill in Wick on Tuesday.\n\nIt held paper.\n\nThe fire broke out on Monday night.",
        "The museum opened in 1987.\n\nEntry is free.\n\nA new wing opened in 1998.",
    ),
)
def near_miss(analysis: Analysis) -> Iterable[Problem]:
    """The pairs that are likely one event; those that only may be are candidates."""
    return problems(analysis, sure=False)
